"""New words for some of the scalars of a file."""

from collections.abc import Sequence

from studyguide.deck.file import File, Text
from studyguide.edit.leaves import Leaf, leaves_of
from studyguide.edit.scalars import replaced
from studyguide.errors import StudyGuideError


def with_new_words(file: File, changes: Sequence[tuple[Text, str]]) -> str:
    """Give a file's text in which some texts, in order, have new words.

    Raises `StudyGuideError` if it would not read as meant.
    """
    before = leaves_of(file.text)
    within = {text.start for _, text, is_within in before if is_within}
    parts, at = [], 0
    for old, words in changes:
        start, end, written = replaced(file.text, old, words, is_within=old.start in within)
        parts += [file.text[at:start], written]
        at = end
    text = "".join((*parts, file.text[at:]))
    if not _says(leaves_of(text), before, {old.start: words for old, words in changes}):
        message = f"{file.path} cannot be edited: its layout is beyond us, so nothing was written"
        raise StudyGuideError(message)
    return text


def _says(found: list[Leaf], before: list[Leaf], words: dict[int, str]) -> bool:
    """Whether a file says what it said before, but for the new words of the texts at some offsets."""
    if len(found) != len(before):
        return False
    return all(
        mark == old_mark
        and (
            " ".join(text.value.split()) == words[old.start] != ""
            if old.start in words
            else text.value == old.value
        )
        for (mark, text, _), (old_mark, old, _) in zip(found, before, strict=True)
    )

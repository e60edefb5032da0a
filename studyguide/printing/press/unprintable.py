"""What an author is told of characters that the faces of guide and cards do not have."""

import unicodedata
from collections.abc import Iterator, Mapping

from studyguide.deck.deck import Deck
from studyguide.deck.file import File, Text
from studyguide.deck.item import Image, Item
from studyguide.finding import Finding
from studyguide.guide.excerpts import Excerpt
from studyguide.loading.media import content
from studyguide.printing.press.drawings import lettering_of, undrawn_in
from studyguide.printing.press.fonts import shown, undrawable

_MOST_NAMED = 5
_ELSEWHERE = "; the Anki deck has it as it is"


def findings_of(deck: Deck, excerpts: Mapping[str, Excerpt]) -> Iterator[Finding]:
    """Report each printed text that would have an empty box; `excerpts` are the passages shown.

    Alternative texts are spoken, not drawn, and withdrawn items are not printed.
    """
    yield from _of_deck(deck)
    for section in deck.sections:
        for text in (section.title, section.summary):
            yield from _in_text(section.file, text, section=section.number)
        for item in section.items:
            if not item.retired:
                yield from _of_item(item, excerpts)


def _of_deck(deck: Deck) -> Iterator[Finding]:
    introduction = (deck.introduction,) if deck.introduction else ()
    for text in (deck.title, *introduction, *deck.discussion):
        yield from _in_text(deck.file, text)
    for value in (deck.author, deck.work, deck.rights):
        yield from _in_text(deck.file, Text(value, max(deck.file.text.find(value), 0)))
    for image, caption in deck.figures:
        yield from _in_text(deck.file, caption) if caption else ()
        yield from _in_image(deck.file, image)


def _of_item(item: Item, excerpts: Mapping[str, Excerpt]) -> Iterator[Finding]:
    place = {"item": item.id.value, "section": item.section}
    for text in item.texts():
        yield from _in_text(item.file, text, **place)  # type: ignore[arg-type]
    if item.image:
        yield from _in_image(item.file, item.image, **place)  # type: ignore[arg-type]
    passage = excerpts.get(item.id.value)
    if passage and (missing := undrawable(passage.text)):
        said = f"the passage of `{item.id.value}` has what the faces of the PDFs lack"
        help = "build without passages (`passages: no`), or quote another edition of the text"
        message = f"{said}: {_named(missing)}"
        yield item.error(item.id, "character-missing", message, help)


def _in_text(file: File, text: Text, item: str = "", section: int = 0) -> Iterator[Finding]:
    if missing := undrawable(text.value):
        yield Finding(
            file.within(text, missing[0]),
            "character-missing",
            f"the faces of the PDFs lack {_named(missing)}",
            f"{_instead(missing)}{_ELSEWHERE}",
            item=item,
            section=section,
        )


def _in_image(file: File, image: Image, item: str = "", section: int = 0) -> Iterator[Finding]:
    if image.path.suffix.lower() != ".svg":
        return
    drawing = content(image)
    if undrawn := undrawn_in(drawing):
        yield Finding(
            file.within(image.name),
            "image-unprinted",
            f"{image.path.name} has what paper does not show: {', '.join(undrawn)}",
            "export the drawing without HTML and effects, with its labels as text or paths",
            "warning",
            item=item,
            section=section,
        )
    if missing := undrawable(lettering_of(drawing)):
        yield Finding(
            file.within(image.name),
            "character-missing",
            f"the lettering of {image.path.name} has what the faces of the PDFs lack: "
            f"{_named(missing)}",
            "make paths of its letters in the drawing program, or letter it otherwise",
            item=item,
            section=section,
        )


def _named(missing: tuple[str, ...]) -> str:
    more = len(missing) - _MOST_NAMED
    names = ", ".join(shown(character) for character in missing[:_MOST_NAMED])
    return f"{names} and {more} more" if more > 0 else names


def _instead(missing: tuple[str, ...]) -> str:
    """Say what to write: letters can be transcribed, signs be said in words."""
    are_letters = {unicodedata.category(character)[0] in "LM" for character in missing}
    letters = "transcribe it: there are Latin, Greek and Cyrillic letters"
    if len(are_letters) == 2:
        return f"{letters}; say signs in words"
    return letters if True in are_letters else "say it in words, or leave it out"

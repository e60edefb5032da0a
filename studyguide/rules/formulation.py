"""How a card is formulated: what makes it good to learn and to type, whatever the source says."""

import re
from collections.abc import Callable, Iterator

from studyguide.deck.cloze import Deletion
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item, deletions, frame, pointing_at
from studyguide.finding import Finding
from studyguide.language.keyboard import as_typed
from studyguide.language.language import Language
from studyguide.language.phrasing.formulas import signs_of
from studyguide.language.phrasing.pointing import lost_pronoun
from studyguide.language.times.dates import time_of
from studyguide.language.words import forms, length
from studyguide.patterns import lazy

LONGEST_ANSWER = 30
"""Words; who cannot say an answer at a breath cannot say either whether it was right."""

_LEAST_FOR_A_TIMELINE = 2

_ENGLISH = Language("en")
_YES_NO = lazy(
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b",
    re.IGNORECASE,
)
_ANSWERS_YES_NO = lazy(
    r"(?:yes|no(?!\.\s?\d|\s+\w)|true|false)\b", re.IGNORECASE
)  # but no more than four, no member


def answer_is_more_than_yes_or_no(item: Item) -> Iterator[Finding]:
    """Warn of a question that a learner gets right half the time by guessing."""
    if item.kind != "question":
        return
    if _YES_NO.match(item.prompt.value) or any(
        _ANSWERS_YES_NO.match(answer.value) for answer in item.answers
    ):
        message = "this can be answered by yes or no"
        help = "ask for the fact itself: who, what, where, when, why, how"
        yield item.warning(item.prompt, "question-yes-no", message, help)


def answer_is_short(item: Item) -> Iterator[Finding]:
    """Warn of an answer that nobody can hold in mind as one thing."""
    for answer in item.answers:
        count = length(forms(answer.value))
        if count > LONGEST_ANSWER:
            message = f"this answer has {count} words, more than {LONGEST_ANSWER}"
            yield item.warning(answer, "answer-long", message, "make two items of it, or say less")


def pronoun_has_something_to_refer_to(item: Item) -> Iterator[Finding]:
    """Warn of a pronoun that nothing in the question explains, nor a picture beside it."""
    if item.kind not in ("question", "cloze") or item.asked_picture:
        return
    shown = item.prompt.value if item.kind == "question" else _with_names(item)
    if place := lost_pronoun(shown, _ENGLISH):
        start, end = place
        message = f"`{item.prompt.value[start:end]}` refers to nothing that the learner can see"
        help = "name who or what is meant"
        finding = item.warning(item.prompt, "pronoun", message, help)
        yield pointing_at(finding, item, item.prompt, start, end - start)


def _with_names(item: Item) -> str:
    """Give a cloze sentence with a name in each blank that hides no number; the length stays."""
    shown = [*frame(item).replace("_", " ")]
    for start, deletion in deletions(item):
        shown[start] = "X" if deletion.text[:1].isalpha() else "0"
    return "".join(shown)


def definition_does_not_go_in_a_circle(item: Item) -> Iterator[Finding]:
    """Warn of a definition that holds all words of its term."""
    asked = _content(item.prompt.value) if item.kind == "term" and not item.reverse else None
    for answer in item.answers:
        if asked and asked <= _content(answer.value):
            message = f"this defines `{item.prompt.value}` by itself"
            help = "say it in other words than those of the term"
            yield item.warning(answer, "definition-circular", message, help)


def questions_differ(deck: Deck) -> Iterator[Finding]:
    """Warn of a question that asks in the same content words for the same answer as another."""
    for alike in _alike([*deck.items], _answered):
        for items in _alike(alike, _prompt):
            for item in items[1:] if _content(items[0].prompt.value) else ():
                message = f"this is hardly different from `{items[0].id.value}`"
                help = "make it differ in more than a few small words, or drop one of the two"
                yield item.warning(item.prompt, "question-similar", message, help)


def _alike(items: list[Item], text_of: Callable[[Item], str]) -> Iterator[list[Item]]:
    """Yield what has the same content words; only words that begin alike are reduced to stems."""
    by_letters: dict[frozenset[str], list[Item]] = {}
    for item in items:
        letters = frozenset(
            form[0] for form in _ENGLISH.without_function_words(forms(text_of(item)))
        )
        by_letters.setdefault(letters, []).append(item)
    for near in by_letters.values():
        by_stems: dict[frozenset[str], list[Item]] = {}
        for item in near if len(near) > 1 else ():
            content = _content(text_of(item)) | signs_of(text_of(item))
            by_stems.setdefault(content, []).append(item)
        yield from (each for each in by_stems.values() if len(each) > 1)


def _prompt(item: Item) -> str:
    return item.prompt.value


def dates_have_their_place(deck: Deck) -> Iterator[Finding]:
    """Warn of a date that the timeline of the others cannot show, since it names no year."""
    dates = [item for item in deck.items if item.kind == "date" and not item.retired]
    missing = [item for item in dates if time_of(item.prompt.value) is None]
    if len(dates) - len(missing) < _LEAST_FOR_A_TIMELINE:
        return
    for item in missing:
        message = f"the timeline cannot show `{item.prompt.value}`: it names no year"
        help = "name the year (years below 100 as AD 79), or accept in a review that it stands below the line"
        yield item.warning(item.prompt, "date-unplaced", message, help)


def _answered(item: Item) -> str:
    return " ".join(answer.value for answer in item.answers)


def _content(text: str) -> frozenset[str]:
    return frozenset(_ENGLISH.stems(_ENGLISH.without_function_words(forms(text))))


_SOUND = lazy(r"\[sound:[^\]\n]*\]")
_DOLLARS = lazy(r"\$\$?(?=[^$\n]*[\\^_{])(?! )[^$\n]{1,200}(?<! )\$\$?(?!\d)")
_SENTENCE = lazy(r"[.!?]\s")


def typed_words_are_on_a_keyboard(item: Item) -> Iterator[Finding]:
    """Warn of a hidden word that has to be typed and holds what no keyboard has.

    A question's answer is compared in the form that a keyboard gives; of a cloze Anki itself takes
    the words as they stand.
    """
    if not item.typed or item.kind != "cloze":
        return
    for piece in item.pieces:
        if isinstance(piece, Deletion) and as_typed(piece.text) != piece.text:
            message = f"nobody can type “{piece.text}” as it stands"
            help = f"write `{as_typed(piece.text)}`, or drop `type`"
            yield item.warning(item.prompt, "typed-unusual", message, help, piece.text)


def sounds_and_formulas_are_not_read_out(item: Item) -> Iterator[Finding]:
    """Warn of marks of Anki or TeX that would stand on the card as they are written."""
    for text in item.texts():
        for mark in _SOUND.finditer(text.value):
            message = f"learners would read `{mark[0]}` as it stands"
            help = f"give the item `audio: {mark[0][7:-1]}`"
            finding = item.warning(text, "sound-literal", message, help)
            yield pointing_at(finding, item, text, mark.start(), len(mark[0]))
        for mark in _DOLLARS.finditer(text.value):
            if _SENTENCE.search(mark[0]):
                continue
            message = f"learners would read `{mark[0]}` as it stands"
            inner = mark[0].strip("$")
            help = rf"write \({inner}\), with `math: yes` in deck.yaml"
            finding = item.warning(text, "math-dollar", message, help)
            yield pointing_at(finding, item, text, mark.start(), len(mark[0]))

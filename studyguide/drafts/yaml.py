"""An item as YAML, from a draft: the same shape as a curator writes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyguide.deck.item import KINDS
from studyguide.drafts.draft import Draft
from studyguide.edit.scalars import pair, spelt

_DASH, _INDENT = "  - ", "    "


class Files(NamedTuple):
    """The names in `media/` of an item's pictures, with the question and the answer, and recording."""

    asked: str = ""
    answer: str = ""
    sound: str = ""


def item_lines(
    draft: Draft, id: str, evidence: Sequence[str], media: Files | None = None
) -> Iterator[str]:
    """Yield the lines of an item."""
    answer = KINDS[draft.kind][1]
    yield f"{_DASH}id: {id}"
    yield from _value(draft.kind, draft.prompt)
    if answer and draft.is_list:
        yield f"{_INDENT}{answer}:"
        yield from (f"{_INDENT}  - {_one_line(each)}" for each in draft.answers)
    elif answer:
        yield from _value(answer, draft.answers[0])
    if len(evidence) > 1:
        yield f"{_INDENT}evidence:"
        yield from (f"{_INDENT}  - {spelt(each)}" for each in evidence)
    elif evidence:
        yield f"{_INDENT}evidence: {spelt(evidence[0])}"
    if draft.wording:
        pairs = (
            pair(spelt(own, is_within=True), [meant], is_within=True)
            for own, meant in draft.wording
        )
        yield f"{_INDENT}wording: {{{', '.join(pairs)}}}"
    if draft.note:
        yield from _value("note", draft.note)
    yield from _media(draft, media or Files())
    yield from _flags(draft)


def _media(draft: Draft, media: Files) -> Iterator[str]:
    if media.asked and draft.asked_image:
        alt = pair("alt", [_alt(draft, draft.asked_image[1])], is_within=True)
        yield f"{_INDENT}picture: {{{pair('file', [media.asked], is_within=True)}, {alt}}}"
    if media.answer and draft.image:
        yield f"{_INDENT}image: {spelt(media.answer)}"
        yield f"{_INDENT}alt: {_one_line(_alt(draft, draft.image[1]))}"
    if media.sound:
        yield f"{_INDENT}audio: {spelt(media.sound)}"


def _alt(draft: Draft, told: str) -> str:
    """Say what a picture shows, or at least what it goes with."""
    return told or f"Picture that goes with “{' '.join(draft.prompt.split())[:80]}”"


def _flags(draft: Draft) -> Iterator[str]:
    if draft.reverse:
        yield f"{_INDENT}reverse: yes"
    if draft.typed and not draft.is_list:
        yield f"{_INDENT}type: yes"
    if draft.tags:
        yield f"{_INDENT}tags: [{', '.join(spelt(tag, is_within=True) for tag in draft.tags)}]"


def _value(key: str, text: str) -> Iterator[str]:
    """Write a key and its text: a text of several lines as a block."""
    if "\n" not in text:
        yield f"{_INDENT}{key}: {_one_line(text)}"
        return
    yield f"{_INDENT}{key}: |-"
    yield from (f"{_INDENT}  {line}" for line in text.split("\n"))


def _one_line(text: str) -> str:
    return spelt(" ".join(text.split()))

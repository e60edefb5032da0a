"""An item as YAML, from a draft: the same shape as a curator writes."""

from collections.abc import Iterator, Sequence

from studyguide.deck.item import KINDS
from studyguide.drafts.draft import Draft
from studyguide.edit.scalars import pair, spelt

_DASH, _INDENT = "  - ", "    "


def item_lines(draft: Draft, id: str, evidence: Sequence[str], image: str = "") -> Iterator[str]:
    """Yield the lines of an item; `image` is the name of its picture in `media/`."""
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
    if image:
        yield f"{_INDENT}image: {spelt(image)}"
        alt = (
            draft.images[0][1] or f"Picture that goes with “{' '.join(draft.prompt.split())[:80]}”"
        )
        yield f"{_INDENT}alt: {_one_line(alt)}"
    yield from _flags(draft)


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

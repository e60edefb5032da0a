"""Receipts: which items the lock vouches for, and what it says of them after a check."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Literal

from studyguide.cloze import Deletion
from studyguide.deck import Deck, Item, Section
from studyguide.finding import Finding
from studyguide.lock import Edition, Lock, Place, Receipt, Stamp
from studyguide.passage import Passage
from studyguide import rules
from studyguide.source import Source

State = Literal["ok", "stale", "unchecked"]


def state_of(item: Item, deck: Deck, lock: Lock) -> State:
    """Tell whether the lock vouches for an item as it is now."""
    receipt = lock.items.get(item.id.value)
    if receipt is None or not receipt.digest:
        return "unchecked"
    is_current = receipt.digest == content_digest(item, deck) and lock.rules == rules.VERSION
    return "ok" if is_current else "stale"


def items_have_receipts(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report each item that cannot be trusted without the source text."""
    for item in deck.items:
        state = state_of(item, deck, lock)
        if state == "stale":
            message = "this item has changed since it was last checked"
            if lock.rules != rules.VERSION:
                message = "the rules have changed since this item was last checked"
            help = "check it with the source text at hand: studyguide check --source FILE"
            yield item.error(item.id, "receipt-stale", message, help)
        elif state == "unchecked":
            message = "this item was never checked against the source"
            help = "check it with the source text at hand: studyguide check --source FILE"
            yield item.error(item.id, "receipt-missing", message, help)


def renew(
    deck: Deck, lock: Lock, source: Source, passed: Mapping[str, Passage | None], now: int
) -> Lock:
    """Give the lock with a fresh receipt for each item that passed; `now` in seconds."""
    items = dict(lock.items)
    for section in deck.sections:
        for item in section.items:
            if item.id.value in passed:
                was = [old.value for old in item.was]
                earlier = next((items[id] for id in (item.id.value, *was) if id in items), None)
                for old in was:
                    items.pop(old, None)
                passage = passed[item.id.value]
                items[item.id.value] = _receipt(item, section, deck, passage, earlier, now)
    return replace(lock, rules=rules.VERSION, source=edition_of(source), items=items)


def _receipt(
    item: Item, section: Section, deck: Deck, passage: Passage | None, earlier: Receipt | None, now: int
) -> Receipt:
    places = tuple(places_in(passage)) if passage else earlier.places if earlier else ()
    hidden = {str(piece.number): piece.text for piece in item.pieces if isinstance(piece, Deletion)}
    receipt = Receipt(
        digest=content_digest(item, deck),
        shown="",
        modified=0,
        kind=item.kind,
        section=section.number,
        origin=earlier.origin if earlier else item.id.value,
        places=places,
        clozes={**(earlier.clozes if earlier else {}), **hidden},
        retired=item.retired is not None,
    )
    shown = _shown_digest(item, section, deck, receipt.citation)
    modified = now
    if earlier and earlier.shown == shown:
        modified = earlier.modified
    elif earlier:
        modified = max(now, earlier.modified + 1)  # Anki takes an update only if this rises
    return replace(receipt, shown=shown, modified=modified)


def stamped(lock: Lock, digests: Mapping[str, str], now: int) -> Lock:
    """Give the lock with the note types' digests, and a later time for each that has changed."""
    stamps = dict(lock.note_types)
    for key, digest in digests.items():
        old = stamps.get(key)
        if old is None:
            stamps[key] = Stamp(digest, now)
        elif old.digest != digest:
            stamps[key] = Stamp(digest, max(now, old.modified + 1))
    return replace(lock, note_types=stamps)


def edition_of(source: Source) -> Edition:
    """Tell a text by digests, whole and per section."""
    digests = {str(number): section.digest for number, section in source.sections.items()}
    return Edition(source.digest, source.words, digests)


def sections_that_differ(source: Source, edition: Edition) -> list[int]:
    """List the sections in which a text is another edition than the one that was checked."""
    digests = edition_of(source).sections
    numbers = {*digests, *edition.sections}
    return sorted(
        int(number) for number in numbers if digests.get(number) != edition.sections.get(number)
    )


def places_in(passage: Passage) -> Iterator[Place]:
    """Yield where each quoted run of a passage stands."""
    for runs in passage.quotations:
        for first, last in runs:
            yield Place(passage.section.paragraph_of(first).label, first, last)


def content_digest(item: Item, deck: Deck) -> str:
    """Digest all of an item that a check looks at, deck-wide aliases and language included."""
    return _digest(
        item.kind,
        item.section,
        item.prompt.value,
        [answer.value for answer in item.answers],
        item.is_list,
        [quotation.value for quotation in item.evidence],
        [[key.value, value.value] for key, value in item.wording],
        _extras(item),
        [[key.value, value.value] for key, value in deck.aliases],
        deck.language,
    )


def _shown_digest(item: Item, section: Section, deck: Deck, citation: str) -> str:
    return _digest(
        item.kind,
        section.number,
        section.title.value,
        deck.title.value,
        deck.author,
        deck.work,
        item.prompt.value,
        [answer.value for answer in item.answers],
        item.is_list,
        _extras(item),
        citation,
    )


def _extras(item: Item) -> list[object]:
    return [
        item.note.value if item.note else "",
        [tag.value for tag in item.tags],
        [item.image.digest, item.image.path.suffix, item.image.alt] if item.image else [],
        item.reverse,
        item.typed,
        item.retired.value if item.retired else "",
    ]


def _digest(*parts: object) -> str:
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:32]

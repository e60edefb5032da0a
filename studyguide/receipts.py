"""Receipts: which items the lock vouches for, and what it says of them after a check."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from studyguide import rules
from studyguide.cloze import hidden_by_number
from studyguide.deck import Deck, Item
from studyguide.digests import content_digest, edition_of, shown_digest
from studyguide.finding import Finding
from studyguide.lock import Lock, Place, Receipt, Stamp
from studyguide.passage import Passage
from studyguide.source import Source

State = Literal["ok", "stale", "unchecked"]
STATES: tuple[State, ...] = ("ok", "stale", "unchecked")


def state_of(item: Item, deck: Deck, lock: Lock) -> State:
    """Tell whether the lock vouches for an item as it is now."""
    receipt = lock.items.get(item.id.value)
    if receipt is None or not receipt.digest:
        return "unchecked"
    is_current = receipt.digest == content_digest(item, deck) and lock.rules == rules.VERSION
    return "ok" if is_current else "stale"


def is_of_other_rules(lock: Lock) -> bool:
    """Whether what the lock vouches for has passed other rules than those of today."""
    return bool(lock.items) and lock.rules != rules.VERSION


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
            message = "nothing says that this item has passed the check against the source"
            help = "check it with the source text at hand: studyguide check --source FILE"
            yield item.error(item.id, "receipt-missing", message, help)


def renew(
    deck: Deck, lock: Lock, source: Source, passed: Mapping[str, Passage | None], now: int
) -> Lock:
    """Give the lock with a fresh receipt for each item that passed; `now` in seconds.

    An item that did not pass keeps its receipt, unless that vouched for the item as it is now.
    """
    items = dict(lock.items)
    for item in deck.items:
        known = items.get(item.id.value)
        if item.id.value not in passed:
            if known and known.digest == content_digest(item, deck):
                items[item.id.value] = replace(known, digest="")
        else:
            ids = (item.id.value, *(old.value for old in item.was))
            earlier = next((items[id] for id in ids if id in items), None)
            for id in ids:
                items.pop(id, None)
            receipt = _receipt(item, deck, passed[item.id.value], earlier)
            items[item.id.value] = _dated(receipt, earlier, now)
    return replace(lock, rules=rules.VERSION, source=edition_of(source), items=items)


def _receipt(item: Item, deck: Deck, passage: Passage | None, earlier: Receipt | None) -> Receipt:
    """Make a receipt, not yet dated; what `earlier` editions gave learners is carried on."""
    hidden = {str(number): text for number, text in hidden_by_number(item.pieces).items()}
    places = earlier.places if earlier else ()
    digest = content_digest(item, deck)
    receipt = Receipt(
        digest=digest,
        shown="",
        modified=0,
        kind=item.kind,
        section=item.section,
        origin=earlier.origin if earlier else item.id.value,
        places=tuple(places_in(passage)) if passage else places,
        clozes={**(earlier.clozes if earlier else {}), **hidden},
        retired=item.retired is not None,
        review=earlier.review if earlier and earlier.digest == digest else None,
    )
    return replace(receipt, shown=shown_digest(item, deck, receipt.citation))


def _dated(receipt: Receipt, earlier: Receipt | None, now: int) -> Receipt:
    """Date a receipt: Anki takes an update only if `modified` rises."""
    if earlier is None:
        return replace(receipt, modified=now)
    if earlier.shown == receipt.shown:
        return replace(receipt, modified=earlier.modified)
    return replace(receipt, modified=max(now, earlier.modified + 1))


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


def places_in(passage: Passage) -> Iterator[Place]:
    """Yield where each quoted run of a passage stands."""
    for runs in passage.quotations:
        for first, last in runs:
            yield Place(passage.section.paragraph_of(first).label, first, last)

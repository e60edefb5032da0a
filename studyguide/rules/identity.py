"""Identity: what learners have once been given keeps its id, its kind and its cloze numbers.

What was only ever checked, and is in no Anki package yet, is free.
"""

import re
from collections.abc import Iterator, Mapping

from studyguide.deck.cloze import hidden_by_number
from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.finding import Finding
from studyguide.language.words import forms
from studyguide.lock.lock import Lock, Receipt

_LEAST_LIKENESS = 60
_TWO = 2


def deck_keeps_its_id(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report a deck under another id than its last edition: all notes would be new to Anki."""
    if lock.is_published and lock.deck and lock.deck != deck.id:
        found = re.search(r"^id:[ \t]*", deck.file.text, re.MULTILINE)
        place = deck.file.at(found.end() if found else 0, len(deck.id))
        message = f"this deck was `{lock.deck}`, and every card that learners have hangs on that id"
        help = f"write `id: {lock.deck}`; for a new deck made from a copy, delete its deck.lock"
        yield Finding(place, "deck-id-changed", message, help)


def ids_do_not_vanish(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report each item of the last edition that is neither here, nor renamed, nor retired."""
    known = {item.id.value for item in deck.items}
    known |= {old.value for item in deck.items for old in item.was}
    files = {section.number: section.file for section in deck.sections}
    for id, receipt in lock.items.items():
        if id not in known and not receipt.unpublished:
            place = files.get(receipt.section, deck.file).at(0)
            message = f"the item `{id}` is gone, but learners keep its card for ever"
            help = f"bring it back with `retired: why`, or write `was: {id}` where it lives on"
            yield Finding(place, "id-vanished", message, help, item=id, section=receipt.section)


def old_ids_are_known(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report a `was` that names no item of the last edition, one still here, or a second note."""
    here = {item.id.value for item in deck.items}
    origins = {receipt.origin for receipt in lock.items.values()}
    claimed: dict[str, Item] = {}
    for item in deck.items:
        for old in item.was:
            first = claimed.setdefault(old.value, item)
            if old.value in here:
                message = f"`{old.value}` is an item of its own"
                yield item.error(old, "was-taken", message, "drop `was`, or that item")
            elif first is not item:
                message = f"`{old.value}` lives on in `{first.id.value}` already"
                yield item.error(old, "was-taken", message, "drop one `was` of the two")
            elif lock.items and old.value not in lock.items and old.value not in origins:
                message = f"no item was ever called `{old.value}`"
                yield item.error(old, "was-unknown", message, "write the id it used to have")
            elif _is_another_note(item, old, lock):
                message = f"`{old.value}` is a note of its own, and two notes cannot become one"
                help = f"keep `{old.value}` as an item with `retired: why`"
                yield item.error(old, "notes-merged", message, help)


def ids_are_not_used_again(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report a new item under an id that a renamed one used to have: both would be one note."""
    origins = {receipt.origin: id for id, receipt in lock.items.items()}
    for item in deck.items:
        other = origins.get(item.id.value, item.id.value)
        if other not in _ids_of(item) and item.id.value not in lock.items:
            message = f"`{other}` used to have this id, and keeps its learners under it"
            yield item.error(item.id, "id-reused", message, "choose another id")


def items_do_not_share_a_note(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report an item that goes on with another's note, as where two branches have renamed one item each."""
    holders: dict[str, Item] = {}
    known = [(receipt.origin, item) for item in deck.items if (receipt := _earlier(item, lock))]
    for origin, item in sorted(known, key=lambda each: each[0] not in _ids_of(each[1])):
        first = holders.setdefault(origin, item)
        if first is not item and _ids_of(first).isdisjoint(_ids_of(item)):
            message = (
                f"this and `{first.id.value}` are one note to Anki, and it would keep one of them"
            )
            help = (
                f"give this a new id, and write `{item.id.value}` into `was` of `{first.id.value}`"
            )
            yield item.error(item.id, "was-taken", message, help)


def kinds_do_not_change(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report an item that has become another kind: Anki cannot carry its history over."""
    for item in deck.items:
        receipt = _given(item, lock)
        if receipt and receipt.kind != item.kind:
            message = f"this item was a {receipt.kind} and cannot become a {item.kind}"
            help = "give the new one a new id, and keep the old one with `retired: why`"
            yield item.error(item.id, "kind-changed", message, help)


def ids_stay_with_their_items(
    deck: Deck, lock: Lock, digests: Mapping[str, str]
) -> Iterator[Finding]:
    """Report an item that stands under the id of another one, which has changed too: they have changed places.

    `digests` are those of what each item now says, by its id.
    """
    given = {id: each for id, each in lock.items.items() if each.digest and not each.unpublished}
    moved = {id: each for id, each in given.items() if digests.get(id, each.digest) != each.digest}
    if len(moved) < _TWO:
        return
    before = {each.digest: id for id, each in moved.items()}
    for item in deck.items:
        other = before.get(digests[item.id.value])
        if other and item.id.value in moved:
            message = (
                f"what this item says was `{other}`: its reviews would go on with another card"
            )
            help = f"give it its id back: `id: {other}`"
            yield item.error(item.id, "id-exchanged", message, help)


def cloze_numbers_keep_their_meaning(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Report a cloze number that now hides something else: it would move a learner's history."""
    for item in deck.items:
        receipt = _given(item, lock)
        before = receipt.clozes if receipt else {}
        now = hidden_by_number(item.pieces)
        for number, hidden in now.items():
            if _has_moved(str(number), hidden, before):
                unused = max(*now, *map(int, before)) + 1
                message = f"c{number} used to hide `{before[str(number)]}`"
                help = f"give the new words a number of their own: c{unused}"
                words = hidden.split(" | ")[0]
                yield item.error(item.prompt, "cloze-moved", message, help, words)


def cards_do_not_drop_out(deck: Deck, lock: Lock) -> Iterator[Finding]:
    """Warn of a card that an item no longer makes: learners keep it, with nothing on it."""
    for item in deck.items:
        receipt = _given(item, lock)
        if receipt and receipt.kind == item.kind:
            gone = {int(number) for number in receipt.clozes} - {*hidden_by_number(item.pieces)}
            cards = [f"c{number}" for number in sorted(gone)]
            cards += ["reverse"] if receipt.reverse and not item.reverse else []
            for card in cards:
                message = f"learners keep the card `{card}` of this item, and find it empty"
                help = "bring it back, or withdraw the item with `retired: why` and write another"
                yield item.warning(item.prompt, "card-dropped", message, help)


def _ids_of(item: Item) -> set[str]:
    """Give the id of an item, and those that it used to have."""
    return {item.id.value, *(old.value for old in item.was)}


def _is_another_note(item: Item, old: Text, lock: Lock) -> bool:
    """Whether an old id is that of another note than the one that the item goes on with."""
    earlier, other = _earlier(item, lock), lock.items.get(old.value)
    if earlier is None or other is None or other.unpublished:
        return False
    return other.origin != earlier.origin


def _given(item: Item, lock: Lock) -> Receipt | None:
    """Find what the lock says of an item that learners may have."""
    earlier = _earlier(item, lock)
    return None if earlier is None or earlier.unpublished else earlier


def _earlier(item: Item, lock: Lock) -> Receipt | None:
    """Find what the lock says of an item, under the id that it has or one that it used to have."""
    ids = (item.id.value, *(old.value for old in item.was))
    return next((lock.items[id] for id in ids if id in lock.items), None)


def _has_moved(number: str, hidden: str, before: Mapping[str, str]) -> bool:
    """Whether a number hides what another one used to, or nothing like what it used to hide."""
    if number not in before or before[number] == hidden:
        return False
    if hidden in before.values():
        return True
    from rapidfuzz import fuzz

    shared = set(forms(before[number])) & set(forms(hidden))
    return not shared and fuzz.ratio(before[number], hidden) < _LEAST_LIKENESS

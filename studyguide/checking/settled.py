"""Warnings that a curator has settled: one by one in a review, or a class for the whole deck."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from studyguide.checking.catalog import codes, severities
from studyguide.checking.receipts import State
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.finding import Finding
from studyguide.lock.lock import Lock
from studyguide.lock.review import is_accepted


class Class(NamedTuple):
    """A code whose warnings `deck.yaml` settles, why, and how many of them there were."""

    code: str
    reason: str
    found: int


class Settled(NamedTuple):
    """What is settled: in a review, and by `accept` in `deck.yaml`."""

    alone: frozenset[Finding]
    by_class: tuple[Class, ...]
    all: frozenset[Finding]


def settled(
    found: Iterable[Finding], states: Mapping[str, State], deck: Deck, lock: Lock
) -> Settled:
    """Tell which findings a curator has settled; `states` says of which items the lock vouches."""
    warnings = [finding for finding in found if not finding.is_error]
    alone = frozenset(
        finding
        for finding in warnings
        if states.get(finding.item, "ok") == "ok" and is_accepted(finding, deck, lock)
    )
    of_class = frozenset(each for each in warnings if each.code in deck.accepted) - alone
    counts = Counter(finding.code for finding in of_class)
    classes = (Class(code.value, why.value, counts[code.value]) for code, why in deck.accept)
    return Settled(alone, tuple(classes), alone | of_class)


def classes_are_of_warnings(deck: Deck) -> Iterator[Finding]:
    """Report what `accept` names that no warning can be."""
    for code, _ in deck.accept:
        if code.value not in codes():
            message = f"there is no code `{code.value}`"
            help = "codes stand in brackets at the end of a finding"
        elif "warning" not in severities(code.value):
            message = f"`{code.value}` is an error: those can only be mended"
            help = "remove it"
        else:
            continue
        yield Finding(deck.file.within(code), "accept-unknown", message, help)


def classes_are_needed(deck: Deck, classes: Iterable[Class]) -> Iterator[Finding]:
    """Warn of a class that is settled though nothing of it was found: left-overs hide mistakes."""
    counts = {each.code: each.found for each in classes}
    for code, _ in deck.accept:
        if "warning" in severities(code.value) and not counts[code.value]:
            message = f"no item has a warning `{code.value}`"
            place = deck.file.within(code)
            yield Finding(place, "accept-unused", message, "remove it", severity="warning")


def settled_before(deck: Deck, changed: Iterable[Item], lock: Lock) -> int:
    """Count the settled warnings of items that nothing needed to be asked of again."""
    known = {item.id.value for item in deck.items} - {item.id.value for item in changed}
    return sum(len(lock.items[id].warnings) for id in known)

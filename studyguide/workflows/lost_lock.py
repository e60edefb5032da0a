"""A deck that was published, and whose `deck.lock` is gone: told, or begun anew as far as it is known."""

from collections.abc import Iterator
from pathlib import Path

from studyguide.checking.check import Report
from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.lock.lock import Lock
from studyguide.workflows.published import Published, published


def found(folder: Path, deck: Deck, into: Path) -> Published | None:
    """Find out what was published of a deck that has no lock; nothing if nothing is known."""
    before = published(folder, deck.id, into)
    return before if before.places else None


def told(deck: Deck, before: Published) -> Iterator[Finding]:
    """Report that the lock is lost: what learners have hangs on it."""
    message = (
        f"deck.lock is gone, and this deck was published before: {' and '.join(before.places)}"
    )
    help = (
        "bring deck.lock back from version control or a copy; to begin anew, without its reviews: "
        "studyguide build --new"
    )
    yield Finding(deck.file.at(0), "lock-missing", message, help)


def begun_anew(report: Report, before: Published) -> Lock:
    """Give the lock of a deck that goes on with the notes and the deck names that learners have."""
    assert report.deck
    items = dict(report.lock.items)
    for item in report.deck.items:
        ids = (item.id.value, *(old.value for old in reversed(item.was)))
        if receipt := items.get(item.id.value):
            origin = before.ledger.origin_of(ids)
            is_new = not before.may_have(origin)
            items[item.id.value] = receipt._replace(origin=origin, unpublished=is_new)
    return report.lock._replace(items=items, decks={**before.ledger.decks, **report.lock.decks})

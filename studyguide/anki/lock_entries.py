"""What a release leaves in `deck.lock`, so that the next one fits the decks that learners have."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from studyguide.anki.fields import deck_names
from studyguide.anki.ledger import Ledger
from studyguide.anki.note_types import NoteType
from studyguide.anki.notes import digests, marks
from studyguide.finding import Finding, Location
from studyguide.guide.guide import Guide
from studyguide.lock.lock import Lock, Receipt, Stamp


def note_types_keep_their_shape(
    types: tuple[NoteType, ...], lock: Lock, place: Location
) -> Iterator[Finding]:
    """Report a note type with other fields or cards than learners have: it would be another one."""
    for type in types:
        known = lock.note_types.get(type.key)
        if known and known.shape and known.shape != type.shape:
            gone = [name for name in known.shape if name not in type.shape]
            new = [name for name in type.shape if name not in known.shape]
            changes = [*(f"without {name}" for name in gone), *(f"with {name}" for name in new)]
            message = (
                f"the note type `{type.key}` has other fields or cards than before: "
                f"{', '.join(changes) or 'in another order'}"
            )
            help = "build with the version of studyguide that made the last edition"
            yield Finding(place, "note-type-changed", message, help)


class Release(NamedTuple):
    """What a release is made of beside its lock: guide, note types, what was published, when."""

    guide: Guide
    types: tuple[NoteType, ...]
    now: int
    ledger: Ledger


def stamped(lock: Lock, release: Release) -> Lock:
    """Give the lock as this release leaves it.

    It has the names of the decks, a later time for each note type that has changed, and one for each
    note that is written otherwise although its item has not changed: by another version of this
    program, or in a section with another title. Nothing is dated below what was published.
    """
    guide, now = release.guide, release.now
    named = lock.decks if _is_somewhere(lock, release.ledger) else {}
    last = max(map(int, lock.source.sections), default=0) if lock.source else 0
    return lock._replace(
        deck=lock.deck or guide.id,
        decks=deck_names(guide, named, last),
        note_types={**lock.note_types, **_stamps(release, lock.note_types)},
        items={**lock.items, **_above(dict(_written(lock.items, digests(guide), now)), release)},
    )


def _is_somewhere(lock: Lock, ledger: Ledger) -> bool:
    """Whether a learner may have a card, and with it a deck by its name: a package without any brings none."""
    return bool(ledger.decks) or not all(each.unpublished for each in lock.items.values())


def _above(receipts: Mapping[str, Receipt], release: Release) -> dict[str, Receipt]:
    """Date receipts above what learners may have been given of their notes."""
    ledger = release.ledger
    said = marks(release.guide) if ledger.notes else {}
    return {
        id: receipt._replace(modified=ledger.date_of(receipt, said.get(id, ""), release.now))
        for id, receipt in receipts.items()
    }


def _stamps(release: Release, known: Mapping[str, Stamp]) -> dict[str, Stamp]:
    stamps: dict[str, Stamp] = {}
    ledger, now = release.ledger, release.now
    for type in release.types:
        old = known.get(type.key)
        modified = now
        if old:
            modified = old.modified if old.digest == type.digest else max(now, old.modified + 1)
        modified = ledger.date_of_type(type.key, type.digest, modified, now)
        stamps[type.key] = Stamp(type.digest, modified, type.shape)
    return stamps


def _written(
    known: Mapping[str, Receipt], digests: Mapping[str, str], now: int
) -> Iterator[tuple[str, Receipt]]:
    """Yield each item's receipt with the digest of its note; Anki takes an update if time rises."""
    for id, digest in digests.items():
        receipt = known[id]
        sent = receipt.sent
        is_dated = receipt.written in ("", digest)
        modified = receipt.modified if is_dated else max(now, receipt.modified + 1)
        if sent and (sent.written, sent.passage) == (digest, receipt.passage):
            modified = (
                sent.modified
            )  # what was changed is as it was: a learner keeps their own tags and edits
        yield id, receipt._replace(written=digest, modified=modified, unpublished=False, sent=None)

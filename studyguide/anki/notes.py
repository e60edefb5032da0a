"""The notes of a guide as Anki takes them: ids, fields as HTML, tags, cards, and a digest of each.

Whatever Anki knows a note by derives from permanent ids and never from text.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final, NamedTuple

from studyguide.anki.fields import FIELDS, Key, cards_of, fields_of, key_of, section_fields, tags_of
from studyguide.guide.guide import Entry, Guide, GuideSection

_FIRST_ID: Final = 1_000_000_000_000
_STEP: Final = 512
_POSSIBLE: Final = 1 << 30
"""To Anki an id is the millisecond in which a note was made: these lie between 2001 and 2019. The
cards of a note take the ids from the note's own on; a cloze note needs up to 499."""


class Numbered(NamedTuple):
    """An entry with what Anki knows it by.

    `position` counts from 1 in the order of the guide, withdrawn entries last: who imports the deck
    for the first time meets those after everything else.
    """

    id: int
    guid: str
    position: int
    section: GuideSection
    entry: Entry


class Note(NamedTuple):
    """A note as written: `fields` as HTML in the order of its type, `tags` joined by spaces."""

    id: int
    guid: str
    key: Key
    modified: int
    tags: str
    fields: list[str]
    item: str

    @property
    def named(self) -> dict[str, str]:
        """The fields that hold something, by name."""
        pairs = zip(FIELDS[self.key], self.fields, strict=True)
        return {name: value for name, value in pairs if value}


def guid_of(deck_id: str, origin: str) -> str:
    """Give what Anki knows a note by in every collection: 24 hex digits."""
    return _digest(deck_id, origin)[:12].hex()


def numbered(guide: Guide) -> list[Numbered]:
    """Give each entry its ids, in their order, in which SQLite takes the rows fastest."""
    found: dict[int, Numbered] = {}
    pairs = [(section, entry) for section in guide.sections for entry in section.entries]
    pairs.sort(key=lambda pair: bool(pair[1].retired))
    for position, (section, entry) in enumerate(pairs, 1):
        digest = _digest(guide.id, entry.origin)
        note_id = _FIRST_ID + int.from_bytes(digest[-8:]) % _POSSIBLE * _STEP
        while note_id in found:
            note_id += _STEP
        found[note_id] = Numbered(note_id, digest[:12].hex(), position, section, entry)
    return [found[note_id] for note_id in sorted(found)]


def notes(guide: Guide, entries: list[Numbered]) -> Iterator[Note]:
    """Yield the note of each of a guide's numbered entries."""
    shared = {
        (section.number, key): dict.fromkeys(names, "") | section_fields(guide, section)
        for section in guide.sections
        for key, names in FIELDS.items()
    }
    for id, guid, _, section, entry in entries:
        key = key_of(entry)
        named = shared[section.number, key] | fields_of(entry, guide.vocabulary, math=guide.math)
        fields = list(named.values())
        tags = " ".join(tags_of(entry, guide.id))
        yield Note(id, guid, key, entry.modified, tags, fields, entry.id)


def digests(guide: Guide) -> dict[str, str]:
    """Digest, for each item by its id, what Anki is given of its note: 16 hex digits.

    Its passage is left out: a digest of a few sentences of the source could be guessed by trying.
    """
    entries = numbered(guide)
    return {
        note.item: _short(note, cards_of(each.entry))
        for each, note in zip(entries, notes(guide, entries), strict=True)
    }


def mark_of(fields: Mapping[str, str], tags: Iterable[str], cards: Iterable[int]) -> str:
    """Mark what a note says, as it is in a package, its passage included: never to be kept."""
    seen = [{name: value for name, value in fields.items() if value}, sorted(tags), sorted(cards)]
    return sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()


def marks(guide: Guide) -> dict[str, str]:
    """Mark what each note says, by the id of its item."""
    entries = numbered(guide)
    return {
        note.item: mark_of(note.named, {*note.tags.split()}, cards_of(each.entry))
        for each, note in zip(entries, notes(guide, entries), strict=True)
    }


def _short(note: Note, cards: list[int]) -> str:
    passage = FIELDS[note.key].index("Passage")
    fields = (*note.fields[:passage], *note.fields[passage + 1 :])
    whole = "\x1f".join((note.key, note.tags, str(cards), *fields))
    return sha256(whole.encode()).hexdigest()[:16]


def _digest(deck_id: str, origin: str) -> bytes:
    return sha256(f"note\n{deck_id}\n{origin}".encode()).digest()

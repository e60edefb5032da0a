"""Read an Anki package: one of ours, or one that Anki exported, in its old format or the new.

A package is untrusted: nothing is unpacked to disk, sizes are limited, and every fault in it is one
sentence.
"""

import json
import zipfile
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from studyguide.anki import note_type_tables
from studyguide.anki.archive import DamagedError, content, faults_told, open_archive
from studyguide.anki.database import LONGEST_VALUE, Database
from studyguide.anki.note_type_tables import NoteType, number, text
from studyguide.anki.protobuf import fields
from studyguide.plurals import counted

LARGEST_COLLECTION: Final = 512 * 1024 * 1024
"""Bytes of a collection's database; 100,000 notes take about 70 MB."""

LARGEST_LIST: Final = 16 * 1024 * 1024
"""Bytes of the list of a package's pictures and sounds."""

_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest first: beside it Anki puts an old one that only asks to update Anki."""

_TABLES = {
    "col": ("models", "decks"),
    "notes": ("id", "guid", "mid", "mod", "tags", "flds"),
    "cards": ("nid", "ord", "did", "odid"),
    "decks": ("id", "name"),
    **note_type_tables.TABLES,
}

_TYPE = 2  # of the columns of a note
_NAME, _MEMBER = 1, 255  # fields of an entry in the list of pictures


class Note(NamedTuple):
    """A note of a package; `fields` by name, in order, as HTML; `decks` as `Outer::Inner`."""

    guid: str
    modified: int
    note_type: NoteType
    fields: dict[str, str]
    tags: tuple[str, ...]
    cards: frozenset[int]
    decks: tuple[str, ...]


class Published(NamedTuple):
    """A note as someone has it: `fields` as HTML by name, `cards` by number from 0."""

    guid: str
    modified: int
    tags: frozenset[str]
    fields: dict[str, str]
    cards: frozenset[int]


@dataclass(frozen=True, slots=True)
class Collection:
    """What a learner has, or will have: notes by GUID, and when each note type by id changed."""

    notes: dict[str, Published]
    note_types: dict[int, int]


@dataclass(frozen=True, slots=True)
class Package:
    """An open package; reading on in it raises `StudyGuideError` where it is damaged.

    `media` gives for each picture or sound, by the name that notes call it by, its member;
    `is_described` says that a deck has words of its own to be shown, as ours have.
    """

    path: Path
    note_types: dict[int, NoteType]
    decks: dict[int, str]
    media: dict[str, str]
    is_described: bool
    _archive: zipfile.ZipFile
    _database: Database
    _is_packed: bool

    def notes(self) -> Iterator[Note]:
        """Yield all notes whose note type is in the package; one that is broken breaks it."""
        with faults_told(self.path):
            cards = self._cards()
            for row in self._database.rows("notes"):
                if row[_TYPE] in self.note_types:
                    yield self._note(row, cards)

    def notes_or_reasons(self) -> Iterator[Note | str]:
        """Yield all notes, and in place of one that is broken a few words that say why."""
        with faults_told(self.path):
            cards = self._cards(is_strict=False)
            for row in self._database.rows_or_gaps("notes"):
                yield self._fault_of(row) or self._note(row or (), cards)

    def _cards(self, *, is_strict: bool = True) -> dict[int, list[tuple[int, int]]]:
        """Give the place of each card, and the deck that it is at home in, by note."""
        cards: dict[int, list[tuple[int, int]]] = {}
        for note, place, deck, home in self._database.rows("cards"):
            if is_strict or (isinstance(note, int) and isinstance(place, int)):
                cards.setdefault(number(note), []).append((number(place), home or deck))
        return cards

    def _note(self, row: tuple[Any, ...], cards: dict[int, list[tuple[int, int]]]) -> Note:
        id, guid, type, modified, tags, values = row
        note_type, own = self.note_types[type], cards.get(id, [])
        decks = dict.fromkeys(self.decks.get(deck, "") for _, deck in own)
        return Note(
            text(guid),
            number(modified),
            note_type,
            dict(zip(note_type.fields, text(values).split("\x1f"), strict=False)),
            tuple(text(tags).split()),
            frozenset(place for place, _ in own),
            tuple(filter(None, decks)),
        )

    def _fault_of(self, row: tuple[Any, ...] | None) -> str:
        """Say in a few words why a note cannot be read; "" if it can be."""
        if row is None:
            return f"it holds more than {LONGEST_VALUE // 1024**2} MiB of text"
        _, guid, type, modified, tags, values = row
        if (note_type := self.note_types.get(type)) is None:
            return "its note type is not in the package"
        if any(isinstance(each, bytes) for each in (guid, tags, values)):
            return "what stands in it is no text (UTF-8)"
        if not isinstance(modified, int):
            return "nothing tells when it changed last"
        count, wanted = text(values).count("\x1f") + 1, len(note_type.fields)
        if count != wanted:
            return f"it has {counted(count, 'field')}, its note type {note_type.name} {wanted}"
        return ""

    def content(self, name: str, most: int) -> bytes:
        """Read a picture or sound of no more than `most` bytes."""
        with faults_told(self.path):
            member = self.media[name]
            return bytes(content(self._archive, member, most, is_packed=self._is_packed))


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open a package. Raises `StudyGuideError` if it is none, or broken."""
    with faults_told(path):
        opened = _opened(path)
        package = next(opened)
    try:
        yield package
    finally:
        opened.close()


def read_package(path: Path) -> Collection:
    """Read all notes of a package. Raises `StudyGuideError` if it is none, or broken."""
    notes = {}
    with open_package(path) as package:
        for note in package.notes():
            kept = {name: value for name, value in note.fields.items() if value}
            tags = frozenset(note.tags)
            notes[note.guid] = Published(note.guid, note.modified, tags, kept, note.cards)
        return Collection(notes, {id: each.modified for id, each in package.note_types.items()})


def _opened(path: Path) -> Generator[Package]:
    """Yield one open package, and close it after that."""
    with open_archive(path) as archive:
        members = {*archive.namelist()}
        name = next((name for name in _COLLECTIONS if name in members), None)
        if name is None:
            raise DamagedError("it holds no collection")
        is_packed = name == _COLLECTIONS[0]
        data = content(archive, name, LARGEST_COLLECTION, is_packed=is_packed)
        with closing(Database(data, _TABLES)) as database:
            del data
            listed = b""
            if "media" in members:
                listed = bytes(content(archive, "media", LARGEST_LIST, is_packed=is_packed))
            media = dict(_new_media(listed) if is_packed else _old_media(listed))
            if "notetypes" in database:
                note_types = note_type_tables.read(database)
                decks = dict(database.rows("decks")) if "decks" in database else {}
                is_described = False
            else:
                models, told = next(database.rows("col"), ("{}", "{}"))
                note_types = note_type_tables.read_models(json.loads(text(models)))
                listed_decks = json.loads(text(told))
                decks = _old_decks(listed_decks)
                is_described = any(deck.get("desc") for deck in listed_decks.values())
            named = {id: text(deck).replace("\x1f", "::") for id, deck in decks.items()}
            there = {name: member for name, member in media.items() if member in members}
            yield Package(
                path, note_types, named, there, is_described, archive, database, is_packed
            )


def _old_decks(decks: dict[str, Any]) -> dict[int, str]:
    return {int(id): deck["name"] for id, deck in decks.items()}


def _old_media(listed: bytes) -> Iterator[tuple[str, str]]:
    for member, name in json.loads(listed or b"{}").items():
        if _is_plain(text(name)):
            yield text(name), member


def _new_media(listed: bytes) -> Iterator[tuple[str, str]]:
    """Read the list of the new format: messages, the member of each told by its place."""
    for at, (_, entry) in enumerate(fields(listed)):
        told = dict(fields(entry)) if isinstance(entry, bytes) else {}
        name = told.get(_NAME, b"")
        if isinstance(name, bytes) and _is_plain(name.decode()):
            yield name.decode(), str(told.get(_MEMBER, at))


def _is_plain(name: str) -> bool:
    """Whether a name can be that of a file, and of nothing outside of its folder."""
    return name.isprintable() and name not in ("", ".", "..") and not {*name} & {*"/\\:"}

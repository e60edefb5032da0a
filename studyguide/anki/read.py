"""Read an Anki package: one of ours, or one that Anki exported, in its old format or the new.

A package is untrusted: nothing is unpacked to disk, sizes are limited, and every fault in it is one
sentence.
"""

import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from studyguide.errors import StudyGuideError

LARGEST_COLLECTION: Final = 512 * 1024 * 1024
"""Bytes of a collection's database; 100,000 notes take about 70 MB."""

_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest first: beside it Anki puts an old one that only asks to update Anki."""

_JOURNAL_MODE = slice(18, 20)
"""Two bytes of an SQLite file; in the write-ahead mode it cannot be opened in memory."""

_TEXT_OF_NOTES = "SELECT guid, mid, mod, tags, flds, id FROM notes"


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


def read_package(path: Path) -> Collection:
    """Read all notes of a package. Raises `StudyGuideError` if it is none, or broken."""
    try:
        with zipfile.ZipFile(path) as package:
            data = _database(package)
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(data)
            database.create_collation("unicase", _unicase)
            database.execute("PRAGMA trusted_schema = OFF")
            return _collection(database)
    except OSError as error:
        raise StudyGuideError(f"cannot read {path}: {error.strerror or error}") from error
    except _BROKEN as error:
        reason = str(error).split("\n")[0][:120]
        raise StudyGuideError(f"{path} is no Anki package that can be read: {reason}") from error


_BROKEN = (
    *(zipfile.BadZipFile, sqlite3.Error, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError),
)
"""What zipfile, zlib, zstandard, sqlite3 and json raise for nonsense."""


def _database(package: zipfile.ZipFile) -> bytes:
    names = set(package.namelist())
    name = next((name for name in _COLLECTIONS if name in names), None)
    if name is None:
        raise ValueError("it holds no collection")
    with package.open(name) as member:
        data = member.read(LARGEST_COLLECTION + 1)
    if name == _COLLECTIONS[0]:
        data = _decompressed(data)
    if len(data) > LARGEST_COLLECTION:
        raise ValueError("its collection is too large")
    return data[: _JOURNAL_MODE.start] + b"\1\1" + data[_JOURNAL_MODE.stop :]


def _decompressed(data: bytes) -> bytes:
    """Undo Zstandard, as far as a collection may be large."""
    import zstandard

    try:
        with zstandard.ZstdDecompressor().stream_reader(BytesIO(data)) as reader:
            return reader.read(LARGEST_COLLECTION + 1)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error


def _unicase(one: str, other: str) -> int:
    """Order names as Anki does, whose database asks for it; what matters is only that it is there."""
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def _collection(database: sqlite3.Connection) -> Collection:
    names, changed = _note_types(database)
    cards: dict[int, set[int]] = {}
    for note, number in database.execute("SELECT nid, ord FROM cards"):
        cards.setdefault(note, set()).add(int(number))
    notes = {}
    for guid, type, modified, tags, fields, id in database.execute(_TEXT_OF_NOTES):
        named = dict(zip(names.get(type, ()), str(fields).split("\x1f"), strict=False))
        kept = {name: value for name, value in named.items() if value}
        own = frozenset(cards.get(id, ()))
        notes[str(guid)] = Published(str(guid), int(modified), frozenset(tags.split()), kept, own)
    return Collection(notes, changed)


def _note_types(database: sqlite3.Connection) -> tuple[dict[int, list[str]], dict[int, int]]:
    """Give for each note type, by id, the names of its fields, and the second it last changed in."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    if "notetypes" not in tables:
        return _old_note_types(json.loads(database.execute("SELECT models FROM col").fetchone()[0]))
    names: dict[int, list[str]] = {}
    for type, name in database.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        names.setdefault(type, []).append(str(name))
    changed = database.execute("SELECT id, mtime_secs FROM notetypes")
    return names, {int(type): int(second) for type, second in changed}


def _old_note_types(models: dict[str, Any]) -> tuple[dict[int, list[str]], dict[int, int]]:
    fields = {
        int(id): [str(field["name"]) for field in sorted(model["flds"], key=lambda it: it["ord"])]
        for id, model in models.items()
    }
    return fields, {int(id): int(model["mod"]) for id, model in models.items()}

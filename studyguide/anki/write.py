"""The Anki deck: note types, and a guide as an `.apkg` package. The only module that knows genanki.

A learner imports each edition over the one before, so whatever Anki recognises things by is
frozen: GUIDs and note type ids derive from permanent ids and never from text, fields and templates
stay the same in number and name, and each note and note type carries the second of its last change.
"""

import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from studyguide.anki.fields import (
    REQUIRED,
    cards_of,
    description,
)
from studyguide.anki.media import media_name
from studyguide.anki.note_types import NoteType, deck_id, definition
from studyguide.anki.notes import Note, Numbered, notes, numbered
from studyguide.guide.guide import Guide
from studyguide.loading.media import content
from studyguide.lock.lock import SECTION_0, Lock
from studyguide.system.garbage import paused
from studyguide.system.libraries import put_off

_INSERT_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_INSERT_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0,0,0,0,0,0,0,0, '')"


def write_package(
    guide: Guide, types: tuple[NoteType, ...], lock: Lock, path: Path, *, is_described: bool = True
) -> None:
    """Write the guide as an Anki package, the same bytes for the same guide.

    Not `is_described` it leaves alone what a learner has written of the deck. `lock` tells, as stamped for this edition, the names of the decks and when each note type last
    changed.
    Raises `StudyGuideError` for an unreadable image, `OSError` where `path` cannot be written.
    """
    used = (
        each for entry in guide.entries for each in (entry.image, entry.asked_picture, entry.sound)
    )
    media = {media_name(each): each for each in used if each}
    names = dict(enumerate(sorted(media)))
    with paused(), zipfile.ZipFile(path, "w") as package:
        about = description(guide) if is_described else ""
        _add(package, "collection.anki2", _collection(guide, types, lock, about))
        _add(package, "media", json.dumps(names).encode())
        for number, name in names.items():
            _add(package, str(number), content(media[name]))


def _collection(guide: Guide, types: tuple[NoteType, ...], lock: Lock, about: str) -> bytes:
    """Build Anki's SQLite database in memory: genanki's tables and JSON, all rows at once."""
    with put_off("asyncio"):  # two thirds of all, for what is asked of no coroutine
        import genanki  # type: ignore[import-untyped]  # here, as it takes long

    entries = numbered(guide)
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package([]).write_to_db(database.cursor(), 0, iter(()))
        models, decks = _models(guide, types, lock), _decks(guide, lock.decks, about)
        columns = (guide.modified * 1000, models, decks)
        database.execute("UPDATE col SET mod = ?1, scm = ?1, models = ?2, decks = ?3", columns)
        with _indexed_afterwards(database):
            database.executemany(_INSERT_NOTE, _note_rows(types, notes(guide, entries)))
            database.executemany(_INSERT_CARD, _card_rows(guide, entries))
        database.commit()
        return database.serialize()


@contextmanager
def _indexed_afterwards(database: sqlite3.Connection) -> Iterator[None]:
    """Take the indices away while rows are added: to sort each once takes an eighth off the whole."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    indices = database.execute(query).fetchall()
    for name, _ in indices:
        database.execute(f'DROP INDEX "{name}"')
    yield
    for _, sql in indices:
        database.execute(sql)


def _models(guide: Guide, types: tuple[NoteType, ...], lock: Lock) -> str:
    """Give the note types as Anki's JSON."""
    import genanki

    models = {}
    for type in types:
        model = genanki.Model(**definition(type))
        # Or genanki reads it off the templates, and stops at those it does not understand.
        model._req = REQUIRED[type.key]
        models[type.id] = model.to_json(lock.note_types[type.key].modified, deck_id(guide))
    return json.dumps(models)


def _decks(guide: Guide, names: Mapping[int, str], about: str) -> str:
    """Give the deck and a subdeck for each section, as Anki's JSON, under their permanent names."""
    import genanki

    whole = genanki.Deck(deck_id(guide), names[0], about)
    parts = (
        genanki.Deck(deck_id(guide, each), names[each.number or SECTION_0])
        for each in guide.sections
    )
    decks = (whole, *parts)
    return json.dumps({deck.deck_id: deck.to_json() for deck in decks})


def _note_rows(
    types: tuple[NoteType, ...], written: Iterable[Note]
) -> Iterator[tuple[object, ...]]:
    """Yield id, GUID, note type, second of change, tags, fields and sort field of every note."""
    type_ids = {type.key: type.id for type in types}
    for id, guid, key, modified, tags, fields, _ in written:
        yield id, guid, type_ids[key], modified, f" {tags} ", "\x1f".join(fields), fields[0]


def _card_rows(guide: Guide, entries: list[Numbered]) -> Iterator[tuple[int, ...]]:
    """Yield id, note, deck, number within the note, second of change and position of every card."""
    decks = {section.number: deck_id(guide, section) for section in guide.sections}
    for id, _, position, section, entry in entries:
        for card in cards_of(entry):
            yield id + card, id, decks[section.number], card, entry.modified, position


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file whose record in the archive says nothing of when, where and by whom."""
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.create_system, member.external_attr = 3, 0o100644 << 16
    package.writestr(member, content, zipfile.ZIP_DEFLATED, compresslevel=1)

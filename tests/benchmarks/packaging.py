"""Measure how a deck is written: against bare rows, in growing numbers, and in size."""

import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

from studyguide.anki.fields import FIELDS, deck_names
from studyguide.anki.note_types import note_types
from studyguide.anki.notes import notes, numbered
from studyguide.anki.write import write_package
from studyguide.guide.guide import Guide
from studyguide.lock.lock import Lock, Stamp
from studyguide.templates import Templates
from tests.benchmarks.clock import Measure, compare, peak
from tests.benchmarks.material import DECK, many_entries

MOST_MEMORY = 400 * 1024 * 1024


def written(guide: Guide, path: Path) -> Path:
    """Write a deck as a build does."""
    types = note_types(guide.id, Templates.of(DECK))
    stamps = {type.key: Stamp(type.digest, 1) for type in types}
    write_package(guide, types, Lock(note_types=stamps, decks=deck_names(guide, {}, 0)), path)
    return path


def against_rows(folder: Path, count: int) -> Measure:
    """Compare writing a deck with inserting the same rows, made before, and storing the file."""
    guide = many_entries(count)
    with zipfile.ZipFile(written(guide, folder / "ours.apkg")) as package:
        (folder / "ours.anki2").write_bytes(package.read("collection.anki2"))
    with closing(sqlite3.connect(folder / "ours.anki2")) as ours:
        query = "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite%'"
        schema = [sql for (sql,) in ours.execute(query)]
        rows = {
            table: ours.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("col", "notes", "cards")
        }

    def bare() -> None:
        (folder / "bare.anki2").unlink(missing_ok=True)
        with closing(sqlite3.connect(folder / "bare.anki2")) as database:
            for sql in schema:
                database.execute(sql)
            for table, values in rows.items():
                places = ",".join("?" * len(values[0]))
                database.executemany(f"INSERT INTO {table} VALUES ({places})", values)
            database.commit()
        with zipfile.ZipFile(folder / "bare.apkg", "w") as package:
            package.write(folder / "bare.anki2", "collection.anki2")
            package.writestr("media", "{}")

    return compare(
        f"deck of {count:,} notes",
        lambda: written(guide, folder / "ours.apkg"),
        "bare SQLite rows, stored zip",
        bare,
        limit=2.6,
    )


def size(folder: Path, count: int) -> Measure:
    """Compare the size of a deck with what plain genanki writes of the same notes."""
    import genanki

    guide = many_entries(count)
    models = {
        key: genanki.Model(
            n,
            key,
            fields=[{"name": name} for name in FIELDS[key]],
            templates=[{"name": "Card", "qfmt": f"{{{{{front}}}}}", "afmt": "{{Note}}"}],
            model_type=n - 1,
        )
        for n, (key, front) in enumerate((("question", "Front"), ("cloze", "cloze:Text")), 1)
    }
    deck = genanki.Deck(1, "Deck")
    for note in notes(guide, numbered(guide)):
        tags = note.tags.split()
        deck.add_note(genanki.Note(models[note.key], note.fields, guid=note.guid, tags=tags))
    genanki.Package(deck).write_to_file(folder / "plain.apkg")
    ours, theirs = (
        path.stat().st_size
        for path in (written(guide, folder / "ours.apkg"), folder / "plain.apkg")
    )
    return Measure(f"size of a deck of {count:,} notes", ours / theirs, 1 / 3, "plain genanki")


def growth(folder: Path) -> Measure:
    """Compare writing 100,000 notes with writing 10,000 ten times."""
    small, large = many_entries(10_000), many_entries(100_000)

    def ten_times() -> None:
        for _ in range(10):
            written(small, folder / "small.apkg")

    return compare(
        "deck of 100,000 notes",
        lambda: written(large, folder / "large.apkg"),
        "ten decks of 10,000",
        ten_times,
        limit=1.3,
        turns=3,
    )


def memory(folder: Path) -> Measure:
    """Compare what a process takes at most that writes 100,000 notes with the limit."""
    command = [sys.executable, "-m", "tests.benchmarks.packaging", str(folder / "large.apkg")]
    done = subprocess.run(command, capture_output=True, check=True)
    return Measure("memory for 100,000 notes", int(done.stdout) / MOST_MEMORY, 1, "400 MiB")


if __name__ == "__main__":
    written(many_entries(100_000), Path(sys.argv[1]))
    print(peak())

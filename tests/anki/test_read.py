"""Packages that are anybody's: all of a good one is read, of a bad one nothing but a sentence."""

import json
import sqlite3
import struct
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from anki.collection import ExportAnkiPackageOptions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.anki import archive, database
from studyguide.anki.read import open_package, read_package
from studyguide.errors import StudyGuideError
from tests.anki.collection import entry, guide, learner, package
from tests.table import rows

NOTES = "CREATE TABLE notes (id, guid, mid, mod, tags, flds)"
CARDS = "CREATE TABLE cards (nid, ord, did, odid)"
COL = "CREATE TABLE col (models, decks)"
MODEL = {"name": "M", "flds": [{"name": "F", "ord": 0}], "tmpls": [], "mod": 1}
GOOD = "INSERT INTO notes VALUES (1, 'g', 7, 1, 't', 'a')"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"


def _zip(path: Path, compression: int = zipfile.ZIP_STORED, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", compression) as found:
        for name, content in members.items():
            found.writestr(name if name == "media" else f"collection.{name}", content)
    return path


def _sql(*statements: str, encoding: str = "UTF-8") -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(f"PRAGMA encoding = '{encoding}'")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        return connection.serialize()


def _col(models: str = json.dumps({"7": MODEL}), decks: str = "{}") -> str:
    return f"INSERT INTO col VALUES ('{models}', '{decks}')"


def _old(*statements: str) -> Callable[[Path], Path]:
    return lambda path: _zip(path, anki2=_sql(*statements))


def _scrambled(compression: int) -> Callable[[Path], None]:
    """Damage what a compressed member holds, not the list of members."""

    def make(path: Path) -> None:
        _zip(path, compression, anki2=_sql(NOTES, CARDS, COL, _col(), GOOD))
        data = bytearray(path.read_bytes())
        for at in range(80, 280):
            data[at] ^= 0x5A
        path.write_bytes(data)

    return make


def _window(path: Path) -> None:
    """Compress so that looking back takes two gibibytes."""
    parameters = zstandard.ZstdCompressionParameters(window_log=31, enable_ldm=True)
    packed = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    _zip(path, anki21b=packed.compress(_sql(NOTES, CARDS, COL)) + packed.flush())


def _members(path: Path) -> None:
    """Tell of a list of members larger than any honest one, at a file's end that has the room."""
    size = archive.LARGEST_DIRECTORY + 46
    with path.open("wb") as file:
        file.truncate(size)
        file.seek(size)
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, size, 0, 0))


BROKEN: dict[str, Callable[[Path], object]] = {
    "is not there": lambda path: path.unlink(missing_ok=True),
    "is a folder": lambda path: path.mkdir(),
    "is empty": lambda path: path.write_bytes(b""),
    "is no archive": lambda path: path.write_bytes(b"hello" * 100),
    "holds nothing": _zip,
    "has a list of members that is too large": _members,
    "holds no database": lambda path: _zip(path, anki2=b"hello"),
    "holds less than a database's head": lambda path: _zip(path, anki2=b"SQLite format 3"),
    "holds an empty database": _old("CREATE TABLE x (y)"),
    "has notes without a column": _old("CREATE TABLE notes (id, guid)", CARDS, COL, _col()),
    "has models that are no JSON": _old(NOTES, CARDS, COL, _col("{")),
    "has models of nonsense": _old(NOTES, CARDS, COL, _col("[1]")),
    "has models as deep as a well": _old(NOTES, CARDS, COL, _col("[" * 100_000)),
    "has a model of 5,000 figures": _old(NOTES, CARDS, COL, _col(f'{{"{"9" * 5_000}": {{}}}}')),
    "has a model changed at no time": _old(
        NOTES, CARDS, COL, _col(json.dumps({"7": {**MODEL, "mod": float("inf")}}))
    ),
    "has notes of nonsense": _old(
        NOTES, CARDS, COL, _col(), "INSERT INTO notes VALUES (1, 'g', 7, x'00', NULL, NULL)"
    ),
    "has tags of bytes": _old(
        NOTES, CARDS, COL, _col(), "INSERT INTO notes VALUES (1, 'g', 7, 1, x'6120', 'a')"
    ),
    "has text that is none": _old(
        NOTES, CARDS, COL, _col(),
        "INSERT INTO notes VALUES (1, 'g', 7, 1, '', cast(x'ff61' as text))",
    ),
    "has a field too long": _old(
        NOTES, CARDS, COL, _col(),
        f"INSERT INTO notes VALUES (1, 'g', 7, 1, '', zeroblob({database.LONGEST_VALUE + 1}))",
    ),
    "has cards numbered by words": _old(
        NOTES, CARDS, COL, _col(), "INSERT INTO cards VALUES (1, 'first', 1, 0)"
    ),
    "has a view without end": _old(
        f"CREATE VIEW notes AS {ENDLESS} SELECT x id, x guid, 7 mid, 1 mod, '' tags, '' flds FROM c",
        CARDS, COL, _col(),
    ),
    "has notes that a computer makes": _old(
        "CREATE TABLE notes (id, guid, mid, mod, tags, flds AS (hex(zeroblob(1000000))))",
        CARDS, COL, _col(), "INSERT INTO notes VALUES (1, 'g', 7, 1, '')",
    ),
    "has notes in a table that is none": _old(
        "CREATE VIRTUAL TABLE notes USING fts5(id, guid, mid, mod, tags, flds)", CARDS, COL, _col()
    ),
    "is not compressed": lambda path: _zip(path, anki21b=_sql(NOTES, CARDS)),
    "is half compressed": lambda path: _zip(
        path, anki21b=zstandard.compress(_sql(NOTES, CARDS))[:40]
    ),
    "looks back two gibibytes": _window,
    "has damaged deflate": _scrambled(zipfile.ZIP_DEFLATED),
    "has damaged bzip2": _scrambled(zipfile.ZIP_BZIP2),
    "has damaged lzma": _scrambled(zipfile.ZIP_LZMA),
    "has a list of pictures that is none": lambda path: _zip(
        path, anki2=_sql(NOTES, CARDS, COL, _col()), media=b"[1, 2]"
    ),
}  # fmt: skip


@rows("make", BROKEN.values(), ids=BROKEN)
def test_a_package_that_is_none(make: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "old.apkg"
    make(path)
    begun = time.process_time()
    with pytest.raises(StudyGuideError) as caught:
        read_package(path)
    assert "old.apkg" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.process_time() - begun < 2


WHOLE: dict[str, Callable[[Path], object]] = {
    "plain": _old(NOTES, CARDS, COL, _col(), GOOD),
    "in UTF-16": lambda path: _zip(
        path, anki2=_sql(NOTES, CARDS, COL, _col(), GOOD, encoding="UTF-16le")
    ),
    "by lzma": lambda path: _zip(
        path, zipfile.ZIP_LZMA, anki2=_sql(NOTES, CARDS, COL, _col(), GOOD)
    ),
    "beside a view of its own": _old(
        NOTES, CARDS, COL, _col(), GOOD, f"CREATE VIEW other AS {ENDLESS} SELECT x FROM c"
    ),
    "with an index": _old(NOTES, CARDS, COL, _col(), GOOD, "CREATE INDEX i ON notes (hex(flds))"),
}


@rows("make", WHOLE.values(), ids=WHOLE)
def test_a_package_that_is_whole(make: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "good.apkg"
    make(path)
    (note,) = read_package(path).notes.values()
    assert (note.guid, note.tags, note.fields) == ("g", {"t"}, {"F": "a"})


def test_a_package_that_swells_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("studyguide.anki.read.LARGEST_COLLECTION", 10_000)
    for member, content in (
        ("anki2", b"\0" * 20_000),
        ("anki21b", zstandard.compress(b"\0" * 20_000)),
    ):
        path = _zip(tmp_path / f"{member}.apkg", **{member: content})
        with pytest.raises(StudyGuideError, match="too large"):
            read_package(path)


def test_what_takes_too_long_is_refused(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "slow.apkg"
    rows = f"INSERT INTO notes {ENDLESS} SELECT x, x, 7, 1, '', 'a' FROM c LIMIT 20000"
    _old(NOTES, CARDS, COL, _col(), rows)(path)
    assert len(read_package(path).notes) == 20_000
    monkeypatch.setattr(database, "SECONDS", 0.5)
    with open_package(
        path
    ) as found:  # of a large package each card is held against the text while the next waits
        notes = found.notes()
        next(notes)
        time.sleep(0.6)
        assert len([*notes]) == 19_999
    monkeypatch.setattr(database, "SECONDS", -1)
    with pytest.raises(StudyGuideError, match="its tables take more than -1 s to read"):
        read_package(path)


@pytest.fixture(scope="module", params=["new", "old"])
def foreign(request, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a package that Anki made of its own note types, with a picture, a tag and two decks."""
    folder = tmp_path_factory.mktemp("foreign")
    with learner(folder / "learner") as someone:
        collection = someone.collection
        (folder / "pin.png").write_bytes(b"picture")
        collection.media.add_file(str(folder / "pin.png"))
        for name, values in {
            "Basic (and reversed card)": ["one", '<img src="pin.png">'],
            "Cloze": ["{{c2::Two}}", "more"],
        }.items():
            note = collection.new_note(collection.models.by_name(name))
            note.fields, note.tags = values, ["of::sea", "wind"]
            collection.add_note(note, collection.decks.id(f"Outer::{name}"))
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True,
            legacy=request.param == "old",
        )  # fmt: skip
        collection.export_anki_package(
            out_path=str(folder / "foreign.apkg"), options=options, limit=None
        )
        yield folder / "foreign.apkg"


def test_all_of_a_foreign_note_is_read(foreign: Path) -> None:
    with open_package(foreign) as found:
        two_sided, cloze = found.notes()
        assert found.content("pin.png", most=7) == b"picture"
        with pytest.raises(StudyGuideError, match="too large"):
            found.content("pin.png", most=6)
    assert two_sided.fields == {"Front": "one", "Back": '<img src="pin.png">'}
    assert (two_sided.cards, two_sided.tags) == ({0, 1}, ("of::sea", "wind"))
    assert two_sided.decks == ("Outer::Basic (and reversed card)",)
    assert [each.front for each in two_sided.note_type.templates] == ["{{Front}}", "{{Back}}"]
    assert (cloze.fields["Text"], cloze.cards, cloze.decks) == (
        "{{c2::Two}}", {1}, ("Outer::Cloze",),
    )  # fmt: skip
    assert (two_sided.note_type.is_cloze, cloze.note_type.is_cloze) == (False, True)


NAMES = {
    "plain": ("pin.png", True),
    "with blanks": ("a pin.png", True),
    "upwards": ("../pin.png", False),
    "from the root": ("/pin.png", False),
    "of Windows": ("c:\\pin.png", False),
    "the folder": ("..", False),
    "none": ("", False),
    "a line": ("a\nb.png", False),
    "right to left": ("a\u202egnp.exe", False),
}


@rows(("name", "is_taken"), NAMES.values(), ids=NAMES)
def test_a_picture_has_the_name_of_a_file(name: str, is_taken: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.apkg"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("collection.anki2", _sql(NOTES, CARDS, COL, _col(), GOOD))
        made.writestr("media", json.dumps({"0": name, "1": "not there"}))
        made.writestr("0", b"")
    with open_package(path) as found:
        assert [*found.media] == ([name] if is_taken else [])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give a collection as we write it, and as Anki does."""
    folder = tmp_path_factory.mktemp("small")
    ours = package(guide(entry("q")), folder / "a.apkg")
    with learner(folder / "learner") as someone:
        someone.take(ours)
        options = ExportAnkiPackageOptions(with_media=True, legacy=False)
        someone.collection.export_anki_package(
            out_path=str(folder / "b.apkg"), options=options, limit=None
        )
    with zipfile.ZipFile(ours) as one, zipfile.ZipFile(folder / "b.apkg") as other:
        raw = other.read("collection.anki21b")
        with zstandard.ZstdDecompressor().stream_reader(raw) as reader:
            return {"anki2": one.read("collection.anki2"), "anki21b": reader.read()}


@settings(suppress_health_check=[*HealthCheck])
@given(
    st.sampled_from(["anki2", "anki21b"]),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8),
)
def test_a_mangled_collection_is_read_or_refused(
    small: dict[str, bytes], tmp_path: Path, member: str, changes: list[tuple[float, bytes]]
) -> None:
    data = bytearray(small[member])
    for place, content in changes:
        at = int(place * (len(data) - len(content)))
        data[at : at + len(content)] = content
    content = zstandard.compress(bytes(data)) if member == "anki21b" else bytes(data)
    path = _zip(tmp_path / "mangled.apkg", **{member: content})
    try:
        read_package(path)
    except StudyGuideError as error:
        assert "\n" not in str(error)  # noqa: PT017

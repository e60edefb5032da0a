"""`deck.lock`: written and read back, refused in one sentence where it is nonsense, saved whole."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.errors import StudyGuideError
from studyguide.lock.lock import FORMAT, Edition, Lock, Place, Receipt, Sent, Stamp
from studyguide.lock.on_disk import open_lock, save_lock
from studyguide.lock.to_json import dump
from studyguide.system.atomic import replacing
from tests.table import rows

PLACES = (Place("¶1", 0, 3), Place("•2", 40, 41))
RECEIPT = Receipt("c0ffee", "decade", 1_000, "cloze", 2, "old-id", PLACES, {"1": "a “b”"})
LOCK = Lock(
    deck="mills",
    decks={0: "Mills", 2: "Mills::2 Old"},
    rules=1,
    source=Edition("abc", 454, {"1": "aa", "2": "bb", "10": "cc"}),
    note_types={"question": Stamp("ff", 7, ("question 1", "Front 2")), "cloze": Stamp("ee", 8)},
    items={
        "zoo": RECEIPT,
        "ant": RECEIPT._replace(retired=True, kind="person", written="ff", reverse=True),
        "cat": RECEIPT._replace(places=(), clozes={}, origin="cat", sent=Sent(900, "ff", "p")),
    },
)


@rows("lock", [Lock(), LOCK, LOCK._replace(source=None)], ids=["empty", "full", "new"])
def test_read_back(lock: Lock, tmp_path: Path) -> None:
    assert save_lock(lock, tmp_path / "deck.lock")
    assert open_lock(tmp_path / "deck.lock") == lock


def test_none_is_an_empty_one(tmp_path: Path) -> None:
    assert open_lock(tmp_path / "deck.lock") == Lock()


def test_one_line_an_item_in_order() -> None:
    lines = dump(LOCK).splitlines()
    items = [line.split('"')[1] for line in lines if '"origin"' in line]
    assert items == ["ant", "cat", "zoo"]
    assert dump(LOCK).endswith("}\n")
    assert "a “b”" in dump(LOCK)  # as a person would write it


def test_order_makes_no_difference() -> None:
    turned = LOCK._replace(items=dict(reversed(LOCK.items.items())))
    turned = turned._replace(note_types=dict(reversed(LOCK.note_types.items())))
    assert dump(turned) == dump(LOCK)


def test_it_is_json() -> None:
    data = json.loads(dump(LOCK))
    assert data["lock"] == FORMAT
    assert data["items"]["zoo"]["places"] == [["¶1", 0, 3], ["•2", 40, 41]]


CITATIONS = {
    "two paragraphs": (PLACES, "§2 ¶1, •2"),
    "one paragraph twice": ((PLACES[0], Place("¶1", 9, 12)), "§2 ¶1"),
    "none": ((), "§2"),
}


@rows(("places", "expected"), CITATIONS.values(), ids=CITATIONS)
def test_citation(places: tuple[Place, ...], expected: str) -> None:
    assert RECEIPT._replace(places=places).citation == expected


def altered(*path: str, to: object) -> bytes:
    """Give the lock with one value changed."""
    data = json.loads(dump(LOCK))
    at = data
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = to
    return json.dumps(data).encode()


def without(*path: str) -> bytes:
    data = json.loads(dump(LOCK))
    at = data
    for key in path[:-1]:
        at = at[key]
    del at[path[-1]]
    return json.dumps(data).encode()


TEXT = dump(LOCK).encode()
ZOO = ("items", "zoo")

NONSENSE = {
    "empty": b"",
    "blank": b" \n",
    "half": TEXT[: len(TEXT) // 2],
    "all but the end": TEXT[:-3],
    "null bytes": b"\x00" * 40,
    "null byte inside": TEXT[:50] + b"\x00" + TEXT[50:],
    "not UTF-8": TEXT.replace("¶".encode(), b"\xb6"),
    "no JSON": b"hello",
    "a number": b"1",
    "null": b"null",
    "a text": b'"lock"',
    "a list": b"[]",
    "an empty mapping": b"{}",
    "deep": b"[" * 100_000,
    "deep in mappings": b'{"lock":' * 50_000,
    "two values": TEXT + TEXT,
    "format of another kind": altered("lock", to=0),
    "format as text": altered("lock", to="1"),
    "merge markers": b"<<<<<<< ours\n" + TEXT,
    "merge markers inside": TEXT.replace(b'"cat"', b'<<<<<<< ours\n"cat"', 1),
    "end of a merge": TEXT.replace(b'"cat"', b'=======\n>>>>>>> theirs\n"cat"', 1),
    "a deck's name a number": altered("decks", to={"0": 1}),
    "a deck of no section": altered("decks", to={"00": "Mills"}),
    "a deck's id null": altered("deck", to=None),
    "a shape of numbers": altered("note_types", "cloze", "shape", to=[1]),
    "sent a number": altered(*ZOO, "sent", to=1),
    "sent without a mark": altered(*ZOO, "sent", to=[900, "ff"]),
    "sent before all time": altered(*ZOO, "sent", to=[-1, "ff", ""]),
    "sent for no reason": altered(*ZOO, "sent", to=None),
    "written a list": altered(*ZOO, "written", to=[]),
    "rules as text": altered("rules", to="1"),
    "rules negative": altered("rules", to=-1),
    "rules a fraction": altered("rules", to=1.5),
    "rules true": altered("rules", to=True),
    "rules huge": TEXT.replace(b'"rules": 1', b'"rules": ' + b"9" * 30),
    "rules of many digits": TEXT.replace(b'"rules": 1', b'"rules": ' + b"9" * 5000),
    "no number": TEXT.replace(b'"rules": 1', b'"rules": NaN'),
    "no rules": without("rules"),
    "no source": without("source"),
    "source a text": altered("source", to="abc"),
    "source a list": altered("source", to=[]),
    "source false": altered("source", to=False),
    "source digest a number": altered("source", "digest", to=1),
    "sections a list": altered("source", "sections", to=["aa"]),
    "a section that is no number": altered("source", "sections", to={"one": "aa"}),
    "a section of many digits": altered("source", "sections", to={"9" * 5000: "aa"}),
    "a section's digest null": altered("source", "sections", to={"1": None}),
    "note types a list": altered("note_types", to=[]),
    "a stamp a text": altered("note_types", "cloze", to="x"),
    "a stamp without time": without("note_types", "cloze", "modified"),
    "no items": without("items"),
    "items a list": altered("items", to=[1]),
    "an item null": altered(*ZOO, to=None),
    "an item a list": altered(*ZOO, to=[]),
    "an item a text": altered(*ZOO, to="digest"),
    "an item without digest": without(*ZOO, "digest"),
    "an item without places": without(*ZOO, "places"),
    "kind unknown": altered(*ZOO, "kind", to="poem"),
    "kind a list": altered(*ZOO, "kind", to=["cloze"]),
    "modified a fraction": altered(*ZOO, "modified", to=1.0),
    "modified huge": altered(*ZOO, "modified", to=2**60),
    "section a text": altered(*ZOO, "section", to="2"),
    "origin null": altered(*ZOO, "origin", to=None),
    "places a mapping": altered(*ZOO, "places", to={"a": 1}),
    "a place too short": altered(*ZOO, "places", to=[["¶1", 1]]),
    "a place too long": altered(*ZOO, "places", to=[["¶1", 1, 2, 3]]),
    "a place a number": altered(*ZOO, "places", to=[1]),
    "a place turned round": altered(*ZOO, "places", to=[["¶1", 9, 2]]),
    "a place of no end": altered(*ZOO, "places", to=[["¶1", 0, 2**52]]),
    "a place negative": altered(*ZOO, "places", to=[["¶1", -3, 2]]),
    "clozes a list": altered(*ZOO, "clozes", to=["a"]),
    "a cloze number a word": altered(*ZOO, "clozes", to={"one": "a"}),
    "a cloze number zero": altered(*ZOO, "clozes", to={"00": "a"}),
    "a cloze number of many digits": altered(*ZOO, "clozes", to={"9" * 5000: "a"}),
    "a cloze text null": altered(*ZOO, "clozes", to={"1": None}),
    "half a surrogate pair": altered(*ZOO, "origin", to="\ud800"),
    "half a surrogate pair as an id": altered("items", to={"\udfff": json.loads(TEXT)["items"]["zoo"]}),
}  # fmt: skip


@rows("data", NONSENSE.values(), ids=NONSENSE)
def test_nonsense(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.lock"
    path.write_bytes(data)
    with pytest.raises(StudyGuideError) as caught:
        open_lock(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert len(message) < 300 + len(str(path))
    assert path.read_bytes() == data


@pytest.mark.parametrize("format", [2, 10**30])
def test_what_a_later_version_wrote_is_not_to_be_restored(tmp_path: Path, format: int) -> None:
    path = tmp_path / "deck.lock"
    path.write_bytes(altered("lock", to=format))
    with pytest.raises(StudyGuideError, match=r"^a later version .{1,200}: install that one$"):
        open_lock(path)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "deck.lock").write_text(dump(LOCK), encoding="utf-8-sig")
    assert open_lock(tmp_path / "deck.lock") == LOCK


def test_of_an_item_that_a_merge_left_twice_the_latest_is_kept(tmp_path: Path) -> None:
    line = next(line for line in dump(LOCK).splitlines() if line.startswith('"cat"'))
    later, earlier = (line.replace("1000", str(second)) for second in (2000, 500))
    text = dump(LOCK).replace(line, f"{later}\n{line}\n{earlier}")
    (tmp_path / "deck.lock").write_text(text, encoding="utf-8")
    assert open_lock(tmp_path / "deck.lock").items["cat"].modified == 2000


MANGLED = st.lists(
    st.tuples(
        st.integers(0, len(TEXT)),
        st.integers(0, 30),
        st.one_of(
            st.binary(max_size=4),
            st.sampled_from([b"null", b"{}", b"[]", b'"', b"-1", b"1e999", b"\\ud800", b"9" * 400]),
        ),
    ),
    min_size=1,
    max_size=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MANGLED)
def test_a_mangled_lock_is_read_or_refused(tmp_path: Path, changes: list) -> None:
    data = TEXT
    for at, dropped, put in changes:
        data = data[:at] + put + data[at + dropped :]
    path = tmp_path / "deck.lock"
    path.write_bytes(data)
    try:
        lock = open_lock(path)
    except StudyGuideError as error:
        assert "\n" not in str(error)  # noqa: PT017
    else:
        save_lock(lock, path)
        assert open_lock(path) == lock


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["1", "digest", "modified", "x"]), inner, max_size=3),
    ),
    max_leaves=5,
)
KEYS = st.sampled_from(
    [("lock",), ("rules",), ("source",), ("note_types",), ("items",), ZOO, ("source", "sections")]
    + [(*ZOO, key) for key in json.loads(TEXT)["items"]["zoo"]]
    + [("note_types", "cloze"), ("source", "words"), ("note_types", "cloze", "modified")]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KEYS, VALUES)
def test_a_lock_with_another_value_is_read_or_refused(
    tmp_path: Path, key: tuple[str, ...], value: object
) -> None:
    path = tmp_path / "deck.lock"
    path.write_bytes(altered(*key, to=value))
    try:
        lock = open_lock(path)
    except StudyGuideError as error:
        assert "\n" not in str(error)  # noqa: PT017
    else:
        save_lock(lock, path)
        assert open_lock(path) == lock


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "deck.lock").mkdir()
    with pytest.raises(StudyGuideError, match=r"cannot read .*deck\.lock: .*only a folder"):
        open_lock(tmp_path / "deck.lock")


def test_saving_what_is_there_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deck.lock"
    save_lock(LOCK, path)
    os.utime(path, (1, 1))
    assert not save_lock(LOCK, path)
    assert path.stat().st_mtime == 1
    assert save_lock(LOCK._replace(rules=2), path)
    assert path.stat().st_mtime > 1


def test_saving_over_what_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "deck.lock"
    path.write_bytes(b"\xff\xfe\x00")
    assert save_lock(LOCK, path)
    assert open_lock(path) == LOCK


def _write_half(path: Path, error: type[BaseException]) -> None:
    path.write_text("half of the n", encoding="utf-8")
    raise error


@rows("error", [KeyboardInterrupt, ValueError, MemoryError])
def test_what_fails_in_the_middle_leaves_the_old_file_whole(tmp_path: Path, error) -> None:
    path = tmp_path / "deck.lock"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(error), replacing(path) as beside:
        _write_half(beside, error)
    assert path.read_text(encoding="utf-8") == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "deck.lock"
    path.write_text("old", encoding="utf-8")
    with (
        pytest.raises(StudyGuideError, match=f"cannot write {path}: No space left on device"),
        replacing(path),
        Path("/dev/full").open("w", encoding="utf-8") as full,
    ):
        full.write("new" * 10_000)
    assert path.read_text(encoding="utf-8") == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_new_file_is_not_seen_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deck.lock"
    with replacing(path) as beside:
        beside.write_text("new", encoding="utf-8")
        assert not path.exists()
        assert beside.parent == path.parent
    assert path.read_text(encoding="utf-8") == "new"
    assert [*path.parent.iterdir()] == [path]


REFUSED = {
    "a folder is there": "folder",
    "a file where a folder should be": "file/deck.lock",
    "a name too long": "x" * 300,
}


@rows("name", REFUSED.values(), ids=REFUSED)
def test_what_the_system_refuses_is_said_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(StudyGuideError, match=r"^cannot write ") as caught:
        save_lock(LOCK, tmp_path / name)
    assert "\n" not in str(caught.value)
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file"}


def test_nothing_of_the_source_is_in_it(desk) -> None:
    desk.section("question: When?\nanswer: '1912'\nevidence: In 1912 he left")
    assert desk.check().errors == 0
    text = dump(desk.lock)
    assert "item" in text
    for word in ("walked", "pay", "left", "1912", "Kestrel"):
        assert word not in text

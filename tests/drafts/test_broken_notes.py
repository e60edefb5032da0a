"""One broken note of a package is one unreadable draft, and all the others come in."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from tests.drafts.shapes import COUNT, LEADER, package
from tests.drafts.test_shapes import folder, run  # noqa: F401  (a fixture)

Harm = Callable[[sqlite3.Connection], object]

LEADERS = "where flds like 'Who led%'"
OTHER = "In which year was Mayor Brand back?\x1f1914"


def set_to(column: str, value: object, which: str = LEADERS) -> Harm:
    return lambda notes: notes.execute(f"update notes set {column} = ? {which}", [value])


def as_text(column: str, data: bytes) -> Harm:
    """Store bytes as a text, which SQLite does not look at."""
    return lambda notes: notes.execute(
        f"update notes set {column} = cast(? as text) {LEADERS}",
        [data],
    )


BROKEN: dict[str, tuple[Harm, str]] = {
    "no note type": (set_to("mid", 7), "its note type is not in the package"),
    "a note type that is none": (set_to("mid", "Basic"), "its note type is not in the package"),
    "a field too few": (set_to("flds", "Who led?"), "it has 1 field, its note type"),
    "a field too many": (set_to("flds", "Who\x1fa\x1fb\x1fc"), "it has 4 fields, its note type"),
    "no fields": (set_to("flds", None), "it has 1 field, its note type"),
    "empty fields": (set_to("flds", "\x1f"), "it asks nothing"),
    "an empty answer": (set_to("flds", "Who led?\x1f"), "it answers nothing"),
    "bytes": (set_to("flds", b"Who\x1fAda"), "is no text (UTF-8)"),
    "no UTF-8": (as_text("flds", b"Who led\xff\x1fAda"), "is no text (UTF-8)"),
    "half a character": (as_text("flds", "Who\x1fÉ".encode()[:-1]), "is no text (UTF-8)"),
    "a surrogate": (as_text("flds", b"Who\xed\xa0\x80\x1fAda"), "is no text (UTF-8)"),
    "a tag that is no text": (as_text("tags", b"\xff"), "is no text (UTF-8)"),
    "a GUID that is no text": (set_to("guid", b"\xff"), "is no text (UTF-8)"),
    "no time": (set_to("mod", None), "nothing tells when it changed last"),
    "a long field": (set_to("flds", f"Who\x1f{'x' * 300_000}"), "longer than 200,000"),
    "a field of 20 MiB": (set_to("flds", f"Who\x1f{'x' * 20 * 1024**2}"), "more than 16 MiB"),
    "a cloze without a blank": (
        set_to("flds", "The council offered pence.\x1f", "where flds like '%{{c1::%'"),
        "hides nothing",
    ),
}

SOUND: dict[str, Harm] = {
    "a card of no note": lambda notes: notes.execute("update cards set nid = null"),
    "a deck that is none": lambda notes: notes.execute("update cards set did = 'x', odid = 'y'"),
    "no cards": lambda notes: notes.execute("delete from cards"),
}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    made = tmp_path_factory.mktemp("packages")
    for is_old in (True, False):
        package(made / f"{is_old}.apkg", legacy=is_old)
    return {is_old: made / f"{is_old}.apkg" for is_old in (True, False)}


def harmed(whole: Path, harm: Harm, path: Path) -> Path:
    """Write a package anew, its database changed; members are packed as they were."""
    with zipfile.ZipFile(whole) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = next(each for each in ("collection.anki21b", "collection.anki21") if each in members)
    data, is_packed = members[name], name.endswith("b")
    if is_packed:
        with zstandard.ZstdDecompressor().stream_reader(data) as reader:
            data = reader.read()
    file = path.with_suffix(".sqlite")
    file.write_bytes(data)
    with closing(sqlite3.connect(file)) as database:
        database.execute("pragma writable_schema = on")
        database.execute("update sqlite_master set sql = replace(lower(sql), 'not null', '')")
        database.commit()
    with closing(sqlite3.connect(file)) as database:
        database.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        harm(database)
        database.commit()
    data = file.read_bytes()
    members[name] = zstandard.compress(data) if is_packed else data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


def told(path: Path, folder: Path) -> list[tuple[str, str]]:  # noqa: F811
    """Import for a trial; give each draft's verdict, and why it is unreadable."""
    words = ("--source", folder / "source.txt", "--dry-run", "--format", "json")
    drafts = json.loads(run("import", path, *words).stdout)["drafts"]
    return [(each["verdict"], each.get("reason", "")) for each in drafts]


@pytest.mark.parametrize("name", BROKEN)
def test_one_is_unreadable_and_the_rest_comes_in(
    folder: Path,  # noqa: F811
    tmp_path: Path,
    packages: dict[bool, Path],
    name: str,
) -> None:
    harm, said = BROKEN[name]
    whole = packages[
        [*BROKEN].index(name) % 2 == 0
    ]  # both formats by turns: what differs is read before
    found = told(harmed(whole, harm, tmp_path / "a.apkg"), folder)
    verdicts = [verdict for verdict, _ in found]
    assert len(found) == 5
    assert verdicts.count("unreadable") == 1
    assert {*verdicts} <= {"supported", "warned", "unreadable"}
    assert said in found[verdicts.index("unreadable")][1]


@pytest.mark.parametrize("harm", SOUND.values(), ids=SOUND)
def test_what_is_not_of_the_card_does_not_matter(
    folder: Path,  # noqa: F811
    tmp_path: Path,
    packages: dict[bool, Path],
    harm: Harm,
) -> None:
    for is_old, whole in packages.items():
        found = told(harmed(whole, harm, tmp_path / f"{is_old}.apkg"), folder)
        assert {verdict for verdict, _ in found} <= {"supported", "warned"}
        assert len(found) == 5


def test_several_may_be_broken(folder: Path, tmp_path: Path, packages: dict[bool, Path]) -> None:  # noqa: F811
    huge = f"Who\x1f{'x' * 17 * 1024**2}"

    def harm(notes: sqlite3.Connection) -> None:
        rows = notes.execute("select id from notes order by id").fetchall()
        for (id,) in (rows[0], rows[1], rows[-1]):
            notes.execute("update notes set flds = ? where id = ?", [huge, id])

    found = told(harmed(packages[True], harm, tmp_path / "a.apkg"), folder)
    assert [verdict for verdict, _ in found].count("unreadable") == 3
    assert len(found) == 5


def test_two_notes_of_one_guid_are_two_cards(
    folder: Path,  # noqa: F811
    tmp_path: Path,
    packages: dict[bool, Path],
) -> None:
    def harm(notes: sqlite3.Connection) -> None:
        columns = [row[1] for row in notes.execute("pragma table_info(notes)")]
        for count, fields in ((1, OTHER), (2, "\x1f".join(LEADER))):
            taken = ("?" if each in ("id", "flds") else each for each in columns)
            query = f"insert into notes select {', '.join(taken)} from notes {LEADERS}"
            notes.execute(query, [count, fields])

    path = harmed(packages[True], harm, tmp_path / "a.apkg")
    result = run("import", path, "--into", folder)
    assert "1 are there already" in result.stderr, result.stderr
    written = "".join(each.read_text("utf-8") for each in folder.rglob("*.yaml"))
    asked = (COUNT[0], LEADER[0], OTHER.partition("\x1f")[0])
    assert [written.count(f"question: {each}\n") for each in asked] == [1, 1, 1]

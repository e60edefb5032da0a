"""Files of cards that are broken, or made to break us: a sentence or an unreadable draft, never more."""

import io
import json
import os
import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from studyguide.cli.main import cli
from studyguide.drafts.readers.records import lines_of, read_lines
from studyguide.errors import StudyGuideError
from tests.conftest import picture
from tests.drafts.shapes import COUNT, package
from tests.drafts.test_shapes import folder, run  # noqa: F401  (a fixture)
from tests.table import rows

TEXT = "1. The pond of the mill fills twice a day.\n"


def outcome(path: Path, tmp_path: Path) -> str:
    """Import for a trial; give the sentence that ended it, or what was said."""
    source = tmp_path / "source.txt"
    source.write_text(TEXT, encoding="utf-8")
    words = ["import", str(path), "--source", str(source), "--dry-run"]
    result = CliRunner().invoke(cli, words, standalone_mode=False)
    if result.exception:
        assert isinstance(result.exception, StudyGuideError), result.exception
        assert "\n" not in str(result.exception)
        return str(result.exception)
    return result.output


def archive(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("_", "."), data)
    return file.getvalue()


def collection(models: str) -> bytes:
    """Pack a collection in Anki's old format that has these note types, and nothing else."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("create table col(models, decks)")
        database.execute("insert into col values(?, '{}')", (models,))
        for table in (
            "notes(id, guid, mid, mod, tags, flds)",
            "cards(nid, ord, did, odid)",
        ):
            database.execute(f"create table {table}")
        database.commit()
        return archive(collection_anki2=database.serialize())


FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "no archive": ("a.apkg", lambda: b"PK nonsense", "no Anki package"),
    "an empty archive": ("a.apkg", archive, "no Anki package"),
    "no database": ("a.apkg", lambda: archive(collection_anki2=b"x" * 99), "no Anki package"),
    "note types that are a list": ("a.apkg", lambda: collection(models="[]"), "the shape that Anki gives"),
    "a note type by no number": ("a.apkg", lambda: collection(models='{"x": {}}'), "the shape that Anki gives"),
    "note types too deep": ("a.apkg", lambda: collection(models="[" * 99_999), "the shape that Anki gives"),
    "a picture called CSV": ("a.csv", lambda: b"\x89PNG\r\n\x1a\n\xff\xfe", "not UTF-8"),
    "NULs only": ("a.csv", lambda: b"\0" * 5000, "is no text"),
    "an unknown ending": ("a.exe", lambda: b"x", "is none of .apkg"),
    "JSON too deep": ("a.json", lambda: b"[" * 200_000, "is no JSON"),
    "a line of JSON too deep": ("a.jsonl", lambda: b"[" * 200_000, "cannot be read"),
    "YAML too deep": ("a.yaml", lambda: b"- " * 5000 + b"x", "cannot be read"),
    "aliases of YAML": ("a.yaml", lambda: b"a: &a [x]\nb: *a\n", "cannot be read"),
    "an empty file": ("a.md", lambda: b"", "0 cards"),
    "a field of millions": (
        "a.jsonl",
        lambda: json.dumps({"q": "Why?", "a": "x" * 5_000_000}).encode(),
        "longer than",
    ),
    "a cell of millions": ("a.csv", lambda: b"Why?," + b"x" * 6_000_000 + b"\n", "cannot be read"),
    "a quotation mark never closed": ("a.csv", lambda: b'"Why?,x\n' * 2000, "cards"),
    "a million brackets": ("a.md", lambda: b"Q: " + b"[" * 300_000 + b"\nA: x\n", "1 card:"),
    "a hundred thousand stars": ("a.md", lambda: b"Q: a" + b"*a _b" * 60_000 + b"\nA: x\n", "1 card:"),
    "deep HTML": ("a.csv", lambda: b"Why?," + b"<div>" * 100_000 + b"x\n", "1 card:"),
    "open tags": ("a.csv", lambda: b"Why?,<br>" + b"<a " * 100_000 + b"\n", "1 card:"),
    "half comments": ("a.csv", lambda: b"Why?,<br>" + b"<!--" * 100_000 + b"\n", "1 card:"),
    "half clozes": ("a.md", lambda: b"{{c1::x " * 60_000, "cannot be read"),
    "half comments of Markdown": ("a.md", lambda: b"<!-- " * 100_000, "0 cards"),
    "blanks": ("a.md", lambda: b"a" + b" " * 300_000 + b"b::c\n", "1 card:"),
    "images never closed": ("a.md", lambda: b"Q: " + b"![](" * 100_000 + b"\nA: x\n", "1 card:"),
    "attributes never closed": ("a.csv", lambda: b"Why?,<br>" + b"<img src='" * 60_000, "1 card:"),
    "clozes in clozes": ("a.md", lambda: b"{{c1::" * 20_000 + b"x" + b"}}" * 20_000, "cannot be read"),
    "surrogates": ("a.jsonl", lambda: b'{"q": "Why \\ud800?", "a": "\\udfff x"}', "1 card:"),
    "a number of 5,000 figures": ("a.jsonl", lambda: b'{"q": "How many?", "a": ' + b"9" * 5000 + b"}", "1 card:"),
    "a deck of a hundred thousand levels": (
        "a.jsonl",
        lambda: b"".join(json.dumps({"q": f"Why {n}?", "a": "x", "deck": "a::" * 90_000}).encode() + b"\n" for n in range(20)),
        "20 cards",
    ),
    "thousands of quotations": (
        "a.jsonl",
        lambda: json.dumps({"q": "How often does the pond fill?", "a": "thrice", "quote": ["the … a"] * 10_000}).encode(),
        "1 card:",
    ),
    "a column named a million times": ("a.csv", lambda: b"front,back," + b"front," * 100_000 + b"\nWhy?,x\n", "1 card:"),
    "names of pictures that are none": (
        "a.csv", lambda: b"Why?,x<img src=" + b"a" * 300 + b".png><img src='%00.png'><img src='%ff.png'>\n", "1 card:"
    ),
    "escapes of a terminal": ("a.jsonl", lambda: json.dumps({"q": "\x1b[31mWhy\x07?", "a": "x"}).encode(), "1 card:"),
}  # fmt: skip


@rows(("name", "data", "said"), FILES.values(), ids=FILES)
def test_a_sentence_or_an_unreadable_draft(
    tmp_path: Path, name: str, data: Callable[[], bytes], said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data())
    told = outcome(path, tmp_path)
    assert said in told
    assert "\x1b" not in told


def test_pipes_and_links_are_not_followed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert "there is no such file" in outcome(tmp_path / "pipe.csv", tmp_path)
    assert "there is no such file" in outcome(tmp_path / "none.csv", tmp_path)
    (tmp_path / "folder.csv").mkdir()
    assert "there is no such file" in outcome(tmp_path / "folder.csv", tmp_path)


def test_a_package_damaged_anywhere_is_one_sentence(tmp_path: Path) -> None:
    package(tmp_path / "whole.apkg", legacy=True)
    data = (tmp_path / "whole.apkg").read_bytes()
    chance = random.Random(3)
    for trial in range(12):
        damaged = bytearray(data)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / f"{trial}.apkg"
        path.write_bytes(damaged[: chance.randrange(len(data) // 2, len(data) + 1)])
        outcome(path, tmp_path)


@rows("ending", [".csv", ".md", ".json", ".jsonl", ".yaml", ".txt"])
def test_noise_is_no_traceback(tmp_path: Path, ending: str) -> None:
    chance = random.Random(5)
    signs = "QA:;,\t\n\"'{}[]<>&#=|?-*`\\ cloze1 ::é\u2028\x00\x1b"
    for trial in range(15):
        path = tmp_path / f"{trial}{ending}"
        text = "".join(chance.choices(signs, k=400))
        path.write_text(text, encoding="utf-8", newline="")
        outcome(path, tmp_path)


NOWHERE = {"question": "What is the capital of France?", "answer": "Paris"}
PLANTED = {"refused": "cards.yaml", "media": "quay.png"}


@pytest.mark.parametrize("mends", [False, True], ids=["writes", "deletes"])
@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.parametrize("where", ["outside", "inside"])
def test_nothing_is_written_or_deleted_by_a_folder_that_is_a_link(
    folder: Path,  # noqa: F811
    name: str,
    where: str,
    mends: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    beside = tmp_path_factory.mktemp("beside")
    target = folder / "sub" if where == "inside" else beside / "elsewhere"
    target.mkdir()
    (target / PLANTED[name]).write_text("keep me", encoding="utf-8")
    (folder / name).symlink_to(target)
    given = beside / "cards.jsonl"
    card = {"question": COUNT[0], "answer": COUNT[1] if mends else "41", "image": "quay.png"}
    given.write_text(json.dumps(card) + "\n", encoding="utf-8")
    (beside / "quay.png").write_bytes(picture())
    before = sorted(folder.rglob("*"))
    with pytest.raises(StudyGuideError, match=rf"{name} is a link") as refused:
        run("import", given, "--into", folder)
    assert "\n" not in str(refused.value)
    assert sorted(folder.rglob("*")) == before
    assert [path.name for path in target.iterdir()] == [PLANTED[name]]
    assert (target / PLANTED[name]).read_text("utf-8") == "keep me"


def test_a_deck_that_is_named_by_a_link_is_written(
    folder: Path,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    beside = tmp_path_factory.mktemp("beside")
    (beside / "by-link").symlink_to(folder)
    given = beside / "cards.jsonl"
    lines = [{"question": COUNT[0], "answer": COUNT[1]}, NOWHERE]
    given.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    run("import", given, "--into", beside / "by-link")
    assert (folder / "refused" / "cards.yaml").is_file()
    assert [*folder.glob("1-*.yaml")]


NAMES = ["a\nitems: [evil]\n#", "a\rb", "a\x85b", "a\u2028b", "a\x07b", "a\x1b[2Jb"]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_the_name_of_a_file_of_cards_stays_in_its_comment(
    folder: Path,  # noqa: F811
    name: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    given = tmp_path_factory.mktemp("beside") / f"{name}.jsonl"
    card = {"question": f"What is the capital of {name}?", "answer": "Paris"}
    given.write_text(json.dumps(card) + "\n", encoding="utf-8")
    assert run("import", given, "--into", folder).return_value == 1
    refused = (folder / "refused" / f"{name}.yaml").read_text("utf-8")
    head = refused.split("items:\n")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert all(sign.isprintable() or sign == "\n" for sign in head)


MEDIA = {
    "beside": ("quay.png", True),
    "one level below": ("img/quay.png", True),
    "two levels below": ("a/b/quay.png", False),
    "hidden by a link": ("link.png", False),
    "above": ("../quay.png", False),
    "above and back": ("img/../../quay.png", False),
}


@pytest.mark.parametrize(("name", "is_taken"), MEDIA.values(), ids=MEDIA)
def test_media_are_taken_from_near_the_file_of_cards(
    folder: Path,  # noqa: F811
    name: str,
    is_taken: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    given = tmp_path_factory.mktemp("beside") / "given"
    for place in ("quay.png", "img/quay.png", "a/b/quay.png", "../quay.png", ".hidden/quay.png"):
        (given / place).parent.mkdir(parents=True, exist_ok=True)
        (given / place).write_bytes(picture())
    (given / "link.png").symlink_to(".hidden/quay.png")
    cards = given / "cards.md"
    cards.write_text(f"Q: {COUNT[0]} ![a quay]({name})\nA: {COUNT[1]}\n", encoding="utf-8")
    result = run("import", cards, "--into", folder)
    assert [*(folder / "media").glob("*")] == ([folder / "media" / "quay.png"] if is_taken else [])
    assert ("cannot be used" in result.stderr) is not is_taken


def test_a_line_that_never_ends_is_answered() -> None:
    class Endless(io.StringIO):
        given = 0

        def readline(self, size: int = -1) -> str:
            assert 0 < size < 10**6, "the whole line would be read"
            self.given += size
            return "x" * size if self.given < 10**8 else ""

    (card,) = read_lines(lines_of(Endless()))
    assert "longer than" in card.fault

"""What is there already is not made again; what is missing, changed or would be another is."""

import json
import time
from contextlib import nullcontext
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from studyguide.workflows.build import _path, _pieces
from studyguide.workflows.check import Texts
from studyguide.workflows.made import LARGEST_FILE, Ground, Made
from studyguide.workflows.order import Order
from studyguide.workflows.release import release_of
from tests.conftest import HARBOUR, Desk
from tests.table import rows

BUNDLED = Templates.of(Path("no-deck"))


def made(folder: Path) -> Path:
    path = folder / "mills.pdf"
    path.write_bytes(b"a guide")
    ledger = Made.of(folder, "mills")
    ledger.note(path, "of this")
    ledger.save()
    return path


def test_a_file_is_there_until_something_changes(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert Made.of(tmp_path, "mills").has(path, "of this")
    assert not Made.of(tmp_path, "mills").has(path, "of something else")
    assert not Made.of(tmp_path, "other").has(path, "of this")
    path.write_bytes(b"another")
    assert not Made.of(tmp_path, "mills").has(path, "of this")
    path.write_bytes(b"a guide")
    assert Made.of(tmp_path, "mills").has(path, "of this")
    path.unlink()
    assert not Made.of(tmp_path, "mills").has(path, "of this")


@rows("text", ["", "{", "[]", '{"files": []}', '{"files": {"a": 1}}', "\x00", "[" * 10**5])
def test_what_cannot_be_read_was_not_made(tmp_path: Path, text: str) -> None:
    path = made(tmp_path)
    (tmp_path / ".mills.made.json").write_text(text, encoding="utf-8")
    assert not Made.of(tmp_path, "mills").has(path, "of this")


def test_nobody_else_can_say_what_was_made(tmp_path: Path) -> None:
    """A project comes with a guide of its own, and with the digests that anybody can work out."""
    path = made(tmp_path)
    digest = sha256(path.read_bytes()).hexdigest()
    told = {"files": {path.name: {"of": "of this", "is": digest}}}
    (tmp_path / ".mills.made.json").write_text(json.dumps(told), encoding="utf-8")
    assert not Made.of(tmp_path, "mills").has(path, "of this")


def test_what_nobody_can_read_was_not_made(tmp_path: Path) -> None:
    """A file that was not there when it was noted, or was a hole, is none that we made."""
    path, ledger = tmp_path / "mills.pdf", Made.of(tmp_path, "mills")
    ledger.note(path, "of this")
    assert not ledger.has(path, "of this")
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    ledger.note(path, "of this")
    assert not ledger.has(path, "of this")


@rows(("id", "name", "is_free"), [
    ("mills", "mills-exam.pdf", True),
    ("mills-exam", "mills-exam.pdf", False),
    ("mills-exam", "mills-exam-cards.pdf", True),
    ("mill", "mill-exam.pdf", True),
    ("other", "other.pdf", True),
])  # fmt: skip
def test_a_file_of_another_deck_is_not_written_over(
    tmp_path: Path, id: str, name: str, is_free: bool
) -> None:
    ledger = Made.of(tmp_path, "mills")
    ledger.note(tmp_path / "mills-exam.pdf", "of this")
    ledger.save()
    mill = Made.of(tmp_path, "mill")
    mill.note(tmp_path / "mill.pdf", "of this")
    mill.save()
    with nullcontext() if is_free else pytest.raises(StudyGuideError, match="of the deck `mills`"):
        Made.of(tmp_path, id).refuse_others(tmp_path / name)


MADE = {
    "all": (Order(), ("anki", "guide", "cards")),
    "a part": (Order(changed_since="x"), ("guide", "cards")),
    "a part to be attached": (Order(changed_since="x", attach=True), ("anki", "guide", "cards")),
    "one": (Order(only="guide"), ("guide",)),
    "one with the deck": (Order(only="guide", attach=True), ("anki", "guide")),
    "cards hold no deck": (Order(only="cards", attach=True), ("cards",)),
}  # fmt: skip


@rows(("order", "products"), MADE.values(), ids=MADE)
def test_what_is_attached_is_made_too(order: Order, products: tuple[str, ...]) -> None:
    assert order.products == products


LARGE = Layout(is_large=True)
TOLD = {
    "all in large print": (Order(LARGE), 1),
    "cards in large print": (Order(LARGE, only="cards"), 1),
    "a guide in large print": (Order(LARGE, only="guide"), 0),
    "a booklet": (Order(replace(LARGE, is_booklet=True), only="booklet"), 0),
    "a booklet in large print": (
        Order(replace(LARGE, is_booklet=True), only="booklet", wants_large=True),
        1,
    ),
    "a class test in large print": (Order(LARGE, is_test=True, wants_large=True), 0),
    "a class test as a booklet": (Order(is_test=True, only="booklet"), 1),
    "a class test of a key": (Order(is_test=True, only="key"), 1),
    "a class test": (Order(is_test=True), 0),
    "as usual": (Order(), 0),
}


@rows(("order", "count"), TOLD.values(), ids=TOLD)
def test_what_an_option_does_not_do_is_told(order: Order, count: int) -> None:
    assert len(order.notes) == count


NAMES = {
    "large print": (Order(LARGE), "mill.apkg mill-large-print.pdf mill-cards.pdf"),
    "the key in large print": (Order(LARGE, only="key"), "mill-large-print-key.pdf"),
    "part of it": (Order(LARGE, changed_since="x"), "mill-chosen-large-print.pdf mill-chosen-cards.pdf"),
    "a booklet, whose pages are halved": (
        Order(replace(LARGE, is_booklet=True), only="booklet"),
        "mill-booklet.pdf",
    ),
    "as usual": (Order(), "mill.apkg mill.pdf mill-cards.pdf"),
}  # fmt: skip


@rows(("order", "names"), NAMES.values(), ids=NAMES)
def test_large_print_stands_beside_the_usual(order: Order, names: str) -> None:
    assert " ".join(_path(order, "mill", what).name for what in order.products) == names


SAME = {
    "a file elsewhere": ([Path("/a/b.png"), "c"], [Path("/d/e/b.png"), "c"]),
    "a name with a quotation mark": ([Path("/a'/b.png")], [Path("/d/b.png")]),
}
OTHER = {
    "another file": ([Path("/a/b.png")], [Path("/a/c.png")]),
    "words that look like a file": (["PosixPath('a/b')"], ["PosixPath('c/b')"]),
    "with both marks": (["\" Path('a/b')"], ["\" Path('c/b')"]),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_where_a_file_lies_does_not_count(one: object, other: object) -> None:
    assert Ground(BUNDLED).fingerprint(one) == Ground(BUNDLED).fingerprint(other)


@rows(("one", "other"), OTHER.values(), ids=OTHER)
def test_all_else_counts(one: object, other: object) -> None:
    assert Ground(BUNDLED).fingerprint(one) != Ground(BUNDLED).fingerprint(other)


def test_a_long_word_is_looked_through_in_time() -> None:
    begun = time.process_time()
    Ground(BUNDLED).fingerprint("a" * 10**6, "Path(" * 10**5)
    assert time.process_time() - begun < 2


def test_a_template_of_the_deck_counts(tmp_path: Path) -> None:
    (tmp_path / "templates/guide").mkdir(parents=True)
    own = tmp_path / "templates/guide/guide.css"
    own.write_text("p { color: black }")
    first = Ground(Templates.of(tmp_path)).fingerprint("guide")
    assert (
        first
        == Ground(Templates.of(tmp_path)).fingerprint("guide")
        != Ground(BUNDLED).fingerprint("guide")
    )
    own.write_text("p { color: #000 }")
    assert first != Ground(Templates.of(tmp_path)).fingerprint("guide")


OF_THE_GUIDE_ALONE = {
    "summary": ("1-section.yaml", "Some words.", "Other words."),
    "introduction": ("deck.yaml", "language: en", "language: en\nintroduction: Lamps."),
    "discussion": ("deck.yaml", "language: en", "language: en\ndiscussion: [Why lamps?]"),
}
OF_ALL = {
    "title": ("deck.yaml", "The Harbour Papers", "Harbour Papers"),
    "title of a section": ("1-section.yaml", "A title", "Another title"),
    "an item": ("1-section.yaml", "Who led", "Who then led"),
}


def digests(desk: Desk) -> dict[str, str]:
    texts = Texts(desk.folder / "text.txt", None, for_one=True)
    result, release = release_of(desk.folder, texts, Order(into=desk.folder), lambda _: None)
    assert release, result.findings
    return {what: each.of for what, each in _pieces(release, Order(), ()).items()}


@pytest.mark.parametrize("name", [*OF_THE_GUIDE_ALONE, *OF_ALL])
def test_what_shows_a_change_is_made_again(desk: Desk, name: str) -> None:
    file, old, new = {**OF_THE_GUIDE_ALONE, **OF_ALL}[name]
    (desk.folder / "text.txt").write_text(HARBOUR, encoding="utf-8")
    quoted = "answer: Ada Kestrel\nevidence: Their leader, Ada Kestrel"
    desk.section(f"question: Who led the lamplighters of Port Selby?\n{quoted}")
    before = digests(desk)
    path = desk.folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    after = digests(desk)
    again = {what for what in before if before[what] != after[what]}
    assert again == ({"guide"} if name in OF_THE_GUIDE_ALONE else {"anki", "guide", "cards"})

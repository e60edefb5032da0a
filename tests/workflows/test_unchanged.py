"""What was said of a deck is said again where all is as it was, and only there."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyguide.finding import Finding, Location
from studyguide.system.program import program
from studyguide.workflows.build import build_folder
from studyguide.workflows.check import Texts
from studyguide.workflows.order import Order
from studyguide.workflows.result import Result
from studyguide.workflows.unchanged import Look, Place, look, remember
from tests.conftest import HARBOUR, Desk
from tests.places import ROOT

OPTIONS: dict[str, Any] = {"only": "anki", "changed_since": "", "edition": "", "is_test": False}
ITEM = "question: Who led the lamplighters of Port Selby?\nanswer: Ada Kestrel\nevidence: {}"
TEXT = Path("text.txt")
PACKAGE = ROOT / "studyguide"
DIST = Path("dist")
DECK = Path("cards/harbour")


def place(**options: object) -> Place:
    return Place(DECK, str(TEXT), DIST, OPTIONS | options)


def built(before: Look) -> Result:
    texts = Texts(TEXT, None, for_one=True)
    result = build_folder(DECK, texts, Order(only="anki"), lambda _: None)
    remember(before, result, ["  all is well"])
    return result


def git(*words: str) -> None:
    nobody = ("-c", "user.name=a", "-c", "user.email=a@b")
    subprocess.run(["git", *nobody, *words], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STUDYGUIDE_SOURCE", "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    TEXT.write_text(HARBOUR, encoding="utf-8")
    DECK.mkdir(parents=True)
    desk = Desk(DECK)
    desk.section(ITEM.format("Their leader, Ada Kestrel"))
    git("init", "-q")
    return tmp_path


def unchanged() -> Look:
    """Build the deck, which writes its lock, and look at it again."""
    before = look(place())
    assert before.rest
    assert before.known is None
    assert built(before).written == (DIST / "harbour.apkg",)
    return look(place())


def test_a_first_build_is_remembered() -> None:
    known = unchanged().known
    assert known
    assert (known.id, known.findings, known.lines) == ("harbour", (), ("  all is well",))


def rewritten(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def forged() -> None:
    path = DIST / ".harbour.made.json"
    told = json.loads(path.read_text())
    told["said"]["lines"] = ["  trust me"]
    path.write_text(json.dumps(told))


def tagged() -> None:
    git("add", "-A")
    git("commit", "-qm", "x")
    assert built(look(place())).kept
    assert look(place()).known
    git("tag", "v1")


def written(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def hollow(path: Path, size: int) -> None:
    """Write a file that is large for whoever reads it, and costs nothing."""
    with path.open("wb") as file:
        file.truncate(size)


CHANGES: dict[str, Callable[[], object]] = {
    "an item": lambda: rewritten(DECK / "1-section.yaml", "Who led", "Who then led"),
    "deck.yaml": lambda: rewritten(DECK / "deck.yaml", "Nora Quill", "Nora Quills"),
    "the lock": lambda: rewritten(DECK / "deck.lock", "1790000000", "1790000001"),
    "no lock": (DECK / "deck.lock").unlink,
    "the text": lambda: rewritten(TEXT, "1911", "1912"),
    "no text": TEXT.unlink,
    "a text of its own": lambda: shutil.copy(TEXT, DECK / "source.txt"),
    "a picture": lambda: written(DECK / "media/a.png"),
    "a template": lambda: written(DECK / "templates/words/en.yaml"),
    "a link": lambda: (DECK / "a").symlink_to("/etc"),
    "what was made": lambda: written(DIST / "harbour.apkg"),
    "what was made is gone": (DIST / "harbour.apkg").unlink,
    "another folder": lambda: (DIST.rename("other"), DIST.symlink_to("other")),
    "words of another": forged,
    "a commit": lambda: (git("add", "-A"), git("commit", "-qm", "x")),
    "a tag": tagged,
    "no repository": lambda: shutil.rmtree(".git"),
    "what is no repository": lambda: written(Path(".git/HEAD"), "nonsense"),
    "the clock that is told": lambda: os.environ.update(SOURCE_DATE_EPOCH="1790000001"),
    "a file that is a hole": lambda: hollow(DECK / "large.bin", 2**40),
    "files that are holes": lambda: [hollow(DECK / f"{n}.bin", 2**28) for n in range(9)],
    "what was made is a hole": lambda: hollow(DIST / "harbour.apkg", 2**40),
    "another text is named": lambda: os.environ.update(STUDYGUIDE_SOURCE="text.txt"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(change: Callable[[], object]) -> None:
    assert unchanged().known
    change()
    assert look(place()).known is None


NO_CHANGES: dict[str, Callable[[], object]] = {
    "times": lambda: os.utime(DECK / "1-section.yaml", (1, 1)),
    "the same again": lambda: (DECK / "deck.yaml").write_bytes((DECK / "deck.yaml").read_bytes()),
    "other files": lambda: written(Path("notes.txt")),
    "another deck": lambda: written(Path("cards/other/deck.yaml"), "id: other"),
    "another deck's": lambda: written(DIST / "other.apkg"),
}


@pytest.mark.parametrize("change", NO_CHANGES.values(), ids=NO_CHANGES)
def test_what_decides_on_nothing_is_no_change(change: Callable[[], object]) -> None:
    assert unchanged().known
    change()
    assert look(place()).known


@pytest.mark.parametrize("options", [{"only": "guide"}, {"edition": "exam"}], ids=str)
def test_another_order_is_another_build(options: dict[str, str]) -> None:
    assert unchanged().known
    assert look(place(**options)).known is None


def test_a_word_list_is_of_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is known of a language decides on what is found in a deck as much as any code."""
    shutil.copytree(PACKAGE, tmp_path / "program", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("studyguide.system.program._PACKAGE", tmp_path / "program")
    before = program.__wrapped__()
    with (tmp_path / "program/language/lexicons/de.txt").open("a") as file:
        file.write("# more\n")
    assert program.__wrapped__() != before


def test_what_changes_while_it_is_built_is_not_remembered() -> None:
    before = look(place())
    rewritten(DECK / "1-section.yaml", "Who led", "Who then led")
    built(before)
    assert look(place()).known is None


def test_warnings_are_said_again_with_their_lines() -> None:
    question = "Did Ada Kestrel lead the lamplighters?"
    Desk(DECK).section(f"question: {question}\nanswer: yes\nevidence: Their leader, Ada Kestrel")
    result = built(look(place()))
    assert [each.severity for each in result.findings] == ["warning"]
    known = look(place()).known
    assert known
    assert known.findings == result.findings
    texts = [each.location.text for each in (*known.findings, *result.findings)]
    assert texts[0] == texts[1] != ""


@pytest.mark.parametrize("code", ["image-unprinted", "date-future"])
def test_what_may_not_be_said_the_next_time_is_not_remembered(code: str) -> None:
    found = (Finding(Location(DECK / "deck.yaml"), code, "this", severity="warning"),)
    before = look(place())
    texts = Texts(TEXT, None, for_one=True)
    result = build_folder(DECK, texts, Order(only="anki"), lambda _: None)
    remember(before, result._replace(report=result.report._replace(findings=found)), [])
    assert look(place()).known is None


def test_an_error_is_not_remembered() -> None:
    rewritten(DECK / "1-section.yaml", "answer: Ada Kestrel", "answer: Tobias Fenn")
    assert built(look(place())).report.errors
    assert look(place()).known is None

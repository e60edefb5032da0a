"""The check as a whole: with the text, without it, everything in one run, the same each time."""

import ast
import re
from pathlib import Path

import pytest

from studyguide.checking import examine
from studyguide.checking.check import check, unreadable
from studyguide.checking.examine import is_text_of
from studyguide.evidence.gates import Gated
from studyguide.finding import Finding, Location
from studyguide.loading.load import load
from studyguide.lock.lock import Lock
from studyguide.lock.on_disk import open_lock, save_lock
from studyguide.lock.to_json import dump
from studyguide.source.source import Source, read
from tests.conftest import HARBOUR, serious
from tests.places import ROOT
from tests.table import rows

COLD = "question: How was it?\nanswer: cold\nevidence: It was cold. It"
LEFT = "id: left\nquestion: In which year did he leave?\nanswer: '1912'\nevidence: In 1912 he left"

WRONG = (
    "id: one\nquestion: How many?\nanswer: some\nevidence: It was cold. It",
    "id: two\nquestion: When and why?\nanswer: '1914'\nevidence: In 1912 he left",
    "id: three\ncloze: It was {{c1::warm}}, very warm.\nevidence: It was cold. It\nwording: {hot: cold}",
    "id: four\nquestion: Where was Fenn?\nanswer: nowhere\nevidence: not there",
)


def codes(report) -> list[str]:
    return [finding.code for finding in serious(report)]


def test_everything_is_found_in_one_run_and_in_order(desk) -> None:
    desk.section(*WRONG, summary="“Nowhere”")
    found = desk.found()
    assert list(found) == sorted(found)
    assert {each.code for each in found} == {
        "answer-how-many",
        "answer-number",
        "answer-unsupported",
        "cloze-given-away",
        "cloze-unsupported",
        "evidence-short",
        "question-double",
        "quotation-altered",
        "wording-unused",
    }
    places = [(each.location.path.name, each.location.line) for each in found]
    assert places == sorted(places)
    assert {each.deck for each in found} == {"harbour"}
    assert {each.item for each in found} == {"", "one", "two", "three", "four"}
    assert {each.section for each in found if each.item} == {1}


def test_two_runs_find_the_same(desk) -> None:
    desk.section(*WRONG)
    first = desk.check()
    assert desk.check() == first
    deck, loaded = load(desk.folder)
    again = check(deck, loaded, read(HARBOUR), Lock(), 1000)
    assert serious(again) == serious(first)
    assert dump(again.lock) == dump(first.lock)


def test_two_runs_write_the_same_lock(desk, tmp_path: Path) -> None:
    desk.section(COLD, LEFT)
    path = tmp_path / "deck.lock"
    assert save_lock(desk.check().lock, path)
    desk.lock = open_lock(path)
    assert not save_lock(desk.check(now=2000).lock, path)


def test_with_the_text_receipts_are_renewed(desk) -> None:
    desk.section(COLD, LEFT)
    report = desk.check()
    assert (report.held, report.errors, serious(report)) == ("full", 0, ())
    assert report.states == {"ok": 2, "stale": 0, "unchecked": 0}
    assert sorted(report.lock.items) == ["item", "left"]
    assert report.lock.source
    assert report.lock.source.words == read(HARBOUR).words


def test_without_the_text_receipts_stand_for_it(desk) -> None:
    desk.section(COLD, LEFT)
    desk.check()
    before = desk.lock
    report = desk.check(None)
    assert (report.held, report.errors, serious(report)) == ("receipts", 0, ())
    assert report.lock == before
    assert report.quoted == desk.check().quoted


def test_without_the_text_and_receipts_nothing_passes(desk) -> None:
    desk.section(COLD, LEFT)
    report = desk.check(None)
    assert codes(report) == ["receipt-missing", "receipt-missing"]
    assert report.states == {"ok": 0, "stale": 0, "unchecked": 2}
    assert report.lock == Lock()


def test_without_the_text_what_needs_none_is_still_checked(desk) -> None:
    desk.section(COLD)
    desk.check()
    desk.section(COLD, WRONG[1])
    assert codes(desk.check(None)) == ["receipt-missing", "question-double"]


def test_what_could_not_be_read_keeps_its_receipt(desk) -> None:
    desk.section(COLD, LEFT)
    desk.check()
    before = desk.lock
    desk.section(COLD, LEFT.replace("answer", "anwser"))
    report = desk.check(now=2000)
    assert "id-vanished" not in codes(report)
    assert report.errors == len(serious(report)) > 0
    assert report.lock == before


def test_what_is_gone_keeps_its_receipt(desk) -> None:
    desk.section(COLD, LEFT)
    desk.check()
    desk.publish()
    desk.section(COLD)
    report = desk.check()
    assert codes(report) == ["id-vanished"]
    assert "left" in report.lock.items


def test_warnings_do_not_keep_an_item_from_its_receipt(desk, monkeypatch) -> None:
    def warn(case):
        finding = case.item.error(case.item.prompt, "hm", "hm", "")
        yield finding._replace(severity="warning")

    monkeypatch.setattr(examine, "GATED", Gated((warn,)))
    desk.section(COLD)
    report = desk.check()
    assert report.errors == 0
    assert "hm" in [each.code for each in report.findings]
    assert report.states["ok"] == 1


def test_doubled_ids_get_no_receipt(desk) -> None:
    desk.section(COLD, COLD, LEFT)
    report = desk.check()
    assert codes(report) == ["id-duplicate"]
    assert sorted(report.lock.items) == ["left"]


def test_how_much_is_quoted_is_told_with_and_without_the_text(desk) -> None:
    desk.section(COLD, LEFT)
    report = desk.check()
    assert report.quoted.run == 4
    assert report.quoted.share == pytest.approx(8 / read(HARBOUR).words)
    assert desk.check(None).quoted == report.quoted


def test_a_deck_that_cannot_be_read() -> None:
    finding = Finding(Location(Path("deck.yaml")), "yaml-colon", "no")
    report = unreadable((finding,), Lock())
    assert (report.deck, report.errors, report.held) == (None, 1, "receipts")
    assert sum(report.states.values()) == 0


TEXTS = {
    "its own": (HARBOUR, True),
    "another edition of it": (HARBOUR.replace("In 1912 he left", "He left"), True),
    "another text": ("1. A mill stands on a creek.\n", False),
    "no text": ("", False),
}


@rows(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_known_by_what_is_quoted_from_it(desk, text: str, expected: bool) -> None:
    desk.section(COLD, LEFT)
    deck, _ = load(desk.folder)
    assert is_text_of(deck, read(text)) is expected


def test_a_deck_without_quotations_takes_any_text(desk) -> None:
    desk.section()
    deck, _ = load(desk.folder)
    assert is_text_of(deck, read("Anything."))


PACKAGE = ROOT / "studyguide"
TESTS = ROOT / "tests"
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
CHECKING = (
    *sorted((PACKAGE / "rules").glob("*.py")),
    PACKAGE / "checking" / "check.py",
    PACKAGE / "checking" / "receipts.py",
)


def codes_in(path: Path) -> set[str]:
    """Collect every code that a module gives to a finding, but for those that only ever warn."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [call for call in ast.walk(tree) if isinstance(call, ast.Call)]
    warned = {
        id(node)
        for call in calls
        if getattr(call.func, "attr", "") == "warning"
        for node in ast.walk(call)
    }
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {
        node.value
        for node in texts
        if isinstance(node.value, str) and id(node) not in warned and CODE.fullmatch(node.value)
    }


def test_every_error_of_the_check_is_fired_by_some_test() -> None:
    """`test_catalog` fires every code once; here each has its table of cases as well."""
    files = list((TESTS / "rules").rglob("*.py"))
    files += [TESTS / "checking" / f"test_{name}.py" for name in ("check", "receipts")]
    tests = "".join(path.read_text(encoding="utf-8") for path in files)
    codes = set().union(*(codes_in(path) for path in CHECKING))
    assert len(codes) > 35
    assert sorted(code for code in codes if f'"{code}"' not in tests) == []


def test_every_item_of_the_real_deck_passes(real_source: Source) -> None:
    folder = PACKAGE.parent / "cards" / "soviet-miners"
    deck, loaded = load(folder)
    report = check(deck, loaded, real_source, open_lock(folder / "deck.lock"), 1000)
    assert [each for each in serious(report) if each.is_error] == []
    assert report.states["ok"] == len(deck.items) > 90


def test_every_item_of_the_small_deck_passes() -> None:
    folder = PACKAGE.parent / "cards" / "tide-mills"
    deck, loaded = load(folder)
    source = read((folder / "source.txt").read_text(encoding="utf-8"))
    report = check(deck, loaded, source, open_lock(folder / "deck.lock"), 1000)
    assert [each for each in serious(report) if each.is_error] == []

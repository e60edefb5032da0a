"""Checking again: only what has changed is held against the text, and nothing is missed by that."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.checking.check import Report
from studyguide.lock.lock import Lock, Review
from studyguide.lock.review import accept, pending
from tests.conftest import HARBOUR
from tests.places import ROOT

COLD = "question: How many lamps stayed dark?\nanswer: hundreds of thousands\nevidence: Hundreds of thousands of lamps"
LEFT = (
    "id: left\nquestion: In which year did Brand leave?\nanswer: '1912'\nevidence: In 1912 he left"
)
JUNE = "id: june\ncloze: By {{c1::June}} 1911 it spread.\nevidence: By June 1911 the walkout had spread"
WARNED = (
    "id: warned\nquestion: What was it without any doubt?\nanswer: cold\nevidence: It was cold. It"
)
SUMMARY = "It was cold, and a walkout spread."


@pytest.fixture
def checked(desk):
    """A desk whose items have passed once, one of them with a warning that nobody has settled."""
    desk.section(COLD, LEFT, JUNE, WARNED, summary=SUMMARY)
    assert desk.check().errors == 0
    return desk


def afresh(desk, text: str = HARBOUR, lock: Lock | None = None) -> Report:
    """Check the same deck under a lock that vouches for nothing, and leave the desk's lock alone."""
    kept = desk.lock
    desk.lock = Lock() if lock is None else lock
    report = desk.check(text)
    desk.lock = kept
    return report


def test_what_has_passed_is_not_examined_again(checked) -> None:
    assert afresh(checked).examined == 4
    assert checked.check().examined == 1  # the one with an open warning


def test_line_ends_of_another_machine_change_nothing(checked) -> None:
    checked.section(COLD, LEFT, JUNE)
    checked.check()
    before = checked.lock
    assert checked.check(HARBOUR.replace("\n", "\r\n")).examined == 0
    assert checked.lock == before
    assert checked.check(HARBOUR.replace("\n", "\n\n\n")).examined == 3


UNCHANGED = """
import sys
from pathlib import Path
from studyguide.workflows.check import Texts, check_folder

result = check_folder(Path(sys.argv[1]), Texts(None, None, for_one=True), lambda _: None)
rooms = ("checking.examine", "rules.answer", "syntax.", "evidence.", "source.section")
print(result.report.examined, [each for each in sys.modules if each.startswith(tuple(f"studyguide.{room}" for room in rooms))])
"""


def test_nothing_is_loaded_for_what_has_not_changed(tmp_path: Path) -> None:
    deck = shutil.copytree(ROOT / "cards" / "tide-mills", tmp_path / "tide-mills")
    done = subprocess.run(
        [sys.executable, "-c", UNCHANGED, deck], capture_output=True, text=True, check=True
    )
    assert done.stdout == "0 []\n"


CHANGES = {
    "nothing": (COLD, LEFT, JUNE, WARNED),
    "an item goes wrong": (COLD, LEFT.replace("'1912'", "'1913'"), JUNE, WARNED),
    "evidence is lost": (COLD, LEFT, JUNE.replace("June 1911 the", "July 1911 the"), WARNED),
    "an item is new": (COLD, LEFT, JUNE, WARNED, COLD.replace("question", "id: n\nquestion")),
    "a new item is wrong": (COLD, LEFT, JUNE, WARNED, LEFT.replace("left", "x", 1).replace("'1912'", "no")),
    "an item is gone": (COLD, JUNE, WARNED),
    "a warning is mended": (COLD, LEFT, JUNE),
    "two ask the same": (COLD, LEFT, JUNE, WARNED, COLD.replace("question", "id: n\nquestion")),
}  # fmt: skip


@pytest.mark.parametrize("bodies", CHANGES.values(), ids=CHANGES)
def test_checking_again_finds_what_checking_all_finds(checked, bodies: tuple[str, ...]) -> None:
    checked.section(*bodies, summary=SUMMARY)
    all_anew = checked.lock._replace(source=None)
    whole, again = afresh(checked, lock=all_anew), checked.check()
    assert again.findings == whole.findings
    assert (again.states, again.quoted) == (whole.states, whole.quoted)
    assert again.lock.items == whole.lock.items
    assert again.lock.heads == whole.lock.heads


@pytest.mark.parametrize(
    "summary", ["It was “warm”.", "Zanzibar was cold.", "A cloud; nobody gave way."], ids=str
)
def test_a_changed_summary_is_read_again(checked, summary: str) -> None:
    checked.section(COLD, LEFT, JUNE, WARNED, summary=summary)
    for _ in range(2):  # what is wrong with it is said each time
        assert checked.check().findings == afresh(checked).findings


def test_another_file_is_read_whole(checked) -> None:
    assert checked.check(HARBOUR + "\n").examined == 4
    assert checked.check(HARBOUR + "\n").examined == 1


def test_a_changed_deck_file_asks_for_everything(checked) -> None:
    checked.deck(author="Someone Else")
    assert checked.check().examined == 4


def test_a_changed_deck_file_leaves_reviews_alone(checked) -> None:
    receipt = checked.lock.items["left"]._replace(review=Review("2026-01-02", {}))
    checked.lock = checked.lock._replace(items={**checked.lock.items, "left": receipt})
    checked.deck(author="Someone Else")
    checked.check()
    assert checked.lock.items["left"].review == Review("2026-01-02", {})


def test_a_settled_warning_needs_no_second_look(checked) -> None:
    (mark,) = checked.lock.items["warned"].warnings
    receipt = checked.lock.items["warned"]._replace(review=Review("2026-01-02", {mark: "so it is"}))
    checked.lock = checked.lock._replace(items={**checked.lock.items, "warned": receipt})
    report = checked.check()
    assert (report.examined, report.findings, report.accepted) == (0, (), 1)
    assert afresh(checked, lock=checked.lock).accepted == 1


def test_a_summary_can_be_settled_until_it_changes(checked) -> None:
    checked.section(COLD, LEFT, JUNE, WARNED, summary="The walkout was like one in Belfast.")
    report = checked.check()
    (asked,) = [
        each
        for each in pending(report.deck, report.findings, report.lock)
        if each.id == "section-1"
    ]
    checked.lock = accept(report.lock, asked, "an example of the teacher's", "2026-01-02")
    for count in (4, 1):  # under another file, then under the same
        report = checked.check(HARBOUR + "\n")
        assert "summary-name" not in {each.code for each in report.findings}
        assert report.examined == count
    checked.section(COLD, LEFT, JUNE, WARNED, summary="The walkout was just like one in Belfast.")
    report = checked.check(HARBOUR + "\n")
    assert "summary-name" in {each.code for each in report.findings}
    assert report.lock.summaries == {}

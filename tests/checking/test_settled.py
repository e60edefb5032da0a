"""Warnings that `accept:` in `deck.yaml` settles: all of a code, with a reason, and no error ever."""

from pathlib import Path

from studyguide.checking.check import Report
from studyguide.cli.closing_lines import summary
from studyguide.workflows.result import Result
from tests.conftest import Desk

YES_NO = (
    "question: Did a constable join the walkout?\nanswer: yes\nevidence: One constable joined it"
)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def told(report: Report, text: Path | None = Path("text.txt")) -> str:
    return "\n".join(summary([Result(Path("deck"), report, text)]))


def test_a_class_is_settled_and_told_with_its_reason(desk: Desk) -> None:
    desk.section(YES_NO)
    assert codes(desk.check()) == ["question-yes-no"]
    desk.deck(accept="{question-yes-no: The exam asks so.}")
    report = desk.check()
    assert codes(report) == []
    assert "1 warning `question-yes-no` accepted for the whole deck: The exam asks so." in told(
        report
    )
    assert report.accepted == 0


def test_it_is_told_again_when_nothing_has_changed(desk: Desk) -> None:
    desk.section(YES_NO)
    desk.deck(accept="{question-yes-no: The exam asks so.}")
    first = told(desk.check())
    assert told(desk.check(now=2000)) == first


def test_without_the_text_the_reason_is_told(desk: Desk) -> None:
    desk.section(YES_NO)
    desk.deck(accept="{question-yes-no: The exam asks so.}")
    desk.check()
    report = desk.check(text=None)
    assert codes(report) == []
    assert "`question-yes-no` accepted for the whole deck: The exam asks so." in told(report, None)


def test_it_settles_what_a_broken_item_has_of_it(desk: Desk) -> None:
    desk.section(YES_NO.replace("answer: yes", "answer: yes, 17"))
    desk.deck(accept="{question-yes-no: The exam asks so.}")
    assert codes(desk.check()) == ["answer-number"]


def test_errors_of_the_same_code_stay(desk: Desk) -> None:
    desk.section(
        "question: What joined the walkout?\nanswer: pigeons\nevidence: constable joined it"
    )
    desk.deck(accept="{answer-unsupported: We say it freely.}")
    assert sorted(codes(desk.check())) == ["accept-unused", "answer-unsupported"]


def test_another_class_stays(desk: Desk) -> None:
    desk.section(YES_NO)
    desk.deck(accept="{rival: Names stand close.}")
    assert sorted(codes(desk.check())) == ["accept-unused", "question-yes-no"]


def test_a_class_can_go_without_a_stale_receipt(desk: Desk) -> None:
    desk.section(YES_NO)
    desk.deck(accept="{question-yes-no: The exam asks so.}")
    desk.check()
    desk.deck()
    assert codes(desk.check(text=None)) == ["question-yes-no"]


def test_what_is_no_warning_cannot_be_accepted(desk: Desk) -> None:
    desk.section(YES_NO)
    desk.deck(
        accept="{question-number: Counted., question-yes-no: The exam asks so., nonsense: Why not.}"
    )
    found = desk.check().findings
    assert [(each.code, each.location.path.name) for each in found] == [
        ("accept-unknown", "deck.yaml"),
        ("accept-unknown", "deck.yaml"),
    ]


def test_a_class_needs_a_reason(desk: Desk) -> None:
    desk.section(YES_NO)
    desk.deck(accept="{question-yes-no: }")
    assert "value-empty" in codes(desk.check())

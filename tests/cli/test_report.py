"""Findings as they are printed: the line and a caret, JSON as the design has it, annotations."""

import json
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyguide.checking.budget import Quoted
from studyguide.checking.check import Report
from studyguide.cli.report import FEW, as_github, as_json, as_text
from studyguide.finding import NO_SECTION, Finding, Location
from studyguide.lock.lock import Lock
from studyguide.system import terminal
from studyguide.workflows.result import Result
from tests.table import rows

STATES = {"ok": 3, "stale": 2, "unchecked": 1}


def plain(text: str, **_: object) -> str:
    return text


def result(*findings: Finding, held: str = "full", quoted: Quoted = Quoted(0.12345, 9)) -> Result:  # noqa: B008
    report = Report(None, findings, Lock(), held, STATES, quoted)
    return Result(Path("cards/x"), report, None)


def printed(
    tmp_path: Path, text: str | bytes, column: int, length: int = 1, line: int = 1
) -> list[str]:
    """Print a finding at this place of a file; give the lines without their indentation of four."""
    path = tmp_path / "1-a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    read = path.read_bytes().decode("utf-8-sig", "replace")
    place = Location(path, line, column, length, read)
    finding = Finding(place, "a-code", "a message", "a help")
    path.unlink()
    lines = [*as_text([result(finding)], plain)]
    assert lines[0] == f"{path}:{line}:{column}: error: a message [a-code]"
    assert lines[-1] == "  help: a help"
    assert all(line.startswith("    ") for line in lines[1:-1])
    return [line[4:] for line in lines[1:-1]]


def width(text: str) -> int:
    """Count terminal columns in a way of its own: wide signs two, marks none."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


CARETS = {
    "one sign": ("answer: pay", (9, 1), ("answer: pay", "        ^")),
    "a word": ("answer: pay", (9, 3), ("answer: pay", "        ^^^")),
    "the whole line": ("answer: pay", (1, 11), ("answer: pay", "^^^^^^^^^^^")),
    "more than the line has": ("answer: pay", (9, 99), ("answer: pay", "        ^^^")),
    "no length": ("answer: pay", (9, 0), ("answer: pay", "        ^")),
    "after the end": ("answer:", (9, 1), ("answer:", "        ^")),
    "tabs": ("a:\t\tpay", (5, 3), ("a:  pay", "    ^^^")),
    "carriage return": ("answer: pay\r\n", (9, 3), ("answer: pay", "        ^^^")),
    "control characters": ("a: \x1b[31mpay", (9, 3), ("a:  [31mpay", "        ^^^")),
    "byte order mark": (b"\xef\xbb\xbfanswer: pay", (9, 3), ("answer: pay", "        ^^^")),
    "no UTF-8": (b"answer: \xff", (9, 1), ("answer: �", "        ^")),
    "wide signs before": ("答え: pay", (5, 3), ("答え: pay", "      ^^^")),
    "wide signs marked": ("a: 答え", (4, 2), ("a: 答え", "   ^^^^")),
    "accents before": ("cafe\u0301: pay", (8, 3), ("cafe\u0301: pay", "      ^^^")),
    "soft hyphen": ("la\u00admp: pay", (8, 3), ("la mp: pay", "       ^^^")),
    "emoji": ("🕯: 🏮 pay", (6, 3), ("🕯: 🏮 pay", "      ^^^")),
}  # fmt: skip


@rows(("text", "place", "shown"), CARETS.values(), ids=CARETS)
def test_caret(tmp_path: Path, text, place: tuple[int, int], shown: tuple[str, str]) -> None:
    assert printed(tmp_path, text, *place) == [*shown]


CONSOLES = {"utf-8": "Dvořák 水 pay", "cp1252": "Dvo?ák ? pay", "ascii": "Dvo??k ? pay"}


@pytest.mark.parametrize("encoding", CONSOLES)
def test_a_caret_stands_right_on_any_console(
    tmp_path: Path, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal.sys, "stdout", SimpleNamespace(encoding=encoding))
    line, caret = printed(tmp_path, "Dvořák 水 pay", 10, 3)
    assert line == CONSOLES[encoding]
    assert caret == " " * width(line.removesuffix("pay")) + "^^^"


@rows("column", [1, 40, 60, 97, 150, 290])
def test_long_lines_are_cut_around_the_place(tmp_path: Path, column: int) -> None:
    text = "".join(chr(0x4E00 + index) for index in range(300))  # all different, all wide
    line, caret = printed(tmp_path, text, column, 3)
    assert len(line) <= 96
    at = next(at for at in range(len(line)) if width(line[:at]) == len(caret) - len(caret.lstrip()))
    assert line[at : at + 3] == text[column - 1 : column + 2]
    assert len(caret.strip()) == 6
    assert line.startswith("…") == (column > 49)
    assert line.endswith("…") == (column < 253)


def test_a_caret_does_not_go_past_what_is_shown(tmp_path: Path) -> None:
    line, caret = printed(tmp_path, "answer: " + "pay " * 100, 9, 300)
    assert len(caret) == len(line) == 96


@pytest.mark.parametrize("line", [2, 99])
def test_a_line_that_is_empty_or_gone_is_not_shown(tmp_path: Path, line: int) -> None:
    assert printed(tmp_path, "a\n\nb", 1, line=line) == []


def test_nothing_is_shown_of_a_file_that_was_not_read() -> None:
    finding = Finding(Location(Path("gone.yaml"), 3, 4), "a-code", "a message")
    assert [*as_text([result(finding)], plain)] == ["gone.yaml:3:4: error: a message [a-code]"]


LINE_ENDS = {"unix": "\n", "dos": "\r\n", "mac": "\r"}


@rows("end", LINE_ENDS.values(), ids=LINE_ENDS)
def test_lines_are_those_that_locations_count(desk, end: str) -> None:
    path = desk.section("question: How?\nanswer: 41\nevidence: It was cold. It")
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", end).encode())
    lines = [*as_text([Result(desk.folder, desk.check(), None)], plain)]
    at = next(index for index, line in enumerate(lines) if "answer-number" in line)
    assert lines[at].startswith(f"{path}:7:13: error: the number 41")
    assert lines[at + 1 : at + 3] == ["        answer: 41", "                ^^"]


def test_warnings_are_called_so_and_colours_are_the_callers(tmp_path: Path) -> None:
    def style(text: str, **options: object) -> str:
        return f"<{' '.join(map(str, options.values()))}>{text}</>"

    path = tmp_path / "a.yaml"
    error = Finding(Location(path, 1, 9, 3, "answer: pay"), "a-code", "a message", "a help")
    lines = [*as_text([result(error, error._replace(severity="warning"))], style)]
    assert lines[0] == f"<True>{path}:1:9:</> <red>error</>: a message [a-code]"
    assert lines[2] == "    <red>        ^^^</>"
    assert lines[3] == "  <cyan>help:</> a help"
    assert lines[4] == f"<True>{path}:1:9:</> <yellow>warning</>: a message [a-code]"
    assert lines[6] == "    <yellow>        ^^^</>"


def many(count: int) -> tuple[Finding, ...]:
    places = [Location(Path("cards/x/1-a.yaml"), line) for line in range(1, count + 1)]
    ids = ("led", "lit", "")  # findings of items that stand between each other, and of none
    return tuple(
        Finding(place, "a-code", "a message", "a help", item=ids[index % 3])
        for index, place in enumerate(places)
    )


def test_few_findings_show_their_lines() -> None:
    assert len([*as_text([result(*many(FEW))], plain)]) == 2 * FEW


@pytest.mark.parametrize("count", [FEW + 1, 17])
def test_many_findings_get_a_line_each(count: int) -> None:
    lines = [*as_text([result(*many(count))], plain)]
    assert len(lines) == count
    assert {line.partition(": ")[2] for line in lines} == {"error: a message [a-code]"}


def test_of_many_those_of_one_item_stand_together() -> None:
    shown = [line.split(":")[1] for line in as_text([result(*many(7))], plain)]
    assert shown == ["1", "4", "7", "2", "5", "3", "6"]


def test_many_are_counted_over_all_decks() -> None:
    decks = [result(*many(3)), result(*(each._replace(deck="y") for each in many(3)))]
    assert len([*as_text(decks, plain)]) == 6


def test_long_shows_the_lines_of_many() -> None:
    assert len([*as_text([result(*many(17))], plain, long=True)]) == 34


def test_a_finding_is_one_line_whatever_it_quotes() -> None:
    finding = Finding(Location(Path("a.yaml")), "a-code", "the words `a\n  b`\r\nc", "write\u2028d")
    lines = [*as_text([result(finding)], plain)]
    assert lines == ["a.yaml:1:1: error: the words `a   b` c [a-code]", "  help: write d"]


def test_names_that_are_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / "1-\udcff.yaml"
    finding = Finding(Location(path), "a-code", "a message")
    for text in (
        *as_text([result(finding)], plain),
        *as_github([result(finding)]),
        as_json([result(finding)]),
    ):
        assert text.encode()


FINDING = Finding(
    Location(Path("cards/x/1-a.yaml"), 14, 15, 4),
    "answer-name",
    "the name “Brand” is not there",
    "correct it",
    deck="x",
    item="led",
    section=3,
)


def test_json_has_the_shape_of_the_design() -> None:
    warning = FINDING._replace(severity="warning", item="", section=NO_SECTION, help="")
    assert json.loads(as_json([result(FINDING, warning)])) == {
        "findings": [
            {
                "path": "cards/x/1-a.yaml",
                "line": 14,
                "column": 15,
                "severity": "error",
                "code": "answer-name",
                "message": "the name “Brand” is not there",
                "help": "correct it",
                "deck": "x",
                "item": "led",
                "section": 3,
            },
            {
                "path": "cards/x/1-a.yaml",
                "line": 14,
                "column": 15,
                "severity": "warning",
                "code": "answer-name",
                "message": "the name “Brand” is not there",
                "help": "",
                "deck": "x",
                "item": "",
                "section": None,
            },
        ],
        "summary": {
            "items": 6,
            "errors": 1,
            "warnings": 1,
            "receipts": {"ok": 3, "stale": 2, "unchecked": 1},
            "source": "full",
            "quoted": {"share": 0.1235, "run": 9},
        },
    }


def test_json_is_readable_and_in_a_fixed_order() -> None:
    text = as_json([result(FINDING)])
    assert "“Brand”" in text
    record = json.loads(text)["findings"][0]
    assert [*record] == [
        *(
            "path",
            "line",
            "column",
            "severity",
            "code",
            "message",
            "help",
            "deck",
            "item",
            "section",
        )
    ]


def test_json_sums_decks_up() -> None:
    other = result(FINDING, held="receipts", quoted=Quoted(0.3, 4))
    data = json.loads(as_json([result(FINDING), other]))
    assert len(data["findings"]) == 2
    assert data["summary"] == {
        "items": 12,
        "errors": 2,
        "warnings": 0,
        "receipts": {"ok": 6, "stale": 4, "unchecked": 2},
        "source": "receipts",
        "quoted": {"share": 0.3, "run": 9},
    }


def test_json_of_nothing_wrong() -> None:
    assert json.loads(as_json([result()]))["findings"] == []


def test_github() -> None:
    warning = FINDING._replace(severity="warning", help="")
    assert [*as_github([result(FINDING, warning)])] == [
        (
            "::error file=cards/x/1-a.yaml,line=14,col=15,endColumn=19,title=answer-name"
            "::the name “Brand” is not there%0Acorrect it"
        ),
        (
            "::warning file=cards/x/1-a.yaml,line=14,col=15,endColumn=19,title=answer-name"
            "::the name “Brand” is not there"
        ),
    ]


def test_github_escapes() -> None:
    finding = Finding(Location(Path("a,b:c%d.yaml")), "a-code", "50 % of a,\r\nb: c::d%0A", "e\nf")
    assert [*as_github([result(finding)])] == [
        (
            "::error file=a%2Cb%3Ac%25d.yaml,line=1,col=1,endColumn=2,title=a-code"
            "::50 %25 of a,%0D%0Ab: c::d%250A%0Ae%0Af"
        )
    ]


def test_github_commands_are_one_line_each() -> None:
    finding = FINDING._replace(message="a\nb\rc", help="d\ne", location=Location(Path("a\nb.yaml")))
    (command,) = as_github([result(finding)])
    assert "\n" not in command
    assert "\r" not in command

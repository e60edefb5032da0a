"""Findings as people and programs read them: text with the line and a caret, JSON, annotations."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from studyguide.finding import NO_SECTION, Finding, Location
from studyguide.system import terminal

if TYPE_CHECKING:
    from studyguide.workflows.result import Result, Unchanged

Style = Callable[..., str]
"""Colours a text, as `click.style` does; gives it back as it is where there are no colours."""


FEW = 5
"""So many findings are shown with their lines; of more, a line each fits a screen."""


def is_short(results: "Iterable[Result | Unchanged]", *, long: bool) -> bool:
    """Whether findings are so many that each gets a line only."""
    return not long and sum(len(result.findings) for result in results) > FEW


def as_text(
    results: "Sequence[Result | Unchanged]", style: Style, *, long: bool = False
) -> Iterator[str]:
    """Yield each finding: place and message, the line with a caret under it, what to write.

    Of many only place and message, those of one item together; all of it if `long`.
    """
    if is_short(results, long=long):
        yield from _in_short(results, style)
        return
    lines = _Lines()
    for finding in _findings(results):
        place = finding.location
        yield _headline(finding, style)
        if line := lines.get(place):
            shown, caret = _window(line, place)
            yield f"    {shown}"
            yield "    " + style(caret, fg=_colour(finding))
        if finding.help:
            yield f"  {style('help:', fg='cyan')} {_one_line(finding.help)}"


def _in_short(results: "Sequence[Result | Unchanged]", style: Style) -> Iterator[str]:
    """Yield a line for each finding, those of one item together."""
    by_item: dict[tuple[str, str], list[Finding]] = {}
    for index, finding in enumerate(_findings(results)):
        of = finding.item or f" {index}"  # what belongs to no item stands by itself
        by_item.setdefault((finding.deck, of), []).append(finding)
    for findings in by_item.values():
        yield from (_headline(finding, style) for finding in findings)


def _headline(finding: Finding, style: Style) -> str:
    place = finding.location
    where = style(f"{_one_line(str(place.path))}:{place.line}:{place.column}:", bold=True)
    severity = style(finding.severity, fg=_colour(finding))
    return f"{where} {severity}: {_one_line(finding.message)} [{finding.code}]"


def _colour(finding: Finding) -> str:
    return "red" if finding.is_error else "yellow"


def as_json(results: "Sequence[Result]") -> str:
    """Give all findings and a summary as one JSON object."""
    from studyguide.checking.receipts import STATES

    reports = [result.report for result in results]
    states = {key: sum(report.states[key] for report in reports) for key in STATES}
    is_full = all(report.held == "full" for report in reports)
    summary = {
        "items": sum(sum(report.states.values()) for report in reports),
        "errors": sum(report.errors for report in reports),
        "warnings": sum(len(report.findings) - report.errors for report in reports),
        "receipts": states,
        "source": "full" if is_full else "receipts",
        "quoted": {
            "share": round(max(report.quoted.share for report in reports), 4),
            "run": max(report.quoted.run for report in reports),
        },
    }
    findings = [_record(finding) for finding in _findings(results)]
    text = json.dumps({"findings": findings, "summary": summary}, ensure_ascii=False, indent=2)
    return _writable(text)


def as_github(results: "Iterable[Result]") -> Iterator[str]:
    """Yield each finding as a workflow command that annotates its line."""
    for finding in _findings(results):
        place = finding.location
        data = _escape(f"{finding.message}\n{finding.help}".rstrip())
        properties = {
            "file": place.path.as_posix(),
            "line": place.line,
            "col": place.column,
            "endColumn": place.column + place.length,
            "title": finding.code,
        }
        named = ",".join(
            f"{key}={_escape(str(value)).replace(':', '%3A').replace(',', '%2C')}"
            for key, value in properties.items()
        )
        yield _writable(f"::{finding.severity} {named}::{data}")


def _findings(results: "Iterable[Result | Unchanged]") -> Iterator[Finding]:
    for result in results:
        yield from result.findings


def _record(finding: Finding) -> dict[str, object]:
    return finding.record | {
        "deck": finding.deck,
        "item": finding.item,
        "section": finding.section if finding.section != NO_SECTION else None,
    }


def _one_line(text: str) -> str:
    """Write a text as one line, whatever line breaks the curator's words in it have."""
    return _writable(" ".join(text.splitlines()))


def _writable(text: str) -> str:
    """Replace what no output can take: the bytes of a file name that are not UTF-8."""
    return text.encode("utf-8", "replace").decode()


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


class _Lines:
    """The lines of what was read of the files that findings point into, each file cut once."""

    def __init__(self) -> None:
        self._files: dict[int, list[str]] = {}

    def get(self, place: Location) -> str:
        """Give the line of a place, or nothing where nothing was read; no file is opened."""
        key = id(place.text)
        if key not in self._files:
            text = place.text.replace("\r\n", "\n").replace("\r", "\n")
            self._files[key] = text.split("\n")
        lines = self._files[key]
        return lines[place.line - 1] if place.line <= len(lines) else ""


_WIDEST = 96


def _window(line: str, place: Location) -> tuple[str, str]:
    """Cut a line to what fits, with a caret under the place; tabs and controls become blanks."""
    start = max(0, place.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    shown = "".join(_on_this_console(sign) for sign in shown)
    if start:
        shown = "…" + shown[1:]
    if start + _WIDEST < len(line):
        shown = shown[:-1] + "…"
    at = place.column - 1 - start
    marked = _cells(shown[at : at + place.length])
    return shown, " " * _cells(shown[:at].ljust(at)) + "^" * max(1, marked)


def _on_this_console(sign: str) -> str:
    """Write a sign so that a caret can stand below it: written out it would take more columns."""
    if not sign.isprintable():
        return " "
    return sign if terminal.can_show(sign) else "?"


def _cells(text: str) -> int:
    """Count the columns that a text takes on a terminal: two a Chinese sign, none an accent."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)

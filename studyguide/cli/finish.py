"""How a run over decks ends: findings to standard output, a summary to standard error, a status."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from studyguide.cli import report
from studyguide.system import terminal
from studyguide.workflows.result import Unchanged

if TYPE_CHECKING:
    from studyguide.workflows.result import Result


def finish(results: "Sequence[Result | Unchanged]", form: str, *, long: bool = False) -> int:
    """Print findings as `text`, `json` or `github`, and the summary; give the exit status.

    Text shows the line of each of many findings only if `long`.
    """
    checked = [each for each in results if not isinstance(each, Unchanged)]
    if form == "json":
        terminal.echo_json(report.as_json(checked))
    elif form == "github":
        for line in report.as_github(checked):
            terminal.echo(line, is_command=True)
    else:
        for line in report.as_text(results, terminal.style, long=long):
            terminal.echo(line)
    for each in results:
        for line in _summary(each):
            terminal.echo(line, err=True)
    if form == "text" and report.is_short(results, long=long):
        terminal.echo("--long shows the line of each finding, and what to write", err=True)
    return 1 if any(result.report.errors for result in checked) else 0


def _summary(result: "Result | Unchanged") -> Iterable[str]:
    if isinstance(result, Unchanged):
        return result.lines
    from studyguide.cli.closing_lines import summary

    return summary([result])

"""How a run over decks ends: findings to standard output, a summary to standard error, a status."""

from studyguide.cli import report
from studyguide.cli.summary import summary
from studyguide.system import terminal
from studyguide.workflows.check import Result


def finish(results: list[Result], form: str, *, long: bool = False) -> int:
    """Print findings as `text`, `json` or `github`, and the summary; give the exit status.

    Text shows the line of each of many findings only if `long`.
    """
    if form == "json":
        terminal.echo_json(report.as_json(results))
    elif form == "github":
        for line in report.as_github(results):
            terminal.echo(line, is_command=True)
    else:
        for line in report.as_text(results, terminal.style, long=long):
            terminal.echo(line)
    for line in summary(results):
        terminal.echo(line, err=True)
    if form == "text" and report.is_short(results, long=long):
        terminal.echo("--long shows the line of each finding, and what to write", err=True)
    return 1 if any(result.report.errors for result in results) else 0

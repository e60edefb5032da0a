"""How a run over decks ends: findings to standard output, a summary to standard error, a status."""

import click

from studyguide.cli import report
from studyguide.cli.summary import summary
from studyguide.workflows.check import Result


def finish(results: list[Result], form: str, *, long: bool = False) -> int:
    """Print findings as `text`, `json` or `github`, and the summary; give the exit status.

    Text shows the line of each of many findings only if `long`.
    """
    if form == "json":
        click.echo(report.as_json(results))
    elif form == "github":
        click.echo("".join(f"{line}\n" for line in report.as_github(results)), nl=False)
    else:
        for line in report.as_text(results, click.style, long=long):
            click.echo(line)
    for line in summary(results):
        click.echo(line, err=True)
    if form == "text" and report.is_short(results, long=long):
        click.echo("--long shows the line of each finding, and what to write", err=True)
    return 1 if any(result.report.errors for result in results) else 0

"""`studyguide coverage`: what of the source no item asks about."""

from typing import TYPE_CHECKING

import click

from studyguide.cli.parameters import decks_argument, example, format_option, source_option

if TYPE_CHECKING:
    from studyguide.coverage.coverage import Coverage


@click.command(
    epilog=example(
        "studyguide coverage cards/soviet-miners --source soviet-miners.txt --format html"
    )
)
@decks_argument
@source_option
@format_option(
    "text",
    "json",
    "html",
    help="Tables, JSON, or a page dist/<deck>-coverage.html that shows the source text.",
)
def coverage(decks: tuple[str, ...], source: str | None, form: str) -> int:
    """Show what of its source no item of each DECK asks about: paragraphs, names, numbers, dates."""
    from studyguide.cli.progress import each
    from studyguide.workflows.coverage import cover_folder, cover_on_page

    step = cover_on_page if form == "html" else cover_folder
    with each(decks, source, step) as coverages:
        return _show(coverages, form)


def _show(coverages: "list[Coverage]", form: str) -> int:
    """Print coverage to standard output; give the exit status: 1 if a reason is idle."""
    from studyguide.coverage.report_json import as_json
    from studyguide.coverage.report_table import as_table
    from studyguide.system import terminal
    from studyguide.workflows.coverage import page_path

    if form == "json":
        terminal.echo_json(as_json(coverages))
    for each in coverages:
        if form == "text":
            terminal.show(as_table(each))
        elif form == "html":
            terminal.echo(f"wrote {page_path(each)}", err=True)
    return 1 if any(each.findings for each in coverages) else 0

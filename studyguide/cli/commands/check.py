"""`studyguide check`: every finding of each deck."""

import click

from studyguide.cli.parameters import (
    decks_argument,
    example,
    explain_option,
    format_option,
    long_option,
    new_option,
    source_option,
)


@click.command(epilog=example("studyguide check cards/soviet-miners --source soviet-miners.txt"))
@decks_argument
@source_option
@format_option("text", "json", "github", help="How findings are written.")
@long_option
@new_option
@explain_option
@click.option("--strict", is_flag=True, help="Fail on warnings that nobody has settled, too.")
def check(decks: tuple[str, ...], source: str | None, form: str, **options: bool) -> int:
    """Hold every item of each DECK against the source, and show every finding."""
    from studyguide.cli.finish import finish
    from studyguide.cli.progress import each
    from studyguide.workflows.check import check_folder

    with each(
        decks,
        source,
        lambda folder, texts, say: check_folder(folder, texts, say, anew=options["anew"]),
    ) as results:
        status = finish(results, form, long=options["long"])
        is_strict = options["strict"]
        return 1 if is_strict and any(result.report.findings for result in results) else status

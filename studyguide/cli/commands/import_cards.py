"""`studyguide import`: cards from elsewhere, held against the text."""

import click

from studyguide.cli.parameters import DeckFolder, example, format_option, source_option


@click.command(
    name="import",
    epilog=example("studyguide import cards.apkg --source chapter.txt --into cards/my-deck"),
)
@click.argument("cards", type=click.Path(allow_dash=True))
@source_option
@click.option(
    "--into",
    type=DeckFolder(),
    metavar="DECK",
    help="The deck that gets the items; it is made if need be.",
)
@click.option("--map", "mapped", multiple=True, metavar="FIELD=ROLE", help="What a field is for.")
@click.option("--dry-run", is_flag=True, help="Only tell; write nothing.")
@format_option("text", "json", "html", help="How verdicts are written.")
def import_cards(  # noqa: PLR0913, PLR0917  (click's)
    cards: str,
    source: str | None,
    into: str | None,
    mapped: tuple[str, ...],
    dry_run: bool,
    form: str,
) -> int:
    """Hold the CARDS of a package, table, Markdown or JSON file against a text; take what it supports.

    Standard input (`-`) is read as JSON Lines; each line is answered at once.
    """
    from studyguide.cli.importing import run
    from studyguide.errors import StudyGuideError

    if not into and not dry_run:
        raise StudyGuideError("say --into which deck, or --dry-run")
    return run(cards, source, into, mapped, form, is_written=not dry_run)

"""`studyguide explain`: one item beside its passage."""

import click

from studyguide.cli.parameters import ItemId, deck_argument, example, source_option


@click.command(
    epilog=example(
        "studyguide explain kuznets-demands cards/soviet-miners --source soviet-miners.txt"
    )
)
@click.argument("item", type=ItemId())
@deck_argument
@source_option
def explain(item: str, deck: str | None, source: str | None) -> None:
    """Show one ITEM of DECK, its passage, and what each rule says of it."""
    from studyguide.checking import explain as explaining
    from studyguide.cli.progress import only
    from studyguide.system import terminal
    from studyguide.workflows.open import open_item

    for line in explaining.explain(open_item(*only(deck, source), item)):
        terminal.echo(line)

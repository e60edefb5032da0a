"""`studyguide review`: a curator reads items beside their passages."""

import click

from studyguide.cli.parameters import ItemId, deck_argument, example, source_option


@click.command(epilog=example("studyguide review cards/soviet-miners --source soviet-miners.txt"))
@deck_argument
@source_option
@click.option("--list", "is_list", is_flag=True, help="Only list what asks for a review.")
@click.option("--accept", type=ItemId(), metavar="ID", help="Settle one item without asking.")
@click.option(
    "--reason", default="", help="Why its warnings are accepted, or what was found right."
)
def review(
    deck: str | None, source: str | None, is_list: bool, accept: str | None, reason: str
) -> None:
    """Walk through what needs a curator's eye in DECK, item beside passage."""
    from studyguide.cli.progress import only
    from studyguide.system import terminal
    from studyguide.workflows import review as reviewing

    session = reviewing.Session(*only(deck, source))
    if accept:
        reviewing.accept_one(session, accept, reason)
    elif is_list:
        for line in reviewing.listed(session):
            terminal.echo(line)
    else:
        count = reviewing.walk(session, lambda question: click.prompt(question, default=""))
        terminal.echo(f"accepted {count}, {len(session.pending())} left", err=True)

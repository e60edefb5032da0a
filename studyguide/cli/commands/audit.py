"""`studyguide audit`: how many planted errors the check would miss."""

import click

from studyguide.cli.parameters import deck_argument, example, format_option, source_option


@click.command(epilog=example("studyguide audit cards/soviet-miners --source soviet-miners.txt"))
@deck_argument
@source_option
@click.option("--seed", default=1, show_default=True, help="Which of the possible errors to plant.")
@format_option("text", "json")
def audit(deck: str | None, source: str | None, seed: int, form: str) -> None:
    """Plant errors in copies of the items of DECK; tell which the check would miss."""
    from studyguide.audit import audit as auditing
    from studyguide.audit import report
    from studyguide.cli.progress import only, ticking
    from studyguide.system import terminal
    from studyguide.workflows.open import open_deck

    opened = open_deck(*only(deck, source))
    with ticking("planting errors", len(opened[0].items)) as tick:
        result = auditing.audit(*opened, seed, tick)
    if form == "json":
        terminal.echo_json(report.as_json(result))
        return
    terminal.show(report.as_table(result))
    for line in (*report.survivors_as_text(result), *report.limits_as_text(result)):
        terminal.echo(line)

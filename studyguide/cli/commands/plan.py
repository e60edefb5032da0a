"""`studyguide plan`: what learners with an earlier edition will see."""

import click

from studyguide.cli.parameters import decks_argument, example, format_option, source_option


@click.command(epilog=example("studyguide plan cards/soviet-miners --against soviet-miners-1.apkg"))
@decks_argument
@source_option
@click.option(
    "--against",
    default="",
    metavar="OLD",
    help="What learners have: an .apkg, or a git revision. Otherwise the last tag, or HEAD.",
)
@format_option("text", "markdown", help="Lines with a word diff, or a changelog.")
def plan(decks: tuple[str, ...], source: str | None, against: str, form: str) -> None:
    """Show what a learner with an earlier edition of each DECK will see of the next."""
    from studyguide.cli.progress import each
    from studyguide.releases import plan_text
    from studyguide.system import terminal
    from studyguide.workflows.plan import plan_folder

    with each(
        decks, source, lambda folder, texts, say: plan_folder(folder, texts, say, against)
    ) as plans:
        for planned in plans:
            lines = plan_text.as_text(planned, terminal.style)
            for line in plan_text.as_markdown(planned) if form == "markdown" else lines:
                terminal.echo(line)

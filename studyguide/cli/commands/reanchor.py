"""`studyguide reanchor`: where quotations stand in another edition of the text."""

import click

from studyguide.cli.parameters import decks_argument, example


@click.command(
    epilog=example("studyguide reanchor cards/soviet-miners --source second-edition.txt --write")
)
@decks_argument
@click.option(
    "--source",
    type=click.Path(),
    metavar="NEW",
    help="The other edition; otherwise the text in the deck's own folder, where it has changed.",
)
@click.option("--write", "is_written", is_flag=True, help="Edit the section files, too.")
def reanchor(decks: tuple[str, ...], source: str | None, is_written: bool) -> int:
    """Propose, as a diff, where each quotation of each DECK stands in another edition of its text."""
    from itertools import chain
    from pathlib import Path

    from studyguide.plurals import counted
    from studyguide.reanchoring import rewrite
    from studyguide.system import terminal
    from studyguide.workflows.open import own_texts

    folders = [Path(folder) for folder in decks]
    texts = {Path(source): folders} if source else own_texts(folders)
    left = files = 0
    for deck, proposals in chain.from_iterable(
        rewrite.propose(of_it, text) for text, of_it in texts.items()
    ):
        if diff := rewrite.as_diff(deck, proposals):
            terminal.echo(diff.removesuffix("\n"))
        files += rewrite.write(deck, proposals) if is_written else 0
        left += sum(1 for each in proposals if each.refusal or not is_written)
    told = f"{counted(files, 'file')} written, {counted(left, 'quotation')} left to anchor"
    terminal.echo(told, err=True)
    return 1 if left else 0

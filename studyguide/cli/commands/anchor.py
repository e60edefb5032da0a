"""`studyguide anchor`: evidence for items that have none."""

import click

from studyguide.cli.parameters import decks_argument, example, source_option


@click.command(epilog=example("studyguide anchor cards/soviet-miners --source soviet-miners.txt"))
@decks_argument
@source_option
@click.option("--write", "is_written", is_flag=True, help="Put it into the section files, too.")
@click.option("--all", "again", is_flag=True, help="Look anew where evidence draws errors, too.")
def anchor(decks: tuple[str, ...], source: str | None, is_written: bool, again: bool) -> int:
    """Find evidence for the items of each DECK that have none, and show it as a diff."""
    from functools import partial

    from studyguide.cli.progress import each
    from studyguide.plurals import counted
    from studyguide.system import terminal
    from studyguide.workflows import anchor as anchoring

    with each(decks, source, partial(anchoring.anchor_folder, again=again)) as results:
        files = 0
        for result in results:
            if told := result.told():
                terminal.echo(told.removesuffix("\n"))
            files += anchoring.write(result) if is_written else 0
        found = sum(result.written for result in results)
        left = sum(result.left for result in results)
        partly = sum(result.partly for result in results)
        but = f", of {partly} not for all entries" if partly else ""
        told = f"evidence found for {counted(found, 'item')}{but}, {left} left without"
        terminal.echo(f"{told}; {counted(files, 'file')} written", err=True)
        return 1 if left or (found and not is_written) else 0

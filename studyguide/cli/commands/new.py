"""`studyguide new`: a deck's folder from a document."""

from pathlib import Path

import click

from studyguide.cli.parameters import example


@click.command(epilog=example("studyguide new book.epub"))
@click.argument("document", type=click.Path(), metavar="DOCUMENT")
@click.option(
    "--into",
    type=click.Path(),
    metavar="FOLDER",
    help="The folder to make; otherwise one named after the title, in ./cards if there is that.",
)
def new(document: str, into: str | None) -> None:
    """Make a deck's folder from a DOCUMENT: its text, how it is cut, a file a section."""
    from studyguide.system import terminal
    from studyguide.workflows.new import new_deck

    made = new_deck(Path(document), Path(into) if into else None)
    for line in made.lines():
        terminal.echo(line)
    terminal.echo(f"next: look at the cut with `studyguide outline {made.folder}`,")
    terminal.echo(f"  write an item into {made.files[0] if made.files else made.folder},")
    terminal.echo(f"  then run `studyguide build {made.folder}`")

"""`studyguide outline`: how a text is cut into sections."""

import os
from pathlib import Path

import click

from studyguide.cli.parameters import example, format_option, source_option


@click.command(epilog=example("studyguide outline book.epub"))
@click.argument("document", type=click.Path(), metavar="DOCUMENT|DECK")
@source_option
@format_option("text", "json")
def outline(document: str, source: str | None, form: str) -> None:
    """Show how a DOCUMENT, or the text of a DECK, is cut: number, heading, words, first words."""
    from studyguide.source.outline import as_json, as_text
    from studyguide.system import terminal
    from studyguide.workflows.check import Texts
    from studyguide.workflows.open import outlined

    texts = Texts.told(Path(source) if source else None, os.environ, 1)
    found = outlined(Path(document), texts)
    if form == "json":
        terminal.echo_json(as_json(found))
        return
    for line in as_text(found):
        terminal.echo(line)

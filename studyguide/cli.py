"""The command line: parse options, call, print. Whatever is slow to import waits until it is used."""

import sys
from typing import TYPE_CHECKING

import click

from studyguide import __version__
from studyguide.errors import StudyGuideError

if TYPE_CHECKING:
    from studyguide.build import Result
    from studyguide.pdf import Paper

_BUILD_EXAMPLE = """\b
Example:
  studyguide build cards/soviet-miners --source soviet-miners.txt
"""
_CHECK_EXAMPLE = """\b
Example:
  studyguide check cards/soviet-miners --source soviet-miners.txt
"""

decks_argument = click.argument("decks", nargs=-1, type=click.Path())
source_option = click.option(
    "--source",
    type=click.Path(),
    metavar="FILE",
    help="The source text. Otherwise $STUDYGUIDE_SOURCE, or source.txt in the deck's folder.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="studyguide")
def cli() -> None:  # noqa: D301  (click reads the \b)
    """Check study items against their source; make an Anki deck and a printable guide of them.

    A DECK is a folder with a deck.yaml; with none given, every deck below ./cards is meant.

    \b
    Example:
      studyguide build
    """


@cli.command(epilog=_BUILD_EXAMPLE)
@decks_argument
@source_option
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="Page size.",
)
def build(decks: tuple[str, ...], source: str | None, paper: "Paper") -> int:
    """Check each DECK, then write dist/<deck>.apkg and dist/<deck>.pdf."""
    from studyguide.build import build_folder
    from studyguide.progress import each

    results = each(
        decks, source, lambda folder, texts, say: build_folder(folder, texts, paper, say)
    )
    return _finish(results, "text")


@cli.command(epilog=_CHECK_EXAMPLE)
@decks_argument
@source_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
def check(decks: tuple[str, ...], source: str | None, form: str) -> int:
    """Hold every item of each DECK against the source, and show every finding."""
    from studyguide.build import check_folder
    from studyguide.progress import each

    return _finish(each(decks, source, check_folder), form)


def _finish(results: "list[Result]", form: str) -> int:
    """Print findings to standard output and a summary to standard error; give the exit status."""
    from studyguide import report
    from studyguide.summary import summary

    if form == "json":
        click.echo(report.as_json(results))
    elif form == "github":
        click.echo("".join(f"{line}\n" for line in report.as_github(results)), nl=False)
    else:
        for line in report.as_text(results, click.style):
            click.echo(line)
    for line in summary(results):
        click.echo(line, err=True)
    return 1 if any(result.report.errors for result in results) else 0


def main() -> None:
    """Run the command line; end with 0 (clean), 1 (errors found) or 2 (could not run)."""
    try:
        status = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        _stop("stopped; what was written before is whole, nothing else has changed")
    except StudyGuideError as error:
        _stop(str(error))
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def _stop(sentence: str) -> None:
    click.echo(f"studyguide: {sentence}", err=True)
    sys.exit(2)

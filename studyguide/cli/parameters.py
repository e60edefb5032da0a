"""Arguments and options that several commands share, and what a shell offers to complete them by."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from studyguide.patterns import lazy
from studyguide.system import files

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any])

_ID = lazy(r"^[ \t]*(?:- )?id:[ \t]*[\"']?([a-z0-9][a-z0-9-]*)", re.MULTILINE)


_LARGEST = 32 * 1024 * 1024


class DeckFolder(click.Path):
    """A folder that holds a `deck.yaml`: a shell offers those, and the folders on the way to them."""

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002, click's
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> "list[CompletionItem]":
        """Offer the decks below `./cards`, or else folders."""
        found = [folder for folder in _decks() if folder.startswith(incomplete)]
        return [_offered(folder) for folder in found] or [_offered(incomplete, "dir")]


class ItemId(click.ParamType[str]):
    """The id of an item in any deck at hand."""

    name = "item"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002, click's
        incomplete: str,
    ) -> "list[CompletionItem]":
        """Offer the ids of the deck that is named already, or of every deck below `./cards`."""
        named = ctx.params.get("deck")
        ids = {id for folder in ([named] if named else _decks()) for id in _ids(Path(folder))}
        return [_offered(id) for id in sorted(ids) if id.startswith(incomplete)]


class FindingCode(click.ParamType[str]):
    """The code of a finding, such as `answer-unsupported`."""

    name = "code"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002, click's
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> "list[CompletionItem]":
        """Offer the codes of the catalogue."""
        from studyguide.checking.catalog import codes

        return [_offered(code) for code in codes() if code.startswith(incomplete)]


def _offered(value: str, type: str = "plain") -> "CompletionItem":
    from click.shell_completion import CompletionItem

    return CompletionItem(value, type)


def _decks() -> list[str]:
    """Name all decks, but for names that would steer a shell's terminal."""
    found = files.folders_with("deck.yaml", Path("cards"))
    return [folder.as_posix() for folder in found if str(folder).isprintable()]


def _ids(folder: Path) -> Iterator[str]:
    """Find the ids of items at a glance: a deck under a curator's hands may not be whole."""
    for name in files.names(folder, folder):
        if name.endswith(".yaml") and files.is_inside(folder / name, folder):
            data = files.read(folder / name, _LARGEST, folder)
            yield from _ID.findall(data.decode(errors="replace"))


def _explain_code(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what a code asks, and end there."""
    if code is not None:
        from studyguide.checking.catalog import explain
        from studyguide.system import terminal

        terminal.echo(explain(code).rstrip("\n"))
        context.exit()


decks_argument = click.argument("decks", nargs=-1, type=DeckFolder())
deck_argument = click.argument("deck", required=False, type=DeckFolder())
source_option = click.option(
    "--source",
    type=click.Path(),
    metavar="FILE",
    help="The source text. Otherwise $STUDYGUIDE_SOURCE, or source.txt in the deck's folder.",
)
new_option = click.option(
    "--new",
    "anew",
    is_flag=True,
    help="Begin anew with a deck that was published, and whose deck.lock is lost.",
)
long_option = click.option(
    "--long", is_flag=True, help="Show the line of each finding and what to write, of many, too."
)
explain_option = click.option(
    "--explain",
    type=FindingCode(),
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain_code,
    help="Say what a finding's CODE asks, with a bad and a good example.",
)


def format_option(*forms: str, help: str | None = None) -> Callable[[Command], Command]:
    """Make the option `--format` of these forms, the first being the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=help is not None,
        help=help,
    )


def example(line: str) -> str:
    """Lay out an example for the end of a command's help."""
    return f"\b\nExample:\n  {line}\n"

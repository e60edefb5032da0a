"""The group of all commands, each loaded only when it is called, and the one place where errors end."""

import sys
from collections.abc import Callable
from importlib import import_module
from io import StringIO
from itertools import pairwise
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

from studyguide import __version__
from studyguide.errors import StudyGuideError
from studyguide.system import crash_reports, stopping, terminal

COMMANDS = {
    "anchor": "Find evidence for items that have none.",
    "audit": "Plant errors in copies of items; tell which the check misses.",
    "build": "Check decks, then write Anki deck, guide and cut-out cards.",
    "check": "Hold every item against the source; show every finding.",
    "coverage": "Show what of the source no item asks about.",
    "explain": "Show one item beside its passage.",
    "import": "Hold cards from elsewhere against the text; take what it supports.",
    "new": "Make a deck's folder from a document.",
    "outline": "Show how a text is cut into sections.",
    "plan": "Show what learners of an earlier edition will see.",
    "reanchor": "Find quotations again in another edition of the text.",
    "review": "Walk through what needs a curator's eye.",
}
"""What each command does: told here, so that none has to be loaded to be listed."""

MODULES = {"import": "import_cards"}
"""Where a command's module, and its function there, cannot be named as it is."""


_TOLD_APART = ("--reason",)
"""Options of which it is told in their own words what an empty one lacks."""


class LazyGroup(click.Group):
    """A group whose commands are modules of `studyguide.cli.commands`, imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002, click's
        """Name all commands, in the order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; nothing if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        name = MODULES.get(cmd_name, cmd_name)
        module = import_module(f"studyguide.cli.commands.{name}")
        command = getattr(module, name)
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what is empty, as a variable that a script has not set: else it would say nothing, and go unseen."""
        for before, each in pairwise([""] if ctx.resilient_parsing else ["", *args]):
            if before in _TOLD_APART:
                continue
            if not each or (each.startswith("--") and each.endswith("=")):
                place = each or (before if before.startswith("--") and before != "--" else "")
                name = f"the value of {place.removesuffix('=')}" if place else "an argument"
                raise StudyGuideError(f"{name} is empty: write one, or leave it out")
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Offer the commands without loading them."""
        from click.shell_completion import CompletionItem

        offered = [CompletionItem(name, help=told) for name, told in COMMANDS.items()]
        found = [each for each in offered if each.value.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])


@click.command(
    cls=LazyGroup,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "terminal_width": max(min(terminal.width(), 96) - 2, 50),
    },
)
@click.version_option(__version__, prog_name="studyguide")
def cli() -> None:
    """Check study items against their source; make an Anki deck and a printable guide of them.

    A DECK is a folder with a deck.yaml; with none given, every deck below ./cards is meant.

    \b
    Example:
      studyguide build
    """  # noqa: D301  (click reads the \b)


def main() -> None:
    """Run the command line; end with 0 (clean), 1 (errors found) or 2 (could not run)."""
    stopping.listen()
    terminal.prepare()
    status = _guarded(lambda: cli.main(standalone_mode=False))
    stopping.ignore()  # all is done: a second Ctrl-C changes nothing
    printed = _guarded(terminal.finish)
    sys.exit(printed or status)


def _guarded(step: Callable[[], object]) -> int:
    """Take a step; turn whatever it raises into one sentence and the status 2."""
    try:
        with stopping.unwrapped():
            status = step()
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        terminal.echo(shown.getvalue().rstrip("\n"), err=True)
    except (KeyboardInterrupt, click.Abort):
        terminal.sentence("stopped; what was written before is whole, nothing else has changed")
    except SystemExit as end:  # click's own: words for a shell are told, or their reader has gone
        return 2 if end.code else 0
    except terminal.GoneError:
        pass
    except StudyGuideError as error:
        terminal.sentence(str(error))
    except Exception as error:  # noqa: BLE001, the last border: nothing of ours is above it
        terminal.sentence(crash_reports.told(error))
    else:
        return status if isinstance(status, int) else 0
    return 2

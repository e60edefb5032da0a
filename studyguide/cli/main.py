"""The group of all commands, each loaded only when it is called, and the one place where errors end."""

import signal
import sys
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

from studyguide import __version__
from studyguide.errors import StudyGuideError

COMMANDS = {
    "anchor": "Find evidence for items that have none.",
    "audit": "Plant errors in copies of items; tell which the check misses.",
    "build": "Check decks, then write Anki deck, guide and cut-out cards.",
    "check": "Hold every item against the source; show every finding.",
    "coverage": "Show what of the source no item asks about.",
    "explain": "Show one item beside its passage.",
    "plan": "Show what learners of an earlier edition will see.",
    "reanchor": "Find quotations again in another edition of the text.",
    "review": "Walk through what needs a curator's eye.",
}
"""What each command does: told here, so that none has to be loaded to be listed."""


class LazyGroup(click.Group):
    """A group whose commands are modules of `studyguide.cli.commands`, imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002, click's
        """Name all commands, in the order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; nothing if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"studyguide.cli.commands.{cmd_name}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

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
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(__version__, prog_name="studyguide")
def cli() -> None:
    """Check study items against their source; make an Anki deck and a printable guide of them.

    A DECK is a folder with a deck.yaml; with none given, every deck below ./cards is meant.

    \b
    Example:
      studyguide build
    """  # noqa: D301  (click reads the \b)


class Stopped(KeyboardInterrupt):
    """Ctrl-C.

    A kind of our own, since Python remembers a plain one that went through `exec`, as it may while a
    dataclass is made: `python -m studyguide` would then end by the signal, whatever its status.
    """


def main() -> None:
    """Run the command line; end with 0 (clean), 1 (errors found) or 2 (could not run)."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not ignored, as by nohup
        signal.signal(signal.SIGINT, _interrupt)
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


def _interrupt(_: int, __: FrameType | None) -> NoReturn:
    raise Stopped


def _stop(sentence: str) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is said: a second Ctrl-C changes nothing
    click.echo(f"studyguide: {sentence}", err=True)
    sys.exit(2)

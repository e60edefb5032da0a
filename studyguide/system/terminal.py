r"""All that we print goes through here: nothing of a deck's steers a terminal or a runner.

What a reader cannot see is written out, as `\x1b`; what only looks like a command of a runner of
continuous integration is no longer one; what an output's encoding lacks is written out, too.
"""

import io
import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TextIO

import click

from studyguide.errors import StudyGuideError

if TYPE_CHECKING:
    from rich.console import RenderableType

_HIDDEN: Final = (
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000110bd\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    # Between letters of scripts that join, and in emoji, these two are spelling.
    "|(?<![\u0600-\u1fff\ua800-\uabff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
"""Controls, escapes, what turns the direction of text, what takes no room, halves of characters."""

_COMMAND: Final = r"(?m)^([^\S\n]*)::|##(?=\w*\[)"
"""What GitHub, Azure and TeamCity take for a command in what a program prints."""

_ESCAPE: Final = f"\ufdd0{os.urandom(8).hex()}\ufdd1"
"""Stands for the escape character of our own colours; no deck can know it."""

_COLOURS: Final = rf"{_ESCAPE}\[[\d;]*m"


class GoneError(StudyGuideError):
    """Whoever read our output has gone, and hears nothing of it."""


def visible(text: str) -> str:
    """Write out what a reader could not see; line ends and tabs stay."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text  # as most is: the pattern takes longer to make than to use
    return re.sub(_HIDDEN, lambda sign: _written_out(sign[0]), text)


def without_halves(text: str) -> str:
    """Take away what no file in UTF-8 can hold: bytes of a command line that were none."""
    return text.encode("utf-8", "ignore").decode()


def style(text: str, *, fg: str | None = None, **how: bool) -> str:
    """Colour a text, as `click.style` does, in a way that only `echo` understands."""
    before, after = click.style("\0", fg=fg, **how).split("\0")
    return "".join((before.replace("\x1b", _ESCAPE), text, after.replace("\x1b", _ESCAPE)))


def echo(text: str = "", *, err: bool = False, is_command: bool = False) -> None:
    """Print a text, which may have colours of `style`; `is_command`: a runner is to obey it."""
    shown = visible(text)
    if _is_coloured(sys.stderr if err else sys.stdout):
        shown = re.sub(_COLOURS, lambda mark: mark[0].replace(_ESCAPE, "\x1b"), shown)
    shown = re.sub(_COLOURS, "", shown)
    _write(f"{shown if is_command else _without_commands(shown)}\n", err=err)


def sentence(why: str) -> None:
    """Say on standard error, in one line, why something was not done."""
    echo(f"studyguide: {' '.join(why.splitlines())}", err=True)


def echo_json(text: str) -> None:
    """Print JSON: what is written out in it stays the same character for whoever reads it."""
    text = re.sub(_HIDDEN, lambda sign: _in_json(sign[0]), text.replace("##", "#\\u0023"))
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = re.sub(r"[^\0-\x7f]", lambda sign: _in_json(sign[0]), text)
    _write(f"{text}\n", err=False)


def echo_html(text: str) -> None:
    """Print a page: what could not be seen in it is written as what a browser reads as the same."""
    shown = re.sub(_HIDDEN, lambda sign: f"&#x{ord(sign[0]):x};", text)
    _write(f"{shown}\n", err=False)


def show(renderable: "RenderableType") -> None:
    """Print a table of rich's."""
    from rich.console import Console
    from rich.segment import Segment, Segments

    made = io.StringIO()
    console = Console(file=made, highlight=False, force_terminal=_is_coloured(sys.stdout))
    segments = [
        Segment(visible(each.text), each.style)
        for each in console.render(renderable)
        if not each.control
    ]
    console.print(Segments(segments), end="")
    _write(_without_commands(made.getvalue()), err=False)


def can_show(text: str) -> bool:
    """Whether the encoding of the output has all of a text."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def width() -> int:
    """Give how many columns there are; to ask `shutil` would load half of its friends first."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    with suppress(AttributeError, OSError, ValueError):
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    return 80


def prepare() -> None:
    """Make the standard streams fit to be written to, whatever they are.

    A closed one is filled, lest a file of ours takes its place: what is printed where nothing is open is
    an error for the standard output, as if it were full, and lost for the standard error.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
    # A stream may be missing, whatever its type says: Python gives none for what is closed.
    sys.stdin = sys.stdin or _stream(os.O_RDONLY, "r")
    sys.stdout = sys.stdout or _stream(os.O_RDONLY, "w")
    sys.stderr = sys.stderr or _stream(os.O_WRONLY, "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def finish() -> None:
    """Print what waits to be printed, and nothing after that; raise `StudyGuideError` if that fails."""
    try:
        _write("", err=False)
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
                continue
            _close(stream)


def _close(stream: TextIO) -> None:
    """Let what is printed from here on, and what waits to be, go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _stream(flags: int, mode: str) -> TextIO:
    stream = os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8")
    assert isinstance(stream, io.TextIOWrapper)
    return stream


def _write(text: str, *, err: bool) -> None:
    stream = sys.stderr if err else sys.stdout
    try:
        click.echo(text, file=stream, nl=False, color=True)
    except OSError as error:
        if err:
            return  # there is nobody left to tell
        _close(stream)  # what waits would fail, and be told of, once more
        if isinstance(error, BrokenPipeError):
            raise GoneError("whoever read the output has gone") from error
        raise StudyGuideError(
            f"cannot write to standard output: {error.strerror or error}"
        ) from error


def _is_coloured(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ


def _without_commands(text: str) -> str:
    return re.sub(_COMMAND, lambda it: "#\\x23" if it[1] is None else f"{it[1]}\\x3a:", text)


def _written_out(sign: str) -> str:
    return (
        sign.encode("ascii", "backslashreplace").decode()
        if ord(sign) > 0x7F
        else f"\\x{ord(sign):02x}"
    )


def _in_json(sign: str) -> str:
    pair = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{pair[at : at + 2].hex()}" for at in range(0, len(pair), 2))

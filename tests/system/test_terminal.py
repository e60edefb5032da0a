"""What is printed steers neither a terminal nor a runner, and says the same to whoever reads it."""

import json
import sys

import pytest

from studyguide.system import terminal
from tests.table import rows

HIDDEN = {
    "escape": ("\x1b[31mred", "\\x1b[31mred"),
    "title of a window": ("\x1b]0;x\x07", "\\x1b]0;x\\x07"),
    "control of eight bits": ("\x9b31m", "\\x9b31m"),
    "back to the line's start": ("good\rbad", "good\\x0dbad"),
    "backspace": ("a\x08b", "a\\x08b"),
    "right to left": ("a\u202eb", "a\\u202eb"),
    "isolate": ("a\u2067b\u2069", "a\\u2067b\\u2069"),
    "no width": ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
    "joiner between Latin letters": ("a\u200db", "a\\u200db"),
    "half a character": ("a\udcffb", "a\\udcffb"),
    "tags": ("a\U000e0041", "a\\U000e0041"),
    "line of another kind": ("a\u2028b", "a\\u2028b"),
    "our own colours, guessed": ("\ufdd0[31m", "\ufdd0[31m"),
}
SEEN = {
    "lines and tabs": "a\n\tb",
    "accents": "é e\u0301 ß",
    "Hebrew": "שלום",
    "Persian with a joiner": "می\u200cخواهم",
    "Hindi with a joiner": "क्\u200dष",
    "a family": "👩\u200d👩\u200d👧",
    "dashes and quotes": "— “a” … ‹b›",
    "a backslash": "a\\x1b",
}
OBEYED = {
    "at the start": ("::error::x", "\\x3a:error::x"),
    "after blanks": ("   ::stop-commands::x", "   \\x3a:stop-commands::x"),
    "in a later line": ("a\n::add-mask::x", "a\n\\x3a:add-mask::x"),
    "of the older kind": ("a ##[group]b", "a #\\x23[group]b"),
    "of Azure": ("##vso[task.x]", "#\\x23vso[task.x]"),
    "of a style": (terminal.style("::error::x", fg="red"), "\\x3a:error::x"),
    "cut by a style": (":" + terminal.style(":error::x", fg="red"), "\\x3a:error::x"),
}
NOT_OBEYED = {
    "inside a line": "a ::b",
    "a cloze": "{{c1::a::b}}",
    "a heading": "## [a](b)",
    "one colon": ":a",
}


@pytest.mark.parametrize(("text", "shown"), HIDDEN.values(), ids=HIDDEN)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str, capsys) -> None:
    assert terminal.visible(text) == shown
    terminal.echo_json(json.dumps([text], ensure_ascii=False))
    printed = capsys.readouterr().out
    assert json.loads(printed) == [text]
    assert terminal.visible(printed) == printed


@rows("text", SEEN.values(), ids=SEEN)
def test_what_can_be_seen_stays(text: str) -> None:
    assert terminal.visible(text) == text


@pytest.mark.parametrize(("text", "shown"), OBEYED.values(), ids=OBEYED)
def test_no_runner_obeys_a_deck(text: str, shown: str, capsys) -> None:
    terminal.echo(text)
    assert capsys.readouterr().out == f"{shown}\n"


@pytest.mark.parametrize("text", NOT_OBEYED.values(), ids=NOT_OBEYED)
def test_what_no_runner_obeys_stays(text: str, capsys) -> None:
    terminal.echo(text)
    assert capsys.readouterr().out == f"{text}\n"


def test_our_own_commands_are_obeyed(capsys) -> None:
    terminal.echo("::error file=a\x1b::b", is_command=True)
    assert capsys.readouterr().out == "::error file=a\\x1b::b\n"


def test_colours_are_ours_alone(capsys, monkeypatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = f"{terminal.style('red', fg='red')} \x1b[32mgreen"
    terminal.echo(text)
    assert capsys.readouterr().out == "red \\x1b[32mgreen\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    terminal.echo(text)
    assert capsys.readouterr().out == "\x1b[31mred\x1b[0m \\x1b[32mgreen\n"


def test_a_table_shows_what_is_hidden(capsys) -> None:
    from rich.table import Table

    table = Table("head", box=None, pad_edge=False)
    table.add_row("a\u202eb")
    table.add_row("::error::x")
    terminal.show(table)
    assert [line.strip() for line in capsys.readouterr().out.splitlines()] == [
        "head", "a\\u202eb", "\\x3a:error::x",
    ]  # fmt: skip

"""What a curator most likely meant where YAML gives up.

YAML's own words ("mapping values are not allowed in this context") help nobody who writes cards, so
the lines around the place are searched for the usual slips, each of which has a plain remedy.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

MOST_SLIPS = 50
"""How many slips of one kind are reported for one part of a file."""


class Problem(NamedTuple):
    """One thing wrong with a file's text, at an offset; what to write instead is in `help`."""

    start: int
    length: int
    code: str
    message: str
    help: str


_FIELD = re.compile(
    r"^(?P<lead>[ \t]*(?:- )?[ \t]*)(?P<key>[\w-]+):[ \t]+(?P<value>\S.*?)[ \t\r]*$"
)
_CLOSED_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_COLON = re.compile(r":(?:[ \t]|$)")


def diagnose(text: str, start: int, at: int, message: str) -> Problem:
    """Say what is wrong near `at`, where a parser that began something at `start` got stuck."""
    for offset, line in _lines(text, start, at):
        for slip in _SLIPS:
            if found := slip(line):
                return found._replace(start=offset + found.start)
    at = min(at, max(len(text) - 1, 0))
    help = "compare the indentation and the quotation marks with the lines around"
    return Problem(at, 1, "yaml-syntax", f"this is no valid YAML: {message}", help)


def _lines(text: str, start: int, at: int) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each line from the one of `start` to the one of `at`."""
    offset = text.rfind("\n", 0, start) + 1
    offset = text.rfind("\n", 0, max(offset - 1, 0)) + 1  # the line before often bears the blame
    while offset <= at and offset < len(text):
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        yield offset, text[offset:end]
        offset = end + 1


def _tab(line: str) -> Problem | None:
    at = line.find("\t")
    if at < 0 or line[:at].strip(" -"):
        return None
    message = "a tab cannot indent YAML"
    return Problem(at, 1, "yaml-tab", message, "indent with spaces, two a level")


def _brace(line: str) -> Problem | None:
    field = _FIELD.match(line)
    if not field or not _is_open_flow(field["value"]):
        return None
    message = f"a value that begins with `{field['value'][0]}` must be quoted"
    return Problem(
        field.start("value"), 1, "yaml-brace", message, quoted(field["key"], field["value"])
    )


def _is_open_flow(value: str) -> bool:
    """Whether a value begins like a YAML list or mapping but cannot be meant as one."""
    return value.startswith("{{") or (
        (value[0] == "{" and value[-1] != "}") or (value[0] == "[" and value[-1] != "]")
    )


def _indicator(line: str) -> Problem | None:
    field = _FIELD.match(line)
    if not field or field["value"][0] not in "@`%&*!|>":
        return None
    if field["value"][0] in "|>" and len(field["value"]) <= 3:
        return None
    message = f"a value that begins with `{field['value'][0]}` must be quoted"
    return Problem(
        field.start("value"), 1, "yaml-indicator", message, quoted(field["key"], field["value"])
    )


def _after_quote(line: str) -> Problem | None:
    field = _FIELD.match(line)
    closed = _CLOSED_QUOTE.match(field["value"]) if field else None
    if not field or not closed or closed.end() == len(field["value"]):
        return None
    rest = field["value"][closed.end() :].lstrip()
    if rest.startswith("#"):
        return None
    at = field.end("value") - len(rest)
    message = "text follows the closing quotation mark"
    help = quoted(field["key"], field["value"].strip(field["value"][0]))
    return Problem(at, len(rest), "yaml-quote", message, help)


def _open_quote(line: str) -> Problem | None:
    field = _FIELD.match(line)
    if not field or field["value"][0] not in "\"'" or _CLOSED_QUOTE.match(field["value"]):
        return None
    mark = field["value"][0]
    message = f"the quotation mark {mark} is never closed"
    help = f"close it, or write {mark * 2} for one inside" if mark == "'" else "close it"
    return Problem(field.start("value"), 1, "yaml-quote", message, f"{help} on the same line")


def _colon(line: str) -> Problem | None:
    field = _FIELD.match(line)
    if not field or field["value"][0] in "\"'[{#":
        return None
    colon = _COLON.search(field["value"])
    if not colon:
        return None
    at = field.start("value") + colon.start()
    message = "a value that holds `: ` must be quoted"
    return Problem(at, 1, "yaml-colon", message, quoted(field["key"], field["value"]))


def quoted(key: str, value: str) -> str:
    """Give the line as it should be: the value in double quotes, or single if it holds those."""
    if '"' not in value and "\\" not in value:
        return f'write {key}: "{value}"'
    return "write {}: '{}'".format(key, value.replace("'", "''"))


_SLIPS: tuple[Callable[[str], Problem | None], ...] = (
    _tab,
    _brace,
    _indicator,
    _after_quote,
    _open_quote,
    _colon,
)

"""What a curator most likely meant where YAML gives up.

YAML's own words ("mapping values are not allowed in this context") help nobody who writes cards, so
the lines down to the place are searched for the usual slips, each of which has a plain remedy. Which
of the suspects is to blame `nodes` finds out: the one without which YAML gets further.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from studyguide.patterns import lazy

MOST_SLIPS = 50
"""How many slips of one kind are reported for one part of a file."""


class Problem(NamedTuple):
    """One thing wrong with a file's text, at an offset; what to write instead is in `help`."""

    start: int
    length: int
    code: str
    message: str
    help: str


class Stuck(NamedTuple):
    """Where YAML gave up, where that began which it could not finish, and YAML's own words."""

    at: int
    start: int
    message: str


class Suspect(NamedTuple):
    """What may be to blame, and the span of text without which YAML would tell."""

    problem: Problem
    start: int
    end: int

    def taken_from(self, text: str) -> str:
        """Give the text with something harmless in place of the suspect, and as long."""
        filler = "x" if text[self.start : self.end].strip() else " "
        return text[: self.start] + filler * (self.end - self.start) + text[self.end :]

    @property
    def hides_the_rest(self) -> bool:
        """Whether nobody can tell what the lines around it were meant to be."""
        return self.problem.code in ("yaml-tab", "yaml-indent")


class _Value(NamedTuple):
    """What follows a key or the dash of a list on one line, and the offset at which it begins."""

    key: str
    text: str
    start: int


_FIELD = lazy(r"[ \t]*(?:- +)*(?P<key>[\w-]+):[ \t]+(?P<value>\S.*?)[ \t\r]*$")
_ELEMENT = lazy(r"[ \t]*(?:- +)+(?P<value>\S.*?)[ \t\r]*$")
_TAB = lazy(r"[ -]*\t[\s-]*")
_INDICATOR = lazy(r"[@`%&*!,\]}]|[-?:](?=\s|$)|[|>](?![-+0-9]*(?:\s+#.*)?$)")
_CLOSED_QUOTE = lazy(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_COLON = lazy(r":(?:[ \t]|$)")
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LOOKALIKE = lazy(
    rf"^[ ]*(?:- +)?(?:(?P<dash>[–—−‐‑•])(?=[ {_BLANKS}]+[a-z]+ ?:)|(?P<blank>[{_BLANKS}][ {_BLANKS}]*)(?=(?:- +)?[a-z]+ ?:)"
    rf"|[a-z]+ ?(?:(?P<colon>[：﹕︓∶꞉])|:(?P<gap>[{_BLANKS}]+)))",
    re.MULTILINE,
)
_MEANT = {"dash": "dash of a list", "blank": "space", "colon": "colon", "gap": "space"}
_INSTEAD = {"dash": "`-`", "blank": "spaces", "colon": "`: `", "gap": "a space"}
_CODES = {"dash": "yaml-indent", "blank": "yaml-indent", "colon": "yaml-key", "gap": "yaml-key"}
"""What is typed so, in what word processors and keyboards of other scripts put there."""

_CLOSING = {"{": "}", "[": "]"}


def suspects_in(text: str, stuck: Stuck) -> Iterator[Suspect]:
    """Yield everything that may have stopped YAML, from the first line to where it got stuck."""
    for offset, line in _lines(text, stuck.at):
        if tab := _TAB.match(line):
            problem = Problem(offset + tab[0].index("\t"), 1, "yaml-tab", *_NO_TAB)
            yield Suspect(problem, offset, offset + tab.end())
        for value in _values(line, offset):
            slips = filter(None, (slip(value, stuck.at) for slip in _SLIPS))
            for slip in islice(slips, 1):
                yield Suspect(slip, value.start, value.start + len(value.text))
    if text[stuck.at : stuck.at + 1] == ":":
        yield Suspect(_goes_on(text, stuck.at), stuck.at, stuck.at + 1)


def lookalike(text: str, stuck: Stuck) -> Problem | None:
    """Find a sign that only looks like one of YAML's, down to the line where YAML got stuck: – for -, ： for a colon."""
    end = text.find("\n", max(stuck.at, stuck.start))
    found = _LOOKALIKE.search(text, 0, end if end >= 0 else len(text))
    if not found or not found.lastgroup:
        return None
    start, sign = found.start(found.lastgroup), found[found.lastgroup][0]
    message = f"U+{ord(sign):04X} is no {_MEANT[found.lastgroup]} to YAML"
    help = f"type {_INSTEAD[found.lastgroup]} there"
    return Problem(start, len(found[found.lastgroup]), _CODES[found.lastgroup], message, help)


def unknown(text: str, stuck: Stuck) -> Problem:
    """Say what is wrong where no usual slip is to blame."""
    if stuck.message == "could not find expected ':'":
        return no_key(stuck.start)
    at = min(stuck.at, max(len(text) - 1, 0))
    begins_line = not text[text.rfind("\n", 0, at) + 1 : at].strip(" -")
    if begins_line and stuck.message.startswith("did not find expected"):
        message = "this line does not fit the lines above"
        help = "indent it like the lines it belongs with, and compare the quotation marks above"
        return Problem(at, 1, "yaml-indent", message, help)
    if stuck.message.startswith("found character"):
        message = f"nothing can begin with `{text[at]}` here"
        help = "remove it, or put the whole text into quotation marks"
        return Problem(at, 1, "yaml-indicator", message, help)
    help = "compare the indentation and the quotation marks with the lines around"
    return Problem(at, 1, "yaml-syntax", f"this is no valid YAML: {stuck.message}", help)


def no_key(start: int) -> Problem:
    """Report a line that is neither a key with its value nor part of one."""
    message = "this line has no key"
    help = "write `key: value`, or indent the line if it goes on with the one above"
    return Problem(start, 1, "yaml-key", message, help)


def _lines(text: str, last: int) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each line down to the one that holds the offset `last`."""
    offset = 0
    while offset <= last and offset < len(text):
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        yield offset, text[offset:end]
        offset = end + 1


def _values(line: str, offset: int) -> Iterator[_Value]:
    """Yield the value of a line: of a list's element, but for an item, whose first line has a key."""
    if offset and (found := _ELEMENT.match(line)):
        yield _Value("", found["value"], offset + found.start("value"))
    elif found := _FIELD.match(line):
        yield _Value(found["key"], found["value"], offset + found.start("value"))


def _bracket(value: _Value, at: int) -> Problem | None:
    """Judge a value that begins like a YAML list or mapping."""
    mark = value.text[0]
    if mark not in _CLOSING:
        return None
    if value.text[-1] == _CLOSING[mark] and not value.text.startswith("{{"):
        start = at if value.start < at < value.start + len(value.text) else value.start
        message = f"something between {mark} and {_CLOSING[mark]} must be quoted"
        help = 'write "…" around a text that holds `: `, a comma, a bracket or a quotation mark'
        return Problem(start, 1, "yaml-flow", message, help)
    message = f"a value that begins with `{mark}` must be quoted"
    help = quoted(value.key, value.text)
    if not value.text.startswith("{{"):
        help += f", or end it with `{_CLOSING[mark]}`"
    return Problem(value.start, 1, "yaml-brace", message, help)


def _indicator(value: _Value, _: int) -> Problem | None:
    if not _INDICATOR.match(value.text):
        return None
    message = f"a value that begins with `{value.text[0]}` must be quoted"
    help = quoted(value.key, value.text)
    if value.text.startswith("- "):
        help += "; of a list each part has a line of its own, below its key"
    return Problem(value.start, 1, "yaml-indicator", message, help)


def _quote(value: _Value, at: int) -> Problem | None:
    """Judge a value that begins with a quotation mark."""
    mark = value.text[0]
    if mark not in "\"'":
        return None
    closed = _CLOSED_QUOTE.match(value.text)
    if not closed:
        message = f"the quotation mark {mark} is never closed"
        meant = value.text[1:] if mark == '"' else value.text
        return Problem(value.start, 1, "yaml-quote", message, quoted(value.key, meant))
    rest = value.text[closed.end() :].lstrip()
    if rest and not rest.startswith("#"):
        start = value.start + len(value.text) - len(rest)
        message = "text follows the closing quotation mark"
        is_whole = rest[:1].isalnum() and len(value.text) - len(rest) == closed.end()
        meant = value.text[1:-1] if is_whole and rest.endswith(mark) else value.text
        return Problem(start, len(rest), "yaml-quote", message, quoted(value.key, meant))
    if mark == '"' and "\\" in value.text:
        before = value.text.rfind("\\", 0, max(at + 1 - value.start, 0))
        start = value.start + max(before, value.text.find("\\"))
        message = "a backslash in double quotation marks begins an escape"
        return Problem(start, 1, "yaml-escape", message, quoted(value.key, closed[0][1:-1]))
    return None


def _colon(value: _Value, _: int) -> Problem | None:
    colon = _COLON.search(value.text)
    if not colon or value.text[0] in "\"'#|>":
        return None
    message = "a value that holds `: ` must be quoted"
    start = value.start + colon.start()
    return Problem(start, 1, "yaml-colon", message, quoted(value.key, value.text))


def _goes_on(text: str, colon: int) -> Problem:
    """Judge a `: ` in a line that goes on with the text of the line above."""
    before = text[text.rfind("\n", 0, colon) + 1 : colon]
    word = before.strip()
    if re.fullmatch(r"[\w-]+", word):
        message = f"`{word}:` is indented as if it went on with the text above"
        help = "indent it like the key above; or, if it is no key, quote the whole text"
        return Problem(colon - len(word), len(word), "yaml-indent", message, help)
    message = "a text that holds `: ` must be quoted"
    help = 'write "…" around the whole text, or begin it with `>` and go on in the next line'
    return Problem(colon, 1, "yaml-colon", message, help)


def quoted(key: str, value: str) -> str:
    """Give the line as it should be: the value in double quotes, or single if it holds those."""
    lead = f"write {key}: " if key else "write "
    if '"' not in value and "\\" not in value:
        return f'{lead}"{value}"'
    return lead + "'{}'".format(value.replace("'", "''"))


_NO_TAB = ("a tab cannot indent YAML", "indent with spaces, two a level")
_SLIPS: tuple[Callable[[_Value, int], Problem | None], ...] = (_bracket, _indicator, _quote, _colon)

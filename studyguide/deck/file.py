"""A curator's file, and each text in it with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from studyguide.deck.marked import Marked, written
from studyguide.finding import Location
from studyguide.patterns import lazy

_BLANK = lazy(r"\s*")
_GAP = lazy(r"(?:\s|\\(?=[\r\n]))*")
_OPENING = lazy(r"[\"']|[|>][^\r\n]*\s*")
_ESCAPE = lazy(r"\\(?:x.{2}|u.{4}|U.{8}|.)")
_LONGEST_LINE = 20_000
_LINE_END = lazy(r"\r\n?|\n")


class Text(NamedTuple):
    """One scalar of a file: what it says, and the offset at which it begins there.

    Where `deck.yaml` has `markup: yes`, its plain words are a `Marked` that knows how they were written.
    """

    value: str
    start: int


@dataclass(frozen=True, slots=True)
class File:
    """A curator's file: its path and its text, into which every `Text` points."""

    path: Path
    text: str
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)
    _last: list[tuple[Text, list[int]]] = field(default_factory=list, repr=False, compare=False)
    """The text that was last looked into, and where in the file each of its characters stands."""

    def at(self, start: int, length: int = 1) -> Location:
        """Tell the line and column of an offset."""
        if not self._starts:
            self._starts.extend((0, *(end.end() for end in _LINE_END.finditer(self.text))))
        line = bisect_right(self._starts, start)
        column = start - self._starts[line - 1] + 1
        return Location(self.path, line, column, max(length, 1), self.text)

    def offset(self, text: Text, index: int) -> int:
        """Tell where in the file the character `index` of a text's value stands.

        Folded lines, blocks, doubled quotation marks and escapes are allowed for. A value that does
        not stand there so (it is of the caller's making) is taken to stand at the text's start.
        """
        if not self._last or self._last[0][0] is not text:
            self._last[:] = [(text, [*self._places(text)])]
        places = self._last[0][1]
        index = min(index, len(text.value))
        if isinstance(text.value, Marked) and text.value.raw:
            index = text.value.places[index]
        return places[index] if index < len(places) else text.start

    def _places(self, text: Text) -> Iterator[int]:
        """Yield where each character of a value stands, and its end, up to one that is not there."""
        opening = _OPENING.match(self.text, text.start)
        mark = opening[0][0] if opening else ""
        gap = _GAP if mark == '"' else _BLANK
        at = opening.end() if opening else text.start
        for character in written(text.value):
            yield self._skip(gap, at)
            at = self._after(character, at, mark)
            if at < 0:
                return
        yield self._skip(gap, at)

    def _after(self, character: str, at: int, mark: str) -> int:
        """Tell where one character of a value ends that stands at an offset; -1 if it does not."""
        start = self._skip(_GAP, at) if mark == '"' and not character.isspace() else at
        if character.isspace() and (end := self._skip(_BLANK, at)) > at:
            return end
        if mark == '"' and (escape := _ESCAPE.match(self.text, start)):
            return escape.end()
        if self.text.startswith(character, start):
            return start + 1 + (character == mark == "'")
        return at if character.isspace() else -1

    def _skip(self, gap: re.Pattern[str], at: int) -> int:
        return gap.match(self.text, at).end()  # type: ignore[union-attr]

    def within(self, text: Text, words: str = "") -> Location:
        """Tell where `words` stand in `text`, or where `text` begins if they do not."""
        found = _place(text.value, words) if words else -1
        if found >= 0:
            return self.at(self.offset(text, found), len(words))
        return self.at(text.start, self.length(text))

    def line_from(self, start: int) -> str:
        """Give the rest of the line from an offset on, as far as anybody reads it."""
        line_end = _LINE_END.search(self.text, start, start + _LONGEST_LINE)
        return self.text[start : line_end.start() if line_end else start + _LONGEST_LINE].rstrip()

    def length(self, text: Text) -> int:
        """Count the characters that a text takes on its first line in the file."""
        value = written(text.value)
        for quotes in (0, 1):
            is_there = value and self.text.startswith(value, text.start + quotes)
            if is_there and "\n" not in value and "\r" not in value:
                return len(value) + 2 * quotes
        return max(len(self.line_from(text.start)), 1)


def _place(text: str, words: str) -> int:
    """Find words in a text, rather as such than as a part of others: "each" not in "teachers"."""
    whole = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return whole.start() if whole else text.find(words)

"""Lines of code, which end at spaces: a hyphen in it begins an option, or is a minus."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.instead import instead

_KEPT: Final = "pre-wrap"
"""How white space is kept in code, and in nothing else."""

_BEHIND: Final = (
    re.compile(r"(?<=\w)[/._,;:=&|)\]}]+(?=[\w'\"])"),
    re.compile(r"(?<=\w)-(?=\w)"),
)
"""Signs behind which a word is parted that is longer than a line, the better ones first; no hyphen that begins it."""

_FULL: Final = 0.25
"""Of the letters that have room, how many stand on a line at least that is parted behind a sign."""

_HAIR: Final = 0.1
"""Pixels that are no difference."""


@contextmanager
def whole_words_of_code(inline: Any) -> Iterator[None]:
    """End lines of code at spaces while the block runs, and part a word only where it is longer than a line.

    `inline` is WeasyPrint's module of that name.
    """
    lines = _Lines(inline)
    with (
        instead(inline, "split_inline_box", lines.seen),
        instead(inline, "split_first_line", lines.ended),
    ):
        yield


class _Room(NamedTuple):
    """How wide a line is, and how wide those are that follow it, in pixels."""

    this: float
    next: float


class _Lines:
    """Ends the lines of code, and sees for that how wide the line is in which they stand: whether it is begun is not told."""

    def __init__(self, inline: Any) -> None:
        self._line = inline.boxes.LineBox
        self._room = _Room(0.0, 0.0)

    def seen(self, before: Any) -> Any:
        """See a line, while it is filled."""

        def split(context: Any, box: Any, x: float, most: float, *rest: Any) -> Any:
            if not isinstance(box, self._line):
                return before(context, box, x, most, *rest)
            outer, containing = self._room, rest[2]
            self._room = _Room(most - x, min(most - x, containing.width))
            try:
                return before(context, box, x, most, *rest)
            finally:
                self._room = outer

        return split

    def ended(self, before: Any) -> Any:
        """Give the first line of a text."""

        def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
            if style["white_space"] != _KEPT or most is None:
                return before(text, style, context, most, *rest, **more)
            is_begun = most < self._room.this - _HAIR
            if is_begun and " " not in text:  # as WeasyPrint asks for each pixel
                return before(text, style, context, None, *rest, **more)
            line = before(text, style, context, most, *rest, **more)
            end = len(text.encode()[: line[2]].decode())
            if line[2] is None or " " in text[end - 1 : end + 1]:
                return line

            def made(end: int) -> Any:
                """Give a line of so many letters."""
                layout, length, _, *sizes = before(text[:end], style, context, None, *rest, **more)
                return layout, length, length if end < len(text) else None, *sizes

            start = text.rfind(" ", 0, end) + 1
            if text[:start].strip(" ") or (start and is_begun):
                return made(start)
            behind = text.find(" ", start) + 1 or len(text)
            word = text[:behind].rstrip(" ")
            if is_begun or made(len(word))[3] <= self._room.next:
                return made(behind)  # too wide for what is left, so that it begins a line
            fitting = int(most / made(1)[3])
            tried = (made(each) for each in _ends(text[start:behind], fitting - start, start))
            return next((each for each in tried if each[3] <= most), line)

        return split


def _ends(word: str, fitting: int, start: int) -> Iterator[int]:
    """Yield where a word may be parted of which so many letters have room, the best place first, told from a `start`."""
    for signs in _BEHIND:
        ends = [found.end() for found in signs.finditer(word, 0, fitting + 1)]
        end = max((each for each in ends if each <= fitting), default=0)
        if end and end >= fitting * _FULL:
            yield start + end
    if fitting > 0:
        yield start + fitting

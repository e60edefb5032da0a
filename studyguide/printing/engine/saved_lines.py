"""Words that are divided only where that saves a line: else all of a word begins the next one."""

from collections.abc import Callable
from typing import Any, Final

from studyguide.printing.engine.by_style import of_each_style

_FULL: Final = 0.4
"""Of what has room, how much a line holds at least that ends before a word that could be divided: in a narrow column it is."""

_HYPHENS: Final = "-\N{HYPHEN}–—/"
"""Behind these a word is parted as it is written."""


def divides(line: Any, style: Any) -> bool:
    """Whether a line may end within a word that was divided: it ends at no space."""
    return style["hyphens"] == "auto" and line[2] is not None and line[1] == line[2]


def undivided(style: Any) -> Any:
    """Give a style like it in which words are not divided."""
    whole = style.copy()
    whole["hyphens"] = "manual"
    return whole


def where_that_saves_a_line(before: Any) -> Any:
    """Let a word begin the next line that need not be divided: the text has as many lines then, and none is nearly empty."""
    whole = of_each_style(undivided)

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        line = before(text, style, context, most, *rest, **more)
        if most is None or not divides(line, style):
            return line
        other = before(text, whole(style), context, most, *rest, **more)
        if not (_ends_a_word(text, other) and most * _FULL <= other[3] <= most):
            return line

        def first(left: str) -> Any:
            return before(left, style, context, most, *rest, **more)

        fewest = _lines(_behind(text, line), first)
        return other if _lines(_behind(text, other), first, fewest + 1) <= fewest else line

    return split


def _ends_a_word(text: str, line: Any) -> bool:
    """Whether a line goes up to a space, or to a hyphen that is written."""
    if line[2] is None or line[2] != line[1]:
        return line[2] is not None
    return text.encode()[: line[2]].decode()[-1:] in _HYPHENS


def _behind(text: str, line: Any) -> str:
    return text.encode()[line[2] :].decode()


def _lines(text: str, first: Callable[[str], Any], most: int | None = None) -> int:
    """Count the lines of a text, up to so many."""
    count = 0
    while count != most:
        count += 1
        line = first(text)
        if not line[2]:
            break
        text = _behind(text, line)
    return count

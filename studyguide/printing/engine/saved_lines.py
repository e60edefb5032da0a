"""Words that are divided only where that saves a line: else all of a word begins the next one.

It is asked of lines, not of texts: what is emphasised, or stands behind a blank, is a text of its own, which begins within a line.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.by_style import of_each_style

_FULL: Final = 0.4
"""Of what has room, how much a line holds at least that ends before a word that could be divided: in a narrow column it is."""

_WHOLE: Final = "keeps_words_whole"
"""What a context has while no word is divided."""


def divides(line: Any, style: Any) -> bool:
    """Whether a line may end within a word that was divided: it ends at no space."""
    return style["hyphens"] == "auto" and line[2] is not None and line[1] == line[2]


def undivided(style: Any) -> Any:
    """Give a style like it in which words are not divided."""
    whole = style.copy()
    whole["hyphens"] = "manual"
    return whole


def whole_where_told(before: Any) -> Any:
    """Divide no word of a text while its context says so."""
    whole = of_each_style(undivided)

    def split(text: str, style: Any, context: Any, *rest: Any, **more: Any) -> Any:
        if style["hyphens"] == "auto" and getattr(context, _WHOLE, False):
            style = whole(style)
        return before(text, style, context, *rest, **more)

    return split


class _Made(NamedTuple):
    """A line, what its box is told of it, and what is laid out apart from it."""

    line: Any
    resume_at: Any
    size: tuple[float, float]
    absolutes: list[Any]
    fixed: list[Any]


class _Paragraph(NamedTuple):
    """What lines are made of, of what is laid out in one run."""

    make: Any
    context: Any
    box: Any
    y: float
    bottom: float
    around: Any

    def line(self, skipped: Any, *first: Any) -> _Made:
        absolutes, fixed = list[Any](), list[Any]()
        how = (self.bottom, skipped, self.around, absolutes, fixed, *(first or (None, None)))
        line, resume_at = self.make(self.context, self.box, self.y, *how)
        return _Made(line, resume_at, (self.box.width, self.box.height), absolutes, fixed)

    def lines(self, made: _Made, most: int | None = None) -> int:
        """Count the lines from one on, up to so many."""
        count, indent = 1, self.box.text_indent
        self.box.text_indent = 0
        while made.resume_at is not None and count != most:
            made = self.line(made.resume_at)
            count += made.line is not None
        self.box.text_indent = indent
        return count


def where_that_saves_a_line(before: Any) -> Any:
    """Let a word begin the next line that need not be divided: the paragraph has as many lines then, and none is nearly empty."""

    def next_line(context: Any, box: Any, y: float, *rest: Any) -> tuple[Any, Any]:
        bottom, skipped, around, absolutes, fixed, *first = rest
        outside = len(absolutes), len(fixed)
        line, resume_at = before(context, box, y, *rest)
        if resume_at is None or line is None or not _ends_in_a_word(line):
            return line, resume_at
        if context.excluded_shapes or getattr(context, _WHOLE, False):
            return line, resume_at
        apart = absolutes[outside[0] :], fixed[outside[1] :]
        made = _Made(line, resume_at, (box.width, box.height), *apart)
        made = _better(_Paragraph(before, context, box, y, bottom, around), made, skipped, first)
        absolutes[outside[0] :], fixed[outside[1] :] = made.absolutes, made.fixed
        box.position_y, (box.width, box.height) = y, made.size
        return made.line, made.resume_at

    return next_line


def _better(paragraph: _Paragraph, made: _Made, skipped: Any, first: list[Any]) -> _Made:
    """Give a line that ends before the word that another divides, if that is as good."""
    with _words_whole(paragraph.context):
        other = paragraph.line(skipped, *first)
    wide = paragraph.around.width
    if _ends_in_a_word(other.line) or not wide * _FULL <= other.line.width <= wide:
        return made
    fewest = paragraph.lines(made)
    return other if paragraph.lines(other, fewest + 1) <= fewest else made


@contextmanager
def _words_whole(context: Any) -> Iterator[None]:
    setattr(context, _WHOLE, True)
    try:
        yield
    finally:
        delattr(context, _WHOLE)


def _ends_in_a_word(line: Any) -> bool:
    """Whether a line ends with a hyphen that is not written, or where none is written."""
    while getattr(line, "children", None):
        line = line.children[-1]
    text = getattr(line, "text", "")
    return bool(text) and text.endswith(line.style["hyphenate_character"])

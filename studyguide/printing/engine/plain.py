"""Lines of plain words: broken where WeasyPrint breaks them, with a third of the shaping.

It has Pango shape each line four times: with as much again behind it, with its next word, by itself, and that once
more to draw it. Where words stand between spaces it is enough to shape it with the next word.
"""

import re
from typing import Any, Final

from studyguide.printing.engine.letters import declare, ends_with

_PLAIN: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e]+"
)
"""What is written from the left, without hyphens that nobody sees, ends of lines and accents by themselves."""

_WORD: Final = re.compile("[(“‘]*[^\\W_]+(?:[’'.,\u00a0][^\\W_]+)*[)”’.,;:!?…]*")
"""What a line is parted from by its spaces alone, and can only have whole."""

LINE_SEPARATOR: Final = "\N{LINE SEPARATOR}"
"""Where Pango ends a line, however white space is treated."""

_AHEAD = 2.4, 16
"""Letters that are shaped with a line: so many for its size, and for the next word."""

_NARROW, _ENDLESS = 4, 2**21
"""Sizes of letters, and pixels: in less room than that, and in more, WeasyPrint does otherwise."""


Split = tuple[Any, int, int | None, float, float, float]
"""What WeasyPrint wants to be told of a line: its layout, length, where the rest begins (in bytes), width, height, baseline."""


class Plain:
    """Splits what is plain, and has the rest split by what was there before."""

    def __init__(self, line_break: Any, before: Any) -> None:
        """Take the place of a function; `line_break` is WeasyPrint's module of that name."""
        self._before, self._of, self._pango = before, line_break, line_break.pango
        declare(line_break.ffi)
        self._place = line_break.ffi.new("int *")

    def __call__(
        self, text: str, style: Any, context: Any, most: Any, spacing: Any, **more: Any
    ) -> Any:
        """Give the first line of a text."""
        return self._first(text, style, context, most, spacing) or self._before(
            text, style, context, most, spacing, **more
        )

    def _first(self, text: str, style: Any, context: Any, most: Any, spacing: Any) -> Split | None:
        """Give the first line, or nothing where that is not plain."""
        wraps = style["white_space"]
        if wraps not in ("normal", "nowrap"):
            return None
        whole, separator = text, ""
        if wraps == "nowrap":
            whole, separator, _ = text.partition(LINE_SEPARATOR)
            if separator and whole[-1:] == " ":
                return None
        draft, size = whole, style["font_size"]
        room = _ENDLESS if wraps == "nowrap" or most is None else most
        if room < _ENDLESS:
            draft = text[: int(room / size * _AHEAD[0]) + _AHEAD[1]]
        layout = self._of.create_layout(draft, style, context, most, spacing)
        line, resume_at = layout.get_first_line()
        if resume_at is None:
            end = len((whole + separator).encode()) if separator else None
            return self._told(layout, line, line.length, end, room) if draft == whole else None
        is_plain = room > size * _NARROW and "\u00ad" not in text and _PLAIN.fullmatch(draft)
        is_plain = is_plain and style["direction"] == "ltr"
        return self._parted(layout, line, draft.encode(), resume_at) if is_plain else None

    def _parted(self, layout: Any, line: Any, draft: bytes, resume_at: int) -> Split | None:
        """Give a line that ends at a space, if the word behind it can only stand whole, and has no room."""
        first, rest = draft[:resume_at], draft[resume_at:]
        word = rest.partition(b" ")[0]
        ended = first.rstrip(b" ").decode()
        if first[-1:] != b" " or not ended or not self._is_whole(word.decode(), layout.style):
            return None
        width = self._of.line_size(line, layout.style)[0]
        second = self._pango.pango_layout_get_line_readonly(layout.layout, 1)
        self._pango.pango_layout_line_index_to_x(second, resume_at + len(word), False, self._place)
        most = layout.max_width
        if not width <= most < width + self._place[0] / self._of.TO_UNITS:
            return None
        if not ends_with(layout, ended):
            self._pango.pango_layout_set_width(layout.layout, -1)
            layout.set_text(ended)
            line = layout.get_first_line()[0]
        return self._told(layout, line, len(ended.encode()), resume_at, most)

    def _is_whole(self, word: str, style: Any) -> bool:
        """Whether a word cannot be parted."""
        may_be = style["hyphens"] == "auto" and len(word) >= style["hyphenate_limit_chars"][0]
        return not may_be and _WORD.fullmatch(word) is not None

    def _told(
        self, layout: Any, line: Any, length: int, resume_at: int | None, room: float
    ) -> Split | None:
        """Tell of a line, if there is room for it."""
        width, height = self._of.line_size(line, layout.style)
        if width > room:
            return None
        baseline = self._pango.pango_layout_get_baseline(layout.layout) * self._of.FROM_UNITS
        layout.deactivate()
        return layout, length, resume_at, width, height, baseline

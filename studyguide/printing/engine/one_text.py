"""Lines that are a piece of one text: three of four, made without what WeasyPrint does for lines of many parts.

It looks for floats three times, walks through the parts of a line four times and copies each twice; of a text alone
there is only to be told where it ends, and how far its line is moved.
"""

from typing import Any, Final

_NEVER_MORE: Final = 1 + 1e-9
"""What WeasyPrint adds to the room of a line, so that a width that was computed from it has room in it again."""

_COLLAPSING: Final = "normal", "nowrap"


class OneText:
    """Makes lines of one text, and has the others made by what was there before."""

    def __init__(self, inline: Any, before: Any) -> None:
        """Take the place of a function; `inline` is WeasyPrint's module of that name."""
        self._of, self._before = inline, before
        self._known = dict[tuple[int, int, int], tuple[bool, Any]]()

    def __call__(self, context: Any, box: Any, y: float, *rest: Any) -> tuple[Any, Any]:
        """Give the next line of a box, and where the one after it begins."""
        _, skipped, around, _, _, *first = rest
        made = None
        if not (context.excluded_shapes or any(first)):
            made = self._made(context, box, y, skipped, around)
        return made or self._before(context, box, y, *rest)

    def _made(
        self, context: Any, box: Any, y: float, skipped: Any, around: Any
    ) -> tuple[Any, Any] | None:
        """Make a line, if what is left of its box begins with a text, and this is all or has more than a line."""
        (index, within) = next(iter(skipped.items())) if skipped else (0, None)
        text: Any = box.children[index] if box.children else None
        if type(text) is not self._of.boxes.TextBox or not self._is_plain(box, text, around):
            return None
        at, data = next(iter(within)) if within else 0, text.text.encode()
        while data[at : at + 1] == b" ":
            at += 1
        x = around.content_box_x()
        room = x + around.width - x
        self._of.resolve_percentages(text, around)
        box.position_x, box.position_y = x, y
        text.position_x, text.position_y = x + box.text_indent, y
        new, resume_at, is_ended = self._of.split_text_box(
            context, text, (x + room) * _NEVER_MORE - text.position_x, at
        )
        if new is None or (resume_at is None and index + 1 < len(box.children)):
            return None
        line = self._line_of(box, new)
        box.width, box.height = line.width, line.height
        if new.text[-1:] == " ":
            self._of.remove_last_whitespace(context, line)
        is_last = resume_at is None or is_ended
        right = self._of.text_align(context, line, room, last=is_last)
        _set(line, new, right, y)
        return line, None if resume_at is None else {index: {resume_at: None}}

    def _line_of(self, box: Any, text: Any) -> Any:
        line = box.copy()
        line.children = [text]
        line.width = text.position_x + text.margin_width() - line.content_box_x()
        self._of._adjust_line_height(line)  # noqa: SLF001, it is nowhere else
        return line

    def _is_plain(self, box: Any, text: Any, around: Any) -> bool:
        """Whether the line of a text runs from the left, and ends without spaces."""
        styles = box.style, text.style, around.style
        key = id(styles[0]), id(styles[1]), id(styles[2])
        if key not in self._known:
            # their names are others' as soon as they go
            self._known[key] = _are_plain(*styles), styles
        return self._known[key][0]


def _are_plain(line: Any, text: Any, around: Any) -> bool:
    is_from_left = line["direction"] == around["direction"] == "ltr"
    return is_from_left and text["white_space"] in _COLLAPSING


def _set(line: Any, text: Any, right: float, y: float) -> None:
    """Put a line with its text where it stands: so far to the right, and below what is above it."""
    above = min(-text.baseline, -line.baseline)
    below = max(text.margin_height() - text.baseline, line.margin_height() - line.baseline)
    line.position_x, line.position_y = line.position_x + right, y
    text.position_x, text.position_y = text.position_x + right, -text.baseline + (y - above)
    line.baseline, line.height = -above, below - above
    line.margin_top = line.margin_bottom = 0

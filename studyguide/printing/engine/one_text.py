"""Lines that are a piece of one text, be it a link: two of three, made without what WeasyPrint does for lines of many parts.

It looks for floats three times, walks through the parts of a line four times and copies each twice; of a text alone
there is only to be told where it ends, and how far its line is moved.
"""

from typing import Any, Final

_NEVER_MORE: Final = 1 + 1e-9
"""What WeasyPrint adds to the room of a line, so that a width that was computed from it has room in it again."""

_COLLAPSING: Final = "normal", "nowrap"

Made = tuple[Any, Any]
"""A line, and where the one after it begins."""


class OneText:
    """Makes lines of one text, and has the others made by what was there before."""

    def __init__(self, inline: Any, before: Any) -> None:
        """Take the place of a function; `inline` is WeasyPrint's module of that name."""
        self._of, self._before = inline, before
        self._known = dict[tuple[int, ...], tuple[bool, Any]]()

    def __call__(self, context: Any, box: Any, y: float, *rest: Any) -> Made:
        """Give the next line of a box."""
        _, skipped, around, _, _, *first = rest
        made = None
        if box.children and not (context.excluded_shapes or any(first)):
            (index, within) = next(iter(skipped.items())) if skipped else (0, None)
            part = box.children[index]
            if type(part) is self._of.boxes.TextBox:
                at = next(iter(within)) if within else 0
                made = self._of_text(context, box, y, around, (index, at))
            elif not skipped and len(box.children) == 1 and type(part) is self._of.boxes.InlineBox:
                made = self._of_inline(context, box, y, around)
        return made or self._before(context, box, y, *rest)

    def _of_text(
        self, context: Any, box: Any, y: float, around: Any, begins: tuple[int, int]
    ) -> Made | None:
        """Make a line of a text from a place in it, if nothing stands behind it or it has more than a line."""
        index, at = begins
        text = box.children[index]
        if not self._are_plain(around, box, text):
            return None
        data = text.text.encode()
        while data[at : at + 1] == b" ":
            at += 1
        x, room = self._begun(box, y, around)
        text.position_x, text.position_y = x + box.text_indent, y
        new, resume_at, is_ended = self._split(context, text, around, (x + room) * _NEVER_MORE, at)
        if new is None or (resume_at is None and index + 1 < len(box.children)):
            return None
        line = self._holding(box, new)
        box.width, box.height = line.width, line.height
        right = self._moved(context, line, room, is_last=resume_at is None or is_ended)
        _set(line, (new,), right, y)
        return line, None if resume_at is None else {index: {resume_at: None}}

    def _of_inline(self, context: Any, box: Any, y: float, around: Any) -> Made | None:
        """Make a line of a link, say, if it is a text that has room on it."""
        part = box.children[0]
        if len(part.children) != 1 or type(part.children[0]) is not self._of.boxes.TextBox:
            return None
        text = part.children[0]
        if text.text[:1] == " " or not self._are_plain(around, box, text, part):
            return None
        x, room = self._begun(box, y, around)
        self._of.resolve_percentages(part, around)
        if any(getattr(part, each) for each in _BESIDE):
            return None
        part.position_x = text.position_x = x + box.text_indent
        part.position_y = text.position_y = y
        most = (x + room) * _NEVER_MORE * _NEVER_MORE
        new, resume_at, _ = self._split(context, text, around, most, 0)
        if new is None or resume_at is not None:
            return None
        holding = self._holding(part, new)
        line = self._holding(box, holding)
        box.width, box.height = line.width, line.height
        right = self._moved(context, line, room, is_last=True)
        _set(line, (holding, new), right, y)
        return line, None

    def _begun(self, box: Any, y: float, around: Any) -> tuple[float, float]:
        """Put a box where its line begins, and tell that and how much room the line has."""
        x = around.content_box_x()
        box.position_x, box.position_y = x, y
        return x, x + around.width - x

    def _split(self, context: Any, text: Any, around: Any, most: float, at: int) -> Any:
        self._of.resolve_percentages(text, around)
        return self._of.split_text_box(context, text, most - text.position_x, at)

    def _holding(self, box: Any, part: Any) -> Any:
        """Copy a box for the part of it that stands on a line."""
        new = box.copy()
        new.children = [part]
        new.width = part.position_x + part.margin_width() - new.content_box_x()
        self._of._adjust_line_height(new)  # noqa: SLF001, it is nowhere else
        return new

    def _moved(self, context: Any, line: Any, room: float, *, is_last: bool) -> float:
        """Take the last blank from a line, and tell how far right it stands."""
        self._of.remove_last_whitespace(context, line)
        return float(self._of.text_align(context, line, room, last=is_last))

    def _are_plain(self, around: Any, *boxes: Any) -> bool:
        """Whether a line, its text and what that is in are plain, and what is around it runs from the left, too."""
        key = (id(around.style), *(id(each.style) for each in boxes))
        if key not in self._known:
            styles = [each.style for each in boxes]
            is_plain = around.style["direction"] == "ltr" and all(map(_is_plain, styles))
            # their names are others' as soon as they go
            self._known[key] = is_plain, (around.style, *styles)
        return self._known[key][0]


_BESIDE: Final = tuple(
    f"{kind}_{side}{end}"
    for kind, end in (("margin", ""), ("padding", ""), ("border", "_width"))
    for side in ("left", "right")
)


def _is_plain(style: Any) -> bool:
    """Whether a text of a style stands where its line does, and a line of it ends without spaces."""
    return style["white_space"] in _COLLAPSING and style["vertical_align"] == "baseline"


def _set(line: Any, parts: tuple[Any, ...], right: float, y: float) -> None:
    """Put a line with its parts where it stands: so far to the right, and below what is above it."""
    boxes = (line, *parts)
    above = min(-each.baseline for each in boxes)
    below = max(each.margin_height() - each.baseline for each in boxes)
    for each in parts:
        each.position_x, each.position_y = each.position_x + right, -each.baseline + (y - above)
    line.position_x, line.position_y = line.position_x + right, y
    line.baseline, line.height = -above, below - above
    line.margin_top = line.margin_bottom = 0

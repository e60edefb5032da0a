"""Lines of texts, of links and of blocks among them: nearly all there are, made without what WeasyPrint does for others.

It looks for floats three times, walks through the parts of a line four times and copies each twice, and notes behind
each where else the line could end. What ends within a text, or with its paragraph, needs none of this.
"""

from typing import Any, Final

from studyguide.printing.engine.by_style import of_each_style

_NEVER_MORE: Final = 1 + 1e-9
"""What WeasyPrint adds to the room in a line or a link, so that a width that was computed from it has room in it again."""

_COLLAPSING: Final = "normal", "nowrap"

_BESIDE: Final = ("margin_{}", "padding_{}", "border_{}_width")

_LITTLE: Final = 0.01
"""Less than that is not told apart by what measures text, in pixels."""

Made = tuple[Any, Any]
"""A line or a part of one, and where what comes after it begins: nothing if it is whole."""


class PlainLines:
    """Makes lines that end within a text or with their paragraph, and has the others made by what was there before."""

    def __init__(self, inline: Any, before: Any) -> None:
        """Take the place of a function; `inline` is WeasyPrint's module of that name."""
        self._of, self._before = inline, before
        self._is_plain = of_each_style(_is_plain)

    def __call__(self, context: Any, box: Any, y: float, *rest: Any) -> Made:
        """Give the next line of a box."""
        _, skipped, around, absolutes, fixed, *first = rest
        if box.children and not (context.excluded_shapes or any(first)):
            line = _Line(self._of, self._is_plain, context, around)
            if made := line.made(box, y, skipped):
                absolutes.extend(line.absolutes)
                fixed.extend(line.fixed)
                return made
        return self._before(context, box, y, *rest)  # type: ignore[no-any-return]


class _Line:
    """A line while it is made: what stands on it, and what blocks on it leave to be laid out later."""

    def __init__(self, inline: Any, is_plain: Any, context: Any, around: Any) -> None:
        self._of, self._is_plain, self._context, self._around = inline, is_plain, context, around
        self._parts, self._ends = list[Any](), 0
        self._is_begun = self._is_broken = False
        self.absolutes, self.fixed = list[Any](), list[Any]()

    def made(self, box: Any, y: float, skipped: Any) -> Made | None:
        """Make the line of a box that begins behind what is skipped, and put it where it stands; nothing if it is not plain."""
        if self._around.style["direction"] != "ltr":
            return None
        x = self._around.content_box_x()
        room = x + self._around.width - x
        box.position_x, box.position_y = x, y
        filled = self._filled(box, skipped, x + box.text_indent, x + room)
        if filled is None:
            return None
        new, resume_at = filled
        box.width, box.height = new.width, new.height
        self._of.remove_last_whitespace(self._context, new)
        is_last = resume_at is None or self._is_broken
        right = float(self._of.text_align(self._context, new, room, last=is_last))
        self._put(new, right, y)
        return new, resume_at

    def _filled(self, box: Any, skipped: Any, x: float, most: float) -> Made | None:
        """Fill a copy of a box with the parts of it that stand between two places."""
        if not self._is_plain(box.style):
            return None
        most *= _NEVER_MORE
        parts, resume_at = list[Any](), None
        first, within = next(iter(skipped.items())) if skipped else (0, None)
        for at in range(first, len(box.children)):
            child = box.children[at]
            child.position_x, child.position_y = x, box.position_y
            made = self._part(child, within, most)
            if made is None:
                return None
            part, resume_at = made
            within = None
            x = part.position_x + part.margin_width()
            if x > most and self._ends > 1:
                return None  # the line ends before it, or earlier
            parts.append(part)
            self._is_begun |= type(box) is self._of.boxes.LineBox
            if resume_at is not None:
                resume_at = {at: resume_at}
                break
        return (self._holding(box, parts), resume_at) if parts else None

    def _part(self, child: Any, skipped: Any, most: float) -> Made | None:
        """Make what is next on the line."""
        kind, of = type(child), self._of.boxes
        made = None
        if kind is of.TextBox:
            made = self._text(child, skipped, most)
        elif kind is of.InlineBox:
            made = self._inline(child, skipped, most)
        elif kind is of.InlineBlockBox and not skipped:
            made = self._block(child)
        if made:
            self._parts.append(made[0])
        return made

    def _text(self, text: Any, skipped: Any, most: float) -> Made | None:
        """Make a text, or as much of it as there is room for; at the start of the line without its spaces."""
        if not (text.text and self._is_plain(text.style)):
            return None
        at = next(iter(skipped)) if skipped else 0
        if not self._ends:
            data = text.text.encode()
            while data[at : at + 1] == b" ":
                at += 1
            if at == len(data):
                return None
        self._of.resolve_percentages(text, self._around)
        room, is_first = most - text.position_x, not self._is_begun
        split = self._of.split_text_box(self._context, text, room, at, is_line_start=is_first)
        new, resume_at, is_broken = split
        if new is None:
            return None
        self._ends += 1
        self._is_broken |= bool(is_broken)
        return new, None if resume_at is None else {resume_at: None}

    def _inline(self, box: Any, skipped: Any, most: float) -> Made | None:
        """Make a link, say: if something stands beside what it holds, as a whole."""
        self._of.resolve_percentages(box, self._around)
        left, right = _beside(box, "left"), _beside(box, "right")
        if box.is_leader or left is None or right is None:
            return None
        made = self._filled(box, skipped, box.position_x, most)
        if made is None or not (left or right):
            return made
        new, resume_at = made
        last = new.children[-1]
        end = last.position_x + last.margin_width()
        if skipped or resume_at is not None or end > most - right - _LITTLE:
            return None
        for each in new.children if left else ():
            each.translate(dx=left)
        new.width = last.position_x + last.margin_width() - new.content_box_x()
        return new, None

    def _block(self, box: Any) -> Made | None:
        """Make what is laid out by itself."""
        if not self._is_plain(box.style):
            return None
        self._of.resolve_percentages(box, self._around)
        beside = self._around, self.absolutes, self.fixed
        new = self._of.atomic_box(self._context, box, box.position_x, None, *beside)
        new.position_x = box.position_x
        self._ends += 1
        return new, None

    def _holding(self, box: Any, parts: list[Any]) -> Any:
        """Copy a box for those parts of it that stand on the line."""
        new, last = box.copy(), parts[-1]
        new.children = parts
        new.width = last.position_x + last.margin_width() - new.content_box_x()
        self._of._adjust_line_height(new)  # noqa: SLF001, it is nowhere else
        return new

    def _put(self, line: Any, right: float, y: float) -> None:
        """Put the line with its parts where it stands: so far to the right, and below what is above it."""
        boxes = (line, *self._parts)
        above = min(-each.baseline for each in boxes)
        below = max(each.margin_height() - each.baseline for each in boxes)
        for each in self._parts:
            if type(each) is self._of.boxes.InlineBlockBox:
                each.translate(dy=-each.baseline - each.position_y)
                each.translate(right, y - above)
            else:
                each.position_x, each.position_y = (
                    each.position_x + right,
                    -each.baseline + (y - above),
                )
        line.position_x, line.position_y = line.position_x + right, y
        line.baseline, line.height = -above, below - above
        line.margin_top = line.margin_bottom = 0


def _beside(box: Any, side: str) -> Any:
    """Tell how much room a box takes besides its content on a side; nothing where that is not known yet."""
    beside = [getattr(box, each.format(side)) for each in _BESIDE]
    return None if "auto" in beside else sum(beside)


def _is_plain(style: Any) -> bool:
    """Whether what has a style stands where its line does, and is parted at spaces of which none are left at its end."""
    return (
        style["white_space"] in _COLLAPSING
        and style["vertical_align"] == "baseline"
        and style["direction"] == "ltr"
        and style["position"] == "static"
        and style["float"] == "none"
    )

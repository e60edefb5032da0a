"""Texts: one that is plain is written in one go, with its mark, its colour and its place.

WeasyPrint asks the style of each for lines under, over and through it, works out its colour anew, multiplies
matrices and goes through two generators; nearly all texts need none of this.
"""

# ruff: noqa: SLF001, what is chosen already WeasyPrint tells nowhere else

from functools import partial
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.drawing.borders import has_border
from studyguide.printing.engine.drawing.glyphs import Lines

_COMPONENTS: Final = "srgb", "hsl", "hwb"
"""Spaces of the colours that are written as three components."""

_AS_USUAL: Final = "clip", "none"
"""How a line that has no room for a text is cut off, and which dots are put there."""


class _Color(NamedTuple):
    """A colour: how it is written, and what WeasyPrint knows it by where it is chosen already."""

    alpha: float
    alpha_key: str
    alpha_written: bytes
    key: tuple[Any, ...]
    written: bytes


class Spans:
    """Draws lines and what stands in them where they are plain, and has the rest drawn by what was there before."""

    def __init__(self, draw: Any, lines: Lines, before: Any) -> None:
        from pydyf import _to_bytes  # type: ignore[import-untyped]

        boxes = draw.boxes
        self._line, self._within, self._text = boxes.LineBox, boxes.InlineBox, boxes.TextBox
        self._draw, self._lines, self._before = draw, lines, before
        self._is_bare = of_each_style(_is_bare)
        self._to_bytes = _to_bytes
        self._color_of = of_each_style(partial(_color_of, _to_bytes))

    def __call__(self, stream: Any, page: Any, box: Any, x: float = 0, *ways: Any) -> None:
        """Draw a line, or what stands in one, `x` behind its beginning, and cut off in these ways if at all."""
        kind = type(box)
        if kind is self._line:
            ways = box.text_overflow, box.block_ellipsis
        is_plain = (
            (kind is self._line or kind is self._within)
            and ways == _AS_USUAL
            and stream._tags is not None
            and box.background is None
            and self._is_bare(box.style)
        )
        if not is_plain:
            self._before(stream, page, box, x, *ways)
            return
        for child in box.children:
            if not isinstance(child, self._text):
                is_apart = isinstance(child, self._draw.StackingContext)
                at = x if is_apart else x + child.position_x - box.position_x
                self._draw.draw_inline_level(stream, page, child, at, *_AS_USUAL)
            elif not self._is_written(stream, child):
                with stream.marked(child, "Span"):
                    at = x + child.position_x - box.position_x
                    self._draw.draw_text(stream, child, at, *_AS_USUAL)

    def _is_written(self, stream: Any, box: Any) -> bool:
        """Write a text, if it is plain and its glyphs are known."""
        color, tags = self._color_of(box.style), stream._tags
        if color is None or box in tags:
            return False
        layout = box.pango_layout
        layout.reactivate(box.style)
        shown = self._lines.written(stream, layout) if box.text.strip() else []
        if shown is None:
            return False
        number = len(tags)
        tags[box] = {"tag": "Span", "mcid": number}
        parts = stream.stream
        parts.append(b"/Span\n<</MCID %d>>\nBDC" % number)
        _choose(stream, color)
        parts.append(b"BT")
        face = stream._current_font
        told = list[bytes]()
        if shown:
            x, y = box.position_x, box.position_y + box.baseline
            told.append(b"1 0 0 -1 %b %b Tm" % (self._to_bytes(x), self._to_bytes(y)))
        for each, written in shown:
            if each.key != face:
                told.append(each.chosen)
                face = each.key
            told.append(b"[%b] TJ" % written.encode())
        told.append(b"ET\nEMC")
        parts.append(b"\n".join(told))
        stream._old_font, stream._current_font = face, None
        layout.deactivate()
        return True


def _choose(stream: Any, color: _Color) -> None:
    """Choose a colour, and how much it covers, where another was before."""
    if stream._current_alpha != color.alpha_key:
        if color.alpha_key in stream._resources["ExtGState"]:
            stream._current_alpha = color.alpha_key
            stream.stream.append(color.alpha_written)
        else:
            stream.set_alpha(color.alpha)
    if stream._current_color != color.key:
        stream._current_color = color.key
        stream.stream.append(color.written)


def _is_bare(style: Any) -> bool:
    return not has_border(style) and style["mask_border_source"][0] == "none"


def _color_of(to_bytes: Any, style: Any) -> _Color | None:
    """Give the colour of texts of a style, if they are plain and seen, and large enough to be drawn."""
    color, lines = style["color"], style["text_decoration_line"]
    is_plain = (
        style["visibility"] == "visible"
        and style["font_size"] >= 1
        and not {"underline", "overline", "line-through"} & {*lines}
        and color.space in _COMPONENTS
    )
    if not is_plain:
        return None
    *channels, alpha = color
    key = f"a{alpha}"
    told = b" ".join(map(to_bytes, color.to("srgb").coordinates))
    return _Color(alpha, key, b"/%b gs" % key.encode(), (color.space, *channels), told + b" rg")

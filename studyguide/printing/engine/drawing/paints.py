"""Paints of drawings, of which WeasyPrint forgets some: how wide a line of more than one colour is, masks of groups.

Of faint texts set from their middle it cuts off what is left of their place.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from studyguide.printing.engine.instead import instead


@contextmanager
def painted_as_told(svg: Any) -> Iterator[None]:
    """Paint them so while a block runs; `svg` is WeasyPrint's package of that name."""
    with (
        instead(svg.SVG, "set_graphical_state", _with_width),
        instead(svg.SVG, "calculate_bounding_box", _around_all),
        instead(svg, "TAGS", lambda tags: {**tags, "g": _masked(svg)}),
    ):
        yield


def _with_width(before: Any) -> Any:
    """Set how wide a line is that is painted with a gradient or a pattern."""

    def state(drawing: Any, node: Any, font_size: float, context: Any = None) -> Any:
        fill, stroke = before(drawing, node, font_size, context)
        if stroke is True:
            wide = drawing.length(node.get("stroke-width", "1px"), font_size)
            drawing.stream.set_line_width(wide)
        return fill, stroke

    return state


def _around_all(before: Any) -> Any:
    """Give a text room on both sides of its place, from which it may be set either way."""

    def box(drawing: Any, node: Any, font_size: float, stroke: bool = True) -> Any:
        found = before(drawing, node, font_size, stroke)
        if not stroke or node.tag not in ("text", "tspan", "a") or not found:
            return found
        x, y, wide, tall = found
        anchor = node.get("text-anchor", "start")
        return found if anchor == "start" else (x - wide, y, 2 * wide, tall)

    return box


def _masked(svg: Any) -> Any:
    """Have a mask before what it is for is drawn."""

    def group(drawing: Any, node: Any, font_size: float) -> None:
        told = svg.utils.parse_url(node.attrib.pop("mask", None)).fragment
        if mask := drawing.masks.get(told):
            svg.defs.paint_mask(drawing, node, mask, font_size)

    return group

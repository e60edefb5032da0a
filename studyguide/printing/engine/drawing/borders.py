"""Borders and outlines: a style is asked once if it has any, though next to no box has.

WeasyPrint asks each box for some ten values of them; and of each that is drawn by itself all that is in it, once more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.instead import instead

_SIDES: Final = "top", "right", "bottom", "left"


@contextmanager
def drawn_where_there_are(draw: Any, outlined: list[Any] | None) -> Iterator[None]:
    """Draw them so while a block runs; `draw` is WeasyPrint's package of that name.

    In `outlined` are the styles that have outlines of all boxes that do not begin a layer of what is drawn, where they are known.
    """
    with (
        instead(draw, "draw_border", _bordered),
        instead(draw, "draw_outline", partial(_outlined, outlined)),
    ):
        yield


def _bordered(before: Any) -> Any:
    is_bordered = of_each_style(has_border)

    def draw_border(stream: Any, box: Any) -> None:
        if is_bordered(box.style):
            before(stream, box)

    return draw_border


def _outlined(outlined: list[Any] | None, before: Any) -> Any:
    has_outline = of_each_style(lambda style: bool(style["outline_width"]))

    def draw_outline(stream: Any, box: Any) -> None:
        if outlined is None or outlined or has_outline(box.style):
            before(stream, box)  # and those of all that is in it

    return draw_outline


def has_border(style: Any) -> bool:
    """Whether a box of a style may have a border, or rules between its columns."""
    return (
        style["border_collapse"] == "collapse"
        or any(style[f"border_{side}_width"] for side in _SIDES)
        or style["border_image_source"][0] != "none"
        or bool(style["column_rule_width"])
    )

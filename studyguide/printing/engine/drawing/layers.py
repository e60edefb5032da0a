"""Layers: what is drawn above what else is found without a copy of every box.

To draw each block before what floats, and that before the texts, WeasyPrint copies all boxes of a page, without those
that are drawn apart; and asks six values of the style of each. Nearly none are drawn apart.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from operator import is_
from typing import Any

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.instead import instead


@contextmanager
def found_in_place(stacking: Any) -> Iterator[list[Any]]:
    """Find them so while the block runs, and yield the styles of what is drawn that have outlines.

    `stacking` is WeasyPrint's module of that name.
    """
    outlined = list[Any]()
    with (
        instead(stacking, "_dispatch", partial(_dispatched, stacking, outlined)),
        instead(stacking, "_dispatch_children", partial(_within, stacking)),
    ):
        yield outlined


def _dispatched(stacking: Any, outlined: list[Any], before: Any) -> Any:
    """Put a box among those that it is drawn with, and give it without what is drawn apart; or nothing of one that is."""
    is_in_place, sort_of = of_each_style(partial(_is_in_place, outlined)), _sort_of(stacking)

    def dispatch(box: Any, page: Any, apart: Any, *found: Any) -> Any:
        sort = sort_of(type(box))
        if not (is_in_place(box.style) and sort):
            return before(box, page, apart, *found)
        within = stacking._dispatch_children  # noqa: SLF001, ours
        if sort == "within":
            return within(box, page, apart, *found)
        blocks, floats, cells = found
        at, inside = len(blocks), dict[Any, Any]()
        box = within(box, page, apart, blocks, floats, inside)
        box = box.copy() if box in cells else box
        cells[box] = inside
        if sort == "block":
            blocks.insert(at, box)
        return box

    return dispatch


def _sort_of(stacking: Any) -> Callable[[type], str]:
    boxes = stacking.boxes
    asked = (
        boxes.InlineBlockBox,
        boxes.InlineFlexBox,
        boxes.InlineGridBox,
        stacking.AbsolutePlaceholder,
    )

    @cache
    def sort_of(kind: type) -> str:
        """Name the sort of a box, or nothing where it is not for us to tell."""
        if issubclass(kind, asked):
            return ""
        if issubclass(kind, boxes.BlockLevelBox):
            return "block"
        return "cell" if issubclass(kind, boxes.TableCellBox) else "within"

    return sort_of


def _is_in_place(outlined: list[Any], style: Any) -> bool:
    """Whether what has a style is drawn where it stands; what is in it may be drawn elsewhere."""
    if style["outline_width"]:
        outlined.append(style)
    return (
        style["position"] == "static"
        and style["float"] == "none"
        and style["z_index"] == "auto"
        and style["opacity"] >= 1
        and style["overflow"] == "visible"
        and not style["transform"]
    )


def _within(stacking: Any, _: Any) -> Any:
    """Give a box without what in it is drawn apart, and the box itself where nothing is."""
    parent = stacking.boxes.ParentBox

    def within(box: Any, *among: Any) -> Any:
        if not isinstance(box, parent):
            return box
        dispatch, children = stacking._dispatch, box.children  # noqa: SLF001, ours
        if not children:
            return box
        given = [dispatch(child, *among) for child in children]
        if all(map(is_, given, children)):
            return box
        return box.copy_with_children([each for each in given if each is not None])

    return within

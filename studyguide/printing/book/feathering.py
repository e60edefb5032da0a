"""Pages filled to the foot: what is left below is spread between what stands on a page.

Rows are not cut, so that a page ends where the next one does not fit. A compositor feathers such a page:
here by half lines, so that it stays on the grid. What comes before a part that opens on a page of its own
stays as it is.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_UNITS = frozenset(("h3", "tr"))
"""What may be moved down by itself."""

_CONTAINERS = frozenset(("html", "body", "section", "table", "tbody"))
"""What units stand in."""

_MOST = 3
"""Half lines that are put before one of them."""

PIXELS = 96 / 25.4
"""Of CSS, in a millimetre."""


def feather(document: Any, half_line: float) -> Any:
    """Give the document, each page but the last of a part filled by so many half lines, in millimetres."""
    step = half_line * PIXELS
    pages = [*document.pages]
    for at, page in enumerate(pages[:-1]):
        box = page._page_box  # noqa: SLF001, it is nowhere else
        units = [*_units(box.children[0])]
        goes_on = next(_units(pages[at + 1]._page_box.children[0]), None)  # noqa: SLF001
        if len(units) > 1 and goes_on is not None and goes_on.element_tag in _UNITS:
            left = box.content_box_y() + box.height - _foot(units[-1])
            if _spread(units, int((left + 0.01) / step), step):
                pages[at] = type(page)(box)  # it knows where its links and places are
    return document.copy(pages)


def _units(box: Any) -> Iterator[Any]:
    """Yield what stands on a page from top to bottom, whatever it stands in."""
    for child in box.children:
        if child.element_tag in _CONTAINERS:
            yield from _units(child)
        else:
            yield child


def _foot(box: Any) -> float:
    """Tell how far down the last of what can be seen of a box ends, without what is empty below."""
    leaves = (each for each in box.descendants() if not getattr(each, "children", ()))
    return max(float(each.position_y + each.margin_height()) for each in leaves)


def _spread(units: list[Any], steps: int, step: float) -> bool:
    """Move units down; the first stays, the last comes to the foot of the page if it can."""
    widened = [_may_be_apart(one, two) for one, two in pairwise(units)]
    gaps = sum(widened)
    if steps < 1 or not gaps:
        return False
    each, more = divmod(min(steps, _MOST * gaps), gaps)
    down, nth = 0.0, 0
    for unit, is_widened in zip(units[1:], widened, strict=True):
        if is_widened:
            down += (each + (nth < more)) * step
            nth += 1
        move(unit, down)
    return True


def _may_be_apart(one: Any, two: Any) -> bool:
    """Whether more may be put between two units: nothing parts a heading from its first row."""
    return two.element_tag in _UNITS and one.element_tag != "h3"


def move(unit: Any, down: float) -> None:
    """Move a box and all in it; what is painted behind boxes has a place of its own."""
    unit.translate(dy=down)
    for box in unit.descendants():
        background = getattr(box, "background", None)
        if background is not None:
            layers = [_lower(layer, down) for layer in background.layers]
            box.background = background._replace(layers=layers)


def _lower(layer: Any, down: float) -> Any:
    x, y, width, height = layer.painting_area
    placed = layer._replace(
        painting_area=(x, y + down, width, height),
        clipped_boxes=[(left, top + down, *rest) for left, top, *rest in layer.clipped_boxes],
    )
    if layer.image is None:
        return placed
    x, y, width, height = layer.positioning_area
    return placed._replace(positioning_area=(x, y + down, width, height))

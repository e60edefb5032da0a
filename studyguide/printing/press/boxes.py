"""The boxes of a page that is laid out."""

from collections.abc import Iterator
from typing import Any

PIXELS = 96 / 25.4
"""Of CSS, in a millimetre."""


def boxes_in(box: Any, *, positioned: bool = False) -> Iterator[Any]:
    """Yield a box and all in it in the order of the page; with what is `positioned` also what is in that, as boxes.

    WeasyPrint's own generator hands each box up through all that it stands in.
    """
    waiting = [box]
    while waiting:
        each = waiting.pop()
        stands_for = vars(each).get("_box")
        if stands_for is not None:
            if not positioned:
                yield each
                continue
            each = stands_for
        yield each
        if each.children:
            waiting.extend(reversed(each.children))


def classes_of(box: Any) -> list[str]:
    """Name the classes of the element of a box."""
    return [] if box.element is None else str(box.element.get("class", "")).split()


def top_and_foot(page: Any) -> tuple[float, float]:
    """Tell where the text area of a page begins and ends."""
    box = page._page_box  # noqa: SLF001, it is nowhere else
    top = float(box.content_box_y())
    return top, top + float(box.height)


def move(unit: Any, down: float, right: float = 0) -> None:
    """Move a box and all in it; what is painted behind boxes has a place of its own."""
    unit.translate(dx=right, dy=down)
    for box in boxes_in(unit):
        background = getattr(box, "background", None)
        if background is not None:
            layers = [_moved(layer, down, right) for layer in background.layers]
            box.background = background._replace(layers=layers)


def _moved(layer: Any, down: float, right: float) -> Any:
    x, y, *size = layer.painting_area
    clipped = [(left + right, top + down, *rest) for left, top, *rest in layer.clipped_boxes]
    placed = layer._replace(painting_area=(x + right, y + down, *size), clipped_boxes=clipped)
    if layer.image is None:
        return placed
    x, y, *size = layer.positioning_area
    return placed._replace(positioning_area=(x + right, y + down, *size))

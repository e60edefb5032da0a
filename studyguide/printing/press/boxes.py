"""The boxes of a page that is laid out."""

from collections.abc import Iterator
from typing import Any


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

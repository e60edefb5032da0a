"""Places: links, bookmarks and what they lead to are looked for where a style or an element may have one.

WeasyPrint asks each box of a page, each text, too, some ten things for them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.instead import instead

_FOUND: Final = 4
"""How many sorts of what is found there are; behind them is told how a box is turned, in which form and link it is."""


@contextmanager
def found_where_there_may_be(weasyprint: Any) -> Iterator[None]:
    """Look for them so while a block runs."""
    anchors = weasyprint.anchors
    gather = _gathered(anchors.boxes, anchors.gather_anchors)
    with (
        instead(anchors, "gather_anchors", lambda _: gather),
        instead(weasyprint.document, "gather_anchors", lambda _: gather),
    ):
        yield


def _gathered(boxes: Any, before: Any) -> Any:
    has_none, led = of_each_style(_has_none), (boxes.TextBox, boxes.LineBox)

    def gather(box: Any, *where: Any) -> None:
        matrix, form, link = where[_FOUND:] or (None, None, None)
        link = box.link or link
        is_led = link and not isinstance(box, led)
        if is_led or not has_none(box.style) or box.is_form():
            before(box, *where)
            return
        for child in box.all_children():
            gather(child, *where[:_FOUND], matrix, form, link)

    return gather


def _has_none(style: Any) -> bool:
    """Whether what has a style is neither turned nor a field, nor named to be led to."""
    return (
        not style["transform"]
        and style["bookmark_level"] == "none"
        and not style["anchor"]
        and style["appearance"] != "auto"
    )

"""Pictures of the whole in large print: which lie on their side, and whether they face the introduction or stand below it."""

from collections.abc import Callable, Iterator, Mapping
from math import floor, inf
from typing import NamedTuple

from studyguide.guide.guide import Guide
from studyguide.printing.front.front import USUAL
from studyguide.printing.press.html import render
from studyguide.printing.press.lettering import size_halved
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates

_WIDE, _HAIR = 112.0, 0.1
"""Less tall than this, a picture as wide as the text is called wide; what is no difference."""

_TALLEST, _LESS = 150.0, 0.1
"""How tall one is below the introduction, as in `guide.css`; by so much less of its height it may be to have room there."""

_PAGE_HIGH = {"a4": 240.0, "letter": 224.0}
"""Of the text, in millimetres."""


class Placed(NamedTuple):
    """Which pictures are turned, by id; whether they face the introduction, as they have no room below it.

    They face no bare heading, which stands above the first. What has room there only if it is less tall is so tall, in millimetres; 0 tells nothing.
    """

    turned: frozenset[str] = frozenset()
    are_facing: bool = True
    high: float = 0.0


def placed(
    guide: Guide,
    templates: Templates,
    layout: Layout,
    heights: Callable[[str], Mapping[str, float]],
    least: float,
) -> Placed:
    """Tell how pictures of the whole stand; `heights` tells those of what has an id on a page, in millimetres.

    What is wide is turned, since that makes it larger; in a booklet only where it has no room below the introduction,
    or letters would have less than the `least` points there, or may have.
    """
    if layout.asks_all or not layout.is_large or not guide.plates:
        return Placed()
    values = {"head": _untold, "plates": Placed(), "opens": "", "front": USUAL}
    page = render(templates, "guide/plates.html", guide=guide, layout=layout, **values)
    tall = heights(page)
    turned = frozenset(_turned(tall))
    over = tall.get("introduction", inf) - _PAGE_HIGH[layout.paper]
    own = min(tall.get("plate-0-own", 0.0), _TALLEST) if len(guide.plates) == 1 else 0.0
    if over > _LESS * own or (turned and not layout.is_booklet):
        return Placed(turned, are_facing=bool(guide.introduction))
    share = (own - over) / own if over > 0 else 1.0
    wide = (each.image for n, each in enumerate(guide.plates) if f"plate-{n}" in turned)
    if not all(share * size_halved(each, layout.paper) >= least for each in wide):
        return Placed(turned, are_facing=bool(guide.introduction))
    return Placed(are_facing=False, high=floor((own - over) * 100) / 100 if over > 0 else 0.0)


def _untold(title: str, **_: object) -> str:
    """Give what stands at the head of a page, as it is: it is not measured."""
    return title


def _turned(tall: Mapping[str, float]) -> Iterator[str]:
    """Name the pictures that fill the width of the text, and are a quarter less tall or more."""
    for id, height in tall.items():
        plate, is_own, _ = id.partition("-own")
        if is_own and abs(tall.get(f"{plate}-wide", 0) - height) < _HAIR and height < _WIDE:
            yield plate

"""Pictures of the whole in large print: which lie on their side, and whether they face the introduction or stand below it."""

from collections.abc import Callable, Iterator, Mapping
from math import floor, inf
from typing import Final, NamedTuple

from studyguide.deck.item import Image
from studyguide.guide.guide import Guide
from studyguide.printing.book.strips import STRIP, Beside, strip_beside
from studyguide.printing.front.front import USUAL
from studyguide.printing.press.html import render
from studyguide.printing.press.lettering import (
    LEAST,
    PLATE,
    POINT,
    STILL_READ,
    Room,
    may_be_read,
    measured,
    most_wide,
    size_halved,
    size_of,
)
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates

CAPTION: Final = 32.0
"""Millimetres of a page of large print that its one picture leaves for what stands below it."""

_WIDE, _HAIR = 112.0, 0.1
"""Less tall than this, a picture as wide as the text is called wide; what is no difference."""

_TALLEST, _LESS = 150.0, 0.1
"""How tall one is below the introduction, as in `guide.css`; by so much less of its height it may be to have room there."""

_LEAST_OF_IT = 2 / 3
"""How tall one is at least that is no wide one, as a share of its height, to have room there; without known letters only rather than face a page of which less than `_HALF` is filled."""

_HALF = 0.5

_LEGIBLE = 10.0
"""Points with which a strip is read upright in large print, where it has no room beside its introduction."""

_PAGE_HIGH = {"a4": 240.0, "letter": 224.0}
"""Of the text, in millimetres."""


class Placed(NamedTuple):
    """Which pictures are turned, by id; whether they face the introduction, as they have no room below it.

    They face no bare heading, which stands above the first. What has room there only if it is less tall, or has a page to itself, is so tall, in millimetres; 0 tells nothing. A strip may stand `beside` the introduction.
    """

    turned: frozenset[str] = frozenset()
    are_facing: bool = True
    high: float = 0.0
    beside: Beside | None = None


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
    if beside := strip_beside(guide, layout):
        return Placed(are_facing=False, beside=beside)
    values = {"head": _untold, "plates": Placed(), "opens": "", "front": USUAL}
    page = render(templates, "guide/plates.html", guide=guide, layout=layout, **values)
    tall = heights(page)
    wide = {
        each
        for each in _turned(tall)
        if layout.is_booklet or is_small(guide.plates[_nth(each)].image)
    }
    room = _PAGE_HIGH[layout.paper]
    over = tall.get("introduction", inf) - room
    own = _own(guide.plates[0].image, layout, tall) if len(guide.plates) == 1 else 0.0
    share = (own - over) / own if over > 0 and own else 1.0
    has_room = over <= _LESS * own
    if has_room and all(_is_read_upright(guide, layout, tall, each) for each in wide):
        wide = set()
    facing = Placed(frozenset(wide), are_facing=bool(guide.introduction))
    if facing.are_facing and not layout.is_booklet:
        facing = facing._replace(high=_high_alone(guide, layout, tall, len(wide)))
    if not (wide or has_room) and share >= _LEAST_OF_IT:
        is_short = over + room - own < _HALF * room
        has_room = _is_read(guide.plates[0].image, own * share, is_short=is_short)
    if not has_room or (wide and not layout.is_booklet):
        return facing
    images = (each.image for n, each in enumerate(guide.plates) if f"plate-{n}" in wide)
    if not all(share * size_halved(each, layout.paper) >= least for each in images):
        return facing
    return Placed(are_facing=False, high=floor((own - over) * 100) / 100 if over > 0 else 0.0)


def _high_alone(guide: Guide, layout: Layout, tall: Mapping[str, float], turned: int) -> float:
    """Tell how tall the first picture is where it faces the introduction, has a page to itself, and letters that need more than others have; 0 where it has not."""
    image, own = guide.plates[0].image, tall.get("plate-0-own", 0.0)
    if len(guide.plates) > turned + 1 or not may_be_read(image):
        return 0.0
    drawn = measured(image)
    wanted = LEAST[True] * POINT / drawn.share / drawn.shape if drawn else inf
    high = floor(min(own, _PAGE_HIGH[layout.paper] - CAPTION, wanted))
    return high if high > _TALLEST else 0.0


def _is_read_upright(guide: Guide, layout: Layout, tall: Mapping[str, float], name: str) -> bool:
    """Whether a wide picture is a strip whose letters are read as it is, as wide as the text."""
    image = guide.plates[_nth(name)].image
    if tall[f"{name}-own"] >= STRIP:
        return False
    if layout.is_booklet:
        return size_halved(image, layout.paper) >= LEAST[False]
    drawn = measured(image)
    return bool(drawn and drawn.size(PLATE) >= _LEGIBLE)


def _nth(name: str) -> int:
    return int(name.removeprefix("plate-"))


def _own(image: Image, layout: Layout, tall: Mapping[str, float]) -> float:
    """Tell how tall the first picture is below the introduction, if it has room there."""
    most, own = most_wide(image, layout), min(tall.get("plate-0-own", 0.0), _TALLEST)
    return min(own, most / size_of(image)[1]) if most else own


def is_small(image: Image) -> bool:
    """Whether letters of a picture as wide as the text are too small to be read in large print, or may be: only then it is turned."""
    drawn = measured(image)
    return not drawn or drawn.size(PLATE) < STILL_READ[True]


def _is_read(image: Image, tall: float, *, is_short: bool) -> bool:
    """Whether letters of a picture of such a height, in millimetres, can be read; where they are not known, it goes below what `is_short` alone."""
    drawn = measured(image)
    return drawn.size(Room(PLATE.wide, tall)) >= STILL_READ[True] if drawn else is_short


def _untold(title: str, **_: object) -> str:
    """Give what stands at the head of a page, as it is: it is not measured."""
    return title


def _turned(tall: Mapping[str, float]) -> Iterator[str]:
    """Name the pictures that fill the width of the text, and are a quarter less tall or more."""
    for id, height in tall.items():
        plate, is_own, _ = id.partition("-own")
        if is_own and abs(tall.get(f"{plate}-wide", 0) - height) < _HAIR and height < _WIDE:
            yield plate

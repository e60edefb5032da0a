"""A strip in large print whose letters would be small upright: it lies on its side beside the introduction, whose lines are shorter so, and fills its page with it."""

from math import floor
from typing import Final, NamedTuple

from studyguide.deck.item import Image
from studyguide.guide.guide import Guide
from studyguide.printing.book.asked_pictures import HIGH, READ
from studyguide.printing.lines.line_breaking import lines_of
from studyguide.printing.press.fonts import SERIF
from studyguide.printing.press.lettering import LEAST, PLATE, POINT, measured, size_of
from studyguide.printing.press.options import Layout

STRIP: Final = 50.0
"""Less tall than this, a picture as wide as the text is a strip: turned, it takes but a part of its page."""

_HEADING, _LINE, _ABOVE = 28.0, 8.0, 2.0
"""How much of its page the heading takes; how tall a line is; what is above a caption."""

_BETWEEN, _COLUMN, _LEAD, _CAPTION = 8.0, 70.0, 18.5, 16.0
"""What is between strip and text; how wide that is at least, in millimetres; points of its letters, and of the caption's."""

_LARGER = 1.2
"""By so much a strip is larger on its side at least."""


class Beside(NamedTuple):
    """How tall and wide a strip is that lies on its side, and how wide with its caption, in millimetres."""

    tall: float
    wide: float
    whole: float


def strip_beside(guide: Guide, layout: Layout) -> Beside | None:
    """Tell how the one picture of the whole stands beside the introduction; nothing where it is none such, or has no room there."""
    is_one = len(guide.plates) == 1 and guide.introduction and not layout.asks_all
    if not is_one or not layout.is_read_large:
        return None
    (plate,) = guide.plates
    page = HIGH[layout.paper] - _HEADING
    tall = _tall(plate.image, page)
    if not tall:
        return None
    wide = round(tall / size_of(plate.image)[1], 1)
    rows = len(lines_of(plate.caption, SERIF, tall / POINT / _CAPTION)) if plate.caption else 0
    whole = wide + rows * _LINE + _ABOVE * (rows > 0)
    column = PLATE.wide - whole - _BETWEEN
    if column < _COLUMN:
        return None
    told = lines_of(guide.introduction, SERIF, column / POINT / _LEAD)
    return Beside(tall, wide, whole) if len(told) * _LINE <= page else None


def _tall(image: Image, page: float) -> float:
    """Tell how tall a strip is on its side, as its letters ask for, if it has room; 0 of what is read upright, or is none."""
    drawn, (own, shape) = measured(image), size_of(image)
    if (own < PLATE.wide and not drawn) or not shape or PLATE.wide / shape >= STRIP:
        return 0.0
    if drawn and drawn.size(PLATE) >= READ:
        return 0.0
    wanted = LEAST[True] * POINT / drawn.share if drawn else page
    tall = floor(min(wanted, page))
    return tall if tall >= _LARGER * PLATE.wide else 0.0

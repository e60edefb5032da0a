"""How tall pictures stand in a class test: so that their letters can be read."""

from typing import Final

from studyguide.deck.item import Image
from studyguide.printing.press.lettering import STILL_READ, Room, least_tall, measured
from studyguide.printing.press.options import Layout

_USUAL: Final = 36.0
_ROOM: Final = Room(140.0, 90.0)
"""Millimetres beside number and points, and so tall that a page has room for tasks beside it."""


def tall_of(image: Image | None, layout: Layout) -> float:
    """Tell how tall a picture may be, in millimetres: taller than usual where its letters are too small else, and larger so."""
    drawn = measured(image) if image and not layout.is_large else None
    if not (image and drawn):
        return 0.0
    needed = min(least_tall(image, layout), _ROOM.tall, _ROOM.wide / drawn.shape)
    return round(needed, 1) if needed > _USUAL else 0.0


def can_be_read(image: Image | None) -> bool:
    """Whether the letters of a picture are read where it is as large as a sheet lets it be; of pixels that is not known."""
    drawn = measured(image) if image else None
    return not drawn or drawn.size(_ROOM) >= STILL_READ[False]

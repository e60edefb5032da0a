"""How large the text of a card may be, and whether it fits at all. Lengths are in millimetres."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from studyguide.printing.cutout.cards import Face, Side
from studyguide.printing.cutout.imposition import Size

STEPS: Final = range(6)
"""The sizes of text in `cutout.css`, from the largest, 18 pt, to the smallest, 8 pt."""

_LARGE_CARD: Final = 120.0
"""Only on a card of such a width the largest size is tried."""

BORDER: Final = 5.0
"""What stays clear around all that a card says, but for its foot."""

FOOT: Final = 4.0
"""What stays clear below the foot, the line with number, section and side."""

GAP: Final = 1.6
"""What stays clear above the foot."""

_FOOT_LINE: Final = 3.2
_SQUARE, _WIDE, _USUAL = 2.5, 2.1, 1.4
"""How wide a Chinese sign is at most in the foot, an m or w, and any other letter of it."""

Measure = Callable[[Sequence[Face], int], Sequence[float]]
"""Tells how tall the texts of faces are in one of the steps."""


class Fit(NamedTuple):
    """How a face is set: in which step, and how far below the card's upper edge it begins."""

    step: int
    top: float


class Misfit(NamedTuple):
    """A side of an item's card that takes more height in the smallest size than the card has."""

    id: str
    side: Side
    needed: float
    room: float


def width_for_text(card: Size) -> float:
    """Tell how wide text is set on a card."""
    return card.width - 2 * BORDER


def height_for_text(card: Size, face: Face) -> float:
    """Tell how tall the text of a face may be: a foot may take more lines than one."""
    return card.height - BORDER - FOOT - lines_of_foot(card, face) * _FOOT_LINE - GAP


def lines_of_foot(card: Size, face: Face) -> int:
    """Tell how many lines the foot of a face takes at most."""
    return ceil(sum(map(_wide, face.foot)) / width_for_text(card))


def _wide(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return _SQUARE
    return _WIDE if letter in "mwжшщмю" else _USUAL


def fit(
    faces: Sequence[Face], card: Size, measure: Measure
) -> tuple[dict[int, Fit], tuple[Misfit, ...]]:
    """Set each face in the largest size in which it fits, in the middle of its room.

    Faces are told by their place in the sequence; those that do not fit are not among the fits.
    """
    fits: dict[int, Fit] = {}
    left = list(range(len(faces)))
    tall: dict[int, float] = {}
    for step in STEPS if card.width >= _LARGE_CARD else STEPS[1:]:
        tall = dict(zip(left, measure([faces[index] for index in left], step), strict=True))
        for index, height in tall.items():
            space = height_for_text(card, faces[index]) - height
            if space >= 0:
                fits[index] = Fit(step, BORDER + space / 2)
        left = [index for index in left if index not in fits]
        if not left:
            return fits, ()
    return fits, tuple(
        Misfit(face.id, face.side, tall[index], height_for_text(card, face))
        for index in left
        for face in [faces[index]]
    )

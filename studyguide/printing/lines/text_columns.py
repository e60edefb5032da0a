"""Columns that text stands in on paper: how wide they are, how large it is set, and so where tables have room."""

from typing import Final, Literal, NamedTuple

from studyguide.printing.lines.tables import LEAST, OWN_FACE, Room
from studyguide.printing.press.options import Layout

Column = Literal["cue", "across", "beside", "key", "page", "test"]
"""What is asked in usual print, the same above its lines, what stands beside it, in the key of a guide, in one that takes one page, in that of a class test."""


class Measure(NamedTuple):
    """How wide a column is, in millimetres; how large answers and citations are set in it, in points."""

    wide: float
    size: float
    small: float


_COLUMNS: Final[dict[tuple[Column, bool], Measure]] = {
    ("cue", False): Measure(50, 11, 0),
    ("cue", True): Measure(130, 16, 0),
    ("across", False): Measure(134, 11, 0),
    ("beside", False): Measure(60, 11, 0),
    ("beside", True): Measure(104, 16, 0),
    ("key", False): Measure(61, 9, 8),
    ("key", True): Measure(130, 16, 16),
    ("page", False): Measure(140, 11, 9),
    ("test", False): Measure(88, 11, 0),
    ("test", True): Measure(48, 16, 0),
}
"""In large print, too, where what is asked stands above its lines."""

_HALVED = 136.0
"""Millimetres of the key of a booklet, where numbers take less of it."""

_TICKED = 4.2
"""Millimetres by which the column of boxes to tick is wider than that of boxes on paper, but in large print."""

BOTH: Final = 140.0
"""Millimetres of both columns of a key, beside a number."""


def measure_of(column: Column, layout: Layout) -> Measure:
    """Measure a column."""
    found = _COLUMNS[column, layout.is_large]
    if column == "key" and layout.is_large and not layout.is_read_large:
        return Measure(_HALVED, layout.sizes.note, layout.sizes.small)
    is_beside_ticks = column == "beside" and layout.has_ticks and not layout.is_large
    return found._replace(wide=found.wide - _TICKED * is_beside_ticks)


def rooms_of(column: Column, layout: Layout, *, has_own_faces: bool = False) -> tuple[Room, ...]:
    """Tell where tables of a column may stand: in it, or in a key of two columns across both; in large print none is set smaller."""
    wide, size, _ = measure_of(column, layout)
    widths = {"": wide, "spanning": BOTH} if column == "key" and not layout.is_large else {"": wide}
    least = size if layout.is_large else LEAST
    share = OWN_FACE if has_own_faces else 1
    return tuple(Room(each / share, size, least, name) for name, each in widths.items())

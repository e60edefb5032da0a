"""Where pictures of items stand in usual print: in the column of what is asked, beside shorter rules, or as wide as the text below what is told."""

from math import inf
from typing import Final

from studyguide.deck.item import Image
from studyguide.guide.guide import Entry
from studyguide.printing.lines.text_columns import measure_of
from studyguide.printing.press.lettering import (
    LEAST,
    POINT,
    WANTED,
    Lettered,
    Room,
    is_small_in,
    is_wide,
    measured,
)
from studyguide.printing.press.options import Layout

_WIDEST: Final = 60.0
"""Millimetres of a picture beside rules, which are as much shorter: those are long enough to write on still."""

_SMALLEST: Final = {False: 24.0, True: 60.0}
"""Millimetres that the longer side of a drawing keeps, however large its letters are; in large print, too."""

_LARGER: Final = 1.2
"""By so much a picture is larger as wide as the text, or it stays in its column."""


def widened(image: Image | None, layout: Layout) -> float:
    """Tell how wide a drawing stands in the column of questions, and beyond it, so that its letters can be read; 0 where it need not, or is too wide for that."""
    if image is None or is_wide(image) or not is_small_in(image, measure_of("cue", layout).wide):
        return 0.0
    drawn = measured(image)
    wanted = round(WANTED[False] * POINT / drawn.share + 0.05, 1) if drawn else 0.0
    return wanted if wanted <= _WIDEST else 0.0


def is_shown_in_cue(entry: Entry, layout: Layout) -> bool:
    """Whether the picture that is asked about in a list stands below what is asked, where no sheet hides it: one that is large enough there."""
    image = entry.asked_picture
    if image is None or layout.is_large:
        return False
    return not (is_wide(image) or is_small_in(image, measure_of("cue", layout).wide))


def is_listed_across(image: Image | None, layout: Layout) -> bool:
    """Whether a picture of a list has a row of its own, as wide as the text: where it were too small beside what is asked."""
    if image is None or layout.is_large or measured(image) is None:
        return False
    return is_larger_in(image, measure_of("beside", layout).wide, measure_of("across", layout).wide)


def most_points(image: Image, layout: Layout, *, is_listed: bool) -> float:
    """Tell how large letters of a picture are at most: as the text; with a row of a list to itself as they should be, since larger it takes the room of others."""
    if layout.is_read_large:
        return LEAST[True]
    is_in_row = is_listed and is_listed_across(image, layout)
    return WANTED[False] if is_in_row else measure_of("cue", layout).size


def less_tall(drawn: Lettered, room: Room, most: float, *, is_large: bool) -> float:
    """Tell how tall a drawing is, in millimetres, where its letters would have more than so many points in a room; 0 where they have not, or it is small."""
    least = _SMALLEST[is_large] * min(drawn.shape, 1)
    tall = max(most * POINT / drawn.share, least) / drawn.shape
    printed = min(room.tall, min(room.wide, drawn.own or inf) / drawn.shape)
    return round(tall, 1) if tall < printed else 0.0


def is_larger_in(image: Image, column: float, across: float) -> bool:
    """Whether a picture is too small in a column, and larger across: one with small letters, or a wide one of which they are not known."""
    drawn = measured(image)
    if drawn is None:
        return is_wide(image, column)
    larger = drawn.size(Room(across, 150)) / drawn.size(Room(column, 150))
    return is_small_in(image, column) and larger >= _LARGER

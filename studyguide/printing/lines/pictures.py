"""Where pictures of a guide stand: which drawing is taller there for its letters, and which has letters that are too small all the same."""

from collections.abc import Iterator
from math import ceil, inf
from typing import Final, NamedTuple

from studyguide.deck.item import Image
from studyguide.guide.guide import Entry, Guide
from studyguide.printing.lines.across import stands_across
from studyguide.printing.lines.spanning import is_shown_across
from studyguide.printing.lines.text_columns import BOTH
from studyguide.printing.press.lettering import (
    LEAST,
    PLATE,
    POINT,
    Lettered,
    Room,
    least_points,
    measured,
)
from studyguide.printing.press.options import HALVED, Layout, Paper

_HIGH: Final[dict[Paper, float]] = {"a4": 240.0, "letter": 224.0}
"""Millimetres of the text of a page."""

_HEADING, _ACROSS = 24.0, 134.0
"""How tall the heading of an introduction without a text is; how far across the page what lies on its side reaches."""

_TURNED = 112.0
"""What is less tall than this, where it is as wide as the text, lies on its side."""

_CAPTION = 32.0
"""Millimetres of a page of large print that its one picture leaves for what stands below it."""

_SECOND, _OF_MANY = {"a4": 150.0, "letter": 138.0}, 96.0
"""How tall the second picture of the whole is in usual print, and each of more, as in `guide.css`."""

_ITEM, _CUE, _LISTED, _KEYED = Room(134, 48), Room(50, 48), Room(60, 48), Room(61, 48)
"""Of an item's picture in usual print: as wide as the text, below a question, beside what is asked, in the key."""

_ROW, _BESIDE = Room(130, 80), Room(104, 80)
"""The same in large print, beside its number, and beside its number and its place."""

_BEHIND = 72.0
"""How tall one of large print is that stands behind a sentence, or an answer."""

_LINES = {False: (24, 6), True: (36, 8)}
"""Letters of a line beside it, and how tall that is; in large print, too."""

_BETWEEN, _RULE = 32.0, 12.0
"""Millimetres of a page that a heading and what is empty take; from a writing rule of large print to the next."""

_HAIR = 0.05
"""Points that are no difference."""

_LETTERS_OF_A_RULE, _PARTED = 25, 8
"""As many rules are parted, four stay with their question."""


class _Place(NamedTuple):
    """A picture of an item, told by a name, and its room; how tall it is at most, if it has letters, in millimetres."""

    name: str
    image: Image
    room: Room
    tallest: float

    def tall(self, drawn: Lettered, least: float) -> float:
        """Tell how tall it is, so that its letters have so many points, if it can be."""
        wanted = min(least * POINT / drawn.share, self.room.wide) / drawn.shape
        return max(self.room.tall, min(wanted, self.tallest))


def taller_pictures(guide: Guide, layout: Layout) -> Iterator[tuple[str, float]]:
    """Yield the names of items' drawings that are taller than other pictures, so that their letters can be read, and how tall they are, in millimetres."""
    least = least_points(layout)
    for place in _places(guide, layout):
        drawn = measured(place.image)
        if drawn and (tall := place.tall(drawn, least)) > place.room.tall:
            yield place.name, round(tall, 1)


def told_of_lettering(guide: Guide, layout: Layout) -> Iterator[str]:
    """Yield a sentence for each drawing the letters of which are too small, in a booklet once it is halved."""
    least, known = LEAST[layout.is_read_large], dict[str, tuple[str, float]]()
    part = HALVED[layout.paper] if layout.is_booklet else 1.0
    for image, full in _sizes(guide, layout):
        size = full * part
        known[image.digest] = image.path.name, min(size, known.get(image.digest, ("", least))[1])
    for name, size in known.values():
        if size < least - _HAIR:
            said = f"{name}: its smallest letters are {size:.1f} pt"
            yield (
                f"{said} in large print, where nothing else is below {least:.0f} pt"
                if layout.is_read_large
                else f"{said}: below {least} pt they are hard to read"
            )


def _sizes(guide: Guide, layout: Layout) -> Iterator[tuple[Image, float]]:
    """Yield each drawing with letters that is printed, and how large these are, in points."""
    for number, plate in enumerate(() if layout.asks_all else guide.plates):
        if drawn := measured(plate.image):
            yield plate.image, drawn.size(_room_of_plate(drawn, number, guide, layout))
    for place in _places(guide, layout):
        if drawn := measured(place.image):
            # in large print it is enlarged, if need be
            wide = place.room.wide if layout.is_large else min(place.room.wide, drawn.own or inf)
            yield place.image, drawn.size(Room(wide, place.tall(drawn, least_points(layout))))


def _room_of_plate(drawn: Lettered, number: int, guide: Guide, layout: Layout) -> Room:
    """Tell where a picture of the whole has room, as in `guide.css`."""
    if not layout.is_large:
        most = _SECOND[layout.paper] if number else PLATE.tall
        return Room(PLATE.wide, _OF_MANY if len(guide.plates) > 2 else most)
    high = _HIGH[layout.paper]
    if PLATE.wide / drawn.shape < _TURNED:
        return Room(high - _HEADING * (not number and not guide.introduction), _ACROSS)
    return Room(PLATE.wide, high - _CAPTION) if number and not layout.is_booklet else PLATE


def _places(guide: Guide, layout: Layout) -> Iterator[_Place]:
    """Yield each picture of an item that is printed, with its room."""
    pictured = (each for each in guide.entries if each.asked_picture or each.image)
    for entry in pictured:
        is_shared = bool(entry.asked_picture and entry.image)  # they may stand in one row
        tallest = (_HIGH[layout.paper] - _taken(entry, layout)) / (1 + is_shared)
        if entry.asked_picture and not layout.only_key:
            room = _room_where_asked(entry, layout)
            yield _Place(f"asked-{entry.number}", entry.asked_picture, room, tallest)
        if entry.image and not layout.is_test:
            room = _room_where_told(entry, layout)
            yield _Place(f"told-{entry.number}", entry.image, room, tallest)


def _taken(entry: Entry, layout: Layout) -> float:
    """Tell how much of a page words and rules beside a picture take, about, in millimetres."""
    letters, line = _LINES[layout.is_large]
    words = max(len(entry.prompt), sum(map(len, entry.answers)) + len(entry.note))
    taken = _BETWEEN + ceil(words / letters) * line
    if not layout.is_large or entry.kind != "question" or layout.answers == "inline":
        return taken
    rules = 1 + sum(ceil(len(each) / _LETTERS_OF_A_RULE) for each in entry.answers)
    return taken + _RULE * (rules if rules < _PARTED else _PARTED / 2)


def _room_where_asked(entry: Entry, layout: Layout) -> Room:
    is_answered = layout.answers == "inline" or _is_listed(entry)
    if not layout.is_large:
        if _is_listed(entry) and not layout.asks_all:
            return _LISTED
        is_across = entry.kind == "cloze" and layout.answers != "inline"
        return _ITEM if is_across or stands_across(entry, layout) else _CUE
    if is_answered and not layout.asks_all:
        return _BESIDE
    return Room(_ROW.wide, _BEHIND) if entry.kind == "cloze" else _ROW


def _room_where_told(entry: Entry, layout: Layout) -> Room:
    is_listed = _is_listed(entry) and not layout.asks_all
    is_beside = layout.answers == "inline" and not _is_listed(entry)
    if not layout.is_large:
        if is_listed or is_beside:
            return _LISTED
        is_across = entry.image and is_shown_across(entry.image, layout)
        return _KEYED._replace(wide=BOTH) if is_across else _KEYED
    wide = _BESIDE.wide if is_beside else _ROW.wide
    return Room(wide, _ROW.tall if is_listed else _BEHIND)


def _is_listed(entry: Entry) -> bool:
    return entry.kind not in ("question", "cloze")

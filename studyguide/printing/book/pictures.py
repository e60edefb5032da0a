"""Where pictures of a guide stand: which are taller or less tall there for their letters, or lie on their side, and which have letters that are too small all the same."""

from collections.abc import Iterator
from math import ceil, floor, inf
from typing import Final, NamedTuple

from studyguide.deck.item import Image
from studyguide.guide.guide import Guide
from studyguide.printing.book.asked_pictures import HIGH, READ, ROUND, asked_rooms
from studyguide.printing.book.plates import CAPTION, is_small
from studyguide.printing.book.strips import strip_beside
from studyguide.printing.lines.picture_rooms import (
    Place,
    is_listed,
    room_where_asked,
    room_where_told,
    taken,
)
from studyguide.printing.lines.pictures_beside import less_tall, most_points
from studyguide.printing.press.lettering import (
    LEAST,
    PLATE,
    POINT,
    STILL_READ,
    Lettered,
    Room,
    is_wide,
    least_points,
    may_be_read,
    measured,
    size_of,
)
from studyguide.printing.press.options import HALVED, Layout

_HEADING, _ACROSS = 24.0, 134.0
"""How tall the heading of an introduction without a text is; how far across the page what lies on its side reaches."""

_TURNED = 112.0
"""What is less tall than this, where it is as wide as the text, lies on its side."""

_SECOND, _OF_MANY = {"a4": 150.0, "letter": 138.0}, 96.0
"""How tall the second picture of the whole is in usual print, and each of more, as in `guide.css`."""

_HAIR = 0.05
"""Points that are no difference."""

_UNREAD: Final = 100.0
"""How tall a picture of an item of large print is at most whose letters are not known."""

_TOLD, _LARGER = 10.0, 1.2
"""Points with which letters are read in the key, where it takes a page: what would have smaller ones, or than `READ` beside a question, lies on its side, if it is larger by so much there."""


class OnSide(NamedTuple):
    """How tall and wide a picture that lies on its side stands on the page, and how tall at least, in millimetres."""

    tall: float
    wide: float
    least: float


def taller_pictures(guide: Guide, layout: Layout) -> Iterator[tuple[str, float]]:
    """Yield the names of items' pictures that are taller than others, so that their letters can be read, or less tall, so that these are no larger than the text, and how tall they are, in millimetres.

    In large print those are also pictures the letters of which are not known.
    """
    least = least_points(layout)
    for place in _places(guide, layout):
        drawn = measured(place.image)
        is_unread = layout.is_read_large and place.longest and may_be_read(place.image)
        tall = place.tall(drawn, least) if drawn else _unread(place) if is_unread else 0.0
        room, is_large = place.room._replace(tall=tall), layout.is_read_large
        if drawn and (less := less_tall(drawn, room, place.most, is_large=is_large)):
            yield place.name, less
        elif tall > place.room.tall:
            yield place.name, round(tall, 1)


def _unread(place: Place) -> float:
    """Tell how tall a picture is in large print whose letters are not known."""
    own, shape = size_of(place.image)
    return min(min(own, place.room.wide) / shape, _UNREAD, place.tallest) if shape else 0.0


def on_side(guide: Guide, layout: Layout) -> Iterator[tuple[str, OnSide]]:
    """Yield the names of items' pictures of large print that lie on their side, as upright they would be too small to be read, and how large they are."""
    if not layout.is_read_large or (layout.asks_all and not layout.only_key):
        return
    for place in _places(guide, layout):
        if found := _on_side(place):
            yield place.name, found


def _on_side(place: Place) -> OnSide | None:
    """Lay on its side what has small letters, or is wide and has letters that are not known, if that makes it larger."""
    drawn, (own, shape) = measured(place.image), size_of(place.image)
    if drawn:
        upright = min(place.room.wide, place.tall(drawn, LEAST[True]) * drawn.shape)
        read, wanted = (_TOLD, LEAST[True]) if place.is_told else (READ, READ)
        is_small = drawn.size(Room(upright, inf)) < read
        own, shape = wanted * POINT / drawn.share, drawn.shape
    else:
        upright = min(place.room.wide, own)
        is_small = is_wide(place.image, place.room.wide) and may_be_read(place.image)
    if not is_small or shape <= 1:
        return None
    tall = floor(min(own, place.longest, place.room.wide * shape))
    least = max(STILL_READ[True] * POINT / drawn.share if drawn else 0.0, _LARGER * upright)
    turned = OnSide(tall, round(tall / shape, 1), round(least, 1))
    return turned if tall >= _LARGER * upright else None


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
            told = (
                f"{said} in large print, where nothing else is below {least:.0f} pt"
                if layout.is_read_large
                else f"{said}: below {least} pt they are hard to read"
            )
            yield f"{told}; draw them {ceil(10 * least / size) / 10:g} times as large"


def _sizes(guide: Guide, layout: Layout) -> Iterator[tuple[Image, float]]:
    """Yield each drawing with letters that is printed, and how large these are, in points."""
    for number, plate in enumerate(() if layout.asks_all else guide.plates):
        if drawn := measured(plate.image):
            yield plate.image, drawn.size(_room_of_plate(drawn, number, guide, layout))
    for place in _places(guide, layout):
        if drawn := measured(place.image):
            lies = (
                _on_side(place)
                if layout.is_read_large and (layout.only_key or not layout.asks_all)
                else None
            )
            if lies:
                yield place.image, drawn.size(Room(lies.tall, inf))
                continue
            # in large print it is enlarged, if need be
            wide = place.room.wide if layout.is_large else min(place.room.wide, drawn.own or inf)
            yield place.image, drawn.size(Room(wide, place.tall(drawn, least_points(layout))))


def _room_of_plate(drawn: Lettered, number: int, guide: Guide, layout: Layout) -> Room:
    """Tell where a picture of the whole has room, as in `guide.css`."""
    if not layout.is_large:
        most = _SECOND[layout.paper] if number else PLATE.tall
        return Room(PLATE.wide, _OF_MANY if len(guide.plates) > 2 else most)
    high = HIGH[layout.paper]
    if beside := strip_beside(guide, layout):
        return Room(beside.tall, beside.wide)
    if PLATE.wide / drawn.shape < _TURNED and drawn.size(PLATE) < STILL_READ[True]:
        return Room(high - _HEADING * (not number and not guide.introduction), _ACROSS)
    is_alone = number or (guide.introduction and _are_others_turned(guide))
    return Room(PLATE.wide, high - CAPTION) if is_alone and not layout.is_booklet else PLATE


def _are_others_turned(guide: Guide) -> bool:
    """Whether all pictures of the whole but the first lie on their side, so that it has a page to itself."""
    shapes = [(each.image, size_of(each.image)[1]) for each in guide.plates[1:]]
    return bool(shapes) and all(
        shape and PLATE.wide / shape < _TURNED and is_small(image) for image, shape in shapes
    )


def _places(guide: Guide, layout: Layout) -> Iterator[Place]:
    """Yield each picture of an item that is printed, with its room."""
    asked = asked_rooms(guide, layout)
    pictured = (each for each in guide.entries if each.asked_picture or each.image)
    for entry in pictured:
        is_shared = bool(entry.asked_picture and entry.image)  # they may stand in one row
        high, parts = HIGH[layout.paper] - taken(entry, layout), 1 + is_shared
        is_in_list = is_listed(entry) and not layout.asks_all
        if entry.asked_picture and not layout.only_key:
            most = most_points(entry.asked_picture, layout, is_listed=is_in_list)
            room = room_where_asked(entry, layout)
            known = asked.get(entry.number)
            tallest = (known.tallest if known else high) / parts
            longest = 0.0 if is_listed(entry) else tallest - ROUND
            yield Place(f"asked-{entry.number}", entry.asked_picture, room, tallest, longest, most)
        if entry.image and not layout.is_test:
            most = most_points(entry.image, layout, is_listed=is_in_list)
            room = room_where_told(entry, layout)
            is_apart = is_listed(entry) or layout.answers == "inline"  # else it may go overleaf
            longest = 0.0 if is_apart else HIGH[layout.paper] - ROUND
            yield Place(f"told-{entry.number}", entry.image, room, high / parts, longest, most)

"""How large the letters of a drawing (SVG) are in large print, where nothing else is below 16 pt; which pictures are wide."""

import re
from collections.abc import Iterator
from functools import cache
from math import inf, sqrt
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from markupsafe import Markup

from studyguide.deck.item import Image
from studyguide.guide.guide import Entry, Guide
from studyguide.loading.media import pixels_of
from studyguide.printing.press.drawings import LETTERING
from studyguide.printing.press.options import HALVED, Layout, Paper
from studyguide.system import files

_TRANSFORM = re.compile(r"(scale|matrix)\(([^()]*)\)")
_LENGTH = re.compile(r"(\d*\.?\d+)(px|mm|cm|in|pt)?")
_PX = 25.4 / 96
_UNITS: Final = {"": _PX, "px": _PX, "mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
"""Millimetres of what a drawing calls its width."""

_LARGEST = 50 * 1024 * 1024

_LEAST, _POINT = 16.0, 25.4 / 72
"""Of all other type in large print, in points; of one, in millimetres."""

_LEAST_HALVED = 6.5
"""Of letters in a booklet, in points: as small as those of tables."""


class Room(NamedTuple):
    """How wide and tall a picture is at most, in millimetres."""

    wide: float
    tall: float


_WIDE, _PAGE = Room(150, 150), {"a4": Room(240, 134), "letter": Room(224, 134)}
"""Of a picture of the whole; of one that lies on its side."""

_HEADED = {"a4": Room(216, 134), "letter": Room(200, 134)}
"""Of one that lies on its side below the heading of an introduction without a text."""

_TURNED = 112.0
"""What is less tall than this, where it is as wide as the text, lies on its side."""

_ROW, _BESIDE = Room(130, 80), Room(104, 80)
"""Of an item's picture: beside its number, and beside its number and its place, as in `guide.css`."""

_SHAPE, _COLUMN = 3.0, 50.0
"""Of a wide picture: its width by its height is more; it is drawn wider, in millimetres, than the column of questions."""

_BEHIND = 72.0
"""How tall one is that stands behind a sentence, or an answer."""


class Lettered(NamedTuple):
    """The size of a drawing's smallest letters as a share of its width, its width by its height, and its own width.

    That is in millimetres, or 0: then it is drawn as wide as there is room, as it is where its letters are small.
    """

    share: float
    shape: float
    own: float

    def size(self, room: Room) -> float:
        """Tell how large they are in a place, in points."""
        return self.share * min(room.wide, room.tall * self.shape) / _POINT


def lettered(content: bytes) -> Lettered | None:
    """Measure a drawing; nothing where sizes are not told in plain numbers, or no letters are drawn."""
    try:
        tree = fromstring(content)  # noqa: S314, expat loads no entities
        _, _, wide, tall = map(float, tree.get("viewBox", "").replace(",", " ").split())
        sizes = [*_sizes(tree)]
    except (ParseError, ValueError, LookupError):
        return None
    if not (wide > 0 and tall > 0 and sizes and all(sizes)):
        return None
    return Lettered(min(sizes) / wide, wide / tall, _length(tree.get("width", "")))


def _length(told: str) -> float:
    """Give a length in millimetres; 0 where it is none, or a share of something else."""
    found = _LENGTH.fullmatch(told.strip())
    return float(found[1]) * _UNITS[found[2] or ""] if found else 0.0


def _sizes(drawing: Element) -> Iterator[float]:
    """Yield the size of each text that says something, in units of the drawing; 0 where it is not known."""
    waiting = [(drawing, 0.0, 1.0)]
    while waiting:
        element, size, scale = waiting.pop()
        own = _own_size(element)
        size, scale = (
            size if own is None else own,
            scale * _scale(element.get("transform", "")),
        )
        if element.tag in LETTERING and (element.text or "").strip():
            yield size * scale
        waiting.extend((child, size, scale) for child in element)


def _own_size(element: Element) -> float | None:
    """Give the size of letters that an element tells; 0 where it is not told in plain numbers."""
    told = {"font-size": element.get("font-size", "")}
    for each in element.get("style", "").split(";"):
        name, _, value = each.partition(":")
        told[name.strip()] = value
    short = (word.partition("/")[0] for word in told.get("font", "").split())
    sizes = [told["font-size"].strip(), *(word for word in short if word.endswith(("px", "pt")))]
    if not any(sizes):
        return None
    return next((length / _PX for size in sizes if (length := _length(size))), 0.0)


def _scale(transform: str) -> float:
    """Tell by how much an element is drawn larger."""
    scale = 1.0
    for name, told in _TRANSFORM.findall(transform):
        numbers = [float(each) for each in told.replace(",", " ").split()]
        if name == "scale":
            scale *= sqrt(abs(numbers[0] * numbers[-1]))
        else:
            a, b, c, d, *_ = numbers
            scale *= sqrt(abs(a * d - b * c))
    return scale


def enlarged(image: Image, layout: Layout) -> Markup:
    """Give the class of a picture that large print draws as wide as it has room for, if need be.

    That is a drawing which is narrower by itself, and has letters that would be too small so.
    """
    drawn = _measured(image) if layout.is_large else None
    is_small = drawn and drawn.own and drawn.size(Room(drawn.own, inf)) < _LEAST
    return Markup(' class="enlarged"') if is_small else Markup("")


def is_wide(image: Image) -> bool:
    """Whether a picture is so wide that a column of the guide would make it too small: it has a row as wide as the text."""
    return _is_wide(image.path, image.digest)


@cache
def _is_wide(path: Path, _: str) -> bool:
    """Tell it of a file with a digest, which it is known by."""
    data = files.read_whole(path, _LARGEST)
    is_drawing = path.suffix.lower() == ".svg"
    own, shape = _size_of_drawing(data) if is_drawing else _size_of_pixels(data)
    return shape > _SHAPE and own > _COLUMN


def _size_of_pixels(data: bytes) -> tuple[float, float]:
    wide, tall = pixels_of(data)
    return wide * _PX, wide / tall if tall else 0.0


def _size_of_drawing(data: bytes) -> tuple[float, float]:
    """Tell how wide a drawing is by itself, in millimetres, and that by its height."""
    try:
        drawing = fromstring(data)  # noqa: S314, expat loads no entities
    except ParseError:
        return 0.0, 0.0
    own = _length(drawing.get("width", ""))
    told = drawing.get("viewBox", "").replace(",", " ").split()[2:4]
    wide, tall = map(_length, told) if len(told) > 1 else (own, _length(drawing.get("height", "")))
    return own or inf, wide / tall if tall else 0.0


def has_letters(image: Image) -> bool:
    """Whether it is a drawing with letters, which would be too small if it was made smaller."""
    return _measured(image) is not None


def is_legible_halved(image: Image, paper: Paper, share: float) -> bool:
    """Whether it is a drawing whose letters are large enough in a booklet where it takes a share of the width of the text."""
    drawn = _measured(image)
    return drawn is not None and share * drawn.size(_WIDE) * HALVED[paper] >= _LEAST_HALVED


def told_of_lettering(guide: Guide, layout: Layout) -> Iterator[str]:
    """Yield a sentence for each drawing the letters of which are too small for large print."""
    if not layout.is_large:
        return
    known = dict[str, tuple[str, float]]()
    headed = guide.plates[0].image if guide.plates and not guide.introduction else None
    for image, room in _places(guide, layout):
        if drawn := _measured(image):
            page = (_HEADED if image is headed else _PAGE)[layout.paper]
            place = page if room == _WIDE and _is_turned(drawn) else room
            size = min(drawn.size(place), known.get(image.digest, ("", _LEAST))[1])
            known[image.digest] = image.path.name, size
    for name, size in known.values():
        if size < _LEAST:
            yield (
                f"{name}: its smallest letters are {size:.1f} pt in large print, "
                f"where nothing else is below {_LEAST:.0f} pt"
            )


def _places(guide: Guide, layout: Layout) -> Iterator[tuple[Image, Room]]:
    """Yield each picture that is printed, with its room."""
    for plate in () if layout.asks_all else guide.plates:
        yield plate.image, _WIDE
    for entry in guide.entries:
        if entry.asked_picture and not layout.only_key:
            yield entry.asked_picture, _above(entry, layout)
        if entry.image and not layout.is_test:
            is_beside = layout.answers == "inline" and entry.kind in ("question", "cloze")
            is_listed = entry.kind not in ("question", "cloze") and not layout.asks_all
            wide = _BESIDE.wide if is_beside else _ROW.wide
            yield entry.image, Room(wide, _ROW.tall if is_listed else _BEHIND)


def _above(entry: Entry, layout: Layout) -> Room:
    is_answered = layout.answers == "inline" or entry.kind not in ("question", "cloze")
    if is_answered and not layout.asks_all:
        return _BESIDE
    return Room(_ROW.wide, _BEHIND) if entry.kind == "cloze" else _ROW


def _is_turned(drawn: Lettered) -> bool:
    return _WIDE.wide / drawn.shape < _TURNED


def _measured(image: Image) -> Lettered | None:
    is_drawing = image.path.suffix.lower() == ".svg"
    return lettered(files.read_whole(image.path, _LARGEST)) if is_drawing else None

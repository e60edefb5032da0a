"""How large the letters of a drawing (SVG) are; which pictures are wide."""

import re
from collections.abc import Iterator
from functools import cache
from math import ceil, inf, sqrt
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from markupsafe import Markup

from studyguide.deck.item import WHOLE, Image, Ink
from studyguide.loading.pixels import pixels_of
from studyguide.printing.drawings.trimmed import AS_WIDE
from studyguide.printing.press.drawings import LETTERING, LETTERS
from studyguide.printing.press.options import HALVED, Layout, Paper
from studyguide.system import files

_TRANSFORM = re.compile(r"(scale|matrix)\(([^()]*)\)")
_LENGTH = re.compile(r"(\d*\.?\d+)(px|mm|cm|in|pt)?")
_PX = 25.4 / 96
_UNITS: Final = {"": _PX, "px": _PX, "mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
"""Millimetres of what a drawing calls its width."""

_LARGEST = 50 * 1024 * 1024

POINT: Final = 25.4 / 72
"""In millimetres."""

LEAST: Final = {False: 6.5, True: 16.0}
"""Points of the smallest letters that are read well, in a booklet, too; of all other type in large print."""

WANTED: Final = {False: 7.5, True: LEAST[True]}
"""Points that they have where an item's picture has room to be larger."""


class Room(NamedTuple):
    """How wide and tall a picture is at most, in millimetres."""

    wide: float
    tall: float


PLATE: Final = Room(150, 150)
"""Of a picture of the whole."""

EASY: Final = 8.0
"""Points of letters that are read with ease: where those of a picture are smaller, it lies on its side if that takes no sheet."""

STILL_READ: Final = {False: 7.0, True: 11.0}
"""Points of letters where a picture is smaller for its page, in large print, too: they are read still, and an item that goes overleaf leaves half a page white."""

_MOST: Final = {False: 12.0, True: LEAST[True]}
"""Points of letters of a drawing of the whole, however few it has, at most."""

_SMALLEST: Final = 60.0
"""Millimetres of the longer side of such a drawing, at least."""

_SHAPE, _COLUMN = 3.0, 50.0
"""Of a wide picture: its width by its height is more; it is drawn wider, in millimetres, than the column of questions."""


class Lettered(NamedTuple):
    """The size of a drawing's smallest letters as a share of its width, its width by its height, and its own width.

    That is in millimetres, or 0: then it is drawn as wide as there is room, as it is where its letters are small.
    """

    share: float
    shape: float
    own: float

    def size(self, room: Room) -> float:
        """Tell how large they are in a place, in points."""
        return self.share * min(room.wide, room.tall * self.shape) / POINT


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
    drawn = measured(image) if layout.is_large else None
    is_small = drawn and drawn.own and drawn.size(Room(drawn.own, inf)) < LEAST[True]
    return Markup(' class="enlarged"') if is_small else Markup("")


def is_wide(image: Image, column: float = _COLUMN) -> bool:
    """Whether a picture is so wide that a column of the guide would make it too small: it has a row as wide as the text.

    What was cut off above and below made nothing in it smaller.
    """
    own, shape = size_of(image)
    whole = shape * image.ink.tall / image.ink.wide
    return min(shape, whole) > _SHAPE and own > column


def is_small_in(image: Image, wide: float) -> bool:
    """Whether a drawing has letters that are too small in a column of so many millimetres, and would be larger in a wider one."""
    return _is_small_in(image.path, image.digest, image.ink, wide)


@cache
def _is_small_in(path: Path, digest: str, ink: Ink, wide: float) -> bool:
    drawn = measured(Image(path, "", digest, ink=ink))
    return bool(drawn and (drawn.own or inf) > wide and drawn.size(Room(wide, inf)) < WANTED[False])


def size_of(image: Image) -> tuple[float, float]:
    """Tell how wide a picture is by itself, in millimetres, and that by its height; endless and 0 where it tells none."""
    own, shape = _size_of(image.path, image.digest)
    return _own(own, image), shape * image.ink.wide / image.ink.tall


def _own(own: float, image: Image) -> float:
    """Tell how wide the part of a picture is that paper shows, where the whole is so wide by itself, or else as wide as it may be."""
    is_told = own not in (0.0, inf)
    return own if image.ink == WHOLE else (own if is_told else AS_WIDE) * image.ink.wide


@cache
def _size_of(path: Path, _: str) -> tuple[float, float]:
    """Tell it of a file with a digest, which it is known by."""
    data = files.read_whole(path, _LARGEST)
    is_drawing = path.suffix.lower() == ".svg"
    return _size_of_drawing(data) if is_drawing else _size_of_pixels(data)


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


def least_points(layout: Layout) -> float:
    """Tell how large letters of a drawing should be, in points: in a booklet so that they are read well when it is halved."""
    return WANTED[False] / HALVED[layout.paper] if layout.is_booklet else WANTED[layout.is_large]


def least_tall(image: Image, layout: Layout) -> float:
    """Tell how tall a drawing is at least where it is smaller for its page, so that its letters can be read, in millimetres; 0 where it has none."""
    drawn = measured(image)
    points = STILL_READ[layout.is_read_large] / (HALVED[layout.paper] if layout.is_booklet else 1)
    return ceil(10 * points * POINT / drawn.share / drawn.shape) / 10 if drawn else 0


def most_wide(image: Image, layout: Layout) -> float:
    """Tell how wide a drawing of the whole is at most, in millimetres, so that its letters are no larger than the text, or little; 0 where that is as wide as the text."""
    drawn = measured(image)
    points = _MOST[layout.is_read_large] / (HALVED[layout.paper] if layout.is_booklet else 1)
    if not drawn or drawn.size(PLATE) <= points:
        return 0.0
    return round(max(points * POINT / drawn.share, _SMALLEST * min(drawn.shape, 1)), 1)


def size_halved(image: Image, paper: Paper) -> float:
    """Tell how large the letters of a drawing are in a booklet where it takes the width of the text, in points; 0 where that is not known."""
    drawn = measured(image)
    return drawn.size(PLATE) * HALVED[paper] if drawn else 0.0


def measured(image: Image) -> Lettered | None:
    """Measure a picture that is a drawing with letters; nothing of another."""
    is_drawing = image.path.suffix.lower() == ".svg"
    drawn = lettered(files.read_whole(image.path, _LARGEST)) if is_drawing else None
    wide, tall = image.ink.wide, image.ink.tall
    return drawn and Lettered(drawn.share / wide, drawn.shape * wide / tall, _own(drawn.own, image))


def may_be_read(image: Image) -> bool:
    """Whether a picture may have letters: pixels, or a drawing in which something is written, or drawn more than once, as letters are that are outlines."""
    if image.path.suffix.lower() != ".svg":
        return True
    try:
        drawing = fromstring(files.read_whole(image.path, _LARGEST))  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):
        return False
    return any(each.tag in LETTERS for each in drawing.iter())

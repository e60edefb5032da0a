"""A picture without its blank margins: a drawing shows a part of its plane, pixels are shown through a window.

So no pixel is saved anew, and no line of a drawing is moved.
"""

from base64 import b64encode
from functools import lru_cache
from math import hypot, sqrt
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

from studyguide.deck.item import WHOLE, Ink
from studyguide.loading.drawing_limits import is_drawing
from studyguide.loading.pixels import pixels_of
from studyguide.printing.drawings.tree import SVG, length, name_of, number, numbers, plain

_ACROSS: Final = ("x", "width", "cx", "x1", "x2", "rx", "dx")
_DOWN: Final = ("y", "height", "cy", "y1", "y2", "ry", "dy")
_BOTH: Final = ("r", "stroke-width")
"""Lengths that may be told as shares of the width of a drawing, of its height, and of both."""

_BY_OTHERS: Final = ("linearGradient", "radialGradient", "pattern", "mask", "filter")
"""What tells its place as shares of what it is drawn with."""

_UNITS: Final = ("gradientUnits", "patternUnits", "maskUnits", "filterUnits")
_KEPT: Final = 64

AS_WIDE: Final = 150.0
"""Millimetres of a drawing that is as wide as the text, as one is that tells no width: a part of it is no larger than in that."""


class Frame(NamedTuple):
    """The part of its plane that a drawing shows: where it begins, how wide and tall it is."""

    x: float
    y: float
    wide: float
    tall: float

    def part(self, ink: Ink) -> "Frame":
        """Give a part of it."""
        x, y = self.x + ink.left * self.wide, self.y + ink.top * self.tall
        return Frame(x, y, ink.wide * self.wide, ink.tall * self.tall)

    def __str__(self) -> str:
        return " ".join(map(plain, self))


def frame_of(drawing: Element) -> Frame | None:
    """Tell what a drawing shows; nothing where that is not told in numbers, or anything hangs on its size."""
    told = [*numbers(drawing.get("viewBox"))]
    own = [_length(drawing.get(key)) for key in ("width", "height")]
    frame = Frame(*told) if len(told) == 4 else Frame(0, 0, *own)
    if frame.wide <= 0 or frame.tall <= 0 or "transform" in drawing.attrib:
        return None
    fit = drawing.get("preserveAspectRatio", "")
    is_fitted = fit.startswith("none") or "slice" in fit
    if is_fitted and abs(own[0] * frame.tall - own[1] * frame.wide) > 0.01 * own[0] * frame.tall:
        return None
    return None if any(map(_hangs_on_size, drawing.iter())) else frame


def _length(told: str | None) -> float:
    return 0.0 if not told or told.endswith("%") else length(told, 16.0)


def _hangs_on_size(element: Element) -> bool:
    """Whether a part of a drawing has shares in it of what cannot be told here."""
    name = name_of(element)
    if name in _BY_OTHERS:
        return any(element.get(key) == "userSpaceOnUse" for key in _UNITS) and _has_shares(element)
    inner = (each for each in element.iter() if each is not element)
    return name == "symbol" and any(map(_has_shares, inner))


def _has_shares(element: Element) -> bool:
    return any(element.get(key, "").endswith("%") for key in (*_ACROSS, *_DOWN, *_BOTH))


def framed(content: bytes) -> tuple[bytes, Frame] | None:
    """Give a drawing as large as what it shows of its plane, and that; nothing where it is not known."""
    try:
        drawing = fromstring(content)  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):
        return None
    frame = frame_of(drawing)
    if frame is None:
        return None
    drawing.attrib |= {"viewBox": str(frame), "width": plain(frame.wide)}
    drawing.set("height", plain(frame.tall))
    return tostring(drawing, "utf-8"), frame


@lru_cache(_KEPT)
def trimmed(content: bytes, ink: Ink) -> bytes:
    """Give a part of a picture, as a drawing, as large as it was in the whole."""
    if ink == WHOLE:
        return content
    drawing = fromstring(content) if is_drawing(content) else _drawn(content)  # noqa: S314
    frame = frame_of(drawing)
    if frame is None:
        return content
    for each in drawing.iter():
        if each is not drawing and name_of(each) not in _BY_OTHERS:
            _tell_lengths(each, frame)
    part = frame.part(ink)
    drawing.set("viewBox", str(part))
    own = {key: _length(drawing.get(key)) for key in ("width", "height")}
    scales = [each / frame[at] for at, each in enumerate(own.values(), 2) if each]
    scale = min(scales, default=AS_WIDE / 25.4 * 96 / frame.wide)
    drawing.attrib |= {"width": plain(part.wide * scale), "height": plain(part.tall * scale)}
    return bytes(tostring(drawing, "utf-8"))


def _drawn(pixels: bytes) -> Element:
    """Make a drawing of a picture that is pixels."""
    wide, tall = map(str, pixels_of(pixels))
    drawing = Element(f"{SVG}svg", {"width": wide, "height": tall})
    held = f"data:image/{_kind(pixels)};base64,{b64encode(pixels).decode()}"
    drawing.append(Element(f"{SVG}image", {"width": wide, "height": tall, "href": held}))
    return drawing


def _kind(pixels: bytes) -> str:
    for start, kind in ((b"\x89PNG", "png"), (b"\xff\xd8", "jpeg"), (b"GIF", "gif")):
        if pixels.startswith(start):
            return kind
    return "webp"


def _tell_lengths(element: Element, frame: Frame) -> None:
    """Tell in numbers what is told as shares of the size of a drawing."""
    both = hypot(frame.wide, frame.tall) / sqrt(2)
    for keys, whole in ((_ACROSS, frame.wide), (_DOWN, frame.tall), (_BOTH, both)):
        for key in keys:
            told = element.get(key, "")
            if told.endswith("%") and (share := number(told[:-1])) is not None:
                element.set(key, plain(share / 100 * whole))

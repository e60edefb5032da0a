"""Pictures that are pixels: how many, in which part of them anything is, and as paper can show them."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from studyguide.deck.item import Ink

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MOST_PIXELS = 40_000_000
"""Of one picture: more than any screen or printed page shows, and every learner has to load it."""

_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)
"""What a camera tells of how it was held."""

_PNG, _PNG_DEPTH = b"\x89PNG\r\n", 24
_JPEG = b"\xff\xd8\xff"
_SAME = {"MPO": "JPEG"}
"""Types that Pillow tells apart, and that are shown alike: telephones take such photographs."""

_SCAN, _MOST_SCANS = b"\xff\xda", 64
"""The mark of a scan of a JPEG; a progressive one has about ten, and each takes as long as a picture."""

_WHITE: Final = 252
"""What is as light as this, in each colour, is paper."""

_FINE: Final = 1000
"""Pixels of the longer side of a picture in which its edges are looked for."""


def pixels_of(data: bytes) -> tuple[int, int]:
    """Tell how wide and how tall a picture that is no drawing is shown, in pixels; 0 where it cannot be read."""
    from PIL import Image as Picture

    try:
        with Picture.open(BytesIO(data)) as picture:
            wide, tall = picture.size
            is_turned = picture.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
    except (OSError, ValueError, SyntaxError):
        return 0, 0
    return (tall, wide) if is_turned else (wide, tall)


def as_printed(data: bytes) -> bytes:
    """Give a picture as paper can show it: PNG of 16 bits a colour, which comes out black, in 8.

    A JPEG in printing inks is given in the colours of a screen, as all else is.
    """
    is_deep = data.startswith(_PNG) and data[_PNG_DEPTH : _PNG_DEPTH + 1] == bytes([16])
    if not is_deep and not data.startswith(_JPEG):
        return data
    from PIL import Image as Picture

    file = BytesIO()
    with Picture.open(BytesIO(data), formats=["PNG", "JPEG"]) as picture:
        if not is_deep and picture.mode != "CMYK":
            return data
        if picture.mode.startswith("I"):
            picture.convert("I").point(lambda level: level / 256).convert("L").save(file, "PNG")
        else:
            mode = picture.mode if picture.mode in ("L", "LA", "RGB", "RGBA") else "RGB"
            picture.convert(mode).save(file, "PNG")
    return file.getvalue()


def looked_at(data: bytes, types: list[str]) -> tuple[str, int]:
    """Give the type of a picture and its pixels; no type if it is none of those that can be shown."""
    from PIL import Image as Picture
    from PIL import ImageFile

    if data.startswith(b"\xff\xd8") and data.count(_SCAN) > _MOST_SCANS:
        return "", 0
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:  # WeasyPrint lets half a picture pass, for itself and everybody
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limits are wider than ours
            with Picture.open(BytesIO(data), formats=types) as picture:
                pixels = picture.width * picture.height
                found = picture.format or ""
                if pixels <= MOST_PIXELS:
                    picture.verify()
            if pixels <= MOST_PIXELS:
                with Picture.open(BytesIO(data), formats=types) as picture:
                    picture.draft("L", (picture.width // 8 + 1, picture.height // 8 + 1))
                    picture.load()  # a damaged one fails here, not on a learner's screen
            return _SAME.get(found, found), pixels
    except Picture.DecompressionBombError:
        return "", MOST_PIXELS + 1
    except Exception:  # noqa: BLE001  (whatever a damaged file makes of a decoder)
        return "", 0
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def ink_of_pixels(data: bytes) -> Ink | None:
    """Tell in which part of a picture anything stands that is not white, nor seen through; nothing where none does."""
    from PIL import Image as Picture
    from PIL import ImageOps

    try:
        with Picture.open(BytesIO(data)) as picture:
            long = max(picture.size)
            picture.draft("RGB", (picture.width * _FINE // long, picture.height * _FINE // long))
            fewer = _darkest(picture).reduce(max(1, max(picture.size) // _FINE))
            shown = ImageOps.exif_transpose(fewer)
            box = shown.point(lambda level: 255 * (level < _WHITE)).getbbox()
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        return None
    if box is None:
        return None
    left, top, right, bottom = box
    wide, tall = shown.size
    return Ink(left / wide, top / tall, right / wide, bottom / tall)


def _darkest(picture: "Pixels") -> "Pixels":
    """Give of each pixel its darkest colour, as it is on white paper."""
    from PIL import Image as Picture
    from PIL import ImageChops

    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Picture.new("RGBA", picture.size, "white")
        picture = Picture.alpha_composite(paper, picture)
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    red, green, blue = picture.convert("RGB").split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)

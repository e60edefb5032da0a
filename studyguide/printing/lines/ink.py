"""In which part of each picture anything is drawn: a drawing is printed small for it, and looked at."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final, NamedTuple

from studyguide.deck.item import WHOLE, Image, Ink
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Entry, Guide, pictures_of
from studyguide.loading import pixels
from studyguide.loading.drawing_limits import is_drawing
from studyguide.loading.media import content
from studyguide.loading.pixels import as_printed, ink_of_pixels, pixels_of
from studyguide.printing.drawings.prepared import prepared
from studyguide.printing.drawings.trimmed import Frame, framed
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from studyguide.source.readers.printed import pdf
from studyguide.source.readers.printed.pdf import inked
from studyguide.system import user_cache
from studyguide.system.program import of_module
from studyguide.templates import Templates

_MARGIN: Final = 0.015
"""What is left blank around it, as a share of its longer side."""

_LITTLE: Final = 0.04
"""Less than such a share of width and height is not worth trimming."""

_LONG, _LONGEST, _SHORT = 480.0, 1600.0, 160.0
"""Pixels of the longer side of a drawing that is looked at, at most, and of the shorter one of a strip."""

_BARE: Final = "<style>body { margin: 0 }</style>"

_KNOWN: Final = dict[str, dict[str, Ink]]()


class _Picture(NamedTuple):
    """A picture as it is looked at, and as large as its plane, if it is a drawing."""

    data: bytes
    frame: Frame | None

    @property
    def name(self) -> str:
        """What it is known by."""
        return sha256(self.data).hexdigest()


def with_ink(guide: Guide, templates: Templates) -> Guide:
    """Tell of all pictures of a guide which part of them paper shows."""
    pictures = [image for entry in guide.entries for image in pictures_of(entry)]
    inks = _inks({*pictures, *(plate.image for plate in guide.plates)}, templates)
    if not inks:
        return guide

    def shown(image: Image | None) -> Image | None:
        return replace(image, ink=inks[image]) if image in inks else image

    def of(entry: Entry) -> Entry:
        if inks.keys().isdisjoint(pictures_of(entry)):
            return entry
        return replace(entry, image=shown(entry.image), asked_picture=shown(entry.asked_picture))

    sections = (replace(each, entries=(*map(of, each.entries),)) for each in guide.sections)
    plates = (replace(each, image=shown(each.image) or each.image) for each in guide.plates)
    return replace(guide, sections=(*sections,), plates=(*plates,))


def _inks(images: Iterable[Image], templates: Templates) -> dict[Image, Ink]:
    """Tell it of those that have blank margins."""
    looked_at = {image: found for image in images if (found := _looked_at(image))}
    if not looked_at:
        return {}
    named = {each.name: each for each in looked_at.values()}
    faces = sorted(each.digest for each in templates.faces)
    made_by = (of_module(each) for each in (__file__, pdf.__file__, pixels.__file__))
    key = sha256(" ".join((*made_by, *sorted(named), *faces)).encode()).hexdigest()
    known = _KNOWN.get(key) or _kept(key)
    if known is None:
        known = _measured(named, templates)
        user_cache.keep(key, json.dumps(known).encode())
    _KNOWN[key] = known
    inks = {image: Ink(*known[each.name]) for image, each in looked_at.items()}
    return {image: ink for image, ink in inks.items() if ink != WHOLE}


def _kept(key: str) -> dict[str, Ink] | None:
    body = user_cache.kept(key)
    return json.loads(body) if body else None


def _looked_at(image: Image) -> _Picture | None:
    """Give what is looked at; nothing of a drawing that has no plane of known size, and of what is told where it is printed."""
    try:
        data = as_printed(content(image))
    except StudyGuideError:
        return None
    if not is_drawing(data):
        return _Picture(data, None)
    found = framed(prepared(data))
    return found and _Picture(*found)


def _measured(named: Mapping[str, _Picture], templates: Templates) -> dict[str, Ink]:
    """Tell of pictures, by their names, which part paper shows."""
    drawings = {name: (each.data, each.frame) for name, each in named.items() if each.frame}
    found = dict[str, Ink]()
    for (name, (_, frame)), ink in zip(
        drawings.items(), _inks_of_drawings([*drawings.values()], templates), strict=True
    ):
        found[name] = _trimmed(ink, frame.wide, frame.tall)
    for name, each in named.items():
        if not each.frame:
            found[name] = _trimmed(ink_of_pixels(each.data), *pixels_of(each.data))
    return found


def _inks_of_drawings(
    drawings: Sequence[tuple[bytes, Frame]], templates: Templates
) -> list[Ink | None]:
    """Print each on a page that is as large as it, and tell in which part of that ink is."""
    if not drawings:
        return []
    drawn = {f"/drawn/{n}.svg": data for n, (data, _) in enumerate(drawings)}
    page = _BARE + "".join(_page(n, frame) for n, (_, frame) in enumerate(drawings))
    try:
        with open_press(Resources.of((), templates, drawn), "guide/guide.html") as press:
            printed = press.laid_out(page).write_pdf()
    except StudyGuideError:  # told where they are printed
        return [None] * len(drawings)
    return [*inked(printed, (_finely(frame) for _, frame in drawings))]


def _page(number: int, frame: Frame) -> str:
    size = f"width: {frame.wide:.4f}px; height: {frame.tall:.4f}px"
    return (
        f"<style>@page p{number} {{ size: {frame.wide:.4f}px {frame.tall:.4f}px; margin: 0 }}</style>"
        f'<img style="page: p{number}; display: block; {size}" src="/drawn/{number}.svg" alt="">'
    )


def _finely(frame: Frame) -> float:
    """Tell how many pixels a unit of a drawing has to have, so that its ink is seen."""
    short, long = sorted((frame.wide, frame.tall))
    return min(max(_LONG / long, _SHORT / short), _LONGEST / long)


def _trimmed(ink: Ink | None, wide: float, tall: float) -> Ink:
    """Give the part with a margin, if the rest is worth trimming."""
    if ink is None or (1 - ink.wide < _LITTLE and 1 - ink.tall < _LITTLE):
        return WHOLE
    margin = _MARGIN * max(ink.wide * wide, ink.tall * tall)
    x, y = margin / wide, margin / tall
    sides = max(ink.left - x, 0), max(ink.top - y, 0), min(ink.right + x, 1), min(ink.bottom + y, 1)
    return Ink(*(round(each, 4) for each in sides))

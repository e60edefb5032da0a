"""Which faces a guide needs beyond ours: the deck's own, else Noto, else one of boxes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.finding import Finding, Location
from studyguide.guide.guide import Guide, pictures_of
from studyguide.loading.media import content
from studyguide.printing.press import fonts, noto
from studyguide.printing.press.drawings import lettering_of
from studyguide.printing.press.font_files import (
    ENDINGS,
    Named,
    UnreadableError,
    alone,
    characters_of,
    faces_in,
)
from studyguide.printing.press.fonts import undrawable
from studyguide.printing.press.missing_glyphs import SHIFTED, face_of_boxes
from studyguide.printing.press.typography import curled
from studyguide.system import files
from studyguide.templates import Face, Templates
from studyguide.vocabulary.word_table import forms_of

_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file with faces."""

_MOST_OWN: Final = 20
_BOLD: Final = 600
"""From this weight on a face is for what is bold."""

BOXES: Final = "Boxes"


class _Family(NamedTuple):
    """Faces of one name, and the characters that the plainest of them has."""

    faces: tuple[Face, ...]
    characters: frozenset[int]


def with_faces(templates: Templates, guide: Guide, folder: Path) -> Templates:
    """Give templates with the faces that a guide needs and ours lack, those of its deck's folder first."""
    missing = undrawable("".join(_texts(guide)))
    if not missing:
        return templates
    found: list[Face] = []
    for families in (_own(folder, guide.language), _noto(missing, guide.language)):
        for family in families:
            left = tuple(each for each in missing if ord(each) not in family.characters)
            if left != missing:
                found += family.faces
                missing = left
    if missing:
        found.append(_boxes(missing))
    return replace(templates, faces=tuple(found))


def boxed_in(templates: Templates) -> frozenset[str]:
    """Give the characters that are printed as boxes."""
    return frozenset("".join(face.boxes for face in templates.faces)) - frozenset(SHIFTED)


def content_of(face: Face) -> bytes:
    """Give a face as a file of its own. Raises `StudyGuideError` where it is another than it was."""
    if face.path is None:
        return face_of_boxes(face.boxes, fonts.path_of(fonts.SANS))
    data = files.read_whole(face.path, _LARGEST)
    if sha256(data).hexdigest() != face.digest:
        raise StudyGuideError(f"{face.path} has changed meanwhile: run this again")
    return alone(data, face.number)


def unreadable_in(folder: Path) -> Iterator[Finding]:
    """Report each file in a deck's `fonts/` folder that no face can be read of."""
    for path in _own_files(folder):
        try:
            data = files.read_whole(path, _LARGEST, path.parent)
            characters_of(alone(data, faces_in(data)[0].number))
        except (UnreadableError, StudyGuideError) as error:
            message = f"{path.name} is no face that can be printed with: {error}"
            help = "put a .ttf, .otf or .ttc that is whole in its place, or take it away"
            yield Finding(Location(path), "font-unreadable", message, help, "warning")


def _texts(guide: Guide) -> Iterator[str]:
    """Yield all that is printed, as it is written and as it is set."""
    for text in fonts.printed_texts(guide):
        yield text
        yield curled(text, guide.language)
    if not guide.vocabulary.is_english:
        yield from (
            text for phrase in guide.vocabulary.phrases.values() for text in forms_of(phrase)
        )
    pictures = [image for entry in guide.entries for image in pictures_of(entry)]
    for image in (*pictures, *(plate.image for plate in guide.plates)):
        if image.path.suffix.lower() == ".svg":
            yield lettering_of(content(image))


def _boxes(missing: tuple[str, ...]) -> Face:
    characters = "".join(sorted(missing))
    digest = sha256(characters.encode("utf-8", "surrogatepass")).hexdigest()
    return Face(BOXES, 400, digest, boxes=characters)


def _own(folder: Path, language: str) -> Iterator[_Family]:
    """Yield the families in a deck's `fonts/` folder; files that cannot be read are reported elsewhere."""
    known: dict[str, dict[int, Face]] = {}
    characters: dict[str, frozenset[int]] = {}
    for path in _own_files(folder):
        try:
            data = files.read_whole(path, _LARGEST, path.parent)
            named = _chosen(faces_in(data), noto.variant_of(language))
            if named is None:
                continue
            has = characters_of(alone(data, named.number))
        except (UnreadableError, StudyGuideError):
            continue
        name, weight = named.family or path.stem, _BOLD if named.weight >= _BOLD else 400
        face = Face(name, weight, sha256(data).hexdigest(), path, named.number)
        known.setdefault(name, {}).setdefault(weight, face)
        if name not in characters or weight < _BOLD:
            characters[name] = has
    for name, faces in known.items():
        yield _Family(tuple(faces.values()), characters[name])


def _chosen(faces: list[Named], variant: str) -> Named | None:
    """Choose the upright face of a file whose signs have the form of a language."""
    upright = [each for each in faces if not each.is_italic]
    return next(
        (each for each in upright if each.family.endswith(f" {variant}")), next(iter(upright), None)
    )


def _own_files(folder: Path) -> list[Path]:
    own = folder / "fonts"
    names = [each for each in files.names(own, folder) if each.lower().endswith(ENDINGS)]
    return [own / name for name in names[:_MOST_OWN]]


def _noto(missing: tuple[str, ...], language: str) -> Iterator[_Family]:
    """Yield the installed families of Noto that have what is missing."""
    left = list(missing)
    while left:
        families = filter(None, map(_installed, noto.families_for(left[0], language)))
        best = next((each for each in families if ord(left[0]) in each.characters), None)
        if best:
            yield best
        left = [each for each in left[1:] if best is None or ord(each) not in best.characters]


@cache
def _installed(family: str) -> _Family | None:
    """Read a family of Noto, upright and bold."""
    faces: list[Face] = []
    has: frozenset[int] = frozenset()
    for style, weight in (("Regular", 400), ("Bold", _BOLD)):
        if path := noto.file_of(family, style):
            try:
                data = files.read_whole(path, _LARGEST)
                number = next((each.number for each in faces_in(data) if each.family == family), 0)
                has = has or characters_of(alone(data, number))
            except (UnreadableError, StudyGuideError):
                continue
            faces.append(Face(family, weight, sha256(data).hexdigest(), path, number))
    return _Family(tuple(faces), has) if faces else None

"""The faces of the printed guide: ours alone, so that every machine prints the same pages.

Source Serif, Source Sans and Source Code come as Python packages. They are declared under names of our own, one
whole file for each style, and fontconfig is shown a machine without any face at all.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from tempfile import gettempdir
from typing import NamedTuple

import font_source_sans_pro  # type: ignore[import-untyped]
import font_source_serif_pro  # type: ignore[import-untyped]
import fontpkg_source_code_pro  # type: ignore[import-untyped]

from studyguide import templates
from studyguide.guide.guide import Guide
from studyguide.printing.engine.declared import Declared
from studyguide.printing.engine.plain import LINE_SEPARATOR

FOLDERS = (
    Path(font_source_serif_pro.font_directory),
    Path(font_source_sans_pro.font_directory),
    Path(fontpkg_source_code_pro.__file__).with_name("files"),
)
"""Where the files of the faces are."""


class Face(NamedTuple):
    """One style of a family, as CSS names it."""

    family: str
    style: str
    weight: int
    file: str


CODE = "Guide Source Code"
"""It has all weights in one file, which is asked for each as it is."""

FACES = (
    Face("Guide Source Serif", "normal", 400, "SourceSerifPro-Regular.ttf"),
    Face("Guide Source Serif", "italic", 400, "SourceSerifPro-It.ttf"),
    Face("Guide Source Serif", "normal", 600, "SourceSerifPro-Semibold.ttf"),
    Face("Guide Source Serif", "italic", 600, "SourceSerifPro-SemiboldIt.ttf"),
    Face("Guide Source Sans", "normal", 400, "SourceSansPro-Regular.ttf"),
    Face("Guide Source Sans", "italic", 400, "SourceSansPro-It.ttf"),
    Face("Guide Source Sans", "normal", 600, "SourceSansPro-Semibold.ttf"),
    Face(CODE, "normal", 400, "SourceCodePro[wght].ttf"),
    Face(CODE, "italic", 400, "SourceCodePro-Italic[wght].ttf"),
)
"""Upright faces have Greek and Cyrillic, the italic serif has not: ask `can_be_italic` of a curator's words.

The face of code holds all weights in one file; what one upright face lacks comes from the others."""

SERIF, SANS = "SourceSerifPro-Regular.ttf", "SourceSansPro-Semibold.ttf"
"""The faces whose text is broken into lines before it is laid out."""

SERIF_ITALIC, SERIF_BOLD = "SourceSerifPro-It.ttf", "SourceSerifPro-Semibold.ttf"
"""The face of titles, and that of works and of words as words."""

SANS_REGULAR = "SourceSansPro-Regular.ttf"
"""The face of what accompanies a text."""

NAMES = ("Source Serif", "Source Sans")
"""What the colophon calls them."""

_NEEDS_NO_GLYPH = re.compile(
    "[\\t\\n\\r \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000"  # spaces
    "\\u00ad\\u034f\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff"
    "\\u2011\\ufe00-\\ufe0f\\U000e0000-\\U000e0fff]"
)
"""What the shaper makes do without: spaces, joiners, the fixed hyphen, selectors of variants."""

USUAL = frozenset(
    chr(code)
    for first, last in ((10, 10), (0x20, 0x7E), (0xA0, 0x17F), (0x3AC, 0x3CE), (0x400, 0x45F))
    for code in range(first, last + 1)
) | {*"–—‘’“”„…•→"}
"""What our faces surely have: with nothing else no file of theirs is opened to see."""

_NOTHING_INSTALLED = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


def declared() -> Iterator[Declared]:
    """Tell of our faces where their files are."""
    for family, style, weight, file in FACES:
        yield Declared(family, style, weight if family != CODE else None, path_of(file))


def face_rules(more: Iterable[templates.Face]) -> str:
    """Declare in CSS the faces beyond ours, each at `url_of`."""
    return "\n".join(
        f'@font-face {{ font-family: "{_called(face)}"; font-weight: {face.weight}; '
        f'src: url("{url_of(face)}") }}'
        for face in more
    )


def url_of(face: templates.Face) -> str:
    """Name a face beyond ours by its content."""
    return f"/fonts/more/{face.digest[:16]}-{face.number}"


def _called(face: templates.Face) -> str:
    """Name a face beyond ours in style sheets, where it must not pass for one of ours."""
    return f"Guide own {face.name}" if face.name in NAMES else f"Guide {face.name}"


def stack(first: str, second: str, more: Iterable[templates.Face]) -> str:
    """Give the value of `font-family` that has one of our faces first, and after both the others."""
    names = dict.fromkeys(map(_called, more))
    return ", ".join(f'"{name}"' for name in (first, second, *names))


def names(more: Iterable[templates.Face]) -> list[str]:
    """Name the faces that a guide is set in, as its colophon does."""
    return [*dict.fromkeys((*NAMES, *(face.name for face in more if face.path)))]


@contextmanager
def only_these_faces() -> Iterator[Path]:
    """Hide every face of the machine while the block runs, whatever its fontconfig says.

    What is given is a folder that goes with the block, however that ends.
    """
    known = ("FONTCONFIG_FILE", "FONTCONFIG_SYSROOT", "SOURCE_DATE_EPOCH")
    before = {name: os.environ.get(name) for name in known}
    with _folder_of_its_own() as folder:
        config = folder / "fonts.conf"
        config.write_text(_NOTHING_INSTALLED.format(folder=folder), encoding="utf-8")
        # of its time the face of code is told, which would else be that of the day
        _set_environment(dict(zip(known, (str(config), None, "0"), strict=True)))
        try:
            yield folder
        finally:
            _set_environment(before)


@contextmanager
def _folder_of_its_own() -> Iterator[Path]:
    """Give a folder that is taken away even where we are stopped just when it is made, or taken away.

    Python's own is not, in a process that ends at once.
    """
    folder = Path(gettempdir(), f"studyguide-{token_hex(8)}")
    try:
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        try:
            rmtree(folder, ignore_errors=True)
        except KeyboardInterrupt:  # to be asked once more changes nothing for a while
            rmtree(folder, ignore_errors=True)
            raise


def path_of(file: str) -> Path:
    """Tell where the file of one of our faces is."""
    return next(path for folder in FOLDERS if (path := folder / file).is_file())


def undrawable(text: str) -> tuple[str, ...]:
    """Give the characters that none of our upright faces can draw, each once, in the order of the text."""
    characters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return tuple(
        character
        for character in characters
        if character not in USUAL and not _can_be_drawn(character)
    )


def can_be_italic(text: str) -> bool:
    """Whether the italic face has all of a text that is drawn; it has neither Greek nor Cyrillic."""
    drawn = _NEEDS_NO_GLYPH.sub("", unicodedata.normalize("NFC", text).replace(LINE_SEPARATOR, ""))
    return all(ord(each) in _drawable("italic") for each in drawn)


def _can_be_drawn(character: str) -> bool:
    """Whether the faces have a character, or what the shaper puts it together from, or need none."""
    if ord(character) in _drawable() or _NEEDS_NO_GLYPH.fullmatch(character):
        return True
    parts = unicodedata.normalize("NFD", character)
    return len(parts) > 1 and all(ord(part) in _drawable() for part in parts)


def printed_texts(guide: Guide) -> Iterator[str]:
    """Yield every text of a guide that is printed."""
    yield f"{guide.title}\n{guide.author}\n{guide.work}\n{guide.published}"
    yield f"{guide.rights}\n{guide.curator}\n{guide.licence}"
    captions = (plate.caption for plate in guide.plates)
    yield "\n".join((guide.introduction, *guide.discussion, *captions))
    for section in guide.sections:
        yield f"{section.title}\n{section.summary}"
    for entry in guide.entries:
        if not entry.retired:
            hints = (deletion.hint for deletion in entry.deletions)
            texts = (
                entry.prompt,
                *entry.answers,
                entry.note,
                entry.passage,
                entry.citation,
                *hints,
            )
            yield "\n".join(texts)


def shown(character: str) -> str:
    """Name a character so that it can be found: as itself if possible, by code point, by name."""
    name = unicodedata.name(character, "")
    code = f"U+{ord(character):04X} {name}".rstrip()
    is_visible = character.isprintable() and not unicodedata.combining(character)
    return f"{character} ({code})" if is_visible else code


@cache
def _drawable(style: str = "normal") -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    found: set[int] = set()
    for file in {
        face.file
        for face in FACES
        if face.style == style
        and face.weight == 400
        and (style == "normal" or "Serif" in face.family)
    }:
        with TTFont(path_of(file), lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


def _set_environment(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value

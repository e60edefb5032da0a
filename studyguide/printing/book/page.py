"""The guide as one HTML page: what its templates are filled with."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal, NamedTuple

from studyguide import __version__
from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.printing.book.exercises import own_lines, printed_sections
from studyguide.printing.book.index import has_index, has_letters
from studyguide.printing.book.line_breaking import (
    balanced,
    clinging,
    in_company,
    is_a_line,
    lines_of,
    runs_in,
    short_lines_of,
)
from studyguide.printing.book.page_breaks import Breaks
from studyguide.printing.book.timeline import Timeline, timeline_of
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.setting import Setting
from studyguide.printing.press import fonts
from studyguide.printing.press.fonts import SERIF, SERIF_BOLD
from studyguide.printing.press.html import render
from studyguide.printing.press.options import Layout
from studyguide.printing.press.page_numbers import room_for
from studyguide.printing.press.typography import curled, with_whole_prefixes
from studyguide.templates import Face, Templates

_TITLES = {
    "usual": (("", 40, 16.0), ("long", 26, 32 / 3), ("longer", 18, 8.0), ("longest", 13, 6.0)),
    "large": (("", 44, 18.0), ("long", 30, 12.0), ("longer", 22, 10.0), ("longest", 18, 8.0)),
}
_TITLE_MOST, _TITLE_HIGH = 132.0, 100.0
"""How large a title is on its page, by the class that is so large, in points, and how tall its lines are, in
millimetres; how wide and how tall it is at most: as in `guide.css`."""

_HEADING = {"usual": (26 * 25.4 / 72, 150.0), "large": (30 * 25.4 / 72, 130.0)}
"""The same of the heading of a section, which in large print stands beside its number."""

_LISTED = {"usual": (11 * 25.4 / 72, 118.0), "large": (16 * 25.4 / 72, 110.0)}
"""The same of a title in the contents."""

_ENTRY_OF_A_LIST = re.compile(r"(?:§\S+ )?•(\d+)")
"""As it is cited: `§7 •3`, or behind the place before it `§2 ¶4, •1`."""

_WIDE, _HAIR = 112.0, 0.1
"""Less tall than this, a picture as wide as the text is called wide; what is no difference."""


Shift = Literal["", "early", "apart", "right"]
"""Where sections begin: early, as all before them stands above the imprint; behind contents on a page of their own; on the right."""

_FEW, _IMPRINT = 2, 2
"""Sections of which the contents have room above the imprint, below *How to use this guide*; its page."""


def shifts_of(guide: Guide, layout: Layout, places: Mapping[str, int]) -> tuple[Shift, ...]:
    """Tell where sections may begin instead: early only where there is little before them, and not in large print.

    A booklet has no page that is left empty: its key cannot be taken out. Elsewhere one is where contents have a page already.
    """
    if layout.is_booklet:
        return ()
    is_apart = places.get("contents") not in (_IMPRINT, places.get("howto"))
    later: Shift = "right" if is_apart else "apart"
    has_room = len(guide.sections) <= _FEW and not (guide.introduction or guide.plates)
    return ("early", later) if has_room and not layout.is_large else (later,)


class Measured(NamedTuple):
    """What is known when it was laid out: how tall pictures of the whole are in large print, in millimetres.

    `breaks` tell where pages of sections begin if they would look wrong. `moved` are parts that stand below the
    ones before, and contents above the imprint; `indexed` is what an index lists that does so.
    """

    tall: Mapping[str, float] = {}
    breaks: Breaks = Breaks()
    indexed: tuple[IndexEntry, ...] = ()
    moved: frozenset[str] = frozenset()


UNMEASURED = Measured()


def guide_page(
    guide: Guide,
    templates: Templates,
    layout: Layout,
    measured: Measured = UNMEASURED,
    shift: Shift = "",
) -> str:
    """Compose the printed guide as HTML, but for what its index stands among; pictures are named by `picture_url`.

    Tall pictures of the whole are turned where that makes them larger. `shift` is where sections begin.
    Raises `StudyGuideError` with template and line where a template is at fault.
    """
    values = _values(guide, layout, has_index(guide, layout), templates.faces)
    values |= measured.breaks._asdict() | {"turned": {*_turned(measured.tall)}, "shift": shift}
    values |= {"entries": measured.indexed, "moved": measured.moved}
    return with_whole_prefixes(render(templates, "guide/guide.html", **values))


def plates_page(guide: Guide, templates: Templates, layout: Layout) -> str:
    """Compose a page of the pictures of the whole alone, each under its id, to be measured."""
    return render(templates, "guide/plates.html", guide=guide, layout=layout)


class Start(NamedTuple):
    """On which page the index, of that `setting`, begins, or without one the key.

    A key is set closer where that saves a page; `is_apart` tells whether an empty page comes before it.
    """

    page: int
    is_closer: bool = False
    is_apart: bool = False
    setting: Setting = Setting()


def end_page(
    guide: Guide,
    templates: Templates,
    layout: Layout,
    entries: tuple[IndexEntry, ...],
    start: Start,
) -> str:
    """Compose as HTML the index, which has these entries, and the key, as far as there are any; else nothing."""
    values = _values(guide, layout, bool(entries), templates.faces)
    if layout.only_key or not (entries or (values["asked"] and layout.has_key)):
        return ""
    values |= {"entries": entries, "has_letters": has_letters(entries), "start": start}
    return with_whole_prefixes(render(templates, "guide/end.html", **values))


def _turned(tall: Mapping[str, float]) -> Iterator[str]:
    """Name the pictures that fill the width of the text, and are a quarter less tall or more."""
    for id, height in tall.items():
        is_full = abs(tall.get(f"{id}-wide", 0) - height) < _HAIR
        if id.startswith("plate-") and is_full and height < _WIDE:
            yield id


class Title(NamedTuple):
    """The class of the title on its page, and the width in which its lines are about equally long, in millimetres."""

    scale: str
    width: float


def title_of(title: str, layout: Layout) -> Title:
    """Set the title as large as leaves room on its page for all that stands there."""
    sizes = _TITLES["large" if layout.is_large else "usual"]
    for scale, points, pitch in sizes:
        size = points * 25.4 / 72
        lines = len(short_lines_of(title, SERIF_BOLD, _TITLE_MOST / size))
        if lines * pitch <= _TITLE_HIGH or scale == sizes[-1][0]:
            break
    width = size * balanced(title, SERIF_BOLD, _TITLE_MOST / size)
    return Title(scale, round(width, 2))


class Listed(NamedTuple):
    """Where the guide cites an entry of a list, and which entry that is."""

    place: str
    entry: str


def _listed(guide: Guide) -> Listed | None:
    """Give the first entry of a list that is cited, for an example; nothing where none is."""
    found = (_ENTRY_OF_A_LIST.search(entry.citation) for entry in guide.entries)
    return next((Listed(each[0], each[1]) for each in found if each), None)


class Heading(NamedTuple):
    """A heading, and the width in which its lines are about equally long, in millimetres."""

    text: str
    width: float


def heading_of(title: str, language: str, layout: Layout, *, has_own_faces: bool) -> Heading:
    """Set a heading so that no line ends with a word that leads to the next, if it takes no more lines for that."""
    face = SERIF_BOLD, *_HEADING["large" if layout.is_large else "usual"]
    return _set_in_lines(title, language, face, has_own_faces=has_own_faces)


def _has_even_lines(layout: Layout, text: str, width: float) -> bool:
    """Whether a heading, as it is set, has two lines, or four."""
    size, _ = _HEADING["large" if layout.is_large else "usual"]
    return len(lines_of(text, SERIF_BOLD, width / size)) % 2 == 0


def listed_of(title: str, language: str, layout: Layout, *, has_own_faces: bool) -> Heading:
    """Set a title in the same way in the contents."""
    face = SERIF, *_LISTED["large" if layout.is_large else "usual"]
    return _set_in_lines(title, language, face, has_own_faces=has_own_faces)


def _set_in_lines(
    title: str, language: str, face: tuple[str, float, float], *, has_own_faces: bool
) -> Heading:
    """Set a title in the lines of a face of a size, `most` wide."""
    file, size, most = face
    text = curled(title.strip(), language)
    fewest = len(lines_of(text, file, most / size))
    if fewest == 1 or has_own_faces:
        return Heading(text, most)
    glued = clinging(text, Language(language))
    text = glued if len(lines_of(glued, file, most / size)) == fewest else text
    text = in_company(text, file, most / size)
    return Heading(text, round(size * balanced(text, file, most / size), 2))


def _values(
    guide: Guide, layout: Layout, has_index: bool, faces: tuple[Face, ...]
) -> dict[str, object]:
    """Give what both pages are made of."""
    sections = printed_sections(guide)
    asked = (each.exercises if layout.asks_all else each.asked for each in sections)
    as_set: Any = {"language": guide.language, "layout": layout, "has_own_faces": bool(faces)}
    return {
        "guide": guide,
        "layout": layout,
        "sections": sections,
        "asked": [exercise for part in asked for exercise in part],
        "has_index": has_index,
        "listed": _listed(guide),
        "room": room_for(len(guide.entries)),
        "runs_in": runs_in,
        "own_lines": own_lines,
        "is_a_line": is_a_line,
        "timeline": Timeline() if layout.asks_all else timeline_of(guide, layout),
        "modified": datetime.fromtimestamp(guide.modified, UTC),
        "version": __version__,
        "cover": title_of(guide.title, layout),
        "heading": partial(heading_of, **as_set),
        "listed_title": partial(listed_of, **as_set),
        "has_even_lines": partial(_has_even_lines, layout),
        "program": f"studyguide\u00a0{__version__}",
        "faces": fonts.names(faces),
        "timeline_is_text": bool(faces) or guide.vocabulary.is_rtl,
    }

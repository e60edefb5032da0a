"""The guide as one HTML page: what its templates are filled with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import compress
from typing import Any, NamedTuple

from studyguide import __version__
from studyguide.guide.guide import Guide
from studyguide.printing.binding.folding import PartOfSheets
from studyguide.printing.book.asked_pictures import asked_rooms
from studyguide.printing.book.columns import (
    are_a_line,
    is_a_line,
    leaves_half,
    runs_in,
    side_by_side,
)
from studyguide.printing.book.exercises import Exercise, own_lines, printed_sections
from studyguide.printing.book.index import has_index, has_letters
from studyguide.printing.book.overleaf import AS_THEY_ARE, Overleaf
from studyguide.printing.book.pictures import on_side, taller_pictures
from studyguide.printing.book.plates import Placed
from studyguide.printing.filling.laid_again import Part
from studyguide.printing.filling.page_breaks import Breaks
from studyguide.printing.front.front import APART, USUAL, Front
from studyguide.printing.index.articles import is_turned_title
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.setting import Setting
from studyguide.printing.lines.across import stands_across
from studyguide.printing.lines.cover import title_of
from studyguide.printing.lines.pictures_beside import is_listed_across, is_shown_in_cue, widened
from studyguide.printing.lines.spanning import begins_below, has_beside, spans, with_few_before
from studyguide.printing.lines.tables import may_have_tables, with_tables
from studyguide.printing.lines.text_columns import Column, rooms_of
from studyguide.printing.lines.titles import (
    beside_range,
    has_even_lines,
    head_of,
    heading_of,
    listed_of,
)
from studyguide.printing.press import fonts
from studyguide.printing.press.html import render
from studyguide.printing.press.options import Layout
from studyguide.printing.press.page_numbers import room_for
from studyguide.printing.press.typography import with_whole_prefixes
from studyguide.printing.timeline.timeline import Timeline, timeline_of
from studyguide.templates import Face, Templates

_ENTRY_OF_A_LIST = re.compile(r"(?:§\S+ )?•(\d+)")
"""As it is cited: `§7 •3`, or behind the place before it `§2 ¶4, •1`."""


class Measured(NamedTuple):
    """What is known when it was laid out: how pictures of the whole stand in large print.

    `front` tells where the parts before the sections stand.
    `breaks` tell where pages of sections begin if they would look wrong. `indexed` is what an index lists
    that stands below the part before.
    `part` is what alone is laid out again; so many pages stay `empty` before sections, by their numbers. Where the key stands before the index, contents say so.
    So much is `left` for notes below the last part, in millimetres, and `between` a timeline and questions for discussion, and all of the next page if else that were empty, as the key `is_apart`.
    Answers of a key alone are so many lines `apart`; pictures of some stand `overleaf`, behind others, or are smaller.
    """

    plates: Placed = Placed()
    front: Front = USUAL
    breaks: Breaks = Breaks()
    indexed: tuple[IndexEntry, ...] = ()
    part: Part | None = None
    empty: Mapping[str, int] = {}
    is_key_first: bool = False
    left: float = 0.0
    between: float = 0.0
    is_apart: bool = False
    apart: float = 0.0
    overleaf: Overleaf = AS_THEY_ARE


UNMEASURED = Measured()


def guide_page(
    guide: Guide,
    templates: Templates,
    layout: Layout,
    measured: Measured = UNMEASURED,
) -> str:
    """Compose the printed guide as HTML, but for what its index stands among; pictures are named by `picture_url`.

    Raises `StudyGuideError` with template and line where a template is at fault.
    """
    values = _values(guide, layout, has_index(guide, layout), templates.faces)
    values |= measured.breaks._asdict() | {"plates": measured.plates}
    values["front"] = measured.front
    values |= {"entries": measured.indexed, "part": measured.part}
    values |= {"empty": measured.empty, "is_key_first": measured.is_key_first}
    values |= {"left": measured.left, "between": measured.between, "is_apart": measured.is_apart}
    values |= {"apart": measured.apart, "overleaf": measured.overleaf.behind}
    values["smaller"] = {**measured.breaks.smaller, **measured.overleaf.smaller}
    values["alone"] = measured.overleaf.alone
    return with_whole_prefixes(render(templates, "guide/guide.html", **values))


def first_front(guide: Guide, layout: Layout, plates: Placed) -> Front:
    """Give the front that is laid out first, before it is measured."""
    return APART if layout.is_large and guide.plates and plates.are_facing else USUAL


class Start(NamedTuple):
    """On which page the index, of that `setting`, begins, or without one the key.

    A key is set `closer`, by the whole of what it may at 1, or wider, below 0, where its last page would have but little on it;
    `is_apart` tells whether an empty page comes before it, which none does where it `is_tight`,
    but for those `empty` that are wanted; or it is first, before the index. So much is `left` for notes below it, in millimetres, and so many pages `behind` that.
    Its answers are so many lines `apart`; 0 as they are usually. The key `is_alone` where it is laid out again, without an index. Pictures of some answers stand `overleaf`, behind others, or are smaller.
    """

    page: int
    closer: float = 0.0
    is_apart: bool = False
    is_tight: bool = False
    setting: Setting = Setting()
    empty: int = 0
    is_key_first: bool = False
    left: float = 0.0
    behind: int = 0
    apart: float = 0.0
    is_alone: bool = False
    overleaf: Overleaf = AS_THEY_ARE


def end_page(
    guide: Guide,
    templates: Templates,
    layout: Layout,
    entries: tuple[IndexEntry, ...],
    start: Start,
) -> str:
    """Compose as HTML the index, which has these entries, and the key, as far as there are any; else nothing."""
    entries = () if start.is_alone else entries
    values = _values(guide, layout, bool(entries), templates.faces)
    if layout.only_key or not (entries or (values["asked"] and layout.has_key)):
        return ""
    values |= {"entries": entries, "has_letters": has_letters(entries), "start": start}
    values |= {"apart": start.apart, "overleaf": start.overleaf.behind}
    values |= {"smaller": start.overleaf.smaller, "alone": start.overleaf.alone}
    return with_whole_prefixes(render(templates, "guide/end.html", **values))


def parts_page(
    guide: Guide, templates: Templates, layout: Layout, parts: Sequence[PartOfSheets]
) -> str:
    """Compose as HTML what the outsides of a booklet's parts say, each on a right page of its own."""
    return render(templates, "guide/parts.html", guide=guide, layout=layout, parts=parts)


class Listed(NamedTuple):
    """Where the guide cites an entry of a list, and which entry that is."""

    place: str
    entry: str


def _listed(guide: Guide) -> Listed | None:
    """Give the first entry of a list that is cited, for an example; nothing where none is."""
    found = (_ENTRY_OF_A_LIST.search(entry.citation) for entry in guide.entries)
    return next((Listed(each[0], each[1]) for each in found if each), None)


def _with_tables(
    layout: Layout, has_own_faces: bool, column: Column, exercise: Exercise
) -> Exercise:
    """Give an item whose tables are set for the column that its answers stand in, and what is asked for its own."""
    if not may_have_tables(exercise.entry):
        return exercise
    is_above = exercise.is_asked and layout.answers != "inline"
    asked: Column = "cue" if is_above or not layout.is_large else "beside"
    if stands_across(exercise.entry, layout, has_own_faces=has_own_faces):
        asked = "across"
    rooms = (rooms_of(each, layout, has_own_faces=has_own_faces) for each in (asked, column))
    return replace(exercise, entry=with_tables(exercise.entry, *rooms))


def _spanning(asked: Sequence[Exercise], guide: Guide, layout: Layout) -> frozenset[str]:
    """Name the answers, by their numbers, that stand across both columns of a key."""
    each = [spans(exercise.entry, layout, is_math=guide.math) for exercise in asked]
    return frozenset(compress((exercise.number for exercise in asked), with_few_before(each)))


def _values(
    guide: Guide, layout: Layout, has_index: bool, faces: tuple[Face, ...]
) -> dict[str, object]:
    """Give what both pages are made of."""
    set_tables = partial(_with_tables, layout, bool(faces))
    sections = [
        replace(part, exercises=tuple(set_tables("beside", each) for each in part.exercises))
        for part in printed_sections(guide)
    ]
    parts = (each.exercises if layout.asks_all else each.asked for each in sections)
    asked = [exercise for part in parts for exercise in part]
    as_set: Any = {"language": guide.language, "layout": layout, "has_own_faces": bool(faces)}
    return {
        "guide": guide,
        "layout": layout,
        "sections": sections,
        "asked": asked,
        "has_index": has_index,
        "listed": _listed(guide),
        "room": room_for(len(guide.entries)),
        "with_tables": set_tables,
        "spanning": _spanning([set_tables("key", each) for each in asked], guide, layout),
        "begins_below": partial(begins_below, is_math=guide.math),
        "has_beside": has_beside,
        "widened": partial(widened, layout=layout),
        "is_shown_in_cue": partial(is_shown_in_cue, layout=layout),
        "is_listed_across": partial(is_listed_across, layout=layout),
        "stands_across": partial(stands_across, layout=layout, has_own_faces=bool(faces)),
        "taller": dict(taller_pictures(guide, layout)),
        "on_side": dict(on_side(guide, layout)),
        "asked_rooms": asked_rooms(guide, layout),
        "runs_in": runs_in,
        "are_a_line": are_a_line,
        "side_by_side": side_by_side,
        "is_turned_title": is_turned_title,
        "own_lines": own_lines,
        "is_a_line": is_a_line,
        "leaves_half": leaves_half,
        "timeline": Timeline() if layout.asks_all else timeline_of(guide, layout),
        "modified": datetime.fromtimestamp(guide.modified, UTC),
        "version": __version__,
        "cover": title_of(guide, layout, has_own_faces=bool(faces)),
        "heading": partial(heading_of, **as_set),
        "head": partial(head_of, **as_set),
        "beside_range": beside_range,
        "listed_title": partial(listed_of, **as_set),
        "has_even_lines": partial(has_even_lines, layout),
        "program": f"studyguide\u00a0{__version__}",
        "faces": fonts.names(faces),
        "timeline_is_text": bool(faces) or guide.vocabulary.is_rtl,
    }

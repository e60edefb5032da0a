"""How tall a picture may be that is asked about in large print, above rules for its answer; which leaves none of its page to these."""

from collections.abc import Mapping
from math import inf
from typing import Final, NamedTuple

from studyguide.deck.marked import is_of_words
from studyguide.guide.guide import Entry, Guide
from studyguide.printing.book.exercises import Exercise, exercise_of
from studyguide.printing.lines.line_breaking import lines_of
from studyguide.printing.lines.text_columns import measure_of
from studyguide.printing.press.fonts import SERIF
from studyguide.printing.press.lettering import LEAST, POINT, Lettered, Room, measured
from studyguide.printing.press.options import Layout, Paper

HIGH: Final[dict[Paper, float]] = {"a4": 240.0, "letter": 224.0}
"""Millimetres of the text of a page."""

_LINE, _LETTERS, _RULE = 8.0, 24, 12.0
"""How tall a line is, in millimetres, and how many letters one of a table or code has, about; from a rule to the next."""

_HEADING, _AROUND = 20.0, 14.0
"""How much a heading takes, above the first question; what is empty between question, picture and rules, and below them."""

READ, _LARGER = 13.0, 1.15
"""Points of letters that are nearly as large as the text; by how much letters are larger at least, that rules stand overleaf."""

ROUND: Final = 16.0
"""Millimetres that what is around a picture that lies on its side takes more."""


class Asked(NamedTuple):
    """How tall the picture of a question may be, in millimetres; whether all rules for its answer stand overleaf."""

    tallest: float
    is_alone: bool


def asked_rooms(guide: Guide, layout: Layout) -> Mapping[str, Asked]:
    """Tell it of questions in large print, by their numbers."""
    if not layout.is_large or layout.asks_all:
        return {}
    shown = [e for e in guide.entries if e.asked_picture and e.kind == "question"]
    firsts = _firsts(guide) if shown else frozenset()
    return {e.number: _asked(e, guide, layout, is_first=e.number in firsts) for e in shown}


def _asked(entry: Entry, guide: Guide, layout: Layout, *, is_first: bool) -> Asked:
    page = HIGH[layout.paper] - _words(entry, layout) - _HEADING * is_first
    asked, is_answered = exercise_of(entry, guide.language), layout.answers == "inline"
    above = page - (0 if is_answered or not entry.answers else _rules(asked, layout))
    drawn = measured(entry.asked_picture) if entry.asked_picture else None
    may_part = layout.is_read_large and not (is_answered or layout.is_form or entry.image)
    if not (drawn and may_part):
        return Asked(above, is_alone=False)
    wide = measure_of("cue", layout).wide
    size = _size(drawn, above, wide)
    is_alone = size < READ and _size(drawn, page, wide) >= _LARGER * size
    return Asked(page if is_alone else above, is_alone)


def _rules(asked: Exercise, layout: Layout) -> float:
    """Tell how much rules take that stand with their question, in millimetres."""
    is_whole = asked.is_whole(layout)
    return _RULE * (asked.lines(layout) if is_whole else asked.parts(layout)[0])


def _firsts(guide: Guide) -> frozenset[str]:
    """Name the items, by their numbers, that stand below a heading."""
    firsts = dict[tuple[str, str], tuple[int, str]]()
    for entry in guide.entries:
        section, _, nth = entry.number.partition(".")
        if nth:
            told, kind = (int(nth), entry.number), (section, entry.kind)
            firsts[kind] = min(firsts.get(kind, told), told)
    return frozenset(number for _, number in firsts.values())


def _words(entry: Entry, layout: Layout) -> float:
    """Tell how tall a question is, with what is empty around it and its picture."""
    wide, size, _ = measure_of("cue", layout)
    if is_of_words(entry.prompt):
        rows = len(lines_of(str(entry.prompt), SERIF, wide / POINT / size))
    else:
        rows = sum(len(line) // _LETTERS + 1 for line in str(entry.prompt).splitlines())
    return rows * _LINE + _AROUND


def _size(drawn: Lettered, tall: float, wide: float) -> float:
    """Tell how large letters are at most in a room, upright or on their side, if that has room."""
    long = tall - ROUND
    lies = drawn.size(Room(long, inf)) if drawn.shape > 1 and long / drawn.shape <= wide else 0.0
    return min(max(drawn.size(Room(wide, tall)), lies), LEAST[True])

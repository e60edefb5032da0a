"""The title page: how large the title is set, beside all else that stands there."""

import re
from typing import NamedTuple

from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.printing.lines.line_breaking import (
    balanced,
    lines_of,
    short_lines_of,
    whole_words,
    width_of,
)
from studyguide.printing.lines.titles import Fill, kept_words
from studyguide.printing.press.fonts import SERIF, SERIF_BOLD
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled

_TITLES = {
    "usual": (("", 40, 16.0), ("long", 26, 32 / 3), ("longer", 18, 8.0), ("longest", 13, 6.0)),
    "large": (("", 44, 18.0), ("long", 30, 12.0), ("longer", 22, 10.0), ("longest", 18, 8.0)),
}
_TITLE_MOST, _TITLE_HIGH = 132.0, 100.0
"""How large a title is on its page, by the class that is so large, in points, and how tall its lines are, in
millimetres; how wide and how tall it is at most: as in `guide.css`."""
_TEXT_WIDE, _PAGE_HIGH, _POINT = 150.0, {"a4": 240.0, "letter": 224.0}, 25.4 / 72
_TITLE_FROM, _TITLE_APART, _PUPIL = 128 / 3, 4, 9
"""Of a page; where its title page begins, how many lines the label takes and what parts it, and how many a pupil's name and class, as there."""

_COLON = re.compile(r"(?<=:) +(?=\S)")
"""Where a title has a second part."""

_COMMA, _UNLIKE = re.compile(r"(?<=[,;،、，]) +(?=\S)"), 0.4
"""Where a title pauses if that is once only; of the longer of these two parts, how long the other is at least."""

_FILLED = Fill(0.3, 1, more=1)
"""A line of a title may be shorter than in a heading, as of a verse."""

_WHOLE = 3
"""Of how many sizes the largest is taken in which no word is parted, but behind a hyphen that it has."""


class Title(NamedTuple):
    """The title as it stands on its page, on two lines at least where it has a second part, its class there, and the width in which its lines are about equally long, in millimetres.

    `is_full` tells that all which stands there takes the whole page, from its head on.
    """

    text: str
    scale: str
    width: float
    is_full: bool


def title_of(guide: Guide, layout: Layout, *, has_own_faces: bool = False) -> Title:
    """Set the title as large as leaves room on its page for all that stands there; how wide faces of a deck's own are is not known."""
    room = _room_for_title(guide, layout)
    tried = [
        (scale, points * _POINT, pitch * len(_lines_of(_parts_of(guide, points * _POINT), points)))
        for scale, points, pitch in _TITLES["large" if layout.is_large else "usual"]
    ]
    fitting = [each for each in tried if each[2] <= min(_TITLE_HIGH, room)] or tried[-1:]
    whole = (each for each in fitting[:_WHOLE] if _has_whole_words(guide.title, each[1]))
    scale, size, high = next(whole, fitting[0])
    most = _TITLE_MOST / size
    parts = _parts_of(guide, size)
    widths = [balanced(part, SERIF_BOLD, most) for part in parts]
    if len(parts) > 1 and max(widths) < most and not has_own_faces:
        pairs = zip(parts, widths, strict=True)
        parts = [line for part, width in pairs for line in lines_of(part, SERIF_BOLD, width)]
    text = "\n".join(whole_words(part, SERIF_BOLD, most) for part in parts)
    return Title(text, scale, round(size * max(widths), 2), is_full=high > room)


def _parts_of(guide: Guide, size: float) -> list[str]:
    """Part a title behind its colon, and at a pause, unless a line of a size in millimetres has room for all, each with words that lead to others beside these."""
    most, title = _TITLE_MOST / size, curled(guide.title, guide.language)
    is_a_line = width_of(title, SERIF_BOLD) <= most
    parts = [title] if is_a_line else _COLON.split(title, maxsplit=1)
    paused = (each for part in parts for each in _paused(part, guide.language, most))
    return [kept_words(part, guide.language, SERIF_BOLD, most, _FILLED) for part in paused]


def _paused(part: str, language: str, most: float) -> list[str]:
    """Part what has a second part behind a comma there, if it takes no line more: Truth, / Step by Step, but Wind, Water / and Steam."""
    halves = _COMMA.split(part)
    if len(halves) != 2 or width_of(part, SERIF_BOLD) <= most or _is_list(halves[1], language):
        return [part]

    def lines_in(text: str) -> int:
        kept = kept_words(text, language, SERIF_BOLD, most, _FILLED)
        return len(short_lines_of(kept, SERIF_BOLD, most))

    short, long = sorted(min(width_of(each, SERIF_BOLD), most) for each in halves)
    is_as_short = sum(map(lines_in, halves)) <= lines_in(part)
    return halves if is_as_short and short >= _UNLIKE * long else [part]


def _is_list(rest: str, language: str) -> bool:
    """Whether what follows a comma has the last two of several things."""
    return not Language(language).words.joining.isdisjoint(rest.lower().split())


def _lines_of(parts: list[str], points: float) -> list[str]:
    width = _TITLE_MOST / points / _POINT
    return [line for part in parts for line in short_lines_of(part, SERIF_BOLD, width)]


def _has_whole_words(title: str, size: float) -> bool:
    """Whether no word of the title is parted on its page, in a size in millimetres."""
    parts = title.replace("-", "- ").split()
    return all(width_of(part, SERIF_BOLD) * size <= _TITLE_MOST for part in parts)


def _room_for_title(guide: Guide, layout: Layout) -> float:
    """Tell how tall the title may be beside all else on its page, in millimetres."""
    pitch, lead, text = (8, 18, 16) if layout.is_large else (16 / 3, 13, 11)
    say = guide.vocabulary.plain
    told = [
        say("by", author=guide.author) if guide.author else "",
        say("from", work=guide.work) if guide.work else "",
        say("selection") if guide.whole else "",
    ]
    lines = sum(_lines_in(each, SERIF, _TEXT_WIDE, lead) for each in told if each)
    lines += 1 if guide.whole else 0  # above it
    made = _PUPIL if layout.is_test else _lines_in(guide.curator, SERIF, _TITLE_MOST, text) + 2
    return _PAGE_HIGH[layout.paper] - _TITLE_FROM - (lines + made + _TITLE_APART) * pitch


def _lines_in(text: str, face: str, width: float, points: float) -> int:
    """Count the lines of a text of a size in a width in millimetres."""
    return len(short_lines_of(text, face, width / points / _POINT))

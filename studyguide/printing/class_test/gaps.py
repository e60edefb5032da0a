"""How wide the blanks of a class test are: as their answers need, or narrower where that saves a line."""

from collections.abc import Mapping, Sequence
from itertools import chain
from math import ceil
from typing import Final

from studyguide.printing.book.blanks import Blank
from studyguide.printing.book.exercises import Exercise
from studyguide.printing.book.line_breaking import width_of
from studyguide.printing.press.fonts import SERIF
from studyguide.printing.press.options import Layout

_SHARES: Final = (0.85, 0.7)
"""How much narrower a blank may be, the least first."""

_UNDERSCORE: Final = 1.83
_TEXT: Final = 11 * 25.4 / 72
"""Millimetres of an underscore, and of the size of the text."""

_LINE: Final = {"a4": 144, "letter": 150}
"""Millimetres of a line beside number and points."""

_SLACK: Final = 3
"""Millimetres that a line is longer than its letters say."""


def gaps_of(exercise: Exercise, layout: Layout) -> Mapping[str, str]:
    """Give the underscores of each blank, by its letter."""
    wide = {each.label: each.rule(layout, is_test=True) for each in exercise.blanks}
    if layout.is_large or any("\u200b" in rule for rule in wide.values()):
        return wide
    most = _LINE[layout.paper]
    fewest = _lines(_words(exercise, wide), most)
    for share in _SHARES:
        narrow = {label: "_" * ceil(len(rule) * share) for label, rule in wide.items()}
        if _lines(_words(exercise, narrow), most) < fewest:
            return narrow
    return wide


def _words(exercise: Exercise, rules: Mapping[str, str]) -> list[str]:
    """Part a sentence where its lines may end; a blank is so many underscores."""
    pieces = (
        _printed(piece, rules, len(exercise.blanks)) if isinstance(piece, Blank) else piece
        for piece in exercise.pieces
    )
    return "".join(chain(pieces)).split(" ")


def _printed(blank: Blank, rules: Mapping[str, str], count: int) -> str:
    label = f"({blank.label})\u00a0" if count > 1 else ""
    hint = f"\u00a0({blank.hint})".replace(" ", "\u00a0") if blank.hint else ""
    return f"{label}{rules[blank.label]}{hint}"


def _lines(words: Sequence[str], most: float) -> int:
    """Count lines that are `most` millimetres long."""
    lines, room, space = 1, most - _SLACK, _wide(" ")
    for word in words:
        wide = _wide(word)
        if room < wide and room < most - _SLACK:
            lines, room = lines + 1, most - _SLACK
        room -= wide + space
    return lines


def _wide(word: str) -> float:
    underscores = word.count("_")
    return underscores * _UNDERSCORE + width_of(word.replace("_", ""), SERIF) * _TEXT

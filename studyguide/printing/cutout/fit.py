"""How large the text of a card may be, and whether it fits at all. Lengths are in millimetres."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from math import ceil
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from studyguide.printing.cutout.cards import Face, Side
from studyguide.printing.cutout.imposition import Size
from studyguide.printing.lines.line_breaking import lines_of, width_of
from studyguide.printing.press.fonts import SERIF, SERIF_BOLD

STEPS: Final = range(6)
"""The sizes of text in `cutout.css`, from the largest, 18 pt, to the smallest, 8 pt."""

_LARGE_CARD: Final = 120.0
"""Only on a card of such a width the largest size is tried."""

BORDER: Final = 5.0
"""What stays clear around all that a card says, but for its foot."""

FOOT: Final = 4.0
"""What stays clear below the foot, the line with number, section and side."""

GAP: Final = 1.6
"""What stays clear above the foot."""

_FOOT_LINE: Final = 3.2
_SQUARE, _WIDE, _USUAL = 2.5, 2.1, 1.4
"""How wide a Chinese sign is at most in the foot, an m or w, and any other letter of it."""

SIZES: Final = tuple(points * 25.4 / 72 for points in (18, 14, 12, 10, 9, 8))
"""Of the text in each step, as in `cutout.css`."""
SIZES_WITH: Final = tuple(points * 25.4 / 72 for points in (12, 10, 9, 8, 8, 8))
"""Of what accompanies it."""
LEADING: Final = 1.25
"""From line to line, in sizes."""
_USUAL_LETTER: Final = 0.55
"""How wide a letter is on average, lost ends of lines included, in sizes; those of Chinese are 1."""
_ALMOST: Final = 0.97
"""How much of a line is counted on where a text is set beforehand."""
_WIDEST: Final = 0.9
"""How wide the letters of a word are at most, on average."""
_BLANK: Final = "_" * 12
MORE_THAN_LETTERS: Final = re.compile(r"[\\`|\n]")
"""What formulas, code and tables are made of."""

_WORD: Final = re.compile(r"[^\s)\]},;:\u2010-\u2014-]+")
_LONG: Final = 12
"""Letters of a word that may be longer than a line of the narrowest card; what ends it, as a bracket, has room there."""
SMALLEST_FOR_A_WORD: Final = 3
"""Down to this step, 10 pt, a text is set smaller for a word to be whole."""

Measure = Callable[[Sequence[Face], int], Sequence[float]]
"""Tells how tall the texts of faces are in one of the steps."""


class Fit(NamedTuple):
    """How a face is set: in which step, and how far below the card's upper edge it begins.

    `is_to_be_seen` whether it fits, and where its middle is, when the cards are laid out.
    """

    step: int
    top: float
    is_to_be_seen: bool = False


class Misfit(NamedTuple):
    """A side of an item's card that takes more height in the smallest size than the card has."""

    id: str
    side: Side
    needed: float
    room: float


def width_for_text(card: Size) -> float:
    """Tell how wide text is set on a card."""
    return card.width - 2 * BORDER


def height_for_text(card: Size, face: Face) -> float:
    """Tell how tall the text of a face may be: a foot may take more lines than one."""
    return card.height - BORDER - FOOT - lines_of_foot(card, face) * _FOOT_LINE - GAP


def lines_of_foot(card: Size, face: Face) -> int:
    """Tell how many lines the foot of a face takes at most."""
    return ceil(sum(map(_wide, face.foot)) / width_for_text(card))


def top_for(space: float) -> float:
    """Tell where a text begins, so that it stands in the middle of its room, if it leaves such a space."""
    return BORDER + space / 2


@cache
def _wide(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return _SQUARE
    return _WIDE if letter in "mwжшщмю" else _USUAL


def largest(card: Size) -> Fit:
    """Give how a text is set that most probably fits in the largest size."""
    return Fit(steps_of(card)[0], BORDER, is_to_be_seen=True)


def largest_sizes_in_line(card: Size) -> float:
    """Tell how long a line is, in the largest size that a text may have."""
    return width_for_text(card) / SIZES[steps_of(card)[0]]


def may_not_fit(face: Face, card: Size) -> bool:
    """Guess whether a text is too long for the largest size, from the number of its letters.

    Who guesses wrong loses time alone: so whatever is more than letters may be too tall.
    """
    said = (*face.lines, "".join(part.text or _BLANK + part.hint for part in face.parts))
    if face.image or MORE_THAN_LETTERS.search("".join((*said, face.note))):
        return True
    if steps_for(card, face) != steps_of(card):
        return True
    room, size = width_for_text(card), SIZES[steps_of(card)[0]]
    with_it = [*filter(None, (face.label, face.sound, face.note, face.citation))]
    tall = height_for_text(card, face)
    return all(
        sum(lines(text, size, room) for text in said) * size * LEADING
        + sum(lines(text, SIZES_WITH[0], room) * LEADING + 1 / 2 for text in with_it)
        * SIZES_WITH[0]
        > tall
        for lines in (_most_lines, _lines_set)  # the second takes longer
    )


def is_divided(card: Size, face: Face, step: int) -> bool:
    """Whether a word is longer than a line, so that it must be divided: no other is."""
    size, room = SIZES[step], width_for_text(card)
    said = (*face.lines, *(part.text for part in face.parts), face.note)
    long = (word for text in said for word in text.split() if len(word) * size * _WIDEST > room)
    return any(width_of(word, SERIF_BOLD) * size > room for word in long)


def steps_for(card: Size, face: Face) -> range:
    """Give the steps that are tried for a face: from the first in which no word is parted, unless that is too small."""
    steps = steps_of(card)
    words = _unparted_words(face)
    if not words:
        return steps
    file = SERIF_BOLD if face.parts else SERIF
    widest, room = max(width_of(word, file) for word in words), width_for_text(card)
    whole = (step for step in steps if step <= SMALLEST_FOR_A_WORD and widest * SIZES[step] <= room)
    return range(next(whole, steps.start), steps.stop)


def _unparted_words(face: Face) -> list[str]:
    """Give the long words of a face, as they stand between places where a line may end."""
    said = (*face.lines, *(part.text for part in face.parts if part.state != "hidden"))
    if MORE_THAN_LETTERS.search("".join(said)):
        return []
    return [word for text in said for word in _WORD.findall(text) if len(word) >= _LONG]


def _most_lines(text: str, size: float, room: float) -> int:
    """Guess how many lines a text takes by how many letters it has, on the high side."""
    if text.isascii():
        return ceil(len(text) * _USUAL_LETTER * size / room)
    wide = sum(1 if east_asian_width(letter) in "WF" else _USUAL_LETTER for letter in text)
    return ceil(wide * size / room)


def _lines_set(text: str, size: float, room: float) -> int:
    """Guess it by how wide its letters are, on the high side, too."""
    return len(lines_of(text, SERIF_BOLD, room / size * _ALMOST))


def steps_of(card: Size) -> range:
    """Give the steps that are tried for a card."""
    return STEPS if card.width >= _LARGE_CARD else STEPS[1:]


def fit(
    faces: Sequence[Face], card: Size, measure: Measure
) -> tuple[dict[int, Fit], tuple[Misfit, ...]]:
    """Set each face in the largest size in which it fits, in the middle of its room.

    Faces are told by their place in the sequence; those that do not fit are not among the fits.
    """
    fits: dict[int, Fit] = {}
    left = list(range(len(faces)))
    steps = [steps_for(card, face) for face in faces]
    tall: dict[int, float] = {}
    for step in steps_of(card):
        tried = [index for index in left if step in steps[index]]
        tall = dict(zip(tried, measure([faces[index] for index in tried], step), strict=True))
        for index, height in tall.items():
            space = height_for_text(card, faces[index]) - height
            if space >= 0:
                fits[index] = Fit(step, top_for(space))
        left = [index for index in left if index not in fits]
        if not left:
            return fits, ()
    return fits, tuple(
        Misfit(face.id, face.side, tall[index], height_for_text(card, face))
        for index in left
        for face in [faces[index]]
    )

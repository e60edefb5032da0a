"""A list that is too tall for a card in one column: set in two, where its words have room in them."""

from dataclasses import replace

from studyguide.printing.cutout.cards import MOST_BELOW, Face
from studyguide.printing.cutout.fit import (
    MORE_THAN_LETTERS,
    SIZES,
    SMALLEST_FOR_A_WORD,
    width_for_text,
)
from studyguide.printing.cutout.imposition import Size
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SERIF

_BETWEEN, _BULLET = 3.0, 0.58
"""Millimetres between the columns, and how wide the bullet of an entry is, in sizes, as in `cutout.css`."""


def in_two_columns(face: Face, card: Size) -> Face | None:
    """Give a face with its list in two columns; nothing where it has none, or is in two, or a word would be parted there."""
    if not face.is_list or len(face.lines) <= MOST_BELOW or face.is_in_columns:
        return None
    said = " ".join(face.lines)
    size = SIZES[SMALLEST_FOR_A_WORD]
    room = (width_for_text(card) - _BETWEEN) / 2 - _BULLET * size
    words = {*said.split()}
    if MORE_THAN_LETTERS.search(said) or any(width_of(it, SERIF) * size > room for it in words):
        return None
    return replace(face, is_too_tall=True)

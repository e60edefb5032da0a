"""Which room each picture of an item has where it stands: beside what is asked or told, below it, in the key."""

from math import ceil
from typing import NamedTuple

from studyguide.deck.item import Image
from studyguide.guide.guide import Entry
from studyguide.printing.lines.across import stands_across
from studyguide.printing.lines.pictures_beside import (
    is_listed_across,
    is_shown_in_cue,
    widened,
)
from studyguide.printing.lines.spanning import is_shown_across
from studyguide.printing.lines.text_columns import BOTH
from studyguide.printing.press.lettering import POINT, Lettered, Room
from studyguide.printing.press.options import Layout

_ITEM, _CUE, _LISTED, _KEYED = Room(134, 48), Room(50, 48), Room(60, 48), Room(61, 48)
"""Of an item's picture in usual print: as wide as the text, below what is asked, beside it, in the key."""

_ROW, _BESIDE = Room(130, 80), Room(104, 80)
"""The same in large print, beside its number, and beside its number and its place."""

_BEHIND = 72.0
"""How tall one of large print is that stands behind a sentence, or an answer."""

_IN_KEY = 56.0
"""The same in the key."""

_LINES = {False: (24, 6), True: (36, 8)}
"""Letters of a line beside it, and how tall that is; in large print, too."""

_BETWEEN = 32.0
"""Millimetres of a page that a heading and what is empty take."""


class Place(NamedTuple):
    """A picture of an item, told by a name, and its room; how tall it is at most, if it has letters, or lies on its side, in millimetres: with terms it does not.

    Its letters have so many points at `most`.
    """

    name: str
    image: Image
    room: Room
    tallest: float
    longest: float
    most: float

    @property
    def is_told(self) -> bool:
        """Whether it stands with an answer."""
        return self.name.startswith("told-")

    def tall(self, drawn: Lettered, least: float) -> float:
        """Tell how tall it is, so that its letters have so many points, if it can be."""
        wanted = min(least * POINT / drawn.share, self.room.wide) / drawn.shape
        return max(self.room.tall, min(wanted, self.tallest))


def taken(entry: Entry, layout: Layout) -> float:
    """Tell how much of a page words beside a picture take, about, in millimetres."""
    letters, line = _LINES[layout.is_large]
    words = max(len(entry.prompt), sum(map(len, entry.answers)) + len(entry.note))
    return _BETWEEN + ceil(words / letters) * line


def room_where_asked(entry: Entry, layout: Layout) -> Room:
    """Tell where the picture of what is asked has room."""
    is_answered = layout.answers == "inline" or is_listed(entry)
    if not layout.is_large:
        if is_listed(entry) and not layout.asks_all:
            if is_shown_in_cue(entry, layout):
                return _CUE
            return _ITEM if is_listed_across(entry.asked_picture, layout) else _LISTED
        is_across = entry.kind == "cloze" and layout.answers != "inline"
        if is_across or stands_across(entry, layout):
            return _ITEM
        wide = widened(entry.asked_picture, layout) if layout.answers != "inline" else 0.0
        return _CUE._replace(wide=max(wide, _CUE.wide))
    if is_answered and not layout.asks_all:
        return _BESIDE
    return Room(_ROW.wide, _BEHIND) if entry.kind == "cloze" else _ROW


def room_where_told(entry: Entry, layout: Layout) -> Room:
    """Tell where the picture of an answer has room."""
    is_in_list = is_listed(entry) and not layout.asks_all
    is_beside = layout.answers == "inline" and not is_listed(entry)
    if not layout.is_large:
        if is_in_list or is_beside:
            return _ITEM if is_in_list and is_listed_across(entry.image, layout) else _LISTED
        is_across = entry.image and is_shown_across(entry.image, layout)
        return _KEYED._replace(wide=BOTH) if is_across else _KEYED
    wide = _BESIDE.wide if is_beside else _ROW.wide
    return Room(wide, _ROW.tall if is_in_list else _BEHIND if is_beside else _IN_KEY)


def is_listed(entry: Entry) -> bool:
    """Whether it stands in a list, beside what is told of it."""
    return entry.kind not in ("question", "cloze")

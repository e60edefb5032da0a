"""Tables on paper: so large that no word is broken; where they are too wide for that, turned, or row after row in lines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from math import floor
from typing import Final, NamedTuple

from studyguide.deck.marked import Marked, Run, Table
from studyguide.guide.guide import Entry
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SERIF, SERIF_BOLD
from studyguide.printing.spacing.counted import ANY
from studyguide.printing.spacing.unbroken import unbroken

LEAST: Final = 7.0
"""In points: in smaller type no table is set."""

OWN_FACE: Final = 1.25
"""How much wider a face of a deck's own may be."""

_POINT: Final = 25.4 / 72
_BETWEEN, _APART = 0.6, 1.2
"""What parts two columns, in sizes, as in `markup.css`; where there is room for that."""

_SLACK: Final = 0.06
"""For each column, in sizes: it is laid out in whole pixels."""

_CODE: Final = 0.55
"""How wide a letter of code is, and of a formula as it is written, in sizes."""

_BULLET: Final = 2.2
"""Millimetres by which an entry of a list is narrower than its column."""

_WORDS = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\u00a0\u202f])+"
)
"""What is not parted: words, with the spaces in them at which no line ends."""


class Room(NamedTuple):
    """How wide a place for a table is, in millimetres, and how large its letters are, in points, and are at least.

    A `name` tells style sheets that it is not where the text stands.
    """

    wide: float
    size: float
    least: float = LEAST
    name: str = ""


class _Extent(NamedTuple):
    """How wide the longest word of a cell is, and all that stands in it, in sizes of its letters."""

    longest: float = 0.0
    whole: float = 0.0


_EMPTY: Final = _Extent()


class Form(NamedTuple):
    """How a table may be set; how wide it is so if no word of it is broken, and what it takes if no cell has a second line, in sizes of its letters."""

    name: str
    wide: float
    whole: float

    def size(self, wide: float) -> float:
        """Tell how large it may be where it has so many millimetres, in points."""
        return floor(wide / self.wide / _POINT * 20) / 20


def may_have_tables(entry: Entry) -> bool:
    """Whether an entry has markup."""
    return any(isinstance(each, Marked) for each in (entry.prompt, *entry.answers, entry.note))


def with_tables(entry: Entry, asked: Sequence[Room], told: Sequence[Room]) -> Entry:
    """Give an entry whose tables are set for the first place that has room, of those where it is asked, and where it is told."""
    less = _BULLET if len(entry.answers) > 1 else 0.0
    listed = [room._replace(wide=room.wide - less) for room in told]
    return replace(
        entry,
        prompt=with_tables_in(entry.prompt, asked),
        answers=tuple(with_tables_in(each, listed) for each in entry.answers),
        note=with_tables_in(entry.note, told),
    )


def with_tables_in(text: str, rooms: Sequence[Room]) -> str:
    """Give a text whose tables are set for the first place that has room for them."""
    return each_table(text, lambda table: _set(table, text, rooms))


def each_table(text: str, change: Callable[[Table], Table]) -> str:
    """Give a text with other tables."""
    if not isinstance(text, Marked) or not any(isinstance(each, Table) for each in text.blocks):
        return text
    blocks = tuple(change(each) if isinstance(each, Table) else each for each in text.blocks)
    return Marked(str(text), blocks, text.raw, text.places)


def _set(table: Table, text: str, rooms: Sequence[Room]) -> Table:
    for form in forms_of(table, text):
        for room in rooms:
            if (size := form.size(room.wide)) >= room.least:
                is_smaller, is_loose = (
                    size < room.size,
                    form.whole * room.size * _POINT <= room.wide,
                )
                classes = ("smaller" * is_smaller, "loose" * is_loose, room.name)
                named = " ".join(filter(None, (form.name, *classes)))
                return table._replace(form=named, size=size if is_smaller else 0.0)
    return table._replace(form="in-lines", size=0.0)


def forms_of(table: Table, text: str) -> tuple[Form, Form]:
    """Tell how a table of a text may be set: as it is, else turned, with a column for each of its rows."""
    rows = [
        [_extent(cell, text, is_head=number == 0) for cell in row]
        for number, row in enumerate(table.rows)
    ]
    return _form("fitted", [*zip_longest(*rows, fillvalue=_EMPTY)]), _form("turned", rows)


def _form(name: str, columns: Sequence[Sequence[_Extent]]) -> Form:
    longest = (max((cell.longest for cell in column), default=0.0) for column in columns)
    whole = (max((cell.whole for cell in column), default=0.0) for column in columns)
    parted, apart = _SLACK + _BETWEEN, _SLACK + _APART
    return Form(
        name,
        sum(each + parted for each in longest) - _BETWEEN,
        sum(each + apart for each in whole) - _APART,
    )


def _extent(cell: Sequence[Run], text: str, *, is_head: bool) -> _Extent:
    said = "".join(text[run.start : run.end] for run in cell)
    if r"\(" in said:
        return _Extent(len(said) * _CODE, len(said) * _CODE)
    styles = {style for run in cell for style in run.styles}
    face = SERIF_BOLD if is_head or "strong" in styles else SERIF
    least = _CODE if "code" in styles else 0.0

    def wide(words: str) -> float:
        return max(width_of(words, face), len(words) * least)

    words = _WORDS.findall(unbroken(said, ANY))
    return _Extent(max(map(wide, words), default=0.0), wide(said))

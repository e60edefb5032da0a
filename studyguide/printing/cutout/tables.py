"""Tables on a card: so large that no word is broken; where they are too wide for that, turned, or row after row in lines."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from math import floor
from typing import Final

from studyguide.deck.marked import Marked, Run, Table
from studyguide.printing.cutout.cards import Card, Face
from studyguide.printing.cutout.fit import SIZES
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SERIF, SERIF_BOLD

LEAST: Final = 7.0
"""In points: in smaller type no table is set."""

_POINT: Final = 25.4 / 72
_BETWEEN: Final = 0.6
"""What parts two columns, in sizes, as in `cutout.css`."""

_SLACK: Final = 0.06
"""For each column, in sizes: it is laid out in whole pixels."""

_CODE: Final = 0.55
"""How wide a letter of code is, and of a formula as it is written, in sizes."""

_OWN_FACE: Final = 1.25
"""How much wider a face of a deck's own may be."""

_WORDS = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)


def with_tables_set(card: Card, room: float, *, has_own_faces: bool) -> Card:
    """Give a card whose tables are set for the width that its text has, in millimetres."""
    width = room / (_OWN_FACE if has_own_faces else 1)
    return card._replace(front=_set(card.front, width), back=_set(card.back, width))


def _set(face: Face, room: float) -> Face:
    texts = (*face.lines, *(part.text for part in face.parts), face.note)
    if not any(isinstance(text, Marked) for text in texts):
        return face
    return replace(
        face,
        lines=tuple(_in_room(text, room) for text in face.lines),
        parts=tuple(part._replace(text=_in_room(part.text, room)) for part in face.parts),
        note=_in_room(face.note, room),
    )


def _in_room(text: str, room: float) -> str:
    if not isinstance(text, Marked) or not any(isinstance(each, Table) for each in text.blocks):
        return text
    blocks = tuple(
        _fitted(each, text, room) if isinstance(each, Table) else each for each in text.blocks
    )
    return Marked(str(text), blocks, text.raw, text.places)


def _fitted(table: Table, text: str, room: float) -> Table:
    """Set a table as it is where that can be done, else with a column for each of its rows, else in lines."""
    rows = [
        [_longest(cell, text, is_head=number == 0) for cell in row]
        for number, row in enumerate(table.rows)
    ]
    for form, columns in (("fitted", [*zip_longest(*rows, fillvalue=0.0)]), ("turned", rows)):
        width = sum(max(column, default=0.0) + _BETWEEN + _SLACK for column in columns) - _BETWEEN
        size = floor(room / width / _POINT * 20) / 20
        if size >= LEAST:
            step = next((at for at, each in enumerate(SIZES) if each * width <= room), len(SIZES))
            return table._replace(form=f"{form} from-{step}", size=size)
    return table._replace(form="in-lines")


def _longest(cell: Sequence[Run], text: str, *, is_head: bool) -> float:
    """Tell how wide the longest word of a cell is, in sizes."""
    said = "".join(text[run.start : run.end] for run in cell)
    if r"\(" in said:
        return len(said) * _CODE
    styles = {style for run in cell for style in run.styles}
    face = SERIF_BOLD if is_head or "strong" in styles else SERIF
    least = _CODE if "code" in styles else 0.0
    words = _WORDS.findall(said)
    return max((max(width_of(word, face), len(word) * least) for word in words), default=0.0)

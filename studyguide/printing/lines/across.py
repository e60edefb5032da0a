"""Which questions of usual print stand as wide as the text, above their lines: those of which a column makes something too small."""

from math import ceil
from typing import Final

from studyguide.deck.marked import Block, Code, Marked, Table
from studyguide.guide.guide import Entry
from studyguide.printing.lines.pictures_beside import widened
from studyguide.printing.lines.tables import with_tables_in
from studyguide.printing.lines.text_columns import Column, Measure, measure_of, rooms_of
from studyguide.printing.press.lettering import is_small_in, is_wide
from studyguide.printing.press.options import Layout

_TABLE: Final = 9.0
"""In points: a table that had smaller letters beside its lines stands above them."""

_SHARE, _LETTER, _INDENT = 0.82, 0.6, 0.8
"""How large code is, of the text around it; how wide a letter of it and its margin are, of its size: as in `markup.css`."""

_POINT: Final = 25.4 / 72

_MORE: Final = 2
"""Lines that code takes more in a column, so that it stands above its lines."""


def stands_across(entry: Entry, layout: Layout, *, has_own_faces: bool = False) -> bool:
    """Whether what is asked stands above its lines: for a wide picture or one with small letters, a table of many columns, code of long lines."""
    is_above = layout.is_large or layout.answers == "inline"
    if is_above or not (entry.kind == "question" or layout.asks_all):
        return False
    if image := entry.asked_picture:
        beside = measure_of("cue", layout).wide
        if is_wide(image) or (is_small_in(image, beside) and not widened(image, layout)):
            return True
    if not isinstance(entry.prompt, Marked):
        return False
    cue = with_tables_in(entry.prompt, rooms_of("cue", layout, has_own_faces=has_own_faces))
    blocks = cue.blocks if isinstance(cue, Marked) else ()
    return any(_is_too_wide(block, entry.prompt, layout) for block in blocks)


def _is_too_wide(block: Block, text: str, layout: Layout) -> bool:
    """Whether a block, set for the column of questions, is too small there, or parted too often."""
    if isinstance(block, Table):
        return block.form == "in-lines" or 0 < block.size < _TABLE
    if not isinstance(block, Code):
        return False
    cue, across = (_lines(block, text, each, layout) for each in ("cue", "across"))
    return cue >= across + _MORE


def _lines(code: Code, text: str, column: Column, layout: Layout) -> int:
    """Tell how many lines code takes in a column, about: what it has no room for goes on in the next."""
    room = letters_of_code(measure_of(column, layout), layout)
    (run,) = code.runs
    lines = text[run.start : run.end].rstrip("\n").split("\n")
    return sum(max(ceil(len(line) / room), 1) for line in lines)


def letters_of_code(measure: Measure, layout: Layout) -> int:
    """Tell how many letters of code have room in a line of a column; in large print they are as large as others."""
    size = measure.size * _POINT * (1 if layout.is_large else _SHARE)
    return int((measure.wide / size - _INDENT) / _LETTER)

"""What a column of the key is too narrow for, so that it stands across both: wide tables, formulas, code, pictures; what begins below its number."""

from collections.abc import Iterator, Sequence
from typing import Final

from studyguide.deck.item import Image
from studyguide.deck.marked import Block, Code, Lines, Marked, Table
from studyguide.guide.guide import Entry
from studyguide.printing.lines.across import letters_of_code
from studyguide.printing.lines.line_breaking import width_of as words_wide
from studyguide.printing.lines.pictures_beside import is_larger_in
from studyguide.printing.lines.tables import forms_of
from studyguide.printing.lines.text_columns import BOTH, Column, measure_of
from studyguide.printing.press.fonts import SANS
from studyguide.printing.press.formulas import in_lines, width_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import FORMULA

_POINT: Final = 25.4 / 72
_APART: Final = 4.0
"""Millimetres between a table and the citation beside it."""

_FEW: Final = 4
"""Answers that are read from left to right where they are put in columns, since each has one or two lines of these."""

_DEEPER, _DEEPEST = 2, 10
"""Letters by which a line of code goes on deeper than it begins, and how deep at most."""


def spans(entry: Entry, layout: Layout, *, is_math: bool) -> bool:
    """Whether what is told stands across both columns: a table set so, a formula that were smaller, code with a word that were cut, a picture that were too small.

    A formula that is parted is as wide as its widest part.
    """
    if layout.is_large:
        return False
    if entry.image and is_shown_across(entry.image, layout):
        return True
    measure = measure_of("key", layout)
    texts = (*entry.answers, entry.note)
    is_set_so = any(_is_too_wide(*each, layout) for each in _blocks_in(texts))
    return is_set_so or (is_math and _widest_in(texts) * measure.size * _POINT > measure.wide)


def with_few_before(is_spanning: Sequence[bool]) -> list[bool]:
    """Let a few answers between two that stand across both columns, or before the first, do so, too: levelled in columns, the last of them would stand beside the heading."""
    spanning, first = [*is_spanning], 0
    for at, each in enumerate(is_spanning):
        if each:
            spanning[first:at] = [at - first <= _FEW] * (at - first)
            first = at + 1
    return spanning


def is_shown_across(image: Image, layout: Layout) -> bool:
    """Whether a picture of the key stands across both columns: one with letters that are too small in one, or a wide one of which they are not known."""
    return is_larger_in(image, measure_of("key", layout).wide, BOTH)


def begins_below(text: str, *, is_math: bool) -> bool:
    """Whether a text begins with what stands apart from a number before it: a table, code, a formula with a line of its own."""
    if isinstance(text, Marked) and text.blocks and not isinstance(text.blocks[0], Lines):
        return True
    found = FORMULA.match(text.lstrip()) if is_math else None
    return found is not None and found["display"] is not None


def has_beside(text: str, citation: str, column: Column, layout: Layout) -> bool:
    """Whether a citation has room beside the first line of the table or code that a text begins with; a formula has a line of its own."""
    measure = measure_of(column, layout)
    left = measure.wide - _APART - words_wide(citation, SANS) * measure.small * _POINT
    block = text.blocks[0] if isinstance(text, Marked) else None
    if isinstance(block, Table):
        return (
            "loose" in block.form and forms_of(block, text)[0].whole * measure.size * _POINT <= left
        )
    if not isinstance(block, Code):
        return True
    (run,) = block.runs
    first = text[run.start : run.end].partition("\n")[0]
    return len(first) <= letters_of_code(measure._replace(wide=left), layout)


def _blocks_in(texts: tuple[str, ...]) -> Iterator[tuple[Block, str]]:
    for text in texts:
        if isinstance(text, Marked):
            yield from ((block, text) for block in text.blocks)


def _is_too_wide(block: Block, text: str, layout: Layout) -> bool:
    if isinstance(block, Table):
        return "spanning" in block.form
    if not isinstance(block, Code):
        return False
    (run,) = block.runs
    room = letters_of_code(measure_of("key", layout), layout)
    return any(_longest(line) > room for line in text[run.start : run.end].split("\n"))


def _longest(line: str) -> int:
    """Tell how many letters the longest word of a line of code has, with what a line is indented by that it begins."""
    first, *others = line.split() or [""]
    deep = len(line) - len(line.lstrip(" "))
    later = min(deep + _DEEPER, _DEEPEST) + max(map(len, others), default=0)
    return max(deep + len(first), later if others else 0)


def _widest_in(texts: tuple[str, ...]) -> float:
    """Tell how wide the widest part of a formula is, in em."""
    parts = (
        part
        for text in texts
        for found in FORMULA.finditer(text)
        for part in in_lines(found["inline"] or found["display"], is_inline=not found["display"])
    )
    return max(map(width_of, parts), default=0.0)

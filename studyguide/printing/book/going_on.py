"""Numbers beside first lines: of what a formula makes taller, and, in brackets, of what goes on overleaf or in the next column."""

from math import inf
from typing import Any

from studyguide.printing.filling.units_on_page import Unit, units_of
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.boxes import boxes_in, classes_of, move
from studyguide.printing.press.fonts import SANS
from studyguide.printing.press.page_numbers import again

_BRACKETS = "()"

_BLOCKS = frozenset(("code-block", "pipe-table"))

_SEEN = 0.25
"""Pixels between two baselines that nobody sees."""


def with_numbers(document: Any) -> Any:
    """Give the document with the number of each item on its first line, and again beside what of it goes on overleaf: more lines, rules or pictures."""
    pages, last = [*document.pages], None
    for at, page in enumerate(pages):
        units = [*units_of(page)]
        rows = [unit.box for unit in units if unit.tag == "tr" and _number_line(unit.box)]
        is_moved = [_level(row) for row in rows]
        first = units[0] if units else None
        goes_on = first and last is not None and (first.clings or _is_rest(first, last))
        if first and goes_on:
            _number(first, last)
        if goes_on or any(is_moved):
            pages[at] = again(page)
        last = rows[-1] if rows else last
    return document.copy(pages)


def _level(row: Any) -> bool:
    """Put number, words and rules of a row on the first line that a formula makes taller, as far as they have room; tell whether they were not."""
    lines = filter(None, map(first_line, row.children))
    taller = [_on(line) for line in lines if any(map(_is_formula, boxes_in(line)))]
    foot = float(row.position_y + row.height)
    lower = [(cell, max(taller) - _first(cell)) for cell in row.children if taller]
    moved = [
        (cell, down)
        for cell, down in lower
        if down > _SEEN and (cell is row.children[0] or _foot(cell) + down <= foot)
    ]
    for cell, down in moved:
        move(cell, down)
    return bool(moved)


def _is_formula(box: Any) -> bool:
    return "formula" in classes_of(box)


def _on(line: Any) -> float:
    """Tell where the baseline of a line is."""
    return float(line.position_y + line.baseline)


def _first(cell: Any) -> float:
    """Tell where what stands in a cell begins: the baseline of its first line, or its first rule; as low as can be where it has none."""
    if line := first_line(cell):
        return _on(line)
    is_ruled = "lines" in classes_of(cell) and cell.children
    return _rule(cell.children[0]) if is_ruled else inf


def _rule(rule: Any) -> float:
    return float(rule.position_y + rule.margin_top + rule.height)


def _foot(cell: Any) -> float:
    """Tell how far down it reaches, with what is to be empty below."""
    last = cell.children[-1]
    below = cell.style["padding_bottom"].value
    return float(last.position_y + last.margin_height() + below)


def _is_rest(unit: Unit, row: Any) -> bool:
    return unit.box.element is row.element


def _number(unit: Unit, row: Any) -> None:
    """Put the number of a row into the first cell of what goes on."""
    line, cell, old = _number_line(row), unit.box.children[0], row.children[0]
    right = cell.content_box_x() - old.content_box_x()
    cell.children = [in_brackets(line, _baseline(unit, row) - line.position_y, right)]


def _number_line(row: Any) -> Any:
    """Find the line of a row's number; none where it has none, as in what goes on."""
    is_numbered = row.children and "number" in classes_of(row.children[0])
    return first_line(row.children[0]) if is_numbered else None


def _baseline(unit: Unit, row: Any) -> float:
    """Tell where the top of its number comes to stand: on the first line of what goes on, or its first rule; else as high as it was."""
    line = _number_line(row)
    lines = (first_line(cell) for cell in unit.box.children[1:])
    if other := next((each for each in lines if each), None):
        return float(_on(other) - line.baseline)
    if unit.rules:
        return float(_rule(unit.rules.children[0]) - line.baseline)
    return float(unit.top + line.position_y - row.position_y)


def in_brackets(number: Any, down: float, right: float) -> Any:
    """Give a copy of the box of a number, moved so far, that says it in brackets; what runs from the right begins there."""
    again = number.deepcopy()
    move(again, down, right)
    text = next(each for each in boxes_in(again) if hasattr(each, "pango_layout"))
    if not text.text.startswith("("):
        wider = width_of(_BRACKETS, SANS) * text.style["font_size"]
        for each in boxes_in(again):
            if type(each).__name__ in ("InlineBox", "TextBox"):
                each.width += wider
                each.position_x -= wider * (text.style["direction"] == "rtl")
        _write(text, f"({text.text})")
    return again


def number_again(before: Any, after: Any) -> None:
    """Put the number of an answer of a key beside the first line of what goes on, or the top of its picture."""
    one, other = first_line(before), first_line(after)
    inside = boxes_in(one) if one else iter(())
    number = next((box for box in inside if "number" in classes_of(box)), None)
    if number is None:
        return
    right = after.content_box_x() - before.content_box_x()
    if other is None:
        line, down = one.copy_with_children([number]), after.content_box_y() - one.position_y
        above = after.copy_with_children([in_brackets(line, down, right)])
        after.children = [above, *after.children]
        return
    down = other.position_y + other.baseline - one.position_y - one.baseline
    other.children = [in_brackets(number, down, right), *other.children]


def level_with_number(answer: Any) -> None:
    """Put a table, or code, with which an answer begins on the line of its number, from which the padding of its rows, or the size of its letters, takes it."""
    line = first_line(answer)
    blocks = (box for box in boxes_in(answer) if not _BLOCKS.isdisjoint(classes_of(box)))
    block = next(blocks, None)
    other = first_line(block) if block else None
    if line and other and _has_number(line) and abs(_on(line) - _on(other)) < line.height / 2:
        move(block, _on(line) - _on(other))


def _has_number(line: Any) -> bool:
    return any("number" in classes_of(box) for box in boxes_in(line))


def first_line(box: Any) -> Any:
    """Find the first line in a box."""
    return next((each for each in boxes_in(box) if type(each).__name__ == "LineBox"), None)


def _write(text: Any, said: str) -> None:
    """Have a text say something else."""
    text.text = said
    text.pango_layout = type(text.pango_layout)(text.style)
    text.pango_layout.set_text(said)

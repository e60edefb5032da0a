"""What goes on overleaf, or in the next column: beside its first line there its number stands again, in brackets."""

from typing import Any

from studyguide.printing.book.units_on_page import Unit, classes_of, move, units_of
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.boxes import boxes_in
from studyguide.printing.press.fonts import SANS
from studyguide.printing.press.page_numbers import again

_BRACKETS = "()"


def with_numbers_again(document: Any) -> Any:
    """Give the document with the number of each item beside what of it goes on overleaf: more lines, rules or pictures."""
    pages, last = [*document.pages], None
    for at, page in enumerate(pages):
        units = [*units_of(page)]
        first = units[0] if units else None
        if first and last is not None and (first.goes_on or _is_rest(first, last)):
            _number(first, last)
            pages[at] = again(page)
        rows = (unit.box for unit in reversed(units) if unit.tag == "tr")
        last = next((row for row in rows if _number_line(row)), last)
    return document.copy(pages)


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
        return float(other.position_y + other.baseline - line.baseline)
    if unit.rules:
        rule = unit.rules.children[0]
        return float(rule.position_y + rule.margin_top + rule.height - line.baseline)
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


def first_line(box: Any) -> Any:
    """Find the first line in a box."""
    return next((each for each in boxes_in(box) if type(each).__name__ == "LineBox"), None)


def _write(text: Any, said: str) -> None:
    """Have a text say something else."""
    text.text = said
    text.pango_layout = type(text.pango_layout)(text.style)
    text.pango_layout.set_text(said)

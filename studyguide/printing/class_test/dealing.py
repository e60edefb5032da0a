"""How the last two pages of a class test share its tasks, where the last one would be left with few of them."""

from collections.abc import Iterator
from typing import Final

from studyguide.printing.class_test.sheets import LayOut, Set, Sheets

_MUCH: Final = 100.0
"""Millimetres of a last page that are left empty: two fifths."""

_LEAST: Final = 20.0
"""So many fewer are worth it to end the page before early."""


def dealt(sheets: Set, lay_out: LayOut) -> Set:
    """Let the last page begin with an earlier task, so that both are about as full: with what is matched as a whole."""
    return tuple(_dealt(each, lay_out) for each in sheets)


def _dealt(sheets: Sheets, lay_out: LayOut) -> Sheets:
    if sheets.pages == 1 or sheets.left <= _MUCH:
        return sheets
    least, first = min(_starts(sheets), default=(sheets.left, 0))
    if least > sheets.left - _LEAST:
        return sheets
    other = lay_out(sheets.version, sheets.setting._replace(overleaf=first))
    return other if other.pages == sheets.pages and not other.has_idle else sheets


def _starts(sheets: Sheets) -> Iterator[tuple[float, int]]:
    """Yield with which tasks of the page before the last one might begin, and how much the emptier one would have left then."""
    left = sheets.left_on(-2)
    whole = {
        task.number
        for part in sheets.version.test.parts
        if part.form == "match"
        for task in part.tasks[1:]
    }
    for number, below in sheets.tasks_on(-2)[1:]:
        if below < sheets.left and number not in whole:
            yield max(left + below, sheets.left - below), number

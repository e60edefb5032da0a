"""How the last two pages of a class test share its tasks: where the last one would be left with few of them, or another version has a page more."""

from collections.abc import Iterator
from typing import Final

from studyguide.printing.class_test.sheets import LayOut, Set, Sheets, counted

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


def evened(sheets: Set, lay_out: LayOut) -> Set:
    """Give all versions as many pages, where one of large print had room for a task more: what its last one has is shared by two."""
    most, _ = counted(sheets)
    return tuple(each if each.pages == most else _longer(each, lay_out) for each in sheets)


def _longer(sheets: Sheets, lay_out: LayOut) -> Sheets:
    page = sheets.tasks_on(-1)
    all_of_it = max((tall for _, tall in page), default=0.0)
    starts = sorted(
        (abs(all_of_it - 2 * below), number)
        for number, below in page[1:]
        if number not in _matched(sheets)
    )
    for _, number in starts:
        other = lay_out(sheets.version, sheets.setting._replace(overleaf=number))
        if other.pages == sheets.pages + 1 and not other.has_idle:
            return other
    return sheets


def _starts(sheets: Sheets) -> Iterator[tuple[float, int]]:
    """Yield with which tasks of the page before the last one might begin, and how much the emptier one would have left then."""
    left, whole = sheets.left_on(-2), _matched(sheets)
    for number, below in sheets.tasks_on(-2)[1:]:
        if below < sheets.left and number not in whole:
            yield max(left + below, sheets.left - below), number


def _matched(sheets: Sheets) -> set[int]:
    """Give the numbers of tasks that stand with others of their group: no page begins with them."""
    groups = (part for part in sheets.version.test.parts if part.form == "match")
    return {task.number for part in groups for task in part.tasks[1:]}

"""How close the words of the first sheet are set, so that none stands on its rulers or below its foot."""

from collections.abc import Callable, Mapping
from math import floor
from typing import Final

from studyguide.guide.guide import Guide
from studyguide.printing.cutout.imposition import Sheet

STEPS: Final = ("usual", "close", "closer")
"""The classes in which they are set, the widest first."""

_ROOM, _RIGHTS_FROM, _FOOT = 133.0, 247.0, 8.0
"""Millimetres between where instructions begin and the ruler, to where whose text it is begins, and below that."""

_LINE: Final = 3.2
"""How tall a line of that is in the closest step."""

_TITLE, _LEFT_OUT, _RIGHTS = 120, 20, 400
"""With no more letters, cards left out, and letters of whose text it is, there is room in any language."""


def closeness_of(
    guide: Guide, sheet: Sheet, left_out: int, measure: Callable[[], Mapping[str, float]]
) -> str:
    """Give the widest step in which the words have room, with so many cards left out.

    `measure` gives their heights in millimetres as `measure-test.html` names them. It is asked where they are long.
    """
    told = (guide.author, guide.work, guide.published, guide.rights, guide.curator, guide.licence)
    is_short = len(guide.title) <= _TITLE and sum(map(len, told)) <= _RIGHTS
    if is_short and left_out <= _LEFT_OUT:
        return STEPS[0]
    heights = measure()
    foot = _room_for_rights(sheet)
    fitting = (
        step
        for step in STEPS
        if heights[f"words-{step}"] <= _ROOM and heights[f"rights-{step}"] <= foot
    )
    return next(fitting, STEPS[-1])


def most_lines_of_rights(sheet: Sheet) -> int:
    """Tell how many lines whose text it is takes at most: what is longer is cut, in the closest step."""
    return floor(_room_for_rights(sheet) / _LINE)


def _room_for_rights(sheet: Sheet) -> float:
    return sheet.paper.height - _FOOT - _RIGHTS_FROM

"""How the last of several pages has more than a few lines: what stands before it is set further apart."""

from collections.abc import Iterator
from typing import Final

from studyguide.printing.class_test.sheets import LayOut, Set

_MOST_APART, _LEAST_APART = 4.0, 0.2
"""Millimetres: tasks and answers that stand further apart are no column; and what nobody sees."""

FAR_APART: Final = 7.0
"""The most where three tenths of a page are left empty all the same: tasks of one line each."""


def spread(sheets: Set, lay_out: LayOut, most: float = _MOST_APART) -> Set:
    """Set all versions as far apart as takes no page more, where they have several."""
    for apart in _spacings(sheets, most):
        other = tuple(lay_out(it.version, it.setting._replace(apart=apart)) for it in sheets)
        is_filled = not any(each.has_idle for each in other)
        if is_filled and [each.pages for each in other] == [each.pages for each in sheets]:
            return other
    return sheets


def _spacings(sheets: Set, most: float) -> Iterator[float]:
    """Yield how far they may stand apart that the last pages are filled, the widest first."""
    several = [each for each in sheets if each.pages > 1 and not each.setting.apart]
    if several:
        room = min(it.left / max(1, len(it.version.test.tasks)) for it in several)
        spacings = (round(min(room, most) * part / 4, 2) for part in (4, 3, 2, 1))
        yield from (each for each in spacings if each >= _LEAST_APART)

"""How the keys of a class test come to their pages."""

from collections.abc import Iterator, Sequence
from typing import Final

from studyguide.class_test.versions import Version
from studyguide.printing.class_test.sheets import (
    CLOSE,
    WIDE,
    LayOut,
    Set,
    Setting,
    counted,
    on_fewer,
    with_notice,
)

_CLOSEST: Final = CLOSE._replace(apart=-0.4)
"""Nothing but its number tells where an answer begins: it is for two lines that would have a page."""

_MOST_APART, _LEAST_APART = 4.0, 0.2
"""Millimetres: answers that stand further apart are no column; and what nobody sees."""


def key_on_pages(versions: Sequence[Version], lay_out: LayOut) -> Set:
    """Lay both keys out on as few pages as they take where they are set close; of several, the last one has more than a few lines.

    A deck has answers that are longer than what is saved: then those before give of theirs to it, by what is between them.
    """

    def made(setting: Setting) -> Set:
        return tuple(lay_out(version, setting) for version in versions)

    found = on_fewer(with_notice(made, WIDE), lambda: with_notice(made, CLOSE))
    found = on_fewer(found, lambda: with_notice(made, _CLOSEST))
    for apart in _spacings(found):
        ways = (each.setting._replace(apart=apart) for each in found)
        other = tuple(map(lay_out, versions, ways))
        if counted(other) == counted(found) and not any(each.has_idle for each in other):
            return other
    return found


def _spacings(sheets: Set) -> Iterator[float]:
    """Yield how far answers may stand apart that the last pages of keys of several are filled, the widest first."""
    several = [each for each in sheets if each.pages > 1 and not each.setting.apart]
    if several:
        each_way = min(it.left / len(it.version.test.tasks) for it in several)
        widest = min(each_way, _MOST_APART)
        spacings = (round(widest * part / 4, 2) for part in (4, 3, 2, 1))
        yield from (each for each in spacings if each >= _LEAST_APART)

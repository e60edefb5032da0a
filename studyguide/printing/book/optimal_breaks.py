"""The best way to part a section into pages, of all that there are, as TeX breaks a paragraph into lines.

Each page is filled in thought, and what stays empty, or stands alone, counts against it. Heights are told in half lines.
"""

from collections.abc import Iterator
from itertools import accumulate
from math import inf
from typing import NamedTuple

from studyguide.printing.book.feathering import RULE, Page, fill
from studyguide.printing.book.units_on_page import PIXELS, RISE, Extent, Unit

_HOLE = 30.0
"""Millimetres that may be empty at the foot of a page, but for the last of a part."""

_OWN = 2 + 3 * RULE
"""How tall the fewest lines for one's own words are."""

_SLACK = 0.05
"""Of what is no difference."""

_LOOSE, _FAR, _ALONE, _OF_FEW, _A_PAGE, _A_LINE = 3.0, 100.0, 60.0, 25.0, 40.0, 5.0
"""What counts against a way: the square of a hole, in centimetres; one that is too tall; a row alone of many, of few; a
page; a line that is taken away."""

_EMPTY = 0.6
"""Of a page that is not filled in thought: so much is not made good."""


class _Start(NamedTuple):
    """What may begin a page: the unit that it is, its name, and what counts against that."""

    unit: int
    name: str
    alone: float


class _Section(NamedTuple):
    """The units of a section, how far below each the next one stands, and how tall each is at the foot of a page.

    `parted` are the units with which its pages began, and the number of each page before; `holes` is what is empty, in
    millimetres, below those that go on.
    """

    number: str
    units: list[Unit]
    extents: list[Extent]
    gaps: list[float]
    ends: list[float]
    starts: list[_Start]
    parted: dict[int, int]
    holes: list[float]
    room: float
    step: float

    @property
    def alone(self) -> float:
        """What counts against rows alone."""
        return sum(each.alone for each in self.starts if each.unit in self.parted)

    def is_wrong(self, *, in_spreads: bool) -> bool:
        """Whether a page is too empty, or a row is alone and the others are overleaf, `in_spreads` on the next page, too."""
        alone = {each.unit for each in self.starts if each.alone == _ALONE}
        apart = (page % 2 or in_spreads for unit, page in self.parted.items() if unit in alone)
        return self.has_holes or any(apart)

    @property
    def has_holes(self) -> bool:
        """Whether a page is too empty."""
        return max(self.holes, default=0.0) > _HOLE


class _Way(NamedTuple):
    """A way to part a section: what counts against it, where pages start, and which items have no line to spare."""

    against: float
    starts: tuple[_Start, ...] = ()
    fewer: tuple[str, ...] = ()


def _best(section: _Section) -> _Way:
    """Give the way against which the least counts; none where a page would be too full.

    A page is tried with ever more above what ends it, until it is too full. More never fits again: each unit adds its
    whole height, which is more than the one line that it may have to spare; what is below the last row is the same.
    """
    ways = [_Way(0.0)]
    for end in range(1, len(section.starts) + 1):
        alone = section.starts[end].alone if end < len(section.starts) else 0.0
        best = _Way(inf)
        for at in reversed(range(end)):
            if (page := _page(section, at, end)) is None:
                break
            against = ways[at].against + page.against + alone + _A_PAGE
            starts, fewer = (*ways[at].starts, section.starts[at]), (*ways[at].fewer, *page.fewer)
            best = min(best, _Way(against, starts, fewer))
        ways.append(best)
    return ways[-1] if ways[-1].against < inf else _Way(0.0)


def _page(section: _Section, start: int, end: int) -> _Way | None:
    """Tell what counts against a page from one start to another; nothing where there is no room for it."""
    starts, is_last = section.starts, end == len(section.starts)
    first = starts[start].unit
    behind = len(section.units) if is_last else starts[end].unit
    part = slice(first, behind)
    units, extents, gaps = section.units[part], section.extents[part], section.gaps[part]
    tall = RISE * units[0].is_sentence
    if is_last:
        own = next(nth for nth, unit in enumerate(units) if unit.is_own)
        tall += sum(gaps[:own]) + _OWN + units[-1].height / section.step
    else:
        tall += sum(gaps[:-1]) + section.ends[behind - 1]
    fewer = list[int]()
    for saved, nth in sorted(_spare(units), reverse=True):
        if tall > section.room + _SLACK:
            fewer.append(nth)
            tall -= saved
            gaps[nth] -= saved
            extents[nth] = extents[nth]._replace(ruled=extents[nth].ruled - RULE)
    if tall > section.room + _SLACK:
        return None
    numbers = tuple(units[nth].number for nth in fewer)
    if is_last or section.room - tall > _EMPTY * section.room:
        hole = 0.0 if is_last else (section.room - tall) * section.step / PIXELS
        return _Way(_against(hole) + _A_LINE * len(fewer), (), numbers)
    at = [*accumulate(gaps[:-1], initial=RISE * units[0].is_sentence)]
    page = Page(units, extents, at, section.room, section.step)
    fill(page, section.units[behind])
    return _Way(_against(_left(page)) + _A_LINE * len(fewer), (), numbers)


def _spare(units: list[Unit]) -> Iterator[tuple[float, int]]:
    """Yield which rows have a line to spare, and how much is saved without it: there is more room below an even number."""
    for nth, unit in enumerate(units):
        if unit.has_spare:
            is_even = len(unit.rules.children) % 2 == 0
            yield (RULE if nth == len(units) - 1 else RULE + (1 if is_even else -1)), nth


def _against(hole: float) -> float:
    """Tell what counts against so much that is empty below a page, in millimetres."""
    return _LOOSE * (max(hole, 0.0) / 10) ** 2 + (_FAR if hole > _HOLE else 0.0)


def _left(page: Page) -> float:
    return page.left * page.step / PIXELS

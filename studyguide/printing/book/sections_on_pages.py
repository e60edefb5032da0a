"""Sections as they were laid out: what stands on their pages, and what may begin one. Heights are told in half lines."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from studyguide.printing.book.feathering import Page
from studyguide.printing.book.units_on_page import PIXELS, RISE, Extent, Unit

HOLE = 30.0
"""Millimetres that may be empty at the foot of a page, but for the last of a part."""

_MANY = 4
"""Rows of which none stands alone on the first or the last page."""

_ALONE, _OF_FEW = 60.0, 25.0
"""What counts against a row alone of many, of few."""

_MARGIN = 2
"""Above a heading that is not the first of its page."""


class Start(NamedTuple):
    """What may begin a page: the unit that it is, its name, and what counts against that."""

    unit: int
    name: str
    alone: float


class Section(NamedTuple):
    """The units of a section, how far below each the next one stands, and how tall each is at the foot of a page.

    `parted` are the units with which its pages began, and the number of each page before; `holes` is what is empty, in
    millimetres, below those that go on.
    """

    number: str
    units: list[Unit]
    extents: list[Extent]
    gaps: list[float]
    ends: list[float]
    starts: list[Start]
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
        """Whether a page is too empty, or has nothing but the last lines to sum the section up."""
        return max(self.holes, default=0.0) > HOLE or any(
            self.units[each].is_own for each in self.parted
        )


def sections_of(pages: list[Page]) -> Iterator[Section]:
    """Yield the sections that have pages of their own, and end with lines to sum them up."""
    for start, page in enumerate(pages):
        if page.units and page.units[0].tag == "header":
            end = start + 1
            while end < len(pages) and _goes_on(pages[end]):
                end += 1
            if section := _section(pages[start:end], start):
                yield section


def _goes_on(page: Page) -> bool:
    return bool(page.units) and (page.units[0].tag in ("h3", "tr") or page.units[0].is_own)


def _section(pages: list[Page], before: int) -> Section | None:
    """Take the pages of a section together, which come behind so many.

    Nothing where a row of it goes on overleaf, or where a deck's own template does not tell which section is summed
    up, or has rows below that.
    """
    units = [unit for page in pages for unit in page.units]
    own = next((at for at, unit in enumerate(units) if unit.is_own and unit.rules), None)
    if own is None or any(unit.is_parted for unit in units):
        return None
    step, number = pages[0].step, units[own].section
    if not number or any(unit.tag in ("h3", "tr") for unit in units[own:]):
        return None
    gaps, parted = list[float](), dict[int, int]()
    for nth, page in enumerate(pages, start=before + 1):
        gaps += [two - one for one, two in pairwise(page.at)]
        gaps.append(page.units[-1].height / step - RISE * page.units[-1].is_sentence)
        parted[len(gaps)] = nth
    del parted[len(gaps)]
    for at in parted:
        unit = units[at]
        gaps[at - 1] += _MARGIN if unit.tag == "h3" else RISE * unit.is_sentence
    return Section(
        number,
        units,
        [extent for page in pages for extent in page.extents],
        gaps,
        [(unit.height - unit.padding) / step - RISE * unit.is_sentence for unit in units],
        [*_starts(units, number)],
        parted,
        [left(page) for page in pages[:-1]],
        pages[0].room,
        step,
    )


def left(page: Page) -> float:
    """Tell what is empty below a page, in millimetres."""
    return page.left * page.step / PIXELS


def _starts(units: list[Unit], number: str) -> Iterator[Start]:
    """Yield what may begin a page: a heading with what is below it, or a row that does not belong to the one before."""
    rows = [at for at, unit in enumerate(units) if unit.tag == "tr" and not unit.clings]
    heads = [at for at, unit in enumerate(units) if unit.tag == "h3"]
    yield Start(0, "", 0.0)
    for head, end in pairwise([*heads, len(units)]):
        group = [at for at in rows if head < at < end]
        if units[head - 1].tag != "header" or units[head - 1].is_tall:
            yield Start(head, units[group[0]].number if group else f"own-{number}", 0.0)
        for nth, at in enumerate(group[1:], start=1):
            is_alone = len(group) < _MANY or nth in (1, len(group) - 1)
            against = _OF_FEW if len(group) < _MANY else _ALONE
            yield Start(at, units[at].number, against if is_alone else 0.0)

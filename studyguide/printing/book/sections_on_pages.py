"""Sections as they were laid out: what stands on their pages, and what may begin one.

Heights are told in half lines.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from studyguide.printing.book.measured_page import HAIR, Page, Pictures
from studyguide.printing.book.units_on_page import (
    PIXELS,
    RISE,
    Extent,
    Unit,
)

HOLE, SHORT = 30.0, 60.0
"""Millimetres that may be empty at the foot of a page, but for the last of a part; of one that ends before a heading, if
nothing better is found."""

_MANY = 4
"""Rows of which none stands alone on the first or the last page."""

_ALONE, _OF_FEW, _STRANDED, _BARE, _LONELY, _OVERLEAF = 60.0, 25.0, 250.0, 200.0, 75.0, 50.0
"""What counts against the last row alone of many, against one of few, a heading over the first of several, what opens a section
without any of it, lines to sum it up on a page of their own, and rules that go on overleaf."""

_SEVERAL, _TALL = 3, 23.0
"""Rows of which the first does not stand below their heading without another, unless it is so many millimetres tall."""

_OPEN = 45.0
"""Millimetres that may be empty where a section opens before it is tried whether a way without them is better."""

OF_A_SECTION = frozenset(("header", "h3", "tr"))
"""What a page of a section begins with: where it opens, or goes on."""

MARGIN = 2
"""Half lines above a heading that is not the first of its page."""


class Start(NamedTuple):
    """What may begin a page: the unit that it is, its name, and what counts against that."""

    unit: int
    name: str
    alone: float


class Section(NamedTuple):
    """The units of a section, how far below each the next one stands, and how tall each is at the foot of a page.

    `parted` are the units with which its pages began, and the number of each page before; `holes` is what is empty, in
    millimetres, below those that go on; `endings` below those that end before a heading, but for the `opening`.
    `pictures` of its units are found where it is parted anew.
    """

    number: str
    units: list[Unit]
    extents: list[Extent]
    gaps: list[float]
    ends: list[float]
    starts: list[Start]
    parted: dict[int, int]
    holes: list[float]
    endings: list[float]
    opening: float
    room: float
    step: float
    pictures: Sequence[Pictures] = ()

    @property
    def alone(self) -> float:
        """What counts against rows alone."""
        return sum(each.alone for each in self.starts if each.unit in self.parted)

    def is_wrong(self, *, in_spreads: bool) -> bool:
        """Whether a page is too empty, or a row is alone and the others are overleaf, `in_spreads` on the next page, too."""
        alone = {each.unit: each.alone for each in self.starts if each.alone >= _ALONE}
        apart = (
            page % 2 or in_spreads or alone[unit] > _ALONE
            for unit, page in self.parted.items()
            if unit in alone
        )
        return self.has_holes or self.opening > _OPEN or any(apart)

    @property
    def has_holes(self) -> bool:
        """Whether a page is too empty."""
        return max((*self.holes, *self.endings), default=0.0) > HOLE


def sections_of(pages: list[Page]) -> Iterator[Section]:
    """Yield the sections that have pages of their own, and end with lines to sum them up: behind a row that is cut what is left."""
    for start, page in enumerate(pages):
        if page.units and page.units[0].tag == "header":
            end = start + 1
            while end < len(pages) and _goes_on(pages[end]):
                end += 1
            cut = (at for at in range(start + 1, end) if _is_cut(pages[at - 1], pages[at]))
            whole = max(cut, default=start)
            if section := _section(pages[whole:end], whole):
                yield section


def _goes_on(page: Page) -> bool:
    return bool(page.units) and page.units[0].tag in OF_A_SECTION - {"header"}


def _section(pages: list[Page], before: int) -> Section | None:
    """Take the pages of a section together, which come behind so many.

    Nothing where a deck's own template does not tell which section is summed up, or has rows below that.
    """
    units = [unit for page in pages for unit in page.units]
    own = next((at for at, unit in enumerate(units) if unit.is_own and unit.is_written_in), None)
    if own is None:
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
        gaps[at - 1] += MARGIN if unit.tag == "h3" else RISE * unit.is_sentence
    extents = [extent for page in pages for extent in page.extents]
    holes, endings, opening = list[float](), list[float](), 0.0
    for page, behind in pairwise(pages):
        first, next_ = page.units[0], behind.units[0]
        if opens(first, next_):
            opening = max(left(page), 0.0)
        else:
            (endings if next_.tag == "h3" else holes).append(left(page))
    return Section(
        number,
        units,
        extents,
        gaps,
        [_end(unit, extent, step) for unit, extent in zip(units, extents, strict=True)],
        sorted((*_starts(units, number), *_overleaf(units))),
        parted,
        holes,
        endings,
        opening,
        pages[0].room,
        step,
    )


def _is_cut(page: Page, behind: Page) -> bool:
    """Whether a row goes on from a page to the one behind it."""
    return page.units[-1].box.element is behind.units[0].box.element


def _end(unit: Unit, extent: Extent, step: float) -> float:
    """Tell how tall a unit is at the foot of a page: without what is white, but with boxes that reach into that."""
    end = (unit.height - unit.padding) / step - RISE * unit.is_sentence
    reached = max(extent.words, extent.boxes)
    return reached if reached > end + HAIR else end


def left(page: Page) -> float:
    """Tell what is empty below a page, in millimetres."""
    return page.left * page.step / PIXELS


def opens(first: Unit, behind: Unit) -> bool:
    """Whether a page on which a section opens ends before a heading: it may stay as empty as that leaves it."""
    return first.tag == "header" and behind.tag == "h3"


def _starts(units: list[Unit], number: str) -> Iterator[Start]:
    """Yield what may begin a page: a heading with what is below it, a row that does not belong to the one before, rules of its own."""
    rows = [at for at, unit in enumerate(units) if unit.tag == "tr" and not unit.clings]
    heads = [at for at, unit in enumerate(units) if unit.tag == "h3"]
    yield Start(0, "", 0.0)
    if units[0].tag == "tr":  # what is left of a row
        behind = (at for at in rows[1:] if at < min(heads, default=0))
        yield from (Start(at, units[at].number, 0.0) for at in behind)
    for head, end in pairwise([*heads, len(units)]):
        group = [at for at in rows if head < at < end]
        name = units[group[0]].number if group else f"own-{number}"
        alone = _BARE if units[head - 1].tag == "header" else 0.0 if group else _LONELY
        yield Start(head, name, alone)
        for nth, at in enumerate(group[1:], start=1):
            is_short = units[group[0]].height < _TALL * PIXELS
            is_stranded = nth == 1 and len(group) >= _SEVERAL and is_short
            yield Start(at, units[at].number, _STRANDED if is_stranded else _alone(nth, len(group)))


def _overleaf(units: list[Unit]) -> Iterator[Start]:
    """Yield rules of a question, or a second picture, that may stand on the page behind it."""
    number, nth = "", 0
    for at, unit in enumerate(units):
        number, nth = (number, nth + 1) if unit.goes_on else (unit.number, 0)
        if unit.goes_on:
            yield Start(at, f"{number}+{nth}", _OVERLEAF)


def _alone(nth: int, count: int) -> float:
    """Tell what counts against a page that begins with one of so many rows."""
    if count < _MANY:
        return _OF_FEW
    return _ALONE if nth in (1, count - 1) else 0.0


def apart(pages: list[Page]) -> int:
    """Count the pages that no section begins or goes on with."""
    return sum(not page.units or page.units[0].tag not in OF_A_SECTION for page in pages)

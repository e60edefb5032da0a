"""Sections as they were laid out: what stands on their pages, and what may begin one.

Heights are told in half lines.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from studyguide.printing.filling.measured_page import HAIR, MARGIN, Page, are_one_row
from studyguide.printing.filling.smaller_pictures import Pictures
from studyguide.printing.filling.units_on_page import RISE, Extent, Unit
from studyguide.printing.press.boxes import PIXELS

HOLE = 36.0
"""Millimetres that may be empty at the foot of a page, but for the last of a part."""

OPEN = 25.0
"""Millimetres that may be empty where a section opens, before its next heading."""

_ALONE, _TALL_ALONE, _BARE, _LONELY, _OVERLEAF = 172.0, 60.0, 200.0, 120.0, 328.0
"""What counts against a row of several that is alone below their heading or overleaf, as 45 empty millimetres do, and one that is
tall; what opens a section without any of it; lines to sum it up on a page of their own; and what goes on overleaf: that is the last resort."""

_TALL = 100.0
"""Millimetres of a row, with its rules and pictures, that looks like more than one."""

_RULES_OVERLEAF, _OWN_OVERLEAF = 265.0, 150.0
"""The same against rules of a question, as 48 empty millimetres do, and lines to sum it up of which some stand overleaf: where a third of the page would stay empty."""

_OF_A_SECTION = frozenset(("header", "h3", "tr"))
"""What a page of a section begins with: where it opens, or goes on."""


class Start(NamedTuple):
    """What may begin a page: the unit that it is, its name, and what counts against that."""

    unit: int
    name: str
    alone: float


class Section(NamedTuple):
    """The units of a section, how far below each the next one stands, and how tall each is at the foot of a page.

    `parted` are the units with which its pages began, and the number of each page before; `holes` is what is empty, in
    millimetres, below those that go on, but for the `opening`. `span` are its pages, counted from 0; `pictures` of its units are found where it is parted anew.
    """

    number: str
    span: range
    units: list[Unit]
    extents: list[Extent]
    gaps: list[float]
    ends: list[float]
    starts: list[Start]
    parted: dict[int, int]
    holes: list[float]
    opening: float
    room: float
    step: float
    pictures: Sequence[Pictures] = ()

    @property
    def alone(self) -> float:
        """What counts against rows alone."""
        return sum(each.alone for each in self.starts if each.unit in self.parted)

    @property
    def is_wrong(self) -> bool:
        """Whether a page is too empty, or a row is alone."""
        is_empty = max(self.holes, default=0.0) > HOLE or self.opening > OPEN
        return is_empty or self.alone >= _TALL_ALONE


def sections_of(pages: list[Page]) -> Iterator[Section]:
    """Yield the sections that have pages of their own, and end with lines to sum them up: behind a row taller than a page what is left."""
    for start, page in enumerate(pages):
        if page.units and page.units[0].tag == "header":
            end = start + 1
            while end < len(pages) and _goes_on(pages[end]):
                end += 1
            tall = (at for at in range(start + 1, end) if _is_too_tall(pages[at - 1], pages[at]))
            whole = max(tall, default=start)
            if section := _section(pages, range(start, end), whole):
                yield section


def _goes_on(page: Page) -> bool:
    return _is_of_a_section(page) and page.units[0].tag != "header"


def _is_of_a_section(page: Page) -> bool:
    return bool(page.units) and (page.units[0].tag in _OF_A_SECTION or page.units[0].is_own)


def _section(all_pages: list[Page], span: range, before: int) -> Section | None:
    """Take the pages of a section together, but for those before the last row that is taller than a page.

    Nothing where a deck's own template does not tell which section is summed up, or has rows below that.
    """
    pages = all_pages[before : span.stop]
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
        above = max(units[at - 1].margin / step, MARGIN)
        gaps[at - 1] += above if unit.tag == "h3" else RISE * unit.is_sentence
    extents = [extent for page in pages for extent in page.extents]
    holes, opening = list[float](), 0.0
    for page, behind in pairwise(pages):
        first, next_ = page.units[0], behind.units[0]
        if opens(first, next_):
            opening = max(left(page), 0.0)
        else:
            holes.append(left(page))
    return Section(
        number,
        span,
        units,
        extents,
        gaps,
        [_end(unit, extent, step) for unit, extent in zip(units, extents, strict=True)],
        sorted((*_starts(units, number), *_overleaf(units), *_own_overleaf(units, number))),
        parted,
        holes,
        opening,
        pages[0].room,
        step,
    )


def is_cut(page: Page, behind: Page) -> bool:
    """Whether what a page ends with goes on on the one behind it."""
    return bool(page.units) and are_one_row(page.units[-1], behind.units[0])


def _is_too_tall(page: Page, behind: Page) -> bool:
    """Whether a row that goes on from a page to the one behind it would have no room on one."""
    tall = page.units[-1].height + behind.units[0].height
    return is_cut(page, behind) and tall > page.room * page.step


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
    """Yield what may begin a page: a heading with what is below it, a row that does not belong to the one before, rules of its own.

    What is left of a row that was cut may do so again, where as much of it has room: it has no name, as it is cut where the page ends.
    """
    cut = [at for at in range(1, len(units)) if are_one_row(units[at - 1], units[at])]
    whole = (at for at, unit in enumerate(units) if unit.tag == "tr" and not unit.clings)
    rows = [at for at in whole if at not in cut]
    yield from (Start(at, "", _OVERLEAF) for at in cut)
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
        for one, two, after in zip(group, group[1:], [*group[2:], end], strict=False):
            first = [units[one:two]] if one == group[0] else []
            last = [units[two:after]] if after == end else []
            yield Start(two, units[two].number, max(map(_alone, [*first, *last]), default=0.0))


def _overleaf(units: list[Unit]) -> Iterator[Start]:
    """Yield rules of a question, or a second picture, that may stand on the page behind it."""
    number, nth = "", 0
    for at, unit in enumerate(units):
        number, nth = (number, nth + 1) if unit.goes_on else (unit.number, 0)
        if unit.goes_on:
            alone = _RULES_OVERLEAF if unit.has_more_rules else _OVERLEAF
            yield Start(at, f"{number}+{nth}", alone)


def _own_overleaf(units: list[Unit], number: str) -> Iterator[Start]:
    """Yield the rest of the lines to sum a section up."""
    own = [at for at, unit in enumerate(units) if unit.is_own]
    yield from (
        Start(at, f"own-{number}+{nth}", _OWN_OVERLEAF) for nth, at in enumerate(own[1:], 1)
    )


def _alone(row: list[Unit]) -> float:
    """Tell what counts against a row alone."""
    tall = sum(unit.height for unit in row if unit.tag == "tr")
    return _TALL_ALONE if tall > _TALL * PIXELS else _ALONE


def apart(pages: list[Page]) -> int:
    """Count the pages that no section begins or goes on with."""
    return sum(not _is_of_a_section(page) for page in pages)

"""Where the pages of a section begin, if they look wrong as they were laid out.

Rows are not cut, so a page may end far above its foot, or part one row from many. Of all ways to part a section
the best one is looked for, as TeX breaks a paragraph into lines: each page is filled in thought, and what stays
empty, or stands alone, counts against it. Heights are told in half lines.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from studyguide.printing.book.feathering import RULE, Page, fill
from studyguide.printing.book.units_on_page import PIXELS, RISE, Extent, Unit

_HOLE = 30.0
"""Millimetres that may be empty at the foot of a page, but for the last of a part."""

_MANY = 4
"""Rows of which none stands alone on the first or the last page."""

_OWN = 2 + 3 * RULE
"""How tall the fewest lines for one's own words are."""

_MARGIN, _SLACK = 2, 0.05
"""Above a heading that is not the first of its page; of what is no difference."""

_LOOSE, _FAR, _ALONE, _OF_FEW, _A_PAGE, _A_LINE = 3.0, 100.0, 60.0, 25.0, 40.0, 5.0
"""What counts against a way: the square of a hole, in centimetres; one that is too tall; a row alone of many, of few; a
page; a line that is taken away."""

_EMPTY = 0.6
"""Of a page that is not filled in thought: so much is not made good."""


class Breaks(NamedTuple):
    """Items before which a page begins, and after which it ends, by their numbers; `own-3` is where section 3 is summed up.

    `fewer` have no line to spare. `short` are the sections that are parted so: the lines to sum them up are few, but for
    those that fill the page.
    """

    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    fewer: frozenset[str] = frozenset()
    short: frozenset[int] = frozenset()


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


def better(pages: list[Page], *, in_spreads: bool) -> Breaks:
    """Give better breaks for the sections of pages that are filled; none where no page is wrong as it is.

    In large print so few rows stand on a page that one alone looks wrong `in_spreads`, too.
    """
    sections = [*_sections(pages)]
    if not any(each.is_wrong(in_spreads=in_spreads) for each in sections):
        return Breaks()
    begins, ends, fewer, short = set[str](), set[str](), set[str](), set[int]()
    for section in sections:
        way = _best(section) if section.has_holes or section.alone else _Way(0.0)
        if way.starts and [each.unit for each in way.starts[1:]] != [*section.parted]:
            short.add(int(section.number))
            fewer.update(way.fewer)
            begins |= {each.name for each in way.starts[1:]}
            ends |= {section.units[each.unit - 1].number for each in way.starts[1:]}
    return Breaks(frozenset(begins), frozenset(ends), frozenset(fewer), frozenset(short))


def faults(pages: list[Page]) -> float:
    """Tell how much counts against pages as they are filled."""
    sections = [*_sections(pages)]
    holes = (hole for each in sections for hole in each.holes)
    return sum(each.alone for each in sections) + sum(map(_against, holes)) + _A_PAGE * len(pages)


def _sections(pages: list[Page]) -> Iterator[_Section]:
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


def _section(pages: list[Page], before: int) -> _Section | None:
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
    return _Section(
        number,
        units,
        [extent for page in pages for extent in page.extents],
        gaps,
        [(unit.height - unit.padding) / step - RISE * unit.is_sentence for unit in units],
        [*_starts(units, number)],
        parted,
        [_left(page) for page in pages[:-1]],
        pages[0].room,
        step,
    )


def _against(hole: float) -> float:
    """Tell what counts against so much that is empty below a page, in millimetres."""
    return _LOOSE * (max(hole, 0.0) / 10) ** 2 + (_FAR if hole > _HOLE else 0.0)


def _left(page: Page) -> float:
    return page.left * page.step / PIXELS


def _starts(units: list[Unit], number: str) -> Iterator[_Start]:
    """Yield what may begin a page: a heading with what is below it, or a row that does not belong to the one before."""
    rows = [at for at, unit in enumerate(units) if unit.tag == "tr" and not unit.clings]
    heads = [at for at, unit in enumerate(units) if unit.tag == "h3"]
    yield _Start(0, "", 0.0)
    for head, end in pairwise([*heads, len(units)]):
        group = [at for at in rows if head < at < end]
        if units[head - 1].tag != "header" or units[head - 1].is_tall:
            yield _Start(head, units[group[0]].number if group else f"own-{number}", 0.0)
        for nth, at in enumerate(group[1:], start=1):
            is_alone = len(group) < _MANY or nth in (1, len(group) - 1)
            against = _OF_FEW if len(group) < _MANY else _ALONE
            yield _Start(at, units[at].number, against if is_alone else 0.0)


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

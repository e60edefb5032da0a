"""Where the pages of a section begin, if they look wrong as they were laid out.

Rows are not cut, so a page may end far above its foot, or part one row from many. Of all ways to part a section
the best one is looked for, as TeX breaks a paragraph into lines: each page is filled in thought, and what stays
empty, or stands alone, counts against it. Heights are told in half lines.
"""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from math import inf
from typing import NamedTuple

from studyguide.printing.book.feathering import fill
from studyguide.printing.book.measured_page import RULE, Page, pictures_of, share_of
from studyguide.printing.book.sections_on_pages import (
    HOLE,
    MARGIN,
    SHORT,
    Section,
    Start,
    left,
    opens,
    sections_of,
)
from studyguide.printing.book.units_on_page import PIXELS, RISE, Unit

_SLACK = 0.005
"""Of what is no difference."""

_LOOSE, _FAR, _A_PAGE, _A_LINE, _SMALLER = 3.0, 100.0, 40.0, 5.0, 25.0
"""What counts against a way: the square of a hole, in centimetres; one that is too tall; a page; a line that is taken away;
pictures of a page that are as small as may be."""

_WIDER = 0.3
"""What counts against the square of a millimetre that is put before each unit: pages that face each other should look alike."""

_BELOW_AN_OPENING, _MOST_BELOW_AN_OPENING, _WIDE_OPEN = 50.0, 120.0, 4.0
"""Millimetres that may be empty where a section opens, before the next heading: each counts as one, and as four up to half a
page, beyond which it is a hole like any other."""

_EMPTY = 0.6
"""Of a page that is not filled in thought: so much is not made good."""


class Breaks(NamedTuple):
    """Items before which a page begins, and after which it ends, by their numbers; `own-3` is where section 3 is summed up.

    `fewer` have no line to spare, sections as `own-3`; so many pages are `saved`, or are more, where it is negative.
    Pictures that are set `smaller` are so many millimetres tall.
    """

    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    fewer: frozenset[str] = frozenset()
    saved: int = 0
    smaller: Mapping[str, float] = {}


def better(pages: list[Page], *, in_spreads: bool) -> Breaks:
    """Give better breaks for the sections of pages that are filled; none where no page is wrong as it is.

    In large print so few rows stand on a page that one alone looks wrong `in_spreads`, too.
    """
    sections = [*sections_of(pages)]
    if not any(each.is_wrong(in_spreads=in_spreads) for each in sections):
        return Breaks()
    begins, ends, fewer, saved = set[str](), set[str](), set[str](), 0
    tall = dict[str, float]()
    for section in sections:
        pictures = [pictures_of(unit) for unit in section.units]
        way = _best(section._replace(pictures=pictures))
        if way.starts and [each.unit for each in way.starts[1:]] != [*section.parted]:
            fewer.update(way.fewer)
            tall.update(way.smaller)
            saved += len(section.parted) + 1 - len(way.starts)
            begins |= {each.name for each in way.starts[1:]}
            ends |= {section.units[each.unit - 1].number for each in way.starts[1:]}
    return Breaks(frozenset(begins), frozenset(ends), frozenset(fewer), saved, tall)


def faults(pages: list[Page]) -> float:
    """Tell how much counts against the pages of sections as they are filled."""
    sections = [*sections_of(pages)]
    holes = sum(_against(hole) for each in sections for hole in each.holes)
    endings = sum(_against(hole, SHORT) for each in sections for hole in each.endings)
    opening = sum(_below_an_opening(each.opening) for each in sections)
    alone = sum(each.alone for each in sections)
    taken = sum(len(each.parted) + 1 for each in sections)
    return alone + holes + endings + opening + _A_PAGE * taken


def _against(hole: float, most: float = HOLE) -> float:
    """Tell what counts against so much that is empty below a page, in millimetres, and more where it is over the `most`."""
    return _LOOSE * (max(hole, 0.0) / 10) ** 2 + (_FAR if hole > most else 0.0)


def _below_an_opening(hole: float) -> float:
    if hole > _MOST_BELOW_AN_OPENING:
        return _against(hole)
    over = max(hole - _BELOW_AN_OPENING, 0.0)
    return max(hole, 0.0) + (_WIDE_OPEN - 1) * over


class _Way(NamedTuple):
    """A way to part a section: what counts against it, where pages start, which items have no line to spare, how tall pictures are.

    Those are in millimetres, of pictures that are smaller.
    """

    against: float
    starts: tuple[Start, ...] = ()
    fewer: tuple[str, ...] = ()
    smaller: tuple[tuple[str, float], ...] = ()


def _best(section: Section) -> _Way:
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
            before = ways[at]
            starts = (*before.starts, section.starts[at])
            taken = (*before.fewer, *page.fewer), (*before.smaller, *page.smaller)
            best = min(best, _Way(against, starts, *taken))
        ways.append(best)
    return ways[-1] if ways[-1].against < inf else _Way(0.0)


def _page(section: Section, start: int, end: int) -> _Way | None:
    """Tell what counts against a page from one start to another; nothing where there is no room for it."""
    starts, is_last = section.starts, end == len(section.starts)
    first = starts[start].unit
    behind = len(section.units) if is_last else starts[end].unit
    part = slice(first, behind)
    units, extents, gaps = section.units[part], section.extents[part], section.gaps[part]
    tall = RISE * units[0].is_sentence
    if units[0].tag == "h3" and first not in section.parted:
        gaps[0] -= MARGIN  # it was laid out below others
    if is_last:
        tall += sum(gaps[:-1]) + units[-1].height / section.step
    else:
        tall += sum(gaps[:-1]) + section.ends[behind - 1]
    fewer = list[int]()
    for _, saved, nth in sorted(_spare(units), reverse=True):
        if tall > section.room + _SLACK:
            fewer.append(nth)
            tall -= saved
            gaps[nth] -= saved
            extents[nth] = extents[nth]._replace(ruled=extents[nth].ruled - RULE * units[nth].spare)
    over = tall - section.room if tall > section.room + _SLACK else 0.0
    pictures = section.pictures[part]
    share = share_of(pictures, over * section.step)
    if share > 1:
        return None
    smaller = list[tuple[str, float]]()
    for nth, each in enumerate(pictures):
        if share and each.spare:
            saved = share * each.spare / section.step
            saved += (gaps[nth] - saved) % 1  # what is below it stands on the grid
            tall -= saved
            gaps[nth] -= saved
            extents[nth] = extents[nth].less(saved, is_ruled=each.is_above)
            smaller += each.smaller(saved * section.step)
    numbers = tuple(units[nth].number or f"own-{section.number}" for nth in fewer)
    taken = _A_LINE * len(fewer) + _SMALLER * share
    if is_last:
        return _Way(taken, (), numbers, tuple(smaller))
    hole, wider = (section.room - tall) * section.step / PIXELS, 0.0
    if section.room - tall <= _EMPTY * section.room:
        at = [*accumulate(gaps[:-1], initial=RISE * units[0].is_sentence)]
        page = Page(units, extents, at, section.room, section.step)
        fill(page, section.units[behind])
        hole, wider = left(page), _WIDER * (page.each * section.step / PIXELS) ** 2
    next_ = section.units[behind]
    if opens(units[0], next_):
        against = _below_an_opening(hole)
    else:
        against = _against(hole, SHORT if next_.tag == "h3" else HOLE)
    return _Way(against + wider + taken, (), numbers, tuple(smaller))


def _spare(units: list[Unit]) -> Iterator[tuple[bool, float, int]]:
    """Yield whether it is a row that has lines to spare, how much is saved without, and which: there is more room below an even number."""
    for nth, unit in enumerate(units):
        if unit.spare:
            is_even, is_last = len(unit.rules.children) % 2 == 0, nth == len(units) - 1
            closer = 0 if is_last or unit.is_own else 1 if is_even else -1
            yield not unit.is_own, RULE * unit.spare + closer, nth

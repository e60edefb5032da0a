"""Where the pages of a section begin, if they look wrong as they were laid out.

Rows are not cut, so a page may end far above its foot, or part one row from many. Of all ways to part a section
the best one is looked for, as TeX breaks a paragraph into lines: each page is filled in thought, and what stays
empty, or stands alone, counts against it. Heights are told in half lines.
"""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from studyguide.printing.filling.faults import A_PAGE, against_a_hole, below_an_opening, faults_of
from studyguide.printing.filling.feathering import closer_of, fill, nearer_of, spare_of
from studyguide.printing.filling.measured_page import (
    MARGIN,
    RULE,
    Page,
)
from studyguide.printing.filling.sections_on_pages import (
    Section,
    Start,
    left,
    opens,
    sections_of,
)
from studyguide.printing.filling.smaller_pictures import pictures_of, share_of, smallness_of
from studyguide.printing.filling.units_on_page import RISE, Extent, Unit, ended_before
from studyguide.printing.press.boxes import PIXELS

_SLACK = 0.005
"""Of what is no difference."""

_A_LINE, _SMALLER, _LONGER = 5.0, 25.0, 15.0
"""What counts against a way besides: a line that is taken away; pictures of a page that are a fifth smaller; a page that is longer, or a heading that stands closer."""

_OWN = 8
"""As how many lines that are taken away one for own words counts."""

_A_MOVE, _COUNTS = 100.0, 3
"""What counts against another number of pages where all others can stay as they are, and how much better all must be to be laid out again;
how many numbers are tried, from the least."""

_EMPTY = 0.6
"""Of a page that is not filled in thought: so much is not made good."""


class Breaks(NamedTuple):
    """Items before which a page begins, and after which it ends, by their numbers; `own-3` is where section 3 is summed up.

    `fewer` have no line to spare; those `nearer` are laid out so to what is below them, and then moved back, so that their page is longer by a hair; for `own-3` the heading of that stands nearer to the sentences above; so many pages are `saved`, or are more, where it is negative.
    Pictures that are set `smaller` are so many millimetres tall; `noted` are so many rules for notes before what begins a page.
    """

    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    fewer: frozenset[str] = frozenset()
    nearer: frozenset[str] = frozenset()
    saved: int = 0
    smaller: Mapping[str, float] = {}
    noted: Mapping[str, int] = {}


def better(pages: list[Page]) -> dict[str, Breaks]:
    """Give better breaks for sections of pages that are filled, by their number; none where no page is wrong as it is.

    Only for those that are wrong, if they take as many pages so, or all are not much better else: then all others stay where they are.
    """
    sections = [*sections_of(pages)]
    wrong = [(each, _ways(each)) for each in sections if each.is_wrong]
    mended = [_better(*each, _A_MOVE) for each in wrong]
    anew = [_better(*each) for each in wrong]
    gained = sum(each.gained for each in anew) - sum(each.gained for each in mended)
    if gained > _A_MOVE or any(each.breaks.saved for each in mended):
        others = [each for each in sections if not each.is_wrong]
        mended = [*anew, *(_better(each, _ways(each)) for each in others)]
    return {each.section: each.breaks for each in mended if each.gained}


class _Better(NamedTuple):
    """Breaks of a section, by its number, and how much less counts against it so."""

    section: str
    breaks: Breaks = Breaks()
    gained: float = 0.0


def _better(section: Section, ways: Mapping[int, "_Way"], a_move: float = 0.0) -> _Better:
    """Choose a way by so much against one that takes another number of pages."""
    here = len(section.parted) + 1
    told = ((way.against + a_move * (count != here), way) for count, way in ways.items())
    _, way = min(told, default=(0.0, _Way(0.0)))
    is_same = [each.unit for each in way.starts[1:]] == [*section.parted]
    gained = faults_of(section) - way.against
    if not way.starts or is_same or gained <= 0:
        return _Better(section.number)
    named = [each for each in way.starts[1:] if each.name]
    begins = frozenset(each.name for each in named)
    ends = frozenset(ended_before(section.units, each.unit) for each in named)
    saved, fewer, nearer = here - len(way.starts), frozenset(way.fewer), frozenset(way.nearer)
    breaks = Breaks(begins, ends, fewer, nearer, saved, dict(way.smaller))
    return _Better(section.number, breaks, gained)


def joined(breaks: Collection[Breaks]) -> Breaks:
    """Take breaks of several sections together."""
    return Breaks(
        frozenset[str]().union(*(each.begins for each in breaks)),
        frozenset[str]().union(*(each.ends for each in breaks)),
        frozenset[str]().union(*(each.fewer for each in breaks)),
        frozenset[str]().union(*(each.nearer for each in breaks)),
        sum(each.saved for each in breaks),
        {name: tall for each in breaks for name, tall in each.smaller.items()},
    )


class _Way(NamedTuple):
    """A way to part a section: what counts against it, where pages start, which items have no line to spare, how tall pictures are.

    Those are in millimetres, of pictures that are smaller; `nearer` are items that are laid out so.
    """

    against: float
    starts: tuple[Start, ...] = ()
    fewer: tuple[str, ...] = ()
    smaller: tuple[tuple[str, float], ...] = ()
    nearer: tuple[str, ...] = ()

    def with_page(self, page: "_Way", start: Start) -> "_Way":
        """Give the way with a page more, which begins there."""
        smaller, nearer = (*self.smaller, *page.smaller), (*self.nearer, *page.nearer)
        starts, fewer = (*self.starts, start), (*self.fewer, *page.fewer)
        return _Way(self.against + page.against, starts, fewer, smaller, nearer)


def _ways(laid: Section) -> dict[int, _Way]:
    """Give the way against which the least counts for each number of pages; none where a page would be too full.

    A page is tried with ever more above what ends it, until it is too full. More never fits again: each unit adds its whole height, which is more than the one line that it may have to spare; what is below the last row is the same.
    """
    section = laid._replace(pictures=[pictures_of(unit) for unit in laid.units])
    ways = [{0: _Way(0.0)}]
    for end in range(1, len(section.starts) + 1):
        alone = section.starts[end].alone if end < len(section.starts) else 0.0
        best = dict[int, _Way]()
        for at in reversed(range(end)):
            if (page := _page(section, at, end)) is None:
                break
            besides = page.way.against + alone + A_PAGE
            near = {
                count: way
                for count, way in ways[at].items()
                if count + 1 not in best or way.against + besides < best[count + 1].against
            }
            white = page.white() if near else 0.0  # to fill a page takes longer than all else
            for count, way in near.items():
                against = way.against + besides + white
                if count + 1 not in best or against < best[count + 1].against:
                    start = section.starts[at]
                    best[count + 1] = way.with_page(page.way, start)._replace(against=against)
        ways.append({count: best[count] for count in sorted(best)[:_COUNTS]})
    return ways[-1]


_Told = tuple[list[Unit], list[Extent], list[float], float, float]
"""What a page is made of: its units, their extents, where they stand, its room and its step."""


class _Page(NamedTuple):
    """A page of a way, and what tells how much counts against what is left white on it, if it is filled."""

    way: _Way
    white: Callable[[], float]


def _page(section: Section, start: int, end: int) -> _Page | None:
    """Tell what counts against a page from one start to another; nothing where there is no room for it."""
    starts, is_last, own = section.starts, end == len(section.starts), f"own-{section.number}"
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
    for saved, nth in spare_of(units, section.units[behind : behind + 1]):
        if tall > section.room + _SLACK:
            fewer.append(nth)
            tall -= saved
            gaps[nth] -= saved
            extents[nth] = extents[nth]._replace(ruled=extents[nth].ruled - RULE * units[nth].spare)
    heads = list[int]()
    for nth, saved in closer_of(units):
        if tall > section.room + _SLACK:
            heads.append(nth)
            tall -= saved
            gaps[nth] -= saved
    over = tall - section.room if tall > section.room + _SLACK else 0.0
    nearer = nearer_of(units, over, section.step) if over else []
    is_longer = bool(nearer) and over > RISE * units[-1].is_sentence + _SLACK
    over = 0.0 if nearer else over
    pictures = section.pictures[part]
    share = share_of(pictures, over * section.step)
    if share > (0 if any(units[nth].is_own for nth in fewer) else 1):
        return None  # not both: a page more is better
    smaller = list[tuple[str, float]]()
    for nth, each in enumerate(pictures):
        if share and each.spare:
            saved = share * each.spare / section.step
            saved += (gaps[nth] - saved) % 1  # what is below it stands on the grid
            tall -= saved
            gaps[nth] -= saved
            extents[nth] = extents[nth].less(saved, is_ruled=each.is_above)
            smaller += each.smaller(saved * section.step)
    numbers = tuple(units[nth].number or own for nth in fewer)
    lines = sum(_OWN if units[nth].is_own else 1 for nth in fewer)
    against = _A_LINE * lines + _LONGER * (len(heads) + is_longer)
    against += _SMALLER * smallness_of(pictures, over * section.step)
    told = (*(ended_before(units, nth + 1) for nth in nearer), *(own for _ in heads))
    taken = _Way(against, (), numbers, tuple(smaller), told)
    if is_last:
        return _Page(taken, float)  # nothing
    at = [*accumulate(gaps[:-1], initial=RISE * units[0].is_sentence)]
    page = units, extents, at, section.room, section.step
    return _Page(taken, partial(_white, page, tall, section.units[behind]))


def _white(told: _Told, tall: float, behind: Unit) -> float:
    """Tell what counts against what is left on a page of which that is told, and that is filled, before what begins the next one."""
    page = Page(*told)
    hole = (page.room - tall) * page.step / PIXELS
    if page.room - tall <= _EMPTY * page.room:
        fill(page, behind)
        hole = left(page)
    return below_an_opening(hole) if opens(page.units[0], behind) else against_a_hole(hole)

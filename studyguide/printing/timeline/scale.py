"""How a timeline draws time: to one scale on all its pages, or to one on each, broken where emptiness would crush the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise
from math import inf, isclose

from studyguide.language.times.dates import Time
from studyguide.printing.timeline.axis import BREAK, Axis, Stretch
from studyguide.printing.timeline.breaks import EMPTY, LEAST, Part, stretches_of, unclear

MOST_STEPS = 12
"""Of round years on a page."""
_NEAR, _FEWEST = 1 / 2, 2
"""So many steps the round year before the first date is from it at most, and that behind the last: the line went on to 2500 for 2001."""

_PAST, _BEYOND = 0.1, 1 / 8
"""Steps by which the last date is behind its round year where the line goes on to the next, as far as that is so much of all at most: it ended with a bar."""

_TAIL = 10.0
"""Millimetres that it goes on behind its last date at most."""

_FINER = {1: (2, 1), 2: (4, 2, 1), 5: (5, 1)}
"""By the first figure of a step, into how many it is parted for the year that the line goes on to, if that has room there: it went on to 2200 for 2020."""

_MOST_BREAKS, _A_BREAK = 4, 5.0
"""Of a page with a scale of its own; what one counts, in millimetres that labels are from their dates on average."""

_ALIKE, _SAME = 1.25, 0.01
"""So many times as large is a scale that is no gain; what is no other scale."""

Page = tuple[Part, list[tuple[Stretch, list[int]]]]
"""What is to be drawn on a page, and the stretches of its line with their round years."""


def axes_of(
    parts: Sequence[Part],
    least: float,
    most: int = MOST_STEPS,
    breaks: int | None = None,
    *,
    is_longer: bool = False,
) -> list[Axis]:
    """Give the line of each page, all of one scale; round years stand `least` millimetres apart, about `most` on a page.

    It has so many `breaks` at most, else as many as bring labels near to their dates. One that `is_longer` does not end with a bar, if that is not far.
    """
    whole = stretches_of(parts, breaks)
    sizes = (size * 10**power for power in count() for size in (1, 2, 5))
    years = sum(each.years for each in whole)
    for step in sizes:
        if years / step > most * len(parts):
            continue
        for finer in _finer(step) if is_longer else (0,):
            axes = [*_axes(parts, whole, step, finer)]
            ticks = [[axis.down(year) for year in axis.years] for axis in axes]
            is_far = finer and axes[-1].behind(parts[-1].times[-1].end) > _TAIL
            if not is_far and all(b - a >= least for each in ticks for a, b in pairwise(each)):
                return axes
    raise AssertionError("steps have no end")


def axes_by_page(parts: Sequence[Part], least: float, *, is_longer: bool = False) -> list[Axis]:
    """Give the line of each page, of its own scale, or that of pages before it if that is about as large."""
    alike = list[list[Axis]]()
    apart = least * _ALIKE  # so far that years have room on the smallest
    for axis in _by_page(parts, apart, is_longer=is_longer):
        scales = [each.per_year for each in [axis, *alike[-1]]] if alike else []
        if scales and max(scales) <= _ALIKE * min(scales):
            alike[-1].append(axis)
        else:
            alike.append([axis])
    least_of = ((pages, min(axis.per_year for axis in pages)) for pages in alike)
    return [replace(axis, per_year=per_year) for pages, per_year in least_of for axis in pages]


def _by_page(parts: Sequence[Part], least: float, *, is_longer: bool) -> Iterator[Axis]:
    """Yield the line of each page, of its own scale; it goes on from where that of the page before ends, if little is between.

    It is broken, there or within, as often as that brings labels nearer to their dates.
    """
    reached = inf
    for part in parts:
        first, last = part.times[0].start, max(time.end for time in part.times)
        is_near = 0 < first - reached <= EMPTY * (last - first)
        sinces = [[Time(reached, reached)], []] if is_near else [[]]
        wholes = [
            part._replace(times=[*since, *part.times], tall=[*(0.0 for _ in since), *part.tall])
            for since in sinces
        ]
        is_last = is_longer and part is parts[-1]
        ways = (
            (unclear(part, axis) + _A_BREAK * (axis.breaks + (whole is not wholes[0])), axis)
            for whole in wholes
            for most in range(_MOST_BREAKS + 1)
            for axis in axes_of([whole], least, breaks=most, is_longer=is_last)
        )
        axis = min(ways, key=lambda way: way[0])[1]
        yield axis
        reached = axis.stretches[-1].high


def told(axes: Sequence[Axis]) -> Iterator[Axis]:
    """Tell of each line whether time is left out behind it, and whether the page before has another scale."""
    for before, axis, behind in zip([None, *axes], axes, [*axes[1:], None], strict=False):
        is_cut = behind is not None and axis.stretches[-1].high < behind.stretches[0].low
        is_same = before is None or isclose(before.per_year, axis.per_year, rel_tol=_SAME)
        yield replace(axis, is_cut=is_cut, is_rescaled=not is_same)


def _finer(step: int) -> Iterator[int]:
    """Yield the steps to the next of which a line may go on behind its last date, the shortest first; then none, as of a line that ends with it."""
    yield from (step // parts for parts in _FINER[int(str(step)[0])] if step % parts == 0)
    yield 0


def _axes(parts: Sequence[Part], whole: Sequence[Stretch], step: int, finer: int) -> Iterator[Axis]:
    longest = max(whole, key=lambda each: each.years)
    ruled = {each for each in whole if each is longest or each.years >= step}
    drawn = [[*_drawn(part, whole, ruled, step)] for part in parts]
    if finer and drawn[-1][-1][1] and whole[-1].low <= drawn[-1][-1][0].high:
        most = _BEYOND * sum(each.years for each in whole)
        drawn[-1][-1] = _gone_on(*drawn[-1][-1], step, finer, most)
    for pages in pairwise(zip(parts, drawn, strict=True)):
        _join(pages, whole, step)
    per_year = min(
        _room(part, each) / drawn_years
        for part, each in zip(parts, drawn, strict=True)
        if (drawn_years := sum(stretch.years for stretch, _ in each))
    )
    for each in drawn:
        stretches = tuple(stretch for stretch, _ in each)
        years = tuple(year for _, years in each for year in years)
        yield Axis(stretches, per_year, years)


def _room(part: Part, drawn: Sequence[object]) -> float:
    """Tell how much of a page is left for time, beside the breaks of its line."""
    return max(part.room - BREAK * (len(drawn) - 1), LEAST)


def _join(pages: tuple[Page, Page], whole: Sequence[Stretch], step: int) -> None:
    """Draw what neither of two pages has of a stretch that goes on, on that which has more room: no time is left out unseen."""
    (part, upper), (other, lower) = pages
    (one, years), (two, later) = upper[-1], lower[0]
    last, first = part.times[-1].start, other.times[0].start
    if one.high >= two.low or not any(each.low <= last < first <= each.high for each in whole):
        return
    gap = two.low - one.high
    rooms = [_room(*each) / (sum(stretch.years for stretch, _ in each[1]) + gap) for each in pages]
    between = {*_years(one.high, two.low, step), *years, *later} if years or later else set()
    if rooms[0] >= rooms[1]:
        upper[-1] = Stretch(one.low, two.low), sorted(each for each in between if each <= two.low)
    else:
        lower[0] = Stretch(one.high, two.high), sorted(each for each in between if each >= one.high)


def _drawn(
    part: Part, whole: Sequence[Stretch], ruled: set[Stretch], step: int
) -> Iterator[tuple[Stretch, list[int]]]:
    """Yield what a page draws of each stretch, with its round years: what is short has none."""
    for stretch in whole:
        times = [time for time in part.times if stretch.low <= time.start <= stretch.high]
        if not times:
            continue
        first, last = min(times).start, max(time.end for time in times)
        years = _years(first, last, step) if stretch in ruled else []
        yield Stretch(min([first, *years]), max([last, *years])), years


def _years(first: float, last: float, step: int) -> list[int]:
    """Choose round years from near the first to near the last, or the two nearest; there is no year 0."""
    low, high = (int(end // step) for end in (first, last))
    found = sorted({_round(number * step) for number in range(low - 1, high + 3)})
    off = {year: max(first - year, year - last) for year in found}
    near = sum(each <= _NEAR * step for each in off.values())
    return sorted(sorted(found, key=lambda year: off[year])[: max(near, _FEWEST)])


def _gone_on(
    stretch: Stretch, years: list[int], step: int, finer: int, most: float
) -> tuple[Stretch, list[int]]:
    """Let a line go on to the round year behind its last date, if that is clearly behind the one before it and the next so near."""
    last = stretch.high
    after = _round(int((last // finer + 1) * finer))
    if last - years[-1] < _PAST * step or after - last > most:
        return stretch, years
    return Stretch(stretch.low, after), [*years, after]


def _round(year: int) -> int:
    """Give the year that is called by a round number: 500 BC, AD 1, 500."""
    return year if year > 0 else year + 1

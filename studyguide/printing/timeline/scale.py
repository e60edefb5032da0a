"""How a timeline draws time: to one scale on all its pages, broken where emptiness would crush the rest."""

from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from studyguide.printing.timeline.axis import BREAK, Axis, Stretch
from studyguide.printing.timeline.breaks import LEAST, Part, stretches_of

MOST_STEPS = 12
"""Of round years on a page."""
_NEAR, _FEWEST = 1 / 2, 2
"""So many steps the round year before the first date is from it at most, and that behind the last: the line went on to 2500 for 2001."""

Page = tuple[Part, list[tuple[Stretch, list[int]]]]
"""What is to be drawn on a page, and the stretches of its line with their round years."""


def axes_of(parts: Sequence[Part], least: float, most: int = MOST_STEPS) -> list[Axis]:
    """Give the line of each page, all of one scale; round years stand `least` millimetres apart, about `most` on a page."""
    whole = stretches_of(parts)
    sizes = (size * 10**power for power in count() for size in (1, 2, 5))
    years = sum(each.years for each in whole)
    for step in sizes:
        if years / step <= most * len(parts):
            axes = [*_axes(parts, whole, step)]
            ticks = [[axis.down(year) for year in axis.years] for axis in axes]
            if all(low - high >= least for each in ticks for high, low in pairwise(each)):
                return axes
    raise AssertionError("steps have no end")


def _axes(parts: Sequence[Part], whole: Sequence[Stretch], step: int) -> Iterator[Axis]:
    longest = max(whole, key=lambda each: each.years)
    ruled = {each for each in whole if each is longest or each.years >= step}
    drawn = [[*_drawn(part, whole, ruled, step)] for part in parts]
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


def _round(year: int) -> int:
    """Give the year that is called by a round number: 500 BC, AD 1, 500."""
    return year if year > 0 else year + 1

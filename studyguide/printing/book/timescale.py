"""How a timeline draws time: to one scale on all its pages, broken where emptiness would crush the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count, pairwise
from typing import NamedTuple

from studyguide.language.times.dates import Time

BREAK = 10.0
"""How much a break of the line takes, in millimetres."""

_STUB = 2.0
"""How far the line goes on to a break, in millimetres."""

MOST_STEPS = 12
"""Of round years on a page."""
_NEAR, _FEWEST = 1 / 2, 2
"""So many steps the round year before the first date is from it at most, and that behind the last: the line went on to 2500 for 2001."""

_MOVED, _EMPTY = 0.06, 0.3
"""The line is broken at its largest gap where labels stand further than this share of it from their dates on
average, and the gap is more than that share of the time."""

_LEAST = 10.0
"""What is left for the time that is drawn, however often the line is broken, in millimetres."""


class Stretch(NamedTuple):
    """Time that is drawn without a break."""

    low: float
    high: float

    @property
    def years(self) -> float:
        """Tell how long it is."""
        return self.high - self.low


class Part(NamedTuple):
    """What is drawn on one page: the times of its labels in order, how tall these are, the room for them."""

    times: Sequence[Time]
    tall: Sequence[float]
    room: float


Page = tuple[Part, list[tuple[Stretch, list[int]]]]
"""What is to be drawn on a page, and the stretches of its line with their round years."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The line of a page: what is drawn of time, millimetres a year, its round years."""

    stretches: tuple[Stretch, ...]
    per_year: float
    years: tuple[int, ...] = ()

    @property
    def length(self) -> float:
        """Tell how long the line is, with its breaks, in millimetres."""
        drawn = sum(each.years for each in self.stretches) * self.per_year
        return drawn + BREAK * (len(self.stretches) - 1)

    def down(self, time: float) -> float:
        """Tell how far down a time stands."""
        at = 0.0
        for stretch in self.stretches[:-1]:
            if time <= stretch.high:
                break
            at += stretch.years * self.per_year + BREAK
        else:
            stretch = self.stretches[-1]
        return at + (min(max(time, stretch.low), stretch.high) - stretch.low) * self.per_year

    @property
    def lines(self) -> Iterator[tuple[float, float]]:
        """Yield from where to where the line goes; it goes on a little to a break, and round a single date."""
        last = len(self.stretches) - 1
        for index, stretch in enumerate(self.stretches):
            is_ruled = any(stretch.low <= year <= stretch.high for year in self.years)
            before = _STUB if index or not is_ruled else 0.0
            after = _STUB if index < last or not is_ruled else 0.0
            yield self.down(stretch.low) - before, self.down(stretch.high) + after

    def behind(self, time: float) -> float:
        """Tell how far the line goes on behind a time, in millimetres."""
        return max(self.length - self.down(time), 0.0)


def axes_of(parts: Sequence[Part], least: float, most: int = MOST_STEPS) -> list[Axis]:
    """Give the line of each page, all of one scale; round years stand `least` millimetres apart, about `most` on a page."""
    whole = _stretches(parts)
    sizes = (size * 10**power for power in count() for size in (1, 2, 5))
    years = sum(each.years for each in whole)
    for step in sizes:
        if years / step <= most * len(parts):
            axes = [*_axes(parts, whole, step)]
            ticks = [[axis.down(year) for year in axis.years] for axis in axes]
            if all(low - high >= least for each in ticks for high, low in pairwise(each)):
                return axes
    raise AssertionError("steps have no end")


def spread(wanted: Sequence[float], tall: Sequence[float], height: float) -> list[float]:
    """Place labels as near as can be to where they are wanted, in order, none over another or beyond the height.

    A crowd is moved up as well as down, by least squares; the first may begin above the line.
    """
    before = [0.0, *accumulate(tall)]
    # where the first of a crowd would stand if nothing were before it; how many
    crowds: list[tuple[float, int]] = []
    for want, above in zip(wanted, before, strict=False):
        crowds.append((want - above, 1))
        while len(crowds) > 1 and crowds[-2][0] > crowds[-1][0]:
            (low, fewer), (high, more) = crowds.pop(), crowds.pop()
            crowds.append(((low * fewer + high * more) / (fewer + more), fewer + more))
    first, last = min([0.0, *wanted[:1]]), height - before[-1]
    places = (min(max(place, first), last) for place, size in crowds for _ in range(size))
    return [place + above for place, above in zip(places, before, strict=False)]


def anchors(spans: Sequence[tuple[float, float]]) -> list[float]:
    """Tell where leaders begin: in the middle of spans, or of what they have before the leader of a later date, which none crosses."""
    found: list[float] = []
    for start, end in reversed(spans):
        middle, before = (start + end) / 2, min([end, *found[-1:]])
        found.append(middle if middle < before else (start + before) / 2)
    return found[::-1]


def beside(spans: Sequence[tuple[float, float]], labels: Sequence[float]) -> list[float]:
    """Tell what of each span is nearest to where its label stands, but not behind that of a later date."""
    found: list[float] = []
    for (start, end), label in zip(reversed(spans), reversed(labels), strict=True):
        found.append(max(start, min([label, end, *found[-1:]])))
    return found[::-1]


def _stretches(parts: Sequence[Part]) -> list[Stretch]:
    """Cut time at gaps that would crush the rest, the largest first."""
    times = [time for part in parts for time in part.times]
    spans = _spans(times)
    gaps = sorted(range(1, len(spans)), key=lambda at: spans[at - 1].high - spans[at].low)
    cuts: set[int] = set()
    for at in gaps:
        stretches = _joined(spans, cuts)
        drawn, gap = sum(each.years for each in stretches), spans[at].low - spans[at - 1].high
        if not _EMPTY * drawn < gap < drawn or _moved(parts, stretches) <= _MOVED:
            return stretches
        cuts.add(at)
    return _joined(spans, cuts)


def _spans(times: Sequence[Time]) -> list[Stretch]:
    """Give the times in which something was, without those in which nothing was."""
    spans: list[Stretch] = []
    for start, end in sorted(times):
        if spans and start <= spans[-1].high:
            spans[-1] = Stretch(spans[-1].low, max(spans[-1].high, end))
        else:
            spans.append(Stretch(start, end))
    return spans


def _joined(spans: Sequence[Stretch], cuts: set[int]) -> list[Stretch]:
    starts = [0, *sorted(cuts)]
    ends = [*sorted(cuts), len(spans)]
    cut = zip(starts, ends, strict=True)
    return [Stretch(spans[start].low, spans[end - 1].high) for start, end in cut]


def _moved(parts: Sequence[Part], stretches: Sequence[Stretch]) -> float:
    """Tell how far from their dates labels would stand on average, as a share of all."""
    times = [time for part in parts for time in part.times]
    tall = [tall for part in parts for tall in part.tall]
    height = sum(part.room for part in parts)
    room = max(height - BREAK * (len(stretches) - 1), _LEAST)
    axis = Axis(tuple(stretches), room / sum(each.years for each in stretches))
    wanted = [axis.down(time.start) for time in times]
    tops = spread(wanted, tall, height + tall[-1])  # what ends a line is no sign of a crowd
    off = (abs(top - want) for top, want in zip(tops, wanted, strict=True))
    return sum(off) / len(tops) / height


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
    return max(part.room - BREAK * (len(drawn) - 1), _LEAST)


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

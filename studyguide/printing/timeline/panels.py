"""A page of the timeline: its line, and what stands beside it, in millimetres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise, repeat
from math import floor, inf
from typing import Literal, NamedTuple

from studyguide.guide.guide import Entry
from studyguide.language.times.dates import Time
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SANS
from studyguide.printing.timeline.axis import Axis
from studyguide.printing.timeline.breaks import Part
from studyguide.printing.timeline.labels import Label, Sizes, label_of, tall_of, year_named
from studyguide.printing.timeline.lanes import SHORTEST, bars
from studyguide.printing.timeline.paging import halved, parts_of, rooms_of
from studyguide.printing.timeline.placing import anchors, beside, dots, radius_of, spread, turns
from studyguide.printing.timeline.scale import MOST_STEPS, axes_by_page, axes_of, told

LEAST_HEIGHT, _STRETCHED = 50.0, 2.4
"""Of a line; so many times as tall as its labels it may be where the rest of its page would be empty."""

_SETTLED = 8
"""So often labels are placed: what stands anywhere beside its span leaves the room there to the others."""

_HARDLY, _WIDER = 16.0, 2.0
"""What may be empty below labels; gaps that are put between them else."""

_BEHIND = 2.0
"""From the end of a line to the sign that time is left out before the next page."""

_TURN, _BEFORE_TURN = 3.0, 0.4
"""How far from the line a leader turns to its label at least, and how far behind a bar."""

_BEFORE_DATE = 4.0
"""How far before its date a leader stops to slant."""

How = Literal["close", "filled", "parted", "full", "scaled"]
"""Whether what is left of pages is filled, and each is full of labels, to a scale of its own, too; on two, though labels have room on one."""


class Dates(NamedTuple):
    """What is drawn, in the order of time; how large, how tall a line may be below a heading, and what stands below the last.

    A line that `is_longer` goes on to a round year behind its last bar.
    """

    timed: Sequence[tuple[Time, Entry]]
    language: str
    sizes: Sizes
    most: float
    below: float
    is_longer: bool = False


class Tick(NamedTuple):
    """A year as it is called, and how far down it is."""

    year: str
    down: float


@dataclass(frozen=True, slots=True)
class Panel:
    """As much of the timeline as fits on a page: the parts of its line, where that is broken, what stands there.

    It may have another scale than the page before. A `step` is from one round year to the next.
    """

    sizes: Sizes
    height: float
    lines: tuple[tuple[float, float], ...]
    breaks: tuple[float, ...]
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    is_rescaled: bool = False
    step: float = inf

    @property
    def told(self) -> str:
        """Say what is drawn, for those who cannot see it."""
        told = (f"{each.entry.prompt}: {'; '.join(each.entry.answers)}" for each in self.labels)
        return ". ".join(told) + "."


def drawn(dates: Dates, how: How) -> Iterator[Panel]:
    """Draw the line; what is below it leaves the rest of a page to it, unless it is `close`."""
    is_parted = how == "parted"
    timed, language, sizes, most, below, is_longer = dates
    axes_to_scale = partial(axes_of, is_longer=is_longer)
    both = rooms_of(2, most, below)
    steps, stretched = (MOST_STEPS // 2, inf) if is_parted else (MOST_STEPS, _STRETCHED)
    for _ in range(2):  # how wide round years are is known when they are drawn
        labels = [label_of(entry, time, sizes, language) for time, entry in timed]
        parts = parts_of(labels, sizes, most, below, is_full=how in ("full", "scaled"))
        parts = [*halved(labels, sizes, both)] if is_parted else parts
        rooms = rooms_of(len(parts), most, below)
        tall = (0.0,) * len(parts) if how == "close" else rooms
        whole = [_part(*each, stretched) for each in zip(parts, repeat(sizes), tall, strict=False)]
        by_page = how == "scaled"
        axes = (
            axes_by_page(whole, sizes.line, is_longer=is_longer)
            if by_page
            else axes_to_scale(whole, sizes.line, steps)
        )
        if is_parted:
            ends = [axis.behind(each[-1].time.end) for each, axis in zip(parts, axes, strict=True)]
            both_filled = zip(parts, repeat(sizes), tall, repeat(stretched), ends, strict=False)
            axes = axes_to_scale([_part(*each) for each in both_filled], sizes.line, steps)
        named = (year_named(year, language) for axis in axes for year in (*axis.years, *axis.bare))
        roomy = sizes.with_room_for(max((width_of(year, SANS) for year in named), default=0.0))
        if roomy == sizes:
            break
        sizes = roomy
    radius = radius_of([_spans(part, axis) for part, axis in zip(parts, axes, strict=True)])
    for part, axis, end in zip(parts, told(axes), rooms, strict=True):
        goes_on = how in ("filled", "full") and part is not parts[-1]
        spaced = _spaced(part, axis, sizes, end) if goes_on else sizes
        yield _panel(part, axis, dates._replace(sizes=spaced, most=end), radius)


def _spaced(labels: list[Label], axis: Axis, sizes: Sizes, most: float) -> Sizes:
    """Put more between labels that only stand below each other, where their page has room."""
    tall = sum(tall_of(label, sizes) for label in labels)
    wider = floor(min(max(most - tall, 0.0) / len(labels), _WIDER * sizes.gap) * 100) / 100
    return replace(sizes, gap=sizes.gap + wider) if axis.length < tall < most - _HARDLY else sizes


def _part(
    labels: list[Label],
    sizes: Sizes,
    most: float = 0.0,
    stretched: float = _STRETCHED,
    goes_on: float = 0.0,
) -> Part:
    tall = [tall_of(label, sizes) for label in labels]
    behind = max(tall[-1] - sizes.line / 2 - goes_on, 0.0)  # the last label goes on below the line
    filled = min(stretched * sum(tall), most - behind)
    room = max(sum(tall), min(LEAST_HEIGHT, len(labels) * 16), filled)
    return Part([label.time for label in labels], tall, room, max(room, most))


def _drawn(start: float, end: float) -> tuple[float, float]:
    """Give where a span is drawn; one of which no bar would be seen is a dot: three days of a century."""
    middle = (start + end) / 2
    return (start, end) if end - start >= SHORTEST else (middle, middle)


def _spans(labels: Sequence[Label], axis: Axis) -> list[tuple[float, float]]:
    return [_drawn(axis.down(each.time.start), axis.down(each.time.end)) for each in labels]


def _panel(labels: list[Label], axis: Axis, dates: Dates, radius: float) -> Panel:
    """Place labels; the last may go on below the end of the line, beside which it begins, as far as there is room."""
    sizes = dates.sizes
    part = _part(labels, sizes)
    height = max(part.room, axis.length)
    spans = _spans(labels, axis)
    wanted = leaders = anchors(spans)
    side_by_side = bars(spans)
    end = max(height, min(height - sizes.line / 2 + part.tall[-1], dates.most))
    for _ in range(_SETTLED):
        tops = spread([anchor - sizes.line / 2 for anchor in wanted], part.tall, end)
        wanted = beside(spans, [top + sizes.line / 2 for top in tops])
    round_ones, edge = dots(spans, side_by_side, radius), max(bar.edge for bar in side_by_side)
    least = [max(_TURN, edge + _BEFORE_TURN, dot.beside + radius) for dot in round_ones]
    middles = [top + sizes.line / 2 for top in tops]
    turned = turns(leaders, middles, least, sizes.date - _BEFORE_DATE - sizes.axis)
    drawn = (
        replace(
            label,
            top=_rounded(top),
            start=_rounded(start),
            end=_rounded(end),
            anchor=_rounded(anchor),
            turn=turn,
            dot=dot,
            bar=bar._replace(start=_rounded(bar.start), end=_rounded(bar.end)),
        )
        for label, top, (start, end), anchor, turn, dot, bar in zip(
            labels, tops, spans, leaders, turned, round_ones, side_by_side, strict=True
        )
    )
    lines = [(_rounded(start), _rounded(end)) for start, end in axis.lines]
    breaks = [_rounded((above[1] + below[0]) / 2) for above, below in pairwise(lines)]
    breaks += [_rounded(lines[-1][1] + _BEHIND)] * axis.is_cut
    return Panel(
        sizes,
        max(height, tops[-1] + part.tall[-1] - sizes.gap),
        tuple(lines),
        tuple(breaks),
        (*_ticks(axis, dates.language),),
        tuple(drawn),
        axis.is_rescaled,
        _step(axis),
    )


def _step(axis: Axis) -> float:
    """Tell how far it is from one round year to the next; the last may be nearer."""
    steps = [axis.down(b) - axis.down(a) for a, b in pairwise(axis.years)]
    return min(steps[:-1] or steps, default=inf)


def _ticks(axis: Axis, language: str) -> Iterator[Tick]:
    for year in sorted((*axis.years, *axis.bare)):
        yield Tick(year_named(year, language), _rounded(axis.down(year)))


def _rounded(millimetres: float) -> float:
    return round(millimetres, 3) + 0.0

"""All dates of a guide on one line, true to scale: where everything stands, in millimetres."""

from dataclasses import dataclass, replace
from itertools import accumulate, count, pairwise
from typing import NamedTuple

from studyguide.guide.guide import Entry, Guide
from studyguide.language.dates import Time, time_of, year_named
from studyguide.printing.press.fonts import SANS, SERIF, lines_of
from studyguide.printing.press.layout import Layout
from studyguide.printing.press.typography import curled

_HEIGHTS = {"a4": 196.0, "letter": 180.0}
"""Of what is left on a page below a heading."""

_HEADING = 30.0
"""What a page without one has more."""

_LEAST_HEIGHT = 50.0
_MOST_STEPS = 12
_LARGEST_STEP_AFTER = 500
"""Years; with larger ones a line ends with its last date, or it would run far into the future."""

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the timeline is set: type in millimetres, and where its columns begin."""

    type: float
    line: float
    axis: float = 18.0
    date: float = 34.0
    event: float = 62.0
    end: float = 132.0

    @classmethod
    def of(cls, layout: Layout) -> "Sizes":
        """Give the sizes of a layout: 9 pt, in large print 16."""
        if layout.is_large:
            return cls(16 * _MM, 8.0, axis=24.0, date=36.0, event=78.0, end=128.0)
        return cls(9 * _MM, 16 / 3)


@dataclass(frozen=True, slots=True)
class Label:
    """One date: the lines of its text, how far down they begin, and where its time is drawn."""

    entry: Entry
    date: tuple[str, ...]
    event: tuple[str, ...]
    time: Time | None
    top: float
    start: float
    end: float


class Tick(NamedTuple):
    """A year as it is called, and how far down it is."""

    year: str
    down: float


@dataclass(frozen=True, slots=True)
class Panel:
    """As much of the timeline as fits on a page."""

    sizes: Sizes
    height: float
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]

    @property
    def told(self) -> str:
        """Say what is drawn, for those who cannot see it."""
        told = (f"{each.entry.prompt}: {'; '.join(each.entry.answers)}" for each in self.labels)
        return ". ".join(told) + "."


def panels(guide: Guide, layout: Layout) -> tuple[Panel, ...]:
    """Draw the dates of a guide that name a year, in their order, on as many pages as they need.

    There is none for less than two: nothing could be seen from it.
    """
    dated = [
        (time, entry)
        for section in guide.sections
        for entry in section.of("date")
        if (time := time_of(entry.prompt))
    ]
    dated.sort(key=lambda each: each[0])
    if len(dated) < 2:
        return ()
    sizes = Sizes.of(layout)
    labels = [_label(entry, time, sizes, guide.language) for time, entry in dated]
    return tuple(
        _panel(part, sizes, guide.language)
        for part in _parts(labels, sizes, _HEIGHTS[layout.paper])
    )


def _label(entry: Entry, time: Time, sizes: Sizes, language: str) -> Label:
    """Break the text of a date into lines."""
    date = lines_of(
        curled(entry.prompt, language), SANS, (sizes.event - sizes.date - 2) / sizes.type
    )
    event = curled("; ".join(entry.answers), language)
    lines = lines_of(event, SERIF, (sizes.end - sizes.event) / sizes.type)
    return Label(entry, date, lines, time, 0.0, 0.0, 0.0)


def _tall(label: Label, sizes: Sizes) -> float:
    return max(len(label.date), len(label.event)) * sizes.line + sizes.line / 2


def _parts(labels: list[Label], sizes: Sizes, most: float) -> list[list[Label]]:
    """Cut the labels into parts that fit on a page each, about equally full."""
    tall = [_tall(label, sizes) for label in labels]
    rooms = [most]
    while 0.9 * sum(rooms) < sum(tall):
        rooms.append(most + _HEADING)
    share = sum(tall) / sum(rooms)
    ends = [share * end for end in accumulate(rooms)]
    parts: list[list[Label]] = [[]]
    filled = before = 0.0
    for label, height in zip(labels, tall, strict=True):
        room = rooms[min(len(parts), len(rooms)) - 1]
        is_full = len(parts) < len(rooms) and before + height / 2 > ends[len(parts) - 1]
        if parts[-1] and (is_full or filled + height > room):
            parts.append([])
            filled = 0.0
        parts[-1].append(label)
        filled += height
        before += height
    return parts


def _panel(labels: list[Label], sizes: Sizes, language: str) -> Panel:
    times = [label.time for label in labels if label.time]
    first, last = min(time.start for time in times), max(time.end for time in times)
    years = _years(first, last)
    low, high = min(years[0], first), max(years[-1], last)
    tall = [_tall(label, sizes) for label in labels]
    height = max(sum(tall), min(_LEAST_HEIGHT, len(labels) * 16))
    scale = height / (high - low)
    placed = (
        [(time.start - low) * scale for time in times],
        [(time.end - low) * scale for time in times],
    )
    tops = _spread([start - sizes.line / 2 for start in placed[0]], tall, height)
    ticks = tuple(
        Tick(year_named(year, language), round((year - low) * scale, 3)) for year in years
    )
    drawn = (
        replace(label, top=round(top, 3) + 0.0, start=round(start, 3), end=round(end, 3))
        for label, top, start, end in zip(labels, tops, *placed, strict=True)
    )
    return Panel(sizes, height, _far_apart(ticks, sizes), tuple(drawn))


def _years(first: float, last: float) -> list[int]:
    """Choose round years from before the first to after the last; there is no year 0."""
    sizes = (size * 10**power for power in count() for size in (1, 2, 5))
    step = next(size for size in sizes if (last - first) / size <= _MOST_STEPS)
    low, high = (int(end // step) for end in (first, last))
    found = sorted({_round(number * step) for number in range(low - 1, high + 3)})
    below = [year for year in found if year <= first][-1:]
    above = [year for year in found if year > last][:1] if step <= _LARGEST_STEP_AFTER else []
    return [*below, *(year for year in found if first < year <= last), *above]


def _round(year: int) -> int:
    """Give the year that is called by a round number: 500 BC, AD 1, 500."""
    return year if year > 0 else year + 1


def _spread(wanted: list[float], tall: list[float], height: float) -> list[float]:
    """Place labels near where they are wanted, in order, none over another or out of the panel."""
    tops: list[float] = []
    end = 0.0
    for want, size in zip(wanted, tall, strict=True):
        tops.append(max(want, end))
        end = tops[-1] + size
    limit = height
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], limit - tall[index])
        limit = tops[index]
    return tops


def _far_apart(ticks: tuple[Tick, ...], sizes: Sizes) -> tuple[Tick, ...]:
    """Leave ticks out, evenly, until their years can be read."""
    while len(ticks) > 2 and any(
        low.down - high.down < sizes.line for high, low in pairwise(ticks)
    ):
        ticks = ticks[::2]
    return ticks

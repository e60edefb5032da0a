"""All dates of a guide on one line, true to scale: where everything stands, in millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from studyguide.deck.marked import alike, part_of
from studyguide.guide.guide import Entry, Guide
from studyguide.language.dates import Time, time_of, year_named
from studyguide.printing.book.line_breaking import lines_of, width_of
from studyguide.printing.book.timescale import Axis, Part, axes_of, spread
from studyguide.printing.press.fonts import SANS, SERIF
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled, curled_words

_HEIGHTS = {"a4": 196.0, "letter": 180.0}
"""Of what is left on a page below a heading."""

_HEADING = 16.0
"""What a page without one has more, which only says that it goes on."""

_LEAST_HEIGHT = 50.0
_DOT, _LEAST_DOT, _APART = 0.9, 0.3, 0.25
"""Radius of the dot of a date; where others are near, half the way to them without a gap, down to the least."""

_STUB = 2.0
"""How far the line goes on to a break, in millimetres."""

_WIDTH = 150.0
"""Of the text."""

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the timeline is set: type in millimetres, and where its columns begin.

    Where lines are short, citations stand below dates, and the column of events ends at the margin.
    """

    type: float
    line: float
    axis: float = 18.0
    date: float = 34.0
    event: float = 62.0
    end: float = 132.0

    @property
    def cites_below(self) -> bool:
        """Whether a citation stands below its date."""
        return self.end >= _WIDTH

    def with_room_for(self, years: float) -> "Sizes":
        """Move the line to the right until round years of a width fit before it."""
        more = max(years * self.type + 4.0 - self.axis, 0.0)
        moved = (self.axis + more, self.date + more, self.event + more)
        return Sizes(self.type, self.line, *moved, self.end)

    @classmethod
    def of(cls, layout: Layout) -> "Sizes":
        """Give the sizes of a layout: 9 pt, in large print 16."""
        if layout.is_large:
            return cls(16 * _MM, 8.0, axis=18.0, date=28.0, event=70.0, end=_WIDTH)
        return cls(9 * _MM, 16 / 3)


@dataclass(frozen=True, slots=True)
class Label:
    """One date: the lines of its text, how far down they begin, and where its time is drawn."""

    entry: Entry
    date: tuple[str, ...]
    event: tuple[str, ...]
    time: Time
    top: float
    start: float
    end: float
    dot: float = _DOT


class Tick(NamedTuple):
    """A year as it is called, and how far down it is."""

    year: str
    down: float


@dataclass(frozen=True, slots=True)
class Panel:
    """As much of the timeline as fits on a page: the parts of its line, where that is broken, what stands there."""

    sizes: Sizes
    height: float
    lines: tuple[tuple[float, float], ...]
    breaks: tuple[float, ...]
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]

    @property
    def told(self) -> str:
        """Say what is drawn, for those who cannot see it."""
        told = (f"{each.entry.prompt}: {'; '.join(each.entry.answers)}" for each in self.labels)
        return ". ".join(told) + "."


class Timeline(NamedTuple):
    """The line, page by page, and the dates that have no place on it, since they name no year."""

    panels: tuple[Panel, ...] = ()
    undated: tuple[Entry, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether the line leaves out time somewhere."""
        return any(panel.breaks for panel in self.panels)


def timeline_of(guide: Guide, layout: Layout) -> Timeline:
    """Draw the dates of a guide that name a year, in their order, on as many pages as they need.

    There is none for less than two: nothing could be seen from it.
    """
    entries = [entry for section in guide.sections for entry in section.of("date")]
    timed = [(time_of(entry.prompt), entry) for entry in entries]
    dated = sorted(((time, each) for time, each in timed if time), key=lambda each: each[0])
    if len(dated) < 2:
        return Timeline()
    undated = tuple(entry for time, entry in timed if not time)
    return Timeline(tuple(_panels(dated, guide, layout)), undated)


def _panels(dated: list[tuple[Time, Entry]], guide: Guide, layout: Layout) -> Iterator[Panel]:
    sizes = Sizes.of(layout)
    for _ in range(2):  # how wide round years are is known when they are drawn
        labels = [_label(entry, time, sizes, guide.language) for time, entry in dated]
        parts = _parts(labels, sizes, _HEIGHTS[layout.paper])
        axes = axes_of([_part(each, sizes) for each in parts], sizes.line)
        named = (year_named(year, guide.language) for axis in axes for year in axis.years)
        roomy = sizes.with_room_for(max((width_of(year, SANS) for year in named), default=0.0))
        if roomy == sizes:
            break
        sizes = roomy
    for part, axis in zip(parts, axes, strict=True):
        yield _panel(part, axis, sizes, guide.language)


def _part(labels: list[Label], sizes: Sizes) -> Part:
    tall = [_tall(label, sizes) for label in labels]
    room = max(sum(tall), min(_LEAST_HEIGHT, len(labels) * 16))
    return Part([label.time for label in labels], tall, room)


def _label(entry: Entry, time: Time, sizes: Sizes, language: str) -> Label:
    """Break the text of a date into lines."""
    date = lines_of(
        curled(entry.prompt, language), SANS, (sizes.event - sizes.date - 2) / sizes.type
    )
    event = entry.answers[0] if len(entry.answers) == 1 else "; ".join(entry.answers)
    event = alike(event, curled_words(event, language))
    lines = lines_of(event, SERIF, (sizes.end - sizes.event) / sizes.type)
    return Label(entry, date, tuple(_set(event, lines)), time, 0.0, 0.0, 0.0)


def _set(text: str, lines: tuple[str, ...]) -> Iterator[str]:
    """Yield lines set as their text is."""
    end = 0
    for line in lines:
        start = text.index(line, end)
        end = start + len(line)
        yield part_of(text, start, end)


def _tall(label: Label, sizes: Sizes) -> float:
    before = len(label.date) + sizes.cites_below
    return max(before, len(label.event)) * sizes.line + sizes.line / 2


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


def _panel(labels: list[Label], axis: Axis, sizes: Sizes, language: str) -> Panel:
    part = _part(labels, sizes)
    height = max(part.room, axis.length)
    starts = [axis.down(time.start) for time in part.times]
    tops = spread([start - sizes.line / 2 for start in starts], part.tall, height)
    drawn = (
        replace(
            label,
            top=_rounded(top),
            start=_rounded(start),
            end=_rounded(axis.down(label.time.end)),
            dot=_dot(start, starts),
        )
        for label, top, start in zip(labels, tops, starts, strict=True)
    )
    lines = [*_lines(axis)]
    return Panel(
        sizes,
        height,
        tuple(lines),
        tuple(_rounded((above[1] + below[0]) / 2) for above, below in pairwise(lines)),
        tuple(Tick(year_named(year, language), _rounded(axis.down(year))) for year in axis.years),
        tuple(drawn),
    )


def _dot(start: float, starts: list[float]) -> float:
    """Give the radius of a dot that does not run into the next one."""
    gaps = (abs(start - other) for other in starts if other != start)
    room = (min(gaps, default=_HEIGHTS["a4"]) - _APART) / 2
    return _rounded(min(max(room, _LEAST_DOT), _DOT))


def _lines(axis: Axis) -> Iterator[tuple[float, float]]:
    """Yield from where to where the line goes; it goes on a little to a break, and round a single date."""
    last = len(axis.stretches) - 1
    for index, stretch in enumerate(axis.stretches):
        is_ruled = any(stretch.low <= year <= stretch.high for year in axis.years)
        before = _STUB if index or not is_ruled else 0.0
        after = _STUB if index < last or not is_ruled else 0.0
        yield _rounded(axis.down(stretch.low) - before), _rounded(axis.down(stretch.high) + after)


def _rounded(millimetres: float) -> float:
    return round(millimetres, 3) + 0.0

"""All dates of a guide on one line, true to scale: where everything stands, in millimetres."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, repeat
from math import floor, inf
from typing import Literal, NamedTuple

from studyguide.guide.guide import Entry, Guide
from studyguide.language.times.dates import Time, time_of
from studyguide.printing.book.timeline_labels import (
    Label,
    Sizes,
    dots,
    halved,
    label_of,
    parts_of,
    room_below,
    rooms_of,
    tall_of,
    year_named,
)
from studyguide.printing.book.timescale import (
    MOST_STEPS,
    Axis,
    Part,
    anchors,
    axes_of,
    beside,
    spread,
)
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SANS
from studyguide.printing.press.options import Layout

_HEIGHTS = {"a4": 196.0, "letter": 180.0}
"""Of what is left on a page below a heading."""

_LEAST_HEIGHT, _STRETCHED = 50.0, 2.4
"""Of a line; so many times as tall as its labels it may be where the rest of its page would be empty."""

_FAR, _NEAR = 0.9, 0.5
"""Steps between round years that a label is from its date: more than can be read well; as much as is no harm."""

_DRIFTED, _CROWDED = 0.2, 0.6
"""Of the height of a line, that a label is from its date at most, if two pages halve that; of the height of a page, that a line
takes before it goes on two: of one of few dates the first would be nearly empty."""

_SETTLED = 8
"""So often labels are placed: what stands anywhere beside its span leaves the room there to the others."""

_HARDLY, _WIDER, _FARTHER, _A_PAGE = 16.0, 2.0, 2.0, 4.0
"""What may be empty below labels; gaps that are put between them else; so many times as far from their dates they may be where pages are fuller; what counts against one."""

_How = Literal["close", "filled", "parted", "full"]
_OTHERS: tuple[_How, ...] = ("close", "full", "parted")
"""Whether what is left of pages is filled, and each is full of labels; on two, though labels have room on one."""


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
    below = room_below(undated, Sizes.of(layout), guide.language)
    return Timeline(tuple(_panels(dated, guide, layout, below)), undated)


def _panels(
    dated: list[tuple[Time, Entry]], guide: Guide, layout: Layout, below: float
) -> list[Panel]:
    """Draw the pages of the line; one on which labels stand far from their years goes on two, if that brings all near.

    What has drifted by much of the line goes there if that brings it half as near. Of several each is filled, as far as labels stay near.
    """
    panels = [*_drawn(dated, guide, layout, below, "filled")]
    if len(panels) > 1:
        others = _OTHERS if len(panels) == 2 else _OTHERS[:-1]
        ways = [panels, *([*_drawn(dated, guide, layout, below, how)] for how in others)]
        near = max(_FARTHER * min(map(_off, ways)), _NEAR)
        most = _HEIGHTS[layout.paper]
        return min((each for each in ways if _off(each) <= near), key=lambda way: _white(way, most))
    is_full = panels[0].height + below > _CROWDED * _HEIGHTS[layout.paper]
    is_one = not panels[0].breaks and below < 2 * _LEAST_HEIGHT
    if is_one and is_full and _off(panels) > _FAR:
        parted = [*_drawn(dated, guide, layout, below, "parted")]
        is_nearer = _drifted(panels) > max(_DRIFTED, 2 * _drifted(parted))
        return parted if is_nearer or _off(parted) <= _NEAR else panels
    return panels


def _white(panels: Sequence[Panel], most: float) -> float:
    """Tell what counts against what is empty on pages, but the last one: the square of it in centimetres, and each page as two."""
    rooms = rooms_of(len(panels), most, 0.0)
    left = (room - panel.height for room, panel in zip(rooms, panels[:-1], strict=False))
    return sum((max(each, 0.0) / 10) ** 2 for each in left) + _A_PAGE * len(panels)


def _drifted(panels: Iterable[Panel]) -> float:
    """Tell how far from its date a label stands at most, as a share of its line."""
    return max(_far(panel, label) / panel.height for panel in panels for label in panel.labels)


def _far(panel: Panel, label: Label) -> float:
    """Tell how far a label stands from its date, anywhere beside which it is near."""
    middle = label.top + panel.sizes.line / 2
    return max(label.start - middle, middle - label.end, 0.0)


def _off(panels: Iterable[Panel]) -> float:
    """Tell how far from its date a label stands at most, in steps from one round year to the next."""
    steps = [low.down - high.down for panel in panels for high, low in pairwise(panel.ticks)]
    off = (_far(panel, label) for panel in panels for label in panel.labels)
    return max(off) / min(steps) if steps else 0.0


def _drawn(
    dated: list[tuple[Time, Entry]], guide: Guide, layout: Layout, below: float, how: _How
) -> Iterator[Panel]:
    """Draw the line; what is `below` leaves the rest of a page to it, unless it is `close`."""
    is_parted = how == "parted"
    sizes = Sizes.of(layout)
    most = _HEIGHTS[layout.paper]
    both = rooms_of(2, most, below)
    steps, stretched = (MOST_STEPS // 2, inf) if is_parted else (MOST_STEPS, _STRETCHED)
    for _ in range(2):  # how wide round years are is known when they are drawn
        labels = [label_of(entry, time, sizes, guide.language) for time, entry in dated]
        parts = parts_of(labels, sizes, most, below, is_full=how == "full")
        parts = [*halved(labels, sizes, both)] if is_parted else parts
        rooms = rooms_of(len(parts), most, below)
        tall = (0.0,) * len(parts) if how == "close" else rooms
        drawn = [_part(*each, stretched) for each in zip(parts, repeat(sizes), tall, strict=False)]
        axes = axes_of(drawn, sizes.line, steps)
        if is_parted:
            ends = [axis.behind(each[-1].time.end) for each, axis in zip(parts, axes, strict=True)]
            both_filled = zip(parts, repeat(sizes), tall, repeat(stretched), ends, strict=False)
            axes = axes_of([_part(*each) for each in both_filled], sizes.line, steps)
        named = (year_named(year, guide.language) for axis in axes for year in axis.years)
        roomy = sizes.with_room_for(max((width_of(year, SANS) for year in named), default=0.0))
        if roomy == sizes:
            break
        sizes = roomy
    for part, axis, end in zip(parts, axes, rooms, strict=True):
        goes_on = how in ("filled", "full") and part is not parts[-1]
        spaced = _spaced(part, axis, sizes, end) if goes_on else sizes
        yield _panel(part, axis, spaced, guide.language, end)


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
    room = max(sum(tall), min(_LEAST_HEIGHT, len(labels) * 16), filled)
    return Part([label.time for label in labels], tall, room)


def _panel(labels: list[Label], axis: Axis, sizes: Sizes, language: str, most: float) -> Panel:
    """Place labels; the last may go on below the end of the line, beside which it begins, up to `most`."""
    part = _part(labels, sizes)
    height = max(part.room, axis.length)
    spans = [(axis.down(time.start), axis.down(time.end)) for time in part.times]
    wanted = anchors(spans)
    end = max(height, min(height - sizes.line / 2 + part.tall[-1], most))
    for _ in range(_SETTLED):
        tops = spread([anchor - sizes.line / 2 for anchor in wanted], part.tall, end)
        wanted = beside(spans, [top + sizes.line / 2 for top in tops])
    drawn = (
        replace(
            label,
            top=_rounded(top),
            start=_rounded(start),
            end=_rounded(end),
            anchor=_rounded(anchor),
            dot=dot,
        )
        for label, top, (start, end), anchor, dot in zip(
            labels, tops, spans, anchors(spans), dots(spans), strict=True
        )
    )
    lines = [(_rounded(start), _rounded(end)) for start, end in axis.lines]
    return Panel(
        sizes,
        max(height, tops[-1] + part.tall[-1] - sizes.gap),
        tuple(lines),
        tuple(_rounded((above[1] + below[0]) / 2) for above, below in pairwise(lines)),
        tuple(Tick(year_named(year, language), _rounded(axis.down(year))) for year in axis.years),
        tuple(drawn),
    )


def _rounded(millimetres: float) -> float:
    return round(millimetres, 3) + 0.0

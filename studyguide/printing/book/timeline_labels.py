"""The labels of a timeline: how large they are set, their lines, which stand on a page, and how years are called."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from typing import NamedTuple

from studyguide.deck.marked import alike, part_of
from studyguide.guide.guide import Entry
from studyguide.language.times.dates import Time
from studyguide.printing.lines.line_breaking import short_lines_of, width_of
from studyguide.printing.press.fonts import SANS, SERIF
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled, curled_words
from studyguide.vocabulary.vocabulary import in_figures

_WIDTH = 150.0
"""Of the text."""

_HEADING = 16.0
"""What a page without one has more, which only says that it goes on."""

_BELOW = 16.0
"""What the table of dates without a year takes besides its rows."""

_FULL, _LAST = 0.9, 0.6
"""How much of a page labels take, so that they stand near their dates; what white on the last page counts, of what it does on others."""

_MM = 25.4 / 72

_GROUPED = 10_000
"""From this year on its figures are parted as in any number of the language."""

_DOTS, _APART, _ABREAST = (0.9, 0.7, 0.5, 0.4, 0.3), 0.25, 3
"""Radii of dots, the largest first that leaves a gap between all on the line, else with some of them beside it; and how many may be so."""

_ROUND = 0.5
"""Radius of the smallest dot that is seen on the line; what is less tall, is as wide as a bar."""


class Dot(NamedTuple):
    """The dot of a date: its radius, and how far beside the line it stands, on its leader; one `is_flat` that would be too small."""

    radius: float = _DOTS[0]
    beside: float = 0.0
    is_flat: bool = False


FULL_DOT = Dot()


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the timeline is set: type, its lines and the gap between labels in millimetres, and where columns begin.

    Where lines are short, citations stand below dates, and the column of events ends at the margin.
    """

    type: float
    line: float
    gap: float
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
        return replace(self, **dict(zip(("axis", "date", "event"), moved, strict=True)))

    @classmethod
    def of(cls, layout: Layout) -> "Sizes":
        """Give the sizes of a layout: 9 pt, in large print 16."""
        if layout.is_large:
            return cls(16 * _MM, 8.0, 4.0, axis=18.0, date=28.0, event=70.0, end=_WIDTH)
        return cls(9 * _MM, 4.0, 8 / 3)


@dataclass(frozen=True, slots=True)
class Label:
    """One date: the lines of its text, how far down they begin, and where its time is drawn.

    Its leader begins at the `anchor`; a `dot` may stand beside the line.
    """

    entry: Entry
    date: tuple[str, ...]
    event: tuple[str, ...]
    time: Time
    top: float
    start: float
    end: float
    anchor: float = 0.0
    dot: Dot = FULL_DOT


def label_of(entry: Entry, time: Time, sizes: Sizes, language: str) -> Label:
    """Break the text of a date into lines."""
    date = short_lines_of(
        curled(entry.prompt, language), SANS, (sizes.event - sizes.date - 2) / sizes.type
    )
    event = entry.answers[0] if len(entry.answers) == 1 else "; ".join(entry.answers)
    event = alike(event, curled_words(event, language))
    width = (sizes.end - sizes.event) / sizes.type
    lines = _in_company(short_lines_of(event, SERIF, width), width)
    return Label(entry, date, tuple(_set(event, lines)), time, 0.0, 0.0, 0.0)


def _in_company(lines: tuple[str, ...], width: float) -> tuple[str, ...]:
    """Put a word before the last one where that has a line to itself, if two or more are left above and they have room."""
    *others, above, last = ("", "", *lines)
    kept, _, word = above.rpartition(" ")
    ending = f"{word} {last}"
    is_alone = " " not in last and " " in kept
    if not is_alone or width_of(ending, SERIF) > width:
        return lines
    return (*others[2:], kept, ending)


def _set(text: str, lines: tuple[str, ...]) -> Iterator[str]:
    """Yield lines set as their text is."""
    end = 0
    for line in lines:
        start = text.index(line, end)
        end = start + len(line)
        yield part_of(text, start, end)


def tall_of(label: Label, sizes: Sizes) -> float:
    """Tell how tall a label is, with the gap below it."""
    before = len(label.date) + sizes.cites_below
    return max(before, len(label.event)) * sizes.line + sizes.gap


def parts_of(
    labels: list[Label], sizes: Sizes, most: float, below: float, *, is_full: bool
) -> list[list[Label]]:
    """Cut the labels into parts that fit on a page each, with some room to spare, about equally full of time; or as full of labels as can be.

    The last has room for what is `below`.
    """
    tall = [tall_of(label, sizes) for label in labels]
    years = max(label.time.end for label in labels) - labels[0].time.start
    per_year = max(most, sum(tall) / _FULL) / max(years, 1.0) * (not is_full)
    ways = [
        (0.0, 0)
    ]  # what counts against the first so many on their pages; where the last of these begins
    for end in range(1, len(labels) + 1):
        high, found = 0.0, list[tuple[float, int]]()
        for at in reversed(range(end)):
            room = most + _HEADING * (at > 0) - below * (end == len(labels))
            high += tall[at]
            if found and high > room * (1.0 if is_full else _FULL):
                break
            drawn = per_year * (labels[end - 1].time.end - labels[at].time.start)
            white = (room - max(high, drawn)) ** 2 * (_LAST if end == len(labels) else 1.0)
            found.append((ways[at][0] + white, at))
        ways.append(min(found))
    parts, end = list[list[Label]](), len(labels)
    while end:
        parts.append(labels[ways[end][1] : end])
        end = ways[end][1]
    return parts[::-1]


def room_below(undated: Iterable[Entry], sizes: Sizes, language: str) -> float:
    """Tell how tall the table of dates without a year is."""
    labels = [label_of(entry, Time(0, 0), sizes, language) for entry in undated]
    return sum(tall_of(label, sizes) for label in labels) + _BELOW if labels else 0.0


def rooms_of(pages: int, most: float, below: float) -> tuple[float, ...]:
    """Tell how tall the line may be on each of its pages: `most` below the heading, and less before what is `below`."""
    *others, last = (most, *(most + _HEADING for _ in range(pages - 1)))
    return (*others, last - below)


def halved(
    labels: list[Label], sizes: Sizes, rooms: tuple[float, ...]
) -> tuple[list[Label], list[Label]]:
    """Cut the labels in two, so that time is drawn as large as can be."""
    tall = [tall_of(label, sizes) for label in labels]

    def crowded(cut: int) -> tuple[bool, float]:
        sides = ((labels[:cut], tall[:cut], rooms[0]), (labels[cut:], tall[cut:], rooms[1]))
        is_over = any(sum(high) > room for _, high, room in sides)
        years = (
            (max(each.time.end for each in side) - side[0].time.start) / room
            for side, _, room in sides
        )
        return is_over, max(years)

    cut = min(range(1, len(labels)), key=crowded)
    return labels[:cut], labels[cut:]


def year_named(year: int, language: str = "en") -> str:
    """Name a year that counts without a gap as everybody else does: `1066`, `44 BC`, `44 v. Chr.`, `10,000 BC`."""
    number = year if year > 0 else 1 - year
    shown = in_figures(number, language) if number >= _GROUPED else f"{number}"
    return shown if year > 0 else f"{shown} {_era_before(language)}"


@cache
def _era_before(language: str) -> str:
    """Give the sign of the years before the first, as the language has it."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language.replace("-", "_")).eras["abbreviated"][0])
    except (UnknownLocaleError, ValueError, KeyError):
        return "BC"


def dots(spans: Sequence[tuple[float, float]]) -> list[Dot]:
    """Give the dots of dates, all of one size; what is too near to others, or on the bar of a span, stands beside."""
    on_the_line = [(radius, 1) for radius in _DOTS[:-1]]
    for radius, most in [*on_the_line, *((radius, _ABREAST) for radius in _DOTS)]:
        places = [*_abreast(spans, radius)]
        if max(places, default=0) < most:
            break
    step = 2 * radius + _APART
    is_flat = radius < _ROUND and not any(places)
    return [Dot(radius, round(step * min(place, _ABREAST - 1), 3), is_flat) for place in places]


def _abreast(spans: Sequence[tuple[float, float]], radius: float) -> Iterator[int]:
    """Yield for each date in which place beside the line its dot has room; spans are on the line."""
    bars = [(start, end) for start, end in spans if end > start]
    taken: dict[float, int] = {}
    for start, end in spans:
        if end > start or start in taken:
            yield taken.get(start, 0) if end == start else 0
            continue
        used = {place for at, place in taken.items() if start - at < 2 * radius + _APART}
        if any(low - radius < start < high + radius for low, high in bars):
            used.add(0)
        taken[start] = next(place for place in count() if place not in used)
        yield taken[start]

"""The labels of a timeline: how large they are set, their lines, and how years are called."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from studyguide.deck.marked import alike, part_of
from studyguide.guide.guide import Entry
from studyguide.language.times.dates import Time
from studyguide.printing.lines.line_breaking import short_lines_of, width_of
from studyguide.printing.press.fonts import SANS, SERIF
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled, curled_words
from studyguide.printing.timeline.lanes import NO_BAR, Bar
from studyguide.printing.timeline.placing import FULL_DOT, Dot
from studyguide.vocabulary.vocabulary import in_figures, semicolon_of

_WIDTH = 150.0
"""Of the text."""

_CLOSER, _LESS = 0.9, 0.7
"""How far apart lines are that are set closer, and what is left of the gap between labels."""

_MM = 25.4 / 72

_WIDER = 4.0
"""So much wider is the column of dates at most where one of them takes one line then, in millimetres."""

_GROUPED = 10_000
"""From this year on its figures are parted as in any number of the language."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the timeline is set: type, its lines and the gap between labels in millimetres, and where columns begin.

    A date ends so far `apart` from its event at least.

    Where lines are short, citations stand below dates, and the column of events ends at the margin.
    """

    type: float
    line: float
    gap: float
    axis: float = 18.0
    date: float = 34.0
    event: float = 62.0
    end: float = 132.0
    apart: float = 2.0

    @property
    def cites_below(self) -> bool:
        """Whether a citation stands below its date."""
        return self.end >= _WIDTH

    @property
    def closer(self) -> "Sizes":
        """Set lines and labels closer, as a key that needs a page less for it."""
        return replace(self, line=_CLOSER * self.line, gap=_LESS * self.gap)

    def with_room_for(self, years: float) -> "Sizes":
        """Move the line to the right until round years of a width fit before it."""
        more = max(years * self.type + 4.0 - self.axis, 0.0)
        moved = (self.axis + more, self.date + more, self.event + more)
        return replace(self, **dict(zip(("axis", "date", "event"), moved, strict=True)))

    def with_whole(self, dates: Iterable[str], language: str) -> "Sizes":
        """Widen the column of dates a little for those that have one line then."""
        room = self.event - self.date - self.apart
        wide = (width_of(curled(each, language), SANS) * self.type for each in dates)
        widest = max((each for each in wide if each <= room + _WIDER), default=0.0)
        return replace(self, event=self.event + max(widest - room, 0.0))

    @classmethod
    def of(cls, layout: Layout) -> "Sizes":
        """Give the sizes of a layout: 9 pt, in large print 16."""
        if layout.is_large:
            line = 8.0 if layout.is_read_large else 6.0
            wide = {"axis": 18.0, "date": 28.0, "event": 71.0, "end": _WIDTH, "apart": 3.5}
            return cls(layout.sizes.note * _MM, line, line / 2, **wide)
        return cls(9 * _MM, 4.0, 8 / 3)


@dataclass(frozen=True, slots=True)
class Label:
    """One date: the lines of its text, how far down they begin, and where its time is drawn.

    Its leader begins at the `anchor`, and turns so far beside the line; a `dot` may stand beside the line, and so may the `bar` of a span.
    """

    entry: Entry
    date: tuple[str, ...]
    event: tuple[str, ...]
    time: Time
    top: float
    start: float
    end: float
    anchor: float = 0.0
    turn: float = 0.0
    dot: Dot = FULL_DOT
    bar: Bar = NO_BAR


def label_of(entry: Entry, time: Time, sizes: Sizes, language: str) -> Label:
    """Break the text of a date into lines."""
    date = short_lines_of(
        curled(entry.prompt, language), SANS, (sizes.event - sizes.date - sizes.apart) / sizes.type
    )
    event = (
        entry.answers[0]
        if len(entry.answers) == 1
        else f"{semicolon_of(language)} ".join(entry.answers)
    )
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

"""The line of a page: what is drawn of time, how large, where it is broken, in millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

BREAK = 10.0
"""How much a break of the line takes, in millimetres."""

_STUB = 2.0
"""How far the line goes on to a break, in millimetres."""


class Stretch(NamedTuple):
    """Time that is drawn without a break."""

    low: float
    high: float

    @property
    def years(self) -> float:
        """Tell how long it is."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Axis:
    """The line of a page: what is drawn of time, millimetres a year, its round years.

    It `is_cut` where time is left out before the next page, and `is_rescaled` where the page before has another scale.
    """

    stretches: tuple[Stretch, ...]
    per_year: float
    years: tuple[int, ...] = ()
    is_cut: bool = False
    is_rescaled: bool = False

    @property
    def breaks(self) -> int:
        """Tell how often it is broken."""
        return len(self.stretches) - 1

    @property
    def length(self) -> float:
        """Tell how long the line is, with its breaks, in millimetres."""
        drawn = sum(each.years for each in self.stretches) * self.per_year
        return drawn + BREAK * self.breaks

    @property
    def bare(self) -> Iterator[int]:
        """Yield a year of each part of the line that has no round one: else nobody sees when it is."""
        for low, high in self.stretches:
            if not any(low <= year <= high for year in self.years):
                yield ceil(low) if ceil(low) <= high else floor(low)

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
            after = _STUB if index < last or not (is_ruled or self.is_cut) else 0.0
            yield self.down(stretch.low) - before, self.down(stretch.high) + after

    def behind(self, time: float) -> float:
        """Tell how far the line goes on behind a time, in millimetres."""
        return max(self.length - self.down(time), 0.0)

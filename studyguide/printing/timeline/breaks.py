"""Where a timeline leaves out time: at gaps that would crush the rest."""

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

from studyguide.language.times.dates import Time
from studyguide.printing.timeline.axis import BREAK, Axis, Stretch
from studyguide.printing.timeline.placing import spread

_MOVED, EMPTY = 0.06, 0.3
"""The line is broken at its largest gap where labels stand further than this share of it from their dates on
average, and the gap is more than that share of the time."""

LEAST = 10.0
"""What is left for the time that is drawn, however often the line is broken, in millimetres."""


class Part(NamedTuple):
    """What is drawn on one page: the times of its labels in order, how tall these are, the room for them."""

    times: Sequence[Time]
    tall: Sequence[float]
    room: float


def stretches_of(parts: Sequence[Part], most: int | None = None) -> list[Stretch]:
    """Cut time at gaps that would crush the rest, the largest first: while labels stand far from their dates, or at so many at `most`."""
    times = [time for part in parts for time in part.times]
    spans = _spans(times)
    gaps = sorted(range(1, len(spans)), key=lambda at: spans[at - 1].high - spans[at].low)
    cuts: set[int] = set()
    for at in gaps:
        stretches = _joined(spans, cuts)
        drawn, gap = sum(each.years for each in stretches), spans[at].low - spans[at - 1].high
        is_enough = _moved(parts, stretches) <= _MOVED if most is None else len(cuts) == most
        if is_enough or not EMPTY * drawn < gap < drawn:
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
    whole = Part(times, tall, sum(part.room for part in parts))
    room = max(whole.room - BREAK * (len(stretches) - 1), LEAST)
    axis = Axis(tuple(stretches), room / sum(each.years for each in stretches))
    return astray(whole, axis) / whole.room


def astray(part: Part, axis: Axis) -> float:
    """Tell how far from where their dates begin labels stand on average, in millimetres."""
    wanted = [axis.down(time.start) for time in part.times]
    tops = spread(wanted, part.tall, part.room + part.tall[-1])  # what ends a line is no crowd
    return fmean(abs(top - want) for top, want in zip(tops, wanted, strict=True))

"""Where a timeline leaves out time: at gaps that would crush the rest."""

from collections.abc import Sequence
from math import inf
from statistics import fmean
from typing import NamedTuple

from studyguide.language.times.dates import Time
from studyguide.printing.timeline.axis import BREAK, Axis, Stretch
from studyguide.printing.timeline.placing import spread

_MOVED, EMPTY = 0.06, 0.3
"""The line is broken at its largest gap where labels stand further than this share of it from their dates on
average, and the gap is more than that share of the time."""

FAR = 12.0
"""Millimetres from its date at which a label is not read well: an axis with an empty stretch is broken rather."""

LEAST = 10.0
"""What is left for the time that is drawn, however often the line is broken, in millimetres."""


class Part(NamedTuple):
    """What is drawn on one page: the times of its labels in order, how tall these are, the room for them; where the last must `end`."""

    times: Sequence[Time]
    tall: Sequence[float]
    room: float
    end: float = inf


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
    return fmean(_each_astray(part, axis))


def unclear(part: Part, axis: Axis) -> float:
    """Tell the same, and count besides what the farthest is more from its date than can be read well."""
    each = _each_astray(part, axis)
    return fmean(each) + max(max(each) - FAR, 0.0)


def _each_astray(part: Part, axis: Axis) -> list[float]:
    wanted = [axis.down(time.start) for time in part.times]
    end = min(part.room + part.tall[-1], part.end)  # what ends a line is no crowd
    tops = spread(wanted, part.tall, end)
    return [abs(top - want) for top, want in zip(tops, wanted, strict=True)]

"""Where labels, leaders and dots of a line stand beside what they are of, in millimetres."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from typing import NamedTuple

from studyguide.printing.timeline.lanes import ON_THE_LINE, Bar, edge_at

_LOOKED_AT = 40
"""Dates before and behind a span that may be within it."""

_DOTS, _ON_LINE, _APART, _ABREAST = (0.9, 0.7, 0.5), 0.15, 0.25, 3
"""Radii of dots, the larger first; what is between two on the line at least, else one stands beside it, and between these; and how many do.
A smaller one is not seen on the line."""

_ONE = 0.4
"""So near dates have one dot, or two that look like one."""

_LEADERS_APART, _SLANTING = (0.8, 0.5, 0.3, 0.15, 0.0), 1.5
"""How far apart leaders run where one turns to its label, the farthest first that leaves so much of all to slant."""


class Dot(NamedTuple):
    """The dot of a date: its radius, and how far beside the line it stands, on its leader."""

    radius: float = _DOTS[0]
    beside: float = 0.0


FULL_DOT = Dot()


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
    """Tell where leaders begin: in the middle of spans, or of what they have before the leader of a later date, which none crosses.

    Nor does it cross the bar of a span within, if something of its own is left before that or, if both begin at once, behind.
    """
    found: list[float] = []
    for at in reversed(range(len(spans))):
        start, end = spans[at]
        middle, before = (start + end) / 2, min([end, *found[-1:]])
        low, high = start, before
        if end > start:
            for first, last in spans[at + 1 : at + 1 + _LOOKED_AT]:
                if first >= middle:
                    break
                if start < first < last:
                    high = min(high, first)
                    break
            begun = (last for first, last in spans[max(at - _LOOKED_AT, 0) : at] if first == start)
            low = max((each for each in begun if start < each < high), default=low)
        is_free = low < middle < high
        found.append(middle if is_free and middle < before else (low + high) / 2)
    return found[::-1]


def beside(spans: Sequence[tuple[float, float]], labels: Sequence[float]) -> list[float]:
    """Tell what of each span is nearest to where its label stands, but not behind that of a later date."""
    found: list[float] = []
    for (start, end), label in zip(reversed(spans), reversed(labels), strict=True):
        found.append(max(start, min([label, end, *found[-1:]])))
    return found[::-1]


def turns(
    leaders: Sequence[float], labels: Sequence[float], least: Sequence[float], wide: float
) -> list[float]:
    """Tell how far beside the line each leader turns to its label, a `wide` way beside it: those of a crowd one behind the other."""
    found = [*least]
    for apart in _LEADERS_APART:
        found = _turned(leaders, labels, least, wide, apart)
        if max(found) <= wide - _SLANTING:
            break
    return [round(each, 3) for each in found]


def _turned(
    leaders: Sequence[float],
    labels: Sequence[float],
    least: Sequence[float],
    wide: float,
    apart: float,
) -> list[float]:
    """Let each leader that goes up turn behind the one above it, and each that goes down behind the one below."""
    found, last = [*least], len(leaders) - 1
    up = ((at - 1, at, 1) for at in range(1, last + 1))
    down = ((at + 1, at, -1) for at in reversed(range(last)))
    for before, at, way in (*up, *down):
        rise, step = (leaders[at] - labels[at]) * way, (leaders[at] - leaders[before]) * way
        if rise > step and (leaders[before] - labels[before]) * way > 0:
            corner = found[before] + apart - step * wide / rise
            found[at] = max(found[at], corner / (1 - step / rise))
    return found


def radius_of(pages: Sequence[Sequence[tuple[float, float]]]) -> float:
    """Tell how large dots are, the same on all pages: as large as leaves most of them, or three of four, on the line; where even small ones are too near, some overlap."""

    def beside(radius: float) -> tuple[bool, int]:
        places = [place for spans in pages for place in _abreast(spans, radius)]
        aside = sum(map(bool, places))
        return max(places, default=0) >= _ABREAST, aside if 4 * aside > len(places) else 0

    return min(_DOTS, key=beside)


def dots(spans: Sequence[tuple[float, float]], bars: Sequence[Bar], radius: float) -> list[Dot]:
    """Give the dots of dates; what is too near to others, or on the bars of spans, stands beside."""
    step = 2 * radius + _APART
    beside = [step * min(place, _ABREAST - 1) for place in _abreast(spans, radius)]
    wide = [bar for bar in bars if bar.width]
    last, moved = -step, 0.0
    for at, (start, end) in enumerate(spans):
        if start == end:
            edge = edge_at(wide, start - radius, start + radius)
            moved = max(edge - ON_THE_LINE, moved if start - last < step else 0.0)
            last, beside[at] = start, beside[at] + moved  # all of a crowd alike
    return [Dot(radius, round(each, 3)) for each in beside]


def _abreast(spans: Sequence[tuple[float, float]], radius: float) -> Iterator[int]:
    """Yield for each date in which place beside the line its dot has room; spans are on the line."""
    bars = [(start, end) for start, end in spans if end > start]
    taken: dict[float, int] = {}
    for start, end in spans:
        one = next((at for at in taken if abs(start - at) < _ONE), None)
        if end > start or one is not None:
            yield 0 if one is None or end > start else taken[one]
            continue
        used = {place for at, place in taken.items() if start - at < 2 * radius + _ON_LINE}
        if any(low - radius < start < high + radius for low, high in bars):
            used.add(0)
        taken[start] = next(place for place in count() if place not in used)
        yield taken[start]

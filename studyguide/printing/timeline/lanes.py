"""Bars of spans beside each other, so that those which overlap in time are told apart, in millimetres."""

from collections.abc import Sequence
from typing import Final, NamedTuple

_WIDE, _NARROW = 1.8, 1.2
"""How wide a bar on the line is, and one beside it."""

_APART: Final = 0.6
"""Between bars, which a printer of one bit leaves white; as much of the line is bare between one and the next."""

SHORTEST: Final = 0.6
"""Of a bar, also of one that is shortened for that."""

_MOST: Final = 3
"""Lanes; what has no place in them stands in the last."""


ON_THE_LINE: Final = _WIDE / 2
"""How far a bar on the line reaches beside it."""


class Bar(NamedTuple):
    """Where a span is drawn, how far beside the line its middle is, how wide it is; 0 of what is none."""

    start: float
    end: float
    beside: float = 0.0
    width: float = 0.0

    @property
    def edge(self) -> float:
        """How far beside the line it ends."""
        return self.beside + self.width / 2


NO_BAR: Final = Bar(0.0, 0.0)


def bars(spans: Sequence[tuple[float, float]]) -> list[Bar]:
    """Give the bars of spans; of two that overlap, the later or shorter one stands to the right of the other."""
    order = sorted(range(len(spans)), key=lambda at: (spans[at][0], -spans[at][1]))
    ends, lanes = list[float](), dict[int, list[int]]()
    for at in order:
        start, end = spans[at]
        if end > start:
            free = (lane for lane, taken in enumerate(ends) if taken <= start)
            lane = next(free, min(len(ends), _MOST - 1))
            ends[lane : lane + 1] = [max(end, *ends[lane : lane + 1], end)]
            lanes.setdefault(lane, []).append(at)
    found = [Bar(start, end) for start, end in spans]
    for lane, places in lanes.items():
        followed = [*(spans[at][0] for at in places[1:]), spans[places[-1]][1] + _APART]
        for at, behind in zip(places, followed, strict=True):
            start, end = spans[at]
            shown = max(min(end, behind - _APART), min(end, start + SHORTEST))
            found[at] = Bar(start, shown, *_placed(lane))
    return found


def _placed(lane: int) -> tuple[float, float]:
    """Tell how far beside the line the middle of a lane is, and how wide it is."""
    if not lane:
        return 0.0, _WIDE
    first = _WIDE / 2 + _APART + _NARROW / 2
    return round(first + (lane - 1) * (_NARROW + _APART), 3), _NARROW


def edge_at(found: Sequence[Bar], low: float, high: float) -> float:
    """Tell how far bars reach beside the line between two heights; 0 where there are none."""
    return max(
        (bar.edge for bar in found if bar.width and low < bar.end and bar.start < high), default=0.0
    )

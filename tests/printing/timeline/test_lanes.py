"""Spans that overlap are told apart, dots stand beside all bars, and each part of a line has a year."""

import pytest

from studyguide.printing.timeline.axis import Axis, Stretch
from studyguide.printing.timeline.lanes import bars
from studyguide.printing.timeline.placing import dots, radius_of
from tests.table import rows

BARS: dict[str, tuple[list[tuple[float, float]], list[tuple[float, float, float]]]] = {
    "apart": ([(0, 10), (20, 30)], [(0, 10, 0), (20, 30, 0)]),
    "one in the other": ([(0, 40), (10, 20)], [(0, 40, 0), (10, 20, 2.1)]),
    "two in one": ([(0, 40), (5, 9), (20, 30)], [(0, 40, 0), (5, 9, 2.1), (20, 30, 2.1)]),
    "that begin together": ([(0, 20), (0, 40)], [(0, 20, 2.1), (0, 40, 0)]),
    "three at once": ([(0, 40), (5, 30), (9, 20)], [(0, 40, 0), (5, 30, 2.1), (9, 20, 3.9)]),
    "end to end": ([(0, 10), (10, 20)], [(0, 9.4, 0), (10, 20, 0)]),
    "hardly apart": ([(0, 10), (10.2, 20)], [(0, 9.6, 0), (10.2, 20, 0)]),
    "too short to be shortened": ([(0, 0.4), (0.4, 9)], [(0, 0.4, 0), (0.4, 9, 0)]),
    "dates": ([(5, 5), (9, 9)], [(5, 5, 0), (9, 9, 0)]),
}


@rows(("spans", "drawn"), BARS.values(), ids=BARS)
def test_bars_that_overlap_stand_side_by_side(
    spans: list[tuple[float, float]], drawn: list[tuple[float, float, float]]
) -> None:
    found = bars(spans)
    assert [bar[:3] for bar in found] == [pytest.approx(each) for each in drawn]
    wide = [each for each in found if each.width]
    for at, one in enumerate(wide):
        for two in wide[at + 1 :]:
            over = one.start < two.end and two.start < one.end
            aside = abs(one.beside - two.beside) - (one.width + two.width) / 2
            assert not over or aside > 0.59  # white on any printer


def test_more_than_three_at_once_share_the_last_lane() -> None:
    found = bars([(0, 40), (1, 39), (2, 38), (3, 37), (4, 36)])
    assert [bar.beside for bar in found] == [0, 2.1, 3.9, 3.9, 3.9]
    assert all(bar.end > bar.start for bar in found)


BESIDE: dict[str, tuple[list[tuple[float, float]], int, float]] = {
    "one bar": ([(0, 40), (15, 15)], 1, 0.9),
    "two": ([(0, 40), (10, 20), (15, 15)], 2, 2.7),
    "where the second has ended": ([(0, 40), (10, 20), (30, 30)], 2, 0.9),
    "in a crowd of which one is beside two": ([(0, 40), (10, 20), (20.5, 20.5), (21.8, 21.8)], 3, 2.7),
}  # fmt: skip


@rows(("spans", "at", "edge"), BESIDE.values(), ids=BESIDE)
def test_a_dot_stands_beside_all_bars(
    spans: list[tuple[float, float]], at: int, edge: float
) -> None:
    dot = dots(spans, bars(spans), radius_of([spans]))[at]
    assert dot.beside - dot.radius > edge
    assert (dot.beside - dot.radius > 2.7) == (edge > 2)


PARTS: dict[str, tuple[tuple[Stretch, ...], tuple[int, ...], list[int]]] = {
    "all have round years": ((Stretch(1900, 1950),), (1900, 1950), []),
    "a single day": ((Stretch(1703.87, 1703.87), Stretch(1900, 1950)), (1900, 1950), [1703]),
    "some years": ((Stretch(1703.87, 1706.5), Stretch(1900, 1950)), (1900, 1950), [1704]),
    "before the first year": ((Stretch(-42.8, -42.8), Stretch(1900, 1950)), (1900, 1950), [-43]),
}


@rows(("stretches", "years", "bare"), PARTS.values(), ids=PARTS)
def test_each_part_of_a_line_has_a_year(
    stretches: tuple[Stretch, ...], years: tuple[int, ...], bare: list[int]
) -> None:
    axis = Axis(stretches, 1.0, years)
    assert [*axis.bare] == bare
    for year in bare:
        assert any(low <= axis.down(year) <= high for low, high in axis.lines)

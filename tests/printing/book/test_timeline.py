"""When a date was, and where the timeline draws it."""

from itertools import pairwise

import pytest

from studyguide.language.dates import time_of
from studyguide.printing.book.timeline import panels
from studyguide.printing.press.layout import Layout
from tests.printing.reading import entry, small_guide

TIMES = {
    "year": ("1953", (1953, 1953)),
    "month": ("February 1917", (1917 + 1 / 12, 1917 + 1 / 12)),
    "day": ("1 July 1989", (1989.5, 1989.5)),
    "American": ("July 1, 1989", (1989.5, 1989.5)),
    "German": ("1. Juli 1989", (1989.5, 1989.5)),
    "span": ("1980–81", (1980, 1981)),
    "hyphen": ("1914-1918", (1914, 1918)),
    "decade": ("1920s", (1920, 1930)),
    "century": ("19th century", (1800, 1900)),
    "early": ("619", (619, 619)),
    "before Christ": ("44 BC", (-44, -44)),
}


@pytest.mark.parametrize(("text", "time"), TIMES.values(), ids=TIMES)
def test_dates_are_read(text: str, time: tuple[float, float]) -> None:
    assert time_of(text) == pytest.approx(time)


@pytest.mark.parametrize("text", ["August 1", "Friday", "", "the next day", "12"])
def test_no_year_is_no_time(text: str) -> None:
    assert time_of(text) is None


@pytest.mark.parametrize("count", [2, 9, 60, 300])
@pytest.mark.parametrize("large", [False, True])
def test_no_label_lies_over_another_or_outside(count: int, large: bool) -> None:
    dates = [
        entry("date", f"d{n}", str(1900 + n * 7 % 90), "what happened " * (n % 9))
        for n in range(count)
    ]
    drawn = panels(small_guide(*dates), Layout(is_large=large))
    assert sum(len(panel.labels) for panel in drawn) == count
    for panel in drawn:
        assert panel.height <= (196 if panel is drawn[0] else 226)  # below a heading, or without
        tall = [max(len(each.date), len(each.event)) * panel.sizes.line for each in panel.labels]
        for (above, below), high in zip(pairwise(panel.labels), tall, strict=False):
            assert above.top + high <= below.top + 0.01
        assert panel.labels[0].top >= 0
        assert panel.labels[-1].top + tall[-1] <= panel.height + 0.01


def test_one_date_is_no_line() -> None:
    assert panels(small_guide(entry("date", "d", "1953", "it")), Layout()) == ()

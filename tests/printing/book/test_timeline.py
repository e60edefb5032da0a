"""When a date was, and where the timeline draws it."""

from itertools import pairwise

import pytest

from studyguide.language.dates import time_of, year_named
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
    "before Christ": ("44 BC", (-43, -43)),  # the year before AD 1 is 0
    "before the era": ("2600 BCE", (-2599, -2599)),
    "grouped": ("10,000 BC", (-9999, -9999)),
    "below 100": ("AD 79", (79, 79)),
    "era behind": ("79 CE", (79, 79)),
    "about": ("c. 1200 BC", (-1199, -1199)),
    "span before": ("490–479 BC", (-489, -478)),
    "across": ("44 BC – AD 14", (-43, 14)),
    "century before": ("5th century BC", (-499, -399)),
    "two centuries": ("18th and 19th centuries", (1700, 1900)),
    "centuries before": ("5th–4th century BC", (-499, -299)),
    "millennium": ("2nd millennium BC", (-1999, -999)),
    "season": ("summer 1789", (1789 + 5 / 12, 1789 + 5 / 12)),
    "from month to month": ("June 1914 – November 1918", (1914 + 5 / 12, 1918 + 10 / 12)),
    "long ago": ("3 million years ago", (-2_998_000, -2_998_000)),
    "figures ago": ("10,000 years ago", (-8000, -8000)),
    "geological": ("66 Ma", (2000 - 66_000_000, 2000 - 66_000_000)),
    "ISO": ("1914-08-01", (1914 + 7 / 12, 1914 + 7 / 12)),
    "two decades": ("1980s–1990s", (1980, 2000)),
    "German century": ("5. Jahrhundert v. Chr.", (-499, -399)),
    "German ago": ("vor 3 Millionen Jahren", (-2_998_000, -2_998_000)),
    "German days": ("1. – 3. Mai 1945", (1945 + (4 + 2 / 31) / 12, 1945 + (4 + 2 / 31) / 12)),
    "French century": ("Ve siècle av. J.-C.", (-499, -399)),
    "French grouped": ("30 000 av. J.-C.", (-29_999, -29_999)),
    "Spanish century": ("siglo XIX", (1800, 1900)),
    "Russian day": ("9 мая 1945", (1945 + (4 + 8 / 31) / 12, 1945 + (4 + 8 / 31) / 12)),
    "Russian century": ("XIX век", (1800, 1900)),
    "Polish centuries": ("X–XI wiek", (900, 1100)),
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


IN_ORDER = [
    "3 million years ago",
    "c. 1200 BC",
    "753 BC",
    "5th century BC",
    "44 BC",
    "AD 14",
    "1066",
    "1914–18",
]


def test_dates_stand_in_the_order_of_time() -> None:
    dates = [entry("date", f"d{n}", text, "it") for n, text in enumerate(sorted(IN_ORDER))]
    (panel,) = panels(small_guide(*dates), Layout())
    assert [label.entry.prompt for label in panel.labels] == IN_ORDER


def test_there_is_no_year_nought() -> None:
    dates = [entry("date", f"d{n}", text, "it") for n, text in enumerate(["9 BC", "AD 9"])]
    (panel,) = panels(small_guide(*dates), Layout())
    assert [tick.year for tick in panel.ticks] == ["10 BC", "2 BC", "6"]
    ten, two, six = (tick.down for tick in panel.ticks)
    assert (six - two) / (two - ten) == pytest.approx(7 / 8, rel=1e-3)


def test_eras_are_those_of_the_language() -> None:
    assert year_named(-43, "de") == "44 v. Chr."
    assert year_named(-43, "tlh") == "44 BC"


def test_one_date_is_no_line() -> None:
    assert panels(small_guide(entry("date", "d", "1953", "it")), Layout()) == ()

"""When a date was, and where the timeline draws it."""

import re
from collections.abc import Iterable
from itertools import combinations, cycle, pairwise
from math import hypot
from pathlib import Path
from statistics import fmean
from typing import Literal

import pytest

from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Guide
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SANS, SERIF
from studyguide.printing.press.options import Layout
from studyguide.printing.timeline.axis import Axis, Stretch
from studyguide.printing.timeline.labels import Label, _in_company, year_named
from studyguide.printing.timeline.lanes import bars
from studyguide.printing.timeline.panels import Panel
from studyguide.printing.timeline.placing import anchors, beside, dots, radius_of, spread, turns
from studyguide.printing.timeline.scale import told
from studyguide.printing.timeline.timeline import timeline_of
from studyguide.templates import Templates
from tests.printing.reading import (
    destinations,
    destinations_before_key,
    entry,
    pages_of,
    print_before_key,
    small_guide,
    text_of,
    texts_of,
)
from tests.table import rows


def panels(made: Guide, layout: Layout) -> tuple[Panel, ...]:
    return timeline_of(made, layout).panels


def off(label: Label, panel: Panel) -> float:
    """Tell how far a label stands from its dot, or from the bar of its span."""
    middle = label.top + panel.sizes.line / 2
    return max(label.start - middle, middle - label.end)


@rows("count", [2, 9, 60, 300])
@rows("large", [False, True])
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
        assert panel.labels[0].top >= -panel.sizes.line / 2  # a drawing has as much above its line
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


ENDING = {
    "the next round year is far": (["476", "1066", "2001"], ("400", "2000")),
    "it is near": (["460", "1066", "1960"], ("400", "2000")),
    "large steps": (["3499 BC", "800", "1970"], ("3500 BC", "2000")),
    "far before the first": (["3200 BC", "753 BC", "1066", "2001"], ("3000 BC", "2000")),
    "millions of years": (["3 million years ago", "10,000 BC", "2001"], ("3,000,000 BC", "1")),
    "two at least": (["1834", "1 May 1834"], ("1834", "1835")),
    "a month before it": (["1834", "December 1835"], ("1834", "1836")),
    "a span past it": (["1903", "1924", "1953", "1980–81"], ("1900", "1990")),
    "a date that is hardly past it": (["1903", "1924", "1953", "1980"], ("1900", "1980")),
    "one of many past it, the next far": (
        [*map(str, range(820, 1960, 60)), "1966", "1978", "1986", "2020"],
        ("800", "2050"),
    ),
    "a span past it, the next far": (["1903", "1911–13"], ("1902", "1914")),
}


@rows(("texts", "ends"), ENDING.values(), ids=ENDING)
def test_a_line_goes_on_to_a_round_year_that_is_near(
    texts: list[str], ends: tuple[str, str]
) -> None:
    dates = [entry("date", f"d{n}", text, "it") for n, text in enumerate(texts)]
    (panel,) = panels(small_guide(*dates), Layout())
    assert (panel.ticks[0].year, panel.ticks[-1].year) == ends


WHOLE = {
    "a long date": (["14 September 1752", "1905"], Layout(), 62.0, 66.0),
    "short ones": (["1752", "1905"], Layout(), 62.0, 62.0),
    "one that has two lines all the same": (["the 14th of September 1752", "1905"], Layout(), 62.0, 62.0),
    "a long one, large": (["14 September 1752", "1905"], Layout(is_large=True), 71.0, 71.0),
}  # fmt: skip


@rows(("texts", "layout", "least", "most"), WHOLE.values(), ids=WHOLE)
def test_a_date_has_one_line_where_its_column_is_a_little_wider(
    texts: list[str], layout: Layout, least: float, most: float
) -> None:
    dates = [entry("date", f"d{n}", text, "it") for n, text in enumerate(texts)]
    (panel,) = panels(small_guide(*dates), layout)
    assert least <= panel.sizes.event <= most
    assert (panel.sizes.event > least) is (len(panel.labels[0].date) == 1 and most > least)


def test_there_is_no_year_nought() -> None:
    dates = [entry("date", f"d{n}", text, "it") for n, text in enumerate(["9 BC", "AD 9"])]
    (panel,) = panels(small_guide(*dates), Layout())
    assert [tick.year for tick in panel.ticks] == ["10 BC", "5 BC", "1", "5", "10"]
    _, _, one, five, ten = (tick.down for tick in panel.ticks)
    assert (five - one) / (ten - five) == pytest.approx(4 / 5, rel=1e-3)


BROKEN = {
    "one extreme date": (["3 million years ago", "753 BC", "44 BC", "1066", "1492", "1969"], 1),
    "each older than all": (
        [
            "66 Ma",
            "3 Ma",
            "40,000 BC",
            "9000 BC",
            "753 BC",
            "44 BC",
            "79 CE",
            "1066",
            "1492",
            "1600",
            "1789",
            "1969",
        ],
        4,
    ),
    "two ages": ([*map(str, range(1000, 1010)), *map(str, range(1990, 2000))], 1),
    "late ones": (["vor 3 Millionen Jahren", "5. Jahrhundert v. Chr.", "1815", "1848", "1871"], 1),
    "a century and the present": (["5e eeuw v. Chr.", "1672", "1932", "1953"], 0),
    "one age": (["1905", "1917", "1920s", "1953", "1980–81"], 0),
    "two dates": (["753 BC", "1969"], 0),
    "even": ([*map(str, range(1100, 2000, 100))], 0),
    "three near": (["1905", "1917", "1920"], 0),
    "three of a month": (["May 1917", "June 1917", "October 1917", "1921"], 0),
    "three dates": (["1900", "1950", "2000"], 0),
    "one time": (["1900", "1900", "1900"], 0),
}


@rows(("texts", "breaks"), BROKEN.values(), ids=BROKEN)
def test_a_line_is_broken_where_emptiness_would_crush_the_rest(
    texts: list[str], breaks: int
) -> None:
    dates = [entry("date", f"d{n}", text, "it") for n, text in enumerate(texts)]
    (panel,) = panels(small_guide(*dates), Layout())
    assert (len(panel.breaks), len(panel.lines)) == (breaks, breaks + 1)
    starts = [label.start for label in panel.labels]
    assert starts == sorted(starts)
    assert all(0 <= label.start <= label.end <= panel.height for label in panel.labels)
    assert all(low[0] < high[0] for low, high in pairwise(panel.lines))
    assert all(
        any(a - 0.01 <= label.start <= b + 0.01 for a, b in panel.lines) for label in panel.labels
    )
    assert all(low.down - high.down >= panel.sizes.line for high, low in pairwise(panel.ticks))


EVEN = range(1400, 1990, 5)
CROWDED = (*range(1400, 1900, 20), *range(1900, 1990))
OLD = ("500 BC", "5th century BC", "44 BC", "AD 79", "313", "9th century", "1066", "1215")
AGES = (*OLD, *map(str, range(1600, 2000, 8)))
APART = (*map(str, range(1701, 1750, 2)), *map(str, range(1861, 1910, 2)))
SCALES: dict[str, tuple[Iterable[object], Layout, bool]] = {
    "even": (EVEN, Layout(), False),
    "even, in large print": (EVEN, Layout(is_large=True), False),
    "even, on Letter": (EVEN, Layout("letter", is_large=True), False),
    "crowded at the end": (CROWDED, Layout(), True),
    "crowded, in large print": (CROWDED, Layout(is_large=True), True),
    "antiquity and the present": (AGES, Layout(), True),
    "antiquity and the present, in large print": (AGES, Layout(is_large=True), True),
    "two ages, broken between": (APART, Layout(), False),
}
"""Dates; whether some pages have another scale than those before."""


@rows(("years", "layout", "differ"), SCALES.values(), ids=SCALES)
def test_pages_of_a_line_have_one_scale_unless_that_draws_some_too_small(
    years: Iterable[object], layout: Layout, differ: bool
) -> None:
    """Of 340 years, 25 mm were left at the head of a page, from which leaders ran down as a bundle."""
    dates = [entry("date", f"d{n}", f"{year}", "it was " * 8) for n, year in enumerate(years)]
    drawn = panels(small_guide(*dates), layout)
    assert len(drawn) > 1
    assert any(panel.is_rescaled for panel in drawn) is differ
    assert not drawn[0].is_rescaled
    for panel in drawn:
        line = sum(end - start for start, end in panel.lines)
        assert line > 100 or panel is drawn[-1]
        assert fmean(max(off(label, panel), 0.0) for label in panel.labels) < 24


TROUPE = (1768, 1770, 1776, 1798, 1806, 1819, 1821, 1835, 1843, 1862, 1893, 1923, 1944, 1955, 1966)
CLEAR: dict[str, tuple[tuple[int, ...], Layout, int, bool, float]] = {
    "two crowds": ((1601, 1605, 1901, 1907), Layout(is_large=True), 1, True, 12.0),
    "a crowd between two far": ((1768, 1793, 1796, 1800, 1802, 1843), Layout("letter", is_large=True), 1, True, 12.0),
    "even ones": (tuple(range(1800, 1880, 10)), Layout("letter", is_large=True), 1, False, 15.0),
    "small print": ((1768, 1793, 1796, 1800, 1802, 1843), Layout(), 1, False, 7.0),
    "on two pages": (TROUPE, Layout("letter", is_large=True), 2, False, 24.0),
}  # fmt: skip
"""Years and a layout; how many pages they take, whether the line is broken, and how far labels are from them at most, in millimetres."""


@rows(("years", "layout", "pages", "is_broken", "most"), CLEAR.values(), ids=CLEAR)
def test_a_line_is_broken_rather_than_labels_stand_far_off(
    years: tuple[int, ...], layout: Layout, pages: int, is_broken: bool, most: float
) -> None:
    dates = [entry("date", f"d{year}", str(year), "what happened here " * 2) for year in years]
    drawn = panels(small_guide(*dates), layout)
    assert len(drawn) == pages
    assert max(off(label, panel) for panel in drawn for label in panel.labels) <= most
    assert any(panel.breaks for panel in drawn) is is_broken


def test_a_page_begins_near_its_first_date_where_the_next_would_be_crowded() -> None:
    """Its line began again with the last round year of the page before, and 62 mm were empty."""
    early, late = (
        (996, 1040, 1077, 1152, 1171, 1349, 1402),
        (1487, 1531, 1534, 1847, 1895, 1905, 1933, 1938, 1945, 1983, 1994, 2002),
    )
    dates = [
        entry("date", f"d{year}", str(year), "what happened here " * 2) for year in (*early, *late)
    ]
    _, second, *_ = panels(small_guide(*dates), Layout("letter", is_large=True))
    assert second.labels[0].start < 20


def test_a_page_with_another_scale_says_so(tmp_path: Path) -> None:
    dates = [entry("date", f"d{n}", year, "it was " * 8) for n, year in enumerate(AGES)]
    print_before_key(small_guide(*dates), Templates.of(tmp_path), Layout(), tmp_path / "guide.pdf")
    texts = texts_of(tmp_path / "guide.pdf")
    (page,) = (text for text in texts if "Timeline (continued, at another scale)" in text)
    assert page.count("Timeline") == 2  # its running head says it, too
    assert "The Mills that Ran" not in page


ENDS_OF_PAGES = {
    "it goes on": ([(1700, 1750, 2.0), (1750, 1800, 2.0)], [False, False], [False, False]),
    "both have a year": ([(1700, 1755, 2.0), (1750, 1800, 2.0)], [False, False], [False, False]),
    "time is left out": ([(1700, 1750, 2.0), (1860, 1900, 2.0)], [True, False], [False, False]),
    "another scale": ([(1700, 1750, 2.0), (1750, 1800, 4.0)], [False, False], [False, True]),
    "by a hair": ([(1700, 1750, 2.0), (1750, 1800, 2.001)], [False, False], [False, False]),
}
"""What pages draw, and how large; whether time is left out behind them; whether the scale is another than before."""


@rows(("drawn", "cut", "rescaled"), ENDS_OF_PAGES.values(), ids=ENDS_OF_PAGES)
def test_what_a_reader_is_told_of_the_page_before_and_behind(
    drawn: list[tuple[int, int, float]], cut: list[bool], rescaled: list[bool]
) -> None:
    axes = [Axis((Stretch(low, high),), per_year, (low, high)) for low, high, per_year in drawn]
    found = [*told(axes)]
    assert [axis.is_cut for axis in found] == cut
    assert [axis.is_rescaled for axis in found] == rescaled


def test_a_line_ends_with_a_sign_where_time_is_left_out_before_the_next_page() -> None:
    years = [*range(1701, 1740), *range(1961, 1991)]
    dates = [entry("date", f"d{year}", str(year), "it was " * 8) for year in years]
    drawn = panels(small_guide(*dates), Layout(is_large=True))
    assert [panel.labels[0].entry.prompt for panel in drawn][4] == "1961"
    signs = [[down > panel.lines[-1][1] for down in panel.breaks] for panel in drawn]
    assert signs == [[], [], [], [True], [], [], []]


FAR = {
    "en": ["3 million years ago", "2,500,000 years ago", "2 million years ago"],
    "de": ["vor 3 Millionen Jahren", "vor 2.500.000 Jahren", "12 000 v. Chr."],
}


@pytest.mark.parametrize("language", FAR)
def test_round_years_fit_before_the_line(language: str) -> None:
    dates = [entry("date", f"d{n}", text, "it") for n, text in enumerate(FAR[language])]
    (panel,) = panels(small_guide(*dates, language=language), Layout())
    widest = max(width_of(tick.year, SANS) for tick in panel.ticks) * panel.sizes.type
    assert widest <= panel.sizes.axis - 3
    assert panel.sizes.axis < panel.sizes.date < panel.sizes.event < panel.sizes.end


def test_what_has_no_year_is_told_below(tmp_path: Path) -> None:
    texts = ["1905", "August 1", "1917", "in summer"]
    dates = [entry("date", f"d{n}", text, f"event {n}") for n, text in enumerate(texts)]
    dates.append(
        entry("date", "e", "1920", read_markup("How the *Harbour Times* was " + "set " * 15))
    )
    made = small_guide(
        *dates, *(entry("person", f"n{n}", f"Tom Miller{n}", "a miller") for n in "abcdefgh")
    )
    assert [each.prompt for each in timeline_of(made, Layout()).undated] == [
        "August 1",
        "in summer",
    ]
    print_before_key(made, Templates.of(Path("no-deck")), Layout(), tmp_path / "guide.pdf")
    page = destinations(tmp_path / "guide.pdf")["timeline"]
    text = text_of(tmp_path / "guide.pdf", page, page)
    below = "Without a year, and so not on the line: August 1 event 1 §1 ¶1 in summer event 3 §1 ¶1"
    assert below in text
    words = pages_of(tmp_path / "guide.pdf")[page - 1].extract_words(extra_attrs=["fontname"])
    italic = "".join(word["text"] for word in words if "Italic" in word["fontname"])
    assert set(re.findall("[A-Z][a-z]+", italic)) == {"Harbour", "Times"}


def test_dots_of_near_dates_do_not_run_together_and_spans_are_bars(tmp_path: Path) -> None:
    texts = ("1905", "February 1917", "November 1918", "1920s", "1953", "1985")
    dates = [entry("date", f"d{n}", text, "it " * 60) for n, text in enumerate(texts)]
    made = small_guide(*dates)
    (panel,) = panels(made, Layout())
    dots = [label for label in panel.labels if label.start == label.end]
    assert [label.entry.prompt for label in panel.labels if label not in dots] == ["1920s"]
    assert len({label.dot.radius for label in dots}) == 1
    for one, two in combinations(dots, 2):
        apart = hypot(one.start - two.start, one.dot.beside - two.dot.beside)
        assert apart > 2 * one.dot.radius
    print_before_key(made, Templates.of(Path("no-deck")), Layout(), tmp_path / "guide.pdf")
    page = pages_of(tmp_path / "guide.pdf")[destinations(tmp_path / "guide.pdf")["timeline"] - 1]
    round_ones = [each for each in page.curves if each["width"] < 6 and each["height"] < 6]
    assert len(round_ones) == len(dots)


def test_a_span_of_which_no_bar_would_be_seen_is_a_dot() -> None:
    dates = [
        entry("date", f"d{n}", text)
        for n, text in enumerate(("1100", "18–22 March 1848", "1890s", "1985"))
    ]
    (panel,) = panels(small_guide(*dates), Layout())
    bars = [label.entry.prompt for label in panel.labels if label.end > label.start]
    assert bars == ["1890s"]


DOTS = {
    "far": ([(0, 0), (9, 9)], [0, 0]),
    "near": ([(0, 0), (1, 1), (9, 9)], [0, 1, 0]),
    "less near": ([(0, 0), (1.3, 1.3), (9, 9)], [0, 0, 0]),
    "nearly touching": ([(0, 0), (1.2, 1.2), (3, 3)], [0, 0, 0]),
    "one that touches": ([(0, 0), (0.7, 0.7), (9, 9), (10.3, 10.3), (12.1, 12.1)], [0, 1, 0, 0, 0]),
    "same": ([(0, 0), (0, 0)], [0, 0]),
    "three": ([(0, 0), (0.5, 0.5), (1, 1)], [0, 1, 2]),
    "on a bar": ([(0, 20), (5, 5)], [0, 1]),
    "many": ([(n / 10, n / 10) for n in range(30)], None),
}


@rows(("spans", "places"), DOTS.values(), ids=DOTS)
def test_dots_stand_side_by_side(
    spans: list[tuple[float, float]], places: list[int] | None
) -> None:
    drawn = dots(spans, bars(spans), radius_of([spans]))
    assert {dot.radius for dot in drawn} <= {0.5, 0.7, 0.9}
    assert max(dot.beside for dot in drawn) < 5
    if places:
        step = 2 * drawn[0].radius + 0.25
        assert [round(dot.beside / step) for dot in drawn] == places


def test_dots_of_all_pages_are_of_one_size() -> None:
    """Of 300 places those of one page were half as large as those of the page beside it.

    One of four may stand beside the line: small dots are not seen in large print.
    """
    wide, close = [(0.0, 0.0), (9.0, 9.0)], [(0.0, 0.0), (1.3, 1.3)]
    pages = [[wide], [close], [wide, close], [close, close]]
    assert [radius_of(each) for each in pages] == [0.9, 0.5, 0.9, 0.5]
    years = [*range(1200, 1500, 10), *range(1500, 1540)]
    dates = [entry("date", f"d{year}", str(year), "it was " * 8) for year in years]
    drawn = panels(small_guide(*dates), Layout())
    assert len(drawn) > 1
    assert len({label.dot.radius for panel in drawn for label in panel.labels}) == 1


TURNS = {
    "far": ([10, 50], [12, 48], [3, 3]),
    "near, up": ([100, 100.3, 100.6], [40, 48, 56], [3, 3.754, 4.507]),
    "near, down": ([10, 10.3, 10.6], [40, 48, 56], [4.459, 3.734, 3]),
    "at once, up": ([100, 100], [40, 48], [3, 3.8]),
    "apart": ([100, 100.3], [90, 110], [3, 3]),
    "level": ([100, 100.3], [100, 104], [3, 3]),
    "behind a crowd": ([100, 100, 102], [40, 48, 56], [3, 3.8, 4.264]),
}


@rows(("leaders", "labels", "found"), TURNS.values(), ids=TURNS)
def test_leaders_of_a_crowd_turn_one_behind_the_other(
    leaders: list[float], labels: list[float], found: list[float]
) -> None:
    """Eight of 1576 to 1584 ran into one blot."""
    assert turns(leaders, labels, [3.0] * len(leaders), 12.0) == pytest.approx(found, abs=0.01)


def test_leaders_of_a_large_crowd_leave_room_to_slant() -> None:
    many = range(60)
    found = turns([100.0] * 60, [float(at) for at in many], [3.0] * 60, 12.0)
    assert found == sorted(found)
    assert found[-1] <= 12 - 1.5


LEADERS: dict[str, tuple[list[tuple[float, float]], list[float]]] = {
    "dates and a span": ([(0, 10), (20, 20)], [5, 20]),
    "dates in the first half of a span": ([(0, 40), (10, 10), (15, 15)], [5, 10, 15]),
    "a date in the second half of a span": ([(0, 40), (30, 30)], [20, 30]),
    "a date in the middle of a span": ([(0, 40), (20, 20)], [10, 20]),
    "spans that overlap": ([(0, 40), (30, 60)], [20, 45]),
    "a short span in a long one": ([(0, 100), (10, 20)], [5, 15]),
    "spans that begin together": ([(0, 40), (0, 60), (0, 80)], [20, 50, 70]),
    "a date where a span begins": ([(0, 0), (0, 60)], [0, 30]),
    "the same date twice": ([(5, 5), (5, 5)], [5, 5]),
}


@rows(("spans", "found"), LEADERS.values(), ids=LEADERS)
def test_leaders_of_spans_begin_at_their_middle(
    spans: list[tuple[float, float]], found: list[float]
) -> None:
    """Where a later date is before that, in the middle of what is before its leader: none crosses it, or begins with it."""
    assert anchors(spans) == found
    assert all(start <= at <= end for (start, end), at in zip(spans, found, strict=True))


@rows(
    ("spans", "labels", "found"),
    [
        ([(0, 10)], [8], [8]),
        ([(0, 10)], [12], [10]),
        ([(0, 10), (20, 20)], [-3, 26], [0, 20]),
        ([(0, 40), (10, 10)], [14, 20], [10, 10]),
        ([(0, 40), (30, 60)], [20, 45], [20, 45]),
    ],
)
def test_labels_have_room_all_along_their_spans(
    spans: list[tuple[float, float]], labels: list[float], found: list[float]
) -> None:
    """They have it as far as the span goes, and before what is beside that of a later date."""
    assert beside(spans, labels) == found


ENDS = {
    "a word alone": (("the mill was built", "then"), ("the mill was", "built then")),
    "of three lines": (("the mill", "of the sea", "went"), ("the mill", "of the", "sea went")),
    "one would be left above": (("was built", "then"), ("was built", "then")),
    "no room": (("the mill " + "w" * 15, "went"), ("the mill " + "w" * 15, "went")),
    "two words": (("the mill was built", "and then"), ("the mill was built", "and then")),
    "one line": (("tide",), ("tide",)),
}


@rows(("lines", "kept"), ENDS.values(), ids=ENDS)
def test_no_last_word_of_an_event_is_alone(lines: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert _in_company(lines, 12.0) == kept


CROWDS = {
    "room for all": ([3.0, 20.0], [5.0, 5.0], [3.0, 20.0]),
    "both give way": ([20.0, 20.0], [6.0, 6.0], [17.0, 23.0]),
    "a tall one in the midst": ([10.0, 11.0, 23.0], [6.0, 15.0, 6.0], [5.667, 11.667, 26.667]),
    "none beyond the head": ([1.0, 2.0], [6.0, 6.0], [0.0, 6.0]),
    "nor beyond the foot": ([38.0, 39.0], [6.0, 6.0], [28.0, 34.0]),
    "crowds that meet": ([10.0, 10.0, 17.0], [6.0, 6.0, 6.0], [6.333, 12.333, 18.333]),
}


@rows(("wanted", "tall", "found"), CROWDS.values(), ids=CROWDS)
def test_labels_of_a_crowd_give_way_upwards_and_downwards(
    wanted: list[float], tall: list[float], found: list[float]
) -> None:
    assert spread(wanted, tall, 40) == pytest.approx(found, abs=0.001)


LONG, LONGER, SHORT = "what came of it " * 6, "what came of it " * 7, "it"
CENTURY = ("1905", "February 1917", "October 1917", "1920s", "1953", "1980–81")
CROWDED = ("1900", "1910", "1920", "1922", "1924", "1925")
LARGE = Layout(is_large=True)
NEAR = {
    "room on a page": (CENTURY, LONG, Layout(), 1, 0.5),
    "large": (CENTURY, LONGER, Layout(is_large=True), 2, 0.5),
    "large, of a few words": (CENTURY, SHORT, Layout(is_large=True), 1, 1.0),
    "late ones": (
        ("1601", "1790", "1791", "1793", "1794", "1799"),
        LONG,
        Layout("letter", is_large=True),
        2,
        1.0,
    ),
    "a gap in large print": (
        ("1722", "1725", "1762", "1765", "1768", "1771", "1782"),
        "the brickfield sank into the peat",
        Layout(is_large=True),
        1,
        1.0,
    ),
    "two": (("1601", "1999"), LONG, Layout(is_large=True), 1, 0.5),
}


@rows(("texts", "told", "layout", "pages", "most"), NEAR.values(), ids=NEAR)
def test_each_label_stands_by_its_year(
    texts: tuple[str, ...], told: str, layout: Layout, pages: int, most: float
) -> None:
    """It is half a step between round years off at most, or one where a break leaves less room; a page too crowded for that goes on on another.

    That begins with the year with which the one before ends.
    """
    dates = [entry("date", f"d{n}", text, told) for n, text in enumerate(texts)]
    undated = entry("date", "u", "August 1", told)
    drawn = panels(small_guide(*dates, undated), layout)
    assert len(drawn) == pages
    for panel in drawn:
        for label in panel.labels:
            assert off(label, panel) <= panel.step * most
    for above, below in pairwise(drawn):
        assert above.ticks[-1].year == below.ticks[0].year


SEEN_AT_ONCE: dict[str, tuple[tuple[str, ...], str, Layout, int, float]] = {
    "room if all is set closer": (CENTURY, LONG, LARGE, 1, 7.2),
    "on Letter": (CENTURY[:5], LONG, Layout("letter", is_large=True), 1, 7.2),
    "no room": (CENTURY, LONGER, LARGE, 2, 8.0),
    "room as it is": (CENTURY, SHORT, LARGE, 1, 8.0),
    "far from their dates": (CROWDED, LONG, LARGE, 2, 8.0),
    "small print": (CENTURY, LONG, Layout(), 1, 4.0),
}
"""Dates and what came of each; how many pages they take, and how far apart lines stand there, in millimetres."""


@rows(("texts", "told", "layout", "pages", "line"), SEEN_AT_ONCE.values(), ids=SEEN_AT_ONCE)
def test_large_labels_stand_on_one_page_if_closer_lines_give_them_room(
    texts: tuple[str, ...], told: str, layout: Layout, pages: int, line: float
) -> None:
    """None is a fifth of the line from its date there: on two pages nobody saw six dates at once."""
    dates = [entry("date", text, text, told) for text in texts]
    drawn = panels(small_guide(*dates, entry("date", "u", "August 1", told)), layout)
    assert (len(drawn), drawn[0].sizes.line) == (pages, pytest.approx(line))
    for panel in drawn[: pages == 1]:
        assert all(off(each, panel) < panel.height / 5 for each in panel.labels)


FILLED: dict[str, tuple[tuple[str, ...], Literal["a4", "letter"], float, float]] = {
    "the line goes on far behind its last date": (CENTURY, "a4", 190.0, 196.0),
    "its last label goes on below it": (NEAR["late ones"][0], "letter", 0.0, 180.0),
}
"""Dates; a paper, and how tall the first of two pages is in large print, at least and at most."""


@rows(("texts", "paper", "least", "most"), FILLED.values(), ids=FILLED)
def test_the_first_of_two_pages_is_filled(
    texts: tuple[str, ...], paper: Literal["a4", "letter"], least: float, most: float
) -> None:
    """What is kept free below a line for its last label is used where the line goes on there."""
    dates = [entry("date", f"d{n}", text, LONGER) for n, text in enumerate(texts)]
    undated = entry("date", "u", "August 1", LONG)
    first, last = panels(small_guide(*dates, undated), Layout(paper, is_large=True))
    assert least <= first.height <= most
    assert last.height <= most


@rows(("step", "layout"), [(7, Layout()), (1, Layout("letter")), (2, Layout(is_large=True))])
def test_of_several_pages_each_is_filled(step: int, layout: Layout) -> None:
    """So dates that come evenly stand beside their years, and not above them on a line that is too short."""
    dates = [entry("date", f"d{n}", str(1500 + step * n), "it") for n in range(60)]
    drawn = panels(small_guide(*dates), layout)
    assert len(drawn) > 1
    assert all(panel.height > 150 for panel in drawn[:-1])
    for panel in drawn:
        step = panel.ticks[1].down - panel.ticks[0].down
        for label in panel.labels:
            assert off(label, panel) < step / 2


TALL = ("it", LONG, "it", LONG * 3, LONG, LONG * 2)
SPREAD: dict[str, tuple[tuple[int, ...], tuple[str, ...], Layout, float]] = {
    "some tall": (tuple(range(1500, 1548)), TALL, Layout(is_large=True), 60.0),
    "some tall, on Letter": (tuple(range(1500, 1548)), TALL, Layout("letter", is_large=True), 60.0),
    "crowds": ((*range(1500, 1540), *range(1800, 1840)), ("it",), Layout(), 60.0),
    "a crowd at the end": ((*range(1500, 1900, 20), *range(1900, 1960)), ("it",), Layout(), 60.0),
}


@rows(("years", "told", "layout", "most"), SPREAD.values(), ids=SPREAD)
def test_pages_of_a_timeline_are_filled(
    years: tuple[int, ...], told: tuple[str, ...], layout: Layout, most: float
) -> None:
    """Those of tall entries left up to 90 mm white, and lines that were drawn with their labels far below them."""
    events = zip(years, cycle(told), strict=False)
    dates = [entry("date", f"d{year}", str(year), event) for year, event in events]
    drawn = panels(small_guide(*dates), layout)
    high = {"a4": 212.0, "letter": 196.0}[layout.paper]
    empty = [high - 16 * (at == 0) - panel.height for at, panel in enumerate(drawn[:-1])]
    assert len(empty) > 1
    assert min(empty) > -0.01
    assert max(empty) < most


def test_a_word_longer_than_its_column_goes_on_in_the_next_line() -> None:
    word = "Lautstärkeregelungsknopfdreher" * 4
    event = f"a {word} of e\N{COMBINING ACUTE ACCENT}" + "e\N{COMBINING ACUTE ACCENT}" * 90
    dates = [entry("date", f"d{year}", str(year), event) for year in (1900, 1950)]
    (panel,) = panels(small_guide(*dates), Layout())
    room = (panel.sizes.end - panel.sizes.event) / panel.sizes.type
    for label in panel.labels:
        assert "".join(label.event) == event.replace(" ", "")
        assert all(width_of(line, SERIF) <= room + 1 for line in label.event)
        assert not any(line[0] == "\N{COMBINING ACUTE ACCENT}" for line in label.event)


@rows(("count", "layout"), [(12, Layout()), (6, Layout(is_large=True))])
def test_two_pages_are_not_spent_in_vain(count: int, layout: Layout) -> None:
    """So many dates of one year cannot all stand by it."""
    years = ["1900", *["1917"] * count, "1990"]
    dates = [entry("date", f"d{n}", year, "it") for n, year in enumerate(years)]
    assert len(panels(small_guide(*dates), layout)) == 1


def test_a_line_is_as_tall_as_its_page() -> None:
    """Nothing else stands there, but for dates without a year."""
    dates = [entry("date", f"d{n}", text, "it " * 30) for n, text in enumerate(IN_ORDER[1:])]
    undated = [entry("date", f"u{n}", f"August {n}", "it " * 30) for n in range(1, 6)]
    (high,), (low,) = (panels(small_guide(*each), Layout()) for each in (dates, dates + undated))
    assert 170 < high.height <= 196
    assert low.height < high.height - 30


@pytest.mark.parametrize(
    "layout",
    [
        Layout(),
        pytest.param(Layout("letter"), marks=pytest.mark.torture),
        Layout(is_large=True),
    ],
)
def test_a_timeline_stays_with_what_has_no_year(layout: Layout) -> None:
    texts = ("1905", "February 1917", "1920s", "1953", "1980-81", "August 1")
    dates = [entry("date", f"d{n}", text, "what came of it " * 4) for n, text in enumerate(texts)]
    asked = [entry("question", f"q{n}", "Why?", "so " * 60) for n in range(4)]
    made = small_guide(*dates, *asked)
    places = destinations_before_key(made, Templates.of(Path("no-deck")), layout)
    assert len({places[name] for name in ("timeline", "timeline-1", "timeline-undated")}) == 1


@pytest.mark.parametrize("layout", [Layout(), LARGE], ids=["small", "large"])
def test_what_has_no_year_stands_below_what_has_one(tmp_path: Path, layout: Layout) -> None:
    """Dates and events each from one edge."""
    dates = [
        entry("date", f"d{n}", text, "Zeal") for n, text in enumerate(("1905", "1953", "May 1"))
    ]
    path = tmp_path / "g.pdf"
    print_before_key(small_guide(*dates), Templates.of(Path("no-deck")), layout, path)
    words = pages_of(path)[destinations(path)["timeline"] - 1].extract_words()
    edges = [word["x0"] for word in words if word["text"] == "Zeal"]
    assert len(edges) == 3
    assert max(edges) - min(edges) < 0.2


def test_eras_are_those_of_the_language() -> None:
    assert year_named(-43, "de") == "44 v. Chr."
    assert year_named(-43, "tlh") == "44 BC"
    assert year_named(-9999) == "10,000 BC"
    assert year_named(-9999, "de") == "10.000 v. Chr."
    assert year_named(-9999, "fr") == "10\u202f000 av. J.-C."
    assert year_named(-4999, "de") == "5000 v. Chr."


def test_one_date_is_no_line() -> None:
    assert panels(small_guide(entry("date", "d", "1953", "it")), Layout()) == ()


@pytest.mark.parametrize("large", [False, True])
def test_first_and_last_label_stand_beside_their_dots(large: bool) -> None:
    """A text of several lines goes on below the end of the line, if the page has room."""
    told = "The station on the estuary was opened, as long as the mill had been a ruin, by the president of the Republic"
    dates = [entry("date", f"d{year}", str(year), told) for year in (1601, 1999)]
    (panel,) = timeline_of(small_guide(*dates), Layout(is_large=large)).panels
    for label in panel.labels:
        assert len(label.event) > 1
        assert label.top + panel.sizes.line / 2 == pytest.approx(label.anchor, abs=0.01)
    last = panel.labels[-1]
    foot = last.top + len(last.event) * panel.sizes.line
    assert max(end for _, end in panel.lines) < foot <= panel.height + 0.01

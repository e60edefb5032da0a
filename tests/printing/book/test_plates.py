"""Where a map stands in large print and in a booklet."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from studyguide.deck.item import Image
from studyguide.guide.guide import Guide, Plate
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.book.plates import Placed, placed
from studyguide.printing.press.lettering import EASY, LEAST
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.book.test_booklet import page_with
from tests.printing.book.test_stress import of_kind, section
from tests.printing.reading import destinations, destinations_before_key, entry, small_guide
from tests.table import rows

BUNDLED = Templates.of(Path("no-deck"))
LARGE, HALVED = Layout(is_large=True), Layout(is_large=True, is_booklet=True)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 {high}"><rect width="400" height="{high}" fill="#eee"/><text y="40" font-size="{size}">Kent</text></svg>'


def with_map(folder: Path, introduction: str, size: float, high: int = 180) -> Guide:
    """Make a guide that has a map with letters of a size, as drawn 400 units wide."""
    path = folder / "map.svg"
    path.write_text(SVG.format(high=high, size=size), encoding="utf-8")
    plate = Plate(Image(path, "a map", hashlib.sha256(path.read_bytes()).hexdigest()), "The coast.")
    asked = entry("question", "q", "Which moon?", "ours")
    return replace(small_guide(asked), introduction=introduction, plates=(plate,))


WIDE = {"plate-0-own": 69.0, "plate-0-wide": 69.0}
STRIP = {"plate-0-own": 36.0, "plate-0-wide": 36.0}
TALL = {"plate-0-own": 140.0, "plate-0-wide": 200.0}
HIGH = {"plate-0-own": 300.0, "plate-0-wide": 300.0, "introduction": 420.0}
PLACES = {
    "no map in usual print": (Layout(), WIDE | {"introduction": 200.0}, 16, Placed()),
    "a wide one of large print": (
        LARGE,
        WIDE | {"introduction": 200.0},
        10,
        Placed(frozenset({"plate-0"})),
    ),
    "a wide one whose letters are read upright": (
        LARGE,
        WIDE | {"introduction": 200.0},
        11,
        Placed(are_facing=False),
    ),
    "one as tall as wide": (LARGE, TALL | {"introduction": 239.0}, 16, Placed(are_facing=False)),
    "without room below": (LARGE, TALL | {"introduction": 290.0}, 16, Placed()),
    "taller, with a page to itself": (LARGE, HIGH, 4, Placed(high=208.0)),
    "as tall as its letters need": (LARGE, HIGH, 5, Placed(high=203.0)),
    "no taller, as they are large": (LARGE, HIGH, 12, Placed()),
    "no taller in a booklet": (HALVED, HIGH, 4, Placed()),
    "a booklet": (HALVED, WIDE | {"introduction": 240.0}, 10, Placed(are_facing=False)),
    "less tall in a booklet": (
        HALVED,
        WIDE | {"introduction": 241.5},
        10,
        Placed(are_facing=False, high=67.5),
    ),
    "no room in a booklet": (
        HALVED,
        WIDE | {"introduction": 248.0},
        10,
        Placed(frozenset({"plate-0"})),
    ),
    "small letters in a booklet": (
        HALVED,
        WIDE | {"introduction": 200.0},
        8,
        Placed(frozenset({"plate-0"})),
    ),
    "letters that would be small if it is less tall": (
        HALVED,
        WIDE | {"introduction": 244.0},
        9,
        Placed(frozenset({"plate-0"})),
    ),
    "letters of unknown size": (
        HALVED,
        WIDE | {"introduction": 200.0},
        0,
        Placed(frozenset({"plate-0"})),
    ),
    "a strip of large print": (
        LARGE,
        STRIP | {"introduction": 120.0},
        12,
        Placed(are_facing=False),
    ),
    "one of small letters": (
        LARGE,
        STRIP | {"introduction": 120.0},
        9,
        Placed(frozenset({"plate-0"})),
    ),
    "one of unknown letters": (
        LARGE,
        STRIP | {"introduction": 120.0},
        0,
        Placed(frozenset({"plate-0"})),
    ),
    "one without room below": (
        LARGE,
        STRIP | {"introduction": 250.0},
        10,
        Placed(frozenset({"plate-0"})),
    ),
    "a strip of a booklet": (HALVED, STRIP | {"introduction": 120.0}, 9, Placed(are_facing=False)),
    "one of small letters there": (
        HALVED,
        STRIP | {"introduction": 120.0},
        8,
        Placed(frozenset({"plate-0"})),
    ),
    "less room below a short introduction": (
        LARGE,
        TALL | {"introduction": 258.0},
        16,
        Placed(are_facing=False, high=113.57),
    ),
    "little of it": (LARGE, TALL | {"introduction": 290.0}, 30, Placed()),
    "small letters if it is less tall": (LARGE, TALL | {"introduction": 258.0}, 11, Placed()),
    "a template that tells nothing": (HALVED, {}, 10, Placed()),
}
"""How tall things are on a page, in millimetres, and how large letters of the map, in units of its 400."""


@pytest.mark.parametrize("told", ["It is about dams.", ""], ids=["told", "bare"])
@pytest.mark.parametrize(("layout", "tall", "size", "found"), PLACES.values(), ids=PLACES)
def test_where_a_map_stands(
    tmp_path: Path, layout: Layout, tall: dict[str, float], size: float, found: Placed, told: str
) -> None:
    """It stands below its introduction only where that costs nobody its letters, or faces it; it faces no bare heading."""
    made = with_map(tmp_path, told, size, 373 if tall.items() >= TALL.items() else 180)
    is_bare = layout.is_large and not told
    high = found.high if not (is_bare and found.are_facing) else 0.0
    wanted = found._replace(are_facing=False, high=high) if is_bare else found
    assert placed(made, BUNDLED, layout, lambda _: tall, LEAST[False]) == wanted


EASE = {
    "small letters": (10.6, 240.0, True),
    "letters of 8 pt": (10.7, 240.0, False),
    "of 8 pt, if it were not less tall": (10.7, 241.5, True),
    "of unknown size": (0, 200.0, True),
}


@rows(("size", "tall", "is_turned"), EASE.values(), ids=EASE)
def test_a_map_of_a_booklet_is_turned_to_be_read_with_ease(
    tmp_path: Path, size: float, tall: float, *, is_turned: bool
) -> None:
    """Its letters were 7 pt, many of them italic, as it stood upright."""
    made = with_map(tmp_path, "It is about dams.", size)
    found = placed(made, BUNDLED, HALVED, lambda _: WIDE | {"introduction": tall}, EASY)
    assert bool(found.turned) == found.are_facing == is_turned


SHEETS = {
    "a page to spare": (1, 10, True),
    "none": pytest.param(3, 10, False, marks=pytest.mark.torture),
    "none, and letters too small upright": pytest.param(3, 8, True, marks=pytest.mark.torture),
    "none, and letters of 8 pt": pytest.param(3, 11, False, marks=pytest.mark.torture),
    "a page to spare, and letters of 8 pt": pytest.param(1, 11, False, marks=pytest.mark.torture),
}


@rows(("questions", "size", "is_turned"), SHEETS.values(), ids=SHEETS)
def test_a_map_is_turned_for_ease_only_where_that_takes_no_sheet(
    tmp_path: Path, questions: int, size: float, *, is_turned: bool
) -> None:
    made = with_map(tmp_path, "It is about dams. " * 30, size)
    made = replace(made, sections=(section(1, *of_kind("question", questions)),))
    _, parts = write_guide(made, BUNDLED, HALVED, path := tmp_path / "guide.pdf")
    told, shown = (page_with(path, parts, words) for words in ("about dams.", "coast"))
    assert shown - told == is_turned
    assert not is_turned or told % 2 == 0  # they face each other


def test_a_map_of_a_booklet_stands_upright_below_its_introduction(tmp_path: Path) -> None:
    """In large print it lies on its side on the page beside: so its letters are as large as all others."""
    for layout, size, between in ((LARGE, 10, 1), (HALVED, 12, 0)):
        made = with_map(tmp_path, "It is about dams. " * 30, size)
        path = tmp_path / "guide.pdf"
        _, parts = write_guide(made, BUNDLED, layout, path)
        if layout.is_booklet:
            told, shown, howto = (
                page_with(path, parts, words) for words in ("about dams.", "coast", "Come back.")
            )
        else:
            at = destinations(path)
            told, shown, howto = at["introduction"], at["plate-0"], at["howto"]
        assert shown == told + between
        assert howto < told


BARE = {
    "a wide one": (LARGE, 180, 1),
    "a wide one on Letter": (Layout("letter", is_large=True), 180, 1),
    "a tall one": (LARGE, 600, 1),
    "two": (LARGE, 180, 2),
    "usual print": (Layout(), 180, 2),
}


@rows(("layout", "high", "count"), BARE.values(), ids=BARE)
def test_a_heading_without_a_text_stands_above_the_first_figure(
    tmp_path: Path, layout: Layout, high: int, count: int
) -> None:
    """It stood below the contents, or alone on a page, with all figures overleaf."""
    made = with_map(tmp_path, "", 12, high)
    made = replace(made, plates=made.plates * count)
    at = destinations_before_key(made, BUNDLED, layout)
    assert at["plate-0"] == at["introduction"]
    assert at.get("plate-1", at["plate-0"]) - at["plate-0"] <= 1

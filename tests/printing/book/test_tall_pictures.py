"""Drawings with letters that other pictures' height makes too small: they are taller, or told."""

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Picture

from studyguide.deck.item import Image, Kind
from studyguide.guide.guide import Plate
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.book.pictures import on_side, taller_pictures, told_of_lettering
from studyguide.printing.lines.across import stands_across
from studyguide.printing.press.options import Layout
from tests.printing.book.test_stress import BUNDLED
from tests.printing.reading import (
    entry,
    pages_of,
    print_before_key,
    small_guide,
    texts_of,
)
from tests.table import rows

LARGE, BESIDE = Layout(is_large=True), Layout(answers="inline")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}">'
    '<rect width="{wide}" height="{high}" fill="#eee"/><text x="20" y="100" font-size="{letter}">Eling</text></svg>'
)


def drawing(folder: Path, wide: int, high: int, letter: float) -> Image:
    path = folder / f"map-{wide}-{high}.svg"
    path.write_text(SVG.format(wide=wide, high=high, letter=letter), encoding="utf-8")
    return Image(path, "A map", sha256(path.read_bytes()).hexdigest())


TALL, LOW = (400, 1500, 100 / 3), (400, 400, 30)
ITEMS: dict[str, tuple[Kind, str, tuple[int, int, float], Layout, float]] = {
    "a question": ("question", "asked_picture", TALL, Layout(), 119.1),
    "beside its answer": ("question", "asked_picture", TALL, BESIDE, 119.1),
    "a term": ("term", "asked_picture", TALL, Layout(), 119.1),
    "told of a term": ("term", "image", TALL, Layout(), 119.1),
    "in the key": ("question", "image", TALL, Layout(), 119.1),
    "above a sentence": ("cloze", "asked_picture", TALL, Layout(), 119.1),
    "in a booklet, which is halved": ("question", "asked_picture", TALL, Layout(is_booklet=True), 168.4),
    "in one of large pages": ("question", "asked_picture", TALL, Layout(is_booklet=True, is_large=True), 168.4),
    "as far as there is room": ("question", "asked_picture", TALL, LARGE, 186),
    "in large print, in the key": ("question", "image", TALL, LARGE, 200),
    "letters large enough": ("question", "asked_picture", LOW, Layout(), 0),
    "letters large enough in large print": ("question", "asked_picture", LOW, LARGE, 75.3),
    "a sign with letters larger than the text": ("term", "image", (300, 150, 46), Layout(), 12.7),
    "of a drawing that were tiny else": ("term", "image", (300, 150, 100), Layout(), 12.0),
    "in a booklet, as large as its text": ("term", "image", (300, 150, 46), Layout(is_booklet=True, is_large=True), 18.4),
    "in large print no smaller than its lines ask for": ("term", "image", (300, 150, 46), LARGE, 30.0),
    "below what is told, no larger than its letters ask for": ("term", "image", (800, 260, 26), Layout(), 26.5),
    "wider than its column, beside rules": ("question", "asked_picture", (400, 800, 20), Layout(), 105.8),
    "too wide to be larger so": ("question", "asked_picture", (1600, 500, 20), Layout(), 0),
}  # fmt: skip


@rows(("kind", "side", "shape", "layout", "high"), ITEMS.values(), ids=ITEMS)
def test_a_tall_drawing_is_as_tall_as_its_letters_ask_for(
    tmp_path: Path, kind: Kind, side: str, shape: Any, layout: Layout, high: float
) -> None:
    more: dict[str, Any] = {side: drawing(tmp_path, *shape)}
    made = small_guide(entry(kind, "q", "Where {{c1::is}} it?", "there", **more))
    found = dict(taller_pictures(made, layout))
    assert [*found.values()] == ([pytest.approx(high, abs=0.2)] if high else [])


SIDES: dict[str, tuple[Kind, str, tuple[int, int], float, Layout, float]] = {
    "a bar of a question": ("question", "asked_picture", (1000, 170), 24, LARGE, 170),
    "of an answer, with a page of the key": ("question", "image", (1000, 170), 24, LARGE, 224),
    "with a term, below its heading": ("term", "image", (1000, 170), 24, LARGE, 0),
    "beside an answer": ("question", "image", (1000, 170), 24, Layout(is_large=True, answers="inline"), 0),
    "tall, with small letters": ("question", "asked_picture", (300, 620), 10, LARGE, 0),
    "on Letter": ("question", "image", (1000, 170), 24, Layout("letter", is_large=True), 208),
    "as long as its letters ask for": ("question", "asked_picture", (1000, 170), 29, LARGE, 158),
    "with letters that are read in a key": ("question", "image", (1000, 170), 32, LARGE, 0),
    "with letters that are read upright": ("question", "asked_picture", (1000, 300), 36, LARGE, 0),
    "a little smaller than on its side": ("question", "asked_picture", (1000, 300), 31, LARGE, 0),
    "not wide, with letters of 10 pt": ("question", "image", (1000, 800), 28, LARGE, 0),
    "tall": ("question", "image", (400, 1500), 10, LARGE, 0),
    "pixels": ("question", "image", (1600, 420), 0, LARGE, 224),
    "few pixels": ("question", "image", (500, 120), 0, LARGE, 0),
    "a map of pixels": ("question", "image", (1600, 900), 0, LARGE, 0),
    "a booklet": ("question", "image", (1000, 170), 24, Layout(is_large=True, is_booklet=True), 0),
    "usual print": ("question", "image", (1000, 170), 24, Layout(), 0),
    "a class test": ("question", "asked_picture", (1000, 170), 24, Layout(is_large=True, answers="none"), 0),
}  # fmt: skip
"""How long a picture of a size is that lies on its side; letters of 0 are of pixels."""


def picture(folder: Path, size: tuple[int, int], letter: float) -> Image:
    if letter:
        return drawing(folder, *size, letter)
    Picture.new("L", size, 200).save(path := folder / "strip.png")
    return Image(path, "A strip", sha256(path.read_bytes()).hexdigest())


@rows(("kind", "side", "size", "letter", "layout", "long"), SIDES.values(), ids=SIDES)
def test_what_is_not_read_upright_in_large_print_lies_on_its_side(
    tmp_path: Path,
    kind: Kind,
    side: str,
    size: tuple[int, int],
    letter: float,
    layout: Layout,
    long: float,
) -> None:
    more: dict[str, Any] = {side: picture(tmp_path, size, letter)}
    made = small_guide(entry(kind, "q", "Where?", "there", **more))
    found = [each.tall for _, each in on_side(made, layout)]
    assert found == ([long] if long else [])
    assert not (long and [*taller_pictures(made, layout)])


LISTED = (
    "the corpuscle",
    "the tubule",
    "the loop of Henle",
    "the second tubule",
    "the duct",
    "a cup",
)
RULED = {
    "letters of 13 pt above all rules": (20, ("there",), LARGE, False),
    "above four of many rules": (30, LISTED * 2, LARGE, False),
    "they would be small": (20, LISTED, LARGE, True),
    "on Letter": pytest.param(20, LISTED, Layout("letter", is_large=True), True, marks=pytest.mark.torture),
    "no letters": pytest.param(0, LISTED, LARGE, False, marks=pytest.mark.torture),
    "usual print": (20, LISTED, Layout(), False),
    "beside its answer": (20, LISTED, Layout(is_large=True, answers="inline"), False),
    "fields": pytest.param(20, LISTED, Layout(is_large=True, is_form=True), False, marks=pytest.mark.torture),
}  # fmt: skip


@rows(("letter", "answers", "layout", "is_overleaf"), RULED.values(), ids=RULED)
def test_rules_stand_overleaf_of_a_picture_whose_letters_were_small_above_them(
    tmp_path: Path, letter: float, answers: tuple[str, ...], layout: Layout, is_overleaf: bool
) -> None:
    """Letters of 9.5 pt stood in a picture 50 mm wide, above rules, in a column of 130 mm."""
    shown = picture(tmp_path, (300, 620), letter)
    asked = entry("question", "q", "Which parts are shown?", *answers, asked_picture=shown)
    write_guide(small_guide(asked), BUNDLED, layout, path := tmp_path / "guide.pdf")
    page = next(each for each in pages_of(path) if "Which parts" in each.extract_text())
    rules = [each for each in page.lines if 210 < each["width"] < 270 or 360 < each["width"] < 375]
    has_none = is_overleaf or layout.is_form or layout.answers == "inline"
    assert has_none != bool(rules)
    words = (word for each in pages_of(path) for word in each.extract_words(extra_attrs=["size"]))
    if is_overleaf:
        assert next(word["size"] for word in words if word["text"] == "Eling") >= 13


UNREAD = {
    "tall": ((500, 1100), LARGE, 100),
    "not so tall": ((500, 300), LARGE, 78),
    "few pixels": ((150, 200), LARGE, 0),
    "usual print": ((500, 1100), Layout(), 0),
    "beside its answer": ((500, 1100), Layout(is_large=True, answers="inline"), 0),
}


@rows(("size", "layout", "tall"), UNREAD.values(), ids=UNREAD)
def test_a_picture_whose_letters_are_not_known_is_large_in_the_key_of_large_print(
    tmp_path: Path, size: tuple[int, int], layout: Layout, tall: float
) -> None:
    """Figures of a scale were 6.5 pt, beside an empty column."""
    asked = entry("question", "q", "Where?", "there", image=picture(tmp_path, size, 0))
    found = [*dict(taller_pictures(small_guide(asked), layout)).values()]
    assert found == ([pytest.approx(tall, abs=0.5)] if tall else [])


@rows(
    ("side", "kind"),
    [("image", "question"), ("asked_picture", "cloze"), ("asked_picture", "question")],
)
def test_a_picture_on_its_side_is_printed_within_its_page(
    tmp_path: Path, side: str, kind: Kind
) -> None:
    more: dict[str, Any] = {side: picture(tmp_path, (1600, 420), 0)}
    shown = entry(kind, "q", "Where {{c1::is}} it?", "there", **more)
    made, path = (
        small_guide(shown, entry(kind, "o", "What {{c1::is}} it?", "a mill")),
        tmp_path / "guide.pdf",
    )
    write_guide(made, BUNDLED, LARGE, path)
    page = next(each for each in pages_of(path) if each.images)
    (found,) = page.images
    assert found["bottom"] - found["top"] > 3.5 * (found["x1"] - found["x0"])
    assert min(found["x0"], found["top"]) > 60
    assert found["x1"] < page.width - 60
    assert found["bottom"] < page.height - 60
    words = [each for each in page.extract_words() if found["top"] < each["top"] < found["bottom"]]
    assert {each["text"] for each in words} <= {"(1.1)"}  # none else stand beside it, or below


WIDTHS: dict[str, tuple[tuple[int, int, float], bool]] = {
    "small letters in the column": ((320, 160, 14), True),
    "large enough there": ((320, 160, 20), False),
    "as narrow as the column": ((180, 90, 5), False),
}  # fmt: skip


@rows(("shape", "is_across"), WIDTHS.values(), ids=WIDTHS)
def test_a_drawing_whose_letters_are_small_in_a_column_stands_across(
    tmp_path: Path, shape: Any, is_across: bool
) -> None:
    asked = entry("question", "q", "Where?", "there", asked_picture=drawing(tmp_path, *shape))
    assert stands_across(asked, Layout()) == is_across
    assert not stands_across(asked, LARGE)


@rows(
    ("layout", "least"),
    [(Layout(), 7.4), pytest.param(BESIDE, 7.4, marks=pytest.mark.torture), (LARGE, 10.0)],
)
def test_its_letters_are_printed_so(tmp_path: Path, layout: Layout, least: float) -> None:
    """What stands beside it is on its page, and what is told is what is printed."""
    picture = drawing(tmp_path, *TALL)
    asked = [
        entry("question", "q", "Where is it?", "there", asked_picture=picture),
        entry("question", "o", "What is it?", "a mill"),
    ]
    made, path = small_guide(*asked), tmp_path / "guide.pdf"
    print_before_key(made, BUNDLED, layout, path)
    words = [word for page in pages_of(path) for word in page.extract_words(extra_attrs=["size"])]
    assert any("Eling" in told and "Where is it?" in told for told in texts_of(path))
    assert next(word["size"] for word in words if word["text"] == "Eling") >= least
    assert bool([*told_of_lettering(made, layout)]) == layout.is_large


PLATES = {
    "usual, more than two": (Layout(), 3, "6.0 pt", True),
    "usual, legible": (Layout(), 2, "", True),
    "letter paper": pytest.param(Layout("letter"), 2, "", True, marks=pytest.mark.torture),
    "large print": (LARGE, 2, "13.1 pt", False),
}


@rows(("layout", "count", "told", "shares"), PLATES.values(), ids=PLATES)
def test_a_tall_picture_of_the_whole_shares_its_page_or_fills_one(
    tmp_path: Path, layout: Layout, count: int, told: str, shares: bool
) -> None:
    wide, tall = drawing(tmp_path, 1600, 500, 40), drawing(tmp_path, *TALL)
    plates = (Plate(wide, "The wide country"), *[Plate(tall, "The tall country")] * (count - 1))
    made = small_guide(entry("question", "q", "Where?", "there"), plates=plates)
    path = tmp_path / "guide.pdf"
    print_before_key(made, BUNDLED, layout, path)
    pages = [at for at, said in enumerate(texts_of(path)) if "tall country" in said]
    assert ("wide country" in texts_of(path)[pages[0]]) == shares
    said = [each for each in told_of_lettering(made, layout) if "400" in each]
    assert told in "".join(said)


ACROSS = {f"{high} of 1600": (high, Layout()) for high in (360, 375, 390, 480)}
ACROSS["on Letter"] = (345, Layout("letter"))


@rows(("high", "layout"), ACROSS.values(), ids=ACROSS)
def test_rules_below_a_wide_picture_are_as_far_from_the_next_as_others(
    tmp_path: Path, high: int, layout: Layout
) -> None:
    """They stood 9.4 mm above the first of the next item, for 10.7, wherever the picture ended on the grid."""
    asked = [
        entry("question", f"q{n}", "Where is it?", "there it is, and stays") for n in range(14)
    ]
    asked[1] = replace(asked[1], asked_picture=drawing(tmp_path, 1600, high, 60))
    print_before_key(small_guide(*asked), BUNDLED, layout, path := tmp_path / "guide.pdf")
    page = next(each for each in pages_of(path) if each.images or "Eling" in each.extract_text())
    (shown,) = [word for word in page.extract_words() if word["text"] == "Eling"]
    rules = sorted(each["top"] for each in page.lines if 200 < each["width"] < 250)
    below = [each for each in rules if each > shown["top"]]
    apart = [(two - one) * 25.4 / 72 for one, two in pairwise(below)]
    first, *others = [each for each in apart if abs(each - 8) > 0.1]
    assert first >= min(others) - 0.1

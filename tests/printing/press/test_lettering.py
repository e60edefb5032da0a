"""Letters of drawings in large print: those that are too small are told, and a drawing that can be larger is."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Picture

from studyguide.deck.item import Image, Kind
from studyguide.guide.guide import Plate
from studyguide.printing.book.pictures import told_of_lettering
from studyguide.printing.press.lettering import enlarged, is_wide, may_be_read
from studyguide.printing.press.options import Layout
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.reading import entry, pages_of, print_before_key, small_guide
from tests.table import rows

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {own} viewBox="0 0 400 {high}"><title>t</title>{drawn}</svg>'
LETTERS = {
    "wide, large enough": (180, '<text font-size="10">Eling</text>', ""),
    "wide, too small": (180, '<text font-size="7">Eling</text>', "11.9 pt"),
    "high, too small": (400, '<text style="font-size: 12px">Eling</text>', "12.8 pt"),
    "inherited": (180, '<g font-size="7"><text><tspan>Eling</tspan></text></g>', "11.9 pt"),
    "in points": (180, '<text style="font-size:5.25pt">Eling</text>', "11.9 pt"),
    "with its face": (180, '<text style="font: 600 7px/1 Serif">Eling</text>', "11.9 pt"),
    "drawn larger": (180, '<g transform="scale(2)"><text font-size="3.5">Eling</text></g>', "11.9"),
    "only moved": (180, '<text transform="matrix(1 0 0 1 9 9)" font-size="7">Eling</text>', "11.9"),
    "only turned": (180, '<text transform="rotate(9)" font-size="10">Eling</text>', ""),
    "drawn large enough": (180, '<text transform="scale(2 2)" font-size="5">Eling</text>', ""),
    "drawn by what is no number": (180, '<text transform="scale(a)" font-size="7">a</text>', ""),
    "of a size by another": (180, '<g font-size="7"><text font-size="2em">Eling</text></g>', ""),
    "of no known size": (180, "<text>Eling</text>", ""),
    "without letters": (180, '<path d="M0 0h9"/>', ""),
}


@rows(("high", "drawn", "told"), LETTERS.values(), ids=LETTERS)
def test_small_letters_of_a_drawing_are_told_in_large_print(
    tmp_path: Path, high: int, drawn: str, told: str
) -> None:
    path = tmp_path / "map.svg"
    path.write_text(SVG.format(high=high, drawn=drawn, own=""), encoding="utf-8")
    plates = (Plate(Image(path, "A map", "0"), ""),)
    made = small_guide(plates=plates, introduction="It is about mills.")
    (said,) = (*told_of_lettering(made, Layout(is_large=True)), "")[:1]
    assert told in said
    assert bool(told) == bool(said)
    assert [*told_of_lettering(made, Layout())] == []


@rows(("introduction", "told"), [("It is about mills.", "15.8 pt"), ("", "14.2 pt")])
def test_what_lies_on_its_side_is_smaller_below_a_bare_heading(
    tmp_path: Path, introduction: str, told: str
) -> None:
    path = tmp_path / "map.svg"
    drawn = '<text font-size="9.3">Eling</text>'
    path.write_text(SVG.format(high=180, drawn=drawn, own=""), encoding="utf-8")
    plates = (Plate(Image(path, "A map", "0"), ""),)
    made = small_guide(plates=plates, introduction=introduction)
    (said,) = told_of_lettering(made, Layout(is_large=True))
    assert told in said


ITEMS: dict[str, tuple[Kind, str, Layout, str]] = {
    "above a question": ("question", "asked_picture", Layout(is_large=True), "12.9 pt"),
    "with a term": ("term", "image", Layout(is_large=True), "12.9 pt"),
    "beside a place": ("person", "asked_picture", Layout(is_large=True), "10.3 pt"),
    "beside an answer": ("question", "image", Layout(is_large=True, answers="inline"), "10.3 pt"),
    "in a key": ("cloze", "image", Layout(is_large=True, only_key=True), "12.9 pt"),
    "in no key": ("cloze", "asked_picture", Layout(is_large=True, only_key=True), ""),
    "in no class test": ("term", "image", Layout(is_large=True, answers="none"), ""),
    "as usual": ("question", "image", Layout(answers="inline"), "6.0 pt"),
    "of a term, as wide as the text": ("term", "image", Layout(), ""),
    "as wide as the text": ("cloze", "asked_picture", Layout(), ""),
    "in a usual key, across both columns": ("cloze", "image", Layout(), ""),
}


@rows(("kind", "side", "layout", "told"), ITEMS.values(), ids=ITEMS)
def test_small_letters_of_an_items_drawing_are_told(
    tmp_path: Path, kind: Kind, side: str, layout: Layout, told: str
) -> None:
    path = tmp_path / "map.svg"
    drawn = '<text font-size="14">Eling</text>'
    path.write_text(SVG.format(high=180, drawn=drawn, own=""), encoding="utf-8")
    more: dict[str, Any] = {side: Image(path, "map", "0")}
    made = small_guide(entry(kind, "q", "Where {{c1::is}} it?", **more))
    said = [*told_of_lettering(made, layout)]
    assert len(said) == bool(told)
    assert told in "".join(said)


@rows(("size", "told"), [(9, "5.9 pt: below 6.5 pt they are hard"), (11, "")])
def test_letters_of_a_booklet_are_told_as_they_are_halved(
    tmp_path: Path, size: int, told: str
) -> None:
    path = tmp_path / "map.svg"
    drawn = f'<text font-size="{size}">Eling</text>'
    path.write_text(SVG.format(high=180, drawn=drawn, own=""), encoding="utf-8")
    made = small_guide(entry("question", "q", "Where?", "There.", image=Image(path, "map", "0")))
    said = [*told_of_lettering(made, Layout(is_large=True, is_booklet=True))]
    assert len(said) == bool(told)
    assert told in "".join(said)


OWN = {
    "narrow, with small letters": ('width="80mm"', 14, ' class="enlarged"'),
    "narrow, in pixels": ('width="300" height="135"', 14, ' class="enlarged"'),
    "narrow, with large letters": ('width="80mm"', 40, ""),
    "as wide as there is room": ("", 14, ""),
    "a share of the room": ('width="100%"', 14, ""),
}


@rows(("own", "letters", "marked"), OWN.values(), ids=OWN)
def test_a_drawing_with_small_letters_is_enlarged(
    tmp_path: Path, own: str, letters: int, marked: str
) -> None:
    path = tmp_path / "map.svg"
    drawn = f'<text font-size="{letters}">Eling</text>'
    path.write_text(SVG.format(high=180, drawn=drawn, own=own), encoding="utf-8")
    assert enlarged(Image(path, "map", "0"), Layout(is_large=True)) == marked
    assert not enlarged(Image(path, "map", "0"), Layout())


def test_an_enlarged_drawing_is_printed_as_wide_as_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    drawn = '<text y="50" font-size="14">Eling</text>'
    path.write_text(SVG.format(high=100, drawn=drawn, own='width="200"'), encoding="utf-8")
    image = Image(path, "map", sha256(path.read_bytes()).hexdigest())
    made = small_guide(entry("term", "q", "a mill", "a wheel", image=image))
    print_before_key(made, BUNDLED, Layout(is_large=True), tmp_path / "guide.pdf")
    sizes = [
        char["size"]
        for page in pages_of(tmp_path / "guide.pdf")
        for char in page.chars
        if char["size"] < 15.9
    ]
    assert {round(size, 1) for size in sizes} == {12.9}  # as told: of 130 mm, not of 53


READ = {
    "written": ('<text font-size="2em">Eling</text>', True),
    "outlines drawn from parts": ('<defs><path id="E" d="M0 0h9"/></defs><use href="#E"/>', True),
    "lines alone": ('<path d="M0 0h9"/>', False),
    "no drawing": ("<", False),
}


@rows(("drawn", "expected"), READ.values(), ids=READ)
def test_what_may_be_read_in_a_drawing_is_known(tmp_path: Path, drawn: str, expected: bool) -> None:
    path = tmp_path / "map.svg"
    path.write_text(SVG.format(high=180, drawn=drawn, own=""), encoding="utf-8")
    assert may_be_read(Image(path, "map", "0")) == expected


WIDE = {
    "a strip": ((900, 60), "strip.png", True),
    "not so wide": ((900, 310), "plan.png", False),
    "has room in a column": ((150, 10), "icon.png", False),
    "tall": ((60, 900), "tall.png", False),
    "a drawing": ('viewBox="0 0 90 9"', "strip.svg", True),
    "a small drawing": ('width="40mm" viewBox="0 0 90 9"', "strip.svg", False),
    "a drawing without a box": ('width="900" height="90"', "strip.svg", True),
    "a drawing that tells nothing": ("", "strip.svg", False),
}


@rows(("size", "name", "wide"), WIDE.values(), ids=WIDE)
def test_a_picture_is_wide_that_a_column_would_make_too_small(
    tmp_path: Path, size: Any, name: str, wide: bool
) -> None:
    path = tmp_path / name
    if name.endswith(".svg"):
        path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>', encoding="utf-8")
    else:
        Picture.new("L", size, 200).save(path)
    assert is_wide(Image(path, "", sha256(path.read_bytes()).hexdigest())) == wide


@rows(("wide", "layout", "across"), [
    (1200, Layout(), 134), (1200, Layout(answers="inline"), 50), pytest.param(1200, Layout(is_form=True), 130, marks=pytest.mark.torture), (150, Layout(), 40)
], ids=["across", "beside its answer", "on a screen", "small"])  # fmt: skip
def test_a_wide_picture_of_a_question_is_as_wide_as_the_text(
    tmp_path: Path, wide: int, layout: Layout, across: float
) -> None:
    path = tmp_path / "strip.png"
    Picture.new("L", (wide, wide // 10), 200).save(path)
    image = Image(path, "a strip", sha256(path.read_bytes()).hexdigest())
    asked = [entry("question", f"q{at}", "What is it?", "a river", asked_picture=picture)
             for at, picture in enumerate((image, None))]  # fmt: skip
    print_before_key(small_guide(*asked), BUNDLED, layout, tmp_path / "guide.pdf")
    page = next(each for each in pages_of(tmp_path / "guide.pdf") if each.images)
    (found,) = page.images
    assert (found["x1"] - found["x0"]) / 72 * 25.4 == pytest.approx(across, abs=0.6)
    rules = {
        round((rect["x0"] + rect["x1"]) / 2) for rect in page.rects if 200 < rect["width"] < 240
    }
    assert len(rules) <= 1  # rules of all questions begin in one place

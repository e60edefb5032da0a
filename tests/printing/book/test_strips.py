"""A strip with small letters beside the introduction of large print: 10 pt, or a page half empty, is what it had else."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide.guide.guide import Guide, Plate
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.book.pictures import told_of_lettering
from studyguide.printing.book.strips import strip_beside
from studyguide.printing.press.options import Layout
from tests.printing.book.test_stress import BUNDLED
from tests.printing.book.test_tall_pictures import picture
from tests.printing.reading import entry, pages_of, small_guide, texts_of
from tests.table import rows

LARGE, LETTER = Layout(is_large=True), Layout("letter", is_large=True)
TEXT = "The coast has nine mills, and all of them run on the moon. "


def with_strip(folder: Path, size: tuple[int, int], letter: float, text: str) -> Guide:
    plate = Plate(picture(folder, size, letter), "The coast from the north to the south.")
    made = small_guide(entry("question", "q", "Which moon?", "ours"))
    return replace(made, introduction=text, plates=(plate,))


STRIPS = {
    "small letters": (LARGE, (1000, 170), 24, TEXT * 4, 212),
    "on Letter": (LETTER, (1000, 170), 24, TEXT * 4, 196),
    "as long as its letters ask for": (LARGE, (1000, 120), 28, TEXT * 4, 201),
    "pixels": (LARGE, (1600, 260), 0, TEXT * 4, 212),
    "letters that are read upright": (LARGE, (1000, 170), 31, TEXT * 4, 0),
    "few pixels": (LARGE, (500, 80), 0, TEXT * 4, 0),
    "no strip": (LARGE, (1000, 400), 20, TEXT * 4, 0),
    "so high that little is left beside it": (LARGE, (1000, 320), 24, TEXT * 4, 0),
    "more text than has room beside it": (LARGE, (1000, 170), 24, TEXT * 20, 0),
    "no text": (LARGE, (1000, 170), 24, "", 0),
    "usual print": (Layout(), (1000, 170), 24, TEXT * 4, 0),
    "a booklet": (Layout(is_large=True, is_booklet=True), (1000, 170), 24, TEXT * 4, 0),
    "a class test": (Layout(is_large=True, answers="none"), (1000, 170), 24, TEXT * 4, 0),
}


@rows(("layout", "size", "letter", "text", "tall"), STRIPS.values(), ids=STRIPS)
def test_a_strip_with_small_letters_lies_beside_the_introduction(
    tmp_path: Path, layout: Layout, size: tuple[int, int], letter: float, text: str, tall: float
) -> None:
    found = strip_beside(with_strip(tmp_path, size, letter, text), layout)
    assert (found.tall if found else 0) == tall


def test_there_is_one_of_several_pictures_beside_nothing(tmp_path: Path) -> None:
    made = with_strip(tmp_path, (1000, 170), 24, TEXT)
    assert strip_beside(replace(made, plates=made.plates * 2), LARGE) is None


PRINTED = {
    "a few lines": (LARGE, TEXT * 3),
    "many": (LARGE, TEXT * 9),
    "on Letter": pytest.param(LETTER, TEXT * 6, marks=pytest.mark.torture),
}


@rows(("layout", "text"), PRINTED.values(), ids=PRINTED)
def test_it_fills_one_page_with_the_text(tmp_path: Path, layout: Layout, text: str) -> None:
    made, path = with_strip(tmp_path, (1600, 260), 0, text), tmp_path / "guide.pdf"
    write_guide(made, BUNDLED, layout, path)
    (page,) = (each for each in pages_of(path) if each.images)
    (strip,) = page.images
    told = " ".join(texts_of(path)[page.page_number - 1].split())
    assert told.count("nine mills") == text.count("nine mills")
    assert "Introduction" in told
    assert strip["x1"] < page.width - 79
    assert strip["bottom"] - strip["top"] > 5 * (strip["x1"] - strip["x0"])
    words = page.extract_words()
    beside = [
        each for each in words if strip["top"] < each["top"] < strip["bottom"] and each["upright"]
    ]
    assert max(each["x1"] for each in beside) < strip["x0"] - 15


def test_its_letters_are_told_as_they_are_printed(tmp_path: Path) -> None:
    (told,) = told_of_lettering(with_strip(tmp_path, (1000, 170), 24, TEXT), LARGE)
    assert "14.4 pt" in told

"""Pictures of a class test are so tall that their letters are read."""

from pathlib import Path

import pytest

from studyguide.deck.item import Image
from studyguide.printing.class_test.shown_pictures import can_be_read, tall_of
from studyguide.printing.press.options import Layout
from tests.table import rows

DRAWN = {
    "letters are large enough": ("200 100", 16, False, 0.0),
    "taller, to be read": ("100 100", 5, False, 49.4),
    "no more than a page has room for": ("40 100", 2, False, 90.0),
    "no more than fills the width": ("300 100", 6, False, 41.2),
    "as wide as the text already": ("600 100", 4, False, 0.0),
    "in large print as others": ("100 100", 5, True, 0.0),
}


@rows(("box", "size", "is_large", "tall"), DRAWN.values(), ids=DRAWN)
def test_a_picture_is_so_tall_that_its_letters_are_read(
    box: str, size: int, is_large: bool, tall: float, tmp_path: Path
) -> None:
    path = tmp_path / "oats.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box}"><text font-size="{size}">2</text></svg>',
        encoding="utf-8",
    )
    found = tall_of(Image(path, "oats", "0" * 64), Layout(is_large=is_large))
    assert found == pytest.approx(tall, abs=0.2)


READ = {
    "at its usual height": ("200 100", 16, True),
    "where it is taller": ("100 100", 5, True),
    "not even so": ("40 100", 2, False),
    "too wide for the sheet": ("600 100", 6, False),
}


@rows(("box", "size", "is_read"), READ.values(), ids=READ)
def test_whether_a_picture_can_be_read_on_a_sheet(
    box: str, size: int, is_read: bool, tmp_path: Path
) -> None:
    path = tmp_path / "rye.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box}"><text font-size="{size}">2</text></svg>',
        encoding="utf-8",
    )
    assert can_be_read(Image(path, "rye", "0" * 64)) is is_read


def test_pixels_and_no_picture_are_as_tall_as_others() -> None:
    assert not tall_of(None, Layout())
    pixels = Image(Path("plate.png"), "a plate", "0" * 64)
    assert not tall_of(pixels, Layout())
    assert can_be_read(pixels)
    assert can_be_read(None)

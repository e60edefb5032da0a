"""The columns of the index: with what they begin, and what they say again there."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from studyguide.printing.book.columns import columns_of_index
from studyguide.printing.book.page import Start, end_page
from studyguide.printing.book.pdf import _end, resources_of
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.locators import Locator
from studyguide.printing.press.boxes import boxes_in
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_stress import BUNDLED
from tests.printing.reading import entry, small_guide

LARGE = Layout(is_large=True)
A, B = "A (continued)", "B (continued)"
GROUPS: dict[str, Any] = {
    "goes on": ((60,), 0, "en", LARGE, [["A", A], [A, A]]),
    "goes on, of several": pytest.param(
        (20, 40), 0, "en", LARGE, [["A", "B"], [B, B]], marks=pytest.mark.torture
    ),
    "in German": pytest.param(
        (60,),
        0,
        "de",
        LARGE,
        [["A", "A (Fortsetzung)"], ["A (Fortsetzung)", "A (Fortsetzung)"]],
        marks=pytest.mark.torture,
    ),
    "from the right": (
        (60,),
        0,
        "he",
        LARGE,
        [["A", "A (המשך)"], ["A (המשך)", "A (המשך)"]],
    ),
    "A4": ((240,), 0, "en", Layout(), [["A", A, A], [A, A, A]]),
    "each below its letter": ((20, 20), 0, "en", LARGE, [["A", "B"]]),
    "with sub-headings": (
        (30,),
        60,
        "en",
        Layout(),
        [["A", "A029 (continued)", "A029 (continued)"]],
    ),
}
"""How many entries begin with A, and with B; how many sub-headings the last has; and the heads of columns on each page."""


@pytest.mark.parametrize(
    ("sizes", "subheadings", "language", "layout", "heads"), GROUPS.values(), ids=GROUPS
)
def test_a_column_begins_with_a_letter_or_what_goes_on(
    sizes: tuple[int, ...], subheadings: int, language: str, layout: Layout, heads: list[list[str]]
) -> None:
    words = Vocabulary.of(Path("no-deck"), language)
    asked = entry("question", "q", "Why?", "so")
    made = small_guide(asked, language=language, vocabulary=words)
    here = (Locator("1", "1", "item-1.1"),)
    parts = tuple(IndexEntry(f"S{n:03}", here) for n in range(subheadings))
    entries = tuple(
        IndexEntry(
            f"{letter}{n:03}",
            opens="" if n else letter,
            closes=n == size - 1,
            subheadings=parts if (n, letter) == (size - 1, "AB"[len(sizes) - 1]) else (),
        )
        for letter, size in zip("AB", sizes, strict=False)
        for n in range(size)
    )
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        compose = partial(end_page, made, BUNDLED, layout, entries)
        end = _end(press, compose, Start(1), partial(columns_of_index, made, layout, entries, 1))
    assert end
    columns = [each for page in end.document.pages if (each := _columns(page))]
    assert [[column[0] for column in page] for page in columns] == heads
    shown = [line for page in columns for column in page for line in column if len(line) == 4]
    assert shown == [*(each.heading for each in entries), *(f"S{n:03}" for n in range(subheadings))]


def _columns(page: Any) -> list[list[str]]:
    """Give the texts of each column of the index on a page, but for pages and commas."""
    index = next(
        (box for box in boxes_in(page._page_box) if _class(box) == "index"),
        None,
    )
    columns = ([*boxes_in(each)] for each in index.children) if index else ()
    return [
        [
            str(box.text).split(",")[0]
            for box in boxes
            if hasattr(box, "pango_layout") and _of_line(box)
        ]
        for boxes in columns
    ]


def _of_line(box: Any) -> bool:
    return box.element is not None and box.element.tag == "p"


def _class(box: Any) -> str:
    return "" if box.element is None else str(box.element.get("class", ""))

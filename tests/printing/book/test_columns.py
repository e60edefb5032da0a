"""The columns of the index: with what they begin, and what they say again there."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from studyguide.printing.book.columns import columns_of_index
from studyguide.printing.book.line_breaking import width_of
from studyguide.printing.book.page import Start, end_page
from studyguide.printing.book.pdf import _end, resources_of
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.locators import Locator
from studyguide.printing.press.boxes import boxes_in
from studyguide.printing.press.fonts import SERIF
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_stress import BUNDLED
from tests.printing.reading import entry, small_guide
from tests.table import rows

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


@rows("pages", [("15", "40"), ()], ids=["pages and an answer", "an answer"])
def test_an_entry_is_broken_as_late_as_may_be(pages: tuple[str, ...]) -> None:
    """The longer a heading is the more of what stands behind it comes on its second line, piece by piece."""
    made = small_guide(entry("question", "q", "Why?", "so"))
    here = tuple(Locator(each, each, "index") for each in pages)
    answers = (Locator("3.20", "3.20", "key-1.1"),)
    names = (f"Dam m{'i' * n}{end}" for n in range(9, 36) for end in ("", ".", "t", "e", "m", "mm"))
    by_width = sorted(names, key=lambda each: width_of(each, SERIF))
    entries = tuple(IndexEntry(each, here, answers) for each in by_width)
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        page = end_page(made, BUNDLED, Layout(), entries, Start(1))
        lines = [line for each in press.laid_out(page).pages for line in _second_lines(each)]
    pieces = [
        *[f"{each}," for each in pages[:-1]],
        *[f"{each};" for each in pages[-1:]],
        "key 3.20",
    ]
    shown = [line for line, _ in groupby(lines) if not line.startswith("mi")]
    assert shown == ["", *(" ".join(pieces[-at:]) for at in range(1, len(pieces) + 1))]


def _second_lines(page: Any) -> Iterator[str]:
    """Yield what stands on the second line of each entry."""
    for box in boxes_in(page._page_box):
        if _class(box) == "entry" and type(box).__name__ == "BlockBox":
            texts = [
                "".join(getattr(each, "text", "") for each in boxes_in(line))
                for line in box.children
            ]
            yield "".join([*texts[1:], ""][:1]).replace("\u00a0", " ").replace("\u200b", "").strip()


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

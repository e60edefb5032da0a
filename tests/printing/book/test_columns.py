"""The columns of the index: with what they begin, and what they say again there."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from studyguide.printing.book.columns import Index, columns_of_index
from studyguide.printing.book.end import end_of
from studyguide.printing.book.page import Start, end_page
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.locators import Locator
from studyguide.printing.index.setting import Setting
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.boxes import boxes_in
from studyguide.printing.press.fonts import SERIF
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import resources_of
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_stress import BUNDLED
from tests.printing.reading import entry, small_guide
from tests.table import rows

LARGE = Layout(is_large=True)
A, B = "A (continued)", "B (continued)"
GROUPS: dict[str, Any] = {
    "goes on": ((60,), 0, "en", LARGE, [["A", A], [A, A]]),
    "goes on, of several": pytest.param(
        (21, 40), 0, "en", LARGE, [["A", "B"], [B, B]], marks=pytest.mark.torture
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
        set_index = partial(columns_of_index, made, layout, Index(entries, 1))
        end = end_of(press, compose, Start(1), set_index, is_large=layout.is_large)
    assert end
    columns = [each for page in end.document.pages if (each := _columns(page))]
    assert [[column[0] for column in page] for page in columns] == heads
    shown = [line for page in columns for column in page for line in column if len(line) == 4]
    assert shown == [*(each.heading for each in entries), *(f"S{n:03}" for n in range(subheadings))]


BROKEN = {
    "a page": ("Dam", ["15"], [], ["15"]),
    "pages": ("Dam", ["4", "15", "40"], [], ["15, 40", "4, 15, 40"]),
    "pages and an answer": ("Dam", ["15", "40"], ["3.20"], ["key 3.20", "40; key 3.20", "15, 40; key 3.20"]),
    "an answer": ("Dam", [], ["3.20"], ["key 3.20"]),
    "answers": ("Dam", [], ["1.2", "3.20"], ["key 1.2, 3.20"]),
    "more answers": (
        *("Dam", ["4"], ["1.2", "2.7", "3.20"]),
        ["2.7, 3.20", "key 1.2, 2.7, 3.20", "4; key 1.2, 2.7, 3.20"],
    ),
    "ranges": ("Dam", ["101–103", "105–107"], [], ["101–103, 105–107"]),
    "long ranges": (
        *("Dam", ["10001–10003", "10005–10007"], []),
        ["10005–10007", "10001–10003, 10005–10007"],
    ),
    "a page behind words": ("Dams of the coast and their", ["15"], [], []),
    "an answer behind words": ("Dams of the coast", [], ["3.20"], []),
}  # fmt: skip
"""What stands behind a heading of one word, longer and longer, and what of it comes to stand on its second line."""


@rows(("heading", "pages", "answers", "shown"), BROKEN.values(), ids=BROKEN)
def test_an_entry_is_broken_as_late_as_may_be_but_before_no_number_alone(
    heading: str, pages: list[str], answers: list[str], shown: list[str]
) -> None:
    """The longer a heading is the more of what stands behind it comes on its second line, piece by piece."""
    made = small_guide(entry("question", "q", "Why?", "so"))
    here = tuple(_locator(each, "index") for each in pages)
    there = tuple(_locator(each, "key-1.1") for each in answers)
    names = (
        f"{heading} m{'i' * n}{end}"
        for n in range(1, 36 if heading == "Dam" else 8)
        for end in ("", "t", "m")
    )
    by_width = sorted(names, key=lambda each: width_of(each, SERIF))
    entries = tuple(IndexEntry(each, here, there) for each in by_width)
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        page = end_page(made, BUNDLED, Layout(), entries, Start(1))
        lines = [line for each in press.laid_out(page).pages for line in _second_lines(each)]
    found = [line for line, _ in groupby(lines) if line and not line.startswith("m")]
    assert found == shown


def _locator(told: str, anchor: str) -> Locator:
    first, _, last = told.partition("–")
    return Locator(first, last or first, anchor)


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


@rows("layout", [Layout(), LARGE, Layout(paper="letter")], ids=["A4", "large", "Letter"])
def test_lines_that_letters_tell_are_those_of_the_layout(layout: Layout) -> None:
    made = small_guide(entry("question", "q", "Why?", "so"))
    here = (Locator("15", "15", "index", is_main=True), Locator("40", "41", "index"))
    names = [
        f"Dam m{'i' * n}{end}" for n in range(4, 20) for end in ("", " AV. T", " of mills", "m-m")
    ]
    parts = tuple(IndexEntry(each, here) for each in names)
    entries = (*parts, IndexEntry("Dam", subheadings=parts))
    index = Index(entries, 1)
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        html = end_page(
            made, BUNDLED, layout, entries, Start(1, setting=Setting(is_measuring=True))
        )
        seen = list[str]()
        settings = [
            columns_of_index(
                made, layout, each, html, lambda page: seen.append(page) or press.laid_out(page)
            )
            for each in (index, index._replace(is_in_our_faces=False))
        ]
    assert settings[0] == settings[1]
    assert len(seen) == len(settings)
    assert seen[0].count("<p") < seen[1].count("<p") / 2

"""Letters of the index that go on overleaf."""

from pathlib import Path
from typing import Any

import pytest

from studyguide.printing.book.columns import with_letters_overleaf
from studyguide.printing.book.index_entries import IndexEntry
from studyguide.printing.book.page import Start, end_page
from studyguide.printing.book.pdf import resources_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press, width_of
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_stress import BUNDLED
from tests.printing.reading import entry, small_guide

LARGE = Layout(is_large=True)
GROUPS = {
    "goes on": ((60,), "en", LARGE, "A (continued)"),
    "goes on, of several": pytest.param(
        (20, 40), "en", LARGE, "B (continued)", marks=pytest.mark.torture
    ),
    "in German": pytest.param((60,), "de", LARGE, "A (Fortsetzung)", marks=pytest.mark.torture),
    "from the right": ((60,), "he", LARGE, "A (המשך)"),
    "A4": ((180,), "en", Layout(), "A (continued)"),
    "begins there": ((45, 20), "en", LARGE, "B"),
    "all on one page": ((20, 20), "en", LARGE, ""),
}


@pytest.mark.parametrize(("sizes", "language", "layout", "head"), GROUPS.values(), ids=GROUPS)
def test_a_letter_that_goes_on_overleaf_is_said_again(
    sizes: tuple[int, ...], language: str, layout: Layout, head: str
) -> None:
    words = Vocabulary.of(Path("no-deck"), language)
    asked = entry("question", "q", "Why?", "so")
    made = small_guide(asked, language=language, vocabulary=words)
    entries = tuple(
        IndexEntry(f"{letter}{n:03}", opens="" if n else letter, closes=n == size - 1)
        for letter, size in zip("ABC", sizes, strict=False)
        for n in range(size)
    )
    page = end_page(made, BUNDLED, layout, entries, Start(1))
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        document = with_letters_overleaf(press.laid_out(page), width_of)
    second = _lines(document.pages[1])
    assert (second[0] == head) if head else not second or second[0] != "A"
    shown = [line for each in document.pages for line in _lines(each) if len(line) == 4]
    assert shown == [each.heading for each in entries]


def _lines(page: Any) -> list[str]:
    texts = [box for box in page._page_box.descendants() if hasattr(box, "pango_layout")]
    kinds = "letter", "entry", "entry closes"
    named = [box for box in texts if box.element is not None and box.element.get("class") in kinds]
    return [str(box.text) for box in named]

"""How far apart things stand on pages that are filled."""

from pathlib import Path
from typing import Any

import pytest

from studyguide.printing.book.measured_page import Page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.book.test_page_breaks import asked, blanks, layouts, listed, section
from tests.printing.reading import guide
from tests.table import rows

LARGE = Layout(is_large=True)
SPACED = {
    "questions": (Layout(), 0, 17, 3),
    "a list": pytest.param(Layout(), 20, 3, 3, marks=pytest.mark.torture),
    "sentences": (Layout(), 2, 3, 25),
    "in large print": (LARGE, 3, 9, 9),
    "a list in large print": pytest.param(LARGE, 14, 5, 5, marks=pytest.mark.torture),
}


def gaps(page: Page) -> list[float]:
    """Tell how far apart rows can be seen to be, in half lines."""
    places = page.placed()
    inside = [at for at in page.gaps if page.units[at + 1].tag == "tr"]
    return [places[at + 1] - places[at] - page.foot(at) for at in inside]


@rows(("layout", "terms", "questions", "sentences"), SPACED.values(), ids=SPACED)
def test_spaces_are_about_as_wide_on_a_page_and_on_all(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    terms: int,
    questions: int,
    sentences: int,
) -> None:
    """A space is at most half as much again as on the closest page, and those of a page differ by half a line, or one where some stand closer."""
    known: list[Any] = layouts(monkeypatch)
    made = guide(section(*listed(terms), *asked(questions), *blanks(sentences)))
    write_guide(made, Templates.of(tmp_path), layout, tmp_path / "guide.pdf")
    pages = [page for page in known[-1].filled if page.units and page.units[0].tag == "tr"]
    inside = [page for page in pages if not any(unit.is_own for unit in page.units)]
    assert inside
    for page in inside:
        assert max(gaps(page)) - min(gaps(page)) < (1.1 if min(gaps(page)) > 1.1 else 1.6)
        heads = [at for at in page.gaps if page.units[at + 1].tag == "h3"]
        assert max(page.more[at] for at in {*page.gaps} - {*heads}) <= 1
        assert max((page.more[at] for at in heads), default=0) <= 2

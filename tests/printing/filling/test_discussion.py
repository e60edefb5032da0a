"""Questions for discussion: how many share a page, and how many rules each has."""

from itertools import pairwise
from pathlib import Path

import pytest

from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import destinations_before_key, entry, guide, pages_of, small_guide
from tests.table import rows

MM = 72 / 25.4
LARGE, LARGE_LETTER = Layout(is_large=True), Layout("letter", is_large=True)
SHORT = "Should they have kept it, and what would they have lost?"
OF_THREE_LINES = "Should the guild have kept the viaduct of Brackwater, and what would the members of the guild have lost by that?"
LONG = "Compare what those who lived by the mill say of it with what those say who did not. " * 3

SHARED = {
    "short": (Layout(), [SHORT] * 6, [3, 3], 8, 16),
    "one": (Layout(), [SHORT], [1], 8, 12),
    "a last one": pytest.param(Layout(), [SHORT] * 7, [3, 3, 1], 8, 12, marks=pytest.mark.torture),
    "large print": (LARGE, [OF_THREE_LINES] * 7, [2, 2, 2, 1], 6, 9),
    "large print on Letter": pytest.param(
        LARGE_LETTER, [OF_THREE_LINES] * 4, [2, 2], 6, 9, marks=pytest.mark.torture
    ),
    "of any length": pytest.param(
        LARGE, [SHORT, OF_THREE_LINES] * 3, [2, 2, 2], 6, 9, marks=pytest.mark.torture
    ),
    "long": (LARGE, [LONG] * 3, [1, 1, 1], 14, 16),
    "longer": pytest.param(LARGE, [LONG * 2] * 3, [1, 1, 1], 11, 13, marks=pytest.mark.torture),
}
"""Questions, how many are on each page, and how many rules each has at least and at most."""


def rules_of(path: Path) -> list[list[int]]:
    """Count the rules below each question, page by page."""
    counts = list[list[int]]()
    for page in pages_of(path)[2:]:
        words = page.extract_words(extra_attrs=["fontname"])
        numbers = [
            each["top"] for each in words if each["text"].isdecimal() and "Semi" in each["fontname"]
        ]
        rules = [line["top"] for line in page.lines if line["width"] > 125 * MM]
        if numbers and rules:
            notes = [each["top"] for each in words if each["text"] == "Notes"]
            ends = [*numbers, *(notes or [page.height])]  # rules of notes are no question's
            counts.append([sum(a < at < b for at in rules) for a, b in pairwise(ends)])
    return counts


@rows(("layout", "asked", "shared", "least", "most"), SHARED.values(), ids=SHARED)
def test_questions_have_about_as_many_rules_on_no_more_pages_than_needed(
    tmp_path: Path, layout: Layout, asked: list[str], shared: list[int], least: int, most: int
) -> None:
    """In large print a page had one with 18 rules, or two with eight; of those that are alone the last one had three less."""
    made = guide(discussion=tuple(asked))
    write_guide(made, Templates.of(tmp_path), layout, tmp_path / "guide.pdf")
    counts = rules_of(tmp_path / "guide.pdf")
    assert [len(each) for each in counts] == shared
    assert all(least <= count <= most for each in counts for count in each)


FIRST = {"usual": (Layout(), 8), "large print": (LARGE, 12)}
"""How far below a line the first rule is, in millimetres, as each from the next."""


@rows(("layout", "apart"), FIRST.values(), ids=FIRST)
def test_first_rule_has_room_to_write_on(tmp_path: Path, layout: Layout, apart: float) -> None:
    """It was 5.3 mm below the line, where the others are 8 apart."""
    made = small_guide(entry("question", "q1", "Why was it so?", "since"), discussion=(SHORT,))
    write_guide(made, Templates.of(tmp_path), layout, tmp_path / "guide.pdf")
    pages = pages_of(tmp_path / "guide.pdf")
    for above in ("In my own words", r"lost\?"):
        ((page, told),) = [(page, each) for page in pages for each in page.search(above)]
        baseline = page.height - told["chars"][0]["matrix"][5]
        rules = sorted(line["top"] for line in page.lines if line["width"] > 125 * MM)
        below = [rule for rule in rules if rule > baseline]
        apart_here = [(b - a) / MM for a, b in pairwise([baseline, *below[:3]])]
        assert max(abs(each - apart) for each in apart_here) < 0.2


DATED = {
    "a short timeline": (3, Layout(), [0, 1]),
    "a tall one": (9, Layout(), [1, 1]),
    "large print": pytest.param(3, LARGE, [1, 1], marks=pytest.mark.torture),
}
"""How many dates there are, the layout, and how many pages behind the timeline each question stands."""


@rows(("dates", "layout", "behind"), DATED.values(), ids=DATED)
def test_questions_begin_below_a_timeline_where_the_first_has_room(
    tmp_path: Path, dates: int, layout: Layout, behind: list[int]
) -> None:
    """They began overleaf unless all had room."""
    items = [entry("date", f"d{at}", f"{1800 + 9 * at}", "it sank") for at in range(dates)]
    made = small_guide(*items, discussion=(SHORT, SHORT))
    places = destinations_before_key(made, Templates.of(tmp_path), layout)
    assert [places[f"discussion-{nth}"] - places["timeline"] for nth in (1, 2)] == behind

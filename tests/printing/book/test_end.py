"""How a book ends: no page of index or key is nearly empty, and none is empty before the key."""

import re
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from studyguide.deck.item import Kind
from studyguide.printing.book.columns import columns_of
from studyguide.printing.book.end import end_at, end_of, pages_of_key, spaced
from studyguide.printing.book.going_on import first_line
from studyguide.printing.book.notes_below import with_notes_below
from studyguide.printing.book.page import Start, end_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.boxes import boxes_in, classes_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import resources_of
from tests.printing.book.test_stress import BUNDLED, of_kind, section
from tests.printing.reading import entry, guide, pages_of, small_guide, texts_of
from tests.table import rows

LARGE, BOOKLET = Layout(is_large=True), Layout(is_large=True, is_booklet=True)
LONG = "because the pond fills with the tide and the hours of work move on by some fifty minutes each day"
KEYS = {
    "a page saved": (LARGE, 70, "the dam", 3, (0.2, 0.9)),
    "a page saved by all that may be": pytest.param(
        LARGE, 52, "the dam", 2, (0.9, 1.0), marks=pytest.mark.torture
    ),
    "no page can be saved": (LARGE, 1, LONG * 15, 2, (-1.5, -0.1)),
    "no page can be saved of two columns": pytest.param(
        Layout(), 250, "the dam", 3, (-1.5, -0.1), marks=pytest.mark.torture
    ),
    "a page saved of two columns": pytest.param(
        Layout(), 112, "the dam", 1, (0.1, 1.0), marks=pytest.mark.torture
    ),
    "no page can be saved, and two columns stand on it": pytest.param(
        Layout(), 262, "the dam", 3, (0.0, 0.0), marks=pytest.mark.torture
    ),
    "enough on the last page": pytest.param(
        LARGE, 60, "the dam", 3, (0.0, 0.0), marks=pytest.mark.torture
    ),
    "one page with little on it": (LARGE, 3, "the dam", 1, (0.0, 0.0)),
    "one page that is full": pytest.param(
        LARGE, 20, "the dam", 1, (0.0, 0.0), marks=pytest.mark.torture
    ),
}
"""Layout, answers, what each says; how many pages the key takes, and how much closer it is set, at least and at most."""


@rows(("layout", "count", "answer", "pages", "closer"), KEYS.values(), ids=KEYS)
def test_a_key_ends_with_more_than_a_few_answers(
    layout: Layout, count: int, answer: str, pages: int, closer: tuple[float, float]
) -> None:
    made = small_guide(*(entry("question", f"q{n}", "Why?", answer) for n in range(count)))
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        compose = partial(end_page, made, BUNDLED, layout, ())
        end = end_of(press, compose, Start(1), None, is_large=layout.is_large)
    assert end
    taken = pages_of_key(end)
    least, most = closer
    assert least <= end.start.closer <= most, (end.start.closer, taken)
    assert pages - 1 < taken <= pages, (end.start.closer, taken)
    assert pages == 1 or taken > pages - 1 + 0.2, taken


SPACED = {
    "half a line": (Layout(), 60, "the dam", 1 / 2),
    "in one column": pytest.param(Layout(), 12, "the dam", 1 / 2, marks=pytest.mark.torture),
    "as much as one page has room for": (Layout(), 28, "the dam", 1 / 3),
    "as much as two pages have room for": pytest.param(
        Layout(), 170, "the dam", 1 / 4, marks=pytest.mark.torture
    ),
    "instead of wider lines": pytest.param(
        Layout(), 120, "the dam", 1 / 2, marks=pytest.mark.torture
    ),
    "long ones, a little": pytest.param(Layout(), 68, LONG, 1 / 6, marks=pytest.mark.torture),
    "long ones that fill their page": pytest.param(
        Layout(), 72, LONG, 0, marks=pytest.mark.torture
    ),
    "in large print": (LARGE, 8, "the dam", 1 / 2),
    "more where little is on the last of two": (LARGE, 28, "the dam", 3 / 4),
    "not where half of it is filled": pytest.param(
        LARGE, 32, "the dam", 1 / 2, marks=pytest.mark.torture
    ),
    "a page that is full": (LARGE, 19, "the dam", 0),
    "a key that is closer to save a page": pytest.param(
        LARGE, 47, "the dam", 0, marks=pytest.mark.torture
    ),
    "one answer": (Layout(), 1, LONG, 0),
}
"""Layout, answers, what each says; how far apart they are, in lines."""


@rows(("layout", "count", "answer", "apart"), SPACED.values(), ids=SPACED)
def test_answers_are_apart_where_the_last_page_has_room(
    layout: Layout, count: int, answer: str, apart: float
) -> None:
    """All alike, on as many pages, and headings have more above them; columns of a page end alike."""
    asked = [entry("question", f"q{n}", "Why?", answer) for n in range(count)]
    half = count // 2
    made = guide(
        *(section(n, *each) for n, each in enumerate((asked[:half], asked[half:]), 1) if each)
    )
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        set_anew = partial(end_at, press, partial(end_page, made, BUNDLED, layout, ()))
        first = end_of(
            press,
            partial(end_page, made, BUNDLED, layout, ()),
            Start(1),
            None,
            is_large=layout.is_large,
        )
        assert first
        end = spaced(first, set_anew)
    assert end.start.apart == apart
    if not apart:
        assert end is first
        return
    assert len(end.document.pages) == len(first.document.pages)
    columns = [column for page in end.document.pages for column in columns_of(page)]
    pairs = [pair for column in columns for pair in pairwise(column.children)]
    line = first_line(columns[0].children[1]).height
    white = {
        (two.element_tag, round((two.border_box_y() - one.border_box_y() - one.border_height()) / line, 2))
        for one, two in pairs
        if one.element_tag == "div"
    }  # fmt: skip
    assert {more for tag, more in white if tag == "div"} == {round(apart, 2)}
    assert all(more >= 1 + apart / 2 for tag, more in white if tag == "h3")
    feet = [column.children[-1].border_box_y() for column in columns_of(end.document.pages[-1])]
    assert max(feet) - min(feet) < 4 * line


SMALL = {
    "an answer": ({"question": 1}, Layout(), 1, 4),
    "on Letter": pytest.param({"question": 1}, Layout(paper="letter"), 1, 4, marks=pytest.mark.torture),
    "in a form": pytest.param({"question": 1}, Layout(is_form=True), 1, 4, marks=pytest.mark.torture),
    "that would face the question": ({"question": 1}, LARGE, 2, 6),
    "enough of them": pytest.param({"question": 14}, Layout(), 1, None, marks=pytest.mark.torture),
    "a few": pytest.param({"question": 5}, Layout(), 1, 4, marks=pytest.mark.torture),
    "a few in large print": pytest.param({"question": 3}, LARGE, 2, 6, marks=pytest.mark.torture),
    "half a page, behind an index below which are some": pytest.param({"term": 24, "question": 14}, Layout(), 2, 9, marks=pytest.mark.torture),
    "behind an index, below which are some, too": pytest.param({"term": 12, "question": 1}, Layout(), 2, 7, marks=pytest.mark.torture),
}  # fmt: skip
"""How many items of each kind there are, the layout, how often notes are headed, and the page of a key above some."""


@rows(("kinds", "layout", "headed", "key"), SMALL.values(), ids=SMALL)
def test_a_key_with_little_on_its_page_has_rules_for_notes_below(
    tmp_path: Path, kinds: dict[Kind, int], layout: Layout, headed: int, key: int | None
) -> None:
    """An answer stood alone behind a page of rules; now it has those below, overleaf of the question."""
    items = (each for kind, count in kinds.items() for each in of_kind(kind, count))
    write_guide(guide(section(1, *items)), BUNDLED, layout, tmp_path / "guide.pdf")
    texts = texts_of(tmp_path / "guide.pdf")
    assert sum("Notes" in text.splitlines() for text in texts) == headed
    found = [
        nth for nth, text in enumerate(texts, start=1) if "Answer key" in text and "Notes" in text
    ]
    assert found == ([key] if key else [])


NIGHT = "the miller rises in the night " * 7
LAST = {
    "a third empty": (Layout(), 72, NIGHT, True),
    "less": (LARGE, 16, NIGHT, False),
    "nearly empty in large print": (LARGE, 1, LONG * 15, True),
}


@rows(("layout", "count", "answer", "has_notes"), LAST.values(), ids=LAST)
def test_the_last_of_several_pages_of_a_key_has_rules_for_notes_below(
    layout: Layout, count: int, answer: str, *, has_notes: bool
) -> None:
    """On as many pages; where answers are further apart, and fill it, there are none."""
    made = small_guide(*(entry("question", f"q{n}", "Why?", answer) for n in range(count)))
    compose = partial(end_page, made, BUNDLED, layout, ())
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        set_anew = partial(end_at, press, compose)
        first = end_of(press, compose, Start(1), None, is_large=layout.is_large)
        assert first
        before = spaced(first, set_anew)
        end = with_notes_below(before, set_anew, layout)
    assert len(end.document.pages) == len(before.document.pages) > 1
    assert (end.start.left > 0) == has_notes
    last = end.document.pages[-1]
    assert has_notes == any("notes" in classes_of(box) for box in boxes_in(last._page_box))


DATED = {"one that leaves little": (20, 1, []), "one with room": (6, 12, ["Timeline"])}


@rows(("dates", "words", "headed"), DATED.values(), ids=DATED)
def test_a_timeline_alone_on_its_page_has_rules_for_notes_below(
    tmp_path: Path, dates: int, words: int, headed: list[str]
) -> None:
    """Where no question for discussion has room there."""
    dated = [entry("date", f"d{n}", f"{1800 + 9 * n}", "it sank") for n in range(dates)]
    made = guide(section(1, *dated, *of_kind("question", 3)))
    asked = ("Why did the mills stop, and what was lost then? " * words,)
    write_guide(replace(made, discussion=asked), BUNDLED, Layout(), tmp_path / "guide.pdf")
    pages = [text.splitlines() for text in texts_of(tmp_path / "guide.pdf")]
    assert [page[0] for page in pages if "Timeline" in page and "Notes" in page] == headed


NOTES: dict[str, Any] = {
    "a page before the key that was empty": ({"question": 14}, Layout(), [28]),
    "on Letter": pytest.param({"question": 14}, Layout(paper="letter"), [26], marks=pytest.mark.torture),
    "in large print": pytest.param({"question": 14}, LARGE, [18], marks=pytest.mark.torture),
    "below an index of a few entries, and overleaf": pytest.param({"term": 9, "question": 14}, Layout(), [22, 29], marks=pytest.mark.torture),
    "below a longer one, and overleaf": pytest.param({"term": 70, "question": 20}, Layout(), [11, 29], marks=pytest.mark.torture),
    "below one behind which there is no key": pytest.param({"term": 16}, Layout(), [20], marks=pytest.mark.torture),
    "below two dates, and below the key": pytest.param({"date": 2, "question": 14}, Layout(), [18, 9], marks=pytest.mark.torture),
    "an index that fills its page": pytest.param({"term": 150}, Layout(), [], marks=pytest.mark.torture),
    "dates that fill their page": pytest.param({"date": 30}, Layout(), [], marks=pytest.mark.torture),
    "a booklet, which is folded with that page": ({"question": 14}, Layout(is_large=True, is_booklet=True), []),
    "a class test": pytest.param({"question": 5}, Layout(answers="none"), [], marks=pytest.mark.torture),
    "a key alone": pytest.param({"question": 5}, Layout(only_key=True), [], marks=pytest.mark.torture),
    "answers beside, and nothing behind them": ({"question": 5}, Layout(answers="inline"), []),
}  # fmt: skip
"""How many items of each kind there are, the layout, and the rules on each page for notes."""


@rows(("kinds", "layout", "lines"), NOTES.values(), ids=NOTES)
def test_what_would_be_empty_before_the_key_has_room_for_notes(
    tmp_path: Path, kinds: dict[Kind, int], layout: Layout, lines: list[int]
) -> None:
    undated = {kind: count for kind, count in kinds.items() if kind != "date"}
    dates = (
        entry("date", f"d{n}", f"{1800 + 9 * n}", "it sank") for n in range(kinds.get("date", 0))
    )
    items = (each for kind, count in undated.items() for each in of_kind(kind, count))
    write_guide(guide(section(1, *dates, *items)), BUNDLED, layout, tmp_path / "guide.pdf")
    pages = pages_of(tmp_path / "guide.pdf")
    headed = [(page, at[0]) for page in pages if (at := page.search(r"(?m)^Notes$"))]
    found = [
        sum(each["top"] > at["bottom"] and each["width"] > 420 for each in (*page.lines, *page.rects))
        for page, at in headed
    ]  # fmt: skip
    assert found == lines
    for page, at in headed:
        feet = [each["bottom"] for each in (*page.lines, *page.rects) if each["top"] > at["bottom"]]
        empty = (26 + (224 if layout.paper == "letter" else 240)) - max(feet) * 25.4 / 72
        assert 0 <= empty < 24


FOLDED: dict[str, Any] = {
    "a page before the key": ({"term": 20, "question": 18}, 1),
    "below a key of some": pytest.param({"question": 10}, 1, marks=pytest.mark.torture),
    "below a key of an answer, and two pages but the outside": ({"question": 1}, 3),
}
"""How many items of each kind there are, and how often notes are told of."""


@rows(("kinds", "told"), FOLDED.values(), ids=FOLDED)
def test_pages_of_a_booklet_before_its_key_and_behind_have_room_for_notes(
    tmp_path: Path, kinds: dict[Kind, int], told: int
) -> None:
    items = (each for kind, count in kinds.items() for each in of_kind(kind, count))
    write_guide(guide(section(1, *items)), BUNDLED, BOOKLET, tmp_path / "guide.pdf")
    assert "\n".join(texts_of(tmp_path / "guide.pdf")).count("Notes") == told


def test_notes_of_a_form_are_a_field(tmp_path: Path) -> None:
    made = guide(section(1, *of_kind("question", 14)))
    write_guide(made, BUNDLED, Layout(is_form=True), tmp_path / "guide.pdf")
    (page,) = (each for each in pages_of(tmp_path / "guide.pdf") if each.search(r"(?m)^Notes$"))
    (field,) = (each for each in page.annots if (each["data"].get("T") or b"").startswith(b"notes"))
    assert field["height"] * 25.4 / 72 == pytest.approx(220, abs=10)
    assert "Answer key" in texts_of(tmp_path / "guide.pdf")[page.page_number]


LEFT = {
    "rules": (Layout(), 4.027 - 8),
    "a field": (Layout(is_form=True), -5.333 / 4),
    "rules of large print": (LARGE, 5.978 - 12),
    "a field of large print": (Layout(is_large=True, is_form=True), -8 / 4),
}
"""The layout, and by how many millimetres the first line is taller or less tall than others."""


@rows(("layout", "first"), LEFT.values(), ids=LEFT)
def test_notes_are_no_taller_than_what_is_left(layout: Layout, first: float) -> None:
    """A field that was so left its page, as it is not parted, and one wholly empty before the key."""
    made = guide(section(1, *of_kind("question", 1)))
    line, gap = (8, 12) if layout.is_large else (5.333, 8)
    for left in range(100, 150, 2):
        page = end_page(made, BUNDLED, layout, (), Start(8, left=left))
        notes = page[page.index('<section class="notes">') :]
        typed = re.search(r"height: ([\d.]+)rlh", notes)
        lines = (
            round((float(typed[1]) * line - first) / gap) if typed else notes.count("<div></div>")
        )
        tall = 6 * line + first + lines * gap
        assert left - gap < tall <= left
        assert not typed or abs(float(typed[1]) * line - first - lines * gap) < 0.1

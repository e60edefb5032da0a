"""Tables in a guide: no word of them is broken, no row stands alone, and their lines are as far apart as their letters ask for."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from studyguide.deck.file import Text
from studyguide.deck.marked import Marked, Table
from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Entry, GuideSection
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.lines.across import stands_across
from studyguide.printing.lines.tables import with_tables_in
from studyguide.printing.lines.text_columns import Column, rooms_of
from studyguide.printing.press.options import Layout
from tests.printing.book.test_stress import BUNDLED, of_kind
from tests.printing.reading import entry, guide, pages_of, small_guide, texts_of
from tests.table import rows

LARGE, KEY = Layout(is_large=True), Layout(answers="none", only_key=True)
LARGE_KEY = Layout(answers="none", only_key=True, is_large=True)


def table(columns: int, lines: int, word: str = "crooked") -> Text:
    head = "|".join(f" head{at} " for at in range(columns))
    return read_markup(f"|{head}|\n|{'---|' * columns}\n" + f"|{f' {word} |' * columns}\n" * lines)


FORMS: dict[str, tuple[Text, Column, Layout, str, float]] = {
    "with room between": (table(2, 3), "key", Layout(), "fitted loose", 0),
    "as large as the text, with room between": (table(4, 2), "key", Layout(), "fitted loose", 0),
    "cells of two lines": (table(3, 2, "crooked lantern"), "key", Layout(), "fitted", 0),
    "smaller": (table(5, 2), "key", Layout(), "fitted smaller", 8.25),
    "across both columns": (table(7, 7), "key", Layout(), "fitted loose spanning", 0),
    "across both, smaller": (table(13, 14), "key", Layout(), "fitted smaller spanning", 7.15),
    "turned": (table(16, 1), "key", Layout(), "turned loose", 0),
    "in lines": (table(16, 17), "key", Layout(), "in-lines", 0),
    "a key of one page": (table(7, 7), "page", Layout(), "fitted loose", 0),
    "beside its question": (table(7, 2), "beside", Layout(), "turned loose", 0),
    "too wide beside it": (table(7, 7), "beside", Layout(), "in-lines", 0),
    "never smaller in large print": (table(7, 7), "key", LARGE, "in-lines", 0),
    "turned in large print": (table(7, 2), "key", LARGE, "turned loose", 0),
    "room in large print": (table(5, 2), "key", LARGE, "fitted", 0),
    "a word longer than its line": (table(1, 2, "salt" * 16), "key", LARGE, "in-lines", 0),
    "a class test": (table(5, 2), "test", Layout(), "fitted", 0),
}  # fmt: skip


@rows(("text", "column", "layout", "form", "size"), FORMS.values(), ids=FORMS)
def test_a_table_is_set_for_its_column(
    text: Text, column: Column, layout: Layout, form: str, size: float
) -> None:
    made = with_tables_in(text, rooms_of(column, layout))
    assert isinstance(made, Marked)
    (found,) = (each for each in made.blocks if isinstance(each, Table))
    assert (found.form, found.size) == (form, pytest.approx(size, abs=0.06))
    assert with_tables_in("one | two", rooms_of(column, layout)) == "one | two"


LONG_LINES = read_markup("Why?\n\n```\n" + "print(total([2, 4, 5], 10), end='')\n" * 2 + "```")
ABOVE: dict[str, tuple[Text, Layout, bool]] = {
    "a table that would be small": (table(4, 2), Layout(), True),
    "one that would be in lines": (table(7, 7), Layout(), True),
    "one with room": (table(3, 3), Layout(), False),
    "code of long lines": (LONG_LINES, Layout(), True),
    "of one that is a little too long": (read_markup("```\nprint(total([2, 4, 5], 10))\n```"), Layout(), False),
    "of short lines": (read_markup("```\nprint(1)\n\nprint(2)\nprint(3)\n```"), Layout(), False),
    "code among words": (read_markup("Why `print(total([2, 4, 5], 10), end='')` and not 9?"), Layout(), False),
    "words": ("Why did the miller move the wheel again and again?", Layout(), False),
    "with its answer": (table(4, 2), Layout(answers="inline"), False),
    "in large print, where all do": (table(4, 2), LARGE, False),
}  # fmt: skip


@rows(("asked", "layout", "expected"), ABOVE.values(), ids=ABOVE)
def test_what_a_column_makes_too_small_stands_across(
    asked: Text, layout: Layout, expected: bool
) -> None:
    assert stands_across(entry("question", "q", asked, "x"), layout) == expected
    assert not stands_across(entry("term", "t", asked, "x"), layout)


PHRASE = "crooked pillow beside the yellow shovel"
PRINTED = {
    "key": (KEY, 36, False, 9, 0),
    "large key": pytest.param(LARGE_KEY, 12, True, 16, 1, marks=pytest.mark.torture),
    "beside": (Layout(answers="inline"), 4, True, 11, 1),
    "large, beside": pytest.param(
        Layout(answers="inline", is_large=True), 4, True, 16, 2, marks=pytest.mark.torture
    ),
}


@rows(("layout", "others", "is_in_lines", "size", "overleaf"), PRINTED.values(), ids=PRINTED)
def test_no_word_of_a_wide_table_is_parted(
    tmp_path: Path, layout: Layout, others: int, is_in_lines: bool, size: float, overleaf: int
) -> None:
    """Nor does a number stand on it where it goes on overleaf, and no line begins with a point between two cells."""
    asked = [
        entry("question", "q", "What does it show?", table(7, 6, PHRASE)),
        *of_kind("question", others),
    ]
    path = tmp_path / "guide.pdf"
    write_guide(small_guide(*asked), BUNDLED, layout, path)
    told = "\n".join(texts_of(path))
    assert told.count("crooked") == 42
    assert not re.search(r"\w-$|^\s*·", told, re.MULTILINE)
    assert ("head3:" in told) == is_in_lines
    words = [word for page in pages_of(path) for word in page.extract_words(extra_attrs=["size"])]
    assert {round(word["size"]) for word in words if word["text"] == "crooked"} == {size}
    # a number that lies on other words is none by itself
    assert sum(bool(re.fullmatch(r"\(1\.\d+\)", word["text"])) for word in words) == overleaf


CODE = read_markup("```\n" + "line(head0)\n" * 30 + "```")
BELOW = {
    "a table in lines": table(7, 6, PHRASE),
    "a table": pytest.param(table(2, 30), marks=pytest.mark.torture),
    "code": pytest.param(CODE, marks=pytest.mark.torture),
}


@rows("answer", BELOW.values(), ids=BELOW)
def test_a_question_of_large_print_stands_above_the_beginning_of_its_answer(
    tmp_path: Path, answer: Text
) -> None:
    """It was the last of its page, and what answered it began overleaf."""
    layout, others = Layout(answers="inline", is_large=True), of_long_answers(4)
    asked = [*others, entry("question", "q", "What does it show?", answer)]
    write_guide(small_guide(*asked), BUNDLED, layout, tmp_path / "guide.pdf")
    (told,) = (text for text in texts_of(tmp_path / "guide.pdf") if "What does it show?" in text)
    assert "head0" in told.partition("What does it show?")[2]


def of_long_answers(count: int) -> list[Entry]:
    return [entry("question", f"o{at}", "Why?", "because " * 9) for at in range(count)]


def test_lines_of_smaller_letters_are_closer(tmp_path: Path) -> None:
    asked = [
        entry("question", "q", "What?", table(5, 3, "orchard orchard orchard")),
        *of_kind("question", 36),
    ]
    write_guide(small_guide(*asked), BUNDLED, KEY, tmp_path / "guide.pdf")
    words = pages_of(tmp_path / "guide.pdf")[0].extract_words(extra_attrs=["size"])
    first = [word for word in words if word["text"] == "orchard"]
    column = [word for word in first if abs(word["x0"] - first[0]["x0"]) < 1]
    steps = [two["top"] - one["top"] for one, two in pairwise(column)]
    assert first[0]["size"] < 8.5
    assert len(column) == 9
    assert min(steps) == pytest.approx(first[0]["size"] * 1.25, abs=0.1)


@pytest.mark.parametrize(
    "layout",
    [KEY, pytest.param(LARGE_KEY, marks=pytest.mark.torture)],
    ids=["usual", "large"],
)
def test_two_rows_stand_on_either_side(tmp_path: Path, layout: Layout) -> None:
    """Wherever a table begins on its page; and no citation stands overleaf without a row."""
    for before in range(6, 14, 1 if layout.is_large else 2):
        asked = [
            *of_long_answers(before),
            entry("question", "t", "What?", table(2, 40, "windmill")),
        ]
        path = tmp_path / f"{before}.pdf"
        write_guide(small_guide(*asked), BUNDLED, layout, path)
        for page in pages_of(path):
            middle = page.width if layout.is_large else page.width / 2
            words = [word for word in page.extract_words() if word["text"] == "windmill"]
            for is_right in (False, True):
                rows_here = {
                    round(word["top"]) for word in words if (word["x0"] > middle) == is_right
                }
                assert len(rows_here) != 1


def test_a_heading_below_a_table_across_both_columns_has_room(tmp_path: Path) -> None:
    """As any other of a key; also where such a table is the first below it."""
    wide, others = table(7, 6), [*of_kind("question", 30)]
    sections = (
        GuideSection(1, "First", "A.", (*others, entry("question", "t", "What?", wide))),
        GuideSection(2, "Next", "B.", (entry("question", "u", "What?", wide), *others)),
    )
    write_guide(guide(*sections), BUNDLED, KEY, tmp_path / "guide.pdf")
    page = next(each for each in pages_of(tmp_path / "guide.pdf") if "Next" in each.extract_text())
    words = page.extract_words()
    head = next(word for word in words if word["text"] == "Next")
    above = [word for word in words if word["bottom"] < head["top"]]
    below = [word for word in words if word["text"] == "crooked" and word["top"] > head["bottom"]]
    assert max(word["bottom"] for word in above if word["text"] != "crooked") < head["top"] - 10
    assert len(below) == 42
    assert max(word["x1"] for word in below) > page.width * 0.6

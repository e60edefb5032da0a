"""Writing lines below questions: they follow the length of the answer, on full pages, too."""

from collections.abc import Iterator
from itertools import combinations, cycle, islice

import pytest

from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Guide
from studyguide.printing.book.exercises import exercise_of
from studyguide.printing.book.page import guide_page
from studyguide.printing.filling.feathering import filled
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import resources_of
from tests.printing.book.test_stress import BUNDLED
from tests.printing.reading import entry, small_guide
from tests.table import rows

LENGTHS = {
    "a number": ("24", 1),
    "a word": ("Woodbridge", 1),
    "a few words": ("on an island in the lough", 2),
    "half a sentence": ("the weight of the stored water presses on it", 3),
    "a sentence": ("The miller rises in the middle of the night in one week and at noon", 4),
    "a long one": ("word " * 24, 6),
    "more than a page": ("word " * 400, 20),
}


@rows(("answer", "lines"), LENGTHS.values(), ids=LENGTHS)
def test_lines_follow_the_length_of_the_answer_in_steps(answer: str, lines: int) -> None:
    """By hand it is about 1.8 times as wide as in print, and there is a line to spare; in large print lines are longer."""
    exercise = exercise_of(entry("question", "q", "Why?", answer), "en")
    assert exercise.lines(Layout()) == exercise.lines(Layout(is_large=True)) == lines


PROGRAM = "def gcd(a, b):\n    while b:\n        a, b = b, a % b\n\n    return a"
TABLE = "| stage | rate |\n| ---: | --- |\n" + "".join(
    f"| {n} | {n}0 or more |\n" for n in range(1, 6)
)
IN_ROWS = {
    "a program": (f"```python\n{PROGRAM}\n```", 5, 4),
    "with a long line": (f"```\n{PROGRAM}  # the greatest common divisor\n```", 6, 5),
    "a program of short lines": ("```\na\nb\nc\nd\ne\nf\ng\n```", 8, 7),
    "words before it": (f"It goes so:\n\n```\n{PROGRAM}\n```", 6, 5),
    "a table but for its heads": (TABLE, 6, 5),
    "verse": ("The tide comes in,\nthe wheel goes round,\nthe corn is ground.", 4, 3),
    "a formula on lines of its own": ("\\[a +\nb\\]", 1, 1),
    "code in a line": ("`pow`", 1, 1),
    "words": ("on an *island* in the lough", 2, 1),
}


@rows(("answer", "lines", "least"), IN_ROWS.values(), ids=IN_ROWS)
def test_what_is_written_in_rows_has_a_line_for_each_and_one_to_spare(
    answer: str, lines: int, least: int
) -> None:
    """In large print the line to spare may go, and no other."""
    exercise = exercise_of(entry("question", "q", "Which?", read_markup(answer)), "en")
    large = Layout(is_large=True)
    assert exercise.lines(Layout()) == exercise.lines(large) == lines
    assert lines - exercise.has_spare(large) == least


AT_LENGTH = {
    "nine lines, one rule": ("word " * 42, "24", Layout(), True),
    "eight": ("word " * 38, "24", Layout(), False),
    "twelve beside two rules": ("word " * 56, "on an island in the lough", Layout(), True),
    "as many as rules are tall": ("word " * 56, "word " * 24, Layout(), False),
    "in large print, where all stand above": ("word " * 42, "24", Layout(is_large=True), False),
    "with its answer": ("word " * 42, "24", Layout(answers="inline"), False),
    "to fill in": ("word " * 42, "24", Layout(is_form=True), True),
    "code": (read_markup("Why?\n\n```\n" + "word\n" * 42 + "```"), "24", Layout(), False),
}


@rows(("asked", "answer", "layout", "expected"), AT_LENGTH.values(), ids=AT_LENGTH)
def test_a_long_question_stands_above_few_lines(
    asked: str, answer: str, layout: Layout, expected: bool
) -> None:
    exercise = exercise_of(entry("question", "q", asked, answer), "en")
    assert exercise.is_asked_at_length(layout) == expected
    page = guide_page(small_guide(exercise.entry), BUNDLED, layout)
    assert ("across" in page.partition("</style>")[2]) == expected


LAYOUTS = {
    "A4": Layout(),
    "Letter": Layout("letter"),
    "large": pytest.param(Layout(is_large=True), marks=pytest.mark.torture),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_on_a_page_a_longer_answer_has_no_fewer_lines_however_long_its_question(
    layout: Layout,
) -> None:
    asked = ["How many?", "How many of the mills that stood on the coast in the year in which he wrote of them were still at work?"]  # fmt: skip
    told = [answer for answer, lines in LENGTHS.values() if lines < 5]
    pairs = zip(islice(cycle(asked), 42), cycle(told), strict=False)
    made = small_guide(*(entry("question", f"q{n}", *pair) for n, pair in enumerate(pairs)))
    seen = 0
    for page in _drawn(made, layout):
        for (needed, drawn), (other, more) in combinations(sorted(page), 2):
            assert needed == other or drawn <= more
        assert all(drawn == 1 for needed, drawn in page if needed == 1)
        assert all(needed - 1 <= drawn <= needed + 2 for needed, drawn in page)
        assert len({*page}) == len({needed for needed, _ in page}) or layout.is_large
        seen += len(page)
    assert seen == 42


def _drawn(made: Guide, layout: Layout) -> Iterator[list[tuple[int, int]]]:
    """Yield for each page how many lines its answers need, and have."""
    needed = {each.number: exercise_of(each, "en").lines(layout) for each in made.entries}
    half_line = 4.0 if layout.is_large else 16 / 6
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        for page in filled(press.laid_out(guide_page(made, BUNDLED, layout)), half_line):
            asked = zip(page.units, page.taller, strict=True)
            yield [
                (needed[unit.number], len(unit.rules.children) + more // 3)
                for unit, more in asked
                if unit.number and unit.rules
            ]


def test_answers_have_as_many_lines_on_every_page() -> None:
    """One more told of a longer answer, or asked for another entry of a list."""
    told = ("The miller rises in the middle of the night",), ("ebb", "flood")
    made = small_guide(*(entry("question", f"q{n}", "Which?", *told[n % 6 > 0]) for n in range(30)))
    drawn = [each for page in _drawn(made, Layout()) for each in page]
    assert {needed for needed, _ in drawn} == {2, 3}
    assert all(needed == more for needed, more in drawn)

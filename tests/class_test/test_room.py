"""Lines go by the length of an answer, and other items are drawn where two pages, or one of key, hold too little."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from studyguide.class_test.draw import drawn
from studyguide.class_test.room import MOST_ABREAST, abreast_of, hold, lines_of, room_of
from studyguide.class_test.tasks import ClassTest, Part, Task
from studyguide.class_test.told.telling import Telling
from studyguide.deck.item import Image
from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.printing.class_test.printed_tasks import asked_of
from studyguide.printing.class_test.ruling import Ruled, ruled
from studyguide.printing.class_test.sheets import Fit
from studyguide.printing.class_test.write import write_test
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import entry, pages_of, small_guide
from tests.table import rows

PLATE = Image(Path("plate.png"), "a plate", "0" * 64)


def asking(answers: tuple[str, ...], id: str = "q") -> Task:
    return Task(entry("question", id, "What did the clerk list?", *answers), "write")


LINES = {
    "a word": (("oats",), 8, 1),
    "twenty words": (("barley " * 20,), 8, 3),
    "three hundred": (("barley " * 300,), 8, 39),
    "a short list": (("salt", "soap"), 8, 1),
    "twelve short entries, three abreast": (("salt",) * 12, 8, 4),
    "a short one is among long ones": (("the bridge of silent viaducts",) * 11 + ("salt",), 12, 12),
    "a long one, on common lines": (("the bridge of silent viaducts",) * 30, 8, 19),
    "with a line for each": (("the bridge of silent viaducts",) * 30, 30, 30),
    "long entries": (("barley " * 14,) * 8, 30, 16),
    "two that take a line and a half": (("barley " * 10, "salt and a loaf of bread"), 8, 4),
    "two that fit a line each": (("barley " * 7, "barley " * 7), 8, 2),
    "a long one among eight": (("barley " * 10, *["the bridge of viaducts"] * 7), 8, 8),
    "things in a row": (("bread, salt, soap and oats",), 8, 4),
}


@rows(("answers", "listed", "lines"), LINES.values(), ids=LINES)
def test_lines_go_by_the_length_of_an_answer(
    answers: tuple[str, ...], listed: int, lines: int
) -> None:
    assert lines_of(asking(answers), listed=listed) == lines


PLACES = {
    "short ones": (("salt", "soap"), 1, 2, 1),
    "long ones": (("barley " * 7,) * 3, 3, 1, 1),
    "very long ones": (("barley " * 10,) * 3, 6, 1, 2),
    "on fewer lines than they take": (("barley " * 10,) * 3, 4, 0, 0),
}


@rows(("entries", "lines", "abreast", "each"), PLACES.values(), ids=PLACES)
def test_each_entry_of_a_list_has_its_place(
    entries: tuple[str, ...], lines: int, abreast: int, each: int
) -> None:
    found = asked_of(asking(entries), small_guide(), Layout(), lines)
    assert (found.abreast, found.lines_each) == (abreast, each)


ABREAST = {
    "two": ("salt", 2, 2, 2, 2),
    "three": ("salt", 3, 3, 3, 3),
    "no more than save a line": ("salt", 4, 2, 4, 2),
    "five": ("salt", 5, 3, 3, 3),
    "ten": ("salt", 10, 3, 4, 3),
    "eleven letters": ("dried peas.", 12, 3, 4, 2),
    "thirteen letters": ("pepper, black", 12, 3, 3, 2),
    "fifteen letters": ("a stone of salt", 12, 2, 2, 1),
    "longer ones": ("a cart without any wheel", 12, 1, 1, 1),
    "of several lines": ("salt\nsoap", 12, 1, 1, 1),
    "no list": ("salt", 1, 1, 1, 1),
}
"""The longest of so many entries, and how many stand side by side; where pages hold no more; in large print."""


@rows(("entry", "count", "normal", "most", "large"), ABREAST.values(), ids=ABREAST)
def test_short_entries_of_a_list_stand_side_by_side(
    entry: str, count: int, normal: int, most: int, large: int
) -> None:
    task = asking((entry, *["tar"] * (count - 1)))
    found = (
        abreast_of(task),
        abreast_of(task, most=MOST_ABREAST),
        abreast_of(task, is_large=True),
    )
    assert found == (normal, most, large)


IN_KEY: dict[str, tuple[str, str, float]] = {
    "a word": ("oats", "", 4.7),
    "a table of twenty rows": ("\n".join(["quarry | 65"] * 20), "", 84.5),
    "a formula": (r"\[E_{1} = m c^2\]", "", 12.7),
    "one in its line": (r"\(E_{1}\) times 2", "", 4.7),
    "a note of four lines": ("oats", "barley " * 40, 19.5),
}


@rows(("answer", "note", "millimetres"), IN_KEY.values(), ids=IN_KEY)
def test_a_key_has_room_for_lines_formulas_and_notes(
    answer: str, note: str, millimetres: float
) -> None:
    asked = replace(entry("question", "q", "What did the clerk list?", answer), note=note)
    assert room_of(asked, "en").answer == pytest.approx(millimetres)


TABLE = read_markup("What is left out?\n\nmonth | work\n--- | ---\n" + "May | 7\n" * 8)
CODE = read_markup("What is printed?\n\n```\n" + "print(oats)\n" * 8 + "```")

ASKED: dict[str, tuple[str, float]] = {
    "a line": ("What did the clerk list?", 14.9),
    "a table of nine rows": (TABLE, 68.9),
    "a program of eight lines": (CODE, 51.7),
    "a formula": (r"What is \[E_{1} = m c^2\]?", 22.9),
}


@rows(("asked", "millimetres"), ASKED.values(), ids=ASKED)
def test_a_task_has_room_for_what_its_question_shows(asked: str, millimetres: float) -> None:
    task = entry("question", "q", asked, "oats")
    assert room_of(task, "en").task == pytest.approx(millimetres)


def program(lines: int, width: int = 20) -> str:
    return read_markup("```python\n" + f"{'x' * width}\n" * lines + "```")


PROGRAMS = {
    "two lines": (program(2), 3, 2, 3),
    "three": (program(3), 4, 2, 4),
    "eight": (program(8), 9, 4, 9),
    "twenty": (program(20), 21, 8, 21),
    "a long line among them": (program(2, 60), 5, 2, 5),
    "blank lines": (read_markup("```\nsalt = 1\n\nsoap = 2\n```"), 3, 2, 3),
    "words above it": (read_markup("With a loop:\n\n```\nsalt = 1\nsoap = 2\n```"), 4, 2, 4),
    "no program: a line of it": (program(1), 1, 1, 1),
    "no program: a name": (read_markup("`salt = 1`"), 1, 1, 1),
    "no program: lines of words": ("barley and oats\nrye", 1, 1, 1),
}
"""How many lines, points, and lines where all else has hardly any."""


@rows(("answer", "lines", "points", "least"), PROGRAMS.values(), ids=PROGRAMS)
def test_a_program_has_its_own_lines_and_points_by_them(
    answer: str, lines: int, points: int, least: int
) -> None:
    task = asking((answer,))
    assert (lines_of(task), task.points) == (lines, points)
    assert ruled([task], Ruled(given=3))["q"] == lines or lines == 1
    assert ruled([task], Ruled(0))["q"] == least


SHARED = {
    "all": (Ruled(100), (1, 3, 39, 19)),
    "half": (Ruled(50), (1, 2, 20, 10)),
    "a fifth": (Ruled(20), (1, 1, 8, 4)),
    "a fifth, and what there is room for": (Ruled(20, given=4), (1, 1, 11, 5)),
    "hardly any": (Ruled(0), (1, 1, 1, 1)),
    "all that is needed in the end": (Ruled(99, given=9), (1, 3, 39, 19)),
}


@rows(("share", "lines"), SHARED.values(), ids=SHARED)
def test_all_answers_lose_the_same_share_of_lines(share: Ruled, lines: tuple[int, ...]) -> None:
    """A list of thirty has never as few as one of two, unless both have one."""
    viaducts = ("the bridge of silent viaducts",) * 30
    answers = (("oats",), ("barley " * 20,), ("barley " * 300,), viaducts)
    tasks = [asking(each, f"q{at}") for at, each in enumerate(answers)]
    assert tuple(ruled(tasks, share).values()) == lines


def test_a_list_side_by_side_has_all_its_places_whatever_share_is_left() -> None:
    tasks = [asking(("salt",) * 12), asking(("barley " * 20,), "long")]
    assert tuple(ruled(tasks, Ruled(40)).values()) == (4, 1)
    assert tuple(ruled(tasks, Ruled(40, abreast=MOST_ABREAST)).values()) == (3, 1)


EQUAL = {
    "one needs two": ((20, 57), Ruled(), [1, 2]),
    "both need two": ((60, 70), Ruled(), [2, 2]),
    "nothing is given to one alone": ((20, 30, 57), Ruled(given=1), [1, 1, 3]),
    "to both": ((20, 30), Ruled(given=2), [2, 2]),
    "one to spare, and no more": ((20, 57), Ruled(given=30), [2, 3]),
    "of nine words two": ((50,), Ruled(given=30), [2]),
    "of seventeen three": ((95,), Ruled(given=30), [3]),
    "fewer lines": ((130, 140, 190), Ruled(70), [2, 2, 3]),
    "fewer lines, and two are given": ((130, 140), Ruled(50, given=2), [3, 3]),
    "more points have no fewer": ((20, 57, 100), Ruled(given=2), [1, 3, 3]),
}
"""How many letters answers have; how they are ruled, and the lines of each."""


@rows(("letters", "how", "lines"), EQUAL.values(), ids=EQUAL)
def test_tasks_have_the_lines_that_they_need_and_one_to_spare(
    letters: tuple[int, ...], how: Ruled, lines: list[int]
) -> None:
    """As many for all of as many points that need as many: five lines for nine words say that there is more to write."""
    tasks = [asking((with_letters(each),), f"q{at}") for at, each in enumerate(letters)]
    assert [*ruled(tasks, how).values()] == lines


def with_letters(count: int) -> str:
    """Give an answer of so many letters."""
    words = ["oats"] * (count // 5)
    words[-1] += "s" * (count - len(" ".join(words)))
    return " ".join(words)


WORDS = tuple(map("".join, product("bdfg", "aeio", ("nk", "rt"))))


SHORT = tuple(
    entry("question", f"q{at}", f"What lay in the {WORDS[at]}?", WORDS[-at]) for at in range(1, 21)
)
LONG = tuple(
    entry(
        "question", f"long{at}", f"Who saw {each}?", " ".join(f"{each}{at}{word}" for word in WORDS)
    )
    for at, each in enumerate(("moor", "heath", "cliff", "quay", "fjord", "marsh", "dune", "reef"))
)
SHOWN = tuple(
    entry("question", f"shown{at}", f"Which is {each}?", f"our {each}", asked_picture=PLATE)
    for at, each in enumerate(("moth", "heron", "crab", "quail", "finch", "mole", "duck", "roach"))
)
TABLES = tuple(
    entry("question", f"table{at}", TABLE.replace("What", f"What of the {each}", 1), f"our {each}")
    for at, each in enumerate(("loft", "barn", "inn", "ford", "weir", "lock", "pier", "mole"))
)
NOTED = tuple(
    replace(
        entry("question", f"noted{at}", f"Who is {each}?", f"our {each}"), note=f"{each} " * 150
    )
    for at, each in enumerate(
        ("cook", "baker", "smith", "clerk", "guard", "pilot", "nurse", "monk")
    )
)
OTHERS = {
    "answers that are long": (LONG, 16, True),
    "pictures beside the question": (SHOWN, 16, True),
    "tables in the question": (TABLES, 16, True),
    "notes in the key": (NOTED, 16, True),
    "where two pages hold them": (SHOWN, 8, False),
}


@rows(("large", "items", "is_left_out"), OTHERS.values(), ids=OTHERS)
def test_what_two_pages_do_not_hold_is_not_drawn(
    large: tuple[Entry, ...], items: int, *, is_left_out: bool
) -> None:
    """Nor is it left out without need: a deck has its pictures to be asked for."""
    telling = Telling((*SHORT, *large), Language("en"))
    counts = []
    for seed in "1234567":
        found = drawn((*SHORT, *large), items, telling, None, seed).asked
        assert len(found) == items
        assert hold(room_of(each, "en") for each in found)
        counts.append(sum(each in large for each in found))
    most = min(len(large), 5)
    assert max(counts) <= most if is_left_out else max(counts) > 1


ALL_LONG = {
    "nothing else is there": ((), True),
    "all that is shorter is asked": (SHORT[:3], True),
    "pages hold them": (SHORT, False),
}


@rows(("short", "is_shortest"), ALL_LONG.values(), ids=ALL_LONG)
def test_a_draw_knows_whether_anything_shorter_is_left(
    short: tuple[Entry, ...], *, is_shortest: bool
) -> None:
    entries = (*short, *LONG, *TABLES)
    found = drawn(entries, 16, Telling(entries, Language("en")), None, "1")
    assert found.is_shortest == is_shortest
    assert {each.id for each in short[:3]} <= {each.id for each in found.asked} or not is_shortest


def printed(tasks: tuple[Task, ...], into: Path, *, letter: str = "a") -> Fit:
    files = {into / "test.pdf": (letter, False), into / "key.pdf": (letter, True)}
    guide = small_guide(*(task.entry for task in tasks))
    test = ClassTest((Part("write", tasks),))
    return write_test(guide, Templates.of(Path("no-deck")), Layout(), test, files)


@pytest.mark.torture
def test_what_no_other_item_mends_has_lines_in_proportion(tmp_path: Path) -> None:
    """Two thirds of what they need at least, on more pages, and the build says so; an answer that is longer than a third of the key goes on overleaf."""
    short = [asking(("oats",), f"s{at}") for at in range(6)]
    long = [asking(("barley " * 30 * at,), f"l{at}") for at in range(1, 8)]
    fit = printed((*short, *long), tmp_path)
    assert (fit.pages, fit.of_key) == (3, 2)
    assert 66 < fit.share < 100
    first = pages_of(tmp_path / "key.pdf")[0]
    last = max(each["bottom"] for each in first.extract_words() if each["text"] == "barley")
    assert last > 0.8 * first.height


@pytest.mark.torture
def test_what_two_pages_hold_has_all_lines(tmp_path: Path) -> None:
    fit = printed(tuple(asking(("barley " * 8,), f"s{at}") for at in range(20)), tmp_path)
    assert fit == Fit(2, 1, 100)

"""Tables that are to be filled in: heads and first column stand there, and the rest does not."""

from pathlib import Path

from studyguide.class_test.room import lines_of
from studyguide.class_test.tasks import ClassTest, Part, Task
from studyguide.class_test.told.alone import names_all
from studyguide.class_test.told.cells import cells_of
from studyguide.class_test.told.telling import Telling
from studyguide.deck.markup import read_markup
from studyguide.language.language import Language
from studyguide.printing.class_test.write import write_test
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import entry, small_guide, text_of
from tests.table import rows

TWO = "month | work\n--- | ---\nMay | shearing\nJune | hay"
FOUND: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "two columns": ((TWO,), ("shearing", "hay")),
    "three": (
        ("month | work | who\n--- | --- | ---\nMay | shearing | Ada\nJune | hay | Cole",),
        ("shearing", "Ada", "hay", "Cole"),
    ),
    "a cell without words": (
        ("month | work | who\n--- | --- | ---\nMay | shearing | \nJune | hay | Cole",),
        ("shearing", "hay", "Cole"),
    ),
    "with emphasis": (("month | work\n--- | ---\n*May* | **shearing**",), ("shearing",)),
    "one column": (("month\n---\nMay\nJune",), ()),
    "words above it": ((f"These are some.\n\n{TWO}",), ()),
    "rows without a name": (("month | work\n--- | ---\n | shearing",), ()),
    "no table": (("May, shearing",), ()),
    "a list": ((TWO, TWO), ()),
}


@rows(("answers", "asked"), FOUND.values(), ids=FOUND)
def test_a_table_is_asked_for_but_for_its_first_column(
    answers: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    cells = cells_of(tuple(map(read_markup, answers)))
    assert (cells.asked if cells else ()) == asked


ROWS = {
    "short cells": (TWO, 2),
    "a long one": (f"month | work\n--- | ---\nMay | {'shearing ' * 8}\nJune | hay", 4),
}


@rows(("table", "lines"), ROWS.values(), ids=ROWS)
def test_all_rows_have_as_many_lines(table: str, lines: int) -> None:
    asked = entry("question", "q", "Which work?", read_markup(table))
    assert lines_of(Task(asked, "write")) == lines


def test_it_is_printed_with_its_heads_and_first_column(tmp_path: Path) -> None:
    asked = entry("question", "q", "Which work is done?", read_markup(TWO))
    test = ClassTest((Part("write", (Task(asked, "write"),)),))
    for is_large in (False, True):
        files = {tmp_path / "a.pdf": ("a", False), tmp_path / "key.pdf": ("a", True)}
        layout = Layout(is_large=is_large)
        write_test(small_guide(asked), Templates.of(tmp_path), layout, test, files)
        told, key = (" ".join(text_of(path).split()) for path in files)
        assert all(word in told for word in ("month", "work", "May", "June"))
        assert "shearing" not in told
        assert "shearing" in key


def test_what_stands_in_it_is_read() -> None:
    """By whoever is asked for it elsewhere; and what leans on the first column has it there."""
    language = Language("en")
    table = entry("question", "q", "What follows when so many sign?", read_markup(TWO))
    month = entry("question", "m", "When do swallows come?", "in June")
    work = entry("question", "w", "What did Ada do?", "shearing")
    telling = Telling([table, month, work], language)
    assert telling.gives(table, month)
    assert not telling.gives(table, work)
    assert names_all(table, language)

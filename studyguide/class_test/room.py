"""How many lines an answer is written on, and about how much room a task takes: which tasks two pages hold, and their key one."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final, NamedTuple

from studyguide.class_test.tasks import Task
from studyguide.class_test.told.cells import cells_of
from studyguide.class_test.worth import MOST_POINTS, code_in
from studyguide.deck.marked import Marked, Table
from studyguide.guide.guide import Entry

PROMISED: Final = 20
"""So many items stand on two pages, and their key on one."""

_LETTERS_ON_A_LINE, _OF_LARGE_PRINT, _BETWEEN = 54, 36, 4
"""What most people write by hand on a line as long as the text is wide, and between two answers."""

ABREAST, MOST_ABREAST = 3, 4
"""So many entries of a list at most stand side by side, each on a short line with its number, where they are short; and where pages hold no more."""

_ON_A_FIELD: Final = {2: 23, 3: 14, 4: 12}
_ON_A_FIELD_LARGE: Final = {2: 14, 3: 8}
"""What is written by hand on such a line where so many are side by side; of four, 28 mm wide, it is written small."""

_EASE: Final = 2 / 3
"""So much of that is written with ease, 4.5 mm a letter."""

_LETTERS_OF_A_LINE, _OF_A_MATCH, _OF_A_KEY, _OF_A_NOTE = 80, 50, 70, 85
"""Letters on a printed line of a question, of what is matched, and of an answer and a note in the key."""

_LINE, _GAP, _OF_KEY, _OF_NOTES = 4.6, 6.8, 4.2, 3.7
_BELOW, _BELOW_A_MATCH, _BELOW_AN_ANSWER = 3.5, 1.2, 0.5
_PICTURE, _PICTURE_IN_KEY, _FORMULA, _OF_A_ROW = 38.0, 8.0, 8.0, 1.4
"""Millimetres, as in the style sheet where all is set close: printed lines, lines to write on, lines of the key and of its notes, what is below a task, pictures; what a formula on a line of its own has more than a line, and a row of a table."""

_TWO_PAGES, _KEY = 440.0, 215.0
"""Millimetres for tasks on two pages, and for answers on one, at the most: beside heads, headings and notice."""


class Room(NamedTuple):
    """Millimetres that a task takes, and its answer in the key, at least."""

    task: float
    answer: float

    @property
    def share(self) -> float:
        """Which part of what a test has it takes: of the pages, or of the key."""
        return max(self.task / _TWO_PAGES, self.answer / _KEY)


def abreast_of(task: Task, *, is_large: bool = False, most: int = ABREAST) -> int:
    """Tell how many entries of a list are written side by side: as many as the longest lets, if they save a line."""
    entries = task.entry.answers
    if len(entries) == 1 or any("\n" in each for each in entries):
        return 1
    longest = max(map(len, entries))
    fields = _ON_A_FIELD_LARGE if is_large else _ON_A_FIELD
    found = [each for each, letters in fields.items() if longest <= letters and each <= most]
    return ceil(len(entries) / ceil(len(entries) / max(found, default=1)))


def are_numbered(task: Task, lines: int, *, is_large: bool = False, most: int = ABREAST) -> bool:
    """Whether each entry of a list has a place of its own on so many lines, with its number."""
    return len(task.entry.answers) > 1 and lines == _of_places(task, is_large=is_large, most=most)


def _of_places(task: Task, *, is_large: bool, most: int) -> int:
    """Tell how many lines the places of a list have together."""
    columns = abreast_of(task, is_large=is_large, most=most)
    each = _lines_of_an_entry(task, is_large=is_large) if columns == 1 else 1
    return ceil(len(task.entry.answers) / columns) * each


def _lines_of_an_entry(task: Task, *, is_large: bool) -> int:
    """Tell how many lines each entry of a list has, all as many: two, where half of them take two."""
    most = _OF_LARGE_PRINT if is_large else _LETTERS_ON_A_LINE
    entries = task.entry.answers
    taken = sum(ceil(len(each) / most) for each in entries)
    return (2 * taken + len(entries)) // (2 * len(entries))


def lines_of(
    task: Task, *, is_large: bool = False, listed: int = MOST_POINTS, abreast: int = ABREAST
) -> int:
    """Tell how many writing lines the answers to a task take; there are no fewer than points.

    Of a list, or of things in a row, so many at most have lines of their own, though several would go on one; but
    short entries of a list stand side by side. A program has a line for each of its own, and one to spare.
    """
    if cells := cells_of(task.entry.answers):
        return len(cells.rows) * cells.lines_each(_written(is_large=is_large))
    if code := lines_of_code(task, is_large=is_large):
        return code
    columns = abreast_of(task, is_large=is_large, most=abreast)
    if columns > 1 or 1 < len(task.entry.answers) <= listed:
        return _of_places(task, is_large=is_large, most=abreast)
    most = _OF_LARGE_PRINT if is_large else _LETTERS_ON_A_LINE
    needed = sum(len(answer) + _BETWEEN for answer in task.entry.answers)
    return max(ceil(needed / most), _fewest(task), min(task.things, listed))


def lines_of_code(task: Task, *, is_large: bool = False) -> int:
    """Tell how many writing lines an answer takes that has a program of several lines, which cannot be run together; 0 if it has none."""
    answers = task.entry.answers
    if len(answers) > 1 or len(code_in(answers[0])) <= 1:
        return 0
    lines = filter(str.strip, answers[0].split("\n"))
    return sum(ceil(len(line) / _written(is_large=is_large)) for line in lines) + 1


def _written(*, is_large: bool) -> int:
    """Tell how many letters most people write on a line as long as the text is wide."""
    return _OF_LARGE_PRINT if is_large else _LETTERS_ON_A_LINE


def _fewest(task: Task) -> int:
    """Tell how many lines there are for the points; who or what it is has two of these however little is told."""
    return task.points if task.entry.kind == "question" else 1


def lines_with_ease(task: Task, *, is_large: bool = False) -> int:
    """Tell how many writing lines an answer in one's own words fills that is written large."""
    most = _EASE * (_OF_LARGE_PRINT if is_large else _LETTERS_ON_A_LINE)
    return max(ceil((len(task.entry.answers[0]) + _BETWEEN) / most), _fewest(task))


def room_of(entry: Entry, language: str, *, is_matched: bool = False) -> Room:
    """Tell how much room an item takes that is matched, or filled in or asked in writing."""
    said = sum(map(len, entry.answers))
    pictures = _PICTURE * bool(entry.asked_picture)
    answer = _room_in_key(entry)
    if is_matched:
        return Room(ceil(said / _OF_A_MATCH) * _LINE + _BELOW_A_MATCH, answer)
    asked = _lines_in(entry.prompt, _LETTERS_OF_A_LINE)
    shown = pictures + _more_than_lines(entry.prompt)
    if entry.kind == "cloze":
        return Room(asked * _GAP + shown, answer)
    lines = lines_of(Task(entry, "write", language=language))
    heads = _LINE if cells_of(entry.answers) else 0.0
    return Room(asked * _LINE + heads + lines * _GAP + _BELOW + shown, answer)


def _room_in_key(entry: Entry) -> float:
    """Tell how much room an answer takes in the key, with its note; a picture stands beside them."""
    letters = ceil(sum(map(len, entry.answers)) / _OF_A_KEY)
    written = sum(_lines_in(each, _OF_A_KEY) for each in entry.answers if "\n" in each)
    noted = _lines_in(entry.note, _OF_A_NOTE) * _OF_NOTES
    told = max(letters, written) * _OF_KEY + noted + sum(map(_more_than_lines, entry.answers))
    return max(told, _PICTURE_IN_KEY * bool(entry.image)) + _BELOW_AN_ANSWER


def _lines_in(text: str, letters: int) -> int:
    """Tell how many printed lines a text has, so many letters at the most on each: of a table or a program each is one there, too."""
    return sum(ceil(len(line) / letters) for line in text.split("\n"))


def _more_than_lines(text: str) -> float:
    """Tell how much more room its formulas and the rows of its tables take than lines of text."""
    blocks = text.blocks if isinstance(text, Marked) else ()
    rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
    return text.count(r"\[") * _FORMULA + rows * _OF_A_ROW


def together(rooms: Iterable[Room]) -> Room:
    """Tell how much room several take."""
    known: Sequence[Room] = [*rooms]
    return Room(sum(it.task for it in known), sum(it.answer for it in known))


def over(rooms: Iterable[Room]) -> float:
    """Tell how much more room tasks take than two pages have, and their answers than one, as parts of those; 0 if both are held."""
    tasks, answers = together(rooms)
    return max(tasks / _TWO_PAGES - 1, 0.0) + max(answers / _KEY - 1, 0.0)


def hold(rooms: Iterable[Room]) -> bool:
    """Whether two pages may hold tasks, and one page their answers."""
    return not over(rooms)

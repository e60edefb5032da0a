"""A task as it is printed, and how much is written by hand below it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from studyguide.class_test.room import lines_of
from studyguide.class_test.sorts import thing_of
from studyguide.class_test.tasks import Task, lettered
from studyguide.class_test.worth import MOST_POINTS
from studyguide.deck.marked import Marked, alike
from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.printing.book.exercises import Exercise, exercise_of
from studyguide.printing.index.looked_up import looked_up, surname_first
from studyguide.printing.lines.tables import with_tables
from studyguide.printing.lines.text_columns import rooms_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.parted_formulas import parted

_DOTTED = ("tr", "az")
"""Languages in which a small i has a dot as a capital, too."""

_YEAR = re.compile(r"[1-9]\d{2,3}")
_QUOTES = tuple("\"'“„‘‚«「")

_NARROW, _HALF = 12, 36
_NARROW_LARGE, _HALF_LARGE = 8, 20
"""Letters that go into a quarter of the width, and into half of it; in large print."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as it is printed: its cloze sentence in parts, its options with their letters, how many lines to write on."""

    task: Task
    exercise: Exercise
    options: tuple[tuple[str, str], ...]
    lines: int = 0

    @property
    def asked_as(self) -> str:
        """The key of what is asked of a term, a person or a date: a name or a title has no meaning, but is somebody or something.

        Who it is where a whole name says that it is somebody: what looks like a surname alone may be a party. A
        term stands in quotation marks, unless it has its own. A bare year has something that happened in it.
        """
        entry, language = self.task.entry, self.task.language
        if entry.kind == "date":
            return "asked-year" if _YEAR.fullmatch(entry.prompt) else "asked-date"
        if entry.note or entry.prompt.startswith(_QUOTES):
            return "asked-noted"
        _, *sort = thing_of(entry.kind, entry.prompt, Language(language))
        has_surname = surname_first(entry.prompt, language) != looked_up(entry.prompt, language)
        if entry.kind == "person" and has_surname:
            return "asked-who"
        return (
            "asked-person"
            if entry.kind == "person" or {"name", "title"} & {*sort}
            else "asked-term"
        )

    def columns(self, layout: Layout) -> int:
        """Tell how many of its options stand in a row."""
        narrow, half = (_NARROW_LARGE, _HALF_LARGE) if layout.is_large else (_NARROW, _HALF)
        longest = max((len(text) for _, text in self.options), default=0)
        return 4 if longest <= narrow else 2 if longest <= half else 1


WHOLE: Final = 100
"""Percent."""


class Ruled(NamedTuple):
    """How many lines there are to write on: a `share`, in percent, of what answers need, as all pages hold no more.

    Of long lists so many entries have one of their own; and so many beyond that are `given`.
    """

    share: int = WHOLE
    listed: int = MOST_POINTS
    given: int = 0


def ruled(tasks: Sequence[Task], how: Ruled, *, is_large: bool = False) -> Mapping[str, int]:
    """Give how many lines each task has, by id, as many in every version: pupils count lines.

    Of those with equal points none has more than a line more, unless they have the most that there are. What is given is dealt out
    to all alike, or to whom a share leaves least; a list has no line but those of its entries.
    """
    written = [task for task in tasks if task.form == "write"]
    lines = {task.entry.id: _needed(task, how, is_large=is_large) for task in written}
    own = [task for task in written if not is_list(task)]
    longest = Counter[int]()
    for task in own:
        longest[task.points] = max(longest[task.points], lines[task.entry.id])
    for task in own:
        if task.points < MOST_POINTS:
            lines[task.entry.id] = max(lines[task.entry.id], longest[task.points] - 1)
    if how.share < WHOLE:
        return _filled_up(
            lines, {it.entry.id: lines_of(it, is_large=is_large) for it in written}, how
        )
    most_of = {
        it.points: it.points + 1 for it in written if is_list(it) and it.points < MOST_POINTS
    }
    dealt = Counter[str]()
    for _ in range(how.given):
        left = [
            it for it in own if lines[it.entry.id] < most_of.get(it.points, lines[it.entry.id] + 1)
        ]
        if not left:
            break
        least = min(left, key=lambda it: (dealt[it.entry.id], lines[it.entry.id], it.entry.id))
        dealt[least.entry.id] += 1
        lines[least.entry.id] += 1
    return lines


def _filled_up(
    lines: Mapping[str, int], needed: Mapping[str, int], how: Ruled
) -> Mapping[str, int]:
    """Give lines to those answers first that have the smallest part of what they need."""
    found = dict(lines)
    for _ in range(how.given):
        least = min(found, key=lambda id: (found[id] / needed[id], id))
        found[least] += found[least] < needed[least]
    return found


def _needed(task: Task, how: Ruled, *, is_large: bool) -> int:
    lines = lines_of(task, is_large=is_large, listed=how.listed)
    return max(1, (lines * how.share + WHOLE // 2) // WHOLE)


def is_list(task: Task) -> bool:
    """Whether a task asks for a list, or for things in a row, which has a line for each."""
    return len(task.entry.answers) > 1 or task.has_row


def begun_alike(options: Sequence[str], language: str) -> tuple[str, ...]:
    """Let all options begin with a capital where some do: the only one that does, or does not, would stand out.

    A program's words are as they are, and so is what has a capital inside (pH).
    """
    small = [option[:1].islower() for option in options]
    if all(small) or not any(option[:1].isupper() for option in options):
        return (*options,)
    return tuple(
        _capitalised(option, language) if is_small else option
        for option, is_small in zip(options, small, strict=True)
    )


def _capitalised(text: str, language: str) -> str:
    first = (
        "İ" if text[0] == "i" and language.split("-", maxsplit=1)[0] in _DOTTED else text[0].upper()
    )
    has_capital = any(letter.isupper() for letter in text.split(maxsplit=1)[0])
    is_code = isinstance(text, Marked) and "code" in text.blocks[0].runs[0].styles
    return text if has_capital or is_code or len(first) > 1 else alike(text, first + text[1:])


def asked_of(task: Task, guide: Guide, layout: Layout, lines: int = 0) -> Asked:
    """Give a task as it is printed, with so many lines to write on."""
    entry = parted(task.entry) if guide.math else task.entry
    rooms = rooms_of("test", layout)
    exercise = exercise_of(with_tables(entry, rooms, rooms), guide.language)
    options = tuple(lettered(begun_alike(task.options, guide.language)))
    return Asked(task, exercise, options, lines)

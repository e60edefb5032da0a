"""A task as it is printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studyguide.class_test.room import ABREAST, abreast_of, are_numbered
from studyguide.class_test.sorts import thing_of
from studyguide.class_test.tasks import Task
from studyguide.class_test.told.cells import Cells, cells_of
from studyguide.deck.marked import Marked, alike
from studyguide.guide.guide import Entry, Guide
from studyguide.language.language import Language
from studyguide.language.phrasing.verbs import may_be_verb
from studyguide.language.words import forms
from studyguide.printing.book.exercises import Exercise, exercise_of
from studyguide.printing.class_test.shown_pictures import tall_of
from studyguide.printing.index.articles import looked_up
from studyguide.printing.index.looked_up import surname_first
from studyguide.printing.index.names.surnames import words_of
from studyguide.printing.index.names.things import is_thing
from studyguide.printing.index.order_of_words import stands
from studyguide.printing.lines.list_letters import letters_of
from studyguide.printing.lines.tables import with_tables
from studyguide.printing.lines.text_columns import rooms_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.parted_formulas import parted

_DOTTED = ("tr", "az")
"""Languages in which a small i has a dot as a capital, too."""

_YEAR = re.compile(r"[1-9]\d{2,3}")
_SIGN = re.compile(r"(?=.*[\dA-Z].*[\dA-Z])[^\W_]*[\dA-Z][\dA-Z-]*s?")
"""An abbreviation, or a sign: SGLT2."""

_VERBS_KNOWN = ("de", "en")
"""Languages nearly all of whose verbs are known, by lists and endings."""
_CLAUSE_ENDS = re.compile("[,;:(]")
_QUOTES = tuple("\"'“„”‘‚«»‹›「『")

_NARROW, _HALF = 12, 36
_NARROW_LARGE, _HALF_LARGE = 8, 20
"""Letters that go into a quarter of the width, and into half of it; in large print."""


_OF_HEADS, _OF_HEADS_LARGE = 80, 54
"""Printed letters on a line as long as the text is wide."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as it is printed: its cloze sentence in parts, its options with their letters, how many lines to write on."""

    task: Task
    exercise: Exercise
    options: tuple[tuple[str, str], ...]
    lines: int = 0
    abreast: int = 0

    @property
    def rows(self) -> Sequence[Sequence[int]]:
        """The numbers of the entries of a list, line by line, where each has a place of its own."""
        numbers, each = range(1, len(self.task.entry.answers) + 1), self.abreast
        return [numbers[at : at + each] for at in range(0, len(numbers), each)] if each else ()

    @property
    def lines_each(self) -> int:
        """How many lines each of these places has."""
        return self.lines // len(self.rows) if self.rows else 0

    @property
    def cells(self) -> Cells | None:
        """The table that is to be filled in, if it is one that is asked for."""
        return cells_of(self.task.entry.answers) if self.task.form == "write" else None

    @property
    def lines_of_a_row(self) -> int:
        """How many lines each row of that table has."""
        return max(1, self.lines // len(self.cells.rows)) if self.cells else 0

    def first_column(self, layout: Layout) -> int:
        """Tell how wide its first column is, in percent."""
        return (
            round(100 * self.cells.share(_OF_HEADS_LARGE if layout.is_large else _OF_HEADS))
            if self.cells
            else 0
        )

    @property
    def letter(self) -> str:
        """The letter of the right one of its options."""
        return self.options[self.task.options.index(self.task.entry.answers[0])][0]

    @property
    def asked_as(self) -> str:
        """The key of what is asked of a term, a person or a date: a name or a title has no meaning, but is somebody or something.

        Who it is where a whole name says that it is somebody: what looks like a surname alone may be a party. A
        term stands in quotation marks, unless it has its own; one in capitals means something. A bare year has something that happened in it, unless what
        is told of it is a thing: a mill; or there is more of it.
        """
        entry, language = self.task.entry, self.task.language
        if entry.kind == "date":
            has_event = _YEAR.fullmatch(entry.prompt) and not _is_thing(entry, language)
            return "asked-year" if has_event and not self.task.has_more else "asked-date"
        if entry.note or entry.prompt.startswith(_QUOTES):
            return "asked-noted"
        if entry.kind == "person":
            return "asked-who" if _is_somebody(entry.prompt, language) else "asked-person"
        _, *sort = thing_of(entry.kind, entry.prompt, Language(language))
        is_named = {"name", "title"} & {*sort} and not _SIGN.fullmatch(entry.prompt)
        return "asked-person" if is_named else "asked-term"

    def tallest(self, layout: Layout) -> float:
        """Tell how tall its picture may be, in millimetres; 0 where it is as tall as others."""
        return tall_of(self.task.entry.asked_picture, layout)

    def columns(self, layout: Layout) -> int:
        """Tell how many of its options stand in a row."""
        narrow, half = (_NARROW_LARGE, _HALF_LARGE) if layout.is_large else (_NARROW, _HALF)
        longest = max((len(text) for _, text in self.options), default=0)
        return 4 if longest <= narrow else 2 if longest <= half else 1


def _is_somebody(name: str, tag: str) -> bool:
    """Whether a name has a surname, wherever that stands, or tells by its words that it has none: Bartolo da Sassoferrato."""
    if surname_first(name, tag) != looked_up(name, tag):
        return True
    words = words_of(name)
    is_whole = len(words) > 1 and looked_up(name, tag) == name
    return is_whole and not is_thing(words) and stands(words, tag.partition("-")[0])


def _is_thing(entry: Entry, tag: str) -> bool:
    """Whether what is told of a date has no verb before its first comma."""
    language = Language(tag)
    if language.tag.partition("-")[0] not in _VERBS_KNOWN:
        return False
    told = forms(_CLAUSE_ENDS.split(entry.answers[0])[0])
    return not any(may_be_verb(it, language) for it in told)


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


def asked_of(
    task: Task, guide: Guide, layout: Layout, lines: int = 0, abreast: int = ABREAST
) -> Asked:
    """Give a task as it is printed, with so many lines to write on, on which at most so many entries stand side by side."""
    entry = parted(task.entry) if guide.math else task.entry
    rooms = rooms_of("test", layout)
    exercise = exercise_of(with_tables(entry, rooms, rooms), guide.language)
    options = zip(
        letters_of(guide.language), begun_alike(task.options, guide.language), strict=False
    )
    is_large = layout.is_large
    is_numbered = are_numbered(task, lines, is_large=is_large, most=abreast)
    columns = abreast_of(task, is_large=is_large, most=abreast) if is_numbered else 0
    return Asked(task, exercise, tuple(options), lines, columns)

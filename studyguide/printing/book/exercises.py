"""What is asked on paper: questions, sentences with blanks, and their numbers."""

from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import NamedTuple

from studyguide.deck.item import READING_ORDER, Kind
from studyguide.deck.marked import Marked, Table, is_of_words
from studyguide.guide.guide import Entry, Guide, GuideSection
from studyguide.printing.lines.blanks import Blank
from studyguide.printing.lines.by_hand import room, rooms_of_lines
from studyguide.printing.lines.pieces import pieces_of, with_marks
from studyguide.printing.press.options import Layout
from studyguide.printing.press.parted_formulas import on_paper

_LETTERS_ON_A_LINE, _TYPED = 25, {False: 32, True: 39}
"""What most people write by hand on one writing line of the guide, of 80 mm, in large print of 130; what is typed on a line of a field, in large print, too."""

_SHORT = 12
"""Letters of a number or a word: half a line, which nobody needs a second one for."""

_TALL, _TALL_LINES = 150, 4
"""Letters of what makes a fifth of a page; of what is read, twice as many do. Writing lines that look like as much."""

_MOST_LINES = 20
"""Writing lines that a question has at most; a list has one for each of its answers, however many."""

_LINE = {(False, False): 8, (True, False): 12, (False, True): 16 / 3, (True, True): 8}
"""Millimetres from a writing rule to the next, else and in large print, and from a line that is typed to the next."""

_OF_A_QUESTION = {False: (24, 6, 56), "across": (64, 6, 56), True: (40, 8, 88)}
"""Letters of one line of a question, and how tall that and a picture are in millimetres; where it is as wide as the text, and in large print, too."""

_MANY, _TALLER = 8, 2
"""Lines of a question in its column, and how often it is as tall as its rules there, from which on it stands above them: else half of a page is empty."""

_BELOW_A_SUMMARY, _ON_ONE_PAGE = 110, 160
"""Millimetres that are left below the heading and the summary of a section; that a question may take with a field to fill in, or with rules that are not parted."""

_WHOLE = {False: 15, True: 10}
"""Rules that are not parted, about half a page, in large print, too, unless a page were too empty else."""

_ON_A_PAGE = {False: 5, True: 4}
"""Rules of more that stand with the question at least, and at the end: fewer look lost, all would leave a page half empty."""

_TOLD, _SENTENCE = {False: (36, 16), True: (36, 8)}, {False: (80, 9), True: (50, 8)}
"""Letters of a line, and the most lines on one page, about 90 mm (70), of what is told of a thing, or beside a question, in large print,
too; and the same of a sentence with blanks, of which large print has many."""

_KEYED = {False: 44, True: 42}
"""Letters of a line of the key."""

_ROWS, _ROWS_OF_A_TABLE, _KEPT = 12, 24, 24
"""Rows of an answer that are not parted in the key; of a table, where its column is half of a page; if they take so many lines at most."""


class OwnLines(NamedTuple):
    """Writing lines to sum a section up: at least, at most on a page with items, and on one of their own, where it has room."""

    least: int
    shared: int
    most: int


_OWN = {False: OwnLines(8, 24, 24), "halved": OwnLines(5, 12, 18), True: OwnLines(8, 12, 18)}
"""The same in a booklet and in large print. They are 64 to 192 mm, 42 to 153, so few that they are not parted, and 96 to 216: five large lines were no room for it, and sixteen below items too many."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """An item as it is printed; `pieces` is a fill-in sentence in parts, else empty."""

    entry: Entry
    pieces: tuple[str | Blank, ...]

    @property
    def number(self) -> str:
        """What ties it to its answer, such as `2.7`."""
        return self.entry.number

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks in the order of the sentence."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Blank))

    @property
    def printed(self) -> tuple[str | Blank, ...]:
        """The sentence in parts as they are printed: letters of blanks, where there are several, stand before marks that open."""
        return tuple(with_marks(self.pieces)) if len(self.blanks) > 1 else self.pieces

    @property
    def is_asked(self) -> bool:
        """Whether it is a question or a sentence; the rest is asked in a class test only."""
        return self.entry.kind in ("question", "cloze")

    @property
    def is_tall(self) -> bool:
        """Whether it takes so much of a page that no other must be kept with it."""
        entry = self.entry
        letters = max(len(entry.prompt), sum(map(len, entry.answers)) + len(entry.note))
        most = _TALL if entry.kind == "question" else 2 * _TALL
        is_written = entry.kind == "question" and self._needed() >= _TALL_LINES
        is_shown = bool(entry.asked_picture or entry.image or entry.passage)
        return is_written or letters > most or is_shown

    def _needed(self, letters: int = _LETTERS_ON_A_LINE) -> int:
        """Tell how many lines of so many letters the answers take, a row of a program or a table one at least, and one to spare; a number, a word and each of a list that fits there have one."""
        rows = chain.from_iterable(map(rooms_of_lines, self.entry.answers))
        return sum(ceil(each / letters) or 1 for each in rows) + self._is_spared

    @property
    def letters(self) -> int:
        """Tell how many letters are written for its answers."""
        return sum(map(room, self.entry.answers))

    @property
    def _is_spared(self) -> bool:
        short = _SHORT if len(self.entry.answers) == 1 else _LETTERS_ON_A_LINE
        return max(map(room, self.entry.answers)) > short

    def has_spare(self, layout: Layout) -> bool:
        """Whether it can do with a line less: in large print, where lines take most of a page, and if none goes on overleaf."""
        return layout.is_large and self._is_spared and self.is_whole(layout)

    def lines(self, layout: Layout) -> int:
        """Tell how many writing lines its answers have; a field to fill in, of lines that are typed, stands on one page."""
        if layout.is_form:
            room = _ON_ONE_PAGE - (self._asked(layout) if layout.is_large else 0)
            most = max(int(room / _LINE[layout.is_large, True]), 1)
            return min(self._needed(_TYPED[layout.is_large]), most)
        return min(self._needed(), max(_MOST_LINES, len(self.entry.answers)))

    def is_asked_at_length(self, layout: Layout) -> bool:
        """Whether its question is so long, beside few lines, that it stands as wide as the text, above them; what it shows has ways of its own."""
        entry, is_beside = self.entry, not layout.is_large and layout.answers != "inline"
        is_shown = entry.asked_picture or not is_of_words(entry.prompt)
        if not is_beside or is_shown or entry.kind != "question":
            return False
        (letters, line, _), rule = _OF_A_QUESTION[False], _LINE[False, layout.is_form]
        rows = ceil(len(entry.prompt) / letters)
        return rows > _MANY and rows * line >= _TALLER * self.lines(layout) * rule

    def is_whole(self, layout: Layout) -> bool:
        """Whether its writing lines stay on one page, unless that leaves another too empty."""
        lines = self.lines(layout)
        is_low = not layout.is_large or self._tall(layout, lines) <= _ON_ONE_PAGE
        return (is_low and lines <= _WHOLE[layout.is_large]) or len(self.parts(layout)) == 1

    def parts(self, layout: Layout) -> tuple[int, ...]:
        """Part the writing lines into what stays on one page: some with the question, if as many are left."""
        lines, least = self.lines(layout), _ON_A_PAGE[layout.is_large]
        beside = ceil(self._asked(layout) / _LINE[False, False])
        first = least if layout.is_large else max(least, beside)
        pairs, odd = divmod(lines - first - least, 2)
        return (first, *[2] * pairs, least + odd) if pairs >= 0 else (lines,)

    def may_part(self, layout: Layout) -> bool:
        """Whether it may be cut where a page ends, which it would leave too empty: what is told, an answer beside its question, a sentence."""
        if not self.is_asked or layout.answers == "inline":
            letters, most = _TOLD[layout.is_large]
            told = (*self.entry.answers, self.entry.note, self.entry.passage)
            lines = chain.from_iterable(map(str.splitlines, told))
            return sum(ceil(len(line) / letters) for line in lines) > most
        if self.entry.kind != "cloze" or layout.is_form:
            return False
        letters, most = _SENTENCE[layout.is_large]
        shown = (
            piece if isinstance(piece, str) else piece.rule(layout) + piece.hint
            for piece in self.pieces
        )
        return sum(map(len, shown)) > most * letters

    def rows_kept_in_key(self, layout: Layout) -> int:
        """Tell how many rows of its answer stand in one column of the key: of a table half of that of a usual page; none of what takes many lines."""
        if self.lines_in_key(layout) > _KEPT:
            return 0
        answer = self.entry.answers[0]
        blocks = answer.blocks if isinstance(answer, Marked) else ()
        is_table = any(isinstance(block, Table) for block in blocks)
        return _ROWS_OF_A_TABLE if is_table and not layout.is_large else _ROWS

    def lines_in_key(self, layout: Layout) -> int:
        """Tell how many lines its answers take in the key, each on its own, about."""
        lines = chain.from_iterable(map(str.splitlines, self.entry.answers))
        return sum(ceil(len(line) / _KEYED[layout.is_large]) for line in lines)

    def opens_tall(self, layout: Layout) -> bool:
        """Whether it does not fit below the heading and the summary of a section."""
        beside = ("question", "cloze") if layout.answers == "inline" else ("question",)
        if self.entry.kind not in beside or self.may_part(layout):
            return False
        is_cut = layout.answers == "key" and not (layout.is_form or self.is_whole(layout))
        lines = self.parts(layout)[0] if is_cut else self.lines(layout)
        return self._tall(layout, lines) > _BELOW_A_SUMMARY

    def _tall(self, layout: Layout, lines: int) -> float:
        """Tell how tall it is with so many of its lines, in millimetres."""
        asked, written = self._asked(layout), lines * _LINE[layout.is_large, layout.is_form]
        is_above = layout.is_large or self.is_asked_at_length(layout)
        return asked + written if is_above else max(asked, written)

    def _asked(self, layout: Layout) -> int:
        """Tell how tall, in millimetres, the question is, which stands above its lines in large print, or if it is long, else beside."""
        column = "across" if self.is_asked_at_length(layout) else layout.is_large
        letters, line, picture = _OF_A_QUESTION[column]
        rows = ceil(len(self.entry.prompt) / letters)
        return rows * line + (picture if self.entry.asked_picture else 0)


def own_lines(layout: Layout) -> OwnLines:
    """Tell how many writing lines there are to sum a section up: as many for every section."""
    return _OWN[layout.is_large and (layout.is_read_large or "halved")]


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section as it is printed: withdrawn entries gone, the others in reading order."""

    section: GuideSection
    exercises: tuple[Exercise, ...]

    def of(self, kind: Kind) -> tuple[Exercise, ...]:
        """Give those of one kind."""
        return tuple(each for each in self.exercises if each.entry.kind == kind)

    @property
    def asked(self) -> tuple[Exercise, ...]:
        """Give those that are asked in every edition."""
        return tuple(each for each in self.exercises if each.is_asked)


def printed_sections(guide: Guide) -> tuple[PrintedSection, ...]:
    """Give the sections that have something to learn, in reading order."""
    return tuple(
        PrintedSection(section, exercises)
        for section in on_paper(guide).sections
        if (exercises := _exercises(section, guide.language))
    )


def _exercises(section: GuideSection, language: str) -> tuple[Exercise, ...]:
    entries = chain.from_iterable(map(section.of, READING_ORDER))
    return tuple(exercise_of(entry, language) for entry in entries)


def exercise_of(entry: Entry, language: str) -> Exercise:
    """Give an entry as it is printed."""
    return Exercise(entry, pieces_of(entry, language))

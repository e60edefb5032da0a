"""A class test as PDFs: each version, and its key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

from studyguide import __version__
from studyguide.class_test.tasks import LONG, SHORT, Task, lettered
from studyguide.class_test.versions import Version
from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.printing.book.exercises import Exercise, exercise_of
from studyguide.printing.book.pdf import resources_of
from studyguide.printing.press.html import render
from studyguide.printing.press.options import Layout
from studyguide.printing.press.parted_formulas import parted
from studyguide.printing.press.pdf import identifier, open_press
from studyguide.system.atomic import replacing
from studyguide.templates import Templates

_LETTERS_ON_A_LINE, _OF_LARGE_PRINT, _BETWEEN = 54, 36, 4
"""What most people write by hand on a line as long as the text is wide, and between two answers."""

_NARROW, _HALF = 12, 36
"""Letters that go into a quarter of the width, and into half of it."""

_MOST_LINES, _PAGES = 12, 2

_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<![\d–—/-])(?:[1-9]|[12]\d|3[01])(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{3,4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as it is printed: its cloze sentence in parts, and its options with their letters."""

    task: Task
    exercise: Exercise
    options: tuple[tuple[str, str], ...]
    months: frozenset[str] = frozenset()

    def lines(self, layout: Layout) -> int:
        """Tell how many writing lines its answers take; there are no fewer than points."""
        most = _OF_LARGE_PRINT if layout.is_large else _LETTERS_ON_A_LINE
        needed = sum(len(answer) + _BETWEEN for answer in self.task.entry.answers)
        return min(max(ceil(needed / most), self.task.points), _MOST_LINES)

    @property
    def precision(self) -> str:
        """What its date tells: a day, a year or one of its months, or anything else."""
        return _precision(self.task.entry.prompt, self.months)

    @property
    def columns(self) -> int:
        """How many of its options stand in a row."""
        longest = max((len(text) for _, text in self.options), default=0)
        return 4 if longest <= _NARROW else 2 if longest <= _HALF else 1


def write_test(
    guide: Guide, templates: Templates, layout: Layout, files: Mapping[Path, tuple[Version, bool]]
) -> None:
    """Write versions of a class test, or the key of one where that is told, as PDF/UA-1.

    What is a little too long for two pages is set closer.
    """
    for path, (version, is_key) in files.items():
        name = "test/key.html" if is_key else "test/test.html"
        values = _values(guide, layout, version)
        with open_press(resources_of(guide, templates), name) as press:
            page = render(templates, name, is_close=False, **values)
            laid_out = press.laid_out(page)
            if len(laid_out.pages) == _PAGES + 1 and not is_key:
                page = render(templates, name, is_close=True, **values)
                laid_out = press.laid_out(page)
            printed = press.printed(laid_out, pdf_identifier=identifier(page))
        with replacing(path) as beside:
            beside.write_bytes(printed)


def _values(guide: Guide, layout: Layout, version: Version) -> dict[str, object]:
    """Give what the templates are filled with."""
    return {
        "guide": guide,
        "layout": layout,
        "parts": [
            (part, [_asked(task, guide) for task in part.tasks]) for part in version.test.parts
        ],
        "test": version.test,
        "letter": version.letter.upper(),
        "lengths": {"short": SHORT, "long": LONG},
        "modified": datetime.fromtimestamp(guide.modified, UTC),
        "version": __version__,
    }


def _asked(task: Task, guide: Guide) -> Asked:
    entry = parted(task.entry) if guide.math else task.entry
    months = frozenset(Language(guide.language).words.months)
    exercise = exercise_of(entry, guide.language)
    return Asked(task, exercise, tuple(lettered(task.options)), months)


def _precision(date: str, months: frozenset[str]) -> str:
    words = [word.lower() for word in _WORD.findall(date)]
    if any(word not in months for word in words):
        return ""
    if words and _DAY.search(date):
        return "day"
    return "year" if _YEAR.search(date) else ""

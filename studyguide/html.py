"""The guide as one HTML page: the only module that knows Jinja.

What a curator wrote and a template from a deck's own folder are both untrusted: autoescape keeps
text from becoming markup, and the sandbox keeps templates away from files and from Python.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count, islice
from math import ceil
from pathlib import Path, PurePath
from string import ascii_lowercase
from traceback import extract_tb

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from studyguide import __version__
from studyguide.errors import StudyGuideError
from studyguide.guide import Entry, Guide, GuideSection
from studyguide.shelf import picture_url
from studyguide.templates import Templates

_LETTERS_ON_A_LINE = 40
"""What most people write by hand on one line of the guide."""

_MOST_LINES = 20
"""With more writing lines than this, a question and its picture would not fit on one page."""

_OPENING_QUOTES = re.compile(r"""(?<![^\s(\[{/—–‘“])(?!'\d\d)["']+(?=\S)""")
_SECTION_SIGN = re.compile(r"(§\d*) ")
_OPENED = str.maketrans("\"'", "“‘")
_CLOSED = str.maketrans("\"'", "”’")


@dataclass(frozen=True, slots=True)
class Blank:
    """What the reader fills in; `label` is the letter that leads to it in the answer key."""

    label: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question or a fill-in sentence; `number`, such as `2.7`, ties it to its answer.

    `pieces` is the sentence in parts, and empty for a question.
    """

    number: str
    entry: Entry
    pieces: tuple[str | Blank, ...]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks in the order of the sentence."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Blank))

    @property
    def lines(self) -> int:
        """How many lines, 8 mm apart, the answers take when written by hand."""
        needed = sum(ceil(len(answer) / _LETTERS_ON_A_LINE) for answer in self.entry.answers)
        return min(needed, _MOST_LINES)


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section as it is printed: withdrawn entries gone, questions and sentences numbered."""

    section: GuideSection
    exercises: tuple[Exercise, ...]

    @property
    def questions(self) -> tuple[Exercise, ...]:
        """The exercises to be answered on lines."""
        return tuple(exercise for exercise in self.exercises if not exercise.pieces)

    @property
    def sentences(self) -> tuple[Exercise, ...]:
        """The exercises to be filled in."""
        return tuple(exercise for exercise in self.exercises if exercise.pieces)


def guide_page(guide: Guide, templates: Templates, paper: str) -> str:
    """Compose the printed guide as HTML; its pictures are named as `picture_url` names them.

    Raises `StudyGuideError` with template and line where a template is at fault.
    """
    return render(
        templates,
        "guide/guide.html",
        guide=guide,
        sections=printed_sections(guide),
        paper=paper,
        modified=datetime.fromtimestamp(guide.modified, UTC),
        version=__version__,
    )


def render(templates: Templates, name: str, **values: object) -> str:
    """Fill in a template. Raises `StudyGuideError` with file and line where it is at fault."""
    environment = _environment(templates)
    try:
        return environment.get_template(name).render(values)
    except Exception as error:
        fault = _template_fault(error)
        if fault is None:
            raise
        raise StudyGuideError(fault) from error


def printed_sections(guide: Guide) -> tuple[PrintedSection, ...]:
    """Give the sections that have something to learn, their exercises numbered through."""
    return tuple(
        PrintedSection(section, _exercises(section))
        for section in guide.sections
        if any(not entry.retired for entry in section.entries)
    )


def curled(text: str) -> str:
    """Make straight quotes curly and keep § with what follows it; the length stays as it is."""
    text = _OPENING_QUOTES.sub(lambda quotes: quotes.group().translate(_OPENED), text)
    return _SECTION_SIGN.sub("\\1\u00a0", text.translate(_CLOSED))


def _exercises(section: GuideSection) -> tuple[Exercise, ...]:
    entries = enumerate(section.of("question") + section.of("cloze"), start=1)
    return tuple(
        Exercise(f"{section.number}.{index}", entry, _pieces(entry)) for index, entry in entries
    )


def _pieces(entry: Entry) -> tuple[str | Blank, ...]:
    """Split a cloze sentence; its quotes are curled before, while their neighbours are known."""
    parts = [piece if isinstance(piece, str) else piece.text for piece in entry.pieces]
    curly = iter(curled("".join(parts)))
    texts = ("".join(islice(curly, len(part))) for part in parts)
    letters = map(_letters, count())
    return tuple(
        text if isinstance(piece, str) else Blank(next(letters), text, piece.hint)
        for piece, text in zip(entry.pieces, texts, strict=True)
    )


def _letters(index: int) -> str:
    """Count in letters: from a to z, then aa, ab and so on."""
    rest, last = divmod(index, 26)
    return (_letters(rest - 1) if rest else "") + ascii_lowercase[last]


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, which by itself would let a template read any file through a `Path`."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return not isinstance(obj, PurePath) and super().is_safe_attribute(obj, attr, value)


def _environment(templates: Templates) -> Environment:
    environment = _Sandbox(
        loader=FunctionLoader(lambda name: (templates.read(name), str(templates.path(name)), None)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finished,
    )
    environment.filters["picture_url"] = picture_url
    return environment


def _finished(value: object) -> object:
    return curled(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _template_fault(error: Exception) -> str | None:
    """Tell in which line of which template an error arose, or nothing if it is none of theirs."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}: {error.message}"
    for frame in reversed(extract_tb(error.__traceback__)):
        if Path(frame.filename).suffix in {".html", ".css"}:
            return f"{frame.filename}:{frame.lineno}: {error}"
    return None

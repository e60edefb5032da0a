"""What a curator wrote: a deck, its sections and their items, each text with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple

from studyguide.deck.cloze import Piece
from studyguide.finding import Finding, Location

Kind = Literal["question", "cloze", "term", "person", "date"]

KINDS: dict[Kind, tuple[str, str]] = {
    "question": ("question", "answer"),
    "cloze": ("cloze", ""),
    "term": ("term", "definition"),
    "person": ("person", "role"),
    "date": ("date", "event"),
}
"""The two keys that make an item one of the five kinds: what is asked, and what is answered."""


PARTS = ("introduction", "discussion")
"""The keys of what `deck.yaml` says of the whole in the curator's own words."""

_BLANK = re.compile(r"\s*")
_GAP = re.compile(r"(?:\s|\\(?=[\r\n]))*")
_OPENING = re.compile(r"[\"']|[|>][^\r\n]*\s*")
_ESCAPE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)")
_LINE_END = re.compile(r"\r\n?|\n")


class Text(NamedTuple):
    """One scalar of a file: what it says, and the offset at which it begins there."""

    value: str
    start: int


@dataclass(frozen=True, slots=True)
class File:
    """A curator's file: its path and its text, into which every `Text` points."""

    path: Path
    text: str
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def at(self, start: int, length: int = 1) -> Location:
        """Tell the line and column of an offset."""
        if not self._starts:
            self._starts.extend((0, *(end.end() for end in _LINE_END.finditer(self.text))))
        line = bisect_right(self._starts, start)
        return Location(self.path, line, start - self._starts[line - 1] + 1, max(length, 1))

    def offset(self, text: Text, index: int) -> int:
        """Tell where in the file the character `index` of a text's value stands.

        Folded lines, blocks, doubled quotation marks and escapes are allowed for. A value that does
        not stand there so (it is of the caller's making) is taken to stand at the text's start.
        """
        opening = _OPENING.match(self.text, text.start)
        mark = opening[0][0] if opening else ""
        at = opening.end() if opening else text.start
        for character in text.value[:index]:
            at = self._after(character, at, mark)
            if at < 0:
                return text.start
        return self._skip(_GAP if mark == '"' else _BLANK, at)

    def _after(self, character: str, at: int, mark: str) -> int:
        """Tell where one character of a value ends that stands at an offset; -1 if it does not."""
        start = self._skip(_GAP, at) if mark == '"' and not character.isspace() else at
        if character.isspace() and (end := self._skip(_BLANK, at)) > at:
            return end
        if mark == '"' and (escape := _ESCAPE.match(self.text, start)):
            return escape.end()
        if self.text.startswith(character, start):
            return start + 1 + (character == mark == "'")
        return at if character.isspace() else -1

    def _skip(self, gap: re.Pattern[str], at: int) -> int:
        return gap.match(self.text, at).end()  # type: ignore[union-attr]

    def within(self, text: Text, words: str = "") -> Location:
        """Tell where `words` stand in `text`, or where `text` begins if they do not."""
        found = text.value.find(words) if words else -1
        if found >= 0:
            return self.at(self.offset(text, found), len(words))
        return self.at(text.start, self.length(text))

    def line_from(self, start: int) -> str:
        """Give the rest of the line from an offset on."""
        line_end = _LINE_END.search(self.text, start)
        return self.text[start : line_end.start() if line_end else len(self.text)].rstrip()

    def length(self, text: Text) -> int:
        """Count the characters that a text takes on its first line in the file."""
        line = self.line_from(text.start)
        for quotes in (0, 1):
            if text.value and line.startswith(text.value, quotes):
                return len(text.value) + 2 * quotes
        return max(len(line), 1)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the deck's `media/` folder; `digest` is the SHA-256 of its bytes, in hex.

    `name` is where the curator names it.
    """

    path: Path
    alt: str
    digest: str
    name: Text = field(default=Text("", 0), compare=False)


class Figure(NamedTuple):
    """A picture that goes with the deck as a whole, such as a map; `caption` is printed below it."""

    image: Image
    caption: Text | None


class Item(NamedTuple):
    """One curated unit; becomes exactly one Anki note.

    `prompt` is the question, cloze sentence, term, person or date; `answers` the answer or answers,
    definition, role or event, and empty for a cloze, whose parts are in `pieces`. (A named tuple,
    since a frozen dataclass takes seven times as long to make, and there are tens of thousands.)
    """

    file: File
    section: int
    kind: Kind
    id: Text
    prompt: Text
    answers: tuple[Text, ...]
    is_list: bool
    pieces: tuple[Piece, ...]
    evidence: tuple[Text, ...]
    wording: tuple[tuple[Text, Text], ...] = ()
    note: Text | None = None
    tags: tuple[Text, ...] = ()
    image: Image | None = None
    reverse: bool = False
    typed: bool = False
    was: tuple[Text, ...] = ()
    retired: Text | None = None

    @property
    def answer_key(self) -> str:
        """The key under which this kind keeps its answer, such as `answer` or `definition`."""
        return KINDS[self.kind][1]

    def error(self, text: Text, code: str, message: str, help: str, words: str = "") -> Finding:
        """Report an error in one of the item's texts, at `words` if those stand there."""
        return Finding(
            location=self.file.within(text, words),
            code=code,
            message=message,
            help=help,
            item=self.id.value,
            section=self.section,
        )

    def warning(self, text: Text, code: str, message: str, help: str, words: str = "") -> Finding:
        """Report what a curator must look at in one of the item's texts."""
        return replace(self.error(text, code, message, help, words), severity="warning")

    def texts(self) -> Iterator[Text]:
        """Yield every text of the curator's own that a learner gets to see."""
        yield self.prompt
        yield from self.answers
        if self.note:
            yield self.note


@dataclass(frozen=True, slots=True)
class Section:
    """One section file: number, the curator's own title and summary, and the items in order."""

    file: File
    number: int
    title: Text
    summary: Text
    items: tuple[Item, ...]


class Part(NamedTuple):
    """What `deck.yaml` says of the whole in the curator's words: the introduction, the discussion.

    `titles` is what the deck and its work are called, and by whom: a part may name that.
    """

    file: File
    key: str
    texts: tuple[Text, ...]
    titles: tuple[str, ...]

    def has(self, place: Location) -> bool:
        """Whether a place lies within the part."""
        last = self.texts[-1]
        start = self.file.at(self.texts[0].start)
        end = self.file.at(self.file.offset(last, len(last.value)))
        within = (start.line, start.column) <= (place.line, place.column) <= (end.line, end.column)
        return place.path == self.file.path and within


@dataclass(frozen=True, slots=True)
class Quotation:
    """How much of the source may be shown: `share` of its words, `run` of words at a stretch."""

    share: float = 0.25
    run: int = 15


@dataclass(frozen=True, slots=True)
class Deck:
    r"""A folder below `cards/`, read whole.

    `introduction`, `figures` and `discussion` (questions on the whole) are for the guide alone.
    `passages` says that its rights allow to show learners the passage of every item, `math` that
    `\(…\)` and `\[…\]` in its items are formulas.
    """

    folder: Path
    file: File
    id: str
    title: Text
    author: str
    work: str
    language: str
    rights: str
    aliases: tuple[tuple[Text, Text], ...]
    quotation: Quotation
    openings: tuple[tuple[int, Text], ...]
    sections: tuple[Section, ...]
    uncovered: tuple[tuple[Text, Text], ...] = ()
    introduction: Text | None = None
    figures: tuple[Figure, ...] = ()
    discussion: tuple[Text, ...] = ()
    passages: bool = False
    math: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """Introduction and discussion, as far as there are any."""
        introduction = (self.introduction,) if self.introduction else ()
        titles = (self.title.value, self.author, self.work)
        parts = zip(PARTS, (introduction, self.discussion), strict=True)
        return tuple(Part(self.file, key, texts, titles) for key, texts in parts if texts)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order in which a learner meets them."""
        return tuple(item for section in self.sections for item in section.items)

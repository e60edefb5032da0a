"""What a curator wrote: a deck, its sections and their items, each text with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from studyguide.cloze import Piece
from studyguide.finding import Location

Kind = Literal["question", "cloze", "term", "person", "date"]

KINDS: dict[Kind, tuple[str, str]] = {
    "question": ("question", "answer"),
    "cloze": ("cloze", ""),
    "term": ("term", "definition"),
    "person": ("person", "role"),
    "date": ("date", "event"),
}
"""The two keys that make an item one of the five kinds: what is asked, and what is answered."""


_LINE_END = re.compile(r"\r\n?|\n")


class Text(NamedTuple):
    """One scalar of a file: what it says, and from where to where it stands (offsets)."""

    value: str
    start: int
    end: int


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

    def within(self, text: Text, words: str = "") -> Location:
        """Tell where `words` stand inside `text`, or where `text` begins if they span lines."""
        found = self.text.find(words, text.start, text.end) if words else -1
        if found >= 0:
            return self.at(found, len(words))
        first_line = self.text[text.start : text.end].split("\n", 1)[0].rstrip()
        return self.at(text.start, len(first_line))


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the deck's `media/` folder; `digest` is the SHA-256 of its bytes, in hex."""

    path: Path
    alt: str
    digest: str


@dataclass(frozen=True, slots=True)
class Item:
    """One curated unit; becomes exactly one Anki note.

    `prompt` is the question, cloze sentence, term, person or date; `answers` the answer or answers,
    definition, role or event, and empty for a cloze, whose parts are in `pieces`.
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
    wording: tuple[tuple[Text, Text], ...]
    note: Text | None
    tags: tuple[Text, ...]
    image: Image | None
    reverse: bool
    typed: bool
    was: tuple[Text, ...]
    retired: Text | None

    @property
    def answer_key(self) -> str:
        """The key under which this kind of item keeps its answer: `answer`, `definition`, …"""
        return KINDS[self.kind][1]

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


@dataclass(frozen=True, slots=True)
class Quotation:
    """How much of the source may be shown: `share` of its words, `run` of words at a stretch."""

    share: float = 0.25
    run: int = 15


@dataclass(frozen=True, slots=True)
class Deck:
    """A folder below `cards/`, read whole."""

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

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order in which a learner meets them."""
        return tuple(item for section in self.sections for item in section.items)

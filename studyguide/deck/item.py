"""One curated unit, which becomes exactly one Anki note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from studyguide.deck.cloze import Deletion, Piece
from studyguide.deck.file import File, Text
from studyguide.deck.marked import entries_in
from studyguide.finding import Finding
from studyguide.patterns import lazy

Kind = Literal["question", "cloze", "term", "person", "date"]

KINDS: dict[Kind, tuple[str, str]] = {
    "question": ("question", "answer"),
    "cloze": ("cloze", ""),
    "term": ("term", "definition"),
    "person": ("person", "role"),
    "date": ("date", "event"),
}
"""The two keys that make an item one of the five kinds: what is asked, and what is answered."""

READING_ORDER: tuple[Kind, ...] = ("term", "person", "date", "question", "cloze")
"""In which order the kinds of a section are met on paper, and therefore numbered."""


class Ink(NamedTuple):
    """The part of a picture in which anything is drawn: where that begins and ends, as shares of its width and its height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @property
    def wide(self) -> float:
        """How much of its width that is."""
        return self.right - self.left

    @property
    def tall(self) -> float:
        """How much of its height that is."""
        return self.bottom - self.top


WHOLE: Final = Ink()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the deck's `media/` folder; `digest` is the SHA-256 of its bytes, in hex.

    `name` is where the curator names it. Paper shows what is in `ink` of it.
    """

    path: Path
    alt: str
    digest: str
    name: Text = field(default=Text("", 0), compare=False)
    ink: Ink = WHOLE


class Sound(NamedTuple):
    """A recording in the deck's `media/` folder; `digest` is the SHA-256 of its bytes, in hex."""

    path: Path
    digest: str

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.path.name


class Item(NamedTuple):
    """One curated unit; becomes exactly one Anki note.

    `prompt` is the question, cloze sentence, term, person or date; `answers` the answer or answers,
    definition, role or event, and empty for a cloze, whose parts are in `pieces`. `image` stands with the
    answer, `asked_picture` with the question; `sound` is played with the answer. `heading` is how the index lists a
    person. (A named tuple, since a frozen dataclass takes seven times as long to make, and there are tens of thousands.)
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
    asked_picture: Image | None = None
    sound: Sound | None = None
    heading: Text | None = None

    @property
    def answer_key(self) -> str:
        """The key under which this kind keeps its answer, such as `answer` or `definition`."""
        return KINDS[self.kind][1]

    @property
    def lacks_evidence(self) -> bool:
        """Whether nothing says yet where in the source it stands; what is withdrawn needs none."""
        return not self.evidence and self.retired is None

    @property
    def entries(self) -> int:
        """How many answers there are: those of a list, the rows of a table, the lines of code."""
        rows = entries_in(self.answers[0].value) if len(self.answers) == 1 else 0
        return rows or len(self.answers)

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
        return self.error(text, code, message, help, words)._replace(severity="warning")

    def texts(self) -> Iterator[Text]:
        """Yield every text of the curator's own that a learner gets to see."""
        yield self.prompt
        yield from self.answers
        if self.note:
            yield self.note


_DELETION = lazy(r"(\{\{c\d+::).*?\}\}", re.DOTALL)


def frame(item: Item) -> str:
    """Give the cloze sentence with its deletions blanked out, all offsets kept."""
    return _blanked(item.prompt.value)


@lru_cache(maxsize=64)
def _blanked(text: str) -> str:
    return _DELETION.sub(lambda found: f" {'_' * (len(found[0]) - 2)} ", text)


def deletions(item: Item) -> Iterator[tuple[int, Deletion]]:
    """Yield each deletion of a cloze, and where in its sentence the hidden words begin."""
    if not item.pieces:
        return
    hidden = (piece for piece in item.pieces if isinstance(piece, Deletion))
    for match, deletion in zip(_DELETION.finditer(item.prompt.value), hidden, strict=False):
        yield match.end(1), deletion


def pointing_at(finding: Finding, item: Item, text: Text, start: int, length: int) -> Finding:
    """Give a finding its place: so many characters of one of the item's texts, from `start` on."""
    return finding._replace(location=item.file.at(item.file.offset(text, start), length))

"""What a curator wrote: a deck, its sections and their items, each text with its place."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from studyguide.deck.file import File, Text
from studyguide.deck.item import Image, Item
from studyguide.finding import Location

PARTS = ("introduction", "discussion")
"""The keys of what `deck.yaml` says of the whole in the curator's own words."""


class Figure(NamedTuple):
    """A picture that goes with the deck as a whole, such as a map; `caption` is printed below it."""

    image: Image
    caption: Text | None


class NamedEdition(NamedTuple):
    """Part of a deck that is to be had on paper under a name; what is empty chooses nothing."""

    name: str
    section: str = ""
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    items: int = 0
    seed: str = "1"
    changed_since: str = ""


UNWRITTEN = "Two or three sentences in your own words."
"""The summary of a section as a new deck has it, until a curator writes one."""


class Section(NamedTuple):
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


class Quotation(NamedTuple):
    """How much of the source may be shown: `share` of its words, `run` of words at a stretch.

    What `deck.yaml` does not limit may be shown.
    """

    share: float | None = None
    run: int | None = None


class Deck(NamedTuple):
    r"""A folder below `cards/`, read whole.

    `introduction`, `figures` and `discussion` (questions on the whole) are for the guide alone.
    `passages` says that its rights allow to show learners the passage of every item, `math` that
    `\(…\)` and `\[…\]` in its items are formulas, `markup` that its texts have light markup, which is
    read: their values are plain words that know how they are set. `accept` gives the codes of warnings that are
    settled for the whole deck, each with the reason. The `author` wrote the text, the `curator` the deck.
    `themes` are to be found in the index besides what items name. `rights` are those of the text,
    the `licence` says who may copy the guide. `publisher` and `place` are those of the text, or of the work it is from.
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
    markup: bool = False
    editions: tuple[NamedEdition, ...] = ()
    accept: tuple[tuple[Text, Text], ...] = ()
    curator: str = ""
    licence: str = ""
    publisher: str = ""
    place: str = ""
    themes: tuple[Text, ...] = ()

    @property
    def accepted(self) -> frozenset[str]:
        """The codes of warnings that are settled for the whole deck."""
        return frozenset(code.value for code, _ in self.accept)

    def where_limited(self, key: str) -> str:
        """Name the line that limits how much may be quoted: `quotation: {run: …}` in deck.yaml:7."""
        found = re.search(r"^quotation\b", self.file.text, re.MULTILINE)
        line = self.file.at(found.start()).line if found else 1
        return f"`quotation: {{{key}: …}}` in {self.file.path.name}:{line}"

    @property
    def published(self) -> str:
        """Where the text appeared, and with whom, as far as that is told: `Oldhaven: Mill Press`."""
        return ": ".join(part for part in (self.place, self.publisher) if part)

    @property
    def opening_words(self) -> dict[int, str]:
        """For some sections the words with which they open in the source."""
        return {number: text.value for number, text in self.openings}

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

    def texts(self) -> Iterator[Text]:
        """Yield all that the deck says, of its sections and of the whole."""
        for section in self.sections:
            yield from (section.title, section.summary)
        for item in self.items:
            yield from () if item.retired else item.texts()
        for part in self.parts:
            yield from part.texts

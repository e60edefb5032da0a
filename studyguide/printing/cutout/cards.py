"""What stands on the cut-out cards: one card of paper for each card that Anki makes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from studyguide.anki.fields import cards_of
from studyguide.deck.cloze import Deletion
from studyguide.deck.item import READING_ORDER, Image, Kind
from studyguide.guide.guide import Entry, Guide
from studyguide.printing.press.parted_formulas import on_paper
from studyguide.printing.press.typography import curled_parts
from studyguide.vocabulary.vocabulary import Vocabulary

Side = Literal["front", "back"]
_SIDES: Final[tuple[Side, Side]] = ("front", "back")

_ASKING: Final[dict[Kind, tuple[str, str]]] = {
    "question": ("", "which-question"),
    "cloze": ("", ""),
    "term": ("term", "which-term"),
    "person": ("person", "which-person"),
    "date": ("a-date", "which-date"),
}
"""The keys of what stands over the text of a front: as it is, and the other way round."""

MOST_BELOW: Final = 5
"""Entries of a list that stand below each other in any case."""

_SHORT: Final = 18
"""Letters of an entry that has room in a column on any card."""


class Part(NamedTuple):
    """A part of a cloze sentence: plain, hidden (on the front) or found (on the back)."""

    text: str
    state: Literal["plain", "hidden", "found"] = "plain"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card.

    `id` is the item's, `mark` tells its cards apart (`2/3`, empty if it has one). The text is either
    a sentence in `parts` or one or several `lines`. `label` is the key of what stands over it, `foot` the
    line at the foot: what the card belongs to, and which side this is. `is_balanced` tells that a
    line separator stands where each line ends, `is_too_tall` that a list has no room in one column.
    """

    id: str
    mark: str
    section: int
    side: Side
    foot: str = ""
    label: str = ""
    parts: tuple[Part, ...] = ()
    lines: tuple[str, ...] = ()
    is_list: bool = False
    note: str = ""
    citation: str = ""
    image: Image | None = None
    sound: str = ""
    is_balanced: bool = False
    is_too_tall: bool = False

    @property
    def is_in_columns(self) -> bool:
        """Whether it is a list in two columns: of many short entries, or of any that are too many for one."""
        if not self.is_list or len(self.lines) <= MOST_BELOW:
            return False
        return self.is_too_tall or max(map(len, self.lines)) < _SHORT

    @property
    def has_lines(self) -> bool:
        """Whether it has lines of the curator's own, which stand below each other's beginnings."""
        return any(
            "\n" in text.strip("\r\n")
            for text in (*self.lines, *(part.text for part in self.parts))
        )


class Card(NamedTuple):
    """Front and back, and the number of the item, with a mark where it has several: `3.19 2/2`."""

    front: Face
    back: Face
    number: str


def cards_of_guide(guide: Guide) -> tuple[Card, ...]:
    """Give the cards of everything in use, in the order of their numbers, as the guide has them."""
    sections = on_paper(guide).sections
    entries = (entry for each in sections for kind in READING_ORDER for entry in each.of(kind))
    return tuple(card for entry in entries for card in _cards(entry, guide.vocabulary))


def _cards(entry: Entry, vocabulary: Vocabulary) -> Iterator[Card]:
    numbers = cards_of(entry)
    for position, number in enumerate(numbers, 1):
        mark = f"{position}/{len(numbers)}" if len(numbers) > 1 else ""
        front, back = (
            Face(entry.id, mark, entry.section, side, _foot(entry, mark, side, vocabulary))
            for side in _SIDES
        )
        back = replace(back, note=entry.note, citation=entry.citation, image=entry.image)
        if entry.sound:
            back = replace(back, sound=entry.sound.name)
        if not entry.reverse or not number:
            front = replace(front, image=entry.asked_picture)
        blank = Card(front, back, _numbered(entry, mark))
        if entry.kind == "cloze":
            yield _cloze(entry, number, blank, vocabulary.language)
        else:
            yield (_reverse if number else _forward)(entry, blank)


def _foot(entry: Entry, mark: str, side: Side, vocabulary: Vocabulary) -> str:
    place = vocabulary.plain("section-number", number=str(entry.section))
    where = vocabulary.plain("foot", number=place, side=vocabulary.plain(side))
    return f"{_numbered(entry, mark)} · " + where.replace(" ", "\u00a0")


def _numbered(entry: Entry, mark: str) -> str:
    return f"{entry.number} {mark}".rstrip()


def _forward(entry: Entry, blank: Card) -> Card:
    return blank._replace(
        front=replace(blank.front, label=_ASKING[entry.kind][0], lines=(entry.prompt,)),
        back=replace(blank.back, lines=entry.answers, is_list=entry.is_list),
    )


def _reverse(entry: Entry, blank: Card) -> Card:
    label = _ASKING[entry.kind][1]
    return blank._replace(
        front=replace(blank.front, label=label, lines=entry.answers, is_list=entry.is_list),
        back=replace(blank.back, lines=(entry.prompt,)),
    )


def _cloze(entry: Entry, number: int, blank: Card, language: str) -> Card:
    """Hide all deletions of one number, which counts from 0; the others are shown."""
    front, back = [], []
    for piece, text in zip(entry.pieces, _curled(entry, language), strict=True):
        if isinstance(piece, Deletion) and piece.number == number + 1:
            front.append(Part("", "hidden", piece.hint.strip()))
            back.append(Part(text, "found"))
        else:
            front.append(Part(text))
            back.append(Part(text))
    return blank._replace(
        front=replace(blank.front, parts=tuple(front)), back=replace(blank.back, parts=tuple(back))
    )


def _curled(entry: Entry, language: str) -> Iterator[str]:
    parts = [piece if isinstance(piece, str) else piece.text for piece in entry.pieces]
    return curled_parts(parts, language)

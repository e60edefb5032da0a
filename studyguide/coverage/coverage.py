"""How much of its source a deck asks about: by section, paragraph and sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from studyguide.coverage.details import Asked, Detail, Reasons, State, details_of, idle_reasons
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import Passage, locate
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.source.section import SourceSection
from studyguide.source.source import Source
from studyguide.source.spelling import Spelling

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoveredSentence:
    """A sentence, from its first word to before its last, and the items that draw on it."""

    first: int
    last: int
    items: Ids


@dataclass(frozen=True, slots=True)
class CoveredParagraph:
    """A paragraph and the items that draw on it; `quoted` are the runs of words that they quote.

    Without the source text its words are not known, and it has no sentences. `page` is where it
    begins, by what is printed there, if the document has pages.
    """

    label: str
    items: Ids
    quoted: tuple[Run, ...]
    words: int | None = None
    sentences: tuple[CoveredSentence, ...] = ()
    page: str = ""

    @property
    def quoted_words(self) -> int:
        """How many of its words any item quotes."""
        return len({word for first, last in self.quoted for word in range(first, last)})

    @property
    def sentences_used(self) -> int:
        """How many of its sentences any item draws on."""
        return sum(bool(sentence.items) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class CoveredSection:
    """A section of the source under the curator's title, and the items that draw on it."""

    number: int
    title: str
    items: Ids
    paragraphs: tuple[CoveredParagraph, ...]
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a deck asks about; `held` tells whether its source text was at hand.

    `unplaced` are the items that draw on nothing, for their evidence was not found; `findings` say
    which reasons are idle.
    """

    deck: str
    title: str
    language: str
    held: Literal["full", "receipts"]
    sections: tuple[CoveredSection, ...]
    unplaced: Ids = ()
    findings: tuple[Finding, ...] = ()

    @property
    def items(self) -> Ids:
        """The items that draw on the source."""
        return tuple(id for section in self.sections for id in section.items)

    @property
    def paragraphs(self) -> tuple[CoveredParagraph, ...]:
        """All paragraphs, in order."""
        return tuple(part for section in self.sections for part in section.paragraphs)

    def count(self, state: State) -> int:
        """Count the names, numbers and dates of all sections that are in a state."""
        return sum(detail.state == state for section in self.sections for detail in section.details)


def cover(deck: Deck, source: Source, language: Language, uncovered: Reasons = ()) -> Coverage:
    """Tell what the items of a deck ask about; those that are withdrawn do not count."""
    items = [item for item in deck.items if not item.retired]
    passages = {item.id.value: _passage(item, source, language) for item in items}
    placed = {id: passage for id, passage in passages.items() if passage}
    asked = Asked.of(deck, frozenset(placed), uncovered, language)
    spelling = Spelling(source, language)
    titles = {section.number: section.title.value for section in deck.sections}
    sections = tuple(
        CoveredSection(
            number,
            titles.get(number, ""),
            tuple(id for id, passage in placed.items() if passage.section is section),
            tuple(_paragraphs(section, placed)),
            details_of(section, spelling, asked),
        )
        for number, section in source.sections.items()
    )
    details = tuple(detail for section in sections for detail in section.details)
    findings = tuple(idle_reasons(deck, details, uncovered, language))
    unplaced = tuple(id for id, passage in passages.items() if not passage)
    return Coverage(deck.id, deck.title.value, deck.language, "full", sections, unplaced, findings)


def _passage(item: Item, source: Source, language: Language) -> Passage | None:
    section = source.sections.get(item.section)
    return locate(item, section, language) if section else None


def _paragraphs(
    section: SourceSection, placed: Mapping[str, Passage]
) -> Iterator[CoveredParagraph]:
    here = {id: passage for id, passage in placed.items() if passage.section is section}
    users: dict[int, list[str]] = {}  # by the first word of a sentence
    for id, passage in here.items():
        for first, _ in passage.sentences:
            users.setdefault(first, []).append(id)
    runs = sorted({run for each in here.values() for runs in each.quotations for run in runs})
    for part in section.paragraphs:
        sentences = tuple(
            CoveredSentence(sentence.first, sentence.last, tuple(users.get(sentence.first, ())))
            for sentence in part.sentences
        )
        used = {id for sentence in sentences for id in sentence.items}
        yield CoveredParagraph(
            part.label,
            tuple(id for id in here if id in used),
            tuple(run for run in runs if part.first <= run[0] < part.last),
            part.last - part.first,
            sentences,
            section.page_of(part.first),
        )

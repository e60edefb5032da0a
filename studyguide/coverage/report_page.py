"""Coverage as a web page that shows the source itself, each sentence shaded by the items on it.

The page holds the whole text: it is made only where the text is at hand, and belongs nowhere else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studyguide.coverage.coverage import Coverage, CoveredParagraph, CoveredSection
from studyguide.coverage.details import Detail
from studyguide.coverage.shading import Stretch, anchor_of, shade_of, stretches_of
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.printing.press.html import render
from studyguide.source.source import Source
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence as it is shown; `numbers` are those of its items beside the paragraph."""

    anchor: str
    shade: int
    stretches: tuple[Stretch, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item beside a paragraph; `place` is its file and line, `drawn_from` a sentence's anchor."""

    number: int
    item: Item
    place: str
    drawn_from: str


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph as it is shown; its items are numbered from 1 as its sentences come to them."""

    anchor: str
    covered: CoveredParagraph
    sentences: tuple[ShownSentence, ...]
    items: tuple[ShownItem, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it is shown; `missing` are the details that no item of it asks about.

    Each comes with the label and the anchor of every place where it stands.
    """

    covered: CoveredSection
    paragraphs: tuple[ShownParagraph, ...]
    missing: tuple[tuple[Detail, tuple[tuple[str, str], ...]], ...]


def coverage_page(coverage: Coverage, deck: Deck, source: Source) -> str:
    """Compose the page of what a deck covers of its source: HTML that needs no other file.

    A browser opens it, so its template never comes from a deck, which may be anybody's.
    """
    items = {item.id.value: item for item in deck.items}
    sections = tuple(_section(section, source, items) for section in coverage.sections)
    name = "coverage/coverage.html"
    return render(
        Templates.bundled(),
        name,
        coverage=coverage,
        sections=sections,
        rights=deck.rights,
        vocabulary=Vocabulary.of(deck.folder, deck.language),
    )


def _section(covered: CoveredSection, source: Source, items: Mapping[str, Item]) -> ShownSection:
    stretches = stretches_of(covered, source.sections[covered.number], source.text)
    paragraphs = tuple(
        _paragraph(f"s{covered.number}-p{index}", part, stretches, items)
        for index, part in enumerate(covered.paragraphs, start=1)
    )
    return ShownSection(covered, paragraphs, tuple(_missing(covered)))


def _paragraph(
    anchor: str,
    covered: CoveredParagraph,
    stretches: Mapping[int, tuple[Stretch, ...]],
    items: Mapping[str, Item],
) -> ShownParagraph:
    drawing = dict.fromkeys(id for sentence in covered.sentences for id in sentence.items)
    numbers = {id: number for number, id in enumerate(drawing, start=1)}
    sentences = tuple(
        ShownSentence(
            f"{anchor}-{index}",
            shade_of(sentence),
            stretches[sentence.first],
            tuple(numbers[id] for id in sentence.items),
        )
        for index, sentence in enumerate(covered.sentences, start=1)
    )
    shown = tuple(_item(number, items[id], sentences) for id, number in numbers.items())
    return ShownParagraph(anchor, covered, sentences, shown)


def _item(number: int, item: Item, sentences: tuple[ShownSentence, ...]) -> ShownItem:
    location = item.file.within(item.id)
    drawn_from = next(sentence.anchor for sentence in sentences if number in sentence.numbers)
    return ShownItem(number, item, f"{location.path.name}:{location.line}", drawn_from)


def _missing(covered: CoveredSection) -> Iterator[tuple[Detail, tuple[tuple[str, str], ...]]]:
    for detail in covered.details:
        if detail.state != "asked":
            places = ((place.label, anchor_of(covered.number, place)) for place in detail.places)
            yield detail, tuple(places)

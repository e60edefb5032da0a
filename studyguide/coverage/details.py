"""Which names, numbers and dates of a source the items ask about, and which a curator excuses."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from studyguide.coverage.mentioned import Asking
from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import words
from studyguide.lock.lock import Place
from studyguide.source.mentions import Keys, Mention, Parts, Sort, keys_of, mentions_in
from studyguide.source.section import SourceSection
from studyguide.source.spelling import SMALL_WORDS, Spelling

State = Literal["asked", "excused", "elsewhere", "open"]
"""Asked about in its section; or else excused by the curator, asked about in another section only,
or none of these."""

STATES: tuple[State, ...] = ("asked", "excused", "elsewhere", "open")

Reasons = tuple[tuple[Text, Text], ...]
"""Names, numbers and dates that need no item, each with the curator's reason."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One name, number or date of a section, with each place where it stands there.

    `items` ask about it in the section, `elsewhere` in `other_sections`; `reason` is why none needs
    to.
    """

    sort: Sort
    shown: str
    parts: Parts
    places: tuple[Place, ...]
    items: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    other_sections: tuple[int, ...] = ()
    reason: str = ""

    @property
    def labels(self) -> Mapping[str, int]:
        """The paragraphs in which it stands, and how often in each."""
        return Counter(place.label for place in self.places)

    @property
    def state(self) -> State:
        """Whether it is asked about, and if not, whether that is meant."""
        if self.items:
            return "asked"
        if self.reason:
            return "excused"
        return "elsewhere" if self.elsewhere else "open"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whatever tells whether a detail is asked about: items by id with their sections, reasons."""

    asking: Asking
    sections: Mapping[str, int]
    reasons: Mapping[Keys, str]

    @classmethod
    def of(
        cls, deck: Deck, placed: frozenset[str], reasons: Reasons, language: Language
    ) -> "Asked":
        """Take the items of a deck whose ids are `placed`, and the curator's reasons."""
        items = [item for item in deck.items if item.id.value in placed]
        return cls(
            Asking.of(items, deck.aliases, language),
            {item.id.value: item.section for item in items},
            {_key(text.value, language): reason.value for text, reason in reasons},
        )


def details_of(section: SourceSection, spelling: Spelling, asked: Asked) -> tuple[Detail, ...]:
    """List the names, numbers and dates of a section in the order in which they first stand there."""
    groups: dict[Parts, list[Mention]] = {}
    for mention in mentions_in(section, spelling):
        groups.setdefault(mention.parts, []).append(mention)
    return tuple(_detail(section, group, asked, spelling.language) for group in groups.values())


def _places(section: SourceSection, group: list[Mention]) -> Iterator[Place]:
    for mention in group:
        after = bisect_right(section.paragraphs, mention.first, key=attrgetter("first"))
        part = section.paragraphs[after - 1]
        yield Place(part.label, mention.first, mention.last)


def idle_reasons(
    deck: Deck, details: tuple[Detail, ...], reasons: Reasons, language: Language
) -> Iterator[Finding]:
    """Report each reason for something that is asked about after all, or is not in the source."""
    for text, _ in reasons:
        key = _key(text.value, language)
        meant = [
            detail for detail in details if key in _keys_for(detail.shown, detail.parts, language)
        ]
        where = deck.file.within(text)
        if not meant:
            message = f"`{text.value}` is no name, number or date of the source"
            help = "write it as `studyguide coverage` lists it, or remove it"
            yield Finding(where, "uncovered-unknown", message, help, deck=deck.id)
        elif all(detail.items for detail in meant):
            asking = dict.fromkeys(id for detail in meant for id in detail.items)
            message = f"`{text.value}` is asked about after all: {', '.join(asking)}"
            yield Finding(where, "uncovered-asked", message, "remove it", deck=deck.id)


def _detail(
    section: SourceSection, group: list[Mention], asked: Asked, language: Language
) -> Detail:
    first = group[0]
    ids = asked.asking.ids_for(first.parts)
    elsewhere = tuple(id for id in ids if asked.sections[id] != section.number)
    shown = _most_common(mention.shown for mention in group)
    keys = _keys_for(shown, first.parts, language)
    return Detail(
        sort=first.sort,
        shown=shown,
        parts=first.parts,
        places=tuple(_places(section, group)),
        items=tuple(id for id in ids if asked.sections[id] == section.number),
        elsewhere=elsewhere,
        other_sections=tuple(sorted({asked.sections[id] for id in elsewhere})),
        reason=next((asked.reasons[key] for key in keys if key in asked.reasons), ""),
    )


def _most_common(spellings: Iterator[str]) -> str:
    """Choose the commonest spelling, of several the longest: it tells most."""
    counts = Counter(spellings)
    return max(counts, key=lambda shown: (counts[shown], len(shown)))


def _keys_for(shown: str, parts: Parts, language: Language) -> tuple[Keys, Keys]:
    """Give the two ways in which a curator may write something: with and without its title."""
    return _key(shown, language), tuple(key for part in parts for key in part)


def _key(text: str, language: Language) -> Keys:
    keys = keys_of(text, words(text), language)
    return tuple(key for key in keys if key and key not in SMALL_WORDS)

"""Where a draft says that it belongs: its section's number, its deck or heading, a quotation. Never believed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from studyguide.anchor.word_index import Index
from studyguide.deck.deck import Deck
from studyguide.drafts.draft import Draft
from studyguide.language.words import forms
from studyguide.source.cutting.labels import label_of

_MOST, _LEVELS = 20, 6
"""Quotations, and innermost levels of a deck, that are looked at: nobody gives more for a card."""

_NUMBERED = re.compile(r"\s*(\d{1,4})[\s.:)–—-]+(?=\S)")


@dataclass(frozen=True, eq=False)
class Hints:
    """What the sections of a text are called, in the text and in a deck about it."""

    deck: Deck
    index: Index

    def of(self, draft: Draft) -> Iterator[range]:
        """Yield the sentences where a draft should be looked for first, the surest hint first."""
        if draft.section in self.index.source.sections:
            yield self.index.within(draft.section)
        for hint in draft.hints[:_MOST]:
            there = self.index.quoted(hint)
            if there is not None:
                yield there
        number = self.section_of(draft.deck)
        if number is not None:
            yield self.index.within(number)

    def section_of(self, deck: str) -> int | None:
        """Tell which section a deck or a row of headings is about, its innermost level asked first."""
        levels = [each for each in deck.rsplit("::", _LEVELS)[-_LEVELS:] if each.strip()]
        for level in reversed(levels):
            by_name = self._names.get(_name(level))
            if by_name is not None:
                return by_name
            label = label_of(level)
            if label and label.number in self.index.source.sections:
                return label.number
        return None

    @cached_property
    def _names(self) -> dict[tuple[str, ...], int | None]:
        """The section of each name; None where several have it."""
        found: dict[tuple[str, ...], int | None] = {}
        titles = [(part.number, part.title.value) for part in self.deck.sections]
        headings = [(part.number, part.heading) for part in self.index.source.sections.values()]
        for number, title in (*titles, *headings):
            name = _name(title)
            found[name] = number if found.get(name, number) == number else None
        found.pop((), None)
        return found


def _name(title: str) -> tuple[str, ...]:
    """Give the words of a title without the number before them."""
    label = label_of(title)
    if label and forms(title[label.end :]):
        return forms(title[label.end :])
    return forms(_NUMBERED.sub("", title, count=1))

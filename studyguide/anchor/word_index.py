"""Where each word of a source stands, sentence by sentence, however it is inflected there."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import NamedTuple

from studyguide.evidence.passage import places_of
from studyguide.evidence.terms import Term
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.source.paragraphs import Sentence
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_SHORTEST_BEGINNING = 3


class Place(NamedTuple):
    """One sentence of a source, which is the `number`-th of all."""

    number: int
    section: SourceSection
    sentence: Sentence


@dataclass(frozen=True, eq=False)
class Index:
    """All sentences of a source in one row, and in which of them a term stands."""

    source: Source
    language: Language
    _known: dict[tuple[str, str], "array[int]"] = field(default_factory=dict, repr=False)

    @cached_property
    def _firsts(self) -> tuple[list[int], list[SourceSection]]:
        """The number of each section's first sentence, and the sections."""
        firsts, at = list[int](), 0
        for section in self.source.sections.values():
            firsts.append(at)
            at += len(section.sentences)
        return [*firsts, at], [*self.source.sections.values()]

    @cached_property
    def _starts(self) -> Mapping[int, list[int]]:
        """By section, the first word of each of its sentences."""
        sections = self.source.sections
        return {n: [each.first for each in sections[n].sentences] for n in sections}

    @cached_property
    def _forms(self) -> list[str]:
        """Every word form of the source, sorted."""
        return sorted({form for part in self.source.sections.values() for form in part.places})

    @cached_property
    def _numbers(self) -> Mapping[str, tuple[str, ...]]:
        """The word forms that are numbers, by the number that they are."""
        found: dict[str, list[str]] = defaultdict(list)
        for form, number in zip(
            self._forms, self.language.numbers(tuple(self._forms)), strict=True
        ):
            if number:
                found[number].append(form)
        return {number: tuple(forms) for number, forms in found.items()}

    def __len__(self) -> int:
        return self._firsts[0][-1]

    def place(self, number: int) -> Place | None:
        """Give a sentence by its number, if there is one."""
        firsts, sections = self._firsts
        if not 0 <= number < firsts[-1]:
            return None
        at = bisect_right(firsts, number) - 1
        return Place(number, sections[at], sections[at].sentences[number - firsts[at]])

    def within(self, section: int) -> range:
        """Give the numbers of a section's sentences."""
        firsts, sections = self._firsts
        for at, each in enumerate(sections):
            if each.number == section:
                return range(firsts[at], firsts[at + 1])
        return range(0)

    def quoted(self, quotation: str) -> range | None:
        """Give the numbers of the sentences in which somebody's quotation stands, if it does."""
        for section in self.source.sections.values():
            for place in places_of(quotation, section):
                first = self.within(section.number).start
                starts = self._starts[section.number]
                begins, ends = (
                    bisect_right(starts, at) - 1 for at in (place[0][0], place[-1][1] - 1)
                )
                return range(first + begins, first + ends + 1)
        return None

    def sentences_with(self, term: Term) -> "array[int]":
        """Give the numbers of all sentences in which a term stands, in order."""
        key = (term.sort, term.form)
        if key not in self._known:
            self._known[key] = array("I", sorted(self._sentences_with(term)))
        return self._known[key]

    def stands_in(self, term: Term, number: int) -> bool:
        """Whether a term stands in a sentence."""
        numbers = self.sentences_with(term)
        at = bisect_left(numbers, number)
        return at < len(numbers) and numbers[at] == number

    def rarity(self, term: Term) -> float:
        """Tell how much it says that a sentence has a term: the more, the fewer have it."""
        return log(1 + len(self) / (1 + len(self.sentences_with(term))))

    def _sentences_with(self, term: Term) -> set[int]:
        firsts, sections = self._firsts
        found: set[int] = set()
        for form in self._forms_of(term):
            for first, section in zip(firsts, sections, strict=False):
                starts = self._starts[section.number]
                places = section.places.get(form, ())
                found.update(first + bisect_right(starts, place) - 1 for place in places)
        return found

    def _forms_of(self, term: Term) -> Iterator[str]:
        """Yield the word forms under which a term stands in the source."""
        if term.sort == "number":
            yield from self._numbers.get(term.form, (term.form,))
        elif term.sort == "name":
            key = name_key(term.form)
            yield from (each for each in self._beginning(key) if name_key(each) == key)
        else:
            stem = self.language.stem(term.form)
            length = max(min(len(stem), _SHORTEST_BEGINNING), len(stem) - 1)
            forms = self._beginning(stem[:length])
            yield from (each for each in forms if self.language.stem(each) == stem)

    def _beginning(self, beginning: str) -> list[str]:
        start = bisect_left(self._forms, beginning)
        return self._forms[start : bisect_left(self._forms, beginning + "\U0010ffff")]

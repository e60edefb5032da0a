"""Where an item's evidence stands in the source, and what the passage around it says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice

from studyguide.deck.deck import Item, Text
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.source import Paragraph, Sentence, SourceSection

Run = tuple[int, int]
"""Words of a section, from the first to before the last, counted within the section."""

MANY = 9
"""Places of one quotation; more than so many need not be told apart."""

_ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.)\]?")


def runs_of(quotation: str) -> tuple[tuple[str, ...], ...]:
    """Split a quotation at each `…` into runs of word forms."""
    return tuple(run for part in _ELLIPSIS.split(quotation) if (run := forms(part)))


def places_of(quotation: str, section: SourceSection) -> Iterator[tuple[Run, ...]]:
    """Yield each place in a section where a quotation stands: where each of its runs does.

    All runs of one quotation lie in one sentence, in order; a single run may go on into the next
    sentence of its paragraph.
    """
    runs = runs_of(quotation)
    if not runs:
        return
    for start in section.find(runs[0]):
        first = (start, start + len(runs[0]))
        if len(runs) > 1:
            sentence = section.sentence_of(start)
            yield from _continue((first,), runs[1:], section, sentence)
        elif first[1] <= section.paragraph_of(start).last:
            yield (first,)


@lru_cache(maxsize=64)  # a rule and the passage ask for the same, one after the other
def first_places(quotation: str, section: SourceSection) -> tuple[tuple[Run, ...], ...]:
    """Give the first few places in a section where a quotation stands."""
    return tuple(islice(places_of(quotation, section), MANY))


def _continue(
    found: tuple[Run, ...],
    runs: tuple[tuple[str, ...], ...],
    section: SourceSection,
    sentence: Sentence,
) -> Iterator[tuple[Run, ...]]:
    if not runs:
        if found[-1][1] <= sentence.last:
            yield found
        return
    for start in section.find(runs[0], found[-1][1], sentence.last):
        first = (start, start + len(runs[0]))
        count = 0
        for place in _continue((*found, first), runs[1:], section, sentence):
            count += 1
            yield place
        if not count:
            return  # what does not follow here follows nowhere further on


@dataclass(frozen=True)
class Passage:
    """The source sentences in which an item's evidence stands.

    `quotations` gives, for each quotation of the evidence, the runs that it quotes; the *quoted
    span* goes from the first to the last word of a quotation, the words under each `…` included.
    """

    section: SourceSection
    language: Language
    quotations: tuple[tuple[Run, ...], ...]

    @cached_property
    def spans(self) -> tuple[Run, ...]:
        """The quoted spans."""
        return tuple((runs[0][0], runs[-1][1]) for runs in self.quotations)

    @cached_property
    def sentences(self) -> tuple[Run, ...]:
        """The sentences that the quoted spans touch, as runs of words, in order."""
        touched = {each for span in self.spans for each in self.section.sentences_of(*span)}
        return tuple((sentence.first, sentence.last) for sentence in sorted(touched))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in which the evidence stands, in order."""
        found = {self.section.paragraph_of(span[0]) for span in self.spans}
        return tuple(sorted(found, key=lambda paragraph: paragraph.first))

    @cached_property
    def quoted(self) -> "Extent":
        """What the quoted spans say."""
        return self._extent(self.spans)

    @cached_property
    def stated(self) -> "Extent":
        """What the sentences say."""
        return self._extent(_joined(self.sentences))

    @cached_property
    def introduced(self) -> "Extent":
        """What has been said once the passage is over: its paragraphs up to its last word."""
        ends = {self.section.paragraph_of(first): last for first, last in self.sentences}
        return self._extent((part.first, last) for part, last in ends.items())

    @cached_property
    def around(self) -> "Extent":
        """What the paragraphs say."""
        return self._extent((part.first, part.last) for part in self.paragraphs)

    def _extent(self, runs: Iterable[Run]) -> "Extent":
        forms = self.section.forms
        return Extent(self.language, tuple(forms[first:last] for first, last in runs))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Make one run of those that follow each other: a quotation may stand in both."""
    joined: list[Run] = []
    for first, last in runs:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    yield from joined


@dataclass(frozen=True, eq=False)
class Extent:
    """Some stretches of the source, to be asked for words, names and numbers."""

    language: Language
    parts: tuple[tuple[str, ...], ...]

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self.parts))

    @cached_property
    def stems(self) -> tuple[tuple[str, ...], ...]:
        """The stems of all words, stretch by stretch."""
        return tuple(self.language.stems(part) for part in self.parts)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self.stems))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Each word in order as it would be told as a name; see `name_key`."""
        return tuple(map(name_key, chain.from_iterable(self.parts)))

    @cached_property
    def values(self) -> tuple[str, ...]:
        """Each word in order as the number that it is, or nothing."""
        return tuple(number for part in self.parts for number in self.language.numbers(part))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that stand here, all in one spelling."""
        found = {number for part in self.parts for number, _ in numbers_in(part, self.language)}
        return frozenset(found)

    def has_word(self, form: str) -> bool:
        """Whether a word stands here, in whatever inflection."""
        return form in self._forms or self.language.stem(form) in self._stems

    def has_paraphrase(self, form: str) -> bool:
        """Whether a word stands here that says the same in other letters."""
        return self.language.has_paraphrase(self.language.stem(form), self._stems)

    def has_name(self, form: str) -> bool:
        """Whether a name stands here; `'s` and a plural's `s` do not count."""
        return form in self._forms or name_key(form) in self.names

    def has_run(self, run: tuple[str, ...], *, exactly: bool = False) -> bool:
        """Whether these words stand here in a row, in whatever inflection unless `exactly`."""
        if any(_stands_in(run, part) for part in self.parts):
            return True
        if exactly or not run:
            return False
        wanted = self.language.stems(run)
        return any(_stands_in(wanted, part) for part in self.stems)

    def has_runs(self, runs: tuple[tuple[str, ...], ...]) -> bool:
        """Whether these runs of words stand here word for word, one after the other."""
        return any(_follow_each_other(part, runs) for part in self.parts) or not runs


def _stands_in(run: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(run)
    return size > 0 and any(
        part[start : start + size] == run
        for start, form in enumerate(part[: len(part) - size + 1])
        if form == run[0]
    )


def _follow_each_other(part: tuple[str, ...], runs: tuple[tuple[str, ...], ...]) -> bool:
    end = 0
    for run in runs:
        starts = range(end, len(part) - len(run) + 1)
        start = next((at for at in starts if part[at : at + len(run)] == run), None)
        if start is None:
            return False
        end = start + len(run)
    return True


@lru_cache(maxsize=100_000)
def name_key(form: str) -> str:
    """Reduce a name to what stays alike in `Ural`, `Urals` and `Ural's`."""
    form = form.removesuffix("'s")
    return form.removesuffix("s") if len(form) > 3 else form


def numbers_in(run: tuple[str, ...], language: Language) -> Iterator[tuple[str, int]]:
    """Yield each number of a run and the index of its first word; `thirty-six` is one number."""
    numbers = language.numbers(run)
    if not any(numbers):
        return
    is_used = False
    for index, (number, following) in enumerate(zip(numbers, (*numbers[1:], ""), strict=True)):
        is_tens = number in _TENS and run[index].isalpha()
        if is_used or not number:
            is_used = False
        elif is_tens and following.isdecimal() and 0 < int(following) < 10:
            is_used = True
            yield str(int(number) + int(following)), index
        else:
            yield number, index


_TENS = frozenset(str(tens) for tens in range(20, 100, 10))


def locate(item: Item, section: SourceSection, language: Language) -> Passage | None:
    """Find an item's passage, if each of its quotations stands in the section exactly once."""
    quotations = []
    for quotation in item.evidence:
        places = first_places(quotation.value, section)
        if len(places) != 1:
            return None
        quotations.append(places[0])
    return Passage(section, language, tuple(quotations)) if quotations else None


def quoted_in(text: Text) -> Iterator[tuple[str, int]]:
    """Yield what stands inside double quotation marks, and where in the text's value."""
    for match in _IN_QUOTES.finditer(text.value):
        inner = next(group for group in match.groups() if group is not None)
        yield inner, match.start() + 1


_IN_QUOTES = re.compile(
    r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|»([^«»]+)«|„([^„“”]+)[“”]|(?<!\w)‘([^‘]+?)’(?!\w)"
)

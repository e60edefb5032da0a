"""Where an item's evidence stands in the source, and what the passage around it says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice

from studyguide.deck.item import Item
from studyguide.evidence.extent import Extent, Run
from studyguide.language.figures import in_cells
from studyguide.language.language import Language
from studyguide.language.phrasing.code import operators
from studyguide.language.words import forms
from studyguide.patterns import lazy
from studyguide.source.paragraphs import Paragraph, Sentence
from studyguide.source.section import SourceSection

MANY, MOST_RUNS = 9, 50
"""Places of one quotation; more than so many need not be told apart. Its parts, joined by `…`: more are too many words anyway."""

_MARK, CLAUSE_ENDS = 3, frozenset(",;:()—–\t")
_ELLIPSIS = lazy(r"\[?(?:…|\.\.\.)\]?")


@lru_cache(maxsize=64)  # two rules ask for the same, one after the other
def runs_of(quotation: str) -> tuple[tuple[str, ...], ...]:
    """Split a quotation at each `…` into runs of word forms."""
    return tuple(run for part in _ELLIPSIS.split(quotation) if (run := forms(part)))


def places_of(quotation: str, section: SourceSection) -> Iterator[tuple[Run, ...]]:
    """Yield each place in a section where a quotation stands: where each of its runs does.

    All runs of one quotation lie in one sentence, in order; a single run may go on into the next
    sentence of its paragraph. Places with one beginning and one end are one place, whatever stands
    more than once between them.
    """
    runs = runs_of(quotation)
    if not runs or len(runs) > MOST_RUNS:
        return
    respelt = (tuple(map(section.respelt, runs)),) if section.readings else ()
    for each in dict.fromkeys((runs, *respelt, *map(runs_of, in_cells(quotation)))):
        yield from _places(each, section)


def _places(runs: tuple[tuple[str, ...], ...], section: SourceSection) -> Iterator[tuple[Run, ...]]:
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
    found = tuple(islice(places_of(quotation, section), MANY))
    if len(found) > 1 and (signs := operators(quotation)):
        return tuple(each for each in found if _signs_at(each, section) == signs) or found
    return found


def _signs_at(place: tuple[Run, ...], section: SourceSection) -> list[str]:
    """Give the signs of formulas and code that a quotation of one place has."""
    words = section.words
    return [*chain(*(operators(section.text[words[a].start : words[b - 1].end]) for a, b in place))]


def _continue(
    found: tuple[Run, ...],
    runs: tuple[tuple[str, ...], ...],
    section: SourceSection,
    sentence: Sentence,
) -> Iterator[tuple[Run, ...]]:
    """Yield each end of a quotation that begins in one place: what is between them stands where it first does."""
    for run in runs[:-1]:
        start = next(section.find(run, found[-1][1], sentence.last), None)
        if start is None:
            return  # what does not follow here follows nowhere further on
        found = (*found, (start, start + len(run)))
    for start in section.find(runs[-1], found[-1][1], sentence.last):
        yield (*found, (start, start + len(runs[-1])))


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

    def shows(self, offset: int) -> bool:
        """Whether a place of the text is quoted, and not left out by a `…`."""
        words = self.section.words
        return any(
            words[a].start <= offset < words[b - 1].end for e in self.quotations for a, b in e
        )

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
    def lists(self) -> int:
        """The lists of which the sentences may have an entry."""
        return self.stated.lists

    @cached_property
    def introduced(self) -> "Extent":
        """What has been said once the passage is over: its paragraphs up to its last word."""
        ends = {self.section.paragraph_of(first): last for first, last in self.sentences}
        return self._extent((part.first, last) for part, last in ends.items())

    @cached_property
    def led(self) -> "Extent":
        """What leads the lists, and stands above the tables, of which entries are quoted: "For use of it:"."""
        return self._extent(run for part in self.paragraphs for run in self._lead(part))

    def _lead(self, part: Paragraph) -> Iterator[Run]:
        yield from ((row.first, row.last) for row in self.section.table_above(part)[:2])
        before = part
        while before.label.startswith("•") and before.first:
            before = self.section.paragraph_of(before.first - 1)
        end = self.section.words[before.last - 1].end
        shown = self.section.text[end : end + _MARK].strip()
        if before is not part and shown[:1] in (":", ","):
            yield before.sentences[-1].first, before.last

    def clause_before(self, first: int, reach: int) -> int:
        """Go back from a word by so many at most, but no further than to where its clause begins."""
        return clause_before(self.section, first, reach)

    def goes_on(self, at: int) -> bool:
        """Whether a word of the section belongs to the clause of the word before it."""
        return goes_on(self.section, at)

    @cached_property
    def told(self) -> "Extent":
        """What the section has told once the passage is over."""
        return self._extent([(0, max(last for _, last in self.sentences))])

    @cached_property
    def around(self) -> "Extent":
        """What the paragraphs say."""
        return self._extent((part.first, part.last) for part in self.paragraphs)

    def has_around(self, form: str) -> bool:
        """Whether a paragraph has a word, in whatever inflection: mostly the sentences have it already."""
        return self.stated.has_word(form) or self.around.has_word(form)

    def _extent(self, runs: Iterable[Run]) -> "Extent":
        return _extent(self.section, self.language, tuple(runs))


@lru_cache(maxsize=256)  # neighbouring items stand beside the same paragraphs
def _extent(section: SourceSection, language: Language, runs: tuple[Run, ...]) -> "Extent":
    forms, readings = section.forms, section.readings
    parts = tuple(forms[first:last] for first, last in runs)
    joined = tuple(_joined_verbs(section, language, run) for run in runs if language.parts_verbs)
    if not readings:
        return Extent(language, parts, joined)
    again = (
        tuple(chain.from_iterable(readings.get(form, (form,)) for form in part)) for part in parts
    )
    return Extent(language, parts, (*(each for each in again if each not in parts), *joined))


@lru_cache(maxsize=1024)  # a sentence is part of many extents
def _joined_verbs(section: SourceSection, language: Language, run: Run) -> tuple[str, ...]:
    """Give the verbs of a run whose other halves close its clauses."""
    found, begin, joining = list[str](), run[0], language.words.joining
    for end in range(run[0] + 1, run[1] + 1):
        if end == run[1] or section.forms[end] in joining or not goes_on(section, end):
            found += language.joined_verbs(section.forms[begin:end], is_clause=True)
            begin = end
    return tuple(found)


def clause_before(section: SourceSection, first: int, reach: int) -> int:
    """Go back from a word by so many at most, but no further than to where its clause begins."""
    at, start = first, max(section.sentence_of(first).first, first - reach)
    while at > start and goes_on(section, at):
        at -= 1
    return at


def goes_on(section: SourceSection, at: int) -> bool:
    """Whether a word of a section belongs to the clause of the word before it."""
    words = section.words
    return not at or CLAUSE_ENDS.isdisjoint(section.text[words[at - 1].end : words[at].start])


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Make one run of those that follow each other: a quotation may stand in both."""
    joined: list[Run] = []
    for first, last in runs:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    yield from joined


def locate(item: Item, section: SourceSection, language: Language) -> Passage | None:
    """Find an item's passage, if each of its quotations stands in the section exactly once."""
    quotations = []
    for quotation in item.evidence:
        places = first_places(quotation.value, section)
        if len(places) != 1:
            return None
        quotations.append(places[0])
    return Passage(section, language, tuple(quotations)) if quotations else None

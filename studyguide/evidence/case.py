"""An item beside its passage, what it says there, and which words a curator has declared of both."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, product
from typing import NamedTuple

from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.passage import Passage, goes_on
from studyguide.evidence.terms import Term, terms_of
from studyguide.language.language import Language
from studyguide.language.numbers import numerals
from studyguide.language.phrasing.formulas import Formula, formulas_in, has_formula
from studyguide.language.phrasing.measured import measured
from studyguide.language.phrasing.scales import scaled_by_the_next, sums_in
from studyguide.language.phrasing.turns import by_meaning, is_told_otherwise, turns_in
from studyguide.language.times.clock import hours_told
from studyguide.language.times.days import days_alone, days_named
from studyguide.language.times.durations import durations_told
from studyguide.language.times.eras import eras_meant
from studyguide.language.units import powers_in, prices_in
from studyguide.language.values import days_in_figures, days_spelt, times_in
from studyguide.language.words import forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_FIGURES = lazy(r"[\d\s./年月日〇一二三四五六七八九十-]+")

_NEAR = 6


class Said(NamedTuple):
    """One of an item's texts, what it says with all blanks filled, and the terms of that."""

    text: Text
    value: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, eq=False)
class Case:
    """An item beside its passage, and all that its rules may want to look at."""

    item: Item
    deck: Deck
    source: Source
    language: Language
    passage: Passage

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All that the item asks and answers, a cloze sentence with its blanks filled."""
        return tuple(Said(text, value, self._terms_of(value)) for text, value in _filled(self.item))

    def _terms_of(self, value: str) -> tuple[Term, ...]:
        terms, told = terms_of(value, self.source, self.language), self.told_otherwise(value)
        return tuple(each for each in terms if each.place not in told) if told else terms

    @cached_property
    def all_said(self) -> Extent:
        """All that the item says, to be asked for words."""
        return Extent(self.language, tuple(forms(each.value) for each in self.said))

    @cached_property
    def lists(self) -> int:
        """The lists of which the item may have an entry: a look at its words, for all rules; see `bits_of`."""
        return self.all_said.lists

    @cached_property
    def names_the_day(self) -> bool:
        """Whether a date is the day, or the month, of the quotation in figures alone: 1874-05-03, for 3 May 1874."""
        item = self.item
        days = days_in_figures(item.prompt.value) if item.kind == "date" else ()
        if len(days) != 1 or not _FIGURES.fullmatch(item.prompt.value):
            return False
        told = {*days_spelt(self._quoted), *chain.from_iterable(days_in_figures(self._quoted))}
        numbers = frozenset(forms(self._quoted))
        return any(
            (
                each
                if each.year or f"{other.year}" not in numbers
                else each._replace(year=other.year)
            ).is_within(other)
            for each, other in product(told, days[0])
        )

    @cached_property
    def names_the_moment(self) -> bool:
        """Whether the item has the day, a time of day or a measure of the quotation written in another way."""
        return self.names_the_day or any(
            self.told_otherwise(value) for _, value in _filled(self.item)
        )

    @cached_property
    def _quoted(self) -> str:
        """The text of the quotations, and a few signs behind each, which may say what a figure is."""
        section = self.passage.section
        spans = (section.words[first:last] for first, last in self.passage.spans if last > first)
        return " ".join(section.text[span[0].start : span[-1].end + _NEAR] for span in spans)

    @cached_property
    def _readings(self) -> frozenset[int | str]:
        """What the quotations have of minutes of a day, lengths of time, units with a power, numbers and sums."""
        text, language = self._quoted, self.language
        told: list[tuple[int | str, int, int]]
        told = [*times_in(text), *powers_in(text), *prices_in(text), *sums_in(text, language)]
        told += [*hours_told(text, language), *durations_told(text, language)]
        told += days_named(text, language)
        numbers = (each.value for each in numerals(forms(text), language))
        shared = scaled_by_the_next(forms(text), language)
        return frozenset(
            (*(each[0] for each in told), *numbers, *eras_meant(text), *self._days_alone(), *shared)
        )

    def _days_alone(self) -> Iterator[str]:
        """Yield the days that the quotations tell without their month: on the nineteenth."""
        for first, last in self.passage.spans:
            yield from days_alone(self.passage.section.forms[:last], first, self.language)

    def told_otherwise(self, value: str) -> frozenset[int]:
        """Give the places of words in a time, a unit or a sum that the quotation has in another form."""
        spans = [
            span
            for reading, *span in measured(value, self.language)
            if reading in self._readings
            and not re.search(rf"{re.escape(value[slice(*span)])}(?!\w)", self._quoted)
        ]
        spans += [[each.start, each.end] for each in formulas_in(value) if self.has(each)]
        found = words(value) if spans else ()
        return frozenset(
            at
            for at, word in enumerate(found)
            if any(start <= word.start < end for start, end in spans)
        )

    def has(self, formula: Formula) -> bool:
        """Whether the quotation has a formula, in whatever way it is written."""
        return has_formula(self._quoted, formula)

    def apart_from_formulas(self, value: str) -> str:
        """Give a text in which blanks stand for each formula that the quotation has."""
        for each in filter(self.has, formulas_in(value)):
            value = f"{value[: each.start]}{' ' * (each.end - each.start)}{value[each.end :]}"
        return value

    def written_otherwise(self, text: Text, value: str, extent: Extent) -> Container[int]:
        """Give the places of words of a text that the source has in another form: a day in figures, U.S. for US."""
        run = forms(value)
        is_day = text is self.item.prompt and self.names_the_day
        if is_day:
            return range(len(run))
        return extent.spelt_out(run) | self.told_otherwise(value) | self.turned(run)

    def turned(self, run: tuple[str, ...]) -> frozenset[int]:
        """Give the places of words in turns of phrase that say what other ones of the passage say."""
        turns = turns_in(run, self.language)
        if not turns:
            return frozenset()
        told = [e for e in turns if is_told_otherwise(self._turns, e, run[e.first : e.last])]
        return frozenset(chain.from_iterable(range(each.first, each.last) for each in told))

    @cached_property
    def _turns(self) -> dict[str, set[tuple[str, ...]]]:
        """The turns of phrase in the passage's sentences, by what they say."""
        return by_meaning(self.passage.stated.parts, self.language)

    @cached_property
    def turned_there(self) -> frozenset[int]:
        """The places in the section of words in turns of phrase that the item has in another form."""
        said = by_meaning(map(forms, (each.value for each in self.said)), self.language)
        section = self.passage.section.forms
        found = (
            range(start + each.first, start + each.last)
            for start, end in (self.passage.sentences if said else ())
            for each in turns_in(section[start:end], self.language)
            if is_told_otherwise(said, each, section[start + each.first : start + each.last])
        )
        return frozenset(chain.from_iterable(found))


def _filled(item: Item) -> Iterator[tuple[Text, str]]:
    filled = "".join(piece if isinstance(piece, str) else piece.text for piece in item.pieces)
    yield item.prompt, filled or item.prompt.value
    for answer in item.answers:
        yield answer, answer.value


def answer_texts(item: Item) -> tuple[Text, ...]:
    """Give what an item's evidence has to prove word for word: all that a learner must recall."""
    if item.kind in ("term", "person", "date"):
        return (item.prompt, *item.answers)
    return item.answers


def is_declared(case: Case, run: tuple[str, ...]) -> bool:
    """Whether words of an item are declared to stand for others: `no more than`, for "merely"."""
    return any(_have(case, forms(key.value), run) for key, _ in case.item.wording)


def is_accounted_for(case: Case, run: tuple[str, ...]) -> bool:
    """Whether words of the source are those that a declaration stands for."""
    return any(_have(case, forms(meaning.value), run) for _, meaning in case.item.wording)


def _have(case: Case, declared: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Whether a declaration has these words, or those of them that say something."""
    content = [form for form in run if not case.language.is_function_word(form)]
    return {*(content or run)} <= {*declared}


def clause_end(case: Case, first: int, last: int) -> int:
    """Find where, before the `last` word of a sentence, a clause ends that begins at its word `first`."""
    section = case.passage.section
    marked = _marked(section, section.sentence_of(first)[:2])
    at = bisect_right(marked, first)
    return min((*marked[at : at + 1], last))


@lru_cache(maxsize=512)  # word by word, and of neighbouring items
def _marked(section: SourceSection, sentence: Run) -> tuple[int, ...]:
    return tuple(marks_in(section, sentence))


def is_half_of_a_verb(section: SourceSection, language: Language, end: int) -> bool:
    """Whether the word before a place stands at the end of its clause, as half of a verb may."""
    lexicon = language.words
    if not language.parts_verbs or section.forms[end - 1] not in lexicon.particles:
        return False
    ends = end == section.sentence_of(end - 1).last or not goes_on(section, end)
    return ends or section.forms[end] in lexicon.joining


def rests_on_what_is_left_out(case: Case) -> bool:
    """Whether a word of an answer stands in the quotation only behind a `…`."""
    passage, language = case.passage, case.language
    shown, hidden = set[str](), set[str]()
    for first, last in passage.spans:
        for word in passage.section.words[first:last]:
            (shown if passage.shows(word.start) else hidden).add(language.stem(word.form))
    answers = (terms_of(each.value, case.source, language) for each in case.item.answers)
    told = {language.stem(term.form) for terms in answers for term in terms if term.sort == "word"}
    return not told.isdisjoint(hidden - shown)

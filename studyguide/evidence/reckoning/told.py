"""The numbers and shares that a quotation has, to be reckoned with."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.language.language import Language
from studyguide.language.numbers import numerals
from studyguide.language.shares import Share, shares
from studyguide.language.words import forms, words
from studyguide.patterns import lazy

_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_LARGEST = 9
"""Figures of the longest number that is reckoned with."""
_NEAR = 3
"""So many words beside a number may say what is done with it: 600 marks each."""


class Told(NamedTuple):
    """A number of a quotation: its form, its value, and the words near it."""

    form: str
    value: Fraction
    beside: frozenset[str]

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year."""
        return bool(_YEAR.fullmatch(self.form))


class Part(NamedTuple):
    """A share that a quotation tells, the numbers in its words, and the words before and behind."""

    value: Fraction
    of: frozenset[str]
    before: frozenset[str]
    behind: tuple[str, ...]


@lru_cache(maxsize=8)
def quoted_texts(case: Case) -> tuple[str, ...]:
    """Give the quoted stretches of the text."""
    section = case.passage.section
    return tuple(
        section.text[section.words[first].start : section.words[last - 1].end]
        for first, last in case.passage.spans
    )


@lru_cache(maxsize=8)
def said_in(case: Case) -> frozenset[str]:
    """Give the words of all that an item says."""
    return frozenset(form for each in case.said for form in forms(each.value))


@lru_cache(maxsize=8)  # each number of an item asks the same
def asks_for_others(case: Case) -> bool:
    """Whether what an item asks denies something, or has a word that the passage lacks."""
    language, around = case.language, case.passage.around
    run = forms(case.item.prompt.value)
    return any(form in language.words.negations for form in run) or any(
        not (around.has_word(form) or around.has_paraphrase(form) or language.is_frame_word(form))
        for form in run
        if not language.is_function_word(form)
    )


@lru_cache(maxsize=8)
def told_in(case: Case) -> tuple[Told, ...]:
    """Give the numbers of the quotations, each once; a "both" is two."""
    found = dict[str, Told]()
    for run in map(forms, quoted_texts(case)):
        for form, first, last in numerals(run, case.language):
            if value := plain_value(form.removesuffix(".")):
                near = (*run[max(0, first - _NEAR) : first], *run[last : last + _NEAR])
                found.setdefault(form, Told(form, value, frozenset(near)))
        for at, form in enumerate(run):
            if form in case.language.words.pairing:
                near = (*run[max(0, at - _NEAR) : at], *run[at + 1 : at + 1 + _NEAR])
                found.setdefault("2", Told("2", Fraction(2), frozenset(near)))
    return tuple(found.values())


@lru_cache(maxsize=8)
def parts_of(case: Case) -> tuple[Part, ...]:
    """Give the shares and multiples of the quotations; none of nothing, by which nothing is divided."""
    return tuple(
        _part(share, forms(text), case.language)
        for text in quoted_texts(case)
        for share in shares(text, words(text), case.language)
        if share.value
    )


def _part(share: Share, run: tuple[str, ...], language: Language) -> Part:
    of = frozenset(each.value for each in numerals(run[share.first : share.last], language))
    before = run[max(0, share.first - 2) : share.first]
    return Part(share.value, of, frozenset(before), run[share.last : share.last + 2 * _NEAR])


def plain_value(form: str) -> Fraction:
    """Give the value of a number of the usual size; 0 of any other."""
    is_plain = len(form) <= _LARGEST and form.replace(".", "", 1).isdecimal()
    return Fraction(form) if is_plain else Fraction(0)

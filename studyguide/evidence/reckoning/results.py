"""What the numbers of a quotation make: 412,000 that doubled are 824,000, from 1896 to 1938 are 42 years."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations, pairwise, permutations, product
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.backing import Backing
from studyguide.evidence.case import Case
from studyguide.evidence.reckoned import claims_nothing, is_remainder
from studyguide.evidence.reckoning.told import (
    Part,
    Told,
    asks_for_others,
    parts_of,
    plain_value,
    quoted_texts,
    said_in,
    told_in,
)
from studyguide.evidence.terms import Term
from studyguide.language.phrases import Found
from studyguide.language.shares import are_alike, shares_at
from studyguide.language.times.durations import durations
from studyguide.language.values import AGES
from studyguide.language.words import forms
from studyguide.patterns import lazy

_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_MINUS = lazy(r"[-−–]\s?\d")
_MOST = 8
"""Of more numbers some two make nearly any."""
_ABOUT = 50  # a span of years is about so many if it differs by no more than one in these
_LIFE = 120  # years that nobody lives


class Result(NamedTuple):
    """Of which numbers of the quotation a number comes, and whether words say that it does."""

    of: frozenset[str]
    is_sure: bool


@lru_cache(maxsize=32)  # one rule after the other asks for the same
def result_of(case: Case, value: str, number: Term) -> Result | None:
    """Tell of which numbers of the quotation a number of a text `value` comes; None if of none."""
    if number.form == "0":
        return Result(frozenset(), True) if _is_below_zero(case, value, number) else None
    wanted, told = plain_value(number.form.removesuffix(".")), told_in(case)
    if not wanted or not told or len(told) > _MOST:
        return None
    sure = next(_surely(case, value, number, wanted), None)
    if sure is not None or number.form.endswith("."):
        return None if sure is None else Result(sure, True)
    own = shares_at(value, case.language).get(number.place, ())
    turned = [each.of for each in parts_of(case) if own and are_alike(own, [1 / each.value])]
    return next((Result(of, False) for of in (*turned, *_made(wanted, told, parts_of(case)))), None)


def comes_of_others(case: Case, value: str, number: Term, is_asked: bool) -> bool:
    """Whether a number is what is left, or, in an answer, made, of those that the passage has."""
    stands = number.form in case.passage.stated.numbers  # and need not be made: 1 × 1917
    may_be_made = number.sort == "number" and not (is_asked or stands)
    is_made = may_be_made and result_of(case, value, number) is not None
    return is_made or is_remainder(case, value, number)


def reckoned_with(case: Case) -> frozenset[str]:
    """Give the numbers of the quotation of which others that the item tells come."""
    return frozenset(chain.from_iterable(result.of for _, result in _results(case)))


def made(case: Case) -> frozenset[str]:
    """Give the numbers of the item that surely come of those of the quotation."""
    return frozenset(form for form, result in _results(case) if result.is_sure)


def counts_what_is_made(case: Case, each: Backing) -> bool:
    """Whether a word goes with a number that comes of others: four years, almost 500; or says that an age is in years."""
    lexicon, run = case.language.words, forms(each.text.value)
    ages, asked = lexicon.constructions.get("age", ()), forms(case.item.prompt.value)
    if lexicon.units.get(each.term.form) == "a" and not {*asked}.isdisjoint(ages):
        return True
    is_at = each.term.form in lexicon.approximations or (
        each.term.form in lexicon.units and any(map(case.language.number, run[: each.term.place]))
    )
    return is_at and bool(_results(case))


def claims_no_more(case: Case, text: Text, run: tuple[str, ...], found: Found) -> bool:
    """Whether words of an item claim no more than the passage: "together" of what is added up, a turn that says the same."""
    totals = case.language.words.constructions.get("total", ())
    is_of_a_sum = " ".join(run[found.start : found.end]) in totals and bool(made(case))
    form, stated = run[found.start], case.passage.stated
    is_told = is_of_a_sum or found.start in case.turned(run)
    is_told |= stated.has_parted(run[found.start : found.end], _MOST)  # showed in 1994 that
    is_told |= stated.has_word(form) and not stated.has_form(form)  # completely, of complete drying
    return is_told or claims_nothing(case, text, run, found)


@lru_cache(maxsize=8)
def _results(case: Case) -> tuple[tuple[str, Result], ...]:
    quoted = case.passage.quoted.numbers
    found = (
        (term.form, result_of(case, value, term))
        for _, value, terms in case.said
        for term in terms
        if term.sort == "number" and term.form not in quoted
    )
    return tuple((form, result) for form, result in found if result)


def _is_below_zero(case: Case, value: str, number: Term) -> bool:
    """Whether a "below zero" says what the passage says by a minus."""
    before = forms(value)[max(0, number.place - 1) : number.place]
    below = case.language.words.constructions.get("below zero", ())
    return not {*before}.isdisjoint(below) and any(map(_MINUS.search, quoted_texts(case)))


def _surely(case: Case, value: str, number: Term, wanted: Fraction) -> Iterator[frozenset[str]]:
    """Yield those of the quotation's numbers that make a number by what words say there, or in the item."""
    told = told_in(case)
    said = said_in(case)
    if not AGES.isdisjoint(said):
        yield from _centuries(wanted, told)
    if number.form.endswith("."):
        return
    yield from _multiplied(case, wanted, told)
    yield from _of_years(case, wanted, told, said)
    yield from _together(case, wanted, told, said)
    yield from _left(case, wanted, told)
    own = shares_at(value, case.language).get(number.place, ())
    for one, other in permutations(told, 2) if own else ():
        if are_alike(own, [one.value / other.value]):
            yield frozenset((one.form, other.form))
    yield from _how_often(case, value, number, wanted)
    before = forms(value)[max(0, number.place - 1) : number.place]
    if {*before} & {*case.language.words.constructions.get("times by", ())}:  # multiplied by three
        yield from (part.of for part in parts_of(case) if part.value == wanted)


def _centuries(wanted: Fraction, told: tuple[Told, ...]) -> Iterator[frozenset[str]]:
    """Yield years of a century."""
    yield from (
        frozenset([each.form]) for each in told if each.is_year and -(-each.value // 100) == wanted
    )


def _multiplied(case: Case, wanted: Fraction, told: tuple[Told, ...]) -> Iterator[frozenset[str]]:
    """Yield figures with the "doubled", "ten times as much" or "third of that" which makes a number of them."""
    uses, comparing = case.language.words.constructions, case.language.words.comparatives
    for part in parts_of(case):
        is_turned = any(
            one in uses.get("as", ()) and two[:1].isdecimal() for one, two in pairwise(part.behind)
        )  # twice as many as in 1980
        by = part.before.intersection(uses.get("by so much", ()))
        is_exact = not by and not any(form in comparing for form in part.before)
        if is_exact and not is_turned:
            yield from (
                part.of | {each.form}
                for each in told
                if each.form not in part.of and each.value * part.value == wanted
            )


def _of_years(
    case: Case, wanted: Fraction, told: tuple[Told, ...], said: frozenset[str]
) -> Iterator[frozenset[str]]:
    """Yield two years that are so far apart, or a year and an age that make another year."""
    lexicon = case.language.words
    counts_years = any(lexicon.units.get(form) == "a" for form in said)
    is_about = any(form in lexicon.approximations for form in said)
    most = max(Fraction(1), wanted / _ABOUT) if is_about else Fraction(0)
    years = [each for each in told if each.is_year]
    if counts_years:
        yield from (
            frozenset((one.form, other.form))
            for one, other in combinations(years, 2)
            if abs(abs(one.value - other.value) - wanted) <= most
        )
    if _YEAR.fullmatch(str(wanted)) and case.item.kind != "date":
        after = lexicon.constructions.get("after", ())  # later may be later than was hoped
        yield from (
            frozenset((year.form, each.form))
            for year, each in product(years, told)
            if wanted - year.value == each.value < _LIFE and not each.beside.isdisjoint(after)
        )


def _together(
    case: Case, wanted: Fraction, told: tuple[Told, ...], said: frozenset[str]
) -> Iterator[frozenset[str]]:
    """Yield what is so much in all: each of some, or two that are added up."""
    lexicon = case.language.words
    totals = {*lexicon.constructions.get("total", ()), *lexicon.pairing}
    if said.isdisjoint(totals):
        return
    of_each = lexicon.constructions.get("of each", ())
    for one, other in combinations(told, 2):
        is_of_each = not one.beside.union(other.beside).isdisjoint(of_each)
        if one.value + other.value == wanted or (is_of_each and one.value * other.value == wanted):
            yield frozenset((one.form, other.form))


def _left(case: Case, wanted: Fraction, told: tuple[Told, ...]) -> Iterator[frozenset[str]]:
    """Yield a part and the whole of which so much is left, where the item asks for others than the passage counts."""
    language = case.language
    out_of = {*language.words.possessives, *language.words.constructions.get("out of", ())}
    out_of |= {*language.words.constructions.get("of which", ())}
    for one, other in combinations(told, 2) if asks_for_others(case) else ():
        is_part = not one.beside.union(other.beside).isdisjoint(out_of)
        if is_part and abs(one.value - other.value) == wanted:
            yield frozenset((one.form, other.form))


def _how_often(case: Case, value: str, number: Term, wanted: Fraction) -> Iterator[frozenset[str]]:
    """Yield after how many hours, days, months something comes back that is so often a day or a year."""
    language, run = case.language, forms(value)
    counting = language.words.counting
    if not any(counting.get(form) == "times" for form in run[number.place + 1 : number.place + 2]):
        return
    periods = [each for text in case.said for each in durations(forms(text.value), language)]
    for each in (each for text in quoted_texts(case) for each in durations(forms(text), language)):
        if any(
            each.is_long == period.is_long and period.size / each.size == wanted
            for period in periods
        ):
            yield case.passage.quoted.numbers


def _made(
    wanted: Fraction, told: tuple[Told, ...], parts: tuple[Part, ...]
) -> Iterator[frozenset[str]]:
    """Yield what makes a number by any one reckoning: nothing says that it is meant."""
    for one, other in permutations(told, 2):
        a, b = one.value, other.value
        if wanted in (a + b, a - b, a * b, a / b):
            yield frozenset((one.form, other.form))
    for part in parts:
        for each in told:
            if wanted in (
                each.value * part.value,
                each.value / part.value,
                each.value * (1 + part.value),
                each.value * (1 - part.value),
            ):
                yield part.of | {each.form}

"""Shares of a whole, however they are written: `a tenth` is 10 %, one in ten, 0.1; `twice` is double, 2 times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from studyguide.language.figures import figures
from studyguide.language.language import Language
from studyguide.language.words import Word, words

_MOST = 1000
"""Of more parts than so many nobody speaks as of a share."""
_MANY = 100
"""One in more than so many is written in figures."""
_NOT_IN_TENTHS = 7, 3
"""A share of which these are factors has no end in figures, and is rounded: 33 % for a third."""
_ROUNDED = Fraction(1, 100)
_COUNTED = 3
"""So many words before an "in" have how many of what it is: two houses out of five."""
_SHORTEST = 5
"""Letters of a fraction that may begin a compound: Viertelstunde."""


class Share(NamedTuple):
    """A share, and its words: from the `first` to before the `last`."""

    value: Fraction
    first: int
    last: int


def shares(text: str, found: Sequence[Word], language: Language) -> Iterator[Share]:
    """Yield each share in a run of a text's words: those in words first, then the figures."""
    run = tuple(word.form for word in found)
    values = language.numbers(run)
    yield from _in_words(run, language)
    yield from _in_others(run, values, language)
    yield from _of_times(run, values, language)
    read = figures(text, found, language)
    for figure in read:
        if not figure.value.replace(".", "", 1).isdecimal():
            continue
        if figure.unit == "%":
            last = figure.place + 1
            while figure.is_worded and last < len(found) and found[last].start < figure.end:
                last += 1
            yield Share(Fraction(figure.value) / 100, figure.place, last)
        elif figure.value.startswith("0."):
            yield Share(Fraction(figure.value), figure.place, figure.place + 1)
    for before, after in pairwise(read):
        if after.joint == "/" and before.value.isdecimal() and after.value.isdecimal():
            part, whole = int(before.value), int(after.value)
            if 0 < part < whole <= _MOST:
                yield Share(Fraction(part, whole), before.place, after.place + 1)


def _in_words(run: tuple[str, ...], language: Language) -> Iterator[Share]:
    parts = language.words.fractions
    for at, form in enumerate(run):
        of = parts.get(form) or (_of_compound(form, language) if language.compounds else "")
        if of:
            before = language.number(run[at - 1]) if at else ""
            counted = before.isdecimal() and 0 < int(before) < int(of)
            yield Share(Fraction(int(before) if counted else 1, int(of)), at - counted, at + 1)


@lru_cache(maxsize=1024)
def _of_compound(form: str, language: Language) -> str:
    """Give into how many parts the fraction divides with which a word begins: Zehntelsekunde."""
    parts = language.words.fractions
    return next(
        (of for each, of in parts.items() if len(each) > _SHORTEST and form.startswith(each)), ""
    )


def _in_others(run: tuple[str, ...], values: list[str], language: Language) -> Iterator[Share]:
    """Yield each "two in five", "one out of every three", "every fourth"."""
    uses, counting = language.words.constructions, language.words.counting
    apart, ones = uses.get("out of", ()), uses.get("one of", ())
    for at, form in enumerate(run):
        is_every = counting.get(form) == "every" and not (at and run[at - 1] in apart)
        if is_every and (of := _count(values, at + 1)):
            yield Share(Fraction(1, of), at, at + 2)
        if at and form in apart:
            behind = at + 1 + (counting.get("".join(run[at + 1 : at + 2])) == "every")
            of = _count(values, behind)
            for before in range(at - 1, max(-1, at - 1 - _COUNTED), -1) if of else ():
                one = "1" if run[before] in ones else values[before]
                if one.isdecimal() and 0 < int(one) < of:
                    yield Share(Fraction(int(one), of), before, behind + 1)
                    break


def _count(values: list[str], at: int) -> int:
    """Give the small number that stands in a place, be it an ordinal; 0 if there is none."""
    value = values[at].removesuffix(".") if at < len(values) else ""
    return int(value) if value.isdecimal() and 1 < int(value) <= _MANY else 0


def _of_times(run: tuple[str, ...], values: list[str], language: Language) -> Iterator[Share]:
    """Yield each "double", "twice", "three times" as what it multiplies by."""
    counting, multiples = language.words.counting, multiples_of(language)
    for at, form in enumerate(run):
        if times := multiples.get(form) or counting.get(form, ""):
            if times.isdecimal():
                yield Share(Fraction(int(times)), at, at + 1)
            elif times == "times" and at and (number := _count(values, at - 1)):
                yield Share(Fraction(number), at - 1, at + 1)


@cache
def multiples_of(language: Language) -> dict[str, str]:
    """Give by how much the words multiply that do not count by themselves: double, tripled."""
    uses = language.words.constructions
    return {form: times for times in ("2", "3", "4") for form in uses.get(f"times {times}", ())}


@lru_cache(maxsize=64)  # every number of a text asks for all its shares
def shares_at(text: str, language: Language) -> dict[int, frozenset[Fraction]]:
    """Give the shares of a whole in a text, by each of the words that they are told in."""
    found = defaultdict[int, set[Fraction]](set)
    for share in shares(text, words(text), language):
        for place in range(share.first, share.last):
            found[place].add(share.value)
    return {place: frozenset(values) for place, values in found.items()}


def are_alike(some: Iterable[Fraction], others: Iterable[Fraction]) -> bool:
    """Whether any share is one of some others, or what figures make of it: 33 % of a third."""
    return any(
        one == other
        or (
            abs(one - other) < _ROUNDED
            and any(each.denominator % of == 0 for of in _NOT_IN_TENTHS for each in (one, other))
        )
        for one in some
        for other in others
    )

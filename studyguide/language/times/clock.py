"""Times of day in words: `twenty to six`, `halb sieben`, `six heures et demie`."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.numbers import Numeral, numerals
from studyguide.language.words import forms, words

_HOUR, _HALF_DAY, _DAY = 60, 12 * 60, 24 * 60
_HOURS = 24
_MARK = 4
"""So many words behind a time may say in which half of the day it is."""


class _Minutes(NamedTuple):
    """The part of an hour that stands before or behind it, and its words: from the `first` to before the `last`."""

    value: int
    first: int
    last: int


def may_tell_hours(run: tuple[str, ...], language: Language) -> bool:
    """Whether any word of a run may belong to a time of day in words."""
    return not _telling(language).isdisjoint(run) and language.has_numbers(run)


@cache
def _telling(language: Language) -> frozenset[str]:
    uses = language.words.constructions
    parts = ("past", "to", "half", "hour", "less")
    return frozenset(chain.from_iterable(uses.get(f"clock {each}", ()) for each in parts))


def hours_told(text: str, language: Language) -> Iterator[tuple[int, int, int]]:
    """Yield each time of day that is told in words, in minutes, and from where to where it stands.

    One that may be before or after noon is given as both.
    """
    run = forms(text)
    if not may_tell_hours(run, language):
        return
    found = words(text)
    for minutes, first, last in _told(run, language):
        end, halves = _half_of_day(run, last, language)
        for half in halves if minutes < _HALF_DAY else (0,):
            yield (minutes + half) % _DAY, found[first].start, found[end - 1].end


def _told(run: tuple[str, ...], language: Language) -> Iterator[tuple[int, int, int]]:
    """Yield minutes since midnight, and the words that tell them."""
    uses = language.words.constructions
    past, to, hour = (uses.get(f"clock {each}", ()) for each in ("past", "to", "hour"))
    for each in numerals(run, language):
        if not each.value.isdecimal() or int(each.value) > _HOURS:
            continue
        clock = _HOUR * (int(each.value) % _HOURS)
        joint = run[each.first - 1 : each.first]
        is_named = run[each.last : each.last + 1] and run[each.last] in hour
        end = each.last + bool(is_named)
        if joint and (joint[0] in past or joint[0] in to):
            if part := _part_before(run, each.first - 1, language):
                sign = 1 if joint[0] in past else -1
                yield (clock + sign * part.value) % _DAY, part.first, end
        elif joint and joint[0] in uses.get("clock half", ()):
            yield (clock - _HOUR // 2) % _DAY, each.first - 1, end
        elif part := _part_behind(run, end, language):
            sign = 1 if run[end] in uses.get("clock and", ()) else -1
            yield (clock + sign * part.value) % _DAY, each.first, part.last
        elif is_named or _half_of_day(run, end, language)[0] > end:
            yield clock, each.first, end


def _part_before(run: tuple[str, ...], at: int, language: Language) -> _Minutes | None:
    """Read "quarter", "half" or so many minutes that end before a place."""
    part = language.words.fractions.get(run[at - 1], "") if at else ""
    if part in ("2", "4"):
        return _Minutes(_HOUR // int(part), at - 1, at)
    counted = at - (at > 0 and language.words.units.get(run[at - 1]) == "min")
    number = _ending(numerals(run, language), counted)
    return _Minutes(int(number.value), number.first, at) if number else None


def _part_behind(run: tuple[str, ...], at: int, language: Language) -> _Minutes | None:
    """Read "et demie", "menos cuarto", "moins dix" behind an hour."""
    uses = language.words.constructions
    joints = (*uses.get("clock and", ()), *uses.get("clock less", ()))
    if at >= len(run) or run[at] not in joints:
        return None
    begin = at + 1 + (run[at + 1 : at + 2] != () and run[at + 1] in language.words.articles)
    part = language.words.fractions.get("".join(run[begin : begin + 1]), "")
    if part in ("2", "4"):
        return _Minutes(_HOUR // int(part), at, begin + 1)
    number = next((each for each in numerals(run, language) if each.first == begin), None)
    is_part = number and number.value.isdecimal() and int(number.value) < _HOUR
    return _Minutes(int(number.value), at, number.last) if number and is_part else None


def _ending(found: Sequence[Numeral], at: int) -> Numeral | None:
    """Give the number of minutes that ends before a place."""
    is_part = (e for e in found if e.last == at and e.value.isdecimal() and int(e.value) < _HOUR)
    return next(is_part, None)


def _half_of_day(run: tuple[str, ...], at: int, language: Language) -> tuple[int, tuple[int, ...]]:
    """Tell behind a time of day whether it is before or after noon: where that ends, and what is to be added."""
    uses = language.words.constructions
    for use, half in (("clock morning", 0), ("clock evening", _HALF_DAY)):
        for phrase in map(str.split, uses.get(use, ())):
            if run[at : at + len(phrase)] == tuple(phrase):
                return at + len(phrase), (half,)
    return at, (0, _HALF_DAY)

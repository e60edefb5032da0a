"""Days of a month: "19 June" where they are named with it, "on the nineteenth" where the text has told the month before."""

from collections.abc import Iterator
from functools import lru_cache

from studyguide.language.language import Language
from studyguide.language.numbers import Numeral, numerals
from studyguide.language.values import months_of
from studyguide.language.words import forms, words

_LAST_DAY = 31
_REACH = 120
"""So many words back may be the month of a day that is told alone."""


def days_named(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """Yield each day of a text that has its month beside it, in one way to tell it, and from where to where it stands."""
    run = forms(text)
    if not (language.has_numbers(run) and any(_is_month(form, language) for form in run)):
        return
    found = words(text)
    for each in _days(run, language):
        if beside := _month_beside(run, each, language):
            first, last = min(each.first, beside - 1), max(each.last, beside)
            yield _reading(run[beside - 1], each), found[first].start, found[last - 1].end


def days_alone(run: tuple[str, ...], start: int, language: Language) -> Iterator[str]:
    """Yield each day that a run tells from a place on without a month: that of the last one before it."""
    own = run[start:]
    for each in _days(own, language):
        before = own[each.first - 1] if each.first else ""
        is_ordinal = each.value.endswith(".")
        is_led = before in language.words.constructions.get("leads to a day", ())
        if not (is_led or is_ordinal) or _month_beside(own, each, language):
            continue
        behind = own[each.last : each.last + 1]
        is_precise = (
            is_led and not language.marks_names
        )  # am neunzehnten kam er, but the nineteenth boat
        if is_ordinal and not is_precise and behind and not _may_follow(behind[0], language):
            continue
        told = reversed(run[max(0, start + each.first - _REACH) : start + each.first])
        if month := next((form for form in told if _is_month(form, language)), ""):
            yield _reading(month, each)


def _may_follow(form: str, language: Language) -> bool:
    return language.is_function_word(form) and form not in language.words.possessives


def _days(run: tuple[str, ...], language: Language) -> Iterator[Numeral]:
    for each in numerals(run, language):
        value = each.value.removesuffix(".")
        if value.isdecimal() and 0 < int(value) <= _LAST_DAY:
            yield each


def _month_beside(run: tuple[str, ...], day: Numeral, language: Language) -> int:
    """Give the place behind the month beside a day: 19 June, June the nineteenth, the nineteenth of June; or 0."""
    for at in (day.last, day.last + 1, day.first - 1, day.first - 2):
        if 0 <= at < len(run) and _is_month(run[at], language):
            between = run[day.last : at] or run[at + 1 : day.first]
            if all(map(language.is_function_word, between)):
                return at + 1
    return 0


@lru_cache(maxsize=4096)
def _is_month(form: str, language: Language) -> bool:
    return language.is_month(form) and _month(form) >= 0  # and no Monday


@lru_cache(maxsize=64)
def _month(form: str) -> int:
    return months_of((form,)).get(form, -1)


def _reading(month: str, day: Numeral) -> str:
    return f"day {day.value.removesuffix('.')} of {_month(month)}"

"""Lengths of time, however they are told: `an hour and a half` is 90 minutes, a `fortnight` two weeks."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.numbers import Numeral, numerals
from studyguide.language.words import forms, words

_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wk": 604800}
_MONTHS = {"mo": 1, "a": 12, "dec": 120, "cent": 1200}
"""Units of either sort, each in the smallest: no month has so many days."""

_FORTNIGHT = 14 * 86400


class Duration(NamedTuple):
    """A length of time: so many seconds, or months where `is_long`; and its words, from the `first` to before the `last`."""

    size: Fraction
    is_long: bool
    first: int
    last: int

    @property
    def reading(self) -> str:
        """What is the same for all ways to tell it."""
        return f"{self.size} {'months' if self.is_long else 'seconds'}"


def durations_told(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """Yield each length of time of a text, in one way to write it, and from where to where it stands."""
    told = durations(forms(text), language)
    found = words(text) if told else ()
    for each in told:
        yield each.reading, found[each.first].start, found[each.last - 1].end


@lru_cache(maxsize=64)  # a quotation is asked for each text of an item
def durations(run: tuple[str, ...], language: Language) -> tuple[Duration, ...]:
    """Give the lengths of time in a run of words; "an hour and ten minutes" is one."""
    found = list[Duration]()
    for each in _single(run, language):
        before = found[-1] if found else each
        between = run[before.last : each.first]
        is_part = before.is_long == each.is_long and before.size > each.size
        if found and is_part and (not between or between[0] in _adding(language)):
            found[-1] = before._replace(size=before.size + each.size, last=each.last)
        else:
            found.append(each)
    return tuple(found)


def _single(run: tuple[str, ...], language: Language) -> Iterator[Duration]:
    counted = _units(language)
    if language.compounds:
        places = [at for at, form in enumerate(run) if form in counted or _parted(form, language)]
    elif counted.keys().isdisjoint(run):
        return
    else:
        places = [at for at, form in enumerate(run) if form in counted]
    numbers = {each.last: each for each in numerals(run, language)} if places else {}
    for at in places:
        part, unit = (run[at] not in counted and _parted(run[at], language)) or (
            Fraction(1),
            counted[run[at]],
        )
        size = _size(unit)
        if not size:
            continue
        amount, is_long = size
        first, count = _counted(run, at, numbers, language)
        if count:
            last, more = _and_more(run, at + 1, language)
            yield Duration(amount * part * (count + more), is_long, first, last)


def _counted(
    run: tuple[str, ...], at: int, numbers: Mapping[int, Numeral], language: Language
) -> tuple[int, Fraction]:
    """Tell how many of a unit there are, and from which word on that is told: two and a half, three quarters of an."""
    value = _plain(numbers[at].value) if at in numbers else Fraction(0)
    if not value:
        first, count = _uncounted(run, at, language)
        if first in numbers and count < 1:
            return numbers[first].first, count * _plain(numbers[first].value)
        return first, count
    first = numbers[at].first
    if value == Fraction(1, 2) and (whole := _and(run, first, language)) in numbers:
        return numbers[whole].first, value + _plain(numbers[whole].value)
    return first, value


def _adding(language: Language) -> tuple[str, ...]:
    return language.words.constructions.get("adding", ())


def _size(unit: str) -> tuple[Fraction, bool] | None:
    if unit == "fortnight":
        return Fraction(_FORTNIGHT), False
    if unit in _SECONDS:
        return Fraction(_SECONDS[unit]), False
    return (Fraction(_MONTHS[unit]), True) if unit in _MONTHS else None


@cache
def _units(language: Language) -> dict[str, str]:
    """Give the units of time by the words for them."""
    weeks = dict.fromkeys(language.words.constructions.get("fortnight", ()), "fortnight")
    return weeks | {word: unit for word, unit in language.words.units.items() if _size(unit)}


@lru_cache(maxsize=1024)
def _parted(form: str, language: Language) -> tuple[Fraction, str] | None:
    """Give the part and the unit of a word that has both: Viertelstunde."""
    for part, of in language.words.fractions.items():
        unit = language.words.units.get(form.removeprefix(part), "")
        if unit and form != part and form.startswith(part):
            return Fraction(1, int(of)), unit
    return None


def _plain(value: str) -> Fraction:
    """Give a number of the usual size; 0 for any other."""
    is_plain = len(value) < 9 and value[-1] != "." and value.replace(".", "", 1).isdecimal()
    return Fraction(value) if is_plain else Fraction(0)


def _and(run: tuple[str, ...], at: int, language: Language) -> int:
    """Give where a whole number may end before "and a half": two and a half hours; -1 if none does."""
    at -= at > 0 and run[at - 1] in language.words.articles
    return at - 1 if at > 0 and run[at - 1] in _adding(language) else -1


def _uncounted(run: tuple[str, ...], at: int, language: Language) -> tuple[int, Fraction]:
    """Tell how much of a unit stands before it without a number: a week, half an hour, a quarter of an hour."""
    lexicon = language.words
    articles = (*lexicon.articles, *lexicon.constructions.get("elided", ()))
    is_single = at > 0 and run[at - 1] in articles
    before = at - is_single
    before -= before > 0 and run[before - 1] in lexicon.possessives
    part = lexicon.fractions.get(run[before - 1], "") if before else ""
    if part:
        first = before - 1
        first -= first > 0 and run[first - 1] in articles
        return first, Fraction(1, int(part))
    indefinite = lexicon.constructions.get("indefinite", ())
    return (at - 1, Fraction(1)) if is_single and run[at - 1] in indefinite else (at, Fraction(0))


def _and_more(run: tuple[str, ...], at: int, language: Language) -> tuple[int, Fraction]:
    """Read "and a half" behind a unit: where it ends, and what it adds."""
    lexicon = language.words
    if at < len(run) and run[at] in _adding(language):
        begin = at + 1 + (run[at + 1 : at + 2] != () and run[at + 1] in lexicon.articles)
        part = lexicon.fractions.get("".join(run[begin : begin + 1]), "")
        if part and not {*run[begin + 1 : begin + 2]} & {*lexicon.articles, *lexicon.units}:
            return begin + 1, Fraction(1, int(part))
    return at, Fraction(0)

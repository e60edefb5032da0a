"""The number that one word is, in one spelling: forty and 40, 2.5 and 2,50, a German 1.250 and 1250; the day that figures are.

Figures grouped otherwise (1,250,000; 1 250 000) come here without their groups: `words` sees to that.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from studyguide.language import units
from studyguide.language.lexicon import lexicon
from studyguide.patterns import lazy


class _Values(dict[str, str]):
    """The number that each word form is that was asked for, or nothing: kept as stems are."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def __missing__(self, form: str) -> str:
        value = self[form] = _number(self._base, form)
        return value


@cache
def values_of(base: str) -> Mapping[str, str]:
    """Give the numbers of a language (`en`, `de`) by word forms, each read when it is first asked for."""
    return _Values(base)


_ORDINALS = {
    base: lazy(rf"(\d+)(?:{endings})")
    for base, endings in {
        "en": "st|nd|rd|th",
        "fr": "er|[èe]?re|[èe]?me|e|nde?",
        "es": "o|a|er",
        "it": "o|a",
        "pt": "o|a",
        "nl": "e|de|ste",
    }.items()
}
_WITH_UNIT = lazy(rf"(\d+)(?:{'|'.join(sorted(units.JOINED))})")
_KOREAN = lazy(
    r"^(\d[\d.]*[가-힣]+?)(?:에(?:는|도|서|서는)?|의|[은는이가을를도와과만]|부터|까지|(?:으)?로|(?:이)?나)$"
)
"""A figure with what it counts, and a particle behind that: 1724년에."""
_POINT = lazy(r"\d+\.\d+")
_COMMA = lazy(r"\d+,\d+")
_GROUP = lazy(r"\d{1,3}\.\d{3}")
_MOST_DIGITS = 30
"""Longer figures are no numbers that anybody counts with, and stay as they are written."""
_JOINING_SCALES = {
    "de": (("tausend", 1000, "und"), ("hundert", 100, "und")),
    "nl": (("duizend", 1000, "en"), ("honderd", 100, "en")),
    "it": (("mila", 1000, ""), ("mille", 1000, ""), ("cento", 100, "")),
}
"""What a number in one word is put together with, the largest first; how many it counts; what may stand behind it."""

_POINT_PARTS = frozenset(["en", "zh", "ja", "th", "ko", "he", "ga", "cy", "hi", "bn", "ms"])
"""Languages that write 2.5; the others write 2,5, and 1.250 for a thousand and more."""


def _number(base: str, form: str) -> str:
    if not any(character.isdecimal() for character in form):
        known = lexicon(base)
        often = known.counting.get(form, "")
        told = known.numbers.get(form, "") or (often if often.isdecimal() else "")
        return told or _compound(base, form, known.numbers)
    form = _KOREAN.sub(r"\1", form) if base == "ko" else form.removesuffix("'s")
    if len(form) > _MOST_DIGITS:
        return form
    if form.isdecimal():
        return str(int(form))
    if base in _ORDINALS and (ordinal := _ORDINALS[base].fullmatch(form)):
        return f"{int(ordinal[1])}."
    if joined := _WITH_UNIT.fullmatch(form):
        return str(int(joined[1]))
    return _decimal(form, has_point=base in _POINT_PARTS)


def _compound(base: str, form: str, known: Mapping[str, str]) -> str:
    """Give the number that one word puts together: dreitausend, zweihundertfünfzig, tremila."""
    for word, scale, joining in _JOINING_SCALES.get(base, ()):
        head, found, tail = form.partition(word)
        if found:
            times = known.get(head, "") if head else "1"
            rest = tail.removeprefix(joining)
            more = (known.get(rest) or _compound(base, rest, known)) if rest else "0"
            if not times:
                times = _compound(base, head, known)
            is_one = times.isdecimal() and more.isdecimal() and int(more) < scale
            return str(int(times) * scale + int(more)) if is_one else ""
    return ""


def _decimal(form: str, *, has_point: bool) -> str:
    """Write a figure with a part in one way: 2.5 for 2,50, and 1250 for the 1.250 of such languages."""
    if not has_point:
        if _GROUP.fullmatch(form):
            return str(int(form.replace(".", "")))
        form = form.replace(",", ".") if _COMMA.fullmatch(form) else form
    if not _POINT.fullmatch(form):
        return form
    whole, _, part = form.partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))


LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk")
"""Whose words for months, seasons and eras are known."""

_MONTHS = "january february march april may june july august september october november december"
ENGLISH_MONTHS = {
    form: number for number, name in enumerate(_MONTHS.split()) for form in (name, name[:3])
} | {"sept": 8}
"""Known without the library that knows all others, which takes long to load."""


def months_of(words: Collection[str]) -> Mapping[str, int]:
    """Give the numbers of months, from 0, by their names in small letters: the English if any of some words is one."""
    return _months() if ENGLISH_MONTHS.keys().isdisjoint(words) else ENGLISH_MONTHS


@cache
def _months() -> dict[str, int]:
    """Give the number, from 0, of each month's name, as it is written alone and in dates, whole and shortened."""
    from babel import Locale

    found = dict(ENGLISH_MONTHS)
    all_months = [Locale(language).months for language in LANGUAGES]
    for width, context in product(("wide", "abbreviated"), ("format", "stand-alone")):
        for months in all_months:
            for number, name in months[context][width].items():
                found.setdefault(name.casefold().rstrip("."), number - 1)
    return found


class Day(NamedTuple):
    """A day; its month or its day is 0 where only the year is told, or the month."""

    year: int
    month: int
    day: int

    def is_within(self, other: "Day") -> bool:
        """Whether another tells the same, as far as it tells."""
        return all(own == part or not part for own, part in zip(self, other, strict=True))


_DAY = lazy(
    r"(?<![\d.,/-])(?:(?P<iso>\d{4})-(?P<iso_month>\d{2})(?:-(?P<iso_day>\d{2}))?"
    r"|(?P<first>\d{1,2})(?P<sep>[./-])\s?(?P<second>\d{1,2})(?P=sep)\s?(?P<year>\d{4})"
    r"|(?<![前〇一二三四五六七八九十])(?P<eastern>[\d〇一二三四五六七八九]{3,4})年(?:(?P<month>[\d一二三四五六七八九十]{1,3})月"
    r"(?:(?P<day>[\d一二三四五六七八九十]{1,3})日)?)?)(?!\d)"
)
_SPELT = lazy(
    r"(?<!\d)(?:(?P<day>\d{1,2})(?:\.|[ºª°]|st|nd|rd|th|er|-?[а-яіїє]{1,3})?\s+)?(?:d[ei]l?\s+|of\s+)?(?P<month>[^\W\d_]{3,})\.?"
    r"(?:\s+(?P<behind>\d{1,2})(?:st|nd|rd|th)?)?(?:,?\s+(?:d[ei]l?\s+|of\s+)?(?P<year>\d{4})(?!\d))?"
)
_HAN = "〇一二三四五六七八九"


def days_in_figures(text: str) -> tuple[tuple[Day, ...], ...]:
    """Give each day that a text writes in figures alone; 3/5/1874 can be read in two ways, the likelier comes first."""
    found = (tuple(filter(_may_be, _readings(match))) for match in _DAY.finditer(text))
    return tuple(filter(None, found))


def _readings(match: re.Match[str]) -> Iterator[Day]:
    if match["iso"]:
        yield Day(int(match["iso"]), int(match["iso_month"]), int(match["iso_day"] or 0))
    elif match["eastern"]:
        year, month, day = (_figure(match[part] or "") for part in ("eastern", "month", "day"))
        yield Day(year, month, day)
    else:
        year, first, second = (int(match[part]) for part in ("year", "first", "second"))
        yield Day(year, second, first)
        if match["sep"] != ".":
            yield Day(year, first, second)


def _figure(written: str) -> int:
    """Give the number that figures write, or Chinese numerals up to 99, or a year digit by digit."""
    digits = "".join(str(_HAN.index(sign)) if sign in _HAN else sign for sign in written)
    tens, is_ten, units = digits.partition("十")
    return int(tens or 1) * 10 + int(units or 0) if is_ten else int(digits or 0)


def _may_be(day: Day) -> bool:
    return day.month <= 12 and day.day <= 31


def days_spelt(text: str) -> Iterator[Day]:
    """Yield each day whose month a text names, with its year if that is told: 3 May 1874, le 3 mai 1874, May 3rd."""
    for match in _SPELT.finditer(text):
        day = int(match["day"] or match["behind"] or 0)
        if not (day or match["year"]):
            continue
        month = months_of((match["month"].casefold(),)).get(match["month"].casefold())
        if month is not None:
            yield Day(int(match["year"] or 0), month + 1, day)


_TIME = lazy(
    r"(?<![\d.,:])(?P<hour>2[0-4]|[01]?\d)(?!\d)"
    r"(?:(?::|\s?h\s?|\s?Uhr\s?|\.(?=\d\d\s?(?:Uhr|h\b|[ap]\.?m|ч)))(?P<minute>[0-5]\d)(?!\d))?"
    r"(?P<mark>\s?(?:Uhr\b|(?P<half>[ap])\.?\s?m\b\.?|h\b|ч\b))?"
)


def times_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each time of day, in minutes, and from where to where it stands: 9:30 p.m., 21.30 Uhr, 21 h 30."""
    for match in _TIME.finditer(text):
        if match["minute"] or match["mark"]:
            hour = int(match["hour"])
            hour += 12 * (match["half"] == "p" and hour < 12) - 12 * (
                match["half"] == "a" and hour == 12
            )
            yield 60 * hour + int(match["minute"] or 0), match.start(), match.end()


_ROMAN = lazy(r"([ivx]{1,6})(?:e|er|ème|º|th|st|nd|rd)?")
_CENTURIES = (
    "century centuries siècle siècles siglo siglos secolo secoli século séculos jahrhundert "
    "jahrhunderts jahrhunderte jahrhunderten eeuw eeuwen wiek wieku wieki wieków век века веке "
    "веков столетие столетия столетии століття столітті"
)
AGES = frozenset(_CENTURIES.split())
"""Centuries, which most languages count in Roman figures, too."""


def roman_age(run: tuple[str, ...], at: int) -> str:
    """Give the number that Roman figures are beside a century: XVIIIe siècle, siglo XVIII; an "i" before it is an article."""
    match = _ROMAN.fullmatch(run[at])
    is_behind = at > 0 and run[at - 1] in AGES
    if not match or not (
        is_behind or (run[at] != "i" and run[at + 1 : at + 2] and run[at + 1] in AGES)
    ):
        return ""
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in match[1]]
    following = [*values[1:], 0]
    return str(
        sum(-one if one < after else one for one, after in zip(values, following, strict=True))
    )

"""What guide, cards and pages say, in the language of a deck; in English what its table lacks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from studyguide.finding import Finding
from studyguide.templates import Templates
from studyguide.vocabulary.elision import elided
from studyguide.vocabulary.word_table import (
    PLACEHOLDER,
    Phrase,
    bundled,
    name_of,
    placeholders,
    read,
)

if TYPE_CHECKING:
    from pathlib import Path

_ENGLISH = "en"

_SEMICOLONS = {
    "el": "·", "grc": "·", "fr": "\N{NARROW NO-BREAK SPACE};", "ar": "؛", "fa": "؛", "ur": "؛",
}  # fmt: skip
"""Where the mark is written otherwise: in Greek it asks."""

_FROM_FIVE = frozenset(["bg", "de", "es", "et", "it", "ka", "lv", "pl", "pt-PT"])
_OF_FIVE = 10_000
"""Languages that part thousands from five figures on, by Unicode's tables, of which Babel has not that, and of German by Duden."""

_FIRST_DAY = {"fr": "1er", "it": "1º"}
"""How the first day of a month is written where that is a number in order, as no other day is."""

_DAY_FIRST = {_ENGLISH: "en-GB"}
"""English of no country writes a day as most of its readers do: 28 November 2026."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language by key, and the English ones for those that are not there."""

    language: str = _ENGLISH
    phrases: Mapping[str, Phrase] = field(
        default_factory=lambda: bundled(_ENGLISH).phrases, hash=False
    )
    english: Mapping[str, Phrase] = field(
        default_factory=lambda: bundled(_ENGLISH).phrases, hash=False
    )

    @classmethod
    def of(cls, folder: "Path", language: str) -> "Vocabulary":
        """Give the words of the deck in a folder: its own before those that come with us."""
        return cls(language, _merged(folder, language), _merged(folder, _ENGLISH))

    @property
    def is_rtl(self) -> bool:
        """Whether its language is written from right to left."""
        return direction(self.language) == "rtl"

    @property
    def is_english(self) -> bool:
        """Whether its language is English, of whatever country."""
        return self.language.partition("-")[0] == _ENGLISH

    @property
    def semicolon(self) -> str:
        """The mark between two answers of a row, as its language writes it."""
        return semicolon_of(self.language)

    def has(self, key: str) -> bool:
        """Whether there is a word for something in the language itself."""
        return key in self.phrases

    def knows(self, key: str) -> bool:
        """Whether there is such a word at all."""
        return key in self.english

    def values_of(self, key: str) -> frozenset[str]:
        """Name all that is filled in when something is said; `count` where a number decides."""
        phrase = self.english[key]
        return placeholders(phrase) | (frozenset() if isinstance(phrase, str) else {"count"})

    def language_of(self, key: str) -> str:
        """Tell in which language something is said."""
        return self.language if self.has(key) else _ENGLISH

    def filled(
        self,
        key: str,
        write: Callable[[str], str],
        values: Mapping[str, object],
        number: str = "{}",
    ) -> str:
        """Say something: `write` writes the table's own words, the values stand as they are.

        A number `count` chooses the plural form; numbers are written as the language has them, into `number`.
        """
        language = self.language_of(key)
        phrase = self.phrases[key] if self.has(key) else self.english[key]
        if not isinstance(phrase, str):
            form = plural(language, values["count"])
            phrase = phrase.get(form, phrase["other"])
        if "{" not in phrase:
            return write(phrase)
        parts = PLACEHOLDER.split(phrase)
        for at in range(len(parts)):
            value = values[parts[at]] if at % 2 else ""
            if isinstance(value, int):
                parts[at] = number.format(in_figures(value, language))
            elif at % 2:
                parts[at] = str(value)
                parts[at - 1] = elided(parts[at - 1], parts[at], language)
            else:
                parts[at] = write(parts[at])
        return "".join(parts)

    def plain(self, key: str, **values: object) -> str:
        """Say something as plain text."""
        return self.filled(key, str, values)

    def marked(self, key: str, said: Markup) -> Markup:
        """Mark what is said in English among words of another language, for whoever reads it aloud."""
        if self.has(key) or self.is_english:
            return said
        return Markup('<span lang="en"{}>{}</span>').format(
            Markup(' dir="ltr"') if self.is_rtl else "", said
        )

    def date(self, day: date) -> str:
        """Write a day."""
        form = self.phrases.get("date", "iso")
        if form == "iso" or not isinstance(form, str):
            return day.strftime("%Y-%m-%d")
        from babel.dates import format_date

        language = self.language_of("date")
        told = str(format_date(day, form, locale_of(_DAY_FIRST.get(language, language))))
        first = _FIRST_DAY.get(language.partition("-")[0])
        return told.replace("1 ", f"{first} ", 1) if first and day.day == 1 else told

    def listed(self, names: Iterable[str]) -> str:
        """Write several names as one list: `a, b and c`."""
        from babel.lists import format_list

        return str(format_list([*names], locale=locale_of(self.language_of("made"))))


def semicolon_of(language: str) -> str:
    """Give the mark between two of a row, as a language writes it."""
    return _SEMICOLONS.get(language.partition("-")[0], ";")


def direction(language: str) -> str:
    """Tell in which direction a language is written: `ltr` or `rtl`."""
    if language == _ENGLISH:
        return "ltr"
    return str(locale_of(language).text_direction)


def plural(language: str, count: object) -> str:
    """Tell which plural form a number takes in a language."""
    return str(locale_of(language).plural_form(count))


@cache
def locale_of(language: str) -> Any:
    """Give what Unicode's tables tell of a language; of one that they do not know, what of English."""
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.partition("-")[0], _ENGLISH):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError(language)


def has_words(folder: "Path", language: str) -> bool:
    """Whether there is a table of words for a language, ours or the deck's own."""
    return bool(_merged(folder, language))


def findings_of(folder: "Path", language: str) -> Iterator[Finding]:
    """Report what is wrong with a deck's own tables of words."""
    own = Templates.own(folder)
    for tag in _tags(language):
        if own.has(name_of(tag)):
            yield from read(own, tag).findings


def _merged(folder: "Path", language: str) -> dict[str, Phrase]:
    """Gather the words of a language: those of a country over the others, a deck's own over ours."""
    own, found = Templates.own(folder), dict[str, Phrase]()
    for tag in _tags(language):
        found |= bundled(tag).phrases
        if own.has(name_of(tag)):
            found |= read(own, tag).phrases
    return found


def _tags(language: str) -> list[str]:
    return [*dict.fromkeys((language.partition("-")[0], language))]


def in_figures(number: int, language: str) -> str:
    """Write a number as a language has it: in some one of four figures is not parted."""
    if abs(number) < _OF_FIVE and _FROM_FIVE & {language, language.partition("-")[0]}:
        return str(number)
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=locale_of(language)))

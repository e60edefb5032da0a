"""What a number counts: units, days of a month, nouns."""

import re
from typing import Final

from studyguide.language.language import Language
from studyguide.language.units import SIGNS

_DAY: Final = re.compile(r"(?:.*\D)?(\d\d?)", re.DOTALL)
_LAST_DAY: Final = 31

_ERAS: Final = frozenset("BC BCE CE AD π.Χ μ.Χ".split())  # noqa: SIM905
_MORE: Final = {
    "cs": ("Kč",),
    "da": ("kr",),
    "de": ("v", "n", "Uhr"),
    "fr": ("av", "ap"),
    "hu": ("Ft",),
    "nb": ("kr",),
    "pl": ("r",),
    "ru": ("г", "гг"),
    "sv": ("kr",),
    "uk": ("р", "рр"),
}
"""What stands behind a year, in any language and in one; what is no sign of a unit elsewhere."""

_WORDS_TOO: Final = ("a", "in")
"""Signs of units that are commoner as words."""

ANY: Final = ""
"""For a language that is not told: words stay together that do so in one."""

WITH_CAPITALS: Final = ("de", "lb", ANY)
"""Languages in which every noun has one."""

_LEAST: Final = 3
"""Letters of a word that is more than a function word, where these are not known."""


def is_day(number: str, word: str, base: str) -> bool:
    """Whether a number may be the day of a month; `may` is none."""
    is_written_so = base != "en" or word[:1].isupper()
    day = _DAY.fullmatch(number[-3:])
    is_one = is_written_so and day is not None and int(day[1]) <= _LAST_DAY
    return is_one and Language(base).is_month(word.lower())


def are_two_words(word: str, after: str, base: str) -> bool:
    """Whether two words are a unit, or tell a month: per cent, de julio."""
    if word == "de":
        return Language(base).is_month(after.lower())
    return f"{word} {after}".lower() in Language(base).words.units


def is_unit(word: str, base: str, *, is_year: bool) -> bool:
    """Whether a word, or a sign, is a unit, or stands behind a year."""
    language, small = Language(base), word.lower()
    known = language.words.units
    if (
        word in _ERAS
        or word in _MORE.get(base, ())
        or small in known
        or small.replace(".", " ") in known
    ):
        return True
    is_word = word in _WORDS_TOO or (len(word) > 1 and language.is_function_word(small))
    return word in SIGNS and not is_word and not (is_year and len(word) == 1)


def is_noun(word: str, base: str) -> bool:
    """Whether a word may be a noun: it has no capital, but where all have one."""
    if word[0].isupper():
        return base in WITH_CAPITALS
    language = Language(base)
    if not language.has_lists:
        return len(word) >= _LEAST
    return not language.is_function_word(word.lower())

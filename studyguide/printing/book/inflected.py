"""Names where they have cases: Заозёрск is meant by Заозёрска, and the one is listed, not the other."""

from collections.abc import Callable

from studyguide.language.language import Language

_SLAVIC = frozenset(("be", "bs", "cs", "hr", "pl", "ru", "sk", "sl", "sr", "uk"))
_OTHERS = frozenset(("el", "et", "fi", "hu", "lt", "lv", "tr"))
_ENDINGS = (
    *"aeiouyаеёиоуыэюяієїąęóáéíúůýěā",
    *[
        "ом",
        "ем",
        "ём",
        "ым",
        "им",
        "ам",
        "ям",
        "ах",
        "ях",
        "ой",
        "ей",
        "em",
        "om",
        "ym",
        "im",
        "ach",
        "ech",
    ],
)
"""With which a form in a case ends: the sure sign of the name itself is another consonant."""

Fold = Callable[[str], str]
"""Gives what all forms of a word share."""


def fold_of(language: str) -> Fold:
    """Give what words are compared by: their stems in languages with cases, else themselves in small letters."""
    if _base(language) not in _SLAVIC | _OTHERS:
        return str.casefold
    stem = Language(language).stem
    return lambda word: stem(word.casefold())


def may_be_listed(name: str, language: str) -> bool:
    """Whether a name that is known by its capital alone stands as it is called, and not in a case of it.

    Of Slavic names those of one word without an ending do; of other languages with cases none is sure.
    """
    base = _base(language)
    if base in _SLAVIC:
        return " " not in name and not name.casefold().endswith(_ENDINGS)
    return base not in _OTHERS


def _base(language: str) -> str:
    return language.partition("-")[0]

"""The letters that count blanks and options: those that a list has in the script of its language."""

from string import ascii_lowercase
from typing import Final

_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Without those that Russian lists leave out, as they are no letters alone or look like their neighbours: ё, й, ъ, ы, ь."""

_GREEK: Final = "αβγδεζηθικλμνξοπρστυφχψω"

_HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"

_SCRIPTS: Final = {"cyrl": _CYRILLIC, "grek": _GREEK, "hebr": _HEBREW}
_WRITTEN_IN: Final = (
    dict.fromkeys(
        ("ba", "be", "bg", "ce", "cv", "kk", "ky", "mk", "mn", "os", "ru", "sr", "tg", "tt", "uk"),
        "cyrl",
    )
    | dict.fromkeys(("el", "grc"), "grek")
    | dict.fromkeys(("he", "yi"), "hebr")
)


def letters_of(language: str) -> str:
    """Give the letters in their order: Cyrillic, Greek and Hebrew ones where a language is written so, else Latin ones."""
    base, *more = language.lower().split("-")
    script = next(
        (each for each in more if len(each) == 4 and each.isalpha()), _WRITTEN_IN.get(base, "")
    )
    return _SCRIPTS.get(script, ascii_lowercase)


def letter_at(index: int, language: str) -> str:
    """Count in letters, from 0: from a to z, then aa, ab and so on."""
    letters = letters_of(language)
    rest, last = divmod(index, len(letters))
    return (letter_at(rest - 1, language) if rest else "") + letters[last]

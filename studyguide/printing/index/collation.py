"""In which order an index has its headings: the only module that knows pyuca.

The Unicode Collation Algorithm puts Ø with O and Ł with L. Where a language has a letter of its own
for what is elsewhere a variant, as Swedish has Å, Ä and Ö after Z, that is told here. Headings are compared
word by word, as indexers do: of signs within words nothing is made, and a name that is turned round stands
before what has another word behind it.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from unicodedata import category, normalize

_AFTER: dict[str, tuple[str, ...]] = {
    "cs": ("cč", "hch", "rř", "sš", "zž"),
    "da": ("zæ", "zø", "zå"),
    "es": ("nñ",),
    "et": ("sš", "zž", "wõ", "wä", "wö", "wü"),
    "fi": ("zå", "zä", "zö"),
    "hu": ("cč", "oö", "uü"),
    "is": ("dð", "zþ", "zæ", "zö"),
    "nb": ("zæ", "zø", "zå"),
    "nn": ("zæ", "zø", "zå"),
    "no": ("zæ", "zø", "zå"),
    "pl": ("aą", "cć", "eę", "lł", "nń", "oó", "sś", "zź", "zż"),
    "ro": ("aă", "aâ", "iî", "sș", "tț"),
    "sk": ("cč", "hch", "sš", "zž"),
    "sv": ("zå", "zä", "zö"),
    "tr": ("cç", "gğ", "hı", "oö", "sş", "uü"),
}
"""By language, each letter of its own behind the letter that it follows, in order."""

_LAST = "ʒ"
"""A letter that comes after z: put behind another it stands after all words that go on from there."""

_FIGURES, _DIGITS = re.compile(r"\d+"), 9
"""Numbers stand in the order of what they count: 619 before 1966."""

_NO_LETTERS = dict.fromkeys(map(ord, "'’‘‛ʻʼʹʾʿ“”„‟«»‹›\"׳״"))
"""Apostrophes, and signs that quote: O’Brien is looked up as Obrien."""

_STOP = re.compile(r"(?<=[^\W\d])\.")
"""Behind letters: St. Ives, U.S.; a point between figures tells numbers apart."""

_BEFORE_A_SPACE = ((" (", "\t"), (", ", "\n"))
"""What comes before a space, in order: Smith; Smith (ship); Smith, John; Smith Abbey."""

Key = Callable[[str], tuple[int, ...]]


def order_of(language: str, headings: Iterable[str]) -> Key:
    """Give the key by which these headings are put in order in a language."""
    own = _own_letters(language)

    def shown(heading: str) -> str:
        plain = (
            _FIGURES.sub(lambda figures: figures[0].zfill(_DIGITS), heading)
            .casefold()
            .replace("-", " ")
            .translate(_NO_LETTERS)
            .lstrip("(")
        )
        plain = _STOP.sub("", plain)
        for sign, instead in _BEFORE_A_SPACE:
            plain = plain.replace(sign, instead)
        for letter, instead in own.items():
            plain = plain.replace(letter, instead)
        return plain

    collator = _collator_of("".join(map(shown, headings)))
    return lambda heading: tuple(collator.sort_key(shown(heading)))


def _collator_of(text: str) -> Any:
    """Give a collator that knows the letters of a text, by the first figures of their numbers; to read of all of them takes ten times as long."""
    import pyuca  # type: ignore[import-untyped]

    letters = {f"{ord(each):04X}"[:4] for each in normalize("NFD", text)}
    keys = Path(pyuca.__file__).with_name(f"allkeys-{pyuca.Collator.UCA_VERSION}.txt")
    with keys.open(encoding="utf-8") as lines, NamedTemporaryFile("w", encoding="utf-8") as file:
        file.writelines(each for each in lines if each[:4] in letters or each[0] == "@")
        file.flush()
        return pyuca.Collator(file.name)


@cache
def initial_of(heading: str, language: str) -> str:
    """Give the letter under which a heading stands; figures and signs stand under none."""
    signs = (each for each in heading.casefold() if each.isalnum() and category(each) != "Lm")
    first = next(signs, "")
    if not first.isalpha():
        return ""
    if first in _own_letters(language):
        return first.upper()
    plain = normalize("NFKD", {"ø": "o", "ł": "l", "æ": "a", "œ": "o", "đ": "d"}.get(first, first))
    return plain[:1].upper()


@cache
def _own_letters(language: str) -> dict[str, str]:
    letters: dict[str, str] = {}
    for pair in _AFTER.get(language.partition("-")[0], ()):
        earlier = sum(each.startswith(pair[0] + _LAST) for each in letters.values())
        letters[pair[1:]] = pair[0] + _LAST * (earlier + 1)
    return letters

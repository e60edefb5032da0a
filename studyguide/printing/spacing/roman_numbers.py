"""Roman numbers, which stay with the name before them, or the noun behind: Louis XIV, XIXe siècle."""

import re
from collections.abc import Iterator
from typing import Final

from studyguide.language.language import Language
from studyguide.printing.spacing.counted import WITH_CAPITALS, is_noun
from studyguide.printing.spacing.labels import LABELS

_NUMBER: Final = re.compile(r"(?P<number>[IVX][IVXL]{0,6})(?P<ending>er?|re)?\b(?P<dot>\.?)")
_BEFORE: Final = re.compile(r"(?<!\S)\W?([^\W\d_]+\.?) \Z")
_BEHIND: Final = re.compile(r" ([^\W\d_]+)")
_NEAR: Final = 24
"""Letters that are looked at before a number."""

_LEAST: Final = 3
"""Letters of a word that has a number."""

_BEFORE_NOUNS: Final = ("be", "bg", "cs", "fr", "hr", "hu", "pl", "ru", "sk", "sl", "sr", "uk")
"""Languages that count centuries and congresses so: XX век."""

_HAS_WORD_I: Final = ("en", "it")


def beside_roman_numbers(text: str, base: str) -> Iterator[int]:
    """Yield the spaces between Roman numbers and what they belong to."""
    for found in _NUMBER.finditer(text):
        start, end = found.span()
        if (start and text[start - 1].isalnum()) or _may_be_a_letter(found, base):
            continue
        word = _word_before(text, start, base)
        noun = _BEHIND.match(text, end)
        is_of_name = word[:1].isupper() and found["ending"] != "e"
        may_count = base in _BEFORE_NOUNS or (found["dot"] and base in WITH_CAPITALS)
        if word in LABELS or (word and is_of_name):
            yield start - 1
        elif noun and may_count and is_noun(noun[1], base):
            yield end
        elif len(word) >= _LEAST and word[-1] != ".":
            yield start - 1


def _may_be_a_letter(found: re.Match[str], base: str) -> bool:
    """Whether it is an initial, or a word: I."""
    if len(found["number"]) > 1 or found["ending"]:
        return False
    is_owner = found.string.startswith(("’s", "'s"), found.end())  # Richard I’s
    return bool(found["dot"]) or (found["number"] == "I" and base in _HAS_WORD_I and not is_owner)


def _word_before(text: str, start: int, base: str) -> str:
    """Give the word that a number may belong to, if there is one."""
    found = _BEFORE.search(text, max(start - _NEAR, 0), start)
    word = found[1] if found else ""
    is_lost = len(word) < _LEAST and word not in LABELS
    return "" if is_lost or Language(base).is_function_word(word.lower()) else word

"""Words of a text, comparable across editions and keyboards, with offsets into the original.

Compared are NFKC forms without case; soft hyphens and other invisible characters are dropped,
quotation marks and dashes made alike, words split at hyphens. `1980-81` is two years.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SAME = {
    **dict.fromkeys("’‘ʼ′`´‛", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(_INVISIBLE, ""),
}
_SAME_TABLE = str.maketrans(_SAME)
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]")
_WORD = re.compile(r"\d+(?:[.,]\d+)+(?![^\W_])|[^\W_]+(?:'[^\W_]+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_YEAR = re.compile(r"1\d{3}|20\d{2}")


class Word(NamedTuple):
    """One word: its form for comparing, and from where to where it stands in the original."""

    form: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Split a text into words, in order."""
    return list(_with_full_years(_words(text)))


def forms(text: str) -> tuple[str, ...]:
    """Give only the forms of a text's words."""
    return tuple(word.form for word in words(text))


def _words(text: str) -> Iterator[Word]:
    plain, offsets = _normalise(text)
    for match in _WORD.finditer(plain):
        form = match.group().casefold()
        if _THOUSANDS.fullmatch(form):
            form = form.replace(",", "")
        start, end = match.span()
        if offsets:
            start, end = offsets[start], offsets[end - 1] + 1
        yield Word(form, start, end)


def _with_full_years(found: Iterator[Word]) -> Iterator[Word]:
    """Write out the second of two years joined by a hyphen: 1980-81 is 1980 and 1981."""
    previous = Word("", -2, -2)
    for word in found:
        if len(word.form) == 2 and word.form.isdecimal() and word.start == previous.end + 1:
            if _YEAR.fullmatch(previous.form) and word.form > previous.form[2:]:
                word = word._replace(form=previous.form[:2] + word.form)
        yield word
        previous = word


def _normalise(text: str) -> tuple[str, list[int]]:
    """Give the text in one spelling, and for each of its characters where it came from.

    The offsets are left empty where nothing moved, as in nearly every text.
    """
    if text.isascii():
        return text, []
    if unicodedata.is_normalized("NFKC", text) and not any(sign in text for sign in _INVISIBLE):
        return text.translate(_SAME_TABLE), []
    plain: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        spelt = unicodedata.normalize("NFKC", cluster.group()).translate(_SAME_TABLE)
        plain.append(spelt)
        offsets.extend([cluster.start()] * (len(spelt) - 1))
        offsets.extend([cluster.end() - 1] * bool(spelt))
    return "".join(plain), offsets

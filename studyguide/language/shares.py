"""Shares of a whole, however they are written: `a tenth` is 10 %, `3/4` three quarters, `half` 50 per cent."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from studyguide.language.figures import figures
from studyguide.language.language import Language
from studyguide.language.words import Word

_MOST = 1000
"""Of more parts than so many nobody speaks as of a share."""


class Share(NamedTuple):
    """A share, and its words: from the `first` to before the `last`."""

    value: Fraction
    first: int
    last: int


def shares(text: str, found: Sequence[Word], language: Language) -> Iterator[Share]:
    """Yield each share in a run of a text's words: those in words first, then the figures."""
    run = tuple(word.form for word in found)
    yield from _in_words(run, language)
    read = figures(text, found, language)
    for figure in read:
        if figure.unit == "%" and figure.value.replace(".", "", 1).isdecimal():
            yield Share(Fraction(figure.value) / 100, figure.place, figure.place + 1)
    for before, after in pairwise(read):
        if after.joint == "/" and before.value.isdecimal() and after.value.isdecimal():
            part, whole = int(before.value), int(after.value)
            if 0 < part < whole <= _MOST:
                yield Share(Fraction(part, whole), before.place, after.place + 1)


def _in_words(run: tuple[str, ...], language: Language) -> Iterator[Share]:
    parts = language.words.fractions
    for at, form in enumerate(run):
        if form in parts:
            before = language.number(run[at - 1]) if at else ""
            counted = before.isdecimal() and 0 < int(before) < int(parts[form])
            yield Share(
                Fraction(int(before) if counted else 1, int(parts[form])), at - counted, at + 1
            )

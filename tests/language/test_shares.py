"""Shares of a whole: one share is one, in words, as a fraction, or in per cent."""

from fractions import Fraction

from studyguide.language.language import Language
from studyguide.language.shares import shares
from studyguide.language.words import words
from tests.table import rows

SAME = {
    "a tenth": ("en", "cut wages by a tenth", "by ten per cent"),
    "a tenth and the sign": ("en", "a tenth of them", "10 % of them"),
    "half": ("en", "half of the men", "50 percent"),
    "two thirds": ("en", "two thirds of the land", "2/3 of the land"),
    "three quarters": ("en", "three quarters", "75 per cent"),
    "German": ("de", "drei Viertel der Kosten", "75 Prozent"),
    "French": ("fr", "un dixième du prix", "10 pour cent du prix"),
    "Spanish": ("es", "tres cuartos", "75 por ciento"),
    "Russian": ("ru", "четверть", "25 %"),
}

OTHER = {
    "another part": ("en", "a ninth of them", "10 % of them"),
    "per mille": ("en", "a tenth", "10 ‰"),
    "a count": ("en", "a tenth of them", "ten of them"),
    "a whole and more": ("en", "a quarter", "4/4 of it"),
    "a year with a stroke": ("en", "a third", "1911/12"),
    "German": ("de", "zwei Drittel", "75 Prozent"),
}


def found(tag: str, text: str) -> set[Fraction]:
    return {each.value for each in shares(text, words(text), Language(tag))}


@rows(("tag", "one", "other"), SAME.values(), ids=SAME)
def test_one_share(tag: str, one: str, other: str) -> None:
    assert found(tag, one) == found(tag, other) != set()


@rows(("tag", "one", "other"), OTHER.values(), ids=OTHER)
def test_two_shares(tag: str, one: str, other: str) -> None:
    assert found(tag, one)
    assert found(tag, one).isdisjoint(found(tag, other))

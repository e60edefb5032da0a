"""Numbers and figures: one value however it is written, and the signs that stand at it."""

import pytest

from studyguide.language.figures import figures, symbol
from studyguide.language.language import Language
from studyguide.language.numbers import numbers_in
from studyguide.language.scripts import foreign_letter
from studyguide.language.words import forms, words

SAME = {
    "grouped by blanks": ("1 250 000 sacks", "1,250,000 sacks"),
    "grouped by narrow blanks": ("1\u202f250\u202f000", "1250000"),
    "grouped by no-break blanks": ("12\u00a0250", "12250"),
    "a line ends within": ("1 250\n000", "1 250 000"),
    "grouped by points": ("1.250.000", "1,250,000"),
    "grouped as in Switzerland": ("1'250'000", "1250000"),
    "a part of zeros": ("365.0", "365"),
    "a part that ends in zero": ("2.50", "2.5"),
    "a leading zero": ("09", "9"),
    "an ordinal": ("the 4th man", "the fourth man"),
    "a dozen": ("a dozen men", "12 men"),
    "two dozen": ("two dozen", "24"),
    "half": ("half", "0.5"),
    "half a million": ("half a million", "500,000"),
    "millions": ("4.6 million", "4,600,000"),
    "hundreds and more": ("two hundred and five", "205"),
    "thousands and more": ("three thousand four hundred", "3400"),
    "compound": ("thirty-six", "36"),
    "a unit without a blank": ("5kg", "5 kg"),
    "raised figures": ("10¹⁵", "10^15"),
}
DIFFERENT = {
    "part of a grouped figure": ("250 000", "1 250 000"),
    "another grouped figure": ("200 001", "001 200"),
    "a point in English": ("1.250", "1,250"),
    "a year and a number": ("1911 250", "1911250"),
    "millions and thousands": ("4.6 million", "4.6 thousand"),
    "hundreds": ("hundreds", "100"),
    "one hundred and two hundred": ("one hundred and two hundred", "102 100"),
    "a decade": ("1920s", "1920"),
    "several dozen": ("several dozen", "several 12"),
}


def values(text: str, tag: str = "en") -> list[str]:
    return [value for value, _ in numbers_in(forms(text), Language(tag))]


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_same(one: str, other: str) -> None:
    assert values(one) == values(other) != []


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert values(one) != values(other)


def test_a_comma_parts_in_german_and_a_point_groups() -> None:
    assert values("1.250 Sack und 2,50 Mark", "de") == ["1250", "2.5"]
    assert values("1.250 and 2.50", "en") == ["1.25", "2.5"]


FIGURES = {
    "minus": ("it was −5 °C", [("5", "-", "", "°C", "")]),
    "a hyphen before a figure": ("at -2 metres", [("2", "-", "", "m", "")]),
    "no minus but a range": ("2–3 wheels", [("2", "", "", "", ""), ("3", "", "", "", "-")]),
    "no minus in a name": ("the P-2 plant", [("2", "", "", "", "")]),
    "plus or minus": ("± 0.3 K", [("0.3", "±", "", "K", "")]),
    "money before": ("it cost $900 then", [("900", "", "", "USD", "")]),
    "money behind": ("900 € then", [("900", "", "", "EUR", "")]),
    "less than": ("< 6 hours", [("6", "", "<", "h", "")]),
    "less than in words": ("fewer than 300 ships", [("300", "", "<", "", "")]),
    "at most": ("up to 40 µm", [("40", "", "≤", "µm", "")]),
    "per mille": ("30 ‰ salt", [("30", "", "", "‰", "")]),
    "per cent in words": ("twenty-five per cent", [("25", "", "", "%", "")]),
    "an exponent": ("10⁻⁹", [("10", "", "", "", ""), ("9", "-", "", "", "^")]),
    "an exponent on one line": ("10^-9", [("10", "", "", "", ""), ("9", "-", "", "", "^")]),
    "a ratio": ("3:2", [("3", "", "", "", ""), ("2", "", "", "", ":")]),
    "the unit of a range": ("4 to 6 minutes", [("4", "", "", "min", ""), ("6", "", "", "min", "")]),
    "mega and milli": ("10 MW, 10 mW", [("10", "", "", "MW", ""), ("10", "", "", "mW", "")]),
    "a word is no unit": ("18 of them", [("18", "", "", "", "")]),
}


@pytest.mark.parametrize(("text", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures(text: str, expected: list[tuple[str, ...]]) -> None:
    found = figures(text, words(text), Language("en"))
    read = [(each.value, each.sign, each.compare, each.unit, each.joint) for each in found]
    assert read == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [("C++ is", "C++"), ("A− and", "A-"), ("A- and", "A-"), ("A–Z", "A"), ("Na+", "Na+"),
     ("Cl⁻", "Cl-"), ("C#", "C#"), ("X-ray", "X"), ("Tide", ""), ("a mill", "")],
)  # fmt: skip
def test_symbols(text: str, shown: str) -> None:
    assert symbol(text, words(text)[0]) == shown


@pytest.mark.parametrize(
    ("word", "letter"),
    [("wаter", "а"), ("Аnna", "А"), ("Οscar", "Ο"), ("вoда", "o"),
     ("water", ""), ("вода", ""), ("Αθήνα", ""), ("µm", ""), ("über", ""), ("δ", ""), ("ΔT", "")],
)  # fmt: skip
def test_a_letter_of_another_script_is_told(word: str, letter: str) -> None:
    assert foreign_letter(word) == letter

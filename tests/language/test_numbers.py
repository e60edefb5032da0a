"""Numbers and figures: one value however it is written, and the signs that stand at it."""

from studyguide.language.figures import figures, symbol
from studyguide.language.language import Language
from studyguide.language.numbers import numbers_in
from studyguide.language.scripts import foreign_letter
from studyguide.language.words import forms, words
from tests.table import rows

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
    "a day": ("November 11th 1887", "11 November 1887"),
    "a day of a month": ("the eleventh of November", "11 November"),
    "a day of a short month": ("Nov. 3rd", "3 Nov."),
    "each second": ("every second year", "every two years"),
    "every other": ("every other year", "every two years"),
    "twice": ("twice a day", "two times a day"),
}
DIFFERENT = {
    "part of a grouped figure": ("250 000", "1 250 000"),
    "another grouped figure": ("200 001", "001 200"),
    "a point in English": ("1.250", "1,250"),
    "a year and a number": ("1911 250", "1911250"),
    "millions and thousands": ("4.6 million", "4.6 thousand"),
    "hundreds": ("hundreds", "100"),
    "an ordinal at no month": ("the 11th man of November", "11 men of November"),
    "an ordinal before a verb": ("the second may go", "two may go"),
    "every other that is no time": ("every other man", "every 2 men"),
    "three times": ("twice a day", "three times a day"),
    "a third year": ("every third year", "every two years"),
    "one hundred and two hundred": ("one hundred and two hundred", "102 100"),
    "a decade": ("1920s", "1920"),
    "several dozen": ("several dozen", "several 12"),
}


def values(text: str, tag: str = "en") -> list[str]:
    return [value for value, _ in numbers_in(forms(text), Language(tag))]


@rows(("one", "other"), SAME.values(), ids=SAME)
def test_same(one: str, other: str) -> None:
    assert values(one) == values(other) != []


@rows(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert values(one) != values(other)


OTHERS = {
    "Korean, with a particle": ("ko", "1724년에 김도윤이 열었다", "1724년", True),
    "Korean, topic": ("ko", "12명은 떠났다", "12명이 떠났다", True),
    "Korean, another year": ("ko", "1724년에 열었다", "1725년에 열었다", False),
    "Korean, another thing": ("ko", "5도 아래", "5개 아래", False),
    "German days": ("de", "der elfte November", "11. November", True),
    "French days": ("fr", "le 1er mai", "le premier mai", True),
    "Spanish days": ("es", "el primero de mayo", "el 1 de mayo", True),
    "Italian days": ("it", "il 1º maggio", "il primo maggio", True),
    "Dutch ordinals": ("nl", "de 11e man", "de elfde man", True),
    "German, how often": ("de", "zweimal", "2 Mal", True),
    "Polish, how often": ("pl", "dwa razy", "dwukrotnie", True),
    "Russian, how often": ("ru", "два раза", "дважды", True),
    "Ukrainian, how often": ("uk", "два рази", "двічі", True),
    "Italian, each second": ("it", "ogni due anni", "ogni secondo anno", True),
    "Polish, each second": ("pl", "co drugi rok", "co dwa lata", True),
    "German, each second": ("de", "jedes zweite Jahr", "alle zwei Jahre", True),
    "German, the second": ("de", "das zweite Jahr", "zwei Jahre", False),
    "Polish, three for two": ("pl", "trzy razy", "dwukrotnie", False),
    "German, millions": ("de", "1,25 Millionen Säcke", "1.250.000 Säcke", True),
    "German, in one word": ("de", "dreitausendzweihundert Säcke", "3200 Säcke", True),
    "German, another in one word": ("de", "dreitausendzwanzig Säcke", "3200 Säcke", False),
    "German, a word like one": ("de", "das Jahrhundert", "100", False),
    "French, thousands": ("fr", "trois mille sacs", "3 000 sacs", True),
    "French, a thousand": ("fr", "mille sacs", "1 000 sacs", True),
    "French, a million": ("fr", "un million de sacs", "1 000 000 de sacs", True),
    "French, hundreds": ("fr", "deux cents sacs", "200 sacs", True),
    "Spanish, millions": ("es", "1,25 millones", "1.250.000", True),
    "Italian, in one word": ("it", "milleduecento sacchi", "1.200 sacchi", True),
    "Russian, thousands": ("ru", "три тысячи мешков", "3000 мешков", True),
    "Polish, thousands": ("pl", "trzy tysiące worków", "3000 worków", True),
    "Dutch, in one word": ("nl", "tweehonderdvijftig zakken", "250 zakken", True),
    "Portuguese, millions for thousands": ("pt", "4 milhões", "4.000", False),
    "French, a century": ("fr", "au XVIIIe siècle", "au 18e siècle", True),
    "French, another century": ("fr", "au XIXe siècle", "au 18e siècle", False),
    "Spanish, a century": ("es", "en el siglo XVIII", "en el siglo 18", True),
    "Russian, a century": ("ru", "в XVIII веке", "в восемнадцатом веке", True),
    "German, a century": ("de", "im 18. Jahrhundert", "im achtzehnten Jahrhundert", True),
    "Italian, the centuries": ("it", "i secoli", "1 secolo", False),
    "English, a century": ("en", "the eighteenth century", "the XVIIIth century", True),
    "a king": ("en", "Henry VIII", "Henry 8", False),
    "French, another day": ("fr", "le 2e jour", "le premier jour", False),
    "French, of two words": ("fr", "le dix-huitième jour", "le 18e jour", True),
    "French, with an and": ("fr", "vingt et une écluses", "21 écluses", True),
    "French, seventies": ("fr", "soixante et onze sacs", "71 sacs", True),
    "French, nineties": ("fr", "quatre-vingt-dix-sept sacs", "97 sacs", True),
    "French, eighties": ("fr", "quatre-vingts sacs", "80 sacs", True),
    "French, a year": ("fr", "en mille neuf cent dix-huit", "en 1918", True),
    "French, another seventy": ("fr", "soixante-dix sacs", "60 sacs", False),
    "French, no one number": ("fr", "vingt hommes et une femme", "21", False),
    "French, four and twenty": ("fr", "quatre sacs, vingt hommes", "80", False),
    "Spanish, with an and": ("es", "treinta y dos sacos", "32 sacos", True),
    "Spanish, hundreds": ("es", "ciento veinte sacos", "120 sacos", True),
    "Spanish, an ordinal": ("es", "el décimo octavo día", "el 18o día", True),
    "Spanish, seconds": ("es", "veinte segundos", "22o", False),
    "Portuguese, with two": ("pt", "cento e vinte e três sacos", "123 sacos", True),
    "Polish, an ordinal": ("pl", "dwudziesty drugi dzień", "dwudziesty dzień", False),
    "Russian, an ordinal": ("ru", "двадцать второй мешок", "двадцать второго мешка", True),
    "English, an ordinal": ("en", "the twenty-first lock", "the 21st lock", True),
    "English, a long one": ("en", "a hundred and twenty-third", "the 123rd", True),
    "English, seconds": ("en", "a twenty-second delay", "20-second delay", True),
    "English, another ordinal": ("en", "the twenty-first lock", "the 20th lock", False),
}


@rows(("base", "one", "other", "are_same"), OTHERS.values(), ids=OTHERS)
def test_in_other_languages(base: str, one: str, other: str, are_same: bool) -> None:
    values = [
        {value for value, _ in numbers_in(forms(text), Language(base))} for text in (one, other)
    ]
    assert (values[0] == values[1]) is are_same, values


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


@rows(("text", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures(text: str, expected: list[tuple[str, ...]]) -> None:
    found = figures(text, words(text), Language("en"))
    read = [(each.value, each.sign, each.compare, each.unit, each.joint) for each in found]
    assert read == expected


@rows(
    ("text", "shown"),
    [("C++ is", "C++"), ("A− and", "A-"), ("A- and", "A-"), ("A–Z", "A"), ("Na+", "Na+"),
     ("Cl⁻", "Cl-"), ("C#", "C#"), ("X-ray", "X"), ("Tide", ""), ("a mill", "")],
)  # fmt: skip
def test_symbols(text: str, shown: str) -> None:
    assert symbol(text, words(text)[0]) == shown


@rows(
    ("word", "letter"),
    [("wаter", "а"), ("Аnna", "А"), ("Οscar", "Ο"), ("вoда", "o"),
     ("water", ""), ("вода", ""), ("Αθήνα", ""), ("µm", ""), ("über", ""), ("δ", ""), ("ΔT", "")],
)  # fmt: skip
def test_a_letter_of_another_script_is_told(word: str, letter: str) -> None:
    assert foreign_letter(word) == letter

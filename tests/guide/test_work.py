"""Which words of a work as it is cited are its title."""

from studyguide.guide.work import work_of
from tests.table import rows

LAKES = "Collected Travels upon Lakes, Rivers, Canals, Ponds and Other Waters"

CITED = {
    "no comma": ("Tidal Engines", ""),
    "nothing": ("", ""),
    "a chapter": ("Tidal Engines", ", Chapter 3"),
    "an appendix": ("Perestroika versus Socialism", ", Appendix"),
    "appendix and notes": ("Perestroika versus Socialism", ", Appendix, Notes"),
    "pages": ("Tidal Engines", ", pp. 3–9"),
    "an issue": ("The Harbour Times", ", 3 May 1921"),
    "a month": ("Der Müller", ", März 1921"),
    "commas in the title": (LAKES, ""),
    "and a volume, told in words": (LAKES, ", Volume the Seventeenth, Revised"),
    "a part, told in words": ("Salt, Wind, Tide", ", Part Two"),
    "an edition": ("Salt, Wind, Tide", ", second edition"),
    "no book": ("Bell, Book and Candle", ""),
    "no part": ("Sun, Part of the Sky and a Moon", ""),
    "no introduction": ("Millstones, Introduction and Decline", ""),
    "a year that begins a title": ("Oldhaven, 1919: Six Months that Turned the Mills", ""),
    "without capitals": ("Des ponts, des bacs et des écluses", ""),
    "of another language": ("Wasser, Salz und Licht", ", Anhang"),
    "from the right": ("על הים", ", פרק שלישי"),
    "cyrillic": ("Соль, рожь и лён", ", том второй"),
    "one comma at its end": ("Tidal Engines,", ""),
}


@rows(("title", "rest"), CITED.values(), ids=CITED)
def test_a_title_ends_before_the_part_that_is_named(title: str, rest: str) -> None:
    assert work_of(f"{title}{rest}") == (title, rest)

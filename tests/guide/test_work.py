"""Which words of a work as it is cited are its title."""

from studyguide.guide.work import is_by_another, work_of
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


WROTE = {
    "another": ("Ada Brackwater", "Nora Vane", True),
    "the same, by an initial": ("Oluwaseun Bakare-Lind", "O. Bakare-Lind", False),
    "the same, surname first": ("José Marín", "MARIN, José", False),
    "one of two": ("Ada Brackwater and Nora Vane", "Nora Vane", False),
    "one of a family, as far as is known": ("Ada Brackwater", "Ben Brackwater", False),
    "in another script": ("夏目漱石", "森鷗外", True),
    "the same in it": ("夏目漱石", "夏目漱石", False),
    "initials that are like each other": ("A. Brackwater", "A. Vane", True),
    "nobody": ("", "Nora Vane", False),
    "not told": ("Ada Brackwater", "", False),
}


@rows(("author", "curator", "is_another"), WROTE.values(), ids=WROTE)
def test_a_guide_is_said_to_be_by_another_only_where_no_name_is_of_both(
    author: str, curator: str, *, is_another: bool
) -> None:
    """The imprint denied what the title page told: O. Bakare-Lind was not Oluwaseun Bakare-Lind."""
    assert is_by_another(author, curator) is is_another

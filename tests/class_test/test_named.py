"""A key refers to other items on somebody, and to none on a namesake."""

from studyguide.class_test.named import Named
from studyguide.deck.item import Kind
from studyguide.language.language import Language
from tests.printing.reading import entry
from tests.table import rows

ZELLER: tuple[Kind, str, str] = ("person", "Daniel Zeller", "kept the light")
NAMED: dict[str, tuple[tuple[Kind, str, str], str, bool]] = {
    "the whole name": (ZELLER, "Who taught Daniel Zeller?", True),
    "with a name between": (ZELLER, "Who taught Daniel Felix Zeller?", True),
    "an initial": (ZELLER, "Who taught D. Zeller?", True),
    "the surname": (ZELLER, "What did Zeller fear?", True),
    "the surname of a title": (ZELLER, "What did the President Zeller fear?", True),
    "what is his": (ZELLER, "Who mended Zeller’s lamp?", True),
    "another surname, and it": (ZELLER, "Did Daniel Northcote teach Rosa Zeller?", False),
    "another of that name": (ZELLER, "What did Judith Zeller fear?", False),
    "another initial": (ZELLER, "What did J. Zeller fear?", False),
    "a namesake": (ZELLER, "What did Daniel Northcote fear?", False),
    "nobody": (ZELLER, "Who kept the light?", False),
    "a surname with small words": (("person", "Jan van der Meer", "x"), "What did van der Meer fear?", True),
    "another with them": (("person", "Jan van der Meer", "x"), "What did Pieter van der Meer fear?", False),
    "a year": (("date", "1889", "a storm"), "What sank in 1889?", True),
    "a day": (("date", "4 May", "a storm"), "What sank on May 4, 1889?", True),
    "a word between": (("date", "October 1889", "a storm"), "What was the October storm of 1889?", True),
    "another day": (("date", "4 May", "a storm"), "Which 4 ships sank on 11 May?", False),
    "a number between": (("date", "4 May", "a storm"), "What sank on 4, 11 May?", False),
    "a term": (("term", "loft", "a room"), "What hangs in a loft?", False),
}  # fmt: skip


@rows(("asked", "other", "is_named"), NAMED.values(), ids=NAMED)
def test_who_is_spoken_of(asked: tuple[Kind, str, str], other: str, *, is_named: bool) -> None:
    kind, *told = asked
    one = entry(kind, "one", *told, number="1.1")
    two = entry("question", "two", other, "x", number="1.2")
    assert Named((one, two), Language("en")).also_in(one) == ["1.2"] * is_named


OTHERS = {
    "nobody else": (("Who taught Tom?",), ["1.2"]),
    "somebody who is no item": (("Did Judith Zeller teach?",), []),
    "another person": (("Who is Rosa Zeller?",), []),
    "a word that opens a sentence": (("Complained Zeller of fog?",), ["1.2"]),
}


@rows(("others", "found"), OTHERS.values(), ids=OTHERS)
def test_a_surname_alone_is_of_whom_alone_bears_it(
    others: tuple[str, ...], found: list[str]
) -> None:
    asked = entry("person", "one", "Daniel Zeller", "kept the light", number="1.1")
    alone = entry("question", "two", "What did Zeller fear?", "fog", number="1.2")
    more = [
        entry("question", f"q{at}", text, "x", number=f"1.{at}")
        for at, text in enumerate(others, 3)
    ]
    assert Named((asked, alone, *more), Language("en")).also_in(asked) == found


LANGUAGES = {
    "German": ("de", "Daniel Zeller", "Wen lehrte der Bergmann Daniel Zeller?", True),
    "German nouns": ("de", "Daniel Zeller", "Wen lehrte Bergmann Daniel Rosa Zeller nicht?", True),
    "another in German": ("de", "Daniel Zeller", "Wen lehrte Rosa Zeller?", False),
    "Russian": ("ru", "Анна Зеллер", "Кто видел Анну Зеллер?", True),
    "Russian as it stands": ("ru", "Анна Зеллер", "Кто такая Анна Зеллер?", True),
    "no capitals": ("he", "דניאל זלר", "מה ראה דניאל זלר בים?", True),
    "apart": ("he", "דניאל זלר", "מה ראה דניאל עם רוזה זלר?", False),
}


@rows(("tag", "name", "other", "is_named"), LANGUAGES.values(), ids=LANGUAGES)
def test_who_is_spoken_of_in_other_languages(
    tag: str, name: str, other: str, *, is_named: bool
) -> None:
    one = entry("person", "one", name, "x", number="1.1")
    two = entry("question", "two", other, "x", number="1.2")
    assert Named((one, two), Language(tag)).also_in(one) == ["1.2"] * is_named

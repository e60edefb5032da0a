"""Names that stand only first in a sentence, or in an answer."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.capitals import begin_small, is_sentence
from studyguide.printing.index.marked.opening_names import behind_semicolons, names_that_open
from studyguide.printing.index.names.given_first import given_in
from studyguide.printing.index.names.places import known_places
from tests.table import rows

NAMES = {"Glinka", "Orlov", "Prince Orlov"}
OPEN = {
    "whose it is": ("en", "Kepler’s law came first.", {"Kepler"}),
    "whose it is, alone": ("en", "Kepler's", {"Kepler"}),
    "what is owned by time": ("en", "Today’s law. Nature’s way. Women’s votes.", set()),
    "a word in small letters elsewhere": ("en", "Miller’s wheels turned. A miller paid.", set()),
    "first of three": ("en", "Pushkin, Glinka and Orlov came.", {"Pushkin"}),
    "first of three with a title": ("en", "Pushkin, Glinka and Prince Orlov came.", {"Pushkin"}),
    "first of two": ("fr", "Pouchkine et Glinka vinrent.", {"Pouchkine"}),
    "like several, first of three": ("fr", "Nîmes, Glinka et Orlov vinrent.", {"Nîmes"}),
    "several without an article": ("en", "Sailors and Orlov came.", set()),
    "several in French": ("fr", "Marchands et Glinka vinrent.", set()),
    "several in Italian": ("it", "Mercanti e Glinka vennero.", set()),
    "a list of other things": ("en", "Wheat, barley and oats grew.", set()),
    "a list that breaks off": ("en", "Pushkin, Glinka, who came, sang.", set()),
    "time before a list": ("en", "Later, Glinka and Orlov came.", set()),
    "a city": ("en", "Lisbon merchants paid.", {"Lisbon"}),
    "a city in Italian": ("it", "Lisbona era lontana.", {"Lisbona"}),
    "a country": ("es", "Francia lo mandó.", {"Francia"}),
    "a city that is a word": ("en", "Phoenix fires. Wake early. Easter came.", set()),
    "any word": ("en", "Kelp was burnt.", set()),
}


@rows(("language", "text", "names"), OPEN.values(), ids=OPEN)
def test_a_name_may_only_open_a_sentence(language: str, text: str, names: set[str]) -> None:
    assert names_that_open([tokens_of(text)], NAMES, Language(language)) == names


def test_behind_a_semicolon_no_sentence_opens() -> None:
    tokens = behind_semicolons(tokens_of("It fell; Euler came. Vane went: Orme."))
    assert [each.shown for each in tokens if each.is_capital and not each.opens] == ["Euler"]


@rows(
    ("text", "names"),
    [
        ("Pierre de Orme stated it.", ["Pierre de Orme"]),
        ("Ludwig van der Orme came.", ["Ludwig van der Orme"]),
        ("Clara y Roberto came.", []),
        ("There Pierre of Orme dug.", []),
        ("Pierre de stated it.", []),
    ],
)
def test_a_particle_stands_in_what_opens(text: str, names: list[str]) -> None:
    assert [*given_in(tokens_of(text), Language("en"))] == names


def test_whole_sentences_do_not_tell_how_answers_begin() -> None:
    answers = ["The mill stood.", "A wheel was cut.", "two boats", "oil", "a dam", "Bologna"]
    assert begin_small(answers, Language("en"))
    assert [is_sentence(each) for each in (*answers[1:3], "“It was.”")] == [True, False, True]


@rows(
    ("tag", "name", "is_known"),
    [
        ("fr", "Lisbonne", True),
        ("de", "Frankreich", True),
        ("en", "Lisbon", True),
        ("en", "Nice", False),
        ("fr", "Maurice", False),
        ("xx-none", "Lisbon", False),
    ],
)
def test_a_place_is_known_everywhere(tag: str, name: str, *, is_known: bool) -> None:
    assert (name in known_places(tag)) == is_known

"""Persons whose given names no list has, told by what they are, by their surnames, or in a list; and who had another name when born."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.names.bynames import born_as
from studyguide.printing.index.names.given_first import given_in
from studyguide.printing.index.names.trades import (
    has_telling_surname,
    is_told_by_kind,
    is_told_by_trade,
)
from tests.table import rows

TOLD = {
    "kin": ("en", "for his wife", "Xulna Brandt", True),
    "trade": ("en", "the painter", "Xulna Brandt", True),
    "trade in French": ("fr", "le physicien", "Xul Brandt", True),
    "trade in Italian": ("it", "il giurista", "Xul Brandt", True),
    "trade in Dutch": ("nl", "de schilder", "Xul Brandt", True),
    "trade of another language": ("en", "de schilder", "Xul Brandt", False),
    "one word": ("en", "his wife", "Xulna", False),
    "a firm": ("en", "the printer", "Lantern Press", False),
    "a school": ("en", "a teacher", "Selby School", False),
    "what opens a place": ("en", "his sister", "Great Brandt", False),
    "a river": ("en", "the river", "Xul Brandt", False),
    "nothing before": ("en", "", "Xul Brandt", False),
}


@rows(("language", "before", "name", "is_told"), TOLD.values(), ids=TOLD)
def test_what_somebody_is_tells_a_person(
    language: str, before: str, name: str, *, is_told: bool
) -> None:
    assert is_told_by_trade(tokens_of(before), name, language) == is_told


PLACES = {
    "a coast": ("en", "It lay on the coast of", "Ada Craig", "and beyond.", True),
    "a rock of which there is more": ("en", "The granite of", "Ada Craig", "is blue.", True),
    "off it": ("en", "A ship sank off", "Ada Craig", ".", True),
    "across it": ("en", "They went across", "Rosa Sand", "on foot.", True),
    "it is an island": ("en", "It is said that", "Ada Craig", "is an island.", True),
    "an island between commas": ("en", "They saw", "Ada Craig", ", an island in the firth.", True),
    "a bare rock": ("en", "They saw", "Ada Craig", ", a bare rock, from afar.", True),
    "a summit in French": ("fr", "On vit le sommet de", "Rose Orme", "au loin.", True),
    "an island in French": ("fr", "On vit l’île", "Rose Orme", "au loin.", True),
    "a port in Spanish": ("es", "Llegó al puerto de", "Rosa Orme", "en mayo.", True),
    "a river in Italian": ("it", "Era", "Rosa Orme", ", un fiume.", True),
    "an island in Dutch": ("nl", "Het was het eiland", "Rosa Orme", ".", True),
    "her works": ("en", "The works of", "Ada Craig", "are lost.", False),
    "her mill": ("en", "The mill of", "Ada Craig", "stood there.", False),
    "an island that she saw": ("en", "It was an island", "Ada Craig", "knew.", False),
    "the village doctor": ("en", "There", "Ada Craig", ", the village doctor, sat.", False),
    "a doctor": ("en", "There", "Ada Craig", ", a doctor, sat.", False),
    "what she is": ("en", "There", "Ada Craig", "is a doctor of the island.", False),
    "a sentence about one": ("en", "", "Ada Craig", "drew the island.", False),
    "no words are known": ("cs", "na ostrov", "Ada Craig", ".", False),
}


@rows(("language", "before", "name", "behind", "is_told"), PLACES.values(), ids=PLACES)
def test_what_a_place_is_tells_no_person(
    language: str, before: str, name: str, behind: str, *, is_told: bool
) -> None:
    tokens = [*tokens_of(before), *tokens_of(name), *tokens_of(behind)]
    start = len(tokens_of(before))
    assert is_told_by_kind(tokens, start, start + 2, Language(language)) == is_told


@rows(
    ("name", "is_person"),
    [
        ("Georgia O’Keeffe", True),
        ("Xul McBrandt", True),
        ("Xul MacBrandt", True),
        ("Mount McKinley", False),
        ("Lake O’Hara", False),
        ("McKinley", False),
        ("McKinley Tariff", False),
        ("Xul Macbrandt", False),
    ],
)
def test_a_surname_may_tell_a_person(name: str, *, is_person: bool) -> None:
    assert has_telling_surname(name) == is_person


def test_a_surname_like_an_adjective_stands_behind_a_trade() -> None:
    found = given_in(tokens_of("The novelist Xulna Quist met Zelby Twist."), Language("en"))
    assert [*found] == ["Xulna Quist"]


@rows(
    ("text", "name"),
    [
        ("Born as Gerard Orme, he drew maps.", "Gerard Orme"),
        ("pianist, born Maria Agata Orme in Selby", "Maria Agata Orme"),
        ("geboren als Anna van den Orme", "Anna van den Orme"),
        ("née Jeanne Orme", "Jeanne Orme"),
        ("eigentlich Anna Orme", "Anna Orme"),
        ("Born in Selby, he dug.", ""),
        ("born Orme", ""),
        ("He was born to Ada Vane.", ""),
    ],
)
def test_one_may_be_born_under_another_name(text: str, name: str) -> None:
    assert born_as(text) == name

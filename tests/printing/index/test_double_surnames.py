"""Surnames of two words, as a deck itself shows them."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.looked_up import surname_first
from studyguide.printing.index.marked.double_surnames import doubled, parts_of, with_both
from tests.table import rows

WHOLE = "Ada Salt Orme wove wool."

DOUBLES = {
    "alone": ("en", [WHOLE, "What did Salt Orme sell?"], "Salt Orme"),
    "alone, first in a sentence": ("en", [WHOLE, "When Salt Orme died, who wept?"], "Salt Orme"),
    "behind Mrs": ("en", [WHOLE, "Where did Mrs Salt Orme live?"], "Salt Orme"),
    "behind Sir": ("en", [WHOLE, "Where did Sir Salt Orme live?"], ""),
    "behind an initial": ("en", [WHOLE, "Where did A. Salt Orme live?"], ""),
    "with the given name only": ("en", [WHOLE, "Whom did Ada Salt Orme meet?"], ""),
    "the family": ("en", [WHOLE, "Orme, not Orme.", "What became of the Salt Ormes?"], "Salt Orme"),
    "the last one more often": ("en", [WHOLE, "Salt Orme slept.", "So Orme ate.", "Orme sat."], ""),
    "two persons": ("en", [WHOLE, "Mark Salt Orme is her son."], "Salt Orme"),
    "two of one given name": ("en", [WHOLE, "Ada Rose Salt Orme was her aunt."], ""),
    "a hyphen elsewhere": ("en", [WHOLE, "Who was a Salt-Orme?"], "Salt Orme"),
    "a given name with a hyphen": ("fr", ["Louis Jean Pierre chanta.", "Jean-Pierre dort."], ""),
    "a middle name": ("en", ["Ada Ruth Orme wove.", "What did Ruth Orme sell?"], ""),
    "a middle name that is a noun": ("en", ["Ada Rose Orme wove.", "What did Rose Orme sell?"], ""),
    "two given names": ("en", ["David Lloyd George spoke.", "Lloyd George left."], "Lloyd George"),
    "two given names, called by the last": ("en", ["David Lloyd George spoke.", "Lloyd George left, and George sat."], ""),
    "a thing": ("en", [WHOLE, "Who built Salt Orme Bridge?"], ""),
    "in Italian": ("it", ["Anna Galli Orme tesse.", "Che fece Galli Orme?"], "Galli Orme"),
    "the last one more often, Italian": ("it", ["Anna Galli Orme.", "Orme tesse, e Orme cuce.", "Di Galli Orme."], "Galli Orme"),
    "a family, Italian": ("it", ["Anna Maria Orme.", "Chi erano i Maria Orme?"], "Maria Orme"),
    "with a particle": ("it", ["Anna Galli da Orme.", "Chi erano i Galli da Orme?"], "Galli da Orme"),
    "a family, Portuguese": ("pt", ["Inês Salto Orme teceu.", "Quem eram os Salto Orme?"], "Salto Orme"),
}  # fmt: skip


@rows(("language", "texts", "double"), DOUBLES.values(), ids=DOUBLES)
def test_which_two_words_are_a_surname(language: str, texts: list[str], double: str) -> None:
    found = doubled(map(tokens_of, texts), (), Language(language))
    assert found == ({double} if double else set())


def test_another_name_of_the_deck_tells_it() -> None:
    assert doubled([tokens_of(WHOLE)], ["Salt Orme"], Language("en")) == {"Salt Orme"}


@rows(
    ("heading", "turned"),
    [
        ("Orme, Ada Salt", "Salt Orme, Ada"),
        ("Orme, Sir Tom Salt", "Salt Orme, Sir Tom"),
        ("Orme, Ada Salt, OBE", "Salt Orme, Ada, OBE"),
        ("da Orme, Anna Galli", "Galli da Orme, Anna"),
        ("Orme, Anna Galli da", "Galli da Orme, Anna"),
        ("Orme, Salt", "Orme, Salt"),
        ("Orme, Ada Rose", "Orme, Ada Rose"),
        ("Salt Orme", "Salt Orme"),
    ],
)
def test_both_words_stand_first(heading: str, turned: str) -> None:
    assert with_both(heading, {"Salt Orme", "Galli da Orme"}) == turned


def test_either_word_of_it_is_short_for_somebody() -> None:
    told = ["Salt Orme, Ada", "Vane, Tom"]
    short = parts_of(told, {"Salt Orme"})
    assert {"Salt", "Orme", "Salt-Orme", "Salt Orme"} <= short.keys()
    assert "Orme" not in parts_of([*told, "Orme, Tom"], {"Salt Orme"})


@rows(
    ("name", "heading"),
    [
        ("Antonio Galli Ormeb", "Ormeb, Antonio Galli"),
        ("Antonio Galli Ormea", "Galli Ormea, Antonio"),
        ("Carlo Maria Ormea", "Ormea, Carlo Maria"),
        ("Carlo Emilio Ormea", "Ormea, Carlo Emilio"),
        ("Harriet Salt Ormea", "Ormea, Harriet Salt"),
    ],
)
def test_italians_have_two_where_the_first_ends_so(name: str, heading: str) -> None:
    assert surname_first(name, "it") == heading
    assert parts_of(["Le Breton, Luc"], {"Le Breton"}).keys() == {
        "Breton",
        "Le-Breton",
        "Le Breton",
    }

"""One person, or one place, under one heading; and whom a text names where capitals alone tell nothing."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.matching import may_be_listed
from studyguide.printing.index.names.named_persons import in_genitive, persons_of_nouns
from studyguide.printing.index.names.one_head import (
    begun_of,
    of_one_person,
    places_of_realms,
    places_that_open,
)
from studyguide.printing.index.persons import surnames_in
from tests.table import rows

PERSON = {
    "a German king": ("Otto III", ["Otto III., Kaiser"], "Otto III., Kaiser"),
    "a given name": ("Leonardo", ["Leonardo da Orme"], "Leonardo da Orme"),
    "of two": ("Leonardo", ["Leonardo da Orme", "Leonardo da Selby"], ""),
    "and another with a surname": ("Leonardo", ["Leonardo da Orme", "Vane, Leonardo"], ""),
    "of somebody with a surname": ("Ada", ["Vane, Ada"], "Vane, Ada"),
    "of two with a surname": ("Ada", ["Vane, Ada", "Orme, Ada"], ""),
    "a second given name": ("Ada", ["Vane, Rosa Ada"], ""),
    "a pope without title": ("Gregory VIII", ["Gregory VIII, Pope"], "Gregory VIII, Pope"),
    "a pope without number": ("Gregory", ["Gregory VIII, Pope"], "Gregory VIII, Pope"),
    "a number of a family": ("Orme III", ["Orme, Ada"], "Orme, Ada"),
    "of a family of two": ("Orme III", ["Orme, Ada", "Orme, Tom"], ""),
    "the first of a surname with a place": ("Huet", ["Huet de Brie, Luc"], "Huet de Brie, Luc"),
    "the first of two": ("Huet", ["Huet de Brie, Luc", "Huet de Vaux, Luc"], ""),
    "the first, and another’s surname": ("Huet", ["Huet de Brie, Luc", "Huet, Ada"], ""),
    "of somebody called after a saint": ("Ada", ["St Aubyn, Ada"], "St Aubyn, Ada"),
    "that stands alone as well": ("Ada", ["Ada", "Vane, Ada"], "Vane, Ada"),
    "a number, and a land": ("Anna II", ["Anna II", "Anna II de Orme"], "Anna II de Orme"),
    "a number, and two lands": ("Anna II", ["Anna II de Orme", "Anna II de Brie"], ""),
    "another number": ("Anna II", ["Anna III de Orme"], ""),
    "two surnames": ("Martin", ["Martin Orme, Ada"], ""),
}


def test_a_name_may_begin_another_of_the_same_person() -> None:
    told = {"Ana de la Orme y Vane": "Orme y Vane, Ana de la", "Tom of Selby": "Tom of Selby"}
    assert begun_of(told) == {"Ana de la Orme": "Orme y Vane, Ana de la"}
    assert begun_of({"Tom Vane of Selby": "Vane, Tom, of Selby"}) == {
        "Tom Vane": "Vane, Tom, of Selby"
    }


def test_a_given_name_that_no_list_has_leads_to_the_person() -> None:
    headings = ["Vane, Xulna", "Xulna"]
    assert of_one_person(["Xulna"], headings) == {}
    assert of_one_person(["Xulna"], headings, {"Xulna"}) == {"Xulna": "Vane, Xulna"}


@rows(("name", "headings", "heading"), PERSON.values(), ids=PERSON)
def test_a_short_name_leads_to_the_person(name: str, headings: list[str], heading: str) -> None:
    assert of_one_person([name], headings).get(name, "") == heading


def test_two_numbers_are_two_persons() -> None:
    assert of_one_person(["Orme I", "Orme III"], ["Orme, Ada"]) == {}


@rows(
    ("heading", "names"),
    [
        ("Hakim, Omar al-", {"Hakim", "al-Hakim", "Al-Hakim"}),
        ("Orme, Ada van der", {"Orme", "van der Orme", "Van der Orme"}),
        ("Orme, Ada", {"Orme"}),
        ("Tennyson, Alfred, Lord", {"Tennyson"}),
    ],
)
def test_a_surname_may_have_its_particles(heading: str, names: set[str]) -> None:
    assert {*surnames_in({"": heading}, "en")} == names


@rows(
    ("names", "places"),
    [
        (["Republic of Orrin", "Orrin"], {"Republic of Orrin": "Orrin"}),
        (["Republic of Orrin"], {}),
        (["Royaume d’Orrin", "Orrin"], {"Royaume d’Orrin": "Orrin"}),
        (["Reino de Orrin", "Orrin"], {"Reino de Orrin": "Orrin"}),
        (["Repubblica di Orrin", "Orrin"], {"Repubblica di Orrin": "Orrin"}),
        (["Book of Orrin", "Orrin"], {}),
        (["University of Orrin", "Orrin"], {}),
    ],
)
def test_a_realm_leads_to_its_place(names: list[str], places: dict[str, str]) -> None:
    assert places_of_realms(names) == places


def test_a_place_of_a_realm_may_open_a_sentence() -> None:
    texts = [tokens_of("The Duchy of Orrin fell. Orrin burned. Selby did not.")]
    assert places_that_open(texts, ["Duchy of Orrin"]) == {"Orrin"}


GERMAN = {
    "a question": (["Was empfahl Adelheid Grünewald?"], {"Adelheid Grünewald"}),
    "an answer": (["Anna Kestner"], {"Anna Kestner"}),
    "a particle": (["Dort schrieb Karl von Stetten Briefe."], {"Karl von Stetten"}),
    "two given names": (["Dort grub Karl Otto Stetten."], {"Karl Otto Stetten"}),
    "a given name alone": (["Dort grub Karl mit Anna."], set()),
    "Frau": (["Dort grub Frau Stetten."], {"Frau Stetten"}),
    "Frau and a title": (["Dort grub Frau Professor."], set()),
    "a coin": (["Das kostete fünf Mark Strafe."], set()),
    "a month": (["Es gab im August Regen."], set()),
    "a man of that name": (["Dort grub August Stetten."], {"August Stetten"}),
    "a noun that has an article": (["Dort trank Anna Kaffee.", "Der Kaffee war kalt."], set()),
    "a street": (["Dort lag Karl Stetten Straße."], {"Karl Stetten"}),
    "a ship": (["Dort sank die Anna Stetten."], set()),
    "what is hers": (["Dort lag Anna Stettens Haus."], set()),
}


@rows(("texts", "names"), GERMAN.values(), ids=GERMAN)
def test_persons_are_told_where_each_noun_has_a_capital(texts: list[str], names: set[str]) -> None:
    assert {*persons_of_nouns(map(tokens_of, texts), Language("de"))} == names


RULERS = {
    "an emperor": ("Den Hof gab Kaiser Otto III. ihm.", "Kaiser Otto III", "Kaiser Otto III"),
    "in the genitive": ("Kaiser Ottos III. Hof lag da.", "Kaiser Ottos III", "Kaiser Otto III"),
    "without a title": ("Er lag am Hof Ludwigs XIV. und fror.", "Ludwigs XIV", "Ludwig XIV"),
    "the first": ("Dort lebte Zar Peters I. Sohn.", "Zar Peters I", "Zar Peter I"),
    "the fifth": ("Das war zur Zeit Karls V. in Gent.", "Karls V", "Karl V"),
    "of two names": (
        "Es war Kaiserin Maria Theresias Haus.",
        "Kaiserin Maria Theresias",
        "Kaiserin Maria Theresia",
    ),
    "without a number": ("Es war König Friedrichs Heer.", "König Friedrichs", "König Friedrich"),
    "one that ends with s": ("Da kam Hans Sachs herein.", "Hans Sachs", "Hans Sachs"),
    "a king of that end": ("Da kam Andreas II. herein.", "Andreas II", "Andreas II"),
}


@rows(("text", "form", "name"), RULERS.values(), ids=RULERS)
def test_a_ruler_is_called_without_the_genitive(text: str, form: str, name: str) -> None:
    assert persons_of_nouns([tokens_of(text)], Language("de"))[form] == name


def test_names_of_german_texts_have_a_genitive() -> None:
    told = {"Anna Vane": "Vane, Anna", "Hans": "Hans", "Teich": "Teich", "böe": "böe"}
    assert in_genitive(told, {"Teich"}, "de") == {"Anna Vanes": "Vane, Anna"}
    assert in_genitive(told, (), "en") == {}


@rows(
    ("language", "name", "is_listed"),
    [
        ("ru", "Иван Петров", True),
        ("ru", "Ивана Петрова", False),
        ("ru", "Анна Петрова", True),
        ("ru", "Анны Петровой", False),
        ("ru", "Александра Петрова", False),
        ("ru", "Александра Толстая", True),
        ("pl", "Jan Długosz", True),
        ("pl", "Jana Długosza", False),
        ("pl", "Anna Kowalska", True),
        ("pl", "Nowy Targ", False),
        ("ru", "Красная Площадь", False),
    ],
)
def test_a_slavic_name_may_surely_stand_as_it_is_called(
    language: str, name: str, *, is_listed: bool
) -> None:
    assert may_be_listed(name, language) == is_listed

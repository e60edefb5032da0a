"""Places and rulers that German texts name, where a capital tells nothing."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.capitals import with_surnames
from studyguide.printing.index.names.named_persons import persons_of_nouns
from studyguide.printing.index.names.places import places_of_nouns
from tests.table import rows

DE = Language("de")

PLACES: dict[str, tuple[list[str], set[str]]] = {
    "a monastery of a saint": (["Er gab es dem Kloster Sankt Wendelin."], {"Sankt Wendelin"}),
    "a church of a saint": (["Das Korn lag in Sankt Georg."], {"Sankt Georg"}),
    "known everywhere": (["Es kam aus Frankreich."], {"Frankreich"}),
    "in the dative": (["Es kam aus den Niederlanden."], {"Niederlande"}),
    "two words in the dative": (["Aus den Vereinigten Staaten."], {"Vereinigte Staaten"}),
    "an end of places": (["Er fuhr von Ormheim fort."], {"Ormheim"}),
    "an end of other languages": (["Er kam in Selby an."], {"Selby"}),
    "a sign that German has not": (["Er kam in Sèvres an."], {"Sèvres"}),
    "behind two small words": (["Er zog nach Orm.", "Er blieb in Orm."], {"Orm"}),
    "behind one small word": (["Er zog nach Orm."], set()),
    "its people": (["Er zog nach Orm.", "Die Ormer klagten."], {"Orm"}),
    "behind what it is": (["Auf der Insel Orm war er."], {"Orm"}),
    "behind what it is, of which": (["Der Rand des Vulkans Orm brach."], {"Orm"}),
    "beside another": (["Es lag zwischen Lissabon und Orm."], {"Lissabon", "Orm"}),
    "from one to another": (["Er zog von Lissabon nach Orm."], {"Lissabon", "Orm"}),
    "a route": (["Er ritt von Orm nach Vane."], {"Orm", "Vane"}),
    "directions": (["Es ging von Osten nach Westen, von Haus nach Hause."], set()),
    "beside a noun": (["Es lag zwischen Rad und Straße."], set()),
    "two words": (["Er kam in San Orme an."], {"San Orme"}),
    "a noun with its article": (["Er kam in Selby an.", "Das Selby war alt."], set()),
    "a noun by its end": (["In Bewegung, nach Arbeit, in Arbeit, aus Sandstein."], set()),
    "fixed words": (["In Mode, nach Hause, von Kopf bis Fuß."], set()),
    "a part of a country": (
        ["Sie kam aus Oberbayern, er aus Nordfrankreich."],
        {"Oberbayern", "Nordfrankreich"},
    ),
    "no part of a country": (["Es half bei Unterdruck und in Nordwand."], set()),
    "a river": (["An einer Furt der Orm, am Oberlauf des Vans."], {"Orm", "Van"}),
    "a stream": (["Am Oberlauf des Bachs, am Unterlauf der Ormen nicht."], {"Ormen"}),
    "what begins a person": (["Er wohnte bei Anna und bei Professor Orm."], set()),
    "what is of it": (["In Teilen Europas und in Zeiten Napoleons."], set()),
}


@rows(("texts", "places"), PLACES.values(), ids=PLACES)
def test_a_place_is_told_where_each_noun_has_a_capital(texts: list[str], places: set[str]) -> None:
    assert {*places_of_nouns(map(tokens_of, texts), DE).values()} == places


@rows(
    ("role", "places"),
    [
        ("Zoologe aus Orm, der Fische zählte", {"Orm"}),
        ("badische Ärztin aus Orm", {"Orm"}),
        ("Jurist aus Leidenschaft", set()),
        ("Maurer aus Not", set()),
        ("Tochter aus reichem Haus", set()),
        ("baute Ringe aus Gold Orms", set()),
    ],
)
def test_somebody_is_from_a_place(role: str, places: set[str]) -> None:
    assert {*places_of_nouns([], DE, [tokens_of(role)])} == places


def test_places_are_told_by_their_capital_elsewhere() -> None:
    assert places_of_nouns([tokens_of("In Ormheim.")], Language("en")) == {}


@rows(
    ("text", "names"),
    [
        ("Dort saß Königin Viktoria.", {"Königin Viktoria"}),
        ("Dort saß Papst Pius VI. lange.", {"Papst Pius VI"}),
        ("Dort saß Kaiserin Maria Theresia.", {"Kaiserin Maria Theresia"}),
        ("Dort flog Graf Orme.", {"Graf Orme"}),
        ("Dort lag König Fußball.", set()),
        ("Das kam in Anna zur Mode.", set()),
    ],
)
def test_a_ruler_is_told_by_the_title(text: str, names: set[str]) -> None:
    assert {*persons_of_nouns([tokens_of(text)], DE)} == names


def test_two_share_a_surname_behind_what_they_are() -> None:
    tokens = tokens_of("Die Brüder Karl und Otto Orme sangen.")
    assert with_surnames([tokens], DE) == {"Karl": "Karl Orme"}

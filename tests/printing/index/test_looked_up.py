"""How names are turned round and put in order."""

from studyguide.printing.index.collation import initial_of, order_of
from studyguide.printing.index.looked_up import (
    is_of_a_year,
    looked_up,
    may_be_person,
    surname_first,
)
from tests.table import rows

TURNED = {
    "plain": ("en", "Ada Kestrel", "Kestrel, Ada"),
    "three": ("en", "Johann Wolfgang Goethe", "Goethe, Johann Wolfgang"),
    "von": ("de", "Johann Wolfgang von Goethe", "Goethe, Johann Wolfgang von"),
    "van-der": ("nl", "Rogier van der Weyden", "Weyden, Rogier van der"),
    "capital-particle-stays": ("en", "Martin Van Buren", "Van Buren, Martin"),
    "french-de": ("fr", "Honoré de Balzac", "Balzac, Honoré de"),
    "french-la": ("fr", "Jean de La Fontaine", "La Fontaine, Jean de"),
    "french-du": ("fr", "Joachim du Bellay", "du Bellay, Joachim"),
    "italian": ("it", "Lorenzo de Rossi", "de Rossi, Lorenzo"),
    "two-surnames": ("es", "Gabriel García Márquez", "García Márquez, Gabriel"),
    "initials": ("en", "V. I. Lenin", "Lenin, V. I."),
    "single": ("en", "Trotsky", "Trotsky"),
    "body": ("en", "Left Opposition", "Left Opposition"),
    "body-of": ("en", "Committee of the Four", "Committee of the Four"),
    "Partei": ("de", "Sozialdemokratische Partei", "Sozialdemokratische Partei"),
    "Greek": ("el", "Ελευθέριος Βενιζέλος", "Βενιζέλος, Ελευθέριος"),
    "Greek-party": ("el", "Κομμουνιστικό Κόμμα", "Κομμουνιστικό Κόμμα"),
    "Hebrew": ("he", "חיים ויצמן", "ויצמן, חיים"),
    "Hebrew-party": ("he", "מפלגת העבודה", "מפלגת העבודה"),
    "van-t": ("nl", "Jan van 't Hoff", "Hoff, Jan van 't"),
    "king": ("en", "Philip II", "Philip II"),
    "king-of-many": ("en", "Louis XIV", "Louis XIV"),
    "letters-of-a-numeral": ("en", "Tom Livi", "Livi, Tom"),
    "junior": ("en", "Tom Kestrel Jr.", "Tom Kestrel Jr."),
    "byname": ("de", "Ernst August der Ältere", "Ernst August der Ältere"),
    "byname-of-a-king": ("de", "Karl der Große", "Karl der Große"),
    "byname-elsewhere": ("en", "Karl der Große", "Karl der Große"),
    "byname-French": ("fr", "Charles le Chauve", "Charles le Chauve"),
    "byname-Spanish": ("es", "Juana la Loca", "Juana la Loca"),
    "von-der": ("de", "Walther von der Vogelweide", "Vogelweide, Walther von der"),
    "de-las": ("es", "Bartolomé de las Casas", "las Casas, Bartolomé de"),
    "Dutch-de": ("nl", "Frans de Boer", "Boer, Frans de"),
    "ibn": ("en", "Ibn Battuta", "Ibn Battuta"),
    "ibn-behind": ("en", "Ali ibn Talib", "Talib, Ali ibn"),
    "de’": ("en", "Lorenzo de’ Medici", "Medici, Lorenzo de’"),
    "told-already": ("en", "Kestrel, Ada", "Kestrel, Ada"),
    "family-first": ("hu", "Nagy Imre", "Nagy Imre"),
    "article": ("en", "The Boss", "The Boss"),
    "address": ("en", "Mr Dorian Kestrel", "Kestrel, Dorian"),
    "address-and-particle": ("de", "Frau Dr. Ada von Brand", "Brand, Ada von"),
    "knight": ("en", "Sir Josceline Kestrel", "Kestrel, Sir Josceline"),
    "address-and-surname": ("en", "Mr Kestrel", "Kestrel, Mr"),
    "von-und-zu": ("de", "Karl von und zu Brand", "Brand, Karl von und zu"),
    "von-und-zu-elsewhere": ("en", "Ada Maria von und zum Stein", "Stein, Ada Maria von und zum"),
    "and": ("de", "Karl und Brand", "Karl und Brand"),
    "in-’t": ("nl", "Roel in ’t Veld", "Veld, Roel in ’t"),
    "aan-de": ("nl", "Tijs aan de Stegge", "Stegge, Tijs aan de"),
    "in": ("nl", "Wonen in Delft", "Wonen in Delft"),
    "Chinese": ("en", "Mao Zedong", "Mao Zedong"),
    "Chinese-short": ("de", "Lu Xun", "Lu Xun"),
    "Chinese-turned": ("en", "Xiaoping Deng", "Deng, Xiaoping"),
    "Wade-Giles": ("en", "Chiang Kai-shek", "Chiang Kai-shek"),
    "Korean": ("en", "Kim Jong-un", "Kim Jong-un"),
    "Vietnamese": ("en", "Ho Chi Minh", "Ho Chi Minh"),
    "surname-like-a-Chinese-one": ("en", "Lin Kestrel", "Kestrel, Lin"),
    "given-name-in-syllables": ("en", "Susan Wang", "Wang, Susan"),
    "hyphen": ("en", "Edward Bulwer-Lytton", "Bulwer-Lytton, Edward"),
    "surname-y-surname": ("es", "José Ortega y Gasset", "Ortega y Gasset, José"),
    "surname-y-elsewhere": ("en", "Santiago Ramón y Cajal", "Ramón y Cajal, Santiago"),
    "particle-y-surname": ("es", "Pedro de la Cueva y Silva", "la Cueva y Silva, Pedro de"),
    "two-people": ("es", "Ana y Luis", "Ana y Luis"),
    "surname-de-la": ("es", "Gabriel García de la Torre", "García de la Torre, Gabriel"),
    "given-given-de": ("es", "Juan Carlos de Borbón", "Borbón, Juan Carlos de"),
    "two-given": ("es", "Juan José Arévalo", "Arévalo, Juan José"),
    "two-given-two-surnames": ("es", "Juan José Flores Sáenz", "Flores Sáenz, Juan José"),
    "maître": ("fr", "Me Clarisse Vautheret", "Vautheret, Clarisse"),
}


@rows(("language", "name", "heading"), TURNED.values(), ids=TURNED)
def test_persons_stand_under_their_surname(language: str, name: str, heading: str) -> None:
    assert surname_first(name, language) == heading


FAMILY_FIRST = """
    Kim Il Sung, Lee Kuan Yew, Park Chung Hee, Kim Dae Jung, Ban Ki Moon, Goh Chok Tong, Sun Yat Sen, Lee Hsien Loong,
    Chiang Kai Shek, Mao Tse Tung, Wong Kar Wai, Le Duc Tho, Lê Đức Thọ, Phan Boi Chau, Park Chan-wook, Nguyen Van Thieu
"""
FAMILY_LAST = """
    Campbell/Kim, Philby/Kim, Oswald/Lee Harvey, Womack/Lee Ann, Van Cleef/Lee, Park/Chan Ho, Lee/Ang, Rhee/Syngman,
    Lee/Kim, Wong/Anna May, Kestrel/Lee Jean, Hall/Kim Tom, Burton/Sun Tim, Sung/Ada Yew
"""


@rows(
    ("name", "heading"),
    [
        *((name.strip(), name.strip()) for name in FAMILY_FIRST.split(",")),
        *(
            (f"{given} {surname}", f"{surname}, {given}")
            for surname, given in (
                each.strip().split("/") for each in FAMILY_LAST.strip().split(",")
            )
        ),
    ],
)
def test_three_syllables_may_begin_with_the_surname(name: str, heading: str) -> None:
    assert surname_first(name, "en") == heading


@rows(
    ("name", "is_person"),
    [
        ("Charles de Gaulle", True),
        ("Sir Michael Pitt", True),
        ("Dr. Ada Kestrel", True),
        ("Prof Otto von Brand", True),
        ("Sir Pitt", False),
        ("Michael Pitt", False),
        ("Isla de Pascua", False),
        ("Prince Edward Island", False),
        ("Dr Barnardo Committee", False),
    ],
)
def test_a_name_may_tell_that_it_is_a_persons(name: str, is_person: bool) -> None:
    assert may_be_person(name, "en") == is_person


@rows(
    ("date", "is_told"),
    [
        ("last March", False),
        ("August 1", True),
        ("the Bronze Age", True),
        ("March 1911", True),
        ("marzo pasado", False),
        ("im März 1911", True),
        ("May Day", True),
    ],
)
def test_a_month_of_no_year_is_not_looked_up(date: str, is_told: bool) -> None:
    assert is_of_a_year(date) == is_told


ARTICLES = {
    "the": ("en", "The Financial Times", "Financial Times, The"),
    "der": ("de", "Der Spiegel", "Spiegel, Der"),
    "other-language": ("en", "Der Spiegel", "Der Spiegel"),
    "elided": ("fr", "L’Aurore", "Aurore, L’"),
    "Greek": ("el", "Η Καθημερινή", "Καθημερινή, Η"),
    "het": ("nl", "Het Parool", "Parool, Het"),
    "part-of-a-word": ("en", "Thebes", "Thebes"),
    "alone": ("en", "The", "The"),
}


@rows(("language", "name", "heading"), ARTICLES.values(), ids=ARTICLES)
def test_titles_stand_without_their_article(language: str, name: str, heading: str) -> None:
    assert looked_up(name, language) == heading


ORDERS = {
    "en": ["Aero", "Ærø", "ʻAlī", "Aly", "Lodz", "Łódź", "Mot", "Öl", "Olm", "Ost", "Østen", "Zebra"],
    "sv": ["Alm", "Ost", "Zebra", "Ål", "Äpple", "Öl"],
    "da": ["Alm", "Zebra", "Æble", "Østen", "Ål"],
    "es": ["nube", "nylon", "ñu", "oso"],
    "pl": ["Lodz", "Lublin", "Łódź", "Mazowsze"],
    "de": ["Ofen", "Öl", "Ost"],
    "nl": ["619", "1966", "Aa"],
}  # fmt: skip


@rows("language", ORDERS)
def test_headings_are_in_the_order_of_their_language(language: str) -> None:
    key = order_of(language, ORDERS[language])
    backwards = list(reversed(ORDERS[language]))
    assert sorted(backwards, key=key) == ORDERS[language]


@rows(
    ("heading", "language", "initial"),
    [
        ("Øre", "en", "O"),
        ("Øre", "da", "Ø"),
        ("ʻAlī", "en", "A"),
        ("Łódź", "en", "L"),
        ("1905", "en", ""),
    ],
)
def test_initials(heading: str, language: str, initial: str) -> None:
    assert initial_of(heading, language) == initial

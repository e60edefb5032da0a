"""Names in their cases: which two words may be one name."""

from studyguide.language.language import Language
from tests.table import rows

ONE = {
    "pl": "Kraków Krakowem, Wiśniewski Wiśniewskim, Praga Pradze, Polska Polsce, Łódź Łodzi, Piotr Piotrze, Jacek Jackiem,"
    "Toruń Toruniu, Katowice Katowic, Zakopane Zakopanem, Maria Marii, Kościuszko Kościuszce, Gniezno Gnieźnie, Progeny Progenem",
    "ru": "Петров Петровым, Москва Москве, Мария Марии, Чайковский Чайковского, Кремль Кремле, Сергей Сергеем, Павел Павла,"
    "Пётр Петра, Лев Льва, Соколова Соколовой, Афины Афин, Тверь Твери",
    "uk": "Київ Києві, Львів Львова, Чернігів Чернігова, Петренко Петренком, Прага Празі, Соколова Соколовій",
    "cs": "Praha Praze, Dvořák Dvořákem, Svoboda Svobodovi, Marie Marii, Svobodová Svobodové, Plzeň Plzni, Hradec Hradci, Pardubice Pardubicích",
    "sk": "Bratislava Bratislave, Košice Košiciach, Horváth Horváthom",
    "hr": "Rijeka Rijeci, Petar Petra, Ana Anom",
    "fi": "Turku Turusta, Helsinki Helsingissä, Nieminen Niemiselle, Lahti Lahdessa, Vantaa Vantaalla, Pekka Pekan, Mäki Mäen, Lontoo Lontooseen",
    "hu": "Budapest Budapesten, Mária Máriának",
    "tr": "Ankara Ankaraya",
    "el": "Γιώργος Γιώργο, Αθήνα Αθήνας, Παππάς Παππά",
    "la": "Pompeius Pompeio, Cicero Ciceroni, Gallia Galliam, Plato Platonem",
    "lt": "Vilnius Vilniuje",
    "lv": "Jānis Jāni",
    "sr": "Марко Марка",
}  # fmt: skip
OTHERS = {
    "pl": "Wiśniewska Wiśniewskim, Krakowiec Krakowem, Nowakowski Nowaka, Marcin Marek, Poznań Poznański, Kowal Kowalskim",
    "ru": "Петровский Петровым, Марина Марии, Иванов Ивана, Москва Московский, Павел Павлов",
    "uk": "Петрук Петренком, Київ Кий, Марія Марина, Львів Левко",
    "cs": "Dvorský Dvořákem, Praha Prachatice, Novák Novotného, Marie Martina",
    "fi": "Korpela Korhosen, Virtanen Virta, Salo Salonen, Niemi Nieminen",
    "la": "Pompilius Pompeio, Cicero Cinna",
    "el": "Γεράσιμος Γιώργο, Νίκος Νικήτας",
    "hu": "Budapest Budafok",
}  # fmt: skip


def pairs(told: dict[str, str]) -> list[tuple[str, str]]:
    return [(tag, pair.strip()) for tag, listed in told.items() for pair in listed.split(",")]


def may_be_one(tag: str, pair: str) -> bool:
    one, other = map(Language(tag).declined, pair.casefold().split())
    return not one.isdisjoint(other)


@rows(("tag", "pair"), pairs(ONE))
def test_a_name_is_known_in_any_case(tag: str, pair: str) -> None:
    assert may_be_one(tag, pair)


@rows(("tag", "pair"), pairs(OTHERS))
def test_another_name_is_none_of_its_cases(tag: str, pair: str) -> None:
    assert not may_be_one(tag, pair)

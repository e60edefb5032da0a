"""Short names of one person under one heading: by a title and the given name, by a rank and its place."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.names.one_head import of_one_person, offices_in, without_doubles
from studyguide.printing.index.names.peers import by_place
from studyguide.printing.index.persons import apposed, surnames_in
from tests.table import rows

WHOLE = {
    "one title of two": ("Sir Ada", {"Colonel Sir Ada Vane": "Vane, Ada"}, "Vane, Ada"),
    "both titles": ("Colonel Sir Ada", {"Colonel Sir Ada Vane": "Vane, Ada"}, "Vane, Ada"),
    "of two persons": ("Sir Ada", {"Sir Ada Vane": "Vane", "Sir Ada Orme": "Orme"}, "Sir Ada"),
    "the first title alone": ("Colonel Sir", {"Colonel Sir Ada Vane": "Vane, Ada"}, None),
    "another title": ("Dame Ada", {"Sir Ada Vane": "Vane, Ada"}, "Dame Ada"),
    "a rank and its place": ("Duke of Selby", {"x": "Vane, A., Duke of Selby"}, "Vane, A., Duke of Selby"),
    "a rank by its place": ("Countess of Selby", {"x": "Selby, Ada, Countess of"}, "Selby, Ada, Countess of"),
    "a rank of another place": ("Duke of Orme", {"x": "Vane, A., Duke of Selby"}, "Duke of Orme"),
}  # fmt: skip


@rows(("name", "told", "heading"), WHOLE.values(), ids=WHOLE)
def test_a_short_name_is_that_of_the_whole(
    name: str, told: dict[str, str], heading: str | None
) -> None:
    assert without_doubles({name: name}, told, Language("en")).get(name) == heading


def test_a_torn_name_is_no_other_person() -> None:
    told = {"Sister Ada Van den Orme": "Van den Orme, Sister Ada"}
    torn = {"Sister Ada Van": "Sister Ada Van", "Sister Ada": "Sister Ada"}
    assert {*without_doubles(torn, told, Language("en")).values()} == {"Van den Orme, Sister Ada"}


def test_the_given_name_behind_titles_is_that_of_the_person() -> None:
    assert of_one_person(["Xulna"], ["Orme, Sister Xulna"]) == {"Xulna": "Orme, Sister Xulna"}
    assert of_one_person(["Agnes"], ["Orme, Sister Agnes"]) == {"Agnes": "Orme, Sister Agnes"}


@rows(
    ("name", "heading"),
    [
        ("Duke of Selby", "Selby, Duke of"),
        ("Prince of Orme y Selby", "Orme y Selby, Prince of"),
        ("Isles of Selby", "Selby, Isles of"),
        ("Gulf of the Ormes", "Ormes, Gulf of the"),
        ("Cape of Good Hope", ""),
        ("House of Orme", ""),
        ("King of Selby", ""),
        ("Bishop of Selby", ""),
        ("Duke of a Town", ""),
        ("Prince Orme", ""),
    ],
)
def test_a_lord_stands_under_the_place_and_so_do_islands(name: str, heading: str) -> None:
    assert by_place(name) == heading


@rows(
    ("text", "lords"),
    [
        ("for the King of Selby, Ferdinand IV, who sang", {"King of Selby": "Ferdinand IV"}),
        ("Ferdinand IV, King of Selby, sang", {"King of Selby": "Ferdinand IV"}),
        ("the King of Selby, Ferdinand IV and others", {}),
        ("the King of Selby and Ferdinand IV.", {}),
    ],
)
def test_a_lord_may_stand_beside_the_name(text: str, lords: dict[str, str]) -> None:
    assert apposed([tokens_of(text)], ["King of Selby", "Ferdinand IV"]) == lords


def test_the_place_of_a_lord_is_no_surname() -> None:
    assert surnames_in({"": "Selby, Duke of"}, "en") == {}


@rows(
    ("text", "names", "offices"),
    [
        ("The Mayor sat. Then the Mayor rose, a Mayor spoke, the Mayor left.", [], {"Mayor"}),
        ("The Mayor sat. The Mayor rose.", [], set()),
        ("Of the Mayor, the Mayor, the Mayor and the Mayor.", ["Mayor Vane"], set()),
        ("Of the Sir, the Sir, the Sir and the Sir.", [], set()),
        ("Of the Mill, the Mill, the Mill and the Mill.", [], set()),
        ("Of the Mayor Vane, the Mayor Vane, the Mayor Vane, the Mayor Vane.", [], set()),
    ],
)
def test_an_office_may_be_looked_up(text: str, names: list[str], offices: set[str]) -> None:
    assert offices_in([tokens_of(text)], names, Language("en")) == offices

"""What capitals tell besides names inside a sentence."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.capitals import (
    begin_small,
    names_alone,
    names_by_place,
    no_names,
    with_surnames,
    within,
)
from studyguide.printing.index.marked.capitals_in_runs import names_in
from tests.table import rows

EN = Language("en")

SMALL = {
    "events": ("en", ["the mill stood", "a wheel was cut", "two boats sank", "Vane dug"], True),
    "behind a quotation mark": ("en", ["“the mill”", "a wheel", "two boats"], True),
    "an article of Arabic": ("en", ["al-Hakim dug", "a wheel", "two boats"], True),
    "too few": ("en", ["the mill stood", "Vane dug"], False),
    "sentences": ("en", ["The mill stood.", "A wheel was cut.", "two boats sank", "it was"], False),
    "one sentence of five": (
        "en",
        ["the mill", "a wheel", "two boats", "it was", "The dam"],
        False,
    ),
    "a word that others begin with": ("en", ["light", "oil", "a wheel", "Light"], False),
    "no names are told": ("de", ["die Mühle", "ein Rad", "zwei Boote"], False),
}


@rows(("language", "texts", "are_small"), SMALL.values(), ids=SMALL)
def test_texts_that_begin_with_small_letters(
    language: str, texts: list[str], *, are_small: bool
) -> None:
    assert begin_small(texts, Language(language)) == are_small


WITHIN = {
    "a name": ("Vane tried a clock", {"Vane"}),
    "of two words": ("New Selby took a clock", {"New Selby"}),
    "a word in small letters elsewhere": ("Clocks were sold", set()),
    "behind a quotation mark": ("“Vane” tried it", {"Vane"}),
    "a small letter": ("the clock of Vane", {"Vane"}),
}


@rows(("text", "names"), WITHIN.values(), ids=WITHIN)
def test_a_text_that_would_begin_small_begins_with_a_name(text: str, names: set[str]) -> None:
    small = {"clocks", "clock", "new", "a"}
    assert names_in([within(tokens_of(text), small)], EN) == names


PLACES = {
    "at": (["It lay at Standish."], {"Standish"}),
    "near, before a verb that means nothing": (["What near Standish was cut?"], {"Standish"}),
    "before a noun": (["They met at Polish mills."], set()),
    "before a name": (["They met at Polish Selby."], set()),
    "in a language": (["It was told in Polish."], set()),
    "one of two peoples": (["It lay between Medes and Lydians."], {"Lydians"}),
    "the first of two": (["It lay between Lydians and Medes."], {"Lydians"}),
    "of two of which none is a name": (["It lay between Lydians and mills."], set()),
    "an adjective of two": (["It was of Medes and Lydian."], set()),
}


@rows(("texts", "names"), PLACES.values(), ids=PLACES)
def test_a_name_may_end_like_an_adjective(texts: list[str], names: set[str]) -> None:
    tokens = [tokens_of(each) for each in texts]
    assert {*names_by_place(tokens, {"Medes"}, EN)} == names


NO_NAMES = {
    "an adjective": ("Baltic", ["Sleepers of Baltic fir lay.", "What of Baltic fir?"], True),
    "of two words": ("North American", ["Why had North American railways clocks?"], True),
    "part of a whole": ("Baltic", ["What of the Baltic republics?"], False),
    "a sea": ("Baltic", ["Baltic fir came by the Baltic."], False),
    "part of a name": ("Roman", ["A Roman road led to the Roman Wall."], True),
    "a place with such an end": ("Milan", ["In Milan clocks struck."], False),
    "an act": ("Act", ["Under the Act, no train ran.", "What of § 1 of the Act?"], True),
    "a word of the sort without an article": ("Act", ["He saw Act burn."], False),
    "of several words": ("Water Board", ["What did the Water Board want?"], False),
}


@rows(("name", "texts", "is_none"), NO_NAMES.values(), ids=NO_NAMES)
def test_an_adjective_is_no_name(name: str, texts: list[str], *, is_none: bool) -> None:
    assert no_names([tokens_of(each) for each in texts], [name], EN) == (
        {name} if is_none else set()
    )


ALONE = {
    "great": (["It lay in Britain."], {"Britain": "Great Britain"}),
    "another": (["It lay in Russia."], {"Russia": "Russia"}),
    "behind an article": (["It was the Army of Selby."], {}),
    "inside a longer name": (["It lay in Lower Russia."], {}),
    "a surname": (["It was of Kestrel."], {}),
}


@rows(("texts", "found"), ALONE.values(), ids=ALONE)
def test_a_place_stands_alone(texts: list[str], found: dict[str, str]) -> None:
    names = {"Great Britain", "Soviet Russia", "Northern Army", "Ada Kestrel"}
    assert names_alone(map(tokens_of, texts), names, EN) == found


SHARED = {
    "two of a family": (["So did Jacques and Pierre Vane."], {"Jacques": "Jacques Vane"}),
    "a surname of two words": (["So did Ada and Tom Le Roy."], {"Ada": "Ada Le Roy"}),
    "alone elsewhere": (["So did Ada and Tom Vane.", "So did Ada."], {}),
    "with a surname": (["So did Ada Orme and Tom Vane."], {}),
    "no given name": (["So did Selby and Tom Vane."], {}),
    "a given name alone": (["So did Ada and Tom."], {}),
    "of two families": (["So did Ada and Tom Vane.", "So did Ada and Tom Orme."], {}),
}


@rows(("texts", "found"), SHARED.values(), ids=SHARED)
def test_two_share_a_surname(texts: list[str], found: dict[str, str]) -> None:
    assert with_surnames(map(tokens_of, texts), EN) == found


ADJECTIVES = {
    "of a nation": ("en", "Swiss", ["He was a Swiss bell caster."], True),
    "that opens an answer": ("en", "Swiss", ["Swiss bell caster"], True),
    "somebody of it": ("en", "German", ["He met a German."], True),
    "several of them": ("en", "Greeks", ["He met Greeks."], False),
    "a language": ("en", "Latin", ["It is Latin for an eel."], True),
    "of a town": ("en", "Pisan", ["On the Pisan chart was a bay."], True),
    "of a town, and more": ("en", "Orsan", ["On the Orsan chart was Orsan."], False),
    "a town with such an end": ("en", "Orsan", ["In Orsan clocks struck."], False),
    "a country": ("en", "Sudan", ["He saw the Sudan railway."], False),
    "of a country": ("en", "Iraqi", ["He saw the Iraqi railway."], True),
    "of a country, with an n": ("en", "Kenyan", ["They sold Kenyan tea."], True),
    "a surname": ("en", "Sherman", ["He saw the Sherman tank."], False),
    "a sea": ("en", "Adriatic", ["He saw the Adriatic freeze."], False),
    "a sea before a verb": ("en", "Baltic", ["Through the Baltic came ships."], False),
    "of a league": ("en", "Hanseatic", ["Then came Hanseatic ships."], True),
    "of two": ("en", "Cuban", ["So did Cuban and Iraqi weavers."], True),
    "of two, behind a determiner": ("en", "Cuban", ["So did the Cuban and Iraqi weavers."], True),
    "of a style": ("en", "Gothic", ["He saw a Gothic hall."], True),
    "part of a whole": ("en", "Ottoman", ["He saw the Ottoman empire fall."], False),
    "in Dutch": ("nl", "Zwitserse", ["Hij zag Zwitserse klokken."], True),
    "of a Dutch town": ("nl", "Haarlemmer", ["Hij zag de Haarlemmer olie."], True),
    "a Dutch town": ("nl", "Deventer", ["Hij zag Deventer branden."], False),
    "a direction in French": ("fr", "Sud", ["On vit les mers du Sud."], True),
    "a direction in Spanish": ("es", "Norte", ["Fue al Norte."], True),
    "a surname like a direction": ("en", "North", ["He saw North."], False),
    "in French": ("fr", "Latin", ["On vit Latin."], False),
}


@rows(("language", "name", "texts", "is_none"), ADJECTIVES.values(), ids=ADJECTIVES)
def test_what_is_said_of_a_nation_is_no_name(
    language: str, name: str, texts: list[str], *, is_none: bool
) -> None:
    found = no_names([tokens_of(each) for each in texts], [name], Language(language))
    assert found == ({name} if is_none else set())

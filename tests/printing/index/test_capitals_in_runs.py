"""Names for the index, told by capitals alone."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.fragments import plain
from studyguide.printing.index.marked.capitals_in_runs import names_in, names_shown
from studyguide.printing.index.matching import found_in, name_topic, topics_in
from tests.table import rows

UNION = "It was the Union of Lamplighters that met."
NAMES = {
    "inside a sentence": (["It spread to Dunmere."], {"Dunmere"}),
    "of several words": ([UNION], {"Union of Lamplighters"}),
    "after a verb that opens": ([UNION, "Build the Union of Lamplighters!"], {"Union of Lamplighters"}),
    "after a noun that opens": ([UNION, "Formation of the Union of Lamplighters"], {"Union of Lamplighters"}),
    "that opens itself": ([UNION, "Union of Lamplighters and friends"], {"Union of Lamplighters"}),
    "a word that merely opens": (["Lamps stayed dark.", "He lit lamps."], set()),
    "with a letter": (["Which rock is Bed A?"], {"Bed A"}),
    "with a letter at the beginning": (["Core F came up.", "It is a core."], {"Core F"}),
    "with a given name like an adjective": (["He saw Saint Marguerite."], {"Saint Marguerite"}),
    "with a letter in a sentence": (["In Vitamin D and Ward B it is so."], {"Vitamin D", "Ward B"}),
    "before an article in a title": (["We saw Mill A Day there."], {"Mill", "Day"}),
    "before somebody who speaks": (["In Selby I lit it."], {"Selby"}),
    "always with a number": (["He dug at Pier 6.", "Who dug Pier 6?"], {"Pier 6"}),
    "with different numbers": (["He dug at Pier 6.", "He dug Piers 1, 3 and 9."], set()),
    "with a number once": (["He dug at Pier 6."], {"Pier"}),
    "with a number and without": (["In Selby 12 men dug.", "It was Selby 12.", "It fell near Selby."], {"Selby"}),
    "with a year": (["In Selby 1862 was dry.", "Of Selby 1862 tells."], {"Selby"}),
    "with a number at the beginning": (["He dug at Pier 6.", "Pier 6 fell.", "Pier | Depth"], {"Pier 6"}),
    "a word that is small very often": (["It turns True into 1.", "Here true, true, true, true and true."], set()),
    "a word that is small at times": (["It is the Crown there.", "A crown is a crown."], {"Crown"}),
    "a small word in capitals": (["It is an AND gate, and an OR gate.", "What does the WHO say?"], {"AND", "OR", "WHO"}),
    "a small word that is stressed": (["Do NOT move, AND stay."], set()),
    "a small word in a cry": (["It read THE AND MAN."], {"MAN"}),
    "in cells of a table": (["Pier | Depth | Rings|Axle | 14 | Wide|Castle Tew | 3 | Low"], {"Castle Tew"}),
}  # fmt: skip


@rows(("texts", "names"), NAMES.values(), ids=NAMES)
def test_names(texts: list[str], names: set[str]) -> None:
    assert names_in(map(tokens_of, texts), Language("en")) == names


COAST = ["It spread to Dunmere and on to Farrow Hill."]
MAPS = {
    "in a quotation": ("DUNMERE Eling", [*COAST, "“In Eling, they say so.”"], {"Eling"}),
    "an answer": ("Dunmere Eling", [*COAST, "Eling"], {"Eling"}),
    "of two words": ("Dunmere PORT ELING", [*COAST, "“To Port Eling!”"], {"Port Eling"}),
    "on the map alone": ("Dunmere Eling", COAST, set()),
    "in small letters, too": ("Dunmere Mill", [*COAST, "Mill", "a mill"], set()),
    "a part of a name": ("Dunmere Hill", [*COAST, "Hill"], set()),
    "a word that holds others together": ("Dunmere The", [*COAST, "The"], set()),
    "of no map": ("Sluice Wheel", [*COAST, "Sluice"], set()),
    "of a machine that has a name": ("Dunmere Sluice Wheel", [*COAST, "Sluice", "Wheel"], set()),
}
"""What is drawn, what is written, and the names that only both together tell."""


@rows(("drawn", "texts", "names"), MAPS.values(), ids=MAPS)
def test_names_of_a_map(drawn: str, texts: list[str], names: set[str]) -> None:
    known, written = {"Dunmere", "Farrow Hill"}, [*map(tokens_of, texts)]
    assert names_shown(tokens_of(drawn), written, known, Language("en")) == names
    assert names_shown(tokens_of(drawn), written, known, Language("de")) == set()


def test_no_names_where_every_noun_has_a_capital() -> None:
    assert names_in(map(tokens_of, ["Es war die Mühle."]), Language("de")) == set()


ELIDED = {
    "l’": ("l’Armée d’Orrin", ["l’", "Armée", "d’", "Orrin"]),
    "before small letters": ("L’affresco dell’arte", ["L’", "affresco", "dell’", "arte"]),
    "qu’": ("lorsqu’Ada vint", ["lorsqu’", "Ada", "vint"]),
    "a surname": ("O’Brien, D’Annunzio, N’Dour", ["O’Brien", ",", "D’Annunzio", ",", "N’Dour"]),
    "English": ("don’t, I’m, o’clock", ["don’t", ",", "I’m", ",", "o’clock"]),
    "in a word": ("aujourd’hui, Guivarc’h", ["aujourd’hui", ",", "Guivarc’h"]),
}


@rows(("text", "words"), ELIDED.values(), ids=ELIDED)
def test_what_is_elided_is_a_word(text: str, words: list[str]) -> None:
    tokens = tokens_of(text)
    assert [each.shown for each in tokens] == words
    assert all(text.startswith(each.shown, each.at) for each in tokens)


REACTIONS = {
    "a reaction": ("So it is, as in CaCO₃ + 2 HCl → CaCl₂ + H₂O.", set()),
    "a substance": ("They let out CO₂ and HCl then.", {"CO₂", "HCl"}),
    "two persons": ("So it was Vane + Orme.", {"Vane", "Orme"}),
    "an equation of words": ("So it is, as in Salt + Acid → Water.", {"Salt", "Acid", "Water"}),
}


@rows(("text", "names"), REACTIONS.values(), ids=REACTIONS)
def test_a_substance_of_a_reaction_is_no_name(text: str, names: set[str]) -> None:
    titles = topics_in((), "en")
    assert names_in([plain(tokens_of(text), titles)], Language("en")) == names


SPOKEN = {
    "a short form": ("WHO", "What does the WHO say?", True),
    "a small word": ("WHO", "Who says so?", False),
    "a name in capitals": ("Selby", "It read SELBY there.", True),
}


@rows(("name", "text", "is_said"), SPOKEN.values(), ids=SPOKEN)
def test_a_short_form_is_meant_only_in_capitals(name: str, text: str, *, is_said: bool) -> None:
    topics = topics_in([name_topic(name, name)], "en")
    assert bool([*found_in(tokens_of(text), topics)]) == is_said

"""Where in a sentence a name begins and ends: behind a word that only opens it, before another name, around small words."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.bound_names import pieces_of
from studyguide.printing.index.marked.capitals_in_runs import names_in
from studyguide.printing.index.marked.opening_words import merely_opens
from tests.table import rows

SIDE_BY_SIDE = {
    "a given name": ("en", "Then in Selby Ada Vane dug.", {"Selby", "Ada Vane"}),
    "at a place": ("en", "At Selby Tom Vane dug.", {"Selby", "Tom Vane"}),
    "a place of two words": ("en", "So in New Selby Ada Vane dug.", {"New Selby", "Ada Vane"}),
    "a title": ("en", "Then in Selby King Tom II dug.", {"Selby", "King Tom II"}),
    "a saint’s town": ("en", "It was in Saint Ada Vane.", {"Saint Ada Vane"}),
    "a fort": ("en", "It was in Fort Tom Vane.", {"Fort Tom Vane"}),
    "a park": ("en", "It was in Selby Ada Park.", {"Selby Ada Park"}),
    "a street": ("en", "It was in Tom Vane Street.", {"Tom Vane Street"}),
    "two given names": ("en", "It was in Tom Ada Vane.", {"Tom Ada Vane"}),
    "one who is told": ("en", "It froze; in Selby Kestrel dug.", {"Selby", "Kestrel"}),
    "one who is told, in no clause": ("en", "It was dug in Selby Kestrel.", {"Selby Kestrel"}),
    "one who is told, before a verb": (
        "en",
        "It was near Selby Kestrel rowed.",
        {"Selby", "Kestrel"},
    ),
    "who digs": ("en", "In Selby Orrin lost a boat.", {"Selby", "Orrin"}),
    "what stands": ("en", "In Selby Orrin stood a mill.", {"Selby Orrin"}),
    "another small word": ("en", "To Orrin Ada Vane owed it.", {"Orrin", "Ada Vane"}),
    "in Dutch": ("nl", "Toen mat in Leiden Sjoerd Wiersma het.", {"Leiden", "Sjoerd Wiersma"}),
    "in Spanish": ("es", "Fue cuando en Toledo Juan de Orme vino.", {"Toledo", "Juan de Orme"}),
    "in Italian": ("it", "Fu quando a Firenze Ugo Orme venne.", {"Firenze", "Ugo Orme"}),
    "in French": ("fr", "Ce fut quand à Lyon Luc Orme vint.", {"Lyon", "Luc Orme"}),
    "asked in French": ("fr", "Que de fleurs du Sud Anne planta-t-elle ?", {"Sud", "Anne"}),
    "a place in a question": ("fr", "Que de fleurs de Timor Luc vit-il ?", {"Timor", "Luc"}),
    "a place of two in a question": (
        "fr",
        "Que de fleurs de Port Louis Luc vit-il ?",
        {"Port Louis", "Luc"},
    ),
    "a surname in a question": (
        "fr",
        "Que de fleurs du Muséum Kestrel vit-on ?",
        {"Muséum", "Kestrel"},
    ),
    "one person in a question": ("fr", "Quand Luc Orme partit-il ?", {"Luc Orme"}),
    "a lady in a question": ("fr", "Quand Mme Luce partit-elle ?", {"Luce"}),
    "a ship in a question": ("fr", "Quand La Rose partit-elle ?", {"La Rose"}),
    "a surname with its article": ("fr", "Quand Le Floc’h partit-il ?", {"Le Floc’h"}),
    "of whom nothing is known": ("fr", "Quand Xul Orme partit-il ?", {"Xul Orme"}),
}


@rows(("language", "text", "names"), SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE)
def test_two_names_stand_side_by_side(language: str, text: str, names: set[str]) -> None:
    assert found(language, text, "Kestrel") == names


SMALL_WORDS = {
    "op": ("en", "It lay in Bergen op Zoom.", {"Bergen op Zoom"}),
    "op in Dutch": ("nl", "Het was in Bergen op Zoom.", {"Bergen op Zoom"}),
    "op behind a person in Dutch": ("nl", "Toen zag Sjoerd Orme op Texel het.", {"Sjoerd Orme", "Texel"}),
    "upon": ("en", "It lay at Selby upon Orme.", {"Selby upon Orme"}),
    "an der": ("en", "It lay in Selby an der Orme.", {"Selby an der Orme"}),
    "an": ("en", "Then from Selby an engineer saw Orme.", {"Selby", "Orme"}),
    "am": ("en", "It lay at Selby am Orme.", {"Selby am Orme"}),
    "a street": ("fr", "Il vit la rue Luc Orme.", {"Rue Luc Orme"}),
    "an island": ("fr", "Il vit l’île de France.", {"Île de France"}),
    "an island of no country": ("fr", "Il vit l’île de Ré.", set()),
    "a sea": ("fr", "Il vit la mer du Japon.", {"Mer du Japon"}),
    "a sea of a direction": ("fr", "Il vit la mer du Nord.", {"Mer du Nord"}),
    "a sea with an adjective": ("fr", "Il vit la mer Noire.", {"Mer Noire"}),
    "an island of a saint": ("fr", "Il vit l’île Sainte Marguerite.", {"Île Sainte Marguerite"}),
    "an island that somebody saw": ("fr", "Quelle île Le Floc’h vit-il ?", {"Le Floc’h"}),
    "a gulf behind a verb": ("es", "Cruzó el golfo de México.", {"Golfo de México"}),
    "a prize": ("es", "Era el Premio Juan de Orme.", {"Premio Juan de Orme"}),
    "a place as a verb": ("en", "They place Tom Orme there.", {"Tom Orme"}),
    "monsieur": ("fr", "Quand M. Orme vint.", {"Orme"}),
    "madame": ("fr", "Quand Mme Orme vint.", {"Orme"}),
    "an initial": ("fr", "Quand Luc M. Orme vint.", {"Luc M. Orme"}),
    "dottore": ("it", "Poi parlò il dott. Orme.", {"Orme"}),
    "don": ("es", "Vino D. Luis Orme.", {"Luis Orme"}),
}  # fmt: skip


@rows(("language", "text", "names"), SMALL_WORDS.values(), ids=SMALL_WORDS)
def test_small_words_within_names_and_before(language: str, text: str, names: set[str]) -> None:
    assert found(language, text) == names


OPENING = {
    "nobody": ("en", "It was dug in 1275. Nobody knew.", set()),
    "behind a figure": ("en", "It was dug in 1275. Farmers knew.", set()),
    "an adverb": ("en", "Suddenly Orme fell, and Orme rose.", {"Orme"}),
    "today": ("en", "Today Selby sleeps.", {"Selby"}),
    "perhaps": ("en", "Perhaps Orme knew.", {"Orme"}),
    "people": ("en", "Engineers Orme and Vane met.", {"Orme", "Vane"}),
    "a place of two words": ("en", "Red Square lay there.", {"Red Square"}),
    "like people": ("en", "Tiananmen Square lay there.", {"Tiananmen Square"}),
    "a given name like an adverb": ("en", "Emily Orme dug.", {"Emily Orme"}),
    "a verb first": ("es", "Llegó Ana Orme.", {"Ana Orme"}),
    "today in French": ("fr", "Aujourd’hui Selby dort.", {"Selby"}),
    "nobody in Polish": ("pl", "Stało się to w 1834. Nikt nie wie.", set()),
}


@rows(("language", "text", "names"), OPENING.values(), ids=OPENING)
def test_a_word_may_merely_open_a_sentence(language: str, text: str, names: set[str]) -> None:
    assert found(language, text) == names


@rows(
    ("language", "word", "opens"),
    [
        ("en", "Everybody", True),
        ("en", "Sicily", False),
        ("en", "Kimberly", False),
        ("de", "Vielleicht", True),
        ("de", "Selby", False),
        ("fr", "Jamais", True),
        ("ru", "Никогда", True),
    ],
)
def test_words_that_merely_open(language: str, word: str, *, opens: bool) -> None:
    assert merely_opens(word, Language(language)) == opens


def found(language: str, text: str, *told: str) -> set[str]:
    """Give the names of a text of which some are told to be persons'."""
    return names_in(pieces_of([tokens_of(text)], told, language), Language(language))

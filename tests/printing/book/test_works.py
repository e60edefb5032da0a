"""What is set in italics, and whether it is the title of a work."""

from studyguide.deck.markup import read_markup
from studyguide.language.language import Language
from studyguide.printing.book.places import Said
from studyguide.printing.book.works import headings_of_titles, titles_in
from tests.table import rows

TITLES = {
    "in a sentence": ("en", "She read *The Tidal Mill* to him.", ["The Tidal Mill"]),
    "opens a sentence": ("en", "*Tidal Engines* came out.", ["Tidal Engines"]),
    "one word that opens": ("en", "*Guillelmia* is a fern.", ["Guillelmia"]),
    "an answer": ("en", "*Who Lit the Lamp*", ["Who Lit the Lamp"]),
    "a question in a sentence": ("en", "She wrote *Who Lit It?* in bed.", ["Who Lit It?"]),
    "with a number": ("en", "He wrote *Nocturne No. 5* there.", ["Nocturne No. 5"]),
    "of another language": ("en", "He wrote *Per non dormire* there.", ["Per non dormire"]),
    "in small letters": ("fr", "*Flore des rivages* parut alors.", ["Flore des rivages"]),
    "a sentence": ("en", "So. *Keep the map beside you as you go.*", []),
    "a sentence alone": ("en", "*Keep the map beside you.*", []),
    "a sentence with its stop outside": ("en", "So. *Keep the map beside you*.", []),
    "a cry": ("en", "*Never touch the wheel!* So it read.", []),
    "a question": ("de", "Er kam. *Warum kam er?* Niemand weiß es.", []),
    "a sentence in French": ("fr", "Bien. *Gardez le plan près de vous.*", []),
    "a sentence in Spanish": ("es", "*Lea primero el mapa.* Luego siga.", []),
    "what only opens a sentence": (
        "en",
        "*Never* touch it. *Keep the map beside the old book*, he said.",
        [],
    ),
    "stressed in a sentence": ("en", "It is *not* so.", []),
    "two in one sentence": ("en", "He wrote *Fêtes* and *Nuages*.", ["Fêtes", "Nuages"]),
}


@rows(("language", "text", "titles"), TITLES.values(), ids=TITLES)
def test_a_sentence_in_italics_is_no_title(language: str, text: str, titles: list[str]) -> None:
    assert [*titles_in("", [Said(read_markup(text))], Language(language))] == titles


HEADINGS = {
    "with and without its article": ("it", ["L'Olimpiade", "Olimpiade"], ["Olimpiade, L'"] * 2),
    "in an English sentence": ("en", ["Tidal Mill", "The Tidal Mill"], ["Tidal Mill, The"] * 2),
    "without it alone": ("it", ["Olimpiade"], ["Olimpiade"]),
    "two works": ("it", ["La fanciulla del West", "Il West"], ["fanciulla del West, La", "West, Il"]),
}  # fmt: skip


@rows(("language", "titles", "headings"), HEADINGS.values(), ids=HEADINGS)
def test_a_title_is_one_with_its_article_and_without(
    language: str, titles: list[str], headings: list[str]
) -> None:
    assert [*headings_of_titles(titles, language).values()] == headings

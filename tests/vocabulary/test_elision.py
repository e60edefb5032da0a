"""What a small word becomes before a name."""

from studyguide.vocabulary.elision import elided
from studyguide.vocabulary.vocabulary import Vocabulary
from studyguide.vocabulary.word_table import bundled
from tests.table import rows

NAMES = {
    "a vowel": ("fr", "Émile d’Aubervilliers", "d’"),
    "of a country": ("fr-CA", "Anne", "d’"),
    "its accent apart": ("fr", "E\u0301mile", "d’"),
    "an initial": ("fr", "A. Dupont", "d’"),
    "a ligature": ("fr", "Œdipe", "d’"),
    "a mute h": ("fr", "Henri", "d’"),
    "a y before a consonant": ("fr", "Yves", "d’"),
    "in italics": ("fr", "<i>Aux ponts</i>", "d’"),
    "in quotes": ("fr", "«\u202fAux ponts\u202f»", "d’"),
    "a consonant": ("fr", "Marie", "de "),
    "another h": ("fr", "Hobbes", "de "),
    "an initial that may be one": ("fr", "H. Dupont", "de "),
    "a y before a vowel": ("fr", "Yannick", "de "),
    "a figure": ("fr", "8 auteurs", "de "),
    "nothing": ("fr", "", "de "),
    "Catalan": ("ca", "Àngel", "d’"),
    "any h of Catalan": ("ca", "Hobbes", "d’"),
    "a Catalan i before a vowel": ("ca", "Iolanda", "de "),
    "Spanish": ("es", "Ángel", "de "),
    "Portuguese": ("pt", "Eça", "de "),
}


@rows(("language", "name", "expected"), NAMES.values(), ids=NAMES)
def test_de_before_a_name(language: str, name: str, expected: str) -> None:
    assert elided("un texte de ", name, language) == f"un texte {expected}"


@rows("said", ["tiré du monde ", "de", "mode ", "selon ", ""])
def test_other_words_stay(said: str) -> None:
    assert elided(said, "Émile", "fr") == said


def test_what_is_said_has_it() -> None:
    french = Vocabulary("fr", bundled("fr").phrases)
    assert french.plain("text-by", text="«\u202fAu pont\u202f»", author="Émile") == (
        "«\u202fAu pont\u202f», d’Émile"
    )
    assert french.plain("by", author="Marie") == "un texte de Marie"
    assert french.plain("from", work="Aux ponts") == "tiré d’Aux ponts"

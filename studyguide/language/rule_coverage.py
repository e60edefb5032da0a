"""What is asked of items in a language, and what is not: nothing is called checked that was not."""

from typing import NamedTuple

from studyguide.language.language import Language


class Asked(NamedTuple):
    """In a few words each: what the check asks of a deck in this language, and what it does not.

    By `key` a table of words says the latter in the language itself.
    """

    yes: str
    no: str
    key: str = ""


def asked_of(language: Language) -> Asked:
    """Tell what is asked of items in a language; of English nothing is left out."""
    names = "names" if language.marks_names else ""
    if language.letters_a_word > 1:
        return Asked(
            "evidence, numbers, letters that an answer shares with its quotation",
            "names, negations, hedges, opposites, the words of questions and their form",
            "unasked-letters",
        )
    if not language.has_lists:
        return Asked(
            _listed("evidence", names, "numbers", "words that an answer shares with its quotation"),
            "negations, hedges, opposites, the words of questions and their form",
            "unasked-lists",
        )
    every = ("numbers", "answers word by word", "negations, hedges, opposites")
    if language.is_english:
        return Asked(_listed("evidence", names, *every, "questions"), "")
    capital = "" if names else "names by their capital"
    key = "unasked-form" if names else "unasked-capital"
    units = "" if language.words.units else "units in words"
    most = "" if language.words.superlatives else "superlatives"
    no = _listed(capital, "the form of questions and answers", "synonyms", units, most)
    return Asked(_listed("evidence", names, *every, "words of questions"), no, key)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)

"""Which items can be asked by themselves: others lean on what a pupil does not see, or have two answers."""

from typing import Final

from studyguide.class_test.told.cells import cells_of
from studyguide.class_test.told.joined import Joined
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.phrasing.pointing import points_away
from studyguide.language.words import forms

_A_NAME: Final = "X"
_SAYS: Final = 3
"""Letters of a word that says something: beside a sign or two nobody knows what a sentence is about."""


def stands_alone(entry: Entry, language: Language, joined: Joined) -> bool:
    """Whether a question or a sentence names what it speaks of, and a year has but one event in the text."""
    return not joined.has_more_of(entry) if entry.kind == "date" else names_all(entry, language)


def names_all(entry: Entry, language: Language) -> bool:
    """Whether a question or a sentence names what it speaks of: nobody can answer another one that stands by itself."""
    if entry.kind == "question":
        is_shown = bool(entry.asked_picture or cells_of(entry.answers))
        return is_shown or not points_away(entry.prompt, language)
    return entry.kind != "cloze" or _is_plain(entry, language)


def _is_plain(entry: Entry, language: Language) -> bool:
    shown = "".join(
        each if isinstance(each, str) else _A_NAME if each.text[:1].isupper() else each.text
        for each in entry.pieces
    )
    visible = " ".join(each for each in entry.pieces if isinstance(each, str))
    words, lists = forms(visible), language.words
    told = [
        each
        for each in words
        if len(each) >= _SAYS
        and not language.is_function_word(each)
        and each not in lists.frequencies
        and each not in lists.hedges
    ]
    return bool(told) and not points_away(shown, language)

"""Turns of phrase: those that say the same are of one meaning, others of none that they share."""

from studyguide.language.language import Language
from studyguide.language.phrasing.turns import turns_in
from studyguide.language.words import forms
from tests.table import rows

SAME = {
    "a verb and its turn": ("en", "they ignored it", "they took no notice of it"),
    "a time": ("en", "not before noon", "at noon at the earliest"),
    "how often": ("de", "monatlich", "jeden Monat"),
    "a verb of two words": ("de", "er lehnte den Plan ab", "er ist dagegen"),
    "only": ("fr", "uniquement du foin", "ne mangent que du foin"),
}
DIFFERENT = {
    "the opposite": ("en", "it rose", "it went down"),
    "switched on": ("en", "switched on", "turned off"),
    "another time": ("de", "monatlich", "jede Woche"),
    "nothing of the kind": ("fr", "du foin", "ne mangent pas de foin"),
}


def meanings(text: str, tag: str) -> set[str]:
    return {each.says for each in turns_in(forms(text), Language(tag))}


@rows(("tag", "one", "other"), SAME.values(), ids=SAME)
def test_turns_say_the_same(tag: str, one: str, other: str) -> None:
    assert meanings(one, tag) & meanings(other, tag)


@rows(("tag", "one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_turns_say_something_else(tag: str, one: str, other: str) -> None:
    assert not meanings(one, tag) & meanings(other, tag)

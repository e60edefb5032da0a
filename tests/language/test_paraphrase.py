"""Everyday synonyms: what may stand for a word, and that nothing does which says something else."""

from itertools import combinations
from pathlib import Path

from studyguide.language import lexicon as lexicon_module
from studyguide.language.language import Language
from studyguide.language.lexicon import lexicon
from tests.table import rows

LANGUAGES = sorted(
    each.stem for each in Path(lexicon_module.__file__).with_name("lexicons").glob("*.txt")
)
TOLD = {
    "an everyday word": ("en", "retain", "keep", True),
    "the past of one": ("en", "kept", "retained", True),
    "the past of the other": ("en", "discovered", "found", True),
    "two pasts": ("en", "abandoned", "left", True),
    "a noun of the family": ("en", "decide", "decision", True),
    "the contrary": ("en", "won", "lost", False),
    "the other side of it": ("en", "bought", "sold", False),
    "one of the same kind": ("en", "wheat", "barley", False),
    "a word that looks like a past": ("en", "find", "establish", False),
    "the past of a verb with something before it": ("de", "behielt", "bewahrte", True),
    "a noun of the verb": ("de", "floh", "Flucht", True),
    "the contrary in German": ("de", "behielt", "verlor", False),
    "two pasts in French": ("fr", "perdu", "perte", True),
    "the contrary in French": ("fr", "vendu", "acheté", False),
    "two pasts in Spanish": ("es", "consiguieron", "lograron", True),
    "the contrary in Spanish": ("es", "vendió", "compró", False),
    "husband and wife": ("es", "marido", "mujer", False),
    "what no group has": ("en", "lamplighter", "kept", False),
}


def is_told(tag: str, one: str, other: str) -> bool:
    language = Language(tag)
    stems = (language.stem(each.casefold()) for each in (one, other))
    return language.has_paraphrase(next(stems), frozenset(stems))


@rows(("tag", "one", "other", "alike"), TOLD.values(), ids=TOLD)
def test_what_may_stand_for_a_word(tag: str, one: str, other: str, alike: bool) -> None:
    assert is_told(tag, one, other) is is_told(tag, other, one) is alike


@rows("tag", LANGUAGES)
def test_no_synonym_is_a_contrary(tag: str) -> None:
    language = Language(tag)
    pairs = (pair for group in lexicon(tag).synonyms for pair in combinations(group.split(), 2))
    assert [pair for pair in pairs if is_contrary(language, *pair)] == []


def is_contrary(language: Language, one: str, other: str) -> bool:
    """Whether one word is an opposite of the other, or both tell of two deeds in one scene."""
    if language.stem(other) in map(language.stem, language.opposites(one)):
        return True
    ones, others = ({deed for deed, _ in language.deeds([each])} for each in (one, other))
    in_both = {each.scene for each in ones} & {each.scene for each in others}
    return bool(in_both) and ones.isdisjoint(others)


@rows("tag", LANGUAGES)
def test_no_group_has_a_word_twice(tag: str) -> None:
    groups = map(str.split, lexicon(tag).synonyms)
    assert [group for group in groups if len({*group}) < len(group)] == []

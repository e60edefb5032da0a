"""Turns of phrase that say the same: `took no notice` and `ignored`, `not before` and `at the earliest`."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.phrases import Phrases

_SAYS = "says "
"""So begin, in the constructions of a language, the names of what its turns say."""


class Turn(NamedTuple):
    """A turn of phrase in a run: what it says, and its words, from the `first` to before the `last`."""

    says: str
    first: int
    last: int


@lru_cache(maxsize=256)  # a rule and the backing ask for those of the same texts and sentences
def turns_in(run: tuple[str, ...], language: Language) -> tuple[Turn, ...]:
    """Give the turns of a run: only those are looked for of which it has a telling word."""
    by_word = _by_word(language.tag)
    told = dict.fromkeys(chain.from_iterable(by_word[form] for form in run if form in by_word))
    return tuple(
        Turn(says, each.start, each.end) for says, phrases in told for each in phrases.find(run)
    )


@cache  # by the tag: each check makes a language of its own
def _by_word(tag: str) -> dict[str, list[tuple[str, Phrases]]]:
    """Give the turns that say the same by each word without one of which none of them stands anywhere."""
    lexicon = Language(tag).words
    found: dict[str, list[tuple[str, Phrases]]] = {}
    for use, listed in lexicon.constructions.items():
        if use.startswith(_SAYS):
            phrases = Phrases(listed, lexicon.small)
            for word in phrases.telling():
                found.setdefault(word, []).append((use, phrases))
    return found


def by_meaning(
    runs: Iterable[tuple[str, ...]], language: Language
) -> dict[str, set[tuple[str, ...]]]:
    """Give the turns of some runs by what they say."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for run in runs:
        for each in turns_in(run, language):
            found.setdefault(each.says, set()).add(run[each.first : each.last])
    return found


def is_told_otherwise(
    told: Mapping[str, set[tuple[str, ...]]], turn: Turn, phrase: tuple[str, ...]
) -> bool:
    """Whether what a turn says is told by others, and not by the same words."""
    return turn.says in told and phrase not in told[turn.says]

"""Turns of phrase that say the same: `took no notice` and `ignored`, `not before` and `at the earliest`."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
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


def turns_in(run: tuple[str, ...], language: Language) -> Iterator[Turn]:
    """Yield each turn of a run; of nearly all runs there is none, which one look tells."""
    every, by_meaning = _known(language)
    if every.stand_in(run):
        for says, phrases in by_meaning:
            yield from (Turn(says, each.start, each.end) for each in phrases.find(run))


@cache
def _known(language: Language) -> tuple[Phrases, tuple[tuple[str, Phrases], ...]]:
    """Give all turns of a language, and those that say the same."""
    lexicon = language.words
    small = lexicon.function_words
    alike = {use: listed for use, listed in lexicon.constructions.items() if use.startswith(_SAYS)}
    every = Phrases(tuple(each for listed in alike.values() for each in listed), small)
    return every, tuple((use, Phrases(listed, small)) for use, listed in alike.items())


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

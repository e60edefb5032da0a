"""Which sentences of a source say most of what an item says: rare words count more than common ones."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from studyguide.anchor.wanted import Wanted
from studyguide.anchor.word_index import Index, Place
from studyguide.evidence.terms import Term

_MOST_SENTENCES = 400
"""A term that stands in more is not asked where it stands, only whether it stands there too."""

_FIRST_CHOICE = 40
_TOLD, _ASKED, _NAME, _NEARBY = 2.0, 1.0, 1.5, 0.4
"""What a term counts: told or asked for, a name or number more; less in the sentence before or after."""


def ranked(index: Index, wanted: Wanted, within: range | None, count: int) -> list[Place]:
    """Give the sentences that support an item best, the best first; only some numbers if `within`."""
    weighed = _weighed(index, wanted)
    first: dict[int, float] = defaultdict(float)
    for term, weight in _telling(index, weighed):
        for number in index.sentences_with(term):
            if within is None or number in within:
                first[number] += weight
    chosen = nlargest(_FIRST_CHOICE, first, key=lambda number: (first[number], -number))
    scores = {number: _score(index, weighed, number) for number in chosen}
    best = nlargest(count, scores, key=lambda number: (scores[number], -number))
    return [place for number in best if (place := index.place(number))]


def _score(index: Index, weighed: Iterable[tuple[Term, float]], number: int) -> float:
    """Tell how much a sentence says of what is wanted."""
    total = 0.0
    for term, weight in weighed:
        if index.stands_in(term, number):
            total += weight
        elif index.stands_in(term, number - 1) or index.stands_in(term, number + 1):
            total += weight * _NEARBY
    return total


def _weighed(index: Index, wanted: Wanted) -> list[tuple[Term, float]]:
    told = [(term, _TOLD) for term in wanted.told]
    asked = [(term, _ASKED) for term in wanted.asked]
    return [
        (term, weight * index.rarity(term) * (_NAME if term.sort != "word" else 1.0))
        for term, weight in (*told, *asked)
        if index.sentences_with(term)
    ]


def _telling(index: Index, weighed: Sequence[tuple[Term, float]]) -> list[tuple[Term, float]]:
    """Choose the terms that few sentences have; the two rarest if there are none."""
    rarest = sorted(weighed, key=lambda each: len(index.sentences_with(each[0])))
    few = [each for each in rarest if len(index.sentences_with(each[0])) <= _MOST_SENTENCES]
    return few or rarest[:2]

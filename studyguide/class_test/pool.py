"""What a class test is drawn from: items and answers of the sections that are asked, and what is known of them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final, NamedTuple

from studyguide.class_test.proof import Proof
from studyguide.class_test.sorts import Candidate, candidates
from studyguide.class_test.telling import Telling
from studyguide.deck.item import Item

MOST_TRIED: Final = 24
"""Wrong answers that are held against the text for one question."""


class Pool(NamedTuple):
    """Proof, items and answers, by sort, of the sections that are asked; what items tell of each other; the seed."""

    proof: Proof
    items: Mapping[str, Item]
    by_sort: Mapping[tuple[str, ...], list[Candidate]]
    telling: Telling
    seed: str


def pool_of(proof: Proof, telling: Telling, sections: frozenset[int], seed: str) -> Pool:
    """Gather what a test is drawn from; wrong answers are of these `sections`, or of all."""
    deck = proof.deck
    by_sort: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for each in candidates(deck, proof.language, sections):
        by_sort[each.sort].append(each)
    items = {item.id.value: item for item in deck.items if not sections or item.section in sections}
    return Pool(proof, items, by_sort, telling, seed)

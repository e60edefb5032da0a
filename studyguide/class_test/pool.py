"""What a class test is drawn from: items and answers of the sections that are asked, and what is known of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from studyguide.class_test.proof import Proof
from studyguide.class_test.sorts import Candidate, candidates
from studyguide.class_test.told.telling import Telling
from studyguide.deck.item import Item
from studyguide.language.times.dates import Time, time_of

MOST_TRIED: Final = 24
"""Wrong answers that are held against the text for one question."""


class Pool(NamedTuple):
    """Proof, items and answers, by sort, of the sections that are asked; what items tell of each other; the seed."""

    proof: Proof
    items: Mapping[str, Item]
    by_sort: Mapping[tuple[str, ...], list[Candidate]]
    telling: Telling
    seed: str

    def time_of(self, id: str) -> Time | None:
        """Give the time of an item on a date."""
        item = self.items.get(id)
        return time_of(item.prompt.value) if item and item.kind == "date" else None

    def years_from(self, id: str, ids: Iterable[str]) -> float:
        """Tell how far an item on a date lies before or behind the time that others are of; 0 where that is not known."""
        own = self.time_of(id)
        times = [time for each in ids if (time := self.time_of(each))]
        if not own or not times:
            return 0.0
        first, last = min(it.start for it in times), max(it.end for it in times)
        return max(first - own.end, own.start - last, 0.0)


def pool_of(proof: Proof, telling: Telling, sections: frozenset[int], seed: str) -> Pool:
    """Gather what a test is drawn from; wrong answers are of these `sections`, or of all."""
    deck = proof.deck
    by_sort: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for each in candidates(deck, proof.language, sections):
        by_sort[each.sort].append(each)
    items = {item.id.value: item for item in deck.items if not sections or item.section in sections}
    return Pool(proof, items, by_sort, telling, seed)

"""Which items a class test asks: so many, by lot, of which none tells another's answer."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Final, NamedTuple

from studyguide.class_test.lots import lot
from studyguide.class_test.matching import FEWEST, MATCHED, group_of
from studyguide.class_test.pool import Pool
from studyguide.class_test.telling import Telling
from studyguide.guide.guide import Entry

_TOGETHER: Final = 5
"""So many of a kind are drawn to be matched, where at least twice as many items are asked."""

_TRIED: Final = 12
_SPARES: Final = 8

_LOOKED_AT: Final = 160
"""So many, by lot, or eight times what is asked, are held against each other."""

_HINT, _TOLD = 1, 100
"""How bad it is that an item helps with another, or tells its answer."""


class Drawn(NamedTuple):
    """What is asked, and what may be asked instead of one that takes too much room; both by lot."""

    asked: tuple[Entry, ...]
    spares: tuple[Entry, ...] = ()


def drawn(
    entries: Sequence[Entry], items: int, telling: Telling, pool: Pool | None, seed: str
) -> Drawn:
    """Draw by lot, the same for the same seed; all, where no more are wanted.

    Where too few have nothing to do with each other, those come first that help with few others; those follow
    that tell the least.
    """
    if not items:
        return Drawn((*entries,))
    lots = sorted(entries, key=lambda each: lot(seed, each.id))
    together = _together(lots, pool) if pool and are_to_match(entries, items) else []
    matched = [each.id for each in together]
    lots = [*together, *(each for each in lots if each.id not in matched)]
    bad = _Bad(lots[: max(_LOOKED_AT, 8 * items)], telling, matched)
    walks = (bad.apart(order, items + _SPARES) for order in bad.orders())
    apart = list[int]()
    for walk in walks:
        apart = max(apart, walk, key=len)
        if len(apart) >= items:
            break
    asked = apart[:items]
    left = [at for at in range(len(bad.entries)) if at not in asked]
    while len(asked) < items and left:
        least = min(left, key=lambda at: bad.among(at, asked))
        left.remove(least)
        asked.append(least)
    return Drawn(*(tuple(bad.entries[at] for at in each) for each in (asked, apart[items:])))


def are_to_match(entries: Sequence[Entry], items: int) -> bool:
    """Whether some are drawn to be matched: where enough are asked, of a deck that has enough of a kind."""
    counts = Counter(each.kind for each in entries)
    is_enough = not items or items >= 2 * _TOGETHER
    return is_enough and any(counts[kind] >= FEWEST for kind in MATCHED)


class _Bad:
    """Items, and how bad it is to ask one beside another, by their places."""

    def __init__(self, entries: Sequence[Entry], telling: Telling, matched: Sequence[str]) -> None:
        self.entries = entries
        self._first = len(matched)
        self._beside: list[dict[int, int]] = [{} for _ in entries]
        self._alone = [
            _TOLD * (at >= self._first and telling.is_told_above(each))
            for at, each in enumerate(entries)
        ]
        for (a, one), (b, two) in combinations(enumerate(entries), 2):
            if not telling.are_apart(one, two, matched):
                bad = _TOLD
            elif b >= self._first and not telling.are_strange(one, two, matched):
                bad = _HINT
            else:
                continue
            self._beside[a][b] = self._beside[b][a] = bad

    def among(self, at: int, others: Sequence[int]) -> int:
        """Tell how bad one is beside others."""
        beside = self._beside[at]
        return self._alone[at] + sum(beside.get(other, 0) for other in others)

    def orders(self) -> Iterator[list[int]]:
        """Yield the places in the order in which they may be drawn.

        By lot alone; then what is bad beside few others comes first, more strictly each time.
        """
        places = range(len(self.entries))
        coarse = len(self.entries)
        while coarse:
            yield sorted(
                places, key=lambda at: (at >= self._first, len(self._beside[at]) // coarse, at)
            )
            coarse //= 2

    def apart(self, order: Sequence[int], most: int) -> list[int]:
        """Take the first ones that are not bad beside those before, so many at most."""
        taken = list[int]()
        for at in order:
            if len(taken) == most:
                break
            if not self.among(at, taken):
                taken.append(at)
        return taken


def _together(lots: Sequence[Entry], pool: Pool) -> list[Entry]:
    """Give the first of the kind that is matched, if there are enough of it."""
    for kind in MATCHED:
        alike = islice((each for each in lots if each.kind == kind), _TRIED)
        group = group_of(kind, alike, pool)
        if len(group) >= FEWEST:
            return group[:_TOGETHER]
    return []

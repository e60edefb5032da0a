"""Which items a class test asks: so many, by lot, of which none tells another's answer."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Final, NamedTuple

from studyguide.class_test.choosing import can_be_chosen, sorts_for
from studyguide.class_test.lots import in_turn, lot
from studyguide.class_test.matching import FEWEST, MATCHED, group_of, one_more
from studyguide.class_test.pool import Pool
from studyguide.class_test.telling import Telling
from studyguide.guide.guide import Entry

_TOGETHER: Final = 5
"""So many of a kind are drawn to be matched, where at least twice as many items are asked."""

_TO_CHOOSE: Final = 2
"""So many at most are drawn first of those that have answers to choose from; a fifth of a short test."""

_TRIED: Final = 12
_SPARES, _FEWEST_SPARES = 8, 2
"""What is drawn beyond what is asked; and where that is hard."""

_LOOKED_AT: Final = 160
"""So many, by lot, or eight times what is asked, are held against each other."""

_ENOUGH: Final = 2
"""So many times what is asked is enough to draw from."""

_HINT, _ALIKE, _TOLD, _SAME = 1, 50, 100, 1000
"""How bad it is that an item helps with another, has nearly its answer, tells that, or asks the same."""


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
    by_id = {each.id: each for each in entries}
    lots = [by_id[id] for id in in_turn([*by_id], seed, items)]
    is_matching = are_to_match(entries, items)
    together, kept = _together(lots, pool) if pool and is_matching else ((), {})
    matched = [each.id for each in together]
    others = _beside(kept, [each for each in lots if each.id not in matched], telling, items)
    most = min(_TO_CHOOSE, items // 5)
    to_choose = [*islice(_to_choose(others, together, pool), most)] if pool else []
    rest = [each for each in others if each not in to_choose][: max(_LOOKED_AT, 8 * items)]
    lots = [*together, *to_choose, *sorted(rest, key=lambda each: _takes(each, to_choose, pool))]
    bad = _Bad(lots, telling, matched)
    apart = list[int]()
    for order in bad.orders():
        apart = max(apart, bad.apart(order, items + _SPARES), key=len)
        if len(apart) < items:
            apart = max(apart, bad.more_apart(apart, items + _FEWEST_SPARES), key=len)
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
        self._telling, self._matched = telling, matched
        self._first = len(matched)
        self._known: dict[tuple[int, int], int] = {}
        self._alone = [
            (at >= self._first)
            * max(_TOLD * telling.is_told_above(each), _HINT * telling.hints_above(each))
            for at, each in enumerate(entries)
        ]

    def among(self, at: int, others: Sequence[int]) -> int:
        """Tell how bad one is beside others."""
        return self._alone[at] + sum(self._beside(at, other) for other in others)

    def orders(self) -> Iterator[list[int]]:
        """Yield the places in the order in which they may be drawn.

        By lot alone; then what is bad beside few others comes first, more strictly each time.
        """
        places = range(len(self.entries))
        yield [*places]
        beside = [sum(bool(self._beside(at, other)) for other in places) for at in places]
        coarse = len(places) // 2
        while coarse:
            yield sorted(places, key=lambda at: (at >= self._first, beside[at] // coarse, at))
            coarse //= 2

    def apart(self, order: Sequence[int], most: int) -> list[int]:
        """Take the first ones that are not bad beside those before, so many at most."""
        taken = list[int]()
        for at in order:
            if len(taken) == most:
                break
            if not self._alone[at] and not any(self._beside(at, other) for other in taken):
                taken.append(at)
        return taken

    def more_apart(self, taken: Sequence[int], wanted: int) -> list[int]:
        """Put two instead of one as often as that leaves all apart, until so many are taken."""
        taken, places = [*taken], range(len(self.entries))
        while len(taken) < wanted:
            alone = dict[int, list[int]]()
            for at in places:
                near = [other for other in taken if self._beside(at, other)]
                if at not in taken and not self._alone[at] and len(near) == 1:
                    alone.setdefault(near[0], []).append(at)
            pairs = (
                (one, pair)
                for one, others in alone.items()
                if one >= self._first
                for pair in combinations(others, 2)
                if not self._beside(*pair)
            )
            one, pair = next(pairs, (None, ()))
            if one is None:
                break
            taken.remove(one)
            taken += pair
        return taken

    def _beside(self, one: int, two: int) -> int:
        pair = (one, two) if one < two else (two, one)
        if pair not in self._known:
            self._known[pair] = self._bad(*pair) if one != two else 0
        return self._known[pair]

    def _bad(self, one: int, two: int) -> int:
        """Tell how bad a pair is, of which the second is the later one."""
        pair = self.entries[one], self.entries[two]
        if self._telling.ask_the_same(*pair):
            return _SAME
        if not self._telling.are_apart(*pair, self._matched):
            return _TOLD
        if two < self._first or self._telling.are_strange(*pair, self._matched):
            return 0
        return _ALIKE if self._telling.are_answered_the_same(*pair) else _HINT


def _together(lots: Sequence[Entry], pool: Pool) -> tuple[Sequence[Entry], Mapping[str, str]]:
    """Give the first of a kind that is matched, if there are enough of it; of which, is by lot, too.

    And the answer, by id, of one that is not asked, so that the last is not given away: one of them, where there is
    no other.
    """
    for kind in sorted(MATCHED, key=lambda kind: lot(pool.seed, kind)):
        alike = [each for each in lots if each.kind == kind][:_TRIED]
        group = group_of(kind, alike, pool)
        if len(group) >= FEWEST:
            first = group[:_TOGETHER]
            kept = dict(one_more(first, (), pool))
            if kept or len(first) == FEWEST:
                return first, kept
            return first[:-1], {first[-1].id: first[-1].answers[0]}
    return (), {}


def _beside(
    kept: Mapping[str, str], others: list[Entry], telling: Telling, items: int
) -> list[Entry]:
    """Leave out what is kept for a wrong answer, and what that tells, where there are enough without."""
    left = [
        each
        for each in others
        if each.id not in kept and not any(telling.is_told(text, each) for text in kept.values())
    ]
    return left if len(left) >= _ENOUGH * items else others


def _to_choose(lots: Sequence[Entry], together: Sequence[Entry], pool: Pool) -> Iterator[Entry]:
    """Yield what has answers to choose from: one of a sort, and no definition of the kind that is matched.

    Two of a sort would have the same to choose from, so that one tells what is not right in the other.
    """
    matched = [each.id for each in together]
    known = set[object](each.kind for each in together)
    tried = 0
    for each in lots:
        if tried == _TRIED:
            return
        sorts = sorts_for(each, pool)
        told = {each.kind} if each.kind != "question" else {*sorts}
        are_strange = all(
            pool.telling.are_apart(each, other, matched)
            and pool.telling.are_strange(each, other, matched)
            for other in (together if sorts and not known & told else ())
        )
        if not sorts or known & told or not are_strange:
            continue
        tried += 1
        if can_be_chosen(each, pool):
            known |= told
            yield each


def _takes(entry: Entry, to_choose: Sequence[Entry], pool: Pool | None) -> bool:
    """Whether others have too little to choose from if this one is asked, too."""
    return pool is not None and not all(can_be_chosen(each, pool, (entry,)) for each in to_choose)

"""Which items are asked side by side: those that have nothing to do with each other, else those that help least; none that tells another."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from studyguide.class_test.told.alone import names_all, stands_alone
from studyguide.class_test.told.telling import Telling
from studyguide.guide.guide import Entry

_SPARES, _FEWEST_SPARES = 8, 2
"""What is drawn beyond what is asked; and where that is hard."""

_HINT, _ALIKE, _TOLD, _SAME = 1, 25, 100, 1000
"""How bad it is that an item helps with another, has nearly its answer, or is of a year that has more, tells that, or leans on another, or asks the same."""


class Bad:
    """Items, and how bad it is to ask one beside another, by their places."""

    def __init__(
        self,
        entries: Sequence[Entry],
        telling: Telling,
        matched: Sequence[str],
        own: AbstractSet[str] = frozenset(),
    ) -> None:
        """Take items, of which those that are `own` come first, by id: of others another seed begins with."""
        self.entries = entries
        self._is_others = [bool(own) and each.id not in own for each in entries]
        self._telling, self._matched = telling, matched
        self._first = len(matched)
        self._known: dict[tuple[int, int], int] = {}
        self._alone = [
            (at >= self._first)
            * max(
                _TOLD * telling.is_told_above(each),
                _TOLD * (not names_all(each, telling.language)),
                _ALIKE * (not stands_alone(each, telling.language, telling.joined)),
                _HINT * telling.hints_above(each),
            )
            for at, each in enumerate(entries)
        ]

    def among(self, at: int, others: Sequence[int]) -> int:
        """Tell how bad one is beside others."""
        return self._alone[at] + sum(self.beside(at, other) for other in others)

    def worst(self, asked: Sequence[int]) -> int:
        """Tell how bad these are together, but for what only helps."""
        return sum(self.among(at, asked) // _ALIKE for at in asked)

    def is_no_worse(self, one: int, two: int) -> bool:
        """Whether what is so bad is no worse than what is as bad as the other, but for what only helps."""
        return one // _ALIKE <= two // _ALIKE

    def may_be_left(self, at: int) -> bool:
        """Whether another may be asked instead: what is matched belongs together."""
        return at >= self._first

    def drawn(
        self, items: int, large: AbstractSet[int] = frozenset()
    ) -> tuple[list[int], list[int]]:
        """Draw what is asked, and spares; those that are `large` last.

        There are fewer than are wanted where more would tell each other's answers, but for one.
        """
        apart = self._most(items, large, _HINT)
        asked = self._filled(apart[:items], items, large)
        if len(asked) < items:
            asked = max(asked, self._most(items, large, _TOLD)[:items], key=len)
        return asked, apart[items:]

    def _most(self, items: int, large: AbstractSet[int], least: int) -> list[int]:
        """Take what is less bad side by side than `least`: so many and spares, or as many as can be found."""
        apart = list[int]()
        for order in self.orders(large, least):
            apart = max(apart, self.apart(order, items + _SPARES, least), key=len)
            if len(apart) < items:
                apart = max(apart, self.more_apart(apart, items + _FEWEST_SPARES, least), key=len)
            if len(apart) >= items:
                break
        return apart

    def _filled(self, asked: list[int], items: int, large: AbstractSet[int]) -> list[int]:
        """Add what helps least, and tells no answer, nor is told; one is asked, whatever the title tells."""
        asked = asked or [min(range(len(self.entries)), key=self._alone.__getitem__)]
        bad = {at: self.among(at, asked) for at, alone in enumerate(self._alone) if alone < _TOLD}
        added = asked
        while True:
            bad = {
                at: found
                for at, found in bad.items()
                if at not in added and all(self.beside(at, it) < _TOLD for it in added)
            }
            if len(asked) >= items or not bad:
                return asked
            least = min(
                bad,
                key=lambda at: (bad[at] // _ALIKE, at in large, self._is_others[at], bad[at]),
            )
            asked, added = [*asked, least], [least]
            bad = {at: found + self.beside(at, least) for at, found in bad.items()}

    def orders(self, large: AbstractSet[int], least: int) -> Iterator[list[int]]:
        """Yield the places in the order in which they may be drawn, those that are `large` last.

        By lot alone; then what is so bad as `least` beside few others comes first, more strictly each time.
        """
        places = sorted(
            range(len(self.entries)), key=lambda at: (at >= self._first and at in large, at)
        )
        yield places
        beside = {at: sum(self.beside(at, it) >= least for it in places) for at in places}
        for others in dict.fromkeys((any(self._is_others), False)):
            coarse = len(places) // 2
            while coarse:
                yield sorted(
                    places,
                    key=lambda at: (
                        at >= self._first,
                        at in large,
                        others and self._is_others[at],
                        beside[at] // coarse,
                        at,
                    ),
                )
                coarse //= 2

    def apart(self, order: Sequence[int], most: int, least: int) -> list[int]:
        """Take the first ones that are less bad than `least`, and beside those before, so many at most."""
        taken = list[int]()
        for at in order:
            if len(taken) == most:
                break
            are_apart = all(self.beside(at, other) < least for other in taken)
            if are_apart and self._alone[at] < least:
                taken.append(at)
        return taken

    def more_apart(self, taken: Sequence[int], wanted: int, least: int) -> list[int]:
        """Put two instead of one as often as that leaves all apart, until so many are taken."""
        taken, places = [*taken], range(len(self.entries))
        while len(taken) < wanted:
            alone = dict[int, list[int]]()
            for at in places:
                near = [other for other in taken if self.beside(at, other) >= least]
                if at not in taken and self._alone[at] < least and len(near) == 1:
                    alone.setdefault(near[0], []).append(at)
            pairs = (
                (one, pair)
                for one, others in alone.items()
                if one >= self._first
                for pair in combinations(others, 2)
                if self.beside(*pair) < least
            )
            one, pair = next(pairs, (None, ()))
            if one is None:
                break
            taken.remove(one)
            taken += pair
        return taken

    def beside(self, one: int, two: int) -> int:
        """Tell how bad it is to ask these two."""
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

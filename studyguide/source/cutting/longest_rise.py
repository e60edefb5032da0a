"""The longest rise in a row of numbers, in a time of n log n: a text may have any number of them."""

from collections.abc import Sequence
from typing import NamedTuple


class _Rise(NamedTuple):
    """How many numbers rise, their sizes together, and which came up first, negated; where it ends."""

    length: int = 0
    size: int = 0
    order: int = 0
    at: int = -1


def longest_rise(numbers: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """Choose where the most numbers rise; of equally many those of the largest size together.

    Gives their places in the row.
    """
    order = {number: at for at, number in enumerate(dict.fromkeys(numbers))}
    ranks = {number: at for at, number in enumerate(sorted(order), start=1)}
    best = [_Rise()] * (len(ranks) + 1)  # a Fenwick tree: the best up to a rank
    before: list[int] = []
    for at, (number, size) in enumerate(zip(numbers, sizes, strict=True)):
        rank = ranks[number]
        below = _best(best, rank - 1)
        before.append(below.at)
        new = _Rise(below.length + 1, below.size + size, -order[number], at)
        while rank < len(best):
            best[rank] = max(best[rank], new, key=_value)
            rank += rank & -rank
    found, at = list[int](), _best(best, len(ranks)).at
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def _best(best: Sequence[_Rise], rank: int) -> _Rise:
    found = best[0]
    while rank:
        found = max(found, best[rank], key=_value)
        rank &= rank - 1
    return found


def _value(rise: _Rise) -> tuple[int, int, int]:
    return rise[:3]

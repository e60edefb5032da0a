"""Which items a class test asks: so many, by lot, of which none tells another's answer."""

from collections.abc import Sequence
from itertools import islice
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


class Drawn(NamedTuple):
    """What is asked, and what may be asked instead of one that takes too much room; both by lot."""

    asked: tuple[Entry, ...]
    spares: tuple[Entry, ...] = ()


def drawn(
    entries: Sequence[Entry], items: int, telling: Telling, pool: Pool | None, seed: str
) -> Drawn:
    """Draw by lot, the same for the same seed; all, where no more are wanted.

    Where too few keep each other's answers to themselves, those follow that tell the least.
    """
    if not items:
        return Drawn((*entries,))
    lots = sorted(entries, key=lambda each: lot(seed, each.id))
    together = _together(lots, pool) if pool and items >= 2 * _TOGETHER else []
    matched = [each.id for each in together]
    apart, others = list[Entry](), list[Entry]()
    for entry in (*together, *(each for each in lots if each.id not in matched)):
        if len(apart) == items + _SPARES:
            break
        is_apart = all(telling.are_apart(entry, each, matched) for each in apart)
        (apart if is_apart else others).append(entry)
    asked = apart[:items]
    while len(asked) < items and others:
        least = min(others, key=lambda each: _told_among(each, asked, telling, matched))
        others.remove(least)
        asked.append(least)
    return Drawn((*asked,), (*apart[items:],))


def _told_among(
    entry: Entry, asked: Sequence[Entry], telling: Telling, matched: Sequence[str]
) -> int:
    return sum(not telling.are_apart(entry, each, matched) for each in asked)


def _together(lots: Sequence[Entry], pool: Pool) -> list[Entry]:
    """Give the first of the kind that is matched, if there are enough of it."""
    for kind in MATCHED:
        alike = islice((each for each in lots if each.kind == kind), _TRIED)
        group = group_of(kind, alike, pool)
        if len(group) >= FEWEST:
            return group[:_TOGETHER]
    return []

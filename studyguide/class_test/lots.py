"""Everything that is drawn by lot is drawn by a digest, so that the same seed draws the same."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

_DEEP: Final = 3
"""So many times what is asked is gone through until enough are found that do not tell of each other."""

_TWO: Final = 2
"""So many parts a deck has as soon as there is twice what is asked: what a part lacks is of the other."""


def lot(*told: str) -> bytes:
    """Give the lot of a thing that is told by these words, the seed before all."""
    return sha256(" ".join(told).encode("utf-8", "surrogatepass")).digest()


def in_turn(ids: Sequence[str], seed: str, wanted: int) -> list[str]:
    """Put ids in an order by lot, so that seeds that are numbers in a row begin with other ones.

    As many as there are enough for share all of them out among each other; of two in a row none begins with what the other has.
    """
    lots = sorted(ids, key=lambda id: lot(seed, id))
    first = own_part(ids, seed, wanted)
    return [*filter(first.__contains__, lots), *(id for id in lots if id not in first)]


def own_part(ids: Sequence[str], seed: str, wanted: int) -> frozenset[str]:
    """Give the ids with which a seed begins: all, where there are not enough to be shared out."""
    turns = max(len(ids) // (_DEEP * wanted), _TWO * (len(ids) >= _TWO * wanted))
    if turns < 2 or not seed.isdecimal():
        return frozenset(ids)
    shared = sorted(ids, key=lambda id: lot("shared", id))
    return frozenset(shared[int(seed) % turns :: turns])

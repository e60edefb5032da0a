"""How a time grows: measured until it is small enough, or was too long each time."""

import gc
from collections.abc import Callable

MOST, AT_LEAST, ROUNDS = 2.5, 0.15, 5
"""The ratio; seconds of a processor below which a ratio is noise; how often a busy machine may disturb us."""


def is_linear(taken: Callable[[int], float], count: int) -> bool:
    """Tell whether twice as much takes at most two and a half times as long, the least of each counting.

    As with `timeit` nothing is collected meanwhile, which would count objects that are none of ours.
    """
    once = twice = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        gc.disable()
        try:
            once, twice = min(once, taken(count)), min(twice, taken(2 * count))
        finally:
            gc.enable()
        if twice < AT_LEAST or twice / once < MOST:
            return True
    return False

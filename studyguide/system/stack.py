"""Room on Python's stack, so that nothing crosses the end of a piece of it again and again."""

from collections.abc import Callable
from typing import Any, Final

_SLOTS: Final = 33_000
"""A little more than half of 512 KiB: a piece of that size is taken for one frame, and the rest is for all it calls."""


def with_room(job: Callable[..., Any], *arguments: object) -> Any:
    """Call a job with a quarter of a megabyte of stack in one piece; memory is only taken where it is used.

    Python has its stack in pieces of 16 KiB, and asks the system for the next one each time that a call does not
    fit into the last: where that is the depth of a loop, for each call in it. A tenth of a print went there.
    """
    return job(*arguments)


with_room.__code__ = with_room.__code__.replace(co_stacksize=_SLOTS)

"""Python's stack is one piece for all that a job calls, however deep."""

import resource

import pytest

from studyguide.system.process import Limits, in_background
from studyguide.system.stack import with_room

CALLS, DEEP = 200, 300
"""Calls in a loop at each depth, and depths: more than one piece of Python's own has room for."""


def test_no_depth_asks_the_system_for_memory_again_and_again() -> None:
    assert with_room(pages_asked_for) < CALLS


def test_nor_does_any_in_a_process_that_helps() -> None:
    with in_background(Limits(20, 1024**3), pages_asked_for) as outcome:
        assert outcome() < CALLS


def test_what_is_raised_and_given_comes_through() -> None:
    assert with_room(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        with_room(divmod, 7, 0)


def pages_asked_for() -> int:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    at_every_depth(DEEP)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def at_every_depth(left: int) -> None:
    for _ in range(CALLS):
        nothing()
    if left:
        at_every_depth(left - 1)


def nothing() -> None:
    pass

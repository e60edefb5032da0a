"""A copy of a process that helps, so that two jobs load together what both need."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from studyguide.system import stopping
from studyguide.system.process import (
    Limits,
    Outcome,
    answer_of,
    end_with_parent,
    in_background,
    received,
    undisturbed,
)


@contextmanager
def in_a_copy(
    limits: Limits, job: Callable[..., Outcome], *arguments: object
) -> Iterator[Callable[[], Outcome]]:
    """Run a job as `in_background` does, in a copy of this process, which has loaded already what it needs.

    Only for a process that `serve`s, since a copy keeps every lock that another thread holds; and elsewhere
    than on Linux, where libraries do not bear being copied, in a new one.
    """
    if sys.platform != "linux":
        with in_background(limits, job, *arguments) as outcome:
            yield outcome
        return
    reading, writing = os.pipe()
    with undisturbed():
        copy = os.fork()
        if not copy:
            _serve_as_copy(writing, limits, job, arguments)
    os.close(writing)
    ended: list[int] = []

    def status() -> int:
        if not ended:
            ended.append(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]))
        return ended[0]

    with os.fdopen(reading, "rb") as answers:
        try:
            yield lambda: received(answers, limits, status)
        except BaseException:
            if not ended:
                os.kill(copy, signal.SIGTERM)
            raise
        finally:
            status()


def _serve_as_copy(writing: int, limits: Limits, job: Callable[..., Any], arguments: Any) -> None:
    """Do what a copy is for, and end there: nothing of what it is a copy of is its own."""
    try:
        os.closerange(3, writing)  # or who waits for the other's answer would wait for us, too
        os.closerange(writing + 1, os.sysconf("SC_OPEN_MAX"))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping.ASKED)
        threading.Thread(target=end_with_parent, daemon=True).start()
        with os.fdopen(writing, "wb") as answers:
            pickle.dump(answer_of(limits, job, arguments), answers)
    finally:
        os._exit(0)

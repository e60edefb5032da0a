"""A limit of what a piece of work may take of a processor: loops in loops need no forbidden means."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from studyguide.errors import StudyGuideError


@contextmanager
def within(seconds: int, said: str) -> Iterator[None]:
    """Raise `StudyGuideError` in what takes more seconds.

    Only the first thread can be told; the others have the limit of their process.
    """

    def told(_: int, __: FrameType | None) -> None:
        raise StudyGuideError(said)

    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, told)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)

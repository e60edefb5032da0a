"""Being stopped: by Ctrl-C, by the system, by a terminal that closes; all alike, and in order."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

ASKED: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""The signals that ask a program to end."""

_PATIENCE: Final = 2.0
"""Seconds of clearing up in which to be asked again changes nothing."""

_asked_at = -_PATIENCE
_is_over = False


class Stopped(KeyboardInterrupt):
    """We were asked to end.

    A kind of our own, since Python remembers a plain one that went through `exec`, as it may while a
    dataclass is made: `python -m studyguide` would then end by the signal, whatever its status.
    """


def listen(*, to_all: bool = False) -> None:
    """Raise `Stopped` when asked to end; what is ignored already stays so, as by nohup, but `to_all`."""
    global _is_over, _asked_at
    _is_over, _asked_at = False, -_PATIENCE
    for each in ASKED:
        if to_all or signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, _stop)
    sys.unraisablehook = _unraisable


def ignore() -> None:
    """Be asked in vain from here on: all is done but the last words.

    To be asked before that is known is still to be stopped, here or where this is called.
    """
    global _is_over  # noqa: PLW0603
    _is_over = True
    for each in ASKED:
        signal.signal(each, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ASKED)  # `held_back` where this was started


@contextmanager
def held_back() -> Iterator[None]:
    """Be asked only afterwards; what is started meanwhile is not asked before it says so, where it can be told."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ASKED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def unwrapped() -> Iterator[None]:
    """Let `Stopped` be itself, whatever it was made into on its way.

    Python before 3.12 wraps it where it was raised while a class is made; a library that was just being
    loaded, or whatever else it broke off, may fail in words of its own.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            raise error.__cause__ from None
        if _asked_at > 0:
            raise Stopped from None
        raise


def _stop(_: int, __: FrameType | None) -> None:
    """Stop once: what comes on top of that must not disturb the clearing up."""
    global _asked_at
    before, _asked_at = _asked_at, time.monotonic()
    if not _is_over and _asked_at - before >= _PATIENCE:
        raise Stopped


def _unraisable(lost: "sys.UnraisableHookArgs") -> None:
    """Ask once more where `Stopped` was raised in a destructor, out of which nothing is raised."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        threading.Timer(0.05, _ask_again).start()
    else:
        sys.__unraisablehook__(lost)


def _ask_again() -> None:
    global _asked_at  # noqa: PLW0603
    _asked_at = -_PATIENCE
    os.kill(os.getpid(), signal.SIGTERM)

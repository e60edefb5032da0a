"""A second process, so that two things that take long are done side by side."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from types import FrameType, ModuleType
from typing import Any, NoReturn, ParamSpec, TypeVar

from studyguide.errors import StudyGuideError

Given = ParamSpec("Given")
Outcome = TypeVar("Outcome")


@contextmanager
def in_background(
    job: Callable[Given, Outcome], *arguments: Given.args, **more: Given.kwargs
) -> Iterator[Callable[[], Outcome]]:
    """Run a job in a process of its own while the block runs.

    What is given waits for the job and gives its outcome, or raises its `StudyGuideError`. Where the
    block fails or is interrupted, the job is interrupted, too, and clears up after itself.
    """
    # A new interpreter: a fork would copy locks that a thread of the progress display may hold.
    # It must not run the program again that has called us, as it would to know its functions.
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(theirs, job, arguments, more), daemon=True)
    with _undisturbed(), _without_main():
        process.start()
    theirs.close()

    def outcome() -> Outcome:
        try:
            result, error = ours.recv()
        except EOFError as end:
            raise StudyGuideError("a process that was to help has come to a sudden end") from end
        if error is not None:
            raise error
        return result  # type: ignore[no-any-return]

    try:
        yield outcome
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
        ours.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off Ctrl-C: a process that begins here inherits that, until it is ready to be stopped."""
    resource_tracker.ensure_running()  # or it is started in between, and lets Ctrl-C through
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the program that runs from a process that begins here."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _run(pipe: Connection, job: Callable[..., Any], arguments: Any, more: Any) -> None:
    try:
        signal.signal(signal.SIGTERM, _stop)
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _stop)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        pipe.send((job(*arguments, **more), None))
    except StudyGuideError as error:
        pipe.send((None, error))
    except KeyboardInterrupt:
        pass  # the process that waits for us says so


def _stop(_: int, __: FrameType | None) -> NoReturn:
    """Stop once: what comes on top of that must not disturb the clearing up."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt

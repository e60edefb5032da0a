"""A second process, so that two things that take long are done side by side, each within limits."""

import gc
import os
import pickle
import resource
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from traceback import format_exc
from types import FrameType
from typing import IO, Any, Final, NamedTuple, TypeVar

from studyguide.errors import StudyGuideError
from studyguide.system import stopping
from studyguide.system.stack import with_room

Outcome = TypeVar("Outcome")

_PATIENCE: Final = 10.0
"""Seconds that a process has to clear up."""
_START: Final = 30
_SHARE: Final = 10
"""By the clock a job may take so many seconds, and so many times as long as it may use a processor: machines are busy."""


class Limits(NamedTuple):
    """What a job may take: seconds of a processor, and bytes of memory; `of` what size it is measured."""

    seconds: int
    memory: int
    of: str = "a deck"


@contextmanager
def in_background(
    limits: Limits, job: Callable[..., Outcome], *arguments: object
) -> Iterator[Callable[[], Outcome]]:
    """Run a job in a process of its own while the block runs.

    What is given waits for the job and gives its outcome, or raises its `StudyGuideError`. Where the
    block fails or is interrupted, the job is interrupted, too, and clears up after itself, as it does
    when we are gone.
    """
    with undisturbed():
        helper = _started()
    try:
        sent = pickle.dumps((limits, job, arguments))
        sender = threading.Thread(target=_send, args=(helper, sent), daemon=True)
        sender.start()
        yield lambda: _outcome(helper, limits)
    except BaseException:
        helper.terminate()
        raise
    finally:
        _end(helper)


def serve() -> None:
    """Do what the process that started us asks for; end in silence when it is gone."""
    stopping.listen(to_all=True)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    with (
        suppress(KeyboardInterrupt, EOFError, pickle.UnpicklingError, OSError),
        stopping.unwrapped(),
    ):
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping.ASKED)
            gc.disable()  # for good: what a job leaves goes with the process
            limits, job, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301, our own process's
            threading.Thread(target=end_with_parent, daemon=True).start()
            pickle.dump(answer_of(limits, job, arguments), answers)
            answers.close()
        finally:
            stopping.ignore()  # in here, since to be asked just now is to be stopped, too
    os._exit(0)  # to take down piece by piece what a job has left takes time, too


def _started() -> "subprocess.Popen[bytes]":
    """Start a new interpreter: a fork would copy locks that a thread of the progress display may hold.

    It loads what we load, and nothing that happens to lie in the folder where we stand.
    """
    here = [*map(str, sys.path)]
    begin = (
        f"import sys; sys.path[:] = {here!r}; from studyguide.system.process import serve; serve()"
    )
    command = [sys.executable, "-P", "-c", begin]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _send(helper: "subprocess.Popen[bytes]", sent: bytes) -> None:
    assert helper.stdin
    with suppress(OSError, ValueError):  # it came to an end: told when its answer is waited for
        helper.stdin.write(sent)
        helper.stdin.flush()


def _outcome(helper: "subprocess.Popen[bytes]", limits: Limits) -> Any:
    def status() -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return helper.wait(_PATIENCE)
        return None

    assert helper.stdout
    return received(helper.stdout, limits, status)


def received(answers: IO[bytes], limits: Limits, status: Callable[[], int | None]) -> Any:
    """Wait for the outcome of a job; `status` is by which signal, less than nothing, its process has ended."""
    patience = _START + _SHARE * limits.seconds
    ready, _, _ = select.select([answers], [], [], patience)
    try:
        result, error = pickle.load(answers) if ready else (None, None)  # noqa: S301, ours
    except (EOFError, pickle.UnpicklingError) as end:
        raise StudyGuideError(_sudden_end(status(), limits)) from end
    if not ready:
        raise StudyGuideError(f"a process that was to help did not end in {patience} s")
    if error is not None:
        raise error
    return result


def _sudden_end(status: int | None, limits: Limits) -> str:
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return _too_long(limits)
    return (
        "a process that was to help has come to a sudden end, as it does over what is damaged, or takes "
        f"{_too_much(limits)}"
    )


def _too_long(limits: Limits) -> str:
    return f"this takes more than the {limits.seconds} s that {limits.of} of this size may take"


def _too_much(limits: Limits) -> str:
    return f"more than the {limits.memory / 1024**3:.1f} GiB of memory that {limits.of} of this size may take"


def _end(helper: "subprocess.Popen[bytes]") -> None:
    """Wait until a process is gone; make it go if it does not."""
    assert helper.stdin
    assert helper.stdout
    with suppress(OSError):
        helper.stdin.close()
    try:
        helper.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        helper.kill()
        helper.wait()
    helper.stdout.close()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off being stopped: a process that begins here inherits that, until it is ready for it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, stopping.ASKED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping.ASKED)


def answer_of(
    limits: Limits, job: Callable[..., Any], arguments: Any
) -> tuple[Any, BaseException | None]:
    """Do a job; give its outcome, or what it raised."""
    try:
        with stopping.unwrapped(), _limited(limits):
            return with_room(job, *arguments), None
    except StudyGuideError as error:
        return None, error
    except MemoryError:
        return None, StudyGuideError(f"this takes {_too_much(limits)}")
    except RecursionError:
        return None, StudyGuideError("something in this is nested too deeply")
    except Exception as error:  # noqa: BLE001, it is raised again where the answer is read
        fault = RuntimeError(f"{type(error).__name__}: {error}")
        fault.add_note(format_exc())
        return None, fault


@contextmanager
def _limited(limits: Limits) -> Iterator[None]:
    """Keep this process within limits, as far as the system lets it."""

    def too_long(_: int, __: FrameType | None) -> None:
        raise StudyGuideError(_too_long(limits))

    signal.signal(signal.SIGXCPU, too_long)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)


def end_with_parent() -> None:
    """Ask ourselves to end when the process that started us is gone; end anyhow after a while."""
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(_PATIENCE)
    os._exit(2)

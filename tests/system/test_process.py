"""A job in a process of its own ends with the block that it runs beside."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.system.process import Limits, in_background
from studyguide.system.process_copy import in_a_copy


@pytest.mark.parametrize(
    "ctrl_c",
    [
        pytest.param(signal.default_int_handler, id="in the foreground"),
        pytest.param(signal.SIG_IGN, id="in the background, where Ctrl-C is ignored"),
    ],
)
def test_a_job_is_stopped_where_its_block_fails(ctrl_c: signal.Handlers) -> None:
    before, start = signal.signal(signal.SIGINT, ctrl_c), time.monotonic()
    try:
        with (
            pytest.raises(StudyGuideError, match="full"),
            in_background(Limits(9, 2**31), time.sleep, 60),
        ):
            raise StudyGuideError("the disk is full")
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - start < 30


def busy() -> None:
    while True:
        pass


def greedy() -> int:
    return len(b"x" * 2**33)


def deep(depth: int = 0) -> int:
    return deep(depth + 1)


def wrong() -> None:
    raise KeyError("key")


FAILURES = {
    "takes too long": (busy, "takes more than the 1 s"),
    "takes too much": (greedy, r"takes more than the 1\.0 GiB of memory"),
    "goes too deep": (deep, "nested too deeply"),
    "comes to a sudden end": (os.abort, "has come to a sudden end"),
}


failures = pytest.mark.parametrize(
    ("job", "said"),
    [
        pytest.param(*row, marks=pytest.mark.torture if row[0] is busy else (), id=name)
        for name, row in FAILURES.items()  # a document that takes long is as slow, and tells the same
    ],
)


@failures
def test_a_job_that_fails_is_one_sentence(job: Callable[[], object], said: str) -> None:
    with (
        in_background(Limits(1, 2**30), job) as outcome,
        pytest.raises(StudyGuideError, match=said),
    ):
        outcome()


def test_a_fault_of_a_job_is_told_where_it_is_waited_for() -> None:
    with (
        in_background(Limits(9, 2**31), wrong) as outcome,
        pytest.raises(RuntimeError, match="KeyError") as caught,
    ):
        outcome()
    assert "in wrong" in caught.value.__notes__[0]


def test_a_helper_that_is_stopped_when_it_is_done_ends_in_silence(
    capfd: pytest.CaptureFixture[str],
) -> None:
    for at in range(12):
        with suppress(StudyGuideError), in_background(Limits(9, 2**31), sorted, "x") as outcome:
            outcome()
            time.sleep(at / 4000)
            raise StudyGuideError("over")
    assert capfd.readouterr().err == ""


def test_a_job_gives_its_outcome() -> None:
    with in_background(Limits(9, 2**31), sorted, "x" * 10**6) as outcome:
        assert outcome() == ["x"] * 10**6


def copied(job: Callable[..., object], *arguments: object) -> object:
    """Run in a helper: do a job in a copy of that."""
    with in_a_copy(Limits(1, 2**30), job, *arguments) as outcome:
        return outcome()


def copied_beside(path: Path) -> None:
    """Run in a helper: fail beside a copy that writes down what it is and sleeps."""
    with in_a_copy(Limits(9, 2**31), asleep, path):
        while not path.exists():
            time.sleep(0.01)
        raise StudyGuideError("the disk is full")


def asleep(path: Path) -> None:
    part = path.with_suffix(".part")
    part.write_text(f"{os.getpid()} {os.getppid()}")
    part.rename(path)
    for _ in range(600):  # to be asked just before one long sleep is noticed after it
        time.sleep(0.1)


def has_ended(process: str) -> bool:
    """Whether a process is gone, or has done all but be waited for by whoever takes in orphans here."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    told = Path(f"/proc/{process}/stat")
    return told.exists() and told.read_text().rpartition(")")[2].split()[0] == "Z"


def test_a_copy_gives_its_outcome() -> None:
    with in_background(Limits(9, 2**31), copied, sorted, "x" * 10**6) as outcome:
        assert outcome() == ["x"] * 10**6


@failures
def test_a_job_that_fails_in_a_copy_is_one_sentence(job: Callable[[], object], said: str) -> None:
    with (
        in_background(Limits(9, 2**31), copied, job) as outcome,
        pytest.raises(StudyGuideError, match=said),
    ):
        outcome()


def test_a_copy_is_stopped_where_its_block_fails(tmp_path: Path) -> None:
    start = time.monotonic()
    with (
        in_background(Limits(9, 2**31), copied_beside, tmp_path / "a") as outcome,
        pytest.raises(StudyGuideError, match="full"),
    ):
        outcome()
    assert has_ended((tmp_path / "a").read_text().split()[0])
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL], ids=["stopped", "killed"])
def test_a_copy_ends_with_those_it_works_for(tmp_path: Path, end: signal.Signals) -> None:
    with in_background(Limits(9, 2**31), copied, asleep, tmp_path / "a") as outcome:
        while not (tmp_path / "a").exists():
            time.sleep(0.01)
        copy, helper = (tmp_path / "a").read_text().split()
        os.kill(int(helper), end)
        with pytest.raises(StudyGuideError):
            outcome()
    until = time.monotonic() + 30
    while not has_ended(copy) and time.monotonic() < until:
        time.sleep(0.01)
    assert has_ended(copy)

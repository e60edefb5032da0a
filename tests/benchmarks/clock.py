"""Compare what we do with a yardstick, taking turns, so that a noisy machine is fair to both."""

import gc
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Ratio(NamedTuple):
    """One comparison: the best times of both in seconds, and the limit that we set ourselves."""

    what: str
    yardstick: str
    ours: float
    theirs: float
    limit: float

    @property
    def ratio(self) -> float:
        """How many times as long as the yardstick we take."""
        return self.ours / self.theirs

    def __str__(self) -> str:
        ratio = self.ratio
        verdict = "ok" if ratio <= self.limit else "OVER"
        times = f"{self.ours * 1000:8.1f} ms / {self.theirs * 1000:8.1f} ms"
        return f"{self.what:<34} {ratio:6.2f} (limit {self.limit:5.2f}) {verdict:<4} {times}  {self.yardstick}"


class Bound(NamedTuple):
    """One measured share of something, and the limit that we set ourselves."""

    what: str
    ratio: float
    limit: float
    yardstick: str

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= self.limit else "OVER"
        return f"{self.what:<34} {self.ratio:6.2f} (limit {self.limit:5.2f}) {verdict:<4} {'':25}  {self.yardstick}"


def compare(
    what: str,
    ours: Callable[[], object],
    yardstick: str,
    theirs: Callable[[], object],
    limit: float,
    turns: int = 7,
    *,
    is_cpu: bool = False,
) -> Ratio:
    """Time both by turns and compare the best of each; by the clock, or by CPU time."""
    now = time.process_time if is_cpu else time.perf_counter
    best = [float("inf"), float("inf")]
    for _ in range(turns):
        for index, action in enumerate((ours, theirs)):
            gc.collect()
            start = now()
            action()
            best[index] = min(best[index], now() - start)
    return Ratio(what, yardstick, *best, limit)


def process(*command: str) -> Callable[[], object]:
    """Give an action that runs a command and waits for it."""
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def peak() -> int:
    """Give the peak of this process in bytes; `getrusage` would count that of its parent in."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024

"""Compare what we do with a yardstick, by turns and in CPU time: a busy machine is fair to both."""

import gc
import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Measure(NamedTuple):
    """One comparison, the limit that we set ourselves, and what was measured."""

    what: str
    ratio: float
    limit: float
    told: str

    @property
    def is_over(self) -> bool:
        """Whether we take more than we allow ourselves."""
        return self.ratio > self.limit

    def __str__(self) -> str:
        verdict = "OVER" if self.is_over else "ok"
        return (
            f"{self.what:<34} {self.ratio:6.2f} (limit {self.limit:5.2f}) {verdict:<4} {self.told}"
        )


def cpu_time() -> float:
    """Give the CPU time of this process so far, and of those it has waited for, in seconds."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def taken_by(action: Callable[[], object]) -> float:
    """Measure the CPU time of an action, in seconds."""
    gc.collect()
    start = cpu_time()
    action()
    return cpu_time() - start


def compare(
    what: str,
    ours: Callable[[], object],
    yardstick: str,
    theirs: Callable[[], object],
    limit: float,
    turns: int = 7,
) -> Measure:
    """Measure both by turns: the ratio is the median of all pairs, after one that only warms up."""
    return judged(what, by_turns(turns, ours, theirs), yardstick, limit)


def by_turns(turns: int, *actions: Callable[[], object]) -> list[tuple[float, ...]]:
    """Measure some actions one after the other, so many times, after a turn that only warms up."""
    for action in actions:
        action()
    return [tuple(map(taken_by, actions)) for _ in range(turns)]


def judged(what: str, pairs: list[tuple[float, ...]], yardstick: str, limit: float) -> Measure:
    """Sum up what was measured of ours and of a yardstick."""
    times = [median(each) * 1000 for each in zip(*pairs, strict=True)]
    told = f"{times[0]:8.1f} ms / {times[1]:8.1f} ms  {yardstick}"
    return Measure(what, median(one / other for one, other in pairs), limit, told)


def process(compiled: Path, *command: str) -> Callable[[], object]:
    """Give an action that runs a command and waits for it; what Python compiles is kept in a folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)


def peak() -> int:
    """Give the peak of this process in bytes; `getrusage` would count that of its parent in."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024

"""Two hundred runs that are stopped at any moment: no half file, nothing left behind, no trace."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from studyguide.lock.on_disk import open_lock
from tests.places import ROOT

pytestmark = pytest.mark.torture

KILLS, PIECES = 200, 4
COMMANDS = {
    "build": ("build", "x"),
    "check": ("check", "x"),
    "review": ("review", "x", "--accept", "section-1", "--reason", "read beside its passage"),
    "anchor": ("anchor", "x", "--write"),
}
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)
PATIENCE = 30.0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "cards" / "tide-mills", tmp_path / "x")
    (tmp_path / "temporary").mkdir()
    return tmp_path


def started(project: Path, *words: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "TMPDIR": str(project / "temporary")}
    environment.pop("STUDYGUIDE_SOURCE", None)
    return subprocess.Popen(
        [sys.executable, "-m", "studyguide", *words],
        cwd=project, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def longest(project: Path, words: tuple[str, ...]) -> float:
    begun = time.monotonic()
    started(project, *words).communicate(timeout=120)
    return time.monotonic() - begun


def spoil(project: Path, chance: random.Random) -> None:
    """Give every command something to write."""
    path = project / "x" / "1-how-it-works.yaml"
    text = (ROOT / "cards" / "tide-mills" / path.name).read_text(encoding="utf-8")
    lines = text.replace("summary: ", f"summary: Try {chance.randrange(10**6)}. ", 1).split("\n")
    at = max(n for n, line in enumerate(lines) if line.lstrip().startswith("evidence:"))
    path.write_text("\n".join(lines[:at] + lines[at + 1 :]), encoding="utf-8")
    if chance.random() < 0.7:
        path.write_text("\n".join(lines), encoding="utf-8")


def leftovers(project: Path) -> list[str]:
    beside = [path for path in project.rglob("*") if path.name.endswith(".part")]
    return sorted(map(str, [*beside, *(project / "temporary").iterdir()]))


def faults(project: Path) -> list[str]:
    """Tell which files are not whole."""
    open_lock(project / "x" / "deck.lock")
    found = []
    for path in (project / "dist").glob("*"):
        data = path.read_bytes()
        if path.suffix == ".pdf" and not data.rstrip().endswith(b"%%EOF"):
            found.append(str(path))
        elif path.suffix == ".apkg":
            found += [str(path)] if zipfile.ZipFile(path).testzip() else []
    return found


@pytest.mark.parametrize("piece", range(PIECES))
def test_a_run_that_is_stopped_leaves_nothing(project: Path, seed: int, piece: int) -> None:
    chance = random.Random(f"{seed} {piece}")
    lasting = {name: longest(project, words) for name, words in COMMANDS.items()}
    for number in range(KILLS // PIECES):
        spoil(project, chance)
        name, by = chance.choice([*COMMANDS]), SIGNALS[number % len(SIGNALS)]
        with started(project, *COMMANDS[name]) as process:
            time.sleep(chance.uniform(0.05, lasting[name]))
            process.send_signal(by)
            said, complained = process.communicate(timeout=PATIENCE)
        told = f"{name}, {by.name}, seed {seed}, piece {piece}, number {number}: {complained}{said}"
        assert process.returncode in (
            {0, 1, 2, -by} if by == signal.SIGKILL else {0, 1, 2, -signal.SIGINT, -signal.SIGTERM}
        ), told
        has_begun = "studyguide/" in complained or "Traceback" not in complained
        assert not (has_begun and "Traceback" in complained), told
        assert faults(project) == [], told
        if by != signal.SIGKILL:
            assert leftovers(project) == [], told
    started(project, "build", "x").communicate(timeout=120)
    assert leftovers(project) == []

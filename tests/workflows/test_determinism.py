"""The same input gives the same bytes, under any hash seed, in any time zone and folder.

A whole build is held to that in `test_install.py`, where one is made anyway.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.places import CARDS, ROOT

KNOWN = {key: value for key, value in os.environ.items() if key != "STUDYGUIDE_SOURCE"}
HOME = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
FAR = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Auckland",
    "HOME": "/nowhere",
    "FONTCONFIG_FILE": "/nowhere/fonts.conf",
}


def made(
    folder: Path,
    command: str,
    environment: dict[str, str],
    program: Sequence[Path | str] = (sys.executable, "-m", "studyguide"),
) -> dict[str, bytes]:
    """Run a command on the deck in a folder; give all that it wrote."""
    done = subprocess.run(
        [*program, command],
        cwd=folder,
        env={**KNOWN, "SOURCE_DATE_EPOCH": "1790000000", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return written(folder)


def written(folder: Path) -> dict[str, bytes]:
    found = [*folder.glob("dist/*"), *(folder / "cards").glob("*/deck.lock")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def copied(folder: Path, deck: str) -> Path:
    shutil.copytree(CARDS / deck, folder / "cards" / deck)
    return folder


def far_from(folder: Path) -> Path:
    return folder / "a longer path" / "ünicode" / "two"


def are_the_same(one: dict[str, bytes], two: dict[str, bytes], count: int = 5) -> None:
    assert sorted(one) == sorted(two)
    assert len(one) == count  # deck, guide, cards, lock, and what was made of what
    assert [name for name in one if one[name] != two[name]] == []


@pytest.mark.torture
def test_two_builds_of_the_first_deck_are_byte_identical(tmp_path: Path) -> None:
    one, two = (
        copied(tmp_path / "one", "soviet-miners"),
        copied(far_from(tmp_path), "soviet-miners"),
    )
    text = {key: os.environ[key] for key in ("STUDYGUIDE_SOURCE",) if key in os.environ}
    are_the_same(made(one, "build", HOME | text), made(two, "build", FAR | text))


def test_two_locks_from_nothing_are_byte_identical(tmp_path: Path) -> None:
    one, two = copied(tmp_path / "one", "tide-mills"), copied(far_from(tmp_path), "tide-mills")
    for folder in (one, two):
        (folder / "cards/tide-mills/deck.lock").unlink()
    locks = made(one, "check", HOME)
    assert len(locks) == 1
    assert locks == made(two, "check", FAR)


def test_the_committed_locks_vouch_for_the_committed_decks(tmp_path: Path) -> None:
    """What is in the repository builds without the source texts, and changes no lock."""
    shutil.copytree(ROOT / "cards", tmp_path / "cards", ignore=shutil.ignore_patterns("source.txt"))
    done = subprocess.run(
        [sys.executable, "-m", "studyguide", "build", "--only", "anki"],
        cwd=tmp_path,
        env={key: value for key, value in os.environ.items() if key != "STUDYGUIDE_SOURCE"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    for deck in ("soviet-miners", "tide-mills"):
        lock = Path("cards", deck, "deck.lock")
        assert (tmp_path / lock).read_bytes() == (ROOT / lock).read_bytes()

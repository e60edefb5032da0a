"""The same input gives the same bytes, under any hash seed, in any time zone and folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import CARDS, ROOT

HOME = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
FAR = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Auckland",
    "HOME": "/nowhere",
    "FONTCONFIG_FILE": "/nowhere/fonts.conf",
}


def build(folder: Path, deck: str, environment: dict[str, str]) -> dict[str, bytes]:
    """Build a deck in a fresh folder, without a lock where its text is at hand; give what this wrote."""
    shutil.copytree(CARDS / deck, folder / "cards" / deck)
    if (folder / "cards" / deck / "source.txt").exists():
        (folder / "cards" / deck / "deck.lock").unlink()
    done = subprocess.run(
        [sys.executable, "-m", "studyguide", "build"],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    written = [*(folder / "dist").iterdir(), *(folder / "cards").glob("*/deck.lock")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in written}


@pytest.mark.parametrize(
    "deck", ["tide-mills", pytest.param("soviet-miners", marks=pytest.mark.torture)]
)
def test_two_builds_are_byte_identical(tmp_path: Path, deck: str) -> None:
    far = tmp_path / "a longer path" / "ünicode"
    far.mkdir(parents=True)
    one, two = build(tmp_path / "one", deck, HOME), build(far / "two", deck, FAR)
    assert sorted(one) == sorted(two)
    assert len(one) == 5  # deck, guide, cards, lock, and what was made of what
    assert [name for name in one if one[name] != two[name]] == []


def test_the_committed_locks_vouch_for_the_committed_decks(tmp_path: Path) -> None:
    """What is in the repository builds without the source texts, and changes no lock."""
    shutil.copytree(ROOT / "cards", tmp_path / "cards", ignore=shutil.ignore_patterns("source.txt"))
    done = subprocess.run(
        [sys.executable, "-m", "studyguide", "check"],
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

"""The same input gives the same bytes, under any hash seed, in any time zone and folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT

DECKS = ("soviet-miners", "tide-mills")


def build(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build both decks in a fresh folder, one of them without a lock yet; give what this wrote."""
    shutil.copytree(ROOT / "cards", folder / "cards")
    (folder / "cards" / "tide-mills" / "deck.lock").unlink()
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


def test_two_builds_are_byte_identical(tmp_path: Path) -> None:
    one = build(tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    far = tmp_path / "a longer path" / "ünicode"
    far.mkdir(parents=True)
    nowhere = {"HOME": "/nowhere", "FONTCONFIG_FILE": "/nowhere/fonts.conf"}
    two = build(far / "two", PYTHONHASHSEED="4711", TZ="Pacific/Auckland", **nowhere)
    assert sorted(one) == sorted(two)
    assert len(one) == 5 * len(DECKS)  # deck, guide, cards, lock, and what was made of what
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
    for deck in DECKS:
        lock = Path("cards", deck, "deck.lock")
        assert (tmp_path / lock).read_bytes() == (ROOT / lock).read_bytes()

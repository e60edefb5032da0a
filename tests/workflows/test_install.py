"""An installed wheel works where there is no checkout."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.places import ROOT


def pip(python: Path | str, *arguments: str) -> None:
    command = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PIP_NO_INPUT": "1"})


@pytest.mark.slow
def test_a_wheel_in_an_empty_environment_builds_a_deck(tmp_path: Path) -> None:
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT))
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    wheel = next(tmp_path.glob("studyguide-*.whl"))
    pip(python, "install", "-c", str(ROOT / "constraints.txt"), str(wheel))

    folder = tmp_path / "no checkout"
    shutil.copytree(ROOT / "cards" / "tide-mills", folder / "cards" / "tide-mills")
    done = subprocess.run(
        [tmp_path / "venv" / "bin" / "studyguide", "build"],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (folder / "dist").iterdir()) == [
        "tide-mills-cards.pdf",
        "tide-mills.apkg",
        "tide-mills.pdf",
    ]

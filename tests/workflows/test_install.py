"""An installed wheel works where there is no checkout, with what it declares that it needs."""

import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import chdir
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from hatchling.build import build_wheel
from packaging.requirements import Requirement

from tests.places import ROOT
from tests.workflows.test_determinism import FAR, are_the_same, copied, far_from, made, written


def pip(*arguments: Path | str, python: Path | str = sys.executable) -> None:
    command = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PIP_NO_INPUT": "1"})


def needs(dist: Distribution, *extras: str) -> Iterator[Requirement]:
    for line in dist.requires or ():
        needed = Requirement(line)
        if any(not needed.marker or needed.marker.evaluate({"extra": e}) for e in ("", *extras)):
            yield needed


def link(dist: Distribution, site: Path, *extras: str) -> None:
    """Lay what a distribution needs, and what that needs, into `site`, as it is set up here."""
    for needed in needs(dist, *extras):
        found = distribution(needed.name)
        assert found.version in needed.specifier
        tops = {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}
        if not all((site / top).exists() for top in tops):
            for top in tops:
                (site / top).symlink_to(str(found.locate_file(top)))
        elif not needed.extras:
            continue
        link(found, site, *needed.extras)


def wheel_in(folder: Path, *, by_pip: bool) -> Path:
    """Build the wheel, as pip does, or by that which it asks to do so."""
    if by_pip:
        pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
        (wheel,) = folder.glob("studyguide-*.whl")
        return wheel
    with chdir(ROOT):
        return folder / build_wheel(str(folder))


def without_network(home: Path, wheel: Path) -> None:
    venv.create(home, with_pip=False)
    install = ("install", "--no-compile", "--no-deps", "--no-index", wheel)
    pip("--python", home / "bin" / "python", *install)
    (site,) = home.glob("lib/python*/site-packages")
    (information,) = site.glob("studyguide-*.dist-info")
    link(Distribution.at(information), site)


def from_the_index(home: Path, wheel: Path) -> None:
    venv.create(home, with_pip=True)
    pip("install", "-c", ROOT / "constraints.txt", wheel, python=home / "bin" / "python")


@pytest.mark.parametrize(
    "install", [without_network, pytest.param(from_the_index, marks=pytest.mark.torture)]
)
def test_a_wheel_in_an_empty_environment_builds_the_same_bytes(
    tmp_path: Path, install, tide_mills: Path
) -> None:
    """Far away, too, from where that was built which all tests read."""
    install(tmp_path / "venv", wheel_in(tmp_path, by_pip=install is from_the_index))

    folder = copied(far_from(tmp_path), "tide-mills")
    program = [tmp_path / "venv" / "bin" / "studyguide"]
    without_checkout = {**FAR, "PYTHONPATH": ""}
    here, there = written(tide_mills), made(folder, "build", without_checkout, program)
    for files in (here, there):
        del files["dist/.tide-mills.made.json"]  # which tells programs apart
    are_the_same(here, there, 4)
    assert sorted(path.name for path in (folder / "dist").glob("[!.]*")) == [
        "tide-mills-cards.pdf",
        "tide-mills.apkg",
        "tide-mills.pdf",
    ]

"""What `build` writes as its options say, wherever it stands; and folders that hold one deck are told."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from studyguide.cli.commands.build import _told_apart
from studyguide.cli.progress import each
from studyguide.errors import StudyGuideError
from studyguide.workflows.check import Say, Texts, check_folder
from tests.cli.test_border import GOOD
from tests.conftest import Desk

ELSEWHERE = "import sys; sys.path.remove(''); import studyguide.__main__ as it; it.main()"
"""Python itself would look where we stand, and only there."""

OPTIONS = ("--paper", "letter", "--cards", "fold", "--card-size", "80x50", "--back-offset", "-1,2")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which a deck has been built beside files that are named as modules are.

    Its title and a note have private characters, which are in no face, whatever the machine has.
    """
    folder = tmp_path_factory.mktemp("odd")
    (folder / "x").mkdir()
    for name, text in GOOD.items():
        changed = text.replace("title: Mills", "title: \ue000 Mills")
        changed = changed.replace("    evidence:", "    note: A \ue001.\n    evidence:")
        (folder / "x" / name).write_text(changed, encoding="utf-8")
    for name in ("pickle", "random", "studyguide", "weasyprint", "multiprocessing"):
        (folder / f"{name}.py").write_text(f"open('{name}-was-run', 'w')\n")
    known = {key: value for key, value in os.environ.items() if key != "STUDYGUIDE_SOURCE"}
    command = [sys.executable, "-c", ELSEWHERE, "build", "x", *OPTIONS]
    done = subprocess.run(
        command, cwd=folder, env=known, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (folder / "found").write_text(done.stdout, encoding="utf-8")
    text = GOOD["deck.yaml"].replace("id: mills", "id: ponds")
    shutil.copytree(folder / "x", folder / "y", ignore=shutil.ignore_patterns("deck.*"))
    (folder / "y/deck.yaml").write_text(text, encoding="utf-8")
    both = [*command[:3], "build", "x", "y", "--only", "anki", "--jobs", "2"]
    done = subprocess.run(both, cwd=folder, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_nothing_in_the_folder_where_we_stand_is_run(odd: Path) -> None:
    assert not [*odd.glob("*-was-run")]


def test_paper_and_cards_as_the_options_say(odd: Path) -> None:
    for name in ("mills.pdf", "mills-cards.pdf"):
        told = subprocess.run(["pdfinfo", odd / "dist" / name], capture_output=True, check=True)
        assert b"612 x 792 pts (letter)" in told.stdout
    shown = subprocess.run(
        ["pdftotext", "dist/mills-cards.pdf", "-"], cwd=odd, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert "Fold each sheet along the dashed marks" in shown.stdout


def test_boxes_keep_nothing_from_being_written(odd: Path) -> None:
    found = re.findall(
        r"^x\S+?([\w-]+\.yaml:\d+:\d+): warning: .+ \[(\S+)\]$",
        (odd / "found").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert [code for _, code in found].count("character-missing") == 2
    written = {path.name for path in (odd / "dist").glob("[!.]*")}
    assert written == {"mills.apkg", "mills.pdf", "mills-cards.pdf", "ponds.apkg"}
    with pikepdf.open(odd / "dist" / "mills.pdf") as document:
        assert any(
            "Boxes" in str(font.BaseFont)
            for page in document.pages
            for font in page.resources.get("/Font", {}).values()
        )


def killed(folder: Path, texts: Texts, say: Say) -> None:
    """Take no step: end as the system ends what takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(StudyGuideError, match="fewer --jobs"), each(("a", "b"), None, killed, 2):
        pass


def test_decks_of_one_id_are_told(tmp_path: Path) -> None:
    results = []
    for name, id in (("a", "mills"), ("b", "locks"), ("c", "mills"), ("d", "")):
        (tmp_path / name).mkdir()
        desk = Desk(tmp_path / name)
        desk.deck(id=id)
        desk.section("question: Who?\nanswer: Ada\nevidence: Ada Kestrel")
        results.append(check_folder(desk.folder, Texts(None, None, for_one=False), lambda _: None))
    (tmp_path / "alias").symlink_to("a")
    again = check_folder(tmp_path / "alias", Texts(None, None, for_one=False), lambda _: None)
    _told_apart([*results[:2], again, results[3], results[3]])
    with pytest.raises(StudyGuideError, match=r"/a and .*/c are both the deck `mills`"):
        _told_apart(results)

"""`studyguide anchor` at the command line: a diff, the files, the exit status; and the help of `check`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from studyguide.cli.main import cli
from tests.conftest import HARBOUR, Desk

PAY = "id: pay\nquestion: How many constables did the council send?\nanswer: '40'"
WRONG = "id: wrong\nquestion: How many constables did the council send?\nanswer: '41'"


@pytest.fixture
def folder(desk: Desk) -> Path:
    (desk.folder / "source.txt").write_text(HARBOUR, encoding="utf-8")
    return desk.folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)


def test_a_diff_is_shown_and_nothing_written(desk: Desk, folder: Path) -> None:
    path = desk.section(PAY)
    before = path.read_bytes()
    result = run("anchor", folder)
    assert result.return_value == 1
    assert "# " in result.stdout
    assert "§1 ¶1: The Selby council’s answer was" in result.stdout
    assert "\n+    evidence: " in result.stdout
    assert "evidence found for 1 item, 0 left without; 0 files written" in result.stderr
    assert path.read_bytes() == before


OIL = """Autora

El aceite

1. El molino

El trabajo se hace en tres pasos. Primero se limpian las olivas con aire y se lavan con agua. Luego se baten en una
cuba durante una hora, y una centrífuga separa el aceite del agua.

Hasta 1984 se trabajó con prensa. Era lenta y cara.

Al final el aceite reposa en tinajas de barro.
"""


def test_entries_of_a_list_that_nothing_quotes_are_told(desk: Desk) -> None:
    (desk.folder / "source.txt").write_text(OIL, encoding="utf-8")
    desk.deck(language="es")
    entries = "[se limpian las olivas con aire y se lavan con agua, una centrífuga separa el aceite del agua, el aceite duerme en cántaros grandes]"
    desk.section(f"id: pasos\nquestion: ¿Cuáles son los tres pasos del trabajo?\nanswer: {entries}")
    result = run("anchor", desk.folder)
    assert "evidence found for 1 item, of 1 not for all entries, 0 left without" in result.stderr
    assert "nothing quoted yet says: el aceite duerme en cántaros grandes" in result.stdout


def test_it_is_written_and_passes(desk: Desk, folder: Path) -> None:
    path = desk.section(PAY)
    before = path.read_text("utf-8")
    assert run("anchor", folder, "--write").return_value == 0
    new = [line for line in path.read_text("utf-8").splitlines() if line not in before.splitlines()]
    assert len(new) == 1
    assert new[0].startswith("    evidence: ")
    assert run("check", folder).return_value == 0
    assert run("anchor", folder).stdout == ""


def test_what_is_left_without_fails(desk: Desk, folder: Path) -> None:
    path = desk.section(PAY, WRONG)
    result = run("anchor", folder, "--write")
    assert result.return_value == 1
    assert "wrong: nothing in §1 supports this: the number 41 does not stand" in result.stdout
    assert "  nearest: §1 ¶1: " in result.stdout
    assert path.read_text("utf-8").count("evidence:") == 1


def test_with_all_better_evidence_is_told_never_written(desk: Desk, folder: Path) -> None:
    path = desk.section(PAY + "\nevidence: offer 1,200 pence")
    before = path.read_bytes()
    assert run("anchor", folder).stdout == ""
    result = run("anchor", folder, "--all", "--write")
    assert result.return_value == 0
    assert "#   + evidence: " in result.stdout
    assert path.read_bytes() == before


@pytest.fixture
def no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STUDYGUIDE_SOURCE", raising=False)


@pytest.mark.usefixtures("no_text")
def test_without_the_text_it_cannot_run(desk: Desk) -> None:
    desk.section(PAY)
    assert "this needs the source text" in str(run("anchor", desk.folder).exception)


def test_a_deck_with_other_mistakes_is_refused(desk: Desk, folder: Path) -> None:
    desk.section(PAY + "\nnoise: x")
    assert "has mistakes: see `studyguide check" in str(run("anchor", folder).exception)


def test_check_says_what_to_write(desk: Desk, folder: Path) -> None:
    desk.section(PAY, WRONG)
    result = run("check", folder)
    assert result.return_value == 1
    assert "help: add `evidence: " in result.stdout
    assert "help: nothing in §1 supports this: the number 41 does not stand" in result.stdout


@pytest.mark.usefixtures("no_text")
def test_without_the_text_check_says_so_once(desk: Desk) -> None:
    desk.section(PAY)
    result = run("check", desk.folder, "--format", "json")
    assert result.stdout.count('"code"') == 1
    assert '"key-missing"' in result.stdout

"""What a shell offers when TAB is pressed: in a real bash, and by the words that zsh and fish exchange."""

import os
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest

from studyguide.cli.main import COMMANDS
from studyguide.cli.parameters import _ID
from tests.cli.test_main import edit, project
from tests.places import ROOT

__all__ = ["project"]  # a fixture

OFFERS = {
    "commands": ("", sorted(COMMANDS)),
    "a command begun": ("co", ["coverage"]),
    "decks": ("check ", ["cards/tide-mills"]),
    "a second deck": ("build cards/tide-mills ca", ["cards/tide-mills"]),
    "items of all decks": ("explain sp", ["spring-tides"]),
    "items of one deck": ("review cards/tide-mills --accept nea", ["neap-tides"]),
    "codes": ("check --explain answer-n", ["answer-name", "answer-number"]),
    "no such command": ("zz", []),
    "no such item": ("explain zz", []),
    "no such code": ("check --explain zz", []),
}


def environment(**more: str) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **more}


def say(project: Path, *command: str, **more: str) -> str:
    done = subprocess.run(
        command, cwd=project, env=environment(**more), capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout


PRESS_TAB = """
eval "$GIVEN"
COMP_WORDS=(studyguide "$@") COMP_CWORD=$#
compopt() { echo "compopt $*"; }
$(complete -p studyguide | grep -o '_[a-z_]*completion') studyguide
printf '%s\\n' "${COMPREPLY[@]}"
"""


@cache
def given_to_bash() -> str:
    return say(ROOT, "studyguide", _STUDYGUIDE_COMPLETE="bash_source")


def offered_by_bash(project: Path, *words: str) -> str:
    command = ("bash", "--norc", "-c", PRESS_TAB, "bash", *words)
    return say(project, *command, GIVEN=given_to_bash())


@pytest.mark.parametrize(("line", "offered"), OFFERS.values(), ids=OFFERS)
def test_bash(project: Path, line: str, offered: list[str]) -> None:
    told = offered_by_bash(project, *line.split(" "))
    assert sorted(told.split()) == offered


def test_what_would_steer_a_terminal_is_not_offered(project: Path) -> None:
    shutil.copytree(project / "cards/tide-mills", project / "cards/a\x1b]0;x\x07")
    told = say(project, "studyguide", _STUDYGUIDE_COMPLETE="zsh_complete", COMP_WORDS="studyguide check ", COMP_CWORD="2")  # fmt: skip
    assert "cards/tide-mills" in told
    assert "\x1b" not in told


def test_empty_lines_are_passed_over_in_time() -> None:
    begun = time.process_time()
    assert _ID.findall("\n" * 10**5 + "  - id: one\n") == ["one"]
    assert time.process_time() - begun < 1


def test_where_no_deck_is_named_so_folders_are_offered(project: Path) -> None:
    told = offered_by_bash(project, "check", "elsewhere/")
    assert told.split() == ["compopt", "-o", "dirnames"]


def test_ids_are_offered_while_a_file_has_mistakes(project: Path) -> None:
    edit(project, "items:", "items: [")
    told = offered_by_bash(project, "explain", "sluic")
    assert told.split() == ["sluice"]


@pytest.mark.parametrize("name", ["commands", "decks", "items of all decks", "codes"])
def test_zsh(project: Path, name: str) -> None:
    line, offered = OFFERS[name]
    words = f"studyguide {line}"
    count = str(len(words.split(" ")) - 1)
    told = say(
        project, "studyguide",
        _STUDYGUIDE_COMPLETE="zsh_complete", COMP_WORDS=words, COMP_CWORD=count,
    ).splitlines()  # fmt: skip
    assert told[::3] == ["plain"] * len(offered)
    assert sorted(told[1::3]) == offered
    if name == "commands":
        assert told[2::3] == [*COMMANDS.values()]


@pytest.mark.parametrize("name", ["commands", "decks", "items of all decks", "codes"])
def test_fish(project: Path, name: str) -> None:
    line, offered = OFFERS[name]
    told = say(
        project, "studyguide",
        _STUDYGUIDE_COMPLETE="fish_complete", COMP_WORDS=f"studyguide {line}",
        COMP_CWORD=line.split(" ")[-1],
    ).splitlines()  # fmt: skip
    assert sorted(each.removeprefix("plain,").split("\t")[0] for each in told) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_given_its_lines(project: Path, shell: str) -> None:
    told = say(project, "studyguide", _STUDYGUIDE_COMPLETE=f"{shell}_source")
    assert f"_STUDYGUIDE_COMPLETE={shell}_complete" in told

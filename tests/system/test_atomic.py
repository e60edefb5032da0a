"""Files appear whole or not at all, through no planted link, and nothing is left of a killed run."""

import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.system import atomic
from studyguide.system.atomic import clear_up, held, replacing
from tests.places import ROOT
from tests.table import rows


def write(path: Path, text: str = "new") -> None:
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8")


def test_a_link_in_its_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("precious", encoding="utf-8")
    (tmp_path / "file").symlink_to("victim")
    write(tmp_path / "file")
    assert not (tmp_path / "file").is_symlink()
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "precious"


def test_names_beside_cannot_be_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "victim").write_text("precious", encoding="utf-8")
    names = iter([bytes(8), bytes(8), b"\x11" * 8])
    monkeypatch.setattr(os, "urandom", lambda _: next(names))
    (tmp_path / ".file.0000000000000000.part").symlink_to("victim")
    write(tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "precious"


@rows("mode", [0o600, 0o640, 0o444, 0o755])
def test_the_mode_of_what_is_replaced_stays(tmp_path: Path, mode: int) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(mode)
    write(tmp_path / "file")
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_new_files_have(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write(tmp_path / "file")
    assert (tmp_path / "file").stat().st_mode == (tmp_path / "plain").stat().st_mode


KILLED = """
import os, signal, sys
from pathlib import Path
from studyguide.system.atomic import replacing
with replacing(Path(sys.argv[1])) as beside:
    beside.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_run_has_left_goes_with_the_next(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", KILLED, str(tmp_path / "file")]
    assert subprocess.run(command, env=environment, check=False).returncode == -signal.SIGKILL
    assert len([*tmp_path.iterdir()]) == 1
    write(tmp_path / "another file")
    assert [path.name for path in tmp_path.iterdir()] == ["another file"]


STAYS = (
    *(".file.part", ".file.123.part", "file.0123456789abcdef.part", ".file.0123456789abcdef"),
    *(".file.0123456789abcdeg.part", ".file.0123456789abcdef.part.yaml"),
)


def test_what_is_not_left_by_us_stays(tmp_path: Path) -> None:
    for name in STAYS:
        (tmp_path / name).touch()
    (tmp_path / ".link.0123456789abcdef.part").symlink_to(STAYS[0])
    os.mkfifo(tmp_path / ".pipe.0123456789abcdef.part")
    (tmp_path / ".folder.0123456789abcdef.part").mkdir()
    clear_up(tmp_path)
    assert len([*tmp_path.iterdir()]) == len(STAYS) + 3


def test_what_another_run_is_writing_stays(tmp_path: Path) -> None:
    with replacing(tmp_path / "one") as beside:
        beside.write_text("one", encoding="utf-8")
        write(tmp_path / "two")
        assert beside.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_who_holds_a_folder_keeps_others_waiting(tmp_path: Path) -> None:
    order = []

    def other() -> None:
        with held(tmp_path):
            order.append("other")

    with held(tmp_path):
        thread = threading.Thread(target=other)
        thread.start()
        time.sleep(0.1)
        order.append("first")
    thread.join()
    assert order == ["first", "other"]


def test_one_that_never_lets_go_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_PATIENCE", 0.1)
    descriptor = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(StudyGuideError, match="another run"), held(tmp_path):
        pass
    os.close(descriptor)
    with held(tmp_path):
        pass


def test_nothing_is_written_below_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    (folder / "own" / "below").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (folder / "out").symlink_to(tmp_path / "elsewhere")
    (folder / "in").symlink_to("own")
    (folder / "gone").symlink_to(tmp_path / "not there")
    left = tmp_path / "elsewhere" / ".a.0123456789abcdef.part"
    left.touch()
    for place in ("out/a", "out/new/a", "in/a", "in/below/a", "gone/a", "../a", "own/../../a"):
        refused = pytest.raises(StudyGuideError, match="nothing is written there")
        with refused, replacing(folder / place, folder):
            pass
    assert [*(tmp_path / "elsewhere").iterdir()] == [left]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deck", "elsewhere"]
    for place in ("a", "own/a", "own/below/a", "new/folder/a"):
        with replacing(folder / place, folder) as beside:
            beside.write_text(place, encoding="utf-8")
        assert (folder / place).read_text("utf-8") == place

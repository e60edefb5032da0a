"""The last border: whatever happens to a run, or to what it prints to, is one sentence and a status."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyguide.cli import main as module
from studyguide.errors import StudyGuideError
from studyguide.system import crash_reports

HERE = [sys.executable, "-m", "studyguide"]
GOOD = {
    "deck.yaml": "id: mills\ntitle: Mills\nauthor: A\nwork: W\nlanguage: en\nrights: R\nquotation: {share: 1, run: 15}\n",
    "source.txt": "1. The mill has 40 stones. Ada Kestrel built the mill in 1912 near Dunmere.\n",
    "1-a.yaml": "section: 1\ntitle: Title\nsummary: The mill.\nitems:\n  - id: one\n    question: How many stones has the mill?\n"
    '    answer: "40"\n    evidence: The mill has 40 stones\n',
}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tmp_path / "x"
    folder.mkdir()
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def shell(folder: Path, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `$S` is our command."""
    known = {**os.environ, "S": "here", "TMPDIR": str(folder), **environment}
    line = f'here() {{ {shlex.join(HERE)} "$@"; }}\n{line}'
    known.pop("STUDYGUIDE_SOURCE", None)
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=known, capture_output=True, text=True, check=False,
        timeout=60, errors="replace",
    )  # fmt: skip


STREAMS = {
    "all open": ("$S check x", 0),
    "standard error closed": ("$S check x 2>&-", 0),
    "standard error full": ("$S check x 2>/dev/full", 0),
    "all closed, nothing to print": ("$S check x <&- >&- 2>&-", 0),
    "standard output closed": ("$S explain one x >&-", 2),
    "standard output full": ("$S explain one x >/dev/full", 2),
    "standard output full of a table": pytest.param(
        "$S coverage x >/dev/full", 2, marks=pytest.mark.torture
    ),
    "standard output full of JSON": ("$S check x --format json >/dev/full", 2),
    "standard output full, unbuffered": ("PYTHONUNBUFFERED=1 $S explain one x >/dev/full", 2),
    "standard output full of help": ("$S --help >/dev/full", 2),
    "a reader that has gone": ("$S explain one x | true; exit ${PIPESTATUS[0]}", 2),
    "help for nobody": ("$S --help | true; exit ${PIPESTATUS[0]}", 2),
    "a usage that is none": ("$S check --nonsense", 2),
}


@pytest.mark.parametrize(("line", "status"), STREAMS.values(), ids=STREAMS)
def test_the_status_is_right_whatever_becomes_of_the_output(
    deck: Path, line: str, status: int
) -> None:
    done = shell(deck.parent, line)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if "full" in line and "2>" not in line and "help" not in line:
        assert "cannot write to standard output: No space left on device" in done.stderr
        assert done.stderr.count("cannot write") == 1


@pytest.mark.parametrize(
    "encoding", [pytest.param("ascii", marks=pytest.mark.torture), "cp1252", "utf-8"]
)
def test_a_console_shows_what_it_can(deck: Path, encoding: str) -> None:
    for name in GOOD:
        text = (deck / name).read_text(encoding="utf-8")
        (deck / name).write_text(text.replace("Kestrel", "Kęstrel→"), encoding="utf-8")
    more = " && $S coverage x --format json" if encoding == "cp1252" else ""
    done = shell(deck.parent, f"$S explain one x{more}", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert ("\\u2192" in done.stdout) == (encoding != "utf-8")


def test_an_outline_is_json_whatever_the_document_says(tmp_path: Path) -> None:
    title = "a\x7f\u202e\x9b\U000e0001"
    (tmp_path / "a.md").write_text(f"# {title}\n\nThe mill.\n", encoding="utf-8")
    done = subprocess.run(
        [*HERE, "outline", "a.md", "--format", "json"], cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["sections"][0]["heading"] == title
    assert done.stdout.isprintable() or not {*title[1:]} & {*done.stdout}


ERRORS = {
    "a system that refuses": (PermissionError(13, "Permission denied", "a/b"), "the system refuses a/b: Permission denied"),
    "no memory": (MemoryError(), "there is not enough memory for this"),
    "depth": (RecursionError("maximum"), "something in this is nested too deeply"),
    "text": (UnicodeEncodeError("utf-8", "\udcff", 0, 1, "no"), "this is a fault of the program (UnicodeEncodeError: "),
    "a mistake of ours": (KeyError("a\nb"), "this is a fault of the program (KeyError: "),
    "lines": (StudyGuideError("a\n::error::b"), "studyguide: a ::error::b"),
}  # fmt: skip


@pytest.mark.parametrize(("error", "said"), ERRORS.values(), ids=ERRORS)
def test_whatever_is_raised_is_one_sentence(
    error: Exception, said: str, tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fails() -> None:
        raise error

    assert module._guarded(fails) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert shown.count("\n") == 1
    if not isinstance(error, StudyGuideError):
        (details,) = tmp_path.glob("studyguide-fault-*.txt")
        assert str(details) in shown
        assert "in fails" in details.read_text(encoding="utf-8")
        assert details.stat().st_mode & 0o077 == 0


def test_a_fault_is_told_where_nothing_can_be_written(monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/dev/null")
    assert crash_reports.told(KeyError("x")) == "this is a fault of the program (KeyError: 'x')"


STOPPED = {
    "by Ctrl-C": (signal.SIGINT, False),
    "by the system": (signal.SIGTERM, False),
    "by a terminal": pytest.param(signal.SIGHUP, False, marks=pytest.mark.torture),
    "by a terminal, with all that it started": (signal.SIGHUP, True),
}


@pytest.mark.parametrize(("asked", "has_others"), STOPPED.values(), ids=STOPPED)
def test_to_be_stopped_is_one_sentence_and_leaves_nothing(
    deck: Path, asked: signal.Signals, *, has_others: bool
) -> None:
    more: tuple[str, ...] = ()
    if has_others:
        shutil.copytree(deck, deck.parent / "y")
        more = ("y", "--jobs", "2")
    place = deck.parent / "temporary"
    place.mkdir()
    with subprocess.Popen(
        [*HERE, "build", "x", *more], cwd=deck.parent, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(place)}, start_new_session=True,
    ) as process:  # fmt: skip
        while process.poll() is None and not (deck.parent / "dist").exists():
            time.sleep(0.01)
        time.sleep(0.1)
        os.killpg(process.pid, asked) if has_others else process.send_signal(asked)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said.lstrip("\n")) == (
        2, "studyguide: stopped; what was written before is whole, nothing else has changed\n",
    )  # fmt: skip
    assert [*place.iterdir()] == []
    assert not [path for path in deck.parent.rglob("*") if path.name.endswith(".part")]


def test_nothing_else_is_loaded_before_ctrl_c_is_listened_to() -> None:
    program = (
        "import sys; old = {*sys.modules}; import studyguide.__main__; print(*{*sys.modules} - old)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # fmt: skip
    assert {*done.stdout.split()} == {"studyguide", "studyguide.__main__"}


@pytest.mark.parametrize("more", [(), ("y", "--jobs", "2")], ids=["alone", "side by side"])
def test_helpers_end_when_their_parent_is_gone(deck: Path, more: tuple[str, ...]) -> None:
    """In silence, but for Python's own word on what a pool of processes has left."""
    place = deck.parent / "temporary"
    place.mkdir()
    shutil.copytree(deck, deck.parent / "y")
    with subprocess.Popen(
        [*HERE, "build", "x", *more], cwd=deck.parent, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(place)},
    ) as process:  # fmt: skip
        children: list[str] = []
        while process.poll() is None and not children:
            time.sleep(0.05)
            path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            children = path.read_text().split() if path.exists() else []
        time.sleep(0.2)
        process.kill()
        _, said = process.communicate(timeout=30)  # ends when nobody holds its standard error
    assert "Traceback" not in said
    assert bool(said) <= bool(more)
    assert children
    assert [*place.iterdir()] == []


def test_details_have_version_and_traceback_alone(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    text = Path(crash_reports._written(ValueError("x"))).read_text(encoding="utf-8")
    assert re.fullmatch(r"studyguide \S+, Python [^\0]*, \w+\n\nValueError: x\n", text)

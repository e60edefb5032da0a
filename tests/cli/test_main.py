"""The command line as its users meet it: real processes, real files, exit statuses, no tracebacks."""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pikepdf
import pytest

from studyguide import __version__
from studyguide.cli.main import COMMANDS, MODULES, cli
from tests import forked
from tests.places import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the deck *tide-mills*, its source text and its lock."""
    shutil.copytree(ROOT / "cards" / "tide-mills", tmp_path / "cards" / "tide-mills")
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = forked.run(project, *arguments, env=environment())
    assert "Traceback" not in done.stderr
    return done


def environment() -> dict[str, str]:
    known = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000"}
    known.pop("STUDYGUIDE_SOURCE", None)
    return known


def edit(project: Path, old: str, new: str, name: str = "1-how-it-works.yaml") -> None:
    path = project / "cards" / "tide-mills" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*") if path.is_file()}


def without_text(project: Path) -> None:
    (project / "cards" / "tide-mills" / "source.txt").unlink()


def test_help_has_an_example_for_each_command(project: Path) -> None:
    for command in ([], ["build"], ["check"]):
        done = run(project, *command, "--help")
        assert done.returncode == 0
        assert re.search(r"^  Example:\n +studyguide ", done.stdout, re.MULTILINE)


def test_every_command_is_listed_and_has_a_module() -> None:
    modules = {path.stem for path in (ROOT / "studyguide/cli/commands").glob("[a-z]*.py")}
    assert {MODULES.get(name, name) for name in COMMANDS} == modules
    with click.Context(cli) as context:
        for name, told in COMMANDS.items():
            command = cli.get_command(context, name)
            assert command
            assert command.name == name
            assert told.endswith(".")


def test_version(project: Path) -> None:
    assert run(project, "--version").stdout.strip().endswith(__version__)


def test_build_writes_deck_and_guide_and_says_so(tide_mills: Path) -> None:
    said = (tide_mills / "said").read_text(encoding="utf-8")
    assert re.search(r"21 items checked against cards/tide-mills/source.txt \(\d+ words\)", said)
    for name in ("tide-mills.apkg", "tide-mills.pdf", "tide-mills-cards.pdf"):
        size = (tide_mills / "dist" / name).stat().st_size
        assert f"wrote dist/{name} ({size / 1024:.0f} KiB)" in said
    assert "\x1b" not in said  # no progress display when piped


def test_progress_is_shown_on_a_terminal(project: Path) -> None:
    leader, follower = os.openpty()
    command = [sys.executable, "-m", "studyguide", "check"]
    with subprocess.Popen(
        command,
        cwd=project,
        stderr=follower,
        stdout=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm"},
    ) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
    os.close(leader)
    assert process.returncode == 0
    assert b"checking 21 items" in shown


@pytest.mark.parametrize("option", [("--card-size", "9"), ("--back-offset", "far")], ids=" ".join)
def test_options_that_mean_nothing_are_refused_before_anything_is_done(
    project: Path, option: tuple[str, str]
) -> None:
    done = run(project, "build", *option)
    assert done.returncode == 2
    assert re.fullmatch(
        rf"studyguide: `{option[1]}` is no {option[0]}: .+ as [-\d.,x]+\n", done.stderr
    )
    assert not (project / "dist").exists()


def test_a_card_that_is_too_full_is_a_finding_and_alone_left_out(built: Path) -> None:
    before = files(built / "dist")
    long = "  note: " + "The sea comes and goes twice a day. " * 30
    edit(built, "evidence:", f"{long.strip()}\n    evidence:")
    done = run(built, "build", "--only", "cards")
    assert done.returncode == 1
    assert re.match(
        r"cards/tide-mills/1-how-it-works.yaml:\d+:\d+: error: the back of a cut-out card takes \d+ mm "
        r"in the smallest size, and a card of 90 × 60 mm has 46 mm for it \[card-overfull\]\n",
        done.stdout,
    )
    assert "help: shorten it, or build with --card-size 90x" in done.stdout
    after = files(built / "dist")
    assert [name for name in before if before[name] != after[name]] != []
    assert before["tide-mills-cards.pdf"] != after["tide-mills-cards.pdf"]
    assert "wrote dist/tide-mills-cards.pdf" in done.stderr


def test_what_is_there_is_not_made_again(built: Path) -> None:
    before = files(built / "dist")
    done = run(built, "build")
    assert (done.returncode, done.stderr.count(" is up to date")) == (0, 3), done.stderr
    assert files(built / "dist") == before
    (built / "dist/tide-mills.apkg").write_bytes(b"spoilt")
    done = run(built, "build", "--only", "anki", "--jobs", "2")
    assert re.findall(r"(?:wrote )?dist/\S+", done.stderr)[0] == "wrote dist/tide-mills.apkg"
    assert files(built / "dist") == before


def test_decks_are_built_side_by_side(project: Path) -> None:
    shutil.copytree(project / "cards/tide-mills", project / "cards/mills")
    (project / "cards/mills/deck.lock").unlink()
    deck = project / "cards/mills/deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("id: tide-mills", "id: mills"))
    done = run(project, "build", "--only", "anki", "--jobs", "2")
    assert (done.returncode, done.stderr.count("wrote dist/")) == (0, 2)
    again = run(project, "build", "--only", "anki", "--jobs", "2")
    told = re.sub(r"wrote (dist/\S+) \(.+\)", r"\1 is up to date", done.stderr)
    assert (again.returncode, again.stderr) == (0, told)
    for jobs in ((), ("--jobs", "2")):  # what keeps one deck from being built keeps no other
        shutil.rmtree(project / "dist")
        names = ("nowhere", "cards/mills", "--new", "not/here", "cards/tide-mills")
        part = run(project, "build", "--only", "anki", *jobs, *names)
        refused = [line for line in part.stderr.splitlines() if line.startswith("studyguide: ")]
        assert (part.returncode, part.stderr.count("wrote dist/")) == (2, 2), part.stderr
        assert [line.split(" is no deck")[0] for line in refused] == [
            "studyguide: nowhere", "studyguide: not/here",
        ]  # fmt: skip


def test_part_of_a_deck_stands_beside_the_whole(built: Path) -> None:
    before = files(built / "dist")
    done = run(
        built, "build", "--only", "guide", "--section", "2", "--kind", "question", "--attach"
    )
    names = ["tide-mills-chosen.apkg", "tide-mills-chosen.pdf"]
    assert re.findall(r"dist/(\S+)", done.stderr) == names
    after = files(built / "dist")
    assert sorted(name for name in after if after[name] != before.get(name)) == names
    with pikepdf.open(built / "dist" / names[1]) as pdf:
        attached = {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()}
    assert attached == {names[0]: after[names[0]]}


def test_an_error_stops_the_build_and_keeps_the_old_files(built: Path) -> None:
    before = files(built / "dist")
    edit(built, "question:", "qestion:")
    done = run(built, "build")
    assert done.returncode == 1
    assert "[key-unknown]" in done.stdout
    assert files(built / "dist") == before


def test_findings_show_the_line_a_caret_and_help(project: Path) -> None:
    edit(project, "question:", "qestion:")
    shown = run(project, "check").stdout.splitlines()
    place = re.match(r"cards/tide-mills/1-how-it-works\.yaml:(\d+):(\d+): error: ", shown[0])
    assert place
    column = int(place[2])
    assert shown[1][4:][column - 1 :].startswith("qestion")
    assert shown[2] == " " * (column + 3) + "^" * len("qestion")
    assert shown[3] == "  help: write `question:`?"


def test_json_has_the_documented_shape(project: Path) -> None:
    edit(project, "question:", "qestion:")
    done = run(project, "check", "--format", "json")
    data = json.loads(done.stdout)
    assert done.returncode == 1
    assert list(data) == ["findings", "summary"]
    assert list(data["findings"][0]) == [
        *("path", "line", "column", "severity", "code", "message", "help"),
        *("deck", "item", "section"),
    ]
    assert data["findings"][0]["deck"] == "tide-mills"
    assert list(data["summary"]) == ["items", "errors", "warnings", "receipts", "source", "quoted"]
    assert list(data["summary"]["receipts"]) == ["ok", "stale", "unchecked"]
    assert data["summary"]["source"] == "full"
    assert 0 < data["summary"]["quoted"]["share"] < 1
    assert data["summary"]["quoted"]["run"] >= 3


def test_github_annotations(project: Path) -> None:
    edit(project, "question:", "qestion:")
    line = run(project, "check", "--format", "github").stdout.splitlines()[0]
    assert re.fullmatch(
        r"::error file=cards/.+\.yaml,line=\d+,col=\d+,.*title=key-unknown::.+", line
    )


def test_receipts_serve_where_the_text_is_not_at_hand(project: Path) -> None:
    without_text(project)
    done = run(project, "build", "--only", "anki")
    assert done.returncode == 0
    assert "checked by their receipts, without the source text: 21 ok" in done.stderr


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(
            lambda p: edit(p, "evidence: ", "evidence: the "), "receipt-stale", id="stale"
        ),
        pytest.param(
            lambda p: (p / "cards/tide-mills/deck.lock").unlink(), "receipt-missing", id="unchecked"
        ),
    ],
)
def test_the_build_refuses_what_no_receipt_vouches_for(project: Path, change, code: str) -> None:
    without_text(project)
    change(project)
    done = run(project, "build")
    assert done.returncode == 1
    assert f"[{code}]" in done.stdout
    assert not (project / "dist").exists()


def test_another_edition_is_told_and_checked_anew(project: Path) -> None:
    text = project / "cards" / "tide-mills" / "source.txt"
    text.write_text(text.read_text(encoding="utf-8") + "\nOne more paragraph.\n", encoding="utf-8")
    done = run(project, "build", "--only", "anki")
    assert done.returncode == 0
    assert "warning: this text is another edition" in done.stdout
    assert "§3 differ" in done.stdout
    assert run(project, "check").stdout == ""


def test_a_text_for_another_deck_is_passed_over(project: Path) -> None:
    other = project / "other.txt"
    other.write_text("1. Nothing of this is about what the deck is about.\n", encoding="utf-8")
    shutil.copytree(project / "cards" / "tide-mills", project / "cards" / "zwei")
    done = run(project, "check", "--source", "other.txt")
    assert done.returncode == 0
    assert done.stderr.count("checked against cards/") == 2
    assert run(project, "check", "cards/tide-mills", "--source", "other.txt").returncode == 1


REFUSED = {
    "no deck below cards": (lambda p: shutil.rmtree(p / "cards"), ["build"], "there is no deck"),
    "a folder that is no deck": (lambda p: None, ["build", "."], "is no deck"),
    "a file of a deck": (
        lambda p: None,
        ["check", "cards/tide-mills/deck.yaml"],
        "name its folder, cards/tide-mills",
    ),
    "a deck file of another name": (
        lambda p: (p / "cards/tide-mills/deck.yaml").rename(p / "cards/tide-mills/deck.yml"),
        ["check", "cards/tide-mills"],
        "rename its deck.yml",
    ),
    "no text to anchor anew": (
        lambda p: (p / "cards/tide-mills/source.txt").unlink(),
        ["reanchor", "cards/tide-mills"],
        "name the other edition with --source",
    ),
    "a folder that is not there": (lambda p: None, ["check", "nowhere"], "is no deck"),
    "a source that is not there": (lambda p: None, ["check", "--source", "no.txt"], "no such file"),
    "a source that is a folder": (lambda p: None, ["check", "--source", "cards"], "no such file"),
    "a source that is not UTF-8": (
        lambda p: (p / "cards/tide-mills/source.txt").write_bytes(b"1. ok\n\xff"),
        ["check"],
        "not UTF-8 (line 2)",
    ),
    "dist is a file": (lambda p: (p / "dist").write_text(""), ["build"], "cannot write dist"),
    "a lock that is nonsense": (
        lambda p: (p / "cards/tide-mills/deck.lock").write_text('{"lock": 1, "items": 3}'),
        ["build"],
        "no lock that we wrote",
    ),
    "a lock that is a folder": (
        lambda p: [
            (p / "cards/tide-mills/deck.lock").unlink(),
            (p / "cards/tide-mills/deck.lock").mkdir(),
        ],
        ["build"],
        "deck.lock",
    ),
    "a lock with a merge unfinished": (
        lambda p: (p / "cards/tide-mills/deck.lock").write_text("<<<<<<< HEAD\n"),
        ["build"],
        "marks that do not pair",
    ),
    "an empty value": (lambda p: None, ["build", "--edition", ""], "value of --edition is empty"),
    "an empty value in one word": (lambda p: None, ["check", "--source="], "--source is empty"),
    "an empty deck": (lambda p: None, ["check", "cards/tide-mills", ""], "an argument is empty"),
    "an unknown format": (lambda p: None, ["check", "--format", "xml"], "'xml' is not one of"),
    "an unknown command": (lambda p: None, ["chekc"], "No such command"),
    "no command": (lambda p: None, [], "Usage"),
}


@pytest.mark.parametrize(("prepare", "arguments", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refusals_are_one_sentence_and_status_2(
    project: Path, prepare, arguments, sentence
) -> None:
    prepare(project)
    before = files(project / "cards" / "tide-mills")
    done = run(project, *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    if done.stderr.startswith("studyguide:"):
        assert len(done.stderr.splitlines()) == 1
    assert files(project / "cards" / "tide-mills") == before


UNCOMPILED = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Python does not notice that it keeps half of what it has compiled where a disk is full."""


def _no_larger_than(size: int):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


MEASURED = """
from pathlib import Path
from studyguide.errors import StudyGuideError
from studyguide.printing.cutout import imposition
from studyguide.printing.cutout.pdf import write_cards
from studyguide.templates import Templates
from tests.printing.reading import entry, small_guide
made = small_guide(entry("term", "a", "pond", "a basin"))
sheet = imposition.sheet("grid", imposition.PAPERS["a4"])
try:
    write_cards(made, Templates.of(Path(".")), sheet, Path("/nowhere/cards.pdf"))
except StudyGuideError as error:
    print(error)
"""


def test_measuring_on_a_full_disk_is_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED],
        cwd=ROOT,
        env={**os.environ, **UNCOMPILED},
        preexec_fn=_no_larger_than(50),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "cannot write a temporary file: File too large\n"


@pytest.mark.parametrize(
    "size", [0, 4096, 30_000], ids=["nothing", "part of the deck", "part of the guide"]
)
def test_a_full_disk_leaves_the_old_files(built: Path, size: int) -> None:
    before = files(built / "dist"), files(built / "cards" / "tide-mills")
    edit(built, "title: ", "title: Yes, ")
    edited = files(built / "cards" / "tide-mills")
    done = subprocess.run(
        [sys.executable, "-m", "studyguide", "build"],
        cwd=built,
        env={**environment(), **UNCOMPILED},
        preexec_fn=_no_larger_than(size),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert re.fullmatch(r"studyguide: cannot write .+: File too large\n", done.stderr)
    assert set(files(built / "dist")) == set(before[0])
    assert files(built / "dist")["tide-mills.pdf"] == before[0]["tide-mills.pdf"]
    assert set(files(built / "cards" / "tide-mills")) == set(edited)


STOPPED = "studyguide: stopped; what was written before is whole, nothing else has changed\n"


def test_ctrl_c_leaves_the_old_files(built: Path) -> None:
    before, package = files(built / "dist"), built / "dist" / "tide-mills.apkg"
    earlier = package.stat().st_ino
    assert len(before) == 3
    (built / "dist/.tide-mills.made.json").unlink()  # or nothing would have to be made
    command = [sys.executable, "-m", "studyguide", "build"]
    with subprocess.Popen(command, cwd=built, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and package.stat().st_ino == earlier:
            time.sleep(0.001)  # until the deck is written and the guide is being laid out
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr.strip()) == (2, STOPPED.strip())
    assert files(built / "dist") == before


INTERRUPTED = """
import os, signal
from studyguide.cli import main
def work(**_):
    exec("os.kill(os.getpid(), signal.SIGINT)\\nfor _ in range(9**6): pass")
main.cli.main = work
main.main()
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Python itself ends by the signal where one came while a dataclass was being made
        pytest.param(signal.SIG_DFL, (2, STOPPED), id="ends with a status wherever it comes"),
        pytest.param(signal.SIG_IGN, (0, ""), id="stays ignored in the background of a shell"),
    ],
)
def test_ctrl_c(tmp_path: Path, before: signal.Handlers, after: tuple[int, str]) -> None:
    (tmp_path / "stopped.py").write_text(INTERRUPTED)
    done = subprocess.run(
        [sys.executable, "-m", "stopped"],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, before),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == after

"""A curator's review: what asks for it, how it is settled, and when it is asked for again."""

import json
import os
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.lock.lock import Review
from studyguide.lock.review import Pending, accept, fingerprint, is_settled, pending
from studyguide.workflows.check import Texts
from studyguide.workflows.review import Session, listed
from tests import forked
from tests.places import ROOT

NEW = """
  - id: new-one
    question: Over how many years was no tidal power station in the world larger?
    answer: "45"
    evidence: For 45 years no tidal power station
"""


class Project:
    """A folder with the deck *tide-mills*, every item of which has been read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.deck = folder / "cards" / "tide-mills"
        shutil.copytree(ROOT / "cards" / "tide-mills", self.deck)
        self.lock = self.deck / "deck.lock"
        data = json.loads(self.lock.read_text(encoding="utf-8"))
        for receipt in data["items"].values():
            receipt.setdefault("review", {"accepted": {}, "date": "2026-01-01"})
        self.lock.write_text(json.dumps(data), encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key != "STUDYGUIDE_SOURCE"}
        kept.pop("VISUAL", None)
        return {**kept, "SOURCE_DATE_EPOCH": "1790000000", "TERM": "dumb", "COLUMNS": "200"}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = forked.run(self.folder, *arguments, env=self.environment)
        assert "Traceback" not in done.stderr
        return done

    def listed(self) -> dict[str, str]:
        """Give, for each item that asks for a review, why."""
        lines = [*listed(Session(self.deck, Texts(None, None, for_one=True)))]
        found = re.findall(r"^.+\.yaml:\d+: ([\w-]+): (.+)$", "\n".join(lines), re.MULTILINE)
        assert len(found) == len(lines)
        return dict(found)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.deck / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def unread(self, *ids: str) -> None:
        """Take back that items have been read."""
        data = json.loads(self.lock.read_text(encoding="utf-8"))
        for id in ids:
            del data["items"][id]["review"]
        self.lock.write_text(json.dumps(data), encoding="utf-8")

    def review(self, id: str) -> dict | None:
        """Give what the lock says of an item's review."""
        data = json.loads(self.lock.read_text(encoding="utf-8"))
        return data["items"].get(id, {}).get("review")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_nothing_asks_where_all_is_read(project: Project) -> None:
    done = project.run("review", "--list")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert project.listed() == {}


def test_what_is_unread_or_warned_of_is_listed_in_the_order_of_the_deck(project: Project) -> None:
    project.unread("woodbridge", "sluice", "jean-gardner")
    found = project.listed()
    assert list(found) == ["sluice", "woodbridge", "jean-gardner"]
    assert found["sluice"] == found["woodbridge"] == "not read since it last changed"
    assert found["jean-gardner"] == "rival"


def test_the_place_is_named(project: Project) -> None:
    project.unread("sluice")
    line = project.run("review", "--list").stdout
    place = re.match(r"(cards/tide-mills/\S+\.yaml):(\d+): sluice: ", line)
    assert place
    lines = (project.folder / place[1]).read_text(encoding="utf-8").splitlines()
    assert lines[int(place[2]) - 1].strip() == "- id: sluice"


def test_accepting_settles_and_is_written_at_once(project: Project) -> None:
    project.unread("jean-gardner", "sluice")
    assert project.run("check", "--strict").returncode == 1
    assert project.run("check").returncode == 0  # only a strict check fails on warnings
    done = project.run("review", "--accept", "jean-gardner", "--reason", "other events")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    review = project.review("jean-gardner")
    assert review
    assert review["date"] == "2026-09-21"
    assert list(review["accepted"].values()) == ["other events"]
    assert list(project.listed()) == ["sluice"]
    assert project.run("check", "--strict").returncode == 0
    assert project.run("review", "--accept", "sluice").returncode == 0
    assert project.review("sluice") == {"accepted": {}, "date": "2026-09-21"}
    assert project.listed() == {}


def test_the_introduction_can_be_settled(project: Project) -> None:
    with (project.deck / "deck.yaml").open("a", encoding="utf-8") as file:
        file.write("introduction: Read this before you go to Bristol.\n")
    assert project.listed() == {"introduction": "summary-name"}
    with Terminal(project) as terminal:
        assert "introduction (cards/tide-mills/deck.yaml:" in terminal.until("q quit")
        os.write(terminal.leader, b"q\n")
        assert terminal.end() == 0
    done = project.run("review", "--accept", "introduction", "--reason", "the class lives there")
    assert (done.returncode, done.stderr) == (0, "")
    assert project.listed() == {}


def test_a_settled_warning_is_not_shown(project: Project) -> None:
    assert "[rival]" not in project.run("check").stdout
    project.unread("jean-gardner")
    assert "[rival]" in project.run("check").stdout


def test_a_changed_item_asks_again(project: Project) -> None:
    project.edit("3-old-and-new.yaml", "bought, in 1968, a mill", "in 1968 bought a mill")
    project.edit("1-how-it-works.yaml", "a gate in the dam", "the gate in the dam")
    found = project.listed()
    assert found == {"sluice": "not read since it last changed", "jean-gardner": "rival"}
    assert project.run("check", "--strict").returncode == 1
    assert project.review("jean-gardner") is None


def test_a_new_item_asks(project: Project) -> None:
    path = project.deck / "3-old-and-new.yaml"
    path.write_text(path.read_text(encoding="utf-8") + NEW, encoding="utf-8")
    found = project.listed()
    assert list(found) == ["new-one"]
    assert project.run("check").returncode == 0
    assert list(project.listed()) == ["new-one"]


def test_another_finding_of_an_accepted_item_asks(project: Project) -> None:
    data = json.loads(project.lock.read_text(encoding="utf-8"))
    accepted = data["items"]["jean-gardner"]["review"]["accepted"]
    data["items"]["jean-gardner"]["review"]["accepted"] = {"0" * 12: "said otherwise once"}
    project.lock.write_text(json.dumps(data), encoding="utf-8")
    assert project.listed() == {"jean-gardner": "rival"}
    project.run("review", "--accept", "jean-gardner", "--reason", "again")
    review = project.review("jean-gardner")
    assert review
    assert set(review["accepted"]) == {"0" * 12, *accepted}


@pytest.mark.parametrize("reason", [[], ["--reason", ""], ["--reason", "  "]])
def test_a_warning_needs_a_reason(project: Project, reason: list[str]) -> None:
    project.unread("jean-gardner")
    before = project.lock.read_bytes()
    done = project.run("review", "--accept", "jean-gardner", *reason)
    assert done.returncode == 2
    assert "say why they are accepted" in done.stderr
    assert project.review("jean-gardner") is None
    assert json.loads(project.lock.read_bytes()) == json.loads(before)


def test_an_error_cannot_be_accepted(project: Project) -> None:
    project.edit("3-old-and-new.yaml", "in London in 1776", "in London in 1777")
    done = project.run("review", "--accept", "daniel-bisson", "--reason", "I know better")
    assert done.returncode == 2
    assert "has errors, which can only be mended" in done.stderr
    assert project.run("check").returncode == 1
    assert "answer-number" in project.listed()["daniel-bisson"]


@pytest.mark.parametrize("id", ["nobody", "sluice"], ids=["unknown", "settled already"])
def test_what_does_not_ask_cannot_be_accepted(project: Project, id: str) -> None:
    done = project.run("review", "--accept", id, "--reason", "so")
    assert done.returncode == 2
    assert f"nothing named `{id}` asks for a review" in done.stderr


def test_a_review_needs_the_text(project: Project) -> None:
    (project.deck / "source.txt").unlink()
    done = project.run("review", "--list")
    assert done.returncode == 2
    assert "needs the source text" in done.stderr


@pytest.fixture
def asked(desk) -> tuple[Pending, object, object]:
    """Give an item with a warning beside its lock and deck."""
    desk.section("question: Where did 40 men go?\nanswer: gasworks\nevidence: 40 … to the gasworks")
    report = desk.check()
    (found,) = pending(report.deck, report.findings, report.lock)
    item = found.what
    warning = item.warning(item.prompt, "rival", "the quotation also has Ada", "…")
    return Pending(item, (warning,)), report.lock, report.deck


def test_a_finding_is_known_by_its_text_wherever_it_stands(asked) -> None:
    (item, (warning,)), _, _ = asked
    moved = warning._replace(location=item.file.at(0))
    assert fingerprint(moved) == fingerprint(warning)
    assert fingerprint(warning._replace(message="other")) != fingerprint(warning)
    assert fingerprint(warning._replace(code="order")) != fingerprint(warning)


def test_a_finding_with_another_text_asks_again(asked) -> None:
    found, lock, deck = asked
    (warning,) = found.findings
    lock = accept(lock, found, " because ", "2026-01-02")
    assert lock.items["item"].review == Review("2026-01-02", {fingerprint(warning): "because"})
    assert is_settled(warning, deck, lock)
    other = warning._replace(message="the quotation also has Julius")
    assert not is_settled(other, deck, lock)
    assert [each.findings for each in pending(deck, (other,), lock)] == [(other,)]
    assert [*pending(deck, (), lock)] == []


def test_where_nothing_is_warned_of_the_reason_is_kept_as_a_note(asked) -> None:
    found, lock, _ = asked
    lock = accept(lock, found._replace(findings=()), " read beside the passage ", "2026-01-02")
    assert lock.items["item"].review == Review("2026-01-02", {}, "read beside the passage")
    lock = accept(lock, found, "so", "2026-01-03")
    review = lock.items["item"].review
    assert review
    assert (review.date, [*review.accepted.values()]) == ("2026-01-03", ["so"])
    assert review.note == "read beside the passage"


def test_an_error_is_never_settled(asked) -> None:
    found, lock, deck = asked
    error: Finding = found.findings[0]._replace(severity="error")
    assert not is_settled(error, deck, accept(lock, found, "so", "2026-01-02"))
    with pytest.raises(StudyGuideError, match="only be mended"):
        accept(lock, found._replace(findings=(error,)), "so", "2026-01-02")


class Terminal:
    """The real command on a terminal of its own, answered key by key."""

    def __init__(self, project: Project, editor: str = "true") -> None:
        self.shown = ""
        environment = {**project.environment, "EDITOR": editor}
        self.process, self.leader = self._start(project.folder, environment)

    def _start(self, folder: Path, environment: dict[str, str]):
        leader, follower = pty.openpty()
        command = [sys.executable, "-m", "studyguide", "review"]
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
        )
        os.close(follower)
        return process, leader

    def until(self, sentence: str) -> str:
        """Read on until something is shown; give what came up to there."""
        deadline = time.monotonic() + 30
        while sentence not in self.shown:
            left = deadline - time.monotonic()
            assert left > 0, self.shown
            if not select.select([self.leader], [], [], left)[0]:
                continue
            try:
                part = os.read(self.leader, 65536)
            except OSError:
                part = b""
            assert part, self.shown
            self.shown += part.decode()
        before, _, self.shown = self.shown.partition(sentence)
        return before + sentence

    def key(self, answer: str, *, asks: str = "q quit") -> str:
        """Wait for a question, answer it; give what was shown before."""
        before = self.until(asks)
        os.write(self.leader, f"{answer}\n".encode())
        return before

    def end(self) -> int:
        status = self.process.wait(timeout=30)
        os.close(self.leader)
        return status

    def __enter__(self):
        return self

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=10)


def test_a_walk_shows_item_passage_and_finding(project: Project) -> None:
    project.unread("jean-gardner", "sluice")
    with Terminal(project) as terminal:
        first = terminal.key("a")
        assert "2 left" in first
        assert "sluice (term, cards/tide-mills/1-how-it-works.yaml:" in first
        assert "→ a gate in the dam" in first
        assert "\x1b[7m‹In the dam›\x1b[0m" in first
        assert "no warning: it is here because nobody has read it" in first
        second = terminal.key("a")
        assert "1 left" in second
        assert "[rival]" in second
        assert "no warning" not in second
        terminal.key("other events", asks="reason")
        terminal.until("accepted 2, 0 left")
        assert terminal.end() == 0
    assert project.review("sluice")
    review = project.review("jean-gardner")
    assert review
    assert list(review["accepted"].values()) == ["other events"]


def test_without_a_reason_it_asks_again(project: Project) -> None:
    project.unread("jean-gardner")
    with Terminal(project) as terminal:
        terminal.key("a")
        terminal.key("", asks="reason")
        terminal.until("say why they are accepted")
        assert project.review("jean-gardner") is None
        terminal.key("q")
        terminal.until("accepted 0, 1 left")
        assert terminal.end() == 0


def test_skipping_leaves_an_item_open(project: Project) -> None:
    project.unread("sluice", "neap-tides")
    with Terminal(project) as terminal:
        assert "sluice (term" in terminal.key("s")
        assert "neap-tides (term" in terminal.key("a")
        terminal.until("accepted 1, 1 left")
        assert terminal.end() == 0
    assert project.review("sluice") is None
    assert project.review("neap-tides")


def test_an_editor_mends_the_item(project: Project) -> None:
    project.edit("3-old-and-new.yaml", "in London in 1776", "in London in 1777")
    script = project.folder / "mend editor.sh"
    script.write_text('#!/bin/sh\necho "$1" > asked\nsed -i s/1777/1776/ "$2"\n', encoding="utf-8")
    script.chmod(0o755)
    with Terminal(project, editor=f"'{script}'") as terminal:
        assert "[answer-number]" in terminal.key("a")
        terminal.key("because", asks="reason")
        terminal.until("has errors, which can only be mended")
        terminal.key("e")
        terminal.until("accepted 0, 0 left")  # it is again what had been read before
        assert terminal.end() == 0
    text = (project.deck / "3-old-and-new.yaml").read_text(encoding="utf-8")
    line = text.splitlines().index("  - id: daniel-bisson") + 1
    assert (project.folder / "asked").read_text(encoding="utf-8") == f"+{line}\n"
    assert project.run("check").returncode == 0


def test_an_item_that_an_editor_changed_is_shown_anew(project: Project) -> None:
    project.unread("sluice")
    script = project.folder / "editor"
    script.write_text("#!/bin/sh\nsed -i 's/a gate in/one gate in/' \"$2\"\n", encoding="utf-8")
    script.chmod(0o755)
    with Terminal(project, editor=shlex.quote(str(script))) as terminal:
        assert "→ a gate in the dam" in terminal.key("e")
        assert "→ one gate in the dam" in terminal.key("s")
        terminal.until("accepted 0, 1 left")
        assert terminal.end() == 0


def test_an_editor_that_is_not_there_is_told(project: Project) -> None:
    project.unread("sluice")
    with Terminal(project, editor="no-such-editor") as terminal:
        terminal.key("e")
        terminal.until("cannot run the editor `no-such-editor`")
        assert terminal.end() == 2


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C until it is noticed: between the prompt and the reading, it may be lost."""
    for _ in range(20):
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            continue
        return


@pytest.mark.parametrize(
    "how", ["quit", "kill", "interrupt", pytest.param("hang up", marks=pytest.mark.torture)]
)
def test_what_was_accepted_outlasts_the_session(project: Project, how: str) -> None:
    project.unread("sluice", "neap-tides", "spring-tides")
    with Terminal(project) as terminal:
        terminal.key("a")
        terminal.until("q quit")
        review = project.review("sluice")  # while the next item is being read
        assert review
        if how == "quit":
            os.write(terminal.leader, b"q\n")
        elif how == "interrupt":
            interrupt(terminal.process)
        elif how == "hang up":
            os.write(terminal.leader, b"\x04")
        else:
            terminal.process.kill()
        terminal.process.wait(timeout=30)
        statuses = {"quit": 0, "kill": -signal.SIGKILL, "interrupt": 2, "hang up": 2}
        assert terminal.end() == statuses[how]
    assert project.review("sluice") == review
    assert list(project.listed()) == ["spring-tides", "neap-tides"]
    assert not [path.name for path in project.deck.iterdir() if path.name.startswith(".")]


def test_explain_shows_item_passage_and_what_fired_first(project: Project) -> None:
    done = project.run("explain", "jean-gardner")
    assert done.returncode == 0
    item, passage, verdicts = done.stdout.strip("\n").split("\n\n")
    assert item.startswith("jean-gardner (person, cards/tide-mills/3-old-and-new.yaml:")
    assert "  → bought, in 1968, a mill that had closed in 1957" in item
    assert "§3 ¶2: ‹At Woodbridge in› Suffolk" in passage
    assert passage.count("‹") == passage.count("›") == 4
    fired, help, *held = verdicts.splitlines()
    assert re.fullmatch(r"! the quotation also has .* \[rival\]", fired)
    assert help.startswith("    quote only")
    assert held[0].startswith("Asked, and it held: ")
    assert len(held) <= 2
    assert "other names" not in "".join(held)
    assert "hidden words" not in "".join(held)


def test_explain_says_in_a_line_or_two_that_nothing_is_wrong(project: Project) -> None:
    done = project.run("explain", "sluice")
    held = done.stdout.strip("\n").split("\n\n")[2].splitlines()
    assert held[0].startswith("Nothing is wrong. Asked: ")
    assert len(held) <= 2


def test_explain_shows_errors_before_warnings(project: Project) -> None:
    project.edit("3-old-and-new.yaml", "in 1968, a mill", "in 1969, a mill")
    done = project.run("explain", "jean-gardner")
    assert done.returncode == 0
    assert re.search(r"^✗ .* \[answer-number\]\n(.*\n)*! .* \[rival\]", done.stdout, re.MULTILINE)


def test_explain_shows_why_a_class_is_accepted(project: Project) -> None:
    project.edit("deck.yaml", "language: en", "language: en\naccept: {rival: names stand close}")
    done = project.run("explain", "jean-gardner")
    assert "[rival]\n    accepted for the whole deck: names stand close\n" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["no-such-item"], "has no item `no-such-item`", id="unknown"),
        pytest.param(["slice"], "has no item `slice`; do you mean `sluice`?", id="misspelt"),
        pytest.param(["sluice", "nowhere"], "is no deck", id="no deck"),
        pytest.param(["sluice", "--source", "no.txt"], "no such file", id="no text"),
        pytest.param([], "Missing argument", id="no item"),
    ],
)
def test_explain_refuses(project: Project, arguments: list[str], sentence: str) -> None:
    done = project.run("explain", *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr


def test_explain_tells_that_the_passage_is_not_found(project: Project) -> None:
    project.edit("1-how-it-works.yaml", "In the dam … towards", "In the sea … towards")
    done = project.run("explain", "sluice")
    assert done.returncode == 2
    assert "the passage of `sluice` is not found" in done.stderr

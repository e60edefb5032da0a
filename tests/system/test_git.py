"""Git is asked for what it keeps: nothing that a repository names is run, fetched or read elsewhere."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.system import git

NOBODY = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always")


def run(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), *NOBODY, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Give a folder with two commits of two files, the first of them tagged."""
    folder = tmp_path / "deck"
    folder.mkdir()
    run(folder, "init", "-q")
    for number in (1, 2):
        (folder / "deck.yaml").write_text(f"id: {number}\r\n", encoding="utf-8")
        (folder / "deck.lock").write_text(f"{number}\n", encoding="utf-8")
        run(folder, "add", "-A")
        run(folder, "commit", "-qm", f"{number}")
        run(folder, "tag", "-f", "edition")
    return folder


def everything(folder: Path) -> list[bytes]:
    """Ask for all that a plan or a build asks for."""
    repository = git.find_repository(folder)
    assert repository
    commit = git.commit_of(repository, git.last_tag(repository) or "HEAD")
    assert commit
    git.is_shallow(repository)
    now = git.contents(repository, git.tree(repository, commit, bool).values())
    return [*now, *git.contents(repository, git.versions(repository, "deck.lock"))]


WHOLE = [b"2\n", b"id: 2\r\n", b"2\n", b"1\n"]


def config(text: str) -> Callable[[Path, str], None]:
    def add(folder: Path, command: str) -> None:
        with (folder / ".git" / "config").open("a", encoding="utf-8") as file:
            file.write(text.replace("COMMAND", command))

    return add


def filtered(folder: Path, command: str) -> None:
    (folder / ".git" / "info" / "attributes").write_text("* filter=x diff=x\n", encoding="utf-8")
    text = '[filter "x"]\nsmudge = COMMAND\nclean = COMMAND\nprocess = COMMAND\n[diff "x"]\n'
    config(f"{text}textconv = COMMAND\ncommand = COMMAND\n")(folder, command)


def hooked(folder: Path, command: str) -> None:
    for name in (
        "post-checkout",
        "reference-transaction",
        "post-index-change",
        "fsmonitor-watchman",
    ):
        hook = folder / ".git" / "hooks" / name
        hook.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
        hook.chmod(0o755)


def promised(url: str, more: str = "") -> Callable[[Path, str], None]:
    """Take an object away, and say that a remote has it."""

    def promise(folder: Path, command: str) -> None:
        id = run(folder, "rev-parse", "edition:deck.lock")
        (folder / ".git" / "objects" / id[:2] / id[2:]).unlink()
        config(
            f'[remote "o"]\nurl = {url}\npromisor = true\n{more}\n'
            "[core]\nrepositoryformatversion = 1\n[extensions]\npartialClone = o\n"
            '[protocol "ext"]\nallow = always\n[protocol "file"]\nallow = always\n[protocol]\nallow = always\n'
        )(folder, command)

    return promise


RUN = {
    "filters": filtered,
    "hooks": hooked,
    "a watcher of files": config("[core]\nfsmonitor = COMMAND\n"),
    "hooks elsewhere": config("[core]\nhooksPath = .\n"),
    "a pager": config("[core]\npager = COMMAND\n[pager]\nrev-list = COMMAND\n"),
    "an alias": config("[alias]\nrev-parse = !COMMAND\nls-tree = !COMMAND\ncat-file = !COMMAND\n"),
    "signatures": config("[log]\nshowSignature = true\n[gpg]\nprogram = COMMAND\n"),
    "refs of others": config("[core]\nalternateRefsCommand = COMMAND\n"),
}
MISSING = {
    "by a command": promised("ext::sh -c COMMAND"),
    "by a program for packs": promised("file://.", "uploadpack = COMMAND"),
    "over ssh": promised("ssh://x/y", "[core]\nsshCommand = COMMAND"),
    "by a helper": promised("x", "vcs = ext"),
    "from another folder": promised("../twin"),
}


@pytest.mark.parametrize("plant", RUN.values(), ids=RUN)
def test_no_command_of_a_repository_is_run(deck: Path, plant, tmp_path: Path) -> None:
    plant(deck, f"touch {tmp_path}/PWNED; cat")
    assert everything(deck) == WHOLE
    assert not (tmp_path / "PWNED").exists()


@pytest.mark.parametrize("plant", MISSING.values(), ids=MISSING)
def test_nothing_is_fetched(deck: Path, plant, tmp_path: Path) -> None:
    subprocess.run(["cp", "-r", deck, tmp_path / "twin"], check=True)
    plant(deck, f"touch {tmp_path}/PWNED")
    with pytest.raises(StudyGuideError, match="partial clone"):
        everything(deck)
    assert not (tmp_path / "PWNED").exists()
    assert not [*(deck / ".git" / "objects" / "pack").iterdir()]


def elsewhere(deck: Path) -> None:
    (deck / ".git").write_text(f"gitdir: {deck.parent / 'secret' / '.git'}\n", encoding="utf-8")


def linked(deck: Path) -> None:
    (deck / ".git").symlink_to("../secret/.git")


def common(deck: Path) -> None:
    run(deck, "init", "-q")
    (deck / ".git" / "commondir").write_text(
        f"{deck.parent / 'secret' / '.git'}\n", encoding="utf-8"
    )


def another_tree(deck: Path) -> None:
    run(deck, "init", "-q")
    run(deck, "config", "core.worktree", str(deck.parent / "secret"))


def bare(deck: Path) -> None:
    subprocess.run(["git", "init", "-q", "--bare", str(deck)], check=True)


def submodule_of_another(deck: Path) -> None:
    run(deck.parent / "secret", "submodule", "add", "-q", str(deck.parent / "secret"), "part")
    target = deck.parent / "secret" / ".git" / "modules" / "part"
    (deck / ".git").write_text(f"gitdir: {target}\n", encoding="utf-8")


def worktree_of_another(deck: Path) -> None:
    run(deck.parent / "secret", "worktree", "add", "-q", str(deck.parent / "tree"))
    (deck / ".git").write_bytes((deck.parent / "tree" / ".git").read_bytes())


ELSEWHERE = (
    elsewhere,
    linked,
    common,
    another_tree,
    bare,
    submodule_of_another,
    worktree_of_another,
)


@pytest.mark.parametrize("lead", ELSEWHERE, ids=[each.__name__ for each in ELSEWHERE])
def test_a_repository_elsewhere_is_not_asked(deck: Path, lead, tmp_path: Path) -> None:
    deck.rename(tmp_path / "secret")
    deck.mkdir()
    lead(deck)
    with pytest.raises(StudyGuideError) as refused:
        git.find_repository(deck)
    assert "\n" not in str(refused.value)


def test_worktrees_submodules_and_folders_are_asked(deck: Path, tmp_path: Path) -> None:
    run(deck, "worktree", "add", "-q", str(tmp_path / "tree"))
    assert everything(tmp_path / "tree") == WHOLE
    run(tmp_path, "init", "-q", "whole")
    run(tmp_path / "whole", "submodule", "add", "-q", str(deck), "part")
    assert everything(tmp_path / "whole" / "part") == WHOLE
    (tmp_path / "link").symlink_to("deck")
    assert everything(tmp_path / "link") == WHOLE


def test_a_folder_below_is_asked_for_what_is_in_it(deck: Path) -> None:
    below = deck / "cards" / "it's [a] \u00e4 *"
    below.mkdir(parents=True)
    (below / "deck.lock").write_text("3\n", encoding="utf-8")
    (below / "deck.yaml").symlink_to("../../deck.yaml")
    run(deck, "add", "-A")
    run(deck, "commit", "-qm", "3")
    repository = git.find_repository(below)
    assert repository
    found = git.tree(repository, "HEAD", bool)
    assert [*found] == ["deck.lock"]
    assert [*git.contents(repository, found.values())] == [b"3\n"]
    assert [*git.contents(repository, git.versions(repository, "deck.lock"))] == [b"3\n"]
    assert git.tree(repository, "HEAD~1", bool) == {}


def test_what_a_merge_did_not_take_is_remembered(deck: Path) -> None:
    run(deck, "checkout", "-qb", "side", "HEAD~1")
    (deck / "deck.lock").write_text("side\n", encoding="utf-8")
    run(deck, "commit", "-qam", "side")
    run(deck, "checkout", "-q", "-")
    run(deck, "merge", "-q", "-s", "ours", "-m", "merged", "side")
    run(deck, "rm", "-q", "deck.lock")
    run(deck, "commit", "-qm", "lost")
    repository = git.find_repository(deck)
    assert repository
    found = {*git.contents(repository, git.versions(repository, "deck.lock"))}
    assert found == {b"1\n", b"2\n", b"side\n"}


def test_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git.find_repository(tmp_path) is None
    run(tmp_path, "init", "-q")
    repository = git.find_repository(tmp_path)
    assert repository
    assert git.commit_of(repository, "HEAD") is None
    assert git.last_tag(repository) is None
    assert git.versions(repository, "deck.lock") == []
    monkeypatch.setenv("PATH", f".{os.pathsep}")
    (tmp_path / "git").write_text("#!/bin/sh\ntouch PWNED\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    assert git.find_repository(tmp_path) is None
    assert not (tmp_path / "PWNED").exists()


REVISIONS = ("--output=PWNED", "-h", "no such", "HEAD:deck.yaml", "", "a\0b", "HEAD\n")


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_is_no_commit(deck: Path, revision: str) -> None:
    repository = git.find_repository(deck)
    assert repository
    assert git.commit_of(repository, revision) is None


def spoilt(deck: Path, id: str, data: bytes) -> None:
    path = deck / ".git" / "objects" / id[:2] / id[2:]
    path.chmod(0o644)
    path.write_bytes(data)


BROKEN: dict[str, Callable[[Path], object]] = {
    "another's": lambda deck: subprocess.run(["chown", "-R", "65534", deck], check=True),
    "a configuration that is none": lambda deck: (deck / ".git" / "config").write_text("[core"),
    "a pipe to be read": lambda deck: (
        os.mkfifo(deck / "pipe"), config("[include]\npath = ../pipe\n")(deck, "")
    ),
    "an empty object": lambda deck: spoilt(deck, run(deck, "rev-parse", "HEAD:deck.lock"), b""),
    "an object of nonsense": lambda deck: spoilt(deck, run(deck, "rev-parse", "HEAD:deck.yaml"), b"\0" * 99),
    "a tree of nonsense": lambda deck: spoilt(deck, run(deck, "rev-parse", "HEAD^{tree}"), b"\0" * 99),
}  # fmt: skip


@pytest.mark.parametrize("spoil", BROKEN.values(), ids=BROKEN)
def test_what_git_cannot_say_is_one_sentence(
    deck: Path, spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    if spoil is BROKEN["another's"] and os.getuid():
        pytest.skip("only root can give a folder away")
    monkeypatch.setattr(git, "_SECONDS", 1)
    spoil(deck)
    with pytest.raises(StudyGuideError) as refused:
        everything(deck)
    assert "\n" not in str(refused.value)

"""Git is asked for what it keeps: nothing that a repository names is run, fetched or read elsewhere."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.system import git, git_process
from tests.conftest import Once

NOBODY = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always")


def run(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), *NOBODY, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit_twice(folder: Path) -> None:
    """Commit two files twice, and tag the last commit."""
    run(folder, "init", "-q")
    for number in (1, 2):
        (folder / "deck.yaml").write_text(f"id: {number}\r\n", encoding="utf-8")
        (folder / "deck.lock").write_text(f"{number}\n", encoding="utf-8")
        run(folder, "add", "-A")
        run(folder, "commit", "-qm", f"{number}")
        run(folder, "tag", "-f", "edition")


@pytest.fixture
def deck(once: Once, tmp_path: Path) -> Path:
    """Give a folder with two commits of two files, the last of them tagged."""
    return shutil.copytree(once("two-commits", commit_twice), tmp_path / "deck", symlinks=True)


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


def test_what_is_staged_is_remembered(deck: Path) -> None:
    """As after `git checkout other -- deck.lock`: no commit on the way to here has it."""
    run(deck, "checkout", "-qb", "other")
    (deck / "deck.lock").write_text("other\n", encoding="utf-8")
    run(deck, "commit", "-qam", "other")
    run(deck, "checkout", "-q", "-")
    run(deck, "checkout", "other", "--", "deck.lock")
    (deck / "deck.lock").write_text("not staged\n", encoding="utf-8")
    repository = git.find_repository(deck)
    assert repository
    found = [*git.contents(repository, git.versions(repository, "deck.lock"))]
    assert found == [b"other\n", b"2\n", b"1\n"]


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
    monkeypatch.setattr(git_process, "_SECONDS", 0.3)  # for what waits for ever
    spoil(deck)
    with pytest.raises(StudyGuideError) as refused:
        everything(deck)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", [
    pytest.param("[include]\npath = ../../outside\n", id="included"),
    pytest.param('[includeIf "gitdir:/"]\npath = ../../outside\n', id="included at times"),
    pytest.param("[extensions]\nworktreeConfig = true\n[include]\npath = ../../outside\n", id="for a worktree"),
])  # fmt: skip
def test_nothing_of_what_a_configuration_includes_is_shown(deck: Path, text: str) -> None:
    outside = deck.parent / "outside"
    outside.write_text('[core]\nbigFileThreshold = 1m\n[alias]\ncat-file = "!false"\n')
    config(text)(deck, "")
    assert everything(deck) == WHOLE
    for told in ("[core]\nbigFileThreshold = secret\n", "[secret\n", "secret:x:0\n"):
        outside.write_text(told)
        with pytest.raises(StudyGuideError, match="its configuration, or a file that this") as refused:  # fmt: skip
            everything(deck)
        assert "secret" not in str(refused.value)


def moved(name: str) -> Callable[[Path], None]:
    """Put a part of git's folder elsewhere, and a link in its place."""

    def move(deck: Path) -> None:
        part = deck / ".git" / name
        away = deck.parent / "away"
        part.rename(away)
        part.symlink_to(away)

    return move


def first_of(pattern: str) -> Callable[[Path], None]:
    def move(deck: Path) -> None:
        found = min((deck / ".git").glob(pattern))
        moved(str(found.relative_to(deck / ".git")))(deck)

    return move


def packed(then: Callable[[Path], None]) -> Callable[[Path], None]:
    def pack(deck: Path) -> None:
        run(deck, "gc", "-q")
        then(deck)

    return pack


def shallow(deck: Path) -> None:
    (deck.parent / "away").write_text(run(deck, "rev-parse", "HEAD") + "\n", encoding="utf-8")
    (deck / ".git" / "shallow").symlink_to(deck.parent / "away")


def headed(below: str) -> Callable[[Path], None]:
    """Make `HEAD` a link that git takes for one to a branch."""

    def lead(deck: Path) -> None:
        head = deck / ".git" / below / "HEAD"
        (deck.parent / "away").write_text(run(deck, "rev-parse", "HEAD") + "\n", encoding="utf-8")
        head.unlink()
        (head.parent / "refs").mkdir(exist_ok=True)
        head.symlink_to(f"refs/{'../' * (3 + len(Path(below).parts))}away")

    return lead


def dangling(deck: Path) -> None:
    (deck / ".git" / "packed-refs").symlink_to(deck.parent / "nowhere")


def lent(name: str) -> Callable[[Path], None]:
    def lend(deck: Path) -> None:
        run(deck.parent, "clone", "-q", str(deck), "twin")
        place = deck / ".git" / "objects" / "info" / name
        place.write_text(f"{deck.parent}/twin/.git/objects\n", encoding="utf-8")

    return lend


FOREIGN = {
    "objects": moved("objects"),
    "some objects": first_of("objects/??"),
    "one object": first_of("objects/??/*"),
    "packs": packed(moved("objects/pack")),
    "a pack": packed(first_of("objects/pack/*.pack")),
    "references": moved("refs"),
    "tags": moved("refs/tags"),
    "a tag": moved("refs/tags/edition"),
    "packed references": packed(moved("packed-refs")),
    "packed references that are not there": dangling,
    "HEAD": headed(""),
    "configuration": moved("config"),
    "an end of the history": shallow,
    "alternates": lent("alternates"),
    "alternates of a server": lent("http-alternates"),
}


@pytest.mark.parametrize("plant", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("of", ["folder", "worktree"])
def test_what_others_keep_is_not_read(deck: Path, plant, of: str, tmp_path: Path) -> None:
    asked = deck
    if of == "worktree":
        asked = tmp_path / "tree"
        run(deck, "worktree", "add", "-q", str(asked))
    plant(deck)
    with pytest.raises(StudyGuideError, match="--shared or --reference") as refused:
        git.find_repository(asked)
    assert "\n" not in str(refused.value)


def test_the_folder_of_a_worktree_holds_no_links(deck: Path, tmp_path: Path) -> None:
    run(deck, "worktree", "add", "-q", str(tmp_path / "tree"))
    headed("worktrees/tree")(deck)
    with pytest.raises(StudyGuideError, match="--shared or --reference"):
        git.find_repository(tmp_path / "tree")


@pytest.mark.parametrize("option", ["--shared", "--reference", "--local", "--no-hardlinks"])
def test_a_clone_is_read_if_it_is_whole(deck: Path, option: str, tmp_path: Path) -> None:
    words = ("--reference", str(deck)) if option == "--reference" else (option,)
    run(tmp_path, "clone", "-q", *words, str(deck), "clone")
    if option in ("--shared", "--reference"):
        with pytest.raises(StudyGuideError, match="clone it whole"):
            git.find_repository(tmp_path / "clone")
    else:
        assert everything(tmp_path / "clone") == WHOLE


def test_links_that_git_does_not_follow_may_be_there(deck: Path) -> None:
    packed(moved("hooks"))(deck)
    (deck / "link.yaml").symlink_to("deck.yaml")
    assert everything(deck) == WHOLE


def bomb(deck: Path, place: str) -> None:
    """Commit a tree of ten million files, at ten trees of which each holds the next ten times."""
    blob = run(deck, "rev-parse", "HEAD:deck.yaml")
    lines = "".join(f"100644 blob {blob}\tf{at}.yaml\n" for at in range(10))
    for _ in range(6):
        done = subprocess.run(
            ["git", "-C", str(deck), "mktree"],
            input=lines, check=True, capture_output=True, text=True,
        )  # fmt: skip
        lines = "".join(f"040000 tree {done.stdout.strip()}\td{at}\n" for at in range(10))
    (deck / ".git" / "index.lock").unlink(missing_ok=True)
    run(deck, "read-tree", "HEAD")
    root = run(deck, "ls-tree", "HEAD") + f"\n040000 tree {done.stdout.strip()}\t{place}\n"
    tree = subprocess.run(
        ["git", "-C", str(deck), "mktree"], input=root, check=True, capture_output=True, text=True
    ).stdout.strip()
    run(deck, "tag", "-f", "edition", run(deck, "commit-tree", "-p", "HEAD", "-m", "3", tree))
    run(deck, "reset", "-q", "--soft", "edition")


@pytest.mark.parametrize("place", ["deep", "media", "Z.yaml"])
def test_a_tree_that_has_no_end_is_not_gone_through(deck: Path, place: str) -> None:
    bomb(deck, place)
    assert everything(deck) == WHOLE


def test_media_are_listed_and_no_folder_below(deck: Path) -> None:
    for name in ("media/a.png", "media/below/b.png", "other/c.png"):
        path = deck / "cards" / "one" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    run(deck, "add", "-A")
    run(deck, "commit", "-qm", "3")
    repository = git.find_repository(deck / "cards" / "one")
    assert repository
    assert {*git.tree(repository, "HEAD", bool)} == {"media/a.png"}
    assert git.tree(repository, "HEAD~1", bool) == {}


def test_git_is_heard_to_a_limit(deck: Path) -> None:
    most = len(git_process.run(deck, "rev-list", "--all").stdout)
    assert git_process.run(deck, "rev-list", "--all", most=most).stdout
    with pytest.raises(StudyGuideError, match="more to say of"):
        git_process.run(deck, "rev-list", "--all", most=most - 1)
    given = run(deck, "rev-parse", "HEAD").encode() + b"\n"
    done = git_process.run(deck, "cat-file", "--batch-check", given=given * 5_000)
    assert done.stdout.count(b" commit ") == 5_000

"""Git, asked for what it keeps and never for what a repository would have it run or fetch.

The only module that runs git. A deck may be anybody's, and its `.git` with it: filters, hooks, helpers
and remotes named there are commands. So only plumbing is used that reads objects as they are; every
transport is shut; and a `.git` that leads elsewhere must be known there.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.system import files

_OPTIONS: Final = (
    *("--no-pager", "--no-replace-objects", "--literal-pathspecs", "--no-optional-locks"),
    *(
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.commitGraph=false",
    ),
    *("-c", "protocol.allow=never", "-c", "core.sshCommand=false", "-c", "core.askPass=false"),
    *("-c", "core.alternateRefsCommand=false", "-c", "credential.helper="),
    *("-c", "safe.bareRepository=explicit"),
)
_ENVIRONMENT: Final = {
    "GIT_ALLOW_PROTOCOL": "none",  # which no repository can overrule
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS: Final = 4
_MOST_BYTES: Final = 256 * 1024 * 1024  # of all objects that are read at once
_MOST_VERSIONS: Final = 5000
_PLAIN: Final = (b"100644", b"100755")  # not links, not submodules


class Repository(NamedTuple):
    """A folder that git keeps, and where it stands in the repository: empty, or as `cards/mills/`."""

    folder: Path
    prefix: str


class Blob(NamedTuple):
    """A file as git keeps it: its id, its size in bytes."""

    id: bytes
    size: int


def find_repository(folder: Path) -> Repository | None:
    """Find out how git keeps a folder; nothing if it does not, or is not installed.

    Raises `StudyGuideError` where git may not be asked: its folder is someone else's, or elsewhere.
    """
    if _git() is None:
        return None
    asked = ("--show-toplevel", "--absolute-git-dir", "--git-common-dir", "--show-prefix")
    done = _run(folder, "rev-parse", *asked)
    if done.returncode:
        if b"not a git repository (or any " in done.stderr:
            return None
        raise StudyGuideError(_refusal(folder, done.stderr))
    lines = os.fsdecode(done.stdout).removesuffix("\n").split("\n")
    if len(lines) != len(asked):
        raise StudyGuideError(f"git cannot be asked about {folder}: its name has a line break")
    top, own, common, prefix = lines
    if not _is_its_own(folder, Path(top), Path(own), folder / common):
        raise StudyGuideError(
            f"{Path(top, '.git')} leads to {own}, which is not the repository of this folder: "
            "git is not asked"
        )
    return Repository(folder, prefix)


def commit_of(repository: Repository, revision: str) -> str | None:
    """Give the id of the commit that a revision means; nothing if there is none."""
    if "\0" in revision or "\n" in revision:
        return None
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    done = _run(repository.folder, *words)
    return None if done.returncode else done.stdout.decode().strip()


def last_tag(repository: Repository) -> str | None:
    """Name the last tag before `HEAD`."""
    done = _run(repository.folder, "describe", "--tags", "--abbrev=0")
    return None if done.returncode else os.fsdecode(done.stdout).removesuffix("\n")


def is_shallow(repository: Repository) -> bool:
    """Whether only the last part of the history is here."""
    return _asked(repository, "rev-parse", "--is-shallow-repository").strip() == b"true"


def tree(repository: Repository, commit: str, is_wanted: Callable[[str], bool]) -> dict[str, Blob]:
    """Give those plain files of a folder that are wanted, as they were at a commit, by their paths."""
    words = ["ls-tree", "-r", "-z", "--full-tree", commit]
    words += ["--", repository.prefix] if repository.prefix else []
    found: dict[str, bytes] = {}
    for entry in _asked(repository, *words).split(b"\0"):
        about, _, path = entry.partition(b"\t")
        name = os.fsdecode(path)
        inside = name.removeprefix(repository.prefix)
        if about.split(b" ")[0] in _PLAIN and is_wanted(inside):
            found[inside] = about.split(b" ")[2]
    sizes = _sizes(repository, found.values())
    return {name: Blob(id, sizes[id]) for name, id in found.items()}


def versions(repository: Repository, name: str) -> list[Blob]:
    """List what a file of the folder has been, the newest first, on the way to `HEAD` and to tags.

    All sides of merges are gone through, those of which nothing was taken, too.
    """
    range_ = ("--full-history", f"--max-count={_MOST_VERSIONS}", "--tags", "--ignore-missing")
    if commit_of(repository, "HEAD") is None:
        _asked(repository, "rev-list", "--all", "--max-count=1")  # says so if something is damaged
        return []
    commits = _asked(repository, "rev-list", *range_, "HEAD", "--", name)
    words = ("diff-tree", "--stdin", "--root", "-m", "-r", "--no-renames", "--raw", "--no-abbrev")
    changes = _asked(repository, *words, "--", name, given=commits)
    ids: dict[bytes, None] = {}
    for line in changes.split(b"\n"):
        if line.startswith(b":"):
            _, mode, _, id, *_ = line.split(b" ")
            ids |= {id: None} if mode in _PLAIN else {}
    sizes = _sizes(repository, ids)
    return [Blob(id, sizes[id]) for id in ids]


def contents(repository: Repository, blobs: Iterable[Blob]) -> Iterator[bytes]:
    """Yield what is in blobs, as it is kept: no filter, no conversion of line ends.

    Raises `StudyGuideError` where they are too large together.
    """
    wanted = [*blobs]
    if sum(blob.size for blob in wanted) > _MOST_BYTES:
        most = _MOST_BYTES // 1024**2
        raise StudyGuideError(f"what git has of {repository.folder} is larger than {most} MiB")
    if not wanted:
        return
    given = b"".join(blob.id + b"\n" for blob in wanted)
    data, at = _asked(repository, "cat-file", "--batch", given=given), 0
    for blob in wanted:
        start = data.index(b"\n", at) + 1
        if data[at:start].split(b" ")[1:2] != [b"blob"]:
            raise StudyGuideError(_missing(repository))
        yield data[start : start + blob.size]
        at = start + blob.size + 1


def _sizes(repository: Repository, ids: Iterable[bytes]) -> dict[bytes, int]:
    """Give the size of each blob. Raises `StudyGuideError` if one is not here; none is fetched."""
    given = b"".join(id + b"\n" for id in ids)
    found = {}
    for line in _asked(repository, "cat-file", "--batch-check", given=given).splitlines():
        id, type, *size = line.split(b" ")
        if type != b"blob":
            raise StudyGuideError(_missing(repository))
        found[id] = int(size[0])
    return found


def _missing(repository: Repository) -> str:
    return (
        f"git does not have all that it should of {repository.folder} (is this a partial clone?): "
        "nothing is fetched, clone it whole"
    )


def _asked(repository: Repository, *words: str, given: bytes = b"") -> bytes:
    """Give what git answers; raise `StudyGuideError` where it cannot."""
    done = _run(repository.folder, *words, given=given)
    if done.returncode:
        raise StudyGuideError(_refusal(repository.folder, done.stderr))
    return done.stdout


def _run(folder: Path, *words: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [str(_git()), "-C", str(folder), *_OPTIONS, *words]
    try:
        return subprocess.run(
            command,
            input=given,
            env=kept | _ENVIRONMENT,
            capture_output=True,
            timeout=_SECONDS * (1 if words[0] == "rev-parse" else 3),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"git takes too long over {folder}: it is not asked any more"
        raise StudyGuideError(message) from error
    except OSError as error:
        raise StudyGuideError(f"cannot run git: {error.strerror}") from error


def _git() -> str | None:
    """Find git where programs are, never in the folder that one stands in."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return shutil.which("git", path=os.pathsep.join(each for each in folders if each[:1] == "/"))


def _refusal(folder: Path, said: bytes) -> str:
    if b"dubious ownership" in said:
        way_out = f"git config --global --add safe.directory {folder.resolve()}"
        return f"git does not trust {folder}, which belongs to somebody else; if you do: {way_out}"
    if b"promisor" in said or b"missing" in said or b"lazy fetch" in said:
        return _missing(Repository(folder, ""))
    lines = said.decode(errors="replace").strip().splitlines() or ["it says nothing"]
    shown = "".join(sign if sign.isprintable() else " " for sign in lines[-1][:200])
    return f"git cannot be asked about {folder}: {shown.removeprefix('fatal: ')}"


def _is_its_own(folder: Path, top: Path, own: Path, common: Path) -> bool:
    """Whether git's folder is that of the folders it speaks for: in them, or knowing of them.

    A worktree is named in the repository that it is of, a submodule in its own configuration.
    """
    real = os.path.realpath
    link = top / ".git"
    if not files.leads_into(folder, top):
        return False
    if real(own) != real(common):
        back = _line(own / "gitdir")
        return real(own.parents[1]) == real(common) and real(own / back) == real(link)
    if real(own) == str(Path(real(top), ".git")):
        return not link.is_symlink()
    words = ("config", "--file", str(own / "config"), "--no-includes", "--get", "core.worktree")
    done = _run(folder, *words)
    back = os.fsdecode(done.stdout).removesuffix("\n")
    return not done.returncode and back != "" and real(own / back) == real(top)


def _line(path: Path) -> str:
    """Give the one line of a small file of git's; nothing where it is none."""
    try:
        return os.fsdecode(files.read(path, 4096)).removesuffix("\n")
    except StudyGuideError:
        return "nowhere"

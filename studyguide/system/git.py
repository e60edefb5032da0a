"""Git, asked for what it keeps and never for what a repository would have it run or fetch.

A deck may be anybody's, and its `.git` with it: filters, hooks, helpers and remotes named there are
commands (`git_process.py`), and it may lead elsewhere (`git_folder.py`). So only plumbing is used that
reads objects as they are.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.system.git_folder import foreign_part, is_its_own
from studyguide.system.git_process import MOST_BYTES, is_installed, run

_MOST_BYTES: Final = 256 * 1024 * 1024  # of all objects that are read at once
_MOST_OF_A_NAME: Final = 128  # bytes that git puts around an object
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
    if not is_installed():
        return None
    asked = ("--show-toplevel", "--absolute-git-dir", "--git-common-dir", "--show-prefix")
    done = run(folder, "rev-parse", *asked)
    if done.returncode:
        if b"not a git repository (or any " in done.stderr:
            return None
        raise StudyGuideError(_refusal(folder, done.stderr))
    lines = os.fsdecode(done.stdout).removesuffix("\n").split("\n")
    if len(lines) != len(asked):
        raise StudyGuideError(f"git cannot be asked about {folder}: its name has a line break")
    top, own, common, prefix = lines
    if not is_its_own(folder, Path(top), Path(own), folder / common):
        raise StudyGuideError(
            f"{Path(top, '.git')} leads to {own}, which is not the repository of this folder: "
            "git is not asked"
        )
    if part := foreign_part({Path(own), folder / common}):
        raise StudyGuideError(
            f"{part} leads to what another repository keeps: git is not asked (a clone made with "
            "--shared or --reference is not read: clone it whole)"
        )
    return Repository(folder, prefix)


def commit_of(repository: Repository, revision: str) -> str | None:
    """Give the id of the commit that a revision means; nothing if there is none."""
    if "\0" in revision or "\n" in revision:
        return None
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    done = run(repository.folder, *words)
    return None if done.returncode else done.stdout.decode().strip()


def last_tag(repository: Repository) -> str | None:
    """Name the last tag before `HEAD`."""
    done = run(repository.folder, "describe", "--tags", "--abbrev=0")
    return None if done.returncode else os.fsdecode(done.stdout).removesuffix("\n")


def is_shallow(repository: Repository) -> bool:
    """Whether only the last part of the history is here."""
    return _asked(repository, "rev-parse", "--is-shallow-repository").strip() == b"true"


def tree(repository: Repository, commit: str, is_wanted: Callable[[str], bool]) -> dict[str, Blob]:
    """Give those plain files of a folder that are wanted, as they were at a commit, by their paths.

    Only the folder and its `media/` are looked into: the rest, however deep, is no part of a deck.
    """
    found: dict[str, bytes] = {}
    for place in (repository.prefix, f"{repository.prefix}media/"):
        words = ("ls-tree", "-z", "--full-tree", commit, *(("--", place) if place else ()))
        for entry in _asked(repository, *words).split(b"\0"):
            about, _, path = entry.partition(b"\t")
            inside = os.fsdecode(path).removeprefix(repository.prefix)
            if about.split(b" ")[0] in _PLAIN and is_wanted(inside):
                found[inside] = about.split(b" ")[2]
    sizes = _sizes(repository, found.values())
    return {name: Blob(id, sizes[id]) for name, id in found.items()}


def versions(repository: Repository, name: str) -> list[Blob]:
    """List what a file of the folder has been, the newest first, on the way to `HEAD` and to tags.

    All sides of merges are gone through, those of which nothing was taken, too. What is staged comes first: it may
    be another branch's.
    """
    range_ = ("--full-history", f"--max-count={_MOST_VERSIONS}", "--tags", "--ignore-missing")
    if commit_of(repository, "HEAD") is None:
        _asked(repository, "rev-list", "--all", "--max-count=1")  # says so if something is damaged
        return []
    commits = _asked(repository, "rev-list", *range_, "HEAD", "--", name)
    words = ("diff-tree", "--stdin", "--root", "-m", "-r", "--no-renames", "--raw", "--no-abbrev")
    changes = _asked(repository, *words, "--", name, given=commits)
    ids = dict.fromkeys(_staged(repository, name))
    for line in changes.split(b"\n"):
        if line.startswith(b":"):
            _, mode, _, id, *_ = line.split(b" ")
            ids |= {id: None} if mode in _PLAIN else {}
    sizes = _sizes(repository, ids)
    return [Blob(id, sizes[id]) for id in ids]


def _staged(repository: Repository, name: str) -> Iterator[bytes]:
    """Yield the ids of what a file is in the index: one, or those of the sides of a merge."""
    for entry in _asked(repository, "ls-files", "--stage", "-z", "--", name).split(b"\0"):
        mode, id, *_ = entry.split(b" ") if entry else (b"", b"")
        if mode in _PLAIN:
            yield id


def contents(repository: Repository, blobs: Iterable[Blob]) -> Iterator[bytes]:
    """Yield what is in blobs, as it is kept: no filter, no conversion of line ends.

    Raises `StudyGuideError` where they are too large together.
    """
    wanted = [*blobs]
    size = sum(blob.size for blob in wanted)
    if size > _MOST_BYTES:
        most = _MOST_BYTES // 1024**2
        raise StudyGuideError(f"what git has of {repository.folder} is larger than {most} MiB")
    if not wanted:
        return
    given = b"".join(blob.id + b"\n" for blob in wanted)
    most = size + len(wanted) * _MOST_OF_A_NAME
    data, at = _asked(repository, "cat-file", "--batch", given=given, most=most), 0
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


def _asked(
    repository: Repository, *words: str, given: bytes = b"", most: int = MOST_BYTES
) -> bytes:
    """Give what git answers; raise `StudyGuideError` where it cannot, or says more than `most` bytes."""
    done = run(repository.folder, *words, given=given, most=most)
    if done.returncode:
        raise StudyGuideError(_refusal(repository.folder, done.stderr))
    return done.stdout


def _refusal(folder: Path, said: bytes) -> str:
    if b"dubious ownership" in said:
        way_out = f"git config --global --add safe.directory {folder.resolve()}"
        return f"git does not trust {folder}, which belongs to somebody else; if you do: {way_out}"
    if b"promisor" in said or b"missing" in said or b"lazy fetch" in said:
        return _missing(Repository(folder, ""))
    if (
        b"config" in said or b"include" in said
    ):  # what it includes may be anywhere: not a word of it
        return f"git cannot be asked about {folder}: its configuration, or a file that this includes, is none"
    lines = said.decode(errors="replace").strip().splitlines() or ["it says nothing"]
    shown = "".join(sign if sign.isprintable() else " " for sign in lines[-1][:200])
    return f"git cannot be asked about {folder}: {shown.removeprefix('fatal: ')}"

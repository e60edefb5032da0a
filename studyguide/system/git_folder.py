"""Git's own folder: whether it is that of the files it speaks for, and holds all that it keeps itself."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from studyguide.errors import StudyGuideError
from studyguide.system import files
from studyguide.system.git_process import run

_KEPT: Final = ("objects", "refs", "reftable", "info", "logs")
"""Folders that git reads, and that must have no link anywhere in them."""

_NOT_READ: Final = frozenset({"annex", "hooks", "lfs"})
"""What may lie in git's folder as a link, since nothing that we ask reads it."""

_LENDERS: Final = ("objects/info/alternates", "objects/info/http-alternates")
"""Files that name other repositories, whose objects git would give as its own."""


def foreign_part(folders: Iterable[Path]) -> Path | None:
    """Find what in git's folders leads to what another repository, or anybody else, keeps."""
    for folder in folders:
        for name in _LENDERS:
            if os.path.lexists(folder / name):
                return folder / name
        for found in (
            _link_in(folder, is_deep=False),
            *(_link_in(folder / each, is_deep=True) for each in _KEPT),
        ):
            if found:
                return found
    return None


def _link_in(folder: Path, *, is_deep: bool) -> Path | None:
    """Find a link in a folder, and in those below it if so told; none where there is no folder."""
    waiting = [str(folder)] if folder.is_dir() else []
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_symlink() and (is_deep or entry.name not in _NOT_READ):
                        return Path(entry.path)
                    if is_deep and entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except OSError as error:
            raise StudyGuideError(f"cannot read {error.filename}: {error.strerror}") from error
    return None


def is_its_own(folder: Path, top: Path, own: Path, common: Path) -> bool:
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
    done = run(folder, *words)
    back = os.fsdecode(done.stdout).removesuffix("\n")
    return not done.returncode and back != "" and real(own / back) == real(top)


def _line(path: Path) -> str:
    """Give the one line of a small file of git's; nothing where it is none."""
    try:
        return os.fsdecode(files.read(path, 4096)).removesuffix("\n")
    except StudyGuideError:
        return "nowhere"

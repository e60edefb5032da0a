"""The one opener for what may be anybody's: plain files only, never by a link out of a folder.

A pipe or a device that stands where a file should is not opened, since that could take for ever.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from studyguide.errors import StudyGuideError

_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW
"""Should a pipe take a file's place between two looks, opening it does not wait for a writer."""


def is_file(path: Path) -> bool:
    """Whether a path leads to a plain file. Raises `StudyGuideError` if nobody may look."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError as error:
        raise StudyGuideError(f"cannot read {path}: {error.strerror}") from error
    except (OSError, ValueError):  # a name too long or with a NUL, links in a circle
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads to a plain file that is in a folder, by no link out of it or to what is hidden."""
    return is_file(path) and leads_into(path, folder) and not leads_to_hidden(path, folder)


def leads_to_hidden(path: Path, folder: Path) -> bool:
    """Whether a link leads to what a dot hides in a folder, such as `.git/config`."""
    if _goes_straight(path, folder):
        return False
    parts = Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).parts
    named = Path(os.path.relpath(path, folder)).parts
    return parts != named and any(part.startswith(".") for part in parts)


def folders_with(name: str, within: Path) -> list[Path]:
    """List the folders right below one that hold a file of this name, by name.

    A link out of it is none of them, nor is one to a folder that is listed already.
    """
    found = sorted(path.parent for path in within.glob(f"*/{name}"))
    inside = [folder for folder in found if leads_into(folder, within)]
    chosen: dict[str, Path] = {}
    for folder in sorted(inside, key=Path.is_symlink):
        chosen.setdefault(os.path.realpath(folder), folder)
    return sorted(chosen.values())


def leads_into(path: Path, folder: Path) -> bool:
    """Whether a path, links followed, is a folder or in it, be there anything or not."""
    if _goes_straight(path, folder):
        return True
    root = os.path.realpath(folder)
    return os.path.commonpath((os.path.realpath(path), root)) == root


def _goes_straight(path: Path, folder: Path) -> bool:
    """Whether a path goes on from a folder by no link, nor back: as nearly all do, and quick to see.

    Paths are looked at as text, since `Path` takes several times as long.
    """
    at, whole = str(folder), str(path)
    if at == whole:
        return True
    at = "" if at == "." else at.rstrip(os.sep) + os.sep
    parts = whole[len(at) :].split(os.sep)  # noqa: PTH206
    if not whole.startswith(at) or not parts[0]:  # the latter in `/etc` from here, and in `//etc`
        return False
    for part in parts:
        at += part
        if part == ".." or os.path.islink(at):  # noqa: PTH114
            return False
        at += os.sep
    return True


def refuse_links(folder: Path, within: Path) -> None:
    """Make sure that a folder, be it there or not, is one of another's own: no link on the way.

    For what is about to be written or deleted there. Raises `StudyGuideError` where there is one.
    """
    parts = folder.relative_to(within).parts if folder.is_relative_to(within) else ("..",)
    at = within
    for part in parts:
        at /= part
        if part == ".." or at.is_symlink():
            raise StudyGuideError(
                f"{at} is a link or leads out of {within}: nothing is written there, "
                "put a folder in its place"
            )


def names(folder: Path, within: Path) -> list[str]:
    """List what is in a folder, which must not be a link out of another; none if it is not there."""
    if not leads_into(folder, within):
        raise StudyGuideError(f"{folder} is a link out of {within}: put the files themselves there")
    try:
        return sorted(each.name for each in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise StudyGuideError(f"cannot read {folder}: {error.strerror}") from error


def read(path: Path, most: int, within: Path | None = None) -> bytes:
    """Read a plain file, but no more than one byte over `most`.

    With `within` no link may lead out of that folder. Raises `StudyGuideError` for anything else
    than a plain file, and where the system refuses.
    """
    with opened(path, within) as file:
        try:
            return file.read(most + 1)
        except OSError as error:
            raise StudyGuideError(f"cannot read {path}: {error.strerror}") from error


def read_whole(path: Path, most: int, within: Path | None = None) -> bytes:
    """Read a plain file; raises `StudyGuideError` for one that is larger than `most` bytes, too."""
    data = read(path, most, within)
    if len(data) > most:
        raise StudyGuideError(f"{path} is larger than {most // 1024**2} MiB")
    return data


@contextmanager
def opened(path: Path, within: Path | None = None) -> Iterator[BinaryIO]:
    """Open a plain file as `read` does, for whoever must not read it as a whole."""
    try:
        descriptor = _descriptor(path, within)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise StudyGuideError(f"cannot read {path}: {said}") from error
    with os.fdopen(descriptor, "rb") as file:
        yield file


def _descriptor(path: Path, within: Path | None) -> int:
    """Open the very file that was looked at: what takes its place meanwhile is not followed."""
    if within and _goes_straight(path, within):
        real = path
    elif within and not leads_into(path, within):
        raise StudyGuideError(f"{path} is a link out of {within}: put the file itself there")
    elif within and leads_to_hidden(path, within):
        raise StudyGuideError(f"{path} is a link to what is hidden: put the file itself there")
    else:
        real = Path(os.path.realpath(path))
    try:
        seen = real.stat()
    except FileNotFoundError as error:
        raise StudyGuideError(f"cannot read {path}: there is no such file") from error
    if not stat.S_ISREG(seen.st_mode):
        instead = "there is no such file, only a folder, a pipe or a device"
        raise StudyGuideError(f"cannot read {path}: {instead}")
    descriptor = os.open(real, _FLAGS)
    if not os.path.samestat(seen, os.fstat(descriptor)):
        os.close(descriptor)
        raise StudyGuideError(f"cannot read {path}: it has changed meanwhile")
    return descriptor

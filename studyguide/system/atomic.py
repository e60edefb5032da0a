"""Files that appear whole or not at all: written beside their place, then renamed into it.

What a killed run has left beside a file is known by its name, and by nobody holding it any more.
"""

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from studyguide.errors import StudyGuideError
from studyguide.patterns import lazy
from studyguide.system import files

_LEFT = lazy(r"\..+\.[0-9a-f]{16}\.part")
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_LOOK = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
_TRIES = 100
_PATIENCE = 10.0
"""Seconds to wait for another run; each needs but a moment, unless it has been stopped."""


@contextmanager
def replacing(path: Path, within: Path | None = None) -> Iterator[Path]:
    """Give a path beside `path` to write to; what is there becomes `path` if the block succeeds.

    The old file stays as it was if the block fails or is interrupted; the new one has its mode. A
    link in the file's place is replaced, not followed; with `within`, a folder of which nobody chose
    the content, none of the folders below it may be a link. Raises `StudyGuideError` then, and where
    the system refuses, a full disk included.
    """
    beside = None
    if within is not None:
        files.refuse_links(path.parent, within)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        clear_up(path.parent)
        beside, descriptor = _created(path)
        try:
            yield beside
            os.fsync(descriptor)
            if (mode := _mode_of(path)) is not None:
                os.fchmod(descriptor, mode)
            beside.replace(path)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise StudyGuideError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        if beside:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def clear_up(folder: Path) -> None:
    """Remove what killed runs have left in a folder, and nothing that a run still holds."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _LEFT.fullmatch(path.name):
                with suppress(OSError):
                    _remove_if_left(path)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep other runs from what is read and then written in a folder; they wait for a while.

    Raises `StudyGuideError` if another run does not let go of it.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise StudyGuideError(f"cannot read {folder}: {error.strerror}") from error
    try:
        _hold(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _hold(descriptor: int, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                message = f"another run is writing in {folder} and does not end: try again later"
                raise StudyGuideError(message) from None
            time.sleep(0.02)
        except OSError:  # a file system without locks, where there is nothing to hold
            return
        else:
            return


def _created(path: Path) -> tuple[Path, int]:
    """Make a new file beside another, under a name that nobody can have planted; hold it."""
    for _ in range(_TRIES):
        beside = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
        try:
            descriptor = os.open(beside, _NEW, 0o666)
        except FileExistsError:
            continue
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:  # else another run has taken it for a left-over
            return beside, descriptor
        os.close(descriptor)
    raise OSError(f"no name is free beside {path}")


def _mode_of(path: Path) -> int | None:
    """Give the mode of a file that is to be replaced; none where there is no plain file."""
    with suppress(OSError):
        known = path.lstat()
        if stat.S_ISREG(known.st_mode):
            return stat.S_IMODE(known.st_mode) & 0o777
    return None


def _remove_if_left(path: Path) -> None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return
    descriptor = os.open(path, _LOOK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(path.lstat(), os.fstat(descriptor)):
            path.unlink()
    finally:
        os.close(descriptor)

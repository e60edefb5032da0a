"""`deck.lock` on disk: opened whole or not at all, what is said of a damaged one, written only where it has changed."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.lock import merge
from studyguide.lock.from_json import LaterFormatError, lock_of
from studyguide.lock.lock import Lock
from studyguide.lock.to_json import dump
from studyguide.system import files
from studyguide.system.atomic import clear_up, held, replacing

LARGEST_LOCK = 64 * 1024 * 1024


class Opened(NamedTuple):
    """A lock as it was read, and the bytes that it was read from; there are none where it is new."""

    lock: Lock
    data: bytes


NO_LOCK = Opened(Lock(), b"")


def open_lock(path: Path) -> Lock:
    """Read a lock; an empty one where there is none. Raises `StudyGuideError` on nonsense."""
    return reopen(path).lock


def reopen(path: Path, known: Opened | None = None) -> Opened:
    """Read a lock, or give what is known of it if that is still so."""
    if not os.path.lexists(path):
        return NO_LOCK
    data = files.read_whole(path, LARGEST_LOCK, path.parent)
    if known and known.data == data:
        return known
    try:
        sides = merge.read(data.decode("utf-8-sig"))
        locks = [lock_of(side) for side in sides]
        return Opened(locks[0] if len(sides) == 1 else lock_of(merge.joined(*sides)), data)
    except LaterFormatError as error:
        raise StudyGuideError(
            f"a later version of studyguide has written {path} ({_reason(error)}): install that one"
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StudyGuideError(
            f"{path} is no lock that we wrote ({_reason(error)}): restore it from version control"
        ) from error


def update_lock(
    path: Path, known: Opened, lock: Lock, finish: Callable[[Lock], Lock] = lambda lock: lock
) -> Opened:
    """Write what a run has made of the lock that it knew, joined with what others wrote meanwhile.

    Nobody else writes while this one reads again, joins, and lets `finish` have the last word.
    """
    with held(path.parent):
        present = reopen(path, known)
        if present.data != known.data and present.lock != lock:
            sides = (json.loads(dump(each)) for each in (known.lock, lock, present.lock))
            lock = lock_of(merge.rejoined(*sides))
        lock = finish(lock)
        save_lock(lock, path, present.lock)
        return Opened(lock, files.read_whole(path, LARGEST_LOCK, path.parent))


def _reason(error: Exception) -> str:
    """Say in a curator's words what Python found wrong."""
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    if isinstance(error, UnicodeError):
        return "it is not UTF-8"
    if isinstance(error, KeyError):
        return f"{error} is missing"
    if isinstance(error, ValueError):
        return str(error).split("\n")[0][:120]
    return "its parts are not what they should be"


def save_lock(lock: Lock, path: Path, read: Lock = NO_LOCK.lock) -> bool:
    """Write a lock if it differs from what is there; tell whether it did. `read` is what was read from there."""
    data = dump(lock).encode()
    clear_up(path.parent)
    if files.is_inside(path, path.parent):
        if files.read(path, LARGEST_LOCK, path.parent) == data:
            return False
    elif os.path.lexists(path):
        raise StudyGuideError(f"cannot write {path}: what stands there is not a file of this deck")
    new = {id: receipt for id, receipt in lock.items.items() if read.items.get(id) != receipt}
    is_new = len(new) == len(lock.items)
    _refuse_unreadable(data.decode() if is_new else dump(lock._replace(items=new)), path)
    with replacing(path) as beside:
        beside.write_bytes(data)
    return True


def _refuse_unreadable(new: str, path: Path) -> None:
    """Make sure that what is about to be written can be read again; what was read is left out of that."""
    try:
        lock_of(json.loads(new))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StudyGuideError(
            f"{path} would become a lock that nobody can read ({_reason(error)}), and is left as it is"
        ) from error

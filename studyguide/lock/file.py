"""`deck.lock` on disk: opened whole or not at all, written only where it has changed."""

import json
import os
from pathlib import Path

from studyguide.errors import StudyGuideError
from studyguide.lock import merge
from studyguide.lock.lock import Lock
from studyguide.lock.read import lock_of
from studyguide.lock.write import dump
from studyguide.system import files
from studyguide.system.atomic import clear_up, replacing

LARGEST_LOCK = 64 * 1024 * 1024


def open_lock(path: Path) -> Lock:
    """Read a lock; an empty one where there is none. Raises `StudyGuideError` on nonsense."""
    if not os.path.lexists(path):
        return Lock()
    data = files.read_whole(path, LARGEST_LOCK, path.parent)
    try:
        sides = merge.read(data.decode())
        locks = [lock_of(side) for side in sides]
        return locks[0] if len(sides) == 1 else lock_of(merge.joined(*sides))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StudyGuideError(
            f"{path} is no lock that we wrote ({_reason(error)}): restore it from version control"
        ) from error


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


def save_lock(lock: Lock, path: Path) -> bool:
    """Write a lock if it differs from what is there; tell whether it did."""
    text = dump(lock)
    clear_up(path.parent)
    if files.is_inside(path, path.parent):
        if files.read(path, LARGEST_LOCK, path.parent) == text.encode():
            return False
    elif os.path.lexists(path):
        raise StudyGuideError(f"cannot write {path}: what stands there is not a file of this deck")
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8")
    return True

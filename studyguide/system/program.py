"""Which program this is, and a word of its own that no other can give."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def seal(words: str) -> str:
    """Vouch for words in a way that nobody can who has not this installation.

    A project may come from anybody, with files in it that no check has seen and a word that they were made.
    """
    own = (_PACKAGE / "__init__.py").stat()
    return sha256(f"{own.st_ino} {own.st_ctime_ns} {words}".encode()).hexdigest()


@cache
def program() -> str:
    """Give the digest of our code and word lists, and the versions of all that is installed beside it."""
    digest = sha256(f"{sys.version} {_installed()}".encode())
    for name in sorted(_names(str(_PACKAGE), "")):
        digest.update(f"{name} ".encode())
        with open(f"{_PACKAGE}{os.sep}{name}", "rb", buffering=0) as file:  # noqa: PTH123
            digest.update(file.read())
    return digest.hexdigest()


def _names(folder: str, before: str) -> Iterator[str]:
    """Yield the names of all files of ours that say something; a `Path` for each would take several times as long."""
    with os.scandir(folder) as found:
        for each in found:
            if each.name.endswith((".py", ".txt")):
                yield before + each.name
            elif each.name != "__pycache__" and each.is_dir(follow_symlinks=False):
                yield from _names(each.path, f"{before}{each.name}{os.sep}")


def of_module(path: str) -> str:
    """Give the digest of one module of ours, and of the versions of Python and of what is installed beside it."""
    digest = sha256(f"{sys.version} {_installed()} ".encode())
    digest.update(Path(path).read_bytes())
    return digest.hexdigest()


@cache
def _installed() -> list[str]:
    """List the folders that name what is installed, with its version."""
    ends = (".dist-info", ".egg-info")
    found = {
        name
        for folder in sys.path
        if os.path.isdir(folder or ".")  # noqa: PTH112, a part of `sys.path`
        for name in os.listdir(folder or ".")  # noqa: PTH208
        if name.endswith(ends)
        and not name.startswith("studyguide")  # ours comes and goes with a wheel
    }
    return sorted(found)

"""Which program this is, and a word of its own that no other can give."""

import os
import sys
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
    for path in sorted(each for kind in ("*.py", "*.txt") for each in _PACKAGE.rglob(kind)):
        digest.update(f"{path.relative_to(_PACKAGE)} ".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def of_module(path: str) -> str:
    """Give the digest of one module of ours, and of the versions of Python and of what is installed beside it."""
    digest = sha256(f"{sys.version} {_installed()} ".encode())
    digest.update(Path(path).read_bytes())
    return digest.hexdigest()


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

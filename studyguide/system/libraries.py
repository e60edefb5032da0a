"""Shared libraries, found as the loader of the system finds them: no compiler is run to look for one."""

import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager

_ASKING = ("_findLib_gcc", "_findLib_ld")


@contextmanager
def without_compiler() -> Iterator[None]:
    """Keep `ctypes` from running gcc and ld for each name that the loader does not know.

    To load WeasyPrint is to try many; each took a compiler's time, and left a file where it was stopped.
    """
    ways = vars(ctypes.util)
    known = {name: ways[name] for name in _ASKING if name in ways}
    ways.update(dict.fromkeys(known, lambda _: None))
    try:
        yield
    finally:
        ways.update(known)

"""Libraries: shared ones are looked for without a compiler, and what may not be used is loaded when it is."""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

_ASKING = ("_findLib_gcc", "_findLib_ld", "_findSoname_ldconfig")


@contextmanager
def without_compiler() -> Iterator[None]:
    """Keep `ctypes` from running gcc, ld and ldconfig for each name that the loader does not know.

    To load WeasyPrint is to try many; each took a compiler's time, and left a file where it was stopped. For each
    library it tries a name that the loader does know, by itself and without asking: `libpango-1.0.so.0`.
    """
    ways = vars(ctypes.util)
    known = {name: ways[name] for name in _ASKING if name in ways}
    ways.update(dict.fromkeys(known, lambda _: None))
    try:
        yield
    finally:
        ways.update(known)


@contextmanager
def put_off(name: str, *functions: str) -> Iterator[None]:
    """Let a module that is imported while the block runs be loaded when something in it is first asked for.

    Or, of `functions` that are imported from it, when one is first called.
    """
    if name in sys.modules:
        yield
        return
    module = sys.modules[name] = _PutOff(name)
    for each in functions:
        setattr(module, each, partial(_called, name, each))
    try:
        yield
    finally:
        if sys.modules.get(name) is module:
            del sys.modules[name]


class _PutOff(ModuleType):
    """Stands for a module that is not loaded yet."""

    def __getattr__(self, attribute: str) -> Any:
        name = self.__name__
        if attribute.startswith("__"):  # as an import asks
            raise AttributeError(attribute)
        if sys.modules.get(name) is self:
            del sys.modules[name]
        return getattr(import_module(name), attribute)


def _called(name: str, function: str, *arguments: Any, **named: Any) -> Any:
    return getattr(import_module(name), function)(*arguments, **named)

"""What WeasyPrint tells of C's functions: parsed once and kept, so that C itself makes all values of them.

To parse it took a tenth of what it takes to load WeasyPrint; what is then made of it is made by cffi's own Python,
and half of that is to parse what a type is called. Of cffi's own tables C makes the same, as of a module that is
compiled.
"""

import ast
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from io import StringIO
from types import ModuleType
from typing import Any

from studyguide.printing.engine.letters import MORE
from studyguide.system import user_cache
from studyguide.system.program import of_module


@contextmanager
def in_tables() -> Iterator[None]:
    """Have WeasyPrint, which is loaded while the block runs, declare so what it calls."""
    if "weasyprint" in sys.modules:
        yield
        return
    before = sys.modules.pop("cffi", None)
    stand_in: Any = ModuleType("cffi")
    stand_in.FFI = tabled()
    sys.modules["cffi"] = stand_in
    try:
        yield
    finally:
        if sys.modules.get("cffi") is stand_in:
            del sys.modules["cffi"]
        if before:
            sys.modules["cffi"] = before


@cache
def tabled() -> Any:
    """Give a kind of what makes C's values; cffi's part that is in C is loaded with WeasyPrint."""
    import _cffi_backend  # type: ignore[import-untyped]

    class Tabled(_cffi_backend.FFI):  # type: ignore[misc]
        """Is made of all that is declared before the first library is opened."""

        def __init__(self) -> None:
            self.told = ""
            self.is_made = False

        def cdef(self, text: str, **_: Any) -> None:
            if text != MORE:
                self.told += text

        def dlopen(self, *which: Any) -> Any:
            if not self.is_made:
                super().__init__("weasyprint", **_tables(self.told + MORE))
                self.is_made = True
            return super().dlopen(*which)

    return Tabled


def _tables(text: str) -> dict[str, Any]:
    """Give cffi's tables of what is declared."""
    key = sha256(f"{of_module(__file__)} {text}".encode()).hexdigest()
    if body := user_cache.kept(key):
        return dict(marshal.loads(body))  # noqa: S302, it has our seal
    tables = _made(text)
    user_cache.keep(key, marshal.dumps(tables))
    return tables


def _made(text: str) -> dict[str, Any]:
    stand_in = sys.modules.pop("cffi", None)
    try:
        import cffi  # type: ignore[import-untyped]

        parsed, code = cffi.FFI(), StringIO()
        parsed.cdef(text)
        parsed.set_source("weasyprint", None)
        parsed.emit_python_code(code)
    finally:
        if stand_in:
            sys.modules["cffi"] = stand_in
    calls = (each for each in ast.walk(ast.parse(code.getvalue())) if isinstance(each, ast.Call))
    return {str(each.arg): ast.literal_eval(each.value) for each in next(calls).keywords}

"""Style sheets that were parsed before, by all that they are parsed of; nothing that was said of one while it was.

To parse WeasyPrint's own and that of a guide takes a tenth of a second, to read what came of it a fiftieth of that. What
is of Python in a sheet, its selectors, is made anew of their code: cssselect2 writes and compiles it, and nobody else.
"""

import marshal
import pickle
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from types import FunctionType
from typing import Any, Final

from studyguide.printing.engine.said import heard
from studyguide.system import user_cache
from studyguide.system.program import of_module

_MOST: Final = 8
"""How many are kept: those of the last few sorts of prints."""

_LARGEST: Final = 1024 * 1024
"""Bytes of one of them."""


def sheet(kind: Any, told: str, parse: Callable[[], Any]) -> Any:
    """Give a style sheet of a kind as it was parsed before, or parse it; `told` tells of all that it is parsed of."""
    parts = value(told, lambda: _apart(parse()))
    made = kind.__new__(kind)
    vars(made).update(_together(parts))
    return made


def value(told: str, find: Callable[[], Any]) -> Any:
    """Give what was found before, or find it."""
    key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    body = _used().get(key) or _known().get(key)
    if body:
        _used()[key] = body
        return pickle.loads(body)  # noqa: S301, it has our seal
    with heard() as said:  # and is to be said again
        found = find()
    if not said and (body := _pickled(found)):
        _used()[key] = body
        _keep()
    return found


def _keep() -> None:
    """Keep what was used, beside what another process has kept meanwhile, and of the rest what there is room for."""
    rest = {**_known(), **_read()}
    whole = {key: body for key, body in rest.items() if key not in _used()} | _used()
    user_cache.keep(_key(), marshal.dumps(dict([*whole.items()][-_MOST:])))


@cache
def _used() -> dict[str, bytes]:
    return {}


@cache
def _known() -> dict[str, bytes]:
    return _read()


def _read() -> dict[str, bytes]:
    body = user_cache.kept(_key())
    return dict(marshal.loads(body)) if body else {}  # noqa: S302, it has our seal


@cache
def _key() -> str:
    return of_module(__file__)


def _pickled(found: Any) -> bytes:
    """Give a value as it is kept; nothing for one that is large, or made of what has no name."""
    try:
        body = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError, RecursionError):
        return b""
    return body if len(body) < _LARGEST else b""


def _apart(made: Any) -> dict[str, Any]:
    """Take a style sheet apart into what can be kept."""
    return {**vars(made), "matcher": _each(vars(made.matcher), _told)}


def _together(parts: dict[str, Any]) -> dict[str, Any]:
    """Put a style sheet together again."""
    from cssselect2 import Matcher  # type: ignore[import-untyped]

    matcher = Matcher()
    vars(matcher).update(_each(parts["matcher"], _compiled))
    return {**parts, "matcher": matcher}


def _each(fields: dict[str, Any], made_of: Callable[[Any], Any]) -> dict[str, Any]:
    """Make something of each test of a matcher's selectors."""

    def entries(each: Iterable[Any]) -> list[Any]:
        return [(made_of(test), *rest) for test, *rest in each]

    return {
        name: {key: entries(each) for key, each in field.items()}
        if isinstance(field, dict)
        else entries(field)
        if isinstance(field, list)
        else field
        for name, field in fields.items()
    }


def _told(test: Any) -> bytes:
    return marshal.dumps(test.__code__)


def _compiled(code: bytes) -> Any:
    return FunctionType(marshal.loads(code), _names())  # noqa: S302, it has our seal


@cache
def _names() -> dict[str, Any]:
    """Give what cssselect2 has its selectors call by name."""
    from cssselect2 import compiler

    names = "split_whitespace", "ascii_lower", "urlparse"
    return {name: getattr(compiler, name) for name in names}

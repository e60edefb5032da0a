"""Regular expressions that are compiled when they are first used: most runs need few of them."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, AnyStr, cast

_ASKED = ("finditer", "findall", "flags", "fullmatch", "match", "pattern", "search", "split", "sub", "subn")  # fmt: skip


def lazy(pattern: AnyStr | Callable[[], AnyStr], flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a pattern that is compiled, and where need be written, when it is first asked for anything."""
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))


@contextmanager
def compiled_late() -> Iterator[None]:
    """Let what is loaded meanwhile have lazy patterns, too: of a library that makes many at once for what we never ask."""
    re.compile = lazy  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = _compile


_compile = re.compile


class _Lazy:
    """What stands for a pattern, and has its methods as its own as soon as one of them is used."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._told = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        pattern, flags = self._told
        made: re.Pattern[Any] = _compile(pattern() if callable(pattern) else pattern, flags)
        vars(self).update({each: getattr(made, each) for each in _ASKED})
        return getattr(made, name)

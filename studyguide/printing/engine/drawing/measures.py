"""Measures in drawings: a number is read as one, and a list of them is not gone through anew for each pair.

Of each WeasyPrint asks what unit it may have, through a generator, and for each point of a path it searches for two
numbers; half the time of a map went there.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache, partial
from typing import Any, Final

from studyguide.printing.engine.instead import instead

_KEPT: Final = 512
"""Values of attributes that are kept in one spelling; a path is one."""


_SIGNED: Final = re.compile(r"(?<!e)(?=[+-])")
_BETWEEN: Final = re.compile(r"[ \n\r\t,]+")
_JOINED: Final = re.compile(r"(\.[0-9-]+)(?=\.)")


@contextmanager
def read_quickly(svg: Any) -> Iterator[None]:
    """Read them so while a block runs; `svg` is WeasyPrint's package of that name."""
    modules = [
        each for name, each in sys.modules.items() if f"{name}.".startswith(f"{svg.__name__}.")
    ]
    utils = svg.utils
    ours = {
        "size": _size(utils.size),
        "point": _point(utils.point),
        "normalize": lru_cache(_KEPT)(_normalized),
    }
    with ExitStack() as stack:
        for each in modules:
            for name in ours.keys() & vars(each).keys():
                stack.enter_context(instead(each, name, partial(_that, ours[name])))
        yield


def _that(one: Any, _: Any) -> Any:
    return one


def _normalized(text: str | None) -> str:
    """Part figures by one space each, as WeasyPrint does, but without a template filled in for each sign."""
    text = _SIGNED.sub(" ", (text or "").replace("E", "e"))
    return _JOINED.sub(r"\1 ", _BETWEEN.sub(" ", text)).strip()


def _size(before: Any) -> Any:
    def size(text: Any, *around: Any) -> Any:
        if type(text) is str:
            try:
                return float(text)
            except ValueError:
                pass
        return before(text, *around)

    return size


def _point(before: Any) -> Any:
    def point(svg: Any, text: str, font_size: float) -> tuple[Any, ...]:
        x, *rest = text.split(" ", 2)
        if not rest or "\n" in text:
            return before(svg, text, font_size)  # type: ignore[no-any-return]
        return (*svg.point(x, rest[0], font_size), "".join(rest[1:]))

    return point

"""Another function in place of one of WeasyPrint's, for a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def instead(module: Any, name: str, made_of: Callable[[Any], Any]) -> Iterator[None]:
    """Have a module call by a name, while the block runs, what is made of what was there."""
    before = getattr(module, name)
    setattr(module, name, made_of(before))
    try:
        yield
    finally:
        setattr(module, name, before)

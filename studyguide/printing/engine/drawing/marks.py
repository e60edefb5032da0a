"""What is opened and closed around what is drawn, without a generator for each.

`contextlib` makes three objects of each and calls five functions, which was a fiftieth of printing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from studyguide.printing.engine.instead import instead


@contextmanager
def opened_directly(kind: Any) -> Iterator[None]:
    """Open and close so what is drawn while the block runs; `kind` is WeasyPrint's class of what it draws on."""
    with (
        instead(kind, "stacked", lambda _: _stacked),
        instead(kind, "artifact", lambda _: _artifact),
    ):
        yield


class _Stacked:
    """What is drawn with a state of its own."""

    __slots__ = ("_stream",)

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __enter__(self) -> None:
        self._stream.push_state()

    def __exit__(self, *_: object) -> None:
        self._stream.pop_state()


class _Artifact:
    """What is not read aloud."""

    __slots__ = ("_stream",)

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __enter__(self) -> None:
        if self._stream._tags is not None:  # noqa: SLF001, a PDF that is not tagged has no marks
            self._stream.begin_marked_content("Artifact")

    def __exit__(self, *_: object) -> None:
        if self._stream._tags is not None:  # noqa: SLF001
            self._stream.end_marked_content()


def _stacked(stream: Any) -> _Stacked:
    return _Stacked(stream)


def _artifact(stream: Any) -> _Artifact:
    return _Artifact(stream)

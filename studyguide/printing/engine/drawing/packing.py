"""What a PDF is packed as: as pydyf does it, but in less time, and no object of it twice."""

import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from typing import Any, Final

from studyguide.printing.engine.instead import instead

_CLOSELY: Final = 7
"""zlib's 9 takes three times as long, for a hundredth less."""


def written_quickly() -> AbstractContextManager[None]:
    """Have pydyf write what is bytes or text, as nearly all is, without asking what else it may be, while a block runs."""
    import pydyf  # type: ignore[import-untyped]

    return instead(pydyf, "_to_bytes", _quickly)


def _quickly(before: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    def to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]
        if kind is str:
            return item.encode("ascii")  # type: ignore[no-any-return]
        if kind is float:
            told = (b"%f" % item).rstrip(b"0")
            return b"%d" % item if told[-1:] == b"." and item.is_integer() else told
        return b"%d" % item if kind is int else before(item)

    return to_bytes


def packed_once(pdf: Any) -> None:
    """Let each object keep what it is written as, also those that are added then: pydyf packs all twice, for a digest."""
    for each in pdf.objects:
        _keep(each)
    kind: Any = type(pdf)
    pdf.__class__ = _keeping_all(kind)


def _keep(written: Any) -> None:
    if "data" not in vars(written):
        kind: Any = type(written)
        written.__class__ = _keeping(kind)


@cache
def _keeping_all(kind: Any) -> Any:
    def add_object(pdf: Any, written: Any) -> None:
        _keep(written)
        kind.add_object(pdf, written)

    return type(kind.__name__, (kind,), {"add_object": add_object})


class _Once:
    """A value that is worked out when it is first asked for; Python's own takes a lock for each."""

    def __init__(self, work_out: Callable[[Any], bytes]) -> None:
        self._work_out = work_out

    def __get__(self, written: Any, _: type) -> bytes:
        value = vars(written)["data"] = self._work_out(written)
        return value


@cache
def _keeping(kind: Any) -> Any:
    from pydyf import Dictionary, Stream

    ours = {Stream.data: _packed, Dictionary.data: _entries}
    return type(kind.__name__, (kind,), {"data": _Once(ours.get(kind.data, kind.data.fget))})


@cache
def _named(key: str) -> bytes:
    return b"/%s " % key.encode("ascii")


def _entries(dictionary: Any) -> bytes:
    """Write a dictionary as pydyf does, whose names are a few hundred."""
    from pydyf import _to_bytes

    written = (
        _named(key) + (value if type(value) is bytes else _to_bytes(value))
        for key, value in dictionary.items()
    )
    return b"<<%s>>" % b"".join(written)


def _packed(stream: Any) -> bytes:
    """Write a stream as pydyf does, but for how closely it is packed.

    What ends with a carriage return has another before the line that ends it, or it were taken for part of that.
    """
    from pydyf import Dictionary, _to_bytes

    parts = [part if type(part) is bytes else _to_bytes(part) for part in stream.stream]
    content = b"\n".join(parts)
    extra = Dictionary(stream.extra.copy())
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
        content = zlib.compress(content, _CLOSELY)
    extra["Length"] = len(content)
    end = b"\r" if content.endswith(b"\r") else b""
    return b"\n".join((extra.data, b"stream", content + end, b"endstream"))

"""As much of Protocol Buffers as is needed to read what Anki writes: numbered fields of a message."""

from collections.abc import Iterator

from studyguide.anki.archive import DamagedError

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FIXED = {_FIXED64: 8, _FIXED32: 4}


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield number and value of each field; raise `DamagedError` where it is no message."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, at = _varint(message, at)
            yield number, value
            continue
        length = _FIXED.get(wire, 0)
        if wire == _BYTES:
            length, at = _varint(message, at)
        elif not length:
            raise DamagedError("a message has a field of no known type")
        if at + length > len(message):
            raise DamagedError("a message breaks off")
        yield number, message[at : at + length]
        at += length


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte; give where it ends, too."""
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            break
        value |= (message[at] & 0x7F) << shift
        at += 1
        if message[at - 1] < 0x80:
            return value, at
    raise DamagedError("a message breaks off")

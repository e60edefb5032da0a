"""Documents are damaged, and read in a process of their own, as the program reads them: a library may crash over one."""

import random
from traceback import format_exc

from studyguide.source.readers import read_bytes
from studyguide.source.readers.document import DocumentError
from studyguide.source.source import Source


def faults(documents: dict[str, bytes], count: int) -> list[str]:
    """Damage each document in some ways and read it; tell what comes of that beside text, or a sentence."""
    found = []
    for form, data in documents.items():
        for seed in range(count):
            try:
                _cut(damaged(data, seed))
            except Exception:  # noqa: BLE001, it is told, with what it came of
                found.append(f"{form}, {seed}: {format_exc()}")
    return found


def damaged(data: bytes, seed: int) -> bytes:
    """Change, drop or double a few bytes."""
    chance, found = random.Random(seed), bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(found) or 1)
        match chance.randrange(4):
            case 0:
                found[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[at : at + chance.randint(1, 400)]
            case 2:
                found[at:at] = found[at : at + 200]
            case _:
                found[at:at] = chance.randbytes(chance.randint(1, 20))
    return bytes(found)


def _cut(data: bytes) -> None:
    """Read a document and cut it: nothing but a sentence is let through."""
    try:
        _ = Source("", {}, lambda: read_bytes(data)).sections
    except DocumentError as error:
        if not str(error):
            raise

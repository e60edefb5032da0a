"""How bytes are damaged, and archives, under their compression too."""

import io
import random
import zipfile
from collections.abc import Mapping

_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def mangled(data: bytes, chance: random.Random) -> bytes:
    """Change, cut, double or move bytes here and there."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 1, 2, 4, 8, 100, 1000))
        match chance.randrange(6):
            case 0 | 1:
                changed[at : at + length] = chance.randbytes(min(length, len(changed) - at))
            case 2:
                changed[at : at + length] = (
                    bytes([chance.choice((0, 1, 0x7F, 0x80, 0xFF))]) * length
                )
            case 3:
                del changed[at : at + length]
            case 4:
                changed[at:at] = changed[at : at + length]
            case _:
                other = chance.randrange(len(changed) + 1)
                changed[at : at + length] = changed[other : other + length]
    return bytes(changed)


def zipped(members: Mapping[str, bytes], chance: random.Random) -> bytes:
    """Pack members in any of the usual ways."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", chance.choice(_COMPRESSIONS)) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Give the members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

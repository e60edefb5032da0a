"""Files of a zip archive that may be anybody's, and the XML in them."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from functools import lru_cache
from posixpath import normpath
from unicodedata import normalize
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from studyguide.source.readers.document import DocumentError

MOST_FILES = 20_000
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes, unpacked."""

_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, ValueError, MemoryError),
)


class Archive:
    """An archive, of which no more is unpacked than a book can be."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = {info.filename: info for info in self._zip.infolist()}
        except _BROKEN as error:
            raise DocumentError("the file is damaged: it cannot be unpacked") from error
        if len(self._names) > MOST_FILES:
            raise DocumentError("it holds more files than a book can have")
        self._loosely = {_plain(name): info for name, info in self._names.items()}
        self._left = LARGEST_WHOLE

    def __contains__(self, name: str) -> bool:
        return normpath(name) in self._names or _plain(name) in self._loosely

    def read(self, name: str) -> bytes:
        """Unpack a file. Raises `DocumentError` if it is missing, damaged, encrypted or too large."""
        info = self._names.get(name) or self._names.get(normpath(name))
        info = info or self._loosely.get(_plain(name))
        if info is None:
            raise DocumentError(f"the file is damaged: {name[:80]!r} is missing in it")
        if info.flag_bits & 1:
            raise DocumentError("it is encrypted: save it without a password")
        limit = min(LARGEST_FILE, self._left)
        try:
            with self._zip.open(info) as file:
                data = file.read(limit + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise DocumentError(f"the file is damaged: {name[:80]!r} cannot be unpacked") from error
        if len(data) > limit:
            raise DocumentError("unpacked it is larger than a book can be")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> ET.Element:
        """Unpack a file and read it as XML, without entities of its own."""
        data = self.read(name)
        if _ENTITY.search(data.replace(b"\0", b"")):
            raise DocumentError(f"{name[:80]!r} in it declares entities, which no book needs")
        try:
            return ET.fromstring(data)  # noqa: S314, entities are refused above
        except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
            raise DocumentError(f"the file is damaged: {name[:80]!r} is no XML") from error


def _plain(name: str) -> str:
    """Give the name of a file as whoever packed it may have written it: with %20, in capitals, with backslashes."""
    return normpath(normalize("NFC", unquote(name)).replace("\\", "/")).casefold()


@lru_cache(maxsize=1000)
def local(tag: str) -> str:
    """Give the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]

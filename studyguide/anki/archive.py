"""The zip file that a package is: members read by name, none unpacked to disk, none without a limit.

The only module that knows Zstandard. A package may be anybody's, and damaged on purpose.
"""

import lzma
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Final, cast

from studyguide.errors import StudyGuideError
from studyguide.system import files

LARGEST_DIRECTORY: Final = 32 * 1024 * 1024
"""Bytes of a zip file's list of members, which is read at once: some 300,000 of them."""

_PIECE: Final = 1024 * 1024
_LARGEST_WINDOW: Final = 128 * 1024 * 1024  # bytes that Zstandard may look back: Anki needs 8 MiB


class DamagedError(ValueError):
    """What is wrong with a package, in a few words."""


class _Bounded(FileIO):
    """A file of which nobody is given more at once than a list of members may take."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not -1 <= size <= LARGEST_DIRECTORY:
            raise DamagedError("its list of members is too large")
        return super().read(size) or b""


@contextmanager
def open_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip file. Raises `StudyGuideError` where there is no file, `DamagedError` for no zip."""
    if not files.is_file(path):
        raise StudyGuideError(f"cannot read {path}: there is no such file")
    with _Bounded(path) as file, zipfile.ZipFile(cast("BinaryIO", file)) as archive:
        yield archive


def content(archive: zipfile.ZipFile, name: str, most: int, *, is_packed: bool) -> bytearray:
    """Read a member of no more than `most` bytes; `is_packed`: with Zstandard, inside of the zip."""
    data = bytearray()
    for piece in _pieces(archive, name, is_packed):
        data += piece
        if len(data) > most:
            raise DamagedError(f"its {name} is too large")
    return data


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Turn whatever a damaged package makes the libraries raise into one `StudyGuideError`."""
    try:
        yield
    except MemoryError as error:
        raise _told(path, "it does not fit into memory") from error
    except OSError as error:
        if error.errno is not None:
            raise StudyGuideError(f"cannot read {path}: {error.strerror or error}") from error
        raise _told(path, str(error)) from error
    except _FAULTS as error:
        is_told = isinstance(error, _TOLD) and not isinstance(error, RecursionError)
        said = str(error) if is_told else "what stands in it has not the shape that Anki gives it"
        raise _told(path, said or type(error).__name__) from error


def _told(path: Path, reason: str) -> StudyGuideError:
    line = " ".join(reason.split())[:120]
    return StudyGuideError(f"{path} is no Anki package that can be read: {line}")


def _pieces(archive: zipfile.ZipFile, name: str, is_packed: bool) -> Iterator[bytes]:
    import zstandard

    with archive.open(name) as member:
        if not is_packed:
            while piece := member.read(_PIECE):
                yield piece
            return
        unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        try:
            with unpacker.stream_reader(member, read_across_frames=True) as reader:
                while piece := reader.read(_PIECE):
                    yield piece
        except zstandard.ZstdError as error:
            raise DamagedError(str(error)) from error


_TOLD = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, sqlite3.Error, sqlite3.Warning),
    *(DamagedError, EOFError, RuntimeError),
)
"""What says for itself what is wrong with a package; zipfile has `RuntimeError` for an encrypted one."""

_FAULTS = (*_TOLD, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What zipfile and its packers, sqlite3 and json raise for nonsense, and what reading its rows does."""

"""Documents opened: the one module of this room that knows where they lie.

They may be anybody's: all but plain text is read in a process of its own, within limits of time and memory,
so that one which hangs, eats memory or crashes its reader is a sentence.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.errors import StudyGuideError
from studyguide.source.source import Source, raw_of
from studyguide.system import files

if TYPE_CHECKING:
    from studyguide.source.readers.document import Document

LARGEST_DOCUMENT = 256 * 1024 * 1024
"""Bytes; a larger file is no text that a person studies."""

_SECONDS, _MEMORY = 20, 2 * 1024**3
"""What reading may take of a processor and of memory; a larger file is given more."""


def open_source(path: Path, openings: Mapping[int, str] | None = None) -> Source:
    """Open a document as a source text; its format is read only when something of it is asked for.

    Raises `StudyGuideError` if it cannot be opened, now, or cannot be read, then.
    """
    data = _bytes(path)
    reading = partial(
        _document, path, data
    )  # which goes from one process to another, as no lambda does
    return Source(raw_of(data, openings or {}), openings or {}, reading)


def _bytes(path: Path) -> bytes:
    return files.read_whole(path, LARGEST_DOCUMENT)


def _document(path: Path, data: bytes) -> "Document":
    from studyguide.source.readers import is_plain, read_bytes

    try:
        if is_plain(data, path.name):
            return read_bytes(data, path.name)
        return _kept_or_read(data, path.name)
    except StudyGuideError as error:
        raise StudyGuideError(f"cannot read {path}: {error}") from error


def _kept_or_read(data: bytes, name: str) -> "Document":
    from studyguide.source.document_cache import keep, kept, key_of

    key = key_of(data, name)
    document = kept(key)
    if document is None:
        document = _read_within_limits(data, name)
        keep(key, document)
    return document


def _read_within_limits(data: bytes, name: str) -> "Document":
    from studyguide.source.readers import read_bytes
    from studyguide.system.process import Limits, in_background

    size = len(data)
    limits = Limits(_SECONDS + 2 * size // 1024**2, _MEMORY + 8 * size, "a document")
    with in_background(limits, read_bytes, data, name) as outcome:
        return outcome()

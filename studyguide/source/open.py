"""Documents opened: the one module of this room that knows paths."""

from collections.abc import Mapping
from pathlib import Path

from studyguide.errors import StudyGuideError
from studyguide.source.readers import read_bytes
from studyguide.source.readers.document import Document, DocumentError
from studyguide.source.source import Source, raw_of
from studyguide.system import files

LARGEST_DOCUMENT = 256 * 1024 * 1024
"""Bytes; a larger file is no text that a person studies."""


def read_document(path: Path) -> Document:
    """Read a document of whatever format. Raises `StudyGuideError` if that cannot be."""
    return _document(path, _bytes(path))


def open_source(path: Path, openings: Mapping[int, str] | None = None) -> Source:
    """Open a document as a source text; its format is read only when something of it is asked for.

    Raises `StudyGuideError` if it cannot be opened, now, or cannot be read, then.
    """
    data = _bytes(path)
    return Source(raw_of(data, openings or {}), openings or {}, lambda: _document(path, data))


def _bytes(path: Path) -> bytes:
    return files.read_whole(path, LARGEST_DOCUMENT)


def _document(path: Path, data: bytes) -> Document:
    try:
        return read_bytes(data, path.name)
    except DocumentError as error:
        raise StudyGuideError(f"cannot read {path}: {error}") from error

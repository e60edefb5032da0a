"""Edited files as a patch, or written: all of them, or none."""

import re
from collections.abc import Sequence
from difflib import unified_diff

from studyguide.deck.file import File
from studyguide.errors import StudyGuideError
from studyguide.loading.load import LARGEST_FILE
from studyguide.system import files
from studyguide.system.atomic import replacing

_BOM = b"\xef\xbb\xbf"


def as_patch(file: File, text: str) -> str:
    """Show how a file would change, as a unified diff."""
    path = file.path.as_posix().lstrip("/")
    end = "\t" if " " in f"{path}" else ""  # else `patch` takes a blank for the end of the name
    parts = unified_diff(_lines(file.text), _lines(text), f"a/{path}{end}", f"b/{path}{end}")
    return "".join(
        part if part.endswith("\n") else f"{part}\n\\ No newline at end of file\n" for part in parts
    )


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def write_files(edits: Sequence[tuple[File, str]]) -> int:
    """Write new texts of files; tell how many there are.

    Raises `StudyGuideError`, and then touches none, if one has changed since it was read or cannot be
    read; or if one cannot be written.
    """
    marks = [_mark(file) for file, _ in edits]
    for (file, text), mark in zip(edits, marks, strict=True):
        with replacing(file.path) as beside:
            beside.write_bytes(mark + text.encode())
    return len(edits)


def _mark(file: File) -> bytes:
    """Give the byte order mark that a file begins with, if any; it must be as it was read."""
    data = files.read(file.path, LARGEST_FILE, file.path.parent)
    mark = _BOM if data.startswith(_BOM) else b""
    if data != mark + file.text.encode():
        raise StudyGuideError(f"{file.path} has changed meanwhile: nothing was written, try again")
    return mark

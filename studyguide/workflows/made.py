"""What was made of a deck, of what, and by which program: `dist/.<deck>.made.json`.

A file is made again if it is missing or was changed, if what it shows has changed, or the program.
"""

import json
import os
import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from studyguide.errors import StudyGuideError
from studyguide.system import files
from studyguide.system.atomic import replacing
from studyguide.system.program import program, seal
from studyguide.templates import Templates

_LARGEST = 1024 * 1024
"""Bytes of what is told of the files of one deck."""

_CHUNK = 1024 * 1024

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes of a file that is looked through: what is larger is a hole, which costs its sender nothing."""

_TEXT = r"""(?:'(?>(?:[^'\\]++|\\.)*)'|"(?>(?:[^"\\]++|\\.)*)")"""
_PATH = re.compile(rf"((?>(?:[^'\"P]++|{_TEXT}|(?!Path\({_TEXT})P|['\"])*))(?:Path\(({_TEXT}))?")
"""All among records as `repr` writes them that is no path, texts in one piece, and the path that stands behind it."""


@dataclass(slots=True)
class Made:
    """The files that were made into a folder, by name: digest `of` what, and that it `is` still.

    `said` is what was said of the deck when all that was ordered was there (`unchanged.py`).
    """

    path: Path
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, into: Path, deck_id: str) -> "Made":
        """Read what was made of a deck; what cannot be read was not made."""
        path = into / f".{deck_id}.made.json"
        try:
            whole = json.loads(files.read_whole(path, _LARGEST))
            told, said = whole["files"], whole.get("said", {})
        except (StudyGuideError, ValueError, KeyError, TypeError, RecursionError):
            return cls(path)
        is_whole = isinstance(told, dict) and all(isinstance(each, dict) for each in told.values())
        return cls(path, told, said if isinstance(said, dict) else {}) if is_whole else cls(path)

    def has(self, path: Path, of: str) -> bool:
        """Whether a file is there that was made of this, and is as it was made."""
        told, found = self.files.get(path.name, {}), digest_of(path)
        return bool(found) and (told.get("of"), told.get("is")) == (of, _seal_of(found, of))

    def refuse_others(self, path: Path) -> None:
        """Make sure that a file is of no other deck, such as the cards of `mills` for a deck `mills-cards`.

        Raises `StudyGuideError` if it is.
        """
        parts = path.stem.split("-")
        for at in range(1, len(parts) + 1):
            id = "-".join(parts[:at])
            other = Made.of(path.parent, id)
            if other.path != self.path and path.name in other.files:
                raise StudyGuideError(
                    f"{path} is of the deck `{id}`: give one of the two another id, or delete "
                    f"{other.path} if that deck is gone"
                )

    def note(self, path: Path, of: str) -> None:
        """Remember a file that was just written."""
        self.files[path.name] = {"of": of, "is": _seal_of(digest_of(path), of)}

    def save(self) -> None:
        """Write down what was made."""
        told = {"files": dict(sorted(self.files.items())), "said": self.said}
        data = (json.dumps(told, indent=1) + "\n").encode()
        if len(data) > _LARGEST:  # so much was said, and can be said again
            data = (json.dumps({**told, "said": {}}, indent=1) + "\n").encode()
        with replacing(self.path) as beside:
            beside.write_bytes(data)


class Ground:
    """What all files of a deck are made of: the program, and the templates as they are now."""

    def __init__(self, templates: Templates) -> None:
        """Read the templates once."""
        self._digest = sha256(program().encode())
        for folder in templates.folders:
            for path in sorted(each for each in folder.rglob("*") if each.is_file()):
                read = f"{path.relative_to(folder)} {digest_of(path, folder)}"
                self._digest.update(read.encode())
        self._digest.update(_told(templates.faces))

    def fingerprint(self, *parts: object) -> str:
        """Give the digest of records that something is made of, and of what all is made of."""
        digest = self._digest.copy()
        for part in parts:
            digest.update(_told(part))
        return digest.hexdigest()


def _told(part: object) -> bytes:
    said = _PATH.sub(_without_folders, repr(part))
    return said.encode("utf-8", "surrogatepass")


def _without_folders(found: re.Match[str]) -> str:
    """Keep of a path only the file's name: its digest is beside it, not where this machine has it."""
    return found[1] + (Path(found[2][1:-1]).name if found[2] else "")


def digest_of(path: Path, within: Path | None = None) -> str:
    """Give the digest of what is in a file, which no link out of a folder may lead to.

    It is empty if none can be read, or is too large.
    """
    try:
        digest, left = sha256(), LARGEST_FILE
        with files.opened(path, within) as file:
            if os.fstat(file.fileno()).st_size > left:
                return ""
            for part in iter(lambda: file.read(_CHUNK), b""):
                digest.update(part)
                left -= len(part)
                if left < 0:  # it grows while it is read
                    return ""
        return digest.hexdigest()
    except (OSError, StudyGuideError):
        return ""


def _seal_of(digest: str, of: str) -> str:
    return seal(f"{of} {digest}")

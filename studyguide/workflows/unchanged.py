"""A build of what is, byte for byte, as it was at the last build: nothing is loaded, checked or made again.

A check says the same of the same deck, text, history and program, so that what it said is told again. What
it was made of is compared by content, never by time; and what was said is sealed, as what was made is: a
project from elsewhere cannot bring its own word.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.finding import Finding, Location
from studyguide.printing.press.noto import FOLDERS
from studyguide.system import files, git_process
from studyguide.system.program import program, seal
from studyguide.templates import Templates
from studyguide.workflows.made import Made, digest_of
from studyguide.workflows.result import Result, Unchanged

if TYPE_CHECKING:
    from hashlib import _Hash

_ID: Final = re.compile(rb"^id:[ \t]*[\"']?([a-z0-9][a-z0-9-]*)", re.MULTILINE)
_OF_PRINTING: Final = {"card-overfull", "character-missing", "font-unreadable", "image-unprinted"}
"""What is found only while something is printed."""
_MOST_FILES: Final = 5000
_MOST_BYTES: Final = 256 * 1024 * 1024
"""Of a deck's folder: to read much more takes longer than to check what is of the deck."""
_LARGEST: Final = 32 * 1024 * 1024
_LOCK: Final = "deck.lock"
_GIT: Final = (
    "rev-parse",
    *("--show-toplevel", "--absolute-git-dir", "--git-common-dir", "--show-prefix"),
    *("--is-shallow-repository", "--tags", "HEAD"),
)
"""Where a folder's history is, and which."""
_NO_HISTORY: Final = (b"not a git repository (or any ", b"ambiguous argument 'HEAD'")


class Place(NamedTuple):
    """What is built: the deck in a folder, of a text that may be named, `into` a folder, with options."""

    folder: Path
    source: str | None
    into: Path
    options: Mapping[str, Any]


class Look(NamedTuple):
    """A deck before or after it is built: digests of all that decides but its lock, and of that.

    They are empty where nobody can tell. `known` is what was said of the deck, if it is unchanged.
    """

    place: Place
    rest: str = ""
    lock: str = ""
    known: Unchanged | None = None


def look(place: Place) -> Look:
    """Look at a deck that is to be built."""
    folder = place.folder
    try:
        found = _ID.search(files.read(folder / "deck.yaml", _LARGEST, folder))
        now = Look(place, _rest(place), digest_of(folder / _LOCK, folder))
    except (StudyGuideError, OSError, ValueError):
        return Look(place)
    return now._replace(known=_known(found[1].decode(), now) if found and now.rest else None)


def remember(before: Look, result: Result, lines: Iterable[str]) -> None:
    """Keep what was said of a deck, if meanwhile nothing was written but its lock, and that by this build.

    What is said only while something is printed is not said again, nor what a day to come will end.
    """
    paths = result.kept or result.written
    codes = {finding.code for finding in result.findings}
    is_whole = not (result.written and (result.kept or codes & _OF_PRINTING))
    is_whole &= "date-future" not in codes
    if result.report.deck is None or result.report.errors or not paths or not is_whole:
        return
    lock = sha256(result.known.data).hexdigest()
    after = look(before.place)
    if not before.rest or (before.rest, lock) != (after.rest, after.lock):
        return
    made = Made.of(paths[0].parent, result.report.deck.id)
    said: dict[str, Any] = {
        "rest": before.rest,
        "lock": lock,
        "files": {path.name: made.files.get(path.name, {}).get("of") for path in paths},
        "findings": [_record(finding) for finding in result.findings],
        "lines": [*lines],
    }
    made.said = {**said, "is": _sealed(said)}
    made.save()


def _known(id: str, now: Look) -> Unchanged | None:
    """Give what was said of a deck, if all is as it was, and what was made of it, too."""
    folder, into = now.place.folder, now.place.into
    made = Made.of(into, id)
    said = dict(made.said)
    if not said or said.pop("is", "") != _sealed(said) or into.is_symlink():
        return None
    if (said["rest"], said["lock"]) != (now.rest, now.lock):
        return None
    if not all(made.has(into / name, of) for name, of in said["files"].items()):
        return None
    texts: dict[str, str] = {}
    findings = tuple(_finding(each, folder, texts) for each in said["findings"])
    return Unchanged(folder, id, findings, tuple(said["lines"]))


def _sealed(said: Mapping[str, Any]) -> str:
    return seal(json.dumps(said, sort_keys=True))


def _record(finding: Finding) -> list[Any]:
    """Write a finding down, but for the text of its file, which is read again."""
    place = finding.location
    return [str(place.path), place.line, place.column, place.length, bool(place.text), *finding[1:]]


def _finding(record: list[Any], folder: Path, texts: dict[str, str]) -> Finding:
    path, line, column, length, is_shown, *rest = record
    if is_shown and path not in texts:
        texts[path] = files.read(Path(path), _LARGEST, folder).decode("utf-8-sig")
    location = Location(Path(path), line, column, length, texts[path] if is_shown else "")
    return Finding(location, *rest)


def _rest(place: Place) -> str:
    """Give the digest of all that decides on a build but the lock; empty where that is not to be told."""
    folder, source, into, options = place
    if options["changed_since"] or options["edition"] or options["is_test"]:
        return ""
    said = git_process.run(folder, *_GIT) if git_process.is_installed() else None
    if said and said.returncode and not any(each in said.stderr for each in _NO_HISTORY):
        return ""
    texts = (source, os.environ.get("STUDYGUIDE_SOURCE"))
    second = os.environ.get("SOURCE_DATE_EPOCH")
    digest = sha256(program().encode())
    digest.update(repr((str(folder), sorted(options.items()), texts, second, said)).encode())
    for path in map(Path, filter(None, texts)):
        _add(path, digest)
    inside = (folder / _LOCK, folder / ".git", into)
    left_out = {os.path.realpath(each) for each in inside}
    for root in (*Templates.bundled().folders, folder):
        for path in _files(root, left_out):
            _add(path, digest)
    for faces in filter(Path.is_dir, FOLDERS):
        digest.update(
            repr(sorted((each.name, each.stat().st_size) for each in os.scandir(faces))).encode()
        )
    return digest.hexdigest()


def _add(path: Path, digest: "_Hash") -> None:
    content = digest_of(path)
    if not content:
        raise ValueError(path)
    digest.update(repr((str(path), content)).encode())


def _files(folder: Path, left_out: set[str]) -> list[Path]:
    """List all files in a folder. Raises `ValueError` for a link, and for too many or too large ones."""
    found, waiting, count, size = list[Path](), [folder], 0, 0
    while waiting:
        at = waiting.pop()
        for each in sorted(os.scandir(at), key=lambda each: each.name):
            is_folder = each.is_dir()
            if (is_folder or at == folder) and os.path.realpath(each.path) in left_out:
                continue
            count, size = count + 1, size + each.stat().st_size
            if each.is_symlink() or count > _MOST_FILES or size > _MOST_BYTES:
                raise ValueError(each.path)
            (waiting if is_folder else found).append(Path(each.path))
    return found

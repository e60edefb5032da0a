"""From a deck's folder to a plan: what is about to be published, and what learners have now."""

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from studyguide.anki import lock_entries
from studyguide.anki.fields import FIELDS, cards_of
from studyguide.anki.note_types import note_type_id, note_types
from studyguide.anki.notes import guid_of, notes, numbered
from studyguide.anki.read import Collection, Published, read_package
from studyguide.editions.plan import Planned, compare
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Guide, compose
from studyguide.load.load import load
from studyguide.lock.file import open_lock
from studyguide.lock.lock import Lock
from studyguide.templates import Templates
from studyguide.workflows.check import Say, Texts, check_folder, now


def plan_folder(folder: Path, texts: Texts, say: Say, against: str = "") -> Planned:
    """Compare the deck in a folder with an edition before; `against` is a package or a revision.

    Nothing is written but receipts, as by a check. Raises `StudyGuideError` for a deck with mistakes,
    and where there is nothing to compare with.
    """
    report = check_folder(folder, texts, say).report
    if report.errors or not report.deck:
        raise StudyGuideError(f"{folder} has mistakes: see `studyguide check {folder}`")
    types = note_types(report.deck.id, Templates.of(folder))
    lock = lock_entries.stamped(report.lock, compose(report.deck, report.lock), types, now())
    guide = compose(report.deck, lock)
    items = {guid_of(guide.id, entry.origin): entry.id for entry in guide.entries}
    after = collection_of(guide, lock)
    if _is_package(against):
        path = Path(against)
        plan = compare(_of_deck(guide.id, path), after, items)
        return Planned(folder, guide.title, path.name, plan)
    revision = against or _last_edition(folder)
    with _checked_out(folder, revision) as earlier:
        before = _published(earlier, revision) if earlier else Collection({}, {})
    plan = compare(before, after, items)
    return Planned(folder, guide.title, revision, plan, revision)


def collection_of(guide: Guide, lock: Lock) -> Collection:
    """Give what a learner has who has imported a guide with this lock, and nothing else."""
    entries = numbered(guide)
    found = {}
    for each, note in zip(entries, notes(guide, entries), strict=True):
        tags, cards = frozenset(note.tags.split()), frozenset(cards_of(each.entry))
        found[note.guid] = Published(note.guid, note.modified, tags, note.named, cards)
    changed = {
        note_type_id(key, guide.id): stamp.modified for key, stamp in lock.note_types.items()
    }
    return Collection(found, changed)


def _is_package(against: str) -> bool:
    return against.endswith((".apkg", ".colpkg")) or (against != "" and Path(against).is_file())


def _of_deck(deck_id: str, path: Path) -> Collection:
    """Read a package that must hold notes of this deck."""
    collection = read_package(path)
    if not any(note_type_id(key, deck_id) in collection.note_types for key in FIELDS):
        raise StudyGuideError(f"{path} holds no note of the deck `{deck_id}`")
    return collection


def _published(folder: Path, revision: str) -> Collection:
    deck, findings = load(folder)
    if deck is None or any(finding.is_error for finding in findings):
        raise StudyGuideError(f"the deck of {revision} has mistakes, and cannot be compared with")
    lock = open_lock(folder / "deck.lock")
    known = replace(
        deck,
        sections=tuple(
            replace(each, items=tuple(item for item in each.items if item.id.value in lock.items))
            for each in deck.sections
        ),
    )
    return collection_of(compose(known, lock), lock)


def _last_edition(folder: Path) -> str:
    """Name the last tag, or where there is none the last commit."""
    tag = _git(folder, "describe", "--tags", "--abbrev=0")
    if tag is not None:
        return tag.decode(errors="replace").strip()
    if _git(folder, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise StudyGuideError(
            "say with --against what learners have now: a package, or a revision that git knows"
        )
    return "HEAD"


@contextmanager
def _checked_out(folder: Path, revision: str) -> Iterator[Path | None]:
    """Give a deck's folder as it was; None where there was none yet."""
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^0")
    if commit is None:
        raise StudyGuideError(f"{revision} is neither a package nor a revision that git knows")
    archive = _git(folder, "archive", "--format=tar", commit.decode().strip())
    if archive is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as place:
        _unpack(archive, Path(place))
        yield Path(place) if (Path(place) / "deck.yaml").is_file() else None


def _unpack(archive: bytes, place: Path) -> None:
    """Write out the files of an archive that git made; links are left out."""
    with tarfile.open(fileobj=BytesIO(archive)) as members:
        for member in members:
            content = members.extractfile(member) if member.isfile() else None
            path = (place / member.name).resolve()
            if content and path.is_relative_to(place.resolve()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _git(folder: Path, *words: str) -> bytes | None:
    """Run git in a folder; give what it prints, or None if it refuses."""
    try:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None

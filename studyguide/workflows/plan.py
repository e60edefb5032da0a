"""From a deck's folder to a plan: what is about to be published, and what learners have now."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyguide.anki import lock_entries
from studyguide.anki.fields import FIELDS, cards_of
from studyguide.anki.note_types import TEMPLATES, note_type_id, note_types
from studyguide.anki.notes import guid_of, notes, numbered
from studyguide.anki.read import Collection, Published, open_package, read_package
from studyguide.anki.template_faults import faults_of
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Guide, compose
from studyguide.loading.load import load
from studyguide.lock.lock import Lock
from studyguide.lock.on_disk import open_lock
from studyguide.releases.plan import Plan, Planned, compare
from studyguide.system import files, git
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary
from studyguide.workflows.check import DIST, Say, Texts, check_folder, now
from studyguide.workflows.published import published


def plan_folder(folder: Path, texts: Texts, say: Say, against: str = "") -> Planned:
    """Compare the deck in a folder with a release before; `against` is a package or a revision.

    Nothing is written but receipts, as by a check. Raises `StudyGuideError` for a deck with mistakes,
    and where there is nothing to compare with.
    """
    repository = None if _is_package(against) else _repository(folder, against)
    report = check_folder(folder, texts, say).report
    if report.errors or not report.deck:
        raise StudyGuideError(f"{folder} has mistakes: see `studyguide check {folder}`")
    templates = Templates.of(folder)
    vocabulary = Vocabulary.of(folder, report.deck.language)
    for fault in faults_of(templates, vocabulary):
        raise StudyGuideError(f"{fault.location.path}:{fault.location.line}: {fault.message}")
    types = note_types(report.deck.id, templates, vocabulary, markup=report.deck.markup)
    ledger = published(folder, report.deck.id, DIST).ledger
    release = lock_entries.Release(compose(report.deck, report.lock), types, now(), ledger)
    lock = lock_entries.stamped(report.lock, release)
    guide = compose(report.deck, lock)
    if repository is None:
        path = Path(against)
        plan = compare(_of_deck(guide.id, path), collection_of(guide, lock), _items_of(guide))
        return Planned(folder, guide.title, path.name, plan, is_altered=_is_altered(guide.id, path))
    revision = against or _last_release(repository)
    plan = _since(repository, guide, lock, revision)
    return Planned(folder, guide.title, revision, plan, revision)


def changed_since(folder: Path, guide: Guide, lock: Lock, revision: str) -> frozenset[str]:
    """Give the ids of what a plan against a revision calls new or changed.

    Raises `StudyGuideError` where it is none, or the folder is not in git.
    """
    repository = _repository(folder, revision)
    if git.commit_of(repository, revision) is None:
        raise StudyGuideError(f"{revision} is no revision that git knows")
    return _since(repository, guide, lock, revision).differing


def _since(repository: git.Repository, guide: Guide, lock: Lock, revision: str) -> Plan:
    """Compare a guide with what a revision had."""
    with _checked_out(repository, revision) as earlier:
        before = _published(earlier, revision) if earlier else Collection({}, {})
    return compare(before, collection_of(guide, lock), _items_of(guide))


def _items_of(guide: Guide) -> dict[str, str]:
    return {guid_of(guide.id, entry.origin): entry.id for entry in guide.entries}


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
    return against.endswith((".apkg", ".colpkg")) or (
        against != "" and files.is_file(Path(against))
    )


def _of_deck(deck_id: str, path: Path) -> Collection:
    """Read a package that must hold notes of this deck."""
    collection = read_package(path)
    if not any(note_type_id(key, deck_id) in collection.note_types for key in FIELDS):
        raise StudyGuideError(f"{path} holds no note of the deck `{deck_id}`")
    return collection


def _is_altered(deck_id: str, path: Path) -> bool:
    """Whether a learner has other fields or cards in a note type than we: Anki then takes it for another."""
    with open_package(path) as package:
        ours = ((key, package.note_types.get(note_type_id(key, deck_id))) for key in FIELDS)
        return any(
            (len(type.fields), len(type.templates)) != (len(FIELDS[key]), len(TEMPLATES[key]))
            for key, type in ours
            if type
        )


def _published(folder: Path, revision: str) -> Collection:
    deck, findings = load(folder)
    if deck is None or any(finding.is_error for finding in findings):
        raise StudyGuideError(f"the deck of {revision} has mistakes, and cannot be compared with")
    lock = open_lock(folder / "deck.lock")
    known = deck._replace(
        sections=tuple(
            each._replace(items=tuple(item for item in each.items if item.id.value in lock.items))
            for each in deck.sections
        ),
    )
    return collection_of(compose(known, lock), lock)


def _repository(folder: Path, revision: str) -> git.Repository:
    repository = git.find_repository(folder)
    if repository is None and revision:
        raise StudyGuideError(f"{revision} is no revision: {folder} is not in git")
    if repository is None:
        raise StudyGuideError(
            "say with --against what learners have now: a package, or a revision that git knows"
        )
    return repository


def _last_release(repository: git.Repository) -> str:
    """Name the last tag, or where there is none the last commit."""
    if tag := git.last_tag(repository):
        return tag
    if git.commit_of(repository, "HEAD") is None:
        raise StudyGuideError(
            "say with --against what learners have now: a package, or a revision that git knows"
        )
    return "HEAD"


@contextmanager
def _checked_out(repository: git.Repository, revision: str) -> Iterator[Path | None]:
    """Give a deck's folder as it was, only what belongs to a deck; None where there was none yet."""
    commit = git.commit_of(repository, revision)
    if commit is None:
        raise StudyGuideError(f"{revision} is neither a package nor a revision that git knows")
    kept = git.tree(repository, commit, _is_part)
    if "deck.yaml" not in kept:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="studyguide-") as place:
        Path(place, "media").mkdir()
        for name, content in zip(kept, git.contents(repository, kept.values()), strict=True):
            Path(place, name).write_bytes(content)
        yield Path(place)


def _is_part(name: str) -> bool:
    """Whether a file, by its path in the deck's folder, is one that a deck is read from."""
    parts = name.split("/")
    is_plain = not {"", ".", ".."} & {*parts}
    if len(parts) == 2:
        return is_plain and parts[0] == "media"
    return is_plain and len(parts) == 1 and name.lower().endswith((".yaml", ".yml", "deck.lock"))

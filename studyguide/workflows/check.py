"""From a deck's folder to a report: load, find the text, check, keep the lock."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from studyguide.checking.check import check, unreadable
from studyguide.checking.receipts import dates_have_come
from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.loading.load import load
from studyguide.lock.lock import Lock
from studyguide.lock.on_disk import NO_LOCK, reopen, update_lock
from studyguide.plurals import counted
from studyguide.source.open import open_source
from studyguide.source.source import Source
from studyguide.system import files
from studyguide.system.garbage import paused
from studyguide.workflows.result import Result

DIST = Path("dist")
"""Where what is made of a deck is written, unless told otherwise."""

Say = Callable[[str], None]
"""Tells whoever watches what is being done."""


class Texts(NamedTuple):
    """Where source texts may lie: as told by an option, and by the environment.

    `for_one` says that only one deck is asked for, so that an option can only mean that one.
    """

    option: Path | None
    environment: Path | None
    for_one: bool

    @classmethod
    def told(cls, option: Path | None, environment: Mapping[str, str], decks: int) -> "Texts":
        """Take `--source` and `STUDYGUIDE_SOURCE` as given for so many decks."""
        named = environment.get("STUDYGUIDE_SOURCE")
        return cls(option, Path(named) if named else None, decks == 1)


def check_folder(
    folder: Path, texts: Texts, say: Say, *, anew: bool = False, into: Path = DIST
) -> Result:
    """Check the deck in a folder and write its lock if receipts were renewed.

    A deck that was published and has no lock any more, as packages written `into` a folder or git can
    tell, gets a new one only where it is to begin `anew`.
    """
    result = _check(folder, texts, say, into)
    if result.known.lock == NO_LOCK.lock and result.report.deck:
        from studyguide.workflows import lost_lock

        if found := lost_lock.found(folder, result.report.deck, into):
            if not anew:
                return with_more(result, lost_lock.told(result.report.deck, found))
            lock = lost_lock.begun_anew(result.report, found)
            result = result._replace(report=result.report._replace(lock=lock))
    if result.text and result.report.deck:
        known = update_lock(folder / "deck.lock", result.known, result.report.lock)
        result = result._replace(report=result.report._replace(lock=known.lock), known=known)
    clock = max(now(), int(time.time()))
    deck, lock = result.report.deck, result.report.lock
    return with_more(result, dates_have_come(deck, lock, clock)) if deck else result


def with_more(result: Result, more: Iterable[Finding]) -> Result:
    """Add to what the check of a deck has found."""
    report = result.report
    found = (each._replace(deck=report.deck.id) for each in more if report.deck)
    findings = tuple(sorted((*report.findings, *found)))
    return result._replace(report=report._replace(findings=findings))


def now() -> int:
    """Give the current second, or what `SOURCE_DATE_EPOCH` says it is."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(told) if told.isdecimal() and len(told) < 12 else int(time.time())


def _check(folder: Path, texts: Texts, say: Say, into: Path) -> Result:
    say(f"reading {folder}")
    deck, loaded = load(folder)
    with paused():
        known = reopen(folder / "deck.lock")
        if deck is None:
            return Result(folder, unreadable(loaded, known.lock), None)
        path, source = find_source(deck, texts, known.lock)
        say(f"checking {counted(len(deck.items), 'item')} of {folder}")
        lock = known.lock
        if any(each.unpublished for each in lock.items.values()):
            from studyguide.workflows.published import corrected

            lock = corrected(lock, deck, into)
        report = check(deck, loaded, source, lock, now())
        if source and report.errors:
            from studyguide.anchor.in_words import helped

            report = report._replace(findings=helped(report.findings, deck, source))
        return Result(folder, report, path, source, known=known)


def find_source(
    deck: Deck, texts: Texts, lock: Lock | None = None
) -> tuple[Path | None, Source | None]:
    """Open the first text that is this deck's; a text given for several decks may be another's.

    Only evidence tells that; a deck without any has its own text.
    """
    own = source_in(deck.folder)
    may_tell = own is None or any(item.evidence for item in deck.items)
    candidates = (
        (texts.option, texts.for_one),
        (texts.environment if may_tell else None, False),
        (own, True),
    )
    known = lock.source.raw if lock and lock.source else None
    for path, is_surely in candidates:
        if path is not None:
            source = open_source(path, deck.opening_words)
            if is_surely or source.raw == known or _is_text_of(deck, source):
                return path, source
    return None, None


def _is_text_of(deck: Deck, source: Source) -> bool:
    from studyguide.checking.examine import is_text_of

    return is_text_of(deck, source)


def source_in(folder: Path) -> Path | None:
    """Find the document `source.…` of a deck's folder.

    Raises `StudyGuideError` if there are several, or for a link out of there.
    """
    found = [folder / name for name in files.names(folder, folder) if _is_source(folder / name)]
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        way_out = "keep one, or name it with --source"
        raise StudyGuideError(f"{folder} has several texts: {names}; {way_out}")
    if found and not files.is_inside(found[0], folder):
        way_out = "put the text itself there, or name it with --source FILE"
        raise StudyGuideError(
            f"{found[0]} is a link out of the deck's folder or to a hidden file: {way_out}"
        )
    return found[0] if found else None


def _is_source(path: Path) -> bool:
    is_ours = path.suffix.lower() in (".yaml", ".yml", ".lock", "")
    return path.stem == "source" and not is_ours and files.is_file(path)

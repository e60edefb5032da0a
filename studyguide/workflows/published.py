"""What was published of a deck before: the package at hand, and the locks that git remembers."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from studyguide.anki.ledger import Ledger
from studyguide.anki.note_types import note_type_id
from studyguide.anki.notes import guid_of
from studyguide.anki.read import Collection, open_package, read_package
from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.guide.guide import Guide
from studyguide.lock.lock import Lock
from studyguide.rules import IDENTITY_RULES
from studyguide.system import files, git

_MOST_BYTES = 128 * 1024 * 1024
"""Of the locks of a deck's history; the newest are read."""


class Published(NamedTuple):
    """What learners may have, where that is known from, and why not all is known, if so.

    `is_described` says whether the edition before, which is `package` if that is at hand, told what
    the deck is; `tagged` names the items of the last one under a tag, as their GUIDs have them.
    """

    ledger: Ledger
    places: tuple[str, ...]
    gap: str
    package: Collection | None
    is_described: bool
    tagged: frozenset[str] = frozenset()

    def vanished(self, deck: Deck, lock: Lock) -> Iterator[Finding]:
        """Report each item that went out and that git has taken back, from the lock too.

        What is in the package at hand, or in the last edition under a tag, has gone out; what was only ever
        checked has not.
        """
        here = {receipt.origin for receipt in lock.items.values()}
        packed = self.package.notes if self.package else {}
        for id, origin in sorted(self.ledger.origins.items()):
            is_out = origin in self.tagged or guid_of(deck.id, origin) in packed
            if origin not in here and is_out:
                here.add(origin)
                message = f"the item `{id}` is gone, but learners keep its card for ever"
                help = "bring it back, as git has it, with `retired: why`"
                yield Finding(deck.file.at(0), "id-vanished", message, help, item=id)

    def may_have(self, origin: str) -> bool:
        """Whether learners may have an item, as the package at hand or a lock of history tells."""
        packed = self.package.notes if self.package else {}
        return origin in self.ledger.built or guid_of(self.ledger.deck, origin) in packed

    def describes(self, guide: Guide, lock: Lock) -> bool:
        """Whether an edition tells what the deck is: Anki would put that in place of a learner's words.

        So only the first does, however often that is built.
        """
        dates = {guid_of(guide.id, each.origin): each.modified for each in guide.entries}
        types = {note_type_id(key, guide.id): it.modified for key, it in lock.note_types.items()}
        if self.package is None:
            return self.is_described
        known = {guid: note.modified for guid, note in self.package.notes.items()}
        return self.is_described and (known, self.package.note_types) == (dates, types)

    def gaps(self, deck: Deck) -> Iterator[Finding]:
        """Warn where a correction that was taken back could go unseen."""
        if self.gap:
            message = f"what was published before is not all known: {self.gap}"
            help = (
                "a text that git has taken back may be dated before what learners have, and not "
                "arrive: build where the whole history of deck.lock is at hand"
            )
            yield Finding(deck.file.at(0), "history-unknown", message, help, severity="warning")


def published(folder: Path, deck: str, into: Path) -> Published:
    """Find out what was published of the deck of this id, whose packages are written `into` a folder."""
    ledger, places, gap = Ledger(deck), [], ""
    tagged = frozenset[str]()
    package, is_described, path = None, True, into / f"{deck}.apkg"
    if files.is_file(path):
        try:
            package = read_package(path)
            with open_package(path) as opened:
                is_described = opened.is_described
            ledger.add_package(package)
        except StudyGuideError as error:
            gap = f"{error}"
    if ledger.notes:
        places.append(str(path))
    try:
        before = len(ledger.origins)
        repository = git.find_repository(folder)
        if repository:
            gap = _remember(ledger, repository) or gap
            is_tagged, tagged = _tagged(repository, deck)
            is_described = is_described and not (package is None and is_tagged)
        places += ["the history of deck.lock"] if len(ledger.origins) > before else []
    except StudyGuideError as error:
        gap = f"{error}"
    return Published(ledger, tuple(places), gap, package, is_described, tagged)


def corrected(lock: Lock, deck: Deck, into: Path) -> Lock:
    """Give the lock, of which git may have taken back that something is published, set right where it counts.

    That is where something unpublished has vanished or become another: all else costs a look at history
    for nothing.
    """
    supposed = lock.with_all_published
    if supposed == lock or not any(
        {*rule(deck, supposed)} - {*rule(deck, lock)} for rule in IDENTITY_RULES
    ):
        return lock
    before = published(deck.folder, lock.deck or deck.id, into)
    return lock._replace(
        items={
            id: each._replace(unpublished=each.unpublished and not before.may_have(each.origin))
            for id, each in lock.items.items()
        },
    )


def _tagged(repository: git.Repository, deck: str) -> tuple[bool, frozenset[str]]:
    """Tell whether an edition has gone out under a tag, and the items of the last one by their origins."""
    tag = git.last_tag(repository)
    commit = git.commit_of(repository, tag) if tag else None
    locks = git.tree(repository, commit, "deck.lock".__eq__) if commit else {}
    known = Ledger(deck)
    for content in git.contents(repository, locks.values()):
        known.add_lines(content.split(b"\n"))
    return bool(known.note_types), known.built


def _remember(ledger: Ledger, repository: git.Repository) -> str:
    """Take in every lock that git remembers, and each line of them once; tell what is missing."""
    known, size, seen = [], 0, set[bytes]()
    for blob in git.versions(repository, "deck.lock"):
        size += blob.size
        if size > _MOST_BYTES:
            break
        known.append(blob)
    for content in git.contents(repository, known):
        lines = content.split(b"\n")
        ledger.add_lines(line for line in lines if line not in seen)
        seen.update(lines)
    if size > _MOST_BYTES:
        return f"the history of deck.lock is larger than {_MOST_BYTES // 1024**2} MiB"
    return "this is a shallow clone" if git.is_shallow(repository) else ""

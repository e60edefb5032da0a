"""What was published of a deck before: the package at hand, and the locks that git remembers."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from studyguide.anki.ledger import Ledger
from studyguide.anki.read import read_package
from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.system import files, git

_MOST_BYTES = 128 * 1024 * 1024
"""Of the locks of a deck's history; the newest are read."""


class Published(NamedTuple):
    """What learners may have, where that is known from, and why not all is known, if so."""

    ledger: Ledger
    places: tuple[str, ...]
    gap: str

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
    package = into / f"{deck}.apkg"
    if files.is_file(package):
        try:
            ledger.add_package(read_package(package))
        except StudyGuideError as error:
            gap = f"{error}"
    if ledger.notes:
        places.append(str(package))
    try:
        before = len(ledger.origins)
        gap = _remember(ledger, folder) or gap
        places += ["the history of deck.lock"] if len(ledger.origins) > before else []
    except StudyGuideError as error:
        gap = f"{error}"
    return Published(ledger, tuple(places), gap)


def _remember(ledger: Ledger, folder: Path) -> str:
    """Take in every lock that git remembers, and each line of them once; tell what is missing."""
    repository = git.find_repository(folder)
    if repository is None:
        return ""
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

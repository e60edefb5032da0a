"""What learners may have been given already, so that nothing is ever dated below it.

A lock that git has taken back, or that was lost, knows less than they have; packages and the locks of
history know the rest.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from studyguide.anki.fields import FIELDS
from studyguide.anki.note_types import note_type_id
from studyguide.anki.notes import guid_of, mark_of
from studyguide.anki.read import Collection
from studyguide.lock.lock import LATEST, Receipt

_LINE: Final = re.compile(rb'\s*("[a-z0-9_-]+": \{.*\}),?\s*', re.DOTALL)


class Known(NamedTuple):
    """The second in which something was last changed, and marks of all that it then said."""

    modified: int
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of each note, by GUID, and of each note type, by key, as published last.

    `decks` gives the names of the decks by section, `origins` the id of an item as its GUID has it, as
    the newest lock has them. `unmarked` are the origins of items that a lock does not call unpublished.
    """

    deck: str
    notes: dict[str, Known] = field(default_factory=dict)
    note_types: dict[str, Known] = field(default_factory=dict)
    decks: dict[int, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    unmarked: set[str] = field(default_factory=set)

    @property
    def built(self) -> frozenset[str]:
        """The origins of items that may be in a package: in a deck of which one was ever made."""
        return frozenset(self.unmarked) if self.note_types else frozenset()

    def add_package(self, collection: Collection) -> None:
        """Take in what a package holds of this deck."""
        for guid, note in collection.notes.items():
            mark = mark_of(note.fields, note.tags, note.cards)
            _add(self.notes, guid, note.modified, mark)
        for key in FIELDS:
            if (id := note_type_id(key, self.deck)) in collection.note_types:
                _add(self.note_types, key, collection.note_types[id], "")

    def add_lines(self, lines: Iterable[bytes]) -> None:
        """Take in lines of a lock, one for each item; those of newer locks come first."""
        for line in lines:
            if found := _LINE.fullmatch(line):
                try:
                    ((key, value),) = json.loads(b"{" + found[1] + b"}").items()
                    self._add(key, value)
                except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                    continue  # no line that we wrote

    def _add(self, key: str, value: Mapping[str, Any]) -> None:
        if key == "note_types":
            for type, stamp in value.items():
                _add(self.note_types, type, stamp["modified"], f"{stamp['digest']}")
        elif key == "decks":
            for number, name in value.items():
                self.decks.setdefault(int(number), f"{name}")
        elif "origin" in value:
            passage = value.get("passage", "")
            marks = _marks(value.get("written", ""), value["shown"], passage)
            guid = guid_of(self.deck, f"{value['origin']}")
            _add(self.notes, guid, value["modified"], marks[0])
            self.origins.setdefault(key, f"{value['origin']}")
            if value.get("unpublished") is not True:
                self.unmarked.add(f"{value['origin']}")

    def origin_of(self, ids: tuple[str, ...]) -> str:
        """Tell from the ids that an item has and had, the first one last, what its GUID is made of."""
        known = (self.origins[id] for id in ids if id in self.origins)
        given = (id for id in ids if guid_of(self.deck, id) in self.notes)
        return next(known, None) or next(given, ids[-1])

    def date_of(self, receipt: Receipt, package: str, now: int) -> int:
        """Give the second at which a note is dated: never below what learners may have of it.

        `package` is the mark of what the note says now.
        """
        known = self.notes.get(guid_of(self.deck, receipt.origin))
        marks = _marks(receipt.written, receipt.shown, receipt.passage)
        return _dated(known, receipt.modified, {*marks, package}, now)

    def date_of_type(self, key: str, digest: str, modified: int, now: int) -> int:
        """Give the second at which a note type is dated."""
        return _dated(self.note_types.get(key), modified, {digest}, now)


def _marks(written: str, shown: str, passage: str) -> tuple[str, ...]:
    """Give the marks of a receipt's content, the best first: what was built, what was checked."""
    best = (f"written {written} {passage}",) if written else ()
    return (*best, f"shown {shown} {passage}")


def _add(known: dict[str, Known], key: str, modified: int, mark: str) -> None:
    if type(modified) is not int or not 0 <= modified <= LATEST:
        return
    marks = frozenset((mark,)) if mark else frozenset()
    before = known.get(key)
    if before is None or modified > before.modified:
        known[key] = Known(modified, marks)
    elif modified == before.modified:
        known[key] = Known(modified, before.marks | marks)


def _dated(known: Known | None, modified: int, marks: set[str], now: int) -> int:
    """Date above what is known, unless that says the same."""
    if known is None or modified > known.modified:
        return modified
    if known.marks <= marks and (known.marks or modified == known.modified):
        return known.modified
    return max(now, known.modified + 1)

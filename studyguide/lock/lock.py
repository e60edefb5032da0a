"""`deck.lock`: what was checked, against which text, and when each item last changed.

JSON, one line an item, sorted, so that diffs and merges stay small. Nothing in it lets a reader
rebuild the source: digests are of whole sections, never of sentences.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

FORMAT = 1
LATEST = 253_402_300_799
"""The last second of the year 9999: nothing can be dated later."""

SECTION_0 = -1
"""The number of section 0 among the names of decks, where 0 stands for the whole."""

_NOTHING: Mapping[Any, Any] = {}


class Place(NamedTuple):
    """One quoted run: the paragraph's label, its words from `first` to before `last`, its page."""

    label: str
    first: int
    last: int
    page: str = ""


class Review(NamedTuple):
    """A curator's word of a day that they read an item beside its passage.

    `accepted` gives, for the fingerprint of each warning that they let stand, the reason; `note`
    what they said where there was no warning: what was compared, or changed.
    """

    date: str
    accepted: Mapping[str, str]
    note: str = ""


class Sent(NamedTuple):
    """A note as the last package has it: when it was last changed, its digest, the mark of its passage."""

    modified: int
    written: str
    passage: str = ""


class Receipt(NamedTuple):
    """Proof that an item, as it was then, passed.

    `digest` is of all that was checked, `shown` of what a learner sees; `modified` is the second
    in which `shown` last changed. `origin` is the id that the note's GUID derives from, and
    `clozes` holds every cloze number ever used with the text that it hides. `warnings` has the
    fingerprint of each warning, `aliases` which of the deck's aliases the item needs. `written` is
    the digest of the note as last built, and empty if it has not been built since it changed;
    `reverse` says that the item was asked in reverse at some time. `passage` is the mark of
    the passage that was last shown beside the item, if any. `unpublished` says that no Anki package was
    ever made with the item in it, so that no learner can have it: it may vanish, or become another.
    `sent` is how learners were last given the note, where the item has changed since.
    """

    digest: str
    shown: str
    modified: int
    kind: str
    section: int
    origin: str
    places: tuple[Place, ...] = ()
    clozes: Mapping[str, str] = _NOTHING
    retired: bool = False
    review: Review | None = None
    warnings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    written: str = ""
    reverse: bool = False
    passage: str = ""
    unpublished: bool = False
    sent: Sent | None = None

    @property
    def citation(self) -> str:
        """Where the evidence stands: `§1 ¶4`."""
        return citation_of(self.section, self.places)


def citation_of(
    section: int, places: tuple[Place, ...], paged: Callable[[list[str]], str] | None = None
) -> str:
    """Tell where some places of a section are: `§1 ¶4`, or `§1 ¶4, p. 37` where there are pages.

    `paged` says the pages in another language than English.
    """
    labels = list(dict.fromkeys(place.label for place in places))
    pages = list(dict.fromkeys(place.page for place in places if place.page))
    where = f"§{section} {', '.join(labels)}" if labels else f"§{section}"
    return f"{where}, {(paged or _paged)(pages)}" if pages else where


def _paged(pages: list[str]) -> str:
    return f"{'p.' if len(pages) == 1 else 'pp.'} {', '.join(pages)}"


class Edition(NamedTuple):
    """A source text, told by digests over its normalised words; `sections` by number.

    `raw` is the digest of the file itself: under the same one nothing has to be read again.
    `outside` counts the words that belong to no section.
    """

    digest: str
    words: int
    sections: Mapping[str, str]
    raw: str = ""
    outside: int = 0


class Stamp(NamedTuple):
    """The digest of a note type, and the second in which it last changed.

    `shape` names what can never change: the note type itself, its fields, its templates.
    """

    digest: str
    modified: int
    shape: tuple[str, ...] = ()


class Lock(NamedTuple):
    """The whole ledger of one deck; `rules` is the version of the rules that were passed.

    `terms` is the digest of what went for every item when it passed: language, aliases, and so on.
    `heads` gives the digest of each section's title and summary, and of introduction and discussion,
    of which there is nothing to say, `summaries` for such a digest what a curator has accepted there.
    `deck` is the deck's id. `decks` gives, by section number, the full name of each deck in Anki as
    first built, 0 standing for the whole: Anki knows decks by name, so these never change.
    """

    deck: str = ""
    decks: Mapping[int, str] = _NOTHING
    rules: int = 0
    terms: str = ""
    source: Edition | None = None
    heads: Mapping[str, str] = _NOTHING
    summaries: Mapping[str, Review] = _NOTHING
    note_types: Mapping[str, Stamp] = _NOTHING
    items: Mapping[str, Receipt] = _NOTHING

    @property
    def is_published(self) -> bool:
        """Whether an Anki package was ever made of the deck, as far as this lock can tell."""
        known = (receipt.unpublished for receipt in self.items.values())
        return bool(self.note_types) or not all(known)

    @property
    def with_all_published(self) -> "Lock":
        """The lock if learners had all that was ever checked."""
        items = {id: each._replace(unpublished=False) for id, each in self.items.items()}
        return self._replace(items=items)

"""An edition of a deck: checked, dated above all that was published, composed; not yet written."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.guide.choice import Choice
from studyguide.lock.on_disk import update_lock
from studyguide.printing.cutout.imposition import PAPERS, Sheet, sheet
from studyguide.printing.press.options import Layout
from studyguide.workflows.check import DIST, Say, Texts, check_folder, now, with_more
from studyguide.workflows.result import Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyguide.anki.note_types import NoteType
    from studyguide.checking.budget import Places, Quoted
    from studyguide.guide.guide import Guide
    from studyguide.guide.shown_passages import Excerpt
    from studyguide.lock.lock import Lock
    from studyguide.templates import Templates


Product = Literal[
    "anki", "guide", "cards", "key", "booklet", "test-a", "test-a-key", "test-b", "test-b-key"
]
TESTS: tuple[Product, ...] = ("test-a", "test-a-key", "test-b", "test-b-key")
"""Both versions of a class test, each with its key."""


_NO_LARGE_CARDS = "--large-print is for the guide; letters of 18 pt are on larger cards, as with --card-size 140x90"
_NO_LARGE_BOOKLET = "--large-print is not for a booklet, whose pages are halved: 11 pt remain of 16; leave out --booklet for large print"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of a deck: how its guide is laid out, its cards are cut, and so on.

    `passages` shows the passage of every item, as a `deck.yaml` with `passages: yes` does;
    `attach` puts the Anki deck into the PDF; `into` is the folder that all is written into;
    `anew` lets a deck that was published, and has lost its lock, begin anew. `only` one thing is made, of
    a `choice`, and of what has `changed_since` a revision; or of what the deck's `edition`
    of that name has. `is_test` makes a class test and nothing else. `wants_large` tells that large print was
    asked for by name.
    """

    layout: Layout = field(default_factory=Layout)
    sheet: Sheet = field(default_factory=lambda: sheet("grid", PAPERS["a4"]))
    passages: bool = False
    attach: bool = False
    into: Path = DIST
    anew: bool = False
    only: Product | None = None
    choice: Choice = field(default_factory=Choice)
    changed_since: str = ""
    edition: str = ""
    is_test: bool = False
    wants_large: bool = False

    @property
    def is_part(self) -> bool:
        """Whether something is left out, so that it must not take the place of the whole."""
        return bool(self.changed_since) or not self.choice.is_everything

    @property
    def shows_answers(self) -> bool:
        """Whether there are answers in anything, so that passages can stand beside them; cards have no room for any."""
        only_asks = self.only in ("guide", "booklet") and self.layout.answers == "none"
        return not (self.is_test or only_asks or self.only == "cards")

    @property
    def notes(self) -> tuple[str, ...]:
        """What the options do not do, though one may think so."""
        if self.layout.is_large and "cards" in self.products:
            return (_NO_LARGE_CARDS,)
        if self.wants_large and "booklet" in self.products:
            return (_NO_LARGE_BOOKLET,)
        return ()

    @property
    def products(self) -> tuple[Product, ...]:
        """What is to be made; part of a deck goes to Anki only where that is asked for."""
        if self.is_test:
            return TESTS
        if self.only:  # what is attached is made, too: what lies there may be anybody's
            is_attached = self.attach and self.only in ("guide", "key", "booklet")
            return ("anki", self.only) if is_attached else (self.only,)
        return (
            ("guide", "cards") if self.is_part and not self.attach else ("anki", "guide", "cards")
        )


class Edition(NamedTuple):
    """All that is written of a deck is made of this; the lock says so already.

    `is_described` is the first one, which tells a learner what the deck is. `shown` is how much of the text
    the passages show, where they are to be shown.
    """

    guide: "Guide"
    types: "tuple[NoteType, NoteType]"
    lock: "Lock"
    templates: "Templates"
    excerpts: "dict[str, Excerpt]"
    is_described: bool
    shown: "Quoted | None" = None


def edition_of(folder: Path, texts: Texts, order: Order, say: Say) -> tuple[Result, Edition | None]:
    """Check the deck in a folder; give its next edition, and none where something is wrong."""
    from studyguide.anki import lock_entries
    from studyguide.anki.note_types import note_types
    from studyguide.anki.template_faults import faults_of
    from studyguide.anki.template_reach import reaching
    from studyguide.checking.budget import passages_stay_within_limits
    from studyguide.guide.guide import compose
    from studyguide.guide.shown_passages import shown_with
    from studyguide.printing.press.faces import with_faces
    from studyguide.templates import Templates
    from studyguide.vocabulary.vocabulary import Vocabulary, findings_of
    from studyguide.workflows.published import published

    result = check_folder(folder, texts, say, anew=order.anew, into=order.into)
    deck = result.report.deck
    if result.report.errors or not deck:
        return result, None
    templates = Templates.of(folder)
    vocabulary = Vocabulary.of(folder, deck.language)
    types = note_types(deck.id, templates, vocabulary, markup=deck.markup)
    refusals = (
        *lock_entries.note_types_keep_their_shape(types, result.report.lock, deck.file.at(0)),
        *faults_of(templates, vocabulary),
        *findings_of(folder, deck.language),
    )
    if refusals:
        return with_more(result, refusals), None
    result = with_more(result, reaching(templates))
    excerpts = _excerpts(result, wanted=(order.passages or deck.passages) and order.shows_answers)
    result = with_more(result, passages_stay_within_limits(deck, *_shown(result, excerpts)))
    if result.report.errors:
        return result, None
    before = published(folder, deck.id, order.into)
    if not order.anew and (vanished := (*before.vanished(deck, result.report.lock),)):
        return with_more(result, vanished), None

    def stamped(lock: "Lock") -> "Lock":
        """Date what this edition changes, whatever another run has written meanwhile."""
        if not {item.id.value for item in deck.items} <= lock.items.keys():
            raise StudyGuideError(f"{folder} was changed by another run meanwhile: run this again")
        shown = shown_with(lock, excerpts, now())
        edition = lock_entries.Edition(compose(deck, shown, excerpts), types, now(), before.ledger)
        return lock_entries.stamped(shown, edition)

    lock = result.report.lock
    if "anki" in order.products:  # what learners have is what Anki was given, and no print
        known = update_lock(folder / "deck.lock", result.known, lock, stamped)
        result, lock = replace(result, known=known), known.lock
    guide = compose(deck, lock, excerpts)
    if order.products != ("anki",):
        templates = with_faces(templates, guide, folder)
    edition = Edition(guide, types, lock, templates, excerpts, before.describes(guide, lock))
    return with_more(result, before.gaps(deck)), edition


def _excerpts(result: Result, *, wanted: bool) -> "dict[str, Excerpt]":
    """Give the passages to be shown. Raises `StudyGuideError` without the text that has them."""
    from studyguide.guide.shown_passages import excerpts_of

    deck, source = result.report.deck, result.source
    if not wanted or deck is None or result.report.errors:
        return {}
    if source is None:
        raise StudyGuideError(
            f"to show passages, {result.folder} needs its source text: name it with --source FILE"
        )
    return excerpts_of(deck, result.report.lock, source)


def _shown(result: Result, excerpts: "Mapping[str, Excerpt]") -> "tuple[Places, int]":
    """Give where the passages of items stand in the text, and its length in words."""
    deck, source = result.report.deck, result.source
    items = deck.items if deck else ()
    return {
        item.id.value: (item.section, excerpts[item.id.value].places)
        for item in items
        if item.id.value in excerpts
    }, source.words if source else 0


def with_share(edition: Edition) -> Edition:
    """Tell the guide how much of the text the passages of its entries show."""
    from studyguide.checking.budget import quoted

    guide, excerpts = edition.guide, edition.excerpts
    if not excerpts:
        return edition
    places = {
        each.id: (each.section, excerpts[each.id].places)
        for each in guide.entries
        if each.id in excerpts
    }
    shown = quoted(places, guide.words)
    return edition._replace(guide=replace(guide, shown=shown.share), shown=shown)

"""A release of a deck: checked, dated above all that was published, composed; not yet written."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.lock.on_disk import update_lock
from studyguide.workflows.check import Say, Texts, check_folder, now, with_more
from studyguide.workflows.order import Order
from studyguide.workflows.result import Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyguide.anki.note_types import NoteType
    from studyguide.checking.budget import Places, Quoted
    from studyguide.guide.guide import Guide
    from studyguide.guide.shown_passages import Excerpt
    from studyguide.lock.lock import Lock
    from studyguide.templates import Templates


class Release(NamedTuple):
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


def release_of(folder: Path, texts: Texts, order: Order, say: Say) -> tuple[Result, Release | None]:
    """Check the deck in a folder; give its next release, and none where something is wrong."""
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
        """Date what this release changes, whatever another run has written meanwhile."""
        if not {item.id.value for item in deck.items} <= lock.items.keys():
            raise StudyGuideError(f"{folder} was changed by another run meanwhile: run this again")
        shown = shown_with(lock, excerpts, now())
        release = lock_entries.Release(compose(deck, shown, excerpts), types, now(), before.ledger)
        return lock_entries.stamped(shown, release)

    lock = result.report.lock
    if "anki" in order.products:  # what learners have is what Anki was given, and no print
        known = update_lock(folder / "deck.lock", result.known, lock, stamped)
        result, lock = result._replace(known=known), known.lock
    guide = compose(deck, lock, excerpts)
    if order.products != ("anki",):
        templates = with_faces(templates, guide, folder)
    release = Release(guide, types, lock, templates, excerpts, before.describes(guide, lock))
    return with_more(result, before.gaps(deck)), release


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


def with_share(release: Release) -> Release:
    """Tell the guide how much of the text the passages of its entries show."""
    from studyguide.checking.budget import quoted

    guide, excerpts = release.guide, release.excerpts
    if not excerpts:
        return release
    places = {
        each.id: (each.section, excerpts[each.id].places)
        for each in guide.entries
        if each.id in excerpts
    }
    shown = quoted(places, guide.words)
    return release._replace(guide=replace(guide, shown=shown.share), shown=shown)

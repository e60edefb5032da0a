"""The printed guide as a PDF; what its index stands among is set when the pages of the sections are known."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from studyguide.guide.guide import Guide
from studyguide.printing.binding.booklet import booklet
from studyguide.printing.binding.folding import parts_told
from studyguide.printing.binding.parts import empty_pages, is_page_a_sheet, parts_in, with_parts
from studyguide.printing.book.columns import Index, columns_of_index, set_in_columns
from studyguide.printing.book.end import (
    End,
    closing_of,
    end_at,
    end_of,
    folded_well,
    is_keyed,
    key_of,
    spaced,
    spacings,
    start_of,
)
from studyguide.printing.book.front import (
    better_front,
    fronts_for_key,
    has_less_white,
    is_beside_key,
    saves_a_page,
)
from studyguide.printing.book.going_on import with_numbers
from studyguide.printing.book.index import entries_of
from studyguide.printing.book.notes_below import with_notes, with_notes_below, with_notes_on_pages
from studyguide.printing.book.overleaf import Overleaf, with_pictures_overleaf
from studyguide.printing.book.page import (
    Measured,
    Start,
    end_page,
    first_front,
    guide_page,
    parts_page,
)
from studyguide.printing.book.plates import placed
from studyguide.printing.filling.faults import faults
from studyguide.printing.filling.feathering import feathered, filled
from studyguide.printing.filling.laid_again import part_with, with_mended, with_rest
from studyguide.printing.filling.measured_page import Laid, has_room_for_index
from studyguide.printing.filling.page_breaks import better, joined
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.lines.seen_pictures import with_pictures
from studyguide.printing.press import page_numbers
from studyguide.printing.press.last_touches import (
    ARCHIVAL,
    ARCHIVAL_WITH_FILES,
    FORM,
    with_answers_first,
)
from studyguide.printing.press.lettering import EASY, LEAST
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import Press, identifier, open_press, width_of
from studyguide.printing.press.resources import resources_of
from studyguide.templates import Templates

_HALF_LINE = {False: 16 / 6, True: 4.0}
"""Of the grid, in millimetres; in large print, too."""


class Printed(NamedTuple):
    """How many pages a guide has; how many sheets each part of a booklet, which is folded by itself."""

    pages: int
    parts: tuple[int, ...] = ()


def write_guide(guide: Guide, templates: Templates, layout: Layout, path: Path) -> Printed:
    """Write the printed guide to `path`, as PDF/UA-1, and tell its pages and parts; the same guide gives the same bytes.

    The index, and what stands around it, is set when the page of every item is known. A guide with fields to
    fill in is no PDF/A. Raises `StudyGuideError` where system libraries are missing, a
    template is at fault or something is asked for that is not the deck's own.
    """
    claim = FORM if layout.is_form else ARCHIVAL_WITH_FILES if layout.attached else ARCHIVAL
    guide = with_pictures(guide, templates, layout)
    with open_press(resources_of(guide, templates), "guide/guide.html", claim) as press:
        work = _Work(press, guide, templates, layout)
        laid, known = laid_on(press, guide, templates, layout)
        laid = work.spaced(laid, known) if layout.only_key else laid
        for front in fronts_for_key(guide, layout, laid.body, known.front):
            known = known._replace(front=front)  # the last is kept, whatever it brings
            laid = work.lay_out(known)
            if not is_beside_key(guide, layout, laid.body):
                break
        laid, _, end, set_anew = (_folded if layout.is_booklet else _Work.ended)(work, laid, known)
        end = end and with_notes_below(end, set_anew, layout)
        body = with_numbers(feathered(laid.body, laid.filled))
        body = set_in_columns(body.copy([*body.pages, *end.document.pages]) if end else body)
        body = with_answers_first(body) if layout.has_ticks else body
        page_numbers.number(body, page_numbers.pages_of(body), width_of)
        options: Any = {"pdf_identifier": identifier(laid.page + (end.page if end else ""))}
        if layout.attached:
            when = datetime.fromtimestamp(guide.modified, UTC)
            options["attachments"] = [press.attachment(layout.attached, when)]
        parts = parts_in(body, end.key if end else 0) if layout.is_booklet else ()
        if len(parts) > 1 or (parts and not layout.asks_all):
            said = press.laid_out(parts_page(guide, templates, layout, parts_told(parts)))
            body = with_parts(body, said, parts, has_imprint=not layout.asks_all)
        printed = press.printed(body, **options)
    if layout.is_booklet:
        printed = booklet(printed, parts, is_rtl=guide.vocabulary.is_rtl)
    path.write_bytes(printed)
    return Printed(len(body.pages), parts)


class Ended(NamedTuple):
    """What is laid out, what was known for it, what comes behind it, and how that is set elsewhere."""

    laid: Laid
    known: Measured
    end: End | None
    set_anew: Callable[[Start], End | None]


def laid_on(
    press: Press, guide: Guide, templates: Templates, layout: Layout, least: float = EASY
) -> tuple[Laid, Measured]:
    """Lay out what stands before the index, and tell what was measured for it; letters of a picture that stands upright in a booklet have the `least` points."""
    plates = placed(guide, templates, layout, press.heights, least)
    first = Measured(plates, first_front(guide, layout, plates))
    lay_out = _Work(press, guide, templates, layout).lay_out
    return with_notes_on_pages(*_mended(guide, layout, first, lay_out), layout, lay_out)


def _laid(press: Press, layout: Layout, page: str) -> Laid:
    return Laid(page, body := press.laid_out(page), filled(body, _HALF_LINE[layout.is_large]))


class _Work(NamedTuple):
    """What a guide is printed from, and how."""

    press: Press
    guide: Guide
    templates: Templates
    layout: Layout

    def lay_out(self, known: Measured) -> Laid:
        """Lay out all but index and key."""

        def laid(overleaf: Overleaf) -> Laid:
            told = known._replace(overleaf=overleaf)
            page = guide_page(self.guide, self.templates, self.layout, told)
            return _laid(self.press, self.layout, page)

        first = laid(known.overleaf)
        if not self.layout.only_key:
            return first
        return with_pictures_overleaf(first, known.overleaf, laid, lambda one: key_of(one.body))

    def ended(self, laid: Laid, known: Measured) -> Ended:
        """Give it with what comes behind it, or with its index where that has room."""
        guide, layout = self.guide, self.layout
        entries = entries_of(guide, layout, page_numbers.pages_of(laid.body))
        if joint := self._with_index(laid, entries, known):
            laid, entries, known = joint, (), known._replace(indexed=entries)
        is_next = not entries and is_keyed(guide, layout) and not layout.is_booklet
        if told := with_notes(laid.body, known, is_key_next=is_next):
            other = self.lay_out(told)
            if len(other.body.pages) == len(laid.body.pages) + told.is_apart:
                laid, known = other, told
        start = start_of(laid.body, layout, has_index=bool(entries))
        compose = partial(end_page, guide, self.templates, layout, entries)
        before_key = start.page if is_keyed(guide, layout) else 0
        index = Index(entries, before_key, is_in_our_faces=not self.templates.faces)
        set_index = partial(columns_of_index, guide, layout, index) if entries else None
        end = end_of(self.press, compose, start, set_index, is_large=layout.is_read_large)
        set_anew = partial(end_at, self.press, compose)
        return Ended(laid, known, end and spaced(end, set_anew), set_anew)

    def spaced(self, laid: Laid, known: Measured) -> Laid:
        """Set the answers of a key alone apart where its last page has room for that."""
        tried = (self.lay_out(known._replace(apart=each)) for each in spacings(key_of(laid.body)))
        return next((each for each in tried if len(each.filled) == len(laid.filled)), laid)

    def _with_index(
        self, laid: Laid, entries: tuple[IndexEntry, ...], known: Measured
    ) -> Laid | None:
        """Lay out a short index below timeline or discussion, if that is the last part and there is room; else nothing."""
        lines = sum(1 + len(each.subheadings) for each in entries)
        if not lines or not has_room_for_index(laid.body.pages[-1], lines):
            return None
        other = self.lay_out(known._replace(indexed=entries))
        return other if len(other.body.pages) == len(laid.body.pages) else None


def _mended(
    guide: Guide, layout: Layout, first: Measured, lay_out: Callable[[Measured], Laid]
) -> tuple[Laid, Measured]:
    """Lay out all, and again where pages would look wrong, or what comes before the sections looks better: what is better then is kept."""
    laid = lay_out(first)
    better_so = better(laid.filled)
    breaks = joined(better_so.values())
    saves = saves_a_page(guide, layout, laid.body, breaks.saved)
    front = better_front(laid.body.pages, layout, first.front, saves=saves)
    told = first._replace(front=front, breaks=breaks)
    if told == first:
        return laid, first
    part = part_with(laid.filled, better_so) if front == first.front else None
    anew = lay_out(told._replace(part=part))
    if part and not part.is_to_end:
        other, mended = with_mended(laid, anew, part.page - 1)
        return other, told._replace(breaks=joined([better_so[each] for each in mended]))
    if part and not part.is_filled(laid, anew, breaks.saved):
        anew = lay_out(told)  # a deck's own template may lay out all
    elif part:
        anew = with_rest(laid, anew, part)
    other, as_before = with_mended(anew, laid)
    told = told._replace(breaks=joined([better_so[each] for each in {*better_so} - {*as_before}]))
    kept = told
    if faults(other.filled) > faults(laid.filled):
        kept = kept._replace(breaks=first.breaks)
    if not has_less_white(other[1:], laid[1:]):
        kept = kept._replace(front=first.front)
    return (other if kept == told else laid if kept == first else lay_out(kept)), kept


def _folded(work: _Work, laid: Laid, known: Measured) -> Ended:
    """Let parts of a booklet begin with sections, and no answers be on its outside; where the key comes before the index for it, contents say so."""
    ended = work.ended(laid, known)
    if known.plates.turned and is_page_a_sheet(
        ended.laid.body, closing_of(ended.end, ended.laid.body)
    ):  # upright, if that was for ease
        other, told = laid_on(*work, LEAST[False])
        if len(other.body.pages) < len(ended.laid.body.pages):
            known, ended = told, work.ended(other, told)
    if empty := empty_pages(ended.laid.body, closing_of(ended.end, ended.laid.body)):
        known = known._replace(empty=empty)
        ended = work.ended(work.lay_out(known), known)
    laid, known, end, set_anew = ended
    if not end:
        return ended
    start = folded_well(end)
    if start.is_key_first:
        other = work.lay_out(known._replace(is_key_first=True))
        if page_numbers.pages_of(other.body) == page_numbers.pages_of(laid.body):
            laid = other
        else:
            start = folded_well(end, may_be_first=False)
    return Ended(laid, known, end if start == end.start else set_anew(start) or end, set_anew)

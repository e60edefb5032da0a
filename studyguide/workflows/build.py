"""From folders to files: load, check, compose, write. Each step's work is done elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.lock.file import update_lock
from studyguide.printing.cutout.imposition import PAPERS, Sheet, sheet
from studyguide.printing.press.layout import Layout
from studyguide.system.atomic import replacing
from studyguide.workflows.check import DIST, Result, Say, Texts, check_folder, now

if TYPE_CHECKING:
    from studyguide.anki.note_types import NoteType
    from studyguide.guide.excerpts import Excerpt
    from studyguide.guide.guide import Guide
    from studyguide.lock.lock import Lock
    from studyguide.system.process import Limits
    from studyguide.templates import Templates


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of a deck: how its guide is laid out, its cards are cut, and so on.

    `passages` shows the passage of every item, as a `deck.yaml` with `passages: yes` does;
    `attach` puts the Anki deck into the PDF; `into` is the folder that all is written into.
    """

    layout: Layout = field(default_factory=Layout)
    sheet: Sheet = field(default_factory=lambda: sheet("grid", PAPERS["a4"]))
    passages: bool = False
    attach: bool = False
    into: Path = DIST


def build_folder(folder: Path, texts: Texts, order: Order, say: Say) -> Result:
    """Check the deck in a folder; if nothing is wrong, write deck, guide and cards.

    Guide and cards are laid out in processes of their own, within limits. A text that does not fit
    its card is a finding, and keeps the cards alone from being written; a character that the faces
    lack keeps both PDFs from it.
    """
    from studyguide.anki import lock_entries
    from studyguide.anki.note_types import note_types
    from studyguide.guide.excerpts import shown_with
    from studyguide.guide.guide import compose
    from studyguide.printing.cutout.findings import findings_of
    from studyguide.printing.cutout.pdf import write_cards
    from studyguide.printing.press import missing_glyphs as glyph_findings
    from studyguide.system.process import in_background
    from studyguide.templates import Templates
    from studyguide.workflows.published import published

    result = check_folder(folder, texts, say)
    deck, lock = result.report.deck, result.report.lock
    if result.report.errors or not deck:
        return result
    templates = Templates.of(folder)
    types = note_types(deck.id, templates)
    refusals = tuple(lock_entries.note_types_keep_their_shape(types, lock, deck.file.at(0)))
    if refusals:
        return _with(result, refusals)
    excerpts = _excerpts(result, wanted=order.passages or deck.passages)
    before = published(folder, deck.id, order.into)
    result = _with(result, before.gaps(deck))

    def stamped(lock: "Lock") -> "Lock":
        """Date what this edition changes, whatever another run has written meanwhile."""
        if not {item.id.value for item in deck.items} <= lock.items.keys():
            raise StudyGuideError(f"{folder} was changed by another run meanwhile: run this again")
        shown = shown_with(lock, excerpts, now())
        edition = lock_entries.Edition(compose(deck, shown, excerpts), types, now(), before.ledger)
        return lock_entries.stamped(shown, edition)

    lock = update_lock(folder / "deck.lock", result.known, lock, stamped).lock
    guide = compose(deck, lock, excerpts)
    package, cards = (order.into / f"{deck.id}{ending}" for ending in (".apkg", "-cards.pdf"))
    result = _with(result, glyph_findings.findings_of(deck, excerpts))
    if order.layout.only_key:
        if result.report.errors:
            return result
        say(f"writing {_printed_to(guide, order)}")
        with in_background(_limits(guide), _print, guide, templates, order) as printing:
            return replace(result, written=(printing(),))
    if result.report.errors:
        _pack(guide, types, lock, package, say)
        return replace(result, written=(package,))
    limits = _limits(guide)
    if order.attach:
        _pack(guide, types, lock, package, say)
    with (
        in_background(limits, _print, guide, templates, order) as printing,
        in_background(limits, write_cards, guide, templates, order.sheet, cards) as misfits,
    ):
        if not order.attach:
            _pack(guide, types, lock, package, say)
        say(f"writing {_printed_to(guide, order)}")
        printed = printing()
        say(f"writing {cards}")
        result = _with(result, findings_of(deck, misfits(), order.sheet))
    written = (package, printed) if result.report.errors else (package, printed, cards)
    return replace(result, written=written)


def _with(result: Result, more: Iterable[Finding]) -> Result:
    """Add to what the check of a deck has found."""
    report = result.report
    found = (replace(each, deck=report.deck.id) for each in more if report.deck)
    findings = tuple(sorted((*report.findings, *found)))
    return replace(result, report=replace(report, findings=findings))


def _pack(
    guide: "Guide", types: "tuple[NoteType, NoteType]", lock: "Lock", path: Path, say: Say
) -> None:
    """Write the deck for Anki."""
    from studyguide.anki.write import write_package

    say(f"writing {path}")
    with replacing(path) as beside:
        write_package(guide, types, lock, beside)


def _limits(guide: "Guide") -> "Limits":
    """Give what printing may take; 8 ms of a processor and a third of a page a question are usual."""
    from studyguide.system.process import Limits

    count = len(guide.entries)
    return Limits(60 + count // 5, (3 * 1024 + 4 * count) * 1024**2)


def _printed_to(guide: "Guide", order: Order) -> Path:
    return order.into / (f"{guide.id}-key.pdf" if order.layout.only_key else f"{guide.id}.pdf")


def _print(guide: "Guide", templates: "Templates", order: Order) -> Path:
    """Write the guide, or its key alone, and tell where."""
    from studyguide.printing.book.pdf import write_guide

    path = _printed_to(guide, order)
    package = order.into / f"{guide.id}.apkg" if order.attach else None
    with replacing(path) as beside:
        write_guide(guide, templates, replace(order.layout, attached=package), beside)
    return path


def _excerpts(result: Result, *, wanted: bool) -> "dict[str, Excerpt]":
    """Give the passages to be shown. Raises `StudyGuideError` without the text that has them."""
    from studyguide.guide.excerpts import excerpts_of

    deck, source = result.report.deck, result.source
    if not wanted or deck is None:
        return {}
    if source is None:
        raise StudyGuideError(
            f"to show passages, {result.folder} needs its source text: name it with --source FILE"
        )
    return excerpts_of(deck, result.report.lock, source)

"""From folders to files: load, check, compose, write. Each step's work is done elsewhere."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.system.atomic import replacing
from studyguide.workflows.check import Result, Say, Texts, with_more
from studyguide.workflows.edition import Edition, Order, edition_of

if TYPE_CHECKING:
    from studyguide.guide.guide import Guide
    from studyguide.system.process import Limits
    from studyguide.templates import Templates


def build_folder(folder: Path, texts: Texts, order: Order, say: Say) -> Result:
    """Check the deck in a folder; if nothing is wrong, write deck, guide and cards.

    Guide and cards are laid out in processes of their own, within limits. A text that does not fit
    its card is a finding, and keeps the cards alone from being written; a character that the faces
    lack keeps both PDFs from it.
    """
    from studyguide.printing.cutout.findings import findings_of
    from studyguide.printing.cutout.pdf import write_cards
    from studyguide.printing.press import missing_glyphs as glyph_findings
    from studyguide.system.process import in_background

    result, edition = edition_of(folder, texts, order, say)
    deck = result.report.deck
    if edition is None or deck is None:
        return result
    guide, templates = edition.guide, edition.templates
    package, cards = (order.into / f"{guide.id}{ending}" for ending in (".apkg", "-cards.pdf"))
    result = with_more(result, glyph_findings.findings_of(deck, edition.excerpts))
    if order.layout.only_key:
        if result.report.errors:
            return result
        say(f"writing {_printed_to(guide, order)}")
        with in_background(_limits(guide), _print, guide, templates, order) as printing:
            return replace(result, written=(printing(),))
    if result.report.errors:
        pack(edition, package, say)
        return replace(result, written=(package,))
    limits = _limits(guide)
    if order.attach:
        pack(edition, package, say)
    with (
        in_background(limits, _print, guide, templates, order) as printing,
        in_background(limits, write_cards, guide, templates, order.sheet, cards) as misfits,
    ):
        if not order.attach:
            pack(edition, package, say)
        say(f"writing {_printed_to(guide, order)}")
        printed = printing()
        say(f"writing {cards}")
        result = with_more(result, findings_of(deck, misfits(), order.sheet))
    written = (package, printed) if result.report.errors else (package, printed, cards)
    return replace(result, written=written)


def pack(edition: Edition, path: Path, say: Say) -> None:
    """Write the deck for Anki."""
    from studyguide.anki.write import write_package

    say(f"writing {path}")
    with replacing(path) as beside:
        write_package(
            edition.guide,
            edition.types,
            edition.lock,
            beside,
            is_described=edition.is_described,
        )


def _limits(guide: "Guide") -> "Limits":
    """Give what printing may take; 8 ms of a processor and a third of a page a question are usual."""
    from studyguide.system.process import Limits

    count = len(guide.entries)
    return Limits(30 + count // 5, (3 * 1024 + 4 * count) * 1024**2)


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

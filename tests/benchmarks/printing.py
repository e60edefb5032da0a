"""Measure how a guide is printed: against bare WeasyPrint, an item, in growing numbers, in memory."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studyguide.guide.guide import Guide, compose
from studyguide.loading.load import load
from studyguide.lock.on_disk import open_lock
from studyguide.printing.book.page import guide_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.cutout import imposition
from studyguide.printing.cutout.pdf import write_cards
from studyguide.printing.press import fonts, pdf
from studyguide.printing.press.last_touches import ARCHIVAL
from studyguide.printing.press.options import Layout
from studyguide.printing.press.resources import resources_of
from studyguide.templates import Templates
from tests.benchmarks.clock import Measure, compare, peak
from tests.benchmarks.material import DECK, many_entries

BOXES_BEFORE = 35.7
"""An item, of 1,000, before the templates were thinned out and more parts were added."""

MOST_MEMORY_A_PAGE = 5 * 1024 * 1024 // 2
"""Bytes; the letters of all lines are kept from the time they are measured until they are drawn."""
TEMPLATE = "guide/guide.html"


def printed(guide: Guide, path: Path) -> None:
    """Print a guide as a build does."""
    write_guide(guide, Templates.of(DECK), Layout(), path)


def _laid_out(guide: Guide) -> Any:
    templates = Templates.of(DECK)
    with pdf.open_press(resources_of(guide, templates), TEMPLATE) as press:
        return press.laid_out(guide_page(guide, templates, Layout()))


def first_guide() -> Guide:
    """Give the guide of the first deck, whose text is not here, from its receipts."""
    deck, _ = load(DECK)
    assert deck
    return compose(deck, open_lock(DECK / "deck.lock"), {})


def first_book(path: Path) -> None:
    """Print the guide of the first deck."""
    printed(first_guide(), path)


def first_cards(path: Path) -> None:
    """Print the cut-out cards of the first deck."""
    sheet = imposition.sheet("grid", imposition.PAPERS["a4"])
    assert write_cards(first_guide(), Templates.of(DECK), sheet, path) == ()


def against_bare(
    folder: Path, what: str, ours: Callable[[Path], object], limit: float, turns: int = 3
) -> Measure:
    """Compare printing with bare WeasyPrint on the same HTML, with the same faces and claim.

    All that ours does besides is counted: reading the deck, filling in templates, measuring, the index, filled pages.
    """
    with _recorded() as pages:
        ours(folder / "ours.pdf")

    def bare() -> None:
        import weasyprint

        with fonts.only_these_faces():
            faces = weasyprint.text.fonts.FontConfiguration()
            place = pages[0][1]
            rules = weasyprint.CSS(string=_face_rules(), font_config=faces, **place)
            for page, place in pages:
                weasyprint.HTML(string=page, **place).write_pdf(
                    folder / "bare.pdf", stylesheets=[rules], font_config=faces, **ARCHIVAL
                )

    return compare(
        what,
        lambda: ours(folder / "ours.pdf"),
        "bare WeasyPrint, same HTML",
        bare,
        limit,
        turns,
    )


def _face_rules() -> str:
    """Declare our faces as anyone would who has WeasyPrint alone."""
    weight = "font-weight: {};".format
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-style: {style}; '
        f'{weight(heavy) if heavy else ""} src: url("/fonts/{path.name}") }}'
        for family, style, heavy, path in fonts.declared()
    )


@contextmanager
def _recorded() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """Record the HTML of which something is printed, but what is only measured, and what it may fetch."""
    pages: list[tuple[str, dict[str, Any]]] = []
    laid_out, heights = pdf.Press.laid_out, pdf.Press.heights

    def recorded(press: pdf.Press, page: str) -> Any:
        pages.append((page, press.place))
        return laid_out(press, page)

    def measured(press: pdf.Press, page: str) -> dict[str, float]:
        found = heights(press, page)
        pages.pop()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf.Press, "laid_out", recorded)
        patch.setattr(pdf.Press, "heights", measured)
        yield pages


def boxes(count: int) -> Measure:
    """Count the boxes an item that WeasyPrint has to lay out, of so many items.

    Nearly all time goes there, and a count is the same on every machine.
    """
    guide = many_entries(count)
    items = sum(not entry.retired for entry in guide.entries)
    pages = _laid_out(guide).pages
    found = sum(1 for page in pages for _ in page._page_box.descendants()) / items
    told = f"{found:.1f} boxes, once {BOXES_BEFORE}"
    return Measure(f"boxes an item, {count:,} items", found / BOXES_BEFORE, 1, told)


def growth(folder: Path) -> Measure:
    """Compare printing 5,000 items with printing 1,000."""
    small, large = many_entries(1_000), many_entries(5_000)
    return compare(
        "guide of 5,000 items",
        lambda: printed(large, folder / "large.pdf"),
        "guide of 1,000",
        lambda: printed(small, folder / "small.pdf"),
        limit=6,
        turns=1,
    )


def memory(folder: Path) -> Measure:
    """Compare what a guide of 1,000 items takes a page, beyond what one of one item takes."""
    command = [sys.executable, "-m", "tests.benchmarks.printing", str(folder / "guide.pdf")]
    done = subprocess.run(command, capture_output=True, check=True)
    taken = int(done.stdout)
    told = f"{taken / 1024**2:.2f} MiB, limit 2.5 MiB"
    return Measure("memory a page, 1,000 items", taken / MOST_MEMORY_A_PAGE, 1, told)


def _memory_a_page(path: Path) -> int:
    """Give, in bytes, by how much the peak of this fresh process rises a page."""
    guide = many_entries(1_000)
    first = guide.sections[0]
    printed(replace(guide, sections=(replace(first, entries=first.entries[:1]),)), path)
    before = peak()
    printed(guide, path)
    taken = peak() - before
    return taken // len(_laid_out(guide).pages)


if __name__ == "__main__":
    print(_memory_a_page(Path(sys.argv[1])))

"""Measure how a guide is printed: against bare WeasyPrint, an item, in growing numbers, in memory."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from studyguide.guide.guide import Guide
from studyguide.printing.book.page import end_page, guide_page
from studyguide.printing.book.pdf import resources_of, write_guide
from studyguide.printing.press import fonts, pdf
from studyguide.printing.press.layout import Layout
from studyguide.printing.press.page_numbers import pages_of
from studyguide.templates import Templates
from tests.benchmarks.clock import Measure, compare, peak
from tests.benchmarks.material import DECK, many_entries

BOXES_BEFORE = 35.7
"""An item, of 1,000, before the templates were thinned out and more parts were added."""

MOST_MEMORY_A_PAGE = 2 * 1024 * 1024
TEMPLATE = "guide/guide.html"


def printed(guide: Guide, path: Path) -> None:
    """Print a guide as a build does."""
    write_guide(guide, Templates.of(DECK), Layout(), path)


def _laid_out(guide: Guide) -> Any:
    templates = Templates.of(DECK)
    with pdf.open_press(resources_of(guide, templates), TEMPLATE) as press:
        return press.laid_out(guide_page(guide, templates, Layout()))


def against_bare(folder: Path, count: int) -> Measure:
    """Compare making a guide with bare WeasyPrint on the same HTML, its end included."""
    guide, templates, layout = many_entries(count), Templates.of(DECK), Layout()
    page, resources = guide_page(guide, templates, layout), resources_of(guide, templates)
    body = _laid_out(guide)
    pages = {**pages_of(body), "": len(body.pages) + 1}
    end = end_page(guide, templates, layout, pages)

    def bare() -> None:
        import weasyprint

        place = {
            "base_url": f"file:///templates/{TEMPLATE}",
            "url_fetcher": pdf._fetcher(resources),
        }
        with fonts.only_these_faces():
            faces = weasyprint.text.fonts.FontConfiguration()
            rules = weasyprint.CSS(string=fonts.face_rules(), font_config=faces, **place)
            for part in (page, end):
                weasyprint.HTML(string=part, **place).write_pdf(
                    folder / "bare.pdf",
                    stylesheets=[rules],
                    font_config=faces,
                    pdf_variant="pdf/ua-1",
                )

    return compare(
        f"guide of {count:,} items",
        lambda: printed(guide, folder / "ours.pdf"),
        "bare WeasyPrint, same HTML",
        bare,
        limit=1.05,
        turns=5,
    )


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
    told = f"{taken / 1024**2:.2f} MiB, limit 2 MiB"
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

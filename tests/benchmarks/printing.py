"""Measure how a guide is printed: against bare WeasyPrint, an item, in growing numbers, in memory."""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from studyguide.guide.guide import Guide
from studyguide.printing.book.page import guide_page, index_page
from studyguide.printing.press import fonts, pdf
from studyguide.printing.press.layout import Layout
from studyguide.printing.press.page_numbers import pages_of
from studyguide.templates import Templates
from tests.benchmarks.clock import Bound, Ratio, compare, peak
from tests.benchmarks.material import DECK, many_entries

BOXES_BEFORE, MILLISECONDS_BEFORE = 35.7, 26.1
"""An item, of 1,000, before page numbers were set after layout and the templates were thinned out."""

MOST_MEMORY_A_PAGE = 2 * 1024 * 1024
TEMPLATE = "guide/guide.html"


def printed(guide: Guide, path: Path) -> None:
    """Print a guide as a build does."""
    pdf.write_guide(guide, Templates.of(DECK), Layout(), path)


def _laid_out(guide: Guide) -> Any:
    templates = Templates.of(DECK)
    with pdf._press(pdf.resources_of(guide, templates), TEMPLATE) as press:
        return press.laid_out(guide_page(guide, templates, Layout()))


def against_bare(folder: Path, count: int) -> Ratio:
    """Compare making a guide with bare WeasyPrint on the same HTML, its index included."""
    guide, templates, layout = many_entries(count), Templates.of(DECK), Layout()
    page, resources = guide_page(guide, templates, layout), pdf.resources_of(guide, templates)
    index = index_page(guide, templates, layout, pages_of(_laid_out(guide)))

    def bare() -> None:
        import weasyprint

        place = {
            "base_url": f"file:///templates/{TEMPLATE}",
            "url_fetcher": pdf._fetcher(resources),
        }
        with fonts.only_these_faces():
            faces = weasyprint.text.fonts.FontConfiguration()
            rules = weasyprint.CSS(string=fonts.face_rules(), font_config=faces, **place)
            for part in (page, index):
                weasyprint.HTML(string=part, **place).write_pdf(
                    folder / "bare.pdf",
                    stylesheets=[rules],
                    font_config=faces,
                    pdf_variant="pdf/ua-1",
                )

    return compare(
        f"guide of {count:,} items",
        lambda: printed(guide, folder / "ours.pdf"),
        "bare WeasyPrint, same HTML (CPU)",
        bare,
        limit=1.05,
        turns=5,
        is_cpu=True,
    )


def an_item(folder: Path) -> Iterator[Bound]:
    """Compare boxes and CPU time an item, of 1,000, with what they were before."""
    guide = many_entries(1_000)
    items = sum(not entry.retired for entry in guide.entries)
    pages = _laid_out(guide).pages
    boxes = sum(1 for page in pages for _ in page._page_box.descendants()) / items
    told = f"{boxes:.1f}, before {BOXES_BEFORE}"
    yield Bound("boxes an item, 1,000 items", boxes / BOXES_BEFORE, 0.95, told)
    taken = min(_cpu_time(guide, folder / "guide.pdf") for _ in range(3)) * 1000 / items
    told = f"{taken:.1f} ms, before {MILLISECONDS_BEFORE} ms on the same machine (CPU)"
    yield Bound("time an item, 1,000 items", taken / MILLISECONDS_BEFORE, 0.5, told)


def _cpu_time(guide: Guide, path: Path) -> float:
    start = time.process_time()
    printed(guide, path)
    return time.process_time() - start


def growth(folder: Path) -> Ratio:
    """Compare printing 5,000 items with printing 1,000."""
    small, large = many_entries(1_000), many_entries(5_000)
    return compare(
        "guide of 5,000 items",
        lambda: printed(large, folder / "large.pdf"),
        "guide of 1,000 (CPU)",
        lambda: printed(small, folder / "small.pdf"),
        limit=6,
        turns=2,
        is_cpu=True,
    )


def memory(folder: Path) -> Bound:
    """Compare what a guide of 1,000 items takes a page, beyond what one of one item takes."""
    command = [sys.executable, "-m", "tests.benchmarks.printing", str(folder / "guide.pdf")]
    done = subprocess.run(command, capture_output=True, check=True)
    taken = int(done.stdout)
    told = f"{taken / 1024**2:.2f} MiB, limit 2 MiB"
    return Bound("memory a page, 1,000 items", taken / MOST_MEMORY_A_PAGE, 1, told)


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

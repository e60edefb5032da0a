"""Rules for notes at the foot of a page in the midst of a section that nothing else fills, as what comes next is too tall for it."""

from collections.abc import Iterator, Sequence
from math import floor

from studyguide.printing.filling.measured_page import HAIR, RULE, Page
from studyguide.printing.filling.sections_on_pages import left, sections_of
from studyguide.printing.press.options import HALVED, Layout

_EMPTY = 45.0
"""Millimetres that are empty below a page before it has rules for notes; in a booklet, too, once it is halved."""

_ABOVE, _LEAST = 4.5, 3
"""Half lines that their heading takes more than a rule would; how many there are at least."""


def notes_on(pages: Sequence[Page], layout: Layout) -> dict[str, int]:
    """Tell how many rules for notes stand before what begins the next page, by its name as breaks have it; none in large print, and none beside answers, or fields."""
    if layout.is_read_large or layout.is_form or layout.answers != "key":
        return {}
    most = _EMPTY / (HALVED[layout.paper] if layout.is_booklet else 1)
    return {name: rules for name, page in _ended(pages) if (rules := _rules(page, most))}


def _ended(pages: Sequence[Page]) -> Iterator[tuple[str, Page]]:
    """Yield the pages of sections that go on, each behind the name of what begins the next."""
    for section in sections_of([*pages]):
        for start in section.starts:
            before = section.parted.get(start.unit)
            if before and start.name and "+" not in start.name:
                yield start.name, pages[before - 1]


def _rules(page: Page, most: float) -> int:
    """Tell how many there is room for below a page, of which more than so many millimetres are empty."""
    if left(page) <= most:
        return 0
    last = page.units[-1]
    white = max((last.height + last.margin) / page.step - page.ends(-1), 0.0)
    rules = floor((page.left - white - _ABOVE + HAIR) / RULE)
    return rules if rules >= _LEAST else 0

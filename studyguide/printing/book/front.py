"""Pages before the sections, as they are laid out: how tall their parts are, and where those stand better."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import ceil
from typing import Any

from studyguide.guide.guide import Guide
from studyguide.printing.book.end import has_questions, is_keyed
from studyguide.printing.book.index import has_index
from studyguide.printing.filling.measured_page import Page
from studyguide.printing.filling.sections_on_pages import apart
from studyguide.printing.filling.units_on_page import Unit, units_in, units_of
from studyguide.printing.front.choice import best_front, in_imprint, is_sparse, with_contents_apart
from studyguide.printing.front.front import APART, CLOSEST, EARLY, Block, Front, Heights
from studyguide.printing.press.boxes import PIXELS, boxes_in, classes_of, top_and_foot
from studyguide.printing.press.options import Layout
from studyguide.printing.press.page_numbers import pages_of

_LINE_OF = {False: 16 / 3, True: 8.0}
"""How tall a line is, in large print, too: a heading that is not the first of its page has three above it, and a row of contents that is set closer takes half a one less."""

_TITLE, _IMPRINT = 1, 2
"""Pages of the book."""

_FEW = 2
"""Sections of which the contents have room above the imprint, below how to use a guide."""

_PARTS = ("howto", "contents", "introduction")

LaidOut = tuple[Any, list[Page]]
"""A document, and how its pages are filled."""


def better_front(pages: Sequence[Any], layout: Layout, front: Front, *, saves: bool) -> Front:
    """Give a better front than this one, which is laid out, or itself.

    `saves` tells whether a page less is one less, as none is left empty then before the key.
    """
    if layout.asks_all or len(pages) < _IMPRINT:
        return front
    heights = measured(pages, layout, is_facing=front == APART)
    if not heights.of("contents") or not heights.of("howto"):
        return front  # a deck's own template has none
    return best_front(heights, front, saves=saves)


def saves_a_page(guide: Guide, layout: Layout, body: Any, fewer: int) -> bool:
    """Whether a page less, besides so many, saves one, as a key begins on the right."""
    is_apart = has_index(guide, layout) or has_questions(body)
    is_left = (len(body.pages) - fewer + is_apart) % 2 == 1
    return is_left or not is_keyed(guide, layout) or layout.is_booklet


def is_beside_key(guide: Guide, layout: Layout, body: Any) -> bool:
    """Whether the key would stand beside items: without an index, behind a left page with some, unless sections begin a page earlier, or later."""
    if layout.asks_all or not is_keyed(guide, layout) or has_index(guide, layout):
        return False
    return len(body.pages) % 2 == 0 and has_questions(body)


def fronts_for_key(guide: Guide, layout: Layout, body: Any, front: Front) -> Iterator[Front]:
    """Yield fronts for a key that would stand beside items: sections begin early, only where there is little before them, and not in large print, or later.

    A booklet has none: its key cannot be taken out. Where contents have a page already, or would leave it nearly empty, no page before sections is left empty
    for the key: it stands on the left, on the back of a page for notes, and can be taken out with that; contents of large print are above the imprint then.
    """
    if layout.is_booklet or not is_beside_key(guide, layout, body):
        return
    pages = body.pages
    if len(guide.sections) <= _FEW and not (guide.introduction or guide.plates or layout.is_large):
        yield EARLY
    at = {name: nth for nth, page in enumerate(pages, start=1) for name in page.anchors}
    heights = measured(pages, layout, is_facing=False)
    may_part = at.get("contents") in (_IMPRINT, at.get("howto"))
    apart = with_contents_apart(heights, front) if may_part else None
    other = apart or (in_imprint(heights, front) if layout.is_large else None)
    if other:
        yield other


def sparse(pages: Sequence[Any]) -> int:
    """Count the pages between imprint and sections on which little stands; not those that are empty."""
    found = 0
    for page in _before_sections(pages)[_IMPRINT:]:
        top, foot = top_and_foot(page)
        feet = [unit.top + unit.height for unit in units_of(page)]
        parts = [str(box.element.get("id")) for box in _parts_on([page])]
        found += bool(feet) and is_sparse((max(feet) - top) / (foot - top), parts)
    return found


def has_less_white(one: LaidOut, two: LaidOut) -> bool:
    """Whether fewer pages of one before the sections are nearly empty, or a picture is not overleaf of its introduction, or there are fewer without a section at all."""
    against = [
        (sparse(body.pages), _is_overleaf(body), apart(filled)) for body, filled in (one, two)
    ]
    return against[0] < against[1]


def _is_overleaf(body: Any) -> bool:
    """Whether the first picture of the whole stands behind the right page that its introduction ends on."""
    places = pages_of(body)
    return (
        places.get("introduction", 0) % 2 == 1 and places.get("plate-0", 0) > places["introduction"]
    )


def measured(pages: Sequence[Any], layout: Layout, *, is_facing: bool) -> Heights:
    """Measure what is laid out before the sections."""
    top, foot = (each / PIXELS for each in top_and_foot(pages[_TITLE]))
    line, parts, rows = _LINE_OF[layout.is_large], dict[str, list[Block]](), list[float]()
    is_closer = False
    for box in _parts_on(_before_sections(pages)[_TITLE:]):
        units = [*units_in(box)]
        known = parts.setdefault(str(box.element.get("id")), [])
        _measure(known, [unit for unit in units if unit.tag != "figure"], line, foot - top)
        known += [_picture(unit, line) for unit in units if unit.tag == "figure"]
        if any("beside" in classes_of(unit.box) for unit in units):
            known[:] = [Block(foot - top, 3 * line)]
        rows += [unit.height / PIXELS for unit in units if unit.tag == "tr"]
        is_closer |= any("close" in classes_of(each) for each in box.children)
    imprint = min((unit.top / PIXELS for unit in units_of(pages[_TITLE])), default=foot)
    saved = len(rows) * line / 2
    return Heights(
        foot - top,
        imprint - top,
        parts,
        0.0 if is_closer else saved,
        saved if is_closer else 0.0,
        min(rows, default=0.0),
        is_facing,
        layout.is_booklet,
        (1 - CLOSEST) * (sum(rows) - (0.0 if is_closer else saved)),
    )


def _measure(known: list[Block], units: list[Unit], line: float, page: float) -> None:
    """Add what stands on a page of a part, but for pictures, to what is known of it, which fills the pages before."""
    if units:
        before = ceil(known.pop(0).tall / page) * page if known else 0.0
        foot, top = units[-1].top + units[-1].height, float(units[0].box.border_box_y())
        is_text = "summary" in classes_of(units[-1].box)
        known.insert(0, Block(before + (foot - top) / PIXELS, 3 * line, is_text))


def _picture(unit: Unit, line: float) -> Block:
    drawn = (float(box.height) for box in boxes_in(unit.box) if box.element_tag == "img")
    is_turned = "turned" in classes_of(unit.box)
    tall = 0.0 if is_turned else max(drawn, default=0.0) / PIXELS
    return Block(float(unit.box.border_height()) / PIXELS, line, picture=tall)


def _parts_on(pages: Sequence[Any]) -> Iterator[Any]:
    """Yield the boxes of parts, as far as they stand on a page."""
    for page in pages:
        for box in boxes_in(page._page_box):  # noqa: SLF001, it is nowhere else
            if box.element is not None and box.element.get("id") in _PARTS:
                yield box


def _before_sections(pages: Sequence[Any]) -> list[Any]:
    def is_before(page: Any) -> bool:
        return not any(
            unit.tag == "header" and "title-page" not in classes_of(unit.box)
            for unit in units_of(page)
        )

    return [*takewhile(is_before, pages)]

"""Pages filled to the foot, as far as that looks well: what is left below is spread between what stands on a page.

Rows are not cut, so that a page ends where the next one does not fit. A compositor feathers such a page:
here by half lines, so that it stays on the grid, the narrowest gaps first, so that all look as wide, and by half as
much again at most, so that pages look like each other. Where one
writes, there are more rules to write on instead: one more below answers of a length, and in one's own words at the end of
a section; a field to fill in is taller there. What cannot be filled so is short, and its spaces are those of other pages. What comes before a part that opens on a page of its own is set
as close as it can be. Heights are told in half lines, from the top of the page.
"""

from collections.abc import Iterator
from itertools import zip_longest
from math import ceil
from typing import Any

from studyguide.printing.book.measured_page import HAIR, RULE, UNITS, Page
from studyguide.printing.book.units_on_page import PIXELS, Unit, again, move

_MORE, _MORE_ABOVE, _SHORT = 1, 2, 2
"""Half lines that are put before a row at most, and before a heading, both half as much again as is there; that a page may be
short of its foot before there are more rules."""

_GROWN = 16.0
"""Millimetres that rules of an answer grow by at most: two, of large print one, so that of one length all have about as many."""

_MOST_TO_DISCUSS = 16
"""Rules that are put below one question for discussion to fill a page, where a deck's own template does not tell."""


def filled(document: Any, half_line: float) -> list[Page]:
    """Decide how each page is filled, but the last of a part, by so many half lines, in millimetres."""
    pages = [Page.of(page, half_line) for page in document.pages]
    before = 0
    for page, next_ in zip_longest(pages, pages[1:]):
        if page.units:
            fill(page, next(iter(next_.units), None) if next_ else None, before)
        before = page.each
    return pages


def feathered(document: Any, filled: list[Page]) -> Any:
    """Give the document with its pages filled so."""
    pages = [
        again(page) if plan.units and _moved(plan) else page
        for page, plan in zip(document.pages, filled, strict=True)
    ]
    return document.copy(pages)


def fill(page: Page, goes_on: Unit | None, before: int = 0) -> None:
    """Decide what is put below which unit, so that the last comes to the foot of the page if it can.

    `goes_on` is what the next page begins with; so many half lines each unit has on the page `before`, as it has
    where a section ends, if there is room.
    """
    units = page.units
    own = max((at for at, unit in enumerate(units) if unit.is_own), default=None)
    is_cut = goes_on is not None and goes_on.tag in UNITS
    left = page.left
    if left < 1:
        return
    if own is not None:
        page.more[own] = min(left // RULE, units[own].more_lines) * RULE
        gaps = page.gaps if units[0].tag != "header" else []
        each = min(before, page.left // max(len(gaps), 1))
        for at in gaps:
            page.more[at] = each
    elif units[-1].tag == "li" and (shares := _to_discuss(units, left)):
        page.more = shares
    elif is_cut or units[-1].tag == "li":
        rows, shares = _to_rule(page) if is_cut else iter(()), _shares(page)
        while page.left - sum(shares) > _SHORT and (group := next(rows, None)):
            for at in group:
                page.rules[at] += 1
            shares = _shares(page)
        page.more = shares


def _to_rule(page: Page) -> Iterator[list[int]]:
    """Yield answers below which a rule more is put where gaps cannot take what is left: all that have as many, those with the most first.

    So of two answers on a page the longer one has no fewer; a number or a word has one rule on every page, and a list of
    short entries one for each. There is a second one where that is not enough, but for large print.
    """
    rows: dict[int, list[int]] = {}
    for at, (unit, next_) in enumerate(zip_longest(page.units, page.units[1:])):
        is_asked = unit.tag == "tr" and unit.rules and not (next_ and next_.clings)
        if is_asked and len(unit.rules.children) > 1 and not unit.is_list:
            rows.setdefault(len(unit.rules.children), []).append(at)
    alike = [rows[count] for count in sorted(rows, reverse=True)]
    for _ in range(int(_GROWN * PIXELS / (RULE * page.step) + HAIR)):
        for group in alike:
            if sum(_cost(page, at) for at in group) > page.left:
                return
            yield group


def _cost(page: Page, at: int) -> int:
    """Tell by how many half lines another rule makes a row taller."""
    before = ceil(page.foot(at) - HAIR)
    return max(ceil(page.extents[at].ruled + RULE * (page.rules[at] + 1) - HAIR) - before, 0)


def _to_discuss(units: list[Unit], steps: int) -> list[int]:
    """Share half lines out to questions for discussion, as rules, as many as those may have; nothing where there is room for none."""
    asked = [at for at, unit in enumerate(units) if unit.tag == "li" and (unit.rules or unit.field)]
    most = min((units[at].more_lines or _MOST_TO_DISCUSS for at in asked), default=0)
    rules = min(steps // RULE, most * len(asked))
    more = {at: (rules + len(asked) - 1 - nth) // len(asked) for nth, at in enumerate(asked)}
    return [more.get(at, 0) * RULE for at in range(len(units))] if rules else []


def _shares(page: Page) -> list[int]:
    """Share what is left out among the gaps: the narrowest have half a line more first, all of them or none, and what is left then headings."""
    places, left = page.placed(), page.left
    most = {at: _most_above(page.units[at + 1]) for at in page.gaps}
    wide = {at: places[at + 1] - places[at] - page.foot(at) for at in most}
    more = dict.fromkeys(most, 0)
    while open_ := [at for at in most if more[at] < most[at]]:
        least = min(wide[at] + more[at] for at in open_) + HAIR
        narrow = [at for at in open_ if wide[at] + more[at] < least]
        if len(narrow) > left:
            narrow = [at for at in open_ if page.units[at + 1].tag == "h3"]
        if not 0 < len(narrow) <= left:
            break
        left -= len(narrow)
        more |= {at: more[at] + 1 for at in narrow}
    return [more.get(at, 0) for at in range(len(page.units))]


def _most_above(unit: Unit) -> int:
    """Tell how many half lines at most are put above a unit."""
    return _MORE_ABOVE if unit.tag == "h3" else _MORE


def _moved(page: Page) -> bool:
    """Move each unit to its place, and draw its rules; tell whether there was anything to do."""
    done = False
    for nth, (unit, place) in enumerate(zip(page.units, page.placed(), strict=True)):
        down = (place - page.at[nth]) * page.step
        if abs(down) > HAIR * page.step / 2:
            move(unit.box, down)
            done = True
        more = page.rules[nth] if unit.tag == "tr" else page.more[nth] // RULE
        if unit.rules and more:
            unit.rules.children = [*unit.rules.children, *_drawn(unit.rules, more, page.step)]
            done = True
        elif unit.field and unit.tag != "tr" and page.more[nth]:
            unit.field.height += page.more[nth] * page.step
            done = True
    return done


def _drawn(rules: Any, count: int, step: float) -> Iterator[Any]:
    """Yield so many more rules below the last."""
    for nth in range(1, count + 1):
        rule = rules.children[-1].copy()
        move(rule, nth * RULE * step)
        yield rule

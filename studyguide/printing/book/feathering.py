"""Pages filled to the foot: what is left below is spread between what stands on a page.

Rows are not cut, so that a page ends where the next one does not fit. A compositor feathers such a page:
here by half lines, so that it stays on the grid, and by as many everywhere, so that it looks even. Where one
writes, there are more rules to write on instead: one more below answers of a length, and in one's own words at the end of
a section; a field to fill in is taller there. What comes before a part that opens on a page of its own is set
as close as it can be. Heights are told in half lines, from the top of the page.
"""

from collections.abc import Iterator
from itertools import zip_longest
from math import ceil
from typing import Any

from studyguide.printing.book.measured_page import HAIR, RULE, UNITS, Page
from studyguide.printing.book.units_on_page import PIXELS, Unit, again, move

_WIDE = 2
"""Half lines for which there are rules, if there can be."""

_WIDEST, _SHORT, _WIDEST_OF_LISTS, _WIDEST_OF_ROWS = 8.0, 30.0, 4, 2
"""Millimetres that are put before a unit, and half a line more where else so many would be left; half lines on a page of
lists that ends before a heading; between rows of a list, which would not look like one."""

_GROWN = 16.0
"""Millimetres that rules of an answer grow by at most: two, of large print one, so that of one length all have about as many."""

_MOST_TO_DISCUSS = 16
"""Rules that are put below one question for discussion to fill a page."""


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
    if is_cut and own is None:
        _rule_more(page)
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
        is_list = goes_on is not None and goes_on.tag == "h3" and not any(map(_is_ruled, units))
        _share(page, left, _WIDEST_OF_LISTS if is_list else _widest(page))


def _widest(page: Page) -> int:
    """Tell how many half lines are put before a unit at most."""
    return int(_WIDEST * PIXELS / page.step + HAIR)


def _is_ruled(unit: Unit) -> bool:
    return bool(unit.rules)


def _rule_more(page: Page) -> None:
    """Put a rule more below answers where gaps would be too wide: below all that have as many, those with the most first.

    So of two answers on a page the longer one has no fewer; a number or a word has one rule on every page, and a list of
    short entries one for each. There is a second one where gaps cannot take what is left; in large
    print one only there.
    """
    rows: dict[int, list[int]] = {}
    for at, (unit, next_) in enumerate(zip_longest(page.units, page.units[1:])):
        is_asked = unit.tag == "tr" and unit.rules and not (next_ and next_.clings)
        if is_asked and len(unit.rules.children) > 1 and not unit.is_list:
            rows.setdefault(len(unit.rules.children), []).append(at)
    alike = [rows[count] for count in sorted(rows, reverse=True)]
    most = int(_GROWN * PIXELS / (RULE * page.step) + HAIR)
    for wide in (_WIDE, _widest(page) + 1)[-most:]:
        for group in alike:
            left = page.left
            if left < wide * len(page.gaps) or sum(_cost(page, at) for at in group) > left:
                return
            for at in group:
                page.rules[at] += 1


def _cost(page: Page, at: int) -> int:
    """Tell by how many half lines another rule makes a row taller."""
    before = ceil(page.foot(at) - HAIR)
    return max(ceil(page.extents[at].ruled + RULE * (page.rules[at] + 1) - HAIR) - before, 0)


def _to_discuss(units: list[Unit], steps: int) -> list[int]:
    """Share half lines out to questions for discussion, as rules; nothing where there is room for none."""
    asked = [at for at, unit in enumerate(units) if unit.tag == "li" and (unit.rules or unit.field)]
    rules = min(steps // RULE, _MOST_TO_DISCUSS * len(asked))
    more = {at: (rules + len(asked) - 1 - nth) // len(asked) for nth, at in enumerate(asked)}
    return [more.get(at, 0) * RULE for at in range(len(units))] if rules else []


def _share(page: Page, steps: int, widest: int) -> None:
    """Share half lines out among the gaps: as many each, so many at most, and fewer in lists; the rest before headings, then one each.

    Of rows that are as far apart as each other all have one, or none. None where a section opens and the foot is far out of reach: a page that is stretched, and short all the same, looks wrong twice.
    """
    gaps, short = page.gaps, int(_SHORT * PIXELS / page.step)
    widest += steps > widest * len(gaps) + short
    most = {at: _most_below(page, at, widest) for at in gaps}
    if steps > sum(most.values()) + short and page.units[0].tag == "header":
        return
    each = min(widest, steps // len(gaps)) if gaps else 0
    for at in gaps:
        page.more[at] = min(each, most[at])
        steps -= page.more[at]
    headings = [at for at in gaps if page.units[at + 1].tag == "h3"]
    for at in headings * widest:
        if steps and page.more[at] < widest:
            page.more[at] += 1
            steps -= 1
    for run in _alike(page, [at for at in gaps if at not in headings]):
        if len(run) <= steps and all(page.more[at] < most[at] for at in run):
            steps -= len(run)
            for at in run:
                page.more[at] += 1


def _most_below(page: Page, at: int, widest: int) -> int:
    """Tell how many half lines at most are put below a unit: fewer between rows of a list."""
    is_in_list = all(map(_is_listed, page.units[at : at + 2]))
    return min(widest, _WIDEST_OF_ROWS) if is_in_list else widest


def _is_listed(unit: Unit) -> bool:
    """Whether a unit is a row of a list, in which nothing is written."""
    return unit.tag == "tr" and not (unit.is_sentence or unit.is_written_in)


def _alike(page: Page, gaps: list[int]) -> list[list[int]]:
    """Put gaps together below which the next unit is as far away: of several tables on a page, too."""
    places = page.placed()
    apart: dict[float, list[int]] = {}
    for at in gaps:
        apart.setdefault(round(places[at + 1] - places[at], 1), []).append(at)
    return [*apart.values()]


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

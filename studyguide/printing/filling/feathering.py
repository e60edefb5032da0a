"""Pages filled to the foot, as far as that looks well: what is left below is spread between what stands on a page.

Rows are not cut, so that a page ends where the next one does not fit. Spaces are those of all pages, and are told by what can be
seen, words, rules or boxes: between the rows of a list, between what is written on, and above a heading. Where a page is short, what is left is put
between all rows of a kind, or none, half a line, or twice, so that it stays on the grid, and that pages look like each other. What cannot be filled so is short:
rules to write on are as many for each length on all pages.
In one's own words there are as many rules as have room at the end of a section. Heights are told in half lines, from the top of the page.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Any

from studyguide.printing.filling.discussion import share_out
from studyguide.printing.filling.measured_page import (
    HAIR,
    MARGIN,
    RULE,
    UNITS,
    Page,
    below,
    line_of,
)
from studyguide.printing.filling.units_on_page import RISE, Unit, ended_before
from studyguide.printing.press.boxes import PIXELS, boxes_in, classes_of, move
from studyguide.printing.press.page_numbers import again

_SHORT = 2
"""Half lines that own words may be short of the foot before what is above them is set wider."""

_WHITE = 15.0
"""Millimetres that may be white below a page that nothing else fills before all its spaces are another half line wider."""

_FAR_TOO_WHITE = 36.0
"""The same before headings have one more."""

_APART = 2.0
"""Millimetres between two answers of large print where a key is not set closer."""

_LONGER, _LONGER_LARGE = 5.5, 1.5 + HAIR / 10
"""Millimetres that a page may be longer than others at most, so that what stands below it is still seen to be no line of it; or so many half lines, if they are more, as in large print."""

_ON_ONE_LINE = 7.0
"""Millimetres that a blank, or a field, ends above the words of its line at most: it is as high as half a line of its sentence."""

_BLANKS = frozenset(("rule", "field"))
"""Classes of what is filled in in a sentence."""


def filled(document: Any, half_line: float) -> list[Page]:
    """Decide how each page is filled, but the last of a part, by so many half lines, in millimetres."""
    pages = [Page.of(page, half_line) for page in document.pages]
    share_out(pages)
    for before, page, next_ in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        if page.units and not any(page.taller):
            fill(page, next(iter(next_.units), None) if next_ else None, before)
    return pages


def feathered(document: Any, filled: list[Page]) -> Any:
    """Give the document with its pages filled so."""
    pages = [
        again(page) if plan.units and _moved(plan) else page
        for page, plan in zip(document.pages, filled, strict=True)
    ]
    return document.copy(pages)


def fill(page: Page, goes_on: Unit | None, before: Page | None = None) -> None:
    """Decide what is taller, and below what there is more, so that the last unit comes to the foot of the page if it can.

    `goes_on` is what the next page begins with; a list that ends above own words stands as on the page `before`.
    """
    units, left = page.units, page.left
    if left < 1:
        return
    own = next((at for at in reversed(range(len(units))) if units[at].is_own), None)
    if own is not None:
        _as_before(page, before)
        line, left = line_of(units[own]), page.left
        page.taller[own] = min(left, _more_own(page, units[own]) * RULE) // line * line
        if left - page.taller[own] > _SHORT + RULE and not any(page.more[at] for at in page.gaps):
            _spread(page)
    elif goes_on is not None and goes_on.tag in UNITS:
        _spread(page)
        if _white(page) > _WHITE:
            _spread_again(page)


def _white(page: Page) -> float:
    """Tell how many millimetres are white below a page."""
    return page.left * page.step / PIXELS


def _as_before(page: Page, before: Page | None) -> None:
    """Spread the rows of a list that goes on from the page before as there, if there is room: what is above own words would else stand closer."""
    if not before or page.units[0].tag != "tr":
        return
    rows = [at for at in before.gaps if before.units[at].tag == before.units[at + 1].tag == "tr"]
    is_of_list = rows and all(unit.tag == "tr" for unit in before.units[rows[-1] :])
    more = before.more[rows[-1]] if is_of_list else 0
    if more * len(page.gaps) <= page.left:
        for at in page.gaps:
            page.more[at] = more


def _more_own(page: Page, own: Unit) -> int:
    """Tell how many lines own words may have besides, which are fewer below items; a deck's own template may not tell."""
    shared = str(own.box.element.get("data-shared", ""))
    is_below = any(unit.tag == "tr" for unit in page.units)
    return int(shared) if is_below and shared.isdecimal() else own.more_lines


def _spread(page: Page) -> None:
    """Put half a line more above all headings, and between all rows of a kind, or none: where they are closest first, until one has no room.

    Rows have more only where headings have: they would be as far apart as those are from the rows above; and only where closer ones have.
    """
    kinds = dict[tuple[bool, float], list[int]]()
    places, has_room = page.placed(), True
    for at in page.gaps:
        white = round(places[at + 1] - places[at] - page.ends(at), 1)
        kinds.setdefault((page.units[at + 1].tag != "h3", white), []).append(at)
    for kind in sorted(kinds):
        has_room = has_room and len(kinds[kind]) <= page.left
        for at in kinds[kind] if has_room else ():
            page.more[at] = 1


def _spread_again(page: Page) -> None:
    """Put another half line between all that stands on a page, or nothing; above headings yet one where far too much is white."""
    heads = [at for at in page.gaps if page.units[at + 1].tag == "h3"]
    for at in page.gaps if len(page.gaps) <= page.left else ():
        page.more[at] += 1
    for at in heads if _white(page) > _FAR_TOO_WHITE else ():
        page.more[at] += 1


def spare_of(units: list[Unit], behind: Sequence[Unit] = ()) -> Iterator[tuple[float, int]]:
    """Yield which rows have lines to spare, behind how much is saved without: the shortest answers first, so that none has fewer than a shorter one; own words last of all.

    The last item has none if what stands `behind` begins with others of its rules.
    """
    items = (nth for nth, unit in enumerate(units) if unit.number)
    cut = max(items, default=-1) if behind and behind[0].has_more_rules else -1
    spare = ((unit.is_own, unit.letters, RULE * unit.spare, nth) for nth, unit in enumerate(units))
    yield from ((saved, nth) for _, _, saved, nth in sorted(spare) if saved and nth != cut)


def _may_be_neared(unit: Unit) -> bool:
    """Whether a heading may stand closer to a sentence: not if a blank, or a field, is in its last line, as the rule above one is no nearer to that than one rule to another."""
    if not unit.is_sentence:
        return False
    blanks = [each for each in boxes_in(unit.box) if not _BLANKS.isdisjoint(classes_of(each))]
    foot = max((float(each.position_y + each.margin_height()) for each in blanks), default=0.0)
    return unit.foot_of_words - foot > _ON_ONE_LINE * PIXELS


def closer_of(units: list[Unit]) -> Iterator[tuple[int, float]]:
    """Yield the heading of own words, whose first rule is farther down anyway, if it may stand closer to sentences, and by how much."""
    for nth, (above, unit, next_) in enumerate(zip(units, units[1:], units[2:], strict=False), 1):
        if unit.tag == "h3" and next_.is_own and _may_be_neared(above):
            yield nth, MARGIN + RISE


def nearer_of(units: list[Unit], over: float, step: float) -> list[int]:
    """Tell which rows are laid out half a line nearer to what is below them, so that a page that is too full by so much holds all; none where it would be too long.

    They are moved back, so that it is longer. A sentence has lines that are taller than what can be seen of them.
    """
    most = max(_LONGER * PIXELS / step, _LONGER_LARGE)
    if over > most + RISE * units[-1].is_sentence:
        return []
    rows = [
        nth
        for nth, (unit, next_) in enumerate(pairwise(units))
        if unit.padding > (MARGIN - HAIR) * step
        and not next_.clings
        and ended_before(units, nth + 1)
    ]
    count = ceil(over / MARGIN)
    return rows[:count] if count <= len(rows) else []


def _moved(page: Page) -> bool:
    """Move each unit to its place, and draw its rules; tell whether there was anything to do."""
    done = False
    for nth, (unit, place) in enumerate(zip(page.units, page.placed(), strict=True)):
        down = (place - page.at[nth]) * page.step
        if abs(down) > HAIR * page.step / 2:
            move(unit.box, down)
            done = True
        taller = page.taller[nth]
        if taller and unit.rules:
            rules = _drawn(unit.rules, taller // RULE, page.step)
            unit.rules.children = [*unit.rules.children, *rules]
        elif taller:
            unit.field.height += taller * page.step
        done = done or taller > 0
    return done


def _drawn(rules: Any, count: int, step: float) -> Iterator[Any]:
    """Yield so many more rules below the last."""
    for nth in range(1, count + 1):
        rule = rules.children[-1].copy()
        move(rule, nth * RULE * step)
        yield rule


def with_answers_apart(page: Any) -> Any:
    """Give a page of a key in one column that is set closer with what is left below between its answers, so far as they are apart else."""
    answers = [*_answers_in(page._page_box)]  # noqa: SLF001, it is nowhere else
    if len(answers) < 2:
        return page
    apart = min(float(each.margin_bottom) for each in answers[:-1]) / PIXELS
    more = max(min(below(page) / (len(answers) - 1), _APART - apart), 0.0)
    for before, answer in enumerate(answers):
        move(answer, before * more * PIXELS)
    return again(page)


def _answers_in(box: Any) -> Iterator[Any]:
    """Yield answers, and headings between them, from top to bottom."""
    for each in getattr(box, "children", ()):
        if each.element_tag == "h3" or "keyed" in classes_of(each):
            yield each
        else:
            yield from _answers_in(each)

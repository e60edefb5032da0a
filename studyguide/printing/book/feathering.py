"""Pages filled to the foot: what is left below is spread between what stands on a page.

Rows are not cut, so that a page ends where the next one does not fit. A compositor feathers such a page:
here by half lines, so that it stays on the grid, and by as many everywhere, so that it looks even. Where one
writes, there are more rules to write on instead: beside a tall question, and in one's own words at the end of
a section; a field to fill in is taller there. What comes before a part that opens on a page of its own is set
as close as it can be. Heights are told in half lines, from the top of the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from math import ceil, floor
from typing import Any

from studyguide.printing.book.units_on_page import (
    PIXELS,
    RISE,
    Extent,
    Unit,
    again,
    move,
    top_and_foot,
    units_of,
)

_UNITS = frozenset(("h3", "tr", "li"))
"""What may be moved down by itself."""

_WIDE, _WIDEST, _SHORT = 2, 3, 10
"""Half lines for which there are rules, if there can be; that are put before one of them; that may then be left."""

_MOST_RULES, _MOST_TO_DISCUSS = 2, 8
"""Rules that are put below one answer, one question for discussion, to fill a page; where there is one, one more."""

RULE = 3
"""Half lines from one rule to the next."""

_BETWEEN = 2
"""Half lines at least between what stands in a row and the next row."""

_HAIR = 0.2
"""Of a half line: what is no difference, as letters are a little taller or less tall than their line."""


@dataclass(slots=True)
class Page:
    """Units of a page: where each was laid out, in half lines, and the rules and half lines that are put below it."""

    units: list[Unit]
    extents: list[Extent]
    at: list[float]
    room: float
    step: float
    rules: list[int] = field(default_factory=list)
    more: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rules, self.more = [0] * len(self.units), [0] * len(self.units)

    @classmethod
    def of(cls, page: Any, half_line: float) -> "Page":
        """Measure a page that is laid out."""
        units, step, (top, foot) = [*units_of(page)], half_line * PIXELS, top_and_foot(page)
        at = [unit.start(top, step) for unit in units]
        reached = [unit.extent(top, step) for unit in units]
        return cls(units, reached, at, (foot - top) / step, step)

    def foot(self, nth: int) -> float:
        """Tell how far down words and rules of a unit reach, from its top."""
        words, ruled, _ = self.extents[nth]
        return max(words, ruled + RULE * self.rules[nth])

    @property
    def gaps(self) -> list[int]:
        """The units below which there may be more."""
        return [
            nth for nth, (one, two) in enumerate(pairwise(self.units)) if _may_be_apart(one, two)
        ]

    def placed(self) -> list[float]:
        """Tell where each unit comes to stand."""
        first = self.at[0] - (RISE if self.units[0].is_sentence else 0.0)
        places, gaps = [first], frozenset(self.gaps)
        for nth in range(len(self.units) - 1):
            laid = self.at[nth + 1] - self.at[nth]
            may_be_closer = nth in gaps or self.units[nth].is_summed_up
            down = self._closest(nth, laid) if may_be_closer else laid
            places.append(places[-1] + down + self.more[nth])
        return places

    def _closest(self, nth: int, laid: float) -> float:
        """Tell how far below a unit the next one may begin: no farther than it was laid out, but for more rules."""
        unit = self.units[nth]
        if unit.tag != "tr" and not unit.is_summed_up:
            return laid
        between = _BETWEEN if unit.tag == "tr" else 0
        words, ruled, drawn = self.extents[nth]
        boxes = ceil(drawn - _HAIR) + 1
        without = max(ceil(max(words, ruled) - _HAIR) + between, boxes)
        least = max(ceil(self.foot(nth) - _HAIR) + between, boxes)
        return max(min(without, floor(laid + _HAIR)), least if self.rules[nth] else 0)

    @property
    def left(self) -> int:
        """How many half lines are left below the last."""
        foot = max(self.foot(-1), self.extents[-1].boxes)
        return floor(self.room - self.placed()[-1] - foot + _HAIR)


def filled(document: Any, half_line: float) -> list[Page]:
    """Decide how each page is filled, but the last of a part, by so many half lines, in millimetres."""
    pages = [Page.of(page, half_line) for page in document.pages]
    for page, next_ in zip_longest(pages, pages[1:]):
        if page.units:
            fill(page, next(iter(next_.units), None) if next_ else None)
    return pages


def feathered(document: Any, filled: list[Page]) -> Any:
    """Give the document with its pages filled so."""
    pages = [
        again(page) if plan.units and _moved(plan) else page
        for page, plan in zip(document.pages, filled, strict=True)
    ]
    return document.copy(pages)


def fill(page: Page, goes_on: Unit | None) -> None:
    """Decide what is put below which unit, so that the last comes to the foot of the page if it can.

    `goes_on` is what the next page begins with.
    """
    units = page.units
    own = max((at for at, unit in enumerate(units) if unit.is_own), default=None)
    is_cut = goes_on is not None and goes_on.tag in _UNITS
    is_own_cut = goes_on is not None and goes_on.is_own
    _rule_beside(page, is_cut=is_cut and own is None)
    left = page.left
    if left < 1:
        return
    if own is not None and (own < len(units) - 1 or units[own].field or is_own_cut):
        page.more[own] = left // RULE * RULE
    elif units[-1].tag == "li" and (shares := _to_discuss(units, left)):
        page.more = shares
    elif is_cut or units[-1].tag == "li":
        _share(page, left)


def _rule_beside(page: Page, *, is_cut: bool) -> None:
    """Put rules beside tall questions; on a page that is cut, elsewhere, too, where gaps would be too wide."""
    nexts = [*page.units[1:], None]
    rows = [
        at
        for at, (unit, next_) in enumerate(zip(page.units, nexts, strict=True))
        if unit.tag == "tr" and unit.rules and not (next_ and next_.clings)
    ]
    left, gaps = page.left if is_cut else 0, len(page.gaps)
    most = {at: min(_MOST_RULES, len(page.units[at].rules.children)) for at in rows}
    while open_ := [at for at in rows if page.rules[at] < most[at]]:
        cost, _, at = min((_cost(page, at), page.rules[at], at) for at in open_)
        if cost > left or (cost > 1 and left < _WIDE * gaps):
            return
        page.rules[at] += 1
        left = page.left if is_cut else 0


def _cost(page: Page, at: int) -> int:
    """Tell by how many half lines another rule makes a row taller."""
    before = ceil(page.foot(at) - _HAIR)
    return max(ceil(page.extents[at].ruled + RULE * (page.rules[at] + 1) - _HAIR) - before, 0)


def _to_discuss(units: list[Unit], steps: int) -> list[int]:
    """Share half lines out to questions for discussion, as rules; nothing where there is room for none."""
    asked = [at for at, unit in enumerate(units) if unit.tag == "li" and (unit.rules or unit.field)]
    rules = min(steps // RULE, _MOST_TO_DISCUSS * len(asked))
    more = {at: (rules + len(asked) - 1 - nth) // len(asked) for nth, at in enumerate(asked)}
    return [more.get(at, 0) * RULE for at in range(len(units))] if rules else []


def _share(page: Page, steps: int) -> None:
    """Share half lines out among the gaps: as many each, not too many; the rest before headings, then one each.

    Of rows that are as far apart as each other all have one, or none. None where the foot would be far out of reach: a page that is stretched, and short all the same, looks wrong twice.
    """
    gaps = page.gaps
    if steps > _WIDEST * len(gaps) + _SHORT:
        return
    each = min(_WIDEST, steps // len(gaps)) if gaps else 0
    for at in gaps:
        page.more[at] = each
    steps -= each * len(gaps)
    headings = [at for at in gaps if page.units[at + 1].tag == "h3"]
    for at in headings * _WIDEST:
        if steps and page.more[at] < _WIDEST:
            page.more[at] += 1
            steps -= 1
    for run in _alike(page, [at for at in gaps if at not in headings]):
        if len(run) <= steps and each < _WIDEST:
            steps -= len(run)
            for at in run:
                page.more[at] += 1


def _alike(page: Page, gaps: list[int]) -> list[list[int]]:
    """Put gaps together below which the next unit is as far away: of several tables on a page, too."""
    places = page.placed()
    apart: dict[float, list[int]] = {}
    for at in gaps:
        apart.setdefault(round(places[at + 1] - places[at], 1), []).append(at)
    return [*apart.values()]


def _may_be_apart(one: Unit, two: Unit) -> bool:
    """Whether more may be put between two units: nothing parts a heading from its first row, or a picture."""
    return two.tag in _UNITS and one.tag not in ("h3", "h2") and not two.clings


def _moved(page: Page) -> bool:
    """Move each unit to its place, and draw its rules; tell whether there was anything to do."""
    done = False
    for nth, (unit, place) in enumerate(zip(page.units, page.placed(), strict=True)):
        down = (place - page.at[nth]) * page.step
        if abs(down) > _HAIR * page.step / 2:
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

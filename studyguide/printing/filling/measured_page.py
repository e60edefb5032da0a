"""A page that is laid out: where its units stand, in half lines from its top, what is put below them; what has room below its last."""

import re
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from math import ceil, floor
from operator import add
from typing import Any, NamedTuple

from studyguide.printing.filling.units_on_page import RISE, Extent, Unit, units_of
from studyguide.printing.press.boxes import PIXELS, boxes_in, classes_of, top_and_foot

UNITS = frozenset(("h3", "tr", "li"))
"""What may be moved down by itself."""

RULE = 3
"""Half lines from one rule to the next."""

_HIGHER = 1.5
"""Half lines from the baseline of a first line to where a rule stands below another."""

_RULE_OFF = 0.5
"""Half lines that a rule stands above the grid, which is beside a line of text."""

MARGIN = 1
"""Half lines above a heading that is not the first of its page, and below one."""

_TYPED = 2
"""Half lines from a line that is typed to the next."""

_BETWEEN = 2
"""Half lines at most between the lowest that can be seen of a row and the next one, where nothing is put there besides."""

HAIR = 0.2
"""Of a half line: what is no difference, as letters are a little taller or less tall than their line."""

_OPENING, _ENTRY = 50.0, 4 / 3
"""How tall the heading of an index and its note are, and an entry in one of three columns, at least."""

_BACK = re.compile(r"timeline-|discussion-|index$")
"""What names the places of such parts."""


@dataclass(slots=True)
class Page:
    """Units of a page: where each was laid out, by how much what is written in is taller, and what is put below it, in half lines.

    `gaps` are the units below which there may be more.
    """

    units: list[Unit]
    extents: list[Extent]
    at: list[float]
    room: float
    step: float
    taller: list[int] = field(default_factory=list)
    more: list[int] = field(default_factory=list)
    gaps: list[int] = field(init=False)
    _measured: tuple[list[int], list[float]] = field(init=False, default=([], []))

    def __post_init__(self) -> None:
        self.taller, self.more = [0] * len(self.units), [0] * len(self.units)
        units = enumerate(pairwise(self.units))
        self.gaps = [nth for nth, (one, two) in units if _may_be_apart(one, two)]

    @classmethod
    def of(cls, page: Any, half_line: float) -> "Page":
        """Measure a page that is laid out."""
        units, step, (top, foot) = [*units_of(page)], half_line * PIXELS, top_and_foot(page)
        at = [unit.start(top, step) for unit in units]
        reached = [unit.extent(top, step) for unit in units]
        return cls(units, reached, at, (foot - top) / step, step)

    def ends(self, nth: int) -> float:
        """Tell how far down the lowest that can be seen of a unit reaches, from its top."""
        words, ruled, boxes = self.extents[nth]
        return max(words, ruled + self.taller[nth], boxes)

    def placed(self) -> list[float]:
        """Tell where each unit comes to stand."""
        first = self.at[0] - (RISE if self.units[0].is_sentence else self._higher)
        return [*accumulate(map(add, self._downs, self.more), initial=first)]

    @property
    def _downs(self) -> list[float]:
        """How far below each unit the next one begins, without what is put between them: that hangs on what is taller alone."""
        if self._measured[0] != self.taller:
            gaps, each = frozenset(self.gaps), range(len(self.units) - 1)
            downs = [self._down(nth, may_move=nth in gaps) for nth in each]
            self._measured = ([*self.taller], downs)
        return self._measured[1]

    def _down(self, nth: int, *, may_move: bool) -> float:
        """Tell how far below a unit the next one begins: as far from what can be seen of it as its list is set, where it may move."""
        unit, laid = self.units[nth], self.at[nth + 1] - self.at[nth]
        if unit.is_nearer:
            laid += MARGIN  # it was laid out so, as the page would have been too full by a hair
        if may_move and unit.is_summed_up:
            return _grid(self.ends(nth)) + 1
        if may_move and unit.tag == "tr":
            off = self._off(nth)
            white = floor(laid + off + HAIR) - _grid(max(self.extents[nth]) + off)
            between = _BETWEEN + self._is_ruled_low(nth, off)
            return _grid(self.ends(nth) + off) + min(between, max(white, 0)) - off
        return laid + self.taller[nth]

    def _is_ruled_low(self, nth: int, off: float) -> bool:
        """Whether the last rule of a unit, which is its foot, stands lower than others from the grid, as below a picture: the next were nearer to it than elsewhere."""
        words, ruled, boxes = self.extents[nth]
        is_foot = ruled > max(words, boxes)
        return is_foot and _grid(ruled + off) - ruled - off < _RULE_OFF - HAIR

    @property
    def _higher(self) -> float:
        """How much higher than below others of their item rules stand that begin a page: as the first do beside a line of text."""
        return _HIGHER if self.units[0].begins_with_more_rules else 0.0

    def _off(self, nth: int) -> float:
        """Tell how far down from the grid a unit begins, as rules do that stand below others of their item."""
        first = nth
        while first and self.units[first].has_more_rules:
            first -= 1
        higher = 0.0 if first else self._higher
        return (self.at[nth] - self.at[first] - higher) % 1

    @property
    def left(self) -> int:
        """How many half lines are left below the last."""
        return floor(self.room - self.placed()[-1] - self.ends(-1) + HAIR)


class Laid(NamedTuple):
    """A page of HTML, as it is laid out, and how its pages are filled."""

    page: str
    body: Any
    filled: list[Page]


def _grid(place: float) -> int:
    """Tell which half line is there, or next."""
    return ceil(place - HAIR)


def _may_be_apart(one: Unit, two: Unit) -> bool:
    """Whether more may be put between two units: nothing parts a heading from its first row, a picture, or what is left of a row."""
    is_apart = two.tag in UNITS and one.tag not in ("h3", "h2") and not two.clings
    return is_apart and not are_one_row(one, two)


def are_one_row(one: Unit, two: Unit) -> bool:
    """Whether two units are parts of a row that is cut where a page ends."""
    return one.box.element is two.box.element


def line_of(unit: Unit) -> int:
    """Tell how many half lines it is from a rule of a unit to the next, or from a line that is typed in its field."""
    return RULE if unit.rules else _TYPED


def below(page: Any) -> float:
    """Tell how much of a page that is laid out is empty below the last that stands on it, in millimetres."""
    feet = [unit.foot for unit in units_of(page)]
    return (top_and_foot(page)[1] - max(feet)) / PIXELS if feet else 0.0


def has_room_for_index(page: Any, lines: int) -> bool:
    """Whether a page ends with timeline or discussion, and has room for an index of so many lines, as far as is known before it is set."""
    is_behind = any(name == "timeline-1" or name.startswith("discussion-") for name in page.anchors)
    return is_behind and below(page) >= _OPENING + _ENTRY * lines


def is_back_with_room(page: Any) -> bool:
    """Whether a page that is laid out ends with a part behind the sections, and has room for notes: more than a third of it, or half below a question for discussion, which has more rules else, unless an index stands below it."""
    is_back = any(_BACK.match(name) for name in page.anchors)
    is_asked = "index" not in page.anchors and any(
        name.startswith("discussion-") for name in page.anchors
    )
    top, foot = top_and_foot(page)
    return is_back and below(page) > (foot - top) / PIXELS / (2 if is_asked else 3)


def is_empty(page: Any) -> bool:
    """Whether nothing stands on a page that is laid out, or rules for notes alone."""
    boxes = [*boxes_in(page._page_box)]  # noqa: SLF001, it is nowhere else
    parts = {"notes" in classes_of(box) for box in boxes if box.element_tag == "section"}
    return parts == {True} or not any(getattr(box, "text", "") for box in boxes)

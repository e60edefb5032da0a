"""What stands on a page that is laid out, from top to bottom, and how it is moved there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from studyguide.printing.press.boxes import boxes_in, classes_of

_CONTAINERS = frozenset(("html", "body", "section", "table", "tbody", "ol"))
"""What units stand in."""

_BELONG = frozenset(("pictured", "more", "noted"))
"""Classes of rows that go on with the row before, or of rules for notes below it."""

_FIELD, _CELLS = "textarea", frozenset(("td", "th"))

RISE = 0.5
"""Half lines that the first line of a sentence with blanks begins above its text: it is as high as a rule."""


class Extent(NamedTuple):
    """How far words, rules and boxes of a unit reach down, from its start, in half lines."""

    words: float
    ruled: float
    boxes: float

    def less(self, saved: float, *, is_ruled: bool) -> "Extent":
        """Give it so much less tall, in its words, and in rules that stand below them."""
        return Extent(self.words - saved, self.ruled - saved * is_ruled, self.boxes)


@dataclass(frozen=True)
class Unit:
    """What is moved by itself; `rules` is the box of its writing rules, `words` what else can be seen, if there are.

    `is_sentence` tells whether its lines are as far apart as writing rules; `margin` is what is below the list that it stands in, in pixels.
    What its elements tell is looked up once; where it stands is not, as it is moved.
    """

    box: Any
    rules: Any
    is_sentence: bool
    margin: float = 0.0

    @cached_property
    def tag(self) -> str:
        """Its element."""
        return str(self.box.element_tag)

    @property
    def top(self) -> float:
        """Where it begins, with its margin."""
        return float(self.box.position_y)

    @property
    def field(self) -> Any:
        """The box of what is filled in on a screen instead of rules, if it has one; one that stands in a sentence is none."""
        fields = (each for each in boxes_in(self.box) if each.element_tag == _FIELD)
        return None if self.is_sentence else next(fields, None)

    @cached_property
    def is_written_in(self) -> bool:
        """Whether it has rules to write on, or a field."""
        return bool(self.rules or self.field)

    @property
    def height(self) -> float:
        """How tall it is, with its padding."""
        return float(self.box.margin_height())

    @property
    def padding(self) -> float:
        """How much of that is white below what stands in the cells of a row that is an item."""
        if not (self.number or self.has_more_rules):
            return 0.0
        feet = [cell.content_box_y() + cell.height for cell in self.box.children]
        if self.rules and self.rules.element_tag == "div":
            feet[-1] -= self.rules.padding_bottom
        return float(self.top + self.height - max(feet))

    @cached_property
    def number(self) -> str:
        """That of the item in a row."""
        named = self.box.element.iter() if self.tag == "tr" else ()
        names = (str(each.get("data-name") or each.get("id", "")) for each in named)
        return next((each.removeprefix("item-") for each in names if each.startswith("item-")), "")

    @cached_property
    def spare(self) -> int:
        """How many of its rules can be taken away; a deck's own template may not tell."""
        return min(_told(self, "data-spare"), len(self.rules.children) - 1) if self.rules else 0

    @cached_property
    def letters(self) -> int:
        """How many letters its answer has, where a rule can be taken away; a deck's own template may not tell."""
        return _told(self, "data-letters")

    @cached_property
    def section(self) -> str:
        """The number of the section that is summed up in it; a form, or a deck's own template, may not tell it."""
        told = str(self.box.element.get("data-section", ""))
        return told if told.isdecimal() else ""

    @cached_property
    def goes_on(self) -> bool:
        """Whether it has more of the item before, as rules or its second picture, which may stand overleaf."""
        return "more" in classes_of(self.box)

    @cached_property
    def has_more_rules(self) -> bool:
        """Whether it has more rules of the item before."""
        return self.goes_on and bool(self.rules)

    @cached_property
    def begins_with_more_rules(self) -> bool:
        """Whether these are the first that stands there, below no picture."""
        return self.has_more_rules and self.rules.element_tag == "td"

    @cached_property
    def is_own(self) -> bool:
        """Whether it is where the reader sums up a section."""
        return "own" in classes_of(self.box)

    @cached_property
    def more_lines(self) -> int:
        """How many lines it may have besides, where its page has room; a deck's own template may not tell."""
        return _told(self, "data-more")

    @cached_property
    def is_summed_up(self) -> bool:
        """Whether it ends with a summary, the lines of which are not those of the grid."""
        return self.tag == "header" or "summary" in classes_of(self.box)

    @cached_property
    def is_nearer(self) -> bool:
        """Whether it is laid out so to what is below it, to be moved back."""
        return "nearer" in classes_of(self.box)

    @cached_property
    def clings(self) -> bool:
        """Whether nothing is put between it and what stands above it."""
        return not _BELONG.isdisjoint(classes_of(self.box))

    @property
    def foot(self) -> float:
        """How far down the last that can be seen of it ends, without what is empty below."""
        return _foot(_leaves(self.box))

    @property
    def foot_of_boxes(self) -> float:
        """The same of what is drawn behind it, such as boxes below its number."""
        grounds = (getattr(each, "background", None) for each in self.box.children)
        layers = (layer for ground in grounds if ground for layer in ground.layers if layer.image)
        feet = (each.positioning_area[1] + each.position[1] + each.size[1] for each in layers)
        return float(max(feet, default=0.0))

    @property
    def foot_of_rules(self) -> float:
        """The same of its writing rules, or its field."""
        return _foot(iter(self.rules.children if self.rules else [self.field]))

    @property
    def foot_of_words(self) -> float:
        """The same of all else."""
        drawn = {id(each) for each in self.rules.children} if self.rules else {id(self.field)}
        leaves = (each for each in _leaves(self.box) if not _is_empty_cell(each))
        return _foot(each for each in leaves if id(each) not in drawn)

    def start(self, top: float, step: float) -> float:
        """Tell in steps from the top of a page where it begins, or its first line of text."""
        return (self.top - top) / step + RISE * self.is_sentence

    def extent(self, top: float, step: float) -> Extent:
        """Tell how far down it reaches."""
        start = self.start(top, step)
        ruled = self.foot_of_rules if self.is_written_in else 0.0
        feet = (self.foot_of_words, ruled, self.foot_of_boxes)
        words, rules, boxes = ((foot - top) / step - start for foot in feet)
        return Extent(words, max(rules, 0.0), max(boxes, 0.0))


def ended_before(units: Sequence[Unit], at: int) -> str:
    """Give the number of the item that ends above a unit; nothing amid its rules, or where its first are not there."""
    items = (unit.number for unit in reversed(units[:at]) if not unit.has_more_rules)
    return "" if units[at].has_more_rules else next(items, "")


def units_of(page: Any) -> Iterator[Unit]:
    """Yield what stands on a page from top to bottom, whatever it stands in."""
    yield from units_in(page._page_box.children[0])  # noqa: SLF001, it is nowhere else


def units_in(box: Any, *, is_sentence: bool = False, margin: float = 0.0) -> Iterator[Unit]:
    """Yield the same of a box."""
    for child in box.children:
        if child.element_tag in _CONTAINERS:
            is_one = is_sentence or "sentences" in classes_of(child)
            below = float(child.margin_bottom) or margin
            yield from units_in(child, is_sentence=is_one, margin=below)
        else:
            yield Unit(child, _rules_of(child), is_sentence, margin)


def _rules_of(box: Any) -> Any:
    drawn = (each for each in boxes_in(box) if each.children and "lines" in classes_of(each))
    return next((each for each in drawn if each.children[-1].element_tag == "div"), None)


def _told(unit: Unit, name: str) -> int:
    told = str(unit.box.element.get(name, ""))
    return int(told) if told.isdecimal() else 0


def _leaves(box: Any) -> Iterator[Any]:
    for each in boxes_in(box):
        if not getattr(each, "children", ()) or each.element_tag == _FIELD:
            yield each


def _is_empty_cell(leaf: Any) -> bool:
    """Whether what has nothing in it is a cell, as tall as its row, and not text in one, which has its tag."""
    return leaf.element_tag in _CELLS and not hasattr(leaf, "text")


def _foot(leaves: Iterator[Any]) -> float:
    return max((float(each.position_y + each.margin_height()) for each in leaves), default=0.0)

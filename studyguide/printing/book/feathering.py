"""Pages filled to the foot: what is left below is spread between what stands on a page.

Rows are not cut, so that a page ends where the next one does not fit. A compositor feathers such a page:
here by half lines, so that it stays on the grid, and by as many everywhere, so that it looks even. Where one
writes, there are more rules to write on instead: beside a tall question, and in one's own words at the end of
a section; a field to fill in is taller there. What comes before a part that opens on a page of its own stays as it is.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

_UNITS = frozenset(("h3", "tr", "li"))
"""What may be moved down by itself."""

_CONTAINERS = frozenset(("html", "body", "section", "table", "tbody", "ol"))
"""What units stand in."""

_FIELD = "textarea"

_WIDEST = 8.01
"""Millimetres that are put before one of them, to a hair; where one writes, more for a rule. What is left stays empty."""

_MOST_RULES, _MOST_TO_DISCUSS, _MOST_OWN = 2, 8, 12
"""Rules that are put below one answer, one question for discussion, one's own words, to fill a page."""

_RULE = 3
"""Half lines from one rule to the next."""

_BELOW = 2.4
"""Half lines that stay empty between the last rule of a row and the next row; it is 2.5 to a hair."""

PIXELS = 96 / 25.4
"""Of CSS, in a millimetre."""


class _Unit(NamedTuple):
    """What stands on a page; `rules` is the box of its writing rules, if it has one."""

    box: Any
    rules: Any

    @property
    def tag(self) -> str:
        return str(self.box.element_tag)

    @property
    def field(self) -> Any:
        """The box of what is filled in on a screen instead, if it has one."""
        fields = (each for each in self.box.descendants() if each.element_tag == _FIELD)
        return next(fields, None)

    @property
    def is_own(self) -> bool:
        """Whether it is where the reader sums up a section."""
        return "own" in _classes(self.box)


def feather(document: Any, half_line: float) -> Any:
    """Give the document, each page but the last of a part filled by so many half lines, in millimetres."""
    step = half_line * PIXELS
    pages = [*document.pages]
    nexts = [next(_units(page), None) for page in pages[1:]]
    for at, (page, goes_on) in enumerate(zip(pages, [*nexts, None], strict=True)):
        units = [*_units(page)]
        is_cut = goes_on is not None and goes_on.tag in _UNITS
        if any(
            [_filled(page, units, step, is_cut=is_cut), _ruled(page, units, step, is_cut=is_cut)]
        ):
            pages[at] = type(page)(page._page_box)  # noqa: SLF001, it knows where its links and places are
    return document.copy(pages)


def below(page: Any) -> float:
    """Tell how much of a page is empty below the last that stands on it, in millimetres."""
    units = [*_units(page)]
    return _left(page, units) / PIXELS if units else 0.0


def joined(document: Any, more: Any, *, on_last: bool) -> Any:
    """Put the pages of another document behind; or the first of them on the last page, below what is there."""
    pages, others = [*document.pages], [*more.pages]
    if on_last:
        body, other = (_body(page) for page in (pages[-1], others.pop(0)))
        body.children = [*body.children, *other.children]
        pages[-1] = type(pages[-1])(pages[-1]._page_box)  # noqa: SLF001, as above
    return document.copy([*pages, *others])


def _body(page: Any) -> Any:
    return page._page_box.children[0].children[0]  # noqa: SLF001, it is nowhere else


def _units(page: Any) -> Iterator[_Unit]:
    """Yield what stands on a page from top to bottom, whatever it stands in."""
    yield from _inside(page._page_box.children[0])  # noqa: SLF001, it is nowhere else


def _inside(box: Any) -> Iterator[_Unit]:
    for child in box.children:
        if child.element_tag in _CONTAINERS:
            yield from _inside(child)
        else:
            yield _Unit(child, _rules_of(child))


def _rules_of(box: Any) -> Any:
    for each in box.descendants():
        if "lines" in _classes(each) and each.children and each.children[-1].element_tag == "div":
            return each
    return None


def _classes(box: Any) -> list[str]:
    return [] if box.element is None else str(box.element.get("class", "")).split()


def _left(page: Any, units: list[_Unit]) -> float:
    box = page._page_box  # noqa: SLF001, it is nowhere else
    return float(box.content_box_y() + box.height - max(_foot(unit.box) for unit in units))


def _foot(box: Any) -> float:
    """Tell how far down the last of what can be seen of a box ends, without what is empty below."""
    leaves = (
        each
        for each in box.descendants()
        if not getattr(each, "children", ()) or each.element_tag == _FIELD
    )
    return max((float(each.position_y + each.margin_height()) for each in leaves), default=0.0)


def _filled(page: Any, units: list[_Unit], step: float, *, is_cut: bool) -> bool:
    """Move units down, so that the last comes to the foot of the page if it can; a part is cut if it goes on overleaf."""
    if not units or (steps := int((_left(page, units) + 0.01) / step)) < 1:
        return False
    own = next((at for at, unit in enumerate(units) if unit.is_own), None)
    if own is not None and (own < len(units) - 1 or units[own].field):
        most = steps if units[own].field else _MOST_OWN
        more = min(steps // _RULE, most) * _RULE
        return _apart(units, [more * (at == own) for at in range(len(units))], step)
    if not (is_cut or units[-1].tag == "li"):
        return False
    shares = _ruled_more(units, steps) if units[-1].tag == "li" else None
    return _apart(units, shares or _shares(units, steps, int(_WIDEST * PIXELS / step)), step)


def _ruled_more(units: list[_Unit], steps: int) -> list[int]:
    """Share half lines out to questions for discussion, as rules; nothing where there is room for none."""
    asked = [at for at, unit in enumerate(units) if unit.tag == "li" and (unit.rules or unit.field)]
    rules = min(steps // _RULE, _MOST_TO_DISCUSS * len(asked))
    more = {at: (rules + len(asked) - 1 - nth) // len(asked) for nth, at in enumerate(asked)}
    return [more.get(at, 0) * _RULE for at in range(len(units))] if rules else []


def _shares(units: list[_Unit], steps: int, widest: int) -> list[int]:
    """Share half lines out among the gaps below units: as many each, not too many, the rest before headings or to rules."""
    gaps = [at for at, (one, two) in enumerate(pairwise(units)) if _may_be_apart(one, two)]
    shares = [0] * len(units)
    for at in gaps:
        shares[at] = min(widest, steps // len(gaps))
    steps -= sum(shares)
    for at in gaps:
        if units[at + 1].tag == "h3":
            more = min(widest - shares[at], steps)
            shares[at], steps = shares[at] + more, steps - more
    for at in [each for each in gaps if units[each].rules] * _MOST_RULES:
        if steps >= _RULE:
            shares[at], steps = shares[at] + _RULE, steps - _RULE
    return shares


def _may_be_apart(one: _Unit, two: _Unit) -> bool:
    """Whether more may be put between two units: nothing parts a heading from its first row, or a picture."""
    return two.tag in _UNITS and one.tag not in ("h3", "h2") and "pictured" not in _classes(two.box)


def _apart(units: list[_Unit], shares: list[int], step: float) -> bool:
    """Move each unit down by the half lines that are below those before it; where one writes, put rules there."""
    down = 0
    for unit, share in zip(units, shares, strict=True):
        if down:
            move(unit.box, down * step)
        if unit.rules and unit.tag != "tr":
            _rule(unit.rules, share // _RULE, step)
        elif unit.field and unit.tag != "tr":
            unit.field.height += share * step
        down += share
    return any(shares)


def _ruled(page: Any, units: list[_Unit], step: float, *, is_cut: bool) -> bool:
    """Put rules wherever there is room beside a question and below its last rule."""
    box = page._page_box  # noqa: SLF001, it is nowhere else
    foot = box.content_box_y() + box.height + _BELOW * step
    tops = [*(unit.box.position_y for unit in units[1:]), foot][: len(units)]
    done = False
    for unit, top in zip(units, tops, strict=True):
        if unit.tag == "tr" and unit.rules:
            room = top - _BELOW * step - _foot(unit.rules)
            most = 0 if unit is units[-1] and not is_cut else _MOST_RULES
            limit = _foot(unit.box) + most * _RULE * step - _foot(unit.rules)
            done |= _rule(unit.rules, int((min(room, limit) + 0.01) / (_RULE * step)), step)
    return done


def _rule(rules: Any, count: int, step: float) -> bool:
    """Draw so many more rules below the last."""
    last, drawn = rules.children[-1], []
    for nth in range(1, count + 1):
        drawn.append(last.copy())
        move(drawn[-1], nth * _RULE * step)
    rules.children = [*rules.children, *drawn]
    return count > 0


def move(unit: Any, down: float) -> None:
    """Move a box and all in it; what is painted behind boxes has a place of its own."""
    unit.translate(dy=down)
    for box in unit.descendants():
        background = getattr(box, "background", None)
        if background is not None:
            layers = [_lower(layer, down) for layer in background.layers]
            box.background = background._replace(layers=layers)


def _lower(layer: Any, down: float) -> Any:
    x, y, width, height = layer.painting_area
    placed = layer._replace(
        painting_area=(x, y + down, width, height),
        clipped_boxes=[(left, top + down, *rest) for left, top, *rest in layer.clipped_boxes],
    )
    if layer.image is None:
        return placed
    x, y, width, height = layer.positioning_area
    return placed._replace(positioning_area=(x, y + down, width, height))

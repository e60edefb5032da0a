"""The order in which a shape or a text is painted: WeasyPrint lays the stroke over the fill, whatever `paint-order` says.

So a halo would hide its letters: what has another order is drawn several times, each time a part of it.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Final
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.tree import (
    MARKERS,
    SHAPES,
    SVG,
    Change,
    Placed,
    around,
    led_to,
    name_of,
    named,
    number,
    placed,
    placed_in,
    put_instead,
)

_USUAL: Final = ("fill", "stroke", "markers")
_UNPAINTED: Final = frozenset(("clipPath",))
_OPENED: Final = SHAPES | {"g", "text"}


def part(root: Element) -> bool:
    """Draw in several parts whatever is painted in another order; tell whether anything is."""
    if not any(each.get("paint-order") for each in root.iter()):
        return False
    _open(root)
    changes = list[Change]()
    for each in placed(root, _UNPAINTED):
        name = name_of(each.element)
        whole = _of_shape(each) if name in SHAPES else _of_text(each) if name == "text" else None
        if whole is not None and each.parent is not None:
            changes.append(Change(each.parent, each.element, whole))
    return put_instead(changes)


def _open(root: Element) -> None:
    """Draw where it is shown what inherits its order from there."""
    ids, changes = named(root), list[Change]()
    for each in placed(root, _UNPAINTED):
        if name_of(each.element) != "use" or each.parent is None or not _is_turned(each.values):
            continue
        shown = led_to(each.element, ids)
        if shown is None or name_of(shown) not in _OPENED:
            continue
        copy, whole = deepcopy(shown), Element(f"{SVG}g", each.element.attrib)
        x, y = (whole.attrib.pop(key, "0") for key in ("x", "y"))
        whole.set("transform", f"{whole.get('transform', '')} translate({x} {y})".strip())
        copy.tail = None
        copy.attrib.pop("id", None)
        whole.append(copy)
        changes.append(Change(each.parent, each.element, whole))
    put_instead(changes)


def _is_turned(values: dict[str, str]) -> bool:
    return _order(values.get("paint-order", ""))[0] != "fill"


def _order(told: str) -> tuple[str, ...]:
    words = [word for word in dict.fromkeys(told.split()) if word in _USUAL]
    return (*words, *(word for word in _USUAL if word not in words))


def _painted(values: dict[str, str]) -> list[str]:
    """List what is painted of something, in its order."""
    has = {
        "fill": values.get("fill", "") != "none",
        "stroke": values.get("stroke", "none") not in ("none", "")
        and number(values.get("stroke-width", "1")) != 0,
        "markers": any(values.get(key, "none") != "none" for key in ("marker", *MARKERS)),
    }
    return [step for step in _order(values.get("paint-order", "")) if has[step]]


def _of_shape(shape: Placed) -> Element | None:
    """Give a shape in parts; nothing where its order is the usual one."""
    steps = [*_together(_painted(shape.values))]
    if len(steps) < 2:
        return None
    whole = around(shape.element)
    for step in steps:
        piece = deepcopy(shape.element)
        piece.tail = None
        for paint in ("fill", "stroke"):
            if paint not in step:
                seen = "markers" in step  # whose paint may be that of the shape
                piece.set(*((f"{paint}-opacity", "0") if seen else (paint, "none")))
        if "markers" not in step:
            piece.attrib.update(dict.fromkeys(MARKERS, "none"))
        whole.append(piece)
    return whole


def _together(painted: list[str]) -> Iterator[list[str]]:
    """Yield what is painted at once, as its order is the usual one."""
    step = list[str]()
    for each in painted:
        if step and _USUAL.index(each) < _USUAL.index(step[-1]):
            yield step
            step = []
        step.append(each)
    yield step


def _of_text(text: Placed) -> Element | None:
    """Give the strokes of a text that lie below, and the text; nothing where none does."""
    values = [each.values for each in placed_in(text)]
    below = [_painted(has) == ["stroke", "fill"] for has in values]
    if not any(below):
        return None
    whole = around(text.element)
    strokes, letters = deepcopy(text.element), deepcopy(text.element)
    strokes.tail = letters.tail = None
    for has, is_below, stroke, letter in zip(
        values, below, strokes.iter(), letters.iter(), strict=True
    ):
        told = has.get("stroke", "none")
        stroke.attrib.update(fill="none", stroke=told if is_below else "none")
        letter.set("stroke", "none" if is_below else told)
    whole.extend((strokes, letters))
    return whole

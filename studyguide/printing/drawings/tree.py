"""The elements of a drawing: their names, and what they inherit."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

SVG: Final = "{http://www.w3.org/2000/svg}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
HREFS: Final = ("href", "{http://www.w3.org/1999/xlink}href")
SHAPES: Final = frozenset(("circle", "ellipse", "line", "path", "polygon", "polyline", "rect"))
MARKERS: Final = ("marker-start", "marker-mid", "marker-end")

_INHERITED: Final = frozenset(
    (
        "fill", "stroke", "stroke-width", "paint-order", "font-size", "white-space", SPACE,
        "text-transform", "text-anchor", "vector-effect", "marker", *MARKERS,
    )
)  # fmt: skip
_WHOLE: Final = ("id", "opacity", "filter")
"""What holds for all parts together."""

_NUMBER = re.compile(r"\s*([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)\s*(px)?\s*$")


_UNITS: Final = {"pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
USUAL_SIZE: Final = 16.0
"""Of letters of which nothing is told."""


class Placed(NamedTuple):
    """An element, that in which it stands, and all that it has or inherits."""

    element: Element
    parent: Element | None
    values: dict[str, str]


def name_of(element: Element) -> str:
    """Name an element of a drawing; nothing where it is none."""
    tag = element.tag
    return tag.removeprefix(SVG) if isinstance(tag, str) and tag.startswith(SVG) else ""


def placed(root: Element, besides: frozenset[str] = frozenset()) -> list[Placed]:
    """List all elements in their order, but for those in elements with these names."""
    return placed_in(Placed(root, None, dict(root.attrib)), besides)


def placed_in(root: Placed, besides: frozenset[str] = frozenset()) -> list[Placed]:
    """List an element of which that is known, and all in it."""
    found, waiting = list[Placed](), [root]
    while waiting:
        each = waiting.pop()
        found.append(each)
        waiting.extend(
            Placed(child, each.element, _inherited(each.values, child))
            for child in reversed(each.element)
            if name_of(child) not in besides
        )
    return found


def _inherited(values: dict[str, str], child: Element) -> dict[str, str]:
    """Give what an element has that stands in one with these values."""
    return {key: values[key] for key in _INHERITED & values.keys()} | child.attrib


class Change(NamedTuple):
    """What stands in an element, and what is to stand there instead."""

    parent: Element
    old: Element
    new: Element


def put_instead(changes: list[Change]) -> bool:
    """Put elements in others' places, before what is written behind those; tell whether there are any."""
    instead = {id(each.old): each.new for each in changes}
    for each in changes:
        each.new.tail, each.old.tail = each.old.tail, None
    for parent in {id(each.parent): each.parent for each in changes}.values():
        parent[:] = [instead.get(id(child), child) for child in parent]
    return bool(changes)


def around(element: Element) -> Element:
    """Give what holds the parts of an element together, and take from that what it has instead."""
    has = [key for key in _WHOLE if key in element.attrib]
    return Element(f"{SVG}g", {key: element.attrib.pop(key) for key in has})


def named(root: Element) -> dict[str, Element]:
    """Give elements by their ids, the first of each."""
    found = dict[str, Element]()
    for each in root.iter():
        if id := each.get("id"):
            found.setdefault(id, each)
    return found


def led_to(element: Element, ids: dict[str, Element]) -> Element | None:
    """Give what an element shows of another place in its drawing."""
    href = next((element.attrib[key] for key in HREFS if key in element.attrib), "")
    return ids.get(href[1:]) if href.startswith("#") else None


def number(told: str | None) -> float | None:
    """Read a plain number, or pixels; nothing where something else is said."""
    found = _NUMBER.match(told or "")
    return float(found[1]) if found else None


def length(told: str | None, size: float, usual: float = 0.0) -> float:
    """Read a length where letters have a size, which it may be a share of; the usual one where nothing is told."""
    if not told:
        return usual
    for unit, share in (*_UNITS.items(), ("em", size), ("%", size / 100)):
        if told.endswith(unit) and (value := number(told.removesuffix(unit))) is not None:
            return value * share
    value = number(told)
    return usual if value is None else value


def numbers(told: str | None) -> Iterator[float]:
    """Yield the numbers of a list, up to what is none."""
    for each in (told or "").replace(",", " ").split():
        value = number(each)
        if value is None:
            return
        yield value


def plain(value: float) -> str:
    """Write a number as drawings have it."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"

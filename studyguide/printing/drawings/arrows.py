"""Arrows on lines, and other markers: each is drawn at an end of its own that leads where the line does.

WeasyPrint knows that of straight paths only: those on others would point anywhere.
"""

from collections.abc import Iterator
from copy import deepcopy
from math import hypot
from typing import Final
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.curves import Point, Vertex, vertices
from studyguide.printing.drawings.tree import (
    MARKERS,
    SVG,
    Change,
    around,
    name_of,
    numbers,
    placed,
    plain,
    put_instead,
)

_ENDS: Final = {"polyline": "", "polygon": "Z"}
_OF_SHAPE: Final = ("d", "points", "id")
_MOST: Final = 1000
"""Points of a line that has a marker on each."""


def point(root: Element) -> bool:
    """Have arrows point where their lines lead to; tell whether there are any."""
    changes = list[Change]()
    for element, parent, values in placed(root):
        told = {key: values.get(key, values.get("marker", "none")) for key in MARKERS}
        if parent is None or all(each == "none" for each in told.values()):
            continue
        if not (path := _path(element)):
            continue
        marked = [*_marked(vertices(path)[:_MOST], told)]
        whole = around(element)
        line = deepcopy(element)
        line.tail = None
        line.attrib.update(dict.fromkeys(MARKERS, "none"))
        whole.append(line)
        whole.extend(_alone(element, *each) for each in marked)
        changes.append(Change(parent, element, whole))
    return put_instead(changes)


def _path(shape: Element) -> str:
    """Give the path of a line; nothing of what is a straight line, or no line."""
    name = name_of(shape)
    if name in _ENDS:
        points = " ".join(map(plain, numbers(shape.get("points"))))
        return f"M{points}{_ENDS[name]}"
    return shape.get("d", "") if name == "path" else ""


def _marked(points: list[Vertex], told: dict[str, str]) -> Iterator[tuple[str, str, Point, Point]]:
    """Yield each marker that is shown, whether it begins or ends a line, where that is, and where it leads to."""
    for number, each in enumerate(points):
        key = MARKERS[0 if number == 0 else 2 if number == len(points) - 1 else 1]
        if told[key] != "none":
            yield told[key], MARKERS[0 if number == 0 else 2], each.at, _ahead(each)


def _ahead(vertex: Vertex) -> Point:
    """Tell where a line leads at a point: midway between where it comes from and goes to."""
    ways = [
        Point((to.x - since.x) / length, (to.y - since.y) / length)
        for since, to in ((vertex.back, vertex.at), (vertex.at, vertex.ahead))
        if since is not None
        and to is not None
        and (length := hypot(to.x - since.x, to.y - since.y))
    ]
    x, y = sum(each.x for each in ways), sum(each.y for each in ways)
    length = hypot(x, y)
    return Point(x / length, y / length) if length else ways[0] if ways else Point(1, 0)


def _alone(shape: Element, marker: str, key: str, at: Point, way: Point) -> Element:
    """Draw a marker at an end of a line that is not seen."""
    attributes = {name: value for name, value in shape.attrib.items() if name not in _OF_SHAPE}
    piece = Element(f"{SVG}path", attributes | dict.fromkeys(("marker", *MARKERS), "none"))
    since, to = (at, at.plus(way)) if key == MARKERS[0] else (at.plus(way, -1), at)
    piece.set("d", f"M{plain(since.x)} {plain(since.y)}L{plain(to.x)} {plain(to.y)}")
    piece.attrib.update({key: marker, "stroke-opacity": "0", "fill-opacity": "0"})
    return piece

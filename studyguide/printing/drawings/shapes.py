"""Lines of a drawing: those that stay as wide however large it is drawn, and dashes told as shares of a whole."""

import re
from itertools import pairwise
from math import hypot, pi, sqrt
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.curves import vertices
from studyguide.printing.drawings.tree import (
    SHAPES,
    name_of,
    number,
    numbers,
    placed,
    plain,
)

_TRANSFORM = re.compile(r"(scale|matrix)\(([^()]*)\)")


def measure(root: Element) -> bool:
    """Say of all lines how wide they are, and how long their dashes; tell whether one was told otherwise."""
    changed, scales = False, dict[int, float]()
    for element, parent, values in placed(root):
        scale = scales[id(parent)] if parent is not None else 1.0
        changed |= _turned(element, root)
        scales[id(element)] = scale = scale * _scale(element.get("transform", ""))
        if name_of(element) in SHAPES:
            changed |= _kept_thin(element, values, scale)
            changed |= _dashed(element)
    return changed


def _scale(transform: str) -> float:
    """Tell by how much an element is drawn larger."""
    scale = 1.0
    for name, told in _TRANSFORM.findall(transform):
        found = [*numbers(told)]
        if name == "scale" and found:
            scale *= sqrt(abs(found[0] * found[-1]))
        elif len(found) == 6:
            a, b, c, d, *_ = found
            scale *= sqrt(abs(a * d - b * c))
    return scale


def _kept_thin(shape: Element, values: dict[str, str], scale: float) -> bool:
    """Have a line as wide as it says, however much larger it is drawn within its drawing."""
    wide = number(values.get("stroke-width", "1"))
    told = values.get("vector-effect", "")
    if told != "non-scaling-stroke" or wide is None or scale in (0, 1):
        return False
    shape.set("stroke-width", plain(wide / scale))
    dashes = [*numbers(shape.get("stroke-dasharray"))]
    if dashes:
        shape.set("stroke-dasharray", " ".join(plain(each / scale) for each in dashes))
    return True


def _dashed(shape: Element) -> bool:
    """Tell dashes in units of the drawing."""
    whole, length = number(shape.attrib.pop("pathLength", None)), length_of(shape)
    if not whole or not length:
        return False
    for key in ("stroke-dasharray", "stroke-dashoffset"):
        if found := [*numbers(shape.get(key))]:
            shape.set(key, " ".join(plain(each * length / whole) for each in found))
    return True


def length_of(shape: Element) -> float:
    """Tell how long the line of a shape is; 0 where that would have to be measured."""
    match name_of(shape):
        case "circle":
            return 2 * pi * (number(shape.get("r")) or 0)
        case "line":
            x1, y1, x2, y2 = (number(shape.get(key, "0")) or 0 for key in ("x1", "y1", "x2", "y2"))
            return hypot(x2 - x1, y2 - y1)
        case "rect" if "rx" not in shape.attrib and "ry" not in shape.attrib:
            return 2 * sum(number(shape.get(key)) or 0 for key in ("width", "height"))
        case "polyline" | "polygon" as name:
            flat = [*numbers(shape.get("points"))]
            points = [*zip(flat[::2], flat[1::2], strict=False)]
            points += points[:1] if name == "polygon" else []
            return sum(hypot(c - a, d - b) for (a, b), (c, d) in pairwise(points))
    return 0.0


def _turned(element: Element, root: Element) -> bool:
    """Tell in numbers about which point an element is turned."""
    told = element.get("transform-origin", "").replace("left", "0%").replace("right", "100%")
    told = told.replace("top", "0%").replace("bottom", "100%").replace("center", "50%")
    is_own = element.attrib.pop("transform-box", "") in ("fill-box", "stroke-box", "content-box")
    if not (is_own or "%" in told):
        return False
    places = [*(told or "0% 0%").split(), "50%"][:2]
    around = extent_of(element) if is_own else [*numbers(root.get("viewBox"))]
    if len(around) != 4:
        element.attrib.pop("transform-origin", None)
        return True
    (x, y), (wide, tall) = around[:2] if is_own else (0.0, 0.0), around[2:]
    found = (
        start + (number(each.rstrip("%")) or 0) * (size / 100 if each.endswith("%") else 1)
        for each, start, size in zip(places, (x, y), (wide, tall), strict=True)
    )
    element.set("transform-origin", " ".join(map(plain, found)))
    return True


def extent_of(shape: Element) -> list[float]:
    """Tell where a shape begins, and how wide and tall it is; nothing where that would have to be measured."""
    has = {key: number(value) or 0.0 for key, value in shape.attrib.items()}
    match name_of(shape):
        case "rect" | "image":
            return [has.get(key, 0) for key in ("x", "y", "width", "height")]
        case "circle" | "ellipse":
            wide, tall = (has.get(key, has.get("r", 0)) for key in ("rx", "ry"))
            return [has.get("cx", 0) - wide, has.get("cy", 0) - tall, 2 * wide, 2 * tall]
        case "line":
            points = [(has.get("x1", 0), has.get("y1", 0)), (has.get("x2", 0), has.get("y2", 0))]
        case "polyline" | "polygon":
            flat = [*numbers(shape.get("points"))]
            points = [*zip(flat[::2], flat[1::2], strict=False)]
        case "path":
            points = [each.at for each in vertices(shape.get("d", ""))]
        case _:
            return []
    xs, ys = zip(*points, strict=True) if points else ((0.0,), (0.0,))
    return [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)]

"""Gradients with all that is theirs: WeasyPrint gives away the colours of another but once, and turns few of them rightly."""

import re
from copy import deepcopy
from math import cos, hypot, isclose, radians, sin, sqrt, tan
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.tree import (
    HREFS,
    SVG,
    led_to,
    name_of,
    named,
    number,
    numbers,
    plain,
)

_LENDING: Final = ("linearGradient", "radialGradient", "pattern")
_DEEPEST: Final = 9
"""Gradients that take from others."""

_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")


class _Matrix(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def after(self, first: "_Matrix") -> "_Matrix":
        """Give what does the other first."""
        return _Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            self.a * first.e + self.c * first.f + self.e,
            self.b * first.e + self.d * first.f + self.f,
        )

    def moved(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def area(self) -> float:
        return self.a * self.d - self.b * self.c


_SAME: Final = _Matrix(1, 0, 0, 1, 0, 0)


def complete(root: Element) -> bool:
    """Have each gradient say all by itself; tell whether one did not."""
    ids = named(root)
    paints = [each for name in _LENDING for each in root.iter(f"{SVG}{name}")]
    filled = [_filled(each, ids) for each in paints]
    turned = [_turned(each) for each in paints]
    return any((*filled, *turned, *[_measured(each) for each in paints]))


def _filled(paint: Element, ids: dict[str, Element]) -> bool:
    """Give a gradient or a pattern what it has of another."""
    changed = False
    for _ in range(_DEEPEST):
        other = led_to(paint, ids)
        for key in HREFS:
            paint.attrib.pop(key, None)
        if other is None or other is paint:
            break
        has_colours = any(name_of(each) not in ("", "title", "desc") for each in paint)
        paint.extend(() if has_colours else map(deepcopy, other))
        paint.attrib.update({k: v for k, v in other.attrib.items() if k not in paint.attrib})
        changed = True
    return changed


def _measured(gradient: Element) -> bool:
    """Say how wide a circle is in what it fills: WeasyPrint takes a share of its diagonal."""
    is_whole = gradient.get("gradientUnits") == "userSpaceOnUse"
    if name_of(gradient) != "radialGradient" or is_whole:
        return False
    told = gradient.get("r", "50%")
    if not told.endswith("%") or (radius := _place(told)) is None:
        return False
    gradient.set("r", plain(radius))
    return True


def _turned(gradient: Element) -> bool:
    """Say where a gradient lies that is turned or stretched, if that can be said without it."""
    matrix = _matrix(gradient.get("gradientTransform", ""))
    if matrix in (None, _SAME) or not matrix.area:
        return False
    laid = _laid_line if name_of(gradient) == "linearGradient" else _laid_circle
    if not laid(gradient, matrix):
        return False
    del gradient.attrib["gradientTransform"]
    return True


def _laid_line(gradient: Element, matrix: _Matrix) -> bool:
    told = [
        _place(gradient.get(k, usual))
        for k, usual in zip(("x1", "y1", "x2", "y2"), "0010", strict=True)
    ]
    if None in told:
        return False
    x1, y1, x2, y2 = (each or 0.0 for each in told)
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    if not length:
        return False
    # lines of one colour stay so: what is across them is not what was, but where they are stretched
    u, v = (x2 - x1) / length, (y2 - y1) / length
    across = (
        (matrix.d * u - matrix.b * v) / matrix.area,
        (matrix.a * v - matrix.c * u) / matrix.area,
    )
    steep = across[0] ** 2 + across[1] ** 2
    x, y = matrix.moved(x1, y1)
    places = {"x1": x, "y1": y, "x2": x + across[0] / steep, "y2": y + across[1] / steep}
    gradient.attrib.update({key: plain(value) for key, value in places.items()})
    return True


def _laid_circle(gradient: Element, matrix: _Matrix) -> bool:
    """Move a circle that stays one."""
    x, y, r = (_place(gradient.get(key, "50%")) for key in ("cx", "cy", "r"))
    size = sqrt(abs(matrix.area))
    is_round = all(isclose(hypot(*each), size, rel_tol=0.01) for each in (matrix[:2], matrix[2:4]))
    if x is None or y is None or r is None or not is_round:
        return False
    focus = [_place(gradient.get(key, "")) for key in ("fx", "fy")]
    fx, fy = (x if focus[0] is None else focus[0], y if focus[1] is None else focus[1])
    places = zip(
        ("cx", "cy", "fx", "fy"), (*matrix.moved(x, y), *matrix.moved(fx, fy)), strict=True
    )
    gradient.attrib.update({key: plain(value) for key, value in places})
    gradient.set("r", plain(r * size))
    return True


def _place(told: str) -> float | None:
    if told.endswith("%"):
        share = number(told[:-1])
        return None if share is None else share / 100
    return number(told)


def _matrix(told: str) -> _Matrix | None:
    """Read what a gradient is moved and turned by; nothing where it cannot be read."""
    matrix = _SAME
    for name, inside in _TRANSFORM.findall(told):
        found = [*numbers(inside)]
        if not found:
            return None
        matrix = matrix.after(_step(name, found))
    return matrix


def _step(name: str, found: list[float]) -> _Matrix:
    first, second = found[0], found[1] if len(found) > 1 else 0.0
    if name == "matrix" and len(found) == 6:
        return _Matrix(*found)
    if name == "translate":
        return _Matrix(1, 0, 0, 1, first, second)
    if name == "scale":
        return _Matrix(first, 0, 0, second if len(found) > 1 else first, 0, 0)
    turn = radians(first)
    if name == "rotate":
        turned = _Matrix(cos(turn), sin(turn), -sin(turn), cos(turn), 0, 0)
        x, y = found[1:3] if len(found) == 3 else (0.0, 0.0)
        there, back = _Matrix(1, 0, 0, 1, x, y), _Matrix(1, 0, 0, 1, -x, -y)
        return there.after(turned.after(back))
    return (
        _Matrix(1, 0, tan(turn), 1, 0, 0) if name == "skewX" else _Matrix(1, tan(turn), 0, 1, 0, 0)
    )

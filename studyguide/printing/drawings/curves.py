"""Paths of a drawing: their points, and where they lead there."""

import re
from collections.abc import Callable, Iterator
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan
from typing import Final, NamedTuple

_PART = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_N: Final = _NUMBER.pattern
_OF_ARC = re.compile(
    rf"({_N})[\s,]*({_N})[\s,]*({_N})[\s,]+([01])[\s,]*([01])[\s,]*({_N})[\s,]*({_N})"
)
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class Point(NamedTuple):
    """A place in a drawing, or a way there."""

    x: float
    y: float

    def towards(self, other: "Point", share: float) -> "Point":
        """Give the point so far on the way to another."""
        return Point(self.x + share * (other.x - self.x), self.y + share * (other.y - self.y))

    def plus(self, way: "Point", times: float = 1) -> "Point":
        """Give the point so far away."""
        return Point(self.x + times * way.x, self.y + times * way.y)


class Vertex(NamedTuple):
    """A point of a path, and the points which it comes from and goes to, if it does."""

    at: Point
    back: Point | None
    ahead: Point | None


def vertices(path: str) -> list[Vertex]:
    """List the points of a path; none where it cannot be read."""
    try:
        return _vertices([*_segments(path)])
    except (ValueError, ZeroDivisionError):
        return []


def _vertices(segments: list[tuple[str, list[Point]]]) -> list[Vertex]:
    found, first = list[Vertex](), 0
    for kind, points in segments:
        if kind == "M":
            first = len(found)
            found.append(Vertex(points[0], None, None))
            continue
        here, end = found[-1].at, found[first].at if kind == "Z" else points[-1]
        way = [here, *points[:-1], end]
        ahead = next((each for each in way if each != here), None)
        back = next((each for each in reversed(way) if each != end), None)
        found[-1] = found[-1]._replace(ahead=ahead)
        found.append(Vertex(end, back, None))
        if kind == "Z" and back is not None:
            found[first] = found[first]._replace(back=back)
            found[-1] = found[-1]._replace(ahead=found[first].ahead)
    return found


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers, as often as it has them."""
    for letter, told in _PART.findall(path):
        takes = _TAKES[letter.upper()]
        if letter in "Aa":
            found = [float(each) for arc in _OF_ARC.findall(told) for each in arc]
        else:
            found = [float(each) for each in _NUMBER.findall(told)]
        if not takes:
            yield letter, []
        for at in range(0, len(found) - takes + 1, takes or 1) if takes else ():
            again = {"M": "L", "m": "l"}.get(letter, letter) if at else letter
            yield again, found[at : at + takes]


def _segments(path: str) -> Iterator[tuple[str, list[Point]]]:
    """Yield the parts of a path: moves, lines, cubic curves, ends."""
    here = start = bend = Point(0, 0)
    before = ""
    for letter, told in _commands(path):
        kind = letter.upper()
        if kind == "Z":
            here, before = start, kind
            yield kind, []
            continue
        points = [*_points(kind, told, here if letter.islower() else Point(0, 0), here)]
        end = points[-1]
        if kind == "A":
            yield from (("C", each) for each in _arc(here, told, end))
        elif kind in "QT":
            bend = (
                points[0]
                if kind == "Q"
                else _beyond(here, bend if before and before in "QT" else here)
            )
            yield "C", [here.towards(bend, 2 / 3), end.towards(bend, 2 / 3), end]
        elif kind in "CS":
            first = (
                points[0]
                if kind == "C"
                else _beyond(here, bend if before and before in "CS" else here)
            )
            bend = points[-2]
            yield "C", [first, bend, end]
        else:
            yield "M" if kind == "M" else "L", points
        start = end if kind == "M" else start
        here, before = end, kind


def _beyond(here: Point, bend: Point) -> Point:
    """Mirror a point, as a curve goes on smoothly."""
    return Point(2 * here.x - bend.x, 2 * here.y - bend.y)


def _points(kind: str, told: list[float], origin: Point, here: Point) -> Iterator[Point]:
    if kind == "H":
        yield Point(told[0] + origin.x, here.y)
    elif kind == "V":
        yield Point(here.x, told[0] + origin.y)
    else:
        flat = told[-2:] if kind == "A" else told
        for x, y in zip(flat[::2], flat[1::2], strict=True):
            yield Point(x + origin.x, y + origin.y)


def _arc(here: Point, told: list[float], end: Point) -> Iterator[list[Point]]:
    """Yield the curves of an arc, each of a quarter at most, as SVG tells where its middle is."""
    rx, ry, turned = abs(told[0]), abs(told[1]), radians(told[2])
    is_large, is_swept = bool(told[3]), bool(told[4])
    if not rx or not ry or here == end:
        yield [here, end, end]
        return
    c, s = cos(turned), sin(turned)
    dx, dy = (here.x - end.x) / 2, (here.y - end.y) / 2
    x, y = c * dx + s * dy, c * dy - s * dx
    more = max(1.0, hypot(x / rx, y / ry))
    rx, ry = rx * more, ry * more
    apart = (x / rx) ** 2 + (y / ry) ** 2
    far = sqrt(max(0.0, 1 / apart - 1)) * (1 if is_large != is_swept else -1)
    mx, my = far * rx * y / ry, -far * ry * x / rx
    first = _angle((x - mx) / rx, (y - my) / ry)
    whole = _angle((-x - mx) / rx, (-y - my) / ry) - first
    whole += 2 * pi if is_swept and whole < 0 else -2 * pi if not is_swept and whole > 0 else 0

    def at(u: float, v: float) -> Point:
        """Give the place of what is `u, v` on a circle."""
        left, down = rx * u + mx, ry * v + my
        middle = here.towards(end, 1 / 2)
        return Point(c * left - s * down + middle.x, s * left + c * down + middle.y)

    yield from _turns(first, whole, at)


def _turns(
    first: float, whole: float, at: Callable[[float, float], Point]
) -> Iterator[list[Point]]:
    count = max(1, ceil(abs(whole) / (pi / 2) - 1e-9))
    step = whole / count
    pull = 4 / 3 * tan(step / 4)
    for number in range(count):
        one, other = first + number * step, first + (number + 1) * step
        yield [
            at(cos(one) - pull * sin(one), sin(one) + pull * cos(one)),
            at(cos(other) + pull * sin(other), sin(other) - pull * cos(other)),
            at(cos(other), sin(other)),
        ]


def _angle(u: float, v: float) -> float:
    return copysign(acos(max(-1.0, min(1.0, u / hypot(u, v)))), v)

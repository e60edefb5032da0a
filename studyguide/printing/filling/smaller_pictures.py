"""Pictures of items that may be set smaller, where their page then has room for what else would go overleaf."""

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from studyguide.printing.filling.units_on_page import Unit
from studyguide.printing.press.boxes import PIXELS, boxes_in, classes_of

_LESS, _FAR_LESS, _USUAL = 0.2, 0.4, 48.0
"""Of its height, that a picture is less tall at most, or where its letters are known, or it is as tall still as in usual print, in millimetres, or taller."""

_LEAST = 20.0
"""Millimetres of a picture that stays as it is: it is small already."""

_SURE = 0.1
"""Millimetres by which it is smaller than need be, so that the page is not too full by a hair."""


class Pictures(NamedTuple):
    """The pictures of a row that may be less tall, by their names: how tall they are, and by how much less they may be; by how much the row may.

    `is_above` tells that its rules stand below them. All are in pixels.
    """

    tall: Mapping[str, float] = {}
    less: Mapping[str, float] = {}
    spare: float = 0.0
    is_above: bool = False

    def smaller(self, by: float) -> Iterator[tuple[str, float]]:
        """Yield how tall each is, in millimetres, if together they are to be so much less tall."""
        whole = sum(self.less.values())
        for name, less in self.less.items():
            yield name, round((self.tall[name] - by * less / whole) / PIXELS - _SURE, 1)


def pictures_of(unit: Unit) -> Pictures:
    """Find the pictures in the tallest cell of a row, if it is they that make it tall; a deck's own template may not name them."""
    if unit.tag != "tr" or not unit.box.children:
        return Pictures()
    feet = [float(cell.content_box_y() + cell.height) for cell in unit.box.children]
    foot = max(feet)
    inside = [*boxes_in(unit.box.children[feet.index(foot)])]
    named = {name: box for box in inside if (name := name_of(box))}
    less = {name: each for name, box in named.items() if (each := less_of(box)) > 0}
    feet.remove(foot)
    spare = min(sum(less.values()), foot - max(feet, default=unit.top))
    is_above = any(box is unit.rules for box in inside)
    tall = {name: float(named[name].height) for name in less}
    return Pictures(tall, less, spare, is_above) if spare > 0 else Pictures()


def name_of(box: Any) -> str:
    """Tell the name of a picture, or of the box of one that lies on its side."""
    is_drawn = box.element_tag == "img" or "on-side" in classes_of(box)
    return str(box.element.get("data-picture", "")) if is_drawn else ""


def less_of(box: Any, tall: float = 0.0) -> float:
    """Tell by how much a picture, which may have been taller, may be less tall, in pixels: no less than its letters need."""
    tall, told = tall or float(box.height), box.element.get("data-least", "0")
    if tall <= _LEAST * PIXELS:
        return 0.0
    letters = float(told) * PIXELS
    far = tall if letters else tall - _USUAL * PIXELS
    less = max(_LESS * tall, min(_FAR_LESS * tall, far))
    return min(less, tall - letters - _SURE * PIXELS)


def share_of(pictures: Sequence[Pictures], over: float) -> float:
    """Tell what share of their spare is taken where a page is too full by so many pixels; over 1 they have too little."""
    whole = sum(each.spare for each in pictures)
    return over / whole if whole else inf if over else 0.0


def smallness_of(pictures: Sequence[Pictures], over: float) -> float:
    """Tell how much smaller they look then: 1 where they are by a fifth."""
    tall = sum(sum(each.tall.values()) for each in pictures)
    return (over / (_LESS * tall)) ** 2 if tall else 0.0

"""Answers of a key as they are laid out: how tall each is without its picture, and how tall that is, or may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from studyguide.printing.filling.smaller_pictures import less_of, name_of
from studyguide.printing.press.boxes import PIXELS, classes_of

MOVABLE = "movable"
"""The class of an answer the picture of which may stand elsewhere, and of that there, as `key.html` tells."""

PLATE = "plate"
"""The class of a picture there."""

LINE = 8.0
"""Millimetres of the line that tells on which page a picture is."""


class Picture(NamedTuple):
    """The picture of an answer: its name, how tall it is, what is empty around it, and by how much less tall it may be, in millimetres."""

    name: str = ""
    tall: float = 0.0
    around: float = 0.0
    less: float = 0.0


_NONE: Final = Picture()


@dataclass(slots=True)
class Answer:
    """An answer, or a heading, which has no number: how tall its text is, and its picture, in millimetres, with what is below them."""

    number: str
    classes: frozenset[str]
    tall: float = 0.0
    shown: Picture = _NONE
    is_apart: bool = False

    @property
    def picture(self) -> float:
        """Tell how tall its picture is, with what is around that."""
        return self.shown.tall + self.shown.around

    @property
    def told(self) -> float:
        """Tell how tall it is without its picture, where that is told of."""
        return self.tall + (LINE if self.picture and not self.is_apart else 0.0)


def answers_in(units: Iterable[Any], whole: Mapping[str, float]) -> list[Answer]:
    """Measure headings and answers, whose pictures may stand elsewhere already, or be smaller than the `whole` ones."""
    found, pictures = dict[int, Answer](), dict[str, Picture]()
    for unit in units:
        number = number_of(unit)
        drawn = [each for each in unit.children if _is_picture(each)]
        picture = sum(float(each.margin_height()) for each in drawn) / PIXELS
        if picture and MOVABLE in classes_of(unit):
            pictures[number] = _picture(drawn[0], whole, picture)
        if PLATE not in classes_of(unit):
            answer = Answer(number, frozenset(classes_of(unit)), is_apart=True)
            answer = found.setdefault(id(unit.element), answer)
            answer.tall += _told_in(unit) / PIXELS
            answer.is_apart = answer.is_apart and not picture
    for answer in found.values():
        answer.shown = pictures.get(answer.number, _NONE)
    return [*found.values()]


def _picture(box: Any, whole: Mapping[str, float], taken: float) -> Picture:
    """Measure a picture that takes so much, as tall as it was before it was smaller."""
    name, own = name_of(box), float(box.height) / PIXELS
    tall = whole.get(name, own)
    less = less_of(box, tall * PIXELS) / PIXELS if name else 0.0
    return Picture(name, tall, taken - own, max(less, 0.0))


def _is_picture(box: Any) -> bool:
    return box.element_tag == "img" or "on-side" in classes_of(box)


def _told_in(unit: Any) -> float:
    """Tell how tall an answer is without its picture, before which it may have been cut."""
    words = [each for each in unit.children if not _is_picture(each)]
    around = unit.margin_top + unit.padding_top + unit.border_top_width + unit.padding_bottom
    return float(sum(each.margin_height() for each in words) + around + unit.margin_bottom)


def number_of(unit: Any) -> str:
    """Tell the number of the answer in a box, or of which a picture is there; nothing of a heading."""
    return str(unit.element.get("data-of", "")).removeprefix("key-")

"""Pictures of the key that have no room below their answers: those behind move up, as around figures of a book, and the picture stands behind them, under its number."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from studyguide.printing.book.columns import columns_of
from studyguide.printing.filling.measured_page import below
from studyguide.printing.press.boxes import PIXELS, classes_of, top_and_foot

Overleaf = Mapping[str, str]
"""The answers whose pictures stand elsewhere, by their numbers: behind which answer."""

MOVABLE = "movable"
"""The class of an answer the picture of which may stand elsewhere, and of that there, as `key.html` tells."""

_PLATE = "plate"
"""The class of a picture there."""

_Laid = TypeVar("_Laid")

_WHITE, _SURE = 30.0, (1.0, 7.0, 18.0)
"""Millimetres that are empty below a page of the key before others move up; that are left free of it, as heights are known but about, at first and then, as long as others are empty."""

_LINE = 8.0
"""Millimetres of the line that tells on which page a picture is."""

_TOGETHER = frozenset(("tall", "many", "high", "last"))
"""Answers below a heading that need none of the next with them, as in `guide.css`."""


def with_pictures_overleaf(
    laid: _Laid,
    known: Overleaf,
    lay_out: Callable[[Overleaf], _Laid],
    key_in: Callable[[_Laid], Sequence[Any]],
) -> _Laid:
    """Lay out a key anew so that its pages are filled before pictures: `lay_out` places these, as some are `known` to be, `key_in` gives its pages."""
    last = laid
    for sure in _SURE:
        key = key_in(last)
        if all(below(page) <= _WHITE for page in key[:-1]):
            break
        placed = _placed(key, sure)
        if placed == known:
            continue
        last, known = lay_out(placed), placed
        if needless := _beside(key_in(last)):  # there is room after all
            known = {each: behind for each, behind in placed.items() if each not in needless}
            last = lay_out(known)
        if _against(key_in(last)) < _against(key_in(laid)):
            laid = last
    return laid


def _beside(key: Sequence[Any]) -> set[str]:
    """Name the answers on whose own page their pictures stand, behind others."""
    found = set[str]()
    for page in key:
        units = [*_units(page)]
        moved = {_number(each) for each in units if _PLATE in classes_of(each)}
        found |= moved & {_number(each) for each in units if _PLATE not in classes_of(each)}
    return found


def _against(key: Sequence[Any]) -> tuple[int, float]:
    """Tell what counts against pages: how many they are, and what is too empty below them."""
    return len(key), round(sum(max(below(page) - _WHITE, 0) for page in key[:-1]))


@dataclass(slots=True)
class _Answer:
    """An answer, or a heading, which has no number: how tall its text is, and its picture, in millimetres, with what is below them."""

    number: str
    classes: frozenset[str]
    tall: float = 0.0
    picture: float = 0.0
    is_apart: bool = False

    @property
    def told(self) -> float:
        """Tell how tall it is without its picture, where that is told of."""
        return self.tall + (_LINE if self.picture and not self.is_apart else 0.0)


def _placed(key: Sequence[Any], sure: float) -> dict[str, str]:
    """Tell where pictures are to stand that have no room below their answers, as far as heights tell."""
    top, foot = top_and_foot(key[0])
    stack = _Stack((foot - top) / PIXELS - sure, above=_above(key[0], top))
    answers = _answers_in(key)
    for nth, each in enumerate(answers):
        stack.add(each, answers[nth + 1 : nth + 3])
    stack.turn()
    return stack.placed


def _above(page: Any, top: float) -> float:
    """Tell how much of the first page stands above the first answer."""
    first = next(_units(page), None)
    return (float(first.position_y) - top) / PIXELS if first else 0.0


@dataclass(slots=True)
class _Stack:
    """Answers that are put on pages in thought; pictures that wait for the next one."""

    page: float
    above: float
    last: str = ""
    waiting: list[_Answer] = field(default_factory=list)
    placed: dict[str, str] = field(default_factory=dict)

    def add(self, answer: _Answer, behind: Sequence[_Answer]) -> None:
        """Put one below the others, or on the next page, with what must stand below it."""
        together = [answer, *_bound(answer, behind)]
        room = self.page - self.above
        if answer.number and "many" in answer.classes and not answer.picture and room >= 3 * _LINE:
            self._part(answer, room)
            return
        if sum(each.told for each in together) > room and self.above:
            self.turn()
            room = self.page - self.above
        is_apart = answer.picture > 0 and answer.tall + answer.picture > room
        self.above += answer.told if is_apart else answer.tall + answer.picture
        self.last = answer.number or self.last
        if is_apart:
            self.waiting.append(answer)

    def _part(self, answer: _Answer, room: float) -> None:
        """Put one that goes on overleaf."""
        self.above += answer.tall
        if answer.tall > room:
            self.above -= self.page
        self.last = answer.number

    def turn(self) -> None:
        """Begin a page, or several, with the pictures that wait."""
        self.above = 0.0
        for each in self.waiting:
            self.placed[each.number] = self.last
            fits = self.above + each.picture <= self.page
            self.above = each.picture + (self.above if fits else 0.0)
        self.waiting = []


def _bound(answer: _Answer, behind: Sequence[_Answer]) -> Iterator[_Answer]:
    """Yield what stands on the page of an answer, or a heading: two answers below it, or one that is tall; the last of a section."""
    if not answer.number:
        yield from behind[: 1 if behind and behind[0].classes & _TOGETHER else 2]
    elif behind and not answer.picture and "tall" not in answer.classes:
        yield from (each for each in behind[:1] if {"last"} == each.classes & {"last", "long"})


def _answers_in(key: Sequence[Any]) -> list[_Answer]:
    """Measure headings and answers, whose pictures may stand elsewhere already."""
    found, pictures = dict[int, _Answer](), dict[str, float]()
    for unit in (unit for page in key for unit in _units(page)):
        number = _number(unit)
        drawn = [each for each in unit.children if _is_picture(each)]
        picture = sum(float(each.margin_height()) for each in drawn) / PIXELS
        if picture and MOVABLE in classes_of(unit):
            pictures[number] = picture
        if _PLATE not in classes_of(unit):
            answer = _Answer(number, frozenset(classes_of(unit)), is_apart=True)
            answer = found.setdefault(id(unit.element), answer)
            answer.tall += _told_in(unit) / PIXELS
            answer.is_apart = answer.is_apart and not picture
    for answer in found.values():
        answer.picture = pictures.get(answer.number, 0.0)
    return [*found.values()]


def _is_picture(box: Any) -> bool:
    return box.element_tag == "img" or "on-side" in classes_of(box)


def _told_in(unit: Any) -> float:
    """Tell how tall an answer is without its picture, before which it may have been cut."""
    words = [each for each in unit.children if not _is_picture(each)]
    around = unit.margin_top + unit.padding_top + unit.border_top_width + unit.padding_bottom
    return float(sum(each.margin_height() for each in words) + around + unit.margin_bottom)


def _units(page: Any) -> Iterator[Any]:
    """Yield headings and answers from top to bottom."""
    for column in columns_of(page):
        yield from column.children


def _number(unit: Any) -> str:
    return str(unit.element.get("data-of", "")).removeprefix("key-")

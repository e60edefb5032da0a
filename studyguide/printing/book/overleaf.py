"""Pictures of the key that have no room below their answers: they are smaller, if that is enough, else those behind move up, as around figures of a book, and the picture stands behind them, under its number."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any, Final, NamedTuple, TypeVar

from studyguide.printing.book.columns import columns_of
from studyguide.printing.filling.keyed import LINE, PLATE, Answer, answers_in, number_of
from studyguide.printing.filling.measured_page import below
from studyguide.printing.press.boxes import PIXELS, classes_of, top_and_foot


class Overleaf(NamedTuple):
    """The answers whose pictures stand elsewhere, by their numbers: `behind` which answer. How tall pictures are that are `smaller`, in millimetres, by their names; `whole` tells how tall those were. Those `alone` begin a page though they are the last of their sections, or end one though they are the first."""

    behind: Mapping[str, str] = {}
    smaller: Mapping[str, float] = {}
    whole: Mapping[str, float] = {}
    alone: frozenset[str] = frozenset()


AS_THEY_ARE: Final = Overleaf()

_Laid = TypeVar("_Laid")

_WHITE, _SURE = 30.0, (1.0, 7.0)
"""Millimetres that are empty below a page of the key before others move up; that are left free of it, as heights are known but about, at first and then, if others are empty."""

_TOO_EMPTY = 45.0
"""Millimetres that are empty below a page of one column where an answer alone on the next is better."""

_TOGETHER = frozenset(("tall", "many", "high", "last"))
"""Answers below a heading that need none of the next with them, as in `guide.css`."""


def with_pictures_overleaf(
    laid: _Laid,
    known: Overleaf,
    lay_out: Callable[[Overleaf], _Laid],
    key_in: Callable[[_Laid], Sequence[Any]],
) -> _Laid:
    """Lay out a key anew so that its pages are filled before pictures, and before two answers that stay together else: `lay_out` places these, as some are `known` to be, `key_in` gives its pages."""
    last, first = laid, known
    ways: list[Callable[[Sequence[Any], Overleaf], Overleaf]]
    ways = [*(partial(_placed, sure=sure) for sure in _SURE), _filled_up]
    for place in ways:
        key = key_in(last)
        if all(below(page) <= _WHITE for page in key[:-1]):
            break
        placed = place(key, known)
        if placed == known:
            continue
        last, known = lay_out(placed), placed
        if needless := _beside(key_in(last)):  # there is room after all
            behind = {each: at for each, at in placed.behind.items() if each not in needless}
            known = placed._replace(behind=behind)
            last = lay_out(known)
        if _against(key_in(last)) < _against(key_in(laid)):
            laid = last
    if alone := _parted(key_in(laid)) - first.alone:
        told = first._replace(alone=first.alone | alone)
        other = with_pictures_overleaf(lay_out(told), told, lay_out, key_in)
        if _against(key_in(other)) < _against(key_in(laid)):
            laid = other
    return laid


def _parted(key: Sequence[Any]) -> frozenset[str]:
    """Name the last answers of sections that keep the one before them from a page that is too empty, and first ones that keep the next with them."""
    found = set[str]()
    for page, next_ in pairwise(key):
        room, units = below(page), [*_units(next_)]
        if room <= _TOO_EMPTY or len(units) < 3 or len([*columns_of(page)]) > 1:
            continue
        one, second, *_ = units
        taken = (one.border_height() + one.margin_bottom) / PIXELS  # as is below what ends the page
        if not number_of(one):  # a heading
            taken += (second.border_height() + second.margin_bottom) / PIXELS
        elif "last" not in classes_of(second):
            continue
        if taken <= room:
            found.add(number_of(second))
    return frozenset(found)


def _beside(key: Sequence[Any]) -> set[str]:
    """Name the answers on whose own page their pictures stand, behind others."""
    found = set[str]()
    for page in key:
        units = [*_units(page)]
        moved = {number_of(each) for each in units if PLATE in classes_of(each)}
        found |= moved & {number_of(each) for each in units if PLATE not in classes_of(each)}
    return found


def _against(key: Sequence[Any]) -> tuple[int, float]:
    """Tell what counts against pages: how many they are, and what is too empty below them."""
    return len(key), round(sum(max(below(page) - _WHITE, 0) for page in key[:-1]))


def _placed(key: Sequence[Any], known: Overleaf, sure: float) -> Overleaf:
    """Tell where pictures are to stand that have no room below their answers, or how tall they are there, as far as heights tell."""
    top, foot = top_and_foot(key[0])
    stack = _Stack((foot - top) / PIXELS - sure, above=_above(key[0], top))
    answers = _answers_in(key, known)
    for nth, each in enumerate(answers):
        stack.add(each, answers[nth + 1 : nth + 3])
    stack.turn()
    return Overleaf(stack.placed, stack.smaller, stack.whole, known.alone)


def _filled_up(key: Sequence[Any], known: Overleaf) -> Overleaf:
    """Have more answers move up before pictures, where pages have room for them as they are laid out."""
    behind, answers = {**known.behind}, _answers_in(key, known)
    for page, next_ in pairwise(key):
        first = next(_units(next_), None)
        last = behind.get(number_of(first)) if first and PLATE in classes_of(first) else None
        if last is None or below(page) <= _WHITE:
            continue
        at = next(nth for nth, each in enumerate(answers, 1) if each.number == last)
        told = list[Answer]()
        for nth, each in enumerate(answers[at:], at + 1):
            together = [*told, each, *_bound(each, answers[nth : nth + 2])]
            taken = sum(each.told for each in together)
            if taken > below(page) - _SURE[0] or (each.picture and not each.is_apart):
                break
            told.append(each)
        numbered = [each.number for each in told if each.number]
        moved = {each: numbered[-1] for each, at in behind.items() if at == last and numbered}
        behind |= moved
    return known._replace(behind=behind)


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
    waiting: list[Answer] = field(default_factory=list)
    placed: dict[str, str] = field(default_factory=dict)
    smaller: dict[str, float] = field(default_factory=dict)
    whole: dict[str, float] = field(default_factory=dict)

    def add(self, answer: Answer, behind: Sequence[Answer]) -> None:
        """Put one below the others, or on the next page, with what must stand below it."""
        together = [answer, *_bound(answer, behind)]
        room = self.page - self.above
        if answer.number and "many" in answer.classes and not answer.picture and room >= 3 * LINE:
            self._part(answer, room)
            return
        if sum(each.told for each in together) > room and self.above:
            self.turn()
            room = self.page - self.above
        over = answer.tall + answer.picture - room if answer.picture else 0.0
        shown, is_apart = answer.shown, over > answer.shown.less
        if over > 0 and not is_apart:
            self.smaller[shown.name] = round(shown.tall - over, 1)
            self.whole[shown.name] = shown.tall
            self.above = self.page
        else:
            self.above += answer.told if is_apart else answer.tall + answer.picture
        self.last = answer.number or self.last
        if is_apart:
            self.waiting.append(answer)

    def _part(self, answer: Answer, room: float) -> None:
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


def _bound(answer: Answer, behind: Sequence[Answer]) -> Iterator[Answer]:
    """Yield what stands on the page of an answer, or a heading: two answers below it, or one that is tall; the last of a section."""
    if not answer.number:
        is_enough = any(each.classes & _TOGETHER for each in behind[:1]) or any(
            "tall" in each.classes for each in behind[1:2]
        )
        yield from behind[: 1 if is_enough else 2]
    elif behind and not answer.picture and "tall" not in answer.classes:
        yield from (each for each in behind[:1] if {"last"} == each.classes & {"last", "long"})


def _answers_in(key: Sequence[Any], known: Overleaf) -> list[Answer]:
    return answers_in((unit for page in key for unit in _units(page)), known.whole)


def _units(page: Any) -> Iterator[Any]:
    """Yield headings and answers from top to bottom."""
    for column in columns_of(page):
        yield from column.children

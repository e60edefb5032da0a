"""How a book ends: index and key, which are laid out behind all else."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import ceil, floor
from typing import Any, NamedTuple

from studyguide.guide.guide import Guide
from studyguide.printing.binding.folding import Closing, empty_before_key
from studyguide.printing.book.columns import columns_of
from studyguide.printing.book.going_on import first_line
from studyguide.printing.book.overleaf import Overleaf, with_pictures_overleaf
from studyguide.printing.book.page import Start
from studyguide.printing.filling.feathering import with_answers_apart
from studyguide.printing.filling.measured_page import below, is_empty
from studyguide.printing.index.setting import Setting
from studyguide.printing.press import page_numbers
from studyguide.printing.press.boxes import PIXELS, classes_of, top_and_foot
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import Press

_LITTLE, _NEARLY_NONE, MOST, _FEW = 0.45, 0.2, 2 / 3, 3 / 8
"""Of the last page of a key of several: with what it had better be saved, with what it is nearly empty, and with what filled; of its only page, less than which has room for notes below."""

_FILLED, _HAIR, _WIDEST = 0.35, 0.03, -1.5
"""Of that page: what is to stand on it where it cannot be saved, and what it leaves where it is; how much wider a key may be set for it."""

_APART, _FARTHER, _LEAST = (1 / 2, 1 / 3, 1 / 4, 1 / 6), (1.0, 3 / 4), 1 / 8
"""Of a line, between two answers of a key, if its last page has room for that; where less than so much is on that of several; what is at least more than there is else."""


class End(NamedTuple):
    """Where index and key begin, and how they are set; their page of HTML, and as it is laid out."""

    start: Start
    page: str
    document: Any

    @property
    def key(self) -> int:
        """The page of the book on which the key begins, counted from 1; 0 without one."""
        found = page_numbers.pages_of(self.document).get("key", 0)
        return found and self.start.page - 1 + found


def start_of(body: Any, layout: Layout, *, has_index: bool) -> Start:
    """Tell where the index begins, or without one the key, on a page of its own.

    The key stands on the right where one empty page or none comes before it, but not beside questions, unless it is one of a booklet,
    which cannot be taken out anyway.
    """
    pages = len(body.pages)
    is_beside = has_questions(body) and not layout.is_booklet
    return Start(pages + 1, is_apart=not has_index and (is_beside or pages % 2 == 1))


def is_keyed(guide: Guide, layout: Layout) -> bool:
    """Whether a key stands at the end, which opens on the right."""
    is_asked = any(each.kind in ("question", "cloze") for each in guide.entries)
    return layout.answers == "key" and is_asked


def has_questions(body: Any) -> bool:
    """Whether the last page has items."""
    return any(name.startswith("item-") for name in body.pages[-1].anchors)


def end_of(
    press: Press,
    compose: Callable[[Start], str],
    start: Start,
    set_index: Callable[[str, Callable[[str], Any]], Setting] | None,
    *,
    is_large: bool,
) -> End | None:
    """Lay out index and key: the index alone to measure it, a key anew of which the last page has but little; its one column in large print is spread."""
    set_so = start
    if set_index:
        measuring = compose(start._replace(setting=Setting(is_measuring=True)))
        set_so = start._replace(setting=set_index(measuring, press.laid_out))
    end = end_at(press, compose, set_so)
    if not end:
        return None
    end = _balanced(end, partial(_key_anew, end, partial(end_at, press, compose)))
    return spread(end, len(key_of(end.document))) if is_large and end.start.closer > 0 else end


def spread(end: End, count: int) -> End:
    """Have so many pages of a key in one column, from its first on, filled with white between answers."""
    pages = [*end.document.pages]
    first = len(pages) - len(key_of(end.document))
    pages[first : first + count] = map(with_answers_apart, pages[first : first + count])
    return end._replace(document=end.document.copy(pages))


def _key_anew(
    end: End, set_anew: Callable[[Start], End | None], closer: float, apart: float = 0.0
) -> End | None:
    """Lay out the key anew, and alone: what stands before it is as it was; nothing if there is none."""
    if not end.key:
        return None
    told = Start(end.key, closer, apart=apart, left=end.start.left, is_alone=True)
    alone = set_anew(told._replace(overleaf=end.start.overleaf))
    if not alone:
        return None
    pages = [*end.document.pages[: end.key - end.start.page], *alone.document.pages]
    start = end.start._replace(closer=closer, apart=apart, overleaf=alone.start.overleaf)
    return End(start, end.page + alone.page, end.document.copy(pages))


def _balanced(end: End, set_anew: Callable[[float], End | None]) -> End:
    """Set the key as much closer as it must be to save a last page with but little on it; if none is saved, and it is nearly empty, wider."""
    taken = pages_of_key(end)
    closest = set_anew(1.0) if taken > 1 and 0 < taken % 1 < _LITTLE else None
    least = pages_of_key(closest) if closest else taken
    if not closest or least >= taken:
        return end
    is_saved = ceil(least) < ceil(taken)
    if is_saved and least % 1 > MOST:
        return closest
    if not is_saved and taken % 1 > _NEARLY_NONE:
        return end
    wanted = ceil(least) - _HAIR if is_saved else floor(taken) + _FILLED
    closer = min(max((taken - wanted) / (taken - least), _WIDEST), 1.0)
    for tried in (closer, (closer + 1) / 2) if is_saved else (closer,):
        other = set_anew(tried)
        if other and ceil(pages_of_key(other)) == ceil(least):
            return other
    return closest if is_saved else end


def pages_of_key(end: End) -> float:
    """Tell how many pages the key takes, with the part of the last that is filled."""
    key = key_of(end.document)
    if not key:
        return 0.0
    return len(key) - 1 + _filled(key[-1])


def _filled(page: Any) -> float:
    """Tell what part of a page is filled."""
    top, foot = top_and_foot(page)
    return float(1 - below(page) * PIXELS / (foot - top))


def spaced(end: End, set_anew: Callable[[Start], End | None]) -> End:
    """Set the answers of a key apart where its last page has room for that, all alike; not of one that is closer to save a page, or has room for notes below."""
    if end.start.closer > 0 or has_few(end):
        return end
    for apart in spacings(key_of(end.document)):
        other = _key_anew(end, set_anew, 0.0, apart)
        if other and len(other.document.pages) == len(end.document.pages):
            return other
    return end


def spacings(key: Sequence[Any]) -> Iterator[float]:
    """Yield how much there may be between answers of a key that is laid out on these pages, in lines, the most first, as far as can be told."""
    columns = [[*columns_of(page)] for page in key]
    stacks = [[*map(_line_and_below, column.children)] for page in columns for column in page]
    spaces = [below for stack in stacks for line, below in stack[:-1] if line]
    if not spaces:
        return
    line = min(line for stack in stacks for line, _ in stack if line)
    room = below(key[-1]) * PIXELS * max(map(len, columns))
    is_little = len(key) > 1 and _filled(key[-1]) < _LITTLE
    for apart in (_FARTHER + _APART) if is_little else _APART:
        more = apart * line - max(spaces)
        if _LEAST * line <= more and more * len(spaces) <= room:
            yield apart


def _line_and_below(unit: Any) -> tuple[float, float]:
    """Tell how tall the first line of an answer is, and what is below that; no line of what is none."""
    line = first_line(unit) if "keyed" in classes_of(unit) else None
    return float(line.height) if line else 0.0, float(unit.margin_bottom)


def has_few(end: End) -> bool:
    """Whether a key has little on its only page."""
    return 0 < pages_of_key(end) < _FEW


def end_at(press: Press, compose: Callable[[Start], str], start: Start) -> End | None:
    """Lay them out so, with pictures of the key where these leave no page empty; nothing where a book has neither."""

    def laid(overleaf: Overleaf) -> End:
        set_so = start._replace(overleaf=overleaf)
        page = compose(set_so)
        return End(set_so, page, press.laid_out(page) if page else None)

    end = laid(start.overleaf)
    if not end.page:
        return None
    if start.setting.is_measuring:
        return end
    return with_pictures_overleaf(end, start.overleaf, laid, lambda one: key_of(one.document))


def key_of(document: Any) -> list[Any]:
    """Give the pages of the key."""
    key = page_numbers.pages_of(document).get("key", len(document.pages) + 1)
    return list(document.pages[key - 1 :])


def closing_of(end: End | None, body: Any) -> Closing:
    """Tell how a booklet ends, as it is laid out: so, or else with the last page of its body."""
    return _closing(end) if end else Closing(len(body.pages))


def _closing(end: End) -> Closing:
    pages, key = end.document.pages, len(key_of(end.document))
    others = pages[: len(pages) - key]
    empty = sum(map(is_empty, others))
    index = (len(others) - empty) * has_index(end)
    return Closing(end.start.page - 1 + len(others) - empty, empty, key, index)


def has_index(end: End) -> bool:
    """Whether it has an index."""
    return "index" in page_numbers.pages_of(end.document)


def folded_well(end: End, *, may_be_first: bool = True) -> Start:
    """Tell how what ends a booklet is to stand, so that no answers are on its outside: the key before the index if it may be first."""
    closing = _closing(end)
    if not closing.key:
        return end.start
    wanted = empty_before_key(closing if may_be_first else closing._replace(indexed=0))
    if wanted == closing.empty:
        return end.start
    told = end.start._replace(is_apart=False, is_tight=True)
    return told._replace(is_key_first=True) if wanted is None else told._replace(empty=wanted)

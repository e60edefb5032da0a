"""Which arrangement of the parts before the sections leaves no page nearly empty, and takes the fewest pages.

Contents may be set closer, or stand above the imprint; the introduction below them, or below how to use the guide. That comes
before the introduction. An introduction that a picture faces stands on the left. Heights are told in millimetres.
"""

from collections.abc import Collection, Iterator, Sequence
from math import inf
from typing import NamedTuple

from studyguide.printing.front.front import APART, NEARER, USUAL, Block, Front, Heights

_SPARSE, _HALF = 0.38, 0.5
"""Of a page, less than which it must not be filled; nor with contents alone, which stand above the imprint then."""

_BARE = 0.45
"""Of a page, less than which an introduction takes for which contents are set closer to save one."""

_ABOVE_IMPRINT, _HAIR = 16.0, 0.1
"""What is white at least above the imprint; what is no difference."""

_LEAST = 2
"""For how much of an introduction that goes on overleaf a page must have room, measured by what is above its heading."""

_LESS_TALL = (130.0, 110.0, 96.0, 80.0, 64.0)
"""How tall pictures are at most where one would stand alone on a page else, and take little of it."""

_FIRST = 3
"""The page of the book behind the imprint."""

_BELOW = Front(pages=(("howto", "contents", "introduction"),))
_BESIDE = Front(pages=(("howto",), ("contents", "introduction")))
IN_IMPRINT = Front(("contents",), (("howto",), ("introduction",)))
_HOWTO_IN_IMPRINT = Front(("howto",), (("contents",), ("introduction",)))
_LATE = Front(pages=(("contents",), ("introduction",), ("howto",)))
_WITH_HOWTO = Front(("contents",), (("howto", "introduction"),))
_OTHERS = (
    _WITH_HOWTO,
    Front(pages=(("contents",), ("howto", "introduction"))),
    Front(("howto",), (("contents", "introduction"),)),
    _HOWTO_IN_IMPRINT,
    Front(("howto", "contents"), (("introduction",),)),
    _BELOW,
)
"""Where all else leaves a page nearly empty."""


def best_front(heights: Heights, front: Front, *, saves: bool) -> Front:
    """Give the best front, that one if none is better.

    `saves` tells whether a page less is one less, as none is left empty then before the key.
    """
    known = [*_usual(heights, front, saves=saves)]
    best = _best(known, heights)
    if _against(best, heights).sparse:
        others = [each for each in _OTHERS if _may_be(each, heights)]
        known += [
            *_both(front),
            *_in_imprint(heights),
            *(each for one in others for each in _each(one, heights)),
        ]
        best = _best(known, heights)
    for high in _LESS_TALL:
        lower = _best([each._replace(high=high) for each in known], heights)
        if _against(lower, heights).sparse < _against(best, heights).sparse:
            return lower
    return _with_contents_whole(best, known, heights)


def _with_contents_whole(best: Front, known: Sequence[Front], heights: Heights) -> Front:
    """Give the best front of which contents are not torn, set closer or with closer lines, too; that one if there is none as good."""
    if heights.of("contents") <= heights.page or not _is_torn(best, heights):
        return best
    for is_closest in (False, True):
        closer = [each._replace(is_closer=True, is_closest=is_closest) for each in known]
        whole = [each for each in closer if not _is_torn(each, heights)]
        found = _best(whole, heights) if whole else best
        if whole and _against(found, heights)[:-2] <= _against(best, heights)[:-2]:
            return found
    return best


def _may_be(front: Front, heights: Heights) -> bool:
    """Whether an introduction has a page of its own, or may share one, which has room for all its pictures."""
    if heights.may_share or ("introduction",) in front.pages:
        return True
    shared = next(each for each in front.pages if "introduction" in each)
    return heights.of("introduction") > 0 and len(_on_pages(shared, front, heights)) == 1


def _is_torn(front: Front, heights: Heights) -> bool:
    """Whether contents take more than a page."""
    return len(_on_pages(("contents",), front, heights)) > 1


def is_sparse(filled: float, parts: Collection[str]) -> bool:
    """Whether a page on which these parts stand, and which is filled so far, as a share of it, is nearly empty."""
    return filled < (_HALF if {*parts} == {"contents"} else _SPARSE)


def with_contents_apart(heights: Heights, front: Front) -> Front | None:
    """Have contents begin a page of their own; nothing where they would leave that nearly empty."""
    if is_sparse(heights.of("contents") / heights.page, ["contents"]):
        return None
    is_below = any({"contents", "introduction"} <= {*page} for page in front.pages)
    return front._replace(above=(), pages=(_BESIDE if is_below else APART).pages)


def in_imprint(heights: Heights, front: Front) -> Front | None:
    """Have contents that stand below how to use the guide, and nothing below them, stand above the imprint; nothing where they have no room there."""
    above = IN_IMPRINT._replace(high=front.high)
    is_better = front.pages == USUAL.pages and _against(above, heights).sparse == 0
    return above if is_better else None


def _usual(heights: Heights, front: Front, *, saves: bool) -> Iterator[Front]:
    """Yield what a front may be, of those that are equally good the best first."""
    pages = _against(front, heights).pages
    shared = _shared(heights)
    yield from (each for each in shared if _against(each, heights).pages < pages)
    yield front
    if heights.is_facing:
        yield from (USUAL, *([_LATE] if heights.is_booklet else []))
    if saves or heights.is_facing:
        yield from _in_imprint(heights)


def _shared(heights: Heights) -> Iterator[Front]:
    """Yield fronts with an introduction below something else: one that takes little of a page, and is not parted from its pictures, below how to use the guide."""
    below, tall = _BESIDE if heights.is_facing else _BELOW, heights.of("introduction")
    is_bare = tall < _BARE * heights.page
    if tall and heights.may_share:
        yield from _both(below) if is_bare else [below]
    if tall and tall < _HALF * heights.page and _may_be(_WITH_HOWTO, heights):
        yield _WITH_HOWTO


def _in_imprint(heights: Heights) -> Iterator[Front]:
    """Yield contents above the imprint, where they take less than half a page; if they take more, how to use the guide."""
    if heights.of("contents") < _HALF * heights.page:
        yield from _both(IN_IMPRINT)
    elif not heights.is_facing:
        yield _HOWTO_IN_IMPRINT


def _both(front: Front) -> Iterator[Front]:
    yield from (front, front._replace(is_closer=True))


def _each(front: Front, heights: Heights) -> Iterator[Front]:
    """Yield it with contents as they are set by themselves, closer, or, where they are set so by themselves, not."""
    yield from _both(front)
    if heights.looser:
        yield front._replace(is_closer=False)


class _Against(NamedTuple):
    """What counts against a front, the worst first."""

    sparse: float
    is_unfaced: bool = False
    is_late: bool = False
    pages: int = 0
    half_empty: int = 0
    is_closer: bool = False


def _best(fronts: Sequence[Front], heights: Heights) -> Front:
    return min(fronts, key=lambda each: _against(each, heights))


def _against(front: Front, heights: Heights) -> _Against:
    above = _on_pages(front.above, front, heights)
    if front.above and (len(above) > 1 or above[0].tall + _ABOVE_IMPRINT > heights.imprint):
        return _Against(inf)
    few, half, is_unfaced, page = 0, 0, False, _FIRST
    for parts in front.pages:
        filled = _on_pages(parts, front, heights)
        if heights.is_facing and "introduction" in parts:
            if len(parts) > 1 and len(_on_pages(parts, front, heights.told)) > 1:
                return _Against(inf)  # its text would go on overleaf, or begin there
            is_unfaced = heights.is_booklet and page % 2 == 1
            page += page % 2 if not heights.is_booklet else 0
        few += sum(is_sparse(each.tall / heights.page, each.parts) for each in filled)
        half += sum(each.tall < _HALF * heights.page for each in filled)
        page += len(filled)
    is_late = front.order[-1] == "howto"
    return _Against(few, is_unfaced, is_late, page - 1, half, bool(front.is_closer))


class _Filled(NamedTuple):
    """How far a page is filled, and by which parts."""

    tall: float
    parts: Sequence[str]


def _on_pages(parts: Sequence[str], front: Front, heights: Heights) -> list[_Filled]:
    """Tell how far each page is filled by parts that follow each other."""
    filled = list[_Filled]()
    for part in parts:
        for block in _set_so(part, front, heights):
            least = min(block.tall, _LEAST * block.above) if block.is_text else block.tall
            at, here = 0.0, [part]
            if filled and filled[-1].tall + block.above + least <= heights.page + _HAIR:
                before = filled.pop()
                at, here = before.tall + block.above, [*before.parts, part]
            at += block.tall
            while at > heights.page + _HAIR:
                filled.append(_Filled(heights.page, here))
                at, here = at - heights.page, [part]
            filled.append(_Filled(at, here))
    return filled


def _set_so(part: str, front: Front, heights: Heights) -> Iterator[Block]:
    """Yield what stands in a part, which begins with its heading, as it is set in a front."""
    for nth, block in enumerate(heights.parts.get(part, ())):
        above = block.above * (NEARER if front.is_closer and not nth else 1)
        more = heights.row * ("howto" in front.listed)
        if front.is_closer is not None:
            more += -heights.closer if front.is_closer else heights.looser
        more -= heights.closest * front.is_closest
        less = max(block.picture - front.high, 0.0) if front.high else 0.0
        more_here = more if part == "contents" else -less
        yield block._replace(above=above, tall=block.tall + more_here)

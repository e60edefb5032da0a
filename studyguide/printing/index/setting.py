"""How an index is set, when it is known how many lines each of its entries takes: where its columns begin."""

from collections.abc import Callable, Iterator, Sequence
from math import floor
from typing import NamedTuple

from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.makeup import Block, Column, made_up

_PITCHES = {False: (0.75, 0.7, 0.675), True: (1.0, 0.85, 0.85)}
"""How far apart lines are, and those that are set closer, and closest, in lines of the grid: 9 on 11.3, 10.6 and 10.2 pt; in large print, too."""

_MOST, _NEARLY_ALL = 0.6, 0.75
"""So much of the last page of an index of several should not be empty; what looks worse than an empty page before the key."""

_BEFORE_NOTES = 60.0
"""Millimetres that are empty below an index before a page of notes, for rules to begin there: for three of them; in large print these take a third of a page."""

_ROUNDING = 0.01

_HALF, _LEAST_GAP = 0.5, 0.125
"""Of a line, above a letter."""

Key = tuple[str, str]
"""A heading and, of a sub-heading, that: names a line of the index."""


class Setting(NamedTuple):
    """With which lines columns begin, where that is not left to the layout.

    Where it saves a page of the whole lines stand so much `closer`, and if need be letters with but a part of a line above them, or
    none: `gap` is in lines. What `is_measuring` is laid out alone, to count the lines of its entries. So many millimetres are `left` below it
    on its last page, if there are to be rules; `is_apart` tells whether an empty one, which has them too, comes between it and the key.
    """

    fresh: frozenset[Key] = frozenset()
    closer: int = 0
    gap: float = 1.0
    is_measuring: bool = False
    left: float = 0.0
    is_apart: bool = False

    def pitch(self, *, is_large: bool) -> float:
        """Tell how far apart lines are, in lines of the grid."""
        return _PITCHES[is_large][self.closer]


_WAYS = (
    Setting(),
    Setting(closer=1),
    Setting(closer=2),
    Setting(closer=1, gap=_HALF),
    Setting(closer=2, gap=_HALF),
    Setting(closer=2, gap=0.25),
    Setting(closer=2, gap=_LEAST_GAP),
    Setting(closer=2, gap=0.0),
)
"""In which an index may be set, the best first; without letters that is all that parts what begins alike, and not less than half of it."""


class LaidOut(NamedTuple):
    """The lines of each entry and sub-heading, in order, and their pitch; how tall the first page is below its heading and others; columns of a page.

    All these but lines and columns are in millimetres. It begins on the `page` of that number if a key stands
    behind it, which opens on the right; else 0.
    """

    lines: Sequence[int]
    pitch: float
    first: float
    others: float
    columns: int = 3
    page: int = 0

    def pages_with(self, own: int) -> int:
        """Tell how many pages it takes that has so many of its own: with the empty one before the key, if it leaves one."""
        return own + bool(self.page and (self.page + own) % 2 == 0)


def setting_of(
    entries: Sequence[IndexEntry],
    laid: LaidOut,
    repeated: Callable[[str], int],
    *,
    has_letters: bool,
    is_large: bool,
) -> Setting:
    """Part an index in columns; `repeated` counts the lines that a heading takes where it is said to go on."""
    names = [*_names(entries)]
    best, fewest = Setting(), 0.0
    for way in _WAYS if has_letters else filter(_parts, _WAYS):
        pitch = laid.pitch * way.pitch(is_large=is_large) / _PITCHES[is_large][0]
        first, others = (_lines(room, pitch) for room in (laid.first, laid.others))
        blocks = [*_blocks(entries, laid, repeated, has_letters=has_letters)]
        if way.gap < 1:
            blocks = [each._replace(gap=way.gap) for each in blocks]
        columns = made_up(blocks, laid.columns, first, others)
        pages = columns[-1].page + 1 if columns else 0
        empty = _left(columns, others) / others if pages > 1 else 0.0
        taken = laid.pages_with(pages) + (empty > _NEARLY_ALL) / 2
        if columns and (not fewest or taken < fewest):
            fewest = taken
            left = _left(columns, others if pages > 1 else first) * pitch
            is_apart = laid.pages_with(pages) > pages
            least = _BEFORE_NOTES if is_apart and not is_large else laid.others / 3
            best = way._replace(
                fresh=frozenset(names[each.start] for each in columns[1:]),
                left=left if left > least else 0.0,
                is_apart=is_apart,
            )
        if empty < _MOST:
            break
    return best


def _lines(room: float, pitch: float) -> float:
    """Tell how many lines, and least gaps, have room."""
    return floor((room / pitch + _ROUNDING) / _LEAST_GAP) * _LEAST_GAP


def _parts(way: Setting) -> bool:
    """Whether what is empty parts by itself what begins alike."""
    return way.gap >= _HALF


def _left(columns: Sequence[Column], lines: float) -> float:
    """Tell how many lines of the last page are empty."""
    last = columns[-1].page
    return lines - max(each.height for each in columns if each.page == last)


def _names(entries: Sequence[IndexEntry]) -> Iterator[Key]:
    for entry in entries:
        yield entry.heading, ""
        yield from ((entry.heading, each.heading) for each in entry.subheadings)


def _blocks(
    entries: Sequence[IndexEntry],
    laid: LaidOut,
    repeated: Callable[[str], int],
    *,
    has_letters: bool,
) -> Iterator[Block]:
    """Yield entries and sub-headings with their lines."""
    lines, letter, at = iter(laid.lines), "", 0
    for entry in entries:
        letter = entry.opens or letter
        parts = entry.subheadings
        yield Block(
            lines=next(lines) + (has_letters and bool(entry.opens)),
            opens=bool(entry.opens),
            closes=entry.closes and not parts,
            again=int(has_letters and bool(letter)),
        )
        again = repeated(entry.heading) if parts else 0
        for number in range(1, len(parts) + 1):
            closes = entry.closes and number == len(parts)
            yield Block(next(lines), closes=closes, again=again, of=at)
        at += 1 + len(parts)

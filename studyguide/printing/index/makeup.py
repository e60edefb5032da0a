"""The make-up of an index: where its columns begin, and what they say again there.

A column begins with a letter where that leaves little white below the one before; else it says the letter again,
or the heading of which it goes on to list sub-headings.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

_ENTRY, _SUBHEADING, _ALONE, _NEVER = 3.0, 5.0, 6.0, 30.0
"""What it costs to part a letter, an entry; that a line stands alone; that a heading stands without its first sub-heading.

All are counted in lines of white at the foot of a column.
"""

_TALL = 1.5
"""What a line costs by which the columns of the last page are taller."""


class Block(NamedTuple):
    """What is not parted: an entry or a sub-heading, of so many lines, those of a letter above it included.

    It `opens` a group of those that begin alike, or `closes` it: then the lines of a `gap` below it are empty. If a column
    begins with it, so many lines stand `again` above it. A sub-heading is `of` the entry at that place.
    """

    lines: int
    opens: bool = False
    closes: bool = False
    again: int = 0
    of: int | None = None
    gap: float = 1

    @property
    def below(self) -> float:
        """Give how many lines below it are empty."""
        return self.gap * self.closes


class Column(NamedTuple):
    """From which block to which a column goes, on which page, from 0; `height` is in lines."""

    start: int
    end: int
    page: int
    height: float


class _Room(NamedTuple):
    """How many columns a page has, and how many lines each has there."""

    columns: int
    lines: float


def made_up(
    blocks: Sequence[Block], columns: int, first: float, others: float
) -> tuple[Column, ...]:
    """Part an index in columns, of so many lines on its `first` page and on `others`; nothing where a block is taller."""
    if any(each.lines + each.again > min(first, others) for each in blocks):
        return ()
    setting = _Setting(blocks)
    found: list[Column] = []
    start = 0
    for page in range(len(blocks)):
        room = _Room(columns, others if page else first)
        part = setting.balanced(start, room) or setting.filled(start, room)
        found += [each._replace(page=page) for each in part]
        start = found[-1].end
        if start == len(blocks):
            break
    return tuple(found)


class _Setting:
    """The blocks of an index, and what columns of them take and cost."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._above = [0.0, *accumulate(each.lines + each.below for each in blocks)]
        self._costs = [*self._costs_of()]

    def _costs_of(self) -> Iterator[float]:
        """Yield what it costs to begin a column with each block, and behind the last."""
        blocks = self._blocks
        for at, block in enumerate(blocks):
            if at == 0 or block.opens:
                yield 0.0
            elif block.of is None:
                is_alone = block.closes or (blocks[at - 1].opens and blocks[at - 1].of is None)
                yield _ENTRY + _ALONE * is_alone
            elif block.of == at - 1:
                yield _NEVER
            else:
                is_last = at + 1 == len(blocks) or blocks[at + 1].of != block.of
                yield _SUBHEADING + _ALONE * is_last
        yield 0.0

    def height(self, start: int, end: int) -> float:
        """Tell how many lines a column has."""
        last = self._blocks[end - 1].below
        again = 0 if self._blocks[start].opens else self._blocks[start].again
        return again + self._above[end] - self._above[start] - last

    def filled(self, start: int, room: _Room, white: float = 1.0) -> list[Column]:
        """Fill the columns of a page; a line of white at their feet costs so much."""
        found: list[Column] = []
        while len(found) < room.columns and start < len(self._blocks):
            best, least = start + 1, float("inf")
            for end in range(start + 1, len(self._blocks) + 1):
                left = room.lines - self.height(start, end)
                if left < 0:
                    break
                cost = self._costs[end] + white * left * (end < len(self._blocks))
                if cost <= least:
                    best, least = end, cost
            found.append(Column(start, best, 0, self.height(start, best)))
            start = best
        return found

    def balanced(self, start: int, room: _Room) -> list[Column]:
        """Set what is left in columns about equally tall; nothing if one page does not hold it."""
        rest = self._above[-1] - self._above[start]
        if rest > room.columns * (room.lines + 1):
            return []
        found: list[Column] = []
        least = float("inf")
        whole = range(max(int(rest / room.columns), 1), int(room.lines) + 1)
        for lines in (*whole, room.lines):
            for white in (1.0, 4.0):
                part = self.filled(start, _Room(room.columns, lines), white)
                cost = _TALL * lines + sum(self._costs[each.end] for each in part)
                if part[-1].end == len(self._blocks) and cost < least:
                    found, least = part, cost
        return found

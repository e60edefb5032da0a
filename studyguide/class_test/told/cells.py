"""A table that is to be filled in: its heads and its first column are printed, all else is the answer."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from math import ceil
from typing import Final, NamedTuple

from studyguide.deck.marked import Marked, Run, Table, part_of

_LEAST: Final = 0.2
"""Which part of the width the first column has at least, and each of the others."""

_MOST: Final = 0.5
"""And the first at most."""

_BETWEEN: Final = 3
"""Letters, about as much as parts two columns."""


class Cells(NamedTuple):
    """The cells of a table, row by row: the heads, and below them first what is told of each row."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def printed(self) -> str:
        """All that stands on the sheet."""
        return " ".join(chain(self.heads, (row[0] for row in self.rows)))

    @property
    def asked(self) -> tuple[str, ...]:
        """What is to be filled in."""
        return tuple(cell for row in self.rows for cell in row[1:] if cell.strip())

    def share(self, letters: int) -> float:
        """Tell which part of the width the first column has, on lines of so many letters."""
        longest = max(map(len, (self.heads[0], *(row[0] for row in self.rows))))
        most = min(_MOST, 1 - _LEAST * (len(self.heads) - 1))
        return min(max((longest + _BETWEEN) / letters, _LEAST), max(most, _LEAST))

    def lines_each(self, letters: int) -> int:
        """Tell how many lines all rows have, as many as the longest cell takes where so many letters are written on a line."""
        wide = letters * (1 - self.share(letters)) / (len(self.heads) - 1) - _BETWEEN
        return max(ceil(len(cell) / max(wide, 1)) for cell in self.asked)


@lru_cache(maxsize=256)
def _cells_of(text: Marked) -> Cells | None:
    if len(text.blocks) != 1 or not isinstance(text.blocks[0], Table):
        return None
    heads, *rows = text.blocks[0].rows
    cells = [[_cell(text, cell) for cell in row] for row in (heads, *rows)]
    found = Cells(cells[0], [[*row, *[""] * (len(heads) - len(row))] for row in cells[1:]])
    has_names = all(row[0].strip() for row in found.rows)
    return found if rows and len(heads) > 1 and has_names and found.asked else None


def cells_of(answers: Sequence[str]) -> Cells | None:
    """Give the cells of an answer that is a table, of two columns at least; nothing of any other."""
    only = answers[0] if len(answers) == 1 else ""
    return _cells_of(only) if isinstance(only, Marked) else None


def _cell(text: Marked, runs: Sequence[Run]) -> str:
    return part_of(text, runs[0].start, runs[-1].end) if runs else ""

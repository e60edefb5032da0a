"""Names in the columns of a table, where each cell begins with a capital."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from studyguide.language.names import Token

ROW: Final = "¦"
"""Ends a row of a table, as "|" does a cell."""

_Cell = range


def in_columns(tokens: Sequence[Token], small: Collection[str]) -> list[Token]:
    """Give the tokens of a table, in which what is a name opens no cell; those of another text as they are.

    A column has names if its cells are all in capitals that no text has in small letters, or begin with none: Pskov, but
    not Painters, nor Axle load. A column's head is no name.
    """
    kept = [*tokens]
    if all(token.shown != ROW for token in tokens):
        return kept
    rows = [_cells(tokens, run) for run in _parted(range(len(tokens)), tokens, ROW)]
    for column in zip_longest(*rows[1:]):
        cells = [cell for cell in column if cell and tokens[cell.start].is_capital]
        if all(_may_be_name(tokens, cell, small) for cell in cells):
            for cell in cells:
                kept[cell.start] = kept[cell.start]._replace(opens=False)
    return kept


def _cells(tokens: Sequence[Token], row: _Cell) -> list[_Cell]:
    return [*_parted(row, tokens, "|")]


def _parted(places: _Cell, tokens: Sequence[Token], sign: str) -> Iterator[_Cell]:
    """Yield what a sign parts, from where to where; a cell may be empty."""
    start = places.start
    for at in (*(at for at in places if tokens[at].shown == sign), places.stop):
        yield range(start, at)
        start = at + 1


def _may_be_name(tokens: Sequence[Token], cell: _Cell, small: Collection[str]) -> bool:
    word = tokens[cell.start].shown.casefold()
    forms = (word, f"{word}s", word.removesuffix("s"))
    are_capitals = all(tokens[at].is_capital for at in cell)
    return are_capitals and not any(form in small for form in forms)

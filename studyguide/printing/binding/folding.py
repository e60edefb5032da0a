"""How a booklet is folded: which pages each side of a sheet has, which sheets are a part, where its key stands."""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

_TO_A_SHEET = 4
"""Pages that a sheet has."""

_MOST_SHEETS = 16
"""More of them, folded together, spring open, and are too thick for a stapler: they are folded in parts."""


_NEAR = 3
"""By so much of its sheets a part may be thicker, or less thick, to begin with a section."""


class Closing(NamedTuple):
    """How a booklet ends, in pages: so many `before` its key, of which the last are `indexed`, then `empty` ones as it is laid out, and those of the key."""

    before: int
    empty: int = 0
    key: int = 0
    indexed: int = 0


def empty_before_key(closing: Closing) -> int | None:
    """Tell how many empty pages are to come before the key; nothing where it had better stand before the index.

    No answers are on the outside, on the last page of the last sheet: so the key has a page behind it, if need be on a sheet more, unless
    the index may be the last instead. Nor does it stand on the back of an index that begins on the right, which is the last then.
    What is folded in parts anyway has the key in one of its own.
    """
    before, empty, key, indexed = closing
    fewest = _sheets(before + key + 1)
    saves_one = indexed > 0 and _sheets(before + key) < fewest
    if saves_one and (key == 1 or fewest <= _MOST_SHEETS):
        return None
    if fewest > _MOST_SHEETS:
        return -before % _TO_A_SHEET
    if _sheets(before + empty + key + 1) == fewest:
        return empty
    return None if indexed and (before - indexed) % 2 == 0 else 0


def pages_to_fill(pages: int) -> int:
    """Tell how many pages are empty behind so many on the last sheet, besides its outside."""
    return -(pages + 1) % _TO_A_SHEET


def empty_before(openings: Collection[int], pages: int, key: int) -> dict[int, int]:
    """Tell how many pages are to be empty before which of the pages that sections begin on, for a part to begin there.

    None where a booklet of so many `pages`, and those of the key, is one part. Parts are about as thick as each other; where
    no section begins near to where one would be cut evenly, it is.
    """
    empty = dict[int, int]()
    if _sheets(pages + key) <= _MOST_SHEETS:
        return empty
    at = more = 0
    for left in reversed(range(1, ceil(_sheets(pages) / _MOST_SHEETS))):
        even = at + (_sheets(pages + more) - at) / (left + 1)
        begun = ((_sheets(page - 1 + more), page) for page in openings)
        fit = [
            (abs(end - even), end * _TO_A_SHEET - (page - 1 + more), end, page)
            for end, page in begun
            if 0 < end - at <= _MOST_SHEETS
            and abs(end - even) <= (even - at) / _NEAR
            and _sheets(pages - page + 1) <= left * _MOST_SHEETS
        ]
        _, blank, at, page = min(fit, default=(0, 0, ceil(even), 0))
        if blank:
            empty[page] = blank
            more += blank
    return empty


def saves_a_sheet(openings: Collection[int], closing: Closing) -> bool:
    """Whether a booklet with a page less before its sections, which begin on those pages, has a sheet less."""
    fewer = closing._replace(before=closing.before - 1)
    return _all_sheets([page - 1 for page in openings], fewer) < _all_sheets(openings, closing)


def _all_sheets(openings: Collection[int], closing: Closing) -> int:
    """Count the sheets of a booklet, with all pages that are to be empty."""
    before, key = closing.before, closing.key
    if not key:
        return _sheets(before + sum(empty_before(openings, before, 0).values()))
    before += sum(empty_before(openings, before, key + 1).values())
    empty = empty_before_key(closing._replace(before=before))
    return _sheets(before + key + (0 if empty is None else empty + 1))


class BookBlock(NamedTuple):
    """Pages to be folded, counted from 1: how many, with the empty one behind a key; the first of the key, or 0, and those that sections begin on."""

    pages: int
    key: int = 0
    openings: Collection[int] = ()

    @property
    def parts(self) -> tuple[int, ...]:
        """Tell how many sheets each part has that is folded by itself: one if they are few.

        The key is a part where a sheet begins with it. Else parts begin with a section, or are about as thick as each other.
        """
        before, over = divmod(self.key - 1, _TO_A_SHEET)
        sheets = _sheets(self.pages)
        if sheets <= _MOST_SHEETS or not self.key or over:
            return tuple(_cut(sheets, self.openings))
        return (*_cut(before, self.openings), *_cut(sheets - before, ()))


def _sheets(pages: int) -> int:
    return ceil(pages / _TO_A_SHEET)


def _cut(sheets: int, openings: Collection[int]) -> Iterator[int]:
    """Cut so many sheets in as few parts as there may be, each where a section begins that is near to where it would be cut evenly."""
    begun = {page // _TO_A_SHEET for page in openings if page % _TO_A_SHEET == 1}
    at = 0
    for left in reversed(range(max(ceil(sheets / _MOST_SHEETS), 1))):
        least = max(at + 1, sheets - left * _MOST_SHEETS)
        most = min(at + _MOST_SHEETS, sheets - left)
        even = at + ceil((sheets - at) / (left + 1))
        fit = [(abs(end - even), end) for end in range(least, most + 1) if end in begun]
        _, end = min(fit, default=(0, even)) if left else (0, sheets)
        yield end - at
        at = end


class PartOfSheets(NamedTuple):
    """Which part it is, its first and last sheet, all counted from 1."""

    number: int
    first: int
    last: int

    @property
    def sheets(self) -> str:
        """Name its sheets as numbers: `11–17`, or `18` if it has one."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def page(self) -> int:
        """The page, counted from 0, that is the outside of the part."""
        return (self.first - 1) * _TO_A_SHEET


def parts_told(parts: Sequence[int]) -> list[PartOfSheets]:
    """Tell of each part which sheets it has."""
    ends = [*accumulate(parts)]
    counted = enumerate(zip(parts, ends, strict=True), start=1)
    return [PartOfSheets(number, end - size + 1, end) for number, (size, end) in counted]


def told_of_parts(parts: Sequence[int]) -> str:
    """Say which sheets of a booklet are folded together; nothing where all are."""
    if len(parts) < 2:
        return ""
    *others, last = (each.sheets.replace("–", "-") for each in parts_told(parts))
    return (
        f"the booklet has {sum(parts)} sheets, and more than {_MOST_SHEETS} do not fold well: fold and staple "
        f"sheets {', '.join(others)} and {last} apart, and lay the parts on each other"
    )


def sides(parts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the two pages of each side of each sheet, counted from 0; beyond the last they are empty."""
    before = 0
    for sheets in parts:
        last = before + sheets * _TO_A_SHEET - 1
        for at in range(0, sheets * 2, 2):
            yield last - at, before + at
            yield before + at + 1, last - at - 1
        before = last + 1


def depths(parts: Sequence[int]) -> Iterator[int]:
    """Tell of each side how many sheets lie around it in its part."""
    return (side // 2 for sheets in parts for side in range(2 * sheets))

"""Where the columns of an index begin."""

from studyguide.printing.index.makeup import Block, made_up
from tests.table import rows


def group(*lines: int) -> list[Block]:
    """Make entries that begin alike, the first below its letter."""
    last = len(lines) - 1
    return [Block(each + (not n), n == 0, n == last, int(n > 0)) for n, each in enumerate(lines)]


def divided(at: int, subheadings: int) -> list[Block]:
    """Make an entry that stands there, and closes a letter of its own, with sub-headings of a line each."""
    parts = [Block(1, closes=n == subheadings - 1, again=1, of=at) for n in range(subheadings)]
    return [Block(2, opens=True), *parts]


PARTED: dict[str, tuple[list[Block], tuple[int, int, int], list[tuple[int, int, int]]]] = {
    "letters stay whole": (
        group(1, 1, 1) + group(1, 1, 1) + group(1, 1, 1),
        (3, 20, 20),
        [(0, 3, 0), (3, 6, 0), (6, 9, 0)],
    ),
    "a letter of many entries is parted": (
        group(*[1] * 12),
        (3, 20, 20),
        [(0, 4, 0), (4, 8, 0), (8, 12, 0)],
    ),
    "no entry stands alone": (group(1, 1, 1, 1), (2, 4, 4), [(0, 2, 0), (2, 4, 0)]),
    "a heading keeps its first sub-heading": (
        group(1, 1) + divided(2, 6),
        (2, 7, 7),
        [(0, 4, 0), (4, 9, 0)],
    ),
    "on two pages": (
        group(*[1] * 3) + group(*[1] * 3) + group(*[1] * 3),
        (1, 5, 9),
        [(0, 3, 0), (3, 9, 1)],
    ),
    "what is taller than a column": (group(9, 1), (3, 8, 8), []),
    "one line": ([Block(1)], (3, 8, 8), [(0, 1, 0)]),
}
"""Blocks; columns, and lines of the first page and others; where columns begin and end, and on which page."""


@rows(("blocks", "room", "columns"), PARTED.values(), ids=PARTED)
def test_columns_begin_where_least_is_parted(
    blocks: list[Block], room: tuple[int, int, int], columns: list[tuple[int, int, int]]
) -> None:
    found = made_up(blocks, *room)
    assert [(each.start, each.end, each.page) for each in found] == columns
    assert all(each.height <= room[min(each.page, 1) + 1] for each in found)


def test_a_large_index_is_parted_whole() -> None:
    blocks = group(*[1 + n % 3 for n in range(4000)])
    found = made_up(blocks, 3, 40, 55)
    assert [each.start for each in found] == [0, *(each.end for each in found[:-1])]
    assert found[-1].end == len(blocks)

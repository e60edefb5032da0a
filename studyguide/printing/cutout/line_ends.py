"""Where the lines of a paragraph end so that they are about equally long, as `text-wrap: balance` has it.

Nothing but widths, in any unit. WeasyPrint balances nothing: a text in the middle of a card would be a long line and
two short ones, or a word below a line.
"""

from collections.abc import Iterator, Sequence
from typing import Final

_A_LINE: Final = 1000.0
"""What a line counts, in squares of a full one: there are no more of them than there must be."""

_ALONE, _IS_SHORT = 0.5, 0.5
"""What counts against a word that is a text's last line, where it is shorter than that, of a full one."""


def line_ends(words: Sequence[float], space: float, most: float) -> list[int] | None:
    """Tell before which words a line begins, but for the first; nothing if a word is longer than a line.

    Of all ways with as few lines as can be, the one whose lines are most alike: the sum of their squares is least.
    It takes a time that goes by words and by how many of them stand in a line.
    """
    count = len(words)
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for first in range(count - 1, -1, -1):
        best[first] = min(_lines_from(first, words, space, most, best), default=(-1.0, 0))
        if best[first][1] == 0:
            return None
    starts, at = [], best[0][1] if count else 0
    while at < count:
        starts.append(at)
        at = best[at][1]
    return starts


def _lines_from(
    first: int, words: Sequence[float], space: float, most: float, best: Sequence[tuple[float, int]]
) -> Iterator[tuple[float, int]]:
    """Yield the cost of all from a word on, for each place where its line may end."""
    width = -space
    for end in range(first + 1, len(words) + 1):
        width += space + words[end - 1]
        if width > most:
            return
        share = width / most
        is_alone = end == len(words) and end == first + 1 and first > 0 and share < _IS_SHORT
        yield best[end][0] + _A_LINE + share * share + _ALONE * is_alone, end

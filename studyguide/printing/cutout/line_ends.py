"""Where the lines of a paragraph end so that they are about equally long, as `text-wrap: balance` has it.

Nothing but widths, in any unit. WeasyPrint balances nothing: a text in the middle of a card would be a long line and
two short ones, or a word below a line.
"""

from collections.abc import Collection, Sequence
from math import inf
from typing import Final, NamedTuple

_A_LINE: Final = 1000.0
"""What a line counts, in squares of a full one: there are no more of them than there must be."""

_A_HINT: Final = 100.0
"""What counts against a line that begins with a word that is held to the one before it: but for a line, none does."""

_ALONE, _IS_SHORT = 20.0, 0.5
"""What counts against a word that has a line to itself, for what it is shorter than that, of a full one."""

_LAST: Final = 0.15
"""What counts against the last word, if it has one: lines may be a little less alike for it."""


class _Paragraph(NamedTuple):
    """How wide words are, the space between them and a line; which words are held to the one before."""

    words: Sequence[float]
    space: float
    most: float
    held: Collection[int]


def line_ends(
    words: Sequence[float], space: float, most: float, held: Collection[int] = ()
) -> list[int] | None:
    """Tell before which words a line begins, but for the first; nothing if a word is longer than a line.

    Of all ways with as few lines as can be, the one whose lines are most alike: the sum of their squares is least,
    and no short word is a line. A word that is `held` begins one only where that saves a line.
    It takes a time that goes by words and by how many of them stand in a line.
    """
    if sum(words) + space * (len(words) - 1) <= most:
        return []  # as of most answers
    count, paragraph = len(words), _Paragraph(words, space, most, held)
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for first in range(count - 1, -1, -1):
        best[first] = _best_from(first, paragraph, best)
        if best[first][1] == 0:
            return None
    starts, at = [], best[0][1] if count else 0
    while at < count:
        starts.append(at)
        at = best[at][1]
    return starts


def _best_from(
    first: int, paragraph: _Paragraph, best: Sequence[tuple[float, int]]
) -> tuple[float, int]:
    """Give what all from a word on costs at least, and where its line ends then; place 0 if that word is too long."""
    words, space, most, held = paragraph
    width, whole = -space, _A_LINE + _A_HINT * (first in held)
    least, chosen = inf, 0
    for end in range(first + 1, len(words) + 1):
        width += space + words[end - 1]
        if width > most:
            break
        share = width / most
        alone = 0.0
        if end == first + 1:
            alone = _ALONE * max(_IS_SHORT - share, 0.0) + _LAST * (end == len(words))
        cost = best[end][0] + whole + share * share + alone
        if cost < least:
            least, chosen = cost, end
    return least, chosen

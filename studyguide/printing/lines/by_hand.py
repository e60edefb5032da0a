"""What is written by hand: how much room a text takes, and each of its lines."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from studyguide.deck.marked import Marked, Table
from studyguide.printing.press.typography import FORMULA

_SIGNS = re.compile(r"\\([A-Za-z]+)(?:\{[a-z]*matrix\*?\})?|\\.|[{}^_&\s]")
_NO_SIGNS = frozenset((
    "frac", "dfrac", "tfrac", "left", "right", "text", "mathrm", "mathbf", "begin", "end", "over", "quad", "limits",
))  # fmt: skip
"""What is not written by hand of a formula."""


def room(text: str) -> int:
    """Tell how much room a text takes by hand, in letters: a Chinese sign as much as two, a formula as much as its signs."""
    plain = FORMULA.sub(lambda found: _SIGNS.sub(_sign, found[0]), text) if "\\" in text else text
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in plain)


def rooms_of_lines(text: str) -> Iterator[int]:
    """Yield how much room each line takes: of a program, a verse or a table, but the heads, which nobody has to write."""
    whole = FORMULA.sub(lambda found: found[0].replace("\n", " "), text) if "\\" in text else text
    blocks = text.blocks if isinstance(text, Marked) else ()
    starts = [block.runs[0].start for block in blocks if isinstance(block, Table)]
    heads = {whole.count("\n", 0, start) for start in starts}
    for nth, line in enumerate(whole.split("\n")):
        if line.strip() and nth not in heads:
            yield room(line)


def _sign(found: re.Match[str]) -> str:
    """Give a letter for a command that is a sign; nothing for what only tells where others stand."""
    return "x" if found[1] and found[1] not in _NO_SIGNS else ""

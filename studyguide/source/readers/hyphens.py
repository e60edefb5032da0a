"""Words that a hyphen parts at a line's end are put together again.

Whether the hyphen belongs to the word ("self-financing") nobody can tell from the line alone. The
text keeps it where the same word stands elsewhere with it; in either case a word joiner or a soft
hyphen marks the place, so that words can be read both ways.
"""

import re
from collections.abc import Sequence

from studyguide.patterns import lazy

_INVISIBLE = "\u00ad"
JOINER = "\u2060"
_NOT_PARTED = r"(?!(?:and|or|und|oder|bzw|et|ou|y|e|o|u|i|lub|oraz|en|of|och|og|и|или|та|або)\b)"
_BREAK = lazy(
    rf"(?<![^\W\d_])(?P<first>[^\W\d_]++)(?P<mark>[-‐\u00ad\x02])[^\S\n]*\n[^\S\n]*{_NOT_PARTED}(?P<second>[^\W\d_]+)"
)
_COMPOUND = lazy(r"(?<![^\W\d_])[^\W\d_]++[-‐][^\W\d_]+")
BETWEEN, _ZEROS = "\n\n", "\0\0"
"""What stands between any two parts of a document, and what while any other line end is a blank."""

CELL = "\x1f"
"""What stands before a cell while any tab is a blank; then a tab does, which parts numbers and names."""

_BLANKS, _CELL = lazy("  +"), lazy(f"[ {CELL}]*{CELL} *")
_ENDS = {mark: lazy(rf"{mark}[^\S\n]*\n") for mark in ("-", "‐", _INVISIBLE, "\x02")}
"""One by one: one letter is found many times as fast as any of several."""


def joined(text: str) -> str:
    """Join what hyphens part at the ends of lines."""
    return Hyphens(text).join(text)


def _has_ends(text: str) -> bool:
    """Whether a hyphen stands at the end of a line."""
    for mark, end in _ENDS.items():  # noqa: SIM110, in a quarter of the time
        if mark in text and end.search(text):
            return True
    return False


def in_one_line(parts: Sequence[str]) -> tuple[str, list[int]]:
    """Give parts with a blank for any stretch of blanks and line ends in them, a tab for the border of a cell, hyphenated words joined.

    They have no zeros in them, and come as one text, a blank line between any two, and their lengths: to part them
    again takes as long as all else.
    """
    whole = _ZEROS.join(parts)
    size = len(whole)
    if "\x02" in whole or _has_ends(whole):
        whole = _ZEROS.join(
            joined(each) if "\n" in each or "\u00ad" in each else each for each in parts
        )
    for sign in "\n\t\r":
        whole = whole.replace(sign, " ")
    if whole.rfind("  ") >= 0:  # in two thirds of the time that finding the first takes
        whole = _BLANKS.sub(" ", whole)
    if CELL in whole:
        whole = _CELL.sub("\t", whole)
    lengths = [*map(len, parts if len(whole) == size else whole.split("\0")[::2])]
    return whole.replace("\0", "\n"), lengths


class Hyphens:
    """Joins the words of a text; `whole` is all of it, which shows how it spells compounds."""

    def __init__(self, whole: str) -> None:
        self._whole = whole
        self._known: frozenset[str] | None = None

    def join(self, text: str) -> str:
        """Join what hyphens part at the ends of lines."""
        if _has_ends(text):
            text = _BREAK.sub(self._joined, text)
        return text.replace("\x02", "-")

    def _joined(self, match: re.Match[str]) -> str:
        first, mark, second = match["first"], match["mark"], match["second"]
        if second[0].isupper() and not first.isupper():  # Anglo-Saxon
            return f"{first}-{second}"
        if mark != _INVISIBLE and self._is_compound(f"{first}-{second}"):
            return f"{first}-{JOINER}{second}"
        return f"{first}{_INVISIBLE}{second}"

    def _is_compound(self, word: str) -> bool:
        """Whether the text writes a word with a hyphen within a line."""
        if self._known is None:
            words = self._whole.casefold().split()
            hyphened = " ".join(word for word in words if "-" in word or "‐" in word)
            found = _COMPOUND.findall(hyphened)
            self._known = frozenset(each.replace("‐", "-") for each in found)
        return word.casefold() in self._known

"""Which lines of a printed page are the headings that the document's bookmarks name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Bookmark(NamedTuple):
    """An entry of a document's outline; `level` begins at 1."""

    title: str
    level: int


Ordered = tuple[int, Bookmark]
"""A bookmark, and which of its page it is."""


def bookmarked(
    lines: Sequence[str], titles: Mapping[str, Sequence[Ordered]]
) -> tuple[int, Bookmark | None]:
    """Tell which bookmark the first of up to three lines, or more of them, are the heading of; `titles` by their letters."""
    if not titles or not _may_begin(lines[0], titles):
        return 0, None
    text, first = "", len(letters(lines[0]))
    for count, line in enumerate(lines, 1):
        text += letters(line)
        most = min(_NUMBER + 1, len(text), len(text) if _may_number(lines[0]) else max(first, 1))
        ends = (titles.get(text[start:]) for start in range(most))
        if found := [end[-1] for end in ends if end]:
            return count, min(found)[1]
    return 0, None


def _may_number(line: str) -> bool:
    """Whether a line by itself may be the number of a heading, not the end of what stands before it."""
    words = line.split()
    if any(map(str.isdecimal, line)) or _ROMAN.fullmatch(line.strip(" .:—–-")):
        return len(words) <= _MOST_WORDS
    return 1 < len(words) <= _MOST_WORDS and line[:1].isupper() and line[-1:].isalnum()


def _may_begin(text: str, titles: Iterable[str]) -> bool:
    """Whether a title may stand at the beginning of a line, which is told by few of its letters."""
    looked_at = letters(text[: 3 * _NUMBER])[: _NUMBER + _TOLD_BY]
    is_short = len(looked_at) < _NUMBER + _TOLD_BY  # so that it may stand in the next line, too
    return is_short or any(title[:_TOLD_BY] in looked_at for title in titles)


_ROMAN, _MOST_WORDS = re.compile(r"[IVXLC]+"), 3
_TOLD_BY = 4
"""Letters at the beginning of a title that tell most lines from it."""

_NUMBER = 12
"""Letters of a number before a heading that its bookmark lacks: "Chapter XVIII"."""


def letters(text: str) -> str:
    """Give only letters and figures of a text, without case."""
    return "".join(filter(str.isalnum, text.casefold()))

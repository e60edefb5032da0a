"""How many lines entries of an index take, where their letters alone tell that: such need not be laid out to be measured.

A width is known but for kerning and the face: an entry counts as told where it has as many lines as wide as it may be as it has
at its narrowest.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from typing import Final, NamedTuple

_ENTRY: Final = re.compile(r'<p class="(entry|sub|letter)\b[^"]*">(.*?)</p>\n?', re.DOTALL)
_TAG: Final = re.compile(r"</?(\w+)[^>]*>")
_IN_TEXT: Final = frozenset({"a", "b", "cite", "em", "i", "span"})
_WORD: Final = re.compile("([^ \n\u200b]+)([ \n\u200b]*)")
_PART: Final = re.compile(r"(?:[^\W_]|[\u00a0.,;:’'])+|.")
"""What of a word is surely not parted, if it has our letters."""

_SPACE: Final = 0.25
"""How wide a space is, about."""

_DIVIDED: Final = re.compile(r"[^\W\d_]{21}|\u00ad")
"""What is in a word that may have a hyphen at the end of a line."""

Extent = tuple[float, float]
"""How wide a text is at least, and at most, in sizes of its type."""


class Measure(NamedTuple):
    """How wide the lines of an entry are, and how much further left the first begins; of a sub-heading each line is so much `shorter`.

    All are in sizes of the type.
    """

    width: float
    hang: float
    shorter: float


class _Word(NamedTuple):
    """How wide a word is at least, and at most, and the space behind it."""

    least: float
    most: float
    space: float


class Counted(NamedTuple):
    """A page of HTML without entries whose lines are known, and the lines of all entries in order; none of what is left."""

    page: str
    lines: Sequence[int | None]


def counted(page: str, measure: Measure, extent: Callable[[str], Extent | None]) -> Counted:
    """Count the lines of the entries of an index on a page of HTML, but the first; `extent` tells nothing of what our faces lack."""
    lines = list[int | None]()

    def taken_out(found: re.Match[str]) -> str:
        kind, told = found.groups()
        if kind == "letter":
            return ""
        width = measure.width - measure.shorter * (kind == "sub")
        count = _lines_of(told, width, measure.hang, extent) if lines else None
        lines.append(count)
        return "" if count else found[0]

    return Counted(_ENTRY.sub(taken_out, page), lines)


def _lines_of(
    told: str, width: float, hang: float, extent: Callable[[str], Extent | None]
) -> int | None:
    """Count the lines of an entry; nothing where that is open."""
    text = unescape(_TAG.sub("", told))
    if not _IN_TEXT.issuperset(_TAG.findall(told)) or _DIVIDED.search(text):
        return None
    whole, parted = _set(_WORD.findall(text), extent), _set(_parted(text), extent)
    if whole is None or parted is None or max(each.most for each in whole) > width:
        return None
    most = _count([(each.most, each.space) for each in whole], width, hang)
    least = _count([(each.least, each.space) for each in parted], width, hang)
    return most if most == least else None


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text, parted wherever they might be."""
    for word, space in _WORD.findall(text):
        *parts, last = _PART.findall(word)
        yield from ((part, "") for part in parts)
        yield last, space


def _set(
    words: Iterable[tuple[str, str]], extent: Callable[[str], Extent | None]
) -> list[_Word] | None:
    """Measure words, and what is between them; nothing if a letter is not known."""
    found = list[_Word]()
    for word, space in words:
        wide = extent(word)
        if wide is None:
            return None
        found.append(_Word(*wide, _SPACE * (" " in space or "\n" in space)))
    return found


def _count(words: Iterable[tuple[float, float]], width: float, hang: float) -> int:
    """Count the lines of words, each with the space behind it, of which the first line begins further left."""
    lines, at = 1, -hang
    for wide, space in words:
        if at + wide > width and at > -hang:
            lines, at = lines + 1, 0.0
        at += wide + space
    return lines

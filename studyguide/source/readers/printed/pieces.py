"""Pieces that stand before a line of a printed page, and elsewhere in the file: drop caps, numbers of entries."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from studyguide.source.readers.printed.lines import Line

_MARKER = re.compile(r"(?:\d{1,3}|[a-z])[.)]|[•‣◦▪●○■]")
_INITIAL, _NEAR = 1.8, 1.5
"""Times the size of most letters: that of a drop cap, and the widest gap behind a piece."""

_ABOUT = 3
"""Points by which edges and heights may differ."""


def in_place(pages: Sequence[Sequence[Line]]) -> Sequence[Sequence[Line]]:
    """Put each piece before the line on its right: the highest of those beside a drop cap."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    size = max(sizes, key=sizes.__getitem__, default=0.0)
    found = [[*_pieces(page, size)] for page in pages]
    if not any(found):
        return pages
    whole = "\n".join(line.text for page in pages for line in page)
    return [_put(page, pieces, size, whole) for page, pieces in zip(pages, found, strict=True)]


def _pieces(page: Sequence[Line], size: float) -> Iterator[Line]:
    for line in page:
        if _is_initial(line, size) or (len(line.text) <= len("100.") and _MARKER.match(line.text)):
            yield line


def _is_initial(line: Line, size: float) -> bool:
    return len(line.text) == 1 and line.text.isalpha() and line.size > _INITIAL * size


def _put(page: Sequence[Line], pieces: list[Line], size: float, whole: str) -> list[Line]:
    kept = [*page]
    for piece in pieces:
        is_initial = _is_initial(piece, size)
        highest = piece.bottom + (piece.size if is_initial else _ABOUT)
        beside = [
            each
            for each in kept
            if -_ABOUT < each.left - piece.right < _NEAR * size
            and piece.bottom - _ABOUT < each.bottom < highest
        ]
        if beside:
            line = max(beside, key=lambda each: each.bottom)
            gap = "" if is_initial and _is_of_word(piece.text, line.text, whole) else " "
            left = line.left if is_initial else piece.left
            kept[kept.index(line)] = line._replace(text=piece.text + gap + line.text, left=left)
            kept.remove(piece)
    return kept


def _is_of_word(initial: str, line: str, whole: str) -> bool:
    """Whether a drop cap begins the word behind it, and is no word itself: the text shows which of them it has."""
    rest = re.escape(line.split(maxsplit=1)[0].strip(".,;:"))
    is_one = re.search(rf"\b{initial}{rest}\b", whole, re.IGNORECASE)
    return is_one is not None or len(re.findall(rf"\b{rest}\b", whole)) == 1

"""A sentence with blanks in its parts, as it is printed: which letters the blanks have, and what stands behind these."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, zip_longest
from unicodedata import category

from studyguide.deck.marked import part_of
from studyguide.guide.guide import Entry
from studyguide.printing.lines.blanks import Blank
from studyguide.printing.lines.list_letters import letter_at
from studyguide.printing.press.typography import curled_parts

_OPENING, _OTHERS = frozenset(("Ps", "Pi", "Pf")), "¿¡\"'״׳"
"""Categories of marks that open what stands behind them, in one language or another; and others that do."""

_EAST_ASIAN = "\u2e80"
"""The first letter of scripts without spaces."""


def pieces_of(entry: Entry, language: str) -> tuple[str | Blank, ...]:
    """Split a cloze sentence; its quotes are curled before, while their neighbours are known."""
    parts = [piece if isinstance(piece, str) else piece.text for piece in entry.pieces]
    texts = curled_parts(parts, language)
    letters = (letter_at(index, language) for index in count())
    return tuple(
        text if isinstance(piece, str) else Blank(next(letters), text, piece.hint)
        for piece, text in zip(entry.pieces, texts, strict=True)
    )


def with_marks(pieces: Sequence[str | Blank]) -> Iterator[str | Blank]:
    """Yield a sentence whose blanks have the quotation marks and brackets that open directly before them: a letter before these is no part of what is quoted."""
    opens = ""
    for piece, behind in zip_longest(pieces, pieces[1:]):
        if isinstance(piece, Blank):
            yield replace(piece, opens=opens)
            opens = ""
        else:
            at = _opening_at(piece) if isinstance(behind, Blank) else len(piece)
            opens = str(piece[at:])
            yield part_of(piece, 0, at)


def _opening_at(text: str) -> int:
    """Tell where the marks begin that end a text, and open what is behind it: not those that close a word, or belong to it."""
    at = len(text)
    while at and (category(text[at - 1]) in _OPENING or text[at - 1] in _OTHERS):
        at -= 1
    before = text[at - 1 : at]
    return len(text) if before.isalnum() and before < _EAST_ASIAN else at

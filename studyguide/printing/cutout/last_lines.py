"""The last line of a centred text that is not balanced: no short word stands on it alone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from studyguide.deck.marked import Marked, alike, runs_of
from studyguide.printing.cutout.cards import Face
from studyguide.printing.cutout.fit import largest_sizes_in_line
from studyguide.printing.cutout.imposition import Size
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SERIF_BOLD

_LEAST, _MOST = 0.4, 0.75
"""Of a line, how wide the words are at least that stay together at the end of a text, and at most: so they take no line more."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MORE_THAN_WORDS: Final = frozenset("\\$`|<\n")
"""What formulas, code, tables and verse are made of."""


def kept_together(face: Face, card: Size) -> Face:
    """Keep the last words of its centred texts together, as far as the last line would else be short.

    Words of one part alone are bound: across the end of one WeasyPrint would break a line too early.
    """
    line = largest_sizes_in_line(card)
    if face.is_list or face.has_lines:
        return face
    if not face.parts:
        return replace(face, lines=tuple(_bound(text, line) for text in face.lines))
    *before, last = face.parts
    if last.state != "plain":
        return face
    bound = last._replace(text=_bound(last.text, line, follows=bool(before)))
    return replace(face, parts=(*before, bound))


def _bound(text: str, line: float, *, follows: bool = False) -> str:
    """Bind the last words of a text by spaces that do not break; `follows` tells whether it goes on with a line."""
    if not _MORE_THAN_WORDS.isdisjoint(text) or _has_code(text):
        return text
    if not follows and width_of(text, SERIF_BOLD) <= line:
        return text
    bound = {*_last_spaces(text, line)}
    words = "".join(_NO_BREAK if at in bound else letter for at, letter in enumerate(text))
    return alike(text, words) if bound else text


def _last_spaces(text: str, line: float) -> Iterator[int]:
    """Yield where the spaces between the last words are, as many as make the last line wide enough."""
    end = len(text.rstrip())
    at = text.rfind(" ", 0, end)
    while at > 0 and width_of(text[at + 1 : end], SERIF_BOLD) < _LEAST * line:
        before = text.rfind(" ", 0, at)
        if before < 0 or width_of(text[before + 1 : end], SERIF_BOLD) > _MOST * line:
            return
        yield at
        at = before


def _has_code(text: str) -> bool:
    return isinstance(text, Marked) and any("code" in run.styles for run in runs_of(text))

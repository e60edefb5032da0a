"""Anki's cloze syntax, `{{c1::text::hint}}`, read more strictly than Anki reads it.

What Anki and genanki let pass without a word (no deletion, `c0`, an unclosed or a nested one) makes
notes without cards, so each of these is a `Slip` here.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

HIGHEST_NUMBER = 499
"""Anki makes no card for a higher number."""

_TOKEN = re.compile(r"\{\{|\}\}")
_OPENING = re.compile(r"\{\{c(\d+)::", re.ASCII)


@dataclass(frozen=True, slots=True)
class Deletion:
    """A hidden part of a cloze sentence; deletions of one number are hidden together."""

    number: int
    text: str
    hint: str = ""


Piece = str | Deletion


class Slip(NamedTuple):
    """One mistake in a cloze sentence: from which character to which, a code, what to write."""

    start: int
    end: int
    code: str
    message: str
    help: str


def hidden_by_number(pieces: tuple[Piece, ...]) -> dict[int, str]:
    """Give for each cloze number all that it hides: one card asks for it together."""
    hidden: dict[int, str] = {}
    for piece in pieces:
        if isinstance(piece, Deletion):
            earlier = hidden.get(piece.number)
            hidden[piece.number] = f"{earlier} | {piece.text}" if earlier else piece.text
    return hidden


def parse(text: str) -> tuple[tuple[Piece, ...], tuple[Slip, ...]]:
    """Split a cloze sentence into plain text and deletions; report every slip in it."""
    pieces: list[Piece] = []
    slips: list[Slip] = []
    at = 0
    while token := _TOKEN.search(text, at):
        if token.group() == "}}":
            slips.append(_stray(token.start()))
            at = token.end()
            continue
        pieces.append(text[at : token.start()])
        end = _end_of(text, token.start(), slips)
        deletion = _deletion(text, token.start(), end, slips)
        pieces.append(deletion or text[token.start() : end])
        at = end
    pieces.append(text[at:])
    if not slips and not any(isinstance(piece, Deletion) for piece in pieces):
        slips.append(_none(text))
    return tuple(piece for piece in pieces if piece), tuple(slips)


def _end_of(text: str, start: int, slips: list[Slip]) -> int:
    """Find where the deletion that opens at `start` ends, nested ones included."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        depth += 1 if token.group() == "{{" else -1
        if depth == 2:
            slips.append(_nested(token.start()))
        if depth == 0:
            return token.end()
    if depth == 1:
        slips.append(_unclosed(start))
    return len(text)


def _deletion(text: str, start: int, end: int, slips: list[Slip]) -> Deletion | None:
    opening = _OPENING.match(text, start, end)
    if not opening:
        slips.append(_malformed(text, start, end))
        return None
    number = int(opening.group(1)[:9])
    hidden, _, hint = text[opening.end() : end].removesuffix("}}").partition("::")
    if not 1 <= number <= HIGHEST_NUMBER:
        slips.append(_out_of_range(opening))
    elif not hidden.strip():
        slips.append(_empty(start, end))
    return Deletion(number, hidden, hint)


def _none(text: str) -> Slip:
    help = "mark what the learner fills in: The strike began in {{c1::Siberia}}."
    return Slip(0, len(text), "cloze-none", "the cloze sentence hides nothing", help)


def _stray(at: int) -> Slip:
    return Slip(
        at, at + 2, "cloze-stray", "`}}` closes nothing", "open the deletion with {{c1:: or drop it"
    )


def _nested(at: int) -> Slip:
    help = "close the outer deletion first, or use two deletions side by side"
    return Slip(at, at + 2, "cloze-nested", "a deletion opens inside another", help)


def _unclosed(at: int) -> Slip:
    return Slip(at, at + 2, "cloze-unclosed", "this deletion is never closed", "end it with }}")


def _malformed(text: str, start: int, end: int) -> Slip:
    help = "write {{c1::hidden text}} or {{c1::hidden text::hint}}"
    message = f"`{text[start : min(end, start + 12)]}` does not open a deletion"
    return Slip(start, start + 2, "cloze-malformed", message, help)


def _out_of_range(opening: re.Match[str]) -> Slip:
    message = f"there is no cloze number {opening.group(1)}"
    help = f"number deletions from c1 to c{HIGHEST_NUMBER}"
    return Slip(opening.start(), opening.end(), "cloze-number", message, help)


def _empty(start: int, end: int) -> Slip:
    help = "put the words to hide after the `::`"
    return Slip(start, end, "cloze-empty", "this deletion hides nothing", help)

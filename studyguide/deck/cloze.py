"""Anki's cloze syntax, `{{c1::text::hint}}`, read more strictly than Anki reads it.

What Anki and genanki let pass without a word (no deletion, `c0`, an unclosed or a nested one) makes
notes without cards, so each of these is a `Slip` here.
"""

import re
from typing import NamedTuple

from studyguide.deck.marked import part_of, without_code
from studyguide.patterns import lazy

HIGHEST_NUMBER = 499
"""Anki makes no card for a higher number."""

_TOKEN = lazy(r"\{\{|\}\}")
_BRACE = lazy(r"\\(?!\{\{c\d+::)[{}\\]|\{\{c\d+::|[{}]", re.ASCII)
_FORMULA = lazy(r"\\\((?:(?!\\[()]).)+\\\)|\\\[(?:(?!\\[\[\]]).)+\\\]", re.DOTALL)
_OPENING = lazy(r"\{\{c(\d+)::", re.ASCII)


class Deletion(NamedTuple):
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
    r"""Split a cloze sentence into plain text and deletions; report every slip in it.

    Braces of TeX are no marks where all of them go together: `{{c1::\frac{a}{b}}}`.
    """
    pieces: list[Piece] = []
    slips: list[Slip] = []
    if spans := _among_tex(text):
        return _parted(text, spans, slips), tuple(slips)
    tokens = [(token.start(), token[0]) for token in _TOKEN.finditer(text)]
    ends = _ends(tokens)
    formula = text.find("\\")
    at = 0
    for start, mark in tokens:
        if start < at:
            continue  # inside the deletion before
        if mark == "}}":
            slips.append(_stray(start, is_formula=0 <= formula < start))
        elif start not in ends and _OPENING.match(text, start):
            slips.append(_unclosed(start))
        else:
            end = ends.get(start, start + 2)
            deletion = _deletion(text, start, end, slips)
            if deletion and 0 <= formula < end and not slips and _is_torn(deletion.text):
                slips.append(_unclosed(start))
            pieces += [part_of(text, at, start), deletion or text[start:end]]
            at = end
    pieces.append(part_of(text, at, len(text)))
    if not slips and len(pieces) == 1:
        slips.append(_none(text))
    return tuple(filter(None, pieces)), tuple(slips)


def _among_tex(text: str) -> list[tuple[int, int]]:
    """Tell from where to where the deletions of a sentence with TeX stand; nothing if it is unclear."""
    if "\\" not in text:
        return []
    formulas = [found.span() for found in _FORMULA.finditer(text)]
    spans: list[tuple[int, int]] = []
    opened: list[str] = []
    start = at = 0
    while token := _BRACE.search(text, at):
        at, mark = token.end(), token[0]
        if mark == "}" and opened and opened[-1] != "{":
            if not text.startswith("}", at):
                return []
            at += 1
            spans.append((start, at))
            opened.pop()
        elif mark == "}":
            if not opened:
                return []
            opened.pop()
        elif mark == "{" and not opened and text.startswith("{", at):
            if not any(first < at < last for first, last in formulas):
                return []
            opened.append(mark)
        elif mark == "{":
            opened.append(mark)
        elif mark[0] == "{":
            if any(each != "{" for each in opened):
                return []
            start = token.start()
            opened.append(mark)
    return [] if opened else spans


def _is_torn(tex: str) -> bool:
    """Whether a group of TeX opens in a deletion and does not end there."""
    return tex.count("{") - tex.count("\\{") > tex.count("}") - tex.count("\\}")


def _parted(text: str, spans: list[tuple[int, int]], slips: list[Slip]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for start, after in spans:
        deletion = _deletion(text, start, after, slips, is_tex=True)
        pieces += [part_of(text, end, start), deletion or text[start:after]]
        end = after
    return tuple(filter(None, (*pieces, part_of(text, end, len(text)))))


def _ends(tokens: list[tuple[int, str]]) -> dict[int, int]:
    """Tell for each `{{` that is closed where its `}}` ends."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for start, mark in tokens:
        if mark == "{{":
            opened.append(start)
        elif opened:
            ends[opened.pop()] = start + 2
    return ends


def _deletion(
    text: str, start: int, end: int, slips: list[Slip], *, is_tex: bool = False
) -> Deletion | None:
    opening = _OPENING.match(text, start, end)
    if not opening:
        slips.append(_malformed(text, start, end))
        return None
    number = int(opening.group(1)[:9])
    parting = without_code(text).find("::", opening.end(), end - 2)  # `std::vector` has no hint
    hidden = part_of(text, opening.end(), parting if parting >= 0 else end - 2)
    hint = text[parting + 2 : end - 2] if parting >= 0 else ""
    inner = text.find("{{", opening.end(), end)
    if not 1 <= number <= HIGHEST_NUMBER:
        slips.append(_out_of_range(opening))
    if inner >= 0 and not is_tex:
        slips.append(_nested(inner))
    elif not hidden.strip():
        slips.append(_empty(start, end))
    return Deletion(number, hidden, hint)


def _none(text: str) -> Slip:
    help = "mark what the learner fills in: The strike began in {{c1::Siberia}}."
    return Slip(0, len(text), "cloze-none", "the cloze sentence hides nothing", help)


def _stray(at: int, *, is_formula: bool) -> Slip:
    help = "open the deletion with {{c1:: or drop it"
    if is_formula:
        help += "; in a formula write } }"
    return Slip(at, at + 2, "cloze-stray", "`}}` closes nothing", help)


def _nested(at: int) -> Slip:
    help = "close the outer deletion first, or use two deletions side by side"
    return Slip(at, at + 2, "cloze-nested", "a deletion opens inside another", help)


def _unclosed(at: int) -> Slip:
    return Slip(at, at + 2, "cloze-unclosed", "this deletion is never closed", _CLOSE)


_CLOSE = "end it with }}, after those that close groups of TeX"


def _malformed(text: str, start: int, end: int) -> Slip:
    help = "write {{c1::hidden text}} or {{c1::hidden text::hint}}"
    message = f"`{text[start : min(end, start + 12)]}` does not open a deletion"
    return Slip(start, start + 2, "cloze-malformed", message, help)


def _out_of_range(opening: re.Match[str]) -> Slip:
    message = f"there is no cloze number {opening.group(1)[:9]}"
    help = f"number deletions from c1 to c{HIGHEST_NUMBER}"
    return Slip(opening.start(), opening.end(), "cloze-number", message, help)


def _empty(start: int, end: int) -> Slip:
    help = "put the words to hide after the `::`"
    return Slip(start, end, "cloze-empty", "this deletion hides nothing", help)

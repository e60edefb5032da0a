r"""Formulas in parts: those that a blank cuts, and those that are wider than a line.

On paper each part becomes a formula of its own, where it can be one.

`\(E = {{c1::mc^2}}\)` is printed as a formula, a blank, and in the key a formula again. Where a part
has no meaning alone, as within a root, all is printed as it is written.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from studyguide.deck.cloze import Deletion, Piece
from studyguide.deck.marked import joined, part_of
from studyguide.guide.guide import Entry, Guide

_FORMULA = re.compile(r"\\\((?:(?!\\[()]).)+\\\)", re.DOTALL)
_BRACE = re.compile(r"\\[{}\\]|[{}]")
_HANGS = re.compile(r"^[\^_]|[\^_]$|\\[A-Za-z]+$|&")
"""What belongs to something before or behind."""

_STEP = re.compile(r"\\(?P<name>[A-Za-z]+)|\\.|\S", re.DOTALL)
_OPENING, _CLOSING = frozenset(("{", "left", "begin")), frozenset(("}", "right", "end"))
RELATIONS: Final = frozenset((
    "=", "<", ">", "le", "leq", "ge", "geq", "ne", "neq", "equiv", "approx", "sim", "simeq", "cong", "propto", "to",
    "rightarrow", "Rightarrow", "longrightarrow", "Longrightarrow", "implies", "leftrightarrow", "Leftrightarrow", "iff",
    "rightleftharpoons",
))  # fmt: skip
OPERATORS: Final = frozenset((
    "+", "-", "*", "pm", "mp", "times", "div", "cdot", "ast", "star", "circ", "cup", "cap", "vee", "wedge", "oplus", "otimes",
    "setminus",
))  # fmt: skip
_NOT_BEHIND: Final = frozenset(("", "^", "_", "(", "[", "|", ",", ";", ":"))
"""Behind these, as behind a relation or another operator, an operator is the sign of a number or an index."""

_OVER: Final = frozenset(("over", "atop", "choose", "brace", "brack"))
"""What takes all that stands before it and behind it: nothing of that may be broken."""

_PAIRED = ((r"\left", r"\right"), (r"\begin", r"\end"))


def on_paper(guide: Guide) -> Guide:
    """Give a guide whose cut formulas are whole ones, part by part."""
    if not guide.math:
        return guide
    sections = (
        replace(section, entries=tuple(map(parted, section.entries))) for section in guide.sections
    )
    return replace(guide, sections=tuple(sections))


def parted(entry: Entry) -> Entry:
    """Give an entry whose cut formulas are whole ones, part by part."""
    if entry.kind != "cloze":
        return entry
    texts = _texts(entry.pieces)
    whole = whole_parts(texts)
    if whole == texts:
        return entry
    pieces = tuple(
        text if isinstance(piece, str) else piece._replace(text=text)
        for piece, text in zip(entry.pieces, whole, strict=True)
    )
    answers = tuple(piece.text for piece in pieces if isinstance(piece, Deletion))
    return replace(entry, pieces=pieces, answers=answers)


def _texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece if isinstance(piece, str) else piece.text for piece in pieces]


def torn_formulas(pieces: Sequence[Piece]) -> list[bool]:
    """Tell of each formula that a blank cuts whether its parts cannot stand alone."""
    texts = _texts(pieces)
    return [not _is_whole(parts) for parts in _cut(texts)]


def whole_parts(texts: Sequence[str]) -> list[str]:
    """Close a formula at the end of each part and open it again at the start of the next."""
    ends = [*accumulate(map(len, texts))]
    cuts = {
        end
        for found in _FORMULA.finditer("".join(texts))
        for end in ends
        if found.start() < end < found.end() and _is_whole(_parts_of(texts, *found.span()))
    }
    whole = []
    for text, end in zip(texts, ends, strict=True):
        part = text
        if end in cuts:
            part = (
                part_of(part, 0, len(part) - 2) if part.endswith(r"\(") else joined([part, r"\)"])
            )
        if end - len(text) in cuts:
            part = part_of(part, 2, len(part)) if part.startswith(r"\)") else joined([r"\(", part])
        whole.append(part)
    return whole


def _cut(texts: Sequence[str]) -> list[list[str]]:
    ends = [*accumulate(map(len, texts))]
    return [
        _parts_of(texts, *found.span())
        for found in _FORMULA.finditer("".join(texts))
        if any(found.start() < end < found.end() for end in ends)
    ]


def _parts_of(texts: Sequence[str], first: int, last: int) -> list[str]:
    """Give the TeX of a formula in the parts that it is cut into."""
    parts, start = [], 0
    for text in texts:
        inner = text[max(first + 2 - start, 0) : max(last - 2 - start, 0)]
        if start + len(text) > first and start < last:
            parts.append(inner)
        start += len(text)
    return parts


def _is_whole(parts: Sequence[str]) -> bool:
    return all(map(_is_balanced, parts))


def _is_balanced(tex: str) -> bool:
    depth = 0
    for brace in _BRACE.findall(tex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    is_paired = all(tex.count(opening) == tex.count(closing) for opening, closing in _PAIRED)
    hangs = _HANGS.search(tex.strip())
    return depth == 0 and is_paired and not hangs


def parts_before(tex: str, signs: frozenset[str]) -> list[str]:
    """Part TeX before each of the signs, named without their backslash, that is within no group, fence or matrix."""
    starts = [0, *_places_of(signs, tex), len(tex)]
    parts = [tex[start:end] for start, end in pairwise(starts) if tex[start:end].strip()]
    # an empty group before it, so that the sign is as far from what follows as within the whole
    return [f"{{}}{part}" if at else part for at, part in enumerate(parts)]


def sides_of(tex: str, is_short: Callable[[str], bool]) -> list[str]:
    """Part TeX before its relations; a left side that is short has the first of them on its line."""
    sides = parts_before(tex, RELATIONS)
    if len(sides) > 1 and is_short(sides[0]):
        sides[:2] = [sides[0] + sides[1].removeprefix("{}")]
    return sides


def _places_of(signs: frozenset[str], tex: str) -> list[int]:
    depth, before, places = 0, "", []
    for found in _STEP.finditer(tex):
        sign = found["name"] or found[0]
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth == 0 and sign in _OVER and found["name"]:
            return []
        is_behind = before in _NOT_BEHIND or before in RELATIONS or before in OPERATORS
        if depth == 0 and sign in signs and found.start() and (signs is RELATIONS or not is_behind):
            places.append(found.start())
        before = sign
    return places

"""Which signs of emphasis go together: `*` once, twice or three times, `_` once."""

import re
from typing import NamedTuple

from studyguide.deck.marked import Style

Change = tuple[int, Style, bool]
"""How many signs begin or end which style; whether they begin it."""

_MOST_OPEN = 16
"""So many kinds of emphasis may be open at a time; what opened before the last of them is text."""


class _Open(NamedTuple):
    start: int
    sign: str
    left: int


def paired(
    raw: str, tokens: list[re.Match[str]], within: tuple[int, int]
) -> dict[int, list[Change]]:
    """Tell which signs of emphasis go together: by place, how many signs, the style, if it opens."""
    paired: dict[int, list[Change]] = {}
    opened: list[_Open] = []
    for token in tokens:
        if token["gap"]:
            opened.clear()
        if not token["mark"] or len(token["mark"]) > 3 or token["mark"].startswith("__"):
            continue  # `__init__` is a name
        before = raw[token.start() - 1] if token.start() > within[0] else ""
        after = raw[token.end()] if token.end() < within[1] else ""
        left = len(token["mark"])
        if _closes(token["mark"], before, after):
            left = _close(opened, token, left, paired)
        if left and _opens(token["mark"], before, after):
            opened.append(_Open(token.start(), token["mark"][0], left))
            del opened[:-_MOST_OPEN]
    return paired


def _close(
    opened: list[_Open],
    token: re.Match[str],
    left: int,
    paired: dict[int, list[Change]],
) -> int:
    """Let signs end what the nearest signs of their kind have begun; give how many are left."""
    for index in range(len(opened) - 1, -1, -1):
        start, sign, count = opened[index]
        if not left or sign != token["mark"][0] or (left != count and 3 not in (left, count)):
            continue
        used = min(left, count)
        styles: tuple[Style, ...] = (("em",), ("strong",), ("strong", "em"))[used - 1]
        for style in styles:
            size = 2 if style == "strong" else 1
            paired.setdefault(start, []).insert(0, (size, style, True))
            paired.setdefault(token.start(), []).append((size, style, False))
        left -= used
        del opened[index:]
        if count > used:
            opened.append(_Open(start, sign, count - used))
    return left


def _opens(mark: str, before: str, after: str) -> bool:
    """Whether emphasis may begin here: not within a word or number, unless it is strong."""
    if not after.strip():
        return False
    return not before.isdigit() if mark.startswith("**") else not _is_letter(before)


def _closes(mark: str, before: str, after: str) -> bool:
    if not before.strip():
        return False
    return not after.isdigit() if mark.startswith("**") else not _is_letter(after)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"

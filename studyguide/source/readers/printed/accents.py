"""Accents that a printed page has as signs of their own, over or under their letters, as TeX once set them: f¨ur."""

import re
from collections.abc import Callable
from unicodedata import normalize

_COMBINING = {
    "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c",
    "˘": "\u0306", "˙": "\u0307", "˚": "\u030a", "¸": "\u0327", "˛": "\u0328", "˝": "\u030b", "¯": "\u0304",
}  # fmt: skip
_ACCENT = re.compile(f"[{''.join(_COMBINING)}]")
_DOTLESS = {"ı": "i", "ȷ": "j"}
_TOUCHING = 0.35
"""Of the width of the wider: two letters that are no farther from each other are of one word."""

Edges = Callable[[int], tuple[float, float]]
"""Gives the left and the right edge of a letter, by its place in the text of the page."""


def has_accents(text: str) -> bool:
    """Whether a line has accents that are signs of their own."""
    return _ACCENT.search(text) is not None


def composed(text: str, start: int, edges: Edges, gone: set[int]) -> str:
    """Give a line, which begins at `start`, with each accent on the letter that it stands over, if it stands over one.

    `gone` are places in it that are left out.
    """
    places = {at: edges(start + at) for at, sign in enumerate(text) if not sign.isspace()}
    letters = {at: sign for at, sign in enumerate(text) if sign.isalpha()}
    accents: set[int] = set()
    for match in _ACCENT.finditer(text):
        at, accent = match.start(), _COMBINING[match[0]]
        middle = sum(places[at]) / 2
        over = [n for n in letters if places[n][0] <= middle <= places[n][1]]
        base = min(over, key=lambda n: abs(n - at), default=None)
        if base is None:
            continue
        whole = normalize("NFC", _DOTLESS.get(letters[base], letters[base]) + accent)
        if len(whole) == 1:
            letters[base] = whole
            accents.add(at)
    gone = gone | accents
    kept = [at for at in range(len(text)) if at not in gone]
    return "".join(
        letters.get(at, text[at]) for at in kept if not _is_no_blank(text, at, accents, places)
    )


def _is_no_blank(
    text: str, at: int, gone: set[int], places: dict[int, tuple[float, float]]
) -> bool:
    """Whether a blank stands there only because of an accent beside it: the letters around both touch each other."""
    if not text[at].isspace() or not {at - 1, at + 1} & gone:
        return False
    around = [n for n in places if n not in gone]
    before = max((n for n in around if n < at), default=None)
    after = min((n for n in around if n > at), default=None)
    if before is None or after is None:
        return True
    width = max(places[n][1] - places[n][0] for n in (before, after))
    return places[after][0] - places[before][1] < _TOUCHING * width

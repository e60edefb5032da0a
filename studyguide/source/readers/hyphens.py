"""Words that a hyphen parts at a line's end are put together again.

Whether the hyphen belongs to the word ("self-financing") nobody can tell from the line alone. The
text keeps it where the same word stands elsewhere with it; in either case a word joiner or a soft
hyphen marks the place, so that words can be read both ways.
"""

import re

_INVISIBLE = "\u00ad"
JOINER = "\u2060"
_NOT_PARTED = r"(?!(?:and|or|und|oder|bzw|et|ou|y|e|o|u|i|lub|oraz|en|of|och|og|и|или|та|або)\b)"
_BREAK = re.compile(
    rf"(?P<first>[^\W\d_]+)(?P<mark>[-‐\u00ad\x02])[^\S\n]*\n[^\S\n]*{_NOT_PARTED}(?P<second>[^\W\d_]+)"
)
_ANY = re.compile(r"[-‐\u00ad\x02][^\S\n]*\n")


def joined(text: str) -> str:
    """Join what hyphens part at the ends of lines."""
    if not _ANY.search(text):
        return text.replace("\x02", "-") if "\x02" in text else text
    compounds = _Compounds(text)

    def join(match: re.Match[str]) -> str:
        first, mark, second = match["first"], match["mark"], match["second"]
        if second[0].isupper() and not first.isupper():  # Anglo-Saxon
            return f"{first}-{second}"
        if mark != _INVISIBLE and compounds.has(first, second):
            return f"{first}-{JOINER}{second}"
        return f"{first}{_INVISIBLE}{second}"

    return _BREAK.sub(join, text).replace("\x02", "-")


class _Compounds:
    """The compounds that a text writes with a hyphen within a line."""

    def __init__(self, text: str) -> None:
        self._text, self._known = text, frozenset[str]()

    def has(self, first: str, second: str) -> bool:
        if not self._known:
            found = re.findall(r"[^\W\d_]+[-‐][^\W\d_]+", self._text.casefold())
            self._known = frozenset(each.replace("‐", "-") for each in found)
        return f"{first}-{second}".casefold() in self._known

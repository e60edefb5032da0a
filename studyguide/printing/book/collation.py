"""In which order an index has its headings: the only module that knows pyuca.

The Unicode Collation Algorithm puts Ø with O and Ł with L. Where a language has a letter of its own
for what is elsewhere a variant, as Swedish has Å, Ä and Ö after Z, that is told here.
"""

from collections.abc import Callable
from functools import cache

_AFTER: dict[str, tuple[str, ...]] = {
    "cs": ("cč", "hch", "rř", "sš", "zž"),
    "da": ("zæ", "zø", "zå"),
    "es": ("nñ",),
    "et": ("sš", "zž", "wõ", "wä", "wö", "wü"),
    "fi": ("zå", "zä", "zö"),
    "hu": ("cč", "oö", "uü"),
    "is": ("dð", "zþ", "zæ", "zö"),
    "nb": ("zæ", "zø", "zå"),
    "nn": ("zæ", "zø", "zå"),
    "no": ("zæ", "zø", "zå"),
    "pl": ("aą", "cć", "eę", "lł", "nń", "oó", "sś", "zź", "zż"),
    "ro": ("aă", "aâ", "iî", "sș", "tț"),
    "sk": ("cč", "hch", "sš", "zž"),
    "sv": ("zå", "zä", "zö"),
    "tr": ("cç", "gğ", "hı", "oö", "sş", "uü"),
}
"""By language, each letter of its own behind the letter that it follows, in order."""

_LAST = "ʒ"
"""A letter that comes after z: put behind another it stands after all words that go on from there."""

Key = Callable[[str], tuple[int, ...]]


@cache
def order_of(language: str) -> Key:
    """Give the key by which headings are put in order in a language."""
    from pyuca import Collator  # type: ignore[import-untyped]

    collator = Collator()
    own = _own_letters(language)

    def key(heading: str) -> tuple[int, ...]:
        shown = heading.casefold().replace("-", " ").lstrip("ʻʼ'’‘“\"«„(")
        for letter, instead in own.items():
            shown = shown.replace(letter, instead)
        return tuple(collator.sort_key(shown))

    return key


@cache
def initial_of(heading: str, language: str) -> str:
    """Give the letter under which a heading stands; figures and signs stand under none."""
    from unicodedata import category, normalize

    signs = (each for each in heading.casefold() if each.isalnum() and category(each) != "Lm")
    first = next(signs, "")
    if not first.isalpha():
        return ""
    if first in _own_letters(language):
        return first.upper()
    plain = normalize("NFKD", {"ø": "o", "ł": "l", "æ": "a", "œ": "o", "đ": "d"}.get(first, first))
    return plain[:1].upper()


@cache
def _own_letters(language: str) -> dict[str, str]:
    letters: dict[str, str] = {}
    for pair in _AFTER.get(language.partition("-")[0], ()):
        earlier = sum(each.startswith(pair[0] + _LAST) for each in letters.values())
        letters[pair[1:]] = pair[0] + _LAST * (earlier + 1)
    return letters

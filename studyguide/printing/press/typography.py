"""Small details of setting text: quotes, dashes, words that stay whole, the way a line is read."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Final
from unicodedata import bidirectional

from markupsafe import Markup

from studyguide.deck.marked import Marked, alike, joined, runs_of
from studyguide.guide.quotation import all_marks
from studyguide.printing.spacing.unbroken import unbroken

_STRAIGHT = "\"'"
_APOSTROPHE = "’"

_OPENING_QUOTES = re.compile(r"""(?<![^\s(\[{/—–‘“„«‚])(?!'\d\d|'[knst](?![\w'’]))["']+(?=\S)""")
_MINUS = re.compile(
    r"(?<![^\s(\[{±=<>≤≥≈])(?:(?<!\d\s)|(?<!\d\d\d\s)(?=-\d++(?:[.,]\d+)? ?[°%]?[CF]? (?:to|bis|à|a|al|tot|do|до) [-−+]?\d++(?! ?[-–])))"
    r"-(?=(?>\d+(?:[.,]\d+)*)(?![\w-]))"
)
"""Behind a figure only where a range begins, for 4 -5 alone may be one itself: room 4 -5 to 7 °C, pages 4 -5."""
_DASH = re.compile(r"(?<=\s)-(?=\s)|(?<![\d-])(\d+)-(?=\d+(?![\d-]))")
FORMULA: Final = re.compile(
    r"\\\((?P<inline>(?:(?!\\[()]).)+)\\\)|\\\[(?P<display>(?:(?!\\[\[\]]).)+)\\\]", re.DOTALL
)
"""A formula, in a line or apart from it."""

_BEFORE_FRENCH_MARKS = re.compile("[ \u00a0](?=[;:!?»])|(?<=«)[ \u00a0]")
_NARROW, _FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
_PREFIXED = re.compile(
    r"(<(style|title|svg|pre|code)\b.*?</\2>|<[^>]*>)|(?<![\w-])(?=[^\W\d_]*-)(?:"
    r"([^\W\d_]{2,4}-[^\W\d_]{2,16}|[^\W\d_]{5,12}-[^\W\d_]{2,4}|[дгДГ]-[а-я]{1,3}|--?[^\W\d_][\w-]{0,22}"
    r"|(?=[\w-]{5,21}(?![\w-]))[^\W\d_]{1,12}(?:-[^\W\d_]{1,3})+-[^\W\d_]{1,5})(?![\w-])"
    r"|((?:[^\W\d_]+-)+?)((?:[^\W\d_]{1,3}-)+[^\W\d_]{2,16})(?!\w))",  # internationalisera-/t-elle
    re.DOTALL,
)
_GERSHAYIM = re.compile(r"""(?<=[א-ת])"(?=[א-ת])""")
_GERESH = re.compile("(?<=[א-ת])'")


@lru_cache(maxsize=10_000, typed=True)
def curled(text: str, language: str = "en") -> str:
    """Make straight quotes curly, hyphens dashes or a minus, some spaces unbreakable; the length stays.

    Most is asked for several times: for a page, its key, its index, and to measure it.
    """
    base = language.partition("-")[0]
    if base == "he":
        text = _GERESH.sub("׳", _GERSHAYIM.sub("״", text))
    outer, closing, inner, end = all_marks(base)
    if '"' in text or "'" in text:
        opened = str.maketrans(_STRAIGHT, outer + inner)
        text = _OPENING_QUOTES.sub(lambda quotes: quotes.group().translate(opened), text)
        text = _closed(text, inner, end) if "'" in text else text
        text = text.replace('"', closing)
    if "-" in text:
        text = _DASH.sub(lambda dash: (dash[1] or "") + "–", text)
        text = _MINUS.sub("−", text)
    if base == "fr":
        text = _BEFORE_FRENCH_MARKS.sub(_NARROW, text)
    return unbroken(text, base)


def _closed(text: str, inner: str, end: str) -> str:
    """Close the inner quotations that were opened; every other stroke is an apostrophe."""
    if end == _APOSTROPHE:
        return text.replace("'", _APOSTROPHE)
    parts, is_open = [], False
    for sign in text:
        if sign == "'":
            parts.append(end if is_open else _APOSTROPHE)
            is_open = False
        else:
            is_open = is_open or sign == inner
            parts.append(sign)
    return "".join(parts)


def spaced(html: str, language: str) -> str:
    """Set quotes apart from what they enclose, where that is the custom: « mot »."""
    if not language.startswith("fr"):
        return html
    html = re.sub(r"«(?=[^\s\u00a0\u202f])", f"«{_NARROW}", html)
    return re.sub(r"(?<=[^\s\u00a0\u202f])»", f"{_NARROW}»", html)


def curled_parts(parts: Sequence[str], language: str) -> Iterator[str]:
    """Curl the parts of a sentence while the neighbours of their quotes are known.

    The line end that closes a block of YAML goes.
    """
    whole = curled_words(joined(parts), language)
    ends = accumulate(map(len, parts), initial=0)
    last = len(whole.rstrip("\r\n"))
    for part, (start, end) in zip(parts, pairwise(ends), strict=True):
        yield alike(part, whole[start : min(end, max(start, last))])


def curled_words(text: str, language: str) -> str:
    """Curl the words of a text, but nothing in the code and the formulas among them: in `b^2-4ac` is no dash."""
    words, end = "", 0
    shown = curled(text, language)
    for found in FORMULA.finditer(text):
        words += shown[end : found.start()] + found[0]
        end = found.end()
    words += shown[end:]
    if not isinstance(text, Marked):
        return words
    return "".join(
        (text if "code" in run.styles else words)[run.start : run.end] for run in runs_of(text)
    )


def with_whole_prefixes(html: str) -> str:
    """Keep both parts of a word together where one is short: no line ends in `anti-`, none begins with `run` of `state-run`.

    Of several, a short one within stays with what follows it (donna-t-elle), and all do in a short word. A hyphen that begins a word stays with it, too, as does one that is joined to what follows it. What is written from the right, or stands in a page that is, stays in one run with what is beside it.
    """
    is_page = html.find(' dir="rtl"', 0, html.find(">", html.find("<html"))) >= 0

    def whole(found: re.Match[str]) -> str:
        if found.lastindex == 1:
            return found[0]
        before, word = found[4] or "", found[3] or found[5]
        if is_page or is_from_right(word):
            return before + word.replace("-", f"-{_JOINER}")
        return before + _KEPT_WITH.format(word)

    html = _PREFIXED.sub(whole, html)
    if is_page or f"-{_JOINER}" not in html:
        return html
    return _JOINED.sub(_in_one_run, html)


def _in_one_run(found: re.Match[str]) -> str:
    """Keep a word together without what joins its parts, which would be copied with it."""
    if is_from_right(found[0]):
        return found[0]
    return _KEPT_WITH.format(found[0].replace(_JOINER, ""))


def cited(citation: str) -> str:
    """Join the places of one citation, in the order of the text: `§2 ¶¶4–5`, `§2 ¶¶2, 4`, `§2 ¶4, •1–3`, as they are cited on paper.

    Where it is quoted first is told on a screen; no line ends within what has room in one.
    """
    return _PLACES.sub(lambda found: _in_order(found[0]), citation)


def _in_order(places: str) -> str:
    numbers: dict[str, set[int]] = {}
    for mark, number in _PLACE.findall(places):
        numbers.setdefault(mark, set()).add(int(number))
    return ", ".join(_with_marks(mark, sorted(told)) for mark, told in numbers.items())


def _with_marks(mark: str, numbers: list[int]) -> str:
    if mark == "¶" and len(numbers) > 1:
        said = f"¶¶{', '.join(_ranges(numbers, _PAIR))}"
    else:
        said = ", ".join(f"{mark}{each}" for each in _ranges(numbers, _PAIR + 1))
    return said.replace(" ", _FIXED) if len(said) <= _IN_A_LINE else said


def _ranges(numbers: list[int], fewest: int) -> Iterator[str]:
    """Yield numbers that follow each other as one, if they are so many, and the others each by itself."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield from [f"{run[0]}–{run[-1]}"] if len(run) >= fewest else map(str, run)


def lined(html: Markup) -> Markup:
    """Keep the lines of a text, and how far each is indented: verse and code live by that."""
    return Markup(_LINE.sub(_broken, str(html)))  # noqa: S704, what was safe is safe with breaks


def _broken(line: re.Match[str]) -> str:
    return "<br>" + "\u00a0" * len(line[1].expandtabs(4))


def direction_of(text: str, usual: str) -> str:
    """Tell in which direction a text is written, by its first letter that has one; else the usual one."""
    if text.isascii():
        return "ltr" if re.search("[A-Za-z]", text) else usual
    found = (_DIRECTIONS.get(bidirectional(letter)) for letter in text)
    return next(filter(None, found), usual)


def is_from_right(text: str) -> bool:
    """Whether a text has letters that are written from the right.

    WeasyPrint orders letters within an element alone: of two on one line the second stands behind the first,
    whichever way both are written. So what is so written must not be parted by one.
    """
    return not text.isascii() and not _from_right().isdisjoint(text)


@cache
def _from_right() -> frozenset[str]:
    """Give those letters; an expression of as many is written in three times as long."""
    return frozenset(chr(code) for first, last in _FROM_RIGHT for code in range(first, last))


_FROM_RIGHT = (0x590, 0x900), (0xFB1D, 0xFE00), (0xFE70, 0xFEFD), (0x10800, 0x11000), (0x1E800, 0x1F000)  # fmt: skip
"""From which letter on, and before which."""

_JOINER = "\N{WORD JOINER}"
_JOINED = re.compile(rf"[^\s<>]+-{_JOINER}[^\s<>]+")
_KEPT_WITH = '<span class="kept-with">{}</span>'
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_PLACE = re.compile(r"([¶•†])(\d+)")
_PLACES = re.compile(r"[¶•†]\d+(?:, [¶•†]\d+)+")
_PAIR = 2
_IN_A_LINE = 11
"""Letters of places that a line beside a list has room for in large print: ¶¶1, 3–4, 7."""

_LINE = re.compile(r"\r?\n([ \t]*)")

"""Figures with their signs: `−5 °C`, `< 6 hours`, `$900`, `2/3`, `10⁻⁹`, `A−`.

Words compare by letters and digits alone; what stands at them is read here, and only where it is asked
for: in an item, and in its passage.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from studyguide.language import units
from studyguide.language.bounds import compared, compared_behind
from studyguide.language.language import Language
from studyguide.language.numbers import numerals
from studyguide.language.words import Word, words
from studyguide.patterns import lazy

_MINUS = "\\-−–﹣－⁻"  # inside a class of characters
_MADE_ALIKE = str.maketrans("−–﹣－⁻⁺", "-----+")
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
COMPARING = {
    "<": "<", "＜": "<", ">": ">", "＞": ">", "≤": "≤", "≦": "≤", "⩽": "≤", "≥": "≥", "≧": "≥", "⩾": "≥",
    "<=": "≤", ">=": "≥", "≈": "≈", "~": "≈", "∼": "≈", "≃": "≈", "≅": "≈", "=": "=", "≠": "≠",
}  # fmt: skip
_COINS = "£€¥₽₹₴₩₪"
_MONEY = lazy(
    rf"(?:(?<![^\W\d_])(?:US|CA|AU|NZ|HK)?\$|[{_COINS}]|\b(?:USD|GBP|EUR|JPY|RUB|INR|CHF|PLN|UAH))\s?$"
)
_BEFORE = lazy(
    rf"(?P<compare>[<>]=|[{''.join(each for each in COMPARING if len(each) == 1)}])?\s*"
    rf"(?P<sign>±|∓|\+/[{_MINUS}]|(?<![\w.,%‰°′″)\]])[{_MINUS}](?=\S|$)|−)?\s*$"
)
_STANDS_BEFORE = frozenset("±∓-−–﹣－⁻$" + _COINS).union(*COMPARING)  # or it tells nothing
_POWER = lazy(rf"\s?(?:\^|\*\*)\s?[{{(]?\s?(?P<sign>[{_MINUS}]?)")
_JOINT = lazy(rf"\s*(?P<sign>[/⁄∕∶:×x*·{_MINUS}])\s*[$£€]?")
_JOINING = frozenset("/⁄∕∶:×x*·-−–﹣－⁻")
_JOINTS = {"⁄": "/", "∕": "/", "∶": ":", "x": "×", "*": "×", "·": "×", **dict.fromkeys("–—−", "-")}
_UNIT = lazy(
    r"[^\S\t]?(?P<sign>%|‰|℃|℉|[°º]\s?[CF]?(?![^\W\d_])|[′″]|['\"](?!\w)|[$£€¥₽₹₴₩₪¢]|zł)"
    r"|[^\S\t]?-?(?P<letters>[^\W\d_]{1,4}(?:[²³]|[23](?!\d))?(?:/h|/s)?)(?![^\W_])"
)
_SYMBOL = lazy(rf"(?:\+\+|[+#−⁺⁻])(?![^\W_])|[{_MINUS}](?![^\W_]|[{_MINUS}])")
_ENDS_SYMBOLS = frozenset("+#−⁺⁻-–﹣－′″‴'’")
_PRIME = lazy(r"[′″‴]+|''?(?!\w)|’(?!\w)")
_SHORT = lazy(r"[^\W\d_a-z][^\W\d_]?(?![a-zA-Z])")
_BELOW_ZERO = lazy(r"\W*(?:degrees?|[CF])?\W*(?:below (?:zero|freezing)|of frost)", re.IGNORECASE)
_RANGE = lazy(r"\s*(?:to|and|or|bis|und|oder|à|et|a|y|e|o|i|do|до|и)\s*")
_WIDE = lazy(r"\.?\s+(?:wide|long|high|deep|thick|tall|across|broad)\b")  # 40 in wide
_NEAR = 24  # characters before a figure that may hold its signs
_RATE = 40  # characters behind a figure that may say for which time it is
_FOR_EACH = lazy(r"[^\S\n]?(?:[^\W\d_]{1,5})?/([^\W\d_]{1,5})(?![\w/])")
_RATE_ALONE = lazy(r"(?<![\w/])[^\W\d_]{1,4}/([^\W\d_]{1,4})(?![\w/])")
"""A unit and what it is for: mL/min."""
_GAP, _MOST_GAPS = lazy(r"(?<=\d) (?=\d{3}(?!\d))"), 4
_MINUS_WORDS = ("minus", "moins", "menos", "meno", "negative")


class Figure(NamedTuple):
    """A number with what stands at it.

    `sign` is -, ± or nothing; `compare` one of < > ≤ ≥ ≈ = or nothing, `is_sign` if it is no word;
    `unit` is a sign of `units`, or nothing, and `is_worded` if it is written out; `joint` is what
    joins the figure to the one before it: / : × - ^ or nothing. `place` is its first word's; the words
    that compare it are those from the first to before the last of `comparing`.
    """

    value: str
    sign: str
    compare: str
    is_sign: bool
    unit: str
    is_worded: bool
    joint: str
    start: int
    end: int
    place: int
    comparing: tuple[int, int]


def figures(text: str, found: Sequence[Word], language: Language) -> tuple[Figure, ...]:
    """Read the figures of a run of a text's words, in order."""
    run = tuple(map(itemgetter(0), found))
    if not language.has_numbers(run):
        return ()
    return tuple(_with_units_of_ranges(text, [*_figures(text, found, run, language)]))


def _figures(
    text: str, found: Sequence[Word], run: tuple[str, ...], language: Language
) -> Iterator[Figure]:
    before, begun = -1, 0
    for value, first, last in numerals(run, language):
        start, end = found[first].start, found[last - 1].end
        gap = text[max(before, start - _NEAR, 0) : start]
        joint, sign = _joint(text, gap, start) if before >= 0 else ("", "")
        begin, compare, last_sign = start, "", gap.rstrip()[-1:]
        is_told = last_sign in _STANDS_BEFORE or last_sign.isupper()  # USD
        if money := _MONEY.search(gap) if is_told else None:
            begin -= len(money[0])
        before_that = gap[: len(gap) - (start - begin)]
        if not joint and (at := _BEFORE.search(before_that) if is_told else None):
            sign = "" if not at["sign"] else "±" if at["sign"][0] in "±∓+" else "-"
            compare = COMPARING.get(at["compare"] or "", "")
            begin -= len(at[0]) if at["sign"] or compare else 0
        worded, comparing = compared(text, found, first, language)
        is_minus = bool(first) and run[first - 1] in _MINUS_WORDS and not worded  # au moins
        if is_minus or _BELOW_ZERO.match(text, end):
            sign = "-"
        begin = begun if joint == "^" else begin
        unit, is_worded, after = _unit(text, found, last, language)
        if money and (coin := money[0].strip()):
            unit, is_worded = units.SIGNS.get(coin, units.SIGNS.get(coin[-1], coin)), False
        if not worded:
            worded, comparing = compared_behind(text, found, (last, after), language)
        yield Figure(
            value, sign, compare or worded, bool(compare), unit, is_worded, joint,
            begin, max(end, after), first, comparing,
        )  # fmt: skip
        before, begun = end, begin


def _joint(text: str, gap: str, start: int) -> tuple[str, str]:
    """Tell what joins a figure to the one before it, and the sign of an exponent."""
    if text[start] in _SUPERSCRIPT:
        return "^", "-" if gap.endswith("⁻") else ""
    if power := _POWER.fullmatch(gap) if "^" in gap or "**" in gap else None:
        return "^", "-" if power["sign"] else ""
    match = _JOINT.fullmatch(gap) if gap.lstrip()[:1] in _JOINING else None
    if not match or (match["sign"] in "-−–⁻" and gap[:1].isspace() and not gap[-1:].isspace()):
        return "", ""
    return _JOINTS.get(match["sign"], match["sign"]), ""


def _unit(text: str, found: Sequence[Word], last: int, language: Language) -> tuple[str, bool, int]:
    """Read the unit that follows a figure: its sign, whether it is written out, where it ends."""
    end = found[last - 1].end
    shown = text[found[last - 1].start : end]
    letters = shown.lstrip("0123456789.,") if shown[:1].isdecimal() else ""
    if letters in units.SIGNS:
        return units.SIGNS[letters], False, end
    match = _UNIT.match(text, end)
    if match and match["sign"]:
        sign = "".join(match["sign"].split())
        return units.SIGNS.get(sign, sign), False, match.end()
    named = language.words.units
    for size in (3, 2, 1):
        words = found[last : last + size]
        if len(words) == size and (unit := named.get(" ".join(word.form for word in words))):
            gap = text[end : words[0].start]
            if not gap.strip(" -\n\u00a0\u202f‐‑"):
                return unit, True, words[-1].end
    letters = match["letters"] if match else ""
    is_unit = letters in units.SIGNS and letters not in ("a", "d", "in", "′")
    if match and (is_unit or (letters == "in" and _WIDE.match(text, match.end()))):
        return units.SIGNS[match["letters"]], False, match.end()
    return "", False, end


def _with_units_of_ranges(text: str, found: list[Figure]) -> Iterator[Figure]:
    """Give the first figure of a range the unit of its second: 5 to 10 km."""
    for at, figure in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        is_range = following and (
            following.joint or _RANGE.fullmatch(text, figure.end, following.start)
        )
        if following and is_range and not figure.unit and following.unit:
            yield figure._replace(unit=following.unit, is_worded=following.is_worded)
        else:
            yield figure


def has_symbols(text: str) -> bool:
    """Whether any word of a text may be a `symbol`: a capital by itself, or with one more letter."""
    return _SHORT.search(text) is not None


def symbol(text: str, word: Word) -> str:
    """Give a word that is no number with the signs that end it: `A−`, `C++`, `Na+`; else nothing."""
    if word.end - word.start > 2:
        return ""
    shown = text[word.start : word.end]
    if not shown[0].isupper() or not shown.isalpha():
        return ""
    if text[word.end : word.end + 1] not in _ENDS_SYMBOLS:
        return shown
    match = _SYMBOL.match(text, word.end)
    sign = match[0] if match else ""
    if len(shown) == 1 and (prime := _PRIME.match(text, word.end)):
        is_quoted = prime[0] in "'’" and text[word.start - 1 : word.start] in ("'", "‘", "’")
        found = prime[0].replace("″", "′′").replace("‴", "′′′")
        sign = "" if is_quoted else "′" * len(found)
    if sign in ("-", "–") and len(shown) > 1:
        sign = ""
    return shown + sign.translate(_MADE_ALIKE)


def rate(text: str, figure: Figure, language: Language) -> tuple[str, str] | None:
    """Read for which time a figure is, "per year": the stem of that time, and how it is shown."""
    if match := _FOR_EACH.match(text, figure.end):
        return units.SIGNS.get(match[1], match[1]), match[0].strip()
    found = words(text[figure.end : figure.end + _RATE])
    run, lexicon = tuple(word.form for word in found), language.words
    for each in lexicon.rates.find(run[:4]):
        noun = run[each.end : each.end + 1]
        if each.start < 2 and noun and noun[0] in lexicon.periods:
            begin, end = figure.end + found[each.start].start, figure.end + found[each.end].end
            return lexicon.units.get(noun[0], language.stem(noun[0])), text[begin:end]
    return None


def rate_asked(question: str) -> tuple[str, str] | None:
    """Read for what a question asks by a unit with a slash: how many L/h."""
    match = _RATE_ALONE.search(question)
    return (units.SIGNS.get(match[1], match[1]), match[0]) if match else None


def kinds_of(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Give, by their value, the first figure of each kind: with the same sign, unit and so on."""
    found: dict[str, dict[tuple[object, ...], Figure]] = {}
    for each in figures:
        found.setdefault(each.value, {}).setdefault(each[1:7], each)
    return {value: [*alike.values()] for value, alike in found.items()}


def rates_of(text: str, figures: Iterable[Figure], language: Language) -> dict[str, dict[str, str]]:
    """Give, by their value, the times that figures of a text are for, each with how it is shown first."""
    found: dict[str, dict[str, str]] = {}
    for each in figures:
        if told := rate(text, each, language):
            found.setdefault(each.value, {}).setdefault(*told)
    return found


def in_cells(text: str) -> Iterator[str]:
    """Yield a text as it reads if blanks within its figures are borders of cells: 25 131 is 25, and 131."""
    gaps = [match.start() for match in _GAP.finditer(text)]
    for borders in product("\t ", repeat=len(gaps)) if 0 < len(gaps) <= _MOST_GAPS else ():
        signs = [*text]
        for at, sign in zip(gaps, borders, strict=True):
            signs[at] = sign
        if "\t" in borders:
            yield "".join(signs)

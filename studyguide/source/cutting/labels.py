"""What numbers a part of a text: "1.", "IV.", "Chapter One", "§ 3", "Kapitel 3", "第三章"."""

import re
import unicodedata
from typing import NamedTuple

from studyguide.patterns import lazy
from studyguide.source.cutting.label_words import NUMBER_WORDS, TENS, WORDS, Style, annex_name


class Label(NamedTuple):
    """The number of a part, and where its label ends in the text that it begins.

    `word` is that by which it is numbered, in small letters, if there is one: article.
    """

    style: Style
    number: int
    end: int
    above: int = 0
    """Of a nested number what stands before the last point."""
    word: str = ""


_HEBREW = {sign: value for value, sign in enumerate("אבגדהוזחט", 1)} | {
    sign: 10 * value for value, sign in enumerate("יכלמנסעפצ", 1)
}
_HEBREW_MARKS = dict.fromkeys(map(ord, "'\"״׳"))
_GREEK = {sign: value for value, sign in enumerate("αβγδεϛζηθ", 1)} | {
    sign: 10 * value for value, sign in enumerate("ικλ", 1)
}
_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}  # fmt: skip
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_SHORTEST_WIDE = 6  # signs of which one is wide where the number is Chinese, or its point is wide
_IS_ROMAN = lazy(
    r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE
)
_LETTERS = ("c", "d", "l", "m")
"""After a word these are letters, not Roman numerals: Part C."""
_SUFFIX = r"(?:er|re|ère|ème|e|st|nd|rd|th|[ºª°]|-?[яйе])?"
_FIGURES = lazy(rf"(\d+){_SUFFIX}")
_VALUE = rf"(?P<value>\d{{1,4}}(?![\d,]){_SUFFIX}(?!\w)|[^\W\d_][\w'’΄ʹ´-]*)"
_AFTER = r"(?=$|[\s.:,;)—–\-―])[.:)]?"
_KEYWORD = lazy(
    "|".join(
        rf"(?P<{style}>(?:{names})(?!\w)\.?[^\S\n]*(?:(?:no|nr|№)\.?[^\S\n]*|the[^\S\n]+)?)"
        for style, names in WORDS.items()
    ),
    re.IGNORECASE,
)
_BEGINNINGS = tuple({each.split("[")[0] for each in "|".join(WORDS.values()).split("|")})
"""How all these words begin: most texts have none, and their patterns take long to make."""
_KEYWORD_VALUE = lazy(_VALUE + _AFTER)
_ORDINAL = lazy(
    rf"(?:the[^\S\n]+)?(?P<value>\d{{1,3}}\.?|[^\W\d_]+)[^\S\n]+(?P<word>{'|'.join(WORDS.values())})\b[.:]?",
    re.IGNORECASE,
)
_SIGN = lazy(r"§{1,2}[^\S\n]*(?P<value>\d{1,4})[a-z]?" + _AFTER)
_EASTERN = lazy(
    r"第\s*(?P<value>[〇零一二三四五六七八九十百千两兩\d]{1,7})\s*(?P<word>[章回節节課课講讲話话部卷編编篇条條])[\s:：、.]*"
)
_KOREAN_WORDS = "장과편부절강조"
_KOREAN = lazy(
    r"(?:제\s*)?(?P<value>\d{1,3})\s*(?P<word>[장과편부절강])(?=[\s.:]|$)[.:]?|제\s*(?P<article>\d{1,4})\s*조(?=[\s.:(（]|$)[.:]?"
)
_EASTERN_STYLES: dict[str, Style] = {
    **dict.fromkeys("部卷編编篇편부", "part"),
    **dict.fromkeys("条條조", "section"),
}
_NESTED = lazy(r"(?P<above>\d{1,3}(?:\.\d{1,3})*)\.(?P<value>\d{1,3})\.?(?=[^\S\n]+[^\s\d]|\s*$)")
_DECIMAL = lazy(r"(?P<value>\d{1,4})(?:\.(?=\s|$|[^\x00-\x7f])|(?=[^\S\n]*(?:\n|$)))")
_WIDE_DECIMAL = lazy(  # of signs that are slow to make, and that few texts have
    r"(?P<value>\d{1,4})(?:[.．](?=\s|$|[^\x00-\x7f])|、|(?=[^\S\n]*(?:\n|$)))"
    r"|(?P<han>[一二三四五六七八九十]{1,3})(?:[、.．](?![一二三四五六七八九十])|(?=\s|$))"
)
_ROMAN_LABEL = lazy(
    r"(?P<value>[IVXLCDM]{1,9})(?:\.(?=\s|$)|(?=[^\S\n]*(?:\n|$))|(?=[^\S\n]+[—–-][^\S\n]))"
)
_SPACE = lazy(r"\s*")


def label_of(text: str, start: int = 0, end: int | None = None) -> Label | None:
    """Tell how a part of a text is numbered, if it is."""
    end = len(text) if end is None else end
    start = _SPACE.match(text, start, end).end()  # type: ignore[union-attr]
    sign = text[start : start + 1]
    if sign in ("§", "第", "제"):
        return _signed(text, start, end)
    if sign.isdecimal() or sign in _HAN or sign in _HAN_TENS:
        return _figures(text, start, end)
    if not sign.isalpha():
        return None
    head = text[start : min(end, start + 60)]
    return _spoken(head, start) or _roman(text, start, end)


def _signed(text: str, start: int, end: int) -> Label | None:
    if match := _SIGN.match(text, start, end):
        return Label("section", int(match["value"]), match.end())
    if match := _EASTERN.match(text, start, end):
        number, word = value_of(match["value"]), match["word"]
        style = _EASTERN_STYLES.get(word, "chapter")
        return Label(style, number, match.end(), word=word) if number is not None else None
    return _korean(text, start, end)


def _korean(text: str, start: int, end: int) -> Label | None:
    if not any(text.find(word, start, end) >= 0 for word in _KOREAN_WORDS):
        return None
    if match := _KOREAN.match(text, start, end):
        word = match["word"] or "조"
        style = _EASTERN_STYLES.get(word, "chapter")
        return Label(style, int(match["value"] or match["article"]), match.end(), word=word)
    return None


def _figures(text: str, start: int, end: int) -> Label | None:
    if korean := _korean(text, start, end):
        return korean
    words = text[start:end].split(None, 2)
    if _may_number(words[1:2]) and (match := _ORDINAL.match(text, start, end)):
        return _ordinal(match, 0)
    if match := _NESTED.match(text, start, end):
        return Label("nested", int(match["value"]), match.end(), int(match["above"].split(".")[-1]))
    match = _DECIMAL.match(text, start, end)
    if not match and not text[start : start + _SHORTEST_WIDE].isascii():
        match = _WIDE_DECIMAL.match(text, start, end)
    number = value_of(match[match.lastgroup or 0]) if match else None
    return Label("decimal", number, match.end()) if match and number is not None else None


def _spoken(head: str, start: int) -> Label | None:
    words = head.split(None, 3)[:3]
    if _may_number(words[:1]) and (match := _KEYWORD.match(head)):
        value = _KEYWORD_VALUE.match(head, match.end())
        number = value_of(value["value"]) if value else None
        if value and number is not None and value["value"].casefold() not in _LETTERS:
            word = match[0].split()[0].rstrip(".").casefold()
            return Label(match.lastgroup, number, start + value.end(), word=word)  # type: ignore[arg-type]
    is_counted = any(value_of(each) is not None for each in words[:2]) and _may_number(words[1:])
    if is_counted and (match := _ORDINAL.match(head)):
        return _ordinal(match, start)
    return None


def _may_number(words: list[str]) -> bool:
    return any(not word.isascii() or word.lower().startswith(_BEGINNINGS) for word in words)


def annex_of(text: str, start: int, end: int) -> Label | None:
    """Tell how a part behind all chapters is numbered, if it is: "Appendix B", "Amendment IV"."""
    head = text[start : min(end, start + 60)].lstrip()
    name = annex_name(head)
    behind = head[len(name) :].lstrip()
    if not name or not (value := _KEYWORD_VALUE.match(behind)):
        return None
    written = value["value"]
    is_letter = len(written) == 1 and "A" <= written <= "Z" and written not in "IVX"
    number = ord(written) - ord("A") + 1 if is_letter else value_of(written)
    label_end = min(end, start + 60) - len(behind) + value.end()
    return None if number is None else Label("annex", number, label_end, word=name.casefold())


def _ordinal(match: re.Match[str], start: int) -> Label | None:
    number = value_of(match["value"].rstrip("."))
    if number is None or _is_roman_letter(match["value"]):
        return None
    for style, names in WORDS.items():
        if re.fullmatch(names, match["word"], re.IGNORECASE):
            return Label(style, number, start + match.end(), word=match["word"].casefold())
    return None


def _is_roman_letter(value: str) -> bool:
    return len(value) == 1 and value.isalpha()


def _roman(text: str, start: int, end: int) -> Label | None:
    match = _ROMAN_LABEL.match(text, start, end)
    number = value_of(match["value"]) if match else None
    return Label("roman", number, match.end()) if match and number is not None else None


def value_of(written: str) -> int | None:
    """Give the number that figures, a Roman numeral or a word write, up to some twenty."""
    text = unicodedata.normalize("NFKC", written).casefold().replace("\u0307", "")  # of a Turkish İ
    text = text.replace("’", "'").rstrip(".")
    if figures := _FIGURES.fullmatch(text):
        return int(figures[1])
    for read in (_from_words, _from_roman, _from_hebrew, _from_greek, _from_han):
        if (value := read(text)) is not None:
            return value
    return None


def _from_words(text: str) -> int | None:
    tens, _, unit = text.partition("-")
    if tens in TENS and (not unit or NUMBER_WORDS.get(unit, 10) < 10):
        return TENS[tens] + (NUMBER_WORDS[unit] if unit else 0)
    return NUMBER_WORDS.get(text)


def _from_hebrew(text: str) -> int | None:
    letters = text.translate(_HEBREW_MARKS)
    return sum(map(_HEBREW.__getitem__, letters)) if letters and {*letters} <= {*_HEBREW} else None


def _from_greek(text: str) -> int | None:
    letters = text.rstrip("'´΄ʹ \u0301")
    return sum(map(_GREEK.__getitem__, letters)) if letters and {*letters} <= {*_GREEK} else None


def _from_roman(text: str) -> int | None:
    if not {*text} <= {*_ROMAN} or not _IS_ROMAN.fullmatch(text):
        return None
    values = [_ROMAN[sign] for sign in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _from_han(text: str) -> int | None:
    if not text or not {*text} <= {*_HAN, *_HAN_TENS}:
        return None
    total, digit = 0, 0
    for sign in text:
        if sign in _HAN:
            digit = digit * 10 + _HAN[sign]
        else:
            total, digit = total + (digit or 1) * _HAN_TENS[sign], 0
    return total + digit

"""Centuries and decades as Japanese, Chinese and Korean tell them, in English: `20世纪80年代初` as `early 1980s`."""

import re

from studyguide.patterns import lazy

_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一"
_PARTS = {
    "early": "初頭|初期|初め|初|早期|초반|초기|초",
    "mid": "中頃|中期|中葉|中叶|半ば|중반|중엽|중기",
    "late": "後期|后期|末期|末|終わり|晚期|말기|말",
    "first half": "前半|上半葉|上半叶|전반",
    "second half": "後半|后半|下半葉|下半叶|후반",
}
_PART = "|".join(
    rf"{word}(?=$|[\W]|에|의|까|부|경)" if "가" <= word[0] <= "힣" else word
    for words in _PARTS.values()
    for word in words.split("|")
)
_AGE = lazy(
    r"(?P<before>紀元前|公元前|西暦前|前|기원전)? ?(?<!\d)"
    r"(?:(?P<age>\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:世[紀纪]|세기)(?: ?(?P<of>\d0) ?(?:年代|년대))?"
    rf"|(?P<decade>\d{{1,3}}0) ?(?:年代|년대)) ?の? ?(?P<part>{_PART})?"
)
_JOINED = lazy(" ?(?:から|[〜～~至]|에서|부터) ?| (?:と|和|및|와|과|または|或いは|或|또는) ")


_REIGNS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
_OF_A_REIGN = lazy(rf"({'|'.join(_REIGNS)})(元|\d{{1,2}})年(?!代)")
"""Years as Japan counts them, from the first of each emperor on."""


def in_english(text: str) -> str:
    """Tell its ages in English, and years of a reign as others; of another text nothing changes."""
    text = _OF_A_REIGN.sub(_of_a_reign, text)
    told = _AGE.sub(_told, text)
    return told if told == text else _JOINED.sub(" – ", told)


def _of_a_reign(match: re.Match[str]) -> str:
    return f"{_REIGNS[match[1]] + int(match[2].replace('元', '1')) - 1}年"


def _told(match: re.Match[str]) -> str:
    era = " BC" if match["before"] else ""
    found = match["part"] or ""
    part = next((each for each, words in _PARTS.items() if found in words.split("|")), "")
    if match["decade"]:
        return f" {part} {match['decade']}s{era} "
    age = match["age"]
    numerals = _NUMERALS.split()
    if not age.isdecimal() and age not in numerals:
        return match[0]
    number = int(age) if age.isdecimal() else numerals.index(age) + 1
    if match["of"] and not era:
        return f" {part} {100 * (number - 1) + int(match['of'])}s "
    return f" {part} {number}. century{era} "

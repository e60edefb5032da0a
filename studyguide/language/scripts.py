"""Scripts: which put no blank between words, which letters go with the one before, which look like another's; how each is written in Latin."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from studyguide.patterns import lazy


def _ranges(codes: Iterable[int]) -> str:
    """Write sorted letters as ranges of a pattern: of a thousand single ones it is slowly made."""
    runs = groupby(enumerate(codes), lambda pair: pair[1] - pair[0])
    ends = ([code for _, code in run] for _, run in runs)
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in ends)


@cache  # thousands of letters are looked at: only for a text that has marks
def marks() -> str:
    """Give, for between the brackets of a pattern, marks that go with the letter before them: accents, vowel signs, the parts of a Korean syllable."""
    return _ranges(
        code
        for code in (*range(0x300, 0x1200), 0x3099, 0x309A)
        if unicodedata.category(chr(code)) in ("Mn", "Mc") or 0x1160 <= code < 0x1200
    )


# Chinese, Japanese, Thai, Lao, Khmer and Burmese put no blank between words: each letter counts there.
UNPARTED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LETTERS_A_WORD = 2
"""Of those scripts; a Chinese word has one or two letters, a Japanese or Thai one more."""


def wide_word() -> str:
    """Give the pattern of a word of letters with their marks, in scripts that part words."""
    letters = rf"[^\W_{UNPARTED}]+(?:[{marks()}]+[^\W_{UNPARTED}]*)*"
    return f"{letters}(?:'{letters})*"


def is_unparted(form: str) -> bool:
    """Whether a form is one letter of a script that puts no blank between words."""
    return form > "\u0e00" and _UNPARTED.match(form) is not None


_UNPARTED = lazy(f"[{UNPARTED}]")


_LATIN = "aceijopsxyABCEHIJKMOPSTXYZlngu"
_CYRILLIC = "асеіјорѕхуАВСЕНІЈКМОРЅТХУЅ"
_GREEK = "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_TWINS = frozenset(_CYRILLIC + _GREEK)
"""Letters that are not Latin, and look as if they were."""


_GREEK_OR_CYRILLIC = lazy("[\u0370-\u04ff]")


def may_mix_scripts(text: str) -> bool:
    """Whether any letter of a text may be a foreign one: told without looking at each word."""
    return not text.isascii() and _GREEK_OR_CYRILLIC.search(text) is not None


def foreign_letter(word: str) -> str:
    """Give the letter of a word that only looks like those of its script, if there is one."""
    if word.isascii():
        return ""
    letters = [each for each in word if each.isalpha()]
    latin = [each for each in letters if each.isascii() or "À" <= each <= "ɏ"]
    twins = [each for each in letters if each in _TWINS]
    if twins and len(latin) + len(twins) == len(letters) and latin:
        return twins[0]
    cyrillic = [each for each in letters if "Ѐ" <= each <= "ӿ"]
    lookalikes = [each for each in latin if each in _LATIN]
    is_cyrillic = len(cyrillic) > len(latin) and len(cyrillic) + len(latin) == len(letters)
    return lookalikes[0] if is_cyrillic and lookalikes else ""


_LOOKS_LIKE = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏ" "αβεζηικμνορτυχγ" "օոսհցյ" "ıɑɡșț01" "یکى",
    "abekmhopctyxijshdqwl" "abezhikmvoptuxy" "onuhgj" "iagştol" "يكي",
)  # fmt: skip
"""Small letters, and figures, by those that they can be mistaken for; capitals look alike more often."""


def look_of(form: str) -> str:
    """Give how a word in small letters looks: two that look alike are the same then."""
    return form.translate(_LOOKS_LIKE)


_NOT_OURS = lazy(r"[^A-Za-z0-9/]+")


def in_latin(text: str) -> str:
    """Write each letter and figure in ASCII, as it is said or looks, for ids and names of files; other signs stay what they are."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(each if each.isascii() else _one(each) for each in composed)


def _one(sign: str) -> str:
    from anyascii import anyascii

    if sign.isalnum() or unicodedata.category(sign)[0] == "M":
        return _NOT_OURS.sub("", anyascii(sign))
    return sign


def hyphened(text: str) -> str:
    """Join the words of a text, small and in Latin letters, by hyphens; "" if there are none."""
    plain = (
        unicodedata.normalize("NFKD", in_latin(text.casefold())).encode("ascii", "ignore").decode()
    )
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))

"""What dates shorten, in whole words, and what stands between a year and its era left out: `XIX в.` as `XIX век`, `490 р. до н. е.` as `490 до н. е.`."""

from studyguide.language.times.ages import AFTER, BEFORE
from studyguide.patterns import lazy

_ROMAN = r"[IVXІХ]{1,5}"
_BEHIND = rf"(?<![\w.,])((?:{_ROMAN}|\d{{1,2}})"

_SHORT = (
    (lazy(rf"{_BEHIND}(?:-?[а-яії]{{1,2}})?) ?вв?\.?(?![\w.])"), r"\1 век "),
    (lazy(rf"{_BEHIND}) ?w\.(?!\w)"), r"\1 wieku "),
    (lazy(rf"{_BEHIND}) ?sec\.(?!\w)"), r"\1 secolo "),
    (lazy(rf"{_BEHIND}(?:er?|[èe]me|ᵉʳ?)) ?s\.(?!\w)"), r"\1 siècle "),
    (lazy(rf"{_BEHIND}(?:st|nd|rd|th)) ?c(?:ent)?\.?(?![\w.])"), r"\1 century "),
    (lazy(rf"{_BEHIND}(?:ος|ου|ο)?) ?αι\.?(?!\w)"), r"\1 αιώνας "),
    (lazy(rf"(?i)(?<![\w.])(?:ss?|s[eé]cs?|secc)\. ?(?=(?-i:{_ROMAN})(?!\w))"), "siglo "),
    (lazy(r"(?i)(?<![\w.])s[eé]cs?\. ?(?=\d{1,2}(?!\d))"), "século "),
    (lazy(r"(?<!\w)(?:ב|ה|ל|מ|ש)?מא(?:ה|ות) ה[-־]?(\d{1,2})(?!\d)"), r"\1 century "),
    (lazy(r"(?<!\w)(?:ב|ה|ל|מ|ש)?אלף ה[-־]?(\d{1,2})(?!\d)"), r"\1 millennium "),
)
"""Words for centuries that are so short that only a number beside them tells what they are; in Hebrew the whole word is there behind its article."""

_POINT_BEFORE = lazy(r"(?<=[^\W\d_]\.)(?=\d)")
"""c.1500"""

_OF_YEARS = lazy(
    rf"(?i)(?<=\d) ?(?:r\.|rok(?:u|iem)?|рр?\.|ро(?:ку|ки|ків)|гг?\.|год(?:а|у|ы|ов)?|年) ?(?=(?:{BEFORE}|{AFTER})(?!\w))"
)
_MINUS = lazy(r"(?:^|(?<=[^\d\s]\s))[-−](\d{1,7})(?![\d.,]|\s*[-–−/])")
"""-52, as French has it; 1914 -18 is none."""


def in_full(text: str) -> str:
    """Write in full what a date shortens, and years with a minus with their era."""
    if not any(map(str.isalnum, text)):
        return text
    text = _MINUS.sub(r"\1 BC", _POINT_BEFORE.sub(" ", text))
    for pattern, written in _SHORT:
        text = pattern.sub(written, text)
    return _OF_YEARS.sub(" ", text)

"""Years of one digit or two that tell no era: 24 August 79, August 79, the year 79, 79年8月24日."""

from studyguide.language.times.within_years import DAY_NUMBER, month_named, part_of_year
from studyguide.patterns import lazy

_SHORT = lazy(
    r"(?<![前和正治成\d])(?P<eastern>[1-9]\d?)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?|(?<![\d.,/:])(?P<behind>[1-9]\d?)\s(?:год|году|года|рік|року|році|r\.|roku|rok)(?!\w)"
    r"|(?<![\d.,/:])(?P<year>[1-9]\d?)$"
)
"""A year of two digits, or one, at the end; before 年, or what stands for it."""
_OF_YEAR = lazy(
    r"(?i)(?:^|\s|['’])(?:year|jahre?|an|année|año|anno|ano|jaar|rok|roku|год|году|рік|році|έτος|שנת)\s$"
)
_DAY_BEFORE = lazy(
    rf"(?:[^\W\d]{{1,3}}[\s.]\s?)?{DAY_NUMBER}(?:\.|st|nd|rd|th|er|º)?\s+[^\W\d_]|[^\W\d_]{{3,}}\.?\s{DAY_NUMBER}(?:st|nd|rd|th)?,\s"
)
_DAYS = 31


def short_year(text: str) -> tuple[int, float] | None:
    """Read such a year, and how much of it has gone by; of a month alone only one that is no day: not May 30."""
    match = _SHORT.search(text)
    if not match:
        return None
    if match["eastern"]:
        part = (int(match["month"]) - 1 + (int(match["day"] or 1) - 1) / _DAYS) / 12
        return int(match["eastern"]), part
    number = int(match["year"] or match["behind"])
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    is_told = match["year"] is None or _OF_YEAR.search(text[: match.start()])
    is_dated = month_named(rest) and (number > _DAYS or _DAY_BEFORE.match(text))
    return (number, part_of_year(rest) or 0.0) if is_told or is_dated else None

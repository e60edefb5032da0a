"""How much of a year has gone by in a month, a season or a quarter, or on a day: `summer 1789`, `Q3 1998`."""

from collections.abc import Mapping, Sequence
from functools import cache

from studyguide.language.times.parts_of_ages import part_told
from studyguide.language.values import months_of
from studyguide.patterns import lazy

DAY_NUMBER = r"(?:[1-9]|[12]\d|3[01])"
_DAY = lazy(rf"(?<!\d)({DAY_NUMBER})(?!\d)")
_WORD = lazy(r"[^\W\d_]{3,}")
_SEASONS = {
    word: month
    for month, words in (
        (2, "spring frühling frühjahr printemps primavera lente voorjaar wiosna wiosną весна весной весни навесні άνοιξη אביב"),
        (5, "summer sommer été verano estate verão zomer lato latem лето летом літо влітку καλοκαίρι קיץ"),
        (8, "autumn fall herbst automne otoño autunno outono herfst jesień jesienią осень осенью осінь восени φθινόπωρο סתיו"),
        (11, "winter hiver invierno inverno zima zimą зима зимой взимку χειμώνας χειμώνα חורף"),
    )
    for word in words.split()
}  # fmt: skip
_EASTERN = {"春": 2, "夏": 5, "秋": 8, "冬": 11}
_QUARTER = lazy(
    r"(?i)(?<!\w)(?:[QT]([1-4])|([1-4])[QT]|([1-4]|IV|I{1,3})(?:st|nd|rd|th|er?|º|°|-?й|\.)? ?(?:quarter|Quartal|trimestre|kwartał\w*|kwartaal|"
    r"квартал\w*))(?!\w)"
)
_DECADE = lazy(r"\d0(?:s|er)")
"""The mid-80s (1985) tell no part of that year."""

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def part_of_year(rest: str) -> float | None:
    """Tell how much of a year has gone by, by what is told beside it; nothing where that tells nothing of it."""
    if quarter := _QUARTER.search(rest):
        told = next(filter(None, quarter.groups())).upper()
        return (_ROMAN.get(told) or int(told)) / 4 - 1 / 4
    words = [word.casefold() for word in _WORD.findall(rest)]
    months = _months_in(words)
    month = next((months[word] for word in words if word in months), None)
    if month is not None:
        day = _DAY.search(rest)
        return (month + (int(day[1]) - 1 if day else 0) / 31) / 12
    if season := next((_SEASONS[word] for word in words if word in _SEASONS), None):
        return season / 12
    if season := next((month for sign, month in _EASTERN.items() if sign in rest), None):
        return season / 12
    part = None if _DECADE.search(rest) else part_told(rest)
    return part.start if part else None


def month_named(rest: str) -> str:
    """Give the name of the first month."""
    words = _WORD.findall(rest)
    months = _months_in([word.casefold() for word in words])
    return next((word for word in words if word.casefold() in months), "")


_DAY_OF = lazy(
    rf"{DAY_NUMBER}(?:\.|st|nd|rd|th|er|º)?\s+(?:(?:de|of)\s+)?(?P<month>[^\W\d_]{{3,}})"
)


def is_day_of_a_month(text: str, at: int) -> bool:
    """Whether the number at a place of a text is the day of a month that is named behind it."""
    match = _DAY_OF.match(text, at)
    return match is not None and month_named(match["month"]) != ""


def _months_in(words: Sequence[str]) -> Mapping[str, int]:
    """Give the months that words may name, those of two more languages than a check knows among them."""
    if not words:
        return {}
    known = months_of(words)
    return known if words[0].isascii() or not known.keys().isdisjoint(words) else _further()


@cache
def _further() -> dict[str, int]:
    """Give the months in Greek and in Hebrew, there also behind its particle for "in"."""
    from babel import Locale

    found: dict[str, int] = {}
    for language, before in (("el", ""), ("he", "ב")):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale(language).months[context][width].items():
                    short = name.casefold().rstrip(".")
                    found |= {short: number - 1, f"{before}{short}": number - 1}
    return found

"""When something was, as far as its date tells: `14 November 1703`, `1980–81`, `1920s`, `619`."""

import re
from typing import NamedTuple

_MONTHS = (
    "january januar janvier", "february februar février fevrier", "march märz mars", "april avril",
    "may mai", "june juni juin", "july juli juillet", "august août aout",
    "september septembre", "october oktober octobre", "november novembre",
    "december dezember décembre decembre",
)  # fmt: skip
_MONTH_OF = {name: index for index, names in enumerate(_MONTHS) for name in names.split()}
_MONTH = re.compile(r"[^\W\d_]{3,}")
_SPAN = re.compile(r"(?<!\d)(\d{3,4})\s*(?:[-–—/]|to|bis|à)\s*(\d{2,4})(?!\d)")
_DECADE = re.compile(r"(?<!\d)(\d{2,3}0)(?:s|er\b|’s)")
_CENTURY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)[ -]centur", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"(?<!\d)(\d{1,4})\s*(?:BCE?\b|B\.C\.|v\. ?Chr\.)")
_YEAR = re.compile(r"(?<!\d)(\d{3,4})(?!\d)")
_DAY = re.compile(r"(?<!\d)([1-9]|[12]\d|3[01])(?!\d)")


class Time(NamedTuple):
    """From when to when, in years; what happened on one day begins and ends with it."""

    start: float
    end: float


def time_of(text: str) -> Time | None:
    """Read a date; nothing if it names no year."""
    if match := _BEFORE_CHRIST.search(text):
        return Time(-float(match[1]), -float(match[1]))
    if match := _SPAN.search(text):
        first, last = match.groups()
        return _ordered(float(first), float(first[: max(len(first) - len(last), 0)] + last))
    if match := _DECADE.search(text):
        return Time(float(match[1]), float(match[1]) + 10)
    if match := _CENTURY.search(text):
        return Time(100.0 * int(match[1]) - 100, 100.0 * int(match[1]))
    if match := _YEAR.search(text):
        part = _part_of_year(text.replace(match[0], "", 1))
        return Time(int(match[1]) + part, int(match[1]) + part)
    return None


def _ordered(one: float, other: float) -> Time:
    return Time(min(one, other), max(one, other))


def _part_of_year(rest: str) -> float:
    """Tell how much of the year has gone by in a month, or on a day of it."""
    words = (word.casefold() for word in _MONTH.findall(rest))
    month = next((_MONTH_OF[word] for word in words if word in _MONTH_OF), None)
    if month is None:
        return 0.0
    day = _DAY.search(rest)
    return (month + (int(day[1]) - 1 if day else 0) / 31) / 12

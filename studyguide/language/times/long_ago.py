"""When something was, by how many years ago: `3 million years ago`, `vor 10.000 Jahren`, `2.5–1.8 Ma`."""

import re

from studyguide.patterns import lazy

_UNIT = (
    r"thousand|million|billion|tausend|Millionen|Milliarden|millions?(?:\s+d['’])?|milliards?|mille|millones|mil|"
    r"milioni|milhões|miljoen|mln|млн|тыс\.?"
)
_AGO = lazy(
    rf"(?:(?P<count>\d[\d.,\s]{{0,20}}\d|\d)\s*(?P<unit>{_UNIT})?\s*(?:de\s+)?"
    r"(?:years|year|yr|Jahren?|années|ans|años|anni|anos|jaar|lat|лет|років)?\s*(?:ago|atrás|geleden|temu|fa|BP|назад|тому)(?!\w))"
    rf"|(?:(?:vor|il y a|hace|há)\s+(?P<count2>\d[\d.,\s]{{0,20}}\d|\d)\s*(?P<unit2>{_UNIT})?\s*"
    r"(?:de\s+|d['’])?(?:Jahren|années|ans|años|anos)(?!\w))"
    r"|(?P<count3>\d[\d.,]{0,20})\s*(?P<unit3>Ma|Ga|ka)(?!\w)",
    re.IGNORECASE,
)
_TO = r"\s*(?:[-–—−]|(?:to|bis|à|al?|tot|do|до)\s)\s*"
_FIRST_BEHIND = lazy(rf"(?i)(?<!\w)(vor|il y a|hace|há)\s+(\d[\d.,]{{0,20}}){_TO}(?=\d)")
_FIRST = lazy(rf"(?i)(?P<count>\d[\d.,]{{0,20}})\s*(?P<unit>{_UNIT}|Ma|Ga|ka)?{_TO}$")
_UNITS = (
    (1e9, r"(?i:billion|milliard|Ga$)"),
    (1e6, r"(?i:mill?i?on|miljoen|milh|mln|млн)|^Ma$"),
    (1e3, r"(?i:thousand|tausend|mil|тыс)|^ka$"),
)
_GROUPED = lazy(r"\d{1,3}(?:[.,\s]\d{3})+")
_NOW = 2000
"""From when "years ago" count: at such distances no year tells."""


def years_ago(text: str) -> tuple[float, float] | None:
    """Give from when to when something was so many years ago; nothing where no such thing is told."""
    text = _FIRST_BEHIND.sub(r"\2–\1 ", text)
    match = _AGO.search(text)
    if not match:
        return None
    count, unit = _told(match)
    first = _FIRST.search(text[: match.start()])
    counts = [(count, unit), *([(first["count"], first["unit"] or unit)] if first else [])]
    numbers = [_number(*each) for each in counts]
    if None in numbers:
        return None
    years = [_NOW - number for number in numbers if number is not None]
    return min(years), max(years)


def _told(match: re.Match[str]) -> tuple[str, str]:
    count = next(match[name] for name in ("count", "count2", "count3") if match[name])
    return count, next((match[name] for name in ("unit", "unit2", "unit3") if match[name]), "")


def _number(count: str, unit: str) -> float | None:
    """Read a number, in which points and commas part thousands where it is not of millions; nothing of one with several points."""
    factor = next((size for size, words in _UNITS if re.search(words, unit)), 1.0)
    is_grouped = factor == 1.0 or _GROUPED.fullmatch(count)
    number = re.sub(r"\D", "", count) if is_grouped else count.replace(",", ".").replace(" ", "")
    number = number.strip(".")
    return float(number) * factor if number.count(".") < 2 else None

"""When something was, as far as its date tells: `14 November 1703`, `c. 1200 BC`, `3rd century`.

Years count without a gap: the year before AD 1 is 0 here, and is called 1 BC by everybody else.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from studyguide.language.times.ages import AFTER, ERA, ORDINAL, age_in, ordinal_of
from studyguide.language.times.parts_of_ages import WHOLE, Share, part_told
from studyguide.language.times.written_out import in_figures
from studyguide.language.values import ENGLISH_MONTHS, Day, days_in_figures, months_of
from studyguide.patterns import lazy

_AGO = lazy(
    r"(?:(?P<count>\d[\d.,\s]{0,20}\d|\d)\s*(?P<unit>thousand|million|billion|tausend|Millionen|Milliarden|"
    r"millions?(?:\s+d['’])?|milliards?|mille|millones|mil|milioni|milhões|miljoen|mln|млн|тыс\.?)?\s*(?:de\s+)?"
    r"(?:years|year|yr|Jahren?|années|ans|años|anni|anos|jaar|lat|лет|років)?\s*(?:ago|atrás|geleden|temu|fa|BP|назад|тому))"
    r"|(?:(?:vor|il y a|hace|há)\s+(?P<count2>\d[\d.,\s]{0,20}\d|\d)\s*(?P<unit2>tausend|Millionen|Milliarden|"
    r"millions?|milliards?|mille|millones|mil|milhões)?\s*(?:de\s+|d['’])?(?:Jahren|années|ans|años|anos))"
    r"|(?P<count3>\d[\d.,]{0,20})\s*(?P<unit3>Ma|Ga|ka)(?!\w)",
    re.IGNORECASE,
)
_UNITS = (
    (1e9, r"(?i:billion|milliard|Ga$)"),
    (1e6, r"(?i:mill?i?on|miljoen|milh|mln|млн)|^Ma$"),
    (1e3, r"(?i:thousand|tausend|mil|тыс)|^ka$"),
)
_DECADE = lazy(rf"(?<!\d)(?P<decade>\d{{1,3}}0)(?:['’]?s|ern?)(?!\w){ERA}")
_ERA_FIRST = lazy(rf"(?<!\w)(?:{AFTER})\s*(?P<year>\d{{1,4}})(?!\d)")
_BEFORE_FIRST = lazy(r"(?:紀元前|公元前|西暦前|前)\s*(?P<year>\d{1,4})(?!\d|世紀)")
_YEAR = lazy(rf"(?<![\d.,])(?P<year>\d{{1,3}}(?:[.,\s  ]\d{{3}})+|\d+)(?![\d]){ERA}")
_BETWEEN = lazy(
    r"(?<![.\s])\s*[-–—−]\s*|\s[-–—−]\s|\s+(?:to|through|until|and|bis|und|à|et|au|hasta|al?|alla|y|e|tot|en|do(?! s[eé]cul| mil[eé]ni)|i|до|и|по|та)\s+|\s+all['’]|(?<=\d{4})/(?=\d)|(?<=\d0s)/(?=\d)"
    r"|(?:(?<=\d)|(?<=\d0s)|(?<=\d0er))\s+(?:or|oder|ou|o|lub|или|або|&)\s+|(?<=\d0s)\s+of\s+(?=\d)"
)
_JOINED = lazy(r"(?i)(?:(?<=\bearly)|(?<=\bmid)|(?<=\blate))-(?!mid\b|late\b)")
"""What is no dash between two points of time: mid-19th."""
_DAY_NUMBER = r"(?:[1-9]|[12]\d|3[01])"
_DAY = lazy(rf"(?<!\d)({_DAY_NUMBER})(?!\d)")
_WORD = lazy(r"[^\W\d_]{3,}")
_SEASONS = {
    word: month
    for month, words in (
        (2, "spring frühling frühjahr printemps primavera lente voorjaar wiosna wiosną весна весной весни навесні"),
        (5, "summer sommer été verano estate verão zomer lato latem лето летом літо влітку"),
        (8, "autumn fall herbst automne otoño autunno outono herfst jesień jesienią осень осенью осінь восени"),
        (11, "winter hiver invierno inverno zima zimą зима зимой взимку"),
    )
    for word in words.split()
}  # fmt: skip
_USUAL = lazy(
    rf"(?:(?:{_DAY_NUMBER} )?(?P<month>[A-Za-z]+) )?(?P<year>[0-9]{{1,4}})|(?P<decade>[0-9]{{2}}[1-9]0)s"
    r"|(?P<whole>[0-9]{4})-(?P<digits>1[3-9]|[2-9][0-9])"
)
"""14 November 1703, 1920s, 1980-81, May 1: read without the patterns above, which take longer to make than to use."""
_MOST_DIGITS, _NOW = 7, 2000
"""Of a year; and from when "years ago" count: at such distances no year tells."""


class Time(NamedTuple):
    """From when to when, in years without a gap; what happened on one day begins and ends with it."""

    start: float
    end: float

    def part(self, start: float, end: float) -> "Time":
        """Give what lies between two shares of it."""
        years = self.end - self.start
        return Time(self.start + years * start, self.start + years * end)


def time_of(text: str) -> Time | None:
    """Read a date; nothing if it names no year, century or distance of years."""
    text = " ".join(text.split())
    usual = _USUAL.fullmatch(text)
    if usual and (not usual["month"] or usual["month"].lower() in ENGLISH_MONTHS):
        return _usual(usual)
    text = in_figures(_JOINED.sub(" ", text))
    if match := _AGO.search(text):
        return _years_ago(match)
    if days := days_in_figures(text):
        years = [_year_of(readings[0]) for readings in days]
        return Time(min(years), max(years))
    points = _in_one_era(_of_known_centuries([*_points(text)]))
    if not points:
        return None
    times = [point.time.part(*point.within) for point in points]
    return Time(min(time.start for time in times), max(time.end for time in times))


def _year_of(day: Day) -> float:
    return day.year + (max(day.month, 1) - 1 + (max(day.day, 1) - 1) / 31) / 12


def _usual(match: re.Match[str]) -> Time | None:
    """Read a date as most are written, which needs a year of more than two digits."""
    if decade := match["decade"]:
        return _Point(int(decade), 10, "", 0).time
    if whole := match["whole"]:
        years = sorted((int(whole), int(whole[:2] + match["digits"])))
        return Time(float(years[0]), float(years[1]))
    year = match["year"]
    return _at(int(year) + _part_of_year(match[0], match.span("year"))) if len(year) > 2 else None


class _Point(NamedTuple):
    """One year, decade or age: its number, how many years each counts, its era as far as told."""

    number: int
    length: int
    era: str
    part: float
    within: Share = WHOLE

    @property
    def has_century(self) -> bool:
        """Whether it tells its century, as `mid-80s` does not."""
        return self.length != 10 or self.number >= 100 or bool(self.era)

    @property
    def time(self) -> Time:
        """When it was."""
        if self.length == 1:
            year = 1 - self.number if self.era == "before" else self.number
            return _at(year + self.part)
        if self.length == 10:
            if self.era == "before":
                return Time(1.0 - self.number - 9, 1.0 - self.number + 1)
            return Time(float(self.number), float(self.number) + 10)
        last = self.number * self.length
        if self.era == "before":
            return Time(1.0 - last, 1.0 - last + self.length)
        return Time(float(last - self.length), float(last))


def _points(text: str) -> Iterator[_Point]:
    """Yield each point of time, one to a part of the text between dashes and the like."""
    known_length = 0
    if match := age_in(text):
        known_length = 100 if match["century"] else 1000
    before, begun = None, None
    for part in _BETWEEN.split(text):
        point, told = _point(part, known_length, before), part_told(part)
        if point:
            within = told or WHOLE
            yield point._replace(within=within.with_all_to(begun) if begun else within)
            before, begun = point, None
        else:
            begun = told or begun  # mid to late 1980s


def _point(text: str, length: int, before: "_Point | None") -> _Point | None:
    """Read one point of time; after another year two digits go on with it, as in `1914–18`."""
    if match := age_in(text):
        return _Point(
            ordinal_of(match["ordinal"]), 100 if match["century"] else 1000, _era(match), 0
        )
    if length and (match := re.search(rf"(?<!\w){ORDINAL}(?!\w)", text)):
        return _Point(ordinal_of(match["ordinal"]), length, "", 0)
    decades = _decades(text)
    if decades and decades[0].has_century:
        return decades[0]
    if match := _ERA_FIRST.search(text):
        return _Point(int(match["year"]), 1, "after", _part_of_year(text, match.span()))
    if match := _BEFORE_FIRST.search(text):
        return _Point(int(match["year"]), 1, "before", 0)
    return _year(text, before) or next(iter(decades), None)


def _decades(text: str) -> list[_Point]:
    """Give the decades of a part, those of no century last."""
    era = "after" if _ERA_FIRST.search(text) else ""
    found = [
        _Point(int(match["decade"]), 10, _era(match) or era, 0) for match in _DECADE.finditer(text)
    ]
    return sorted(found, key=lambda decade: not decade.has_century)


def _year(text: str, before: "_Point | None") -> "_Point | None":
    """Read a year: of three or four digits, or with its era, or going on with the year before."""
    for match in _YEAR.finditer(text):
        digits, era = re.sub(r"\D", "", match["year"]), _era(match)
        if len(digits) <= _MOST_DIGITS and (era or len(digits) in (3, 4)):
            return _Point(int(digits), 1, era, _part_of_year(text, match.span()))
        if before and before.length == 1 and text.strip() == match[0].strip():
            return _continued(digits, before)
    return None


def _continued(digits: str, before: _Point) -> _Point:
    whole = str(before.number)
    return _Point(int(whole[: max(len(whole) - len(digits), 0)] + digits), 1, before.era, 0)


def _of_known_centuries(points: list[_Point]) -> list[_Point]:
    """Leave out decades of no century, unless an era is told behind another: `60s to 70s AD`."""
    is_first = any(point.era for point in points)
    return [point for point in points if is_first or point.has_century]


def _in_one_era(points: list[_Point]) -> list[_Point]:
    """Give a point without an era that of the one after it, where time runs on so: `490–479 BC`."""
    for index in reversed(range(len(points) - 1)):
        one, other = points[index], points[index + 1]
        if not one.era and other.era == "before" and one.number >= other.number:
            points[index] = one._replace(era="before")
    return points


def _era(match: re.Match[str]) -> str:
    return "before" if match["before"] else "after" if match["after"] else ""


def _years_ago(match: re.Match[str]) -> Time | None:
    count = next(match[name] for name in ("count", "count2", "count3") if match[name])
    unit = next((match[name] for name in ("unit", "unit2", "unit3") if match[name]), "")
    factor = next((size for size, words in _UNITS if re.search(words, unit)), 1.0)
    is_grouped = factor == 1.0 or re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+", count)
    number = re.sub(r"\D", "", count) if is_grouped else count.replace(",", ".").replace(" ", "")
    return _at(_NOW - float(number) * factor) if number.count(".") < 2 else None


def _at(year: float) -> Time:
    return Time(float(year), float(year))


def _part_of_year(text: str, year: tuple[int, int]) -> float:
    """Tell how much of the year has gone by in a month, a season, or on a day, named beside it."""
    rest = text[: year[0]] + " " + text[year[1] :]
    words = [word.casefold() for word in _WORD.findall(rest)]
    months = months_of(words) if words else {}
    month = next((months[word] for word in words if word in months), None)
    if month is None:
        return next((_SEASONS[word] / 12 for word in words if word in _SEASONS), 0.0)
    day = _DAY.search(rest)
    return (month + (int(day[1]) - 1 if day else 0) / 31) / 12

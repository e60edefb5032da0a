"""When something was, as far as its date tells: `14 November 1703`, `c. 1200 BC`, `3rd century`.

Years count without a gap: the year before AD 1 is 0 here, and is called 1 BC by everybody else.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from studyguide.language.times.ages import AFTER, ERA, ORDINAL, age_in, ordinal_of
from studyguide.language.times.long_ago import years_ago
from studyguide.language.times.parts_of_ages import WHOLE, Share, part_told
from studyguide.language.times.short_years import short_year
from studyguide.language.times.within_years import DAY_NUMBER, month_named, part_of_year
from studyguide.language.times.written_out import in_figures
from studyguide.language.values import ENGLISH_MONTHS, Day, days_in_figures
from studyguide.patterns import lazy

_DECADE = lazy(rf"(?<!\d)(?P<decade>\d{{1,3}}0)(?:['’]?s|ern?)(?!\w){ERA}")
_ERA_FIRST = lazy(rf"(?:(?<!\w)(?:{AFTER})|西暦|公元|西元)\s*(?P<year>\d{{1,4}})(?!\d)")
_BEFORE_FIRST = lazy(r"(?:紀元前|公元前|西暦前|前)\s*(?P<year>\d{1,4})(?!\d|世紀)")
_YEAR = lazy(rf"(?<![\d.,])(?P<year>\d{{1,3}}(?:[.,\s  ]\d{{3}})+|\d+)(?![\d]){ERA}")
_BETWEEN = lazy(
    r"(?<![.\s])\s*[-–—−]\s*|(?<=\.)[-–—](?=\d)|\s[-–—−]\s|\s+(?:to|through|until|and|bis|und|à|et|au|hasta|al?|alla|y|e|tot|en|do(?! s[eé]cul| mil[eé]ni)|i|до(?! н\.| наш| Р\.| Р[оі])|и|по|та|і|й|até|και|ως|έως|μέχρι|עד|ועד)\s+|\s+all['’]|(?<=\d{4})/(?=\d)|(?<=\d0er)/(?=\d)|(?<=\d0s)/(?=\d)"
    r"|(?:(?<=\d)|(?<=\d0s)|(?<=\d0er))\s+(?:or|oder|ou|o|lub|или|або|чи|ή|&)\s+|(?<=\d0er)\s+of\s+(?=\d)"
)
_DAY = lazy(rf"(?<![\d.,])({DAY_NUMBER})(?!\d|[.,]\d)")
_JOINED = lazy(r"(?i)(?:(?<=\bearly)|(?<=\bmid)|(?<=\blate))-(?!mid\b|late\b)")
"""What is no dash between two points of time: mid-19th."""
_USUAL = lazy(
    rf"(?:(?:{DAY_NUMBER} )?(?P<month>[A-Za-z]+) )?(?P<year>[0-9]{{1,4}})|(?P<decade>[0-9]{{2}}[1-9]0)s"
    r"|(?P<whole>[0-9]{4})[-–](?P<digits>1[3-9]|[2-9][0-9])"
)
"""14 November 1703, 1920s, 1980-81, May 1: read without the patterns above, which take longer to make than to use."""
_TURN = lazy(
    r"(?i)(?<!\w)(?:turn of|wende|jahrhundertwende|tournant|cambio|cavallo|virada|viragem|eeuwwisseling|wisseling|przeł\w+|рубеж\w*|"
    r"рубі?ж\w*|злам\w*)(?!\w)"
)
_NEAR = 10
"""So many years before and after the year in which a century begins are its turn."""

_DAYS = 31
"""Of a month at most."""

_MOST_DIGITS = 7
"""Of a year."""


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
        has_year = len(usual["year"] or text) > 2
        if has_year or (usual.start("month") == 0 and int(usual["year"]) <= _DAYS):  # May 1
            return _usual(usual) if has_year else None
    text = in_figures(_JOINED.sub(" ", text))
    if ago := years_ago(text):
        return Time(*ago)
    if days := days_in_figures(text):
        rest = text if len(days) == 1 else ""
        years = [_year_of(readings[0], rest) for readings in days]
        return Time(min(years), max(years))
    points = _in_one_era(_of_known_centuries([*_points(text)]))
    if not points:
        return None
    if (ages := [each.time.start for each in points if each.length == 100]) and _TURN.search(text):
        return Time(max(ages) - _NEAR, max(ages) + _NEAR)
    times = [point.time.part(*point.within) for point in points]
    return Time(min(time.start for time in times), max(time.end for time in times))


def _year_of(day: Day, text: str) -> float:
    if not day.month:  # 1945年夏
        return day.year + (part_of_year(text) or 0.0)
    return day.year + (max(day.month, 1) - 1 + (max(day.day, 1) - 1) / 31) / 12


def _usual(match: re.Match[str]) -> Time:
    """Read a date as most are written, which needs a year of more than two digits."""
    if decade := match["decade"]:
        return _Point(int(decade), 10, "", 0).time
    if whole := match["whole"]:
        years = sorted((int(whole), int(whole[:2] + match["digits"])))
        return Time(float(years[0]), float(years[1]))
    year = match["year"]
    return _at(int(year) + _part_of_year(match[0], match.span("year")))


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
    before, begun, waiting = None, None, ""
    for part in _BETWEEN.split(text):
        point, told = _point(part, known_length, before), part_told(part)
        if point:
            within = told or WHOLE
            within = within.with_all_to(begun) if begun else within
            for each in _spanned(waiting, part, point):
                yield each._replace(within=within)
            before, begun, waiting = point, None, ""
        else:
            begun, waiting = told or begun, part  # mid to late 1980s; 18–22 March 1848


def _spanned(waiting: str, part: str, point: _Point) -> Iterator[_Point]:
    """Yield a point, and before it what a span begins with that tells no year or era of its own: March–May 1871, 18–22 March 1848, 44–31 BC."""
    if point.length == 1 and waiting.strip():
        first, last = month_named(waiting), month_named(part)
        day, last_day = _DAY.search(waiting), _DAY.search(part)
        if first and last_day and not last:
            point = point._replace(part=part_of_year(f"{last_day[0]} {first}") or 0.0)
        if (first or last) and (first or day) and (last or last_day):
            begun = part_of_year(f"{day[0] if day else ''} {first or last}") or 0.0
            years = 1 if begun > point.part and not point.era else 0
            yield point._replace(part=begun, number=point.number - years)
        elif (year := _YEAR.search(waiting)) and point.era:
            number = int(re.sub(r"\D", "", year["year"]))
            if (number > point.number) == (point.era == "before"):
                yield point._replace(part=0.0, number=number)
    yield point


def _point(text: str, length: int, before: "_Point | None") -> _Point | None:
    """Read one point of time; after another year two digits go on with it, as in `1914–18`."""
    if match := age_in(text):
        return _Point(
            ordinal_of(match["ordinal"]), 100 if match["century"] else 1000, _era(match), 0
        )
    if length and (match := re.search(rf"(?<!\w){ORDINAL}(?!\w){ERA}", text)):
        return _Point(ordinal_of(match["ordinal"]), length, _era(match), 0)
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
    told = short_year(text)
    return _Point(told[0], 1, "", told[1]) if told else None


def _continued(digits: str, before: _Point) -> _Point:
    """Read what is left of a year: 1914–18, and 1999/00, behind which a century begins."""
    whole, beyond = str(before.number), 10 ** len(digits)
    number = int(whole[: max(len(whole) - len(digits), 0)] + digits)
    is_next = before.era != "before" and before.number - number > beyond / 2
    return _Point(number + beyond * is_next, 1, before.era, 0)


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


def _at(year: float) -> Time:
    return Time(float(year), float(year))


def _part_of_year(text: str, year: tuple[int, int]) -> float:
    """Tell how much of the year has gone by, by what is named beside it."""
    return part_of_year(f"{text[: year[0]]} {text[year[1] :]}") or 0.0

"""Which dates an index lists, and which headings are looked up by their time."""

import re
from itertools import takewhile
from typing import Final

from studyguide.language.times.within_years import part_of_year
from studyguide.language.values import months_of

_BEFORE: Final = frozenset(
    """
    a about ad after approximately around bc before by c ca ce circa from in of roughly since the until year years
    ab bis das dem der die etwa gegen im jahr jahre jahren nach seit um ungefähr v vom von vor zirka
    an année années après au autour avant d dans de depuis des du en environ jusqu jusque l la le les vers
    al alrededor antes año años cerca desde después el hacia hasta los
    agli allo all anni anno circa dal dall del dell dopo fino gli il intorno negli nell nel prima verso
    het jaar jaren na omstreeks rond sinds tot voor
    do ok około od po przed rok roku lata latach w
    ano anos antes até cerca depois do por volta
    в до к около после с год года году
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""What stands before the figures of a date, besides seasons and parts: about the year 540."""


_DAY: Final = re.compile(r"(\d\d?)(?:st|nd|rd|th|er|º|ª|[.,])?")
_MOST: Final = 31


def is_by_time(heading: str) -> bool:
    """Whether a heading is that of a date with figures: 1 May 1998, about the year 540, but not Treaty of 1648."""
    before = "".join(takewhile(lambda sign: not sign.isdecimal(), heading))
    words = before.casefold().replace("’", " ").replace("'", " ").replace("-", " ").split()
    is_dated = before != heading and not before[-1:].isalnum()  # A4
    return is_dated and all(map(_is_of_a_date, words))


def day_without_year(heading: str) -> int:
    """Give which day of a year a date is that has no year, 0 for any other heading: August 1, 2. Mai, 1er août, 1 de mayo."""
    words = heading.casefold().replace("–", " ").replace("-", " ").split()
    days = [int(found[1]) for word in words if (found := _DAY.fullmatch(word))]
    others = [word for word in words if not _DAY.fullmatch(word)]
    months = [months_of((word,)).get(word) for word in others if word not in _BEFORE]
    if not days or len(months) != 1 or months[0] is None or not 0 < days[0] <= _MOST:
        return 0
    return months[0] * (_MOST + 1) + days[0]


def _is_of_a_date(word: str) -> bool:
    plain = word.strip(".,;()")
    is_listed = plain in _BEFORE or plain in months_of((plain,))
    return not plain or is_listed or part_of_year(plain) is not None


def is_of_a_year(date: str) -> bool:
    """Whether a date can be looked up: last March cannot, August 1 and the Bronze Age can."""
    if not date[:1].islower() or any(map(str.isdecimal, date)):
        return True
    words = date.casefold().split()
    return months_of(words).keys().isdisjoint(words)

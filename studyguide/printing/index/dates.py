"""Which dates an index lists."""

from studyguide.language.values import months_of


def is_of_a_year(date: str) -> bool:
    """Whether a date can be looked up: last March cannot, August 1 and the Bronze Age can."""
    if not date[:1].islower() or any(map(str.isdecimal, date)):
        return True
    words = date.casefold().split()
    return months_of(words).keys().isdisjoint(words)

"""What an answer is worth: by its words, without whose view it is, or by the things that it names in a row."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

from studyguide.language.language import Language
from studyguide.language.words import forms

SHORT: Final = 8
"""So many words of an answer are worth a point: one idea takes up to eight."""

MOST_POINTS: Final = 8
"""No answer is worth more, however long it is, or its list: one of thirty entries would decide on the whole test."""

_NAMED: Final = 12
"""So many words at most tell whose view it is: "According to the statement of the miners,"."""

_FEWEST_THINGS, _WORDS_OF_A_THING = 3, 4
"""So many things, of so many words at most, are a row: vodka, beer, and wine."""

_DAY: Final = re.compile(r"(\b[^\W\d]+\.? \d{1,2}), (\d{3,4}\b)")
"""A date with a comma in it: March 8, 1908."""


def points_of(answer: str, language: str) -> int:
    """Tell how many points an answer in one's own words is worth."""
    if things := things_in(answer, language):
        return min(things, MOST_POINTS)
    words = len(_without_speaker(answer, Language(language)).split())
    return min(max(1, ceil(words / SHORT)), MOST_POINTS)


def things_in(answer: str, language: str) -> int:
    """Count the things that an answer names in a row, with commas and one "and" before the last; none else.

    Another "and", or what begins a clause, tells of one thing: those near the moon, which rise high and fall low.
    """
    known = Language(language)
    joined = known.words.joining - known.words.alternatives
    ands = "|".join(map(re.escape, sorted(joined)))
    if not ands:
        return 0
    before, *rest = re.split(rf",?\s+(?:{ands})\s+", _DAY.sub(r"\1 \2", answer))
    if len(rest) != 1 or "," in rest[0]:
        return 0
    row = [*re.split(r",\s+", before), *rest]
    is_row = all(0 < len(each.split()) <= _WORDS_OF_A_THING for each in row)
    return len(row) if is_row and len(row) >= _FEWEST_THINGS and not _has_clause(row, known) else 0


def _has_clause(row: Sequence[str], language: Language) -> bool:
    """Whether one of a row begins a clause; in German by an article, which all others may have as well."""
    first = [each.split()[0].casefold() for each in row]
    words = language.words
    pointing = words.constructions.get("relative articles", ())
    articles = [word in pointing for word in first[1:]]
    openers = words.relatives | words.conjunctions
    return not openers.isdisjoint(first) or (any(articles) and not all(articles))


def _without_speaker(answer: str, language: Language) -> str:
    """Leave out an opening that says whose view it is: nobody need write it."""
    opening, comma, rest = answer.partition(", ")
    run = forms(opening)
    is_opening = len(run) <= _NAMED and any(
        not each.start for each in language.words.speaker_before.find(run)
    )
    return rest if comma and is_opening else answer

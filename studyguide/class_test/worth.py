"""What an answer is worth: by the things that are asked for and named, and, where it is long, by its words, without whose view it is."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

from studyguide.deck.marked import Marked, Table
from studyguide.language.language import Language
from studyguide.language.phrasing.named_in import asked_in
from studyguide.language.words import forms

SHORT: Final = 12
"""So many words of an answer are worth a point: one idea takes up to twelve."""

OF_A_NAME: Final = 2
"""What it is worth to tell of somebody, something or a date, however it is told."""

MOST_POINTS: Final = 8
"""No answer is worth more, however long it is, or its list: one of thirty entries would decide on the whole test."""

_NAMED: Final = 12
"""So many words at most tell whose view it is: "According to the statement of the miners,"."""

_PAIR, _WORDS_OF_A_THING = 2, 4
"""So many things, of so many words at most, are a row: vodka and beer."""

_DAY: Final = re.compile(r"(\b[^\W\d]+\.? \d{1,2}), (\d{3,4}\b)")
"""A date with a comma in it: March 8, 1908."""


def points_of(question: str, answer: str, language: str) -> int:
    """Tell how many points an answer in one's own words is worth: each thing that is asked for, or named, has one."""
    known = Language(language)
    words = len(_without_speaker(answer, known).split())
    things = things_in(answer, language) or ceil(words / SHORT)
    return min(max(things, asked_in(question, known), 1), MOST_POINTS)


def things_in(answer: str, language: str) -> int:
    """Count the things that an answer names in a row, with commas and one "and" before the last, or the rows of a table; none else.

    Another "and", or what begins a clause, tells of one thing: those near the moon, which rise high and fall low.
    """
    if isinstance(answer, Marked):
        rows = sum(len(each.rows) - 1 for each in answer.blocks if isinstance(each, Table))
        if rows:
            return rows
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
    if not is_row or _has_clause(row, known) or (len(row) == _PAIR and not _are_two(row, known)):
        return 0
    return len(row)


def _are_two(row: Sequence[str], language: Language) -> bool:
    """Whether an "and" stands between two things, and not inside one: gold and silver, but no gold and silver coins."""
    first, second = map(forms, row)
    own = [each for each in first if not language.is_function_word(each)]
    told = [each for each in second if not language.is_function_word(each)]
    if not own or not told or row[0].endswith("-") or all(map(language.number, (own[-1], told[0]))):
        return False
    if language.marks_names and all(map(str.istitle, " ".join(row).split())):
        return True
    is_next = language.is_function_word(second[0]) or (len(own) == 1 and row[1][0].isupper())
    return is_next or len(own) == len(told) == 1


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

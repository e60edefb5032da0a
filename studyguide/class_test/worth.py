"""What an answer is worth: by the things that are asked for and named, and, where it is long, by its words, without whose view it is."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

from studyguide.class_test.clauses import tells
from studyguide.deck.marked import Code, Marked, Table
from studyguide.language.language import Language
from studyguide.language.phrasing.named_in import asked_in
from studyguide.language.words import forms

SHORT: Final = 20
"""So many words of an answer are worth a point, where it names no things: one idea takes up to twenty."""

OF_A_NAME: Final = 2
"""What it is worth to tell of somebody, something or a date, however it is told."""

MOST_POINTS: Final = 8
"""No answer is worth more, however long it is, or its list: one of thirty entries would decide on the whole test."""

_NAMED: Final = 12
"""So many words at most tell whose view it is: "According to the statement of the miners,"."""

_PAIR, _WORDS_OF_A_THING = 2, 4
"""So many things, of so many words at most, are a row: vodka and beer."""

_OF_CODE: Final = 2
"""So many lines of a program are worth a point, and one of several lines so many points at least."""

_SAID_EARLY: Final = 6
"""Words of a question that tell how many are asked for."""

_BESIDE: Final = re.compile(r",|;|\\q?quad")
_RELATION: Final = re.compile(r"[=≡≈<>≤≥]|\\(?:equiv|approx|leq?|geq?|neq?)\b")

_YEAR: Final = re.compile(r"\b[12]\d{3}\b")

_DAY: Final = re.compile(r"(\b[^\W\d]+\.? \d{1,2}), (\d{3,4}\b)")
"""A date with a comma in it: March 8, 1908."""


def points_of(question: str, answer: str, language: str) -> int:
    """Tell how many points an answer in one's own words is worth: each thing that is asked for, or named, has one; of a program every two lines."""
    if (code := len(code_in(answer))) > 1:
        return min(max(ceil(code / _OF_CODE), _OF_CODE), MOST_POINTS)
    known = Language(language)
    words = len(_without_speaker(answer, known).split())
    numbers = _numbers_in(answer, known)
    numbers *= _asks_for_so_many(question, numbers, known)
    numbers = max(numbers, _measures_in(question, answer, known))
    things = things_in(answer, language) or max(ceil(words / SHORT), _parts_in(answer, known))
    return min(
        max(things, numbers, asked_in(question, known), _years_in(question, answer)), MOST_POINTS
    )


def code_in(answer: str) -> Sequence[str]:
    """Give the lines of programs that an answer has, but for blank ones."""
    blocks = answer.blocks if isinstance(answer, Marked) else ()
    runs = (run for block in blocks if isinstance(block, Code) for run in block.runs)
    lines = (line for run in runs for line in answer[run.start : run.end].split("\n"))
    return [line for line in lines if line.strip()]


def _years_in(question: str, answer: str) -> int:
    """Count the years of which something is asked, each told in the answer again: 1890: 620, 1913: 1150; one at least."""
    years = {*_YEAR.findall(question)}
    return max(len(years), 1) if years <= {*_YEAR.findall(answer)} else 1


def _asks_for_so_many(question: str, count: int, language: Language) -> bool:
    """Whether a question says how many it asks for: which four numbers."""
    return str(count) in map(language.number, forms(question)[:_SAID_EARLY])


def _parts_in(answer: str, language: Language) -> int:
    """Count the clauses that are told side by side: that one is, and that the other is; one squares, and multiplies; or equations.

    What "and" joins within a clause is one thing, but two clauses of a verb each are two.
    """
    if equations := _equations_in(answer):
        return equations
    ands = _ands(language)
    if not ands:
        return 1
    opening = next(iter(forms(answer)), "")
    parts = re.split(rf"([;,]?)\s+(?:{ands})\s+|(;)\s+", answer)
    is_small = language.is_function_word(opening) and opening not in language.words.pronouns
    found, before = 1, parts[0]
    for comma, semicolon, part in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        run = forms(part)
        are_clauses = tells(before, language) and tells(part, language)
        is_parallel = is_small and run[:1] == (opening,)
        is_next = comma and len(run) > _WORDS_OF_A_THING
        found += bool(semicolon or is_parallel or is_next or are_clauses)
        before = part
    return found


def _equations_in(answer: str) -> int:
    """Count equations that stand beside each other in a formula."""
    if r"\[" not in answer and r"\(" not in answer:
        return 0
    return sum(1 for each in _BESIDE.split(answer) if _RELATION.search(each))


def _row_of(answer: str, language: Language) -> list[str]:
    """Give what stands in a row, with commas and one "and" before the last; nothing of other answers."""
    ands = _ands(language)
    before, *rest = (
        re.split(rf",?\s+(?:{ands})\s+", _DAY.sub(r"\1 \2", answer)) if ands else [answer]
    )
    return [] if len(rest) != 1 or "," in rest[0] else [*re.split(r",\s+", before), *rest]


def _ands(language: Language) -> str:
    return "|".join(map(re.escape, sorted(language.words.joining - language.words.alternatives)))


def _measures_in(question: str, answer: str, language: Language) -> int:
    """Count two numbers with their units, where a question asks for one thing and another: the length and the depth; ten hours and forty minutes are one."""
    ands = _ands(language)
    if not ands or language.words.joining.isdisjoint(forms(question)):
        return 0
    row = [forms(each) for each in re.split(rf"\s+(?:{ands})\s+", answer)]
    are_measures = all(len(run) > 1 and language.number(run[0]) for run in row)
    return _PAIR if len(row) == _PAIR and are_measures else 0


def _numbers_in(answer: str, language: Language) -> int:
    """Count the numbers of an answer that is nothing but a row of them."""
    row = _row_of(answer, language)
    are_numbers = all(len(run) == 1 and language.number(run[0]) for run in map(forms, row))
    return len(row) if are_numbers else 0


def things_in(answer: str, language: str) -> int:
    """Count the things that an answer names in a row, with commas and one "and" before the last, or the rows of a table; none else.

    Another "and", or what begins a clause, tells of one thing: those near the moon, which rise high and fall low.
    """
    if isinstance(answer, Marked):
        rows = sum(len(each.rows) - 1 for each in answer.blocks if isinstance(each, Table))
        if rows:
            return rows
    known = Language(language)
    row = _row_of(answer, known)
    if not row or _numbers_in(answer, known):
        return 0
    is_row = all(0 < len(each.split()) <= _WORDS_OF_A_THING for each in row)
    if not is_row or _has_clause(row, known) or (len(row) == _PAIR and not _are_two(row, known)):
        return 0
    return len(row)


def _are_two(row: Sequence[str], language: Language) -> bool:
    """Whether an "and" stands between two things, and not inside one: gold and silver, but no gold and silver coins."""
    first, second = map(forms, row)
    are_nouns = all(each.split()[-1][0].isupper() for each in row) and not language.marks_names
    if are_nouns and not row[0].endswith("-") and not any(map(language.number, second)):
        return True
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
    if len(row) > _PAIR and first[0] in openers:
        first, articles = first[1:], []  # that it was warm, clear and dry: one begins all
    return not openers.isdisjoint(first) or (any(articles) and not all(articles))


def _without_speaker(answer: str, language: Language) -> str:
    """Leave out an opening that says whose view it is: nobody need write it."""
    opening, comma, rest = answer.partition(", ")
    run = forms(opening)
    is_opening = len(run) <= _NAMED and any(
        not each.start for each in language.words.speaker_before.find(run)
    )
    return rest if comma and is_opening else answer

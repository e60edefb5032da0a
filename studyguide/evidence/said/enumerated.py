"""What an English question names one by one: as many answers are wanted; the letters of a picture, from A to E; what heads a column, and whether a row has its own cells."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.deck.marked import end_of_heads, rows_of
from studyguide.evidence.case import Case
from studyguide.evidence.terms import Term, stands_in
from studyguide.language.words import forms
from studyguide.patterns import lazy

_LAST = lazy(r",?\s+(?:and|or|as well as)\s+(?=[^,;:?]*[?.;:]|[^,;:?]*$)", re.IGNORECASE)
"""What joins the last of some things to those before."""
_PARTS = lazy(r"\s*[,;]\s+")
_OPENS = lazy(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|had|can|may|must|will)\b",
    re.IGNORECASE,
)
"""What stands before the first of some things of which a question asks."""
_WITH = lazy(r"with(?:out)?\b", re.IGNORECASE)
_NEAR = 80
"""So many characters before a number may say that it marks a part of a picture."""
_ROWS = 100
"""So many rows of a table are held to the passage: nobody recalls more."""
_LONGEST = 5
"""So many words has one of several things at most."""
_FROM_TO = lazy(
    r"(?<![\w.])(?P<first>[A-Z]|\d{1,2})\s*(?:to|through|–|-|bis|à|al?|hasta|até|tot|do|по|до)\s*(?P<last>[A-Z]|\d{1,2})(?!\w|\.\w)"
)
_ROW = lazy(
    r"(?<![\w.])[A-Z](?:,\s*[A-Z])+(?:,?\s+\w{1,3}\s+[A-Z])?(?!\w|\.\w)|(?<![\w.])[A-Z]\s+\w{1,3}\s+[A-Z](?!\w|\.\w)"
)
_LETTER = lazy(r"(?<![\w.])[A-Z](?!\w|\.\w)")
_MARKED = lazy(
    r"(?:mark|label|letter|number|numeral|figure|part)\w*\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


def are_named_one_by_one(question: str, count: int) -> bool:
    """Whether a question names so many things of which it asks, or so many marks of a picture."""
    return any(size == count for size, _ in _marks(question)) or count in _sizes(question)


def _sizes(question: str) -> Iterator[int]:
    """Yield of how many things the enumerations are."""
    for last in _LAST.finditer(question):
        size = 1
        for part in reversed(_PARTS.split(question[: last.start()])):
            size = 0 if _WITH.match(part) else size + 1
            if not size or len(forms(part)) > _LONGEST or _OPENS.search(part):
                break
        yield size


@lru_cache(maxsize=16)  # each word of a question asks
def _marks(question: str) -> tuple[tuple[int, range], ...]:
    """Give how many marks of a picture are named in a row, and where: A to E, 1–5, A, B and C."""
    found = []
    for match in _FROM_TO.finditer(question):
        first, last = match["first"], match["last"]
        if first.isdecimal() and last.isdecimal():
            before = question[max(0, match.start() - _NEAR) : match.start()]
            is_marked = _MARKED.search(before) is not None
            found.append(((int(last) - int(first) + 1) * is_marked, range(*match.span())))
        elif first.isalpha() and last.isalpha():
            found.append((ord(last) - ord(first) + 1, range(*match.span())))
    rows = _ROW.finditer(question)
    return (*found, *((len(_LETTER.findall(row[0])), range(*row.span())) for row in rows))


def places_of_marks(item: Item) -> Iterator[int]:
    """Yield the offsets in a question of what only marks a part of a picture, or stands for one answer of a list."""
    question, count = item.prompt.value, len(item.answers)
    if item.image or item.asked_picture:
        yield from (match.start() for match in _LETTER.finditer(question))
    for size, places in _marks(question):
        if size == count or item.image or item.asked_picture:
            yield from places


def heads_a_column(case: Case, value: str, term: Term) -> bool:
    """Whether a head of an item's table, or the unit of its answer, stands above the quoted rows: hours, of "Hours of oil"."""
    is_head = term.offset < end_of_heads(value) or term.form in case.language.words.units
    return is_head and stands_in(term, case.passage.led)


def exchanged_rows(case: Case) -> Iterator[tuple[Text, str, str]]:
    """Yield a cell of an answer's table, and that of another row that the passage has in its stead."""
    for text in case.item.answers:
        if not end_of_heads(text.value):
            continue
        rows = [row.split(" | ") for row in rows_of(text.value)[1 : _ROWS + 1]]
        places = [[_only_place(case, cell) for cell in row] for row in rows]
        for one, other in combinations(range(len(rows)), 2):
            columns = min(len(rows[one]), len(rows[other]))
            first = _later(places[one][0], places[other][0])
            for at in range(1, columns):
                if first * _later(places[one][at], places[other][at]) < 0:
                    yield text, rows[one][at], rows[other][at]
                    return


def _later(one: int | None, other: int | None) -> int:
    return 0 if one is None or other is None else (one > other) - (one < other)


def _only_place(case: Case, cell: str) -> int | None:
    """Tell where the passage has the first word of a cell that stands there once, in any form."""
    language, section = case.language, case.passage.section
    for stem in language.stems(language.without_function_words(forms(cell))):
        found = [
            at
            for first, last in case.passage.sentences
            for at in range(first, last)
            if language.stem(section.forms[at]) == stem
        ]
        if len(found) == 1:
            return found[0]
    return None

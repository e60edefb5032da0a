"""What a number counts, and whatever stands before a word: the words that follow."""

import re
from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.terms import Term
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms

_CLAUSE_END = re.compile(r"[,;:()—–.]\s")
NEAR = 40
"""So many characters behind a number tell what it counts."""
_COUNTED = 4


def counted_in(behind: str, language: Language) -> frozenset[str]:
    """Give the stems of the few content words that follow a number, up to the next number or sign."""
    found = list[str]()
    for form in forms(_CLAUSE_END.split(behind, maxsplit=1)[0])[:_COUNTED]:
        if language.number(form):
            break
        if not language.is_function_word(form):
            found.append(language.stem(form))
    return frozenset(found)


def may_count(term: Term, after: str, case: Case) -> bool:
    """Whether a number of the passage may be said of a word there: it counts that, or nothing is named."""
    section, language = case.passage.section, case.language
    if term.sort != "number":
        return False
    for part in case.passage.paragraphs:
        for at in range(part.first, part.last):
            if language.number(section.forms[at]) == term.form:
                behind = section.text[section.words[at].end :][:NEAR]
                counted = counted_in(behind, language)
                following = forms(behind)[:1]
                is_bare = not following or language.is_function_word(following[0])
                if is_bare or not counted or any(language.ends_alike(x, after) for x in counted):
                    return True
    return False


def places_before(after: str, case: Case) -> Iterator[int]:
    """Yield the places, in the passage's paragraphs, just before a word in whatever inflection."""
    stem = case.language.stem(after)
    for part, stems in zip(case.passage.paragraphs, case.passage.around.stems, strict=True):
        at = 0
        for _ in range(stems.count(stem)):
            at = stems.index(stem, at) + 1
            place = part.first + at - 2
            if at > 1 and _only_space(case, place):
                yield place


def _only_space(case: Case, place: int) -> bool:
    """Whether nothing but space parts a word from the next."""
    word, following = case.passage.section.words[place : place + 2]
    return case.source.text[word.end : following.start].isspace()


def stands_before(term: Term, after: str, case: Case) -> bool:
    """Whether a term stands before a word somewhere in the section, as in the item."""
    section, language = case.passage.section, case.language
    if term.sort == "number":
        return any(
            language.number(section.forms[at]) == term.form for at in places_before(after, case)
        )
    key = name_key(term.form)
    return any(
        language.ends_alike(section.forms[place + 1], after)
        for form in (key, f"{key}s", f"{key}'s", term.form)
        for place in section.places.get(form, ())
        if place + 1 < len(section.forms)
    )

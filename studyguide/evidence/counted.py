"""What a number counts, and whatever stands before a word: the words that follow."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from studyguide.evidence.case import Case, answer_texts, deletions
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import Term, terms_of
from studyguide.language.figures import figures
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms, words

_CLAUSE_END = re.compile(r"[,;:()—–.]\s")
NEAR = 40
"""So many characters behind a number tell what it counts."""
_COUNTED = 4
_BEHIND = 6
"""So many words behind a figure may have the "at most" that is said of it."""
_WIDE = 12
"""So many words before the quoted ones may have the part of which they tell."""
_WHOLE = 4
_UP, _DOWN = frozenset((">", "≥")), frozenset(("<", "≤"))


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
                end = section.words[at].end
                behind = section.text[end : end + NEAR]
                counted = counted_in(behind, language)
                following = forms(behind)[:1]
                is_bare = not following or language.is_function_word(following[0])
                if is_bare or not counted or any(language.ends_alike(x, after) for x in counted):
                    return True
    return False


def places_before(after: str, case: Case) -> Iterator[int]:
    """Yield the places, in the passage's paragraphs, just before a word in whatever inflection."""
    stem = case.language.stem(after)
    if not case.passage.around.has_stem(stem):
        return
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


class Recalled(NamedTuple):
    """A name or number that a learner must recall, and the content words behind it: what it counts."""

    sort: str
    counted: frozenset[str]


def all_recalled(case: Case) -> Iterator[Recalled]:
    """Yield the names and numbers that a learner must recall."""
    item, filled = case.item, {each.text: each.value for each in case.said}
    for text in answer_texts(item):
        yield from _terms(text.value, case)
    for _, deletion in deletions(item):
        behind = filled[item.prompt].partition(deletion.text)[2]
        yield from _terms(f"{deletion.text}{behind}", case, len(deletion.text))


def _terms(value: str, case: Case, size: int | None = None) -> Iterator[Recalled]:
    """Yield the names and numbers of a text, of its first characters if a `size` is given."""
    for term in terms_of(f"x {value}", case.source, case.language):
        if term.sort == "word":
            continue
        if size is None or term.offset < size + 2:
            end = term.offset - 2 + len(term.shown)
            behind = value[end : end + NEAR]
            yield Recalled(term.sort, counted_in(behind, case.language))


def may_rival(term: Term, recalled: Recalled, case: Case) -> bool:
    """Whether a term of the quotation could be recalled in another's stead: it counts the same."""
    if term.sort != recalled.sort:
        return False
    if term.sort == "name":
        return True
    end = term.offset + len(term.shown)
    counted = counted_in(case.source.text[end : end + NEAR], case.language)
    return not (counted and recalled.counted) or not counted.isdisjoint(recalled.counted)


def is_other_bound(case: Case) -> bool:
    """Whether a question has an "at least" where the passage has the answer's figure with an "at most"."""
    language, asked = case.language, forms(case.item.prompt.value)
    signs = {
        language.words.comparisons[" ".join(asked[each.start : each.end])]
        for each in language.comparing.find(asked)
        if not any(language.numbers(asked[each.end : each.end + 2]))
    }
    if not signs & (_UP | _DOWN):
        return False
    section = case.passage.section
    for first, last in case.passage.sentences:
        limits = language.words.exclusives.stand_in(section.forms[first:last])
        stated = figures(section.text, section.words[first:last], language)
        for answer in case.item.answers:
            for mine in figures(answer.value, words(answer.value), language):
                for there in (
                    each.compare or _limit_behind(case, first + each.place)
                    for each in stated
                    if each.value == mine.value
                ):
                    is_less = there in _DOWN if there else limits
                    if (signs <= _UP and is_less) or (signs <= _DOWN and there in _UP):
                        return True
    return False


def _limit_behind(case: Case, place: int) -> str:
    """Give the sign of an "at most" that stands behind what a figure counts."""
    comparing, run = case.language.comparing, case.passage.section.forms
    behind = run[place + 1 : place + 1 + _BEHIND]
    for found in comparing.find(behind):
        if not any(case.language.numbers(behind[found.end : found.end + 2])):
            return case.language.words.comparisons[" ".join(behind[found.start : found.end])]
    return ""


class Part(NamedTuple):
    """A part that the passage tells of, and which quotation stands behind it."""

    quotation: int
    shown: str


def part_told_as_whole(case: Case) -> Part | None:
    """Find a "five of those failures" of which quoted words tell, and the item as of all of them."""
    language, lexicon = case.language, case.language.words
    runs = [forms(value) for _, value, _ in case.said]
    if any(each.stand_in(run) for each in (lexicon.parts, lexicon.exclusives) for run in runs):
        return None
    said, section = Extent(language, tuple(runs)), case.passage.section
    for number, (first, last) in enumerate(case.passage.spans):
        begin = section.sentence_of(first).first
        clause = case.passage.clause_before(first, _WIDE) - begin
        run = section.forms[begin:last]
        for found in lexicon.of_the.find(run):
            if found.start > 1 and found.start < clause:
                continue
            part = run[found.start - 1] if found.start else ""
            value = "" if part[:1].isdecimal() else language.number(part)
            if part not in lexicon.shares and value in ("", "1", *said.values):
                continue
            whole = run[found.end : found.end + _WHOLE]
            head = next((each for each in whole if not _is_small(each, language)), "")
            if head and said.has_word(head):
                return Part(number, " ".join(run[found.start - 1 : found.end + 1]))
    return None


def _is_small(form: str, language: Language) -> bool:
    return language.is_function_word(form) or bool(language.number(form))

"""Sequence: names and numbers come as they come in the passage, and nothing is cut off its end."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from studyguide.deck.cloze import Deletion
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.evidence.case import Case, is_accounted_for
from studyguide.evidence.clauses import may_be_a_verb
from studyguide.evidence.exchanged import (
    around_than,
    compares_from_the_other_side,
    exchanged_in,
    steps_out_of_order,
)
from studyguide.evidence.extent import Extent
from studyguide.evidence.passage import Passage
from studyguide.evidence.said.asked_for import counts_answers
from studyguide.evidence.said.predicates import closes_a_relative, opens_a_predicate
from studyguide.evidence.terms import Term
from studyguide.evidence.unquoted import is_topic
from studyguide.finding import Finding
from studyguide.language.names import name_key
from studyguide.language.words import Word, forms
from studyguide.patterns import lazy

_FEW = 3
_SHORTEST = 4
"""Letters of a word that may begin a compound."""
_CLAUSE = 5
"""So many words behind an "and" tell whether a new clause begins there."""
_NEAR = 40
"""So many characters before a name tell whether it is a place, a time, or whose word it is."""
_AT_A_PLACE = lazy(
    r"\b(?:(?:in|on|at|near|since|until|from|unlike|than|like)\s+(?:the\s+)?|according\s+to\s+(?:[\w-]+\s+){0,3})$",
    re.IGNORECASE,
)
"""Where and when something was, and who says so, may stand anywhere in a sentence."""


class _Place(NamedTuple):
    """A name or number of the item, and the one word of the source that it is."""

    term: Term
    at: int


def names_come_in_the_order_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn where two names or two numbers have changed places around the same words.

    Not where one side is passive, a place or time stands in front, or the topic itself is named.
    """
    asked = case.item.prompt
    for text, value, terms in case.said:
        named = [each for each in terms if each.sort != "word"]
        named = [each for each in named if text is not asked or not counts_answers(case, each.form)]
        places = [_Place(term, at) for term in named if (at := _only_place(term, case)) is not None]
        if all(one.at <= other.at for one, other in pairwise(places)):
            continue
        places = [
            each
            for each in places
            if not (is_topic(case, name_key(each.term.form)) or _is_at_a_place(value, each.term))
        ]
        for one, other in pairwise(places):
            if other.at < one.at and _may_be_exchanged(case, value, one, other):
                yield _out_of_order(case.item, text, one.term.shown, other.term.shown)
                break


def _is_at_a_place(value: str, term: Term) -> bool:
    return _AT_A_PLACE.search(value[max(0, term.offset - _NEAR) : term.offset]) is not None


def _may_be_exchanged(case: Case, value: str, one: _Place, other: _Place) -> bool:
    """Whether two names turned round may have turned the sense: the same words join them."""
    section, stem, lexicon = case.passage.section, case.language.stem, case.language.words
    gap = value[one.term.offset + len(one.term.shown) : other.term.offset]
    if one.term.sort != other.term.sort or ("|" in value and not {*"|\n"}.isdisjoint(gap)):
        return False  # nor two cells of a table: who, and where
    between = forms(gap)
    there = section.forms[other.at + 1 : one.at]
    is_one_date = bool(between) and lexicon.months.issuperset(between)
    if is_one_date or not lexicon.partitive.isdisjoint(between):
        return False  # eleven of the forty-one; 9 August 2012
    here = forms(value[: one.term.offset])[-_FEW:]
    before = section.forms[max(0, other.at - _FEW) : other.at]
    if ("by" in (*here, *between)) != ("by" in (*before, *there)):
        return False  # one side is passive
    mine = [stem(form) for form in between if not case.language.is_function_word(form)]
    theirs = {stem(form) for form in there}
    return not mine or not theirs.isdisjoint(mine)


def words_keep_their_places(case: Case) -> Iterator[Finding]:
    """Warn of two words of any sort that have changed places, while all beside them kept theirs."""
    for text, value, _ in case.said:
        if compares_from_the_other_side(case, value):
            continue
        if found := exchanged_in(case, value) or around_than(case, value):
            one, other = (value[each.start : each.end] for each in found)
            yield _out_of_order(case.item, text, one, other)
    if steps := steps_out_of_order(case):
        text = next(each for each in case.item.answers if each.value == steps[0])
        yield _out_of_order(case.item, text, *steps)


def deletions_come_in_the_order_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn where two hidden parts of a cloze sentence have changed places."""
    places = [
        (piece.text, place)
        for piece in case.item.pieces
        if isinstance(piece, Deletion)
        and (place := _only_run(case.passage, piece.text)) is not None
    ]
    for (before, one), (after, other) in pairwise(places):
        if other < one and _are_of_a_kind(case, before, after):
            yield _out_of_order(case.item, case.item.prompt, before, after)
            return


def _are_of_a_kind(case: Case, one: str, other: str) -> bool:
    """Whether two hidden parts may have been exchanged: not a number for words, nor metres for hours."""
    numbers, units = [], []
    for form_of in (forms(one), forms(other)):
        numbered = [bool(case.language.number(form)) for form in form_of]
        numbers.append(any(numbered))
        units.append({form for form, is_one in zip(form_of, numbered, strict=True) if not is_one})
    if numbers[0] != numbers[1]:
        return False
    return not numbers[0] or not all(units) or not units[0].isdisjoint(units[1])


def _out_of_order(item: Item, text: Text, before: str, after: str) -> Finding:
    message = f"the passage has `{after}` before `{before}`"
    help = "say who does what as the passage does, or accept it in a review"
    return item.warning(text, "order", message, help, before)


def _only_run(passage: Passage, text: str) -> int | None:
    run = forms(text)
    found = [
        place
        for first, last in passage.sentences
        for place in passage.section.find(run, first, last)
    ]
    return found[0] if len(found) == 1 else None


def _only_place(term: Term, case: Case) -> int | None:
    """Find the one word of the passage's sentences that is this name or number, in its section."""
    stated = case.passage.stated
    words = stated.values if term.sort == "number" else stated.names
    key = term.form if term.sort == "number" else name_key(term.form)
    if words.count(key) != 1:
        return None
    at = words.index(key)
    for first, last in case.passage.sentences:
        if at < last - first:
            return first + at
        at -= last - first
    return None


def answer_does_not_break_off(case: Case) -> Iterator[Finding]:
    """Warn where the passage goes on with "and …" just after the last words of an answer.

    Not of an event, a role or a reason, which need not be all that there is; nor where a comma before
    the "and" begins a clause.
    """
    item, asked = case.item, forms(case.item.prompt.value)
    if item.kind != "question" or case.language.words.asking_why.stand_in(asked):
        return
    ends = [(answer, _end_in(case.passage, answer.value)) for answer in item.answers]
    covered = {end for _, end in ends if end is not None}
    section = case.passage.section
    for answer, end in ends:
        if end is None or end + 1 >= len(section.words):
            continue
        following, within = section.forms[end + 1], section.sentence_of(end).last
        if following not in case.language.words.joining or end + 2 >= within:
            continue
        rest = section.words[end + 2 : min(end + 2 + _CLAUSE, within)]
        gap = section.text[section.words[end].end : section.words[end + 1].start]
        is_closed = ")" in gap or ";" in gap or ("," in gap and not case.language.is_english)
        is_closed |= closes_a_relative(section, case.language.words.relatives, end)
        is_closed |= opens_a_predicate(case, rest) or any(other > end for other in covered)
        if is_closed or _is_clause(case, rest) or _is_told_too(case, answer, rest):
            continue
        yield _broken_off(case, answer, following, rest)


def _is_told_too(case: Case, answer: Text, rest: Sequence[Word]) -> bool:
    """Whether the question or another answer of a list has what follows, in whatever words."""
    content = [word.form for word in rest if not case.language.is_function_word(word.form)][:1]
    item = case.item
    others = [each.value for each in (item.prompt, *item.answers) if each is not answer]
    said = Extent(case.language, tuple(map(forms, others)))
    told = {form for other in others for form in forms(other) if len(form) >= _SHORTEST}
    return any(
        said.has_word(form)
        or is_accounted_for(case, (form,))
        or (case.language.compounds and form.startswith(tuple(told)))  # zinc, of zinc or tin plates
        for form in content
    )


def _is_clause(case: Case, rest: Sequence[Word]) -> bool:
    """Whether what follows an "and" has a verb of its own, or a "not": "and most observers prefer to stop"."""
    run, lexicon = tuple(word.form for word in rest), case.language.words
    text, verbs = case.source.text, lexicon.finite_verbs
    is_second = case.language.number("".join(run[1:2])).endswith(".")  # the first, and the second
    if is_second or run[0] in lexicon.clause_openers or run[0] in verbs or run[0] in lexicon.nots:
        return True
    for at, word in enumerate(rest[1:], 1):
        if not text[rest[at - 1].end : word.start].isspace():
            return False  # a list goes on
        if word.form in verbs or _ends_as_a_verb(case, word.form):
            return True
    return False


def _ends_as_a_verb(case: Case, form: str) -> bool:
    """Whether a small word ends as verbs do, where lists have few of them."""
    is_one = not case.language.is_english and case.source.is_written_small(form)
    return is_one and may_be_a_verb(form, case.language)


def _broken_off(case: Case, answer: Text, following: str, rest: Sequence[Word]) -> Finding:
    shown = " ".join((following, *(word.form for word in rest[:3])))
    message = f"the passage goes on: “… {shown} …”"
    help = "give the whole of it, ask for a part of it, or accept it in a review"
    return case.item.warning(answer, "answer-cut", message, help, answer.value.split()[-1])


def _end_in(passage: Passage, answer: str) -> int | None:
    """Find where the last three words of an answer, or all if it has fewer, end in the passage."""
    tail = forms(answer)[-3:]
    places = [
        place
        for first, last in passage.spans
        for place in passage.section.find(tail, first, None)
        if place <= last
    ]
    return places[0] + len(tail) - 1 if len(places) == 1 else None

"""What the rules of this room yield, and the clauses and statements that they hold against each other."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.deck.item import deletions, frame
from studyguide.deck.marked import rows_of
from studyguide.evidence.backing import as_it_stands
from studyguide.evidence.case import Case
from studyguide.evidence.clauses import marks_in, may_be_a_verb
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.terms import Term
from studyguide.language.language import Language
from studyguide.language.paraphrase import denied_forms, irregular_of
from studyguide.language.phrases import Phrases
from studyguide.language.words import displayed, forms, words
from studyguide.source.section import SourceSection

Words = tuple[str, ...]
_SIDE, _BEFORE, _AGENT, _OPENING = 2, 3, 5, 2
"""So many words beside a verb are of its subject or object, make it passive, tell by whom; so many open a clause."""
_YEARS = range(1000, 2100)
_PARTING = frozenset(",;:()—–")


@cache
def words_for(language: Language, *uses: str) -> frozenset[str]:
    """Give the words that tell how a sentence is built, by what they are for: of `whom`, `from`."""
    words = language.words.constructions
    return frozenset(chain.from_iterable(words.get(use, ()) for use in uses))


@cache
def phrases_for(language: Language, use: str) -> Phrases:
    """Give what may be of several words, to be looked for: `in-return`, `if`."""
    return Phrases(tuple(sorted(words_for(language, use))), language.words.small)


class Differs(NamedTuple):
    """Something that the passage has the other way: what is told of it, where in the item, at which word; no error if it `is_mild`."""

    code: str
    message: str
    text: Text
    shown: str = ""
    is_mild: bool = False


class Asked(NamedTuple):
    """A question and its answer, or a cloze sentence and one of its hidden words, which stand in `text`."""

    text: Text
    asked: Words
    answer: Words
    shown: str


def asked_of(case: Case) -> Iterator[Asked]:
    """Yield what an item asks, with each answer by itself; of a list nothing."""
    item = case.item
    if item.kind == "question" and len(item.answers) == 1:
        answer = item.answers[0]
        yield Asked(answer, forms(item.prompt.value), forms(answer.value), answer.value)
    elif item.kind == "cloze":
        told = forms(frame(item))
        for _, hidden in deletions(item):
            yield Asked(item.prompt, told, forms(hidden.text), hidden.text)


def statements(case: Case) -> Iterator[tuple[Text, Words]]:
    """Yield what an item states: its answers, of a table each row, or a cloze sentence with its blanks filled."""
    for text, value, _ in case.said:
        if text is not case.item.prompt or case.item.kind == "cloze":
            yield from ((text, forms(each)) for each in rows_of(value))


def clauses(case: Case, *, at_joints: bool = True) -> Iterator[Words]:
    """Yield the clauses of the passage: cut at punctuation, conjunctions, relatives, and each "and" if `at_joints`."""
    section = case.passage.section
    for sentence in case.passage.sentences:
        yield from _clauses(section, sentence, case.language, at_joints=at_joints)


def cuts_of(value: str) -> frozenset[int]:
    """Give the words of a text behind punctuation."""
    found = words(value)
    gaps = ((at, value[found[at - 1].end : found[at].start]) for at in range(1, len(found)))
    return frozenset(at for at, gap in gaps if not _PARTING.isdisjoint(gap))


@lru_cache(maxsize=512)  # neighbouring items stand in the same sentences
def _clauses(
    section: SourceSection, run: Run, language: Language, *, at_joints: bool
) -> tuple[Words, ...]:
    forms, marks, opening = (
        section.forms,
        marks_in(section, run),
        _opening(language, at_joints=at_joints),
    )
    cuts = [at for at in range(run[0] + 1, run[1]) if at in marks or forms[at] in opening]
    return tuple(forms[first:last] for first, last in pairwise((run[0], *cuts, run[1])))


@cache
def _opening(language: Language, *, at_joints: bool) -> frozenset[str]:
    """Give what opens a clause, each "and" included if `at_joints`."""
    lexicon = language.words
    opening = lexicon.conjunctions | lexicon.relatives
    return opening | lexicon.joining if at_joints else opening


@lru_cache(maxsize=512)  # one look after the other asks for the same clauses
def content(language: Language, run: Words) -> frozenset[str]:
    """Give what the words of a run are told by that say something: the number or the stem of each."""
    return language.content(run)


@lru_cache(maxsize=8)  # one look after the other asks the same of an item
def all_said(case: Case) -> frozenset[str]:
    """Give what the words of an item are told by that say something: all of its texts."""
    runs = (forms(value) for _, value, _ in case.said)
    return frozenset[str]().union(*(content(case.language, run) for run in runs))


def says(language: Language, form: str) -> bool:
    """Whether a word says something: what only holds others together does not."""
    return not language.is_function_word(form) or bool(language.number(form))


def is_a_name(case: Case, form: str) -> bool:
    """Whether a word is a name, by the capital that it has wherever it stands; where capitals tell it."""
    return case.language.marks_names and not case.source.is_written_small(form)


def may_be_a_year(value: str) -> bool:
    """Whether a number may be the one of a year."""
    return value.isdecimal() and int(value[:5]) in _YEARS


def written(text: Text, language: Language, stem: str) -> str:
    """Find the word of a text with some stem, as it is written there; "" if there is none."""
    for word in words(text.value):
        if stem in (language.number(word.form), language.stem(word.form)):
            return text.value[word.start : word.end]
    return ""


def first_written(text: Text, language: Language, stems: frozenset[str]) -> str:
    """Find the word of a text that has the first of some stems which any has; "" if there is none."""
    found = (written(text, language, stem) for stem in sorted(stems))
    return next(filter(None, found), "")


def as_written(text: Text, form: str) -> str:
    """Find the first word of a text with some form, as it is written there; "" if there is none."""
    places = (word for word in words(text.value) if word.form == form)
    return next((text.value[word.start : word.end] for word in places), "")


def opposite_of(term: Term, stated: Extent, language: Language) -> str:
    """Give what stands in the sentences and means the opposite of a word; or nothing."""
    if term.sort != "word":
        return ""
    opposites = language.opposites(term.form)
    is_denying = term.form.startswith(language.negative_prefixes)
    if not opposites and not is_denying and term.form[:1] not in stated.denied_letters:
        return ""
    has = stated.has_form if language.is_english else stated.has_word  # change is not changed
    if found := next(filter(stated.has_meant, opposites), ""):
        return as_it_stands(stated, found)
    denied = denied_forms(term.form, language.negative_prefixes)
    conditions = language.words.conditions  # "unless" does not deny a "less"
    return next((each for each in filter(has, denied) if each not in conditions), "")


def shown_of(case: Case, run: Run) -> str:
    """Give a run of the section's words as it stands there."""
    section = case.passage.section
    return displayed(section.text[section.words[run[0]].start : section.words[run[1] - 1].end])


def part_at(run: Words, cuts: list[int], place: int) -> Words:
    """Give the part of a run in which a place is, from one of its cuts to the next."""
    begin = max((at for at in cuts if at <= place), default=0)
    return run[begin : next((at for at in cuts if at > place), len(run))]


def has_a_verb(language: Language, run: Words) -> bool:
    """Whether a part may be a clause: the left spreads chords; not: the strikes, the largest wave in years."""
    return any(may_be_a_verb(form, language) for form in run)


def may_have_been_done(form: str, language: Language) -> bool:
    """Whether an English word may be what was done: defeated, taught."""
    is_irregular = language.is_english and language.stem(form) in irregular_of("en")
    return is_irregular or may_be_a_verb(form, language)


def verbs_there(case: Case, run: Words, places: Iterable[int]) -> Iterator[tuple[int, Words, int]]:
    """Yield each word of some places that one clause of the passage has, that clause, and where it stands there.

    If it opens its clause, the clause goes on from the one before what is set between commas.
    """
    language, told = case.language, [*clauses(case)]
    opening = language.words.relatives | language.words.conjunctions | language.words.joining
    for at in places:
        form = run[at]
        if language.is_function_word(form) or language.number(form):
            continue
        stem = language.stem(form)
        found = [
            (number, place)
            for number, clause in enumerate(told)
            for place, other in enumerate(clause)
            if language.stem(other) == stem
        ]
        if len(found) == 1:
            number, place = found[0]
            is_inserted = number > 1 and place < _OPENING and told[number][0] not in opening
            before = told[number - 2] if is_inserted else ()
            yield at, (*before, *told[number]), place + len(before)


def nearest(run: Words, at: int, step: int, language: Language) -> list[str]:
    """Give the stems of the first content words on one side of a verb, as far as no preposition stands between."""
    stops, found = words_for(language, "preposition", "from", "to"), list[str]()
    for form in run[at + 1 :] if step > 0 else run[:at][::-1]:
        if form in stops or len(found) == _SIDE:
            break
        if not (language.is_function_word(form) or language.number(form)):
            found.append(language.stem(form))
    return found


def is_passive(run: Words, at: int, language: Language) -> bool:
    """Whether a verb has an "is" before it, or a "by" behind it."""
    lexicon = language.words
    return not (
        lexicon.passives.isdisjoint(run[max(0, at - _BEFORE) : at])
        and lexicon.agents.isdisjoint(run[at + 1 : at + 1 + _AGENT])
    )


def exchanged(case: Case, text: Text, stem: str, where: str) -> Differs:
    """Say where the passage has a word that the item has on the other side."""
    shown = written(text, case.language, stem)
    return Differs("order", f"the passage has `{shown}` {where}", text, shown)

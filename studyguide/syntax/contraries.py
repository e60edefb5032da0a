"""Opposites of which a sentence has both: of "it lost the ferry, but kept the tolls", it kept the ferry."""

from collections.abc import Iterator
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.deck.item import deletions
from studyguide.evidence.beside import said_in
from studyguide.evidence.case import Case, is_accounted_for, is_declared
from studyguide.evidence.extent import Extent
from studyguide.evidence.sides import clause_end
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    as_written,
    clauses,
    clauses_of,
    content,
    statements,
    words_for,
    written,
)

_LEAST = 2
"""Content words that a clause must share with what an item tells, besides the opposite; all that it has, if fewer."""


_NEAR = 3
"""So many words behind a "more" may have what there is more of."""
_AROUND = 5
"""A "not" that stands so near may turn a "more" round."""
_TIMES = 2
"""So many words before a "more" may tell how many times: four times."""


class _Told(NamedTuple):
    """A clause of a cloze sentence, or a question with its answer, what it says, and what of that is to be recalled."""

    texts: tuple[Text, ...]
    run: Words
    said: frozenset[str]
    recalled: frozenset[str]


def opposite_in_its_clause(case: Case) -> Iterator[Differs]:
    """Yield a word of an item whose opposite has the clause that it tells of, while another clause has the word."""
    language, lexicon = case.language, case.language.words
    if not (language.parts_verbs or said_in(case).may_have(case.passage.stated.opposed)):
        return
    every = [*_told(case)]
    doubted = {form for told in every for form in {*told.run} if _has_both(case, form)}
    parts = (
        [_with_joined(part, language, is_clause=True) for part in clauses(case)] if doubted else []
    )
    for told in every if len(parts) > 1 else ():
        if lexicon.negations.stand_in(told.run):
            continue
        for form in sorted(doubted.intersection(told.run)):
            if other := _turned(case, told, form, parts):
                written_as = (written(text, language, language.stem(form)) for text in told.texts)
                shown = next(filter(None, written_as), "")
                text = next((text for text in told.texts if shown in text.value), told.texts[0])
                message = f"the passage says `{other}` of this, and `{form}` of something else"
                yield Differs("opposite", message, text, shown)
                return


def _has_both(case: Case, form: str) -> bool:
    """Whether the passage has a word, and its opposite as well."""
    stated = case.passage.stated
    return case.language.stem(form) in stated.opposed and stated.has_any_form(form)


def _turned(case: Case, told: _Told, form: str, parts: list[Words]) -> str:
    """Give the opposite of a word that the clause has of which the item tells; "" if it has none.

    What the passage says nowhere is told by the words alone.
    """
    language, opposites = case.language, case.language.opposites(form)
    if not opposites or is_declared(case, (form,)):
        return ""
    own, stem = Extent(language, (told.run,)), language.stem(form)
    said, recalled = told.said - {stem}, told.recalled - {stem}
    part = _clause_told(recalled or said, parts, language)
    there = Extent(language, (part,))
    other = next(filter(there.has_word, opposites), "")
    if not other or there.has_any_form(form) or any(map(own.has_word, opposites)):
        return ""
    if language.words.negations.stand_in(part) or is_accounted_for(case, (other,)):
        return ""
    elsewhere = [run for run in parts if Extent(language, (run,)).has_any_form(form)]
    told_there = (content(language, run) for run in elsewhere)
    rest = frozenset[str]().union(*told_there) - content(language, part)
    is_told = not (recalled or said) & rest
    return other if elsewhere and is_told else ""


def _told(case: Case) -> Iterator[_Told]:
    """Yield what an item tells: each clause of a cloze sentence, or the question together with an answer."""
    item, language = case.item, case.language
    if item.kind == "cloze":
        hidden = (content(language, forms(each.text)) for _, each in deletions(item))
        recalled = frozenset[str]().union(*hidden)
        for text, value, _ in case.said[:1]:
            for run in clauses_of(value, language):
                own = content(language, run)
                joined = _with_joined(run, language, is_clause=True)
                yield _Told((text,), joined, own, recalled & own)
        return
    for answer in item.answers:
        asked, told = forms(item.prompt.value), forms(answer.value)
        recalled, run = content(language, told) - content(language, asked), (*asked, *told)
        joined = _with_joined(run, language, is_clause=False)
        yield _Told((item.prompt, answer), joined, content(language, run), recalled)


def _with_joined(run: Words, language: Language, *, is_clause: bool) -> Words:
    if not language.parts_verbs:
        return run
    return (*run, *language.joined_verbs(run, is_clause=is_clause))


def _clause_told(said: frozenset[str], parts: list[Words], language: Language) -> Words:
    """Give the one clause that has most of what is told."""
    shared = [(len(said & content(language, part)), part) for part in parts]
    most = max(count for count, _ in shared)
    best = [part for count, part in shared if count == most]
    return best[0] if len(best) == 1 and most >= min(_LEAST, len(said)) else ()


class _Amount(NamedTuple):
    """A "more" or a "less": which of the two, the word, where, and what it is said of: so many times, or of nitrates."""

    use: str
    form: str
    at: int
    of: frozenset[str]


def more_told_as_less(case: Case) -> Iterator[Differs]:
    """Yield a "more" of something of which the passage has less, and the other way round."""
    there, than = [*_of_passage(case)], case.language.words.than
    for text, run in _texts(case):
        own = [*_amounts(case.language, run)]
        if len({each.use for each in own}) > 1:
            continue
        for each in own:
            same = [other for other, _ in there if other.use == each.use]
            rivals = [
                (other, less)
                for other, less in there
                if other.use != each.use and other.of & each.of
            ]
            if not rivals or any(not other.of or other.of & each.of for other in same):
                continue
            said = content(case.language, run[: each.at]) | _asked(case, text)
            behind = next((at for at in range(each.at, len(run)) if run[at] in than), len(run))
            is_turned = any(
                less & (said - content(case.language, run[behind:])) for _, less in rivals
            )
            if not is_turned and not is_declared(case, (each.form,)):
                shown, opposite = as_written(text, each.form), rivals[0][0].form
                message = f"the passage says `{opposite}`, which is the opposite of `{shown}`"
                yield Differs("opposite", message, text, shown)
                return


def _texts(case: Case) -> Iterator[tuple[Text, Words]]:
    """Yield what an item states, and what it asks."""
    yield from statements(case)
    if case.item.kind != "cloze":
        yield case.item.prompt, forms(case.item.prompt.value)


def _asked(case: Case, text: Text) -> frozenset[str]:
    """Give what the rest of an item says: of the other of two things it may be told the other way."""
    values = (value for other, value, _ in case.said if other is not text)
    return frozenset[str]().union(*(content(case.language, forms(value)) for value in values))


def _of_passage(case: Case) -> Iterator[tuple[_Amount, frozenset[str]]]:
    """Yield each "more" of the passage, and with what alone it is compared."""
    language, than = case.language, case.language.words.than
    for first, last in case.passage.sentences:
        run = case.passage.section.forms[first:last]
        for each in _amounts(language, run):
            end = clause_end(case, first + each.at, last) - first
            behind = next((at for at in range(each.at, end) if run[at] in than), end)
            yield each, content(language, run[behind:end]) - content(language, run[: each.at])


def _amounts(language: Language, run: Words) -> Iterator[_Amount]:
    joining = language.words.joining
    idle = words_for(language, "no more") | joining
    for use in ("more", "less"):
        for at, form in enumerate(run):
            if form not in words_for(language, use):
                continue
            before, behind = run[max(0, at - 1) : at], run[at + 1 : at + 2]
            near = run[max(0, at - _AROUND) : at + _NEAR]
            is_idle = not (idle.isdisjoint(before) and joining.isdisjoint(behind))
            if not is_idle and not language.words.negations.stand_in(near):
                yield _Amount(use, form, at, _said_of(language, run, at))


def _said_of(language: Language, run: Words, at: int) -> frozenset[str]:
    """Give what there is more of: the next word that says something, or so many times before it."""
    found = set[str]()
    for form in run[at + 1 : at + 1 + _NEAR]:
        if own := content(language, (form,)):
            is_beyond = not language.words.than.isdisjoint(run[at : run.index(form, at)])
            found |= {each for each in own if not is_beyond or language.number(form)}
            break
    before = run[max(0, at - _TIMES) : at]
    if len(before) == _TIMES and language.number(before[0]):
        found.add(f"{language.number(before[0])} {language.stem(before[1])}")
    elif before and before[-1] in language.words.counting:
        found.add(before[-1])
    return frozenset(found)

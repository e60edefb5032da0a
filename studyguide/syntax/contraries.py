"""Opposites of which a sentence has both: of "it lost the ferry, but kept the tolls", it kept the ferry."""

from collections.abc import Iterator
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.case import Case, deletions, is_accounted_for, is_declared
from studyguide.evidence.extent import Extent
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import Differs, Words, clauses, clauses_of, content, written

_LEAST = 2
"""Content words that a clause must share with what an item tells, besides the opposite; all that it has, if fewer."""


class _Told(NamedTuple):
    """A clause of a cloze sentence, or a question with its answer, what it says, and what of that is to be recalled."""

    texts: tuple[Text, ...]
    run: Words
    said: frozenset[str]
    recalled: frozenset[str]


def opposite_in_its_clause(case: Case) -> Iterator[Differs]:
    """Yield a word of an item whose opposite has the clause that it tells of, while another clause has the word."""
    language, lexicon = case.language, case.language.words
    every = [*_told(case)] if lexicon.opposites else []
    doubted = {form for told in every for form in told.run if _has_both(case, form)}
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
    opposites, stated = case.language.opposites(form), case.passage.stated
    return any(map(stated.has_word, opposites)) and stated.has_any_form(form)


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

"""Whose deed it is: that of somebody's clerks, of the man whose pupil she was, and not of the person that an item names.

And from which side it is told: A gave way to B, B replaced A; A lent it to B, B borrowed it from A.
"""

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from studyguide.evidence.beside import said_in
from studyguide.evidence.case import Case, is_accounted_for
from studyguide.evidence.extent import Extent
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    clauses,
    content,
    listed,
    phrases_for,
    words_for,
)

_SUBJECT = 4
"""So many words behind a "his" may be whoever does it, with what stands before the verb."""
_OPENING = 2
_DEED = 4
"""So many words behind a "who" may have the deed."""
_OF = 3
"""So many words before a "man" may have whose pupil somebody was."""

_BEFORE = 3
"""So many words before a verb may have what makes it passive, or the "did" of a question."""
_REACH = 12
"""So many words behind a verb may tell to whom or what."""

Stems = frozenset[str]


def deed_of_another(case: Case) -> Iterator[Differs]:
    """Yield what the passage has "his clerks" do, or "the man" whose pupil somebody was, told of a person."""
    item, language = case.item, case.language
    if item.kind == "person":
        told = forms(item.answers[0].value)
    elif item.kind == "question" and not language.words.asking_who.isdisjoint(
        forms(item.prompt.value)[:1]
    ):
        told = forms(item.prompt.value)
    else:
        return
    deeds = Extent(language, (told,))
    whose, someone = words_for(language, "whose"), words_for(language, "someone")
    stated = [*clauses(case)]
    if any(not whose.isdisjoint(run) for run in stated):
        yield from _of_his(case, deeds, stated)
    if any(not someone.isdisjoint(run) for run in (told, *case.passage.stated.parts)):
        yield from _of_the_man(case, told, stated)


def _of_his(case: Case, deeds: Extent, stated: list[Words]) -> Iterator[Differs]:
    """Yield "his clerks kept …" where the item has the deed, and nothing of those clerks."""
    language, said = case.language, said_in(case)
    whose = words_for(case.language, "whose")
    for run in stated:
        at = next((at for at, form in enumerate(run[:_OPENING]) if form in whose), -1)
        near = run[at + 1 : at + 1 + _SUBJECT]
        told = [form for form in near if not language.is_function_word(form)]
        if at < 0 or not told or any(map(case.language.number, told)):
            continue
        does = next((place for place, form in enumerate(told) if deeds.has_word(form)), 0)
        if not case.source.is_written_small(told[does]):
            continue  # her son Piers
        subject = told[:does]
        if subject and not any(
            said.has_word(form) or said.has_paraphrase(form) or is_accounted_for(case, (form,))
            for form in subject
        ):
            yield _another(case, " ".join(run[at : at + 1 + near.index(told[does]) + 1]))
            return


def _of_the_man(case: Case, told: Words, stated: list[Words]) -> Iterator[Differs]:
    """Yield what "the man" has done whose pupil somebody was, told of the pupil; or the other way round."""
    item, language = case.item, case.language
    someone = words_for(language, "someone")
    if item.kind != "person":
        return
    here, there = _done_by_someone(case, told), frozenset[str]()
    for before, run in pairwise(stated):
        there |= _done_by_someone(case, (*before, *run))
    passage = frozenset(chain.from_iterable(case.passage.stated.stems))
    is_added = here & passage and not there and someone.isdisjoint(_all(case))
    is_lost = there & {*language.stems(told)} and not here and someone.isdisjoint(told)
    if is_added or is_lost:
        yield _another(case, "")


def _all(case: Case) -> Words:
    return tuple(chain.from_iterable(case.passage.stated.parts))


def _done_by_someone(case: Case, run: Words) -> frozenset[str]:
    """Give the stems of what stands behind "of the man who"."""
    language, lexicon = case.language, case.language.words
    someone, of = words_for(language, "someone"), lexicon.possessives | words_for(language, "of")
    return frozenset(
        language.stem(form)
        for at, word in enumerate(run[:-1])
        if word in someone
        and not of.isdisjoint(run[max(0, at - _OF) : at])
        and (run[at + 1] in lexicon.relatives or run[at + 1] in words_for(language, "who"))
        for form in run[at + 2 : at + 2 + _DEED]
        if not language.is_function_word(form)
    )


def _another(case: Case, shown: str) -> Differs:
    if shown:
        message = f"the passage has somebody else do this: “{shown}”"
    else:
        message = "the passage has another do this: whose it is, and who did it, are two persons"
    return Differs("order", message, case.item.answers[0])


def left_out_before_its_verb(case: Case) -> Iterator[Differs]:
    """Yield a quotation that leaves out, just before a word that is told, who that is said of: "Kaur … was rebuilt"."""
    section, language, lexicon = case.passage.section, case.language, case.language.words
    verbs, endings = listed(language, "finite_verbs", "passives"), tuple(lexicon.past_endings)
    for number, runs in enumerate(case.passage.quotations):
        for (_, first), (last, end) in pairwise(runs):
            if section.forms[last] not in verbs and not section.forms[last].endswith(endings):
                continue
            opening = listed(language, "joining", "adversatives", "relatives", "that")
            opening |= words_for(language, "whom")
            hidden = section.forms[first:last]
            cuts = [at for at, form in enumerate(hidden) if form in opening]
            if not cuts or not case.passage.goes_on(last) or section.forms[last] in opening:
                continue
            told = _content(case, section.forms[last:end])
            behind, joint = hidden[cuts[-1] + 1 :], hidden[cuts[-1]]
            is_new = behind and behind[0] in lexicon.determiners | words_for(language, "whose")
            subject = _content(case, behind) if is_new else []
            if not subject and joint not in lexicon.joining | lexicon.adversatives:
                subject = [form for form in hidden if _is_a_name(case, form)]
            said = said_in(case)
            is_told = told and said.has_word(told[0])
            if (
                subject
                and is_told
                and not any(
                    said.has_word(form)
                    or said.has_paraphrase(form)
                    or is_accounted_for(case, (form,))
                    for form in subject
                )
            ):
                shown = " ".join((*hidden[cuts[-1] :], section.forms[last]))
                message = f"the quotation leaves out who this is said of: “{shown}”"
                yield Differs("order", message, case.item.evidence[number])
                return


def _is_a_name(case: Case, form: str) -> bool:
    is_small = case.language.is_function_word(form) or case.source.is_written_small(form)
    return case.language.marks_names and not is_small and not case.language.number(form)


def _content(case: Case, run: Words) -> list[str]:
    return [form for form in run if not case.language.is_function_word(form)]


class _Told(NamedTuple):
    """A verb of a pair: what stands before it and behind it, how it is written, from which side it tells."""

    before: Stems
    behind: Stems
    shown: str
    is_other: bool


def told_from_the_other_side(case: Case) -> Iterator[Differs]:
    """Yield what gave way told as what replaced, and a lender told as the borrower."""
    item, language = case.item, case.language
    pairs = _pairs(language)
    if not pairs:
        return
    for text, value, _ in case.said:
        is_asked = text is item.prompt and item.kind == "question"
        run, answer = forms(value), frozenset[str]()
        if is_asked:
            answer = content(language, forms(item.answers[0].value))
        for one, other in pairs:
            here = next(_found(language, run, one, other, is_asked=is_asked), None)
            if not here:
                continue
            here = _answered(language, here, run, answer) if is_asked else here
            for sentence in case.passage.sentences:
                there = next(
                    _found(language, case.passage.section.forms[slice(*sentence)], one, other), None
                )
                if there and _is_turned(here, there):
                    message = f"around `{there.shown}` the passage has it the other way round"
                    yield Differs("order", message, item.answers[0] if is_asked else text)
                    return


def _pairs(language: Language) -> list[tuple[str, str]]:
    uses = language.words.constructions
    return [(use, f"{use}-back") for use in uses if f"{use}-back" in uses]


def _found(
    language: Language, run: Words, one: str, other: str, *, is_asked: bool = False
) -> Iterator[_Told]:
    """Yield each verb of a pair in a run; of a passive, the two sides are exchanged."""
    lexicon = language.words
    for use in (one, other):
        for found in phrases_for(language, use).find(run):
            near = run[max(0, found.start - _BEFORE) : found.start]
            behind = run[found.end : found.end + _REACH]
            did = [at for at in range(found.start) if run[at] in words_for(language, "helping")]
            first = did[0] + 1 if is_asked and did else 0
            before, after = content(language, run[first : found.start]), content(language, behind)
            if not lexicon.passives.isdisjoint(near):
                if lexicon.agents.isdisjoint(behind):
                    continue
                before, after = after, before
            yield _Told(before, after, " ".join(run[found.start : found.end]), use is other)


def _answered(language: Language, told: _Told, run: Words, answer: Stems) -> _Told:
    """Fill in what a question asks for."""
    if told.before and not words_for(language, "helping").isdisjoint(run[:_BEFORE]):
        return told._replace(behind=told.behind | answer)
    if not (told.before or words_for(language, "whose-part").isdisjoint(run[:1])):
        return told._replace(before=answer)
    return told


def _is_turned(here: _Told, there: _Told) -> bool:
    """Whether what stands before the item's verb is what it must not be, by the side from which each tells."""
    first, last = there.before - there.behind, there.behind - there.before
    if here.is_other is not there.is_other:
        first, last = last, first
    mine, others = here.before - here.behind, here.behind - here.before
    return bool(mine & last and others & first and not mine & first) or bool(
        mine & last and not others and not mine & first
    )

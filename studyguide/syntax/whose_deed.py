"""Whose deed and whose role it is: that of somebody's clerks, of the man whose pupil she was, not of whom an item names."""

from collections.abc import Iterator
from itertools import chain, pairwise

from studyguide.evidence.case import Case, is_accounted_for
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Extent
from studyguide.evidence.persons import keys_of, named_in, shown_as
from studyguide.evidence.said.relatives import Relative, relatives_in
from studyguide.language.names import name_key
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    clauses,
    content,
    words_for,
)

_SUBJECT = 4
"""So many words behind a "his" may be whoever does it, with what stands before the verb."""
_OPENING = 2
"""So many words open a clause, or a sentence with somebody's name."""
_DEED = 4
"""So many words behind a "who" may have the deed."""
_BEFORE_BY = 6
"""So many words before a "by" may have what was done: are paid 80 pounds per hectare by the state."""
_OF = 3
"""So many words before a "man" may have whose pupil somebody was."""


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


def done_by_another(case: Case) -> Iterator[Differs]:
    """Yield a "who did it" answered by a name of another clause than the one that has all of it, and names somebody."""
    language, lexicon, section = case.language, case.language.words, case.passage.section
    asked, answers = forms(case.item.prompt.value), case.item.answers
    wanted = content(language, asked[1:])
    if asked[0] not in lexicon.asking_who or len(wanted) < _OPENING or len(answers) != 1:
        return
    own, named = ({*map(name_key, forms(each.value))} for each in (answers[0], case.item.prompt))
    for sentence in case.passage.sentences:
        names = [(name, keys_of(case, name)) for name in named_in(case, sentence)]
        if not any(keys & own for _, keys in names):
            continue
        told = wanted & content(language, section.forms[slice(*sentence)])
        marks = marks_in(section, sentence)
        inserted = {
            at for at in marks if section.forms[at] in lexicon.adversatives and at + 1 in marks
        }
        aside = inserted | {at + 1 for at in inserted}  # Tennant, however, points out
        cuts = [sentence[0], *(at for at in marks if at not in aside), sentence[1]]
        for first, last in pairwise(cuts):
            run = section.forms[first:last]
            is_there = len(told) >= _OPENING and told <= content(language, run)
            if not is_there or not lexicon.pronouns.isdisjoint(run):
                continue
            there = [(n, k) for n, k in names if first <= n.first < last or (n.last == first)]
            others = [name for name, keys in there if not keys & named]
            if others and not any(keys & own for _, keys in there):
                message = f"the passage tells this of {shown_as(case, others[0])}"
                yield Differs("order", message, answers[0])
                return


def done_to_whom_it_was_done_by(case: Case) -> Iterator[Differs]:
    """Yield a "who sued Brehm" of which the passage says "was sued by Brehm"."""
    language, asked = case.language, forms(case.item.prompt.value)
    agents = language.words.agents - words_for(language, "from")
    if asked[0] not in language.words.asking_who or len(asked) < _DEED - 1:
        return
    deed, whom = content(language, asked[1:2]), content(language, asked[2:])
    said = content(language, tuple(chain.from_iterable(forms(e.value) for e in case.item.answers)))
    for run in clauses(case, at_joints=False) if deed else ():
        for at, form in enumerate(run):
            if form not in agents:
                continue
            behind = run[at + 1 : at + 1 + _OF]
            near = Extent(language, (run[max(0, at - _BEFORE_BY) : at], run[at + 1 : at + 2 + _OF]))
            doer = content(language, behind) - deed
            if doer & whom and not doer & said and near.has_any_form(asked[1]):
                yield _another(case, " ".join(run[max(0, at - 1) : at + 1 + _OF]))
                return


def _of_his(case: Case, deeds: Extent, stated: list[Words]) -> Iterator[Differs]:
    """Yield "his clerks kept …" where the item has the deed, and nothing of those clerks."""
    language, said = case.language, case.all_said
    whose = words_for(case.language, "whose")
    for run in stated:
        at = next((at for at, form in enumerate(run[:_OPENING]) if form in whose), -1)
        near = run[at + 1 : at + 1 + _SUBJECT]
        told = [form for form in near if not language.is_function_word(form)]
        if at < 0 or not told or any(language.number(form).isdecimal() for form in told):
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


def role_of_another(case: Case) -> Iterator[Differs]:
    """Yield a role in another body than the passage has, or one of a sentence that opens with another person."""
    item, language, passage = case.item, case.language, case.passage
    if item.kind != "person":
        return
    said = case.all_said
    bodies = words_for(language, "body") | language.words.bodies
    told = [form for form in forms(item.answers[0].value) if form in bodies]
    there = {form for part in passage.quoted.parts for form in part if form in bodies}
    strange = [form for form in told if not passage.stated.has_word(form)]
    if strange and there and not any(map(said.has_word, there)):
        message = f"the passage has “{min(there)}” there, and no “{strange[0]}”"
        yield Differs("neighbour", message, item.answers[0])
        return
    names = content(language, forms(item.prompt.value))
    if not language.marks_names or any(names & {*stems} for stems in passage.stated.stems):
        return
    for first, last in passage.sentences:
        opening = passage.section.forms[first : min(first + _OPENING, last)]
        if all(_is_another_name(case, form) and not said.has_name(form) for form in opening):
            message = f"the passage tells this of {' '.join(map(str.capitalize, opening))}"
            yield Differs("neighbour", message, item.prompt)
            return


def _is_another_name(case: Case, form: str) -> bool:
    is_small = case.language.is_function_word(form) or case.source.is_written_small(form)
    return not is_small and not case.language.number(form)


def done_by_whom_a_relative_tells_of(case: Case) -> Iterator[Differs]:
    """Yield the answer to a "who", or a person, whose deed the passage has behind a "who" of its own, at another noun or name.

    "The weavers complained that the bakers, who had agreed": a verb parts the weavers from the "who".
    """
    language, item, section = case.language, case.item, case.passage.section
    asked = forms(item.prompt.value)
    is_person = item.kind == "person"
    if not (is_person or (item.kind == "question" and asked[0] in language.words.asking_who)):
        return
    text = item.prompt if is_person else item.answers[0]
    told = forms(item.answers[0].value) if is_person else asked[1:]
    who, deed = content(language, forms(text.value)), content(language, told)
    for sentence in case.passage.sentences:
        if who.isdisjoint(content(language, section.forms[slice(*sentence)])):
            continue
        for each in relatives_in(section, sentence, language):
            clause = content(language, section.forms[each.at + 1 : each.end])
            inside, before = deed & clause, section.forms[each.noun : each.at]
            if who & clause or len(inside) < _OPENING or 2 * len(inside) < len(deed):
                continue
            shown = _named_just_before(case, each) or (
                "" if is_person or not deed <= clause else _noun_of_another(case, each, who)
            )
            if shown and not who & content(language, before if is_person else before[-_SUBJECT:]):
                message = f"the passage tells this of “{shown}”"
                yield Differs("order", message, text, text.value)
                return


def _named_just_before(case: Case, each: Relative) -> str:
    """Give the name just before a relative, of which the item says nothing; "" behind an "of", which may be of either."""
    section, lexicon = case.passage.section, case.language.words
    of = lexicon.possessives | words_for(case.language, "of") | lexicon.joining
    for name in named_in(case, (each.noun, each.at))[-1:]:
        before = section.forms[max(0, name.first - _OPENING) : name.first]
        is_said = case.all_said.has_name(section.forms[name.last - 1])
        if name.last == each.at and of.isdisjoint(before) and not is_said:
            return shown_as(case, name)
    return ""


def _noun_of_another(case: Case, each: Relative, who: frozenset[str]) -> str:
    """Give the noun of which a relative tells, if a verb parts it from whom the item names."""
    section, language = case.passage.section, case.language
    first = section.sentence_of(each.at).first
    is_before = who & content(language, section.forms[first : each.noun])
    noun = section.forms[each.noun : each.at]
    return " ".join(noun) if is_before and content(language, noun) else ""

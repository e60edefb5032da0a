"""By whom it was done: the passage says it behind a "by", the item says somebody else, or turns it into a deed of theirs."""

from collections.abc import Iterator

from studyguide.evidence.beside import said_in
from studyguide.evidence.case import Case, is_declared
from studyguide.evidence.clauses import may_be_a_verb
from studyguide.evidence.question_topic import forms_by_stem
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    asked_of,
    clauses,
    content,
    phrases_for,
    statements,
    words_for,
    written,
)
from studyguide.syntax.roles import nearest

_SIDE = 2
"""So many content words of whoever did it are shown."""
_BEFORE = 3
_NEAR = 8
"""So many words behind a verb may still name who does it."""
_AGENT = 5
"""So many words behind a "by" may name who did it."""


def other_agent(case: Case) -> Iterator[Differs]:
    """Yield an answer that is not whom the passage has behind its "by", and a passive told as a deed."""
    agents, stated = case.language.words.agents, case.passage.stated.parts
    if any(not agents.isdisjoint(part) for part in stated):
        yield from _done_by_another(case)
        yield from _passive_told_as_active(case)
    if words_for(case.language, "preposition"):
        yield from _done_elsewhere(case)


def _done_by_another(case: Case) -> Iterator[Differs]:
    """Yield an answer to "who did it" where the passage says by whom it was done, and that is another."""
    item, language, lexicon = case.item, case.language, case.language.words
    asked = forms(item.prompt.value)
    if item.kind != "question" or lexicon.asking_who.isdisjoint(asked[:2]) or not lexicon.agents:
        return
    if not lexicon.agents.isdisjoint(asked[:_BEFORE]):
        return
    wanted = content(language, asked)
    answer = frozenset[str]().union(
        *(content(language, forms(each.value)) for each in item.answers)
    )
    for clause in clauses(case):
        for at, form in enumerate(clause[1:], 1):
            if form not in lexicon.agents or language.stem(clause[at - 1]) not in wanted:
                continue
            if at + 1 < len(clause) and _is_a_way(case, clause[at + 1]):
                continue
            near = [
                each
                for each in clause[at + 1 : at + 1 + _AGENT]
                if not language.is_function_word(each)
            ]
            by = content(language, tuple(near[:_BEFORE]))
            if not answer or not by or by & (answer | wanted):
                continue
            if not any(language.has_paraphrase(stem, by) for stem in answer):
                shown = " ".join((clause[at - 1], form, *near[:_SIDE]))
                yield Differs("order", f"the passage has it “{shown}”", item.answers[0])
                return


def _is_a_way(case: Case, form: str) -> bool:
    """Whether what stands just behind a "by" is no agent: by lot, by hand."""
    is_name = not case.source.is_written_small(form)
    is_one = not (case.language.is_function_word(form) or is_name or form.endswith("s"))
    return case.language.is_english and is_one


def _passive_told_as_active(case: Case) -> Iterator[Differs]:
    """Yield two names of which one is done something by the other, where the item has the one do it."""
    language, lexicon = case.language, case.language.words
    if not lexicon.passives or not language.marks_names:
        return
    for clause in clauses(case):
        if lexicon.passives.isdisjoint(clause) or lexicon.agents.isdisjoint(clause):
            continue
        passive = next((at for at, form in enumerate(clause) if form in lexicon.passives), 0)
        agent = next(
            (at for at, form in enumerate(clause) if at > passive and form in lexicon.agents), 0
        )
        if not passive or agent < passive + 2:
            continue
        patients = [form for form in clause[:passive] if not language.is_function_word(form)]
        by = [form for form in clause[agent + 1 : agent + 3] if not language.is_function_word(form)]
        if not patients or not by or any(map(case.source.is_written_small, (patients[-1], by[0]))):
            continue
        for text, run in statements(case):
            if not (lexicon.passives.isdisjoint(run) and lexicon.agents.isdisjoint(run)):
                continue
            places = [run.index(each) if each in run else -1 for each in (patients[-1], by[0])]
            if 0 <= places[0] < places[1] and not is_declared(case, (clause[agent - 1],)):
                shown = " ".join((*clause[passive : agent + 1], by[0]))
                message = f"the passage has “{shown}”: it is done to `{patients[-1]}`"
                yield Differs(
                    "order", message, text, written(text, language, language.stem(patients[-1]))
                )
                return


def _done_elsewhere(case: Case) -> Iterator[Differs]:
    """Yield an answer to "who did it" whose sentence has no such deed, where another one has, of somebody else."""
    item, language, section = case.item, case.language, case.passage.section
    asked = forms(item.prompt.value)
    if item.kind != "question" or language.words.asking_who.isdisjoint(asked[:1]):
        return
    told = [at for at, form in enumerate(asked[:_AGENT]) if content(language, (form,))]
    verb = asked[told[0]] if told else ""
    stated = case.passage.stated
    if not verb or stated.has_word(verb) or stated.has_paraphrase(verb):
        return
    alike = forms_by_stem(section, language).get(language.stem(verb), ())
    places = [at for form in alike for at in section.places[form]]
    if len(places) != 1:
        return
    sentence = section.sentence_of(places[0])
    run, at = section.forms[sentence.first : sentence.last], places[0] - sentence.first
    subjects = nearest(run, at, -1, language)
    answer = frozenset[str]().union(
        *(content(language, forms(each.value)) for each in item.answers)
    )
    if subjects and not answer & content(language, run[: at + _NEAR]):
        shown = " ".join(run[max(0, at - _SIDE) : at + 1])
        yield Differs(
            "neighbour", f"the text tells this of somebody else: “{shown}”", item.answers[0]
        )


def given_in_return(case: Case) -> Iterator[Differs]:
    """Yield what was given for it as what was got: the charter granted in return for a loan is no loan got."""
    language, returning = case.language, phrases_for(case.language, "in-return")
    runs = [run for run in clauses(case, at_joints=False) if returning.stand_in(run)]
    for each in asked_of(case) if runs else ():
        if not words_for(language, "for it").isdisjoint(each.asked):
            continue
        answer = content(language, each.answer) - content(language, each.asked)
        for run in runs:
            found = next(returning.find(run))
            before, behind = run[: found.start], content(language, run[found.end :])
            shown = " ".join(run[found.start : found.end])
            is_behind = bool(answer) and answer <= behind - content(language, before)
            if is_behind and _is_asked_of_the_giver(language, each.asked, before):
                message = f"the passage has this behind `{shown}`: it was given for what is asked"
                yield Differs("order", message, each.text, each.shown)
                return


def _is_asked_of_the_giver(language: Language, asked: Words, before: Words) -> bool:
    """Whether it is asked what somebody gave, or what was got from them, who gives what stands before an "in return for"."""
    getting, sources = words_for(language, "get"), words_for(language, "from")
    verbs = (form in getting or may_be_a_verb(form, language) for form in before)
    verb = max((at for at, is_verb in enumerate(verbs) if is_verb), default=len(before))
    source = next((at for at, form in enumerate(before) if form in sources), len(before))
    end = verb if verb > source else len(before)
    own, behind = content(language, before[:verb]), content(language, before[source:end])
    is_got = not getting.isdisjoint(before)
    at = next((at for at, form in enumerate(asked) if form in getting), None)
    if at is not None:
        origin = next((at for at, form in enumerate(asked) if form in sources), len(asked))
        if named := content(language, asked[origin : origin + _AGENT]):
            return bool(named & (behind if is_got else own))
        return is_got and bool(content(language, asked[:at]) & own)
    deed = content(language, before[verb : verb + 1])
    places = [at for at, form in enumerate(asked) if content(language, (form,)) & deed]
    return not is_got and bool(places and content(language, asked[: places[0]]) & own)


def role_of_another(case: Case) -> Iterator[Differs]:
    """Yield a role in another body than the passage has, or one of a sentence that opens with another person."""
    item, language, passage = case.item, case.language, case.passage
    if item.kind != "person":
        return
    said = said_in(case)
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
        opening = passage.section.forms[first : min(first + _SIDE, last)]
        if all(_is_another_name(case, form) and not said.has_name(form) for form in opening):
            message = f"the passage tells this of {' '.join(map(str.capitalize, opening))}"
            yield Differs("neighbour", message, item.prompt)
            return


def _is_another_name(case: Case, form: str) -> bool:
    is_small = case.language.is_function_word(form) or case.source.is_written_small(form)
    return not is_small and not case.language.number(form)

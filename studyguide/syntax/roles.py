"""Who does what to whom, as far as that is told without a parser: beside which verb, behind which "by", in which case."""

from collections.abc import Iterator

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    all_said,
    clauses,
    content,
    exchanged,
    is_passive,
    may_have_been_done,
    nearest,
    says,
    statements,
    verbs_there,
    words_for,
    written,
)

_REACH = 8
"""So many words behind a "whom" may be of its clause."""
_BEFORE = 3
"""So many words before a verb may have what makes it passive."""
_AGENT = 5
_OF_ADJECTIVES = ("e", "en", "er", "es", "em")


def exchanged_roles(case: Case) -> Iterator[Differs]:
    """Yield who does in the passage what is done to them in the item, or the other way round."""
    language, lexicon = case.language, case.language.words
    whom, cases = words_for(language, "whom"), words_for(language, "subject", "object")
    origins = words_for(language, "from")
    has_origin = any(not origins.isdisjoint(part) for part in case.passage.stated.parts)
    for text, run in statements(case):
        if not whom.isdisjoint(run):
            yield from _of_whom(case, text, run)
        if not lexicon.pronouns.isdisjoint(run[:_BEFORE]):
            yield from _done_to_the_subject(case, text, run)
        told = run[1:] if case.item.kind == "term" else run  # whose first noun is told by itself
        if not cases.isdisjoint(told):
            yield from _in_another_case(case, text, told)
        if has_origin and not origins.isdisjoint(run):
            yield from _from_where_to(case, text, run)


def _of_whom(case: Case, text: Text, run: Words) -> Iterator[Differs]:
    """Yield a subject behind a "whom" that is the verb's object in the passage: whom the council attacked."""
    language = case.language
    for at, form in enumerate(run):
        if form not in words_for(language, "whom"):
            continue
        reach = range(at + 2, min(at + 1 + _REACH, len(run)))
        for verb, clause, place in verbs_there(case, run, reach):
            own = content(language, run[at + 1 : verb])
            objects = [each for each in nearest(clause, place, 1, language) if each in own]
            if objects and not is_passive(clause, place, language):
                yield exchanged(case, text, objects[0], f"behind `{clause[place]}`")
                return


def _done_to_the_subject(case: Case, text: Text, run: Words) -> Iterator[Differs]:
    """Yield what stands behind the verb of "they …" and before that verb in the passage."""
    language, lexicon = case.language, case.language.words
    pronoun = next(at for at, form in enumerate(run) if form in lexicon.pronouns)
    if not (lexicon.passives.isdisjoint(run) and lexicon.agents.isdisjoint(run)):
        return
    if not words_for(language, "preposition"):
        return  # where an object may stand before its verb
    content_at = [
        at for at in range(pronoun + 1, len(run)) if not language.is_function_word(run[at])
    ]
    for verb, clause, place in verbs_there(case, run, range(*_first(content_at))):
        behind = content(language, run[verb + 1 :]) - content(language, run[:verb])
        subjects = [each for each in nearest(clause, place, -1, language) if each in behind]
        if subjects and not is_passive(clause, place, language):
            yield exchanged(case, text, subjects[0], f"before `{clause[place]}`")


def told_as_the_doer(case: Case) -> Iterator[Differs]:
    """Yield what stands behind the verb of an item and does that very thing in the passage: asked, was asked by."""
    language, lexicon = case.language, case.language.words
    if not words_for(language, "preposition"):
        return  # where an object may stand before its verb
    for there in case.passage.stated.parts:
        for at, form in enumerate(there):
            if form in lexicon.agents and not lexicon.passives.isdisjoint(
                there[max(0, at - _BEFORE - 1) : at]
            ):
                yield from _as_the_doer(case, there, at)


def _as_the_doer(case: Case, there: Words, by: int) -> Iterator[Differs]:
    """Yield whoever stands behind a "by", and in the item behind the verb before it."""
    language = case.language
    verb, doers = language.stem(there[by - 1]), nearest(there, by, 1, language)[:1]
    for text, run in statements(case):
        stems = language.stems(run)
        if not doers or verb not in stems or language.is_function_word(there[by - 1]):
            continue
        at = stems.index(verb)
        if doers == nearest(run, at, 1, language)[:1] and not is_passive(run, at, language):
            yield exchanged(case, text, doers[0], f"behind `{there[by - 1]} {there[by]}`")


def _first(places: list[int]) -> tuple[int, int]:
    return (places[0], places[0] + 1) if places else (0, 0)


def _in_another_case(case: Case, text: Text, run: Words) -> Iterator[Differs]:
    """Yield a noun that has the article of a subject in one text and that of an object in the other: der, den Bach."""
    language, lexicon = case.language, case.language.words
    if not lexicon.passives.isdisjoint(run):
        return
    there = dict[str, set[bool]]()
    section, said = case.passage.section, all_said(case)
    for first, last in case.passage.sentences:
        small = (at for at in range(first, last) if section.text[section.words[at].start].islower())
        if not content(language, tuple(section.forms[at] for at in small)).isdisjoint(said):
            for noun, is_subject in _cases(section.forms[first:last], language):
                there.setdefault(noun, set()).add(is_subject)
    here = [*_cases(run, language)]
    for noun, is_subject in here:
        is_alone = (noun, not is_subject) not in here
        if is_alone and there.get(noun) == {not is_subject}:
            shown = written(text, language, language.stem(noun))
            role = "object" if is_subject else "subject"
            yield Differs("order", f"the passage has `{shown}` as the {role}", text, shown)
            return


def _cases(run: Words, language: Language) -> Iterator[tuple[str, bool]]:
    """Yield each noun just behind an article that only a subject, or only an object has, and which."""
    subjects, either = words_for(language, "subject"), words_for(language, "subject", "object")
    examples = words_for(language, "example")  # which stand in the case of what they are of
    for at, article in enumerate(run):
        if article in either and examples.isdisjoint(run[max(0, at - 1) : at]):
            for form in run[at + 1 : at + 1 + _BEFORE]:
                if language.is_function_word(form):
                    break
                yield form, article in subjects
                if not form.endswith(_OF_ADJECTIVES):
                    break


def _from_where_to(case: Case, text: Text, run: Words) -> Iterator[Differs]:
    """Yield a "from A to B" that the passage has from B to A."""
    language = case.language
    mine = _ends(run, language)
    for first, last in case.passage.sentences if all(mine) else ():
        theirs = _ends(case.passage.section.forms[first:last], language)
        turned = (mine[0] & theirs[1]) - theirs[0]
        if turned and (mine[1] & theirs[0]) - theirs[1]:
            stem = min(turned)
            origin = min(words_for(language, "from") & {*run})
            message = f"the passage has it the other way, not `{origin}` there"
            yield Differs("order", message, text, written(text, language, stem))
            return


def _ends(run: Words, language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Give the stems of what stands just behind a "from" in a run, and behind a "to"."""
    origins, goals = words_for(language, "from"), words_for(language, "to")
    found = (set[str](), set[str]())
    for at, form in enumerate(run):
        is_goal = form in goals
        if not is_goal and form not in origins:
            continue
        behind = (each for each in run[at + 1 : at + 4] if not language.is_function_word(each))
        if noun := next(behind, ""):
            found[is_goal].add(language.stem(noun))
    return frozenset(found[0]), frozenset(found[1])


def told_as_done_to(case: Case) -> Iterator[Differs]:
    """Yield to whom an item has something done by another, and who does it in the passage: Anna was defeated by, Anna defeated."""
    language, said = case.language, case.said if words_for(case.language, "preposition") else ()
    for text, run in ((each.text, forms(each.value)) for each in said):
        for verb, before in _done_by(run, language):
            done_to = content(language, before) or content(language, forms(case.item.prompt.value))
            for _, clause, place in verbs_there(case, run, range(verb, verb + 1)):
                doer = nearest(clause, place, -1, language)[:1]
                if doer and doer[0] in done_to and not is_passive(clause, place, language):
                    yield exchanged(case, text, doer[0], f"before `{clause[place]}`")
                    return


def _done_by(run: Words, language: Language) -> Iterator[tuple[int, Words]]:
    """Yield the verb of a text with a "by", and the words that tell to whom it is done."""
    lexicon = language.words
    aux = next((at for at, form in enumerate(run) if form in lexicon.passives), len(run))
    told = [at for at in range(aux + 1, len(run)) if content(language, run[at : at + 1])]
    small = lexicon.articles | words_for(language, "elided")
    if told and lexicon.asking_agents.stand_in(run[:_AGENT]) and aux < _AGENT:
        if not small.isdisjoint(run[told[0] + 1 : told[0] + 2]):
            yield told[0], run[told[0] + 1 :]  # par qui fut élu le roi ?
        else:  # by whom was Anna defeated in the final?
            deeds = [at for at in told[1:] if may_have_been_done(run[at], language)]
            yield from ((verb, run[aux + 1 : verb]) for verb in deeds[:1])
    elif told and not lexicon.agents.isdisjoint(run[told[0] + 1 : told[0] + 1 + _AGENT]):
        yield told[0], run[:aux]


def told_of_the_object(case: Case) -> Iterator[Differs]:
    """Yield whom a role has do what is done to them: of Berta, "defeated Anna", of Anna defeated Berta."""
    language, item = case.language, case.item
    role = item.answers[0].value if item.kind == "person" else ""
    run, own = forms(role), content(language, forms(item.prompt.value))
    told = [at for at in range(len(run)) if content(language, run[at : at + 1])]
    verb = told[:1] if words_for(language, "preposition") else []
    for at, clause, place in verbs_there(case, run, verb):
        doer, done_to = (nearest(clause, place, step, language)[:1] for step in (-1, 1))
        is_turned = {*done_to} <= own and {*doer} <= {*nearest(run, at, 1, language)} - own
        is_active = not (is_passive(run, at, language) or is_passive(clause, place, language))
        if doer and done_to and is_turned and is_active:
            yield exchanged(case, item.answers[0], doer[0], f"before `{clause[place]}`")
            return


def told_as_who_of_whom_it_was_told(case: Case) -> Iterator[Differs]:
    """Yield a "who proposed it" answered by whom it was proposed to: propuso al ayuntamiento."""
    language, item, asked = case.language, case.item, forms(case.item.prompt.value)
    deed = content(language, tuple(form for form in asked[1:] if says(language, form))[:1])
    asks_who = asked[0] in language.words.asking_who - words_for(language, "to-whom")
    if item.kind != "question" or not asks_who or not deed:
        return
    told, receiving = (
        content(language, forms(item.answers[0].value)),
        words_for(language, "receiving"),
    )
    articles = language.words.articles
    for run in clauses(case):
        at = next((at for at, form in enumerate(run) if form in receiving), 0)
        end = next((on for on in range(at + 2, len(run)) if run[on] in articles), at + 1 + _AGENT)
        named, rest = run[at + 1 : end][:_AGENT], (*run[:at], *run[end:])
        is_told = (
            bool(told) and told <= content(language, named) and deed <= content(language, rest)
        )
        if at and is_told and language.words.passives.isdisjoint(run[:at]):
            message = (
                f"the passage has “{' '.join(run[at : at + 1 + len(told)])}”: it was done to them"
            )
            yield Differs("order", message, item.answers[0], item.answers[0].value)
            return

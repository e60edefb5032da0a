"""On which side of a word an answer stands: behind an "except", a "than", or before the verb whose object is asked."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from studyguide.evidence.case import Case, clause_end
from studyguide.evidence.claims import ends_a_range, is_turn_of_speech, sentences_told
from studyguide.evidence.clauses import begin_of_part, coordinated_parts, opposed_parts
from studyguide.evidence.extent import Run
from studyguide.evidence.reckoned import is_other_bound
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.phrases import Found
from studyguide.language.words import forms

_WIDE, _NEAR, _BEFORE, _LEAST, _SHORTEST = 8, 6, 3, 2, 5
_OTHER_BOUND = "the passage has the other side of what is asked: at most is not at least"
_ASKING_THE_EXCEPTION = ("exceptions", "contrasts", "insisting")
_PARTING = bits_of(("exceptions", "contrasts", "than"))
_ASKING_THE_DOER = bits_of(("asking_agents", "asking_who"))
_THE_RULE = "the question asks for the rule"


class Misplaced(NamedTuple):
    """An answer that stands on the other side of a word of the passage."""

    code: str
    message: str


def misplaced(case: Case) -> Iterator[Misplaced]:
    """Yield what tells that a question's answer stands on the wrong side of a word."""
    if case.item.kind != "question":
        return
    for first, last in sentences_told(case):
        run = case.passage.section.forms[first:last]
        if case.passage.lists & _PARTING:
            yield from _excepted(case, (first, last), run)
            yield from _compared(case, (first, last), run)
        if case.lists & _ASKING_THE_DOER:
            yield from _acted_on(case, run)
            yield from _done_by_another(case, (first, last))
        yield from _conditional(case, (first, last), run)
        yield from _set_against(case, (first, last))
    if is_other_bound(case):
        yield Misplaced("comparison", _OTHER_BOUND)


def _excepted(case: Case, place: Run, run: tuple[str, ...]) -> Iterator[Misplaced]:
    """Yield an "except" behind which the answer stands, while the question keeps the rule."""
    lexicon, asked = case.language.words, forms(case.item.prompt.value)
    for found in (*lexicon.exceptions.find(run), *lexicon.contrasts.find(run)):
        if not is_excepted(case, place, found):
            continue
        asks_else = any(lexicon.phrases(name).stand_in(asked) for name in _ASKING_THE_EXCEPTION)
        until = lexicon.constructions.get("until", ())
        asks_if = lexicon.conditions.stand_in(tuple(form for form in asked if form not in until))
        if asks_else or (asks_if and _denied(case.language, asked)):
            return  # if she fails to press it, of unless she presses it
        begin = begin_of_part(case.passage.section, place, place[0] + found.start) - place[0]
        end = clause_end(case, place[0] + found.end, place[1]) - place[0]
        last = clause_end(case, place[0] + end, place[1]) - place[0] if not found.start else None
        main = (*run[begin : found.start], *run[end:last])
        told, language = _stems(main, case.language), case.language
        turned = tuple(each for form in asked for each in language.opposites(form))  # closed, open
        is_more = lexicon.comparatives.stand_in(asked) and not lexicon.comparatives.stand_in(main)
        if is_more or told & _stems(turned, language) or not told & _stems(asked, language):
            return
        if _denied(language, asked) == _denied(language, main):
            shown = " ".join(run[found.start : found.end])
            yield Misplaced("polarity", f"the passage takes this out by `{shown}`, {_THE_RULE}")
            return


def answers_by_an_exception(case: Case) -> bool:
    """Whether the answers stand behind an "except" or an "unless" of the passage."""
    section, lexicon = case.passage.section, case.language.words
    return any(
        is_excepted(case, place, found)
        for place in sentences_told(case)
        for found in lexicon.exceptions.find(section.forms[place[0] : place[1]])
    )


def is_excepted(case: Case, place: Run, found: Found) -> bool:
    """Whether the answers stand in a sentence behind an "except" of it, not before; or "Sunday excepted"."""
    section, begin = case.passage.section, found.end
    at = place[0] + found.start
    is_last = place[0] + begin == place[1] or not case.passage.goes_on(place[0] + begin)
    if found.start and is_last and case.passage.goes_on(at):
        own = section.forms[case.passage.clause_before(at, _WIDE) : at]
        answer = _answered(case) - _stems(forms(case.item.prompt.value), case.language)
        return bool(answer) and answer <= _stems(own, case.language)
    since, end = place[0] + begin, clause_end(case, place[0] + begin, place[1])
    while end < place[1] and not _stems(section.forms[since:end], case.language):
        since, end = end, clause_end(case, end, place[1])  # außer denen, die …
    taken = _stems(section.forms[place[0] + begin : end], case.language)
    rest = _stems(section.forms[place[0] : place[0] + begin], case.language)
    answer = _answered(case) - _stems(forms(case.item.prompt.value), case.language)
    held = answer & taken
    return 2 * len(held) >= len(answer) and len(held) > len((rest - taken) & answer)


def _denied(language: Language, run: tuple[str, ...]) -> int:
    """Tell how often a run denies: "not sell to anyone who was not a member" does so twice; elsewhere ne … pas is once."""
    count = 0 if language.denies_before else sum(1 for _ in language.words.negations.find(run))
    denying = (language.words.negations, language.words.denials)
    return count if count > 1 else int(any(each.stand_in(run) for each in denying))


@lru_cache(maxsize=128)  # of the same texts and clauses again and again
def _stems(run: tuple[str, ...], language: Language) -> frozenset[str]:
    told = (form for form in run if not language.is_function_word(form))
    return frozenset(language.number(form) or language.stem(form) for form in told)


def _answered(case: Case) -> frozenset[str]:
    run = tuple(form for each in case.item.answers for form in forms(each.value))
    return _stems(run, case.language)


class Comparison(NamedTuple):
    """The stem of a word that compares, and what stands before it and behind its "than"."""

    by: str
    more: frozenset[str]
    less: frozenset[str]


def _compared(case: Case, place: Run, run: tuple[str, ...]) -> Iterator[Misplaced]:
    """Yield a comparison whose other side is asked for: "what is rarer than the eels?"."""
    asked = forms(case.item.prompt.value)
    if case.language.words.than.isdisjoint(run):
        return
    for each, shown in comparisons(case, place, run):
        stems = case.language.stems(asked)
        if each.by not in stems:
            continue
        at, answer = stems.index(each.by), _answered(case)
        if not answer & (each.less - each.more) or answer & (each.more - each.less):
            continue
        than = [i for i, form in enumerate(asked) if form in case.language.words.than]
        behind = [i for i in than if i > at]
        if any(i < at for i in than):
            continue  # als welche Fische?
        if behind:
            is_turned = bool(_stems(asked[behind[-1] :], case.language) & (each.more - each.less))
        else:
            own = _stems(asked, case.language) | {each.by}
            is_turned = bool(each.more - own) and not (each.less - answer) & own
        if is_turned:
            yield Misplaced("comparison", f"the passage has this behind `{shown}`")
            return


def comparisons(case: Case, place: Run, run: tuple[str, ...]) -> Iterator[tuple[Comparison, str]]:
    """Yield the comparisons of a sentence, each with the words that make it: larger than."""
    language, lexicon = case.language, case.language.words
    endings = tuple(lexicon.comparative_endings)
    for at, form in enumerate(run):
        if form not in lexicon.than or any(language.numbers(run[at + 1 : at + 3])):
            continue
        for by in range(at - 1, max(0, at - _NEAR) - 1, -1):
            word = run[by]
            ends = bool(endings) and len(word) >= _SHORTEST and word.endswith(endings)
            if word in lexicon.comparatives or (ends and not language.is_function_word(word)):
                begin = case.passage.clause_before(place[0] + by, by) - place[0]
                end = min(clause_end(case, place[0] + at, place[1]) - place[0], at + _WIDE)
                more = _stems(run[begin:by], language)
                less = _stems(run[at + 1 : end], language)
                shown = f"{word} {form}"
                yield Comparison(language.stem(word), more, less), shown
                break


def _acted_on(case: Case, run: tuple[str, ...]) -> Iterator[Misplaced]:
    """Yield a verb behind which the answer to "by what was it done" stands, with no "by"."""
    lexicon, language, asked = case.language.words, case.language, forms(case.item.prompt.value)
    if not lexicon.asking_agents.stand_in(asked) or lexicon.passives.isdisjoint(asked):
        return
    answer, wanted = _answered(case), _stems(asked, language)
    stems = [language.stem(form) for form in run]
    answered = [at for at, stem in enumerate(stems) if stem in answer]
    named = [at for at, stem in enumerate(stems) if stem in wanted and stem not in answer]
    if not answered or len(named) <= 1 or named[-1] > answered[0]:
        return
    before = run[max(0, answered[0] - _BEFORE) : answered[0]]
    if lexicon.agents.isdisjoint(before) and lexicon.subjects.isdisjoint(before[-1:]):
        shown = run[named[-1]]
        yield Misplaced(
            "order", f"the passage has this behind `{shown}`: it is what that is done to"
        )


def _done_by_another(case: Case, place: Run) -> Iterator[Misplaced]:
    """Yield a "by" of another clause than that of what is asked, which has its own."""
    lexicon, language, asked = case.language.words, case.language, forms(case.item.prompt.value)
    if not lexicon.asking_agents.stand_in(asked) and lexicon.asking_who.isdisjoint(asked[:2]):
        return
    answer, wanted = _answered(case), _stems(asked, language) - _answered(case)
    every = coordinated_parts(case.passage.section, place, language)
    parts = [part for part in every if not lexicon.agents.isdisjoint(part)]
    stems = [_stems(part, language) for part in parts]
    mine = [at for at, each in enumerate(stems) if answer & each]
    if len(mine) == 1 and any(wanted & each - stems[mine[0]] for each in stems):
        shown = next(form for form in parts[mine[0]] if form in lexicon.agents)
        yield Misplaced("order", f"the passage has this at another verb, behind `{shown}`")


def _conditional(case: Case, place: Run, run: tuple[str, ...]) -> Iterator[Misplaced]:
    """Yield an "if" behind which alone the answer stands, where neither question nor answer has any."""
    lexicon = case.language.words
    if case.language.is_english or not lexicon.conditions.stand_in(run):
        return
    names = "conditions", "asking_conditions", "asking_when", "asking_why", "options"
    paying = tuple(map(lexicon.phrases, names))
    if any(each.stand_in(forms(value)) for each in paying for _, value, _ in case.said):
        return
    for found in lexicon.conditions.find(run):
        is_word = found.end - found.start > 1 or len(run[found.start]) > 1  # s'il, s'est
        is_idle = is_turn_of_speech(run, found, lexicon) or ends_a_range(run, found, lexicon)
        if is_word and not is_idle and is_excepted(case, place, found):
            shown = " ".join(run[found.start : found.end])
            yield Misplaced("condition-lost", f"the passage has this only behind `{shown}`")
            return


def _set_against(case: Case, place: Run) -> Iterator[Misplaced]:
    """Yield a "but" or a semicolon that parts the answer from all that is asked."""
    lexicon, language, asked = case.language.words, case.language, forms(case.item.prompt.value)
    told = [*opposed_parts(case.passage.section, place, language)]
    idle = (lexicon.asking_why, lexicon.asking_conditions, lexicon.concessions)
    if not told or any(each.stand_in(asked) for each in idle):
        return
    denied = [behind[0] for one, behind in pairwise(told) if lexicon.negations.stand_in(one)]
    referring = lexicon.singular | (lexicon.demonstratives - lexicon.relatives)
    referring = referring.union(lexicon.constructions.get("rest", ()))  # the others
    open_parts = (part for part in told if part is told[0] or referring.isdisjoint(part[:_WIDE]))
    parts = [_stems(part, language) for part in open_parts]
    answer = _answered(case)
    wanted, mine = _stems(asked, language) - answer, [each for each in parts if answer & each]
    others = [each for each in parts if len(wanted & each) >= _LEAST]
    is_corrected = not lexicon.adversatives.isdisjoint(denied)  # not the rich, but the poor
    if len(mine) == len(others) == 1 and not (mine == others or wanted & mine[0] or is_corrected):
        run = case.passage.section.forms[slice(*place)]
        shown = next((form for form in run if form in lexicon.adversatives), ";")
        message = "what is asked and what is answered stand on two sides of"
        yield Misplaced("told-of-another", f"{message} `{shown}` there")

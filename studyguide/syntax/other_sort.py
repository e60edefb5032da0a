"""Answers of another sort than the question asks for, told by how they begin, by what they count, or behind what they stand."""

from collections.abc import Iterator, Mapping
from functools import cache

from studyguide.evidence.case import Case
from studyguide.evidence.extent import Extent
from studyguide.evidence.said.sentences import content_of, has_any, with_declared
from studyguide.language.language import Language
from studyguide.language.words import forms, words
from studyguide.syntax.differs import (
    Differs,
    Words,
    clauses,
    content,
    is_a_name,
    may_be_a_year,
    words_for,
)

_ASKING = 3
"""So many words of a question have its "how many"."""
_ASKS = "asks "
_BESIDE = 2
_BEHIND = 10
"""So many words, a preposition and what stands behind it; so many of them are shown."""
_SHOWN = 5
_BEGINNING = 3
"""Letters by which a month is the same in another case."""


def answer_of_another_sort(case: Case) -> Iterator[Differs]:
    """Yield a "who" that is answered by "after …", a "how many" by "because …" or by a month and year."""
    item, lexicon = case.item, case.language.words
    asked = forms(item.prompt.value)
    if item.kind != "question":
        return
    counts = lexicon.asking_how_many.stand_in(asked[:_ASKING])
    names = not (lexicon.asking_who | lexicon.asking_persons).isdisjoint(asked[:1])
    for answer in item.answers if counts or names else ():
        run = forms(answer.value)
        code = "answer-how-many" if counts else "answer-who"
        if not lexicon.conjunctions.isdisjoint(run[:1]) and run[:1] != asked[:1]:
            message = f"“{' '.join(asked[:2])}” is not answered by `{run[0]} …`"
            yield Differs(code, message, answer)
        elif names and not counts and _is_a_time(case, answer.value):
            yield Differs(code, f"“{asked[0]}” is answered by somebody, not by a time", answer)
        elif counts and _is_a_date(case, run):
            yield Differs(code, "“how many” is answered by a number of them, not by a year", answer)


def answer_to_another_question(case: Case) -> Iterator[Differs]:
    """Yield a "when" that is answered by "by Agnes" or by a whole statement, a "how", "where", "why" by a time."""
    item, language, lexicon = case.item, case.language, case.language.words
    asked = forms(item.prompt.value)
    asks_when = not words_for(language, "when").isdisjoint(asked[:1])
    asks_where = not lexicon.asking_places.isdisjoint(asked[:1])
    asks_how = not words_for(language, "how").isdisjoint(asked[:1]) and _asks_the_way(
        case, asked[1:2]
    )
    asks_why = lexicon.asking_why.stand_in(asked[:_ASKING])
    if not (asks_when or asks_where or asks_how or asks_why):
        return
    for answer in item.answers:
        run = forms(answer.value)
        opens = run[0] if run else ""
        is_time = _is_a_time(case, answer.value)
        if asks_when:
            is_other = opens in words_for(language, "never-when") or (
                (
                    (_is_by_somebody(case, run) and not any(map(language.number, run)))
                    or _is_a_statement(case, run)
                )
                and not _has_a_time(case, run)
            )
        elif asks_where:
            is_other = is_time or opens in words_for(language, "never-where")
        else:
            is_other = is_time or (asks_how and opens in words_for(language, "never-how"))
        if is_other:
            message = f"“{asked[0]}” is not answered by `{' '.join(run[:_BESIDE])} …`"
            yield Differs("neighbour", message, answer)
            return


def _asks_the_way(case: Case, behind: Words) -> bool:
    """Whether a "how" asks for the way, by the word behind it: how is, and not how far."""
    helping = words_for(case.language, "helping")
    if not helping:
        return words_for(case.language, "measure").isdisjoint(behind)
    return not (case.language.words.passives | helping).isdisjoint(behind)


def _has_a_time(case: Case, run: Words) -> bool:
    """Whether anything in an answer may tell when: a month, a period, a moment, a clause."""
    language, lexicon = case.language, case.language.words
    periods, moments = _periods(language), words_for(language, "moment")
    return (
        not lexicon.months.isdisjoint(run)
        or not lexicon.conjunctions.isdisjoint(run)
        or any(form in moments or language.stem(form) in periods for form in run)
    )


def _is_by_somebody(case: Case, run: Words) -> bool:
    """Whether an answer opens with a "by" before a name, or before an article."""
    lexicon = case.language.words
    if not run or run[0] not in lexicon.agents or len(run) == 1:
        return False
    return is_a_name(case, run[1]) or run[1] in lexicon.articles or not case.language.marks_names


def _is_a_statement(case: Case, run: Words) -> bool:
    """Whether an answer says of somebody what they do: "she removes a fifth"."""
    return bool(run) and len(run) > _BESIDE and run[0] in words_for(case.language, "doer")


def moment_of_another_clause(case: Case) -> Iterator[Differs]:
    """Yield the month or season of a clause that is not asked about, where the one that is has its own: in June, in autumn."""
    language, item, asked = case.language, case.item, forms(case.item.prompt.value)
    asks = not words_for(language, "when").isdisjoint(asked[:1])
    asks |= language.words.asking_when.stand_in(asked)
    if item.kind != "question" or len(item.answers) != 1 or not asks:
        return
    moments = language.words.months | words_for(language, "moment")
    answer, wanted = item.answers[0], content(language, asked)
    own = _moments(moments, forms(answer.value))
    if not own or not moments.isdisjoint(asked):
        return
    meant = [_moments(moments, run) for run in clauses(case) if wanted <= content(language, run)]
    told = [form for each in meant for form in each.values()]
    if told and not any(each.keys() & own.keys() for each in meant):
        message = f"the passage has `{told[0]}` where it tells what is asked"
        yield Differs("neighbour", message, answer, answer.value)


def _moments(moments: frozenset[str], run: Words) -> dict[str, str]:
    """Give the months and seasons of a run, by how they begin, in whatever case."""
    return {form[:_BEGINNING]: form for form in run if form in moments}


def answer_behind_another_word(case: Case) -> Iterator[Differs]:
    """Yield an answer to "with what", where the clause that is asked about has another thing behind its "with"."""
    item, language = case.item, case.language
    preposition = _asked_behind(case)
    if not preposition:
        return
    asked = [*with_declared(case, content_of(case, item.prompt.value)).values()]
    answers = [form for each in item.answers for form in content_of(case, each.value)]
    told = [*with_declared(case, answers).values()]
    if 2 * sum(has_any(case.passage.stated, same) for same in asked) < len(asked):
        return
    for sentence in case.passage.sentences:
        run = case.passage.section.forms[slice(*sentence)]
        behind = [
            _behind(case, run, at)
            for at, form in enumerate(run)
            if form == preposition and _is_said_there(case, run, at, asked)
        ]
        held = (has_any(Extent(language, (each,)), same) for each in behind for same in told)
        if behind and not any(held) and content(language, behind[0][:_SHOWN]):
            shown = " ".join(behind[0][:_SHOWN])
            message = f"the passage has “{shown}”, and nothing of the answer there"
            yield Differs("neighbour", message, item.answers[0])
            return


def _behind(case: Case, run: Words, at: int) -> Words:
    """Give what stands behind a preposition, itself included, up to a relative."""
    end = at + 1
    while end < min(len(run), at + _BEHIND) and run[end] not in case.language.words.relatives:
        end += 1
    return run[at:end]


def _is_said_there(case: Case, run: Words, at: int, asked: list[list[str]]) -> bool:
    """Whether a word of what is asked stands just before a preposition, or closes what stands behind it."""
    near = run[max(0, at - _BESIDE) : at]
    if not words_for(case.language, "preposition"):
        near += run[at + 1 : at + _BEHIND]  # mit einem Lot geprüft
    return any(has_any(Extent(case.language, (near,)), same) for same in asked)


def _asked_behind(case: Case) -> str:
    """Give the preposition behind which a question asks for something: "with what", womit; "" if none."""
    asked, asking = forms(case.item.prompt.value), _asking(case.language)
    if case.item.kind != "question":
        return ""
    found = asking.get(asked[:2], "") or asking.get(asked[:1], "")
    if found and case.language.words.asking_conditions.stand_in(asked):
        return ""  # under what conditions
    return found


@cache
def _asking(language: Language) -> Mapping[Words, str]:
    """Give by how a question asks for a preposition that preposition."""
    uses = language.words.constructions.items()
    return {
        tuple(phrase.split()): use.removeprefix(_ASKS)
        for use, phrases in uses
        if use.startswith(_ASKS)
        for phrase in phrases
    }


def _is_a_date(case: Case, run: tuple[str, ...]) -> bool:
    """Whether all numbers of an answer are years, and a month stands before one."""
    numbers = [value for value in case.language.numbers(run) if value]
    years = [*filter(may_be_a_year, numbers)]
    return bool(years) and years == numbers and not case.language.words.months.isdisjoint(run)


def _is_a_time(case: Case, value: str) -> bool:
    """Whether an answer says only when: all that it counts or calls by a noun are days, months, years."""
    language, lexicon = case.language, case.language.words
    periods, moments = _periods(language), words_for(language, "moment")
    run = forms(value)
    if (lexicon.months | moments).isdisjoint(run) and periods.isdisjoint(language.stems(run)):
        return False
    told = [
        word.form
        for word in words(value)
        if language.number(word.form)
        or word.form in moments
        or not (language.is_function_word(word.form) or _is_no_noun(case, value[word.start]))
    ]
    timed = {
        form
        for form in told
        if form in lexicon.months or form in moments or language.stem(form) in periods
    }
    return bool(timed) and all(form in timed or language.number(form) for form in told)


@cache
def _periods(language: Language) -> frozenset[str]:
    return frozenset(language.stems(language.words.periods))


def _is_no_noun(case: Case, letter: str) -> bool:
    """Whether a small letter tells that a word is none, where all nouns have a capital."""
    return not case.language.marks_names and letter.islower()

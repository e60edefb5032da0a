"""A date and its event, a figure and what it is of: both stand in one clause.

Where they do not, the clause of the one says nothing of what the other's tells, or has another figure.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import clauses_of, extent_of, marks_in, may_be_a_verb
from studyguide.evidence.extent import Run
from studyguide.evidence.said.figures import (
    are_alike,
    counts_nothing,
    figure_of_another,
    measured_by,
)
from studyguide.evidence.said.sentences import content_of, has_any, with_declared
from studyguide.language.language import Language
from studyguide.language.words import displayed, forms, words
from studyguide.syntax.differs import (
    Asked,
    Differs,
    Words,
    all_said,
    as_written,
    asked_of,
    clauses,
    content,
    may_be_a_year,
    phrases_for,
    words_for,
)

_OWN = 2
"""Content words at least, besides its date, of a clause that tells something by itself."""
_ELSEWHERE = 2
"""Words of the event at least that another clause must have."""
_FEW = 4
"""So many times as many words of the event has that clause as the date's, which has no more than one in so many."""
_SHOWN = 40
_OPENING = 4


def date_of_another_event(case: Case) -> Iterator[Differs]:
    """Yield a date whose clause tells of something else, where another clause of the passage has the event."""
    item, language, section = case.item, case.language, case.passage.section
    if item.kind != "date":
        return
    date = [value for value in language.numbers(forms(item.prompt.value)) if value]
    told = with_declared(case, content_of(case, item.answers[0].value))
    event = {form: same for form, same in told.items() if not language.number(form)}
    found = [
        clause for sentence in case.passage.sentences for clause in _telling(case, sentence, date)
    ]
    dated = [each for each in found if {*date} & {*language.numbers(section.forms[slice(*each)])}]
    if not dated or not event:
        return
    own = max(dated, key=lambda each: _shared(case, each, event))
    here = _shared(case, own, event)
    rest = content(language, section.forms[slice(*own)]) - {*date}
    others = [
        _shared(case, each, event)
        for each in found
        if each not in dated and not _goes_on_from(case, own, each)
    ]
    there = max(others, default=0)
    if not words_for(language, "it").isdisjoint(section.forms[slice(*own)]):
        return  # their rings date it to 619
    if _is_told_whole(case, own, {*date}):
        return  # the event goes on to what follows from there
    if len(rest) < _OWN or there < _ELSEWHERE or _FEW * here > len(event) or there <= 2 * here:
        return
    shown = displayed(section.text[section.words[own[0]].start : section.words[own[1] - 1].end])
    message = f"the passage has this date of something else: “{shown[:_SHOWN]} …”"
    yield Differs("neighbour", message, item.prompt, item.prompt.value)


def _is_told_whole(case: Case, clause: Run, date: set[str]) -> bool:
    """Whether an item has all that a clause says; of "The record of 146 BC says that it burned", what stands behind the verb."""
    language, run = case.language, case.passage.section.forms[slice(*clause)]
    end = max((each.end for each in language.words.speaking.find(run)), default=0)
    told = content(language, run[end:]) - date
    return len(told) >= _OWN and told <= all_said(case)


def _telling(case: Case, sentence: Run, date: list[str]) -> Iterator[Run]:
    """Give the clauses of a sentence: with each the next, if that has but a date ("until 1958") or no subject."""
    section, language = case.passage.section, case.language
    begin, *rest = clauses_of(section, sentence, language)
    for each in rest:
        is_relative = section.forms[each[0]] in language.words.relatives
        opening = section.forms[each[0] : each[0] + 2]
        is_relative |= not words_for(language, "both").isdisjoint(opening)  # the two just named
        has_no_subject = is_relative or may_be_a_verb(section.forms[each[0]], language)
        if has_no_subject or content(language, section.forms[slice(*each)]) <= {*date}:
            begin = (begin[0], each[1])
        else:
            yield begin
            begin = each
    yield begin


def _goes_on_from(case: Case, dated: Run, clause: Run) -> bool:
    """Whether a clause opens the sentence behind a dated one with a time that is counted from there: within an hour."""
    section, lexicon = case.passage.section, case.language.words
    opening = section.forms[clause[0] : clause[0] + _OPENING]
    times = lexicon.periods | words_for(case.language, "moment")
    is_next = section.sentence_of(dated[0]).last == clause[0]
    return is_next and not times.isdisjoint((*opening, *case.language.stems(opening)))


def _shared(case: Case, clause: Run, event: dict[str, list[str]]) -> int:
    """Tell how many words of an event a clause has."""
    extent = extent_of(case.passage.section, clause, case.language)
    return sum(has_any(extent, same) for same in event.values())


def figure_of_another_part(case: Case) -> Iterator[Differs]:
    """Yield a figure where another part of the sentence has what is asked, and a figure of its own.

    What stands before the first figure may be said of all that follow; what stands behind, of that part alone:
    "heard 118 witnesses, of whom nine lived on boats".
    """
    language = case.language
    for each in asked_of(case):
        asks_else = (language.words.asking_why, language.words.asking_conditions)
        if not language.has_numbers(each.answer) or any(
            asking.stand_in(each.asked) for asking in asks_else
        ):
            continue
        for sentence in case.passage.sentences:
            if part := _another_part(case, each, sentence):
                if next(figure_of_another(case), None):
                    return  # which says so by itself
                section = case.passage.section
                run = section.words[part[0]].start, section.words[part[1] - 1].end
                shown = displayed(section.text[slice(*run)])
                message = f"the passage has another figure of that: “{shown}”"
                yield Differs("neighbour", message, each.text, each.shown)
                return


def figure_in_total(case: Case) -> Iterator[Differs]:
    """Yield a "total" of which the paragraph says nothing, where a figure is asked for."""
    totals = phrases_for(case.language, "total")
    for text, value, _ in case.said if totals else ():
        added = next(totals.find(forms(value)), None)
        if not added or any(map(totals.stand_in, case.passage.around.parts)):
            continue
        if any(case.language.has_numbers(each.answer) for each in asked_of(case)):
            found = words(value)
            shown = value[found[added.start].start : found[added.end - 1].end]
            yield Differs("claim-added", f"the passage does not say `{shown}`", text, shown)


def figure_for_another_time(case: Case) -> Iterator[Differs]:
    """Yield the "a day" of a question whose answer is a figure that the passage has "an hour"."""
    language = case.language
    for each in asked_of(case):
        values = frozenset(language.numbers(each.answer)) - {""}
        own = {} if case.item.kind == "cloze" else _rates(language, each.asked)
        if not own or not values or _rates(language, each.answer):
            continue
        runs = [run for run in clauses(case) if values.intersection(language.numbers(run))]
        told = {stem: shown for run in runs for stem, shown in _rates(language, run).items()}
        if told and own.keys().isdisjoint(told):
            message = f"the passage has this figure “{next(iter(told.values()))}”"
            shown = as_written(case.item.prompt, next(iter(own.values())).split()[-1])
            yield Differs("unit", message, case.item.prompt, shown)
            return


def _rates(language: Language, run: Words) -> dict[str, str]:
    """Give the times that a run has something for, "an hour": by the stem of each, how it is said."""
    found = dict[str, str]()
    for each in language.words.rates.find(run):
        noun, behind = run[each.end : each.end + 1], run[each.end + 1 : each.end + 2]
        is_time = bool(noun) and noun[0] in language.words.periods
        if is_time and not any(map(may_be_a_year, behind)):  # im Jahr 1848
            found[language.stem(noun[0])] = " ".join((*run[each.start : each.end], *noun))
    return found


def _another_part(case: Case, each: Asked, sentence: Run) -> Run | None:
    """Find the part of a sentence of which the question is, and which has a figure that the item lacks."""
    language, section = case.language, case.passage.section
    parts = _parts(case, sentence)
    said = all_said(case)
    if len(parts) == 1 or said.issuperset(
        filter(None, language.numbers(section.forms[slice(*sentence)]))
    ):
        return None
    told = [content(language, section.forms[first:last]) for first, last in parts]
    asked = content(language, each.asked)
    answer = content(language, each.answer) - asked
    own = [at for at, stems in enumerate(told) if answer & stems]
    if len(own) != 1:
        return None
    counts = Counter(stem for stems in told for stem in stems)
    held = [{stem for stem in asked & stems if counts[stem] == 1} for stems in told]
    kinds = {_kind(case, *figure) for figure in _figures(case, parts[own[0]], answer)}
    for at, part in enumerate(parts):
        is_before = held[own[0]] and at < own[0]
        if is_before and _is_parted(case, part, parts[own[0]]):  # what stands there is of it alone
            is_before = len(held[at]) <= len(held[own[0]])
        is_named = any(_figures(case, part, told[at] & said - answer))
        if at == own[0] or not held[at] or is_before or is_named:
            continue
        rivals = _figures(case, part, told[at] - said)
        others = {_kind(case, *each) for each in rivals}
        if any(are_alike(one, other) for one in kinds for other in others):
            return part
    return None


def _is_parted(case: Case, part: Run, other: Run) -> bool:
    """Whether a semicolon stands between two parts of a sentence."""
    section = case.passage.section
    return ";" in section.text[section.words[part[1] - 1].end : section.words[other[0]].start]


def _figures(case: Case, part: Run, values: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield where some figures stand in a part, and their values."""
    for place in range(*part):
        value = case.language.number(case.passage.section.forms[place])
        is_order = value.endswith(".") or counts_nothing(case, place)  # "first" counts nothing
        if value in values and value.replace(".", "", 1).isdecimal() and not is_order:
            yield place, value


def _kind(case: Case, place: int, value: str) -> str:
    """Tell what a figure may be: a year, so much of what it measures, so many of something, or nothing tells it."""
    if measured := measured_by(case, place):
        return measured
    if may_be_a_year(value):
        return "year"
    behind = "".join(case.passage.section.forms[place + 1 : place + 2])
    return "" if case.language.is_function_word(behind) else "count"


def _parts(case: Case, sentence: Run) -> list[Run]:
    """Cut a sentence at all punctuation inside it, and before what sets one clause against another."""
    section, adversatives = case.passage.section, case.language.words.adversatives
    marks = marks_in(section, sentence)
    places = range(sentence[0] + 1, sentence[1])
    cuts = [at for at in places if at in marks or section.forms[at] in adversatives]
    return [*pairwise((sentence[0], *cuts, sentence[1]))]

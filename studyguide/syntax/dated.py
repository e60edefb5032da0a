"""A date and its event: both stand in one clause, or the one's clause says nothing of what the other's tells."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import clauses_of, extent_of, may_be_a_verb
from studyguide.evidence.extent import Run
from studyguide.evidence.question_topic import content_of, has_any, with_declared
from studyguide.language.words import displayed, forms
from studyguide.syntax.differs import Differs, content, words_for

_OWN = 2
"""Content words at least, besides its date, of a clause that tells something by itself."""
_ELSEWHERE = 2
"""Words of the event at least that another clause must have, and so many times as many as the date's."""
_FEW = 4
_SHOWN = 40


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
    dated = [each for each in found if _has_any_of(case, each, date)]
    if not dated or not event:
        return
    own = max(dated, key=lambda each: _shared(case, each, event))
    here = _shared(case, own, event)
    rest = content(language, section.forms[slice(*own)]) - {*date}
    others = [_shared(case, each, event) for each in found if each not in dated]
    there = max(others, default=0)
    if not words_for(language, "it").isdisjoint(section.forms[slice(*own)]):
        return  # their rings date it to 619
    if len(rest) < _OWN or there < _ELSEWHERE or _FEW * here > len(event) or there < _FEW * here:
        return
    shown = displayed(section.text[section.words[own[0]].start : section.words[own[1] - 1].end])
    message = f"the passage has this date of something else: “{shown[:_SHOWN]} …”"
    yield Differs("neighbour", message, item.prompt, item.prompt.value)


def _telling(case: Case, sentence: Run, date: list[str]) -> Iterator[Run]:
    """Give the clauses of a sentence: with each the next, if that has but a date ("until 1958") or no subject."""
    section, language = case.passage.section, case.language
    begin, *rest = clauses_of(section, sentence, language)
    for each in rest:
        is_relative = section.forms[each[0]] in language.words.relatives
        has_no_subject = is_relative or may_be_a_verb(section.forms[each[0]], language)
        if has_no_subject or content(language, section.forms[slice(*each)]) <= {*date}:
            begin = (begin[0], each[1])
        else:
            yield begin
            begin = each
    yield begin


def _has_any_of(case: Case, clause: Run, date: list[str]) -> bool:
    found = case.language.numbers(case.passage.section.forms[slice(*clause)])
    return not {*date}.isdisjoint(found)


def _shared(case: Case, clause: Run, event: dict[str, list[str]]) -> int:
    """Tell how many words of an event a clause has."""
    extent = extent_of(case.passage.section, clause, case.language)
    return sum(has_any(extent, same) for same in event.values())

"""A date and its event, a term and its definition: both stand in one clause, or the one's says nothing of what the other's tells."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import clauses_of, extent_of, may_be_a_verb
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.question_topic import (
    content_of,
    has_any,
    is_defined_elsewhere,
    told_of_another,
    with_declared,
)
from studyguide.language.words import displayed, forms
from studyguide.syntax.differs import Differs, Words, content, phrases_for, words_for

_OWN = 2
"""Content words at least, besides its date, of a clause that tells something by itself."""
_ELSEWHERE = 2
"""Words of the event at least that another clause must have, and so many times as many as the date's."""
_FEW = 4
_SHOWN = 40
_REFERRING = 2
"""A pronoun among so many words at its start makes a part of a sentence tell of what was named before."""
_TERM = 4
"""So many content words before a definition may be what is defined by it."""


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


def defines_another(case: Case) -> Iterator[Differs]:
    """Yield a definition that the passage gives of another term, where it has this one in another part."""
    item, language = case.item, case.language
    asks = phrases_for(language, "asks definition").find(forms(item.prompt.value)[:_TERM])
    if len(item.answers) != 1 or not (
        item.kind == "term" or (item.kind == "question" and any(not each.start for each in asks))
    ):
        return
    term = [*with_declared(case, content_of(case, item.prompt.value)).values()]
    answer = [*with_declared(case, content_of(case, item.answers[0].value)).values()]
    answer = [same for same in answer if same not in term]
    said = frozenset(language.stem(each) for same in (*term, *answer) for each in same)
    parts = [part for sentence in case.passage.sentences for part in _parts_against(case, sentence)]
    extents = [Extent(language, (part,)) for part in parts]
    counts = [sum(has_any(each, same) for same in answer) for each in extents]
    most = max(counts, default=0)
    if not term or not most or counts.count(most) > 1:
        return
    part, own = parts[counts.index(most)], extents[counts.index(most)]
    elsewhere = sum(has_any(case.passage.around, same) for same in term)
    if 2 * sum(has_any(own, same) for same in term) >= len(term) or 2 * elsewhere < len(term):
        return
    first = next(
        at
        for at, form in enumerate(part)
        if any(form in same or has_any(Extent(language, ((form,),)), same) for same in answer)
    )
    defined = [form for form in part[:first] if content(language, (form,)) - said]
    lexicon = language.words
    refers = lexicon.pronouns | lexicon.demonstratives | lexicon.relatives
    defines = words_for(language, "defining")
    if defines.isdisjoint(part[: first + 1]) or is_defined_elsewhere(case) or told_of_another(case):
        return
    if defined and len(defined) <= _TERM and refers.isdisjoint(part[:_REFERRING]):
        message = f"the passage says this of `{' '.join(defined)}`"
        yield Differs("told-of-another", message, item.prompt, item.prompt.value)


def _parts_against(case: Case, sentence: Run) -> Iterator[Words]:
    """Cut a sentence at its colons and semicolons, and before each "whereas"."""
    section, begin, against = case.passage.section, sentence[0], words_for(case.language, "whereas")
    for at in range(sentence[0] + 1, sentence[1]):
        gap = section.text[section.words[at - 1].end : section.words[at].start]
        is_parallel = "," in gap and section.forms[at] == section.forms[begin]
        is_parallel &= section.forms[at] not in case.language.words.determiners  # als A …, als B
        if ";" in gap or ":" in gap or is_parallel or section.forms[at] in against:
            yield section.forms[begin:at]
            begin = at
    yield section.forms[begin : sentence[1]]

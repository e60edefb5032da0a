"""What denies in a run of words, and which words it denies."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from studyguide.evidence.case import Case, is_accounted_for, is_half_of_a_verb
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.passage import clause_before, goes_on
from studyguide.language.language import Language
from studyguide.language.phrases import Found, is_no_denial
from studyguide.language.word_lists import Lexicon
from studyguide.language.words import forms
from studyguide.source.section import SourceSection

_AROUND, _CLAUSE = 8, 12
_REACH = 4
"""So many words behind a "not" may be those that it denies."""
_BEFORE = 3
"""So many words before the quoted ones may still deny them."""
_LAST = 2
"""So many words may stand between a "not" and the end of the clause that it denies."""
_LONGEST_CLAUSE = 100
"""Words that may stand between what is denied and the "not" behind it."""


class Denial(NamedTuple):
    """A "not" of the source, and the content words that it denies, the nearest first."""

    shown: str
    place: int
    denied: tuple[str, ...]
    is_plain: bool
    """Whether it is a "not" just before the word that it denies."""
    is_last: bool
    """Whether it closes the clause that it denies, and what it denies stands before it."""


def without_affirmations(lexicon: Lexicon, run: tuple[str, ...]) -> Iterator[Found]:
    """Yield what denies in a run, but for phrases that only look so: sans doute, no doubt."""
    denying = [*lexicon.negations.find(run)]
    affirmed = lexicon.affirmations.find(run) if denying else ()
    places = {place for each in affirmed for place in range(each.start, each.end)}
    yield from (found for found in denying if found.start not in places)


def denials(case: Case, run: Run) -> tuple[Denial, ...]:
    """Give what denies in a run of the section's words, with the words that it denies."""
    return _denials(case.passage.section, case.language, run)


@lru_cache(maxsize=64)  # neighbouring items stand in the same paragraphs
def _denials(section: SourceSection, language: Language, run: Run) -> tuple[Denial, ...]:
    return tuple(_denied(section, language, run))


def _denied(section: SourceSection, language: Language, run: Run) -> Iterator[Denial]:
    first, last = run
    found = section.forms[first:last]
    lexicon = language.words
    denying = {*without_affirmations(lexicon, found)}
    for each in sorted((*denying, *lexicon.lost_denials.find(found))):
        end = section.sentence_of(first + each.start).last - first
        limit = first + min(each.end + _REACH + 2, end)
        behind = _clause(section, language, (first + each.end, limit))
        is_denied = lexicon.negations.stand_in(found[max(0, each.start - 2) : each.start])
        is_denied |= is_half_of_a_verb(section, language, first + each.end)  # fand im Mai statt
        is_verb = each not in denying and language.denies_before
        if is_verb:
            is_denied |= _denied_behind(section, language, first + each.end) is not None
            if all(map(language.is_function_word, behind)):  # weigerte sich, Kinder einzustellen
                at = first + each.end + len(behind)
                behind += _clause(section, language, (at, max(at, limit)), is_begun=True)
        if is_denied or is_no_denial(found[each.start : each.end], behind):
            continue
        content = [
            form for form in behind if not language.is_function_word(form) or language.decides(form)
        ]
        if found[each.end - 1] in lexicon.lacking and not lexicon.pronouns.isdisjoint(behind[:1]):
            continue  # without them she could do it no longer
        passing = lexicon.constructions.get("passing", ())  # not yet been approved
        near = [form for form in behind if form not in passing]
        is_near, is_last = bool(content) and near[:1] == content[:1], False
        if language.denies_before and each in denying:
            is_last = not content
            is_near |= is_last
            correcting = lexicon.constructions.get("same clause", ())  # nicht A, sondern B
            at = first + each.end + len(behind)
            if {*correcting}.isdisjoint(section.forms[at : at + 1]):
                content += _denied_before(section, language, first + each.start, behind)
        elif is_verb and language.parts_verbs:  # weil er den Antrag ablehnte
            begin = clause_before(section, first + each.start, _AROUND)
            clause = reversed(section.forms[begin : first + each.start])
            content += [form for form in clause if not language.is_function_word(form)]
        shown = " ".join(found[each.start : each.end])
        is_plain = is_near and (each in denying or found[each.end - 1] in lexicon.nots)
        yield Denial(shown, first + each.start, tuple(content[:_REACH]), is_plain, is_last)


def _denied_before(
    section: SourceSection, language: Language, place: int, behind: tuple[str, ...]
) -> list[str]:
    """Give what a "not" denies that closes its clause, or that has a "ne" before it: the nearest first."""
    run = section.forms[clause_before(section, place, _AROUND) : place]
    opener = next((at for at in range(len(run) - 1, -1, -1) if run[at] in _NE), None)
    if opener is not None and section.forms[place] not in _NE:
        run = run[opener + 1 :]
    elif len(behind) > _LAST or section.forms[place] not in language.words.nots:
        return []
    denied = [form for form in reversed(run) if not language.is_function_word(form)]
    if len(denied) > 1 or opener is not None:
        return denied
    first = max(
        section.sentence_of(place).first, place - _AROUND
    )  # Fotos, die es belegen, gibt es nicht
    run = section.forms[first:place]
    return [form for form in reversed(run) if not language.is_function_word(form)]


def denied_behind(case: Case, place: int) -> int | None:
    """Find the "not" behind a word that denies its clause, as in "er bestreitet das nicht"."""
    return _denied_behind(case.passage.section, case.language, place)


def _denied_behind(section: SourceSection, language: Language, place: int) -> int | None:
    end, lexicon = section.sentence_of(place - 1).last, language.words
    for at in range(place, min(end, place + _LONGEST_CLAUSE)):
        form = section.forms[at]
        if not goes_on(section, at) or form in lexicon.joining:
            return None
        if form in lexicon.nots:
            behind = _clause(section, language, (at + 1, min(end, at + _LAST + 2)))
            if len(behind) <= _LAST:
                return at
    return None


_NE = ("ne", "n")


def reach_of(case: Case, span: Run) -> Run:
    """Give quoted words with those beside them among which they may be denied."""
    section, language, (first, last) = case.passage.section, case.language, span
    begin, end = case.passage.clause_before(first, _BEFORE), last
    at = case.passage.clause_before(first, _CLAUSE)
    if (
        section.forms[at] in language.words.negations
        and section.forms[at] not in language.words.nots
    ):
        begin = at  # neither of the two parties
    if not language.denies_before:
        return begin, end
    if (behind := denied_behind(case, last)) is not None:
        end = behind + 1
    if language.parts_verbs:
        limit, clause = last, clause_before(section, first, _CLAUSE)
        while limit < section.sentence_of(last - 1).last and goes_on(section, limit):
            limit += 1
        verbs, run = language.words.lost_denials, section.forms[clause:limit]
        for at in (clause + found.start for found in verbs.find(run)):
            is_parted = not verbs.stand_in(section.forms[at : at + 1])
            if at >= last or (at < begin and is_parted):
                begin, end = min(begin, at), limit
    return begin, end


def denied_above(case: Case, span: Run) -> str:
    """Give the "not" of the clause of which quoted words are a part: es ist nicht belegt, dass …; "" if none."""
    section, lexicon, passage = case.passage.section, case.language.words, case.passage
    sentence = section.sentence_of(span[0])
    run = section.forms[sentence.first : sentence.last]
    begin = span[0] - sentence.first
    that = [at for at in range(begin + 1) if run[at] in lexicon.that]
    if case.language.is_english or not that:
        return ""
    if not that[-1]:  # Dass er kam, ist nicht belegt.
        end = next((at for at in range(1, len(run)) if not passage.goes_on(sentence.first + at)), 0)
        above = run[end : end + _AROUND] if end and span[0] < sentence.first + end else ()
    else:
        first = clause_before(section, sentence.first + that[-1] - 1, _AROUND)
        above = section.forms[first : sentence.first + that[-1]]
        between = range(sentence.first + that[-1] + 1, span[0] + 1)
        above = above if all(map(passage.goes_on, between)) else ()
    if lexicon.factives.stand_in(above):
        return ""
    for each in (*without_affirmations(lexicon, above), *lexicon.lost_denials.find(above)):
        return " ".join(above[each.start : each.end])
    return ""


def _clause(
    section: SourceSection, language: Language, run: Run, *, is_begun: bool = False
) -> tuple[str, ...]:
    """Give the words of a run up to where its clause ends; at its start only if it `is_begun` there."""
    found = list[str]()
    for at in range(*run):
        if is_begun and at == run[0]:
            found.append(section.forms[at])
            continue
        if (found or language.denies_before) and not goes_on(section, at):
            break
        found.append(section.forms[at])
    return tuple(found)


def is_meant_here(case: Case, denial: Denial) -> bool:
    """Whether a denial is a "not", or a "no" of the quoted sentences."""
    is_near = any(first <= denial.place < last for first, last in case.passage.sentences)
    return is_near or denial.shown.split()[-1] in case.language.words.nots


def is_told_otherwise(case: Case, denial: Denial) -> bool:
    """Whether a declaration stands for what denies, or "only if" for a "not without"."""
    run, lexicon = forms(denial.shown), case.language.words
    if is_accounted_for(case, run) or is_of_another(case):
        return True
    behind = case.passage.section.forms[denial.place + 1 : denial.place + 1 + _AROUND]
    is_double = run[-1] in lexicon.lacking or lexicon.exceptions.stand_in(behind)
    allowing = (lexicon.exclusives, lexicon.conditions)
    return is_double and any(
        each.stand_in(forms(value)) for each in allowing for _, value, _ in case.said
    )


def is_of_another(case: Case) -> bool:
    """Whether an item tells of what the passage sets against the one that it denies something of: unlike B."""
    about = [
        form
        for form in forms(case.item.prompt.value)[:_AROUND]
        if not case.language.is_function_word(form)
    ]
    return any(
        about
        and Extent(case.language, (part[found.end : found.end + _AROUND],)).has_run(tuple(about))
        for part in case.passage.stated.parts
        for found in case.language.words.contrasts.find(part)
    )


def said_before(case: Case, first: int, last: int) -> list[str]:
    """Give the content words of a clause before a "not", those that it is said of."""
    section, found = case.passage.section, list[str]()
    for at in range(last - 1, first - 1, -1):
        if not case.passage.goes_on(at + 1):
            break
        if section.forms[at] == "but" or section.forms[at] in case.language.words.joining:
            break
        if not case.language.is_function_word(section.forms[at]):
            found.append(section.forms[at])
    return found

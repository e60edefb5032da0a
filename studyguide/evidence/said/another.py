"""Whether the clause or sentence that has an answer tells of what is asked, or of another."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import (
    clauses_of,
    extent_of,
    marks_in,
    may_be_a_verb,
    quoted_clauses,
)
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.reference import is_referred_to
from studyguide.evidence.said.openings import is_cut_off, opening_of
from studyguide.evidence.said.sentences import (
    answering_sentences,
    but_of_whom,
    content_of,
    has_any,
    with_declared,
)
from studyguide.evidence.terms import forms_by_stem
from studyguide.evidence.unquoted import titles
from studyguide.language.words import displayed, forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection

_TOPIC = 5  # what a section says so often is what all of it is about, and no other subject
_CODE = lazy(r"[/@_]|\w\.\w")
_HELD = 3  # a clause with more of a question's words is asked about, whatever else is


class Another(NamedTuple):
    """A word of what is asked that stands elsewhere, and how the clause of the answer opens."""

    asked: str
    opening: str


def told_of_another(case: Case) -> Another | None:
    """Find a word of the question that only other clauses have than the answer's, which opens with another."""
    item, section = case.item, case.passage.section
    meant = tuple(forms(meaning.value) for _, meaning in item.wording)
    said = Extent(case.language, (*case.all_said.parts, *meant)) if meant else case.all_said
    quoted = quoted_clauses(case.passage)
    asked = with_declared(case, content_of(case, item.prompt.value))
    is_whole = (
        len(quoted) == 1 or item.is_list
    )  # in one all stands, mostly; or what is listed behind it
    extents = (extent_of(section, each, case.language) for each in quoted if is_whole)
    if any(all(map(each.has_word, asked)) for each in extents):
        return None
    openings = {run: shown for run in quoted if (shown := _strange_opening(case, run, said))}
    if not openings or not case.language.words.conjunctions:
        return None
    near = _answering_clauses(case, quoted)
    runs = near if item.kind == "question" else [section.sentence_of(at)[:2] for at, _ in near]
    runs = [*runs, *(each for run in near for each in _beside(case, run))]
    held = Extent(case.language, tuple(section.forms[slice(*run)] for run in runs))
    missing = [form for form, same in asked.items() if not has_any(held, same)]
    told_in = (section.sentence_of(first) for first, _ in near)
    opening = next((openings[run] for run in near if run in openings), "")
    if not opening or not missing or len(asked) - len(missing) > _HELD:
        return None
    if any("(" in section.text[each.start : each.end] for each in told_in):
        return None  # what stands in brackets is about what stands before them
    titled, authorities = titles(case), case.language.words.authorities
    told = {each for each in missing if case.language.number(each) != str(len(item.answers))}
    if case.language.words.speaker_before.stand_in(forms(item.prompt.value)):
        told &= {*but_of_whom(case, missing)}
    told -= {form for form in told if form in authorities or form == "the" or titled.has_word(form)}
    there = (form for form in missing if form in told and has_any(case.passage.around, asked[form]))
    form = next(there, "")
    if not form or _is_topic(case, form) or is_referred_to(case, near, asked[form]):
        return None
    at = forms(item.prompt.value).index(form)
    place = words(item.prompt.value)[at]
    shown = item.prompt.value[place.start : place.end]
    return None if _is_measure(case, at) else Another(shown, opening)


def _beside(case: Case, clause: Run) -> Iterator[Run]:
    """Yield what belongs to a clause: a relative behind it, what it sets right, and what a colon opens before it: three layers: the wall; the feet."""
    section, language = case.passage.section, case.language
    sentence = section.sentence_of(clause[0])
    whole = (sentence.first, sentence.last)
    heads = [at for at, gap in marks_in(section, whole).items() if ":" in gap and at <= clause[0]]
    if heads:
        yield sentence.first, heads[-1]
    correcting = language.words.constructions.get("set-right", ())
    for run in clauses_of(section, whole, language):
        if run[0] == clause[1] and section.forms[run[0]] in language.words.relatives:
            yield run
        is_set_right = run[1] == clause[0] and section.forms[clause[0]] in correcting
        if is_set_right and language.words.negations.stand_in(section.forms[slice(*run)]):
            yield run  # not by one, but by twenty


def _is_measure(case: Case, at: int) -> bool:
    """Whether a word of the question only says what is to be measured: how close."""
    before = forms(case.item.prompt.value)[max(0, at - 1) : at]
    return not case.language.words.measuring.isdisjoint(before)


def _is_topic(case: Case, form: str) -> bool:
    """Whether a section says a word, in whatever form, again and again."""
    section = case.passage.section
    alike = forms_by_stem(section, case.language).get(case.language.stem(form), ())
    return sum(len(section.places[each]) for each in alike) >= _TOPIC


def is_defined_elsewhere(case: Case) -> bool:
    """Whether the sentence that has a definition or a role names nowhere what it is of, nor those beside it.

    Those beside it count if it has a "she", a "this"; nor does what is set behind another's name: the sluice, a gate.
    """
    section = case.passage.section
    names = with_declared(case, content_of(case, case.item.prompt.value))
    telling = answering_sentences(case)

    def is_named(run: tuple[str, ...]) -> bool:
        each = Extent(case.language, (run,))
        return any(has_any(each, same) or each.has_name(form) for form, same in names.items())

    if not (names and telling) or any(is_named(section.forms[slice(*run)]) for run in telling):
        return False
    content = [*chain.from_iterable(content_of(case, each.value) for each in case.item.answers)]
    counts = {
        run: sum(map(extent_of(section, run, case.language).has_word, content))
        for run in case.passage.sentences
    }
    most = max(counts.values())
    if any(2 * counts[run] >= most and is_named(section.forms[slice(*run)]) for run in counts):
        return False
    if _is_set_behind_another(case):
        return True
    told = (
        section.forms[_before(section, first) : _behind(section, last)]
        for first, last in telling
        if _points_back(case, section.forms[first:last])
    )
    return not any(map(is_named, told))


def _points_back(case: Case, run: tuple[str, ...]) -> bool:
    """Whether a sentence may tell of what one beside it names: always, where a verb needs no "she"."""
    lexicon, uses = case.language.words, case.language.words.constructions
    pointing = lexicon.pronouns | lexicon.demonstratives
    if case.item.kind == "person":
        pointing -= {*uses.get("it", ())}
    return "doer" not in uses or not pointing.isdisjoint(run)


def _is_set_behind_another(case: Case) -> bool:
    """Whether quoted words stand behind a comma and a noun with its article, as what tells more of that."""
    section, articles = case.passage.section, case.language.words.articles
    return any(
        section.forms[first] in articles
        and not case.passage.goes_on(first)
        and section.forms[first - 2] in articles
        for first, _ in case.passage.spans
        if first > 1
    )


def _before(section: SourceSection, first: int) -> int:
    return section.sentence_of(max(first - 1, 0)).first


def _behind(section: SourceSection, last: int) -> int:
    return section.sentence_of(min(last, len(section.forms) - 1)).last


def _answering_clauses(case: Case, quoted: list[Run]) -> list[Run]:
    """Give those of some clauses that have half as many of the answers' words as any, or more."""
    section, language = case.passage.section, case.language
    run = tuple(chain.from_iterable(forms(answer.value) for answer in case.item.answers))
    content = [form for form in run if not language.is_function_word(form)] or [*run]
    wanted = [*chain.from_iterable(with_declared(case, content).values())]
    counts = {
        clause: sum(has_any(extent, (form,)) for form in dict.fromkeys(wanted))
        for clause in quoted
        for extent in (extent_of(section, clause, language),)
    }
    most = max(counts.values(), default=0)
    return [clause for clause, count in counts.items() if count and 2 * count >= most]


def _strange_opening(case: Case, clause: Run, said: Extent) -> str:
    """Give the first words of a clause if half of them or more are not said in the item; or nothing."""
    section, language = case.passage.section, case.language
    opening = opening_of(section, clause, language)
    strange = [at for at in opening if not has_any(said, (section.forms[at],))]
    if strange:
        authorities = frozenset(language.stems(language.words.authorities))
        strange = [at for at in strange if language.stem(section.forms[at]) not in authorities]
    is_much = bool(strange) and 2 * len(strange) >= len(opening)
    run = section.forms[slice(*clause)]
    opens = run[0] in language.words.constructions.get("as", ())
    if opens and not case.passage.goes_on(clause[0]):  # …, als jüngstes von sieben Kindern
        is_much &= any(may_be_a_verb(form, language) for form in run)
    is_much &= language.is_english or len(strange) > 1 or len(opening) == 1
    is_much &= not _is_answer_named(case, opening) and not _is_put_in(case, clause)
    if not is_much:
        return ""
    if strange[0] != clause[0] + 1 and is_cut_off(section, clause, language):
        return ""
    found = section.text[section.words[opening[0]].start : section.words[opening[-1]].end]
    return "" if _CODE.search(found) else displayed(found)


def _is_put_in(case: Case, clause: Run) -> bool:
    """Whether a clause opens with a relative that a comma closes, and its main clause goes on there: , das fällig war, hob man."""
    section, lexicon = case.passage.section, case.language.words
    pointing = lexicon.relatives | {*lexicon.constructions.get("relative articles", ())}
    goes_on = case.passage.goes_on
    if case.language.is_english or section.forms[clause[0]] not in pointing or goes_on(clause[0]):
        return False
    return not all(map(goes_on, range(clause[0] + 1, clause[1])))


def _is_answer_named(case: Case, opening: Sequence[int]) -> bool:
    """Whether the first of some words is of an answer, and names follow at once: the mayor Ada Kestrel."""
    section, rest = case.passage.section, opening[1:]
    if not rest or rest[-1] - opening[0] != len(rest):
        return False
    words, stem = section.words, case.language.stem(section.forms[opening[0]])
    answers = (case.language.stems(forms(each.value)) for each in case.item.answers)
    is_named = all(section.text[words[at].start].isupper() for at in rest)
    return is_named and any(stem in stems for stems in answers)

"""What the passage denies behind the quoted words, takes out by an "unless", or sets off by a "but not"."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from studyguide.evidence.beside import said_in
from studyguide.evidence.case import Case
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.denials import denials, is_no_denial, without_affirmations
from studyguide.evidence.extent import Run
from studyguide.evidence.question_topic import forms_by_stem
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.words import forms, words
from studyguide.source.section import SourceSection
from studyguide.syntax.differs import (
    Differs,
    Words,
    clauses,
    clauses_of,
    content,
    phrases_for,
    words_for,
)
from studyguide.syntax.restricted import told_as_an_if

_DENYING = ("negations", "denials", "lost_denials", "attenuated", "exceptions", "exclusives")
_MAY_DENY = bits_of(_DENYING)
_TURNING = ("negations", "denials", "exceptions", "contrasts")
_MAY_TURN = bits_of(_TURNING)
_REACH = 8
"""So many words behind one may have the "no" that denies it."""
_HELPER = 6
"""So many words of a question may have its "did"."""
_LEAST = 2
_FEW = 3
"""So many content words at the most has a "but not X"; so many words from a "not" are those that it stands among."""
_MOST = 4
"""Content words at least of a clause that is held against one of the passage."""
_SHARE = 1.6
"""So many times the words that both have are all of a clause at the most."""


def affirmed_elsewhere(case: Case) -> Iterator[Differs]:
    """Yield what only the passage denies, where the item denies nothing."""
    lexicon, stated = case.language.words, case.passage.stated.parts
    unless = phrases_for(case.language, "unless")
    texts = [forms(value) for _, value, _ in case.said]
    turning = _TURNING if case.lists & _MAY_TURN else ()
    if any(lexicon.phrases(each).stand_in(run) for each in turning for run in texts):
        return
    if any(map(unless.stand_in, stated)):
        yield from told_as_an_if(case, texts)
    if any(map(lexicon.negations.stand_in, stated)):
        yield from _set_off(case, texts)
        yield from _denied_behind(case)


def turned_in_its_clause(case: Case) -> Iterator[Differs]:
    """Yield a clause of a cloze sentence that the passage has with all its words, but for a "not" among them."""
    language, item = case.language, case.item
    if item.kind != "cloze":
        return
    told = [(run, content(language, run)) for run in clauses(case, at_joints=False)]
    for text, value, _ in case.said:
        for run in clauses_of(value, language):
            own = content(language, run)
            for clause, there in told if len(own) >= _MOST else ():
                same = own & there
                if len(same) < _FEW or _SHARE * len(same) < len(own):
                    continue
                here, in_passage = _nots(case, run, same), _nots(case, clause, same)
                if in_passage and not here and not _denies(case, run):
                    message = f"the passage says `{in_passage[0]}` there, the item does not"
                    yield Differs("polarity", message, text)
                    return
                if here and not in_passage and not _denies(case, clause):
                    message = f"the item says `{here[0]}`, the passage denies nothing of the kind"
                    yield Differs("polarity", message, text, here[0])
                    return


def denied_alone(case: Case) -> Iterator[Differs]:
    """Yield a "not X" of an answer where each clause of the passage that has X denies nothing: another has the "no"."""
    language, nots = case.language, case.language.words.nots
    if case.item.kind != "question":
        return
    answers = (forms(answer.value) for answer in case.item.answers)
    if all(map(nots.isdisjoint, answers)) or _denies(case, forms(case.item.prompt.value)):
        return
    for text in case.item.answers:
        for form, behind in pairwise(forms(text.value)):
            denied = content(language, (behind,)) if form in nots else frozenset[str]()
            told = clauses(case, at_joints=False) if denied else ()
            held = [clause for clause in told if denied & content(language, clause)]
            if held and not any(_denies(case, clause, with_prefixes=True) for clause in held):
                message = f"the item says `{form}`, the passage denies nothing of the kind"
                yield Differs("polarity", message, text, form)
                return


def _nots(case: Case, run: Words, same: frozenset[str]) -> list[str]:
    """Give each "not" of a run that stands among some of its words."""
    language, lexicon = case.language, case.language.words
    held = [at for at, form in enumerate(run) if content(language, (form,)) & same]
    found = list[str]()
    for each in without_affirmations(lexicon, run):
        at, form = each.end - 1, run[each.end - 1]
        is_among = any(0 < at - place <= _FEW for place in held) and any(
            0 < place - at <= _FEW for place in held
        )
        if form in lexicon.nots and is_among and not is_no_denial((form,), run[each.end :]):
            found.append(form)
    return found


def _denies(case: Case, run: Words, *, with_prefixes: bool = False) -> bool:
    """Whether a run denies or restricts something in whatever way, or by an "un-"."""
    prefixes = tuple(case.language.words.negative_prefixes)
    if with_prefixes and any(form.startswith(prefixes) for form in run):
        return True
    may_deny = case.language.lists(run) & _MAY_DENY
    lexicon = case.language.words
    return bool(may_deny) and any(lexicon.phrases(each).stand_in(run) for each in _DENYING)


def _set_off(case: Case, texts: list[Words]) -> Iterator[Differs]:
    """Yield a "but not X" of the sentence of which the item says X."""
    if case.item.kind not in ("question", "cloze"):
        return
    language, lexicon = case.language, case.language.words
    said = frozenset[str]().union(*(content(language, run) for run in texts))
    adversatives = lexicon.adversatives - lexicon.pronouns - lexicon.singular
    for sentence in case.passage.sentences:
        if adversatives.isdisjoint(case.passage.section.forms[slice(*sentence)]):
            continue
        for run, rest in _between_commas(case, sentence):
            is_set_off = not (lexicon.nots.isdisjoint(run) or adversatives.isdisjoint(run))
            if not is_set_off or not lexicon.finite_verbs.isdisjoint(run):
                continue
            own = content(language, run)
            if len(own) <= _FEW and (own - content(language, rest)) & said:
                message = f"the passage sets this off: “{' '.join(run)}”"
                yield Differs("polarity", message, case.item.prompt)
                return


def _between_commas(case: Case, sentence: Run) -> Iterator[tuple[Words, Words]]:
    """Yield each stretch of a sentence without a comma, and the rest of it."""
    section = case.passage.section
    run, cuts = section.forms[slice(*sentence)], [*marks_in(section, sentence), sentence[1]]
    for first, last in pairwise((0, *(at - sentence[0] for at in cuts))):
        yield run[first:last], (*run[:first], *run[last:])


def _denied_behind(case: Case) -> Iterator[Differs]:
    """Yield a "without X" of the quoted clause that stands behind the quoted words, where the item says X."""
    section, joining, said = case.passage.section, case.language.words.joining, said_in(case)
    for span, quotation in zip(case.passage.spans, case.item.evidence, strict=True):
        end, last = span[1], section.sentence_of(span[1] - 1).last
        while end < last and case.passage.goes_on(end) and section.forms[end] not in joining:
            end += 1
        for denial in denials(case, (span[1], end)) if end > span[1] else ():
            if denial.denied and said.has_word(denial.denied[0]):
                shown = f"{denial.shown} {denial.denied[0]}"
                message = f"behind the quoted words the passage says `{shown}`, the item does not"
                yield Differs("polarity", message, quotation)
                return


def asked_of_what_is_denied(case: Case) -> Iterator[Differs]:
    """Yield a question that takes for granted what the text denies wherever it names it: the quarrel that was none."""
    item, language, lexicon = case.item, case.language, case.language.words
    section, asked = case.passage.section, forms(item.prompt.value)
    if _may_be_denied(section, language).isdisjoint(language.stems(asked)):
        return
    runs = [forms(value) for _, value, _ in case.said]
    is_an_exception = lexicon.asking_conditions.stand_in(asked) or any(
        map(lexicon.exceptions.stand_in, case.passage.stated.parts)
    )
    if is_an_exception or any(_denies(case, run, with_prefixes=True) for run in runs):
        return
    answer = frozenset[str]().union(*(content(language, run) for run in runs[1:]))
    helping = words_for(language, "helping")
    behind = next((at + 1 for at, form in enumerate(asked[:_HELPER]) if form in helping), 1)
    subject = [form for form in asked[behind:] if not language.is_function_word(form)]
    subject = subject[:_LEAST]  # the town council
    for form in dict.fromkeys(asked):
        is_small = language.is_function_word(form) or language.is_frame_word(form)
        is_small |= form in lexicon.comparatives
        if is_small or language.number(form):
            continue
        alike = forms_by_stem(section, language).get(language.stem(form), ())
        places = [at for each in alike for at in section.places[each]]
        if not 0 < len(places) <= _FEW:
            continue
        shown = _all_denied(case, places, answer, is_subject=form in subject)
        if shown and not _is_a_name(case, form):
            at = asked.index(form)
            told = words(item.prompt.value)[at]
            message = f"the text only says “{shown}”, which the question takes for granted"
            shown = item.prompt.value[told.start : told.end]
            yield Differs("polarity", message, item.prompt, shown)
            return


@lru_cache(maxsize=64)  # a text may be one long section
def _may_be_denied(section: SourceSection, language: Language) -> frozenset[str]:
    """Give the stems that may be of words which are denied wherever they stand: near each is a "no"."""
    none = words_for(language, "none")
    nots = none if language.is_english or not none else none | language.words.nots
    near = {
        place
        for form in nots
        for at in section.places.get(form, ())
        for place in range(max(0, at - _REACH), min(at + 2, len(section.forms)))
    }
    by_stem, places = forms_by_stem(section, language) if near else {}, section.places
    stems = frozenset(language.stems(section.forms[at] for at in near))
    return frozenset(
        stem for stem in stems if all(near.issuperset(places[form]) for form in by_stem[stem])
    )


def _is_a_name(case: Case, form: str) -> bool:
    return case.language.marks_names and not case.source.is_written_small(form)


def _all_denied(case: Case, places: list[int], answer: frozenset[str], *, is_subject: bool) -> str:
    """Give how a word is denied first, if it is wherever it stands: no quarrel; the council never ruled."""
    section, language, lexicon = case.passage.section, case.language, case.language.words
    none, found = words_for(language, "none"), ""
    for at in places:
        if at and section.forms[at - 1] in none:
            found = found or " ".join(section.forms[at - 1 : at + 1])
            continue
        end = at + 1
        last = min(at + _REACH, section.sentence_of(at).last)
        while end < last and case.passage.goes_on(end):
            if section.forms[end] in lexicon.conjunctions | lexicon.relatives | lexicon.joining:
                break
            end += 1
        behind = section.forms[at + 1 : end]
        nots = none if language.is_english else none | lexicon.nots
        is_denied = is_subject and not nots.isdisjoint(behind)
        if not is_denied or answer & content(language, behind):
            return ""
        found = found or " ".join(section.forms[at:end])
    return found

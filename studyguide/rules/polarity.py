"""Polarity: what the passage denies is not affirmed, nor the reverse."""

import re
from collections.abc import Iterator
from itertools import takewhile

from studyguide.deck.item import deletions, pointing_at
from studyguide.evidence.beside import only_denied
from studyguide.evidence.case import Case, is_accounted_for
from studyguide.evidence.denials import (
    Denial,
    denials,
    denied_above,
    is_meant_here,
    is_of_another,
    is_told_otherwise,
    reach_of,
    said_before,
)
from studyguide.evidence.extent import Extent
from studyguide.evidence.said.bounds import is_told_as_a_bound
from studyguide.evidence.said.denials import (
    SpokenDenial,
    has_counterpart,
    is_set_right,
    spoken_denials,
)
from studyguide.evidence.said.other_clauses import is_in_another_clause
from studyguide.evidence.sides import answers_by_an_exception
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import forms

_WITHOUT = "say it as the passage does, leave it out of the quotation, or accept it in a review"
_SET_AGAINST = 2
"""So many words before an "and not" are what it sets against another."""
_AROUND = 8
"""Words on either side of a denial that may be what it is about."""


def negation_is_as_in_the_passage(case: Case) -> Iterator[Finding]:
    """Warn where only one of item and passage has a "not", a "refused", a "without"."""
    spoken = [*spoken_denials(case)]
    if not spoken and not _denies(case):
        if not answers_by_an_exception(case):
            yield from _affirmed(case)
        return
    quoted = sum(
        sum(1 for _ in case.language.words.negations.find(part))
        for part in case.passage.stated.parts
    )
    alone = [each for each in spoken if not has_counterpart(case, each)]
    if not alone or len(spoken) <= quoted:
        if not (spoken and answers_by_an_exception(case)):
            yield from _affirmed_beside(case)
    elif not answers_by_an_exception(case):
        yield _denied_alone(case, alone[-1])


def _denied_alone(case: Case, spoken: SpokenDenial) -> Finding:
    item, (text, form, *_) = case.item, spoken
    message = f"the item says `{form}`, the passage denies nothing of the kind"
    help = "say it as the passage does, or quote the words that deny it"
    finding = item.warning(text, "polarity", message, help, form)
    if match := re.search(rf"\b{re.escape(form)}\b", text.value, re.IGNORECASE):
        finding = pointing_at(finding, item, text, match.start(), len(form))
    return finding


def _denies(case: Case) -> bool:
    """Whether an item denies something without a "not", by a word that the passage does not deny."""
    language, lexicon = case.language, case.language.words
    denying = [
        language.stem(run[found.start])
        for run in (forms(value) for _, value, _ in case.said)
        for found in lexicon.denials.find(run)
    ]
    if not denying:
        return False
    denied = {
        language.stem(form)
        for part in case.passage.paragraphs
        for each in denials(case, (part.first, part.last))
        for form in each.denied[: None if language.denies_before else 1]
        if each.shown in lexicon.negations
    }
    alone = [stem for stem in denying if not case.passage.stated.has_stem(stem)]
    return not denied.issuperset(alone or denying)


def _affirmed(case: Case) -> Iterator[Finding]:
    """Warn of the first word that the passage denies and the item affirms."""
    passage, said = case.passage, case.all_said
    for span, quotation in zip(passage.spans, case.item.evidence, strict=True):
        for denial in denials(case, reach_of(case, span)):
            is_turned = denial.place in case.turned_there
            is_turned |= is_told_as_a_bound(case, denial.place)
            is_turned |= is_set_right(case, denial.place)
            if is_turned or is_told_otherwise(case, denial) or _is_said(case, denial, said):
                continue
            if _is_other_than_told(case, denial, said):
                continue
            is_open = denial.is_last and case.item.kind == "question"
            words = denial.denied[: None if is_open else 2]
            is_said = any(map(said.has_word, words)) or any(map(said.has_paraphrase, words[:1]))
            before = said_before(case, max(span[0], denial.place - _AROUND), denial.place)
            recalled = Extent(case.language, tuple(_recalled(case)))
            is_told_of = not denial.is_last and any(map(recalled.has_word, before))
            is_told_of |= is_said or not denial.denied
            if is_told_of and not is_in_another_clause(case, denial.place):
                message = f"the passage says `{denial.shown}` there, the item does not"
                yield case.item.warning(quotation, "polarity", message, _WITHOUT, denial.shown)
                return
        if denying := denied_above(case, span):
            message = f"the passage says `{denying}` of this, the item does not"
            yield case.item.warning(quotation, "polarity", message, _WITHOUT)
            return
    yield from _affirmed_of_the_paragraph(case, said)


def _is_other_than_told(case: Case, denial: Denial, said: Extent) -> bool:
    """Whether an "and not" sets something against what the item tells as well: to her niece and not to Paul."""
    lexicon, at = case.language.words, denial.place
    is_joined = at > 0 and case.passage.section.forms[at - 1] in lexicon.joining
    if not is_joined or denial.shown not in lexicon.nots:
        return False
    return any(map(said.has_word, said_before(case, max(0, at - 1 - _SET_AGAINST), at - 1)))


def _is_said(case: Case, denial: Denial, said: Extent) -> bool:
    """Whether an item has the very verb that denies, in whatever form."""
    verb, language = forms(denial.shown)[-1], case.language
    if verb in language.words.negations or said.has_word(verb):
        return verb not in language.words.negations
    halves = (_second_halves(part, language) for part in said.parts if language.parts_verbs)
    parted = Extent(language, tuple(halves))
    return parted.has_word(verb) or parted.has_paraphrase(verb)


def _second_halves(run: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Give what is left of each word that may be a verb with its particle: ziehen, of zurückzuziehen."""
    particles = language.words.particles
    halves = (
        form.removeprefix(particle).removeprefix("zu")
        for form in run
        for particle in particles
        if form.startswith(particle)
    )
    return tuple(filter(None, halves))


def _affirmed_beside(case: Case) -> Iterator[Finding]:
    """Warn of a word that the quotation denies, where the item's own "not" is about something else."""
    said, lexicon = case.all_said, case.language.words
    beside = Extent(case.language, tuple(_denied_beside(case, said)))
    answered = tuple(_denied_by_the_question(case, said))
    denied = Extent(case.language, (*beside.parts, *answered))
    is_left_out = case.language.words.denials.stand_in(said.parts[0])  # what was dropped?
    for (first, last), quotation in zip(case.passage.spans, case.item.evidence, strict=True):
        for denial in denials(case, (first, last)):
            word = denial.denied[0] if denial.denied else ""
            if not word or not said.has_word(word) or is_told_otherwise(case, denial):
                continue
            if is_told_as_a_bound(case, denial.place) or is_set_right(case, denial.place):
                continue
            if is_accounted_for(case, (word,)):
                continue
            is_lacking = denial.shown in lexicon.lacking and not is_left_out
            is_denied = (beside if is_lacking else denied).has_word(word)
            neither = lexicon.constructions.get("neither", ())
            if not is_denied and denial.shown in (*lexicon.nots, *lexicon.lacking, *neither):
                message = f"the passage says `{denial.shown}` there, the item does not"
                yield case.item.warning(quotation, "polarity", message, _WITHOUT, denial.shown)
                return


def _denied_beside(case: Case, said: Extent) -> Iterator[tuple[str, ...]]:
    """Yield what an item may deny, by whatever word: what stands behind it, or before where a "not" may end its clause."""
    lexicon, both = case.language.words, case.language.denies_before
    for run in said.parts:
        for found in (*lexicon.negations.find(run), *lexicon.denials.find(run)):
            behind = run[found.end : found.end + _AROUND]
            yield (*takewhile(lambda form: form not in lexicon.adversatives, behind),) or run[
                -_AROUND:
            ]
            is_noun = run[found.end - 1] not in lexicon.nots  # threatened no fine
            before = run[max(0, found.start - _AROUND) : found.start]
            yield before if both or (is_noun and lexicon.adversatives.isdisjoint(before)) else ()
        for found in lexicon.lost_denials.find(run):
            yield run[: found.start]  # whose consent was lacking


def _denied_by_the_question(case: Case, said: Extent) -> Iterator[tuple[str, ...]]:
    """Yield all that is answered, where the question denies something; what is asked, where a "no" answers that."""
    lexicon, asked = case.language.words, said.parts[0]
    if any(_is_refused(case, run) for run in said.parts[1:]):
        yield asked
    if lexicon.negations.stand_in(asked) or lexicon.denials.stand_in(asked):
        yield from said.parts[1:]


def _is_refused(case: Case, answer: tuple[str, ...]) -> bool:
    """Whether an answer begins with the "no" that is said to all that is asked."""
    refusing = case.language.words.constructions.get("refusing", ())
    return not {*answer[:1]}.isdisjoint(refusing)


def _recalled(case: Case) -> Iterator[tuple[str, ...]]:
    yield from (forms(text.value) for text in case.item.answers)
    yield from (forms(deletion.text) for _, deletion in deletions(case.item))


def _affirmed_of_the_paragraph(case: Case, said: Extent) -> Iterator[Finding]:
    """Warn of a word of the item that its paragraph has only where it denies it."""
    language = case.language
    for part in case.passage.paragraphs:
        everything = denials(case, (part.first, part.last))
        plain = [each for each in everything if each.shown in language.words.negations]
        if plain and is_of_another(case):
            return
        denied = [each.denied[0] for each in plain if each.denied]
        alone = only_denied(case, denied, (part.first, part.last)) if denied else frozenset[str]()
        for denial in plain:
            word = denial.denied[0] if denial.denied else ""
            if (
                word
                and denial.is_plain
                and not is_told_as_a_bound(case, denial.place)
                and is_meant_here(case, denial)
                and not language.is_frame_word(word)
                and said.has_word(word)
                and language.stem(word) in alone
            ):
                message = f"the paragraph has `{word}` only behind `{denial.shown}`"
                help = "say that it was not so, or accept it in a review"
                text = next(text for text, value, _ in case.said if _has(case, value, word))
                yield case.item.warning(text, "polarity", message, help, _shown(text.value, word))
                return


def _has(case: Case, value: str, word: str) -> bool:
    return Extent(case.language, (forms(value),)).has_word(word)


def _shown(value: str, word: str) -> str:
    """Find the word of a text that begins as another does."""
    match = re.search(rf"\b{re.escape(word[:4])}\w*", value, re.IGNORECASE)
    return match.group() if match else ""

"""What the text denies wherever it names it, has for the contrary or the other way round: told as done, or of what lacks it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.denials import without_affirmations
from studyguide.evidence.extent import Extent
from studyguide.evidence.said.bounds import is_told_as_a_bound
from studyguide.evidence.terms import forms_by_stem
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.words import forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection
from studyguide.syntax.differs import (
    Asked,
    Differs,
    Words,
    asked_of,
    content,
    is_a_name,
    may_have_been_done,
    phrases_for,
    words_for,
)

_PAIRS, _RELATIVES = (
    ("with or without", "there or away"),
    ("who-did", "whom-did"),
)
"""Contraries, and relatives of who does a thing and of whom it is done to, as the constructions call them."""
_DENYING = ("negations", "denials", "lost_denials", "attenuated", "exceptions", "exclusives")
_MAY_DENY = bits_of(_DENYING)
_REACH = 8
"""So many words behind one may have the "no" that denies it; so many before a comma the verb that does."""
_HELPER = 6
"""So many words of a question may have its "did"."""
_SUBJECT = 2
"""So many content words of a question are its subject: the town council."""
_FEW = 3
"""In so many places at the most a text names what it only denies."""
_TO = ("zu", "te")
_TO_DO = lazy(
    r"(?:ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|um|vor|weg|zu|zurück|zusammen)zu\w+en"
)


def _denies(case: Case, run: Words) -> bool:
    """Whether a run denies or restricts something in whatever way, or by an "un-"."""
    if any(form.startswith(case.language.negative_prefixes) for form in run):
        return True
    may_deny = case.language.lists(run) & _MAY_DENY
    lexicon = case.language.words
    return bool(may_deny) and any(lexicon.phrases(each).stand_in(run) for each in _DENYING)


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
    if is_an_exception or any(_denies(case, run) for run in runs):
        return
    answer = frozenset[str]().union(*(content(language, run) for run in runs[1:]))
    helping = words_for(language, "helping")
    behind = next((at + 1 for at, form in enumerate(asked[:_HELPER]) if form in helping), 1)
    subject = [form for form in asked[behind:] if not language.is_function_word(form)][:_SUBJECT]
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
        near = (at - step for at in places for step in range(min(at, _REACH) + 1))
        if shown and any(is_told_as_a_bound(case, at) for at in near):
            continue  # no train may carry more than 20
        if shown and not is_a_name(case, form):
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
        if not is_denied or answer & content(language, behind) or _is_set_right(case, at, answer):
            return ""
        found = found or " ".join(section.forms[at:end])
    return found


def _is_set_right(case: Case, at: int, answer: frozenset[str]) -> bool:
    """Whether a "but" behind a word tells what is so instead, or the answer: not in school, but from the sexton."""
    section, language = case.passage.section, case.language
    run = section.forms[at : section.sentence_of(at).last]
    if not words_for(language, "same clause").isdisjoint(run):
        return True  # sondern
    correcting = words_for(language, "correcting")
    but = next((at for at, form in enumerate(run) if form in correcting), len(run))
    return bool(answer & content(language, run[but:]))


def refused_to_do(case: Case) -> Iterator[Differs]:
    """Yield what somebody refused "to do", told as done: the verb stands before the comma, er weigerte sich, sie zu öffnen."""
    section, passage, lexicon = case.passage.section, case.passage, case.language.words
    if not case.language.parts_verbs:
        return
    denying = (lexicon.negations, lexicon.denials)
    is_denied = any(each.stand_in(forms(value)) for _, value, _ in case.said for each in denying)
    for span, quotation in (
        zip(passage.spans, case.item.evidence, strict=True) if not is_denied else ()
    ):
        begin = end = span[0]
        sentence = section.sentence_of(begin)
        while begin > sentence.first and passage.goes_on(begin):
            begin -= 1
        while end + 1 < sentence.last and passage.goes_on(end + 1):
            end += 1
        last = section.forms[max(begin, end - 1) : end + 1]
        is_to_do = last[0] in _TO or bool(_TO_DO.fullmatch(last[-1]))
        if begin == sentence.first or not is_to_do or section.forms[begin] in lexicon.lacking:
            continue
        above = section.forms[passage.clause_before(begin - 1, _REACH) : begin]
        found = [*without_affirmations(lexicon, above), *lexicon.lost_denials.find(above)]
        shown = " ".join(above[found[0].start : found[0].end]) if len(found) == 1 else ""
        if shown and not case.all_said.has_word(shown.split()[-1]):
            message = f"the passage says `{shown}` of this, the item does not"
            yield Differs("polarity", message, quotation)
            return


def told_on_the_other_side(case: Case) -> Iterator[Differs]:
    """Yield an answer that a sentence has beside the contrary of what is asked: at nine, when doors close, of "open at nine"."""
    language, section, items = case.language, case.passage.section, [*asked_of(case)]
    joints = language.words.joining | language.words.adversatives
    is_open = any(_contrary_to(form, language) for each in items for form in each.asked)
    for first, last in case.passage.sentences if is_open else ():
        run, marks = section.forms[first:last], marks_in(section, (first, last))
        cuts = [at for at in range(1, len(run)) if first + at in marks or run[at] in joints]
        for places, each in product(_contraries(language, run, cuts) if cuts else (), items):
            if shown := _beside_the_contrary(language, each, run, places):
                message = f"the passage has this of `{shown[0]}`, and not of `{shown[1]}`"
                yield Differs("neighbour", message, each.text, each.shown)
                return


def _contraries(language: Language, run: Words, cuts: list[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the places of two words that are contraries, and the cut between them."""
    for one, form in enumerate(run):
        stems = _contrary_to(form, language)
        behind = range(one + 1, len(run)) if stems else ()
        for other in (at for at in behind if language.stem(run[at]) in stems):
            cut = max((at for at in cuts if one < at <= other), default=0)
            opening = run[max((at for at in cuts if at <= one), default=0)]
            if cut and opening not in language.words.conjunctions:  # when the gate opens, …
                yield one, other, cut


@lru_cache(maxsize=4096)
def _contrary_to(form: str, language: Language) -> frozenset[str]:
    """Give the stems of a word's contraries; without, of with, and left, of reached, are so only where a sentence has both."""
    uses, found = language.words.constructions, [*language.opposites(form)]
    for pair in _PAIRS:
        one, other = uses.get(f"{pair} one", ()), uses.get(f"{pair} other", ())
        found += other if form in one else one if form in other else ()
    return frozenset(language.stems(found))


def _beside_the_contrary(
    language: Language, each: Asked, run: Words, places: tuple[int, int, int]
) -> tuple[str, str] | None:
    """Give the contrary at which an answer stands, and that which is asked, if each has something of its own."""
    one, other, cut = places
    asked, pair = content(language, each.asked), content(language, (run[one], run[other]))
    parts = (content(language, run[:cut]), content(language, run[cut:]))
    there = Extent(language, (each.asked,))
    for mine, theirs, (own, others) in ((one, other, parts), (other, one, parts[::-1])):
        answer = content(language, each.answer) - asked - (own & others)
        if not there.has_any_form(run[mine]) or there.has_any_form(run[theirs]):
            continue
        opening = next((form for form in run[cut:] if content(language, (form,))), "")
        is_shared = may_have_been_done(opening, language)  # whose subject stands before the first
        before = content(language, run[:one]) if mine == other and is_shared else frozenset()
        idle = asked | pair | content(language, (opening,) if is_shared else ())
        if answer and answer <= others - own - pair - before and own - others - idle:
            return run[theirs], run[mine]
    return None


def turned_relative(case: Case) -> Iterator[Differs]:
    """Yield a "whom he had killed" of the passage that the item has as "who had killed him", or the other way round."""
    language = case.language
    kinds = [phrases_for(language, use) for use in _RELATIVES]
    said = [(text, forms(value)) for text, value, _ in case.said]
    for (text, run), own in product(said, (0, 1)):
        for mine, part in product(kinds[own].find(run), case.passage.stated.parts):
            deed = content(language, run[mine.end : mine.end + _REACH])
            there = [*kinds[1 - own].find(part)]
            alike = [e for e in there if deed & content(language, part[e.end : e.end + _REACH])]
            if alike and not any(True for _ in kinds[own].find(part)):
                shown = " ".join(part[alike[0].start : alike[0].end])
                yield Differs("order", f"the passage has “{shown}”, the other way round", text)
                return

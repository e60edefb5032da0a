"""Why, and to what it led: told the other way round."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Run
from studyguide.evidence.said.outcomes import outcomes
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.words import forms, words
from studyguide.source.section import SourceSection
from studyguide.syntax.differs import (
    Differs,
    Words,
    all_said,
    clauses,
    content,
    phrases_for,
    words_for,
)

_DEED = 2
"""Content words at least of a reason that stand in the sentence."""
_ASKING = 8
"""So many words of a question have its "why"."""
_TURNING = bits_of(["before_cause", "after_cause"])
_ASKING_EFFECT = bits_of(["asks-effect", "effect-of"])
_MEANS = bits_of(["means"])


class _Sides(NamedTuple):
    """What comes about, and from what: the stems that only that side has."""

    effect: frozenset[str]
    cause: frozenset[str]
    shown: str


def turned_cause(case: Case) -> Iterator[Differs]:
    """Yield what comes about told as that from which it does: B led to A, for "A led to B"."""
    item, language = case.item, case.language
    may_be_turned = _TURNING & case.lists and _TURNING & case.passage.lists
    told = [
        (text, sides)
        for text, value, _ in (case.said if may_be_turned else ())
        if text is not item.prompt or item.kind == "cloze"
        for sides in _sides(forms(value), _commas(value), language)
    ]
    asked = forms(item.prompt.value)
    if (
        item.kind == "question"
        and len(item.answers) == 1
        and _ASKING_EFFECT & case.lists
        and _asks_for_the_effect(case, asked)
    ):
        told.append((item.answers[0], _of(language, forms(item.answers[0].value), asked, "")))
    section = case.passage.section
    if case.passage.lists & _MEANS:
        yield from _by_what_it_does(case, asked)
    for text, mine in told:
        for sentence in case.passage.sentences:
            for theirs in _sides_in(section, sentence, language):
                if _is_turned(mine, theirs):
                    message = f"around `{theirs.shown}` the passage has it the other way round"
                    yield Differs("cause", message, text)
                    return
            run = section.forms[slice(*sentence)]
            if text is not item.prompt and not mine.shown and _comes_before(case, run, mine):
                yield Differs(
                    "cause", "the passage has this before what is asked, not after it", text
                )
                return


def _by_what_it_does(case: Case, asked: Words) -> Iterator[Differs]:
    """Yield a "why" that asks for what the passage has as the means: the roots, by rotting, open ways."""
    item, language = case.item, case.language
    if item.kind != "question" or not language.words.asking_why.stand_in(asked[:_ASKING]):
        return
    means, endings = words_for(language, "means"), tuple(words_for(language, "gerund"))
    for run in (case.passage.section.forms[slice(*each)] for each in case.passage.sentences):
        for at, (form, verb) in enumerate(pairwise(run)):
            if form not in means or not verb.endswith(endings):
                continue
            wanted = content(language, asked)
            given = content(language, forms(item.answers[0].value)) - wanted
            rest = content(language, (*run[:at], *run[at + 2 :]))
            asks = wanted & content(language, (verb,)) - rest
            asks |= {stem for stem in wanted if language.is_of_one_family(stem, verb)} - rest
            if asks and len(given & rest) >= _DEED:
                message = f"the passage has “{form} {verb}” as the way in which this comes about"
                yield Differs("cause", message, item.answers[0])
                return


def _is_turned(mine: _Sides, theirs: _Sides) -> bool:
    taken = mine.effect & theirs.cause and mine.cause & theirs.effect
    return bool(taken) and not (mine.effect & theirs.effect or mine.cause & theirs.cause)


def _asks_for_the_effect(case: Case, asked: Words) -> bool:
    """Whether a question asks to what something led: what did it cause, what was the result of it."""
    language = case.language
    helping = words_for(language, "helping")
    if language.words.asking_why.stand_in(asked):
        return False
    for found in phrases_for(language, "asks-effect").find(asked):
        if not helping or not helping.isdisjoint(asked[: found.start]):
            return True
    return phrases_for(language, "effect-of").stand_in(asked[:-1])


def _commas(value: str) -> list[int]:
    """Give the places of the words of a text behind a comma."""
    found = words(value)
    return [
        at
        for at in range(1, len(found))
        if not value[found[at - 1].end : found[at].start].isspace()
    ]


def _of(language: Language, effect: Words, cause: Words, shown: str) -> _Sides:
    one, other = content(language, effect), content(language, cause)
    return _Sides(one - other, other - one, shown)


@lru_cache(maxsize=256)  # neighbouring items stand in the same sentences
def _sides_in(section: SourceSection, sentence: Run, language: Language) -> tuple[_Sides, ...]:
    """Part a sentence of the text."""
    first, last = sentence
    commas = [at - first for at in marks_in(section, sentence)]
    return tuple(_sides(section.forms[first:last], commas, language))


def _sides(run: Words, commas: list[int], language: Language) -> Iterator[_Sides]:
    """Part a run at each word that gives a reason; of what opens it, the reason ends at its comma."""
    for found in language.words.before_cause.find(run):
        shown = " ".join(run[found.start : found.end])
        ends = [at for at in commas if at > found.end]
        begins = [at for at in commas if at <= found.start]
        if run[found.end : found.end + 1] and run[found.end] in language.words.relatives:
            yield _of(language, run[found.end :], run[: found.start], shown)  # as a result of which
            continue
        if found.start == 0 and ends:
            yield _of(language, run[ends[0] :], run[found.end : ends[0]], shown)
        elif found.start:
            end = ends[0] if ends else len(run)
            begin = begins[-2] if len(begins) > 1 and begins[-1] == found.start else 0
            yield _of(language, run[begin : found.start], run[found.end : end], shown)
    for found in outcomes(language, run, commas):
        if found.start and run[found.start - 1] not in language.words.articles:
            shown = " ".join(run[found.start : found.end])
            behind = run[found.end :]
            if behind[:1] and behind[0] in language.words.agents:
                continue
            yield _of(language, behind, run[: found.start], shown)


def _comes_before(case: Case, run: Words, mine: _Sides) -> bool:
    """Whether "they swell and tear" is asked for what comes of the tearing, and answered by the swelling."""
    language = case.language
    stems = language.stems(run)
    effect = [at for at, stem in enumerate(stems) if stem in mine.effect]
    cause = [at for at, stem in enumerate(stems) if stem in mine.cause]
    behind = [at for at in cause if effect and at > effect[-1]]
    if not behind or 2 * len(behind) < len(cause):
        return False
    between = run[effect[-1] : behind[0]]
    return not language.words.joining.isdisjoint(
        between
    ) and not language.words.before_cause.stand_in(between)


def only_accused(case: Case) -> Iterator[Differs]:
    """Yield what somebody is only accused of, told as a fact: the carelessness of the night shift."""
    language, item, lexicon = case.language, case.item, case.language.words
    accusing = phrases_for(language, "accused")
    paying = (accusing, lexicon.speaking, lexicon.speaker_before, lexicon.hedges)
    runs = [forms(value) for _, value, _ in case.said]
    is_who = runs[0][0] in lexicon.asking_who  # who had left it open: the guard that he blamed
    if item.kind != "question" or is_who or any(e.stand_in(run) for e in paying for run in runs):
        return
    said, asked = all_said(case), content(language, runs[0])
    for run in clauses(case, at_joints=False):
        found = next(accusing.find(run), None)
        if not found:
            continue
        for text in item.answers:
            told = content(language, forms(text.value)) - asked
            behind, before = (
                content(language, run[found.end :]),
                content(language, run[: found.start]),
            )
            if told and told <= behind and not before & said:
                message = (
                    f"the passage says `{run[found.start]}` of this, the item tells it as a fact"
                )
                yield Differs("attribution-lost", message, text, text.value)
                return

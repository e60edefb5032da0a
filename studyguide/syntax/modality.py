"""What must be, what should be, and what may be: the clause that the item tells of has another of them.

"Dogs may be led" is told as "dogs must be led", "must not" as "need not", what may last a century as what will.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.claims import asks_for_conditions
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.words import forms, words
from studyguide.syntax.differs import (
    Differs,
    Words,
    all_said,
    clauses,
    content,
    phrases_for,
    words_for,
)

_USES = ("must", "should", "may")
_SAYING = bits_of([*_USES, "need-not", "will"])
_TURNED = {
    "must": ("may", "should"),
    "should": ("may",),
    "may": ("must",),
    "will": ("may",),
    "banned": ("needless",),
    "needless": ("banned",),
}
"""For what the item says, what of the passage is something else; an honest "should" may stand for a "must"."""
_LEAST = 2
"""Content words that a clause must share with the item, if it has as many."""
_REACH = 4
"""So many words before a verb may have its "was"."""
_SHORTEST = 5
"""Letters of what may be a verb of the future by its ending."""


def other_modality(case: Case) -> Iterator[Differs]:
    """Yield a "must" of an item whose clause has a "may" in the passage, and all that is like it."""
    language = case.language
    if not case.lists & _SAYING and not words_for(language, "will ending"):
        return
    told = [(text, forms(value)) for text, value, _ in case.said]
    modals = [(text, each) for text, run in told for each in _modals(run, language)]
    uses = {use for _, (use, _) in modals}
    if not uses and (future := _future(case)):
        modals, uses = [future], {"will"}
    if len(uses) != 1 or asks_for_conditions(case):
        return
    text, (use, shown) = modals[0]
    said = all_said(case)
    verbs = frozenset[str]().union(*(_behind(run, shown, language) for _, run in told))
    if clause := _clause_told(case, said - _stems_of_modals(language), verbs):
        there = [*_modals(clause, language)]
        other = next((phrase for each, phrase in there if each in _TURNED.get(use, ())), "")
        if other and use not in {each for each, _ in there}:
            message = f"the passage says `{other}` there, the item `{shown}`"
            yield Differs("claim-added", message, text, shown)


def almost_done(case: Case) -> Iterator[Differs]:
    """Yield what the passage says "nearly" came about, told as done."""
    language, almost = case.language, words_for(case.language, "almost")
    said = all_said(case)
    if any(not almost.isdisjoint(forms(value)) for _, value, _ in case.said):
        return
    for part in case.passage.stated.parts:
        clitics = case.language.words.pronouns | words_for(language, "object")
        bare = [each for each in part if each not in clitics]  # faillit le ruiner
        for form, behind in pairwise(bare):
            if form not in almost or language.is_function_word(behind) or language.number(behind):
                continue
            stems = content(language, (behind,))
            if stems <= said and sum(language.stem(each) in stems for each in part) == 1:
                message = f"the passage says `{form} {behind}` there, the item nothing of the kind"
                yield Differs("hedge-lost", message, case.item.prompt)
                return


def will_told_as_done(case: Case) -> Iterator[Differs]:
    """Yield what the passage says "will be decided", told as what was."""
    language, will = case.language, words_for(case.language, "will")
    past = words_for(language, "past")
    told = [(text, forms(value)) for text, value, _ in case.said]
    if any(not will.isdisjoint(run) or language.words.plans.stand_in(run) for _, run in told):
        return
    stated = [*case.passage.stated.parts]
    for part in stated if past else ():
        for at in (at for at, form in enumerate(part) if form in will):
            verb = next(
                iter([f for f in part[at + 1 : at + 4] if not language.is_function_word(f)]), ""
            )
            stems = content(language, (verb,)) if verb else frozenset[str]()
            count = sum(language.stem(form) in stems for run in stated for form in run)
            for text, run in told if count == 1 else ():
                places = [place for place, form in enumerate(run) if language.stem(form) in stems]
                if any(not past.isdisjoint(run[max(0, p - _REACH) : p]) for p in places):
                    message = f"the passage says `{part[at]} … {verb}`, the item tells it as done"
                    yield Differs("plan-as-deed", message, text)
                    return


def _behind(run: Words, modal: str, language: Language) -> frozenset[str]:
    """Give what stands just behind the last word of a modal of the item."""
    last = modal.rsplit(maxsplit=1)[-1]
    return content(language, tuple(each for form, each in pairwise(run) if form == last))


def _clause_told(case: Case, said: frozenset[str], verbs: frozenset[str]) -> Words:
    """Give the clause of the passage that has most of what an item says; of several the one with what must be done."""
    language = case.language
    shared = [(len(content(language, run) & said), run) for run in clauses(case)]
    most = max((count for count, _ in shared), default=0)
    best = [run for count, run in shared if count == most]
    if len(best) > 1:
        best = [run for run in best if content(language, run) & verbs]
    run = best[0] if len(best) == 1 else ()
    own = content(language, run) - _stems_of_modals(language)
    return run if most >= min(_LEAST, len(own)) and most and 2 * most >= len(own) else ()


def _modals(run: Words, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each modal of a run, by what it says, and its words; what may only be so is as good as a must."""
    lexicon = language.words
    limits = lexicon.exclusives.stand_in(run) or not words_for(language, "erst").isdisjoint(run)
    denied = lexicon.negations.stand_in(run)
    for use in _USES[: 2 if limits else None]:
        for found in phrases_for(language, use).find(run):
            shown = " ".join(run[found.start : found.end])
            if shown == "may" and _is_month(run, found.start):
                continue
            if not denied:
                yield use, shown
            elif use == "may" or shown in words_for(language, "must not"):
                yield "banned", shown
            elif use == "must":
                yield "needless", shown
    for found in phrases_for(language, "need not").find(run):
        yield "needless", " ".join(run[found.start : found.end])


@cache
def _stems_of_modals(language: Language) -> frozenset[str]:
    phrases = words_for(language, *_USES)
    return frozenset(language.stem(form) for phrase in phrases for form in phrase.split())


def _is_month(run: Words, at: int) -> bool:
    beside = (*run[max(0, at - 1) : at], *run[at + 1 : at + 2])
    return any(
        each[0].isdecimal() or each in ("in", "of", "by", "since", "until") for each in beside
    )


def _future(case: Case) -> tuple[Text, tuple[str, str]] | None:
    """Find a verb of an item that says that something will be."""
    endings = tuple(words_for(case.language, "will ending"))
    will = words_for(case.language, "will")
    for text, value, _ in case.said:
        for word in words(value) if endings or will else ():
            is_small = value[word.start].islower()
            is_one = len(word.form) >= _SHORTEST and bool(endings) and word.form.endswith(endings)
            if is_small and (is_one or word.form in will):
                return text, ("will", word.form)
    return None

"""Qualifiers: what makes a statement smaller or larger is neither lost nor gained, in the question or beside the quotation."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.beside import (
    Before,
    Near,
    is_declared_as,
    is_said_otherwise,
    is_told,
    near_quotations,
    opening_of,
    part_told_as_whole,
    thoughts,
)
from studyguide.evidence.case import Case, is_accounted_for, is_declared
from studyguide.evidence.claims import (
    asks_for_conditions,
    forbids,
    instructs,
    is_beside_a_denial,
    is_denied,
    is_meant,
    is_turn_of_speech,
    without_weakened,
)
from studyguide.evidence.extent import Extent
from studyguide.evidence.reckoning.results import claims_no_more
from studyguide.evidence.said.bounds import most_claimed
from studyguide.evidence.said.other_clauses import stands_apart
from studyguide.finding import Finding
from studyguide.language.lexicon import bits_of
from studyguide.language.phrases import Found
from studyguide.language.words import displayed, forms, words


class _Loss(NamedTuple):
    """What must not get lost: lists, and those of which any word in the item makes up for it.

    What it is about are the content words within `reach` behind it, or `before` it; it is lost `if_told` of those, or only if not.
    """

    code: str
    lost: tuple[str, ...]
    made_up: tuple[str, ...]
    help: str
    reach: int = 2
    if_told: bool = True
    before: Before = "else"
    is_said_behind: bool = False

    def is_lost(self, said: Extent, near: Near, found: Found) -> bool:
        """Whether a phrase near the quotation is missed in what the item says."""
        near = near.up_to_semicolon(found, is_cut=self.if_told)
        return is_told(said, near, found, self.reach, self.before) is self.if_told


_LOSSES = (
    _Loss(
        "hedge-lost",
        ("hedges", "frequencies"),
        ("hedges", "frequencies", "options", "speaking"),
        "say it as carefully as the passage does, or accept it in a review",
    ),
    _Loss(
        "part-lost",
        ("parts",),
        ("parts", "exclusives"),
        "say that only a part is meant, or accept it in a review",
        reach=1,
        before="never",
    ),
    _Loss(
        "condition-lost",
        ("conditions", "exceptions"),
        ("conditions", "exclusives", "negations", "asking_conditions"),
        "name the condition too, in the question or in the answer, or accept it in a review",
        if_told=False,
        before="never",
        is_said_behind=True,
    ),
    _Loss(
        "plan-as-deed",
        ("plans",),
        ("plans", "negations", "options", "duties", "lost_denials", "asking_conditions"),
        "say that it was only meant to be, or accept it in a review",
        before="too",
    ),
)
_MAY_BE_LOST = [(each, bits_of(each.lost)) for each in _LOSSES]  # if the passage has a word of them


class _Gain(NamedTuple):
    """What an item must not add: a list, and those of which any word in the passage allows it.

    Some say less only `instead_of` a word of another list that the passage has.
    """

    gained: str
    allowed_by: tuple[str, ...]
    instead_of: str = ""


_GAINS = (
    _Gain("universals", ("universals", "negations")),
    _Gain("exclusives", ("exclusives", "exceptions", "negations")),
    _Gain("sole", ("sole", "exclusives")),
    _Gain("exactness", ("exactness",)),
    _Gain("duties", ("duties", "needs", "plans")),
    _Gain("choices", ("choices",)),
    _Gain("absolutes", ("absolutes",), "attenuated"),
    _Gain("permissions", ("permissions", "options", "choices", "negations"), "duties"),
)
_MAY_BE_GAINED = [(each, bits_of([each.gained])) for each in _GAINS]  # if the item has a word of it


def qualifiers_are_not_lost(case: Case) -> Iterator[Finding]:
    """Warn of a "perhaps", a "some of", an "unless", a "planned" that stands there and not here."""
    found = [*_lost(case)]
    yield from found
    if not any(each.code in ("hedge-lost", "plan-as-deed") for each in found):
        yield from _thoughts(case)
        yield from _opened(case)
    if not any(each.code == "part-lost" for each in found) and (part := part_told_as_whole(case)):
        yield _missed(case, case.item.evidence[part.quotation], _LOSSES[1], part.shown)


def _lost(case: Case) -> Iterator[Finding]:
    losses = [loss for loss, lists in _MAY_BE_LOST if lists & case.passage.lists]
    nearby = zip(near_quotations(case), case.item.evidence, strict=True)
    said, places = case.all_said, [*nearby] if losses else []
    for loss in losses:
        for near, quotation in places:
            if shown := _first(case, loss, near, said):
                paying = map(case.language.words.phrases, _paying(case, loss, near, shown))
                if not any(each.stand_in(run) for each in paying for run in said.parts):
                    yield _missed(case, quotation, loss, shown)
                break


def _thoughts(case: Case) -> Iterator[Finding]:
    """Warn of what the passage says "might" or "would" be, and the item says is or was."""
    for first, shown in thoughts(case):
        spans = zip(case.passage.spans, case.item.evidence, strict=True)
        quotation = next(text for span, text in spans if span[1] > first)
        yield _missed(case, quotation, _LOSSES[0], shown)
        return


def _missed(case: Case, quotation: Text, loss: _Loss, shown: str) -> Finding:
    message = f"the passage says `{shown}` there, the item nothing of the kind"
    return case.item.warning(quotation, loss.code, message, loss.help, shown)


def _paying(case: Case, loss: _Loss, near: Near, shown: str) -> Iterator[str]:
    """Yield what makes up for a loss: for a condition no "not" of its own, a "said" for "is said" only."""
    lexicon, quoted = case.language.words, near.run[near.first : near.last]
    idle = {
        *(["negations"] if lexicon.negations.stand_in(quoted) else []),
        *([] if lexicon.speaking.stand_in(forms(shown)) else ["speaking"]),
    }
    yield from (each for each in loss.made_up if each not in idle)


def claims_are_those_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn of an "all", an "only", a "must", a "largest" that the passage does not have."""
    lexicon, told = case.language.words, set[str]()
    for text, value, _ in case.said:
        found, run = words(value), forms(value)
        for gain, lists in _MAY_BE_GAINED:
            for each in lexicon.phrases(gain.gained).find(run) if lists & case.lists else ():
                phrase = run[each.start : each.end]
                is_idle = is_turn_of_speech(run, each, lexicon) or is_denied(case, run, each)
                is_idle |= claims_no_more(case, text, run, each)
                if is_idle or " ".join(phrase) in lexicon.comparisons:
                    continue
                if not (_is_allowed(case, gain) or is_declared(case, phrase)):
                    shown = value[found[each.start].start : found[each.end - 1].end]
                    yield from () if shown in told else (_gained(case, text, shown),)
                    told.add(shown)
                break
        yield from (_gained(case, text, value[a:b]) for *_, a, b in most_claimed(case, value))


def _is_allowed(case: Case, gain: _Gain) -> bool:
    """Whether the passage's sentences have a word that allows a claim."""
    lexicon = case.language.words
    stated = tuple(chain.from_iterable(case.passage.stated.parts))
    is_absolute = gain.gained == "absolutes" and not lexicon.nots.isdisjoint(stated)
    if is_absolute or ("negations" in gain.allowed_by and is_beside_a_denial(case)):
        return True
    if gain.gained == "duties" and (asks_for_conditions(case) or instructs(case) or forbids(case)):
        return True
    if gain.instead_of and not lexicon.phrases(gain.instead_of).stand_in(stated):
        return True
    strong = without_weakened(stated, lexicon)
    return any(
        lexicon.phrases(name).stand_in(strong) for name in gain.allowed_by if name != "negations"
    )


def _first(case: Case, loss: _Loss, near: Near, said: Extent) -> str:
    """Find the first phrase of a loss that says something of what the item tells; "" if none does."""
    lexicon = case.language.words
    for name in loss.lost:
        for found in lexicon.phrases(name).find(near.run):
            is_behind = loss.is_said_behind and found.start == near.last
            if near.is_quoted(found) or is_behind or found.start < near.first:
                holds = (
                    is_meant(case, near, found)
                    and not is_said_otherwise(near, found, said)
                    and not _is_declared_so(case, loss, near.run[found.start : found.end])
                )
                start, end = near.words[found.start].start, near.words[found.end - 1].end
                is_apart = loss.code == "plan-as-deed" and stands_apart(case, start)
                if holds and loss.is_lost(said, near, found) and not is_apart:
                    return displayed(case.source.text[start:end])
    return ""


def _is_declared_so(case: Case, loss: _Loss, phrase: tuple[str, ...]) -> bool:
    """Whether a declaration stands for a phrase: if for a plan, by a word that is no plain deed."""
    if loss.code != "plan-as-deed" or case.language.is_english:
        return is_accounted_for(case, phrase)
    return is_declared_as(case, phrase, (*loss.lost, *loss.made_up))


def _opened(case: Case) -> Iterator[Finding]:
    """Warn of a "perhaps", an "if" that opens the sentence, and governs the quoted clause behind it."""
    lexicon, said = case.language.words, case.all_said
    for loss in () if case.language.is_english else (_LOSSES[0], _LOSSES[2]):
        for span, quotation in zip(case.passage.spans, case.item.evidence, strict=True):
            opening = opening_of(case, span, lexicon.phrases(loss.lost[0]))
            if opening and not any(map(said.has_word, opening[1])):
                if any(
                    lexicon.phrases(e).stand_in(run) for e in loss.made_up for run in said.parts
                ):
                    break
                yield _missed(case, quotation, loss, opening[0])
                return


def _gained(case: Case, text: Text, shown: str) -> Finding:
    message = f"the passage does not say `{shown}`"
    return case.item.warning(
        text, "claim-added", message, "claim no more than the passage does", shown
    )

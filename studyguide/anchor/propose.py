"""Evidence for one item: several quotations are held against the rules, the best of them wins.

Best is what draws the fewest errors; of those, the sentence that says most of what the item says.
Warnings do not count, but for names and numbers that are not needed: to look for the quotation that
draws the fewest would hide the words beside it that speak against the item (`docs/decisions.md` has
the figures).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from studyguide.anchor.lacking import supplied
from studyguide.anchor.quoting import quotation
from studyguide.anchor.search import ranked
from studyguide.anchor.stretches import (
    in_a_row,
    shortest,
    standings,
    widened,
    with_what_qualifies,
)
from studyguide.anchor.wanted import Wanted, wanted
from studyguide.anchor.word_index import Index, Place
from studyguide.checking.budget import Shown
from studyguide.checking.examine import examine, of_itself
from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.passage import Passage
from studyguide.evidence.terms import Term, stands_in
from studyguide.finding import Finding

_SENTENCES, _STRETCHES, _MORE = 5, 3, 3
"""How many sentences are tried, stretches of each, and quotations besides the first."""

_LONGEST = 3_000
"""Characters of an item; a longer one is held against so many stretches that nobody would wait."""

_LACKING = ("question-name", "question-number")
"""What a second quotation is for, be it an error or a warning."""

_PARTS = re.compile(r"[;.!?。！？]\s+\S")
"""What parts an answer into sentences, or into what might be some."""

_FLOOR = 0.34
"""The least part of what an item tells that must stand in its quotation, rare words counting more."""

_MUCH = 5
"""Terms of an answer that may stand in several sentences."""

_LEAST_ASKED = 0.2
"""The least part of what an item asks that the sentence of a short answer has, rare words counting more."""

_PLENTY = 0.8
"""The part of what may be quoted from which on few words are better than many."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Evidence for an item: the item with it, the passage there, and what the rules say of both.

    `share` tells how much of what the item tells stands in the quoted words, from 0 to 1, `missing` how
    many of its names and numbers do not; `bare` are the entries of a list of which no word does; `is_too_much`
    whether it would show more of the source than may be quoted, with what others quote.
    """

    item: Item
    passage: Passage
    findings: tuple[Finding, ...]
    share: float
    missing: int = 0
    bare: tuple[str, ...] = ()
    is_too_much: bool = False

    @property
    def quotations(self) -> tuple[str, ...]:
        """The words that are proposed as evidence."""
        return tuple(text.value for text in self.item.evidence)

    @property
    def errors(self) -> int:
        """How many findings speak against it, whatever the item's own form is."""
        return sum(each.is_error for each in self.findings)

    def is_of_one(self, wanted: Wanted, rarity: Callable[[Term], float]) -> bool:
        """Whether one sentence says all that a short answer tells, and enough of what is asked.

        Of words from here and there anything can be put together, the very mistake that was found, too.
        """
        if len(wanted.told) >= _MUCH or self.item.is_list:
            return True
        is_split = self.item.kind not in ("question", "cloze")
        least, most, said = _LEAST_ASKED * sum(map(rarity, wanted.asked)), 0.0, -1.0
        for run in self.passage.sentences:
            extent = Extent(self.passage.language, (self.passage.section.forms[slice(*run)],))
            asked = sum(rarity(term) for term in wanted.asked if stands_in(term, extent))
            held = sum(stands_in(term, extent) for term in wanted.told)
            if held == len(wanted.told) or (held and is_split):
                said = max(said, asked)
            most = max(most, asked)
        return said >= max(least, most)

    @property
    def open(self) -> int:
        """How many findings another quotation may mend: errors, and names that the passage lacks.

        An answer of several sentences may stand in several, one of a single sentence seldom does.
        """
        is_in_parts = any(_PARTS.search(text.value) for text in self.item.answers)
        codes = (*_LACKING, "answer-unsupported") if is_in_parts else _LACKING
        return self.missing + sum(each.is_error or each.code in codes for each in self.findings)

    @property
    def is_supported(self) -> bool:
        """Whether the text supports the item, as far as the rules can tell."""
        return not self.errors and self.share >= _FLOOR and not self.is_too_much


class _Task(NamedTuple):
    item: Item
    deck: Deck
    places: Index
    wanted: Wanted
    shown: Shown


def propose(
    item: Item, deck: Deck, index: Index, shown: Shown, within: range | None = None
) -> Proposal | None:
    """Give the best evidence for an item in the sentences `within`, or anywhere; None if there is none.

    `shown` is what other items quote already: together they may show no more in a row than the deck
    allows, if that can be helped.
    """
    if sum(len(text.value) for text in (item.prompt, *item.answers)) > _LONGEST:
        return None
    task = _Task(item, deck, index, wanted(item, deck, index.source, index.language), shown)
    best: tuple[tuple[int, ...], Proposal] | None = None
    for rank, place in enumerate(ranked(index, task.wanted, within, _SENTENCES)):
        for nth, proposal in enumerate(_of_sentence(task, place)):
            too_much, cost = _cost(task, proposal)
            rivals = _rivals(task, proposal)
            key = (proposal.errors, proposal.open, too_much, rank, cost, rivals, nth)
            if best is None or key < best[0]:
                best = key, replace(proposal, is_too_much=too_much)
        if best and not any(best[0][:3]):
            break
    return best[1] if best else None


def _rivals(task: _Task, proposal: Proposal) -> int:
    """Tell whether a quotation has names or numbers that an answer in words has no use for.

    Where the answer is a name or a number itself, another one beside it is what has to be seen.
    """
    if all(term.sort != "word" for term in task.wanted.told):
        return 0
    return sum(each.code == "rival" for each in proposal.findings)


def _cost(task: _Task, proposal: Proposal) -> tuple[bool, int]:
    """Tell whether a proposal shows more than may be quoted, all items taken together.

    Then how many words more it shows: 0 as long as there is plenty left.
    """
    section = proposal.passage.section.number
    runs = [run for each in proposal.passage.quotations for run in each]
    run, share = task.deck.quotation.run, task.deck.quotation.share
    letters = task.places.language.letters_a_word
    is_too_long = run is not None and task.shown.longest_with(section, runs) > run * letters
    if share is None:
        return is_too_long, 0
    most, count = share * task.places.source.words, task.shown.count_with(section, runs)
    return is_too_long or count > most, count if count > _PLENTY * most else 0


def _of_sentence(task: _Task, place: Place) -> Iterator[Proposal]:
    """Yield proposals whose first quotation is from one sentence, and which have less and less errors."""
    for run in _stretches(task, place):
        words = quotation(place.section, run)
        proposal = _judged(task, place.section.number, (words,)) if words else None
        if proposal:
            yield proposal
        for _ in range(max(_MORE, len(task.item.answers))):
            proposal = _improved(task, proposal) if proposal and proposal.open else None
            if proposal:
                yield proposal


def _stretches(task: _Task, place: Place) -> Iterator[Run]:
    """Yield stretches of a sentence that hold what the item tells: first one with what it asks, too."""
    language, sentence = task.places.language, place.sentence
    told = in_a_row(place, task.wanted.runs, language)
    told = told or standings(place, task.wanted.told, language)
    asked = standings(place, task.wanted.asked, language)
    found = shortest(told or asked, asked if told else ())[:_STRETCHES]
    if found:
        first = widened(found[0], asked)
        whole = sentence.first, sentence.last
        qualified = with_what_qualifies(first, place, language)
        yield from dict.fromkeys((qualified, first, *found, whole))


def _judged(task: _Task, section: int, quotations: tuple[str, ...]) -> Proposal | None:
    """Hold an item with this evidence against the rules."""
    start, index = task.item.id.start, task.places
    evidence = tuple(Text(each, start) for each in quotations)
    item = task.item._replace(section=section, evidence=evidence)
    case, findings = examine(item, task.deck, index.source, index.language)
    if case is None:
        return None
    own = {*of_itself(item, index.language)}
    findings = tuple(each for each in findings if each not in own)
    return Proposal(item, case.passage, findings, *_share(task, case.passage), _bare(task, case))


def _bare(task: _Task, case: Case) -> tuple[str, ...]:
    """Give the entries of a list of which the quotations have no more than half."""
    entries, quoted = task.item.answers if task.item.is_list else (), case.passage.quoted
    return tuple(
        entry.value
        for entry, terms in zip(entries, task.wanted.answers, strict=False)
        if 2 * sum(stands_in(term, quoted) for term in terms) < len(terms)
    )


def _share(task: _Task, passage: Passage) -> tuple[float, int]:
    """Tell how much of what an item tells a passage quotes, rare words counting more; what it lacks."""
    rarity = task.places.rarity
    left = [term for term in task.wanted.told if not stands_in(term, passage.quoted)]
    total = sum(map(rarity, task.wanted.told))
    share = 1 - sum(map(rarity, left)) / total if total else 1.0
    return share, sum(term.sort != "word" for term in left)


def _improved(task: _Task, proposal: Proposal) -> Proposal | None:
    """Add the quotation that takes away an error, if there is one."""
    index, section = task.places, proposal.passage.section.number
    case = Case(proposal.item, task.deck, index.source, index.language, proposal.passage)
    for words in supplied(case, task.wanted, index):
        if words not in proposal.quotations:
            added = _judged(task, section, (*proposal.quotations, words))
            if added and (added.errors, added.open) < (proposal.errors, proposal.open):
                return added
    return None

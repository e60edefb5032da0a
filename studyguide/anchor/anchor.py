"""Evidence for the items of a deck, one after the other: what they quote together stays within limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from studyguide.anchor.declare import declarations
from studyguide.anchor.propose import Proposal, propose
from studyguide.anchor.word_index import Index
from studyguide.checking.budget import Shown
from studyguide.checking.examine import examine
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.passage import Passage


@dataclass(frozen=True, slots=True)
class Anchored:
    """What was found for an item: the best there is in its section, and what supports it elsewhere.

    `declared` are words of the item beside the words of the passage that they may stand for: a guess,
    for a curator to judge. `had` counts the errors that its own evidence draws, if it has any.
    """

    item: Item
    proposal: Proposal | None
    elsewhere: Proposal | None = None
    declared: tuple[tuple[str, str], ...] = ()
    had: int | None = None

    @property
    def is_found(self) -> bool:
        """Whether there is evidence to be written."""
        return self.proposal is not None and self.proposal.is_supported

    @property
    def is_better(self) -> bool:
        """Whether it is better than what the item has."""
        return self.is_found and bool(self.had)


def anchor(deck: Deck, index: Index, *, again: bool = False) -> Iterator[Anchored]:
    """Yield what is found for each item that lacks evidence; with `again` for all others, too."""
    shown = Shown()
    own: dict[str, int] = {}
    for item in deck.items:
        if item.evidence:
            case, findings = examine(item, deck, index.source, index.language)
            own[item.id.value] = sum(each.is_error for each in findings)
            _show(shown, [case.passage] if case else [])
    for item in deck.items:
        if item.lacks_evidence or (again and own.get(item.id.value)):
            found = anchored(item, deck, index, shown)
            if item.lacks_evidence:
                _show(shown, [found.proposal.passage] if found.proposal else [])
            yield replace(found, had=own.get(item.id.value))


def anchored(item: Item, deck: Deck, index: Index, shown: Shown) -> Anchored:
    """Look for evidence in the section of an item; where there is none, in the others."""
    proposal = propose(item, deck, index, shown, index.within(item.section))
    declared = tuple(declarations(proposal, deck, index)) if proposal else ()
    if proposal and proposal.is_supported:
        return Anchored(item, proposal, declared=declared)
    elsewhere = propose(item, deck, index, shown)
    if elsewhere and (not elsewhere.is_supported or elsewhere.item.section == item.section):
        elsewhere = None
    return Anchored(item, proposal, elsewhere, declared)


def _show(shown: Shown, passages: Iterable[Passage | None]) -> None:
    for passage in passages:
        if passage:
            runs = [run for quotation in passage.quotations for run in quotation]
            shown.add(passage.section.number, runs)

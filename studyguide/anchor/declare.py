"""Which word of a passage an item's own word may stand for: a guess, for a curator to judge."""

from collections.abc import Iterator

from studyguide.anchor.propose import Proposal
from studyguide.anchor.word_index import Index
from studyguide.deck.deck import Deck
from studyguide.evidence.backing import backing
from studyguide.evidence.case import Case, answer_texts
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.replaced import stands_instead

_MOST = 2
"""Words of one answer; if more have no counterpart, it says something else."""


def declarations(proposal: Proposal, deck: Deck, index: Index) -> Iterator[tuple[str, str]]:
    """Yield each word of the answers that the passage lacks, with the only word that it may stand for.

    That is the one word of the quoted span, between those that both have, which the item does not
    say. Names, numbers and opposites never stand for each other.
    """
    if not any(each.code == "answer-unsupported" for each in proposal.findings):
        return
    case = Case(proposal.item, deck, index.source, index.language, proposal.passage)
    for text in answer_texts(proposal.item):
        found = backing(case, text, text.value, proposal.passage.quoted)
        strange = [each for each in found if not each.by]
        if len(strange) > _MOST or len(strange) == len(found):
            return
        for each in strange:
            instead = stands_instead(case, each, found) if each.term.sort == "word" else None
            if instead and not _are_opposites(each.term.form, instead.shown, index.language):
                yield each.term.shown, instead.shown


def _are_opposites(form: str, shown: str, language: Language) -> bool:
    opposites = language.stems(language.opposites(form))
    return not {*language.stems(forms(shown))}.isdisjoint(opposites)

"""Which word of a passage an item's own word may stand for: a guess, for a curator to judge."""

from collections.abc import Iterator

from studyguide.anchor.index import Index
from studyguide.anchor.propose import Proposal
from studyguide.anchor.wanted import wanted
from studyguide.deck.deck import Deck
from studyguide.evidence.backing import Backing, backing, stands_in
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import Term, terms_of
from studyguide.language.language import Language

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
    said = wanted(proposal.item, deck, index.source, index.language).all
    for text in answer_texts(proposal.item):
        found = backing(case, text, text.value, proposal.passage.quoted)
        strange = [each for each in found if not each.by]
        if len(strange) > _MOST or len(strange) == len(found):
            return
        for each in strange:
            spare = {word.form: word for word in _between(each, found, proposal, index, said)}
            if each.term.sort == "word" and len(spare) == 1:
                yield each.term.shown, next(iter(spare))


def _between(
    strange: Backing,
    found: tuple[Backing, ...],
    proposal: Proposal,
    index: Index,
    said: tuple[Term, ...],
) -> Iterator[Term]:
    """Yield the words of the quoted spans, between the neighbours of a word, that nothing says."""
    language = index.language
    before = [each.term for each in found if each.by and each.term.place < strange.term.place]
    after = [each.term for each in found if each.by and each.term.place > strange.term.place]
    section = proposal.passage.section
    for first, last in proposal.passage.spans:
        words = section.forms[first:last]
        start = _place(words, before[-1], language) + 1 if before else 0
        end = _place(words, after[0], language) if after else len(words)
        shown = index.source.text[section.words[first].start : section.words[last - 1].end]
        for term in terms_of(shown, index.source, language):
            if (
                start <= term.place < end
                and term.sort == "word"
                and not _is_said(term, said, language)
            ):
                opposite = language.stem(strange.term.form) in map(
                    language.stem, language.opposites(term.form)
                )
                if not opposite:
                    yield term


def _place(words: tuple[str, ...], term: Term, language: Language) -> int:
    """Tell where a term stands among some words; -1 if it does not."""
    return next(
        (at for at, form in enumerate(words) if stands_in(term, Extent(language, ((form,),)))), -1
    )


def _is_said(term: Term, said: tuple[Term, ...], language: Language) -> bool:
    return any(language.stem(each.form) == language.stem(term.form) for each in said)

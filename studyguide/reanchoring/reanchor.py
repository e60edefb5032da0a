"""Another edition: where each quotation of a deck stands now. This only proposes; `rewrite` edits.

A quotation that is gone is looked for by its rare words, then by likeness, each of its runs for
itself within one sentence. Likeness finds a place and proves nothing: "35 years" is nearly "36
years". So new words are refused where a number, a name or a negation differs, where words have
changed places or have become other words. Spelling, word breaks and harmless additions may differ.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import places_of
from studyguide.language.language import Language
from studyguide.language.words import length_as_written, words
from studyguide.plurals import counted
from studyguide.reanchoring.differences import differences, sort_of
from studyguide.reanchoring.relocation import Edition, Placement, placements
from studyguide.rules.evidence import FEWEST_WORDS, MOST_WORDS
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

LEAST_LIKENESS = 80
"""Percent; what is less alike is shown, but never written."""

_MARGIN = 3  # percent by which a place must be better than any other of its section

_JOINT = re.compile(r"(\s*\[?(?:…|\.\.\.)\]?\s*)")
_OMISSION = re.compile(r"\[?(?:…|\.{3,})\]?")
_LINE_END = re.compile(r"(?<=[^\W\d_])([-‐])[^\S\n]*\n\s*(?=[^\W\d_])")
_FOOTNOTE = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?\"'”’)]))[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[(?:\d{1,3}|[a-z])\]"
)
_DAGGER = re.compile(r"(?<=\w)[*†‡]+(?!\w)")
_UNSEEN = ("Cc", "Cf", "Cn", "Cs")  # categories of characters that no one sees, or YAML refuses


@dataclass(frozen=True, slots=True)
class Proposal:
    """New words for one quotation, `old`, as they stand at `place` (`§1 ¶4`) of the new text.

    `likeness` is that of the run least alike, in percent. `refusal` says why the words must not be
    written, and is empty if they may. Where nothing like it was found, `words` and `place` are empty.
    """

    item: Item
    old: Text
    words: str
    place: str
    likeness: int
    refusal: str


def reanchor(deck: Deck, source: Source, language: Language) -> tuple[Proposal, ...]:
    """Propose new words for each quotation that does not stand exactly once in its section."""
    edition = Edition(source, language)
    return tuple(
        _proposal(item, quotation, edition)
        for item in deck.items
        for quotation in item.evidence
        if not _stands_once(quotation.value, source.sections.get(item.section))
    )


def _stands_once(quotation: str, section: SourceSection | None) -> bool:
    return section is not None and len([*islice(places_of(quotation, section), 2)]) == 1


def _proposal(item: Item, old: Text, edition: Edition) -> Proposal:
    """Propose the best place of the item's own section, or one elsewhere that is clearly better."""
    found = placements(old.value, item.section, edition)
    if not found:
        return Proposal(item, old, "", "", 0, "nothing like it stands in the text")
    own = [each for each in found if each.section == item.section]
    proposal = _judged(item, old, own or found, edition)
    is_better_elsewhere = own and found[0].mean - own[0].mean >= _MARGIN
    if proposal.refusal and is_better_elsewhere:
        return _judged(item, old, found, edition)
    return proposal


def _judged(item: Item, old: Text, found: Sequence[Placement], edition: Edition) -> Proposal:
    """Propose the first of some places, and say what speaks against it."""
    best, source = found[0], edition.source
    section = source.sections[best.section]
    pieces = [*_pieces(old.value, section, best.runs, source.text)]
    shown = " ".join("".join(new for _, new in pieces).split())
    refusals = chain(
        _elsewhere(item, best),
        chain.from_iterable(differences(before, after, edition) for before, after in pieces),
        _denied(best, section, edition.language),
        _unfit(found, shown, section),
    )
    place = f"§{best.section} {section.paragraph_of(best.runs[0][0]).label}"
    return Proposal(item, old, shown, place, int(best.least), next(refusals, ""))


def _elsewhere(item: Item, best: Placement) -> Iterator[str]:
    """Say so if the best place is in another section."""
    if best.section != item.section and best.least >= LEAST_LIKENESS:
        yield f"it stands in §{best.section} now: whether the item moves there is for you to say"


def _denied(best: Placement, section: SourceSection, language: Language) -> Iterator[str]:
    """Say so if the word before a run denies what the run says: that may be new."""
    at = section.sentence_of(best.runs[0][0]).first
    for first, last in best.runs:
        for word in section.words[max(at, first - 1) : first]:
            if sort_of(word.form, language) in ("negation", "prefix"):
                yield f"`{word.form}` stands just before it and may be new"
        at = last


def _unfit(found: Sequence[Placement], shown: str, section: SourceSection) -> Iterator[str]:
    """Say why the words of the best place will not do as a quotation."""
    best = found[0]
    if best.least < LEAST_LIKENESS:
        yield f"it is {int(best.least)} % alike, {LEAST_LIKENESS} are wanted"
    for other in found[1:]:
        if other.section == best.section and best.mean - other.mean < _MARGIN:
            label = section.paragraph_of(other.runs[0][0]).label
            yield f"another place is as good: §{other.section} {label}"
    count = length_as_written(shown)
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        yield f"it would quote {counted(count, 'word')}, not {FEWEST_WORDS} to {MOST_WORDS}"
    places = [*islice(places_of(shown, section), 2)]
    if len(places) != 1 or places[0][0][0] != best.runs[0][0]:
        yield "its words do not stand exactly once in the section"


def _pieces(
    quotation: str, section: SourceSection, runs: Sequence[Run], text: str
) -> Iterator[tuple[str, str]]:
    """Yield the parts of a quotation, each `…` included, beside what is to stand there now."""
    following = iter(runs)
    for piece in _JOINT.split(quotation):
        found = words(piece)
        if not found:
            yield piece, piece
            continue
        run = next(following)
        first, last = section.words[run[0]].start, section.words[run[1] - 1].end
        before, after = piece[: found[0].start].strip(), piece[found[-1].end :].strip()
        before = before if text.endswith(before, 0, first) else ""
        after = after if text.startswith(after, last) else ""
        yield piece, before + _clean(text[first:last]) + after


def _clean(text: str) -> str:
    """Give a stretch of the source as it is quoted: on one line, `…` for each footnote mark."""
    text = _LINE_END.sub(r"\1", _DAGGER.sub("", text))
    text = _FOOTNOTE.sub(" … ", _OMISSION.sub(" ", text))
    shown = (each for each in text if each.isspace() or unicodedata.category(each) not in _UNSEEN)
    return " ".join("".join(shown).split())

"""Which blanks of a sentence are open in a test: none that the text would fill otherwise while others are open, too.

A card opens those of one number and shows the rest. A test opens all at once, and then `at … in …` holds of every
place that the text has, `in a week of … the pond holds … water` of either tide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from studyguide.anchor.word_index import Index
from studyguide.class_test.sorts import PLACED
from studyguide.deck.cloze import Deletion, Piece
from studyguide.evidence.terms import Term, terms_of
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.words import forms

_ALIKE: Final = 0.5
"""Another sentence that has so much of what is left standing, by weight, may be meant as well."""


def opened(entry: Entry, language: Language, index: Index | None) -> Entry:
    """Give a sentence with those blanks shut, the last first, that are sure only beside what others hide.

    One number stays open: beside all others its card was held against the text. Without a text (`index`) less is known.
    """
    open_ = [*dict.fromkeys(each.number for each in entry.deletions)]
    if len(open_) < 2:
        return entry
    for number in (*_placed(entry), *_opposed(entry, language)):
        if len(open_) > 1 and number in open_:
            open_.remove(number)
    if index and len(open_) > 1 and _may_mean_another(entry, open_, index) >= _ALIKE:
        open_ = [min(open_, key=lambda number: _may_mean_another(entry, [number], index))]
    return _shut(entry, open_)


def _placed(entry: Entry) -> Iterator[int]:
    """Yield numbers of places around others that are hidden, too: at … in …."""
    for place, between, around in zip(
        entry.pieces, entry.pieces[1:], entry.pieces[2:], strict=False
    ):
        if (
            isinstance(place, Deletion)
            and isinstance(around, Deletion)
            and isinstance(between, str)
        ):
            words = forms(between)
            are_names = place.text[:1].isupper() and around.text[:1].isupper()
            if are_names and len(words) in (1, 2) and words[0] in PLACED:
                yield around.number


def _opposed(entry: Entry, language: Language) -> Iterator[int]:
    """Yield numbers of words that have an opposite, the last first: it fits, if others are turned round as well."""
    for number, run in groupby(reversed(entry.deletions), key=lambda each: each.number):
        texts = [forms(each.text) for each in run]
        if len(texts) == 1 and len(texts[0]) == 1 and language.opposites(texts[0][0]):
            yield number


def _may_mean_another(entry: Entry, open_: Sequence[int], index: Index) -> float:
    """Tell how much of what is left standing a sentence has, by weight, that has no answer, but a word beside a blank."""
    source, language = index.source, index.language
    hidden = [each.text for each in entry.deletions if each.number in open_]
    answers = [terms_of(text, source, language) for text in hidden]
    parts = [terms_of(each, source, language) for each in _standing(entry.pieces, open_)]
    weights = {
        each: index.rarity(each) for part in parts for each in part if index.sentences_with(each)
    }
    total = sum(weights.values())
    beside = [part[at] for part in parts if part for at in (0, -1)]
    sentences = {at for term in beside for at in index.sentences_with(term)}
    return max(
        (
            sum(weight for term, weight in weights.items() if index.stands_in(term, at)) / total
            for at in sentences
            if not any(_has(answer, at, index) for answer in answers)
        ),
        default=0,
    )


def _has(answer: Sequence[Term], at: int, index: Index) -> bool:
    return all(index.stands_in(term, at) for term in answer)


def _standing(pieces: Sequence[Piece], open_: Sequence[int]) -> list[str]:
    """Give what stands before, between and behind blanks that are open."""
    texts = (
        each if isinstance(each, str) else "\0" if each.number in open_ else each.text
        for each in pieces
    )
    return "".join(texts).split("\0")


def _shut(entry: Entry, open_: Sequence[int]) -> Entry:
    """Let the other blanks stand filled."""
    if len(open_) == len({each.number for each in entry.deletions}):
        return entry
    filled = [
        each if isinstance(each, str) or each.number in open_ else each.text
        for each in entry.pieces
    ]
    pieces = list[Piece]()
    for each in filled:
        if isinstance(each, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += each
        else:
            pieces.append(each)
    answers = tuple(each.text for each in entry.deletions if each.number in open_)
    return replace(entry, pieces=tuple(pieces), answers=answers)

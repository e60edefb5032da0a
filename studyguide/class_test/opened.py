"""Which blanks of a sentence are open in a test: none that the text would fill otherwise while others are open, too.

A card opens those of one number and shows the rest. A test opens all at once, and then `at … in …` holds of every
place that the text has, `in a week of … the pond holds … water` of either tide.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from studyguide.anchor.word_index import Index
from studyguide.deck.cloze import Deletion, Piece
from studyguide.evidence.terms import Term, names_in, terms_of
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.words import forms

_ALIKE: Final = 0.5
"""Another sentence that has so much of what is left standing, by weight, may be meant as well."""

_BARE: Final = ({"name"}, {"number"})


def opened(entry: Entry, language: Language, index: Index | None) -> Entry:
    """Give a sentence with those blanks shut, the last first, that are sure only beside what others hide.

    One number stays open: beside all others its card was held against the text. Without a text (`index`) less is known.
    """
    open_ = [*dict.fromkeys(each.number for each in entry.deletions)]
    if len(open_) < 2:
        return entry
    placed = [*_placed(entry, language)]
    paired = [*_paired(entry, index)] if index and not placed else []
    for number in (*placed, *paired, *_opposed(entry, language)):
        if len(open_) > 1 and number in open_:
            open_.remove(number)
    if index and len(open_) > 1 and _may_mean_another(entry, open_, index) >= _ALIKE:
        open_ = [min(open_, key=lambda number: _may_mean_another(entry, [number], index))]
    return _shut(entry, open_)


def _placed(entry: Entry, language: Language) -> Iterator[int]:
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
            if are_names and len(words) in (1, 2) and words[0] in language.words.placing:
                yield around.number


def _paired(entry: Entry, index: Index) -> Iterator[int]:
    """Yield numbers of all names and figures but the first, where their sentence has as many others: one's year, another's."""
    source, language = index.source, index.language
    told = [(each.number, terms_of(each.text, source, language)) for each in entry.deletions]
    bare = [(number, terms[0]) for number, terms in told if {it.sort for it in terms} in _BARE]
    terms = [term for _, term in bare]
    shown = {*forms(entry.prompt)}
    for at in index.sentences_with(terms[0]) if len(terms) > 1 else ():
        place = index.place(at)
        if place and _has(terms, at, index):
            run = (place.sentence.first, place.sentence.last)
            names = names_in(place.section, run, source, language)
            others = Counter(each.sort for each in names if each.form not in shown)
            if all(others[sort] >= n for sort, n in Counter(it.sort for it in terms).items()):
                yield from (number for number, _ in bare[:0:-1])


def _opposed(entry: Entry, language: Language) -> Iterator[int]:
    """Yield numbers of words that have an opposite, the last first: it fits, if others are turned round as well."""
    for number in dict.fromkeys(each.number for each in reversed(entry.deletions)):
        texts = [forms(each.text) for each in entry.deletions if each.number == number]
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

"""Shared: without lists of a language's words, an answer shares at least some with its quotation."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from studyguide.evidence.backing import Backing, backing, error_at
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.extent import Extent
from studyguide.finding import Finding
from studyguide.language.scripts import is_unparted
from studyguide.patterns import lazy

_COMMON = 100
"""A word that is more than one in so many of the text only holds others together."""
_FEW = 4
_PAIR = 2
"""Letters, where one is Chinese."""
_HIRAGANA = lazy(r"[ぁ-ゖー]+")
_HAN = r"[々㐀-鿿豈-﫿\U00020000-\U0003ffff]"  # so many that few decks should pay for its making


class _Piece(NamedTuple):
    """What is asked of an answer: a word, or letters in a row where words are not parted."""

    at: Backing
    shown: str
    is_there: bool


def answer_shares_words_with_the_quotation(case: Case) -> Iterator[Finding]:
    """Report an answer of which no word stands in the quotation; warn where less than half do."""
    if case.language.has_lists:
        return
    for text in answer_texts(case.item):
        found = backing(case, text, text.value, case.passage.quoted)
        pieces = [*_words(case, found), *_letters(case, found)]
        missing = [piece for piece in pieces if not piece.is_there]
        if 2 * len(missing) > len(pieces):
            shown = ", ".join(f"`{each}`" for each in dict.fromkeys(_shown(missing)))
            message = f"of this answer the quoted words do not have {shown}"
            help = "use the source's words, or declare: wording: {mine: the source's word}"
            finding = error_at(case.item, missing[0].at, "answer-unsupported", message, help)
            is_wrong = len(missing) == len(pieces)
            yield finding if is_wrong else finding._replace(severity="warning")


def _shown(missing: list[_Piece]) -> list[str]:
    """List what is missing, letters that overlap as one."""
    shown: list[str] = []
    last = end = -2
    for piece in missing:
        place = piece.at.term.place
        if place == last + 1 and is_unparted(piece.shown):
            shown[-1] += piece.shown[max(0, end - place) :]
        else:
            shown.append(piece.shown)
        last, end = place, max(end, place + len(piece.shown))
    return shown


def _words(case: Case, found: tuple[Backing, ...]) -> Iterator[_Piece]:
    """Yield the words that say something: not those that the text is full of, nor the shortest."""
    said = [each for each in found if not is_unparted(each.term.form)]
    content = [each for each in said if each.term.sort != "word" or not _is_common(each, case)]
    for each in content or said:
        if each.term.sort == "word" or each.by:  # of names and numbers another rule tells
            yield _Piece(each, each.term.shown, bool(each.by))


def _is_common(each: Backing, case: Case) -> bool:
    if len(each.term.form) < _FEW:
        return True
    places = (section.places.get(each.term.form, ()) for section in case.source.sections.values())
    return sum(map(len, places)) > max(_FEW, case.source.words // _COMMON)


def _letters(case: Case, found: tuple[Backing, ...]) -> Iterator[_Piece]:
    """Yield two letters in a row where one is Chinese, else three; particles say nothing."""
    pieces = [*_grams(case, found)]
    said = [piece for piece in pieces if not _HIRAGANA.fullmatch(piece.shown)]
    yield from said or pieces


def _grams(case: Case, found: tuple[Backing, ...]) -> Iterator[_Piece]:
    for run in _runs(found):
        forms = tuple(each.term.form for each in run)
        for at, each in enumerate(run):
            size = 2 if any(re.match(_HAN, form) for form in forms[at : at + 2]) else 3
            if at + size > len(run) and at:
                continue
            gram = forms[at : at + size]
            is_there = each.by in ("wording", "alias") or case.passage.quoted.has_run(gram)
            is_there = is_there or (size == _PAIR and _is_inflected(gram, case.passage.quoted))
            yield _Piece(each, "".join(gram), is_there)


def _is_inflected(gram: tuple[str, ...], extent: Extent) -> bool:
    """Whether a Chinese letter of a word stands there with another ending: 低く, 低い."""
    first, ending = gram[0], gram[-1]
    return bool(re.match(_HAN, first) and _HIRAGANA.fullmatch(ending)) and any(
        one == first and _HIRAGANA.fullmatch(other)
        for part in extent.parts
        for one, other in pairwise(part)
    )


def _runs(found: tuple[Backing, ...]) -> Iterator[list[Backing]]:
    """Yield letters that follow each other."""
    run: list[Backing] = []
    for each in found:
        if run and (not is_unparted(each.term.form) or each.term.place != run[-1].term.place + 1):
            yield run
            run = []
        if is_unparted(each.term.form):
            run.append(each)
    if run:
        yield run

"""Order: names and numbers come as they come in the passage, and nothing is cut off its end."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studyguide.deck.cloze import Deletion
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.passage import Passage
from studyguide.evidence.terms import Term
from studyguide.finding import Finding
from studyguide.language.names import name_key
from studyguide.language.words import Word, forms

_NEAR = 40
"""So many characters before a name tell whether it is a place, a time, or whose word it is."""
_AT_A_PLACE = re.compile(
    r"\b(?:(?:in|on|at|near|since|until|from)\s+(?:the\s+)?|according\s+to\s+(?:[\w-]+\s+){0,3})$",
    re.IGNORECASE,
)
"""Where and when something was, and who says so, may stand anywhere in a sentence."""


def names_come_in_the_order_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn where two names or numbers of one text have changed places: roles may have, too."""
    for text, value, terms in case.said:
        places = [
            (term.shown, place)
            for term in terms
            if term.sort != "word"
            and not _AT_A_PLACE.search(value[max(0, term.offset - _NEAR) : term.offset])
            and (place := _only_place(term, case)) is not None
        ]
        yield from _out_of_order(case.item, text, places)


def deletions_come_in_the_order_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn where two hidden parts of a cloze sentence have changed places."""
    places = [
        (piece.text, place)
        for piece in case.item.pieces
        if isinstance(piece, Deletion)
        and (place := _only_run(case.passage, piece.text)) is not None
    ]
    yield from _out_of_order(case.item, case.item.prompt, places)


def _out_of_order(item: Item, text: Text, places: list[tuple[str, int]]) -> Iterator[Finding]:
    for (before, one), (after, other) in pairwise(places):
        if other < one:
            message = f"the passage has `{after}` before `{before}`"
            help = "say who does what as the passage does, or accept it in a review"
            yield item.warning(text, "order", message, help, before)
            return


def _only_run(passage: Passage, text: str) -> int | None:
    run = forms(text)
    found = [
        place
        for first, last in passage.sentences
        for place in passage.section.find(run, first, last)
    ]
    return found[0] if len(found) == 1 else None


def _only_place(term: Term, case: Case) -> int | None:
    """Find the one word of the passage's sentences that is this name or number."""
    stated = case.passage.stated
    words = stated.values if term.sort == "number" else stated.names
    key = term.form if term.sort == "number" else name_key(term.form)
    return words.index(key) if words.count(key) == 1 else None


def answer_does_not_break_off(case: Case) -> Iterator[Finding]:
    """Warn where the passage goes on with "and …" just after the last words of the answer."""
    ends = [(answer, _end_in(case.passage, answer.value)) for answer in case.item.answers]
    covered = {end for _, end in ends if end is not None}
    section = case.passage.section
    for answer, end in ends:
        if end is None or end + 1 >= len(section.words):
            continue
        following = section.words[end + 1].form
        within = section.sentence_of(end).last
        if following not in case.language.words.joining or end + 2 >= within:
            continue
        rest = section.words[end + 2 : min(end + 6, within)]
        if any(other > end for other in covered):
            continue
        yield _broken_off(case, answer, following, rest)


def _broken_off(case: Case, answer: Text, following: str, rest: Sequence[Word]) -> Finding:
    shown = " ".join((following, *(word.form for word in rest[:3])))
    message = f"the passage goes on: “… {shown} …”"
    help = "give the whole of it, ask for a part of it, or accept it in a review"
    return case.item.warning(answer, "answer-cut", message, help, answer.value.split()[-1])


def _end_in(passage: Passage, answer: str) -> int | None:
    """Find where the last three words of an answer, or all if it has fewer, end in the passage."""
    tail = forms(answer)[-3:]
    places = [
        place
        for first, last in passage.spans
        for place in passage.section.find(tail, first, None)
        if place <= last
    ]
    return places[0] + len(tail) - 1 if len(places) == 1 else None

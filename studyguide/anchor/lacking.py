"""What a passage lacks of an item, and the words nearby that would make up for it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from studyguide.anchor.quoting import quotation
from studyguide.anchor.stretches import Standing, shortest, standings
from studyguide.anchor.wanted import Wanted
from studyguide.anchor.word_index import Index, Place
from studyguide.deck.item import frame
from studyguide.deck.marked import quoted_in
from studyguide.evidence.backing import backing
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import runs_of
from studyguide.evidence.terms import Term, stands_in
from studyguide.language.words import forms, windows

_TRIED, _MOST_PLACES = 3, 200
_AWAY = 3
"""So many words may lie between a number and the word that it counts."""

_BEFORE = 2
"""So many sentences back may be the one that names whom a passage is about."""

_MUCH = 5
"""Terms of an answer that may go on in the next sentence."""

_TRIED_RUNS = 20
"""Runs of words that are looked for elsewhere: a person declares two or three words of an item."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What stands outside a passage: terms `told` by the item, or `named` by what it asks.

    Beside each of those named stand the terms that its number or name goes with. `runs` must stand
    there in a row: what a cloze hides, what is in quotation marks, what is declared.
    """

    told: tuple[Term, ...]
    named: tuple[tuple[Term, tuple[Term, ...]], ...]
    runs: tuple[tuple[str, ...], ...]


def lacking(case: Case, wanted: Wanted) -> Lacking:
    """Tell which terms of an item its passage lacks."""
    passage, item = case.passage, case.item
    told = tuple(term for term in wanted.told if not stands_in(term, passage.quoted))
    if item.kind not in ("question", "cloze"):
        return Lacking(told, (), tuple(_runs(case, wanted)))
    value = frame(item) if item.kind == "cloze" else item.prompt.value
    found = [*backing(case, item.prompt, value, passage.stated, of_names=True)]
    named = [each.term for each in found if not each.by]
    named = [
        each
        for each in named
        if not (each.sort == "name" and passage.introduced.has_name(each.form))
    ]
    places: dict[int, list[Term]] = {}
    for term in wanted.asked:
        places.setdefault(term.place, []).append(term)
    beside = tuple((each, tuple(_beside(each, places))) for each in named)
    return Lacking(told, beside, tuple(_runs(case, wanted)))


def _runs(case: Case, wanted: Wanted) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words that a passage should have, and has not."""
    passage, item = case.passage, case.item
    yield from (run for run in wanted.runs if not passage.quoted.has_run(run))
    in_quotes = (inner for text in item.texts() for inner, _ in quoted_in(text.value))
    runs = (run for inner in in_quotes for run in runs_of(inner))
    yield from (run for run in runs if not passage.stated.has_run(run, exactly=True))
    declared = (forms(meaning.value) for _, meaning in item.wording)
    yield from (run for run in declared if not passage.stated.has_run(run))


def _beside(term: Term, asked: Mapping[int, Sequence[Term]]) -> Iterator[Term]:
    """Yield what goes with a name or number: the name before or after, the word that is counted."""
    for place in (term.place - 1, term.place + 1):
        for other in asked.get(place, ()):
            if term.sort == "number" or other.sort == "name":
                yield other


def supplied(case: Case, wanted: Wanted, index: Index) -> Iterator[str]:
    """Yield quotations of sentences nearby, each with as much as possible of what a passage lacks."""
    found = lacking(case, wanted)
    section = case.passage.section
    home = index.within(section.number)
    at = home.start + section.sentences.index(section.sentence_of(case.passage.spans[0][0]))
    terms = [*(term for term, _ in found.named), *found.told]
    votes: Counter[int] = Counter()
    for term in terms:
        there = index.sentences_with(term)
        is_told = term in found.told
        votes.update(
            each
            for each in there
            if each in home
            and (
                case.item.is_list or _belongs(each, at, term.form, (wanted, index), is_told=is_told)
            )
        )
    for number in sorted(votes, key=lambda each: (-votes[each], *_away(each, at)))[:_TRIED]:
        if place := index.place(number):
            yield from _quoted(place, found, terms, index)
    for run in [*dict.fromkeys(found.runs)][:_TRIED_RUNS]:
        is_hidden = run in wanted.runs
        places = [
            each
            for each in _in_a_row(run, case)
            if not is_hidden
            or _belongs(
                home.start + section.sentences.index(section.sentence_of(each)),
                at,
                " ".join(run),
                (wanted, index),
                is_told=True,
            )
        ]
        if places:
            start = min(places, key=lambda each: _away(each, case.passage.spans[0][0]))
            yield quotation(section, (start, start + len(run)))


def _away(place: int, at: int) -> tuple[int, int]:
    """Tell how far a place is from another; who is spoken of was named before."""
    return abs(place - at) + 2 * (place > at), place


def _in_a_row(run: tuple[str, ...], case: Case) -> list[int]:
    """Find some words in a section, or their stems in one of the sentences of the paragraph."""
    section, language = case.passage.section, case.language
    if found := [*islice(section.find(run), _MOST_PLACES)]:
        return found
    stems = language.stems(run)
    return [
        start
        for part in case.passage.paragraphs
        for start, window in enumerate(
            windows(section.forms[part.first : part.last], len(run)), part.first
        )
        if language.stems(window) == stems
    ]


def _belongs(number: int, at: int, form: str, held: tuple[Wanted, Index], *, is_told: bool) -> bool:
    """Whether a sentence may give what is lacking: it tells of the same, else any stray word proves anything.

    What the item tells stands just beside the passage, in a sentence with another word of the item unless it
    tells much; a name that it only asks of may be told just before, whatever else is said there.
    """
    wanted, index = held
    away = at - number
    if not away or (not is_told and 0 < away <= _BEFORE):
        return True
    if is_told and (abs(away) > 1 or len(wanted.told) >= _MUCH):
        return abs(away) <= 1
    others = (term for term in wanted.all if term.sort == "word" and term.form not in form.split())
    return any(index.stands_in(term, number) for term in others)


def _quoted(place: Place, found: Lacking, terms: Sequence[Term], index: Index) -> Iterator[str]:
    there = standings(place, terms, index.language)
    standing = [each for each in there if _is_meant(each, place, found, index)]
    near = standings(
        place, [other for _, beside in found.named for other in beside], index.language
    )
    for run in shortest(standing, near)[:2]:
        words = quotation(place.section, _with_company(run, near))
        if words:
            yield words


def _is_meant(each: Standing, place: Place, found: Lacking, index: Index) -> bool:
    """Whether a name or number stands beside what it goes with in the question."""
    if each.which >= len(found.named):
        return True
    _, beside = found.named[each.which]
    company = standings(place, beside, index.language)
    return not beside or any(abs(other.first - each.first) <= _AWAY for other in company)


def _with_company(run: Run, near: Sequence[Standing]) -> Run:
    first, last = run
    for each in near:
        if first - _AWAY <= each.first and each.last <= last + _AWAY:
            first, last = min(first, each.first), max(last, each.last)
    return first, last

"""Where the terms of an item stand in one sentence, and the shortest stretches that hold them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyguide.anchor.word_index import Place
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import goes_on
from studyguide.evidence.terms import Term
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.numbers import numbers_in

_LONGEST_SENTENCE = 400
"""Words; nobody writes more without a full stop, and what a machine writes need not be quoted."""


_WIDEST = 28
"""Words that a stretch may hold so as to hold what is asked, too."""

_BEFORE, _PARTING = 8, ";:—–."
"""Words before a stretch that may qualify it, and the marks that part it from them."""


class Standing(NamedTuple):
    """One of the places where the `which`-th of some terms stands in a sentence."""

    first: int
    last: int
    which: int


def standings(place: Place, terms: Sequence[Term], language: Language) -> list[Standing]:
    """Tell where each of some terms stands in a sentence, in order; an equal word comes before another."""
    first, last = (
        place.sentence.first,
        min(place.sentence.last, place.sentence.first + _LONGEST_SENTENCE),
    )
    run = place.section.forms[first:last]
    stems = language.stems(run)
    numbers = [*numbers_in(run, language)]
    found: list[Standing] = []
    for which, term in enumerate(terms):
        if term.sort == "number":
            places = [at for number, at in numbers if number == term.form]
        elif term.sort == "name":
            places = [at for at, form in enumerate(run) if name_key(form) == name_key(term.form)]
        else:
            places = _words(language.stem(term.form), stems, language)
        found += [Standing(first + at, first + at + 1, which) for at in places]
    return sorted(found)


def _words(stem: str, stems: tuple[str, ...], language: Language) -> list[int]:
    found = [at for at, each in enumerate(stems) if each == stem]
    if found:
        return found
    return [
        at for at, each in enumerate(stems) if language.has_paraphrase(stem, frozenset((each,)))
    ]


def in_a_row(place: Place, runs: Sequence[tuple[str, ...]], language: Language) -> list[Standing]:
    """Tell where each of some runs of words stands in a sentence, word by word or by their stems."""
    first, last = (
        place.sentence.first,
        min(place.sentence.last, place.sentence.first + _LONGEST_SENTENCE),
    )
    forms = place.section.forms[first:last]
    stems = language.stems(forms)
    found: list[Standing] = []
    for which, run in enumerate(runs):
        for there, wanted in ((forms, run), (stems, language.stems(run))):
            size = len(wanted)
            places = [at for at in range(len(there) - size + 1) if there[at : at + size] == wanted]
            found += [Standing(first + at, first + at + size, which) for at in places]
            if places:
                break
    return sorted(found)


def shortest(standing: Sequence[Standing], near: Sequence[Standing]) -> list[Run]:
    """Give the stretches that hold each thing once, the shortest and nearest to `near` first."""
    things = {each.which for each in standing}
    found: dict[Run, tuple[int, int]] = {}
    for run in _covering(standing, len(things)):
        found[run] = (run[1] - run[0] + _distance(run, near), run[0])
    return sorted(found, key=lambda run: found[run])


def widened(run: Run, near: Sequence[Standing]) -> Run:
    """Give a stretch that goes on to what stands near, as far as that is not too far away."""
    first, last = run
    for each in sorted(near, key=lambda each: max(first - each.last, each.first - last, 0)):
        start, end = min(first, each.first), max(last, each.last)
        if end - start <= _WIDEST:
            run = start, end
            first, last = run
    return run


def with_what_qualifies(run: Run, place: Place, language: Language) -> Run:
    """Give a stretch with the "not" or "perhaps" a few words before it, or the "not" behind, if there is one.

    What speaks against an item must stand where the rules look: else the shortest stretch hides it.
    """
    section, first = place.section, run[0]
    start = max(place.sentence.first, first - _BEFORE)
    for at in range(first - 1, start - 1, -1):
        if {*section.text[section.words[at].end : section.words[at + 1].start]} & {*_PARTING}:
            start = at + 1
            break
    before, lists = section.forms[start:first], (language.words.negations, language.words.hedges)
    found = [each.start for phrases in lists for each in phrases.find(before)]
    end = _end_of_clause(run[1], place, language)
    denied = language.words.negations.find(section.forms[run[1] : end])
    last = max((run[1] + each.end for each in denied), default=run[1])
    return start + min(found, default=first - start), last


def _end_of_clause(last: int, place: Place, language: Language) -> int:
    """Give where a clause ends: at a mark, at what joins another deed, or at a relative, whose "nowhere" is its own."""
    end, lexicon = last, language.words
    opening = lexicon.joining | lexicon.relatives | lexicon.conjunctions
    while end < min(place.sentence.last, last + _BEFORE) and goes_on(place.section, end):
        if place.section.forms[end] in opening:
            break
        end += 1
    return end


def _covering(standing: Sequence[Standing], count: int) -> Iterator[Run]:
    """Yield the stretch from each place on that is the first to hold all of so many things."""
    for at, start in enumerate(standing):
        last: dict[int, int] = {}
        for each in standing[at:]:
            last.setdefault(each.which, each.last)
            if len(last) == count:
                yield start.first, max(last.values())
                break


def _distance(run: Run, near: Sequence[Standing]) -> int:
    """Count the words to the nearest thing of each sort that should stand near, half a word each."""
    best: dict[int, int] = {}
    for each in near:
        away = max(run[0] - each.last, each.first - run[1], 0)
        best[each.which] = min(best.get(each.which, away), away)
    return sum(best.values()) // 2

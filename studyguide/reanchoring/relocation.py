"""Where a quotation may stand in another edition of its text: by rare words, then by likeness."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate, chain, islice, repeat
from operator import mul
from typing import NamedTuple

from studyguide.evidence.extent import Run
from studyguide.evidence.passage import runs_of
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.paragraphs import Sentence
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_LEAST_SHOWN = 60
_CANDIDATES, _MOST_VOTES, _RARE, _WINDOWS, _WAYS, _SHIFT = 4, 10_000, 1000, 3, 100, 2


@dataclass(frozen=True)
class Edition:
    """The new text; its sentences in order, with their sections, and where each word form stands."""

    source: Source
    language: Language

    @cached_property
    def sentences(self) -> tuple[tuple[SourceSection, Sentence], ...]:
        """All sentences in order, each with its section."""
        sections = self.source.sections.values()
        return tuple((section, sentence) for section in sections for sentence in section.sentences)

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """For each word form the indices of its sentences, one for each time that it stands there."""
        places: dict[str, list[int]] = {}
        for index, (section, sentence) in enumerate(self.sentences):
            for word in section.words[sentence.first : sentence.last]:
                places.setdefault(word.form, []).append(index)
        return places

    def count(self, form: str) -> int:
        """Tell how often a word form stands in the text."""
        return len(self.places.get(form, ()))


class Placement(NamedTuple):
    """Where the runs of a quotation may stand; the `mean` and the `least` of their likeness."""

    mean: float
    least: float
    section: int
    runs: tuple[Run, ...]


def placements(quotation: str, own: int, edition: Edition) -> list[Placement]:
    """Find the places that are like a quotation, the best first, no two of them the same."""
    runs = runs_of(quotation)
    found = [
        placement
        for index in _candidates(forms(quotation), own, edition)
        for placement in _within(runs, *edition.sentences[index])
    ]
    found.sort(key=lambda each: (-each.mean, each.section != own, each[2:]))
    apart: list[Placement] = []
    for each in found:
        if all(_are_apart(each, other) for other in apart):
            apart.append(each)
    return apart


def _are_apart(one: Placement, other: Placement) -> bool:
    pairs = zip(one.runs, other.runs, strict=True)
    return one.section != other.section or any(a[1] <= b[0] or b[1] <= a[0] for a, b in pairs)


def _candidates(wanted: Sequence[str], own: int, edition: Edition) -> list[int]:
    """Choose the sentences that share most words with a quotation; rare words count for more."""
    votes: Counter[int] = Counter()
    left = _MOST_VOTES
    for form in sorted(set(wanted), key=lambda form: (edition.count(form), form)):
        places = edition.places.get(form, [])
        weight = 1 + _RARE // max(len(places), 1)
        votes.update(chain.from_iterable(repeat(places, weight)))
        left -= len(places)
        if left <= 0:
            break
    near = [index for index in votes if edition.sentences[index][0].number == own]
    best = (
        nsmallest(_CANDIDATES, each, key=lambda index: (-votes[index], index))
        for each in (near, votes)
    )
    return [*dict.fromkeys(chain.from_iterable(best))]


def _within(
    runs: tuple[tuple[str, ...], ...], section: SourceSection, sentence: Sentence
) -> Iterator[Placement]:
    """Yield where all runs may stand in one sentence, in order; a single one may leave it."""
    last = sentence.last
    if len(runs) == 1:
        last = min(last + len(runs[0]), section.paragraph_of(sentence.first).last)
    choices = []
    for run in runs:
        choices.append(_windows(run, section, sentence.first, last))
        if not choices[-1]:
            return
    weights = [sum(map(len, run)) for run in runs]
    for chosen in islice(_in_order(choices), _WAYS):
        scores = [score for score, _ in chosen]
        mean = sum(map(mul, scores, weights)) / sum(weights)
        yield Placement(mean, min(scores), section.number, tuple(run for _, run in chosen))


def _in_order(
    choices: Sequence[Sequence[tuple[float, Run]]], first: int = 0
) -> Iterator[tuple[tuple[float, Run], ...]]:
    """Yield each way to take one window of every run such that none overlaps the one before."""
    if not choices:
        yield ()
        return
    for window in choices[0]:
        if window[1][0] >= first:
            for others in _in_order(choices[1:], window[1][1]):
                yield (window, *others)


def _windows(
    run: tuple[str, ...], section: SourceSection, first: int, last: int
) -> list[tuple[float, Run]]:
    """Give the few stretches, from word `first` to before `last`, most like a run; none overlap."""
    from rapidfuzz import fuzz, process

    found = [word.form for word in section.words[first:last]]
    ends = [0, *accumulate(len(form) + 1 for form in found)]
    text, size = " ".join(found), len(run)
    spans = [
        (start, stop)
        for start in _starts(run, found)
        for stop in range(start + max(size - 2, 1), start + size + max(size // 2, 2) + 1)
        if stop <= len(found)
    ]
    shown = [text[ends[start] : ends[stop] - 1] for start, stop in spans]
    scored = process.extract(
        " ".join(run), shown, scorer=fuzz.ratio, score_cutoff=_LEAST_SHOWN, limit=None
    )
    kept: list[tuple[float, Run]] = []
    for _, score, index in scored:  # the best first, of equals the first one
        span = (first + spans[index][0], first + spans[index][1])
        if len(kept) < _WINDOWS and all(b <= span[0] or span[1] <= a for _, (a, b) in kept):
            kept.append((score, span))
    return kept


def _starts(run: tuple[str, ...], found: Sequence[str]) -> list[int]:
    """Tell where in a sentence a run may begin: near where a word of it says, or else anywhere."""
    starts = {
        place - index + shift
        for place, form in enumerate(found)
        for index, wanted in enumerate(run)
        if form == wanted
        for shift in range(-_SHIFT, _SHIFT + 1)
    }
    return sorted(starts & {*range(len(found))}) or [*range(len(found))]

"""The text of a source that is most like a faulty quotation: it only ever suggests."""

from collections import Counter
from itertools import islice

from studyguide.evidence.passage import runs_of
from studyguide.language.words import displayed, forms
from studyguide.source.paragraphs import Sentence
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_LEAST_LIKENESS = 60
_CANDIDATES = 12


def nearest(quotation: str, source: Source, section: SourceSection) -> str:
    """Give the words of a section most like `quotation`, with their place; "" if none are."""
    from rapidfuzz import fuzz

    wanted = forms(quotation)
    gap = len(runs_of(quotation)) > 1
    best = (0.0, 0, 0)
    for sentence in _candidates(wanted, section):
        for first, last in _windows(sentence, len(wanted), whole=gap):
            text = " ".join(word.form for word in section.words[first:last])
            scorer = fuzz.token_set_ratio if gap else fuzz.ratio
            best = max(best, (scorer(" ".join(wanted), text), -first, last))
    likeness, first, last = best[0], -best[1], best[2]
    if likeness < _LEAST_LIKENESS:
        return ""
    label = section.paragraph_of(first).label
    text = source.text[section.words[first].start : section.words[last - 1].end]
    shown = displayed(text)
    return f"“{_short(shown)}” (§{section.number} {label})"


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 14 else " ".join((*words[:7], "…", *words[-5:]))


def _candidates(wanted: tuple[str, ...], section: SourceSection) -> list[Sentence]:
    """Choose the sentences that share most words with a quotation, rare words counting more."""
    votes: Counter[Sentence] = Counter()
    for form in set(wanted):
        places = section.places.get(form, ())
        for place in islice(places, 1000):
            votes[section.sentence_of(place)] += 10_000 // len(places)
    ranked = sorted(votes, key=lambda sentence: (-votes[sentence], sentence.first))
    return ranked[:_CANDIDATES] or list(section.sentences[:200])


def _windows(sentence: Sentence, size: int, *, whole: bool) -> list[tuple[int, int]]:
    first, last = sentence.first, sentence.last
    if whole or last - first <= size:
        return [(first, last)]
    return [
        (start, min(start + length, last))
        for length in (size - 1, size, size + 1)
        if length > 0
        for start in range(first, max(last - length, first) + 1)
    ]

"""How the source is shaded for display: how deep a sentence is, and which stretches of it are marked."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from studyguide.coverage.coverage import CoveredSection, CoveredSentence
from studyguide.coverage.details import State
from studyguide.lock.lock import Place
from studyguide.source.paragraphs import Sentence
from studyguide.source.section import SourceSection

_DEEPEST = 4
"""Sentences with still more items are shaded no deeper; the colours are in `coverage.css`."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence that items quote or not, and that no item of the section asks about.

    `state` is that of the name, number or date it belongs to, if any; `anchor` is set where that
    begins.
    """

    text: str
    is_quoted: bool
    state: State | None
    anchor: str


class _Span(NamedTuple):
    """From where to where in the text something applies; a quotation has no state."""

    start: int
    end: int
    state: State | None
    anchor: str

    def within(self, sentence: Sentence) -> "_Span":
        """Give what of it lies in a sentence."""
        start, end = max(self.start, sentence.start), min(self.end, sentence.end)
        return self._replace(start=start, end=end)


def anchor_of(section: int, place: Place) -> str:
    """Name the place of a name, number or date, for links to lead to."""
    return f"s{section}-w{place.first}"


def shade_of(sentence: CoveredSentence) -> int:
    """Tell how deep a sentence is shaded, from 0: by the number of its items."""
    return min(len(sentence.items), _DEEPEST)


def stretches_of(
    covered: CoveredSection, section: SourceSection, text: str
) -> Mapping[int, tuple[Stretch, ...]]:
    """Cut up each sentence of a section; they are named by their first words."""
    spans: dict[int, list[_Span]] = {}
    for first, last, state, anchor in _marked(covered):
        span = _Span(section.words[first].start, section.words[last - 1].end, state, anchor)
        for sentence in dict.fromkeys(section.sentence_of(word) for word in range(first, last)):
            spans.setdefault(sentence.first, []).append(span)
    return {
        sentence.first: tuple(_cut(sentence, spans.get(sentence.first, []), text))
        for sentence in section.sentences
    }


def _marked(covered: CoveredSection) -> Iterator[tuple[int, int, State | None, str]]:
    for part in covered.paragraphs:
        yield from ((first, last, None, "") for first, last in part.quoted)
    for detail in covered.details:
        for place in detail.places if detail.state != "asked" else ():
            yield place.first, place.last, detail.state, anchor_of(covered.number, place)


def _cut(sentence: Sentence, spans: list[_Span], text: str) -> Iterator[Stretch]:
    """Cut where anything begins or ends; quotations may overlap, names and numbers do not."""
    within = [span.within(sentence) for span in spans]
    quotations: Counter[int] = Counter()  # how many more begin than end at an offset
    marked = {span.start: span for span in within if span.state}
    for span in (span for span in within if not span.state):
        quotations.update({span.start: 1})
        quotations.subtract({span.end: 1})
    edges = {sentence.start, sentence.end, *(edge for span in within for edge in span[:2])}
    depth, mark = 0, None
    for start, end in pairwise(sorted(edges)):
        depth += quotations[start]
        mark = marked.get(start, mark if mark and mark.end > start else None)
        yield Stretch(
            text[start:end],
            is_quoted=depth > 0,
            state=mark.state if mark else None,
            anchor=mark.anchor if mark and mark.start == start else "",
        )

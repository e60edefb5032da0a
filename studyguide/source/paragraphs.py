"""Paragraphs and entries of lists, each a few sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from studyguide.language.words import Word
from studyguide.patterns import lazy
from studyguide.source.readers.document import Block, Kind
from studyguide.source.sentences import sentences_in

_BULLET = lazy(r"[^\S\n]*[•‣◦▪·*–-][^\S\n]+")
_MARKS: dict[Kind, str] = {
    "text": "¶",
    "paragraph": "¶",
    "title": "¶",
    "heading": "¶",
    "entry": "•",
    "footnote": "†",
}
_LINE_BULLET = lazy(r"^[^\S\n]*[•‣◦▪·*–-][^\S\n]+", re.MULTILINE)


class Sentence(NamedTuple):
    """A sentence; `first` to `last` (exclusive) are its words, counted within the section."""

    first: int
    last: int
    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph, one entry of a list or a footnote; `label` is how it is cited: `¶4`, `•1`, `†1`."""

    label: str
    sentences: tuple[Sentence, ...]

    @property
    def first(self) -> int:
        """The paragraph's first word, counted within the section."""
        return self.sentences[0].first

    @property
    def last(self) -> int:
        """The word after the paragraph's last, counted within the section."""
        return self.sentences[-1].last


def paragraphs_in(
    text: str, blocks: tuple[Block, ...], words: tuple[Word, ...]
) -> Iterator[Paragraph]:
    """Yield all paragraphs and entries of lists of some blocks, `words` being all words there."""
    counts = dict.fromkeys(_MARKS.values(), 0)
    starts = [*map(itemgetter(1), words)]
    for mark, start, end in _units(text, blocks):
        sentences = tuple(
            Sentence(first, last, sentence_start, sentence_end)
            for sentence_start, sentence_end in sentences_in(text, start, end)
            if (first := bisect_left(starts, sentence_start))
            < (last := bisect_left(starts, sentence_end))
        )
        if sentences:
            counts[mark] += 1
            yield Paragraph(f"{mark}{counts[mark]}", sentences)


def _units(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield the mark, start and end of each paragraph and of each entry of a list."""
    for start, end, kind, _ in blocks:
        first = _BULLET.match(text, start, end) if kind == "text" else None
        if not first:
            yield _MARKS[kind], start, end
            continue
        others = _LINE_BULLET.finditer(text, first.end(), end)
        bullets = [match.span() for match in (first, *others)]
        ends = [bullet_start for bullet_start, _ in bullets[1:]]
        for (_, body), bullet_end in zip(bullets, [*ends, end], strict=True):
            yield "•", body, bullet_end

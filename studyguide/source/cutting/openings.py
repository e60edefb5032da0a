"""Where the opening words that a curator gives for sections stand in a document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from studyguide.language.words import forms, words
from studyguide.patterns import lazy
from studyguide.source.cutting import titles
from studyguide.source.cutting.labels import label_of
from studyguide.source.readers.document import Block


class Mark(NamedTuple):
    """A section opens with block `at`, after its number at `start`; after its heading at `body`."""

    at: int
    number: int
    body: int
    start: int
    heading: str = ""
    level: int = 0


class _Hit(NamedTuple):
    mark: Mark
    weight: int


_FIGURE = lazy(r"\s*\d{1,4}(?=\s)")
_FOUND, _IS_TITLE, _HAS_BODY = 100, 3, 6


def told(
    text: str, blocks: Sequence[Block], openings: Mapping[int, str]
) -> tuple[tuple[Mark, ...], tuple[int, ...]]:
    """Find all openings, as many as come in order; give the numbers of those that were not found.

    What stands there is better than what stands in a table of contents.
    """
    hits = [*_hits(text, blocks, openings)]
    known = {hit.mark.at for hit in hits}
    weighed = [_weighed(hit, hits, known, blocks) for hit in hits]
    best: list[tuple[int, tuple[Mark, ...]]] = []
    for hit in weighed:
        before = max(
            (
                chain
                for chain, other in zip(best, weighed, strict=False)
                if other.mark.number < hit.mark.number and other.mark.at < hit.mark.at
            ),
            default=(0, ()),
            key=lambda chain: chain[0],
        )
        best.append((before[0] + hit.weight, (*before[1], hit.mark)))
    found = max(best, default=(0, ()), key=lambda chain: chain[0])[1]
    numbers = {mark.number for mark in found}
    return found, tuple(number for number in sorted(openings) if number not in numbers)


def _weighed(hit: _Hit, hits: list[_Hit], known: set[int], blocks: Sequence[Block]) -> _Hit:
    index = hit.mark.at
    is_over_text = bool(hit.mark.heading) and hit.mark.body < blocks[index].end
    has_body = is_over_text or (index + 1 < len(blocks) and index + 1 not in known)
    alone = sum(other.mark.at == index for other in hits) == 1
    return hit._replace(weight=hit.weight + (_HAS_BODY if has_body and alone else 0))


def _hits(text: str, blocks: Sequence[Block], openings: Mapping[int, str]) -> Iterator[_Hit]:
    wanted = {number: forms(opening) for number, opening in openings.items()}
    longest = max(map(len, openings.values()), default=0) * 2 + titles.LONGEST_TITLE
    for index, block in enumerate(blocks):
        start, end = block.start, min(block.end, block.start + longest)
        label = label_of(text, start, end) or _FIGURE.match(text, start, end)
        after = label.end() if isinstance(label, re.Match) else label and label.end
        heads = [(at, words(text[at:end])) for at in (start, after) if at is not None]
        for number, run in wanted.items():
            for at, head in heads:
                if run and tuple(word.form for word in head[: len(run)]) == run:
                    end_of_run = at + head[len(run) - 1].end
                    mark = Mark(index, number, block.end, at + head[0].start)
                    yield _hit(text, block, mark, end_of_run)
                    break


def _hit(text: str, block: Block, mark: Mark, end_of_run: int) -> _Hit:
    """Tell what of a block is the section's heading, whose first words end at `end_of_run`."""
    shown = text[block.start : block.end].strip()
    is_title = block.kind != "entry" and titles.is_title(shown)
    is_all = not any(map(str.isalnum, text[end_of_run : block.end]))
    if block.kind == "heading" or is_all or (is_title and not shown.endswith(".")):
        heading = " ".join(text[mark.start : block.end].split())
        return _Hit(mark._replace(heading=heading, level=block.level), _FOUND + _IS_TITLE)
    rest, _, below = text[end_of_run : block.end].partition("\n")
    if below and not any(map(str.isalnum, rest)) and titles.stands_over(shown.split("\n")):
        heading = text[mark.start : end_of_run]
        return _Hit(mark._replace(heading=heading, body=end_of_run + len(rest)), _FOUND + _IS_TITLE)
    return _Hit(mark._replace(body=mark.start), _FOUND)

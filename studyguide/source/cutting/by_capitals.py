"""Sections of a plain text whose headings have neither number nor mark: they are set in capitals.

So in manual pages, and in many a text that was typed: NAME, DESCRIPTION.
"""

from collections.abc import Iterator, Sequence

from studyguide.source.cutting.heading_names import names_contents
from studyguide.source.cutting.openings import Mark
from studyguide.source.cutting.titles import is_title, stands_over
from studyguide.source.readers.document import Block

_LEAST, _LEAST_SHARE, _LONGEST_LINE = 3, 0.5, 60
"""Fewer headings, of less of the text, are no cut; a longer line is none."""


def capitals(text: str, blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Find the headings in capitals that open sections; none where they are few, or shout in the text."""
    found = [*_titles(text, blocks)]
    if len(found) < _LEAST:
        return ()
    following = [mark.at for mark in found[1:]] + [len(blocks)]
    sizes = [
        sum(block.end - block.start for block in blocks[mark.at : end])
        - (mark.body - blocks[mark.at].start)
        for mark, end in zip(found, following, strict=True)
    ]
    opened = [mark for mark, size in zip(found, sizes, strict=True) if size > 0]
    whole = sum(block.end - block.start for block in blocks)
    if len(opened) < _LEAST or sum(sizes) < _LEAST_SHARE * whole or len(found) > 2 * len(opened):
        return ()
    return tuple(mark._replace(number=number) for number, mark in enumerate(opened, 1))


def _titles(text: str, blocks: Sequence[Block]) -> Iterator[Mark]:
    for at, block in enumerate(blocks):
        if block.kind != "text":
            continue
        shown = text[block.start : block.end].strip("\n")
        start = text.index(shown[:1], block.start) if shown else block.start
        lines = shown.split("\n")
        title = lines[0].strip()
        is_alone = len(lines) == 1 or stands_over(lines)
        if is_alone and _is_in_capitals(title) and not lines[0][:1].isspace():
            yield Mark(at, 0, start + len(lines[0]), start, title)


def _is_in_capitals(title: str) -> bool:
    is_short = 1 < len(title) <= _LONGEST_LINE
    return is_short and title.isupper() and is_title(title) and not names_contents(title)

"""Sections of a text whose headings have neither number nor mark: they look like headings, in capitals or in bold.

So in manual pages, in many a text that was typed (NAME, DESCRIPTION), and in documents whose writers made a line bold.
"""

from collections.abc import Iterator, Sequence

from studyguide.patterns import lazy
from studyguide.source.cutting.heading_names import names_contents
from studyguide.source.cutting.openings import Mark
from studyguide.source.cutting.titles import is_title, stands_over
from studyguide.source.readers.document import Block

_STARRED = lazy(r"\s*(?:\*\*|__)([^*_\n]+)(?:\*\*|__):?[^\S\n]*(?:\n|$)")
_LEAST, _LEAST_SHARE, _LONGEST_LINE, _LEAST_NAMES = 3, 0.5, 60, 0.8
"""Fewer headings, of less of the text, are no cut; a longer line is none; and few say the same: Note, Note, Note."""


def like_headings(text: str, blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Find what opens sections by its looks, bold or else capitals; nothing where they are few, or shout in the text."""
    for titles in (_bold(text, blocks), _capitals(text, blocks)):
        if found := _believed([*titles], blocks):
            return found
    return ()


def _believed(found: list[Mark], blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Give those over text their numbers; none if they are not to be believed."""
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
    if len({mark.heading.casefold() for mark in opened}) < _LEAST_NAMES * len(opened):
        return ()
    return tuple(mark._replace(number=number) for number, mark in enumerate(opened, 1))


def _bold(text: str, blocks: Sequence[Block]) -> Iterator[Mark]:
    for at, block in enumerate(blocks):
        title, body = "", block.end
        if block.kind == "title":
            title = text[block.start : block.end]
        elif block.kind == "text" and (starred := _STARRED.match(text, block.start, block.end)):
            title, body = starred[1], starred.end()
        title = " ".join(title.split()).rstrip(" :")
        if len(title) > 1 and is_title(title) and not names_contents(title):
            yield Mark(at, 0, body, block.start, title)


def _capitals(text: str, blocks: Sequence[Block]) -> Iterator[Mark]:
    for at, block in enumerate(blocks):
        if block.kind not in ("text", "paragraph", "title"):
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

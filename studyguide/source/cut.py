"""How a text is cut into sections: at numbers, or at the words that a curator gives."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from studyguide.language.words import forms, words
from studyguide.source.sentences import SPACE

_BLANK_LINE = re.compile(r"\n(?:[^\S\n]*\n)+|\f")
_NUMBER = re.compile(r"[^\S\n]*(\d{1,4})(?:\.[^\S\n]+|\.?[^\S\n]*(?:\n|$))")


def blocks_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph: between blank lines, or each line if there are none."""
    breaks = [match.span() for match in _BLANK_LINE.finditer(text)]
    body = SPACE.match(text).end(), len(text.rstrip())  # type: ignore[union-attr]
    if not any(body[0] < start and end < body[1] for start, end in breaks):
        breaks = [match.span() for match in re.finditer("\n", text)]
    edges = [(0, 0), *breaks, (len(text), len(text))]
    for (_, start), (end, _) in pairwise(edges):
        if text[start:end].strip():
            yield start, end


def cut(
    text: str, blocks: list[tuple[int, int]], openings: Mapping[int, str]
) -> dict[int, list[tuple[int, int]]]:
    """Hand out paragraphs to sections; what precedes section 1 belongs to none."""
    sections: dict[int, list[tuple[int, int]]] = {}
    matches = [_NUMBER.match(text, start, end) for start, end in blocks]
    numbers = [int(match[1]) if match else 0 for match in matches]
    last = {number: index for index, number in enumerate(numbers)}
    listed = 0  # the last number of a list inside the section
    for index, (start, end) in enumerate(blocks):
        following, number, match = len(sections) + 1, numbers[index], matches[index]
        opened = None
        if following in openings:
            opened = _begins_with(text, start, end, openings[following])
        elif match and following > 1 and number != following and number in (1, listed + 1):
            listed = number
        elif match and number == following:
            # What could as well count on in a list leaves it to a later one to open the section.
            listed = number if listed and number == listed + 1 and last[number] > index else 0
            opened = None if listed else match.end()
        if opened is not None:
            sections[following], listed = [], 0
        body = start if opened is None else opened
        if sections and text[body:end].strip():
            sections[max(sections)].append((body, end))
    return sections or {1: blocks}


def _begins_with(text: str, start: int, end: int, opening: str) -> int | None:
    """Tell where in a paragraph the opening words begin: at once, or after a number."""
    wanted = forms(opening)
    found = words(text[start:end])
    for skipped in (0, 1):
        part = found[skipped : skipped + len(wanted)]
        is_number = not skipped or (found and found[0].form.isdecimal())
        if part and is_number and tuple(word.form for word in part) == wanted:
            return start + part[0].start
    return None

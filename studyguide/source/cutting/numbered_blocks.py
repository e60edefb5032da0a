"""A block that begins with a number: what of it is the heading of a section, and whether it only lists numbers."""

from typing import NamedTuple

from studyguide.patterns import lazy
from studyguide.source.cutting.labels import Label, label_of
from studyguide.source.cutting.titles import PARTING, is_title, stands_over
from studyguide.source.readers.document import Block

_LONGEST_LINE = 90
_TITLED = 2
"""Lines of a number and its title; with more there is text below."""

_NUMBERED = lazy(r"\s*[(（]?\d{1,3}[.)）]")


class Opening(NamedTuple):
    """A block that is numbered; its text begins at `body`, and `heading` is what stands before."""

    at: int
    label: Label
    body: int
    heading: str
    is_title: bool


def is_contents(text: str, block: Block, label: Label) -> bool:
    """Whether a block lists several numbers of one kind, a line each, or those below its own."""
    lines = [line.strip() for line in text[block.start : block.end].strip().split("\n")[1:4]]
    if any((other := label_of(line)) and other.style == label.style for line in lines[:2]):
        return True
    return sum(line.startswith(f"{label.number}.") for line in lines) > 1


def opening_of(text: str, index: int, block: Block, label: Label) -> Opening:
    """Tell what of a block is heading: its first line, or all of it if it is short, or nothing."""
    shown = text[block.start : block.end]
    start = block.start + len(shown) - len(shown.lstrip("\n"))
    lines = shown.strip("\n").split("\n")
    line_end = start + len(lines[0])
    whole, rest = (text[label.end : end].lstrip(PARTING).rstrip() for end in (block.end, line_end))
    if len(lines) <= 2 and (not whole or is_title(whole)):
        return Opening(index, label, block.end, " ".join(whole.split()), True)
    if not rest and len(lines) > _TITLED and is_title(lines[1]) and _is_over(lines[1:]):
        title_end = line_end + 1 + len(lines[1])
        return Opening(index, label, title_end, lines[1].strip(), True)
    if len(lines) > 1 and len(lines[0]) <= _LONGEST_LINE and (not rest or is_title(rest)):
        longest = max(map(len, lines[1:]))
        if label.style != "decimal" or not rest or len(lines[0]) < 0.6 * longest:
            return Opening(index, label, line_end, rest, bool(rest) or label.style != "decimal")
    return Opening(index, label, label.end, "", False)


def _is_over(lines: list[str]) -> bool:
    """Whether the first of some lines is a title of the others: shorter, or over a numbered paragraph, as in laws."""
    return stands_over(lines) or _NUMBERED.match(lines[1]) is not None

"""The headings of a source text, which no section has among its words: over each section, within it, and over all."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from studyguide.language.words import forms
from studyguide.source.readers.document import Block
from studyguide.source.section import SourceSection
from studyguide.source.source import Source


class Heading(NamedTuple):
    """A heading, and where in the text it begins; one that stands in no part of its own at -1.

    Its `words` are forms with a space before and behind each, to be searched for some in a row.
    """

    start: int
    words: str


def spaced(words: Iterable[str]) -> str:
    """Give words with a space before and behind each."""
    return f" {' '.join(words)} "


def headings_over(source: Source, section: SourceSection) -> tuple[Heading, ...]:
    """Give the title of the text, then the headings over a section and those within it, in order."""
    return (*_titles(source), *_of_sections(source)[section.number])


@lru_cache(maxsize=2)  # each text of an introduction or a discussion asks for them
def headings_of(source: Source) -> tuple[Heading, ...]:
    """Give all headings of a text."""
    sections = (_heading(each.heading) for each in source.sections.values())
    blocks = (_standing(source, each) for each in source.document.blocks if each.kind == "heading")
    return (*_titles(source), *sections, *blocks)


@lru_cache(maxsize=2)  # an item asks for those of its section
def _of_sections(source: Source) -> dict[int, tuple[Heading, ...]]:
    """Give by section what it is called, and what stands over it, behind the end of another, and within it."""
    sections = source.sections.values()
    section_at = {block.end: each.number for each in sections for block in each.blocks}
    found = {each.number: [_heading(each.heading)] for each in sections}
    waiting = list[Heading]()
    for block in source.document.blocks:
        if block.kind == "heading":
            waiting.append(_standing(source, block))
            continue
        if block.end in section_at:
            found[section_at[block.end]] += waiting
        waiting = []
    return {number: tuple(each) for number, each in found.items()}


@lru_cache(maxsize=2)
def _titles(source: Source) -> tuple[Heading, ...]:
    """Give what the whole text is called: what the document says, and a heading that is alone above all others."""
    found = [block for block in source.document.blocks if block.kind == "heading"]
    highest = min((block.level for block in found), default=0)
    above = [block for block in found if block.level == highest]
    is_title = len(above) == 1 and len(found) > 1
    told = (_standing(source, each) for each in above if is_title)
    return (_heading(source.document.title), *told)


def _standing(source: Source, block: Block) -> Heading:
    return _heading(source.text[block.start : block.end], block.start)


def _heading(text: str, start: int = -1) -> Heading:
    return Heading(start, spaced(forms(text)))

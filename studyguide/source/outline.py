"""How a source is cut, told: each section with its heading, words and first words."""

import json
from collections.abc import Iterator

from studyguide.language.guess import language_of
from studyguide.language.words import displayed
from studyguide.plurals import counted
from studyguide.source.readers.document import Block
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_FIRST = 8
_HEADING, _WIDTH = 44, 52


_LONG = 300
"""Words; a shorter text may well be one section."""

UNCUT = (
    "no headings or numbers were found that cut it, so it is one section: say below openings in deck.yaml where each "
    "begins, or give the text headings (in plain text a line of its own: 1. The Kiln)"
)


def is_uncut(source: Source) -> bool:
    """Whether a text that is not short is but one section, for want of anything that would cut it."""
    sections = [*source.sections.values()]
    return len(sections) == 1 and not sections[0].heading and len(sections[0].words) > _LONG


def as_json(source: Source) -> str:
    """Give the outline as one JSON object."""
    document = source.document
    told = {
        "document": {
            "title": document.title,
            "author": document.author,
            "language": document.language or language_of(source.text),
            "format": document.format,
            "pages": len(document.pages),
            "words": source.words,
        },
        "sections": [_record(section) for section in source.sections.values()],
        "outside": {"words": source.outside, "first": _outside(source)},
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _record(section: SourceSection) -> dict[str, object]:
    return {
        "number": section.number,
        "heading": section.heading,
        "words": len(section.words),
        "paragraphs": len(section.paragraphs),
        "first": first_words(section.text, section.blocks),
        "page": section.page_of(0) if section.words else "",
    }


def first_words(text: str, blocks: tuple[Block, ...], count: int = _FIRST) -> str:
    """Give the first words of some parts of a text."""
    start = blocks[0].start if blocks else 0
    end = blocks[0].end if blocks else 0
    return " ".join(displayed(text[start : min(end, start + 400)]).split(" ")[:count])


def _outside(source: Source) -> str:
    return first_words(source.text, source.cut.outside)


def as_text(source: Source) -> Iterator[str]:
    """Yield a line for each section, what belongs to none, and how to say it otherwise."""
    document, count = source.document, len(source.sections)
    title = f"{document.title}, " if document.title else ""
    pages = f", {counted(len(document.pages), 'page')}" if document.pages else ""
    size = f"{counted(source.words, 'word')} in {counted(count, 'section')}"
    yield f"{title}{document.format}{pages}: {size}"
    for section in source.sections.values():
        page = f"p. {section.page_of(0)}" if section.words and document.pages else ""
        heading = _short(section.heading or "(no heading)", _HEADING)
        first = _short(first_words(section.text, section.blocks), _WIDTH)
        yield f"{section.number:>4}  {heading:{_HEADING}}  {len(section.words):>7,} {'word ' if len(section.words) == 1 else 'words'}  {page:>7}  {first}"
    if source.outside:
        first = _short(_outside(source), _WIDTH)
        verb = "belongs" if source.outside == 1 else "belong"
        yield f"{counted(source.outside, 'word')} {verb} to no section, beginning: {first}"
    for number in source.cut.missing:
        yield f"section {number} is not found: nothing begins with “{source.openings[number]}”"
    if is_uncut(source):
        yield UNCUT
    yield (
        "to cut it otherwise give the first words of each section in deck.yaml: "
        "openings: {1: …, 2: …}"
    )


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"

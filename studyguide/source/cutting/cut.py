"""How a document is cut into sections: at its headings, else at numbers, or as a curator says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from studyguide.source.cutting.by_lesser_numbers import or_lesser
from studyguide.source.cutting.by_looks import like_headings
from studyguide.source.cutting.by_numbers import numbered
from studyguide.source.cutting.heading_names import titled_below
from studyguide.source.cutting.headings import Plan, by_headings, subtitles
from studyguide.source.cutting.labels import label_of
from studyguide.source.cutting.openings import Mark, told
from studyguide.source.readers.document import Block, Document


class Part(NamedTuple):
    """A section: its number, its heading if it has one, its parts without any heading."""

    number: int
    heading: str
    start: int
    blocks: tuple[Block, ...]


class Cut(NamedTuple):
    """All sections, what belongs to none, and the numbers of openings that were not found."""

    parts: tuple[Part, ...]
    outside: tuple[Block, ...]
    missing: tuple[int, ...] = ()


def cut(document: Document, openings: Mapping[int, str]) -> Cut:
    """Hand out the parts of a document to sections. A text without any number is one section."""
    text, blocks = document.text, document.blocks
    plan = by_headings(text, blocks, document.title)
    if len(plan.marks) < 2:
        marks = or_lesser(text, blocks, numbered(text, blocks, openings))
        plan = Plan(titled_below(text, blocks, marks)) if len(marks) > len(plan.marks) else plan
    if len(plan.marks) < 2 and len(marks := like_headings(text, blocks)) > 1:
        plan = Plan(marks)
    found, missing = told(text, blocks, openings) if openings else ((), ())
    plan = _merged(plan, found, openings, blocks) if openings else plan
    return _divided(document, plan, missing)


def _merged(
    plan: Plan, found: tuple[Mark, ...], openings: Mapping[int, str], blocks: Sequence[Block]
) -> Plan:
    """Let openings decide; sections that they do not name stay where they follow in order."""
    if not _fit(plan, found, openings):
        plan = plan._replace(marks=())  # a curator who counts otherwise leaves nothing of our count
    levels = {mark.level for mark in found}
    if found and plan.level and levels != {plan.level}:
        highest = max(levels)
        ends = frozenset(_ends(found, blocks, highest)) or {mark.at for mark in plan.marks}
        return Plan(found, frozenset(ends) | plan.ends, highest)
    marks = [*found]
    for mark in plan.marks:
        is_free = mark.number not in openings and all(mark.at != each.at for each in found)
        before = max((each.number for each in found if each.at < mark.at), default=-1)
        after = min((each.number for each in found if each.at > mark.at), default=10_000)
        if is_free and before < mark.number < after:
            marks.append(mark)
    ends = plan.ends | {mark.at for mark in plan.marks if plan.level}
    return Plan(tuple(sorted(marks)), ends, plan.level)


def _fit(plan: Plan, found: tuple[Mark, ...], openings: Mapping[int, str]) -> bool:
    """Whether openings count as the text does: each stands among the rest where its number belongs.

    One that stands elsewhere than the text's own number may correct that; several that do so never count alike.
    """
    own = {mark.number: mark.at for mark in plan.marks}
    others = [mark for mark in plan.marks if mark.number not in openings]
    both = [own[mark.number] == mark.at for mark in found if mark.number in own]
    is_another_count = both.count(False) > max(both.count(True), 1)
    return not is_another_count and all(
        (each.at < mark.at) == (each.number < mark.number) for each in others for mark in found
    )


def _ends(found: tuple[Mark, ...], blocks: Sequence[Block], highest: int) -> Iterator[int]:
    """Yield where each section ends: at the next heading that is not below that which opens it."""
    for mark in found:
        for index in range(mark.at + 1, len(blocks)):
            if 0 < blocks[index].level <= (mark.level or highest):
                yield index
                break


def _divided(document: Document, plan: Plan, missing: tuple[int, ...]) -> Cut:
    text, blocks = document.text, document.blocks
    if not plan.marks:
        start = blocks[0].start if blocks else 0
        plan = Plan((Mark(0, 1, start, start),), plan.ends)
    marks = {mark.at: mark for mark in plan.marks}
    hidden = subtitles(text, blocks, marks) | {*_numbers_above(text, blocks, plan.marks)}
    parts: list[tuple[Mark, list[Block]]] = []
    outside: list[Block] = []
    is_inside = False
    for index, block in enumerate(blocks):
        start = block.start
        if mark := marks.get(index):
            parts.append((mark, []))
            is_inside, start = True, mark.body
        elif index in plan.ends:
            is_inside = False
        is_of_heading = bool(parts) and block.end <= parts[-1][0].body
        is_read = block.kind != "heading" and index not in hidden and not is_of_heading
        body = block._replace(start=start)
        if is_read and text[start : block.end].strip():
            (parts[-1][1] if is_inside else outside).append(body)
    return Cut(tuple(_part(blocks, *each) for each in parts), tuple(outside), missing)


def _numbers_above(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[int]:
    """Yield where a part of a text is but the number of the section that opens below it."""
    for mark in marks:
        above = blocks[mark.at - 1] if mark.at else None
        if (
            above
            and above.kind in ("text", "title")
            and (label := label_of(text, above.start, above.end))
        ):
            is_all = not any(map(str.isalnum, text[label.end : above.end]))
            if is_all and label.number == mark.number:
                yield mark.at - 1


def _part(blocks: Sequence[Block], mark: Mark, found: list[Block]) -> Part:
    """Give a section; one that would be but a heading has that for its text."""
    block = blocks[mark.at]
    if not found and block.kind != "heading":
        return Part(mark.number, "", block.start, (block._replace(start=mark.start),))
    return Part(mark.number, mark.heading, block.start, tuple(found))

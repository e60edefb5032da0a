"""Sections of a document that has headings: which of them open one, and what number each bears."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from studyguide.patterns import lazy
from studyguide.source.cutting.heading_names import framed, names_contents
from studyguide.source.cutting.label_words import Style
from studyguide.source.cutting.labels import Label, label_of
from studyguide.source.cutting.openings import Mark
from studyguide.source.cutting.titles import PARTING, is_title
from studyguide.source.readers.document import Block

_LEAST_SHARE = 0.5
_NOTHING, _LITTLE = 200, 0.03
"""Characters below a title, at most, and of the whole."""
_LEAST_INTRODUCTION = 1000
"""Characters of sentences: less is the page of a title, lines without an end are a table of contents."""
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "।")
_LONGEST_SUBTITLE = 90
_FIGURES = lazy(r"\s*(?P<value>\d{1,3})\s+(?=[^\W\d_])")
_WIDEST_GAP = 60
"""Between the numbers of two sections; a wider one is a year."""


class Plan(NamedTuple):
    """Where sections open, and at which blocks one ends before the next opens.

    `level` is that of the headings that open them, 0 where it is numbers that do.
    """

    marks: tuple[Mark, ...]
    ends: frozenset[int] = frozenset()
    level: int = 0


class _Heading(NamedTuple):
    at: int
    level: int
    title: str
    label: Label | None
    size: int
    """Characters of text below it, up to the next heading that is not below it."""

    @property
    def number(self) -> int:
        """Its number, 0 for want of one."""
        return self.label.number if self.label else 0


def by_headings(text: str, blocks: Sequence[Block], title: str = "") -> Plan:
    """Choose the headings that open sections: the highest that divide the text; chapters, not parts.

    What says no more than the document's title, over next to nothing, is the page of it.
    """
    headings = [*_headings(text, blocks)]
    real = [each for each in headings if not names_contents(each.title)]
    whole = sum(block.end - block.start for block in blocks if block.kind != "heading")
    if not real or not whole:
        return Plan((), frozenset(each.at for each in headings))
    chosen = _chosen(real, whole)
    if not chosen:
        return Plan((), frozenset(each.at for each in headings if names_contents(each.title)))
    if _is_page_of(title, chosen):
        chosen = chosen[1:]
    of_rank, chosen = chosen, _numbered(chosen)
    level = max(each.level for each in chosen)
    ends = {each.at for each in headings if each.level <= level or names_contents(each.title)}
    marks, others = (
        [
            Mark(each.at, each.number, *2 * (blocks[each.at].end,), each.title, each.level)
            for each in those
        ]
        for those in (chosen, of_rank)
    )
    marks = [*framed(marks, others)]
    marks = [*_introduction(real, marks[0], text, blocks), *marks]
    return Plan(tuple(marks), frozenset(ends - {mark.at for mark in marks}), level)


def _is_page_of(title: str, chosen: list[_Heading]) -> bool:
    """Whether the first of several headings is that of a title page."""
    first, *others = chosen
    said, told = ("".join(filter(str.isalnum, each.casefold())) for each in (first.title, title))
    return len(others) > 1 and bool(told) and said == told and first.size < _NOTHING


def _introduction(
    headings: list[_Heading], first: Mark, text: str, blocks: Sequence[Block]
) -> Iterator[Mark]:
    """Make section 0 of the text before the first, under a heading of another rank, if it is long.

    What has their rank and no number among numbered ones is a preface or a licence, and left out.
    """
    before = [each for each in headings if each.at < first.at]
    ends = [*(each.at for each in before[1:]), first.at]
    for each, end in zip(before, ends, strict=False):
        below = [text[block.start : block.end].strip() for block in blocks[each.at + 1 : end]]
        size = sum(len(shown) for shown in below if shown.endswith(_SENTENCE_ENDS))
        is_prose = 2 * size > sum(map(len, below))
        if (
            is_prose
            and size >= _LEAST_INTRODUCTION
            and each.level != first.level
            and first.number > 0
        ):
            yield Mark(each.at, 0, *2 * (blocks[each.at].end,), each.title, each.level)
            return


def _headings(text: str, blocks: Sequence[Block]) -> Iterator[_Heading]:
    found = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    before = [0]
    for block in blocks:
        before.append(before[-1] + (0 if block.kind == "heading" else block.end - block.start))
    ends = _ends(blocks, found)
    for index in found:
        block = blocks[index]
        label = label_of(text, block.start, block.end) or _figures(text, block)
        shown = text[block.start : block.end]
        title = shown[label.end - block.start :].strip(" \t\n.:—–-") if label else ""
        yield _Heading(
            index,
            block.level,
            " ".join((title or shown).split()),
            label,
            before[ends[index]] - before[index],
        )


def _figures(text: str, block: Block) -> Label | None:
    """Tell the number of a heading that has no point after it: "4 Of loaves"."""
    match = _FIGURES.match(text, block.start, block.end)
    return Label("decimal", int(match["value"]), match.end()) if match else None


def _ends(blocks: Sequence[Block], found: list[int]) -> dict[int, int]:
    """Tell for each heading where what is below it ends."""
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    for index in found:
        while open_ones and blocks[open_ones[-1]].level >= blocks[index].level:
            ends[open_ones.pop()] = index
        open_ones.append(index)
    return ends | dict.fromkeys(open_ones, len(blocks))


def _chosen(headings: list[_Heading], whole: int) -> list[_Heading]:
    with_text = [each for each in headings if each.size]
    chapters = [each for each in with_text if each.label and each.label.style == "chapter"]
    counts = Counter(each.level for each in chapters)
    # A title that names the chapter, too, is none of several.
    level = min((level for level, count in counts.items() if count > 1), default=0)
    chapters = [each for each in chapters if each.level == level]
    if chapters and _share(chapters, whole) >= _LEAST_SHARE:
        return [each for each in with_text if each.level == level]
    levels = sorted({each.level for each in with_text})
    by_level = {level: [each for each in with_text if each.level == level] for level in levels}
    several = [level for level in levels if len(by_level[level]) > 1]
    for level, below in pairwise([*several, 0]):
        is_parts = below and (_mostly(by_level[level], "part") or _is_title_of_all(by_level[level]))
        if not is_parts and _share(by_level[level], whole) >= _LEAST_SHARE:
            return by_level[level]
    shares = {level: _share(by_level[level], whole) for level in several or levels}
    return by_level[max(shares, key=lambda level: shares[level])] if shares else []


def _is_title_of_all(headings: list[_Heading]) -> bool:
    """Whether one of some headings has all below it, the others being titles of next to nothing."""
    sizes = [each.size for each in headings]
    return sum(sizes) - max(sizes) < min(_NOTHING, _LITTLE * max(sizes))


def _share(headings: list[_Heading], whole: int) -> float:
    return sum(each.size for each in headings) / whole


def _mostly(headings: list[_Heading], style: Style) -> bool:
    return 2 * sum(each.label is not None and each.label.style == style for each in headings) > len(
        headings
    )


def _numbered(chosen: list[_Heading]) -> list[_Heading]:
    """Give sections numbers as their headings do, leaving out those that have none; else one by one."""
    counts = Counter(each.label.style for each in chosen if each.label)
    style = max(sorted(counts), key=counts.__getitem__, default=None)
    of_style = [each for each in chosen if each.label and each.label.style == style]
    rising = [*_rising(of_style)]
    if not rising or len(of_style) * 5 < len(chosen) * 2:
        return [
            each._replace(label=Label("decimal", number, 0))
            for number, each in enumerate(chosen, 1)
        ]
    return rising


def _rising(headings: list[_Heading]) -> Iterator[_Heading]:
    """Keep the numbers that rise; where they begin again, in an appendix, count on instead."""
    last = -1
    for each in headings:
        number = each.number if each.number > last else last + 1
        if each.label and number <= max(last, 0) + _WIDEST_GAP:
            yield each._replace(label=each.label._replace(number=number))
            last = number


def subtitles(text: str, blocks: Sequence[Block], opening: Collection[int]) -> frozenset[int]:
    """Tell which blocks of a text are but a numbered heading inside a section: "1.2 Of loaves", "Section 2".

    Only what stands over text is one, and not over a block that is `opening` a section: "2.1 The weir" may be all
    that minutes have of it.
    """
    labels = [*map(partial(_subtitle, text), blocks)]
    return frozenset(
        at
        for at, (label, below) in enumerate(pairwise(labels))
        if label
        and not below
        and blocks[at + 1].kind != "heading"
        and at not in opening
        and at + 1 not in opening
    )


def _subtitle(text: str, block: Block) -> Label | None:
    if block.kind != "text" or block.end - block.start > _LONGEST_SUBTITLE:
        return None
    label = label_of(text, block.start, block.end)
    shown = text[label.end : block.end].lstrip(PARTING).rstrip() if label else ""
    return label if label and _is_heading(label, shown) else None


def _is_heading(label: Label, title: str) -> bool:
    return (
        (is_title(title) or not title)
        if label.word
        else label.style == "nested" and is_title(title)
    )

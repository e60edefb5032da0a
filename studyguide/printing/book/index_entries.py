"""The lines of an index: where something is told, gathered until somebody would look it up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from studyguide.printing.book.places import OUTSIDE

_MOST = 6
"""So many pages behind a heading, or so many answers, are looked up one after another; more are told by section."""


class Locator(NamedTuple):
    """Pages, or answers of the key, from the first to the `last`; `is_main` where the heading is explained."""

    first: str
    last: str
    anchor: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A heading with the pages and answers that tell of it, and more of them by `parts`; or where to `see`.

    `opens` is its initial if no entry before it has the same, and it `closes` where none behind it has.
    The heading of a work that is a `title` is set as such.
    """

    heading: str
    pages: tuple[Locator, ...] = ()
    answers: tuple[Locator, ...] = ()
    parts: tuple["IndexEntry", ...] = ()
    see: str = ""
    opens: str = ""
    closes: bool = False
    is_title: bool = False


class Mention(NamedTuple):
    """A place that speaks of a heading: on its page if it `is_told` there, else in the answer of that number."""

    anchor: str
    number: str
    section: int
    is_main: bool
    is_told: bool


def entry_of(
    heading: str, mentions: Sequence[Mention], pages: Mapping[str, int], titles: Mapping[int, str]
) -> IndexEntry:
    """Make the entry of a heading; of very many mentions, one part a section, by the `titles` of these."""
    whole = _entry(heading, mentions, pages)
    main = {pages[each.anchor] for each in mentions if each.is_main and each.anchor in pages}
    by_section = defaultdict(list)
    for each in mentions:
        if not each.is_told or pages.get(each.anchor) not in main:
            by_section[each.section].append(each)
    if not _is_long(whole):
        return whole
    if len(by_section.keys() - {OUTSIDE}) < 2:
        return _shortened(heading, mentions, pages)
    before = [each for each in mentions if each.is_main or each.section == OUTSIDE]
    parts = tuple(
        _shortened(titles[section], by_section[section], pages)
        for section in sorted(by_section)
        if section != OUTSIDE
    )
    return IndexEntry(heading, _pages(before, pages, 1), (), parts)


def _entry(heading: str, mentions: Sequence[Mention], pages: Mapping[str, int]) -> IndexEntry:
    """Make an entry without parts."""
    return IndexEntry(heading, _pages(mentions, pages, 1), _answers(mentions, 1))


def _is_long(entry: IndexEntry) -> bool:
    return max(len(entry.pages), len(entry.answers)) > _MOST


def _shortened(heading: str, mentions: Sequence[Mention], pages: Mapping[str, int]) -> IndexEntry:
    """Make an entry of no more than a few places: what is near goes together."""
    found = (_pages(mentions, pages, gap) for gap in count(1))
    told = (_answers(mentions, gap) for gap in count(1))
    few, answers = (next(each for each in wider if len(each) <= _MOST) for wider in (found, told))
    return IndexEntry(heading, few, answers)


def _pages(mentions: Sequence[Mention], pages: Mapping[str, int], gap: int) -> tuple[Locator, ...]:
    """Give the pages where something is told, in ranges; the one that explains it stands alone."""
    here: dict[int, Mention] = {}
    for each in mentions:
        if each.is_told and each.anchor in pages:
            page = pages[each.anchor]
            here[page] = each if each.is_main else here.get(page, each)
    ranges: list[list[int]] = []
    for page in sorted(here):
        is_near = ranges and page <= ranges[-1][-1] + gap
        if is_near and not here[page].is_main and not here[ranges[-1][-1]].is_main:
            ranges[-1].append(page)
        else:
            ranges.append([page])
    return tuple(
        Locator(str(first), str(last), here[first].anchor, here[first].is_main)
        for first, last in ((each[0], each[-1]) for each in ranges)
    )


def _answers(mentions: Sequence[Mention], gap: int) -> tuple[Locator, ...]:
    """Give the answers that tell what stands on no page to be read, in ranges."""
    hidden = {tuple(map(int, each.number.split("."))) for each in mentions if not each.is_told}
    return tuple(
        Locator(f"{section}.{first}", f"{section}.{last}", f"key-{section}.{first}")
        for (section, first), (_, last) in _runs(sorted(hidden), gap)
    )


def _runs(
    numbers: Sequence[tuple[int, ...]], gap: int
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield first and last of those that follow each other in one section."""
    first = last = None
    for number in numbers:
        if last is None or number[0] != last[0] or number[1] > last[1] + gap:
            if first and last:
                yield first, last
            first = number
        last = number
    if first and last:
        yield first, last

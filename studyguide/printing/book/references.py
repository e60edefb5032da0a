"""The lines of an index: on which pages a heading stands, gathered until somebody would look them up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

_MOST_PAGES = 4
"""Pages of one entry that are told with the items on them; more become ranges."""


class Reference(NamedTuple):
    """A page, its first named place, the items on it; `is_main` where the heading is explained.

    A range of pages goes on to its `last`, and names no items.
    """

    page: int
    anchor: str
    numbers: tuple[str, ...]
    is_main: bool
    last: int


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index: its pages, or the heading where to `see`.

    `opens` is its initial if no entry before it has the same. What `is_everywhere` has more pages than
    anybody would look up.
    """

    heading: str
    opens: str
    references: tuple[Reference, ...]
    see: str = ""
    is_everywhere: bool = False


class Mention(NamedTuple):
    """A place that speaks of a heading, and the number of its item, if it is one."""

    anchor: str
    number: str
    is_main: bool


def references_of(mentions: list[Mention], pages: Mapping[str, int]) -> Iterator[Reference]:
    """Gather what stands on one page; the page that explains the heading comes first."""
    by_page: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.anchor in pages:
            by_page[pages[mention.anchor]].append(mention)
    references = [
        Reference(
            page,
            here[0].anchor,
            tuple(each.number for each in here if each.number),
            any(each.is_main for each in here),
            page,
        )
        for page, here in by_page.items()
    ]
    yield from sorted(references, key=lambda each: (not each.is_main, each.page))


def entry_of(heading: str, references: list[Reference]) -> IndexEntry:
    """Make ranges of many pages; of what is nearly everywhere the first of them are enough."""
    if len(references) <= _MOST_PAGES:
        return IndexEntry(heading, "", tuple(references))
    main = [each for each in references if each.is_main]
    ranges: list[Reference] = []
    for each in sorted(references, key=lambda each: each.page):
        if ranges and each.page <= ranges[-1].last + 1:
            ranges[-1] = ranges[-1]._replace(last=each.page)
        else:
            ranges.append(each._replace(numbers=(), is_main=False))
    is_everywhere = len(ranges) > _MOST_PAGES
    return IndexEntry(heading, "", (*main, *ranges[:_MOST_PAGES]), is_everywhere=is_everywhere)

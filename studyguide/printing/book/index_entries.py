"""The lines of an index: where something is told, gathered until somebody would look it up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from studyguide.printing.book.places import OUTSIDE

_MOST = 20
"""So many pages behind a heading, or so many answers, are looked up one after another."""


class Locator(NamedTuple):
    """Pages, or answers of the key, from the first to the `last`; `is_main` where the heading is explained."""

    first: str
    last: str
    anchor: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A heading with the pages and answers that tell of it, or where to `see`.

    `opens` is its initial if no entry before it has the same, and it `closes` where none behind it has.
    The heading of a work that is a `title` is set as such.
    """

    heading: str
    pages: tuple[Locator, ...] = ()
    answers: tuple[Locator, ...] = ()
    see: str = ""
    opens: str = ""
    closes: bool = False
    is_title: bool = False


class Mention(NamedTuple):
    """A place that speaks of a heading: on its page if it `is_told` there, else in the answer of that number."""

    anchor: str
    number: str
    is_main: bool
    is_told: bool
    section: int = OUTSIDE


def entry_of(heading: str, mentions: Sequence[Mention], pages: Mapping[str, int]) -> IndexEntry:
    """Make the entry of a heading; of very many places what is near goes together."""
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
    """Give the answers that tell what stands on no page to be read, in ranges; one that explains it stands alone."""
    hidden: dict[tuple[int, int], bool] = {}
    for each in mentions:
        if not each.is_told:
            section, number = map(int, each.number.split("."))
            hidden[section, number] = each.is_main or hidden.get((section, number), False)
    return tuple(
        Locator(f"{section}.{first}", f"{section}.{last}", f"key-{section}.{first}", is_main)
        for section, first, last, is_main in _runs(hidden, gap)
    )


def _runs(
    numbers: Mapping[tuple[int, int], bool], gap: int
) -> Iterator[tuple[int, int, int, bool]]:
    """Yield section, first and last of those that follow each other in one, and whether it is a main one."""
    run: tuple[int, int, int, bool] | None = None
    for (section, number), is_main in sorted(numbers.items()):
        if run and not (run[3] or is_main) and run[0] == section and number <= run[2] + gap:
            run = (section, run[1], number, False)
            continue
        if run:
            yield run
        run = (section, number, number, is_main)
    if run:
        yield run

"""Where something is told: pages, and answers of the key, those that follow each other in one."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple


class Locator(NamedTuple):
    """Pages, or answers of the key, from the first to the `last`; `is_main` where the heading is explained.

    `weight` is how often they speak of it, `names` by which words; an `is_answer` has them for its answer.
    """

    first: str
    last: str
    anchor: str
    is_main: bool = False
    weight: int = 0
    names: frozenset[str] = frozenset()
    is_answer: bool = False


class Mention(NamedTuple):
    """A place that speaks of a heading: on its page if it `is_told` there, else in the answer of that number; of both it has two.

    `weight` is how often it does, `names` by which words, in small letters. It `is_answer` if they are all that is asked for.
    `beside` are the other headings of which it speaks in the same sentence or item, both on the page or both in the answer.
    """

    anchor: str
    number: str
    is_main: bool
    is_told: bool
    section: int
    weight: int = 1
    names: frozenset[str] = frozenset()
    is_answer: bool = False
    beside: frozenset[str] = frozenset()


class Locators(NamedTuple):
    """The pages and the answers behind a heading: pages come first, for answers mostly ask what a page tells."""

    pages: tuple[Locator, ...] = ()
    answers: tuple[Locator, ...] = ()

    @property
    def size(self) -> int:
        """Give how many places have to be looked up."""
        return len(self.pages) + len(self.answers)


def locators_of(mentions: Sequence[Mention], pages: Mapping[str, int]) -> Locators:
    """Give where these speak of it; `pages` are those of all named places."""
    return Locators(_pages(mentions, pages), _answers(mentions))


def _pages(mentions: Sequence[Mention], pages: Mapping[str, int]) -> tuple[Locator, ...]:
    """Give the pages where something is told, in ranges; the one that explains it stands alone."""
    here: dict[int, Mention] = {}
    weights, names = Counter[int](), defaultdict[int, frozenset[str]](frozenset)
    for each in mentions:
        if each.is_told and each.anchor in pages:
            page = pages[each.anchor]
            here[page] = each if each.is_main else here.get(page, each)
            weights[page] += each.weight
            names[page] |= each.names
    ranges: list[list[int]] = []
    for page in sorted(here):
        is_next = ranges and page == ranges[-1][-1] + 1
        if is_next and not here[page].is_main and not here[ranges[-1][-1]].is_main:
            ranges[-1].append(page)
        else:
            ranges.append([page])
    return tuple(
        Locator(
            first=str(each[0]),
            last=str(each[-1]),
            anchor=here[each[0]].anchor,
            is_main=here[each[0]].is_main,
            weight=sum(weights[page] for page in each),
            names=frozenset[str]().union(*(names[page] for page in each)),
        )
        for each in ranges
    )


def _answers(mentions: Sequence[Mention]) -> tuple[Locator, ...]:
    """Give the answers that tell what stands on no page to be read, in ranges; one that explains it stands alone."""
    hidden: dict[tuple[int, int], bool] = {}
    names = defaultdict[tuple[int, int], frozenset[str]](frozenset)
    asked = set[tuple[int, int]]()
    for each in mentions:
        if not each.is_told:
            section, number = map(int, each.number.split("."))
            hidden[section, number] = each.is_main or hidden.get((section, number), False)
            names[section, number] |= each.names
            asked |= {(section, number)} if each.is_answer else set()
    return tuple(
        Locator(
            first=f"{section}.{first}",
            last=f"{section}.{last}",
            anchor=f"key-{section}.{first}",
            is_main=is_main,
            weight=last - first + 1,
            names=frozenset[str]().union(
                *(names[section, each] for each in range(first, last + 1))
            ),
            is_answer=any((section, each) in asked for each in range(first, last + 1)),
        )
        for section, first, last, is_main in _runs(hidden)
    )


def _runs(numbers: Mapping[tuple[int, int], bool]) -> Iterator[tuple[int, int, int, bool]]:
    """Yield section, first and last of those that follow each other in one, and whether it is a main one."""
    run: tuple[int, int, int, bool] | None = None
    for (section, number), is_main in sorted(numbers.items()):
        if run and not (run[3] or is_main) and run[0] == section and number == run[2] + 1:
            run = (section, run[1], number, False)
            continue
        if run:
            yield run
        run = (section, number, number, is_main)
    if run:
        yield run

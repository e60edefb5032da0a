"""Which places behind a heading are listed where they are many: runs of them that say most, the same on every paper."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple

from studyguide.printing.index.locators import Mention

_NEXT = 3
"""So many numbers on an item stands on the same page or the next one, whatever the paper; answers are listed by theirs."""


class _Spot(NamedTuple):
    """A section and the number of an item of it."""

    section: int
    number: int


class _Run(NamedTuple):
    """Places that follow each other closely, so that they are but a page or a range of them, or of answers."""

    mentions: tuple[Mention, ...]

    @property
    def is_main(self) -> bool:
        return self.mentions[0].is_main

    @property
    def is_answer(self) -> bool:
        return any(each.is_answer for each in self.mentions)

    def names(self, name: str) -> bool:
        """Whether they speak of the heading by that name."""
        return any(name in each.names for each in self.mentions)

    def weight(self, spots: AbstractSet[_Spot]) -> int:
        """Count how often they speak of it, but where one stands at one of these or next to it, and so as a rule on its page."""
        return sum(each.weight for each in self.mentions if spots.isdisjoint(_beside(each)))


def most_telling(
    mentions: Sequence[Mention],
    divided: Sequence[Mention],
    most: int,
    led_by: Iterable[str] = (),
) -> list[Mention]:
    """Give what is listed behind a heading of which others are `divided` by sub-headings: so many runs of pages, and of answers.

    What explains it comes first, what asks for it, what a sub-heading does not lead to anyway, and what says most.
    Of each name that leads here there is a place besides.
    """
    told = _ranked([each for each in mentions if each.is_told], divided)
    asked = _ranked([each for each in mentions if not each.is_told], ())
    kept = told[:most] + asked[:most]
    for name in led_by:
        if not any(each.names(name) for each in kept):
            kept += [each for each in asked + told if each.names(name)][:1]
    return [*chain.from_iterable(each.mentions for each in kept)]


def are_few(mentions: Sequence[Mention], most: int) -> bool:
    """Whether they are so many runs of pages, and of answers, at most."""
    told = [each for each in mentions if each.is_told]
    asked = [each for each in mentions if not each.is_told]
    return all(len([*_runs(those)]) <= most for those in (told, asked))


def _ranked(mentions: Sequence[Mention], divided: Sequence[Mention]) -> list[_Run]:
    spots = frozenset(filter(None, (_place(each) for each in divided if each.is_told)))
    return sorted(
        _runs(mentions),
        key=lambda run: (not run.is_main, not run.is_answer, -run.weight(spots)),
    )


def _runs(mentions: Sequence[Mention]) -> Iterator[_Run]:
    """Yield those that follow each other closely; what explains the heading is one of its own."""
    run: list[Mention] = []
    for mention in sorted(mentions, key=_order):
        if run and not _follows(mention, run[-1]):
            yield _Run(tuple(run))
            run = []
        run.append(mention)
    if run:
        yield _Run(tuple(run))


def _order(mention: Mention) -> _Spot:
    """Sort items of a section by their numbers, whatever has none in the order of its section."""
    return _place(mention) or _Spot(mention.section, 0)


def _follows(mention: Mention, before: Mention) -> bool:
    one, other = _place(before), _place(mention)
    if mention.is_main or before.is_main or one is None or other is None:
        return False
    far = _NEXT if mention.is_told else 1
    return one.section == other.section and other.number - one.number <= far


def _beside(mention: Mention) -> Iterator[_Spot]:
    here = _place(mention)
    if here:
        yield from (here._replace(number=here.number + step) for step in (-1, 0, 1))


def _place(mention: Mention) -> _Spot | None:
    """Tell at which item it is, the summary before the first; nothing for what is in no section."""
    if mention.section < 0:
        return None
    return _Spot(mention.section, int(mention.number.rpartition(".")[2] or 0))

"""What must be there before a rule can find anything about an item: where it is not, nobody need ask the rule."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from studyguide.deck.item import KINDS, Kind
from studyguide.evidence.case import Case
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.source.section import SourceSection

Look = TypeVar("Look")


class Gate(NamedTuple):
    """What a rule needs.

    The item is of one of the `kinds`; it has a word of any list that is `said`, the sentences of its
    passage have one of any that is `stated`, item or sentences of any on `either` side, item or paragraphs of
    any `around`. What lists those are is told by `bits_of`; none, where nothing of the kind need be there.
    """

    kinds: frozenset[Kind]
    said: int
    stated: int
    either: int
    around: int


def gate(
    *kinds: Kind, said: str = "", stated: str = "", either: str = "", around: str = ""
) -> Gate:
    """Make a gate of names parted by blanks; it is open where none is given, and to all kinds.

    Lists go by their names in `word_lists`, constructions by their uses.
    """
    lists = (bits_of(each.split()) for each in (said, stated, either, around))
    return Gate(frozenset(kinds or KINDS), *lists)


class Gated(Generic[Look]):
    """Rules in their order, and what some of them need."""

    def __init__(self, rules: Iterable[Look], gates: Mapping[Look, Gate] | None = None) -> None:
        self.rules, always = (*rules,), gate()
        gated = [(rule, (gates or {}).get(rule, always)) for rule in self.rules]
        self._of_kind = {
            kind: tuple(
                (rule, each.said, each.stated, each.either, each.around)
                for rule, each in gated
                if kind in each.kinds
            )
            for kind in KINDS
        }

    def open_to(self, case: Case) -> Iterator[Look]:
        """Yield the rules that may find anything about an item: every item asks all gates, in one go."""
        own, there = case.lists, case.passage.lists
        for rule, said, stated, either, around in self._of_kind[case.item.kind]:
            if (said and not said & own) or (stated and not stated & there):
                continue
            if either and not either & (own | there):
                continue
            if not around or around & (own | there) or _has_around(case, around):
                yield rule


def _has_around(case: Case, lists: int) -> bool:
    """Whether a paragraph of the passage may have an entry of some lists."""
    telling = _telling(case.passage.section, case.language, lists)
    return bool(telling) and any(
        bisect_left(telling, part.first) < bisect_left(telling, part.last)
        for part in case.passage.paragraphs
    )


@lru_cache(maxsize=64)  # a section's words are looked at once for all of its items
def _telling(section: SourceSection, language: Language, lists: int) -> list[int]:
    """Give the places of all words of a section that tell of an entry of some lists."""
    told = language.telling(section.places, lists)
    return sorted(chain.from_iterable(map(section.places.__getitem__, told)))

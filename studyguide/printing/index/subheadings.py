"""Sub-headings: what the many places of a heading speak of besides, by the other headings of the index.

They stand as they are listed, without a word that would say what both have to do with each other: a deck does not
tell that, and no language has one word for all of it. Which they are is told by the places, not by their pages: it is
the same on every paper.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from studyguide.printing.index.locators import Locators, Mention, locators_of
from studyguide.printing.index.runs import are_few

_FEWEST, _MOST = 2, 12
"""A heading is not divided by one sub-heading alone, nor by more than these, but for those that answer others."""

_LEAST = 2
"""What is told beside a heading in one place alone is met there, and no part of it: beds, and the bay where they lie."""


class Divided(NamedTuple):
    """The places that stay behind the heading itself, those that do not, and what is behind each sub-heading."""

    general: Sequence[Mention]
    divided: Sequence[Mention]
    parts: Mapping[str, Locators]


def parts_of(mentions: Sequence[Mention], most: int) -> frozenset[str]:
    """Choose the sub-headings of a heading, no more than `most` places to each; none where its places have too little in common.

    First comes what tells of the most that no other part has. What explains the heading stays behind it.
    """
    found = defaultdict[str, set[str]](set)
    for mention in mentions:
        for each in mention.beside:
            found[each].add(_spot(mention))
    spots = {each: found[each] for each in sorted(found) if _LEAST <= len(found[each]) <= most}
    parts = _chosen(spots, {_spot(each): each for each in mentions if not each.is_main}, most)
    return frozenset(parts if len(parts) >= _FEWEST else ())


def answered(parts: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Give each heading those besides that have it for a sub-heading: who looks there finds the same places.

    One that has none itself is divided by these where there are enough of them.
    """
    both = {heading: {*those} for heading, those in parts.items()}
    for heading, those in parts.items():
        for each in those:
            if each in both:
                both[each].add(heading)
    return {heading: frozenset(those) for heading, those in both.items() if len(those) >= _FEWEST}


def divided(
    mentions: Sequence[Mention], pages: Mapping[str, int], parts: Collection[str]
) -> Divided:
    """Divide the places of a heading by these sub-headings."""
    found = defaultdict[str, list[Mention]](list)
    for mention in mentions:
        for each in mention.beside.intersection(parts):
            found[each].append(mention._replace(is_main=False))
    told = {each: locators_of(those, pages) for each, those in sorted(found.items())}
    is_part = [not each.is_main and not each.beside.isdisjoint(parts) for each in mentions]
    return Divided(
        [each for each, is_other in zip(mentions, is_part, strict=True) if not is_other],
        [each for each, is_other in zip(mentions, is_part, strict=True) if is_other],
        {each: those for each, those in told.items() if those.size},
    )


def _chosen(
    spots: Mapping[str, AbstractSet[str]], every: Mapping[str, Mention], most: int
) -> list[str]:
    """Choose what tells of the most places that are open yet; of one place only while too many are."""
    chosen: list[str] = []
    still_open = {*every}
    gains = Counter({each: len(those & still_open) for each, those in spots.items()})
    while len(chosen) < _MOST and gains:
        best = min(gains, key=lambda each: (-gains[each], len(spots[each]), each))
        if gains[best] < 1 or (
            gains[best] == 1 and are_few([*map(every.__getitem__, still_open)], most)
        ):
            break
        chosen.append(best)
        still_open -= spots[best]
        gains = Counter(
            {each: len(those & still_open) for each, those in spots.items() if each not in chosen}
        )
    return chosen


def _spot(mention: Mention) -> str:
    """Name a place: by its anchor, or the number of an answer."""
    return mention.anchor if mention.is_told else mention.number

"""Sub-headings: what the many places of a heading speak of besides, by the other headings of the index.

They stand as they are listed, without a word that would say what both have to do with each other: a deck does not
tell that, and no language has one word for all of it.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from studyguide.printing.index.locators import Locators, Mention, locators_of

_FEWEST, _MOST = 2, 12
"""A heading is not divided by one sub-heading alone, nor by more than these."""


class Divided(NamedTuple):
    """The places that stay behind the heading itself, and those behind each sub-heading."""

    general: Locators
    parts: Mapping[str, Locators]


def divided(mentions: Sequence[Mention], pages: Mapping[str, int], most: int) -> Divided:
    """Divide the places of a heading, no more than `most` to each part; into none where they have too little in common.

    First comes what tells of the most that no other part has. What explains the heading stays behind it.
    """
    at = {each: _spot(each, pages) for each in mentions}
    found = defaultdict[str, list[Mention]](list)
    for mention in mentions:
        for each in mention.beside if at[mention] is not None else ():
            found[each].append(mention._replace(is_main=False))
    told = {each: locators_of(those, pages) for each, those in sorted(found.items())}
    told = {each: those for each, those in told.items() if those.size <= most}
    spots = {each: {_spot(one, pages) for one in found[each]} for each in told}
    main = {at[each] for each in mentions if each.is_main}
    parts = _chosen(spots, {*at.values()} - main - {None}, most)
    if len(parts) < _FEWEST:
        return Divided(locators_of(mentions, pages), {})
    covered = {spot for each in parts for spot in spots[each]} - main
    rest = [each for each in mentions if at[each] not in covered]
    return Divided(locators_of(rest, pages), {each: told[each] for each in parts})


def _chosen(
    spots: Mapping[str, AbstractSet[Hashable]], every: AbstractSet[Hashable], most: int
) -> list[str]:
    """Choose what tells of the most places that are open yet; of one place only while too many are."""
    chosen: list[str] = []
    still_open = {*every}
    gains = Counter({each: len(those & every) for each, those in spots.items()})
    while len(chosen) < _MOST and gains:
        best = min(gains, key=lambda each: (-gains[each], len(spots[each]), each))
        if gains[best] < 1 or (gains[best] == 1 and len(still_open) <= most):
            break
        chosen.append(best)
        still_open -= spots[best]
        gains = Counter(
            {each: len(those & still_open) for each, those in spots.items() if each not in chosen}
        )
    return chosen


def _spot(mention: Mention, pages: Mapping[str, int]) -> int | str | None:
    """Tell where a mention is looked up: a page, or the number of an answer; nowhere, if it has no page."""
    return pages.get(mention.anchor) if mention.is_told else mention.number

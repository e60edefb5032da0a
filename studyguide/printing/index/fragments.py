"""Names that are but a part of one, and the whole that an index lists."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import pairwise

from studyguide.deck.markup_inline import MATH
from studyguide.language.names import Token
from studyguide.printing.index.matching import Topics, found_in

GONE = Token(",", opens=False)
"""Stands for what is no part of a name, such as the words of a quotation."""

_FORMULA = re.compile(rf"{MATH}|\\[A-Za-z]+", re.DOTALL)
"""TeX, and a command of it alone."""

_CHARGES = frozenset("⁺⁻")
"""Behind these signs an ion ends: what stands before them is another thing."""

_BETWEEN = frozenset("→⇌+=")
_SUBSTANCE = re.compile(r"(?:[A-Z][a-z]?[\d₀-₉]*)+")
"""Beside such signs a substance is but part of a reaction: 2 HCl → H₂O."""

_QUOTES = {"“": "”", "„": "“", "«": "»"}
THINGS = frozenset(
    [
        "basin",
        "bay",
        "canal",
        "coast",
        "desert",
        "empire",
        "government",
        "gulf",
        "island",
        "islands",
        "lake",
        "movement",
        "mountains",
        "party",
        "peninsula",
        "plain",
        "plan",
        "province",
        "region",
        "republic",
        "republics",
        "river",
        "sea",
        "state",
        "states",
        "steppe",
        "strait",
        "treaty",
        "valley",
        "war",
    ]
)
"""What makes one name with the word before it, though it has no capital: the Kuznets basin."""

_PEOPLE = frozenset(
    [
        "leader",
        "leaders",
        "miner",
        "miners",
        "people",
        "peoples",
        "politician",
        "politicians",
        "soldier",
        "soldiers",
        "striker",
        "strikers",
        "troops",
        "worker",
        "workers",
    ]
)
"""Before these a name of one word is said of somebody: the Bolshevik leaders."""


def without_formulas(text: str) -> str:
    """Give a text with a sign and blanks for each formula: what stands in it is no name, nor part of one."""
    if "\\" not in text:
        return text
    return _FORMULA.sub(lambda found: "\\".ljust(len(found[0])), text)


def plain(tokens: list[Token], titles: Topics) -> list[Token]:
    """Leave out quotations, since a slogan's capitals are no names, titles, which are whole names, ions and the substances of a reaction."""
    kept = [*tokens]
    for found in found_in(tokens, titles):
        kept[found.start : found.end] = [GONE] * (found.end - found.start)
    closing = ""
    for at, token in enumerate(kept):
        if closing:
            closing = "" if token.shown == closing else closing
            kept[at] = GONE
        elif token.shown in _QUOTES:
            closing = _QUOTES[token.shown]
            kept[at] = GONE
        elif token.shown in _CHARGES and at:
            kept[at - 1] = GONE
        elif token.shown in _BETWEEN:
            for near in (at - 1, at + 1, at + 2):
                if 0 <= near < len(kept) and _SUBSTANCE.fullmatch(kept[near].shown):
                    kept[near] = GONE
    return kept


def wholes(names: set[str], texts: list[list[Token]]) -> dict[str, str]:
    """Complete names of one word that never stand alone: the Kuznets basin; what is said of people is none."""
    behind: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tokens in texts:
        for one, other in pairwise([*tokens, GONE]):
            if one.shown in names and not other.is_capital:  # else it is part of a longer name
                noun = other.shown if other.shown in THINGS | _PEOPLE else ""
                behind[one.shown][noun] += 1
    complete = {}
    for name, nouns in behind.items():
        if not nouns[""]:
            things = [noun for noun, _ in nouns.most_common() if noun in THINGS]
            complete[name] = f"{name} {things[0]}" if things else ""
    return complete


def shortened(told: Mapping[str, str], own: set[str]) -> dict[str, str]:
    """Give what is but the beginning of one longer name: `International Committee` of it all."""
    longer = defaultdict[str, set[str]](set)
    for name, heading in told.items():
        parts = name.split(" of ")
        for end in range(1, len(parts)):
            longer[" of ".join(parts[:end])].add(heading)
    return {
        name: next(iter(longer[name]))
        for name in told
        if name in longer and name not in own and len(longer[name]) == 1
    }

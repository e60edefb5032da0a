"""Which names a guide's own words tell to be persons'."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.printing.index.likeness import Likeness, Speaking
from studyguide.printing.index.looked_up import may_be_person
from studyguide.printing.index.matching import fold_of
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.peers import is_lord_of
from studyguide.printing.index.names.surnames import with_particles
from studyguide.printing.index.names.things import is_thing, may_be_place
from studyguide.printing.index.names.titles import (
    begins_with_title,
    is_address,
    is_saint,
    without_title,
)
from studyguide.printing.index.names.trades import (
    has_telling_surname,
    is_told_by_kind,
    is_told_by_trade,
)

_LOCAL = frozenset(("in", "at", "near", "into", "dans", "en", "em", "nel"))
_TOWARDS = frozenset(("bei", "nach", "à", "no", "na", "te"))
"""Behind these stands a place; behind those somebody as well."""

_SHIPS = frozenset(
    """
    barque battleship boat brig clipper cruiser cutter dreadnought ferry frigate galleon liner schooner ship sloop steamer
    submarine tug yacht fregata frégate navire paquebot buque fragata nave schip
    """.split()  # noqa: SIM905
)
"""Behind these a name is a ship's: the frigate Jan van Riebeeck."""

_INITIAL = re.compile(r"[^\W\d_]\.")


_BEHIND = frozenset((",", ".", ";", "?", ")", "who", "whose"))
"""What may stand behind a name beside a rank: the King of Naples, Ferdinand IV, who sang."""


class Use(NamedTuple):
    """A name in a text, from which word to which."""

    name: str
    start: int
    end: int


def persons_in(
    texts: Sequence[Sequence[Token]],
    names: Collection[str],
    told: Collection[str],
    language: Language,
) -> frozenset[str]:
    """Give those of the names that are persons'; of what is `told` to be some, all but what stands behind an article.

    A person stands behind "according to" or an office; before a verb of saying, with an apposition between commas or none;
    before a comma and "who"; and has a given name. So is one of whom sentences speak as of these (`likeness.py`).
    """
    known = _Known([*names, *told])
    found, uses = _Found(known, language), Counter[str]()
    for tokens in texts:
        spoken = [*known.uses(tokens)]
        uses.update(each.name for each in spoken)
        found.read(tokens, spoken)
    things = {each for each in names if is_thing(each.split())}
    things |= {each for each, count in found.behind_articles.items() if 2 * count >= uses[each]}
    small = {token.shown for tokens in texts for token in tokens if not token.is_capital}
    tells = {each for each in names if found.tells(each, small)}
    persons = (found.said | tells | {*told}) - things
    others = {*names} - persons - things - found.placed
    return frozenset(persons | found.likeness.spread(persons, others, things | found.placed))


class _Known:
    """Names by their words, to be found in texts."""

    def __init__(self, names: Collection[str]) -> None:
        self.words = {name: tuple(each.shown for each in tokens_of(name)) for name in names}
        self._names = {words: name for name, words in sorted(self.words.items())}
        lengths = defaultdict[str, set[int]](set)
        for words in self._names:
            if words:
                lengths[words[0]].add(len(words))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}

    def uses(self, tokens: Sequence[Token]) -> Iterator[Use]:
        """Yield where a text has one, of two in one place the longer."""
        shown = tuple(token.shown for token in tokens)
        at = 0
        while at < len(shown):
            ends = (at + length for length in self._lengths.get(shown[at], ()))
            end = next((each for each in ends if shown[at:each] in self._names), 0)
            if end:
                yield Use(self._names[shown[at:end]], at, end)
            at = end or at + 1


class _Found:
    """What texts tell of names: who speaks, what is a place, what stands behind an article, what is spoken of alike."""

    def __init__(self, known: _Known, language: Language) -> None:
        self._known, self._language = known, language
        self._by_surname = defaultdict[str, set[str]](set)
        for name, words in known.words.items():
            if len(words) > 1:
                self._by_surname[words[-1]].add(name)
        self.said, self.placed, self._towards = set[str](), set[str](), set[str]()
        self.behind_articles = Counter[str]()
        self.likeness = Likeness(language)

    def read(self, tokens: Sequence[Token], uses: Sequence[Use]) -> None:
        """Read a text, in which these names stand."""
        said = Speaking(tuple(token.shown for token in tokens), self._language)
        for name, start, end in uses:
            before = tokens[start - 1].shown.casefold() if start else ""
            is_of_it = [each.shown for each in tokens[end : end + 1]] == ["’s"]
            if before in self._language.words.articles or before in _SHIPS:
                self.behind_articles[name] += 1
            elif said.is_person(start, end) or is_told_by_trade(
                tokens[max(0, start - 1) : start], name, self._language.tag
            ):
                self.said.add(name)
            elif is_told_by_kind(tokens, start, end, self._language):
                self.placed.add(name)
            elif before in _LOCAL | _TOWARDS and not is_of_it:
                (self.placed if before in _LOCAL else self._towards).add(name)
            elif before == "on" and is_saint(name):
                self.placed.add(name)
        self.likeness.read(tokens, uses)
        inside = {at for _, start, end in uses for at in range(start, end)}
        for at, token in enumerate(tokens):
            names = self._by_surname.get(token.shown, ()) if at not in inside else ()
            if names and self._is_somebody(tokens, at, said):
                self.said.update(names)

    def _is_somebody(self, tokens: Sequence[Token], at: int, said: Speaking) -> bool:
        """Whether a surname alone is said of somebody: Kestrel said, Mrs Kestrel."""
        before = [token.shown for token in tokens[max(0, at - 2) : at] if token.shown != "."]
        if before and is_address(before[-1]):
            return True
        return not (before and before[-1][0].isupper()) and said.is_person(at, at + 1)

    def tells(self, name: str, small: Collection[str]) -> bool:
        """Whether a name tells by its words that it is a person's, and texts do not deny it; `small` are their words without a capital."""
        first, *others = name.split()
        if not others or name in self.placed:
            return False
        if may_be_person(name, self._language.tag) or has_telling_surname(name):
            return name not in self._towards or is_address(first)
        is_somebody = is_given(first) and first.casefold() not in small
        return (is_somebody or bool(_INITIAL.fullmatch(first))) and not may_be_place(name.split())


def surnames_in(people: Mapping[str, str], language: str) -> dict[str, str]:
    """Give the surnames that only one person has, in any of their forms, with their particles, too: al-Hakim, Van Orme; and names without titles."""
    fold = fold_of(language)
    turned = {
        shown: shown.partition(",")[0]
        for shown in people.values()
        if "," in shown and not is_lord_of(_straight(shown))  # Selby, Duke of
    }
    counts = Counter(map(fold, turned.values()))
    bare = {without_title(name): shown for name, shown in people.items() if begins_with_title(name)}
    bare = {name: shown for name, shown in bare.items() if " " in name and name[0].isupper()}
    return bare | {
        each: shown
        for shown, name in turned.items()
        if counts[fold(name)] == 1
        for each in (name, *with_particles(shown))
    }


def _straight(heading: str) -> str:
    surname, _, behind = heading.partition(", ")
    return f"{behind} {surname}"


def apposed(texts: Iterable[Sequence[Token]], names: Collection[str]) -> dict[str, str]:
    """Give lords of a place that stand beside their name, each with that: the King of Naples, Ferdinand IV; not where two do."""
    lords = {each for each in names if is_lord_of(each)}
    if not lords:
        return {}
    known = _Known(names)
    beside = defaultdict[str, set[str]](set)
    for tokens in texts:
        for lord, name in _pairs(tokens, known, lords):
            beside[lord].add(name)
    return {lord: next(iter(named)) for lord, named in beside.items() if len(named) == 1}


def _pairs(
    tokens: Sequence[Token], known: _Known, lords: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield each lord, and the name from which a comma alone parts it, where another or the end of a clause follows."""
    for one, other in pairwise(known.uses(tokens)):
        between = [each.shown for each in tokens[one.end : other.start]]
        behind = [each.shown for each in tokens[other.end : other.end + 1]] or ["."]
        is_apposed = between in ([","], [",", "the"]) and behind[0] in {
            ",",
            ".",
            ";",
            "?",
            ")",
            "whose",
            "who",
        }
        if is_apposed and (one.name in lords) != (other.name in lords):
            is_first = one.name in lords
            lord, name = (one, other) if is_first else (other, one)
            yield lord.name, name.name

"""Words and phrases of a list, and where they stand in a run of words.

A word of a phrase that ends with `*` stands for all that begin so: `intend*`. Of `lehn* … ab` the second
word closes the clause of the first: es lehnte den Antrag ab. Nearly all runs have no phrase of a list, and
that is told by one look into a set.
"""

from collections.abc import Container, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

_NONE: Mapping[str, int] = {}


class Found(NamedTuple):
    """A phrase of a list, found in a run: from its word `start` to before `end`."""

    start: int
    end: int


class _Entry(NamedTuple):
    """A phrase that is looked for where its most telling word stands, which is its word number `at`."""

    rank: int
    at: int
    phrase: tuple[str, ...]


class _Telling(dict[str, bool]):
    """Whether a word tells of a phrase: by itself, or as it begins; told only once of each."""

    def __init__(self, known: Container[str], beginnings: tuple[str, ...]) -> None:
        super().__init__()
        self._known, self._beginnings = known, beginnings

    def __missing__(self, form: str) -> bool:
        if len(self) > _MOST_KNOWN:
            self.clear()
        tells = self[form] = form in self._known or form.startswith(self._beginnings)
        return tells


class Phrases:
    """A list of words and phrases, to be looked for in runs of word forms."""

    __slots__ = (
        "_alone",
        "_asked",
        "_beginnings",
        "_by_word",
        "_last",
        "_open",
        "_parted",
        "_telling",
        "_words",
    )

    def __init__(self, listed: tuple[str, ...] = (), small: Mapping[str, int] = _NONE) -> None:
        """Take the entries of a list; a `small` word tells of none that has others: the less the more runs have it."""
        self._by_word: dict[str, tuple[_Entry, ...]] = {}
        self._open: list[_Entry] = []
        self._parted: dict[str, tuple[str, ...]] = {}
        self._alone = frozenset(each for each in listed if " " not in each and each[-1] != "*")
        longer = [each for each in listed if each not in self._alone]  # of most lists only a few
        for each in longer:
            if _PARTING in each:
                verb, particle = each.split(_PARTING)
                self._parted[particle] = (*self._parted.get(particle, ()), verb.rstrip("*"))
        whole = (tuple(each.split()) for each in longer if _PARTING not in each)
        phrases = sorted(whole, key=len, reverse=True)
        self._last = len(phrases)  # the rank of a word alone
        for rank, phrase in enumerate(phrases):
            if phrase[0].endswith("*"):
                self._open.append(_Entry(rank + self._last + 1, 0, phrase))
            else:
                word = _most_telling(phrase, small)
                entry = _Entry(rank, phrase.index(word), phrase)
                self._by_word[word] = (*self._by_word.get(word, ()), entry)
        self._words = self._alone.union(self._by_word)
        self._beginnings = tuple({entry.phrase[0][:-1] for entry in self._open})
        self._telling = _Telling(self._words, self._beginnings)
        self._asked: tuple[tuple[str, ...], int, frozenset[int]] = ((), 0, frozenset())

    def __bool__(self) -> bool:
        """Whether the list has anything."""
        return bool(self._words or self._open or self._parted)

    def telling(self) -> Iterator[str]:
        """Yield words without one of which no phrase stands anywhere; of `intend*`, whatever begins so."""
        yield from self._words
        yield from self._parted
        yield from (f"{beginning}*" for beginning in self._beginnings)

    def find(self, run: tuple[str, ...]) -> Iterator[Found]:
        """Yield each phrase of a run, in order, the longest first; no two overlap."""
        return self._find(run) if self._may_stand_in(run) else iter(())

    def places(self, run: tuple[str, ...], least: int = 1) -> frozenset[int]:
        """Give the places of the words in phrases of at least so many words; for whoever asks word by word.

        The run is told by which it is: to compare all of its words, for each of them, would take long.
        """
        if self._asked[0] is not run or self._asked[1] != least:
            found = (each for each in self.find(run) if each.end - each.start >= least)
            places = frozenset(chain.from_iterable(range(*each) for each in found))
            self._asked = run, least, places
        return self._asked[2]

    def _may_stand_in(self, run: tuple[str, ...]) -> bool:
        """Whether any word of a run tells of a phrase."""
        if self._parted and not self._parted.keys().isdisjoint(run):
            return True
        if not self._open:
            return not self._words.isdisjoint(run)
        return any(map(self._telling.__getitem__, run))

    def _find(self, run: tuple[str, ...]) -> Iterator[Found]:
        end = 0
        for start, _, phrase in sorted(self._standing(run)):
            if start >= end:
                end = start + len(phrase)
                yield Found(start, end)

    def _standing(self, run: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield where each phrase of a run begins, its rank among those that begin there, and itself."""
        known = self._words
        for place in [place for place, form in enumerate(run) if form in known]:
            form = run[place]
            if form in self._alone:
                yield place, self._last, (form,)
            for rank, at, phrase in self._by_word.get(form, ()):
                if at <= place and _begins(run[place - at : place - at + len(phrase)], phrase):
                    yield place - at, rank, phrase
        telling = self._telling
        for place, form in enumerate(run if self._open else ()):
            if telling[form] and form.startswith(self._beginnings):
                for rank, _, phrase in self._open:
                    if _is(form, phrase[0]) and _begins(run[place : place + len(phrase)], phrase):
                        yield place, rank, phrase
        for place in range(len(run) if self._parted else 0):
            if run[place] in self._parted and (verb := self._verb_before(run, place)) is not None:
                yield verb, 0, (run[verb],)

    def _verb_before(self, run: tuple[str, ...], place: int) -> int | None:
        """Find the nearest verb before a particle of which that is the other half."""
        verbs, first = self._parted[run[place]], max(0, place - _LONGEST_CLAUSE)
        return next(
            (at for at in range(place - 1, first - 1, -1) if run[at].startswith(verbs)), None
        )

    def stand_in(self, run: tuple[str, ...]) -> bool:
        """Whether any phrase of the list stands in a run."""
        return self._may_stand_in(run) and next(self._standing(run), None) is not None

    def __contains__(self, form: str) -> bool:
        """Whether a word by itself is in the list."""
        may_be = self._telling[form] if self._open else form in self._words
        return may_be and self.stand_in((form,))


def _most_telling(phrase: tuple[str, ...], small: Mapping[str, int]) -> str:
    words = (each for each in phrase if each[-1] != "*")
    return min(words, key=lambda each: (small.get(each, 0), -len(each)))


_PARTING = " … "
_LONGEST_CLAUSE = 14
"""Words of which the first and the last may be the halves of one verb."""
_MOST_KNOWN = 100_000
"""Words of which a list remembers whether they tell of any of its phrases."""


def _begins(run: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether a run begins with a phrase."""
    return len(run) >= len(phrase) and all(map(_is, run, phrase))


def _is(form: str, wanted: str) -> bool:
    return form == wanted or (wanted[-1] == "*" and form.startswith(wanted[:-1]))


def is_no_denial(phrase: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether a "not" affirms: not until 1866, not only, no doubt, no less than."""
    if phrase[-1] == "not":
        return "until" in behind or behind[:1] in (("only",), ("just",), ("merely",), ("least",))
    return phrase == ("no",) and behind[:1] in (
        ("doubt",),
        ("less",),
        ("fewer",),
        ("more",),
        ("later",),
    )

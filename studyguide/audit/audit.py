"""Mutation testing for decks: plant errors in copies of the items, and see which the check misses."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from studyguide.audit.mutations import MEANINGS, MUTATIONS, SWAPS, names_and_numbers
from studyguide.audit.specimen import Specimen, specimen_of, texts_of
from studyguide.checking.examine import examine
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.source.source import Source

_MOST, _MOST_READ = 12, 40_000
"""Errors of one class in one item, and characters of it read for them: an item of a thousand names would be checked
a thousand times for each class."""


class Survivor(NamedTuple):
    """A planted error that no rule noticed: such an item rests on its curator's eyes alone."""

    item: Item
    mutation: str
    what: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How one class of planted errors fared; `errors` were caught as errors, the rest as warnings."""

    mutation: str
    planted: int
    caught: int
    errors: int

    @property
    def share(self) -> float:
        """The share that was caught."""
        return self.caught / self.planted


@dataclass(frozen=True, slots=True)
class Audit:
    """What became of all planted errors."""

    tallies: tuple[Tally, ...]
    survivors: tuple[Survivor, ...]

    @property
    def planted(self) -> int:
        """How many errors were planted."""
        return sum(tally.planted for tally in self.tallies)

    @property
    def caught(self) -> int:
        """How many of them were caught."""
        return sum(tally.caught for tally in self.tallies)

    @property
    def swaps(self) -> "Audit":
        """Of all this only what was put in the place of something else."""
        return self._only(SWAPS)

    @property
    def meanings(self) -> "Audit":
        """Of all this only what was turned into something else."""
        return self._only(MEANINGS)

    def _only(self, classes: Collection[str]) -> "Audit":
        return Audit(
            tuple(each for each in self.tallies if each.mutation in classes),
            tuple(each for each in self.survivors if each.mutation in classes),
        )

    @property
    def share(self) -> float:
        """The share of all errors that was caught; 1 if none was planted."""
        return self.caught / self.planted if self.planted else 1.0

    @property
    def mean(self) -> float:
        """The mean over classes of the share that was caught."""
        return sum(tally.share for tally in self.tallies) / max(len(self.tallies), 1)


class _Trial(NamedTuple):
    mutation: str
    item: Item
    what: str
    is_caught: bool
    is_error: bool


def audit(deck: Deck, source: Source, seed: int, tick: Callable[[], None]) -> Audit:
    """Plant errors in every item in use; `tick` is called after each. Same seed, same result."""
    language = Language(deck.language)
    names, numbers = names_and_numbers(source, language)
    trials: list[_Trial] = []
    for item in deck.items:
        case, before = examine(item, deck, source, language)
        if case and not item.retired:
            known = frozenset(_key(finding) for finding in before)
            trials += _trials(specimen_of(case, names, numbers, seed), known)
        tick()
    survivors = (
        Survivor(trial.item, trial.mutation, trial.what) for trial in trials if not trial.is_caught
    )
    return Audit(tuple(_tallies(trials)), tuple(survivors))


def _trials(specimen: Specimen, before: frozenset[tuple[str, str]]) -> Iterator[_Trial]:
    """Try every mutation on one item; caught is what gives a finding that the item had not."""
    case = specimen.case
    size = sum(len(text.value) for text in texts_of(case.item))
    most = max(min(_MOST, _MOST_READ // (size + 1)), 1)
    for name, mutation in MUTATIONS.items():
        for mutant in islice(mutation(specimen), most):
            _, found = examine(mutant.item, case.deck, case.source, case.language)
            new = [finding for finding in found if _key(finding) not in before]
            is_error = any(finding.is_error for finding in new)
            yield _Trial(name, case.item, mutant.what, bool(new), is_error)


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _tallies(trials: list[_Trial]) -> Iterator[Tally]:
    for name in MUTATIONS:
        own = [trial for trial in trials if trial.mutation == name]
        if own:
            caught = sum(trial.is_caught for trial in own)
            yield Tally(name, len(own), caught, sum(trial.is_error for trial in own))

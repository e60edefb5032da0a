"""Mutation testing for decks: plant errors in copies of the items, and see which the check misses."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studyguide.audit.bed import Bed, bed_of
from studyguide.audit.mutations import CERTAIN, MUTATIONS, names_and_numbers
from studyguide.check.examine import examine
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.source.source import Source

if TYPE_CHECKING:
    from rich.console import RenderableType


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
    def mean(self) -> float:
        """The mean over classes of the share that was caught."""
        return sum(tally.share for tally in self.tallies) / len(self.tallies)


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
        passage, before = examine(item, deck, source, language)
        if passage and not item.retired:
            case = Case(item, deck, source, language, passage)
            known = frozenset(_key(finding) for finding in before)
            trials += _trials(bed_of(case, names, numbers, seed), known)
        tick()
    survivors = (
        Survivor(trial.item, trial.mutation, trial.what) for trial in trials if not trial.is_caught
    )
    return Audit(tuple(_tallies(trials)), tuple(survivors))


def _trials(bed: Bed, before: frozenset[tuple[str, str]]) -> Iterator[_Trial]:
    """Try every mutation on one item; caught is what gives a finding that the item had not."""
    case = bed.case
    for name, mutation in MUTATIONS.items():
        for mutant in mutation(bed):
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


def as_json(result: Audit) -> str:
    """Give the result as one JSON object."""
    classes = {
        tally.mutation: {"planted": tally.planted, "caught": tally.caught, "errors": tally.errors}
        for tally in result.tallies
    }
    survivors = [
        {
            "path": (place := survivor.item.file.within(survivor.item.id)).path.as_posix(),
            "line": place.line,
            "item": survivor.item.id.value,
            "mutation": survivor.mutation,
            "what": survivor.what,
        }
        for survivor in result.survivors
    ]
    summary = {"planted": result.planted, "caught": result.caught, "mean": round(result.mean, 4)}
    data = {"classes": classes, "survivors": survivors, "summary": summary}
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_table(result: Audit) -> "RenderableType":
    """Give the result as a table for a terminal, class by class."""
    from rich.table import Table

    table = Table("planted error", box=None, pad_edge=False)
    for title in ("planted", "caught", "", "as errors"):
        table.add_column(title, justify="right")
    for tally in result.tallies:
        is_bad = tally.share < 1 and tally.mutation in CERTAIN
        table.add_row(
            tally.mutation,
            str(tally.planted),
            str(tally.caught),
            f"{tally.share:.0%}",
            str(tally.errors),
            style="red" if is_bad else "",
        )
    table.add_section()
    share = f"{result.caught / result.planted:.1%}" if result.planted else ""
    table.add_row("all", str(result.planted), str(result.caught), share, "", style="bold")
    table.add_row("mean over classes", "", "", f"{result.mean:.1%}" if result.tallies else "", "")
    return table


def survivors_as_text(result: Audit) -> Iterator[str]:
    """Yield a line for each planted error that was missed, with the item's place."""
    for survivor in result.survivors:
        place = survivor.item.file.within(survivor.item.id)
        yield f"{place.path}:{place.line}: {survivor.mutation}: {survivor.what}"

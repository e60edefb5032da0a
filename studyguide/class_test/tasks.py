"""What a class test is made of: tasks in parts, and versions of it in another order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import eq
from string import ascii_lowercase
from typing import Literal, NamedTuple, TypeVar

from studyguide.deck.item import Kind
from studyguide.guide.guide import Entry

Form = Literal["match", "choose", "fill", "write"]
"""Letters that belong together, one answer of several, blanks, words of one's own."""

VERSIONS = ("a", "b")

SHORT, LONG = 6, 15
"""So many words of an answer are worth one point, or two."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Task:
    """An item as it is asked; `options` are the answers to choose from, one of them right; to match, one too many.

    `number` counts within its version.
    """

    entry: Entry
    form: Form
    options: tuple[str, ...] = ()
    number: int = 0

    @property
    def points(self) -> int:
        """What it is worth: a point a blank, and a point for each answer of a list."""
        answers = self.entry.answers
        if self.form in ("match", "choose"):
            return 1
        if self.form == "fill" or len(answers) > 1:
            return len(answers)
        words = len(answers[0].split())
        return 1 if words <= SHORT else 2 if words <= LONG else 3

    @property
    def letter(self) -> str:
        """The letter of the right one of its options."""
        return ascii_lowercase[self.options.index(self.entry.answers[0])]


@dataclass(frozen=True, slots=True)
class Part:
    """Tasks of one form; those to match are of one kind, and share their options."""

    form: Form
    tasks: tuple[Task, ...]
    kind: Kind = "question"


@dataclass(frozen=True, slots=True)
class ClassTest:
    """The parts of a class test, in the order of the deck, and what could not be proved to be wrong.

    `has_text` tells whether there was a text to prove anything by.
    """

    parts: tuple[Part, ...]
    has_text: bool = True

    @property
    def points(self) -> int:
        """What all tasks are worth together."""
        return sum(task.points for part in self.parts for task in part.tasks)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks, in order."""
        return tuple(task for part in self.parts for task in part.tasks)


class Version(NamedTuple):
    """A test in an order of its own, and its letter."""

    letter: str
    test: ClassTest


def versions_of(test: ClassTest, seed: str) -> tuple[Version, ...]:
    """Put the tasks of each part, and their options, in another order for each version.

    The same seed gives the same orders, and no two versions have a part in the same one.
    """
    return tuple(Version(letter, _ordered(test, seed, at)) for at, letter in enumerate(VERSIONS))


def _ordered(test: ClassTest, seed: str, version: int) -> ClassTest:
    number, parts = 0, list[Part]()
    for part in test.parts:
        tasks = list[Task]()
        order = _shuffled(part.tasks, f"{seed} tasks", version)
        shared = _aside(_shuffled(_shared(part), f"{seed} options", version), order)
        for task in order:
            number += 1
            own = shared or _shuffled(task.options, f"{seed} {task.entry.id}", version)
            tasks.append(replace(task, number=number, options=tuple(own)))
        parts.append(replace(part, tasks=tuple(tasks)))
    return replace(test, parts=tuple(parts))


def _aside(options: list[str], tasks: list[Task]) -> list[str]:
    """Turn options round until as few as can be stand beside the task that they belong to."""
    right = [task.entry.answers[0] for task in tasks]
    turned = [options[at:] + options[:at] for at in range(len(options))]
    beside = [sum(map(eq, each, right)) for each in turned]
    return turned[beside.index(min(beside))] if turned else options


def _shared(part: Part) -> tuple[str, ...]:
    return part.tasks[0].options if part.form == "match" else ()


def _shuffled(things: Sequence[Thing], seed: str, version: int) -> list[Thing]:
    """Put things in an order by lot; that of each further version begins with another thing."""

    def lot(thing: Thing) -> bytes:
        told = thing.entry.id if isinstance(thing, Task) else str(thing)
        return sha256(f"{seed} {version} {told}".encode("utf-8", "surrogatepass")).digest()

    order = sorted(things, key=lot)
    earlier = {repr(_shuffled(things, seed, each)[:1]) for each in range(version)}
    at = next((at for at, each in enumerate(order) if repr([each]) not in earlier), 0)
    return order[at:] + order[:at]


def lettered(options: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield options with their letters."""
    return zip(ascii_lowercase, options, strict=False)

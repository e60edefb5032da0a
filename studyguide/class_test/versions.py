"""Versions of a class test: the same tasks, shuffled by its seed."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from operator import eq
from typing import NamedTuple, TypeVar

from studyguide.class_test.tasks import ClassTest, Part, Task

VERSIONS = ("a", "b")

Thing = TypeVar("Thing")


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

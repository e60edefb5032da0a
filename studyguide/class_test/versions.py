"""Versions of a class test: the same tasks, shuffled by its seed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import eq
from typing import NamedTuple, TypeVar

from studyguide.class_test.lots import lot
from studyguide.class_test.tasks import ClassTest, Part, Task

VERSIONS = ("a", "b")

_ATTEMPTS = 256
"""Orders to choose from: of things in an order by lot, every third has none in the place that it had."""

Thing = TypeVar("Thing")


class Version(NamedTuple):
    """A test in an order of its own, and its letter."""

    letter: str
    test: ClassTest


def versions_of(test: ClassTest, seed: str) -> tuple[Version, ...]:
    """Put the tasks of each part, and their options, in another order for each version.

    The same seed gives the same orders, and what has a number or a letter in one version has another in the next; where
    numbers to choose from rise in the first, they fall.
    """
    versions: list[Version] = []
    for letter in VERSIONS:
        earlier = [each.test for each in versions]
        turned = replace(test, parts=tuple(_turned([*_falling(test.parts)]))) if earlier else test
        versions.append(Version(letter, _ordered(turned, f"{seed} {letter}", earlier)))
    return tuple(versions)


def again(version: Version, others: Sequence[Version], attempt: int) -> Version:
    """Put a version in another order, which is none of the others'; its parts stay where they are."""
    seed = f"{version.test.seed} {version.letter} {attempt}"
    return version._replace(test=_ordered(version.test, seed, [each.test for each in others]))


class _Earlier(NamedTuple):
    """The tasks of versions that were made before."""

    tests: tuple[Sequence[Task], ...]

    def ids(self, first: int, count: int) -> list[list[str]]:
        """Give what they ask under so many numbers."""
        return [_ids(tasks[first - 1 : first - 1 + count]) for tasks in self.tests]

    def options(self, task: Task) -> list[Sequence[str]]:
        """Give the options that a task has there."""
        return [each.options for tasks in self.tests for each in tasks if _id(each) == _id(task)]

    def same(self, tasks: Sequence[Task], first: int) -> int:
        """Count letters that stand under the same number there: a neighbour's key must not be worth copying."""
        return sum(
            bool(other.options) and task.letter == other.letter
            for there in self.tests
            for task, other in zip(tasks, there[first - 1 :], strict=False)
            if task.options
        )


def _ordered(test: ClassTest, seed: str, tests: Sequence[ClassTest]) -> ClassTest:
    first, parts, letters = 1, list[Part](), ""
    earlier = _Earlier(tuple(each.tasks for each in tests))
    for part in test.parts:
        order = _in_order(part, f"{seed} tasks", earlier, first)
        tasks = list[Task]()
        if part.form == "match":
            shared = tuple(_options(order, seed, earlier, (first, letters)))
            tasks = [replace(task, options=shared) for task in order]
        kept = "".join(task.letter for task in order if task.is_rising)
        for task in order[len(tasks) :]:
            there = (first + len(tasks), letters + _letters(tasks), kept)
            own = tuple(_own_options(task, seed, earlier, there))
            tasks.append(replace(task, options=own))
        numbered = (replace(task, number=at) for at, task in enumerate(tasks, start=first))
        parts.append(replace(part, tasks=tuple(numbered)))
        first, letters = first + len(tasks), letters + _letters(tasks)
    return replace(test, parts=tuple(parts))


def _letters(tasks: Sequence[Task]) -> str:
    return "".join(task.letter for task in tasks if task.options)


def _falling(parts: Sequence[Part]) -> Iterator[Part]:
    """Let numbers fall, so that the right one has another letter, if it is not the middle one."""
    for part in parts:
        tasks = (
            replace(task, options=task.options[::-1]) if task.is_rising else task
            for task in part.tasks
        )
        yield replace(part, tasks=tuple(tasks))


def _turned(parts: Sequence[Part]) -> Sequence[Part]:
    """Let parts of one task change places with the next one, or the last with the one before: their numbers are others."""
    turned, at = [*parts], 0
    while at < len(turned) - 1:
        is_last = at == len(turned) - 2
        if len(turned[at].tasks) == 1 or (is_last and len(turned[at + 1].tasks) == 1):
            turned[at : at + 2] = turned[at + 1], turned[at]
            at += 1
        at += 1
    return turned


def _in_order(part: Part, seed: str, earlier: _Earlier, first: int) -> list[Task]:
    """Shuffle tasks, none under the number that it had, nor options that stay in order under one of their letter.

    As few as can be follow each other as they did: neighbours read on.
    """
    pairs = {pair for tasks in earlier.tests for pair in pairwise(_ids(tasks))}

    def cost(tasks: Sequence[Task]) -> tuple[int, int]:
        rising = [task if task.is_rising else replace(task, options=()) for task in tasks]
        return earlier.same(rising, first), sum(pair in pairs for pair in pairwise(_ids(tasks)))

    return _shuffled(part.tasks, seed, earlier.ids(first, len(part.tasks)), _id, cost)


def _options(
    order: Sequence[Task], seed: str, earlier: _Earlier, at: tuple[int, str]
) -> Sequence[str]:
    """Shuffle what tasks share, so that as little as can be stands beside the task that it belongs to."""
    right = [task.entry.answers[0] for task in order]
    first, letters = at

    def cost(options: Sequence[str]) -> tuple[int, int]:
        shown = [replace(task, options=tuple(options)) for task in order]
        return earlier.same(shown, first), runs_in(letters[-2:] + _letters(shown))

    told = earlier.options(order[0])
    return _shuffled(order[0].options, f"{seed} options", [right, *told], str, cost)


def _own_options(
    task: Task, seed: str, earlier: _Earlier, at: tuple[int, str, str]
) -> Sequence[str]:
    """Shuffle what one task has to choose from, unless it is numbers in their order; the letters of those are `kept`."""
    if task.is_rising or not task.options:
        return task.options
    number, letters, kept = at

    def cost(options: Sequence[str]) -> tuple[int, int]:
        shown = replace(task, options=tuple(options))
        regular = runs_in(letters[-2:] + shown.letter)
        return earlier.same([shown], number) + kept.count(shown.letter), regular

    return _shuffled(task.options, f"{seed} {_id(task)}", earlier.options(task), str, cost)


def runs_in(letters: str) -> int:
    """Count where three letters of a key in a row rise, fall step by step, or are the same: it can be guessed."""
    return sum(
        one < two < three or one == two == three or ord(one) - 1 == ord(two) == ord(three) + 1
        for one, two, three in zip(letters, letters[1:], letters[2:], strict=False)
    )


def _ids(tasks: Sequence[Task]) -> list[str]:
    return [_id(task) for task in tasks]


def _id(task: Task) -> str:
    return task.entry.id


def _none(_: Sequence[Thing]) -> tuple[int, int]:
    return 0, 0


def _shuffled(
    things: Sequence[Thing],
    seed: str,
    apart: Sequence[Sequence[str]],
    name: Callable[[Thing], str],
    cost: Callable[[Sequence[Thing]], tuple[int, int]] = _none,
) -> list[Thing]:
    """Put things in an order by lot: of several the one in which fewest, by name, stand where one of `apart` has them.

    `cost` tells how many letters are twice as bad, and how regular the order is: of equal ones the least regular is taken.
    """

    def drawn(attempt: int) -> list[Thing]:
        return sorted(things, key=lambda thing: lot(f"{seed} {attempt} {name(thing)}"))

    def bad(order: list[Thing]) -> tuple[int, int]:
        alike = sum(sum(map(eq, map(name, order), other)) for other in apart)
        same, regular = cost(order)
        return alike + 2 * same, regular

    return min(map(drawn, range(_ATTEMPTS)), key=bad)

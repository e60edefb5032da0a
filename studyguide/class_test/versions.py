"""Versions of a class test: the same tasks, shuffled by its seed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
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

    The same seed gives the same orders, and what has a number or a letter in one version has another in the next.
    """
    versions: list[Version] = []
    for letter in VERSIONS:
        earlier = [each.test for each in versions]
        turned = replace(test, parts=tuple(_turned(test.parts))) if earlier else test
        versions.append(Version(letter, _ordered(turned, f"{seed} {letter}", earlier)))
    return tuple(versions)


def again(version: Version, others: Sequence[Version], attempt: int) -> Version:
    """Put a version in another order, which is none of the others'; its parts stay where they are."""
    seed = f"{version.test.seed} {version.letter} {attempt}"
    return version._replace(test=_ordered(version.test, seed, [each.test for each in others]))


def _ordered(test: ClassTest, seed: str, earlier: Sequence[ClassTest]) -> ClassTest:
    number, parts, letters = 0, list[Part](), ""
    known = [each.tasks for each in earlier]
    for part in test.parts:
        there = [_ids(tasks[number : number + len(part.tasks)]) for tasks in known]
        order = _shuffled(part.tasks, f"{seed} tasks", there, _id)
        options = {_id(task): [*_told(task, known)] for task in order}
        shared = _options(order, seed, options, letters) if part.form == "match" else ()
        tasks = list[Task]()
        for task in order:
            number += 1
            told = options[_id(task)]
            own = shared or (task.options and _own_options(task, seed, told, letters))
            tasks.append(replace(task, number=number, options=tuple(own)))
            letters += tasks[-1].letter if own else ""
        parts.append(replace(part, tasks=tuple(tasks)))
    return replace(test, parts=tuple(parts))


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


def _told(task: Task, known: Sequence[Sequence[Task]]) -> Iterator[Sequence[str]]:
    """Yield the options of a task in earlier versions."""
    yield from (each.options for tasks in known for each in tasks if _id(each) == _id(task))


def _options(
    order: Sequence[Task], seed: str, before: Mapping[str, list[Sequence[str]]], letters: str
) -> Sequence[str]:
    """Shuffle what tasks share, so that as little as can be stands beside the task that it belongs to."""
    right = [task.entry.answers[0] for task in order]
    told = before[_id(order[0])]

    def regular(options: Sequence[str]) -> int:
        shown = (replace(task, options=tuple(options)).letter for task in order)
        return runs_in(letters[-2:] + "".join(shown))

    return _shuffled(order[0].options, f"{seed} options", [right, *told], str, regular)


def _own_options(
    task: Task, seed: str, told: Sequence[Sequence[str]], letters: str
) -> Sequence[str]:
    """Shuffle what one task has to choose from, unless it is numbers."""
    if task.is_rising:
        return task.options

    def regular(options: Sequence[str]) -> int:
        return runs_in(letters[-2:] + replace(task, options=tuple(options)).letter)

    return _shuffled(task.options, f"{seed} {_id(task)}", told, str, regular)


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


def _none(_: Sequence[Thing]) -> int:
    return 0


def _shuffled(
    things: Sequence[Thing],
    seed: str,
    apart: Sequence[Sequence[str]],
    name: Callable[[Thing], str],
    regular: Callable[[Sequence[Thing]], int] = _none,
) -> list[Thing]:
    """Put things in an order by lot: of several that have fewest of them, by name, where one of `apart` has it.

    Of these the least `regular` is taken.
    """

    def drawn(attempt: int) -> list[Thing]:
        return sorted(things, key=lambda thing: lot(f"{seed} {attempt} {name(thing)}"))

    def alike(order: list[Thing]) -> int:
        return sum(sum(map(eq, map(name, order), other)) for other in apart)

    return min(map(drawn, range(_ATTEMPTS)), key=lambda order: (alike(order), regular(order)))

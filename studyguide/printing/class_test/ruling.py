"""How many lines there are to write on, below each task."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from studyguide.class_test.room import is_a_word, lines_of, lines_with_ease
from studyguide.class_test.tasks import Task
from studyguide.class_test.worth import MOST_POINTS

WHOLE: Final = 100
"""Percent."""

MOST_GIVEN: Final = 3
"""Lines beyond what is needed, for each answer."""

_NO_LIMIT: Final = 1 << 30


class Ruled(NamedTuple):
    """How many lines there are to write on: a `share`, in percent, of what answers need, as all pages hold no more.

    Of long lists so many entries have one of their own; and so many beyond that are `given`.
    """

    share: int = WHOLE
    listed: int = MOST_POINTS
    given: int = 0


def ruled(tasks: Sequence[Task], how: Ruled, *, is_large: bool = False) -> Mapping[str, int]:
    """Give how many lines each task has, by id, as many in every version: pupils count lines.

    Of those with equal points none has more than a line more, unless they have the most that there are; but one word, or
    one number, has one. What is given goes to the answer that has most letters a line; or to whom a share leaves least.
    A list has no line but those of its entries.
    """
    written = [task for task in tasks if task.form == "write"]
    lines = {task.entry.id: _needed(task, how, is_large=is_large) for task in written}
    own = [task for task in written if may_have_more(task)]
    longest = Counter[int]()
    for task in own:
        longest[task.points] = max(longest[task.points], lines[task.entry.id])
    for task in own:
        if task.points < MOST_POINTS:
            lines[task.entry.id] = max(lines[task.entry.id], longest[task.points] - 1)
    if how.share < WHOLE:
        return _filled_up(
            lines, {it.entry.id: lines_of(it, is_large=is_large) for it in written}, how
        )
    limits = {it.points: it.points + 1 for it in written if is_list(it) and it.points < MOST_POINTS}
    dealt = Counter[str]()
    for _ in range(how.given):
        may_have = [
            task
            for task in own
            if lines[task.entry.id] < limits.get(task.points, _NO_LIMIT)
            and dealt[task.entry.id] < MOST_GIVEN
        ]
        left = [*_with_fewest(may_have, own, lines)]
        if not left:
            break
        fullest = max(left, key=lambda it: (_letters(it) / lines[it.entry.id], it.entry.id))
        dealt[fullest.entry.id] += 1
        lines[fullest.entry.id] += 1
    return lines


def may_have_more(task: Task) -> bool:
    """Whether a task has lines that are given: a list has one for each entry, one word one."""
    return task.form == "write" and not is_list(task) and not is_a_word(task)


def full_ones(tasks: Iterable[Task], *, is_large: bool = False) -> Iterator[Task]:
    """Yield those whose answer fills its lines, so that most people write it small."""
    for task in tasks:
        is_full = lines_with_ease(task, is_large=is_large) > lines_of(task, is_large=is_large)
        if is_full and may_have_more(task):
            yield task


def is_list(task: Task) -> bool:
    """Whether a task asks for a list, or for things in a row, which has a line for each."""
    return len(task.entry.answers) > 1 or task.has_row


def _with_fewest(
    tasks: Sequence[Task], own: Sequence[Task], lines: Mapping[str, int]
) -> Iterator[Task]:
    """Yield those of the tasks that have no line more than others of their points, or the most that there are."""
    fewest = dict[int, int]()
    for task in own:
        fewest[task.points] = min(lines[task.entry.id], fewest.get(task.points, _NO_LIMIT))
    for task in tasks:
        if task.points >= MOST_POINTS or lines[task.entry.id] == fewest[task.points]:
            yield task


def _letters(task: Task) -> int:
    return sum(map(len, task.entry.answers))


def _filled_up(
    lines: Mapping[str, int], needed: Mapping[str, int], how: Ruled
) -> Mapping[str, int]:
    """Give lines to those answers first that have the smallest part of what they need."""
    found = dict(lines)
    for _ in range(how.given):
        least = min(found, key=lambda id: (found[id] / needed[id], id))
        found[least] += found[least] < needed[least]
    return found


def _needed(task: Task, how: Ruled, *, is_large: bool) -> int:
    lines = lines_of(task, is_large=is_large, listed=how.listed)
    return max(1, (lines * how.share + WHOLE // 2) // WHOLE)

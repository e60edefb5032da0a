"""How many lines there are to write on, below each task."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from studyguide.class_test.room import (
    ABREAST,
    abreast_of,
    are_numbered,
    lines_of,
    lines_of_code,
    lines_with_ease,
)
from studyguide.class_test.tasks import Task
from studyguide.class_test.worth import MOST_POINTS
from studyguide.printing.class_test.one_line import on_one_line

WHOLE: Final = 100
"""Percent."""

MOST_GIVEN: Final = 1
"""Lines beyond what is needed, for each answer: five say of nine words that there is more to write."""

_NO_LIMIT: Final = 1 << 30


class Ruled(NamedTuple):
    """How many lines there are to write on: a `share`, in percent, of what answers need, as all pages hold no more.

    Of long lists so many entries have a line of their own, short ones stand so many `abreast` at the most; and so many
    lines beyond that are `given`.
    """

    share: int = WHOLE
    listed: int = MOST_POINTS
    given: int = 0
    abreast: int = ABREAST


def ruled(tasks: Sequence[Task], how: Ruled, *, is_large: bool = False) -> Mapping[str, int]:
    """Give how many lines each task has, by id, as many in every version: pupils count lines.

    Those with equal points have equal lines, if they need as many, unless they have the most that there are; but one word, or numbers with their units, have
    one, where all that are asked so have one. What is given goes to those that have most letters a line; or to whom a share leaves least. A list has no line
    but those of its entries.
    """
    written = [task for task in tasks if task.form == "write"]
    whole = _whole(written, how, is_large=is_large)
    if how.share < WHOLE:
        return _shared(written, whole, how, is_large=is_large)
    return _with_given(written, whole, how, is_large=is_large)


def stands_abreast(task: Task, how: Ruled, *, is_large: bool = False) -> bool:
    """Whether the entries of a list are written side by side: each has its place, whatever room there is."""
    return abreast_of(task, is_large=is_large, most=how.abreast) > 1


def having_more(tasks: Sequence[Task]) -> Sequence[Task]:
    """Leave out those to which no lines are given: a list has those of its entries, a program those of its own, one word one."""
    written = [task for task in tasks if task.form == "write"]
    short = on_one_line(written)
    own = [task for task in written if is_list(task) or lines_of_code(task)]
    return [task for task in written if task not in own and _id(task) not in short]


def full_ones(tasks: Sequence[Task], *, is_large: bool = False) -> Iterator[Task]:
    """Yield those whose answer fills its lines if it is written large, and those that have as many lines."""
    for group in _alike(tasks, is_large=is_large):
        lines = lines_of(group[0], is_large=is_large)
        if any(lines_with_ease(each, is_large=is_large) > lines for each in group):
            yield from group


def is_list(task: Task) -> bool:
    """Whether a task asks for a list, or for things in a row, which has a line for each."""
    return len(task.entry.answers) > 1 or task.has_row


def _alike(written: Sequence[Task], *, is_large: bool) -> Iterator[Sequence[Task]]:
    """Yield those that have equal points, and need as many lines, in groups, of which each has as many; of most points each by itself.

    Who or what it is, and what happened, has two points however much is told of it: these are groups of their own.
    """
    groups = defaultdict[tuple[int, bool, int], list[Task]](list)
    for task in having_more(written):
        needed = lines_of(task, is_large=is_large)
        groups[task.points, task.entry.kind == "question", needed].append(task)
    for (points, *_), group in groups.items():
        yield from [group] if points < MOST_POINTS else ([each] for each in group)


def _whole(written: Sequence[Task], how: Ruled, *, is_large: bool) -> Mapping[str, int]:
    """Give each what it needs by hand."""
    return {
        _id(it): lines_of(it, is_large=is_large, listed=how.listed, abreast=how.abreast)
        for it in written
    }


def _with_given(
    written: Sequence[Task], whole: Mapping[str, int], how: Ruled, *, is_large: bool
) -> Mapping[str, int]:
    """Give what is given to whole groups; no more to any than those of more points have, nor two lines more than a list without numbers."""
    lines, left, groups = dict(whole), how.given, [*_alike(written, is_large=is_large)]
    plain = (
        task
        for task in filter(is_list, written)
        if not are_numbered(task, whole[_id(task)], is_large=is_large, most=how.abreast)
    )
    limits = {task.points: task.points + 1 for task in plain if task.points < MOST_POINTS}

    def may_grow(group: Sequence[Task]) -> bool:
        points, now = group[0].points, lines[_id(group[0])]
        needed = whole[_id(group[0])]
        more = (
            lines[_id(each[0])]
            for each in groups
            if each[0].points > points and whole[_id(each[0])] >= needed
        )
        most = min([needed + MOST_GIVEN, limits.get(points, _NO_LIMIT), *more])
        return len(group) <= left and now < most

    while growing := [*filter(may_grow, groups)]:
        for task in max(growing, key=partial(_fullest, lines)):
            lines[_id(task)] += 1
            left -= 1
    return lines


def _fullest(lines: Mapping[str, int], group: Sequence[Task]) -> tuple[float, str]:
    return max((_letters(it) / lines[_id(it)], _id(it)) for it in group)


def _letters(task: Task) -> int:
    return sum(map(len, task.entry.answers))


def _id(task: Task) -> str:
    return task.entry.id


def _shared(
    written: Sequence[Task], whole: Mapping[str, int], how: Ruled, *, is_large: bool
) -> Mapping[str, int]:
    """Give all but programs their share; and what is given to those first that have the smallest part of what they need."""
    least = [
        task
        for task in written
        if not (stands_abreast(task, how, is_large=is_large) or lines_of_code(task))
    ]
    shared = {_id(it): max(1, (whole[_id(it)] * how.share + WHOLE // 2) // WHOLE) for it in least}
    found = {**whole, **shared}
    lists = defaultdict[tuple[int, int], list[Task]](list)
    for task in filter(is_list, least):
        lists[task.points, whole[_id(task)]].append(task)
    groups = [*_alike(written, is_large=is_large), *lists.values()]
    left = how.given

    def had(group: Sequence[Task]) -> tuple[float, str]:
        return found[_id(group[0])] / whole[_id(group[0])], _id(group[0])

    while lacking := [each for each in groups if len(each) <= left and had(each)[0] < 1]:
        for task in min(lacking, key=had):
            found[_id(task)] += 1
            left -= 1
    return found

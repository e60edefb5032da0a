"""Which answers have one line: a word, or a number with its unit, where all that are asked in the same words have one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from operator import eq
from typing import Final

from studyguide.class_test.tasks import Task
from studyguide.language.language import Language
from studyguide.language.numbers import numerals
from studyguide.language.words import forms

_AROUND: Final = 2
"""So many words beside a number are its unit, and what says how near it is: about 30 kW."""

_FIRST: Final = 2
"""So many words at least with which two tasks begin that ask in the same words."""

_ALIKE: Final = 2 / 3
"""So much of two questions is the same where only a name, or what is looked for, is another."""

Run = tuple[str, ...]


def on_one_line(written: Iterable[Task]) -> frozenset[str]:
    """Give those tasks, by id, that have one line, however much room there is.

    Beside a like question with more lines it would tell how long its answer is. "Who is …?" and "What happened in
    …?" do not ask for a word.
    """
    by_opening = defaultdict[Run, list[tuple[Run, str, bool]]](list)
    for task in written:
        if task.entry.kind == "question":
            run = forms(task.entry.prompt)
            by_opening[run[:_FIRST]].append((run, task.entry.id, _is_short(task)))
    return frozenset(id for group in by_opening.values() for id in _short_of(group))


def _short_of(group: Sequence[tuple[Run, str, bool]]) -> Iterator[str]:
    """Yield those that are short, but for those that are asked like a longer one, and so on."""
    long, short = ([each for each in group if each[2] is is_short] for is_short in (False, True))
    while long and short:
        found = [each for each in short if any(_ask_alike(each[0], it[0]) for it in long)]
        short, long = [each for each in short if each not in found], found
    yield from (id for _, id, _ in short)


def _ask_alike(one: Run, two: Run) -> bool:
    """Whether two questions have the same words before and behind what is another."""
    before = _same(one, two)
    shorter = min(len(one), len(two)) - before
    behind = min(_same(one[::-1], two[::-1]), shorter)
    if one == two:
        return True
    return before >= _FIRST and before + behind >= _ALIKE * max(len(one), len(two))


def _same(one: Run, two: Run) -> int:
    return sum(1 for _ in takewhile(bool, map(eq, one, two)))


def _is_short(task: Task) -> bool:
    """Whether all that a task asks for is one word, or a number with its unit."""
    if len(task.entry.answers) > 1:
        return False
    run = forms(task.entry.answers[0])
    if len(run) == 1:
        return True
    counted = {
        at for each in numerals(run, _known(task.language)) for at in range(each.first, each.last)
    }
    counted |= {at for at, form in enumerate(run) if any(map(str.isdecimal, form))}
    return bool(counted) and len(run) - len(counted) <= _AROUND


@cache
def _known(tag: str) -> Language:
    return Language(tag)

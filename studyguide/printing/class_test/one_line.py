"""Which answers have one line: a word, or numbers with their units, where all that are asked in the same words have one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import eq
from typing import Final

from studyguide.class_test.room import lines_of
from studyguide.class_test.tasks import Task
from studyguide.language.language import Language
from studyguide.language.numbers import numerals
from studyguide.language.words import forms

_AROUND: Final = 2
"""So many words beside each number are its unit, and what says how near it is, or joins it: about 30 kW, 9 ft by 10 in."""

_SEVERAL: Final = 2
"""So many numbers have a unit each: 24 m by 9 m."""

_WITH_SMALL_ONES: Final = 3
"""Words: the cook, in Cologne, at the wheel."""

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
    """Whether all that a task asks for is one word, with what small ones stand before it, or numbers with their units."""
    if len(task.entry.answers) > 1:
        return False
    language, run = Language(task.language), forms(task.entry.answers[0])
    if len(run) == 1 or (
        len(run) <= _WITH_SMALL_ONES
        and all(map(language.is_function_word, run[:-1]))
        and not language.is_function_word(run[-1])
    ):
        return True
    found = numerals(run, language)
    counted = {at for each in found for at in range(each.first, each.last)}
    figures = {at for at, form in enumerate(run) if any(map(str.isdecimal, form))}
    numbers = len(found) + len(figures - counted)
    counted |= figures
    rest = [form for at, form in enumerate(run) if at not in counted]
    if numbers < _SEVERAL:
        return bool(counted) and len(rest) <= _AROUND
    units = [form for form in rest if not language.is_function_word(form)]
    return len(units) <= numbers and len(rest) <= _AROUND * numbers and lines_of(task) == 1

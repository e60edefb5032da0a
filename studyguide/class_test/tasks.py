"""What a class test is made of: tasks in parts, each task with its form and its points."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Literal

from studyguide.class_test.worth import MOST_POINTS, OF_A_NAME, points_of, things_in
from studyguide.deck.item import Kind
from studyguide.guide.guide import Entry

Form = Literal["match", "choose", "fill", "write"]
"""Letters that belong together, one answer of several, blanks, words of one's own."""


@dataclass(frozen=True, slots=True)
class Task:
    """An item as it is asked; `options` are the answers to choose from, one of them right; to match, one too many.

    `number` counts within its version; options that are `is_rising` are numbers, which stay in order, or all fall in
    the other version. `language` is the guide's. It `has_more` where the text tells something
    else of a year, which is as true.
    """

    entry: Entry
    form: Form
    options: tuple[str, ...] = ()
    number: int = 0
    is_rising: bool = False
    language: str = "en"
    has_more: bool = False

    @property
    def points(self) -> int:
        """What it is worth: a point a blank, for each answer of a list, and for each of things in a row, up to so many; two for who, what or what happened."""
        answers = self.entry.answers
        if self.form in ("match", "choose"):
            return 1
        if self.form == "fill":
            rows = (things_in(each, self.language) or 1 for each in answers)
            return sum(min(each, MOST_POINTS) for each in rows)
        if len(answers) > 1:
            return min(len(answers), MOST_POINTS)
        if self.entry.kind != "question":
            return OF_A_NAME
        return points_of(self.entry.prompt, answers[0], self.language)

    @property
    def things(self) -> int:
        """How many answers its list has, or things its answer in a row; none else."""
        answers = self.entry.answers
        return len(answers) if len(answers) > 1 else things_in(answers[0], self.language)

    @property
    def has_row(self) -> bool:
        """Whether an answer, but for one of a list, is worth more since it names things in a row."""
        is_own = self.form == "fill" or (self.form == "write" and len(self.entry.answers) == 1)
        return is_own and any(things_in(each, self.language) for each in self.entry.answers)

    @property
    def letter(self) -> str:
        """The letter of the right one of its options, a to z in any language: by it keys are compared."""
        return ascii_lowercase[self.options.index(self.entry.answers[0])]


@dataclass(frozen=True, slots=True)
class Part:
    """Tasks of one form; those to match are of one kind, and share their options."""

    form: Form
    tasks: tuple[Task, ...]
    kind: Kind = "question"


@dataclass(frozen=True, slots=True)
class ClassTest:
    """The parts of a class test, in the order of the deck; `spares` may be asked instead of what takes too much room.

    By the `seed` it was drawn, and is shuffled; `has_text` tells whether a text could prove anything. `told` has pairs
    of the guide's numbers, where the first gives an answer to the second away; the first is empty where the title does.
    `is_to_match` where something to match was looked for. So many were `left_out`, as they tell answers or are told.
    `is_shortest` where pages hold too little, and the deck has nothing shorter that tells no more.
    """

    parts: tuple[Part, ...]
    spares: tuple[Task, ...] = ()
    seed: str = "1"
    has_text: bool = True
    told: tuple[tuple[str, str], ...] = ()
    is_to_match: bool = False
    left_out: int = 0
    is_shortest: bool = False

    def with_pictures(self, entries: Mapping[str, Entry]) -> "ClassTest":
        """Show pictures as other entries have them, told by their ids."""

        def shown(entry: Entry) -> Entry:
            other = entries[entry.id]
            return replace(entry, image=other.image, asked_picture=other.asked_picture)

        def asked(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
            return tuple(replace(task, entry=shown(task.entry)) for task in tasks)

        parts = tuple(replace(part, tasks=asked(part.tasks)) for part in self.parts)
        return replace(self, parts=parts, spares=asked(self.spares))

    def with_spare(self, old: Task, new: Task) -> "ClassTest":
        """Ask a spare one instead of another, in the part that it belongs to."""
        by_form = {part.form: part for part in self.parts}
        parts = [
            replace(part, tasks=tuple(each for each in part.tasks if each.entry.id != old.entry.id))
            for part in self.parts
        ]
        if new.form in by_form:
            parts = [
                replace(part, tasks=(*part.tasks, new)) if part.form == new.form else part
                for part in parts
            ]
        else:
            parts.append(Part(new.form, (new,)))
        left = tuple(each for each in self.spares if each.entry.id != new.entry.id)
        return replace(self, parts=tuple(part for part in parts if part.tasks), spares=left)

    @property
    def points(self) -> int:
        """What all tasks are worth together."""
        return sum(task.points for part in self.parts for task in part.tasks)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks, in order."""
        return tuple(task for part in self.parts for task in part.tasks)

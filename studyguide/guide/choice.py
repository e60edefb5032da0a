"""Part of a guide: some sections, tags, kinds, what has changed, so many items drawn by lot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from studyguide.deck.item import READING_ORDER
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Entry, Guide

_RANGES = re.compile(
    r"\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?:\s*,\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?)*\s*"
)


_MOST_TOLD = 12
"""Tags that are named where another was asked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted; what is empty chooses nothing. An item must be wanted in every respect.

    `sections` is written as `2-4,6`; of `ids` there may be none, or else these. `items` is how many of
    the rest are drawn, by the `seed`.
    """

    sections: str = ""
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    ids: frozenset[str] | None = None
    items: int = 0
    seed: str = "1"

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.sections or self.tags or self.kinds or self.ids is not None or self.items)


def chosen(guide: Guide, choice: Choice) -> Guide:
    """Give the part of a guide that is wanted; each item keeps the number that it has in the whole.

    Questions on the whole go. Raises `StudyGuideError` where nothing is left, and for a section that is not there.
    """
    if choice.is_everything:
        return guide
    numbers = section_numbers(choice.sections)
    _refuse_others(guide, choice.sections)
    wanted = [
        entry
        for entry in guide.entries
        if not entry.retired and (not numbers or entry.section in numbers) and _suits(entry, choice)
    ]
    kept = {entry.id for entry in _drawn(wanted, choice)}
    sections = (
        replace(each, entries=tuple(entry for entry in each.entries if entry.id in kept))
        for each in guide.sections
    )
    if not kept:
        raise StudyGuideError(f"no item of `{guide.id}` {_lacking(guide, choice)}")
    people = tuple(
        each.prompt for each in guide.entries if each.kind == "person" and not each.retired
    )
    modified = max(entry.modified for entry in wanted if entry.id in kept)
    left = tuple(section for section in sections if section.entries)
    whole = sum(not each.retired for each in guide.entries)
    part = replace(guide, sections=left, discussion=(), modified=modified, people=people)
    return replace(part, whole=whole if len(kept) < whole else 0)


def left_out(guide: Guide, part: Guide, choice: Choice) -> tuple[int, ...]:
    """Name the sections among those that were asked for of which a part of a guide has nothing, though they have items."""
    numbers, kept = section_numbers(choice.sections), {each.number for each in part.sections}
    return tuple(
        each.number
        for each in guide.sections
        if each.number not in kept
        and (not numbers or each.number in numbers)
        and any(not entry.retired for entry in each.entries)
    )


def _refuse_others(guide: Guide, text: str) -> None:
    """Raise `StudyGuideError` for a section that is not there; a range may only go over numbers that are left out."""
    there = sorted(section.number for section in guide.sections)
    wrong = [
        str(number)
        for run in _runs(text)
        for number in sorted({run[0], run[-1]})
        if number not in there and (len(run) == 1 or not there[0] < number < there[-1])
    ]
    if wrong:
        which = f"section{'s' * (len(wrong) > 1)} {', '.join(wrong)}"
        told = ", ".join(map(str, there))
        raise StudyGuideError(f"`{guide.id}` has no {which}: it has {told}")


def _lacking(guide: Guide, choice: Choice) -> str:
    """Say what no item is or has; of several wishes that no item has all."""
    tags = sorted({tag for entry in guide.entries for tag in entry.tags})
    if choice.tags and not {*choice.tags} & {*tags}:
        found = f": there are {', '.join(tags[:_MOST_TOLD])}" if tags else ", nor any other"
        return f"has the tag {choice.tags[0]}{found}"
    if choice.kinds and not {*choice.kinds} & {entry.kind for entry in guide.entries}:
        return f"is a {choice.kinds[0]}"
    return "is all that is asked for"


def section_numbers(text: str) -> frozenset[int]:
    """Read `2-4,6`."""
    return frozenset(number for run in _runs(text) for number in run)


def _runs(text: str) -> Iterator[range]:
    if not text:
        return
    if not _RANGES.fullmatch(text):
        raise StudyGuideError(f"`{text}` names no sections: write them as 2-4,6")
    for part in text.split(","):
        first, _, last = re.sub("[-–]", "-", part).partition("-")
        run = range(int(first), int(last or first) + 1)
        if not run:
            raise StudyGuideError(f"`{text}` names no sections: {part.strip()} runs backwards")
        yield run


def _suits(entry: Entry, choice: Choice) -> bool:
    return (
        (not choice.tags or bool({*choice.tags} & {*entry.tags}))
        and (not choice.kinds or entry.kind in choice.kinds)
        and (choice.ids is None or entry.id in choice.ids)
    )


def _drawn(entries: list[Entry], choice: Choice) -> list[Entry]:
    """Draw by lot, the same for the same seed; an item more in the deck changes one of the drawn."""
    if not choice.items:
        return entries
    lots = sorted(entries, key=lambda each: sha256(f"{choice.seed} {each.id}".encode()).digest())
    return sorted(lots[: choice.items], key=lambda each: READING_ORDER.index(each.kind))

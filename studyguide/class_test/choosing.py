"""What is to be chosen from: the right answer and wrong ones, each of another item, proved and of one sort."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

from studyguide.class_test.initials import is_told_by_letters
from studyguide.class_test.lots import lot
from studyguide.class_test.pool import MOST_TRIED, Pool
from studyguide.class_test.sorts import DEFINED, IN_WORDS, Candidate, Sort, sorts_of
from studyguide.deck.item import Item
from studyguide.guide.guide import Entry
from studyguide.language.words import forms

_MOST, _FEWEST = 3, 2
"""Wrong answers beside the right one: of three things to choose from two are wrong."""

_MOST_DEFINED: Final = 3
"""Definitions to choose from stand in so many tasks: the others are asked in writing."""


def can_be_chosen(entry: Entry, pool: Pool, written: Sequence[Entry] = ()) -> bool:
    """Whether an item has enough to choose from, if no others are asked, or these in writing."""
    return bool(_options_of(entry, written, frozenset(), pool))


def sorts_for(entry: Entry, pool: Pool) -> list[Sort]:
    """Give the sorts of an item's answer that enough others are of."""
    found = sorts_of(pool.items[entry.id], pool.proof.language)
    return [each for each in found if len(pool.by_sort.get(each, ())) > _FEWEST]


def options_for(
    asked: Sequence[Entry], shown: Sequence[str], pool: Pool
) -> Mapping[str, tuple[str, ...]]:
    """Give what each item has to choose from, if it has enough; nothing there tells what is asked in writing.

    No definition that is `shown` already stands there, nor one twice.
    """
    found: dict[str, tuple[str, ...]] | None = None
    while True:
        written = [each for each in asked if found is not None and each.id not in found]
        asking = [each for each in asked if found is None or each.id in found]
        left = dict(_with_options(asking, written, shown, pool))
        if found is not None and left.keys() == found.keys():
            return left
        found = left


def _with_options(
    asking: Sequence[Entry], written: Sequence[Entry], shown: Sequence[str], pool: Pool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    taken, defined = {*shown}, 0
    for entry in asking:
        is_defined = entry.kind != "question"
        if is_defined and defined == _MOST_DEFINED:
            continue
        own = {each.answers[0] for each in asking if each.kind != "question" and each != entry}
        if options := _options_of(entry, written, taken | own, pool):
            if is_defined:
                taken.update(options)
                defined += 1
            yield entry.id, options


def _options_of(
    entry: Entry, written: Sequence[Entry], taken: AbstractSet[str], pool: Pool
) -> tuple[str, ...]:
    sorts = sorts_for(entry, pool)
    right = entry.answers[0]
    if not sorts or entry.asked_picture or pool.telling.names_above(entry):
        return ()
    if is_told_by_letters(entry.prompt, right) or _tells(right, written, pool):
        return ()
    for sort in sorts:
        fit = (
            text
            for text in _wrong(entry, sort, written, pool)
            if text not in taken and not is_told_by_letters(entry.prompt, text)
        )
        wrong = [*islice(fit, _MOST)]
        if len(wrong) >= _FEWEST:
            return (right, *wrong)
    return ()


def _tells(text: str, written: Sequence[Entry], pool: Pool) -> bool:
    return any(pool.telling.is_half_told(text, each) for each in written)


def _ask_alike(item: Item, other: Candidate, pool: Pool) -> bool:
    return pool.telling.ask_alike(item.id.value, other.item)


def _wrong(entry: Entry, sort: Sort, written: Sequence[Entry], pool: Pool) -> Iterator[str]:
    """Yield wrong answers to what an item asks, each proved to be wrong."""
    item = pool.items[entry.id]
    others = {
        each.text: each
        for each in pool.by_sort.get(sort, ())
        if each.item != entry.id and (sort[0] != IN_WORDS or _ask_alike(item, each, pool))
    }
    drawn = sorted(others, key=lambda text: lot(pool.seed, entry.id, text))
    asked = {*forms(item.prompt.value)}
    kept = [{*forms(item.answers[0].value)}]
    for text in drawn[:MOST_TRIED]:
        told = {*forms(text)}
        differs = all(not (told <= each or each <= told) for each in kept)
        if not differs or told <= asked or _tells(text, written, pool):
            continue
        if sort[0] == DEFINED and pool.telling.is_told(text, entry):
            continue
        if pool.proof.is_wrong(item, text):
            kept.append(told)
            yield text

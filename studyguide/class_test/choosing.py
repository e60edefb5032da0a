"""What is to be chosen from: the right answer and wrong ones, each of another item, proved and of one sort."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, islice, takewhile
from typing import Final, NamedTuple

from studyguide.class_test.lots import lot
from studyguide.class_test.pool import MOST_TRIED, Pool
from studyguide.class_test.rivals import is_rival
from studyguide.class_test.sorts import DEFINED, IN_WORDS, Candidate, Sort, sorts_of, value_of
from studyguide.class_test.told.alike import has_a_look, is_told_by_letters, is_told_by_words
from studyguide.deck.item import Item
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.words import forms

_MOST, _FEWEST = 3, 2
"""Wrong answers beside the right one: of three things to choose from two are wrong."""

_MORE: Final = 2
"""So many more are looked for where the right one would be seen among them."""

_AS_LARGE: Final = 5
"""So many times as large at most is a number that may be taken for another."""

_NEAR: Final = 50
"""Years: dates that lie as near to another are chosen from by lot; farther ones are of another age, and known by it."""

_MOST_DEFINED: Final = 3
"""Definitions to choose from stand in so many tasks: the others are asked in writing."""


class Beside(NamedTuple):
    """What stands on a sheet beside an item: what is asked in writing, what else is asked, and what is matched."""

    written: Sequence[Entry] = ()
    chosen: Sequence[Entry] = ()
    matched: Sequence[Entry] = ()


def can_be_chosen(entry: Entry, pool: Pool, written: Sequence[Entry] = ()) -> bool:
    """Whether an item has enough to choose from, if no others are asked, or these in writing."""
    return bool(_options_of(entry, Beside(written), frozenset(), pool))


def sorts_for(entry: Entry, pool: Pool) -> list[Sort]:
    """Give the sorts of an item's answer that enough others are of."""
    found = sorts_of(pool.items[entry.id], pool.proof.language)
    return [each for each in found if len(pool.by_sort.get(each, ())) > _FEWEST]


def options_for(
    asked: Sequence[Entry], shown: Sequence[str], pool: Pool, matched: Sequence[Entry] = ()
) -> Mapping[str, tuple[str, ...]]:
    """Give what each item has to choose from, if it has enough; nothing there tells what is asked in writing.

    No definition that is `shown` already stands there, nor one twice; nor one of whom the title names, or another
    task, or what is `matched`, beside a word of it.
    """
    found: dict[str, tuple[str, ...]] | None = None
    while True:
        written = [each for each in asked if found is not None and each.id not in found]
        asking = [each for each in asked if found is None or each.id in found]
        left = dict(_with_options(asking, Beside(written, asking, matched), shown, pool))
        if found is not None and left.keys() == found.keys():
            return left
        found = left


def _with_options(
    asking: Sequence[Entry], beside: Beside, shown: Sequence[str], pool: Pool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    taken, defined = {*shown}, 0
    for entry in asking:
        is_defined = entry.kind != "question"
        if is_defined and defined == _MOST_DEFINED:
            continue
        own = {each.answers[0] for each in asking if each.kind != "question" and each != entry}
        if options := _options_of(entry, beside, taken | own, pool):
            if is_defined:
                taken.update(options)
                defined += 1
            yield entry.id, options


def _options_of(
    entry: Entry, beside: Beside, taken: AbstractSet[str], pool: Pool
) -> tuple[str, ...]:
    sorts = sorts_for(entry, pool)
    right = entry.answers[0]
    if not sorts or entry.asked_picture or _is_known(entry.id, beside, pool):
        return ()
    if is_told_by_letters(entry.prompt, right) or _tells(right, beside.written, pool):
        return ()
    for sort in sorts:
        for is_alike in (False, True):
            fit = (
                text
                for text in _wrong(entry, sort, beside, pool, is_alike=is_alike)
                if text not in taken and not is_told_by_letters(entry.prompt, text)
            )
            wrong = [*islice(fit, _MOST)]
            if len(wrong) < _FEWEST:
                break
            for some in chain([wrong], _others(wrong, fit)):
                if not _is_seen(entry, some, pool.proof.language):
                    return (right, *some)
    return ()


def _others(wrong: Sequence[str], more: Iterator[str]) -> Iterator[Sequence[str]]:
    """Yield other wrong answers, where the right one is seen among the first: fewer of them, or some of a few more."""
    found = [*wrong, *islice(more, _MORE)]
    for count in range(_MOST, _FEWEST - 1, -1):
        yield from combinations(found, count)


def _is_seen(entry: Entry, wrong: Sequence[str], language: Language) -> bool:
    """Whether nobody need know the right answer: how it begins, looks, or is worded tells it."""
    right = entry.answers[0]
    return (
        stands_out(right, wrong, language)
        or has_a_look(right, wrong)
        or is_told_by_words(entry.prompt, right, wrong, language)
    )


def stands_out(right: str, wrong: Sequence[str], language: Language) -> bool:
    """Whether all wrong answers begin alike, and the right one does not: nobody need know it."""
    own, *others = (_opening(text, language) for text in (right, *wrong))
    return any(
        len({each[:count] for each in others}) == 1 and own[:count] != others[0][:count]
        for count in (1, None)
    )


def _opening(text: str, language: Language) -> tuple[str, ...]:
    """Give the words up to the first that says something; one article is as good as another."""
    run = forms(text)
    small = [*takewhile(language.is_function_word, run)]
    articles = language.words.articles
    return tuple("" if form in articles else form for form in run[: len(small) + 1])


def _tells(text: str, written: Sequence[Entry], pool: Pool) -> bool:
    return any(pool.telling.is_half_told(text, each) for each in written)


def _is_known(id: str, beside: Beside, pool: Pool) -> bool:
    """Whether the title names of whom a definition is, or a task does beside a word of it: the right one is given, a wrong one struck out."""
    owner, telling = pool.telling.by_id.get(id), pool.telling
    if owner is None:
        return False
    return telling.names_above(owner) or any(
        each.id != id and telling.tells_match(each, owner, is_matched=each in beside.matched)
        for each in (*beside.written, *beside.chosen, *beside.matched)
    )


def _may_be_meant(other: Candidate, item: Item, sort: Sort, pool: Pool) -> bool:
    """Whether nobody sees at once that an answer is wrong: words answer a like question, numbers are about as large."""
    if sort[0] == IN_WORDS:
        return pool.telling.ask_alike(item.id.value, other.item)
    if sort[0] != "number":
        return True
    language = pool.proof.language
    values = [value_of(text, language) for text in (item.answers[0].value, other.text)]
    low, high = sorted(value or 0 for value in values)
    return high <= _AS_LARGE * low


def _wrong(
    entry: Entry, sort: Sort, beside: Beside, pool: Pool, *, is_alike: bool
) -> Iterator[str]:
    """Yield wrong answers to what an item asks, each proved to be wrong; if `is_alike`, those first that begin as it does."""
    item = pool.items[entry.id]
    others = {
        each.text: each
        for each in pool.by_sort.get(sort, ())
        if each.item != entry.id
        and pool.years_from(each.item, [entry.id]) < _NEAR
        and _may_be_meant(each, item, sort, pool)
        and is_rival(item, each, sort, pool)
    }
    language = pool.proof.language
    right = _opening(entry.answers[0], language)
    begun = {text for text in others if is_alike and _opening(text, language) == right}

    def turn(text: str) -> tuple[bool, bytes]:
        return text not in begun, lot(pool.seed, entry.id, text)

    drawn = sorted(others, key=turn)
    asked = {*forms(item.prompt.value)}
    kept = [{*forms(item.answers[0].value)}]
    for text in drawn[:MOST_TRIED]:
        told = {*forms(text)}
        differs = all(not (told <= each or each <= told) for each in kept)
        if not differs or told <= asked or _tells(text, beside.written, pool):
            continue
        if sort[0] == DEFINED and (
            _is_known(others[text].item, beside, pool)
            or (text not in begun and pool.telling.is_told(text, entry))
        ):
            continue
        if pool.proof.is_wrong(item, text):
            kept.append(told)
            yield text

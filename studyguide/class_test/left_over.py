"""The definition that is left over where some are matched: one that may be taken for an asked one, or else the last is given away."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import islice

from studyguide.class_test.lots import lot
from studyguide.class_test.pool import MOST_TRIED, Pool
from studyguide.class_test.sorts import thing_of
from studyguide.class_test.told.alike import is_told_by_letters
from studyguide.class_test.told.persons import is_of_class, traits_of
from studyguide.deck.item import Item
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.phrasing.verbs import opens_with_verb
from studyguide.language.words import forms

_AS_LONG: float = 2.5
"""So many times as long at most as an asked one is what may be taken for it."""


def one_more(
    part: Sequence[Entry],
    asked: Sequence[Entry],
    pool: Pool,
    shown: AbstractSet[str] = frozenset(),
) -> Iterator[tuple[str, str]]:
    """Yield an item, by id, that is not asked, and its answer, wrong for all, which may be taken for that of one of them.

    It is none of those that are `shown` in any part; of dates one between theirs, or else the nearest; of others one
    that tells of a thing of the same name, or as many words.
    """
    ids, language = {each.id for each in (*part, *asked)}, pool.proof.language
    others = [
        item
        for id, item in pool.items.items()
        if id not in ids and item.kind == part[0].kind and not item.retired
        if len(item.answers) == 1 and may_be_taken(item, part, language)
    ]
    own = [each.id for each in part]

    def turn(item: Item) -> tuple[bool, float, float, bytes]:
        years = pool.years_from(item.id.value, own)
        is_timeless = item.kind == "date" and pool.time_of(item.id.value) is None
        return (
            is_timeless,
            years,
            -_likeness(item, part, language),
            lot(pool.seed, own[0], item.id.value),
        )

    texts = (
        (item.id.value, item.answers[0].value) for item in sorted(others, key=turn)[:MOST_TRIED]
    )
    asking = [pool.items[each.id] for each in part]
    fit = (
        (id, text)
        for id, text in texts
        if text not in shown
        and not any(is_told_by_letters(each.prompt, text) for each in part)
        and not any(pool.telling.is_half_told(text, each) for each in asked)
        and all(pool.proof.is_wrong(item, text) for item in asking)
    )
    yield from islice(fit, 1)


def may_be_taken(item: Item, part: Sequence[Entry], language: Language) -> bool:
    """Whether a definition is of the sort of thing that is matched, of one sex, and worded as one of them."""
    first, kind, name, text = part[0], item.kind, item.prompt.value, item.answers[0].value
    if kind == "date":
        return True
    if thing_of(kind, name, language) != thing_of(kind, first.prompt, language):
        return False
    heads = {_head(each.answers[0], language) for each in part}
    if _head(text, language) in _times(language) - heads:
        return False
    deeds = {opens_with_verb(each.answers[0], language) for each in part}
    peoples = [traits_of(each.kind, "", each.answers[0], language).peoples for each in part]
    return (
        is_of_class(first, kind, name, text, language)
        and opens_with_verb(text, language) in deeds
        and traits_of(kind, "", text, language).peoples in peoples
    )


def _likeness(item: Item, part: Sequence[Entry], language: Language) -> float:
    """Tell how like a definition is to the one of those matched that it is most like: of a thing of the same name, as long."""
    text = item.answers[0].value
    return max(_likeness_of(text, each.answers[0], language) for each in part)


def _likeness_of(one: str, two: str, language: Language) -> float:
    shorter, longer = sorted((len(one), len(two)))
    of_length = 1.0 if longer <= _AS_LONG * shorter else shorter / longer
    of_form = opens_with_verb(one, language) == opens_with_verb(two, language)
    return 2 * (_head(one, language) == _head(two, language)) + of_form + of_length


@cache
def _times(language: Language) -> frozenset[str]:
    """Give the stems of words for a time: the year after the eruption is no thing."""
    return frozenset(map(language.stem, language.words.periods))


def _head(text: str, language: Language) -> str:
    """Give the first word that says something: of a charge for a berth the charge."""
    return next(
        (language.stem(form) for form in forms(text) if not language.is_function_word(form)), ""
    )

"""Words that have changed places: of an item's words, the two that the passage has the other way round."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from studyguide.evidence.case import Case, is_accounted_for, is_declared
from studyguide.evidence.extent import Extent
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.paraphrase import Deed
from studyguide.language.words import Word, forms, words

_WIDE = 9
"""So many words beside a "than" may be what is compared."""
_LEAST = 3
"""Groups of words that an exchange of two needs: those two, and one between that stayed."""

_SCENES = bits_of(["scenes"])


class Exchanged(NamedTuple):
    """Two words of a text that stand in the passage in each other's place."""

    one: Word
    other: Word


class _Anchor(NamedTuple):
    """A word of the item that stands once there and once in the passage, and where in each."""

    word: Word
    here: int
    there: int


def exchanged_in(case: Case, value: str) -> Exchanged | None:
    """Find two words of a text that have changed places, while all others kept theirs.

    Words that follow each other on both sides count as one. Between the two stands one that stayed,
    and on both sides what sets two things beside each other: "78 % copper and 22 % tin".
    """
    value = case.apart_from_formulas(value)
    parallels, run = case.language.words.parallels, forms(value)
    if len(run) <= _LEAST or parallels.isdisjoint(run):
        return None
    stated = tuple(chain.from_iterable(case.passage.stated.parts))
    anchors = [*_anchors(case, value)]
    if all(one.there < other.there for one, other in pairwise(anchors)):
        return None
    groups = [*_groups(anchors)]
    if len(groups) < _LEAST:
        return None
    ranks = _ranks([group[0].there for group in groups])
    moved = [place for place, rank in enumerate(ranks) if place != rank]
    if len(moved) != 2 or moved[1] - moved[0] < 2:
        return None
    one, other = groups[moved[0]][0], groups[moved[1]][0]
    between = (run[one.here : other.here], stated[other.there : one.there])
    setting = [parallels.intersection(each) for each in between]
    if not all(setting) or any(each <= case.language.words.nots for each in setting):
        return None
    return Exchanged(one.word, other.word)


def around_than(case: Case, value: str) -> Exchanged | None:
    """Find a word before a "than" that the passage has behind it, and one behind that it has before."""
    language, run, than = case.language, forms(value), case.language.words.than
    stated = tuple(chain.from_iterable(case.passage.stated.parts))
    if not language.words.directions or than.isdisjoint(run) or than.isdisjoint(stated):
        return None
    here, there = _sides_of_than(case, run), _sides_of_than(case, stated)
    one = (here[0] & there[1]) - (there[0] | here[1])
    other = (here[1] & there[0]) - (there[1] | here[0])
    if not one or not other:
        return None
    found = words(value)
    first, second = (
        next(word for word in found if language.stem(word.form) in stems) for stems in (one, other)
    )
    return Exchanged(first, second)


def compares_from_the_other_side(case: Case, value: str) -> bool:
    """Whether a text has the opposite of what compares in the passage: B is less than A."""
    language, run = case.language, forms(value)
    if language.words.than.isdisjoint(run):
        return False
    pairs = (pair.split() for pair in language.words.directions)
    turned = {other for form in run for other in language.opposites(form)}
    turned |= {other for one in pairs if not {*one}.isdisjoint(run) for other in one}
    stated = chain.from_iterable(case.passage.stated.parts)
    return not (turned - {*run}).isdisjoint(stated)


def _sides_of_than(case: Case, run: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the stems of what says something near a "than": those before it, those behind."""
    language = case.language
    at = next(at for at, form in enumerate(run) if form in language.words.than)
    sides = run[max(0, at - _WIDE) : at], run[at + 1 : at + _WIDE]
    before, behind = (
        frozenset(language.stem(form) for form in side if not language.is_function_word(form))
        for side in sides
    )
    return before, behind


class AnotherDeed(NamedTuple):
    """A word of an item, and what the passage has done in its stead: awarded for demanded.

    `shown` is the word as it is written; "" if it is parted.
    """

    told: str
    instead: str
    shown: str


def another_deed(case: Case, value: str) -> AnotherDeed | None:
    """Find a word of a text that tells of something else than what is done in the passage, in the same scene.

    Not if any other text of the item has what the passage tells of as well.
    """
    language, stated = case.language, case.passage.stated
    if not (language.parts_verbs or case.lists & case.passage.lists & _SCENES):
        return None
    own = deeds_in(language, [forms(value)])
    if not own or _denies(case):
        return None  # what was not granted was refused
    there, said = _told_of(case)
    for deed, told in own.items():
        if deed in there or stated.has_word(told) or is_declared(case, (told,)):
            continue
        if any(map(stated.has_word, language.opposites(told))):
            continue  # which is asked for by itself
        for other, instead in there.items():
            is_other = other.scene == deed.scene and other not in said
            if is_other and not is_accounted_for(case, (instead,)):
                found = (value[word.start : word.end] for word in words(value) if word.form == told)
                return AnotherDeed(told, instead, next(found, ""))
    return None


@lru_cache(maxsize=4)  # each text of an item asks for the same
def _denies(case: Case) -> bool:
    return any(case.language.words.negations.stand_in(forms(each)) for _, each, _ in case.said)


@lru_cache(maxsize=4)
def _told_of(case: Case) -> tuple[dict[Deed, str], dict[Deed, str]]:
    """Give what the passage tells to be done, and what all texts of the item tell."""
    runs = [forms(each) for _, each, _ in case.said]
    return deeds_in(case.language, case.passage.stated.parts), deeds_in(case.language, runs)


@cache
def _phrasal(language: Language) -> frozenset[str]:
    """Give the first words of the deeds that are told by two: gave way."""
    told = " ".join(language.words.scenes).split()
    return frozenset(word.partition("_")[0] for word in told if "_" in word)


def deeds_in(language: Language, runs: Iterable[tuple[str, ...]]) -> dict[Deed, str]:
    """Give what some words say to be done, each with its word, or the first of two: gave way."""
    found, phrasal = dict[Deed, str](), _phrasal(language)
    for run in runs:
        joined = language.joined_verbs(run) if language.parts_verbs else ()
        found.update(language.deeds((*run, *joined)))
        for one, other in () if phrasal.isdisjoint(run) else pairwise(run):
            if one in phrasal:
                found.update((deed, one) for deed, _ in language.deeds([f"{one}_{other}"]))
    return found


def steps_out_of_order(case: Case) -> tuple[str, str] | None:
    """Find two answers, one behind the other, that the passage has the other way round, if order is asked."""
    item, language = case.item, case.language
    if not (item.is_list and language.words.asking_order.stand_in(forms(item.prompt.value))):
        return None
    stems = language.stems(tuple(chain.from_iterable(case.passage.stated.parts)))
    told = dict(declared_for(case))
    places = []
    for answer in item.answers:
        own = [told.get(form, form) for form in forms(answer.value)]
        found = {language.stem(form) for form in own if not language.is_function_word(form)}
        at = [stems.index(stem) for stem in found if stems.count(stem) == 1]
        if at:
            places.append((min(at), max(at), answer.value))
    for one, other in pairwise(places):
        if other[1] < one[0]:
            return one[2], other[2]
    return None


def declared_for(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the words that the item declares, each with the first word of the source for it."""
    for key, meaning in case.item.wording:
        if here := forms(meaning.value):
            yield from ((form, here[0]) for form in forms(key.value))


def _ranks(places: Sequence[int]) -> list[int]:
    order = {place: rank for rank, place in enumerate(sorted(places))}
    return [order[place] for place in places]


def _anchors(case: Case, value: str) -> Iterator[_Anchor]:
    """Yield the words of a text that stand once in it and once in the sentences of the passage."""
    language, run = case.language, forms(value)
    theirs, there = _keys(case.passage.stated)
    mine = [
        language.number(form) or stem for form, stem in zip(run, language.stems(run), strict=True)
    ]
    here = Counter(mine)
    for place, (word, key) in enumerate(zip(words(value), mine, strict=True)):
        if there[key] != 1 or here[key] != 1:
            continue
        is_kept = key.isdecimal() or not language.is_function_word(word.form)
        is_kept = is_kept or word.form in language.words.comparers
        if is_kept and not is_declared(case, (word.form,)):
            yield _Anchor(word, place, theirs.index(key))


@lru_cache(maxsize=16)  # all texts of one item ask for the same
def _keys(stated: Extent) -> tuple[list[str], Counter[str]]:
    """Give what each word of some sentences is told by: its number or its stem, and how often that stands."""
    stems = chain.from_iterable(stated.stems)
    keys = [value or stem for value, stem in zip(stated.values, stems, strict=True)]
    return keys, Counter(keys)


def _groups(anchors: list[_Anchor]) -> Iterator[list[_Anchor]]:
    """Join the words that follow each other in the passage too, with no other anchor between."""
    order = {at: rank for rank, at in enumerate(sorted(each.there for each in anchors))}
    group: list[_Anchor] = []
    for each in anchors:
        if group and order[each.there] != order[group[-1].there] + 1:
            yield group
            group = []
        group.append(each)
    if group:
        yield group

"""What belongs to what: the figure behind a "by" or a "to", the whole behind an "of", the thing behind a "no", the last name behind a title."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from studyguide.evidence.case import Case, is_accounted_for, is_declared
from studyguide.evidence.extent import Extent
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms, words
from studyguide.source.section import SourceSection

Run = tuple[str, ...]
_LIST = 10  # so many words behind an "A of" may be the list of what belongs to it
_PARTING = frozenset(",;:")
_NEAR = 6  # so many words behind a "before" have those that it stands before
_NAMES = 4  # so many may stand behind a title or a first name: Captain Jean-Baptiste Kermorvan


class Mispaired(NamedTuple):
    """Words of a text that the passage has otherwise: where they stand, and what it has instead."""

    start: int
    end: int
    instead: str


def mispaired_in(case: Case, value: str) -> Iterator[Mispaired]:
    """Yield each pair of a text whose first word the passage has with another second one only."""
    lexicon, found, run = case.language.words, words(value), forms(value)
    for parts, telling in (
        (_measured, lexicon.steps),
        (_of_another, lexicon.possessives),
        (_counted, lexicon.determining),
        (_turned_round, _opposite_directions(case.language).keys()),
    ):
        if telling.isdisjoint(run):
            continue
        for start, end, instead in parts(case, run):
            one = Mispaired(found[start].start, found[end].end, instead)
            if _PARTING.isdisjoint(value[one.start : one.end]):
                yield one
                return


def _stated(case: Case) -> Run:
    return tuple(chain.from_iterable(case.passage.stated.parts))


def _measured(case: Case, run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield each figure that is reached in the item, and a difference in the passage: to 5, by 5."""
    own_steps = [*_steps(run, case)]
    if not own_steps:
        return
    language, there = case.language, _stated(case)
    others_of, verbs_of = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for place, _, value in _steps(there, case):
        others_of[value].add(there[place])
        verbs_of[value].update(language.stems(there[max(0, place - 1) : place]))
    for at, end, value in own_steps:
        others = others_of.get(value, set[str]())
        if len(others) != 1 or run[at] in others or is_declared(case, (run[at],)):
            continue
        verbs = frozenset(verbs_of[value])
        asked = forms(case.item.prompt.value)  # to what was it cut?
        own = language.stems(run[at - 1 : at] if at else asked)
        if any(verb in verbs or language.has_paraphrase(verb, verbs) for verb in own):
            yield at, end, " ".join((*others, *run[at + 1 : end + 1]))


def _steps(run: Run, case: Case) -> Iterator[tuple[int, int, str]]:
    """Yield the places of each "by" or "to" and of the figure just behind it, and that in one spelling."""
    language = case.language
    for at, form in enumerate(run[:-1]):
        if form in language.words.steps:
            for end in range(at + 1, min(at + 3, len(run))):
                if value := language.number(run[end]):
                    yield at, end, value
                    break


def _of_another(case: Case, run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield each "A of B" of which the sentences have "A of C" only, and B elsewhere."""
    there = {pair for _, pair in _joined(_stated(case), case.language)}
    for at, (one, other) in _joined(run, case.language):
        if (one, other) in there:
            continue
        same = _wholes(case).get(case.language.stem(one))
        if not same or not case.passage.around.has_word(other):
            continue
        if not case.source.is_written_small(other) or same.behind.has_word(other):
            continue
        if _is_other(case, other, same.nouns):
            yield at, at + 2, same.shown


class _Whole(NamedTuple):
    """Of what the sentences have an "A of": how that is said first, as nouns, and what stands behind each."""

    shown: str
    nouns: frozenset[str]
    behind: Extent


@lru_cache(
    maxsize=8
)  # every text of an item asks the same of its sentences, and every pair of a text
def _wholes(case: Case) -> dict[str, _Whole]:
    """Give by the stem of A what the sentences have it of."""
    there, told = _stated(case), defaultdict[str, dict[int, tuple[str, str]]](dict)
    for place, pair in _joined(there, case.language):
        told[case.language.stem(pair[0])][place] = pair
    return {
        stem: _Whole(
            " ".join(there[min(pairs) : min(pairs) + 3]),
            frozenset(other for _, other in pairs.values()),
            Extent(case.language, tuple(there[place : place + _LIST] for place in pairs)),
        )
        for stem, pairs in told.items()
    }


@lru_cache(maxsize=64)  # of the same sentences again and again
def _joined(run: Run, language: Language) -> tuple[tuple[int, tuple[str, str]], ...]:
    of, is_small = language.words.possessives, language.is_function_word
    return tuple(
        (at, (one, other))
        for at, (one, form, other) in enumerate(zip(run, run[1:], run[2:], strict=False))
        if form in of and not (is_small(one) or is_small(other) or language.number(other))
    )


def _counted(case: Case, run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield each "no A" of which the sentences have "no B" only, and A elsewhere."""
    there = defaultdict[str, dict[str, None]](dict)
    for _, (word, noun) in _quantified(_stated(case), case):
        there[word][noun] = None
    nouns = {word: frozenset(each) for word, each in there.items()}
    for at, (one, other) in _quantified(run, case):
        if one in nouns and _is_other(case, other, nouns[one]):
            yield at, at + 1, f"{one} {next(iter(there[one]))}"


def _quantified(run: Run, case: Case) -> Iterator[tuple[int, tuple[str, str]]]:
    language, uses = case.language, case.language.words.constructions
    for at, form in enumerate(run[:-1]):
        is_single = run[at + 1] in uses.get("single", ())  # each single one
        noun = run[at + 1 : at + 3][-1 if is_single else 0]
        if form in language.words.determining and not language.is_function_word(noun):
            yield at, (form, noun)


def _turned_round(case: Case, run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield each "after A" of which the sentences have "before A" only."""
    directions, stated = _opposite_directions(case.language), _stated(case)
    joins = case.language.words.constructions.get("preposition", ())  # lay down about
    for at, form in enumerate(run):
        about = _next_content(case.language, run, at) if form in directions else {}
        if not about or is_declared(case, (form,)) or run[at + 1] in joins:
            continue
        there = _directed(stated, case.language)
        told = [there[stem] for stem in about if stem in there]
        others = [word for each in told for word in each if word in directions[form]]
        if not others or any(form in each for each in told):
            continue
        word = min(others, key=lambda other: min(e[other].first for e in told if other in e))
        place = max(each[word].last for each in told if word in each)
        last = max(_next_content(case.language, stated, place).values())
        yield at, max(about.values()), " ".join(stated[place : last + 1])


class _Places(NamedTuple):
    """Where a word stands first, and where last."""

    first: int
    last: int


@lru_cache(maxsize=8)  # every text of an item asks the same of its sentences
def _directed(run: Run, language: Language) -> dict[str, dict[str, _Places]]:
    """Give by the stem of what stands behind it each "before" of a run, and where: there may be thousands."""
    found, directions = defaultdict[str, dict[str, _Places]](dict), _opposite_directions(language)
    for place, word in enumerate(run):
        for stem in _next_content(language, run, place) if word in directions else ():
            found[stem][word] = _Places(found[stem].get(word, _Places(place, 0)).first, place)
    return dict(found)


def _next_content(language: Language, run: Run, at: int) -> dict[str, int]:
    """Give the stems of the next two words that say something, and where they stand."""
    places = range(at + 1, min(at + 1 + _NEAR, len(run)))
    told = [place for place in places if not language.is_function_word(run[place])][:2]
    return {language.stem(run[place]): place for place in told}


@cache
def _opposite_directions(language: Language) -> dict[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for one, other in (pair.split() for pair in language.words.directions):
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}


def _is_other(case: Case, word: str, those: frozenset[str]) -> bool:
    """Whether a word is none of those, nor says what one of them does, but stands near."""
    language = case.language
    if is_declared(case, (word,)) or language.number(word):
        return False
    stem, stems = language.stem(word), _stems(those, language)
    if stem in stems or language.has_paraphrase(stem, stems):
        return False
    return not _are_meant(case, those) and case.passage.around.has_word(word)


@lru_cache(maxsize=64)  # each pair of a text asks the same
def _stems(those: frozenset[str], language: Language) -> frozenset[str]:
    return frozenset(map(language.stem, those))


@lru_cache(maxsize=64)
def _are_meant(case: Case, those: frozenset[str]) -> bool:
    """Whether an item says any of some words, or declares what stands for it."""
    return any(case.all_said.has_form(each) or is_accounted_for(case, (each,)) for each in those)


def leads_to(place: int, after: str, case: Case) -> bool:
    """Whether a name of the section stands before a word, or but for "has" or other names of one run: Captain Owen Rusk."""
    section, language = case.passage.section, case.language
    having = language.words.constructions.get("having", ())
    behind = section.forms[place + 1 : place + 3]
    if behind and language.ends_alike(behind[behind[0] in having and len(behind) > 1], after):
        return True
    return name_key(after) in run_behind(section, place)


def run_behind(section: SourceSection, place: int) -> Iterator[str]:
    """Yield the names behind one that nothing but spaces and hyphens parts, as they are compared."""
    words, text = section.words, section.text
    for at in range(place + 1, min(place + 1 + _NAMES, len(words))):
        between = text[words[at - 1].end : words[at].start]
        if not text[words[at].start].isupper() or between.strip(" \n-"):
            return
        yield name_key(words[at].form)

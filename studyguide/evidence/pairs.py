"""What belongs to what: the figure behind a "by" or a "to", the whole behind an "of", the thing behind a "no"."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from studyguide.evidence.case import Case, is_accounted_for, is_declared
from studyguide.evidence.extent import Extent
from studyguide.evidence.sides import Misplaced
from studyguide.language.language import Language
from studyguide.language.words import displayed, forms, words

Run = tuple[str, ...]
Span = tuple[int, int]
_UNITS = "%‰°£$€"
_LIST = 10  # so many words behind an "A of" may be the list of what belongs to it


_PARTING = frozenset(",;:")
_NEAR = 6  # so many words behind a "before" have those that it stands before


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
    language = case.language
    for at, end, value in _steps(run, case):
        there = _stated(case)
        places = [place for place, _, other in _steps(there, case) if other == value]
        others = {there[place] for place in places}
        if len(others) != 1 or run[at] in others or is_declared(case, (run[at],)):
            continue
        verbs = frozenset(language.stems(there[place - 1] for place in places if place))
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
    stem, there = case.language.stem, _stated(case)
    told = _joined(there, case.language)
    for at, (one, other) in _joined(run, case.language):
        if any(pair == (one, other) for _, pair in told) or not case.passage.around.has_word(other):
            continue
        same = [(place, pair) for place, pair in told if stem(pair[0]) == stem(one)]
        if not same or not case.source.is_written_small(other):
            continue
        behind = Extent(case.language, tuple(there[place : place + _LIST] for place, _ in same))
        if not behind.has_word(other) and _is_other(case, other, [pair[1] for _, pair in same]):
            place, _ = same[0]
            yield at, at + 2, " ".join(there[place : place + 3])


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
    there = [pair for _, pair in _quantified(_stated(case), case)]
    for at, (one, other) in _quantified(run, case):
        same = [noun for word, noun in there if word == one]
        if same and _is_other(case, other, same):
            yield at, at + 1, f"{one} {same[0]}"


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
    places = [place for place, word in enumerate(stated) if word in directions]
    there = [
        (stated[place], place, _next_content(case.language, stated, place)) for place in places
    ]
    for at, form in enumerate(run):
        about = _next_content(case.language, run, at) if form in directions else {}
        joins = case.language.words.constructions.get("preposition", ())  # lay down about
        if not about or is_declared(case, (form,)) or run[at + 1] in joins:
            continue
        same = {
            word: (place, max(content.values()))
            for word, place, content in there
            if (word == form or word in directions[form]) and about.keys() & content.keys()
        }
        for place, last in [*same.values()][:1] if form not in same else ():
            yield at, max(about.values()), " ".join(stated[place : last + 1])


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


def _is_other(case: Case, word: str, those: list[str]) -> bool:
    """Whether a word is none of those, nor says what one of them does, but stands near."""
    language = case.language
    if is_declared(case, (word,)) or language.number(word):
        return False
    stem = language.stem(word)
    stems = frozenset(map(language.stem, those))
    if stem in stems or language.has_paraphrase(stem, stems):
        return False
    asked = {form for each in case.said for form in forms(each.value)}
    if not asked.isdisjoint(those) or any(is_accounted_for(case, (each,)) for each in those):
        return False
    return case.passage.around.has_word(word)


def figure_of_another(case: Case) -> Iterator[Misplaced]:
    """Yield a figure that is asked for of what has another one of its kind behind it: 4 francs, boys 3 francs.

    What stands before the first figure may be said of all; what stands behind another is said of that alone.
    """
    item, language, section = case.item, case.language, case.passage.section
    answers = item.answers if item.kind == "question" and len(item.answers) == 1 else ()
    values = {value for each in answers for value in language.numbers(forms(each.value)) if value}
    if len(values) != 1:
        return
    question = forms(item.prompt.value)
    asked, said = _content_stems(case, question), {*language.numbers(question)}
    for sentence in case.passage.sentences:
        parts = [*_figured(case, sentence)]
        own = [at for at, (_, figures) in enumerate(parts) if values.intersection(figures.values())]
        if len(own) != 1 or len(parts) == 1:
            continue
        stems = [_content_stems(case, section.forms[slice(*part)]) for part, _ in parts]
        kinds = [{_unit(case, place) for place in figures} for _, figures in parts]
        for other in range(own[0] + 1, len(parts)):
            elsewhere = frozenset[str]().union(*stems[:other], *stems[other + 1 :])
            is_named = not said.isdisjoint(parts[other][1].values())
            is_rival = not is_named and kinds[other] & kinds[own[0]]
            if is_rival and (asked & stems[other]) - elsewhere:
                first, last = parts[other][0]
                begin, end = section.words[first].start, section.words[last - 1].end
                shown = displayed(section.text[begin:end])
                yield Misplaced("neighbour", f"the passage has another figure of that: “{shown}”")
                return


def _figured(case: Case, sentence: Span) -> Iterator[tuple[Span, dict[int, str]]]:
    """Part a sentence at its commas and at what sets two things beside each other, so that each part has a figure."""
    language, section = case.language, case.passage.section
    begin, figures = sentence[0], dict[int, str]()
    for at in range(*sentence):
        value = language.number(section.forms[at])
        is_new = section.forms[at] in language.words.parallels or not case.passage.goes_on(at)
        if is_new and figures and _has_figure(case, (at, sentence[1])):
            yield (begin, at), figures
            begin, figures = at, {}
        if value.replace(".", "").isdecimal():
            figures[at] = value
    if figures:
        yield (begin, sentence[1]), figures


def _has_figure(case: Case, run: Span) -> bool:
    """Whether a figure stands in a run before its next comma."""
    for at in range(*run):
        if at > run[0] and not case.passage.goes_on(at):
            return False
        if case.language.number(case.passage.section.forms[at]):
            return True
    return False


def _unit(case: Case, place: int) -> str:
    """Give what a figure counts: the sign beside it, or the stem of the next word."""
    section = case.passage.section
    text, word = section.text, section.words[place]
    signs = (text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2].strip()[:1])
    behind = section.forms[place + 1 : place + 2]
    named = case.language.stem(behind[0]) if behind else ""
    return next((sign for sign in signs if sign in _UNITS and sign), named)


def _content_stems(case: Case, run: Run) -> frozenset[str]:
    language = case.language
    content = (
        form for form in run if not language.is_function_word(form) and not language.number(form)
    )
    return frozenset(map(language.stem, content))

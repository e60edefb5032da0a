"""What is told only of the main one, or of one in three: of all of them in an item."""

from collections.abc import Iterator
from itertools import pairwise

from studyguide.evidence.case import Case, is_declared
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    all_said,
    as_written,
    clauses,
    content,
    words_for,
)

_NEAR = 2
"""So many words behind a "main" have its noun, so many before a noun its article."""
_LONG = 4
"""Letters of what may be no superlative yet: best, but not rest."""
_BEFORE = 3
"""So many words before an "each" may have a "not"."""
_OF = 2
"""So many words behind a number or an "each" may have the noun that is counted."""
_ASKING = 2
"""So many words of a question have its "how many"."""
_SHARES = 100
"""In more than so many nobody tells a share; it is a year."""


def told_of_the_main_one(case: Case) -> Iterator[Differs]:
    """Yield "the cause" of an item where the passage has the main one."""
    language, lexicon = case.language, case.language.words
    chiefs = [*_chiefs(case)]
    texts = [(text, forms(value)) for text, value, _ in case.said]
    if not chiefs or any(_tells_which(case, run) for _, run in texts):
        return
    definite = lexicon.articles - words_for(language, "indefinite") | words_for(language, "whose")
    for each, nouns, is_joined in chiefs:
        for text, told in texts:
            for place, noun in enumerate(told):
                is_it = language.stem(noun) in nouns
                is_it |= is_joined and len(noun) > _LONG and each.endswith(noun)
                if language.is_function_word(noun) or not is_it:
                    continue
                if not definite.isdisjoint(told[max(0, place - _NEAR) : place]):
                    message = f"the passage says `{each}` of it: there are others"
                    yield Differs("part-lost", message, text)
                    return


def _chiefs(case: Case) -> Iterator[tuple[str, Words, bool]]:
    """Yield each "main" of the passage, with the stems of what it may be said of, and whether it is part of a word."""
    language = case.language
    chief, prefixes = words_for(language, "chief"), tuple(words_for(language, "chief-"))
    for run in case.passage.stated.parts:
        for at, form in enumerate(run):
            is_chief = form in chief and case.source.is_written_small(form)
            is_joined = bool(prefixes) and form.startswith(prefixes)
            if is_chief or is_joined:
                near = run[max(at - 1, 0) : at + 1 + _NEAR] if is_chief else ()
                yield form, language.stems(each for each in near if each != form), is_joined


def _is_which(case: Case, form: str) -> bool:
    """Whether a word tells which ones: the finest, the upper, the first."""
    lexicon = case.language.words
    if form in words_for(case.language, "which-ones") or form in lexicon.superlatives:
        return True
    ends = form.endswith(tuple(lexicon.superlative_endings)) and len(form) > _LONG
    is_one = ends and form not in lexicon.not_superlative
    return is_one and case.source.is_written_small(form)  # not the Meister


def _tells_which(case: Case, run: Words) -> bool:
    """Whether an item tells itself that not all are meant."""
    language, lexicon = case.language, case.language.words
    chief, prefixes = words_for(language, "chief", "rest"), tuple(words_for(language, "chief-"))
    return (
        not chief.isdisjoint(run)
        or any(_is_which(case, form) for form in run)
        or any(each.stand_in(run) for each in (lexicon.parts, lexicon.superlatives))
        or (bool(prefixes) and any(form.startswith(prefixes) for form in run))
    )


def part_told_as_each(case: Case) -> Iterator[Differs]:
    """Yield an "each" before that of which the passage tells only one in three."""
    language, universals = case.language, case.language.words.universals
    shares = [*_shares(case)]
    if not shares:
        return
    every = {
        stem
        for part in case.passage.stated.parts
        for found in universals.find(part)
        for stem in _noun(language, part, found.end)
    }
    own = all_said(case)
    for text, value, _ in case.said:
        run = forms(value)
        for found in universals.find(run):
            near = run[max(0, found.start - _BEFORE) : found.end]
            if language.words.nots.intersection(near) or is_declared(
                case, run[found.start : found.end]
            ):
                continue
            if language.words.counting.get("".join(run[found.end : found.end + 1])) == "other":
                continue  # every other day is the second
            noun = _noun(language, run, found.end)
            for counted, share, of in shares:
                if noun & counted and not noun & every and not {of, f"{of}."} & own:
                    shown = as_written(text, run[found.start])
                    message = f"the passage tells it of {share}"
                    yield Differs("claim-added", message, text, shown)
                    return


def whole_told_as_the_part(case: Case) -> Iterator[Differs]:
    """Yield a "three" or "3 %" of which the passage has the number only in one in three."""
    language, stated = case.language, case.passage.stated
    counts = language.words.asking_how_many.stand_in(forms(case.item.prompt.value)[:_ASKING])
    for answer in case.item.answers:
        is_share = "%" in answer.value
        if not (counts or is_share):
            continue
        values = [*filter(None, language.numbers(forms(answer.value)))]
        for _, share, of in _shares(case, is_surely=not is_share):
            if values == [of] and stated.values.count(of) == 1:
                message = f"the passage has {of} only in {share}: that is a share of them"
                yield Differs("part-lost", message, answer)
                return


def _noun(language: Language, run: Words, at: int) -> frozenset[str]:
    """Give the next word that says something, if it is near and no number."""
    return next(
        filter(None, (content(language, (form,)) for form in run[at : at + _OF])), frozenset()
    )


def _shares(case: Case, *, is_surely: bool = False) -> Iterator[tuple[frozenset[str], str, str]]:
    """Yield what the passage tells of one in so many, or of every third, the share, and how many these are.

    What may be no share, a bridge on three piers, is left out if it `is_surely` to be one.
    """
    language = case.language
    measured = {language.stem(form) for form in (*language.words.periods, *language.words.units)}
    ones, apart = words_for(language, "one of"), words_for(language, "out of")
    every = {form for form, use in language.words.counting.items() if use == "every"}
    for first, last in case.passage.sentences:
        run = case.passage.section.forms[first:last]
        values = language.numbers(run)
        for at, form in enumerate(run):
            if form in every and (of := _ordinal(values[at + 1 : at + 2])):
                yield _noun(language, run, at + 2), f"one in {of}", of
            if form not in apart or not at:
                continue
            behind = at + 1 + (not every.isdisjoint(run[at + 1 : at + 2]))
            of = _count((behind, len(run)), values)
            if is_surely and behind == at + 1 and run[at - 1 : at] != ("one",):
                continue
            if of and not measured.isdisjoint(language.stems(run[behind + 1 : behind + 2])):
                continue  # two in thirty minutes
            for one in range(max(0, at - 1 - _OF), at) if of else ():
                less = "1" if run[one] in ones else values[one]
                if less.isdecimal() and int(less) < int(of) <= _SHARES:
                    noun = content(language, run[one + 1 : at]) or _noun(language, run, behind + 1)
                    if noun:
                        yield noun, f"{less} in {of}", of
                    break


def _count(run: Run, values: list[str]) -> str:
    """Give the number that stands first in a run."""
    value = values[run[0]] if run[0] < run[1] else ""
    return value if value.isdecimal() else ""


def _ordinal(values: list[str]) -> str:
    return values[0].rstrip(".") if values and values[0].endswith(".") else ""


def the_rest_of_them(case: Case) -> Iterator[Differs]:
    """Yield "the two others" as those of which another clause tells what is asked: the flood tore away the first, the others held."""
    language, item, rest = case.language, case.item, words_for(case.language, "rest")
    asked = content(language, forms(item.prompt.value))
    for text in item.answers if item.kind == "question" and len(item.answers) == 1 else ():
        answer = forms(text.value)
        small = rest | language.words.pairing  # die beiden anderen
        own_words = (form for form in answer if form not in small and not language.number(form))
        is_rest = not rest.isdisjoint(answer) and content(language, tuple(own_words)) <= asked
        if not is_rest or not rest.isdisjoint(forms(item.prompt.value)):
            continue
        told = [
            (content(language, run) & asked, rest & {*run} & {*answer}) for run in clauses(case)
        ]
        own = [stems for stems, has_rest in told if has_rest]
        there = max(
            (stems for stems, has_rest in told if not has_rest), key=len, default=frozenset()
        )
        if len(own) == 1 and not own[0] and len(there) > 1:
            message = f"the passage tells something else of `{' '.join(answer)}`"
            yield Differs("neighbour", message, text, text.value)


def told_of_the_first_of_two(case: Case) -> Iterator[Differs]:
    """Yield what opens a part of a sentence, where what is asked is told in the part before: "A kills it in the cells, B on the bees"."""
    language, item, section = case.language, case.item, case.passage.section
    asking = words_for(language, "whose-part") | language.words.asking_who
    asked = forms(item.prompt.value)
    if item.kind != "question" or len(item.answers) != 1 or asked[0] not in asking:
        return
    answer, said = content(language, forms(item.answers[0].value)), all_said(case)
    wanted = content(language, asked) - answer
    idle = language.words.articles | language.words.joining
    for sentence in case.passage.sentences if len(wanted) >= _NEAR else ():
        cuts = [sentence[0], *marks_in(section, sentence), sentence[1]]
        if len(cuts) < 3:
            continue  # in one part
        parts = [section.forms[slice(*run)] for run in pairwise(cuts)]
        opening = [next((form for form in part if form not in idle), "") for part in parts]
        for at, (one, other) in enumerate(pairwise(parts)):
            stems = content(language, one), content(language, other)
            is_asked = len(wanted & stems[0]) >= _NEAR and not wanted & stems[1]
            first, then = (content(language, (form,)) for form in opening[at : at + 2])
            is_other = is_asked and first and then and then <= answer and not first & said
            denies = language.words.negations.stand_in(one)  # not to mend it, but to build it anew
            if is_other and not denies and not answer & stems[0] and stems[1] - said:
                message = f"the passage tells this of `{opening[at]}`, and something else of `{opening[at + 1]}`"
                yield Differs("neighbour", message, item.answers[0], item.answers[0].value)
                return

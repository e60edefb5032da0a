"""Comparisons turned round: what has less in the passage has more in the item.

"A is larger than B" is told as "B is larger", "twice as many as before" as what there was before.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from studyguide.evidence.case import Case, clause_end
from studyguide.evidence.extent import Run
from studyguide.evidence.sides import Comparison, comparisons
from studyguide.language.figures import Figure, figures
from studyguide.language.words import displayed, forms, words
from studyguide.syntax.differs import (
    Differs,
    Words,
    asked_of,
    clauses,
    content,
    first_written,
    may_be_a_year,
    phrases_for,
    statements,
    words_for,
)

Stems = frozenset[str]

_LEAST = 2
_BOUNDS = frozenset("<>≤≥")
_BEFORE = 7
"""So many words before an "as" may have how many times as much it is: three times as much in A as in B."""


def turned_comparison(case: Case) -> Iterator[Differs]:
    """Yield a comparison of which the item has the two sides exchanged."""
    lexicon = case.language.words
    stated = frozenset(chain.from_iterable(case.passage.stated.parts))
    if not lexicon.than.isdisjoint(stated):
        for first, last in case.passage.sentences:
            run = case.passage.section.forms[first:last]
            for each, shown in comparisons(case, (first, last), run):
                yield from _told_of_the_less(case, each, shown)
    if not words_for(case.language, "factor").isdisjoint(stated):
        for sentence in case.passage.sentences:
            yield from _so_many_times(case, sentence)


def _told_of_the_less(case: Case, each: Comparison, shown: str) -> Iterator[Differs]:
    """Yield what has less in the passage where a statement says of it that it has more."""
    language, than = case.language, case.language.words.than
    more, less = each.more - each.less, each.less - each.more
    message = f"the passage has this behind `{shown}`"
    for text, run in statements(case):
        stems = language.stems(run)
        if each.by not in stems:
            continue
        at = stems.index(each.by)
        before = [form for form in run[:at] if content(language, (form,))]
        behind = next((place for place in range(at, len(run)) if run[place] in than), 0)
        own = content(language, run[:at]) & less
        rest = content(language, run[behind:]) if behind else frozenset[str]()
        if behind:
            is_turned = (
                bool(rest) and not rest & less and (len(own) >= _LEAST or own == less != set())
            )
        elif before:
            is_turned = bool(content(language, tuple(before[:1])) & less)
        else:
            is_turned, own = _is_asked_of_the_less(case, more, less), less
        if is_turned:
            yield Differs("comparison", message, text, first_written(text, language, own))
            return


def _is_asked_of_the_less(case: Case, more: frozenset[str], less: frozenset[str]) -> bool:
    """Whether a question names what has less before what has more: how thick B is compared with A."""
    told = [content(case.language, (form,)) for form in forms(case.item.prompt.value)]
    of_more = [at for at, stems in enumerate(told) if stems & more]
    of_less = [at for at, stems in enumerate(told) if stems & less]
    return bool(of_more and of_less) and max(of_less) < min(of_more)


def _so_many_times(case: Case, sentence: Run) -> Iterator[Differs]:
    """Yield a "twice as many as B", a "half of what B has" that the item says of B, or as what B has."""
    item, language = case.item, case.language
    run = case.passage.section.forms[slice(*sentence)]
    for at, form in enumerate(run):
        factors = words_for(language, "factor") & {*run[max(0, at - _BEFORE) : at]}
        is_share = form in words_for(language, "what")  # half of what they had asked for
        is_held = form in words_for(language, "as") and run[at - 1] not in factors  # times as fast
        if not factors or not (is_share or is_held):
            continue
        if _is_first_of_two(case, sentence, at) or not case.passage.goes_on(sentence[0] + at):
            continue  # …, as she put it
        less = _behind(case, sentence, at)
        shown = " ".join(run[max(0, at - 3) : at + 1])
        for text, told in statements(case):
            first = next((each for each in told if content(language, (each,))), "")
            if factors & {*told} and content(language, (first,)) & less:
                message = f"the passage has this behind `{shown}`"
                yield Differs("comparison", message, text, first_written(text, language, less))
                return
        figures = {*language.numbers(run[:at])} - {""} if is_share else set[str]()
        if item.kind == "question" and len(item.answers) == 1:
            answer, asked = forms(item.answers[0].value), forms(item.prompt.value)
            of_less = _of_the_less(case, asked, less)
            if of_less and (factors & {*answer} or figures.intersection(language.numbers(answer))):
                message = f"the passage has what is asked behind `{shown}`"
                yield Differs(
                    "comparison",
                    message,
                    item.prompt,
                    first_written(item.prompt, language, of_less),
                )
                return


def _is_first_of_two(case: Case, sentence: Run, at: int) -> bool:
    """Whether an "as" has another behind it in its clause: twice as much in A as in B is held against B."""
    end = clause_end(case, sentence[0] + at, min(sentence[1], sentence[0] + at + _BEFORE))
    behind = case.passage.section.forms[sentence[0] + at + 1 : end]
    return case.passage.section.forms[sentence[0] + at] in behind


def _behind(case: Case, sentence: Run, at: int) -> frozenset[str]:
    """Give what alone stands behind an "as" or a "what" in its clause, or in the next if it has nothing."""
    language, run = case.language, case.passage.section.forms[slice(*sentence)]
    end = clause_end(case, sentence[0] + at, sentence[1]) - sentence[0]
    if not content(language, run[at + 1 : end]) and end < len(run):
        end = clause_end(case, sentence[0] + end, sentence[1]) - sentence[0]
    told = tuple(form for form in run[at + 1 : end] if not language.number(form))
    return content(language, told) - content(language, run[:at])


def _of_the_less(case: Case, asked: Words, less: frozenset[str]) -> frozenset[str]:
    """Give what a question names of them, unless it only names it behind a "compared with"."""
    beside = words_for(case.language, "beside")
    middle = next((at for at, form in enumerate(asked) if at and form in beside), len(asked))
    if content(case.language, asked[middle:]) & less:
        return frozenset()
    return content(case.language, asked[:middle]) & less


def only_a_bound(case: Case) -> Iterator[Differs]:
    """Yield a figure of an answer that the passage gives as a bound alone: up to 17 days, more than 130."""
    language = case.language
    for text in case.item.answers:
        if not language.has_numbers(forms(text.value)) or _asks_for_a_bound(case):
            continue
        stated = defaultdict[str, list[tuple[Figure, str]]](list)
        for there in _figures_of(case):
            stated[there[0].value].append(there)
        for figure in figures(text.value, words(text.value), language):
            alike = stated.get(figure.value, [])
            if alike and _asks_for_its_bound(case, alike[0][0]):
                continue
            if alike and not figure.compare and all(_is_bound(each) for each, _ in alike):
                message = f"the passage has `{alike[0][1]}`, and not just that"
                yield Differs("comparison", message, text, text.value[figure.start : figure.end])
                return


def _asks_for_a_bound(case: Case) -> bool:
    language, asked = case.language, forms(case.item.prompt.value)
    return language.comparing.stand_in(asked) or language.words.superlatives.stand_in(asked)


def _asks_for_its_bound(case: Case, figure: Figure) -> bool:
    """Whether a question asks for the most of what the passage has "no more than" of, or for the least."""
    uses = case.language.words.constructions
    bound = uses.get("most of" if figure.compare in ("≤", "<") else "least of", ())
    return bool(figure.compare) and not {*bound}.isdisjoint(forms(case.item.prompt.value))


def _figures_of(case: Case) -> Iterator[tuple[Figure, str]]:
    """Yield each figure of the sentences, and how it is written with the words that compare it."""
    section = case.passage.section
    for first, last in case.passage.sentences:
        found = section.words[first:last]
        for figure in figures(section.text, found, case.language):
            start = min(figure.start, found[figure.comparing[0]].start)
            yield figure, displayed(section.text[start : figure.end])


def _is_bound(figure: Figure) -> bool:
    """Whether words just before a figure, or a sign, say that it is more, or less."""
    return figure.compare in _BOUNDS and (figure.is_sign or figure.comparing[1] == figure.place)


def age_in_another_year(case: Case) -> Iterator[Differs]:
    """Yield an age that the passage has for another year than that of what is asked: 52 when she left, asked of her death."""
    language, asked = case.language, forms(case.item.prompt.value)
    if case.item.kind != "question" or not phrases_for(language, "how-old").stand_in(asked):
        return
    for text in case.item.answers:
        ages = {*language.numbers(forms(text.value))} - {""}
        runs, year = list[tuple[str, Words]](), ""
        for run in clauses(case):
            year = next((value for value in language.numbers(run) if may_be_a_year(value)), year)
            runs.append((year, run))
        there = {year for year, run in runs if year and ages.intersection(language.numbers(run))}
        told = [(year, content(language, run)) for year, run in runs if year]
        near = frozenset[str]().union(*(stems for year, stems in told if year in there))
        event = content(language, asked) - near
        others = {year for year, stems in told if year not in there and event & stems}
        if len(ages) == len(there) == len(others) == 1:
            message = f"the passage has this age for {min(there)}, what is asked for {min(others)}"
            yield Differs("neighbour", message, text, text.value)
            return


def figure_of_which_it_is_the_double(case: Case) -> Iterator[Differs]:
    """Yield a figure of which the passage has "the double" for what is asked: two pence, at night the double."""
    language = case.language
    factors = words_for(language, "factor", "times 2", "times 3")
    for each in asked_of(case):
        asked, values = content(language, each.asked), {*language.numbers(each.answer)} - {""}
        if not values or not factors.isdisjoint((*each.asked, *each.answer)):
            continue
        told = [(run, content(language, run)) for run in clauses(case)]
        own = [stems for run, stems in told if values & {*language.numbers(run)}]
        if times := _share_of(case, told, asked, values):
            message = f"the passage has `{times}` of that for what is asked"
            yield Differs("neighbour", message, each.text, each.shown)
            return
        for run, stems in told:
            is_alone = not any(language.numbers(run)) and len(own) == 1
            times = next((form for form in run if form in factors), "")
            if is_alone and times and (asked & stems) - own[0] and len(run) <= _BEFORE:
                message = f"the passage has `{times}` of it for what is asked"
                yield Differs("neighbour", message, each.text, each.shown)
                return


def _share_of(case: Case, told: list[tuple[Words, Stems]], asked: Stems, values: set[str]) -> str:
    """Give the "half" of a clause that is of a figure: took half of the 14,000, asked what was taken; "" if it is asked of the whole."""
    language, factors = case.language, words_for(case.language, "factor")
    of = language.words.possessives | language.words.articles
    for run, _ in told:
        figure = next((at for at, value in enumerate(language.numbers(run)) if value in values), 0)
        shares = (at for at in range(figure - 2, 0, -1) if run[at] in factors and run[at + 1] in of)
        at = next(shares, 0)
        is_whole = asked & content(language, run[at:figure])
        if at and asked & content(language, run[:at]) and not is_whole:
            return run[at]
    return ""

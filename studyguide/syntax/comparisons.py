"""Comparisons turned round: what has less in the passage has more in the item.

"A is larger than B" is told as "B is larger", "twice as many as before" as what there was before.
"""

from collections.abc import Iterator
from itertools import chain

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.evidence.sides import Comparison, clause_end, comparisons
from studyguide.language.words import forms
from studyguide.syntax.differs import Differs, content, statements, words_for, written

_LEAST = 2
_BEFORE = 4
"""So many words before an "as" may have how many times as much it is."""


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
            yield Differs("comparison", message, text, _pointed(case, text, own))
            return


def _is_asked_of_the_less(case: Case, more: frozenset[str], less: frozenset[str]) -> bool:
    """Whether a question names what has less before what has more: how thick B is compared with A."""
    told = [content(case.language, (form,)) for form in forms(case.item.prompt.value)]
    of_more = [at for at, stems in enumerate(told) if stems & more]
    of_less = [at for at, stems in enumerate(told) if stems & less]
    return bool(of_more and of_less) and max(of_less) < min(of_more)


def _so_many_times(case: Case, sentence: Run) -> Iterator[Differs]:
    """Yield a "twice as many as B" that the item says of B."""
    item, language = case.item, case.language
    if item.kind != "question" or len(item.answers) != 1:
        return
    answer, asked = forms(item.answers[0].value), forms(item.prompt.value)
    run = case.passage.section.forms[slice(*sentence)]
    for at, form in enumerate(run):
        factors = words_for(language, "factor") & {*run[max(0, at - _BEFORE) : at]} & {*answer}
        if form not in words_for(language, "as") or not factors:
            continue
        end = clause_end(case, sentence[0] + at, sentence[1]) - sentence[0]
        own = (form for form in run[at + 1 : end] if not language.number(form))
        less = content(language, tuple(own)) - content(language, run[:at])
        sides = (place for place, each in enumerate(asked) if each in words_for(language, "beside"))
        middle = next((place for place in sides if place), len(asked))
        of_less = content(language, asked[:middle]) & less
        if of_less and not content(language, asked[middle:]) & less:
            message = (
                f"the passage has what is asked behind `{' '.join(run[max(0, at - 3) : at + 1])}`"
            )
            yield Differs("comparison", message, item.prompt, _pointed(case, item.prompt, of_less))
            return


def _pointed(case: Case, text: Text, stems: frozenset[str]) -> str:
    found = (written(text, case.language, stem) for stem in sorted(stems))
    return next(filter(None, found), "")

"""Comparisons turned round: what has less in the passage has more in the item.

"A is larger than B" is told as "B is larger", "twice as many as before" as what there was before; "unlike A, B is" as "unlike B, A is".
"""

from collections.abc import Iterator
from itertools import chain

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.evidence.sides import Comparison, clause_end, comparisons
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    content,
    cuts_of,
    statements,
    words_for,
    written,
)

_LEAST = 2
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
            yield Differs("comparison", message, text, _pointed(case, text, own))
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
        if form not in words_for(language, "as", "what") or not factors:
            continue
        if _is_first_of_two(case, sentence, at):
            continue
        less = _behind(case, sentence, at)
        shown = " ".join(run[max(0, at - 3) : at + 1])
        for text, told in statements(case):
            first = next((each for each in told if content(language, (each,))), "")
            if factors & {*told} and content(language, (first,)) & less:
                message = f"the passage has this behind `{shown}`"
                yield Differs("comparison", message, text, _pointed(case, text, less))
                return
        is_share = form in words_for(language, "what")  # half of what they had asked for
        figures = {*language.numbers(run[:at])} - {""} if is_share else set[str]()
        if item.kind == "question" and len(item.answers) == 1:
            answer, asked = forms(item.answers[0].value), forms(item.prompt.value)
            of_less = _of_the_less(case, asked, less)
            if of_less and (factors & {*answer} or figures.intersection(language.numbers(answer))):
                message = f"the passage has what is asked behind `{shown}`"
                yield Differs(
                    "comparison", message, item.prompt, _pointed(case, item.prompt, of_less)
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


def _pointed(case: Case, text: Text, stems: frozenset[str]) -> str:
    found = (written(text, case.language, stem) for stem in sorted(stems))
    return next(filter(None, found), "")


_WIDE = 6
"""So many words behind an "unlike" may be what it names."""


def told_of_the_contrary(case: Case) -> Iterator[Differs]:
    """Yield what the passage has behind an "unlike", where the item tells of it what is told of the other."""
    language, contrasts, item = case.language, case.language.words.contrasts, case.item
    for sentence in case.passage.sentences:
        run = case.passage.section.forms[slice(*sentence)]
        for found in contrasts.find(run):
            named, rest = _sides(case, sentence, run, (found.start, found.end))
            if not named or not rest:
                continue
            shown = " ".join(run[found.start : found.end])
            message = f"the passage has this behind `{shown}`: it tells it of something else"
            for text, value, _ in case.said:
                own = forms(value)
                if mine := next(contrasts.find(own), None):
                    cuts = [*cuts_of(value), len(own)]
                    limit = next(at for at in sorted(cuts) if at >= mine.end)
                    behind = content(
                        language, own[mine.end : _end_of_name(case, own, mine.end, limit)]
                    )
                    if behind & rest and content(language, own) & named and not behind & named:
                        yield _differs(message, text, case, named)
                        return
                    break
            else:
                answers = [content(language, forms(each.value)) for each in item.answers]
                asked = content(language, forms(item.prompt.value))
                is_asked = item.kind == "question" and asked & rest and not asked & named
                for text, answer in zip(item.answers, answers, strict=True) if is_asked else ():
                    if answer & named and not answer & (rest - asked):
                        yield _differs(message, text, case, named)
                        return


def _sides(
    case: Case, sentence: Run, run: Words, found: Run
) -> tuple[frozenset[str], frozenset[str]]:
    """Give what stands behind an "unlike" up to the end of its clause or a verb, and all else of the sentence."""
    language, limit = case.language, clause_end(case, sentence[0] + found[1], sentence[1])
    end = _end_of_name(case, run, found[1], limit - sentence[0])
    named = content(language, run[found[1] : end])
    rest = content(language, (*run[: found[0]], *run[end:]))
    return named - rest, rest - named


def _end_of_name(case: Case, run: Words, begin: int, limit: int) -> int:
    """Find where what is named ends that begins at a word: at the next comma or verb."""
    verbs = case.language.words.finite_verbs | case.language.words.passives
    return min(limit, begin + _WIDE, *(at for at in range(begin, limit) if run[at] in verbs))


def _differs(message: str, text: Text, case: Case, named: frozenset[str]) -> Differs:
    shown = (written(text, case.language, stem) for stem in sorted(named))
    return Differs("comparison", message, text, next(filter(None, shown), ""))

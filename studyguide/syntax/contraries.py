"""The contrary told: more for what the passage has less of, "unlike B, A is" for its "unlike A, B is", A's colour for B's."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from itertools import chain, permutations
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.case import Case, clause_end, is_declared
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    all_said,
    as_written,
    asked_of,
    content,
    cuts_of,
    first_written,
    statements,
    words_for,
)

_NEAR = 3
"""So many words behind a "more" may have what there is more of."""
_AROUND = 5
"""A "not" that stands so near may turn a "more" round."""
_TIMES = 2
"""So many words before a "more" may tell how many times: four times."""
_WIDE = 6
"""So many words behind an "unlike" may be what it names."""


class _Amount(NamedTuple):
    """A "more" or a "less": which of the two, the word, where, and what it is said of: so many times, or of nitrates."""

    use: str
    form: str
    at: int
    of: frozenset[str]


def more_told_as_less(case: Case) -> Iterator[Differs]:
    """Yield a "more" of something of which the passage has less, and the other way round."""
    there, than = [*_of_passage(case)], case.language.words.than
    for text, run in _texts(case):
        own = [*_amounts(case.language, run)]
        if len({each.use for each in own}) > 1:
            continue
        for each in own:
            same = [other for other, _ in there if other.use == each.use]
            rivals = [
                (other, less)
                for other, less in there
                if other.use != each.use and other.of & each.of
            ]
            if not rivals or any(not other.of or other.of & each.of for other in same):
                continue
            said = content(case.language, run[: each.at]) | _asked(case, text)
            behind = next((at for at in range(each.at, len(run)) if run[at] in than), len(run))
            is_turned = any(
                less & (said - content(case.language, run[behind:])) for _, less in rivals
            )
            if not is_turned and not is_declared(case, (each.form,)):
                shown, opposite = as_written(text, each.form), rivals[0][0].form
                message = f"the passage says `{opposite}`, which is the opposite of `{shown}`"
                yield Differs("opposite", message, text, shown)
                return


def _texts(case: Case) -> Iterator[tuple[Text, Words]]:
    """Yield what an item states, and what it asks."""
    yield from statements(case)
    if case.item.kind != "cloze":
        yield case.item.prompt, forms(case.item.prompt.value)


def _asked(case: Case, text: Text) -> frozenset[str]:
    """Give what the rest of an item says: of the other of two things it may be told the other way."""
    values = (value for other, value, _ in case.said if other is not text)
    return frozenset[str]().union(*(content(case.language, forms(value)) for value in values))


def _of_passage(case: Case) -> Iterator[tuple[_Amount, frozenset[str]]]:
    """Yield each "more" of the passage, and with what alone it is compared."""
    language, than = case.language, case.language.words.than
    for first, last in case.passage.sentences:
        run = case.passage.section.forms[first:last]
        for each in _amounts(language, run):
            end = clause_end(case, first + each.at, last) - first
            behind = next((at for at in range(each.at, end) if run[at] in than), end)
            yield each, content(language, run[behind:end]) - content(language, run[: each.at])


def _amounts(language: Language, run: Words) -> Iterator[_Amount]:
    joining = language.words.joining
    idle = words_for(language, "no more") | joining
    for use in ("more", "less"):
        for at, form in enumerate(run):
            if form not in words_for(language, use):
                continue
            before, behind = run[max(0, at - 1) : at], run[at + 1 : at + 2]
            near = run[max(0, at - _AROUND) : at + _NEAR]
            is_idle = not (idle.isdisjoint(before) and joining.isdisjoint(behind))
            if not is_idle and not language.words.negations.stand_in(near):
                yield _Amount(use, form, at, _said_of(language, run, at))


def _said_of(language: Language, run: Words, at: int) -> frozenset[str]:
    """Give what there is more of: the next word that says something, or so many times before it."""
    found = set[str]()
    for form in run[at + 1 : at + 1 + _NEAR]:
        if own := content(language, (form,)):
            is_beyond = not language.words.than.isdisjoint(run[at : run.index(form, at)])
            found |= {each for each in own if not is_beyond or language.number(form)}
            break
    before = run[max(0, at - _TIMES) : at]
    if len(before) == _TIMES and language.number(before[0]):
        found.add(f"{language.number(before[0])} {language.stem(before[1])}")
    elif before and before[-1] in language.words.counting:
        found.add(before[-1])
    return frozenset(found)


class _Two(NamedTuple):
    """Two words beside one that a sentence has twice: by what they are told, as they are written, and where."""

    told: tuple[str, str]
    shown: Words
    places: tuple[int, int]


def told_of_the_other_of_two(case: Case) -> Iterator[Differs]:
    """Yield what the passage tells of one of two side by side, told of the other: the white loaf's price of the brown loaf."""
    if not any(len(stems) - len({*stems}) > 1 for stems in case.passage.stated.stems):
        return  # nothing stands twice, as in most sentences
    language, said = case.language, all_said(case)
    ones = words_for(language, "ones") & {*chain(*case.all_said.parts)}
    pivots = said.union(language.stems(ones))
    if not any(_has_two_twice(stems, pivots) for stems in case.passage.stated.stems):
        return
    pairs = [[*_pairs_in(case, sentence, pivots)] for sentence in case.passage.sentences]
    for each in asked_of(case) if any(pairs) else ():
        answer = content(language, each.answer)
        asked = content(language, each.asked) - answer
        for (of, names, first), (what, shown, then) in chain(*(permutations(p, 2) for p in pairs)):
            for one, other in (0, 1), (1, 0):
                is_parted = max(first[0], then[0]) < min(first[1], then[1])
                is_other = is_parted and of[one] in asked and what[other] in answer
                if is_other and said.isdisjoint((of[other], what[one])):
                    message = f"the passage has `{shown[other]}` for `{names[other]}`, and `{shown[one]}` for `{names[one]}`"
                    yield Differs("neighbour", message, each.text, each.shown)
                    return


def _has_two_twice(stems: Words, pivots: frozenset[str]) -> bool:
    """Whether two words of the item stand twice among some: the loaf and what it costs, of either loaf."""
    found = [*filter(pivots.__contains__, stems)]
    return len(found) - len({*found}) > 1 and sum(n > 1 for n in Counter(found).values()) > 1


def _pairs_in(case: Case, sentence: Run, pivots: frozenset[str]) -> Iterator[_Two]:
    """Find what stands beside a word of the item that a sentence has twice, in two of its parts: brown and white, of loaves."""
    language, run = case.language, case.passage.section.forms[slice(*sentence)]
    stems = language.stems(run)
    counts = Counter(filter(pivots.__contains__, stems))
    twice = [each for each, count in counts.items() if count == len(_BESIDE)][:_MOST]
    marks, joining = marks_in(case.passage.section, sentence), language.words.joining
    cuts = [at for at, form in enumerate(run) if form in joining or sentence[0] + at in marks]
    for stem in twice:
        one = stems.index(stem)
        other = stems.index(stem, one + 1)
        for step in _BESIDE if bisect(cuts, one) < bisect(cuts, other) else ():
            at, then = one + step, other + step
            if at < 0 or then == len(run) or at == other or language.number(run[one]):
                continue
            told = [(*content(language, (run[place],)), "")[0] for place in (at, then)]
            is_of_a_sort = bool(language.number(run[at])) == bool(language.number(run[then]))
            if is_of_a_sort and all(told) and told[0] != told[1]:
                yield _Two((told[0], told[1]), (run[at], run[then]), (at, then))


_BESIDE = (-1, 1)
"""Where a word stands beside another."""
_MOST = 12
"""So many words that a sentence has twice are looked at."""


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
    return Differs("comparison", message, text, first_written(text, case.language, named))

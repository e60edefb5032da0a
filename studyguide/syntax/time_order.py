"""What comes first and what then: an item that asks for the first is answered by what comes next, or has two steps turned round."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.language.phrases import Found
from studyguide.language.words import forms
from studyguide.source.section import SourceSection
from studyguide.syntax.differs import (
    Differs,
    Words,
    content,
    cuts_of,
    first_written,
    phrases_for,
    words_for,
)

_OPENING = 3
"""So many words of a clause may have the "before" that tells of it."""
_ASIDE = 2
"""With so many steps there may be one between commas, of hardly more words."""
_TELLING = ("first", "then", "before", "after")
_NEAR = 8
"""So many words before a time may have its "until"."""
_ENDS = {"from-when": ("since", "until"), "until-when": ("until", "since")}
"""By how a question asks, what the passage has before the answer, and what it must not have."""


class _Step(NamedTuple):
    """What a clause says, and what tells when that is: `first`, `then`, `before`, `after` or nothing."""

    said: frozenset[str]
    when: str = ""
    shown: str = ""


Edge = tuple[int, int]
"""Two steps, the earlier one before the later."""


def turned_in_time(case: Case) -> Iterator[Differs]:
    """Yield a first step that the passage has as a later one, and two of which the item has the order turned round."""
    language, item = case.language, case.item
    stated = case.passage.stated.parts
    if not any(phrases_for(language, use).stand_in(part) for use in _TELLING for part in stated):
        return
    steps, edges = _of_passage(case)
    if item.kind == "question" and len(item.answers) == 1:
        yield from _asked_for_another(case, steps, edges)
    for text, value, _ in case.said:
        own = _steps(forms(value), cuts_of(value), language)
        if item.kind == "question":
            own = [*(_asked_beside if text is item.prompt else _answered_beside)(own, case)]
        for one, other in sorted(_edges(own)):
            said = own[one].said, own[other].said
            turned = (
                _turned(*said, steps[before].said, steps[behind].said)
                for before, behind in sorted(edges)
            )
            if stems := next(filter(None, turned), None):
                shown = first_written(text, language, stems)
                yield Differs("order", "the passage has these two the other way round", text, shown)
                return


def other_end(case: Case) -> Iterator[Differs]:
    """Yield an answer to "since when" that the passage has behind an "until", and the other way round."""
    language, asked = case.language, forms(case.item.prompt.value)
    ends = [end for use, end in _ENDS.items() if phrases_for(language, use).stand_in(asked)]
    is_asked = case.item.kind == "question" and len(ends) == 1
    for answer in case.item.answers if is_asked else ():
        told = content(language, forms(answer.value))
        mine, others = (words_for(language, use) for use in ends[0])
        for sentence in case.passage.sentences:
            run = case.passage.section.forms[slice(*sentence)]
            at = next((at for at, form in enumerate(run) if content(language, (form,)) & told), 0)
            begin = case.passage.clause_before(sentence[0] + at, _NEAR) - sentence[0]
            before = [form for form in run[begin:at] if form in mine | others]
            nots = language.words.nots  # not extended until 1866
            is_denied = nots.isdisjoint(run[:at]) is not nots.isdisjoint(asked)
            is_other = others.isdisjoint(before) if is_denied else mine.isdisjoint(before)
            if before and words_for(language, "until-to") & {*run[max(0, at - 1) : at]}:
                is_other = mine.isdisjoint(words_for(language, "until"))  # from 1911 to 1930
            if before and is_other:
                shown = f"`{before[-1]}`, which is the other end of what is asked"
                yield Differs("order", f"the passage has this behind {shown}", answer, answer.value)
                return


Said = frozenset[str]


def _turned(one: Said, other: Said, before: Said, behind: Said) -> Said:
    """Give what of two things, the one before the other, the passage has the other way; nothing if it has not."""
    early, late = other & (before - behind), one & (behind - before)
    straight = len(one & (before - behind)) + len(other & (behind - before))
    return early | late if early and late and len(early) + len(late) > straight else frozenset()


def _asked_for_another(case: Case, steps: list[_Step], edges: set[Edge]) -> Iterator[Differs]:
    """Yield an answer to "what first" that stands behind a "then", and one to "what last" before one."""
    language, item = case.language, case.item
    asked, answer = forms(item.prompt.value), item.answers[0]
    wanted = content(language, asked)
    at = _place(content(language, forms(answer.value)) - wanted, steps)
    if at is None or not item.answers:
        return
    step, when = steps[at], _when(asked, language, is_asked=True).when
    if when == "first" and step.when == "then":
        yield Differs("order", f"the passage has this behind `{step.shown}`, and not first", answer)
    elif when == "then" and step.when == "first":
        yield Differs("order", f"the passage has this as what comes `{step.shown}`", answer)
    elif phrases_for(language, "last").stand_in(asked):
        later = next((steps[k] for i, k in edges if i == at and steps[k].when == "then"), None)
        if later:
            yield Differs("order", f"the passage goes on behind this, with `{later.shown}`", answer)


def _asked_beside(own: list[_Step], case: Case) -> Iterator[_Step]:
    """Yield what a question asks for, which is its answer, and before or after what: “what is done before X”."""
    language, item = case.language, case.item
    if item.kind != "question" or len(item.answers) != 1:
        return
    asked, answer = content(language, forms(item.prompt.value)), forms(item.answers[0].value)
    for step in own:
        if step.when in ("before", "after") and step.said and not _when(answer, language).when:
            yield _Step(content(language, answer) - asked)
            yield step
            return


def _answered_beside(own: list[_Step], case: Case) -> Iterator[_Step]:
    """Yield what is asked, and what the answer has it before or after, besides all steps of the answer."""
    language, item = case.language, case.item
    if own and own[0].when in ("before", "after") and len(own) == 1:
        yield _Step(content(language, forms(item.prompt.value)) - own[0].said)
    yield from own


def _of_passage(case: Case) -> tuple[list[_Step], set[Edge]]:
    """Give all that the passage tells clause by clause, and what of it is told to be before what."""
    steps, edges, last = list[_Step](), set[Edge](), 0
    for sentence in case.passage.sentences:
        own = _steps_in(case.passage.section, sentence, case.language)
        begin = len(steps)
        if own and own[0].when == "then":
            edges |= {(at, begin) for at in range(last, begin)}
        steps += own
        edges |= {(begin + one, begin + other) for one, other in _edges(own)}
        last = begin
    return steps, edges


@lru_cache(maxsize=256)  # neighbouring items stand in the same sentences
def _steps_in(section: SourceSection, sentence: Run, language: Language) -> tuple[_Step, ...]:
    cuts = {at - sentence[0] for at in marks_in(section, sentence)}
    return tuple(_steps(section.forms[slice(*sentence)], cuts, language))


def _steps(run: Words, cuts: AbstractSet[int], language: Language) -> list[_Step]:
    """Cut a run at punctuation, conjunctions and each "and", and tell of each piece when it is."""
    lexicon, begin, found = language.words, 0, list[_Step]()
    opening = lexicon.conjunctions | lexicon.joining
    clauses = {
        found.start
        for use in ("before", "after")
        for found in phrases_for(language, use).find(run)
        if found.end - found.start > 1  # avant que, dès que
    }
    for at in range(1, len(run) + 1):
        is_end = at == len(run) or at in cuts or run[at] in opening or at in clauses
        if is_end and not lexicon.joining.issuperset(run[begin:at]):
            found.append(_when(run[begin:at], language))
            begin = at
    for at, (mark, step) in enumerate(pairwise(found), 1):  # plus tard, on y installa deux fours
        if mark.when and not mark.said and not step.when:
            found[at] = step._replace(when=mark.when, shown=mark.shown)
    return [each for each in found if each.said]


def _when(run: Words, language: Language, *, is_asked: bool = False) -> _Step:
    said, nots = content(language, run), language.words.negations
    for use in ("then", "first"):
        for found in phrases_for(language, use).find(run):
            if not _is_no_step(run, found, language):
                shown = run[found.start : found.end]
                return _Step(said - content(language, shown), use, " ".join(shown))
    for use in ("before", "after"):
        for found in phrases_for(language, use).find(run if is_asked else run[:_OPENING]):
            is_joined = not is_asked and run[0] in language.words.joining
            if not is_joined and not nots.stand_in(run[:_OPENING]):
                shown = run[found.start : found.end]
                return _Step(said - content(language, shown), use, " ".join(shown))
    return _Step(said)


def _is_no_step(run: Words, found: Found, language: Language) -> bool:
    """Whether a word only says at what time, or of which thing: was then called, the first tower, no later than."""
    if found.end - found.start > 1:
        return False
    before, behind = run[max(0, found.start - 1) : found.start], run[found.end : found.end + 1]
    lexicon, is_time = language.words, run[found.start] in words_for(language, "then or now")
    idle = (
        words_for(language, "no then")
        if is_time
        else lexicon.joining | words_for(language, "no later")
    )
    idle |= lexicon.articles | lexicon.demonstratives
    return not idle.isdisjoint(before) or not lexicon.than.isdisjoint(behind)


def _edges(steps: Sequence[_Step]) -> Iterator[Edge]:
    """Yield what comes before what: all before a "then", and a clause with a "before" behind its main one."""
    for at, step in enumerate(steps):
        if step.when == "then":
            yield from ((before, at) for before in range(at))
        elif step.when in ("before", "after") and len(steps) > 1:
            main = at - 1 if at else 1
            if at or not steps[main].when:
                yield (main, at) if step.when == "before" else (at, main)
            is_aside = not at and len(steps) > _ASIDE and len(steps[main].said) <= _ASIDE + 1
            if is_aside and not steps[main + 1].when:  # once it thaws, about May, the toads come
                yield (main + 1, at) if step.when == "before" else (at, main + 1)


def _place(said: frozenset[str], steps: list[_Step]) -> int | None:
    """Find the one step that has most of some words."""
    counts = [len(said & step.said) for step in steps]
    most = max(counts, default=0)
    return counts.index(most) if most and counts.count(most) == 1 else None

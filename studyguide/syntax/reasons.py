"""A "why" that is answered by more of what is asked: when, where or how many, in the same clause and behind no reason."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.question_topic import content_of
from studyguide.language.words import forms
from studyguide.syntax.differs import Differs, clauses, content

_LEAST = 3
"""Content words of the question that the clause of the answer must have."""


def answered_by_the_same(case: Case) -> Iterator[Differs]:
    """Yield a "why" of which one clause tells both question and answer, and nothing in it gives a reason."""
    item, language, lexicon = case.item, case.language, case.language.words
    asked = forms(item.prompt.value)
    if item.kind != "question" or not lexicon.asking_why.stand_in(asked[:8]):
        return
    answers = [forms(answer.value) for answer in item.answers]
    if any(map(lexicon.purposes.stand_in, answers)):
        return
    wanted = content(language, tuple(content_of(case, item.prompt.value)))
    new = frozenset[str]().union(*(content(language, run) for run in answers)) - wanted
    held = [run for run in clauses(case, at_joints=False) if new & content(language, run)]
    if len(held) != 1 or not new:
        return
    run, own = held[0], content(language, held[0])
    gives = any(each.stand_in(run[1:]) for each in (lexicon.causes, lexicon.purposes))
    if gives or lexicon.concessions.stand_in(run):
        return
    if len(wanted & own) >= _LEAST and 2 * len(new & own) >= len(new):
        message = "the passage has this in the clause that is asked about: it tells more of it, and no reason"
        yield Differs("cause", message, item.answers[0])

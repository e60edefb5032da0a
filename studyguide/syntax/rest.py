"""What is told only of the rest, or of another one: of the remaining five, another reason, the other half of the year."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.language.words import forms
from studyguide.syntax.differs import Differs, asked_of, clauses, content, words_for


def told_of_the_rest(case: Case) -> Iterator[Differs]:
    """Yield an answer that the passage has of the remaining or another one, where the item names no rest."""
    rest = words_for(case.language, "rest")
    if all(map(rest.isdisjoint, case.passage.stated.parts)):
        return
    lexicon = case.language.words
    for run in (forms(value) for _, value, _ in case.said):
        if not rest.isdisjoint(run) or any(
            each.stand_in(run) for each in (lexicon.negations, lexicon.exceptions)
        ):
            return
    for each in asked_of(case):
        answer = content(case.language, each.answer) - content(case.language, each.asked)
        for clause in clauses(case, at_joints=False):
            held = answer & content(case.language, clause)
            if not rest.isdisjoint(clause) and 2 * len(held) > len(answer):
                shown = next(form for form in clause if form in rest)
                message = f"the passage says `{shown}` there, the item nothing of the kind"
                yield Differs("part-lost", message, each.text, each.shown)
                return

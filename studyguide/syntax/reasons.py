"""A "why" that is answered by more of what is asked: when, where or how many, in the same clause and behind no reason."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.question_topic import content_of
from studyguide.language.words import forms
from studyguide.syntax.differs import Differs, clauses, content, coordinated

_DEED = 2
"""Content words at least that tell of a deed of its own, and of what is asked."""
_LEAST = 3
"""Content words of the question that the clause of the answer must have."""


def reason_of_another_deed(case: Case) -> Iterator[Differs]:
    """Yield a reason that stands in another part of the sentence than what is asked, with a deed of its own.

    "They lowered the tolls and, to spare the dividend, cut the pay": why were the tolls lowered?
    """
    item, language, lexicon = case.item, case.language, case.language.words
    if item.kind != "question" or not lexicon.asking_why.stand_in(forms(item.prompt.value)[:8]):
        return
    wanted = content(language, tuple(content_of(case, item.prompt.value)))
    answers = (content(language, forms(answer.value)) for answer in item.answers)
    new = frozenset[str]().union(*answers) - wanted
    for sentence in case.passage.sentences:
        parts = [*coordinated(case, sentence)]
        told = [content(language, part) for part in parts]
        held = [at for at, stems in enumerate(told) if new & stems]
        if len(held) != 1 or not held[0] or lexicon.before_cause.stand_in(parts[held[0] - 1]):
            continue  # because of this and of that
        own, part = told[held[0]], parts[held[0]]
        rest = frozenset[str]().union(*told[: held[0]], *told[held[0] + 1 :])
        is_reason = lexicon.causes.stand_in(part) or lexicon.purposes.stand_in(part)
        has_deed = len(own - new - wanted) >= _DEED and not wanted & (own - rest)
        if is_reason and has_deed and len(wanted & (rest - own)) >= _DEED:
            message = f"the passage has this reason in another part: “{' '.join(part)}”"
            yield Differs("cause", message, item.answers[0])
            return


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

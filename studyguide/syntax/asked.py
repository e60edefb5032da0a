"""Answers of another sort than the question asks for, told by how they begin or by what they count."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.language.words import forms, words
from studyguide.syntax.differs import Differs

_YEARS = range(1000, 2100)
_ASKING = 3
"""So many words of a question have its "how many"."""


def answer_of_another_sort(case: Case) -> Iterator[Differs]:
    """Yield a "who" that is answered by "after …", a "how many" by "because …" or by a month and year."""
    item, lexicon = case.item, case.language.words
    asked = forms(item.prompt.value)
    if item.kind != "question":
        return
    counts = lexicon.asking_how_many.stand_in(asked[:_ASKING])
    names = not (lexicon.asking_who | lexicon.asking_persons).isdisjoint(asked[:1])
    for answer in item.answers if counts or names else ():
        run = forms(answer.value)
        code = "answer-how-many" if counts else "answer-who"
        if not lexicon.conjunctions.isdisjoint(run[:1]):
            message = f"“{' '.join(asked[:2])}” is not answered by `{run[0]} …`"
            yield Differs(code, message, answer)
        elif names and not counts and _is_a_time(case, answer.value):
            yield Differs(code, f"“{asked[0]}” is answered by somebody, not by a time", answer)
        elif counts and _is_a_date(case, run):
            yield Differs(code, "“how many” is answered by a number of them, not by a year", answer)


def _is_a_date(case: Case, run: tuple[str, ...]) -> bool:
    """Whether all numbers of an answer are years, and a month stands before one."""
    numbers = [value for value in case.language.numbers(run) if value]
    years = [value for value in numbers if value.isdecimal() and int(value[:5]) in _YEARS]
    return bool(years) and years == numbers and not case.language.words.months.isdisjoint(run)


def _is_a_time(case: Case, value: str) -> bool:
    """Whether an answer says only when: all that it counts or calls by a noun are days, months, years."""
    language, lexicon = case.language, case.language.words
    periods = frozenset(language.stems(lexicon.periods))
    told = [
        word.form
        for word in words(value)
        if language.number(word.form)
        or not (language.is_function_word(word.form) or _is_no_noun(case, value[word.start]))
    ]
    timed = {form for form in told if form in lexicon.months or language.stem(form) in periods}
    return bool(timed) and all(form in timed or language.number(form) for form in told)


def _is_no_noun(case: Case, letter: str) -> bool:
    """Whether a small letter tells that a word is none, where all nouns have a capital."""
    return not case.language.marks_names and letter.islower()

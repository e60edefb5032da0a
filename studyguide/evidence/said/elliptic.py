"""What the passage leaves out since it has been said: the right hand sings, the left spreads; in April 1880, and in November."""

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import may_be_a_verb
from studyguide.evidence.terms import Term


def stands_without(case: Case, term: Term, after: str, behind: str) -> bool:
    """Whether a word stands in the paragraph without the one `after` it in an item, whose next word is `behind`."""
    if term.sort == "number":
        return False
    if term.form in case.language.words.months:
        return after.isdecimal() and _is_month_alone(case, term.form)
    return term.sort == "word" and _is_alone(case, term.form, after, behind)


def _is_month_alone(case: Case, month: str) -> bool:
    """Whether a month is named without a year, and behind a year: that one is meant."""
    runs = case.passage.around.parts
    alone = [
        (number, at)
        for number, run in enumerate(runs)
        for at, form in enumerate(run)
        if form == month and not any(each.isdecimal() for each in run[at + 1 : at + 2])
    ]
    return any(each.isdecimal() for number, at in alone for each in runs[number][:at])


def _is_alone(case: Case, form: str, after: str, behind: str) -> bool:
    """Whether a word has no noun: the quotation goes on with a small word, or the paragraph, behind an article, as the item."""
    language = case.language
    for part in case.passage.quoted.parts:
        for at in _places(part, form):
            if all(map(language.is_function_word, part[at + 1 : at + 2])):
                return True
    stem = language.stem(after)
    for part in case.passage.around.parts:
        for at in _places(part, form):
            following = next(iter(part[at + 1 : at + 2]), "")
            is_article = at and part[at - 1] in language.words.articles
            goes_on = language.stem(following) == language.stem(behind) or may_be_a_verb(
                following, language
            )
            if is_article and following and goes_on and language.stem(following) != stem:
                return True
    return False


def _places(run: tuple[str, ...], form: str) -> list[int]:
    return [at for at, each in enumerate(run) if each == form]

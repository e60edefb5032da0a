"""Names and numbers that an answer may have though no quotation has them: they go with what is quoted."""

from studyguide.evidence.backing import Backing, counts_for_itself
from studyguide.evidence.case import Case
from studyguide.evidence.reckoned import is_year_told_last
from studyguide.language.words import forms
from studyguide.patterns import lazy

_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_BEFORE_NAME = 2  # words before a name that tell where it belongs


def goes_on_so(case: Case, each: Backing) -> bool:
    """Whether a name follows in the sentence the very words it follows here: the manor of Pellan."""
    run, place = forms(each.text.value), each.term.place
    before = run[max(0, place - _BEFORE_NAME) : place]
    if len(before) < _BEFORE_NAME or all(map(case.language.is_function_word, before)):
        return False
    joined = case.passage.stated.has_run((*before, each.term.form), exactly=True)
    return joined and case.passage.quoted.has_run(before[:1])


def is_said_freely(case: Case, each: Backing) -> bool:
    """Whether a number is the year that the section goes by, or an ordinal where nothing is counted."""
    if counts_for_itself(case, each):
        return each.text is not case.item.prompt
    if not _YEAR.fullmatch(each.term.form) or _YEAR.fullmatch(each.text.value.strip()):
        return False
    return is_year_told_last(case, each.term.form, case.passage.quoted)

"""Names, numbers and small words that an answer may have though no quotation has them: they go with what is quoted."""

from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from studyguide.evidence.backing import Backing, counts_for_itself
from studyguide.evidence.case import Case
from studyguide.evidence.reckoned import is_year_told_last
from studyguide.language.language import Language
from studyguide.language.phrases import Phrases
from studyguide.language.words import forms
from studyguide.patterns import lazy

_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_BEFORE_NAME = 2  # words before a name that tell where it belongs
_BEHIND = 3  # words behind a small one that may be the name it goes with


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


def only_joins(case: Case, each: Backing) -> bool:
    """Whether a small word is put for no other of its sort that the sentence has: on the book, about the book.

    Other rules ask of "all", "only" and "more".
    """
    form, places = each.term.form, (each.term.place + 1, each.term.place + 1 + _BEHIND)
    is_idle = form not in case.language.words.pairing and case.language.decides(form)
    if not is_idle or any(form in phrases for phrases in _claiming(case.language)):
        return False
    for text, _, terms in case.said:
        near = slice(*(bisect_left(terms, at, key=attrgetter("place")) for at in places))
        if text is each.text and any(term.sort == "name" for term in terms[near]):
            return False  # by Meir, against Meir
    return not _has_another_small_word(case)


def _claiming(language: Language) -> tuple[Phrases, ...]:
    lexicon = language.words
    return lexicon.universals, lexicon.exclusives, lexicon.comparatives, lexicon.negations


@lru_cache(maxsize=8)  # each small word of an answer asks the same
def _has_another_small_word(case: Case) -> bool:
    """Whether the sentences have a small word that claims nothing, and that the item says nowhere."""
    language, claiming = case.language, _claiming(case.language)
    there = {*filter(language.decides, chain.from_iterable(case.passage.stated.parts))}
    strange = there.difference(chain.from_iterable(case.all_said.parts))
    return any(all(other not in phrases for phrases in claiming) for other in strange)

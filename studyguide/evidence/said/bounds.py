"""Bounds that are told: "at most 20" of "none carries more than 20", which needs no "no" then."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.claims import superlatives_added
from studyguide.language.bounds import bounds_asked, denied_at
from studyguide.language.figures import figures
from studyguide.language.words import Word, forms, words

_SIDES = (frozenset(">≥"), frozenset("<≤"))
_LEAST, _MOST = "≥", "≤"


def is_told_as_a_bound(case: Case, place: int) -> bool:
    """Whether what denies at a place only turns a "more than" round, and the item has that as the "at most" that it is."""
    section, language = case.passage.section, case.language
    sentence = section.sentence_of(place)
    found = section.words[sentence.first : sentence.last]
    turned = {
        (each.value, each.compare)
        for each in figures(section.text, found, language)
        if each.compare in (_LEAST, _MOST)
        and denied_at(section.text, found, each.comparing[0], language) == place - sentence.first
    }
    return any(_tells(case, value, sign) for value, sign in turned)


def _tells(case: Case, value: str, sign: str) -> bool:
    """Whether an item has a figure as such a bound, or asks for it as that."""
    side = next(each for each in _SIDES if sign in each)
    asked = forms(case.item.prompt.value)
    extremes = case.language.words.constructions.get("most of" if sign == _MOST else "least of", ())
    is_asked = case.item.kind == "question" and bool(
        bounds_asked(asked, case.language) & side or not {*asked}.isdisjoint(extremes)
    )
    return any(
        each.value == value and (each.compare in side or (is_asked and not each.compare))
        for _, told, _ in case.said
        for each in figures(told, words(told), case.language)
    )


def most_claimed(case: Case, value: str) -> Iterator[Word]:
    """Yield each superlative of a text of the item for which the passage has neither one nor a bound."""
    added = superlatives_added(case, value)
    yield from (word for word in added if not _is_limit_told(case, word.form))


def _is_limit_told(case: Case, form: str) -> bool:
    """Whether a superlative says of a figure of the item what the passage does by a bound: the greatest height, of up to 8 m."""
    section, uses = case.passage.section, case.language.words.constructions
    extremes = zip(_SIDES, ("least of", "most of"), strict=True)
    signs = frozenset().union(*(side for side, use in extremes if form in uses.get(use, ())))
    if not signs:
        return False
    said = {
        each.value for _, told, _ in case.said for each in figures(told, words(told), case.language)
    }
    return any(
        each.compare in signs and each.value in said
        for first, last in case.passage.sentences
        for each in figures(section.text, section.words[first:last], case.language)
    )

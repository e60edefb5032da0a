"""What a number counts, and whatever stands before a word: the words that follow."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from studyguide.deck.item import deletions
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.pairs import leads_to
from studyguide.evidence.reckoned import shares_in_common
from studyguide.evidence.terms import Term, terms_of
from studyguide.evidence.unquoted import is_topic
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.numbers import numerals
from studyguide.language.times.ages import is_length
from studyguide.language.words import Word, forms
from studyguide.patterns import lazy

_CLAUSE_END = lazy(r"[,;:().]\s|[—–]\s")  # in one class, all signs but ASCII make a large table
NEAR = 40
"""So many characters behind a number tell what it counts."""
_COUNTED, _DATED = 4, 3
"""So many words behind a number may be what it counts, behind a day may have its month: 13 to 14 February."""
_DATES = ("year", "day")
_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_BESIDE, _AROUND, _FAR = 1, 4, 80
"""So many words beside a name or number tell what is said of it, in an item and in its passage."""


def counted_in(behind: str, language: Language) -> frozenset[str]:
    """Give the stems of the few content words that follow a number, up to the next number or sign."""
    found = list[str]()
    for form in forms(_CLAUSE_END.split(behind, maxsplit=1)[0])[:_COUNTED]:
        if language.number(form):
            break
        if not language.is_function_word(form):
            found.append(language.stem(form))
    return frozenset(found)


@lru_cache(maxsize=64)  # more than one word of an item may stand before the same
def places_before(after: str, case: Case) -> tuple[int, ...]:
    """Give the places, in the passage's paragraphs, just before a word in whatever inflection."""
    stem, found = case.language.stem(after), list[int]()
    if not case.passage.around.has_stem(stem):
        return ()
    for part, stems in zip(case.passage.paragraphs, case.passage.around.stems, strict=True):
        at = 0
        for _ in range(stems.count(stem)):
            at = stems.index(stem, at) + 1
            place = part.first + at - 2
            if at > 1 and _only_space(case, place):
                found.append(place)
    return tuple(found)


def words_before(term: Term, after: str, case: Case) -> Iterator[tuple[Word, str]]:
    """Yield what might stand in a term's stead before a word, and both as they are written; centuries of a date are not counted ones."""
    section, number = case.passage.section, case.language.number
    own = is_length(number(forms(term.shown)[-1]), after)
    for place in places_before(after, case):
        word, following = section.words[place : place + 2]
        if is_length(number(word.form), following.form) == own:
            shown = (case.source.text[each.start : each.end] for each in (word, following))
            yield word, " ".join(shown)


def _only_space(case: Case, place: int) -> bool:
    """Whether nothing but space parts a word from the next."""
    word, following = case.passage.section.words[place : place + 2]
    return case.source.text[word.end : following.start].isspace()


def stands_before(term: Term, after: str, case: Case) -> bool:
    """Whether a term stands before a word somewhere in the section, as in the item."""
    section, language, told = case.passage.section, case.language, case.passage.section.forms
    if term.sort == "number":  # 4,2 millions de litres
        ends = (at - (told[at] in language.words.possessives) for at in places_before(after, case))
        runs = (
            (told[max(0, at - _COUNTED) : at + 2], at + 1 - max(0, at - _COUNTED)) for at in ends
        )
        return any(
            (value, last) == (term.form, end)  # read with what follows, which may be a century
            for run, end in runs
            for value, _, last in numerals(run, language)
        )
    if term.sort == "word":
        stem = language.stem(term.form)
        return any(language.stem(section.forms[at]) == stem for at in places_before(after, case))
    key = name_key(term.form)
    return any(
        leads_to(place, after, case)
        for form in (key, f"{key}s", f"{key}'s", term.form)
        for place in section.places.get(form, ())
    )


class _Recalled(NamedTuple):
    """A name or number that a learner must recall, and what is said of it.

    `kind` is that of a number, `counted` the stems behind it, `beside` those of the words around it, by
    which its place in the passage is known.
    """

    sort: str
    key: str
    kind: str
    counted: frozenset[str]
    beside: frozenset[str]


def rivals_among(case: Case, quoted: list[Term], unsaid: list[Term]) -> list[Term]:
    """Find names and numbers that the item does not say, and that might be its answer as well.

    They count what a number of the answer counts, or stand in a row with what it has; or the answer has
    a name or a number that stands in the passage beside other words than in the item, or not at all.
    """
    recalled = [*_all_recalled(case)]
    if case.item.kind not in ("question", "cloze"):  # what tells may name what all is about
        recalled = [each for each in recalled if not is_topic(case, each.key)]
    in_a_row = {*_in_a_row(case, quoted, recalled)}
    there = {(each.sort, _key(each)) for each in quoted}
    if shares_in_common(case):  # told by other numbers
        recalled = [each for each in recalled if each.sort == "name"]
    strange = [each for each in recalled if (each.sort, each.key) not in there]
    doubted = [each for each in recalled if not _stands_as_told(case, each, quoted)]
    return [
        term
        for term in unsaid
        if term in in_a_row
        or any(_counts_the_same(term, each, case) for each in recalled)
        or any(_may_be_meant(term, each, case) for each in doubted)
        or any(term.sort == each.sort == "number" for each in strange)
    ]


def _all_recalled(case: Case) -> Iterator[_Recalled]:
    """Yield the names and numbers that a learner must recall."""
    item, filled = case.item, {each.text: each.value for each in case.said}
    for text in answer_texts(item):
        yield from _recalled_in(text.value, case, (0, len(text.value)))
    at = 0
    for _, deletion in deletions(item):
        at = filled[item.prompt].find(deletion.text, at)
        yield from _recalled_in(filled[item.prompt], case, (at, at + len(deletion.text)))


def _recalled_in(value: str, case: Case, part: tuple[int, int]) -> Iterator[_Recalled]:
    """Yield the names and numbers of a part of a text."""
    language, run, months = case.language, forms(value), case.language.words.months
    terms = terms_of(f"x {value}", case.source, language)
    is_told_of = case.item.kind not in ("question", "cloze")
    names = {each.form for each in terms if each.sort == "name" and not is_told_of}
    saying = [(at, stem) for at, form in enumerate(run) for stem in _said((form,), case, names)]
    places = [at for at, _ in saying]
    for term in terms:
        start = term.offset - 2
        if term.sort == "word" or not part[0] <= start < part[1] or term.form in months:
            continue
        behind = value[start + len(term.shown) :][:NEAR]
        first, last = term.place - 1, term.place - 1 + len(forms(term.shown))
        before, after = bisect_left(places, first), bisect_left(places, last)
        near = (*saying[max(0, before - _BESIDE) : before], *saying[after : after + _BESIDE])
        kind = _kind(term.form, behind, language) if term.sort == "number" else ""
        counted = counted_in(behind, language)
        yield _Recalled(term.sort, _key(term), kind, counted, frozenset(stem for _, stem in near))


def _said(run: tuple[str, ...], case: Case, but: Collection[str] = ()) -> list[str]:
    """Give the stems of the words of a run that say something, and of what they are declared for."""
    language, months = case.language, case.language.words.months
    return [
        language.stem(form)
        for form in run
        if form not in but and form not in months
        if not (language.is_function_word(form) or language.number(form))
    ]


def _key(term: Term) -> str:
    return term.form if term.sort == "number" else name_key(term.form)


def _counts_the_same(term: Term, recalled: _Recalled, case: Case) -> bool:
    """Whether a number of the quotation counts what one that is recalled does."""
    if (term.sort, recalled.sort) != ("number", "number"):
        return False
    return not counted_in(_text_behind(term, case), case.language).isdisjoint(recalled.counted)


def _may_be_meant(term: Term, recalled: _Recalled, case: Case) -> bool:
    """Whether a name or number of the quotation may be recalled in another's stead."""
    if term.sort != recalled.sort or term.sort == "name":
        return term.sort == recalled.sort
    behind = _text_behind(term, case)
    kind = _kind(term.form, behind, case.language)
    counted = counted_in(behind, case.language)
    if case.item.kind == "date" and not recalled.counted:
        return kind in _DATES or not counted
    return kind == recalled.kind and not (recalled.counted and counted)


def _text_behind(term: Term, case: Case) -> str:
    end = term.offset + len(term.shown)
    return case.source.text[end : end + NEAR]


def _stands_as_told(case: Case, recalled: _Recalled, quoted: list[Term]) -> bool:
    """Whether a name or number stands in the quotation beside a word that it has in the item, too."""
    language, text = case.language, case.source.text
    for term in quoted:
        if (recalled.sort, recalled.key) == (term.sort, _key(term)):
            before = forms(text[max(0, term.offset - _FAR) : term.offset])[-_AROUND:]
            end = term.offset + len(term.shown)
            around = frozenset(_said((*before, *forms(text[end : end + _FAR])[:_AROUND]), case))
            if any(
                each in around or language.has_paraphrase(each, around) for each in recalled.beside
            ):
                return True
    return False


def _kind(value: str, behind: str, language: Language) -> str:
    """Tell a year and a day from how many of something there are, from an ordinal, from a version."""
    if _YEAR.fullmatch(value):
        return "year"
    if not language.words.months.isdisjoint(forms(behind)[:_DATED]):
        return "day"
    return "ordinal" if value.endswith(".") else "fraction" if "." in value else "count"


def _in_a_row(case: Case, quoted: list[Term], recalled: list[_Recalled]) -> Iterator[Term]:
    """Yield names and numbers that an "and", a "to", or a comma joins to one that a learner must recall."""
    lexicon, holds = case.language.words, case.language.is_function_word
    known = {(each.sort, each.key) for each in recalled}
    for one, other in pairwise(quoted):
        between = case.source.text[one.offset + len(one.shown) : other.offset]
        joint = forms(between)
        if one.sort != other.sort or not between.strip() or len(joint) > 1:
            continue
        is_name = one.sort == "name" and all(map(holds, joint))  # Woodbridge in Suffolk
        if is_name or any(each.issuperset(joint) for each in (lexicon.joining, lexicon.steps)):
            if (one.sort, _key(one)) in known:
                yield other
            if (other.sort, _key(other)) in known:
                yield one

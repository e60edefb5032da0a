"""What has to be supported of a text: its numbers, names and content words."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, filterfalse
from operator import itemgetter
from typing import Literal, NamedTuple

from studyguide.evidence.extent import Extent, Run
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.numbers import Numeral, numerals
from studyguide.language.words import Word, forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

Sort = Literal["number", "name", "word"]
_DEGREE = "°"


class Term(NamedTuple):
    """One number, name or content word of a text, which is its `place`-th word."""

    sort: Sort
    form: str
    shown: str
    offset: int
    place: int


@lru_cache(maxsize=256)  # the rules ask for the terms of one item again and again
def terms_of(
    text: str, source: Source, language: Language, *, recalled: bool = False
) -> tuple[Term, ...]:
    """Give what has to be supported of a text; words that only hold others together are not.

    In what has to be `recalled`, some of those are no less to be supported: "one mill", "before".
    """
    if recalled:
        usual = terms_of(text, source, language)
        if usual and not language.may_be_recalled(forms(text)):
            return usual
    return tuple(_terms(Stretch(text, 0, words(text)), source, language, recalled=recalled))


def stands_in(term: Term, extent: Extent) -> bool:
    """Whether a stretch of the source has a term: numbers and names as they are, words by stems."""
    if term.sort == "number":
        return term.form in extent.numbers
    if term.sort == "name":
        return extent.has_name(term.form) or extent.has_month(term.form)
    return extent.has_word(term.form) or extent.has_month(term.form)


class Stretch(NamedTuple):
    """Some words of a text, and where that part of it begins which goes before them."""

    text: str
    start: int
    words: tuple[Word, ...]


def _terms(
    stretch: Stretch, source: Source, language: Language, *, recalled: bool
) -> Iterator[Term]:
    text, _, found = stretch
    run = tuple(map(itemgetter(0), found))
    numbers = {numeral.first: numeral for numeral in numerals(run, language)}
    taken = {index for each in numbers.values() for index in range(each.first + 1, each.last)}
    ends, counting = {each.last for each in numbers.values()}, language.words.counting
    months = frozenset[str]() if language.is_english else language.words.months  # march, he may
    is_empty = recalled and run not in (("yes",), ("no",)) and not numbers
    is_empty = is_empty and all(map(language.is_function_word, run))
    telling = frozenset(run if is_empty else language.without_function_words(run))
    addresses, new = language.words.addresses, tuple.__new__  # what the class calls in the end
    has_degrees = _DEGREE in text
    for index, word in enumerate(found):
        form, start, end = word
        is_large = text[start].isupper()
        is_small = form not in telling and not (recalled and language.decides(form))
        if is_small and not is_large and index not in numbers:
            continue  # as every second word
        if index in numbers:
            if not _is_pronoun(run, index, language, recalled=recalled):
                yield _number(stretch, numbers[index])
        elif form in addresses:
            continue
        elif numbers and (index in taken or (index in ends and counting.get(form) == "times")):
            continue  # two times is said by a "twice"
        elif (
            numbers
            and counting.get(form) in _EACH
            and not numbers.keys().isdisjoint((index + 1, index + 2))
        ):
            continue  # tous les deux ans
        elif has_degrees and text[max(0, start - 1)] == _DEGREE:
            continue  # of °C the rule of units and signs asks
        elif form in months or (is_large and _is_name(stretch, word, source, language)):
            yield new(Term, ("name", form, text[start:end], start, index))
        elif not is_small:
            yield new(Term, ("word", form, text[start:end], start, index))


def _number(stretch: Stretch, numeral: Numeral) -> Term:
    """Give a number with all of its words: of thirty-six there are two."""
    start, end = stretch.words[numeral.first].start, stretch.words[numeral.last - 1].end
    return Term("number", numeral.value, stretch.text[start:end], start, numeral.first)


@lru_cache(maxsize=256)  # the rules ask for those of one quotation again and again
def names_in(
    section: SourceSection, run: Run, source: Source, language: Language
) -> tuple[Term, ...]:
    """Give the names and numbers of a run of a section's words."""
    return tuple(_names(section, run, source, language))


def _names(section: SourceSection, run: Run, source: Source, language: Language) -> Iterator[Term]:
    first, last = run
    if first >= last:
        return
    sentence, text = section.sentence_of(first), source.text
    stretch = Stretch(text, sentence.start, section.words[sentence.first : last])
    run_of_forms = section.forms[sentence.first : last]
    numbers = {numeral.first: numeral for numeral in numerals(run_of_forms, language)}
    for index in range(first - sentence.first, last - sentence.first):
        word = stretch.words[index]
        if index in numbers:
            if not _is_pronoun(run_of_forms, index, language, recalled=False):
                yield _number(stretch, numbers[index])
        elif word.form in language.words.addresses or text[max(0, word.start - 1)] == _DEGREE:
            continue
        elif text[word.start].isupper() and _is_name(stretch, word, source, language):
            yield Term("name", word.form, text[word.start : word.end], word.start, index)


def _is_pronoun(run: tuple[str, ...], index: int, language: Language, *, recalled: bool) -> bool:
    """Whether a "one" or "once" counts nothing: "the one who …", "once the tide turns"."""
    if run[index] not in ("one", "once") or len(run) == 1:
        return False
    before, after = run[max(index - 1, 0) : index], run[index + 1 : index + 2]
    if not recalled or not after or before in (("the",), ("no",), ("any",), ("this",), ("that",)):
        return True
    if run[index] == "once":
        return after[0] not in ("a", "an", "each", "every")
    return language.is_function_word(after[0]) or after[0] == "another"


def _is_name(stretch: Stretch, word: Word, source: Source, language: Language) -> bool:
    text = stretch.text
    shown = text[word.start : word.end]
    if not language.marks_names:
        return False
    if len(shown) > 1 and shown.isupper():
        return True
    is_office = word.form[-1] == "s" and word.form[:-1] in language.words.offices
    if is_office or _VERB.fullmatch(shown):
        return False  # the Senators
    start = max(stretch.start, word.start - _NEAR)
    near = text[start : word.start]
    before = near.rstrip().rstrip("\"'“”‘’«»„([{").rstrip()
    begins_sentence = not before or before[-1] in ".!?:…|" or "\t" in near[len(before) :]  # a cell
    if language.is_function_word(word.form):
        is_dated = not begins_sentence or _DAY_OR_YEAR.match(text, word.end)
        return word.form == "may" and bool(is_dated)
    if not begins_sentence:
        return True
    form = word.form.removesuffix("'s")
    return not source.is_written_small(form) and (
        source.is_written_large(form)
        or (language.declines_names and _is_a_declined_name(form, source, language))
    )


@lru_cache(maxsize=2000)
def _is_a_declined_name(form: str, source: Source, language: Language) -> bool:
    """Whether the source has what may be the name in another case, or as the name of another; nothing without a capital."""
    own, stem = language.declined(form), language.stem(form)
    found = {
        each
        for section in source.sections.values()
        for each in section.beginning_with(form[: max(2, min(_TELLING, len(form) - 2))])
        if not own.isdisjoint(language.declined(each))
        or (other := language.stem(each)) == stem
        or language.has_paraphrase(stem, frozenset([other]))
    }
    return any(map(source.is_written_large, found)) and not any(map(source.is_written_small, found))


@lru_cache(maxsize=4096)
@lru_cache(maxsize=16)  # each name of a text asks the same of it
def name_keys(value: str) -> frozenset[str]:
    """Give all words of a text as they would be told as names."""
    return frozenset(map(name_key, forms(value)))


@lru_cache(maxsize=64)  # neighbouring items tell of the same
def is_told_of_often(key: str, section: SourceSection, language: Language) -> bool:
    """Whether a third of a section's sentences have a name, and four at least; see `name_key`."""
    least = max(_TOPICAL, len(section.sentences) // 3)
    alike = (f"{key}{ending}" for ending in ("", "s", "'s", "s's"))
    found = [form for form in alike if form in section.places and name_key(form) == key]
    found += _accented(section).get(key, ())
    told = [*chain.from_iterable(map(section.places.__getitem__, found))]
    is_often = len(told) >= least and not language.is_function_word(key)
    return is_often and len(section.beginnings(told)) >= least


@lru_cache(maxsize=64)
def _accented(section: SourceSection) -> Mapping[str, list[str]]:
    """Give the words of a section that are not of ASCII letters alone, by what each is as a name."""
    found = dict[str, list[str]]()
    for form in filterfalse(str.isascii, section.places):
        found.setdefault(name_key(form), []).append(form)
    return found


_TOPICAL = 4
"""Sentences that must name something before it can be what the section is about."""
_EACH = ("each", "every")
_VERB = lazy(r"[A-Z]{2,}(?:ed|ing)")
"""FTPed is no name."""
_TELLING = 4
"""Letters of a name that stay in all cases."""

_NEAR = 40
"""So many characters before a word tell whether it opens a sentence."""
_DAY_OR_YEAR = lazy(r",?\s+\d")


def shown_whole(terms: list[Term]) -> Iterator[str]:
    """Yield names and numbers as they are shown, those that follow each other at once as one: Tobias Wray."""
    end, shown = -1, ""
    for term in terms:
        if shown and term.offset != end + 1:
            yield shown
            shown = ""
        shown, end = f"{shown} {term.shown}".strip(), term.offset + len(term.shown)
    yield shown


@lru_cache(maxsize=64)
def forms_by_stem(section: SourceSection, language: Language) -> Mapping[str, list[str]]:
    """Give by stem the words of a section that have it."""
    found: dict[str, list[str]] = {}
    for form in section.places:
        found.setdefault(language.stem(form), []).append(form)
    return found

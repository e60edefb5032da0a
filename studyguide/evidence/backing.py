"""What supports each word that a curator wrote: the quotation, a declaration, or nothing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from studyguide.deck.file import Text
from studyguide.deck.item import Item, pointing_at
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.extent import Extent
from studyguide.evidence.reckoned import is_share, may_be_of_a_share
from studyguide.evidence.reference import stands_for
from studyguide.evidence.terms import Term, stands_in, terms_of
from studyguide.finding import Finding
from studyguide.language.figures import Figure, figures
from studyguide.language.language import Language
from studyguide.language.numbers import scaled
from studyguide.language.units import size_of, written_as
from studyguide.language.words import forms, words

_PARTED, _BETWEEN = 2, 2  # so many words may part a verb from what belongs to it


class Backing(NamedTuple):
    """What supports one term: the passage itself, a declaration, an alias; or nothing does."""

    term: Term
    text: Text
    by: Literal["passage", "wording", "alias", "paraphrase", ""]
    key: Text | None = None


@lru_cache(maxsize=64)
def backing(
    case: Case, text: Text, value: str, extent: Extent, *, of_names: bool = False
) -> tuple[Backing, ...]:
    """Tell for each term of `value`, a text of the item, what in `extent` supports it.

    Only for names and numbers with `of_names`.
    """
    return tuple(_backing(case, text, value, extent, of_names=of_names))


def stands_whole(
    case: Case, text: Text, value: str, extent: Extent, *, of_names: bool = False
) -> bool:
    """Whether each term of a text stands in `extent` as it is, as most do: then there is nothing to tell of its `backing`."""
    recalled = text in answer_texts(case.item)
    return all(
        (of_names and term.sort == "word") or stands_in(term, extent)
        for term in terms_of(value, case.source, case.language, recalled=recalled)
    )


def _backing(
    case: Case, text: Text, value: str, extent: Extent, *, of_names: bool
) -> Iterator[Backing]:
    attributed = case.language.attributions(value, case.deck.author)
    recalled = text in answer_texts(case.item)
    otherwise = case.written_otherwise(text, value, extent)
    declared = covered(value, case.item.wording, case.language)
    for term in terms_of(value, case.source, case.language, recalled=recalled):
        if of_names and term.sort == "word":
            continue
        if attributed and any(start <= term.offset < end for start, end in attributed):
            continue
        is_there = term.sort == "number" and _is_scaled(term, case, extent)
        is_there |= term.place in otherwise and term.place not in declared
        if is_there or stands_in(term, extent):
            yield Backing(term, text, "passage")
        else:
            yield _told_otherwise(case, Backing(term, text, ""), value, extent)


def _told_otherwise(case: Case, each: Backing, value: str, extent: Extent) -> Backing:
    """Tell what supports a term that does not stand there as it is."""
    term = each.term
    alias = covered(value, case.deck.aliases, case.language).get(term.place)
    if alias and extent.has_run(forms(alias[1].value)):
        return each._replace(by="alias", key=alias[0])
    declared = covered(value, case.item.wording, case.language).get(term.place)
    if may_be_of_a_share(case, term) and is_share(case, value, term, extent):
        return each._replace(by="wording" if declared else "passage", key=declared and declared[0])
    if declared and (
        term.sort == "word"
        or term.form
        == "1."  # for the first time: whether it counts something is asked by `wording`
        or (term.sort == "name" and stands_for(case, term.form, declared[1]))
    ):
        return each._replace(by="wording", key=declared[0])
    if term.sort == "number" and _is_at_a_figure(case, value, term):
        return each._replace(by="passage")
    is_said = term.sort == "word" and (
        extent.has_paraphrase(term.form)
        or (term.shown[0].isupper() and extent.has_name(term.form))  # Sweden, of Swedish
        or _is_at_a_figure(case, value, term)
        or _is_of_two(case, term, extent)
    )
    return each._replace(by="paraphrase") if is_said else each


@lru_cache(maxsize=16)  # every number of an answer asks the same of its question
def _scales(question: str, language: Language) -> tuple[str, ...]:
    """Give the thousands or millions that a question asks for."""
    return tuple(scale for scale in {*language.numbers(forms(question))} if scaled("1", scale))


def _is_scaled(term: Term, case: Case, extent: Extent) -> bool:
    """Whether a number is so many of the millions that the question asks for."""
    scales = _scales(case.item.prompt.value, case.language)
    return any(scaled(term.form, scale) in extent.numbers for scale in scales)


def _is_at_a_figure(case: Case, value: str, term: Term) -> bool:
    """Whether a word says of a figure what the passage says by a sign or in another unit: >= 3.6, or later; 1.5 km, 1,500 m."""
    section, wanted = case.passage.section, set[tuple[str, object, object]]()
    for each in _figures_by_place(value, case.language).get(term.place, ()):
        if each.comparing[0] <= term.place < each.comparing[1]:
            wanted.add(("compare", each.value, each.compare))
        elif each.unit and each.start <= term.offset < each.end:
            wanted |= {("unit", each.value, each.unit)} if term.sort == "word" else set()
            wanted |= {("size", *size) for size in (size_of(each.value, each.unit),) if size}
    return bool(wanted) and any(
        not wanted.isdisjoint(
            {
                ("compare", each.value, each.compare),
                *(("unit", each.value, unit) for unit in written_as(each.unit)),
                ("size", *(size_of(each.value, each.unit) or ("", 0))),
            }
        )
        for first, last in case.passage.sentences
        for each in figures(section.text, section.words[first:last], case.language)
    )


def is_converted(case: Case, number: Term) -> bool:
    """Whether an item tells a number of the passage in another unit: 1.5 km, of 1,500 m."""
    said = (figure for each in case.said for figure in _figures_of(each.value, case.language))
    sizes = {*filter(None, (size_of(each.value, each.unit) for each in said))}
    section = case.passage.section
    return number.sort == "number" and any(
        each.start <= number.offset < each.end and size_of(each.value, each.unit) in sizes
        for first, last in case.passage.sentences
        for each in figures(section.text, section.words[first:last], case.language)
    )


@lru_cache(maxsize=16)  # every word of an answer asks the same of it
def _figures_of(value: str, language: Language) -> tuple[Figure, ...]:
    return figures(value, words(value), language)


@lru_cache(maxsize=16)
def _figures_by_place(value: str, language: Language) -> Mapping[int, list[Figure]]:
    """Give the figures at which a word of a text stands, by its place: those that it compares, or is the unit of."""
    found: defaultdict[int, list[Figure]] = defaultdict(list)
    starts = [word.start for word in words(value)]
    for each in _figures_of(value, language):
        its = range(bisect_left(starts, each.start), bisect_left(starts, each.end))
        for place in {*range(*each.comparing), *its}:
            found[place].append(each)
    return found


def _is_of_two(case: Case, term: Term, extent: Extent) -> bool:
    """Whether a "both" stands for two that the passage names one by one: "Oakley and Brand"."""
    lexicon = case.language.words
    return term.form in lexicon.pairing and any(
        not lexicon.joining.isdisjoint(part) for part in extent.parts
    )


def as_it_stands(extent: Extent, form: str) -> str:
    """Give a word as it stands in a stretch, in whatever form."""
    stem = extent.language.stem
    alike = (each for part in extent.parts for each in part if stem(each) == stem(form))
    return form if extent.has_form(form) else next(alike, form)


def covered(
    value: str, declarations: tuple[tuple[Text, Text], ...], language: Language
) -> dict[int, tuple[Text, Text]]:
    """Tell which words of a text belong to which declared phrase, the last that holds it."""
    if not declarations:
        return {}
    stems = language.stems(forms(value))
    by_first = _declared(declarations, language)
    if by_first.keys().isdisjoint(stems):
        return {}
    found = sorted(each for stem in {*stems} for each in by_first.get(stem, ()))
    return {place: declarations[nth] for nth, wanted in found for place in _places(stems, wanted)}


@lru_cache(maxsize=16)
def _declared(
    declarations: tuple[tuple[Text, Text], ...], language: Language
) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Give what is declared by its first stem, each with its number: a deck may have thousands."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for nth, (key, _) in enumerate(declarations):
        if wanted := language.stems(forms(key.value)):
            found.setdefault(wanted[0], []).append((nth, wanted))
    return found


def _places(stems: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[int]:
    """Yield where a declared phrase stands; of two words, others may part them: turn it down."""
    if not wanted or wanted[0] not in stems:
        return
    size, is_found = len(wanted), False
    for start in range(len(stems) - size + 1):
        if stems[start : start + size] == wanted:
            is_found = True
            yield from range(start, start + size)
    if size == _PARTED and not is_found:
        for start, stem in enumerate(stems):
            behind = stems[start + 1 : start + 2 + _BETWEEN]
            if stem == wanted[0] and wanted[1] in behind:
                yield from (start, start + 1 + behind.index(wanted[1]))


def error_at(item: Item, each: Backing, code: str, message: str, help: str) -> Finding:
    """Report an error at one term of an item's text."""
    finding = item.error(each.text, code, message, help)
    return pointing_at(finding, item, each.text, each.term.offset, len(each.term.shown))


def counts_for_itself(case: Case, each: Backing) -> bool:
    """Whether an ordinal in words counts what the text does not: "the first of the experiments".

    Where the passage counts the same things, another ordinal is another thing.
    """
    if not (each.term.form.endswith(".") and each.term.shown.isalpha()):
        return False
    language, run = case.language, forms(each.text.value)
    counted = run[each.term.place + 1 : each.term.place + 2]
    if not counted or language.is_function_word(counted[0]):
        others = case.passage.stated.numbers - {each.term.form}
        return not any(number.endswith(".") for number in others)
    return not any(
        value.endswith(".") and language.ends_alike(form, counted[0])
        for value, form in zip(
            case.passage.around.values, case.passage.around.following, strict=True
        )
    )

"""Signs: what stands at a figure or a letter says as much as they do: −5, $900, 30 ‰, 2/3, A−, MW."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import chain, pairwise
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.evidence.said.asked_for import unit_asked_for
from studyguide.evidence.said.in_code import altered_code
from studyguide.finding import Finding
from studyguide.language.figures import (
    Figure,
    figures,
    has_symbols,
    kinds_of,
    rate,
    rate_asked,
    rates_of,
    symbol,
)
from studyguide.language.language import Language
from studyguide.language.units import ALWAYS, are_compatible
from studyguide.language.words import displayed, forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection

_UP, _DOWN, _EQUAL = frozenset(">≥"), frozenset("<≤"), frozenset(("", "="))
_ALLOWING = frozenset([
    "uncertainty", "tolerance", "error", "errors", "margin", "accuracy", "accurate",
    "precision", "within", "deviation", "minus", "plus", "frost", "zero",
    "freezing", "negative", "below", "either", "give",
])  # fmt: skip
"""Words that say in a question what a sign says in the passage."""
_COUNTED = lazy(r"\s+(?!per|pro|po|part|teil|hund|cent)([^\W\d_]{3,})", re.IGNORECASE)


class _Side(NamedTuple):
    """The figures of the item's text, or of the passage, and the text that they stand in."""

    text: str
    figures: tuple[Figure, ...]

    def shown(self, figure: Figure) -> str:
        return " ".join(self.text[figure.start : figure.end].split())


def signs_are_those_of_the_passage(case: Case) -> Iterator[Finding]:
    """Report a sign at a figure or letter that is not the one that the passage has there."""
    for text, value, _ in case.said:
        mine = _said(case.apart_from_formulas(value), case.language)
        if mine.figures:
            yield from _against(case, text, mine, _stated(case))
        yield from _symbols(case, text, case.apart_from_formulas(value), case.passage.sentences)
    for quotation, span in zip(case.item.evidence, case.passage.spans, strict=True):
        value, mine = quotation.value, _said(quotation.value, case.language)
        if mine.figures:
            yield from _against(case, quotation, mine, _side(case, (span,)), is_verbatim=True)
        yield from _symbols(case, quotation, value, (span,))


@lru_cache(maxsize=8)  # two rules ask for the same, one after the other
def _stated(case: Case) -> _Side:
    return _side(case, case.passage.sentences)


@lru_cache(maxsize=32)
def _said(value: str, language: Language) -> _Side:
    has_any = language.has_numbers(forms(value))  # else nobody asks where its words stand
    return _Side(value, figures(value, words(value), language) if has_any else ())


def _side(case: Case, runs: tuple[Run, ...]) -> _Side:
    section = case.passage.section
    found = (_figures(section, run, case.language) for run in runs)
    return _Side(section.text, tuple(chain.from_iterable(found)))


@lru_cache(maxsize=64)  # neighbouring items stand in the same sentences
def _figures(section: SourceSection, run: Run, language: Language) -> tuple[Figure, ...]:
    return figures(section.text, section.words[run[0] : run[1]], language)


def _against(
    case: Case, text: Text, mine: _Side, stated: _Side, *, is_verbatim: bool = False
) -> Iterator[Finding]:
    """Hold each figure against those of the passage that have its value."""
    allows = not is_verbatim and not _ALLOWING.isdisjoint(forms(case.item.prompt.value))
    is_told = not is_verbatim and any(not forms(meaning.value) for _, meaning in case.item.wording)
    kinds = kinds_of(stated.figures)
    for figure in mine.figures:
        alike = kinds.get(figure.value, [])
        is_same = partial(_says_the_same, figure, allows=allows, is_told=is_told)
        if alike and not any(map(is_same, alike)):
            yield _another(case, text, mine.shown(figure), stated.shown(alike[0]))
    known: dict[tuple[str, str], dict[str, tuple[Figure, Figure]]] = {}
    for one, other in pairwise(stated.figures):
        known.setdefault((one.value, other.value), {}).setdefault(other.joint, (one, other))
    for before, after in pairwise(mine.figures):
        pairs = [*known.get((before.value, after.value), {}).values()]
        if after.joint and pairs and not any(_are_joined_so(after, other) for _, other in pairs):
            one, other = pairs[0]
            shown = displayed(stated.text[one.start : other.end])
            yield _another(case, text, mine.text[before.start : after.end], shown)


def _says_the_same(figure: Figure, other: Figure, *, allows: bool, is_told: bool = False) -> bool:
    """Whether two figures have the same sign; if words `allow` it, or it `is_told` by some, one has none."""
    if figure.sign != other.sign and not (allows and not figure.sign):
        return False
    if {figure.unit, other.unit} & ALWAYS and not are_compatible(figure.unit, other.unit):
        return False
    if figure.unit.casefold() == other.unit.casefold() and figure.unit != other.unit:
        return False
    if not (figure.is_sign or other.is_sign):
        return True
    pair = {figure.compare, other.compare}
    is_alike = len(pair) == 1 or any(pair <= each for each in (_EQUAL, _UP, _DOWN))
    return is_alike or ((allows or is_told) and not figure.compare)


def units_are_those_of_the_passage(case: Case) -> Iterator[Finding]:
    """Report a unit, or a "more than", that is not the passage's: feet for metres."""
    for text, value, _ in case.said:
        mine = _said(value, case.language)
        if not mine.figures:
            continue
        stated = _stated(case)
        kinds = kinds_of(stated.figures)
        rates = rates_of(case.source.text, stated.figures, case.language)
        asked = "" if text is case.item.prompt else unit_asked_for(case)
        for figure in mine.figures:
            alike, unit = kinds.get(figure.value, []), figure.unit or asked
            if asked and not figure.unit and (counts := _counts_else(case, text, figure)):
                message = f"the question asks for another measure than that of {counts}"
                help = "ask how many of them, or give the measure that is asked for"
                yield case.item.warning(text, "unit", message, help, mine.shown(figure))
                continue
            if _is_for_signs(figure, alike):
                continue
            is_other = alike and not any(are_compatible(unit, each.unit) for each in alike)
            if is_other or _is_no_share(case, mine, figure, alike):
                message = f"the passage has `{stated.shown(alike[0])}`, not {mine.shown(figure)} of another unit"
                is_sure = figure.unit and is_other and all(each.unit for each in alike)
                report = case.item.error if is_sure else case.item.warning
                help = "give the passage's unit, and the figure in it"
                yield report(text, "unit", message, help, mine.shown(figure))
            elif another := _another_rate(case, mine, figure, rates):
                message = f"the passage has it {another}, not {mine.shown(figure)} of another time"
                help = "say for which time it is as the passage does"
                yield case.item.warning(text, "unit", message, help, mine.shown(figure))
            elif alike and not any(_may_compare_so(figure, each) for each in alike):
                shown = _with_words_before(case, alike[0])
                message = f"the passage has `{shown}`, which is the other side of it"
                help = "say more than, less than, at least, at most as the passage does"
                yield case.item.warning(text, "comparison", message, help, mine.shown(figure))


def _is_no_share(case: Case, mine: _Side, figure: Figure, alike: list[Figure]) -> bool:
    """Whether a figure counts a thing that the passage has only as a share: forty crowns for forty per cent."""
    is_share = not figure.unit and {each.unit for each in alike} == {"%"}
    match = _COUNTED.match(mine.text, figure.end) if is_share else None
    return match is not None and not case.language.is_function_word(match[1].casefold())


def _counts_else(case: Case, text: Text, figure: Figure) -> str:
    """Give the noun that a figure counts here as in the passage, where no unit follows it."""
    found = words(text.value)
    following = [word.form for word in found[figure.place + 1 : figure.place + 3]]
    content = [form for form in following if not case.language.is_function_word(form)]
    if not content or len(content) < len(following) or content[-1] in case.language.words.units:
        return ""
    run = (found[figure.place].form, *following)
    return " ".join(run) if case.passage.stated.has_run(run) else ""


def _another_rate(case: Case, mine: _Side, figure: Figure, rates: dict[str, dict[str, str]]) -> str:
    """Give the time that a figure is for in the passage, "per year", if it is for another one here."""
    if not (theirs := rates.get(figure.value)):
        return ""
    own = rate(mine.text, figure, case.language) or rate_asked(case.item.prompt.value)
    if not own or own[0] in theirs:
        return ""
    return f"“{next(iter(theirs.values()))}”"


def _is_for_signs(figure: Figure, alike: list[Figure]) -> bool:
    """Whether the other rule has reported what there is to be reported."""
    return bool(alike) and not any(_says_the_same(figure, each, allows=False) for each in alike)


def _may_compare_so(figure: Figure, other: Figure) -> bool:
    """Whether two figures are not on different sides of a value."""
    pair = {figure.compare, other.compare}
    return not (pair & _UP and pair & _DOWN)


def _with_words_before(case: Case, figure: Figure) -> str:
    text = case.source.text
    before = text[max(0, figure.start - 20) : figure.start].split()[-2:]
    return " ".join((*before, text[figure.start : figure.end]))


def _are_joined_so(after: Figure, other: Figure) -> bool:
    """Whether two figures are joined as those of the passage: 1911/12 is 1911–12."""
    joints = {after.joint, other.joint}
    are_years = len(after.value) == 4 and joints == {"/", "-"}
    return len(joints) == 1 or "" in joints or are_years


def _symbols(case: Case, text: Text, value: str, runs: tuple[Run, ...]) -> Iterator[Finding]:
    """Hold each letter or symbol with a sign against the passage's: A− is not A+, nor C C++."""
    if not has_symbols(value):
        return
    found, section = words(value), case.passage.section
    for place, word in enumerate(found):
        mine = symbol(value, word)
        if not mine:
            continue
        is_article = mine.isalpha() and case.language.is_function_word(word.form)
        if is_article and len(found) > 1 and place < len(found) - 1:
            continue
        theirs = [
            theirs_there
            for first, last in runs
            for at in section.places.get(word.form, ())
            if first <= at < last and (theirs_there := symbol(section.text, section.words[at]))
        ]
        if theirs and mine not in theirs and not all(each.isalpha() for each in (mine, *theirs)):
            yield _another(case, text, mine, theirs[0])


def _another(case: Case, text: Text, mine: str, theirs: str) -> Finding:
    message = f"the passage has `{theirs}`, not `{mine}`"
    help = f"write it with the passage's sign: {theirs}"
    return case.item.error(text, "sign", message, help, mine)


def code_is_that_of_the_passage(case: Case) -> Iterator[Finding]:
    """Report code with other signs than the passage's, and warn of other names."""
    for text, mine, theirs, is_sign in altered_code(case):
        finding = _another(case, text, mine, theirs)
        yield finding if is_sign else finding._replace(severity="warning")

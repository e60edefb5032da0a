"""To what a figure belongs: of two parts of a sentence with a figure each, the item takes that of the wrong one."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.evidence.pairs import figure_of_another
from studyguide.language.words import displayed, forms, words
from studyguide.syntax.differs import Asked, Differs, asked_of, content, phrases_for

_PARTING = frozenset(",;:()—–")
_YEARS = range(1000, 2100)


def figure_of_another_part(case: Case) -> Iterator[Differs]:
    """Yield a figure where another part of the sentence has what is asked, and a figure of its own.

    What stands before the first figure may be said of all that follow; what stands behind, of that part alone:
    "heard 118 witnesses, of whom nine lived on boats".
    """
    language = case.language
    for each in asked_of(case):
        asks_else = (language.words.asking_why, language.words.asking_conditions)
        if not language.has_numbers(each.answer) or any(
            asking.stand_in(each.asked) for asking in asks_else
        ):
            continue
        for sentence in case.passage.sentences:
            if part := _another_part(case, each, sentence):
                if next(figure_of_another(case), None):
                    return  # which says so by itself
                section = case.passage.section
                run = section.words[part[0]].start, section.words[part[1] - 1].end
                shown = displayed(section.text[slice(*run)])
                message = f"the passage has another figure of that: “{shown}”"
                yield Differs("neighbour", message, each.text, each.shown)
                return


def figure_in_total(case: Case) -> Iterator[Differs]:
    """Yield a "total" of which the paragraph says nothing, where a figure is asked for."""
    totals = phrases_for(case.language, "total")
    for text, value, _ in case.said if totals else ():
        added = next(totals.find(forms(value)), None)
        if not added or any(map(totals.stand_in, case.passage.around.parts)):
            continue
        if any(case.language.has_numbers(each.answer) for each in asked_of(case)):
            found = words(value)
            shown = value[found[added.start].start : found[added.end - 1].end]
            yield Differs("claim-added", f"the passage does not say `{shown}`", text, shown)


def _another_part(case: Case, each: Asked, sentence: Run) -> Run | None:
    """Find the part of a sentence of which the question is, and which has a figure that the item lacks."""
    language, section = case.language, case.passage.section
    parts = _parts(case, sentence)
    if len(parts) == 1:
        return None
    told = [content(language, section.forms[first:last]) for first, last in parts]
    asked = content(language, each.asked)
    answer = content(language, each.answer) - asked
    own = [at for at, stems in enumerate(told) if answer & stems]
    if len(own) != 1:
        return None
    counts = Counter(stem for stems in told for stem in stems)
    held = [{stem for stem in asked & stems if counts[stem] == 1} for stems in told]
    said = frozenset[str]().union(*(content(language, forms(value)) for _, value, _ in case.said))
    kinds = {_kind(case, *figure) for figure in _figures(case, parts[own[0]], answer)}
    for at, part in enumerate(parts):
        is_before = held[own[0]] and at < own[0]
        if is_before and _is_parted(case, part, parts[own[0]]):  # what stands there is of it alone
            is_before = len(held[at]) <= len(held[own[0]])
        if at == own[0] or not held[at] or is_before:
            continue
        rivals = _figures(case, part, told[at] - said)
        if not kinds.isdisjoint(chain.from_iterable(_alike(_kind(case, *each)) for each in rivals)):
            return part
    return None


def _is_parted(case: Case, part: Run, other: Run) -> bool:
    """Whether a semicolon stands between two parts of a sentence."""
    section = case.passage.section
    return ";" in section.text[section.words[part[1] - 1].end : section.words[other[0]].start]


def _figures(case: Case, part: Run, values: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield where some figures stand in a part, and their values."""
    for place in range(*part):
        value = case.language.number(case.passage.section.forms[place])
        if value in values and _is_figure(value):
            yield place, value


def _kind(case: Case, place: int, value: str) -> str:
    """Tell what a figure may be: a year, so many of a unit, of something else, or nothing tells it."""
    behind = "".join(case.passage.section.forms[place + 1 : place + 2])
    if behind in case.language.words.units or behind in case.language.words.periods:
        return "unit"
    if value.isdecimal() and int(value[:5]) in _YEARS:
        return "year"
    return "" if case.language.is_function_word(behind) else "count"


def _alike(kind: str) -> tuple[str, ...]:
    """Give the kinds that may stand in the place of one."""
    return {"year": ("year",), "": ("", "unit", "count")}.get(kind, (kind, ""))


def _parts(case: Case, sentence: Run) -> list[Run]:
    """Cut a sentence at all punctuation inside it, and before what sets one clause against another."""
    section, adversatives = case.passage.section, case.language.words.adversatives
    cuts = [
        at
        for at in range(sentence[0] + 1, sentence[1])
        if section.forms[at] in adversatives
        or not _PARTING.isdisjoint(
            section.text[section.words[at - 1].end : section.words[at].start]
        )
    ]
    return [*zip((sentence[0], *cuts), (*cuts, sentence[1]), strict=True)]


def _is_figure(stem: str) -> bool:
    """Whether a number counts something; "first" only tells an order."""
    return stem.replace(".", "", 1).isdecimal() and not stem.endswith(".")

"""A figure that is asked for of what has another one of its kind in the passage, and what one may count there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from studyguide.evidence.case import Case
from studyguide.evidence.counted import NEAR, counted_in
from studyguide.evidence.extent import Run
from studyguide.evidence.sides import Misplaced
from studyguide.evidence.terms import Term
from studyguide.language.units import SIGNS, sort_of
from studyguide.language.words import displayed, forms

_UNITS = "%‰°£$€"
_UNIT = "unit"
_LETTERS = frozenset("hmtgl")
"""Of units of one letter those that are nothing else behind a figure."""


def figure_of_another(case: Case) -> Iterator[Misplaced]:
    """Yield a figure that is asked for of what has another one of its kind behind it: 4 francs, boys 3 francs.

    What stands before the first figure may be said of all; what stands behind another is said of that alone.
    """
    item, language, section = case.item, case.language, case.passage.section
    answers = item.answers if item.kind == "question" and len(item.answers) == 1 else ()
    values = {value for each in answers for value in language.numbers(forms(each.value)) if value}
    if len(values) != 1:
        return
    question = forms(item.prompt.value)
    asked, said = _content_stems(case, question), {*language.numbers(question)}
    for sentence in case.passage.sentences:
        parts = [*_figured(case, sentence)]
        own = [at for at, (_, figures) in enumerate(parts) if values.intersection(figures.values())]
        if len(own) != 1 or len(parts) == 1:
            continue
        stems = [_content_stems(case, section.forms[slice(*part)]) for part, _ in parts]
        kinds = [{_unit(case, place) for place in figures} for _, figures in parts]
        counts = Counter(chain.from_iterable(stems))
        for other in range(own[0] + 1, len(parts)):
            is_named = not said.isdisjoint(parts[other][1].values())
            is_rival = not is_named and kinds[other] & kinds[own[0]]
            if is_rival and any(counts[stem] == 1 for stem in asked & stems[other]):
                first, last = parts[other][0]
                begin, end = section.words[first].start, section.words[last - 1].end
                shown = displayed(section.text[begin:end])
                yield Misplaced("neighbour", f"the passage has another figure of that: “{shown}”")
                return


def _figured(case: Case, sentence: Run) -> Iterator[tuple[Run, dict[int, str]]]:
    """Part a sentence at its commas and at what sets two things beside each other, so that each part has a figure."""
    language, section = case.language, case.passage.section
    begin, figures, before_one = sentence[0], dict[int, str](), _before_a_figure(case, sentence)
    for at in range(*sentence):
        value = language.number(section.forms[at])
        is_new = section.forms[at] in language.words.parallels or not case.passage.goes_on(at)
        if is_new and figures and at in before_one:
            yield (begin, at), figures
            begin, figures = at, {}
        if value.replace(".", "").isdecimal() and not counts_nothing(case, at):
            figures[at] = value
    if figures:
        yield (begin, sentence[1]), figures


def counts_nothing(case: Case, at: int) -> bool:
    """Whether a number word of the section is none: if one counts those, had first called them."""
    run, articles = case.passage.section.forms, case.language.words.articles
    behind = "".join(run[at + 1 : at + 2])
    is_adverb = case.language.number(run[at]) == "1." and articles.isdisjoint(
        run[max(0, at - 1) : at]
    )
    is_subject = run[at] == "one" and behind.endswith("s") and not behind.endswith(("ss", "us"))
    return is_adverb or is_subject


def _before_a_figure(case: Case, sentence: Run) -> set[int]:
    """Give the places of a sentence behind which a figure stands before the next comma, those of figures included."""
    found, is_before = set[int](), False
    for at in reversed(range(*sentence)):
        is_before |= bool(case.language.number(case.passage.section.forms[at]))
        if is_before:
            found.add(at)
        is_before &= case.passage.goes_on(at)
    return found


def _unit(case: Case, place: int) -> str:
    """Give what a figure counts: the sign beside it, or the stem of the next word."""
    section = case.passage.section
    text, word = section.text, section.words[place]
    signs = (text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2].strip()[:1])
    behind = section.forms[place + 1 : place + 2]
    named = case.language.stem(behind[0]) if behind else ""
    return next((sign for sign in signs if sign in _UNITS and sign), named)


def measured_by(case: Case, place: int) -> str:
    """Tell what a figure measures by the unit behind it, a time or a weight, or only that it has a unit; "" if it has none."""
    behind = "".join(case.passage.section.forms[place + 1 : place + 2])
    is_sign = behind in SIGNS and (len(behind) > 1 or behind in _LETTERS) and behind != "in"
    unit = SIGNS[behind] if is_sign else case.language.words.units.get(behind, "")
    is_unit = unit or behind in case.language.words.periods
    return sort_of(unit) or (_UNIT if is_unit else "")


def are_alike(one: str, other: str) -> bool:
    """Whether a figure of one kind may stand in the place of one of another."""
    kinds = {one, other}
    if one == other or "year" in kinds:
        return one == other
    return "" in kinds or (_UNIT in kinds and "count" not in kinds)


def _content_stems(case: Case, run: tuple[str, ...]) -> frozenset[str]:
    language = case.language
    content = (
        form for form in run if not language.is_function_word(form) and not language.number(form)
    )
    return frozenset(map(language.stem, content))


def may_count(term: Term, after: str, case: Case) -> bool:
    """Whether a number of the passage may be said of a word there: it counts that, or nothing is named."""
    section, language = case.passage.section, case.language
    if term.sort != "number":
        return False
    for at in _numbers(case).get(term.form, ()):
        end = section.words[at].end
        behind = section.text[end : end + NEAR]
        counted = counted_in(behind, language)
        following = forms(behind)[:1]
        is_bare = not following or language.is_function_word(following[0])
        if is_bare or not counted or any(language.ends_alike(x, after) for x in counted):
            return True
    return False


@lru_cache(maxsize=4)  # every number of an item asks the same
def _numbers(case: Case) -> Mapping[str, list[int]]:
    """Give where the words of the passage's paragraphs stand that are numbers, by what each is."""
    found = defaultdict[str, list[int]](list)
    for part in case.passage.paragraphs:
        for at in range(part.first, part.last):
            if value := case.language.number(case.passage.section.forms[at]):
                found[value].append(at)
    return found

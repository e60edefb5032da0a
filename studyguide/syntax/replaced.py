"""Which word of the passage stands where an item has another: `wheat`, of "winter barley"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from studyguide.evidence.backing import Backing
from studyguide.evidence.case import Case, is_accounted_for
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.persons import keys_of, named_in
from studyguide.evidence.terms import Term, terms_of
from studyguide.evidence.unquoted import stands_beside, titles
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms, windows
from studyguide.syntax.differs import Differs, Words, as_written

_BEGINNING = 4
"""Letters with which two forms of one word begin alike; all but two of the shorter, if that has more."""

_PAIR, _LONG = 2, 4
"""Blanks in a text in which two words can change places around others."""
_TELLING = 4
"""Letters that a name shares with what is nearly that name."""

_LOOKED_AT = 24
"""Of a text with more words of its own no more are held to what they may stand for."""

_Place = tuple[Words, int]
"""Some words, and which of them is meant."""
_Beside = tuple[list[Term], list[Term]]
"""The word before and the one behind that both sides have; none at an end."""


class Instead(NamedTuple):
    """The word of the passage that stands in the stead of an item's word, and whether all beside it is the same."""

    shown: str
    is_in_place: bool


def stands_instead(case: Case, each: Backing, found: Sequence[Backing]) -> Instead | None:
    """Give the one word of the quotation in whose stead a word of an answer stands: between those beside, or next to one.

    The item says it nowhere; none where there is no such word, or more than one, or it is the same in another form.
    """
    there = [one.term for one in found if one.by == "passage"]
    before = [one for one in there if one.place < each.term.place][-1:]
    after = [one for one in there if one.place > each.term.place][:1]
    if case.language.decides(each.term.form) or not (before or after):
        return None
    here = forms(each.text.value), each.term.place
    for places in (_between, _next_to):
        spare = dict[str, Instead]()
        for span in case.passage.spans:
            run = case.passage.section.forms[slice(*span)]
            for start, end in places(here, run, (before, after), case.language):
                for term in _unsaid(case, (span[0] + start, span[0] + end)):
                    is_in_place = _is_in_place(here, (run, start + term.place), case.language)
                    spare[term.form] = Instead(term.shown, is_in_place)
        if len(spare) == 1:
            form, instead = spare.popitem()
            return None if _begin_alike(form, each.term.form) else instead
    return None


def _unsaid(case: Case, run: Run) -> Iterator[Term]:
    """Yield the words of a run of the section that say something and that the item does not have."""
    words, stem = case.passage.section.words[slice(*run)], case.language.stem
    text = case.source.text[words[0].start : words[-1].end] if words else ""
    said = {stem(term.form) for one in case.said for term in one.terms} if words else ()
    for term in terms_of(text, case.source, case.language):
        is_said = stem(term.form) in said or is_accounted_for(case, (term.form,))
        if term.sort == "word" and not is_said:
            yield term


def _between(_: _Place, run: Words, beside: _Beside, language: Language) -> Iterator[Run]:
    """Yield from where to where the words lie between those beside that stand in a run, or at an edge."""
    before, after = beside
    start = _place(run, before[0], language) + 1 if before else 0
    end = _place(run[start:], after[0], language) + start if after else len(run)
    if start <= end and (start or not before):
        yield start, end


def _next_to(here: _Place, run: Words, beside: _Beside, language: Language) -> Iterator[Run]:
    """Yield where a word of a run has one of those beside at the same distance, with the same words between."""
    own, at = here
    for step, anchors in zip((1, -1), beside, strict=True):
        for anchor in anchors:
            there, size = _place(run, anchor, language), abs(at - anchor.place)
            place, first = there + step * size, min(there, there + step * size) + 1
            between = own[min(at, anchor.place) + 1 : max(at, anchor.place)]
            is_there = there >= 0 and 0 <= place < len(run)
            if is_there and run[first : first + size - 1] == between:
                yield place, place + 1


def stands_for_another(case: Case, each: Backing, found: Sequence[Backing]) -> bool:
    """Whether a word that the sentence lacks, and no title says, stands just in the place of another one."""
    if stands_beside(case, each) or titles(case).has_word(each.term.form):
        return False
    return bool(in_place(case, each, found))


def in_place(case: Case, each: Backing, found: Sequence[Backing]) -> str:
    """Give the word that stands instead of another if all beside it is the same; else nothing."""
    instead = stands_instead(case, each, found)
    return instead.shown if instead and instead.is_in_place else ""


def may_be_paraphrased(case: Case, strange: Sequence[Backing], found: Sequence[Backing]) -> bool:
    """Whether words may say what the passage says otherwise: in a sentence of one's own, or beside words that it has."""
    looked_at = strange[:_LOOKED_AT]
    if any(in_place(case, each, found) or _is_of_a_name(each, found) for each in looked_at):
        return False
    lexicon, run = case.language.words, forms(strange[0].text.value)
    openers = (*lexicon.clause_openers, *lexicon.constructions.get("doer", ()))
    is_clause = run[0] in openers or not lexicon.finite_verbs.isdisjoint(run)
    return len(strange) < len(found) or (is_clause and len(found) > 1)


def _is_of_a_name(each: Backing, found: Sequence[Backing]) -> bool:
    """Whether a capital stands beside a name, and may be half of it: Bea Kestrel, for Ada."""
    return each.term.shown[0].isupper() and any(
        other.term.sort == "name" and abs(other.term.place - each.term.place) == 1
        for other in found
    )


def _is_in_place(here: _Place, there: _Place, language: Language) -> bool:
    """Whether a word that says something stands beside both, or the same small word, or an end, on either side."""
    alike = [*_alike(here, there, language)]
    return any(alike) and (all(alike) or "content" in alike)


def _alike(here: _Place, there: _Place, language: Language) -> Iterator[str]:
    for step in (-1, 1):
        own, other = (run[max(0, at + step) : max(0, at + step + 1)] for run, at in (here, there))
        if not own:
            yield "end"
        elif language.stems(own) != language.stems(other):
            yield ""
        else:
            yield "small" if language.is_function_word(own[0]) else "content"


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words may be forms of one, which no stemmer brings together: ramasse, ramassa."""
    pairs = zip(one, other, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return alike >= max(_BEGINNING, min(len(one), len(other)) - 2)


def _place(run: Words, term: Term, language: Language) -> int:
    """Tell where a term stands among some words; -1 if it does not."""
    if term.sort == "number":
        return next((at for at, each in enumerate(language.numbers(run)) if each == term.form), -1)
    alike = (at for at, one in enumerate(run) if Extent(language, ((one,),)).has_word(term.form))
    return next(alike, -1)


def changed_places(case: Case) -> Iterator[Differs]:
    """Yield a word that stands where the passage has another one of the same text, which stands in its place."""
    language = case.language
    is_cloze = case.item.kind == "cloze"
    for text, value, _ in case.said:
        if (text is case.item.prompt) != is_cloze or not (is_cloze or value.count(" ") >= _LONG):
            continue
        run = forms(case.apart_from_formulas(value))
        own = language.stems(language.without_function_words(run))
        for there in case.passage.stated.stems:
            first_at = _first_places(there)
            places = [first_at[stem] for stem in own if stem in first_at]
            if places == sorted(places):
                continue
            for at, end in _exchanged(case, run, there):
                one, other = as_written(text, run[at]), as_written(text, run[end])
                yield Differs("order", f"the passage has `{other}` before `{one}`", text, one)
                return


def _exchanged(case: Case, run: Words, there: Words) -> Iterator[tuple[int, int]]:
    """Yield two words of a run that have changed places in another, with all between them as it is; a list has no order."""
    language, lexicon = case.language, case.language.words
    even = lexicon.joining | lexicon.parallels | lexicon.finite_verbs | lexicon.articles
    stems, value, first_at = language.stems(run), language.number, _first_places(there)
    opposed = defaultdict[int, list[int]](list)  # both as far apart here as there
    for at, form in enumerate(run):
        if stems[at] in first_at and not language.is_function_word(form):
            opposed[at + first_at[stems[at]]].append(at)
    pairs = ((one, other) for each in opposed.values() for one, other in _near_pairs(each))
    for one, other in sorted(pairs):
        place, first = first_at[stems[one]], first_at[stems[other]]
        if other - one < _PAIR or even.issuperset(run[one + 1 : other]):
            continue
        is_of_a_kind = bool(value(run[one])) == bool(value(run[other]))
        is_turned = is_of_a_kind and there[first + 1 : place] == stems[one + 1 : other]
        if is_turned and stems[one : other + 1] not in windows(there, other + 1 - one):
            yield one, other


def _first_places(run: Words) -> dict[str, int]:
    return {form: at for at, form in reversed([*enumerate(run)])}


def _near_pairs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield each with the two behind it: only one that is opposed to itself may stand between two that are."""
    return chain(pairwise(places), zip(places, places[2:], strict=False))


def misnamed(case: Case, found: Sequence[Backing]) -> Iterator[Backing]:
    """Yield what looks like any noun and is no name that the text has: Gottlieb Tulla, Gottfried Tuller.

    In whose role is told each word that no section has; elsewhere one that only begins like a quoted name.
    """
    if case.language.marks_names:
        return
    is_prompt = case.item.kind == "person" and found[:1] and found[0].text is case.item.prompt
    is_known = is_prompt and any(each.by == "passage" for each in found)
    for each in found:
        form, lexicon = each.term.form, case.language.words
        is_capital = each.term.sort == "word" and each.term.shown[0].isupper()
        if each.by not in ("", "paraphrase") or not is_capital or form in lexicon.titles:
            continue
        if (is_known or _begins_like_a_name(case, form)) and not _is_anywhere(case, form):
            yield each


def _begins_like_a_name(case: Case, form: str) -> bool:
    """Whether a word is nearly a name of the passage, and none that is made of it: tullasche."""
    names = (name for run in case.passage.sentences for name in named_in(case, run))
    keys = frozenset[str]().union(*(keys_of(case, name) for name in names))
    return any(
        key[:_TELLING] == form[:_TELLING] and not form.startswith(key)
        for key in keys
        if len(key) > _TELLING
    )


def _is_anywhere(case: Case, form: str) -> bool:
    """Whether the text has a word, in whatever case."""
    key, stem = name_key(form), case.language.stem(form)
    return any(
        name_key(each) == key or case.language.stem(each) == stem
        for section in case.source.sections.values()
        for each in section.beginning_with(form[:_TELLING])
    )

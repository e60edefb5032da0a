"""Of whom or what a passage goes on to tell: a "she" leads back from sentence to sentence, to a name or up to the heading."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from studyguide.deck.marked import Code
from studyguide.evidence.backing import Backing
from studyguide.evidence.case import Case
from studyguide.evidence.terms import names_in
from studyguide.evidence.unquoted import is_topic
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms, words
from studyguide.source.headings import Heading, headings_over

Trust = Literal["sure", "maybe", ""]
_PERSONS = ("one person he", "one person she")
_GROUPS = (*_PERSONS, "one person it", "one person they")
_LEADING = ("preposition", "from", "to", "means")
_FAR = 12
"""So many sentences back may be the one that names somebody."""


class _Back(NamedTuple):
    """Whom a pronoun goes back to; nobody, where it goes up to the heading. Another may be meant if it is no `is_clear`."""

    names: frozenset[str]
    is_clear: bool
    is_person: bool


def spoken_of(case: Case, each: Backing) -> Trust:
    """Tell whether a passage that does not have a name speaks of it: by a pronoun, or since it stands below its heading.

    Who or what an item defines has to be named by what is quoted.
    """
    if _is_defined(case, each) or each.term.sort != "name":
        return ""
    trusts = [_trust(case, form, each) for form in forms(each.term.shown)]
    return "sure" if "sure" in trusts else "maybe" if "maybe" in trusts else ""


def is_spoken_of(case: Case, each: Backing) -> bool:
    """Whether a name of an item is surely that of whom the passage speaks, or a capital stands before that: Hannah Orme."""
    return spoken_of(case, each) == "sure" or _is_first_name(case, each)


def _is_defined(case: Case, each: Backing) -> bool:
    return each.text is case.item.prompt and case.item.kind not in ("question", "cloze")


def _trust(case: Case, form: str, each: Backing) -> Trust:
    above, is_asked = _above(case), each.text is case.item.prompt
    met = [back for back in _backs(case) if _has(back.names, form, case.language)]
    backs = [back for back in _backs(case) if back.is_person or not is_asked or back in met]
    if _has(above, form, case.language):
        met += [back for back in backs if not back.names]
        is_sure = any(back.is_clear for back in met) or not backs
        return "sure" if is_sure else "maybe" if met else ""
    own = [back for back in met if back.names.isdisjoint(above)]
    if any(back.is_clear and len(back.names) == 1 for back in own):
        return "sure"
    return "maybe" if own else ""


def _has(names: Collection[str], form: str, language: Language) -> bool:
    """Whether a name is one of some, in whatever case."""
    if name_key(form) in names or not language.declines_names:
        return name_key(form) in names
    return any(not language.declined(form).isdisjoint(language.declined(one)) for one in names)


def _is_first_name(case: Case, each: Backing) -> bool:
    """Whether a capital stands just before such a name, in an item as in the text."""
    term, value = each.term, each.text.value
    found = words(value)[term.place + 1 : term.place + 2]
    if _is_defined(case, each) or not (
        term.shown[0].isupper() and found and value[found[0].start].isupper()
    ):
        return False
    following = found[0].form.removesuffix("'s")
    pair = (term.form, following)
    is_there = next(case.passage.section.find(pair), None) is not None or any(
        f" {term.form} {following} " in heading.words for heading in _headings(case)
    )
    is_told_of = is_topic(case, name_key(following)) or _trust(case, following, each) != ""
    return is_there and is_told_of


@lru_cache(maxsize=8)  # every name of an item asks the same
def _backs(case: Case) -> tuple[_Back, ...]:
    """Follow the first pronoun of each quotation's sentence back."""
    return tuple(_followed(case))


def _followed(case: Case) -> Iterator[_Back]:
    section = case.passage.section
    for first, last in case.passage.sentences:
        ends = [span[1] for span in case.passage.spans if first < span[1] <= last]
        run = section.forms[first : max(ends, default=last)]
        at = next((at for at, form in enumerate(run, first) if _alike(form, case.language)), None)
        if at is not None:
            yield _back(case, first, at)


def _back(case: Case, first: int, at: int) -> _Back:
    """Go back from a pronoun to the nearest sentence that names somebody without such a pronoun before."""
    section, uses, is_clear = case.passage.section, case.language.words.constructions, True
    form, doers = section.forms[at], uses.get("doer", ())
    alike, is_person = _alike(form, case.language), any(form in uses.get(e, ()) for e in _PERSONS)
    for _ in range(_FAR):
        run = enumerate(section.forms[first:at], first)
        pronoun = next((place for place, each in run if each in alike), None)
        named = [each for each in _named(case, first, at) if pronoun is None or each < pronoun]
        doing = [each for each in named if not _is_aside(case, each)]
        if doing and pronoun is not None:
            is_clear = False  # Robert Finch visited her: she, or he if it was his garden
        elif doing:
            names = frozenset(name_key(section.forms[each]) for each in doing)
            return _Back(names, is_clear, is_person)
        if pronoun is not None and form in doers and _named(case, pronoun, at):
            is_clear &= section.forms[pronoun] in doers  # he, behind: his brother Otto
        elif pronoun is None and named and doers:
            is_clear = False
        if not first:
            break
        at, first = first, section.sentence_of(first - 1).first
    return _Back(frozenset(), is_clear, is_person)


def _named(case: Case, first: int, last: int) -> list[int]:
    """Give where the names of a run of words stand, but no months."""
    found = names_in(case.passage.section, (first, last), case.source, case.language)
    begin, months = case.passage.section.sentence_of(first).first, case.language.words.months
    return [begin + e.place for e in found if e.sort == "name" and e.form not in months]


def _is_aside(case: Case, at: int) -> bool:
    """Whether a name of the section stands behind a preposition, or behind one that does."""
    section, uses = case.passage.section, case.language.words.constructions
    while at and case.passage.goes_on(at):
        at -= 1
        if any(section.forms[at] in uses.get(each, ()) for each in _LEADING):
            return True
        if not section.text[section.words[at].start].isupper():
            break
    return False


@lru_cache(maxsize=64)
def _alike(form: str, language: Language) -> frozenset[str]:
    """Give all pronouns that may stand for whom this one stands for: he, him and his, of his."""
    uses = language.words.constructions
    alike = (each for name in _GROUPS if form in (each := uses.get(name, ())))
    return frozenset().union(*alike)


def is_language_of_code(case: Case, form: str) -> bool:
    """Whether an answer is code, and a name that of its language, or one that the text has anywhere: as a Python function."""
    blocks = (block for each in case.item.answers for block in getattr(each.value, "blocks", ()))
    found = [block for block in blocks if isinstance(block, Code)]
    return bool(found) and (
        any(form == block.language.casefold() for block in found)
        or any(section.has(form) for section in case.source.sections.values())
    )


@lru_cache(maxsize=8)
def _headings(case: Case) -> tuple[Heading, ...]:
    """Give the headings below which the passage stands."""
    section = case.passage.section
    start = section.words[case.passage.sentences[0][0]].start
    return tuple(each for each in headings_over(case.source, section) if each.start <= start)


@lru_cache(maxsize=8)
def _above(case: Case) -> frozenset[str]:
    """Give all words of the headings, as they are compared with names."""
    return frozenset(name_key(form) for each in _headings(case) for form in forms(each.words))

"""Who is named, and by which title: in languages whose nouns all have capitals, too."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from studyguide.evidence.backing import Backing
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.evidence.reference import pronouns_in
from studyguide.evidence.terms import names_in
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms, words
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_TITLED = 2
"""So many words before a name may be its title."""
_APPOSED = 4
"""So many words behind the comma after a name may tell what somebody is: Jobst Kehrer, der Bergmeister."""
_PAIR, _CLAUSE = 2, 12


class Named(NamedTuple):
    """A name in a section: its words, from the first to before the last."""

    first: int
    last: int


@lru_cache(maxsize=64)
def _surnames(section: SourceSection, language: Language) -> frozenset[str]:
    """Give the words that end two or more capitals in a row, in a language in which all nouns have one."""
    found = set[str]()
    for run in _capitals(section, language):
        if run.last - run.first >= _PAIR:
            found.add(section.forms[run.last - 1])
            if run.last - run.first == _PAIR or section.forms[run.last - _PAIR] not in found:
                found.add(section.forms[run.last - _PAIR])
    return frozenset(found)


def _capitals(section: SourceSection, language: Language) -> Iterator[Named]:
    """Yield the runs of words with capitals that nothing but a blank parts; what is counted is none."""
    first, text, words = -1, section.text, section.words
    lexicon = language.words
    for at, word in enumerate((*words, None)):
        is_capital = (
            word is not None
            and text[word.start].isupper()
            and not language.is_function_word(word.form)
            and word.form not in lexicon.months
            and word.form not in lexicon.negations
            and (first < 0 or text[words[at - 1].end : word.start].isspace())
        )
        if is_capital and first < 0:
            first = at
        elif not is_capital and first >= 0:
            if not (first and language.number(section.forms[first - 1])):
                yield Named(first, at)
            first = -1
            if (
                word is not None
                and text[word.start].isupper()
                and not language.is_function_word(word.form)
            ):
                first = at


@lru_cache(maxsize=64)
def _known(section: SourceSection, language: Language) -> tuple[Named, ...]:
    """Give the runs of capitals that have a surname."""
    known = _surnames(section, language)
    return tuple(
        each
        for each in _capitals(section, language)
        if not known.isdisjoint(section.forms[each.first : each.last])
    )


def named_in(case: Case, run: Run) -> tuple[Named, ...]:
    """Give the names in a run of a section's words, each as a whole."""
    return _named_in(case.passage.section, run, case.source, case.language)


@lru_cache(maxsize=256)
def _named_in(
    section: SourceSection, run: Run, source: Source, language: Language
) -> tuple[Named, ...]:
    if not language.marks_names:
        names = _known(section, language)
        return names[bisect_left(names, (run[0],)) : bisect_left(names, (run[1],))]
    starts = {word.start: at for at, word in enumerate(section.words[run[0] : run[1]], run[0])}
    places = [
        starts[term.offset]
        for term in names_in(section, run, source, language)
        if term.sort == "name"
    ]
    found = list[Named]()
    for at in places:
        is_next = bool(found) and found[-1].last == at
        if is_next and section.text[section.words[at - 1].end : section.words[at].start].isspace():
            found[-1] = Named(found[-1].first, at + 1)
        else:
            found.append(Named(at, at + 1))
    return tuple(found)


def known_in(case: Case) -> frozenset[str]:
    """Give the words of all names of a section, as they are compared."""
    return _known_in(case.passage.section, case.source, case.language)


@lru_cache(maxsize=64)
def _known_in(section: SourceSection, source: Source, language: Language) -> frozenset[str]:
    names = _named_in(section, (0, len(section.forms)), source, language)
    return frozenset(name_key(form) for name in names for form in section.forms[slice(*name)])


def shown_as(case: Case, name: Named) -> str:
    """Give a name as it stands in the text."""
    section = case.passage.section
    return section.text[section.words[name.first].start : section.words[name.last - 1].end]


def keys_of(case: Case, name: Named) -> frozenset[str]:
    """Give the words of a name as they are compared, without a title that looks like one."""
    first = name.first if case.language.marks_names else max(name.first, name.last - _PAIR)
    return frozenset(map(name_key, case.passage.section.forms[first : name.last]))


def is_feminine(case: Case, name: Named) -> bool | None:
    """Tell from the title or article of a name whether it is a woman's; None if neither says so."""
    section, lexicon = case.passage.section, case.language.words
    for form in reversed(section.forms[max(0, name.first - _TITLED - 1) : name.last]):
        if form in lexicon.feminine:
            return True
        if form in lexicon.masculine:
            return False
        if form.endswith(tuple(lexicon.feminine_endings)) and lexicon.feminine_endings:
            return True
    return None


def last_named(case: Case, before: int, *, feminine: bool) -> Named | None:
    """Find whom a "he" or "she" stands for: the nearest name before it that may be a man's, or a woman's."""
    for name in reversed(named_in(case, (0, before))):
        if is_feminine(case, name) in (None, feminine):
            return name
    return None


def is_name_of_one_meant(case: Case, each: Backing) -> bool:
    """Whether a word that looks like any noun is the name of somebody quoted by another, or by a pronoun."""
    form, section = each.term.form, case.passage.section
    if case.language.marks_names:
        return False
    if name_key(form) in map(name_key, forms(case.deck.title.value)):
        return True
    if name_key(form) not in known_in(case):
        return False
    run, at = forms(each.text.value), each.term.place
    pairs = (run[max(0, at - 1) : at + 1], run[at : at + 2])
    quoted = case.passage.quoted
    if any(
        len(pair) > 1
        and next(section.find(pair), None) is not None
        and any(quoted.has_word(one) for one in pair if one != form)
        for pair in pairs
    ):
        return True
    ends, singular = [*pronouns_in(case)], case.language.words.singular
    if any(not singular.isdisjoint(part) for part in quoted.parts):
        ends.append(case.passage.sentences[-1][1])
    met = (last_named(case, end, feminine=each) for end in ends for each in (True, False))
    return any(name and name_key(form) in keys_of(case, name) for name in met)


def wrongly_titled(case: Case) -> str:
    """Give whom the section gives the title that opens what an item says of somebody; "" if nobody else."""
    item, language = case.item, case.language
    if item.kind != "person" or language.is_english:
        return ""  # where what somebody is stands behind what he is like: a Polish general
    role = item.answers[0].value
    content = [
        word.form
        for word in words(role)
        if not language.is_function_word(word.form)
        and (language.marks_names or role[word.start].isupper())
    ]
    own = {name_key(form) for form in forms(item.prompt.value)}
    if not content:
        return ""
    head, others = language.stem(content[0]), list[str]()
    section = case.passage.section
    for name in named_in(case, (0, len(section.forms))):
        titled = frozenset(language.stems(_title(case, name)))
        if not keys_of(case, name).isdisjoint(own) and head in language.stems(
            section.forms[max(0, name.first - _TITLED) : name.first]
        ):
            return ""  # an engineer, Ada Kestrel
        if head not in titled and head not in language.stems(
            section.forms[name.first : name.last - 1]
        ):
            continue
        if not keys_of(case, name).isdisjoint(own):
            return ""
        others.append(shown_as(case, name))
    return others[0] if others else ""


def _title(case: Case, name: Named) -> tuple[str, ...]:
    """Give the words just before a name, or behind the comma after it, that may be its title."""
    section, passage = case.passage.section, case.passage
    before = section.forms[passage.clause_before(name.first, _TITLED) : name.first]
    if not passage.goes_on(name.first) and name.first >= _TITLED:
        titled = section.forms[name.first - _TITLED : name.first]  # Le maire, Hippolyte Garreau
        is_whole = passage.goes_on(name.first - 1) and titled[0] in case.language.words.determiners
        before = titled if is_whole else ()
    if before and case.language.is_function_word(before[-1]):
        before = ()  # the mayor of Lisle is no Lisle
    end = section.sentence_of(name.first).last
    behind = tuple[str, ...]()
    clause = section.forms[passage.clause_before(name.first, _CLAUSE) : name.first]
    is_relative = not case.language.words.relatives.isdisjoint(
        clause[:1]
    )  # , qui vivait à Paris, la lut
    if name.last < end and not (passage.goes_on(name.last) or is_relative):
        opener = section.forms[name.last]
        if case.language.is_function_word(opener):
            at = name.last + 1
            while at < min(end, name.last + _APPOSED) and passage.goes_on(at):
                at += 1
            behind = section.forms[name.last : at]
            if not case.language.words.finite_verbs.isdisjoint(behind):
                behind = ()
    return (*before, *behind)


def is_called_first(case: Case, value: str, run: tuple[str, ...]) -> bool:
    """Whether a role ends, so far, in "the first", where its sentences have none; not: who first suspected it."""
    number, stated = case.language.number, case.passage.stated
    if case.item.kind != "person" or value == case.item.prompt.value or number(run[-1]) != "1.":
        return False
    is_named = run[-2:-1] == () or run[-2] in case.language.words.articles
    return is_named and "1." not in map(number, chain.from_iterable(stated.parts))

"""Whom the passage speaks of without naming: "she", "the town", "the canal"."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, pairwise
from operator import attrgetter

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.terms import Term, name_keys, names_in
from studyguide.language.names import name_key
from studyguide.language.words import forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection

_BEFORE = 3  # so many words before a quotation may hold its pronoun
_NEAR = 40
_WIDE = 80
_CAPITAL = r"[^\W\d_a-zа-яё][^\W\d_]+"
_CAPITALS = lazy(rf"(?:\s+{_CAPITAL})+")
_CAPITALS_BEFORE = lazy(rf"(?:{_CAPITAL}\s+)+$")
_OF = lazy(rf"({_CAPITAL})\s+(?:of|in|at|de|du|von|zu|di|van)\s+$")
_OFFICE = lazy(  # Rothery, the Commissioner of Wrecks
    rf"(?P<name>{_CAPITAL}),\s+(?:the\s+|a\s+)?(?P<office>(?:(?:{_CAPITAL}|of|for|the|and)\s+)*)$"
)
_BETWEEN = 3  # so many paragraphs of one quotation may follow the line that names who speaks
_FAR = 4  # so many sentences back may be the one that names somebody


_DOTTED, _DOTS = lazy(r"(?<![^\W_])(?:[^\W\d_]\.[^\S\n]?){2,6}"), 12
"""Letters with points, and so many signs away from one of them the others may be."""


def stands_for(case: Case, name: str, meaning: Text) -> bool:
    """Whether "she" or "the town" is declared to be a name that the section has told before."""
    lexicon, first = case.language.words, forms(meaning.value)[:1]
    refers = first and (first[0] in lexicon.pronouns or first[0] in lexicon.referring)
    return bool(refers) and case.passage.told.has_name(name)


def is_called(case: Case, value: str, name: Term) -> bool:
    """Whether the quotation has the noun that goes with a name elsewhere: "the canal", of Harrow Canal."""
    run = forms(value)
    following = run[name.place + 1 : name.place + 2]
    if not following or case.language.is_function_word(following[0]):
        return False
    is_there = case.passage.quoted.has_word(following[0])
    is_there &= case.passage.section.is_written_small(following[0])  # else it is another name
    return is_there and any(
        next(section.find((name.form, following[0])), None) is not None
        for section in case.source.sections.values()
    )


def is_meant(case: Case, name: Term) -> bool:
    """Whether a pronoun of the quotation may stand for a name: it is the last one named before."""
    return name_key(name.form) in _meant(case)


def is_meant_alone(case: Case, name: Term, value: str) -> bool:
    """Whether a pronoun of the quotation stands for a name of a text `value`, and can stand for no other."""
    return is_meant(case, name) and name_keys(value).issuperset(_last_meant(case))


def stands_at_a_pronoun(term: Term, case: Case) -> bool:
    """Whether a word of an item stands in the passage beside a pronoun: opposed them, a new one, s'y opposait."""
    if term.sort != "word":
        return False
    stem, lexicon = case.language.stem(term.form), case.language.words
    pronouns = {*lexicon.pronouns, *lexicon.constructions.get("one", ())}
    return any(
        not pronouns.isdisjoint((*part[max(0, at - 1) : at], *part[at + 1 : at + 2]))
        for part, stems in zip(case.passage.stated.parts, case.passage.stated.stems, strict=True)
        for at, each in enumerate(stems)
        if each == stem
    )


def _meant(case: Case) -> frozenset[str]:
    """Give the names that a pronoun of the passage may stand for, first names included."""
    found = {*_last_meant(case)}
    return frozenset(found | {*_first_names(case, found)})


def _last_meant(case: Case) -> Iterator[str]:
    for at in pronouns_in(case):
        yield from _last_named(case, case.passage.section.sentence_of(at).first, at)


def pronouns_in(case: Case) -> Iterator[int]:
    """Yield where the first pronoun of each quotation stands, or one just before it in its clause."""
    section, pronouns = case.passage.section, case.language.words.pronouns
    for first, last in case.passage.spans:
        begin = case.passage.clause_before(first, _BEFORE)
        at = next((at for at in range(begin, last) if section.forms[at] in pronouns), None)
        if at is not None:
            yield at


def is_referred_to(case: Case, clauses: Iterable[Run], wanted: Iterable[str]) -> bool:
    """Whether a pronoun of a clause with no name, nor a "however" behind it, may stand for any of some words before it."""
    section, lexicon = case.passage.section, case.language.words
    for first, last in clauses:
        begin, run = section.sentence_of(first).first, section.forms[first:last]
        at = next((at for at, form in enumerate(run) if form in lexicon.pronouns), None)
        if begin and at is not None and lexicon.adversatives.isdisjoint(run[at:]):
            named = names_in(section, (first, first + at), case.source, case.language)
            if any(each.sort == "name" for each in named):
                continue
            before = section.forms[section.sentence_of(begin - 1).first : begin]
            if any(map(Extent(case.language, (before,)).has_word, wanted)):
                return True
    return False


def _last_named(case: Case, first: int, at: int) -> set[str]:
    """Give the names of the nearest sentence before a word that has any, its own beginning first."""
    section = case.passage.section
    for _ in range(_FAR):
        terms = names_in(section, (first, at), case.source, case.language)
        named = {name_key(term.form) for term in terms if term.sort == "name"}
        if named or not first:
            return named
        at = first
        first = section.sentence_of(first - 1).first
    return set()


def _first_names(case: Case, names: set[str]) -> Iterator[str]:
    """Yield the names that stand just before one of some in the section."""
    section = case.passage.section
    for name in names:
        for place in section.places.get(name, ()):
            if place and section.text[section.words[place - 1].start].isupper():
                yield name_key(section.forms[place - 1])


def announced(case: Case) -> Extent:
    """Give the lines that lead to the passage, over what stands between: "Murdock wrote:"."""
    section, runs = case.passage.section, list[tuple[str, ...]]()
    for quoted in case.passage.paragraphs:
        part, between = quoted, 0
        while part.first and between < _BETWEEN:
            part = section.paragraph_of(part.first - 1)
            end = section.words[part.last - 1].end
            mark = section.text[end : end + 1].strip()
            if mark in (":", ""):
                runs.append(section.forms[part.sentences[-1].first : part.last])
                break
            between += mark not in (";", ",")
    return Extent(case.language, tuple(runs))


def is_first_name(case: Case, term: Term, mentioned: Collection[str]) -> bool:
    """Whether a name of the source stands just before one that the item mentions without any other."""
    text, end = case.source.text, term.offset + len(term.shown)
    dotted = _DOTTED.finditer(text, max(0, term.offset - _DOTS), end + _DOTS)
    if any(
        each.start() <= term.offset < each.end() and "".join(forms(each[0])) in mentioned
        for each in dotted
    ):
        return True  # U.S., for US
    following = forms(text[end : end + _NEAR])[:1]
    if not following or not text[end : end + 1].isspace():
        return False
    return name_key(following[0]) in mentioned and not _has_first_name(following[0], case)


def is_part_of_name(case: Case, term: Term, mentioned: Collection[str]) -> bool:
    """Whether a name is a title, an office or another name of somebody whom the item names."""
    text, end = case.source.text, term.offset + len(term.shown)
    behind = _CAPITALS.match(text, end, end + _WIDE)
    before = _CAPITALS_BEFORE.search(text[max(0, term.offset - _WIDE) : term.offset])
    run = [*forms(before[0] if before else ""), *forms(behind[0] if behind else "")]
    belongs = _OF.search(text[max(0, term.offset - _WIDE) : term.offset])  # the Office of Carrow
    if belongs and name_key(forms(belongs[1])[-1]) in mentioned:
        return True
    if behind and run and name_key(run[-1]) in mentioned:
        names_another = _has_first_name(run[-1], case)
        return not names_another or any(name_key(each) in mentioned for each in run[:-1])
    office = _OFFICE.search(text[max(0, term.offset - _WIDE) : term.offset])
    held = (
        {*forms(office["office"]), term.form, *forms(behind[0] if behind else "")}
        if office
        else set()
    )
    return (
        bool(office and held & case.language.words.offices)
        and name_key(forms(office["name"])[0] if office else "") in mentioned
    )


def is_in_full(case: Case, value: str, name: Term, extent: Extent) -> bool:
    """Whether a stretch has one part of a name, and the text last gave this one with it: Bruce, Bruce Perens."""
    found = words(value)
    for step in (-1, 1):
        at = name.place + step
        if not 0 <= at < len(found) or not value[found[at].start].isupper():
            continue
        before, after = sorted((found[at], found[name.place]), key=attrgetter("start"))
        if value[before.end : after.start].isspace() and extent.has_name(found[at].form):
            told = next(_told_with(case, found[at].form, -step), "")
            stem = case.language.stem if case.language.declines_names else name_key
            if told and (told == name_key(name.form) or stem(told) == stem(name.form)):
                return True
    return False


def _told_with(case: Case, name: str, step: int) -> Iterator[str]:
    """Yield the capitals beside a name: from the passage back, then in the rest of the text."""
    own, end = case.passage.section, case.passage.sentences[-1][1]
    before = [at for at in _places(case, own, name) if at < end]
    yield from _beside(own, reversed(before), step)
    for section in case.source.sections.values():
        yield from _beside(section, _places(case, section, name), step)


def _places(case: Case, section: SourceSection, name: str) -> list[int]:
    """Give where a name stands in a section, in whatever case."""
    if not case.language.declines_names:
        return [*section.places.get(name, ())]
    stem = case.language.stem
    alike = (found for form, found in section.places.items() if stem(form) == stem(name))
    return sorted(chain.from_iterable(alike))


def _beside(section: SourceSection, places: Iterable[int], step: int) -> Iterator[str]:
    for at in places:
        first, last = min(at, at + step), max(at, at + step)
        if first < 0 or last >= len(section.words):
            continue
        gap = section.text[section.words[first].end : section.words[last].start]
        if gap.isspace() and section.text[section.words[at + step].start].isupper():
            yield name_key(section.forms[at + step])


def _has_first_name(name: str, case: Case) -> bool:
    """Whether the item writes another capital just before a name."""
    addresses = case.language.words.addresses
    return any(
        name_key(after.form) == name_key(name)
        and value[before.start].isupper()
        and value[before.end : after.start].isspace()
        and before.form not in addresses
        for _, value, _ in case.said
        for before, after in pairwise(words(value))
    )

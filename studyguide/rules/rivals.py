"""Rivals: of several names or numbers in the quotation, the item takes the right one."""

from collections.abc import Iterator
from itertools import pairwise

from studyguide.deck import Item
from studyguide.finding import Finding
from studyguide.passage import name_key
from studyguide.support import Case, Term, said, terms_of
from studyguide.words import forms


def no_rival_is_left(case: Case) -> Iterator[Finding]:
    """Warn of a name or number in the quotation that the item says nothing of."""
    mentioned = {_key(term) for text in _values(case.item) for term in _named(text, case)}
    aliased = {
        name_key(form)
        for key, value in case.deck.aliases
        if any(form in text.casefold() for text in _values(case.item) for form in forms(key.value))
        for form in forms(value.value)
    }
    spoken = {name_key(form) for text in _values(case.item) for form in forms(text)}
    rivals = [
        term
        for term in _quoted(case)
        if _key(term) not in mentioned and name_key(term.form) not in spoken | aliased
    ]
    if rivals:
        shown = ", ".join(dict.fromkeys(term.shown for term in rivals))
        message = f"the quotation also has {shown}, of which the item says nothing"
        help = "quote only what the answer needs, or accept in a review that the right one is taken"
        yield case.item.warning(case.item.evidence[0], "rival", message, help)


def names_are_joined_as_in_the_source(case: Case) -> Iterator[Finding]:
    """Warn of two names side by side that nowhere stand so in the section."""
    for text, value in said(case.item):
        terms = [*terms_of(value, case.source, case.language)]
        for before, after in pairwise(terms):
            between = value[before.offset + len(before.shown) : after.offset]
            is_joined = before.sort == after.sort == "name" and between == " "
            if is_joined and "'" not in before.form and not _stand_so(before, after, case):
                message = f"the section has no “{before.shown} {after.shown}”"
                help = "write the name as the source does"
                yield case.item.warning(text, "name-joined", message, help, before.shown)


def names_are_said_once(case: Case) -> Iterator[Finding]:
    """Warn of a name or number that the item says more often than its passage does."""
    for text, value in said(case.item):
        keys = [_key(term) for term in _named(value, case)]
        for term in _named(value, case):
            if keys.count(_key(term)) > max(1, _count(term, case)):
                message = f"{term.shown} stands here more often than in the passage"
                help = "check that one of them is not another name"
                yield case.item.warning(text, "name-repeated", message, help, term.shown)
                break


def _count(term: Term, case: Case) -> int:
    stated = (form for part in case.passage.stated.parts for form in part)
    if term.sort == "number":
        return sum(case.language.number(form) == term.form for form in stated)
    return sum(name_key(form) == name_key(term.form) for form in stated)


def _stand_so(before: Term, after: Term, case: Case) -> bool:
    section = case.passage.section
    pairs = ((before.form, form) for form in (after.form, f"{after.form}'s"))
    if any(next(section.find(pair), None) is not None for pair in pairs):
        return True
    joined = f"{before.form} {after.form}"
    return any(joined in " ".join(forms(key.value)) for key, _ in case.deck.aliases)


def _values(item: Item) -> tuple[str, ...]:
    return tuple(value for _, value in said(item))


def _named(text: str, case: Case) -> list[Term]:
    return [term for term in terms_of(text, case.source, case.language) if term.sort != "word"]


def _quoted(case: Case) -> Iterator[Term]:
    section = case.passage.section
    for first, last in case.passage.spans:
        start = section.words[section.sentence_of(first).first].start
        begin, end = section.words[first].start, section.words[last - 1].end
        for term in _named(case.source.text[start:end], case):
            if start + term.offset >= begin:
                yield term


def _key(term: Term) -> str:
    return term.form if term.sort == "number" else name_key(term.form)

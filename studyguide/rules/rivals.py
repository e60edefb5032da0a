"""Rivals: of several names or numbers in the quotation, the item takes the right one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from studyguide.evidence.case import Case
from studyguide.evidence.terms import Term, names_in
from studyguide.finding import Finding
from studyguide.language.names import name_key
from studyguide.language.words import forms


def no_rival_is_left(case: Case) -> Iterator[Finding]:
    """Warn of a name or number in the quotation that the item says nothing of."""
    mentioned = {_key(term) for each in case.said for term in _named(each.terms)}
    spoken = {name_key(form) for each in case.said for form in forms(each.value)}
    meant = spoken | {*_aliased(case)}
    rivals = [
        term
        for term in _quoted(case)
        if _key(term) not in mentioned and name_key(term.form) not in meant
    ]
    if rivals:
        shown = ", ".join(dict.fromkeys(term.shown for term in rivals))
        message = f"the quotation also has {shown}, of which the item says nothing"
        help = "quote only what the answer needs, or accept in a review that the right one is taken"
        yield case.item.warning(case.item.evidence[0], "rival", message, help)


def _aliased(case: Case) -> Iterator[str]:
    """Yield the names for which the item has another."""
    texts = [each.value.casefold() for each in case.said] if case.deck.aliases else ()
    for key, value in case.deck.aliases:
        if any(form in text for text in texts for form in forms(key.value)):
            yield from map(name_key, forms(value.value))


def names_are_joined_as_in_the_source(case: Case) -> Iterator[Finding]:
    """Warn of two names side by side that nowhere stand so in the section."""
    for text, value, terms in case.said:
        for before, after in pairwise(terms):
            between = value[before.offset + len(before.shown) : after.offset]
            is_joined = before.sort == after.sort == "name" and between == " "
            if is_joined and "'" not in before.form and not _stand_so(before, after, case):
                message = f"the section has no “{before.shown} {after.shown}”"
                help = "write the name as the source does"
                yield case.item.warning(text, "name-joined", message, help, before.shown)


def names_are_said_once(case: Case) -> Iterator[Finding]:
    """Warn of a name or number that the item says more often than its passage does."""
    for text, _, terms in case.said:
        named = _named(terms)
        counts = Counter(map(_key, named))
        for term in named:
            if counts[_key(term)] > max(1, _count(term, case)):
                message = f"{term.shown} stands here more often than in the passage"
                help = "check that one of them is not another name"
                yield case.item.warning(text, "name-repeated", message, help, term.shown)
                break


def _count(term: Term, case: Case) -> int:
    if term.sort == "number":
        return case.passage.stated.values.count(term.form)
    return case.passage.stated.names.count(name_key(term.form))


def _stand_so(before: Term, after: Term, case: Case) -> bool:
    section = case.passage.section
    pairs = ((before.form, form) for form in (after.form, f"{after.form}'s"))
    if any(next(section.find(pair), None) is not None for pair in pairs):
        return True
    joined = f"{before.form} {after.form}"
    return any(joined in " ".join(forms(key.value)) for key, _ in case.deck.aliases)


def _named(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.sort != "word"]


def _quoted(case: Case) -> Iterator[Term]:
    for span in case.passage.spans:
        yield from names_in(case.passage.section, span, case.source, case.language)


def _key(term: Term) -> str:
    return term.form if term.sort == "number" else name_key(term.form)

"""Whether two names that an item joins are joined in the text, and whether its quotation may have others than it names."""

from collections.abc import Collection

from studyguide.evidence.case import Case
from studyguide.evidence.pairs import run_behind
from studyguide.evidence.terms import Term
from studyguide.language.names import name_key
from studyguide.language.numbers import numerals
from studyguide.language.times.ages import AFTER, BEFORE
from studyguide.language.words import forms
from studyguide.patterns import lazy

_WIDE = 60
_CAPITAL = r"[^\W\d_a-zа-яё][\w’'-]+"
_BEFORE, _BEHIND = (
    lazy(rf"(?:{_CAPITAL}\s+)+$"),
    lazy(rf"(?:\s+(?:[a-zà-ÿ’']{{1,4}}\s+){{0,3}}{_CAPITAL})+"),
)
_ERA = lazy(rf"{BEFORE}|{AFTER}")
_INVERTED = lazy(r"\s+\w+-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous)\b")
"""A verb with its pronoun behind it, before which French has the subject: l’hémisphère Sud Honorine acclimata-t-elle."""


def stand_so(before: Term, after: Term, case: Case, value: str) -> bool:
    """Whether two names of a text stand side by side in the source, or in a title, are declared as one, or a verb begins with the second."""
    if _INVERTED.match(value, after.offset + len(after.shown)):
        return True
    if not case.passage.section.has(before.form) and case.passage.stated.has_name(before.form):
        return True  # Russian, of Russia
    if case.language.declines_names and case.passage.stated.has_names(before.form, after.form):
        return True
    bare = name_key(after.form)
    for section in case.source.sections.values():
        for at in section.places.get(before.form, ()):
            if any(key in (bare, f"{bare}s") for key in run_behind(section, at)):
                return True
    joined = f"{before.form} {bare}"
    if joined in " ".join(forms(f"{case.deck.title.value} {case.deck.work}")):
        return True
    return any(joined in " ".join(forms(key.value)) for key, _ in case.deck.aliases)


def is_within_a_name(case: Case, term: Term) -> bool:
    """Whether a name stands between the first and the last of one that an item tells shorter, or is an era: 230 BC."""
    text, end = case.source.text, term.offset + len(term.shown)
    if _ERA.fullmatch(term.shown):
        return True
    before = _BEFORE.search(text, max(0, term.offset - _WIDE), term.offset)
    behind = _BEHIND.match(text, end, end + _WIDE)
    if not (before and behind):
        return False
    ends = forms(before[0])[0], forms(behind[0])[-1]
    return all(map(case.all_said.has_form, ends))


def may_have_others(case: Case, mentioned: Collection[str]) -> bool:
    """Whether a quotation has a word with a capital that the item does not have, or its sentence a number not `mentioned`."""
    section, has = case.passage.section, case.all_said.has_form
    for first, last in case.passage.spans:
        for form, start, _ in section.words[first:last]:
            if section.text[start].isupper() and not has(form):
                return True
        told = section.forms[section.sentence_of(first).first : last]
        if any(each.value not in mentioned for each in numerals(told, case.language)):
            return True
    return False

"""Whether two names that an item joins are joined in the text, and whether its quotation may have others than it names."""

from collections.abc import Collection

from studyguide.evidence.case import Case
from studyguide.evidence.pairs import run_behind
from studyguide.evidence.terms import Term
from studyguide.language.names import name_key
from studyguide.language.numbers import numerals
from studyguide.language.words import forms


def stand_so(before: Term, after: Term, case: Case) -> bool:
    """Whether two names stand side by side anywhere in the text, or in a title, or are declared as one."""
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

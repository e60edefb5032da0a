"""Whether two names that an item joins are joined in the text."""

from studyguide.evidence.case import Case
from studyguide.evidence.terms import Term
from studyguide.language.names import name_key
from studyguide.language.words import forms


def stand_so(before: Term, after: Term, case: Case) -> bool:
    """Whether two names stand side by side anywhere in the text, or in a title, or are declared as one."""
    if not case.passage.section.has(before.form) and case.passage.stated.has_name(before.form):
        return True  # Russian, of Russia
    if case.language.declines_names and case.passage.stated.has_names(before.form, after.form):
        return True
    bare, text = name_key(after.form), case.source.text
    wanted = {after.form, bare, f"{bare}'s", f"{bare}s"}
    for section in case.source.sections.values():
        for at in section.places.get(before.form, ()):
            for word in section.words[at + 1 : at + 3]:
                if word.form in wanted:
                    return True
                if not text[word.start].isupper():  # but Captain Rusk, of Captain Owen Rusk
                    break
    joined = f"{before.form} {bare}"
    if joined in " ".join(forms(f"{case.deck.title.value} {case.deck.work}")):
        return True
    return any(joined in " ".join(forms(key.value)) for key, _ in case.deck.aliases)

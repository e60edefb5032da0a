"""Whether a word of the passage stands in a clause of which an item tells nothing: "the plan was rejected, and the quay …"."""

from bisect import bisect_left
from operator import attrgetter

from studyguide.deck.item import deletions, frame
from studyguide.evidence.case import Case
from studyguide.evidence.clauses import clauses_of
from studyguide.language.words import forms


def is_in_another_clause(case: Case, place: int) -> bool:
    """Whether all that is answered, and most of what is asked, stands in other clauses of the sentence than a word.

    Not where that word's clause governs the next, "it is not true that …", nor where a "not" denies what is before it.
    """
    section, language = case.passage.section, case.language
    sentence = section.sentence_of(place)
    clauses = clauses_of(section, (sentence.first, sentence.last), language)
    own = next((at for at, (first, last) in enumerate(clauses) if first <= place < last), 0)
    behind = clauses[own + 1 : own + 2]
    governs = any(section.forms[first] in language.words.that for first, _ in behind)
    if language.denies_before or len(clauses) < 2 or governs:
        return False
    here = _told(case, section.forms[slice(*clauses[own])])
    others = (section.forms[slice(*each)] for at, each in enumerate(clauses) if at != own)
    there = frozenset[str]().union(*(_told(case, run) for run in others)) - here
    is_cloze = case.item.kind == "cloze"
    asked = _told(case, forms(frame(case.item) if is_cloze else case.item.prompt.value))
    answers = (
        [hidden.text for _, hidden in deletions(case.item)]
        if is_cloze
        else [each.value for each in case.item.answers]
    )
    answered = frozenset[str]().union(*(_told(case, forms(each)) for each in answers))
    held = answered & (here | there)
    return bool(held) and held <= there and len(asked & there) > len((asked | answered) & here)


def stands_apart(case: Case, start: int) -> bool:
    """Whether the word that begins at a character of the source stands in such a clause."""
    words = case.passage.section.words
    return is_in_another_clause(case, bisect_left(words, start, key=attrgetter("start")))


def _told(case: Case, run: tuple[str, ...]) -> frozenset[str]:
    """Give what a run says, in one form: its stems, and its numbers."""
    language = case.language
    told = [form for form in run if not language.is_function_word(form)]
    numbers = [number for form in told if (number := language.number(form))]
    return frozenset((*language.stems(tuple(told)), *numbers))

"""Words that claim much, and what takes the claim back: almost all, first of all, not forbidden."""

from studyguide.evidence.case import Case
from studyguide.language.language import Language
from studyguide.language.lexicon import Lexicon
from studyguide.language.phrases import Found
from studyguide.language.words import forms, windows

Run = tuple[str, ...]


def without_weakened(run: Run, lexicon: Lexicon) -> Run:
    """Leave out each "all" that is none: almost all, not every, all but one."""
    weak = {
        at
        for each in lexicon.weakened.find(run)
        for at in (each.start - 1, *range(each.start, each.end + 1))
    }
    return tuple(form for at, form in enumerate(run) if at not in weak)


def instructs(case: Case) -> bool:
    """Whether a clause of the passage tells what to do: "Charge it, and set its clock"."""
    run, imperatives = case.passage.section.forms, case.language.words.imperatives
    return any(run[first] in imperatives for first, _ in case.passage.sentences)


def asks_for_conditions(case: Case) -> bool:
    """Whether a question asks on what something depends: what must be is asked for, then."""
    asking = case.language.words.asking_conditions
    return case.item.kind == "question" and asking.stand_in(forms(case.item.prompt.value))


def is_turn_of_speech(run: Run, found: Found, lexicon: Lexicon) -> bool:
    """Whether a word belongs to a phrase in which it claims nothing: "first of all"."""
    return any(
        turn.start < found.end and found.start < turn.end
        for turn in lexicon.turns_of_speech.find(run)
    )


def is_denied(case: Case, run: Run, found: Found) -> bool:
    """Whether an item only says that something is not so: not forbidden, almost all, all but one.

    The whole item is looked at: "Is it forbidden? It is not forbidden".
    """
    lexicon, phrase = case.language.words, run[found.start : found.end]
    if _is_weak(run, found, lexicon):
        return True
    for _, value, _ in case.said:
        other = forms(value)
        places = (at for at, each in enumerate(windows(other, len(phrase))) if each == phrase)
        if any(_is_weak(other, Found(at, at + len(phrase)), lexicon) for at in places):
            return True
    return False


def _is_weak(run: Run, found: Found, lexicon: Lexicon) -> bool:
    beside = (*run[max(0, found.start - 1) : found.start], *run[found.end : found.end + 1])
    before = run[max(0, found.start - 2) : found.start]
    if lexicon.weakened.stand_in(beside) or lexicon.negations.stand_in(before):
        return True
    return lexicon.denials.stand_in(before)


def is_turned(before: Run, language: Language) -> bool:
    """Whether a word only asks how much, or is denied: how long, not signed."""
    lexicon = language.words
    return before[-1:] != () and (
        before[-1] in lexicon.measuring or lexicon.negations.stand_in(before[-2:])
    )

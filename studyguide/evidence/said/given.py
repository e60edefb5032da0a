"""To whom an item gives what the passage says."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.persons import known_in
from studyguide.language.lexicon import bits_of
from studyguide.language.names import name_key
from studyguide.language.words import Word, forms, words
from studyguide.patterns import lazy

REACH = 6
"""Words between a name and its verb of saying."""
_WHO = lazy(r"(?:who|whose|whom|which (?:\w+ ){0,2}\w+)\b", re.IGNORECASE)
_SAYING = bits_of(("speaker_before", "speaking"))


class Given(NamedTuple):
    """To whom an item gives the words, and where it says so."""

    text: Text
    name: str
    offset: int
    shown: str
    is_answer: bool = False


def given_in(case: Case) -> Iterator[Given]:
    """Yield to whom an item gives what the passage says: by a phrase, or as the answer to "who said"."""
    says = case.lists & _SAYING
    for text in (case.item.prompt, *case.item.answers):
        for start, end in case.language.attributions(text.value, case.deck.author):
            yield Given(text, case.deck.author, start, text.value[start:end])
        if not case.language.is_english:
            yield from _given_by_verbs(case, text)
        elif says:
            yield from _given_by_a_phrase(case, text)
    if says and case.item.kind == "question":
        yield from _asked_for(case)


def _given_by_a_phrase(case: Case, text: Text) -> Iterator[Given]:
    """Yield the names of a text behind an "according to"."""
    found = words(text.value)
    for each in case.language.words.speaker_before.find(forms(text.value)):
        for word in found[each.end : each.end + 4]:
            if text.value[word.start].isupper():
                yield Given(text, word.form, word.start, text.value[word.start : word.end])
                break


def _asked_for(case: Case) -> Iterator[Given]:
    """Yield the name before a question's verb of saying, or the answer to "who said"."""
    item, lexicon = case.item, case.language.words
    run, value = forms(item.prompt.value), item.prompt.value
    found = words(value)
    for each in lexicon.speaking.find(run) if case.language.is_english else ():
        word = found[max(each.start - 1, 0)]
        if each.start > 1 and value[word.start].isupper():  # what does Ada Kestrel concede?
            yield Given(item.prompt, word.form, word.start, value[word.start : word.end])
    asks_who = _WHO.match(item.prompt.value) or not lexicon.asking_who.isdisjoint(run[:2])
    if asks_who and lexicon.speaking.stand_in(run[:8]):
        for answer in item.answers:
            for word in words(answer.value):
                if answer.value[word.start].isupper() and _may_speak(case, word):
                    name = answer.value[word.start : word.end]
                    yield Given(answer, answer.value, word.start, name, is_answer=True)
                    break


def _may_speak(case: Case, word: Word) -> bool:
    """Whether a word with a capital may be a name: where all nouns have one, only if the section knows it."""
    return case.language.marks_names or name_key(word.form) in known_in(case)


def _given_by_verbs(case: Case, text: Text) -> Iterator[Given]:
    """Yield the names of a text at a verb of saying, or behind an "according to"."""
    lexicon, found, run = case.language.words, words(text.value), forms(text.value)
    known = known_in(case)
    if not any(name_key(form) in known for form in run):
        return
    verbs = [each.start for each in lexicon.speaking.find(run)]
    openers = [each.end for each in lexicon.speaker_before.find(run)]
    behind = [at for at, form in enumerate(run) if form in lexicon.speaker_behind]
    for at, word in enumerate(found):
        if not text.value[word.start].isupper() or name_key(word.form) not in known:
            continue
        is_speaker = any(abs(at - verb) <= REACH - 1 for verb in verbs)
        is_speaker |= any(0 <= at - opener <= REACH for opener in openers)
        if is_speaker or at + 1 in behind:
            yield Given(text, word.form, word.start, text.value[word.start : word.end])
            return

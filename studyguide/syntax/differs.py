"""What the rules of this room yield, and the clauses and statements that they hold against each other."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.case import Case, deletions, frame
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import goes_on
from studyguide.language.language import Language
from studyguide.language.phrases import Phrases
from studyguide.language.words import forms, words
from studyguide.source.section import SourceSection

Words = tuple[str, ...]
_PARTING = frozenset(",;:()—–")


@cache
def words_for(language: Language, *uses: str) -> frozenset[str]:
    """Give the words that tell how a sentence is built, by what they are for: of `whom`, `from`."""
    words = language.words.constructions
    return frozenset(chain.from_iterable(words.get(use, ()) for use in uses))


@cache
def phrases_for(language: Language, use: str) -> Phrases:
    """Give what may be of several words, to be looked for: `unless`, `if`."""
    return Phrases(tuple(sorted(words_for(language, use))), language.words.function_words)


class Differs(NamedTuple):
    """Something that the passage has the other way: what is told of it, where in the item, at which word."""

    code: str
    message: str
    text: Text
    shown: str = ""


class Asked(NamedTuple):
    """A question and its answer, or a cloze sentence and one of its hidden words, which stand in `text`."""

    text: Text
    asked: Words
    answer: Words
    shown: str


def asked_of(case: Case) -> Iterator[Asked]:
    """Yield what an item asks, with each answer by itself; of a list nothing."""
    item = case.item
    if item.kind == "question" and len(item.answers) == 1:
        answer = item.answers[0]
        yield Asked(answer, forms(item.prompt.value), forms(answer.value), answer.value)
    elif item.kind == "cloze":
        told = forms(frame(item))
        for _, hidden in deletions(item):
            yield Asked(item.prompt, told, forms(hidden.text), hidden.text)


def statements(case: Case) -> Iterator[tuple[Text, Words]]:
    """Yield what an item states: its answers, or a cloze sentence with its blanks filled."""
    for text, value, _ in case.said:
        if text is not case.item.prompt or case.item.kind == "cloze":
            yield text, forms(value)


def clauses(case: Case, *, at_joints: bool = True) -> Iterator[Words]:
    """Yield the clauses of the passage: cut at punctuation, conjunctions, relatives, and each "and" if `at_joints`."""
    section = case.passage.section
    for sentence in case.passage.sentences:
        for first, last in _clauses(section, sentence, case.language, at_joints=at_joints):
            yield section.forms[first:last]


def clauses_of(value: str, language: Language) -> Iterator[Words]:
    """Yield the clauses of a text of the item: cut at punctuation and conjunctions."""
    found, begin = words(value), 0
    for at in range(1, len(found) + 1):
        is_last = at == len(found)
        if (
            is_last
            or found[at].form in language.words.conjunctions
            or not _PARTING.isdisjoint(value[found[at - 1].end : found[at].start])
        ):
            yield tuple(word.form for word in found[begin:at])
            begin = at


def cuts_of(value: str) -> frozenset[int]:
    """Give the words of a text behind punctuation."""
    found = words(value)
    gaps = ((at, value[found[at - 1].end : found[at].start]) for at in range(1, len(found)))
    return frozenset(at for at, gap in gaps if not _PARTING.isdisjoint(gap))


def coordinated(case: Case, sentence: Run) -> Iterator[Words]:
    """Yield the parts of a sentence between semicolons and each "and"."""
    section, begin = case.passage.section, sentence[0]
    for at in range(sentence[0] + 1, sentence[1]):
        gap = section.text[section.words[at - 1].end : section.words[at].start]
        if ";" in gap or section.forms[at] in case.language.words.joining:
            yield section.forms[begin:at]
            begin = at
    yield section.forms[begin : sentence[1]]


@lru_cache(maxsize=256)  # neighbouring items stand in the same sentences
def _clauses(
    section: SourceSection, run: Run, language: Language, *, at_joints: bool
) -> tuple[Run, ...]:
    lexicon = language.words
    opening = lexicon.conjunctions | lexicon.relatives | (lexicon.joining if at_joints else set())
    cuts = [
        at
        for at in range(run[0] + 1, run[1])
        if section.forms[at] in opening or not goes_on(section, at)
    ]
    return tuple(zip((run[0], *cuts), (*cuts, run[1]), strict=True))


@lru_cache(maxsize=512)  # one look after the other asks for the same clauses
def content(language: Language, run: Words) -> frozenset[str]:
    """Give what the words of a run are told by that say something: the number or the stem of each."""
    said = (form for form in run if not language.is_function_word(form) or language.number(form))
    return frozenset(language.number(form) or language.stem(form) for form in said)


def written(text: Text, language: Language, stem: str) -> str:
    """Find the word of a text with some stem, as it is written there; "" if there is none."""
    for word in words(text.value):
        if stem in (language.number(word.form), language.stem(word.form)):
            return text.value[word.start : word.end]
    return ""

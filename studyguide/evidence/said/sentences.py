"""Which sentences answer a question, and which have more of its words."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import extent_of
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.terms import forms_by_stem, terms_of
from studyguide.evidence.unquoted import titles
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.section import SourceSection

MORE = 2  # so many more of a question's words make another sentence what is asked about
_AT_A_NAME = 3  # words on either side of a name that belong to it
_OPENING = 3
_BEFORE_THEY = 3  # sentences before a "they" which may say who that is


def with_declared(case: Case, wanted: Iterable[str]) -> dict[str, list[str]]:
    """Give for each of some words itself, and the content words that a declaration or an alias has for it."""
    found = {form: [form] for form in wanted}
    for key, meaning in (*case.item.wording, *case.deck.aliases):
        for form in forms(key.value):
            if form in found:
                found[form] += content_of(case, meaning.value)
    return found


def has_any(extent: Extent, wanted: Iterable[str]) -> bool:
    """Whether any of some words stands in an extent, in whatever form, or is said there in other letters."""
    return any(extent.has_word(form) or extent.has_paraphrase(form) for form in wanted)


def may_be_asked_elsewhere(case: Case, asked: list[str]) -> bool:
    """Whether any sentence has more of a question than one of the passage: cheap, and mostly not so."""
    section, language = case.passage.section, case.language
    wanted = frozenset(language.stems(asked))
    told = (language.stems(section.forms[slice(*run)]) for run in case.passage.sentences)
    most = min(len(wanted.intersection(stems)) for stems in told) + MORE
    return len(wanted) >= most and max(_counts(case, asked).values(), default=0) >= most


def but_of_whom(case: Case, asked: list[str]) -> list[str]:
    """Leave out names, what stands at them ("said Ada, a miner"), and what the titles say."""
    value = case.item.prompt.value
    terms = terms_of(value, case.source, case.language)
    named = [term.place for term in terms if term.sort == "name"]
    run = forms(value)
    far = [
        form for at, form in enumerate(run) if all(abs(at - each) > _AT_A_NAME for each in named)
    ]
    titled = titles(case)
    return [form for form in asked if form in far and not titled.has_word(form)]


def content_of(case: Case, value: str) -> Iterator[str]:
    """Yield the words of a text that say something, each once."""
    language = case.language
    for form in dict.fromkeys(forms(value)):
        if not (language.is_function_word(form) or language.is_frame_word(form)):
            yield form


def answering_sentences(case: Case) -> list[Run]:
    """Give the sentences of the passage that have most of an answer's words, for each answer."""
    section, found = case.passage.section, set[Run]()
    for answer in case.item.answers:
        content = [*content_of(case, answer.value)] or [*forms(answer.value)]
        counts = {
            run: sum(map(extent_of(section, run, case.language).has_word, content))
            for run in case.passage.sentences
        }
        most = max(counts.values())
        found |= {run for run, count in counts.items() if count == most and most}
    return sorted(found)


def sentences_beside(case: Case, runs: Iterable[Run]) -> Iterator[tuple[str, ...]]:
    """Yield the sentences that some belong to: the one before, three before a "they", a "these" behind."""
    section, lexicon = case.passage.section, case.language.words

    def refers(run: tuple[str, ...]) -> bool:
        return not lexicon.pronouns.isdisjoint(run[:_OPENING]) or run[0] in lexicon.demonstratives

    for first, last in case.passage.sentences:
        if refers(section.forms[first:last]):
            yield section.forms[first:last]  # "these demands …", quoted as well
    for first, last in runs:
        at = first
        for _ in range(_BEFORE_THEY if refers(section.forms[first:last]) else 1):
            if at:
                at = section.sentence_of(at - 1).first
        yield section.forms[at:first]
        if last < len(section.forms):
            behind = section.sentence_of(last)
            following = section.forms[behind.first : behind.last]
            yield following if refers(following) else ()


def most_alike(case: Case, asked: list[str], but: list[Run]) -> tuple[int, int]:
    """Tell how many of some words another sentence has at most, and where that begins."""
    left_out = {first for first, _ in but}
    counts = (
        (count, -first) for first, count in _counts(case, asked).items() if first not in left_out
    )
    most, place = max(counts, default=(0, 0))
    return most, -place


def _counts(case: Case, asked: list[str]) -> Counter[int]:
    """Tell how many of some words each sentence has, by its first word: of those that have any."""
    section, language = case.passage.section, case.language
    counts: Counter[int] = Counter()
    for stem in frozenset(map(language.stem, asked)):
        counts.update(_firsts(section, language, stem))
    return counts


@lru_cache(maxsize=4096)  # items ask about the same things
def _firsts(section: SourceSection, language: Language, stem: str) -> "array[int]":
    """Give the first words of the sentences that have a stem: a text may be one long section."""
    places = section.places
    standing = map(places.__getitem__, forms_by_stem(section, language).get(stem, ()))
    return array("I", section.beginnings(chain.from_iterable(standing)))

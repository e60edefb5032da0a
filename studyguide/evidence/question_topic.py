"""Whether a question is about the sentence that has its answer, or about another."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import (
    extent_of,
    is_cut_off,
    may_be_a_verb,
    opening_of,
    quoted_clauses,
)
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.terms import forms_by_stem, terms_of
from studyguide.evidence.unquoted import titles
from studyguide.language.language import Language
from studyguide.language.words import displayed, forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection

MORE = 2  # so many more of a question's words make another sentence what is asked about
_AT_A_NAME = 3  # words on either side of a name that belong to it
_OPENING = 3
_BEFORE_THEY = 3  # sentences before a "they" which may say who that is
_TOPIC = 5  # what a section says so often is what all of it is about, and no other subject
_CODE = lazy(r"[/@_]|\w\.\w")
_HELD = 3  # a clause with more of a question's words is asked about, whatever else is


class Another(NamedTuple):
    """A word of what is asked that stands elsewhere, and how the clause of the answer opens."""

    asked: str
    opening: str


def told_of_another(case: Case) -> Another | None:
    """Find a word of the question that only other clauses have than the answer's, which opens with another."""
    item, section = case.item, case.passage.section
    meant = tuple(forms(meaning.value) for _, meaning in item.wording)
    said = Extent(case.language, (*case.all_said.parts, *meant)) if meant else case.all_said
    quoted = quoted_clauses(case.passage)
    asked = with_declared(case, content_of(case, item.prompt.value))
    is_one = len(quoted) == 1  # in which all stands, mostly
    if is_one and all(map(extent_of(section, quoted[0], case.language).has_word, asked)):
        return None
    openings = {run: shown for run in quoted if (shown := _strange_opening(case, run, said))}
    if not openings or not case.language.words.conjunctions:
        return None
    near = _answering_clauses(case, quoted)
    runs = near if item.kind == "question" else [section.sentence_of(at)[:2] for at, _ in near]
    held = Extent(case.language, tuple(section.forms[slice(*run)] for run in runs))
    missing = [form for form, same in asked.items() if not has_any(held, same)]
    if not near or not missing or len(asked) - len(missing) > _HELD:
        return None
    told_in = (section.sentence_of(first) for first, _ in near)
    opening = next((openings[run] for run in near if run in openings), "")
    if not opening or any("(" in section.text[each.start : each.end] for each in told_in):
        return None  # what stands in brackets is about what stands before them
    titled, authorities = titles(case), case.language.words.authorities
    told = {each for each in missing if case.language.number(each) != str(len(item.answers))}
    if case.language.words.speaker_before.stand_in(forms(item.prompt.value)):
        told &= {*but_of_whom(case, missing)}
    told -= {form for form in told if form in authorities or form == "the" or titled.has_word(form)}
    for form in missing:
        if form in told and has_any(case.passage.around, asked[form]):
            place = next(each for each in words(item.prompt.value) if each.form == form)
            shown = item.prompt.value[place.start : place.end]
            return None if _is_topic(case, form) else Another(shown, opening)
    return None


def _is_topic(case: Case, form: str) -> bool:
    """Whether a section says a word, in whatever form, again and again."""
    section = case.passage.section
    alike = forms_by_stem(section, case.language).get(case.language.stem(form), ())
    return sum(len(section.places[each]) for each in alike) >= _TOPIC


def is_defined_elsewhere(case: Case) -> bool:
    """Whether the sentence that has a definition or a role names nowhere what it is of, nor those beside it."""
    section, names = (
        case.passage.section,
        with_declared(case, content_of(case, case.item.prompt.value)),
    )
    told = [
        Extent(case.language, (section.forms[_before(section, first) : _behind(section, last)],))
        for first, last in answering_sentences(case)
    ]
    return bool(names and told) and not any(
        has_any(each, same) or each.has_name(form) for each in told for form, same in names.items()
    )


def _before(section: SourceSection, first: int) -> int:
    return section.sentence_of(max(first - 1, 0)).first


def _behind(section: SourceSection, last: int) -> int:
    return section.sentence_of(min(last, len(section.forms) - 1)).last


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


def _answering_clauses(case: Case, quoted: list[Run]) -> list[Run]:
    """Give those of some clauses that have half as many of the answers' words as any, or more."""
    section, language = case.passage.section, case.language
    run = tuple(chain.from_iterable(forms(answer.value) for answer in case.item.answers))
    content = [form for form in run if not language.is_function_word(form)] or [*run]
    wanted = [*chain.from_iterable(with_declared(case, content).values())]
    counts = {
        clause: sum(has_any(extent, (form,)) for form in dict.fromkeys(wanted))
        for clause in quoted
        for extent in (extent_of(section, clause, language),)
    }
    most = max(counts.values(), default=0)
    return [clause for clause, count in counts.items() if count and 2 * count >= most]


def _strange_opening(case: Case, clause: Run, said: Extent) -> str:
    """Give the first words of a clause if half of them or more are not said in the item; or nothing."""
    section, language = case.passage.section, case.language
    opening = opening_of(section, clause, language)
    strange = [at for at in opening if not has_any(said, (section.forms[at],))]
    if strange:
        authorities = frozenset(language.stems(language.words.authorities))
        strange = [at for at in strange if language.stem(section.forms[at]) not in authorities]
    is_much = bool(strange) and 2 * len(strange) >= len(opening)
    run = section.forms[slice(*clause)]
    opens = run[0] in language.words.constructions.get("as", ())
    if opens and not case.passage.goes_on(clause[0]):  # …, als jüngstes von sieben Kindern
        is_much &= any(may_be_a_verb(form, language) for form in run)
    is_much &= language.is_english or len(strange) > 1 or len(opening) == 1
    if not is_much:
        return ""
    if strange[0] != clause[0] + 1 and is_cut_off(section, clause, language):
        return ""
    found = section.text[section.words[opening[0]].start : section.words[opening[-1]].end]
    return "" if _CODE.search(found) else displayed(found)


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

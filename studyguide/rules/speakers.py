"""Speakers: words are given to whoever says them in the passage, not to somebody else, nor to the author."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.deck.item import pointing_at
from studyguide.evidence.attributed import speakers_in, unattributed, views_exchanged
from studyguide.evidence.case import Case
from studyguide.evidence.clauses import parts_of
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.persons import known_in, shown_as, wrongly_titled
from studyguide.evidence.terms import names_in
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import Word, forms, words
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_REACH = 6
"""Words between a name and its verb of saying."""
_TITLE = 1
_OPENING_AGAIN = frozenset('“„«»"')
_OPENING, _CLOSING = "“„«", "”»"
_WHO = lazy(r"(?:who|whose|whom|which (?:\w+ ){0,2}\w+)\b", re.IGNORECASE)


class _Given(NamedTuple):
    """To whom an item gives the words, and where it says so."""

    text: Text
    name: str
    offset: int
    shown: str
    is_answer: bool = False


def words_are_given_to_their_speaker(case: Case) -> Iterator[Finding]:
    """Warn of words that the passage has somebody else say."""
    given = [*_given(case)]
    for text, name, speaker in views_exchanged(case):
        message = f"the passage has {speaker} say this, not {name}"
        help = "give each view to whoever holds it, or accept it in a review"
        yield case.item.warning(text, "speaker", message, help, name)
        return
    spans = [(each, tuple(_speakers(case, each))) for each in (case.passage.spans if given else ())]
    everybody = dict.fromkeys(name for _, names in spans for name in names)
    if not everybody:
        return
    named = {name_key(form) for _, value, _ in case.said for form in forms(value)}
    for each in given:
        speakers = _of_what_is_asked(case, spans) if each.is_answer else tuple(everybody)
        keys = {name_key(form) for name in speakers for form in forms(name)}
        if not keys or named & keys:
            continue
        message = f"the passage has {', '.join(speakers)} say this, not {each.shown}"
        help = "name whoever says it, or ask what the passage itself says"
        finding = case.item.warning(each.text, "speaker", message, help, each.shown)
        yield pointing_at(finding, case.item, each.text, each.offset, len(each.shown))
        return


def views_are_given_to_their_holder(case: Case) -> Iterator[Finding]:
    """Warn of what the passage tells "according to" somebody, and the item as a plain fact."""
    for number, shown in unattributed(case):
        message = f"the passage says `{shown}` there, the item tells it as a fact"
        help = "name whose view it is, in the question or in the answer, or accept it in a review"
        yield case.item.warning(case.item.evidence[number], "attribution-lost", message, help)
        return


def roles_are_those_of_the_person(case: Case) -> Iterator[Finding]:
    """Warn of a role that opens with the title which the section gives to somebody else."""
    if whose := wrongly_titled(case):
        answer = case.item.answers[0]
        message = f"the section calls {whose} so, not {case.item.prompt.value}"
        help = "give the role of this person, or accept it in a review"
        yield case.item.warning(answer, "neighbour", message, help, answer.value.split()[0])


def _of_what_is_asked(case: Case, spans: list[tuple[Run, tuple[str, ...]]]) -> tuple[str, ...]:
    """Give the speakers of the quotation that has most of the question's words."""
    language, section = case.language, case.passage.section
    asked = [form for form in forms(case.item.prompt.value) if not language.is_function_word(form)]

    def shared(each: tuple[Run, tuple[str, ...]]) -> int:
        quoted = Extent(language, (section.forms[each[0][0] : each[0][1]],))
        return sum(map(quoted.has_word, asked))

    return max(spans, key=shared)[1]


def _speakers(case: Case, span: Run) -> Iterator[str]:
    """Name those who say the quoted words: in their sentence, or before the quotation marks open."""
    section, first = case.passage.section, span[0]
    if not case.language.is_english and (found := speakers_in(case, span)):
        yield from (shown_as(case, name) for name in found)
        return
    sentence = section.sentence_of(first)
    whole = (sentence.first, sentence.last)
    part = next(part for part in parts_of(section, whole) if first < part[1])
    saying = partial(_saying, section, case.source, case.language)
    own = saying(part) or saying(whole)
    if not own and _is_quoted(case, first):
        begun = _begin_of_quotation(case, first)
        before = [each for each in section.sentences if each.last <= sentence.first]
        near = [each for each in before[-_SENTENCES:] if each.last > begun]
        opening = [each for each in before if each not in near and each.last >= begun]
        for each in (*reversed(near), *opening[: _SENTENCES + 1]):
            own = saying((each.first, each.last))
            if own or each.first < begun:
                break
    yield from own


def _begin_of_quotation(case: Case, word: int) -> int:
    """Find the paragraph in which a quotation opens: each that it runs on into opens it again."""
    section = case.passage.section
    part = section.paragraph_of(word)
    while part.first:
        mark = section.text[max(0, section.words[part.first].start - 1)]
        before = section.paragraph_of(part.first - 1)
        if mark not in _OPENING_AGAIN or not _is_quoted(case, part.first - 1):
            break
        part = before
    return part.first


_SENTENCES = 4
"""Sentences before a quotation among which its speaker is looked for."""


def _is_quoted(case: Case, word: int) -> bool:
    """Whether a word of the source stands inside quotation marks that opened in its paragraph."""
    section = case.passage.section
    begin = section.words[section.paragraph_of(word).first].start
    before = section.text[max(0, begin - 2) : section.words[word].start]
    opening, closing = ("„", "“”") if "„" in before else (_OPENING, _CLOSING)
    curly = sum(map(before.count, opening)) - sum(map(before.count, closing))
    return curly > 0 or before.count('"') % 2 == 1


@lru_cache(maxsize=256)  # neighbouring items quote the same sentences
def _saying(
    section: SourceSection, source: Source, language: Language, run: Run
) -> tuple[str, ...]:
    """Give the names of a sentence beside which a verb of saying stands, or an "according to"."""
    lexicon, text, (first, last) = language.words, section.text, run
    found, saying = section.forms[first:last], list[str]()
    somebody = lexicon.constructions.get("doer", ())
    verbs = [
        each.start
        for each in lexicon.speaking.find(found)
        if text[section.words[first + each.start].start].islower()
        and found[max(0, each.start - 1)] not in somebody  # over Orme, she wrote
    ]
    openers = [each.end for each in lexicon.speaker_before.find(found)]
    if not verbs and not openers:
        return ()
    for name, at, end in _names(section, source, language, run):
        is_opened = any(0 <= at - opener <= _TITLE for opener in openers)  # according to Dr Dow
        placed = _PLACED.fullmatch(" ".join(found[max(0, at - 2) : at])) if at else None
        if placed and not is_opened:
            continue
        is_subject = any(0 <= verb - end <= _REACH or verb - at == -1 for verb in verbs)
        if is_subject or any(0 <= at - opener <= _REACH for opener in openers):
            saying.append(name)
    return tuple(saying)


_PLACED = lazy(r"(?:.* )?(?:in|at|from|near|to|of|for|with|on|into)(?: the)?")
"""What stands before a name that speaks not."""


def _names(
    section: SourceSection, source: Source, language: Language, run: Run
) -> Iterator[tuple[str, int, int]]:
    """Yield each name of a run as a whole, from which of its words to before which."""
    text, (first, _) = source.text, run
    starts = {word.start: at for at, word in enumerate(section.words[first : run[1]])}
    found = [
        (starts[term.offset], starts[term.offset] + 1)
        for term in names_in(section, run, source, language)
        if term.sort == "name"
    ]
    while found:
        at, end = found.pop(0)
        while found and found[0][0] == end:
            end = found.pop(0)[1]
        yield text[section.words[first + at].start : section.words[first + end - 1].end], at, end


def _given(case: Case) -> Iterator[_Given]:
    """Yield to whom an item gives what the passage says: by a phrase, or as the answer to "who said"."""
    item, lexicon = case.item, case.language.words
    for text in (item.prompt, *item.answers):
        for start, end in case.language.attributions(text.value, case.deck.author):
            yield _Given(text, case.deck.author, start, text.value[start:end])
        if not case.language.is_english:
            yield from _given_by_verbs(case, text)
            continue
        found = words(text.value)
        for each in lexicon.speaker_before.find(forms(text.value)):
            for word in found[each.end : each.end + 4]:
                if text.value[word.start].isupper():
                    yield _Given(text, word.form, word.start, text.value[word.start : word.end])
                    break
    run, value = forms(item.prompt.value), item.prompt.value
    found = words(value)
    is_asked = case.language.is_english and item.kind == "question"
    for each in lexicon.speaking.find(run) if is_asked else ():
        word = found[max(each.start - 1, 0)]
        if each.start > 1 and value[word.start].isupper():  # what does Ada Kestrel concede?
            yield _Given(item.prompt, word.form, word.start, value[word.start : word.end])
    asks_who = _WHO.match(item.prompt.value) or not lexicon.asking_who.isdisjoint(run[:2])
    if item.kind == "question" and asks_who and lexicon.speaking.stand_in(run[:8]):
        for answer in item.answers:
            for word in words(answer.value):
                if answer.value[word.start].isupper() and _may_speak(case, word):
                    name = answer.value[word.start : word.end]
                    yield _Given(answer, answer.value, word.start, name, is_answer=True)
                    break


def _may_speak(case: Case, word: Word) -> bool:
    """Whether a word with a capital may be a name: where all nouns have one, only if the section knows it."""
    return case.language.marks_names or name_key(word.form) in known_in(case)


def _given_by_verbs(case: Case, text: Text) -> Iterator[_Given]:
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
        is_speaker = any(abs(at - verb) <= _REACH - 1 for verb in verbs)
        is_speaker |= any(0 <= at - opener <= _REACH for opener in openers)
        if is_speaker or at + 1 in behind:
            yield _Given(text, word.form, word.start, text.value[word.start : word.end])
            return

"""Speakers: words are given to whoever says them in the passage, not to somebody else, nor to the author."""

from collections.abc import Iterator
from functools import lru_cache, partial

from studyguide.deck.item import pointing_at
from studyguide.evidence.attributed import speakers_in, unattributed, views_exchanged
from studyguide.evidence.case import Case
from studyguide.evidence.clauses import parts_of
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.persons import shown_as, wrongly_titled
from studyguide.evidence.said.given import REACH, given_in
from studyguide.evidence.terms import names_in
from studyguide.evidence.unquoted import titles
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_TITLE = 1
_OPENING_AGAIN = frozenset('“„«»"')
_OPENING, _CLOSING = "“„«", "”»"


def words_are_given_to_their_speaker(case: Case) -> Iterator[Finding]:
    """Warn of words that the passage has somebody else say."""
    given = [*given_in(case)]
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
        if not keys or named & keys or _may_be_meant_by_a_pronoun(case, each.shown):
            continue
        message = f"the passage has {', '.join(speakers)} say this, not {each.shown}"
        help = "name whoever says it, or ask what the passage itself says"
        finding = case.item.warning(each.text, "speaker", message, help, each.shown)
        yield pointing_at(finding, case.item, each.text, each.offset, len(each.shown))
        return


def _may_be_meant_by_a_pronoun(case: Case, name: str) -> bool:
    """Whether a "she" in the passage may be whom all is about, as a title says, where others are named nearer."""
    pronouns, titled = case.language.words.pronouns, titles(case)
    is_told = any(not pronouns.isdisjoint(part) for part in case.passage.stated.parts)
    return is_told and not case.language.is_english and any(map(titled.has_word, forms(name)))


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
        is_subject = any(0 <= verb - end <= REACH or verb - at == -1 for verb in verbs)
        if is_subject or any(0 <= at - opener <= REACH for opener in openers):
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

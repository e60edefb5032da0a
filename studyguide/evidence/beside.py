"""The words that stand beside an item's quotations, and what of them says how the quoted ones are meant."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.reckoned import shares_in_common
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.phrases import Found, Phrases
from studyguide.language.word_lists import Lexicon
from studyguide.language.words import Word, forms

Before = Literal["too", "else", "never"]
"""Whether a phrase is about what stands before it: as well, if nothing follows, or not at all."""

_BEFORE = 5
"""So many words before the quoted ones may still say how they are meant."""
_OPENING = 5
_AFTER = 3
"""So many behind them."""
_WIDE = 12
"""So many words before the quoted ones may have the part of which they tell."""
_WHOLE = 4
_AROUND = 8
"""Words on either side of a denial that may be what it is about."""

_OF_THE = bits_of(["of_the"])


class Near(NamedTuple):
    """Quoted words, which are those from `first` to before `last`, with some beside them.

    `clause` are the words of the sentence from there on, for what a phrase is about; `parts` where a semicolon stands in it.
    """

    words: tuple[Word, ...]
    run: tuple[str, ...]
    first: int
    last: int
    clause: tuple[str, ...]
    parts: tuple[int, ...]

    def is_quoted(self, found: Found) -> bool:
        """Whether a phrase stands among the quoted words, and not beside them."""
        return self.first < found.end and found.start < self.last

    def up_to_semicolon(self, found: Found, *, is_cut: bool) -> "Near":
        """Give it without what a semicolon parts from a phrase before it: mostly oxalate; others of uric acid."""
        end = next((at for at in self.parts if at >= found.end and is_cut), None)
        return self._replace(clause=self.clause[:end])


def near_quotations(case: Case) -> Iterator[Near]:
    """Yield for each quotation its words, and those beside it that belong to its clause."""
    section, passage = case.passage.section, case.passage
    for first, last in passage.spans:
        begin = passage.clause_before(first, _BEFORE)
        sentence = section.sentence_of(last - 1).last
        marks = marks_in(section, (begin, sentence))
        parts = [at for at, gap in marks.items() if ";" in gap]
        end = min(sentence, last + _AFTER, *(at for at in parts if at >= last))
        yield Near(
            section.words[begin:end],
            section.forms[begin:end],
            first - begin,
            last - begin,
            section.forms[begin:sentence],
            tuple(at - begin for at in parts),
        )


def opening_of(case: Case, span: Run, phrases: Phrases) -> tuple[str, tuple[str, ...]] | None:
    """Give a phrase of a list that opens the sentence of quoted words, if they stand in a later clause.

    With what its clause says: "If it rains, …", "Il se peut aussi, dit-elle, que …".
    """
    section, passage = case.passage.section, case.passage
    sentence = section.sentence_of(span[0])
    run = section.forms[sentence.first : span[0]]
    found = next(phrases.find(run[:_OPENING]), None)
    if not found or found.start > 1:
        return None
    end = next((at for at in range(1, len(run)) if not passage.goes_on(sentence.first + at)), 0)
    told = _content(run[found.end : end], case.language)
    return (" ".join(run[found.start : found.end]), tuple(told)) if end else None


def is_told(said: Extent, near: Near, found: Found, reach: int, before: Before) -> bool:
    """Whether an item has what a phrase is about: the next content words behind it, or those before."""
    language = said.language
    about = [*_content(near.clause[found.end :], language)][:reach]
    if before == "too" or (before == "else" and not about):
        about += _content(tuple(reversed(near.run[: found.start])), language)[:reach]
    return any(said.has_word(form) or said.has_paraphrase(form) for form in about)


def _content(run: tuple[str, ...], language: Language) -> list[str]:
    return [form for form in run if not language.is_function_word(form)]


def thoughts(case: Case) -> Iterator[tuple[int, str]]:
    """Yield each "might" or "would" whose verb the passage has nowhere else, and the item as a deed.

    With its sentence. Not if the item itself is as unsure, in whatever way: "would" does not pay for "might".
    """
    language, section = case.language, case.passage.section
    lexicon = language.words
    if lexicon.modals.isdisjoint(chain.from_iterable(case.passage.stated.parts)):
        return
    runs = [forms(value) for _, value, _ in case.said]
    declared = (forms(meaning.value) for _, meaning in case.item.wording)
    said = frozenset(chain.from_iterable(map(language.stems, chain(runs, declared))))
    stems = [*chain.from_iterable(case.passage.stated.stems)]
    for first, last in case.passage.sentences:
        for at in range(first + 1, last):
            form = section.forms[at]
            if form not in lexicon.modals or not section.text[section.words[at].start].islower():
                continue
            verb = next(iter(_content_places(section.forms, (at + 1, last), language)), at)
            stem = language.stem(section.forms[verb])
            is_denied = not lexicon.nots.isdisjoint(section.forms[at:verb])  # could not
            is_told = stem in said and stems.count(stem) == 1 and not is_denied
            addressed = lexicon.constructions.get("addressed", ())  # you should call: an advice
            is_told &= form not in lexicon.needs or section.forms[at - 1] not in addressed
            limits = lexicon.exclusives.stand_in(section.forms[at:last])  # may rise by no more than
            is_told &= not (form in lexicon.permissions and limits)
            is_asked = stem in language.stems(runs[0])  # what an answer doubts is something else
            having = [run for run in runs if not is_asked or stem in language.stems(run)]
            if is_told and not _is_unsure(having, lexicon, form):
                yield first, " ".join(section.forms[at : verb + 1])


def _is_unsure(runs: list[tuple[str, ...]], lexicon: Lexicon, modal: str) -> bool:
    """Whether an item has any word that says no more than a modal does."""
    doubting = (lexicon.hedges, lexicon.speaker_before)  # according to Kessler
    unsure = (lexicon.options, *doubting, lexicon.plans, lexicon.conditions, lexicon.duties)
    if modal not in lexicon.firm_modals and modal != "may":  # what one may do, one can
        runs = [tuple(form for form in run if form not in lexicon.firm_modals) for run in runs]
    return any(each.stand_in(run) for each in unsure for run in runs)


def _content_places(
    run: tuple[str, ...], between: tuple[int, int], language: Language
) -> Iterator[int]:
    """Yield the places of the words that say something, and do not only say how sure it is."""
    lexicon = language.words
    for at in range(*between):
        form = run[at]
        is_small = form in lexicon.hedges or form in lexicon.frequencies
        if not (is_small or language.is_function_word(form)):
            yield at


def is_said_otherwise(near: Near, found: Found, said: Extent) -> bool:
    """Whether the item has a word of a phrase in another form: average for "on average"."""
    is_function_word = said.language.is_function_word
    phrase = near.run[found.start : found.end]
    return any(
        said.has_word(form) or said.has_paraphrase(form)
        for form in phrase
        if not is_function_word(form)
    )


@lru_cache(maxsize=8)  # asked for each "not" of an item
def near_denials(case: Case, *, is_asked: bool) -> Extent:
    """Give what stands near anything, in whatever way, that the passage denies; if it `is_asked`, its paragraph."""
    language, lexicon = case.language, case.language.words
    prefixes, near = tuple(lexicon.negative_prefixes), list[tuple[str, ...]]()
    end = case.passage.sentences[-1][1]
    told = (each for part in case.passage.paragraphs for each in part.sentences)
    before = tuple(
        case.passage.section.forms[each.first : each.last] for each in told if each.last <= end
    )
    for run in before if is_asked else case.passage.stated.parts:
        ways = [*lexicon.negations.find(run), *lexicon.denials.find(run)]
        ways += [
            Found(at, at + 1)
            for at, form in enumerate(run)
            if prefixes and form.startswith(prefixes) and not language.is_function_word(form)
        ]
        near += [run[max(0, way.start - _AROUND) : way.end + _AROUND] for way in ways]
    return Extent(language, tuple(near))


def only_denied(case: Case, denied: list[str], run: Run) -> frozenset[str]:
    """Give the stems of the words that stand in a run of words only where they are denied."""
    stem = case.language.stem
    stands = Counter(map(stem, case.passage.section.forms[run[0] : run[1]]))
    counted = Counter(map(stem, denied))
    return frozenset(each for each, count in counted.items() if stands[each] == count)


def is_declared_as(case: Case, phrase: tuple[str, ...], lists: Iterable[str]) -> bool:
    """Whether a declaration stands for a phrase by a word of one of some lists: "meant to" for a plan."""
    lexicon = case.language.words
    return any(
        {*phrase} <= {*forms(meaning.value)}
        and any(lexicon.phrases(each).stand_in(forms(key.value)) for each in lists)
        for key, meaning in case.item.wording
    )


class Part(NamedTuple):
    """A part that the passage tells of, and which quotation stands behind it."""

    quotation: int
    shown: str


def part_told_as_whole(case: Case) -> Part | None:
    """Find a "five of those failures" of which quoted words tell, and the item as of all of them."""
    language, lexicon = case.language, case.language.words
    if not case.passage.lists & _OF_THE:
        return None
    runs = [forms(value) for _, value, _ in case.said]
    said, section = Extent(language, tuple(runs)), case.passage.section
    if any(each in run for run in runs for each in lexicon.constructions.get("rest", ())):
        return None  # the other three
    for number, (first, last) in enumerate(case.passage.spans):
        begin = section.sentence_of(first).first
        clause = case.passage.clause_before(first, _WIDE) - begin
        run = section.forms[begin:last]
        for found in lexicon.of_the.find(run):
            if found.start > 1 and found.start < clause:
                continue
            part = run[found.start - 1] if found.start else ""
            value = "" if part[:1].isdecimal() else language.number(part)
            is_share = part in lexicon.shares
            if said.has_word(part) if is_share else value in ("", "1", *said.values):
                continue
            whole = run[found.end : found.end + _WHOLE]
            head = next((each for each in whole if not _is_small(each, language)), "")
            place = section.words[begin + max(found.start - 1, 0)].start
            if head and said.has_word(head) and place not in shares_in_common(case):
                having = (lexicon.parts, lexicon.exclusives)
                if any(each.stand_in(run) for each in having for run in runs):
                    return None
                return Part(number, " ".join(run[found.start - 1 : found.end + 1]))
    return None


def _is_small(form: str, language: Language) -> bool:
    return language.is_function_word(form) or bool(language.number(form))

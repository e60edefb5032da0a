"""Numbers that a passage tells in another way: a share, what is left of a whole, the year by which a section goes."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import Term
from studyguide.language.bounds import bounds_asked
from studyguide.language.figures import figures
from studyguide.language.language import Language
from studyguide.language.phrases import Found
from studyguide.language.shares import are_alike, multiples_of, shares_at
from studyguide.language.units import are_compatible
from studyguide.language.words import Word, forms, words
from studyguide.patterns import lazy

_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_UP, _DOWN = frozenset((">", "≥")), frozenset(("<", "≤"))
_BEHIND = 6
"""So many words behind a figure may have the "at most" that is said of it."""
_ALIKE = 2
"""So many words in common tell of a number that it counts the same."""


def may_be_of_a_share(case: Case, term: Term) -> bool:
    """Whether a word of an item may belong to a share: a number, a fraction, "out of", "per cent"."""
    return term.sort == "number" or term.form in _of_shares(case.language)


@lru_cache(maxsize=8)
def _of_shares(language: Language) -> frozenset[str]:
    lexicon = language.words
    percent = (unit.split() for unit, sign in lexicon.units.items() if sign == "%")
    joints = lexicon.constructions.get("out of", ())
    return frozenset((*chain(*percent), *lexicon.fractions, *multiples_of(language), *joints))


def is_share(case: Case, value: str, term: Term, extent: Extent) -> bool:
    """Whether a number belongs to a share of a whole that the passage has, too: a tenth, of 10 %."""
    passage, language = case.passage, case.language
    own = shares_at(value, language).get(term.place)
    if not own:
        return False
    text, found = passage.section.text, passage.section.words
    runs = passage.spans if extent is passage.quoted else passage.sentences
    told = (text[found[first].start : found[last - 1].end] for first, last in runs)
    return any(are_alike(own, each) for run in told for each in shares_at(run, language).values())


def is_one(case: Case, value: str, number: Term, extent: Extent) -> bool:
    """Whether a "one" stands before what an extent has "a" or "a single" of."""
    language, behind = case.language, forms(value)[number.place + 1 : number.place + 2]
    if number.form != "1" or not number.shown.isalpha() or not behind:
        return False
    uses, noun = language.words.constructions, language.stem(behind[0])
    before = {*uses.get("indefinite", ()), *uses.get("single", ())}
    return any(
        form in before and stem == noun
        for part, stems in zip(extent.parts, extent.stems, strict=True)
        for form, stem in zip(part, stems[1:], strict=False)
    )


@lru_cache(maxsize=8)  # one rule after the other asks for the same
def shares_in_common(case: Case) -> frozenset[int]:
    """Give where those words of the passage begin that tell a share which the item tells, in whatever way."""
    language, section = case.language, case.passage.section
    own = [share for each in case.said for share in shares_at(each.value, language).values()]
    found = set[int]()
    for first, last in case.passage.sentences if own else ():
        text = section.text[section.words[first].start : section.words[last - 1].end]
        found |= {
            section.words[first + place].start
            for place, told in shares_at(text, language).items()
            if any(are_alike(each, told) for each in own)
        }
    return frozenset(found)


def tell_a_share(case: Case, found: Iterable[Word]) -> bool:
    """Whether any words of the passage tell a share that the item tells, too."""
    return not shares_in_common(case).isdisjoint(word.start for word in found)


def is_of_a_share_told(case: Case, number: Term) -> bool:
    """Whether a number of the passage belongs to such a share."""
    return number.sort == "number" and number.offset in shares_in_common(case)


def claims_nothing(case: Case, text: Text, run: tuple[str, ...], found: Found) -> bool:
    """Whether an "only" just says that a figure of the passage is small; an "each" stands for its "per", or parts a question."""
    lexicon, uses = case.language.words, case.language.words.constructions
    if run[found.start] in lexicon.exclusives:
        values = filter(None, case.language.numbers(run[found.end : found.end + 2]))
        return any(value in case.passage.stated.numbers for value in values)
    if run[found.start] not in uses.get("each", ()):
        return False
    if text is case.item.prompt and case.item.is_list:
        return True
    apiece = frozenset(uses.get("apiece", ()))
    return not all(map(apiece.isdisjoint, case.passage.stated.parts))


def is_year_told_last(case: Case, form: str, extent: Extent) -> bool:
    """Whether a number is the year by which the section goes at the passage, if an extent of that has no other."""
    if not _YEAR.fullmatch(form) or any(map(_YEAR.fullmatch, extent.numbers)):
        return False
    told = case.passage.section.forms[: case.passage.sentences[0][0]]
    return form == next((each for each in reversed(told) if _YEAR.fullmatch(each)), "")


def is_remainder(case: Case, value: str, number: Term) -> bool:
    """Whether a number counts what is left of what the passage counts: the other three, of five and two."""
    rest, run = case.language.words.constructions.get("rest", ()), forms(value)
    end = number.place + len(forms(number.shown))
    beside = {*run[max(0, number.place - 1) : number.place], *run[end : end + 1]}
    beside |= {*run[number.place - 2 : number.place - 1]}  # the remaining part of a fifth
    if beside.isdisjoint(rest):
        return False
    own, around = shares_at(value, case.language).get(number.place, ()), case.passage.around
    if own:
        runs = (" ".join(part) for part in around.parts)
        told = (each for run in runs for each in shares_at(run, case.language).values())
        return any(are_alike([1 - share for share in own], each) for each in told)
    stated = case.passage.stated.numbers
    counts = sorted(int(each) for each in stated if each.isdecimal())
    return any(str(more - less) == number.form for more in counts for less in counts)


def is_reckoned(case: Case, value: str, number: Term) -> bool:
    """Whether a number of a question is what is left of a whole, or the year by which the section goes."""
    pairing = case.language.words.pairing
    if number.form == "2" and not all(map(pairing.isdisjoint, case.passage.stated.parts)):
        return True  # of the two, where both are told of
    is_left = is_remainder(case, value, number)
    return is_left or is_year_told_last(case, number.form, case.passage.stated)


@lru_cache(maxsize=16)  # asked again for each number of a text
def _content(value: str, language: Language) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the words of a text, and those of them that say something."""
    run = forms(value)
    return run, frozenset(form for form in run if not language.is_function_word(form))


def is_told_of(case: Case, value: str, number: Term) -> bool:
    """Whether the section has told a number of a text `value` before, and of the same thing.

    With the same word just before or behind it, or in a sentence with two more of the text's words.
    """
    section, language = case.passage.section, case.language
    run, content = _content(value, language)
    end = case.passage.sentences[-1][1]
    size = len(forms(number.shown))
    beside = {*run[number.place - 1 : number.place], *run[number.place + size :][:1]}
    for at, form in enumerate(section.forms[:end]):
        if language.number(form) != number.form:
            continue
        sentence = section.sentence_of(at)
        there = {*section.forms[max(0, at - 1) : at], *section.forms[at + 1 : at + 2]}
        if any(not language.is_function_word(each) for each in beside & there):
            return True
        others = Extent(language, (section.forms[sentence.first : sentence.last],))
        if sum(map(others.has_word, content - {*forms(number.shown)})) >= _ALIKE:
            return True
    return False


def is_year_of_a_day(case: Case, value: str, form: str) -> bool:
    """Whether a year only completes a day: texts give it once, in whatever section."""
    numbers = (value.strip(), *case.passage.stated.numbers)
    if any(map(_YEAR.fullmatch, numbers)):
        return False  # a year alone; or the sentence has one of its own
    return any(section.has(form) for section in case.source.sections.values())


def counts_a_condition(case: Case) -> bool:
    """Whether "how many must" is asked, where the passage has an "unless": as many must indeed."""
    lexicon = case.language.words
    asks = lexicon.asking_how_many.stand_in(forms(case.item.prompt.value)[:2])
    necessary = lexicon.constructions.get("necessary", ())
    return asks and any(form in necessary for part in case.passage.stated.parts for form in part)


def is_unit_told(case: Case, value: str, term: Term) -> bool:
    """Whether a word is the unit of a figure that the passage has in another one: that is told as such, and once."""
    is_unit = term.form in case.language.words.units
    return is_unit and term.offset + len(term.shown) in _in_other_units(case, value)


@lru_cache(maxsize=16)  # every word of an answer asks the same of it
def _in_other_units(case: Case, value: str) -> frozenset[int]:
    """Give the ends of those figures of a text which the passage has in another unit, and nowhere with none."""
    section, there = case.passage.section, defaultdict[str, set[str]](set)
    for run in case.passage.sentences:
        for each in figures(section.text, section.words[slice(*run)], case.language):
            there[each.value].add(each.unit)
    return frozenset(
        each.end
        for each in figures(value, words(value), case.language)
        if (units := there.get(each.value))
        and not any(are_compatible(each.unit, unit) for unit in units)
    )


def is_other_bound(case: Case) -> bool:
    """Whether a question has an "at least" where the passage has the answer's figure with an "at most"."""
    language = case.language
    signs = bounds_asked(forms(case.item.prompt.value), language)
    if not signs & (_UP | _DOWN):
        return False
    section = case.passage.section
    for first, last in case.passage.sentences:
        limits = language.words.exclusives.stand_in(section.forms[first:last])
        stated = figures(section.text, section.words[first:last], language)
        for answer in case.item.answers:
            for mine in figures(answer.value, words(answer.value), language):
                for there in (
                    each.compare or _limit_behind(case, first + each.place)
                    for each in stated
                    if each.value == mine.value
                ):
                    is_less = there in _DOWN if there else limits
                    if (signs <= _UP and is_less) or (signs <= _DOWN and there in _UP):
                        return True
    return False


def _limit_behind(case: Case, place: int) -> str:
    """Give the sign of an "at most" that stands behind what a figure counts."""
    comparing, run = case.language.comparing, case.passage.section.forms
    behind = run[place + 1 : place + 1 + _BEHIND]
    for found in comparing.find(behind):
        if not any(case.language.numbers(behind[found.end : found.end + 2])):
            return case.language.words.comparisons[" ".join(behind[found.start : found.end])]
    return ""

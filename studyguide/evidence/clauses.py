"""Clauses: where a sentence may be cut so that each piece tells one thing, and what each opens with."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.passage import Passage, goes_on
from studyguide.language.language import Language
from studyguide.language.word_lists import Lexicon
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection

_MARKS = lazy("[,;:()]|[—–]+")  # the `CLAUSE_ENDS`; in one class, dashes make a large table of it
_PARTING = frozenset(";:—–()")
_REACH = 6  # so many words behind an "and" tell whether a clause of its own begins there
OPENING = 4
"""So many content words at the most say what a clause is about."""
_APART = frozenset(":;")
_BETWEEN = 5  # so many words before the second of two may have their "between"
_BUT = 3  # so many words of a clause may have its "but"
_TOLD = 4  # so many words may name to whom something was said, before a "that"
_REFERRING = 2
"""A pronoun among so many words at its start makes a clause tell of what was named before."""


@lru_cache(maxsize=512)  # one look after the other asks for the same sentences
def marks_in(section: SourceSection, run: Run) -> Mapping[int, str]:
    """Give, by the word behind it, what stands between two words of a run if a mark of punctuation is in it."""
    words, text, found = section.words, section.text, dict[int, str]()
    for mark in _MARKS.finditer(text, words[run[0]].start, words[run[1] - 1].start):
        at = bisect_left(words, mark.start(), *run, key=_START)
        if words[at - 1].end <= mark.start():
            found[at] = text[words[at - 1].end : words[at].start]
    return found


_START = itemgetter(1)


@lru_cache(maxsize=256)  # neighbouring items ask for the same sentences
def clauses_of(section: SourceSection, run: Run, language: Language) -> tuple[Run, ...]:
    """Cut a sentence at strong punctuation, conjunctions, relatives, and commas before a new clause."""
    cuts = [run[0], *_cuts(section, run, language), run[1]]
    return tuple((first, last) for first, last in pairwise(cuts) if first < last)


def quoted_clauses(passage: Passage) -> list[Run]:
    """Give the clauses of a passage of which any word is quoted."""
    return [
        clause
        for sentence in passage.sentences
        for clause in clauses_of(passage.section, sentence, passage.language)
        if any(clause[0] < last and first < clause[1] for first, last in passage.spans)
    ]


def _cuts(section: SourceSection, run: Run, language: Language) -> Iterator[int]:
    lexicon, form_of, marks = language.words, section.forms, marks_in(section, run)
    correcting = lexicon.constructions.get("same clause", ())  # sondern
    pointing = lexicon.constructions.get("relative articles", ())
    begun, is_small = run[0], language.is_function_word
    for at in range(run[0] + 1, run[1]):
        gap = marks.get(at, "")
        form, has_comma = form_of[at], "," in gap
        is_new = (
            not _PARTING.isdisjoint(gap)
            or (form in lexicon.conjunctions and form not in correcting)
            or (has_comma and form in pointing and is_small(form_of[min(at + 1, run[1] - 1)]))
            or (form in lexicon.relatives and (has_comma or form not in lexicon.demonstratives))
            or (
                form in lexicon.joiners
                and _opens(section, at + 1, run[1], language)
                and (has_comma or _has_verb(section, (at + 1, run[1]), language))
            )
            or (
                has_comma
                and _opens(section, at, run[1], language)
                and _has_verb(section, (at, run[1]), language)
                and any(may_be_a_verb(each, language) for each in form_of[begun:at])
            )
        )
        if is_new:
            begun = at
            yield at


def _opens(section: SourceSection, at: int, end: int, language: Language) -> bool:
    """Whether a word may be the first of a clause: an article, a pronoun, a name; not the second behind a "between"."""
    between = language.words.constructions.get("between", ())
    if at >= end or not {*between}.isdisjoint(section.forms[max(0, at - _BETWEEN) : at - 1]):
        return False
    return (
        section.forms[at] in language.words.determiners
        or section.text[section.words[at].start].isupper()
    )


def _has_verb(section: SourceSection, run: Run, language: Language) -> bool:
    found = section.words[run[0] : min(run[1], run[0] + _REACH)]
    return any(
        may_be_a_verb(word.form, language)
        for word in found
        if word.form != "may" or section.text[word.start].islower()
    )


def is_cut_off(section: SourceSection, clause: Run, language: Language) -> bool:
    """Whether an opening of most words leaves some, and no known verb tells where the subject ends."""
    opening = opening_of(section, clause, language)
    run, is_small = section.forms[slice(*clause)], language.is_function_word
    return (
        len(opening) == OPENING
        and not all(map(is_small, section.forms[opening[-1] + 1 : clause[1]]))
        and not any(may_be_a_verb(form, language) for form in run)
    )


def may_be_a_verb(form: str, language: Language) -> bool:
    """Whether a word is a known verb, or ends as one in the past does."""
    lexicon = language.words
    return (
        form in lexicon.finite_verbs
        or form in lexicon.speaking
        or (len(form) > 3 and form.endswith(tuple(lexicon.past_endings)))
    )


def that_behind(section: SourceSection, run: Run, language: Language) -> int:
    """Find the "that" with which a run opens, or behind those to whom it was said: to the council that; 0 if none."""
    lexicon, (first, last) = language.words, run
    for at in range(first, min(first + 1 + _TOLD, last)):
        is_apart = at > first and not goes_on(section, at)  # schrieb der Rat vor, dass …
        if is_apart or section.forms[at] in lexicon.finite_verbs:
            return 0
        if section.forms[at] in lexicon.that:
            is_told = section.forms[first] == "to" or section.forms[first] in lexicon.determiners
            return at if at == first or is_told else 0
    return 0


@lru_cache(maxsize=512)
def extent_of(section: SourceSection, clause: Run, language: Language) -> Extent:
    """Give what a clause says, to be asked for words."""
    return Extent(language, (section.forms[slice(*clause)],))


@lru_cache(maxsize=512)
def opening_of(section: SourceSection, clause: Run, language: Language) -> tuple[int, ...]:
    """Give the places of the first content words of a clause, up to its verb if that is known.

    None if it opens with a pronoun or a verb: it tells of what was named before.
    """
    lexicon, found, has_subject = language.words, list[int](), False
    first, last = clause
    for at in range(first, last):
        form = section.forms[at]
        if at < first + _REFERRING and _refers(form, lexicon):
            return ()
        if may_be_a_verb(form, language) and not found and has_subject:
            return ()  # the body does it, usually
        if may_be_a_verb(form, language) and not (language.is_function_word(form) and not found):
            break
        has_subject |= language.is_frame_word(form)
        is_empty = form in lexicon.conjunctions or form in lexicon.comparatives
        if not (is_empty or language.is_function_word(form) or language.is_frame_word(form)):
            found.append(at)
        if len(found) == OPENING:
            break
    return (
        ()
        if _tells_when(section.forms[first : max(found, default=first) + 1], language)
        else tuple(found)
    )


def _tells_when(opening: tuple[str, ...], language: Language) -> bool:
    """Whether a clause opens with a time, or with how sure it is: that is not what it tells of."""
    lexicon = language.words
    return (
        not (lexicon.months.isdisjoint(opening) and lexicon.periods.isdisjoint(opening))
        or any(map(_YEAR.fullmatch, opening))
        or lexicon.hedges.stand_in(opening)
    )


_YEAR = lazy(r"1\d{3}|20\d{2}")


def _refers(form: str, lexicon: Lexicon) -> bool:
    back = lexicon.constructions.get("back", ())
    told = (lexicon.pronouns, lexicon.relatives, lexicon.demonstratives, back)
    return any(form in each for each in told)


def parts_of(section: SourceSection, run: Run) -> Iterator[Run]:
    """Cut a sentence at its semicolons."""
    first = run[0]
    for at, gap in marks_in(section, run).items():
        if ";" in gap:
            yield first, at
            first = at
    yield first, run[1]


def begin_of_part(section: SourceSection, run: Run, before: int) -> int:
    """Find where what a word of a sentence belongs to begins: behind a colon or semicolon."""
    for at in range(before - 1, run[0], -1):
        if not _APART.isdisjoint(section.text[section.words[at - 1].end : section.words[at].start]):
            return at
    return run[0]


def opposed_parts(
    section: SourceSection, run: Run, language: Language
) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a sentence between semicolons and before each clause with a "whereas", if it has any.

    A "whereas" that opens it closes with the next comma. An English "but" goes on with the same subject, mostly.
    """
    adversatives, marks = _setting_against(language), marks_in(section, run)
    is_opposed = not adversatives.isdisjoint(section.forms[slice(*run)])
    if not is_opposed and not any(";" in each for each in marks.values()):
        return
    cuts, is_open = list[int](), section.forms[run[0]] in adversatives & language.words.conjunctions
    for at, gap in marks.items():
        opening = range(at, min(at + _BUT, run[1] - 1))
        is_but = any(section.forms[on] in adversatives and on + 1 not in marks for on in opening)
        if ";" in gap or is_but or is_open:
            cuts.append(at)
            is_open = False
    yield from (section.forms[first:last] for first, last in pairwise((run[0], *cuts, run[1])))


@cache
def _setting_against(language: Language) -> frozenset[str]:
    """Give what sets a clause against another."""
    same = language.words.constructions.get("correcting", ()) if language.is_english else ()
    return language.words.adversatives.difference(same)


def coordinated_parts(
    section: SourceSection, run: Run, language: Language
) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a sentence between commas and each "and"."""
    joining, places = language.words.joining, range(run[0] + 1, run[1])
    cuts = [at for at in places if section.forms[at] in joining or not goes_on(section, at)]
    yield from (section.forms[first:last] for first, last in pairwise((run[0], *cuts, run[1])))

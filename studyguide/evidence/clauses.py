"""Clauses: where a sentence may be cut so that each piece tells one thing, and what each opens with."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.passage import Passage, goes_on
from studyguide.language.language import Language
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection

_MARKS = lazy("[,;:()]|[—–]+")  # the `CLAUSE_ENDS`; in one class, dashes make a large table of it
_PARTING = frozenset(";:—–()")
_REACH = 6  # so many words behind an "and" tell whether a clause of its own begins there
_APART = frozenset(":;")
_BUT = 3  # so many words of a clause may have its "but"
_BETWEEN = 5  # so many words before the second of two may have their "between"
_TOLD = 4  # so many words may name to whom something was said, before a "that"


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
            or (
                form in lexicon.conjunctions
                and form not in correcting
                and not (at == begun + 1 and form_of[begun] in lexicon.relatives)  # que antes ardía
                and form_of[at - 1] != "d"  # d’après
            )
            or (has_comma and form in pointing and is_small(form_of[min(at + 1, run[1] - 1)]))
            or (form in lexicon.relatives and (has_comma or form not in lexicon.demonstratives))
            or (
                form in lexicon.joiners
                and _opens(section, at + 1, run[1], language)
                and (
                    has_comma
                    or _has_verb(
                        section, (at + 1, _end_of_row(section, run, at, language)), language
                    )
                )
            )
            or (
                has_comma
                and _opens(section, at, run[1], language)
                and _has_verb(section, (at, _end_of_row(section, run, at - 1, language)), language)
                and any(may_be_a_verb(each, language) for each in form_of[begun:at])
            )
        )
        if is_new:
            begun = at
            yield at


def _end_of_row(section: SourceSection, run: Run, at: int, language: Language) -> int:
    """Give where the verb of a clause behind a word stands before: the next mark, or in German the end of its first nouns.

    A verb behind that is not of the last of a row: Ada and Paul Orme, found it; aus Gummi und Leinen einen Reifen.
    """
    end = next((each for each in marks_in(section, run) if each > at + 1), run[1])
    if language.marks_names or section.forms[at + 1] in language.words.determiners:
        return end
    nouns = range(at + 1, end)
    verb = next(
        (each for each in nouns if not section.text[section.words[each].start].isupper()), end
    )
    return min(end, verb + 1)


def _opens(section: SourceSection, at: int, end: int, language: Language) -> bool:
    """Whether a word may be the first of a clause: an article, a pronoun, a name; not the second behind a "between"."""
    lexicon, form_of = language.words, section.forms
    if {*form_of[at - 2 : at + 1 : 2]} <= lexicon.pronouns and form_of[at - 1] in lexicon.joiners:
        return False  # he or she
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

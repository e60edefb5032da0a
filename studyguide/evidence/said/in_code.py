"""Where an item's code has not the signs and names that the passage's has: `>` for `>=`, `left[j:]` for `left[i:]`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby, islice
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.deck.marked import Marked, joined, runs_of
from studyguide.evidence.case import Case, answer_texts
from studyguide.language.language import Language
from studyguide.language.phrasing.code import SOFT, Token, core, is_surely_code, may_be_code, tokens
from studyguide.language.phrasing.formulas import signs_of
from studyguide.language.words import displayed, forms
from studyguide.patterns import lazy
from studyguide.source.paragraphs import Paragraph
from studyguide.source.section import SourceSection

_FEWEST, _LIKE, _MOST = 4, 0.7, 2
"""Names and signs of a line, which share of them another must have to be that line with other names, and how many."""
_LINES = 100
"""So many lines of code, and signs alone, are looked at: nobody recalls more."""
_NEAR = 80
"""Letters before a sign, and behind, among which the word beside it stands."""
_IN_WORDS = frozenset("-/")
"""Signs that words have as well."""
_KEYS = lazy(r"\w+(?:[-+]\w+)+")
_LEFT_OUT = lazy(r"…|\.\.\.|\n")
_CLAUSE = lazy(r"[;:.](?=\s)|,\s")


class Altered(NamedTuple):
    """Code of an item, and what the passage has there; whether signs alone differ."""

    text: Text
    shown: str
    theirs: str
    is_sign: bool


def altered_code(case: Case) -> Iterator[Altered]:
    """Yield the code of an item, a line each, that is not the passage's."""
    for text, value in _told(case.item):
        for start, end in islice(_lines(value), _LINES):
            found = core(tokens(value, start, end))
            if any(each.is_name for each in found):
                yield from _line(case, text, value, found)
            elif found:
                yield from _alone(case, text, value, found)


def _told(item: Item) -> Iterator[tuple[Text, str]]:
    """Yield what a learner must recall, a cloze sentence with its blanks filled."""
    yield from ((text, text.value) for text in answer_texts(item))
    if item.pieces:
        said = (each if isinstance(each, str) else each.text for each in item.pieces)
        yield item.prompt, joined(said)


def _lines(value: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the lines of a text stand that are code, marked as such or beyond doubt."""
    is_marked = isinstance(value, Marked)
    if not is_marked and not (is_surely_code(value) and not signs_of(value)):
        return
    runs = [(each.start, each.end) for each in runs_of(value) if "code" in each.styles]
    for start, end in runs if is_marked else [(0, len(value))]:
        at = start
        for match in (*_LEFT_OUT.finditer(value, start, end), None):
            last = match.start() if match else end
            if is_marked or is_surely_code(value[at:last]):
                yield at, last
            at = match.end() if match else end


def _line(case: Case, text: Text, value: str, found: tuple[Token, ...]) -> Iterator[Altered]:
    section, shown = case.passage.section, value[found[0].start : found[-1].end]
    if _KEYS.fullmatch(shown) or _as_one(found) in _whole(section):
        return
    if theirs := _told_by_other_signs(case, found) or _told_by_other_names(case, found):
        first, last, is_sign = theirs
        yield Altered(text, shown, displayed(section.text[first.start : last.end]), is_sign)


def _as_one(found: Iterable[Token]) -> str:
    return f" {' '.join(each.form for each in found)} "


@lru_cache(maxsize=16)
def _whole(section: SourceSection) -> str:
    """Give all names and signs of a section in a row."""
    return _as_one(chain.from_iterable(_tokens(section, part) for part in section.paragraphs))


def _tokens(section: SourceSection, part: Paragraph) -> tuple[Token, ...]:
    return tokens(section.text, part.sentences[0].start, part.sentences[-1].end)


def _told_by_other_signs(case: Case, found: tuple[Token, ...]) -> tuple[Token, Token, bool] | None:
    """Find where the passage has the names of some code in a row, but other signs between or beside them: the most like, best at the begin of a line."""
    at = [nth for nth, each in enumerate(found) if each.is_name]
    names, section = [found[nth].form for nth in at], case.passage.section
    told: list[tuple[int, int, tuple[Token, ...]]] = []
    for part in case.passage.paragraphs:
        there = _tokens(section, part)
        places = [nth for nth, each in enumerate(there) if each.is_name]
        forms_there = [there[nth].form for nth in places]
        for nth in range(len(places) - len(names) + 1):
            if forms_there[nth : nth + len(names)] != names:
                continue
            first = max(places[nth] - at[0], 0)
            last = min(places[nth + len(names) - 1] + len(found) - at[-1], len(there))
            theirs = there[first:last]
            if _differ(section.text, _gaps(found), _gaps(theirs), theirs):
                gaps = zip(_gaps(found), _gaps(theirs), strict=False)
                alike = sum(one == other for one, other in gaps)
                opens = section.text[: theirs[0].start].rstrip(" ").endswith("\n")
                told.append((alike + opens, -theirs[0].start, theirs))
    best = max(told, default=None)
    return (best[2][0], best[2][-1], True) if best else None


def _gaps(found: tuple[Token, ...]) -> list[tuple[str, ...]]:
    """Give the signs before, between and behind the names."""
    gaps: list[list[str]] = [[]]
    for each in found:
        if each.is_name:
            gaps.append([])
        else:
            gaps[-1].append(each.form)
    return [*map(tuple, gaps)]


def _differ(
    text: str, mine: list[tuple[str, ...]], theirs: list[tuple[str, ...]], there: tuple[Token, ...]
) -> bool:
    """Whether signs tell two lines of the same names apart, and not what parts them in prose."""
    pairs = [(_telling(one), _telling(other)) for one, other in zip(mine, theirs, strict=False)]
    if any(one != other and one and other for one, other in pairs):
        return True
    is_code = may_be_code(text[there[0].start : there[-1].end])
    return is_code and any({*one} ^ {*other} - {"*"} for one, other in pairs)


def _telling(gap: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in gap if each not in SOFT)


def _told_by_other_names(case: Case, found: tuple[Token, ...]) -> tuple[Token, Token, bool] | None:
    """Find the code of the passage that has other names at a place or two, where those of the item stand elsewhere."""
    section, size = case.passage.section, len(found)
    names = {each.form for each in found if each.is_name}
    whole = _whole(section)
    is_code = any(each.form not in SOFT | _IN_WORDS for each in found if not each.is_name)
    if size < _FEWEST or not all(f" {each} " in whole for each in names):
        return None
    for part in case.passage.paragraphs:
        there = _tokens(section, part)
        for first in range(len(there) - size + 1):
            window = there[first : first + size]
            other = [
                pair for pair in zip(found, window, strict=True) if pair[0].form != pair[1].form
            ]
            is_near = len(other) <= _MOST and size - len(other) >= _LIKE * size
            are_names = is_near and all(one.is_name and each.is_name for one, each in other)
            if are_names and (
                is_code or may_be_code(section.text[window[0].start : window[-1].end])
            ):
                return window[0], window[-1], False
    return None


def _alone(case: Case, text: Text, value: str, found: tuple[Token, ...]) -> Iterator[Altered]:
    """Yield a sign without names where the passage has another beside the same word, or in the clause that is asked about."""
    mine, start, end = _as_one(found), found[0].start, found[-1].end
    before = forms(value[max(start - _NEAR, 0) : start])[-1:]
    after = forms(value[end : end + _NEAR])[:1]
    signs = _signs(case.passage.section, tuple(case.passage.sentences))
    theirs = [
        each
        for each in signs
        if (before and each.before == before) or (after and each.after == after)
    ]
    if len({each.form for each in theirs}) != 1:
        asked = value if case.item.pieces else case.item.prompt.value
        theirs = [*_of_clause(case, signs, asked)] if any(mine == e.form for e in signs) else []
    if theirs and all(mine != each.form for each in theirs):
        shown = case.passage.section.text[theirs[0].start : theirs[0].end]
        yield Altered(text, value[start:end], shown, is_sign=True)


class _Signs(NamedTuple):
    """Signs in a row that stand between words and are no stops: as one, from where to where, and the words beside them in their sentence."""

    form: str
    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@lru_cache(maxsize=16)
def _signs(section: SourceSection, sentences: tuple[tuple[int, int], ...]) -> tuple[_Signs, ...]:
    return tuple(each for run in sentences for each in _signs_in(section, *run))


def _signs_in(section: SourceSection, first: int, last: int) -> Iterator[_Signs]:
    words = section.words[first:last]
    starts, ends = [word.start for word in words], [word.end for word in words]
    there = tokens(section.text, starts[0], ends[-1])
    for is_name, group in groupby(there, lambda each: each.is_name):
        if not is_name and (found := core(tuple(group))):
            start, end = found[0].start, found[-1].end
            before, after = first + bisect_right(ends, start), first + bisect_left(starts, end)
            yield _Signs(
                _as_one(found),
                start,
                end,
                section.forms[max(before - 1, first) : before],
                section.forms[after : min(after + 1, last)],
            )


def _of_clause(case: Case, signs: tuple[_Signs, ...], asked: str) -> Iterator[_Signs]:
    """Yield the signs of the clause that has most words of what is asked."""
    clauses = _clauses(case.passage.section, tuple(case.passage.sentences), case.language, asked)
    best = max((told for told, _, _ in clauses), default=0)
    asked_of = [(start, end) for told, start, end in clauses if told == best]
    for start, end in asked_of if len(asked_of) == 1 else ():
        yield from (each for each in signs if start <= each.start < end)


@lru_cache(maxsize=16)  # each sign of an item asks the same
def _clauses(
    section: SourceSection, sentences: tuple[tuple[int, int], ...], language: Language, asked: str
) -> tuple[tuple[int, int, int], ...]:
    """Give the clauses that have signs, from where to where, and how many words of what is asked each has."""
    wanted, starts = {*language.stems(forms(asked))}, [s.start for s in _signs(section, sentences)]
    found: list[tuple[int, int, int]] = []
    for first, last in sentences:
        at, end = section.words[first].start, section.words[last - 1].end
        for match in (*_CLAUSE.finditer(section.text, at, end), None):
            stop = match.start() if match else end
            if bisect_left(starts, at) < bisect_left(starts, stop):
                told = wanted & {*language.stems(forms(section.text[at:stop]))}
                found.append((len(told), at, stop))
            at = match.end() if match else end
    return tuple(found)

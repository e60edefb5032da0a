"""What restricts a part of a sentence: "in frost", "below five metres", "if the flame dies", "boats over ten tons"."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import marks_in
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import goes_on
from studyguide.language.language import Language
from studyguide.source.section import SourceSection
from studyguide.source.source import Source
from studyguide.syntax.differs import Words, content, may_be_a_year, phrases_for, says, words_for

_APART = frozenset(";:—–()")
_LONG = 7
"""So many words at the most has what restricts a clause, if no comma closes it."""
_BARE = 2
"""So many words may follow an "in" that names a case: in frost, in heavy rain."""
_NEAR = 3
"""So many words of a part have what opens it; so many may tell what is compared."""
_NOUN = 5
"""So many words may open a part up to the end of its subject's noun."""
_RELATIVE = 12
"""So many words at the most has a relative that no comma closes."""


class Part(NamedTuple):
    """A part of a sentence, and what restricts it; `is_if` tells whether that is a clause of its own."""

    run: Run
    limit: Run
    is_if: bool = False


class _Text(NamedTuple):
    """A section, in its source and its language."""

    section: SourceSection
    source: Source
    language: Language


def parts_limited(case: Case, sentence: Run) -> tuple[Part, ...]:
    """Cut a sentence at strong punctuation, and before what joins a clause behind a comma."""
    return _parts(_Text(case.passage.section, case.source, case.language), sentence)


def may_open(case: Case) -> bool:
    """Whether a sentence of the passage, or what stands behind a mark in it, begins as an "in frost" does."""
    section, opening = case.passage.section, _openings(case.language)
    joints = _listed(case.language, "joining", "adversatives")
    for sentence in case.passage.sentences:
        for at in (sentence[0], *marks_in(section, sentence)):
            first = at + (section.forms[at] in joints)
            if first < sentence[1] and section.forms[first].startswith(opening):
                return True
    return False


@cache
def _openings(language: Language) -> tuple[str, ...]:
    return tuple(each.split()[0].rstrip("*") for each in words_for(language, "restricting"))


@lru_cache(maxsize=1024)  # neighbouring items stand in the same paragraphs
def _parts(text: _Text, sentence: Run) -> tuple[Part, ...]:
    return tuple(_cut(text, sentence))


def _cut(text: _Text, sentence: Run) -> Iterator[Part]:
    section = text.section
    joints = _listed(text.language, "joining", "adversatives")
    begin, before, marks = sentence[0], None, marks_in(section, sentence)
    for at in (*marks, sentence[1]):
        is_apart = not _APART.isdisjoint(marks.get(at, ""))
        if not (is_apart or at == sentence[1] or section.forms[at] in joints):
            continue  # at a comma
        part = _limited(text, (begin, at))
        if not part.limit[1] and before and before.is_if:
            part = before._replace(run=(begin, at))
        yield part
        before, begin = None if is_apart else part, at


def _limited(text: _Text, run: Run) -> Part:
    """Find what restricts a part: behind the "if" or "in" which opens it, or behind the noun that does."""
    section = text.section
    first, last = run
    if section.forms[first] in _listed(text.language, "joining", "adversatives"):
        first += 1
    found = _clause(text, (first, last)) or _phrase(text, (first, last))
    return found or _of_the_subject(text, (first, last)) or Part(run, (0, 0))


def _comma(text: _Text, run: Run) -> int:
    return next(iter(marks_in(text.section, run)), run[1])


def _clause(text: _Text, run: Run) -> Part | None:
    """Find the "if the flame dies" that opens a part; in German the verb may stand for the "if"."""
    words, comma = text.section.forms[slice(*run)], _comma(text, run)
    if comma == run[1]:
        return None
    opening = next(phrases_for(text.language, "if").find(words[:_NEAR]), None)
    is_then = text.section.forms[comma] in words_for(text.language, "then")
    if is_then or (opening and not opening.start):
        is_once = words[0] in words_for(text.language, "once")
        return Part((comma, run[1]), (run[0], comma), is_if=not is_once)
    return None


def _phrase(text: _Text, run: Run) -> Part | None:
    """Find the "in frost" that opens a part."""
    words = text.section.forms[slice(*run)]
    opening = next(phrases_for(text.language, "restricting").find(words[:_NEAR]), None)
    if not opening or opening.start:
        return None
    begin = run[0] + opening.end
    end = _end_of_phrase(text, begin, min(_comma(text, run), begin + _LONG))
    if not _is_a_case(text, words[: opening.end], (begin, end)):
        return None
    if within := _threshold(text, (begin, end)):
        begin = within
    return Part((end, run[1]), (begin, end)) if begin < end else None


def _threshold(text: _Text, run: Run) -> int:
    """Find the "over" of "over thirty metres" behind a word of some; 0 if there is none."""
    section, language = text.section, text.language
    thresholds = words_for(language, "threshold")
    for at in range(run[0] + 1, run[1] - 1):
        if section.forms[at] in thresholds and any(
            language.numbers(section.forms[at + 1 : at + 3])
        ):
            return at
    return 0


def _of_the_subject(text: _Text, run: Run) -> Part | None:
    """Find the "who have paid", "over ten tons" or "thicker than a thumb" behind the noun that opens a part."""
    section, language, lexicon = text.section, text.language, text.language.words
    last, is_named = min(run[0] + _NOUN, run[1] - 1), False
    is_told = not _behind_a_noun(language).isdisjoint(section.forms[run[0] + 1 : last])
    for at in range(run[0] + 1, last) if is_told else ():
        form = section.forms[at]
        is_named = is_named or says(language, section.forms[at - 1])
        if not is_named:
            continue
        if form in lexicon.finite_verbs:
            return None
        if _tells_which(text, run[0], at):
            end = _end_of_relative(text, (at, run[1]))
            return Part((end, run[1]), (at, end), is_if=True) if end else None
        if not goes_on(text.section, at):
            return None
        if form in words_for(language, "threshold") and language.number(section.forms[at + 1]):
            end = min(at + 3, run[1])
            return Part((end, run[1]), (at, end), is_if=True)
        if form in lexicon.than and at > run[0] + 1:
            end = _end_of_phrase(text, at + 1, min(at + _NEAR + 1, run[1]))
            return Part((end, run[1]), (at - 1, end), is_if=True)
    return None


@cache
def _behind_a_noun(language: Language) -> frozenset[str]:
    """Give what may open what restricts a noun."""
    return _listed(language, "relatives", "than") | words_for(language, "threshold", "who-many")


def _tells_which(text: _Text, first: int, at: int) -> bool:
    """Whether a relative tells of which things a noun is said: "ropes that have lain", no comma before it."""
    section, language, lexicon = text.section, text.language, text.language.words
    form, behind = section.forms[at], section.forms[at + 1]
    if language.marks_names:
        opens = form in lexicon.relatives and goes_on(text.section, at)
        is_subject = form not in lexicon.that or behind in lexicon.finite_verbs
        return opens and is_subject and behind not in lexicon.determiners
    is_bare = at == first + 1 and section.forms[first] not in lexicon.articles
    is_plural = section.forms[first].endswith(tuple(words_for(language, "plural")))
    return (
        is_bare
        and is_plural
        and form in words_for(language, "who-many")
        and not goes_on(text.section, at)
    )


def _end_of_relative(text: _Text, run: Run) -> int:
    """Find where a relative clause ends that no comma opens: at the second verb; 0 if it is not known."""
    section, language, verbs = text.section, text.language, text.language.words.finite_verbs
    told = 0
    for at in range(run[0] + 1, min(run[1], run[0] + _RELATIVE)):
        if not goes_on(text.section, at):
            return 0 if language.marks_names else at
        if section.forms[at] in verbs and told:
            return at
        told += not language.is_function_word(section.forms[at])
    return 0


def _end_of_phrase(text: _Text, begin: int, last: int) -> int:
    """Find where what stands behind a preposition ends: at a verb, at a new article, behind a figure's unit."""
    section, language, lexicon = text.section, text.language, text.language.words
    told = 0
    for at in range(begin, last):
        form = section.forms[at]
        is_new = form in lexicon.determiners or form in lexicon.pronouns
        if form in lexicon.finite_verbs or (told and is_new):
            return at
        if language.number(form) and at + 1 < last:
            return at + 2
        told += not language.is_function_word(form)
    return last


def _is_a_case(text: _Text, opening: Words, run: Run) -> bool:
    """Whether what stands behind a preposition is a case, and no place, time or turn of speech."""
    section, language, lexicon = text.section, text.language, text.language.words
    words = section.forms[slice(*run)]
    told = content(language, words)
    is_of_him = words[:1] and words[0] in lexicon.pronouns | lexicon.demonstratives
    is_a_time = not lexicon.months.isdisjoint(words) or any(map(may_be_a_year, told))
    is_idle = phrases_for(language, "idle").stand_in((*opening, *words))
    if not told or is_of_him or is_a_time or is_idle:
        return False
    if language.marks_names and not all(
        text.source.is_written_small(form)
        for form in words
        if not language.is_function_word(form) and not language.number(form)
    ):
        return False
    if opening[0] in words_for(language, "threshold"):
        return any(map(language.number, words))
    if opening[0] in words_for(language, "bare"):
        return (
            len(words) <= _BARE
            and lexicon.articles.isdisjoint(words[:1])
            and not any(map(language.number, words))
        )
    return True


@cache
def _listed(language: Language, *names: str) -> frozenset[str]:
    """Give the words of several lists of a lexicon: of `joining`, `adversatives`."""
    return frozenset().union(*(getattr(language.words, name) for name in names))

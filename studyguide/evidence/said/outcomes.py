"""What follows from what: a "so" that tells an outcome, and neither how many nor what for."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from studyguide.evidence.clauses import marks_in, may_be_a_verb
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.language.phrases import Found
from studyguide.source.section import SourceSection

Words = tuple[str, ...]

_NEAR = 5
"""So many words behind a "so that" have its verb's "can", or its "no"."""
_FAR = 5
"""So many words behind a "so" may be the "that" of what comes of it."""
_LEAST = 2
"""Content words of a clause that has a subject and what that does."""


def outcomes(language: Language, run: Words, marks: Collection[int]) -> Iterator[Found]:
    """Yield the words of a run behind which stands what comes about; `marks` are its places behind punctuation."""
    for found in language.words.after_cause.find(run):
        is_idle = _tells_how_many(language, run, found, marks)
        if not (is_idle or _tells_what_for(language, run, found, marks)):
            yield found


def outcomes_in(section: SourceSection, run: Run, language: Language) -> Iterator[Found]:
    """Yield such words of a run of a section, their places counted within it."""
    marks = [at - run[0] for at in marks_in(section, run)]
    return outcomes(language, section.forms[slice(*run)], marks)


def degrees_in(language: Language, run: Words) -> Iterator[Found]:
    """Yield the words from a "so" to the "that" behind which stands what comes of it: so dear that many starved."""
    so, lexicon = language.words.constructions.get("so that far", ()), language.words
    for start in (at for at, form in enumerate(run) if form in so):
        behind = range(start + _LEAST, min(start + _FAR + 1, len(run)))
        if end := next((at for at in behind if run[at] in lexicon.that), None):
            yield Found(start, end + 1)


def _tells_how_many(language: Language, run: Words, found: Found, marks: Collection[int]) -> bool:
    """Whether a "so" only strengthens the next word: since so many tore, which is not "it rained, so many stayed"."""
    degrees = language.words.constructions.get("so", ())
    begins = found.start in marks or run[found.start - 1] in language.words.joining
    behind = run[found.end : next((at for at in marks if at > found.end), len(run))]
    if begins or not language.words.that.isdisjoint(behind):
        return False  # rose so much that the yard closed
    return behind != () and behind[0] in degrees


def _tells_what_for(language: Language, run: Words, found: Found, marks: Collection[int]) -> bool:
    """Whether a "so that" tells the purpose of a deed: jars are sealed so that no air gets in.

    It has a "can" of who does it or behind what is done to something; or a "no" behind what is done. All else may be
    what came of it, which no "why" asks for.
    """
    uses, lexicon = language.words.constructions, language.words
    if " ".join(run[found.start : found.end]) not in uses.get("what for", ()):
        return False
    begin = max((at for at in marks if at < found.start), default=0)
    is_close = found.start not in marks  # what came of it stands behind a comma
    if begin == found.start or not (is_close or lexicon.that & {*run[found.start : found.end]}):
        return False
    deed, near = run[begin : found.start], run[found.end : found.end + _NEAR]
    is_able = not {*uses.get("able", ())}.isdisjoint(near)
    if lexicon.negations.stand_in(near):
        is_possible = not {*uses.get("may", ())}.isdisjoint(near)  # so that no cart can pass
        is_of_now = not {*uses.get("present", ())}.isdisjoint(deed)
        return (
            is_of_now
            and not is_possible
            and (_is_done(language, deed) or _is_there(language, deed))
        )
    doers = {*uses.get("doer", ())} - {*uses.get("it", ())}
    is_meant = _is_done(language, deed) or not doers.isdisjoint((*near[:1], *deed[:1]))
    is_meant |= _has_something(language, deed)
    return is_able and (is_meant or (is_close and _has_an_object(language, deed)))


def _is_done(language: Language, deed: Words) -> bool:
    """Whether something is done to what a clause tells of: jars are slowly filled."""
    verbs = (at for at, form in enumerate(deed) if form in language.words.passives)
    endings = tuple(language.words.past_endings)
    return any(form.endswith(endings) for at in verbs for form in deed[at + 1 : at + 3])


def _is_there(language: Language, deed: Words) -> bool:
    """Whether a clause tells that something is in a place, where somebody has put it: between the rails is a joint."""
    uses, articles = language.words.constructions, language.words.articles
    is_place = deed[0] in uses.get("preposition", ())
    now = {*uses.get("present", ())}
    verbs = (one for one, other in pairwise(deed) if other in articles)
    return is_place and any(one in now or one.endswith("s") for one in verbs)


def _has_something(language: Language, deed: Words) -> bool:
    """Whether a clause tells what something has: a small hole, flat bottoms; not "has sunk"."""
    having = {*language.words.constructions.get("having", ())}
    at = next((at for at, form in enumerate(deed) if form in having), len(deed))
    return len(deed) - at > _LEAST and not deed[at + 1].endswith(tuple(language.words.past_endings))


def _has_an_object(language: Language, deed: Words) -> bool:
    """Whether somebody does something to something: the keeper lowers the gate, not "in winter the river froze"."""
    lexicon = language.words
    if deed[0] in lexicon.constructions.get("preposition", ()):
        return False
    for at in range(_LEAST, len(deed)):
        told = [form for form in deed[:at] if not language.is_function_word(form)]
        is_verb = not language.is_function_word(deed[at - 1]) or may_be_a_verb(
            deed[at - 1], language
        )
        if deed[at] in lexicon.articles and is_verb and len(told) >= _LEAST:
            return True
    return False


def end_of_clause(section: SourceSection, run: Run, found: Found) -> int:
    """Find the comma that ends a clause, counted within the run."""
    for at in range(run[0] + found.end, run[1] - 1):
        if "," in section.text[section.words[at].end : section.words[at + 1].start]:
            return at + 1 - run[0]
    return run[1] - run[0]

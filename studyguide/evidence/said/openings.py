"""What a clause opens with: the words that say what it is about."""

from functools import lru_cache

from studyguide.evidence.clauses import may_be_a_verb
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.language.word_lists import Lexicon
from studyguide.patterns import lazy
from studyguide.source.section import SourceSection

OPENING = 4
"""So many content words at the most say what a clause is about."""
_REFERRING = 2
"""A pronoun among so many words at its start makes a clause tell of what was named before."""


def is_cut_off(section: SourceSection, clause: Run, language: Language) -> bool:
    """Whether an opening of most words leaves some, and no known verb tells where the subject ends."""
    opening = opening_of(section, clause, language)
    run, is_small = section.forms[slice(*clause)], language.is_function_word
    return (
        len(opening) == OPENING
        and not all(map(is_small, section.forms[opening[-1] + 1 : clause[1]]))
        and not any(may_be_a_verb(form, language) for form in run)
    )


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

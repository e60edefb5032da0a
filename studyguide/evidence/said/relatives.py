"""Relatives of the passage: of which noun or name each tells, and what it tells."""

from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from studyguide.evidence.clauses import marks_in, may_be_a_verb
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.source.section import SourceSection

_LONGEST = 40
"""So many words may have a clause, or stand between a verb and a relative."""


class Relative(NamedTuple):
    """A "who" of a sentence: its place, where its clause ends, and from where on the noun may stand that it tells of.

    All count the words of the section. A verb parts that noun from what stands before it.
    """

    at: int
    end: int
    noun: int


@lru_cache(maxsize=256)  # neighbouring items stand in the same sentences
def relatives_in(section: SourceSection, sentence: Run, language: Language) -> tuple[Relative, ...]:
    """Find the relatives of a sentence that tell of persons: who, qui; elsewhere behind a comma: der, que."""
    return tuple(_relatives_in(section, sentence, language))


def _relatives_in(section: SourceSection, sentence: Run, language: Language) -> Iterator[Relative]:
    lexicon, marks = language.words, marks_in(section, sentence)
    sure = lexicon.relatives & lexicon.asking_who
    others = frozenset(lexicon.constructions.get("who", ()))
    ends, noun = [*marks, sentence[1]], sentence[0]
    for at in range(sentence[0] + 1, sentence[1]):
        form = section.forms[at]
        if form in sure or (form in others and at in marks):
            yield Relative(at, min(ends[bisect(ends, at)], at + _LONGEST), max(noun, at - _LONGEST))
        is_verb = may_be_a_verb(form, language) and form not in lexicon.passives
        if is_verb or form in lexicon.that:  # what "is" somebody is the same one
            noun = at + 1

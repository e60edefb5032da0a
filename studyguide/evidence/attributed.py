"""Whose word a quoted clause is: what the passage gives as somebody's view, and the item as a fact."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.language.words import forms

_REACH = 6
"""Words beside a verb of saying, or behind an "according to", among which whoever speaks is named."""
_CLAUSE = 12
"""So many words behind a "said that" are what was said."""


def unattributed(case: Case) -> Iterator[tuple[int, str]]:
    """Yield for each quotation behind an "according to X", or an "X said that", its number, and that.

    Not if the item names X, or has any word of saying or of holding true.
    """
    lexicon, spans = case.language.words, case.passage.spans
    views = [(number, *each) for number, span in enumerate(spans) for each in _views(case, span)]
    if not views:
        return
    texts = [forms(value) for _, value, _ in case.said]
    paying = (lexicon.speaking, lexicon.speaker_before, lexicon.hedges)
    if any(each.stand_in(run) for each in paying for run in texts):
        return
    named = {case.language.stem(form.removesuffix("'s")) for run in texts for form in run}
    for number, shown, beside in views:
        who = (form for form in beside if not case.language.is_function_word(form))
        if named.isdisjoint(case.language.stem(form.removesuffix("'s")) for form in who):
            yield number, shown


def _views(case: Case, span: Run) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what says of quoted words that they are somebody's, and the words that name whose."""
    section, lexicon = case.passage.section, case.language.words
    sentence = section.sentence_of(span[0])
    run = section.forms[sentence.first : sentence.last]
    for found in lexicon.speaker_before.find(run):
        if not found.start:
            yield " ".join(run[: found.end + 2]), run[found.end : found.end + _REACH // 2]
    if lexicon.that.isdisjoint(run):
        return
    for found in lexicon.speaking.find(run):
        begin = sentence.first + found.end
        is_said = begin < span[1] and span[0] < begin + _CLAUSE
        if is_said and not lexicon.that.isdisjoint(run[found.end : found.end + 1]):
            shown = " ".join(run[found.start : found.end + 1])
            yield shown, run[max(0, found.start - _REACH) : found.start]

"""Quotations for a stretch of words: short, and to be found in one place of the section only."""

from collections.abc import Iterator

from studyguide.evidence.extent import Run
from studyguide.evidence.passage import first_places, runs_of
from studyguide.language.scripts import LETTERS_A_WORD, is_unparted
from studyguide.language.words import displayed, forms
from studyguide.rules.evidence import FEWEST_WORDS, MOST_WORDS
from studyguide.source.section import SourceSection

_LONGEST_WHOLE = 5
"""So many words are quoted in a row; of a longer stretch only how it begins and ends."""

_ENDS = ((2, 2), (2, 1), (1, 2), (3, 2), (2, 3), (3, 3), (4, 3), (3, 4), (4, 4), (6, 3), (6, 6))


def quotation(section: SourceSection, run: Run, *, at_most: int = MOST_WORDS) -> str:
    """Quote a stretch of a sentence's words, or a word or two more; "" where no quotation will do."""
    letters = LETTERS_A_WORD if is_unparted(section.forms[run[0]]) else 1
    for runs in _choices(section, run, at_most * letters, letters):
        shown = " … ".join(_shown(section, each) for each in runs)
        count = sum(last - first for first, last in runs)
        is_read_back = sum(map(len, runs_of(shown))) == count
        if is_read_back and first_places(shown, section) == (runs,):
            return shown
    return ""


def _choices(
    section: SourceSection, run: Run, at_most: int, letters: int
) -> Iterator[tuple[Run, ...]]:
    first, last = run
    if last - first <= min(_LONGEST_WHOLE * letters, at_most):
        yield from ((each,) for each in _widened(section, run, at_most, FEWEST_WORDS * letters))
        return
    for start, end in ((start * letters, end * letters) for start, end in _ENDS):
        if start + end <= min(last - first - 1, at_most):
            yield (first, first + start), (last - end, last)
    if last - first <= at_most:
        yield ((first, last),)


def _widened(section: SourceSection, run: Run, at_most: int, fewest: int) -> Iterator[Run]:
    """Yield a run, and longer ones around it, each a word longer: of its sentence if that will do."""
    sentence, paragraph = section.sentence_of(run[0]), section.paragraph_of(run[0])
    is_enough = sentence.last - sentence.first >= fewest
    begin, end = (sentence.first, sentence.last) if is_enough else (paragraph.first, paragraph.last)
    first, last = run
    is_right = True
    while True:
        if last - first >= fewest:
            yield first, last
        can_right, can_left = last < end, first > begin
        if last - first >= at_most or not (can_right or can_left):
            return
        if can_right and (is_right or not can_left):
            last += 1
        else:
            first -= 1
        is_right = not is_right


def _shown(section: SourceSection, run: Run) -> str:
    """Give words as they are to be written: without the marks that only say how a line parted them."""
    text = section.text[section.words[run[0]].start : section.words[run[1] - 1].end]
    shown = displayed(text)
    return shown if forms(shown) == section.forms[slice(*run)] else " ".join(text.split())

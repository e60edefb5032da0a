"""What stands word for word in another sentence than the quoted one: the definition beside it, the next step."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.reference import pronouns_in
from studyguide.evidence.terms import forms_by_stem, terms_of
from studyguide.language.language import Language
from studyguide.language.words import displayed, words
from studyguide.source.section import SourceSection
from studyguide.syntax.differs import Differs

_LEAST = 4
"""Words in a row that say something: so many come together by no chance."""
_LACKING = 2
"""So many of them the quoted sentences lack."""
_ENDS = 2
"""Words at either end of a quotation that is proposed."""


class _Copied(NamedTuple):
    """Words of a section in a row, from the first to before the last, and how many of them say something."""

    length: int
    first: int
    last: int


def told_in_another_sentence(case: Case) -> Iterator[Differs]:
    """Yield an answer whose words stand in a row in another sentence, while the quoted ones lack them."""
    language, section = case.language, case.passage.section
    for text in answer_texts(case.item):
        told = [word for word in words(text.value) if not language.is_function_word(word.form)]
        stems = language.stems(word.form for word in told)
        lacking = [at for at, stem in enumerate(stems) if not case.passage.stated.has_stem(stem)]
        if len(stems) < _LEAST or len(lacking) < _LACKING:
            continue
        copied = _longest(case, stems, lacking)
        if copied.length >= _LEAST:
            may_be_meant = _may_be_meant(case, copied)
            if may_be_meant and _is_of_names(case, text.value):
                continue
            label = section.paragraph_of(copied.first).label
            proposed = _quotation(section, copied)
            message = f"the quoted sentence does not say this, another does (§{section.number} {label}): `{proposed}`"
            shown = text.value[told[lacking[0]].start : told[lacking[0]].end]
            yield Differs("answer-unsupported", message, text, shown, is_mild=may_be_meant)


def _may_be_meant(case: Case, copied: _Copied) -> bool:
    """Whether a pronoun of the quotation may stand for words of the sentence before it, or of its own."""
    section = case.passage.section
    return any(
        copied.last > section.sentence_of(max(section.sentence_of(at).first - 1, 0)).first
        and copied.last <= at
        for at in pronouns_in(case)
    )


def _is_of_names(case: Case, value: str) -> bool:
    """Whether an answer names somebody, and tells little else."""
    terms = terms_of(value, case.source, case.language)
    return 2 * sum(term.sort == "name" for term in terms) >= len(terms)


def _longest(case: Case, stems: Sequence[str], lacking: Sequence[int]) -> _Copied:
    """Find the longest run of an answer's words in a sentence that is not quoted."""
    section, best = case.passage.section, _Copied(0, 0, 0)
    known = forms_by_stem(section, case.language)
    quoted = {first for first, _ in case.passage.sentences}
    for at in lacking:
        for form in known.get(stems[at], ()):
            for place in section.places[form]:
                if section.sentence_of(place).first not in quoted:
                    best = max(best, _around(section, case.language, stems, at, place))
    return best


def _around(
    section: SourceSection, language: Language, stems: Sequence[str], at: int, place: int
) -> _Copied:
    """Give the run of an answer's words around one of them, as far as a sentence has it."""
    sentence = section.sentence_of(place)
    ends = []
    for step, limit in ((-1, sentence.first - 1), (1, sentence.last)):
        here, there, reached = at + step, place + step, place
        while 0 <= here < len(stems) and there != limit:
            form = section.forms[there]
            if language.stem(form) == stems[here]:
                here, reached = here + step, there
            elif not language.is_function_word(form):
                break
            there += step
        ends.append((here, reached))
    (before, first), (behind, last) = ends
    return _Copied(behind - before - 1, first, last + 1)


def _quotation(section: SourceSection, copied: _Copied) -> str:
    """Give a run of a section as `evidence` may quote it: its first words and its last."""
    ends = (copied.first, copied.first + _ENDS), (copied.last - _ENDS, copied.last)
    shown = (
        section.text[section.words[first].start : section.words[last - 1].end]
        for first, last in ends
    )
    return " … ".join(map(displayed, shown))

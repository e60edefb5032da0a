"""What stands elsewhere than it is asked for: in another sentence than the quoted one, in another part of it, at another verb."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.clauses import marks_in, may_be_a_verb, parts_of
from studyguide.evidence.extent import Run
from studyguide.evidence.reference import pronouns_in
from studyguide.evidence.said.openings import opening_of
from studyguide.evidence.terms import forms_by_stem, terms_of
from studyguide.language.language import Language
from studyguide.language.words import displayed, forms, words
from studyguide.source.section import SourceSection
from studyguide.syntax.differs import Differs, Words, all_said, content, says, words_for

_LEAST = 4
"""Words in a row that say something: so many come together by no chance."""
_LACKING = 2
"""So many of them the quoted sentences lack."""
_ENDS = 2
"""Words at either end of a quotation that is proposed."""
_PASSIVE = 3
"""So many words before a verb may have what makes it passive."""
_PARTICLE = 2
"""So many words may close a question, its verb and one behind that: carry off."""
_SHOWN = 6


class _Copied(NamedTuple):
    """Words of a section in a row, from the first to before the last, and how many of them say something."""

    length: int
    first: int
    last: int


def told_in_another_sentence(case: Case) -> Iterator[Differs]:
    """Yield an answer whose words stand in a row in another sentence, while the quoted ones lack them."""
    language, section, stated = case.language, case.passage.section, case.passage.stated
    for text in answer_texts(case.item):
        if sum(not stated.has_form(form) for form in forms(text.value)) < _LACKING:
            continue
        told = [word for word in words(text.value) if not language.is_function_word(word.form)]
        stems = language.stems(word.form for word in told)
        lacking = [at for at, stem in enumerate(stems) if not stated.has_stem(stem)]
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


def behind_another_verb(case: Case) -> Iterator[Differs]:
    """Yield the answer to "what did it dismiss?" that the passage has at another verb, and something else behind this one.

    "Kept the name but dismissed the bakers": what is asked for stands behind its verb, unless a relative or a passive has it.
    """
    language, item = case.language, case.item
    asked, answers = forms(item.prompt.value), item.answers
    at = max((at for at, form in enumerate(asked) if says(language, form)), default=0)
    is_asked = item.kind == "question" and len(answers) == 1 and _asks_for_the_object(case)
    if not is_asked or len(asked) - at > _PARTICLE:
        return
    said = all_said(case)
    answer = content(language, forms(answers[0].value)) - content(language, asked)
    for sentence in case.passage.sentences:
        run = case.passage.section.forms[slice(*sentence)]
        stems, with_particle = language.stems(run), asked[at + 1 :]
        verbs = [place for place, stem in enumerate(stems) if stem == language.stem(asked[at])]
        held = [place for place, form in enumerate(run) if content(language, (form,)) & answer]
        if len(verbs) != 1 or not held or answer - content(language, run):
            continue
        verb = verbs[0]
        first, last = _piece(case, sentence, verb)
        if run[verb + 1 : verb + 1 + len(with_particle)] != with_particle:
            continue
        if _is_turned(case, run[first:last], run[max(0, verb - _PASSIVE) : verb]):
            continue
        own = _piece(case, sentence, min(held))[0]
        is_before = max(held) < first and any(
            may_be_a_verb(form, language) for form in run[: max(held)]
        )
        is_behind = own >= last and may_be_a_verb(run[own + 1], language) and own + 1 < min(held)
        if (is_before or is_behind) and content(language, run[verb + 1 : last]) - said:
            shown = " ".join(run[verb:last][:_SHOWN])
            yield Differs("neighbour", f"the passage has “{shown}”", answers[0], answers[0].value)
            return


def _is_turned(case: Case, piece: Words, before: Words) -> bool:
    """Whether a relative, what is said or a passive has its object elsewhere than behind its verb."""
    lexicon = case.language.words
    opening = lexicon.relatives.union(lexicon.that)
    return not opening.isdisjoint(piece) or not lexicon.passives.isdisjoint(before)


def defined_in_another_part(case: Case) -> Iterator[Differs]:
    """Yield a definition from a part of its sentence that tells it of something else; the term stands behind the semicolon."""
    language, section, item = case.language, case.passage.section, case.item
    if item.kind != "term":
        return
    named = content(language, forms(item.prompt.value))
    told = content(language, forms(item.answers[0].value)) - named
    for sentence in case.passage.sentences:
        parts = [*parts_of(section, sentence)]
        if len(parts) == 1:
            continue
        held = [content(language, section.forms[slice(*part)]) for part in parts]
        counts = [len(told & stems) for stems in held]
        most = max(counts)
        if most < _LACKING or counts.count(most) > 1:
            continue
        own = counts.index(most)
        opening = opening_of(section, parts[own], language)
        shown = section.forms[opening[0] : opening[-1] + 1] if opening else ()
        there = [at for at, stems in enumerate(held) if named <= stems]
        is_elsewhere = bool(there) and not named & held[own]
        if is_elsewhere and there[0] < own:  # …; the animal, which may be the same
            is_elsewhere = section.forms[parts[own][0]] not in language.words.referring
        if is_elsewhere and shown and not content(language, shown[:1]) & all_said(case):
            message = f"the passage tells this of “{' '.join(shown)}”"
            yield Differs("told-of-another", message, item.prompt, item.prompt.value)
            return


def at_another_verb(case: Case) -> Iterator[Differs]:
    """Yield the answer to "where does it rise" that the passage has at a later verb: "rises in the marsh, flows through Meir"."""
    language, item, section = case.language, case.item, case.passage.section
    asked = forms(item.prompt.value)
    if (
        item.kind != "question"
        or len(item.answers) != 1
        or asked[0] not in language.words.asking_places
    ):
        return
    said, wanted = all_said(case), content(language, asked)
    answer = content(language, forms(item.answers[0].value)) - wanted
    for sentence in case.passage.sentences if answer else ():
        run = section.forms[slice(*sentence)]
        held = [at for at, form in enumerate(run) if content(language, (form,)) & answer]
        verbs = [at for at, form in enumerate(run) if at and content(language, (form,)) & wanted]
        verb = max(
            (at for at in verbs if section.text[section.words[sentence[0] + at].start].islower()),
            default=0,
        )
        if not held or not verb or answer - content(language, run):
            continue
        last = _piece(case, sentence, verb)[1]
        first = _piece(case, sentence, min(held))[0]
        own = first + (run[first] in language.words.joining)
        is_verb = (
            last <= own < min(held) and run[own][-1] == run[verb][-1] and says(language, run[own])
        )
        if is_verb and content(language, run[verb + 1 : last]) - said:
            shown = " ".join(run[verb:last][:_SHOWN])
            yield Differs(
                "neighbour", f"the passage has “{shown}”", item.answers[0], item.answers[0].value
            )
            return


def _asks_for_the_object(case: Case) -> bool:
    """Whether a question asks what somebody did something to: "what did …"."""
    asked, helping = forms(case.item.prompt.value), words_for(case.language, "helping")
    whose = words_for(case.language, "whose-part")
    return asked[0] in whose and not helping.isdisjoint(asked[1:3])


def _piece(case: Case, sentence: Run, at: int) -> Run:
    """Give from where to where a word of a sentence stands between marks, and what joins or sets against."""
    section, lexicon = case.passage.section, case.language.words
    marks, run = marks_in(section, sentence), section.forms[slice(*sentence)]
    joints = lexicon.joining | lexicon.adversatives
    cuts = [on for on, form in enumerate(run) if form in joints or sentence[0] + on in marks]
    first = max((on for on in cuts if on <= at), default=0)
    return first, min((on for on in cuts if on > at), default=len(run))

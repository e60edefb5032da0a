"""Of what something is told: in which case, "in frost" or "if the flame dies", and not of Coy, if it is told of his nephew."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, combinations

from studyguide.evidence.case import Case, is_accounted_for
from studyguide.evidence.clauses import marks_in, may_be_a_verb
from studyguide.evidence.extent import Extent, Run
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Asked,
    Differs,
    Words,
    asked_of,
    content,
    has_a_verb,
    part_at,
    phrases_for,
    shown_of,
    words_for,
)
from studyguide.syntax.limits import Part, may_open, parts_limited

_LIMITING = bits_of(("if", "then", "threshold", "than", "relatives", "who", "who-many"))
"""What restricts a part of a sentence, but for an "in" that opens it."""
_BEFORE, _OPENS, _OWN = 4, 3, 3
"""So many words before a name may have what is asked, open a clause, and tell behind an "in" of the item its own case."""


def case_left_out(case: Case) -> Iterator[Differs]:
    """Yield what the passage says only for a case, where the item names none, or another one."""
    item, language, lexicon = case.item, case.language, case.language.words
    if item.kind not in ("question", "cloze") or not words_for(language, "restricting"):
        return
    parts = _touched(case) if case.passage.lists & _LIMITING or may_open(case) else []
    if not any(part.limit[1] for part in parts):
        return
    asked = forms(item.prompt.value)
    others = (lexicon.asking_conditions, lexicon.asking_when, lexicon.asking_why)
    if any(each.stand_in(asked) for each in others):
        return
    part = _answering(case, parts)
    if not part or not part.limit[1]:
        return
    shown = shown_of(case, part.limit)
    own = _told(case, part.limit)
    if not (part.is_if or _is_a_rule(case, part)) or _refers(case, part, own):
        return
    if _is_of_another(case, part, own):
        message = f"the passage says this of another case: “{shown}”"
        yield Differs("neighbour", message, item.prompt)
    elif not (_is_said(case, own, part) or _has_own(case)):
        only = "except" if _is_but_for(case, part) else "only"
        message = f"the passage says this {only} for “{shown}”, of which the item says nothing"
        yield Differs("condition-lost", message, item.prompt)


def _is_but_for(case: Case, part: Part) -> bool:
    """Whether what restricts a part opens with an "unless"."""
    opening = case.passage.section.forms[part.limit[0] : part.limit[0] + 1]
    return case.language.words.exceptions.stand_in(opening)


def _touched(case: Case) -> list[Part]:
    """Give the parts of the sentences that the quotations touch."""
    return [
        part
        for sentence in case.passage.sentences
        for part in parts_limited(case, sentence)
        if any(part.run[0] < last and first < part.run[1] for first, last in case.passage.spans)
    ]


def _answering(case: Case, found: list[Part]) -> Part | None:
    """Give the part with most of what is answered."""
    item, language, section = case.item, case.language, case.passage.section
    if len(found) == 1:
        return found[0]
    texts = [text.value for text in item.answers] or [value for _, value, _ in case.said]
    wanted = content(language, tuple(form for each in texts for form in forms(each)))
    counts = [len(wanted & content(language, section.forms[slice(*each.run)])) for each in found]
    most = max(counts, default=0)
    return found[counts.index(most)] if most and counts.count(most) == 1 else None


def _told(case: Case, run: Run) -> Words:
    """Give the words of a run that say something."""
    language = case.language
    return tuple(
        form
        for form in case.passage.section.forms[slice(*run)]
        if not language.is_function_word(form) or language.number(form)
    )


def _is_said(case: Case, own: Words, part: Part) -> bool:
    """Whether an item says, or declares, anything of a case; of what is so "unless", more than half of it."""
    said = case.all_said
    numbers = case.language.numbers(own)
    count = sum(
        said.has_word(form) or said.has_paraphrase(form) or is_accounted_for(case, (form,))
        for form in own
    )
    is_enough = 2 * count > len(own) if _is_but_for(case, part) else count
    return bool(is_enough) or not said.numbers.isdisjoint(filter(None, numbers))


def _has_own(case: Case) -> bool:
    """Whether an item tells a case in words that the sentences do not have: when it is cold."""
    language = case.language
    stated = case.passage.stated
    if case.item.prompt.value.count(". "):
        return True  # the candle goes out. What must be done?
    bare = words_for(language, "bare")
    phrases = (phrases_for(language, "if"), phrases_for(language, "restricting"))
    for _, value, _ in case.said:
        run = forms(value)
        for found in (each for some in phrases for each in some.find(run)):
            behind = run[found.end : found.end + _OWN]
            if run[found.start] in bare and not language.words.articles.isdisjoint(behind[:1]):
                continue  # in the shaft
            behind = tuple(form for form in behind if not language.is_function_word(form))
            if any(not stated.has_word(form) for form in behind):
                return True
    return False


def _is_a_rule(case: Case, part: Part) -> bool:
    """Whether a part says what is so at any time, and tells nothing that was done once."""
    language = case.language
    run = case.passage.section.forms[slice(*part.run)]
    if not words_for(language, "past").isdisjoint(run):
        return False
    endings = tuple(language.words.past_endings)
    is_present = not words_for(language, "present").isdisjoint(run)
    return is_present or not endings or not any(form.endswith(endings) for form in run)


def _refers(case: Case, part: Part, own: Words) -> bool:
    """Whether a case only takes up what was told before: when it falls again."""
    run = case.passage.section.forms[slice(*part.limit)]
    return len(own) == 1 and not case.language.words.pronouns.isdisjoint(run)


def _is_of_another(case: Case, part: Part, own: Words) -> bool:
    """Whether an item names what another case of the paragraph has, and nothing of this one."""
    item, language = case.item, case.language
    endings = tuple(language.words.comparative_endings)
    if any(form in language.words.comparatives or form.endswith(endings) for form in own):
        return False  # "smaller ones" are asked for by their size
    asked = Extent(language, (forms(item.prompt.value),))
    mine = Extent(language, (own,))
    for each in (sentence for part_ in case.passage.paragraphs for sentence in part_.sentences):
        for other in parts_limited(case, (each.first, each.last)):
            theirs = _told(case, other.limit)
            if not theirs or other.limit == part.limit:
                continue
            only = [form for form in theirs if not mine.has_word(form)]
            alone = [form for form in own if not Extent(language, (theirs,)).has_word(form)]
            if (
                only
                and alone
                and any(map(asked.has_word, only))
                and not any(map(asked.has_word, alone))
            ):
                return True
    return False


def told_of_whose_it_is(case: Case) -> Iterator[Differs]:
    """Yield a name where the passage has only what is that person's: Coy, of "Coy's nephew"."""
    language, item = case.language, case.item
    run, asked = forms(item.answers[0].value) if item.answers else (), forms(item.prompt.value)
    own = f"{run[-1]}'s" if run else "'s"
    having = [part for part in case.passage.stated.parts if own in part]
    if item.kind != "question" or not having or any("'" in form for form in run):
        return
    if case.source.is_written_small(own[:-2]):
        return
    for there in having:
        at = there.index(own)
        behind, near = there[at + 1 : at + 2], content(language, there[max(0, at - _BEFORE) : at])
        strange = content(language, behind) - content(language, tuple(chain(*case.all_said.parts)))
        if strange and near & content(language, asked):
            message = f"the passage has `{own} {behind[0]}` there, not `{item.answers[0].value}`"
            yield Differs("neighbour", message, item.answers[0], item.answers[0].value)
            return


def told_of_the_one_set_beside(case: Case) -> Iterator[Differs]:
    """Yield what is told of one of two that a sentence sets side by side, told of the other: the left hand's book of the right."""
    language, lexicon = case.language, case.language.words
    asked = [*asked_of(case)]
    idle = (lexicon.asking_why, lexicon.asking_when, lexicon.asking_conditions)
    if not asked or any(each.stand_in(asked[0].asked) for each in idle):
        return
    for sentence in case.passage.sentences:
        run = case.passage.section.forms[slice(*sentence)]
        marks = marks_in(case.passage.section, sentence)
        joints = lexicon.joining | lexicon.adversatives | lexicon.conjunctions
        cuts = [at for at in range(1, len(run)) if sentence[0] + at in marks or run[at] in joints]
        for one, other, cut in _set_beside(language, run, cuts) if cuts else ():
            sides = (run[:cut], run[cut:])
            for each in asked:
                if shown := _of_the_other(language, each, (run[one], run[other]), sides):
                    message = f"the passage has this of `{shown[0]}`, and not of `{shown[1]}`"
                    yield Differs("neighbour", message, each.text, each.shown)
                    return


def _set_beside(language: Language, run: Words, cuts: list[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the places of two words that are opposites, or open two clauses in one way, and the cut before the second."""
    joining = language.words.joining | language.words.adversatives
    opening = language.words.conjunctions
    small = language.words.articles | words_for(language, "preposition")
    places = (at for at in range(1, len(run)) if run[at - 1] in small)
    told = [at for at in places if content(language, (run[at],))]
    begun = [0, *cuts]
    for one, other in combinations(told, 2):
        is_alike = one <= _OPENS and run[one - 1] == run[other - 1]
        if not is_alike and run[other] not in language.opposites(run[one]):
            continue
        before, cut = (begun[bisect_right(cuts, at)] for at in (one, other))
        if cut == before or run[before] in opening:
            continue  # when the upper gate opens
        is_alike &= other - 1 - cut in (0, int(run[cut] in joining))
        is_alike &= not any(may_be_a_verb(run[at], language) for at in (one, other))
        if is_alike:  # and no list, no apposition
            is_alike = has_a_verb(language, part_at(run, cuts, cut - (run[cut] in joining)))
        if is_alike or run[other] in language.opposites(run[one]):
            yield one, other, cut


def _of_the_other(
    language: Language, each: Asked, pair: tuple[str, str], sides: tuple[Words, Words]
) -> tuple[str, str] | None:
    """Give of whom an answer is told, and of whom it is asked, if these are two of a pair, each with something of its own."""
    answer = content(language, each.answer) - content(language, each.asked)
    asked, both = content(language, each.asked), content(language, pair)
    (first, last) = (content(language, side) for side in sides)
    for mine, own, others in ((0, first, last), (1, last, first)):
        named, other = content(language, pair[mine : mine + 1]), pair[1 - mine]
        is_asked = bool(named) and named <= asked - others
        is_answered = bool(answer) and answer <= others - own - both
        if is_asked and is_answered and not both <= asked and own - asked - both:
            return other, pair[mine]
    return None

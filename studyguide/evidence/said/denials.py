"""Where an item says "not", and whether the passage denies, in whatever way, anything of the kind."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.deck.item import deletions
from studyguide.evidence.beside import near_denials
from studyguide.evidence.case import Case, is_declared
from studyguide.evidence.denials import without_affirmations
from studyguide.evidence.extent import Extent
from studyguide.language.phrases import Found, is_no_denial
from studyguide.language.words import forms

_CLAUSE = 40
"""So many words behind a "not" may be what it is set right by."""
_FAR, _INSTEAD = 12, 6
"""So many words behind a "not" may have the "but" of what holds in its stead, and so many behind that tell it."""


def is_set_right(case: Case, place: int) -> bool:
    """Whether the passage says behind a "not" what holds in its stead, which is the answer, no rock but gravel; or it is a cell."""
    section, language, item = case.passage.section, case.language, case.item
    if section.text[section.words[place].start - 1] == "\t":
        return True
    correcting = language.words.constructions.get("set-right", ())
    end = min(section.sentence_of(place).last, place + _FAR)
    run = section.forms[place + 1 : end]
    at = next((at for at, form in enumerate(run) if form in correcting), 0)
    said = [each.text for _, each in deletions(item)] or [each.value for each in item.answers]
    told = Extent(language, tuple(map(forms, said)))
    denied, instead = (
        [form for form in part if not language.is_function_word(form) or language.number(form)]
        for part in (run[:at], run[at + 1 : at + 1 + _INSTEAD])
    )
    alone = [form for form in denied if form not in instead]
    return bool(alone) and any(map(told.has_word, instead)) and not any(map(told.has_word, alone))


class SpokenDenial(NamedTuple):
    """A "not" of the item, and the content words that follow it."""

    text: Text
    form: str
    denied: tuple[str, ...]
    is_meant: bool
    """Whether the item declares what it stands for: `not lose`, for keep."""


def spoken_denials(case: Case) -> Iterator[SpokenDenial]:
    """Yield each "not" of an item that denies something."""
    language = case.language
    for text, value, _ in case.said:
        run = forms(value)
        denying = [*without_affirmations(language.words, run)]
        content = [
            at
            for at, form in enumerate(run if denying else ())
            if not language.is_function_word(form)
        ]
        turned = case.turned(run) if denying else ()
        until = max((at for at, form in enumerate(run) if form == "until"), default=-1)
        for found in denying:
            behind_it = run[found.end : found.end + 1] + ("until",) * (until >= found.end)
            is_none = is_no_denial(run[found.start : found.end], behind_it)
            if is_none or found.start in turned:
                continue
            behind, before = bisect_left(content, found.end), bisect_left(content, found.start)
            is_last = found.end == len(run) and text is case.item.prompt
            if is_last and case.item.kind == "question" and not language.denies_before:
                continue  # … and what not?
            nearest = content[behind : behind + 2] or content[max(0, before - 2) : before]
            denied = tuple(run[at] for at in nearest)  # behind, or: er öffnet das Tor nicht
            is_meant = is_last or is_declared(case, run[found.start : found.end])
            beside = run[max(0, found.start - 1) : found.start]  # in the upper and not in the lower
            is_meant |= bool({*beside} & language.words.joining)
            is_meant |= _is_answered_so(case, text, found) or _is_set_right(
                case, run[found.end : found.end + _CLAUSE]
            )
            yield SpokenDenial(text, run[found.end - 1], denied, is_meant=is_meant)


def _is_answered_so(case: Case, text: Text, found: Found) -> bool:
    """Whether a "no" answers a question as the passage does: by whatever denies, or sets against."""
    refusing = case.language.words.constructions.get("refusing", ())
    if found.start or text is case.item.prompt or not {*forms(text.value)[:1]} & {*refusing}:
        return False
    answering = ("negations", "denials", "contrasts", "hedges", "exceptions")
    return any(
        case.language.words.phrases(name).stand_in(part)
        for part in case.passage.stated.parts
        for name in answering
    )


def _is_set_right(case: Case, behind: tuple[str, ...]) -> bool:
    """Whether a "but" behind a "not" says what is so: not an otter's, but a polecat's."""
    lexicon = case.language.words
    correcting = lexicon.adversatives | {*lexicon.constructions.get("correcting", ())}
    at = next((at for at, form in enumerate(behind) if form in correcting), len(behind))
    told = (form for form in behind[at:] if not case.language.is_function_word(form))
    return any(map(case.passage.quoted.has_word, told))


def has_counterpart(case: Case, spoken: SpokenDenial) -> bool:
    """Whether the passage denies, in whatever way, near one of the words that the item denies."""
    if not spoken.denied or spoken.is_meant or _is_left_open(case, spoken.denied[0]):
        return True
    is_asked = spoken.text is case.item.prompt and case.item.kind == "question"
    if is_asked and not case.passage.stated.has_word(spoken.denied[0]):
        return True  # in words of its own a question may ask for what did not come about
    denied = (*spoken.denied, *_declared_for(case, spoken.denied))
    near = near_denials(case, is_asked=is_asked)
    return any(near.has_word(form) or near.has_paraphrase(form) for form in denied)


_NEAR = 4
"""So many words beside what is denied may say so in another way."""


@lru_cache(maxsize=64)  # each "not" of an item asks the same of a word
def _is_left_open(case: Case, denied: str) -> bool:
    """Whether the passage may say, near what is denied, that it is not so: all but one; was to be added, but."""
    stem, stated, lexicon = case.language.stem(denied), case.passage.stated, case.language.words
    near, thwarted = list[tuple[str, ...]](), list[tuple[str, ...]]()
    for part, stems in zip(stated.parts, stated.stems, strict=True):
        places = [at for at, each in enumerate(stems) if each == stem]
        last = max((at for at, e in enumerate(part) if e in lexicon.adversatives), default=-1)
        for at in places:
            near.append(part[max(0, at - _NEAR) : at + _NEAR])
            if at <= last:
                thwarted.append(part[max(0, at - _NEAR) : at])
    too = frozenset(lexicon.constructions.get("too", ()))  # too small to live on
    if not near and not all(map(too.isdisjoint, case.passage.quoted.parts)):
        return True
    taking_out = (lexicon.denials, lexicon.exceptions, lexicon.contrasts)
    return any(
        each.stand_in(part) for part in near or case.passage.quoted.parts for each in taking_out
    ) or any(lexicon.plans.stand_in(part) for part in thwarted)


def _declared_for(case: Case, denied: tuple[str, ...]) -> Iterator[str]:
    """Yield the source's words for those that the item denies in words of its own."""
    for key, meaning in case.item.wording:
        if not {*denied}.isdisjoint(forms(key.value)):
            yield from forms(meaning.value)

"""What denies in a run of words, and which words it denies."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.declared import is_accounted_for
from studyguide.evidence.extent import Extent, Run
from studyguide.language.language import Language
from studyguide.language.lexicon import Lexicon
from studyguide.language.phrases import Found
from studyguide.language.words import forms
from studyguide.source.section import SourceSection

_AROUND = 8
_REACH = 4
"""So many words behind a "not" may be those that it denies."""


class Denial(NamedTuple):
    """A "not" of the source, and the content words that it denies, the nearest first."""

    shown: str
    place: int
    denied: tuple[str, ...]
    is_plain: bool
    """Whether it is a "not" just before the word that it denies."""


def without_affirmations(lexicon: Lexicon, run: tuple[str, ...]) -> Iterator[Found]:
    """Yield what denies in a run, but for phrases that only look so: sans doute, no doubt."""
    denying = [*lexicon.negations.find(run)]
    affirmed = [*lexicon.affirmations.find(run)] if denying else []
    for found in denying:
        if not any(each.start <= found.start < each.end for each in affirmed):
            yield found


def denials(case: Case, run: Run) -> tuple[Denial, ...]:
    """Give what denies in a run of the section's words, with the words that it denies."""
    return _denials(case.passage.section, case.language, run)


@lru_cache(maxsize=64)  # neighbouring items stand in the same paragraphs
def _denials(section: SourceSection, language: Language, run: Run) -> tuple[Denial, ...]:
    return tuple(_denied(section, language, run))


def _denied(section: SourceSection, language: Language, run: Run) -> Iterator[Denial]:
    first, last = run
    found = section.forms[first:last]
    lexicon = language.words
    denying = [*without_affirmations(lexicon, found)]
    for each in sorted((*denying, *lexicon.lost_denials.find(found))):
        end = section.sentence_of(first + each.start).last - first
        behind = _clause(section, first + each.end, first + min(each.end + _REACH + 2, end))
        before = found[max(0, each.start - 2) : each.start]
        is_denied = each.start > 0 and lexicon.negations.stand_in(before)
        if is_denied or is_no_denial(found[each.start : each.end], behind):
            continue
        content = [
            form for form in behind if not language.is_function_word(form) or language.decides(form)
        ]
        shown = " ".join(found[each.start : each.end])
        is_near = bool(content) and behind[:1] == tuple(content[:1])
        is_plain = is_near and (each in denying or found[each.end - 1] in lexicon.nots)
        yield Denial(shown, first + each.start, tuple(content[:_REACH]), is_plain)


def _clause(section: SourceSection, first: int, last: int) -> tuple[str, ...]:
    """Give the words of a run up to where its clause ends."""
    found = list[str]()
    for at in range(first, last):
        if (
            found
            and not section.text[section.words[at - 1].end : section.words[at].start].isspace()
        ):
            break
        found.append(section.forms[at])
    return tuple(found)


def is_no_denial(phrase: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether a "not" affirms: not until 1866, not only, no doubt, no less than."""
    if phrase[-1] == "not":
        return "until" in behind or behind[:1] in (("only",), ("just",), ("merely",), ("least",))
    return phrase == ("no",) and behind[:1] in (
        ("doubt",),
        ("less",),
        ("fewer",),
        ("more",),
        ("later",),
    )


def is_meant_here(case: Case, denial: Denial) -> bool:
    """Whether a denial is a "not", or a "no" of the quoted sentences."""
    is_near = any(first <= denial.place < last for first, last in case.passage.sentences)
    return is_near or denial.shown.split()[-1] in case.language.words.nots


def is_told_otherwise(case: Case, denial: Denial) -> bool:
    """Whether a declaration stands for what denies, or "only if" for a "not without"."""
    run, lexicon = forms(denial.shown), case.language.words
    if is_accounted_for(case, run) or is_of_another(case):
        return True
    is_double = run[-1] in lexicon.lacking
    allowing = (lexicon.exclusives, lexicon.conditions)
    return is_double and any(
        each.stand_in(forms(value)) for each in allowing for _, value, _ in case.said
    )


def is_of_another(case: Case) -> bool:
    """Whether an item tells of what the passage sets against the one that it denies something of: unlike B."""
    about = [
        form
        for form in forms(case.item.prompt.value)[:_AROUND]
        if not case.language.is_function_word(form)
    ]
    return any(
        about
        and Extent(case.language, (part[found.end : found.end + _AROUND],)).has_run(tuple(about))
        for part in case.passage.stated.parts
        for found in case.language.words.contrasts.find(part)
    )

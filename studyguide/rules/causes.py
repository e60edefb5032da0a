"""Causes: a "why" is answered by what the passage gives as the reason, and not the other way round."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import parts_of
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.said.outcomes import degrees_in, end_of_clause, outcomes_in
from studyguide.evidence.said.sentences import answering_sentences, content_of
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.lexicon import bits_of
from studyguide.language.phrases import Found
from studyguide.language.words import forms
from studyguide.patterns import lazy

_PARTED = lazy(r"[:;—–]|\s-\s")  # what may stand for a "because"
_ARTICLES = (("a",), ("the",), ("of",), ("this",), ("that",), ("no",), ("its",), ("their",))
_GIVING = bits_of(("before_cause", "after_cause"))
_OPENING, _LEAST = 2, 2  # content words that must stand on a side before it is called one


class _Sides(NamedTuple):
    """A sentence at a word that gives a reason: what comes about, and from what."""

    effect: Extent
    cause: Extent
    shown: str
    opens: bool = False
    """Whether that word opens a clause: because, not "caused by"."""


def why_is_answered_by_a_reason(case: Case) -> Iterator[Finding]:
    """Warn of a "why" whose answer the passage gives as something else than the reason."""
    item, lexicon = case.item, case.language.words
    if item.kind != "question" or not lexicon.asking_why.stand_in(forms(item.prompt.value)[:8]):
        return
    for answer in item.answers:
        opening = forms(answer.value)[:_OPENING]  # what stands behind it is an afterthought
        if found := next(lexicon.concessions.find(opening), None):
            shown = " ".join(opening[slice(*found)])
            message = f"`{shown}` opens what speaks against it, no reason"
            yield _no_reason(case, message, answer.value)
            return
    is_why_not = lexicon.negations.stand_in(forms(item.prompt.value))  # by what would come of it
    if shown := _concession(case):
        message = f"the passage has this behind `{shown}`: it speaks against, it is no reason"
        yield _no_reason(case, message)
    elif (sides := next(_turned_round(case), None)) and (sides.opens or not is_why_not):
        message = f"around `{sides.shown}` the passage has it the other way round"
        yield _no_reason(case, message)
    elif shown := _only_added(case):
        message = f"the passage adds this behind `{shown}`: it does not say that it is the reason"
        yield _no_reason(case, message)
    elif shown := _another_reason(case):
        yield _no_reason(case, f"the passage gives another reason, at `{shown}`")
    elif not _gives_a_reason(case):
        yield _no_reason(case, "nothing in the quoted sentences says that this is the reason")


def _no_reason(case: Case, message: str, words: str = "") -> Finding:
    help = "answer by what the passage gives as the reason, or ask for the fact itself"
    return case.item.warning(case.item.answers[0], "cause", message, help, words)


def _gives_a_reason(case: Case) -> bool:
    """Whether anything in the sentence of the answer, or at the start of the next, may give a reason."""
    section, lexicon = case.passage.section, case.language.words
    means = lexicon.constructions.get("means " + forms(case.item.prompt.value)[0], ())  # wodurch
    for first, last in answering_sentences(case) or case.passage.sentences:
        begin, end = section.words[first].start, section.words[last - 1].end
        run = section.forms[first:last]
        gives = any(each.stand_in(run) for each in (lexicon.causes, lexicon.concessions))
        gives |= lexicon.causes.stand_in(section.forms[last : last + 3])
        gives |= any(True for _ in degrees_in(case.language, run))
        if gives or _PARTED.search(section.text, begin, end) or any(each in means for each in run):
            return True
    return False


def _another_reason(case: Case) -> str:
    """Give the "because" behind which the passage has the reason that is asked for, and not the answer.

    What is asked stands before it: "it is sterile, since the parasite eats …".
    """
    answer = {*_answered(case), *_declared_for(case, _answered(case))}
    asked = [*content_of(case, case.item.prompt.value)]
    found = [*_sides(case)]
    if any(2 * sum(_is_there(each.cause, form) for form in answer) > len(answer) for each in found):
        return ""  # it stands behind another: because of their views, as the judge said
    for sides in filter(attrgetter("opens"), found):
        told = [_is_there(sides.effect, form) for form in asked]
        given = [_is_there(sides.cause, form) for form in asked]
        if sum(told) < max(_LEAST, len(asked) / 3) or sum(told) <= sum(given):
            continue
        if 3 * sum(_is_there(sides.cause, form) for form in answer) <= len(answer):
            return sides.shown
    return ""


def _is_there(extent: Extent, form: str) -> bool:
    return extent.has_word(form) or extent.has_paraphrase(form)


def _only_added(case: Case) -> str:
    """Give the "and" of a sentence behind which all that the answer says stands, and no reason.

    What is asked stands before it: "he sold the boat and now drives a bus".
    """
    section, language, lexicon = case.passage.section, case.language, case.language.words
    answer, asked = _answered(case), _content(forms(case.item.prompt.value), language)
    for first, last in case.passage.sentences:
        run = section.forms[first:last]
        for at in (at for at, form in enumerate(run) if form in lexicon.joining):
            before, behind = run[:at], run[at + 1 :]
            if lexicon.before_cause.stand_in(run) or lexicon.purposes.stand_in(behind):
                continue
            added, main = Extent(language, (behind,)), Extent(language, (before,))
            held = [form for form in answer if added.has_word(form)]
            if (
                len(held) >= _LEAST
                and len(held) * 2 > len(answer)
                and len(held) > 2 * sum(map(main.has_word, answer))
                and any(map(main.has_word, asked))
                and not any(map(added.has_word, asked))
            ):
                return run[at]
    return ""


def _content(run: tuple[str, ...], language: Language) -> list[str]:
    return [form for form in run if not language.is_function_word(form)]


def _answered(case: Case) -> list[str]:
    run = tuple(form for each in case.item.answers for form in forms(each.value))
    return _content(run, case.language)


def _declared_for(case: Case, wanted: list[str]) -> Iterator[str]:
    """Yield the source's content words for those that the item has in words of its own."""
    for key, meaning in case.item.wording:
        if not {*wanted}.isdisjoint(forms(key.value)):
            yield from _content(forms(meaning.value), case.language)


def _concession(case: Case) -> str:
    """Give the "although" of the passage behind which all that the answer says stands."""
    section, language = case.passage.section, case.language
    answer = _answered(case)
    for first, last in case.passage.sentences:
        run = section.forms[first:last]
        for found in language.words.concessions.find(run):
            end = end_of_clause(case.passage.section, (first, last), found)
            if found.start and not language.is_english:  # obwohl sie sich weigerte, ihn zu sehen
                opening = language.words.conjunctions | language.words.joining
                while end < len(run) and run[end] not in opening:
                    end = end_of_clause(
                        case.passage.section, (first, last), Found(found.start, end)
                    )
            clause = Extent(language, (run[found.end : end],))
            held = [form for form in answer if clause.has_word(form)]
            if len(held) >= min(_LEAST, len(answer)) and len(held) * 2 > len(answer):
                return " ".join(run[found.start : found.end])
    return ""


def _turned_round(case: Case) -> Iterator[_Sides]:
    """Yield the sentence in which the answer is what comes about, and the question is from what."""
    answer = _answered(case)
    asked = _content(forms(case.item.prompt.value), case.language)
    for sides in _sides(case):
        answer_at = _count(answer, sides.effect), _count(answer, sides.cause)
        asked_at = _count(asked, sides.effect), _count(asked, sides.cause)
        if (
            answer_at[0] >= _LEAST and answer_at[0] > 2 * answer_at[1] and asked_at[1] > asked_at[0]
        ) or (answer_at[0] and not answer_at[1] and asked_at[1] >= max(_LEAST, asked_at[0] + 1)):
            yield sides


def _purposes(case: Case, part: Run) -> Iterator[_Sides]:
    """Part what stands between semicolons at a comma with an "in order to" behind it."""
    section, language = case.passage.section, case.language
    run = section.forms[slice(*part)]
    for found in () if language.is_english else language.words.purposes.find(run):
        at = part[0] + found.start
        if found.start and not case.passage.goes_on(at):
            yield _of(run, found, run[: found.start], run[found.end :], language)


def _count(wanted: list[str], extent: Extent) -> int:
    return sum(extent.has_word(form) for form in set(wanted))


def _sides(case: Case) -> Iterator[_Sides]:
    """Part what stands between semicolons of the passage at each word that gives a reason."""
    section, language = case.passage.section, case.language
    if language.is_english and not case.passage.lists & _GIVING:
        return
    parts = (parts_of(section, sentence) for sentence in case.passage.sentences)
    for first, last in chain.from_iterable(parts):
        run = section.forms[first:last]
        degrees = [*degrees_in(language, run)]
        yield from (_of(run, each, run[each.end :], run[: each.end], language) for each in degrees)
        after = language.words.after_cause.places(run, 2)  # por lo que, which is no "por"
        for found in (e for e in language.words.before_cause.find(run) if e.start not in after):
            if run[found.end : found.end + 1] and run[found.end] in language.words.relatives:
                yield _of(run, found, run[found.end :], run[: found.start], language)
                continue  # as a result of which
            cut = (
                end_of_clause(case.passage.section, (first, last), found) if not found.start else 0
            )
            effect, cause = run[: found.start], run[found.end :]
            if cut:  # Because it rained, we stayed.
                effect, cause = run[cut:], run[found.end : cut]
            sides = _of(run, found, effect, cause, language)
            yield sides._replace(opens=_opens(case, first + found.start))
        yield from _purposes(case, (first, last))
        for found in outcomes_in(section, (first, last), language):
            if run[found.start - 1 : found.start] in _ARTICLES or any(
                each.start <= found.start < each.end for each in degrees
            ):
                continue  # "a cause" causes nothing
            if run[found.end : found.end + 1] == ("by",):  # the cut was provoked by the strike
                yield _of(run, found, run[: found.start], run[found.end :], language)
                continue
            yield _of(run, found, run[found.end :], run[: found.start], language)


def _opens(case: Case, place: int) -> bool:
    """Whether a word opens a clause: it can do nothing else, or something parts it from the word before."""
    section = case.passage.section
    if section.forms[place] in case.language.words.conjunctions or not place:
        return True
    gap = section.text[section.words[place - 1].end : section.words[place].start]
    return not gap.isspace()


def _of(
    run: tuple[str, ...],
    found: Found,
    effect: tuple[str, ...],
    cause: tuple[str, ...],
    language: Language,
) -> _Sides:
    shown = " ".join(run[found.start : found.end])
    return _Sides(Extent(language, (effect,)), Extent(language, (cause,)), shown)

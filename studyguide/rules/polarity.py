"""Polarity: what the passage denies is not affirmed, nor the reverse."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.beside import said_in
from studyguide.evidence.case import Case, deletions, pointing_at
from studyguide.evidence.extent import Extent, Run
from studyguide.finding import Finding
from studyguide.language.lexicon import Lexicon
from studyguide.language.phrases import Found
from studyguide.language.words import forms

_BEFORE = 3
"""So many words before the quoted ones may still deny them."""
_AROUND = 8
"""Words on either side of a denial that may be what it is about."""
_REACH = 4
"""So many words behind a "not" may be those that it denies."""


class _Denial(NamedTuple):
    """A "not" of the source, and the content words that it denies, the nearest first."""

    shown: str
    place: int
    denied: tuple[str, ...]


class _Spoken(NamedTuple):
    """A "not" of the item, and the content words that follow it."""

    text: Text
    form: str
    denied: tuple[str, ...]


def negation_is_as_in_the_passage(case: Case) -> Iterator[Finding]:
    """Warn where only one of item and passage has a "not", a "refused", a "without"."""
    spoken = [*_spoken(case)]
    if not spoken and not _denies(case):
        yield from _affirmed(case)
        return
    quoted = sum(
        sum(1 for _ in case.language.words.negations.find(part))
        for part in case.passage.quoted.parts
    )
    alone = [each for each in spoken if not _has_counterpart(case, each)]
    if alone and len(spoken) > quoted:
        yield _denied_alone(case, alone[-1])


def _denied_alone(case: Case, spoken: _Spoken) -> Finding:
    item, (text, form, _) = case.item, spoken
    message = f"the item says `{form}`, the passage denies nothing of the kind"
    help = "say it as the passage does, or quote the words that deny it"
    finding = item.warning(text, "polarity", message, help, form)
    if match := re.search(rf"\b{re.escape(form)}\b", text.value, re.IGNORECASE):
        finding = pointing_at(finding, item, text, match.start(), len(form))
    return finding


def _spoken(case: Case) -> Iterator[_Spoken]:
    language = case.language
    for text, value, _ in case.said:
        run = forms(value)
        for found in _without_affirmations(language.words, run):
            behind = (form for form in run[found.end :] if not language.is_function_word(form))
            before = [form for form in run[: found.start] if not language.is_function_word(form)]
            denied = tuple(islice(behind, 2)) or tuple(before[-2:])  # er öffnet das Tor nicht
            yield _Spoken(text, run[found.end - 1], denied)


def _without_affirmations(lexicon: Lexicon, run: tuple[str, ...]) -> Iterator[Found]:
    """Yield what denies in a run, but for phrases that only look so: sans doute, no doubt."""
    denying = [*lexicon.negations.find(run)]
    affirmed = [*lexicon.affirmations.find(run)] if denying else []
    for found in denying:
        if not any(each.start <= found.start < each.end for each in affirmed):
            yield found


def _has_counterpart(case: Case, spoken: _Spoken) -> bool:
    """Whether the passage denies, in whatever way, near one of the words that the item denies."""
    if not spoken.denied:
        return True
    language, lexicon = case.language, case.language.words
    prefixes = tuple(lexicon.negative_prefixes)
    for run in case.passage.stated.parts:
        ways = [*lexicon.negations.find(run), *lexicon.denials.find(run)]
        ways += [
            Found(at, at + 1)
            for at, form in enumerate(run)
            if prefixes and form.startswith(prefixes)
        ]
        for way in ways:
            near = Extent(language, (run[max(0, way.start - _AROUND) : way.end + _AROUND],))
            if any(near.has_word(form) or near.has_paraphrase(form) for form in spoken.denied):
                return True
    return False


def _denies(case: Case) -> bool:
    """Whether an item denies something without a "not", by a word that the passage does not deny."""
    language, lexicon = case.language, case.language.words
    denying = [
        language.stem(run[found.start])
        for run in (forms(value) for _, value, _ in case.said)
        for found in lexicon.denials.find(run)
    ]
    if not denying:
        return False
    denied = {
        language.stem(form)
        for part in case.passage.paragraphs
        for each in _denials(case, (part.first, part.last))
        for form in each.denied[:1]
        if each.shown in lexicon.negations
    }
    return not denied.issuperset(denying)


def _affirmed(case: Case) -> Iterator[Finding]:
    """Warn of the first word that the passage denies and the item affirms."""
    passage, said = case.passage, said_in(case)
    for (first, last), quotation in zip(passage.spans, case.item.evidence, strict=True):
        begin = passage.clause_before(first, _BEFORE)
        for denial in _denials(case, (begin, last)):
            words = denial.denied[:2]
            is_said = any(map(said.has_word, words)) or any(map(said.has_paraphrase, words[:1]))
            before = _clause_before(case, max(first, denial.place - _AROUND), denial.place)
            recalled = Extent(case.language, tuple(_recalled(case)))
            is_told_of = any(recalled.has_word(form) for form in before)
            if is_said or is_told_of or not denial.denied:
                message = f"the passage says `{denial.shown}` there, the item does not"
                help = "quote without the words that are denied, or accept it in a review"
                yield case.item.warning(quotation, "polarity", message, help, denial.shown)
                return
    yield from _affirmed_of_the_paragraph(case, said)


def _recalled(case: Case) -> Iterator[tuple[str, ...]]:
    yield from (forms(text.value) for text in case.item.answers)
    yield from (forms(deletion.text) for _, deletion in deletions(case.item))


def _clause_before(case: Case, first: int, last: int) -> list[str]:
    """Give the content words of a clause before a "not", those that it is said of."""
    section, found = case.passage.section, list[str]()
    for at in range(last - 1, first - 1, -1):
        if not section.text[section.words[at].end : section.words[at + 1].start].isspace():
            break
        if section.forms[at] in ("but", "and"):
            break
        if not case.language.is_function_word(section.forms[at]):
            found.append(section.forms[at])
    return found


def _affirmed_of_the_paragraph(case: Case, said: Extent) -> Iterator[Finding]:
    """Warn of a word of the item that its paragraph has only where it denies it."""
    language = case.language
    for part in case.passage.paragraphs:
        everything = _denials(case, (part.first, part.last))
        denials = [each for each in everything if each.shown in language.words.negations]
        denied = [each.denied[0] for each in denials if each.denied]
        for denial in denials:
            word = denial.denied[0] if denial.denied else ""
            if (
                word
                and not language.is_frame_word(word)
                and said.has_word(word)
                and _only_denied(case, word, denied, (part.first, part.last))
            ):
                message = f"the paragraph has `{word}` only behind `{denial.shown}`"
                help = "say that it was not so, or accept it in a review"
                text = next(text for text, value, _ in case.said if _has(case, value, word))
                yield case.item.warning(text, "polarity", message, help, _shown(text.value, word))
                return


def _denials(case: Case, run: Run) -> Iterator[_Denial]:
    """Yield what denies in a run of the section's words, with the words that it denies."""
    section, language = case.passage.section, case.language
    first, last = run
    found = section.forms[first:last]
    lexicon = language.words
    denying = _without_affirmations(lexicon, found)
    for each in sorted((*denying, *lexicon.lost_denials.find(found))):
        end = section.sentence_of(first + each.start).last - first
        behind = _clause(case, first + each.end, first + min(each.end + _REACH + 2, end))
        before = found[max(0, each.start - 2) : each.start]
        is_denied = each.start > 0 and lexicon.negations.stand_in(before)
        if is_denied or _is_no_denial(found[each.start : each.end], behind):
            continue
        content = [
            form for form in behind if not language.is_function_word(form) or language.decides(form)
        ]
        shown = " ".join(found[each.start : each.end])
        yield _Denial(shown, first + each.start, tuple(content[:_REACH]))


def _clause(case: Case, first: int, last: int) -> tuple[str, ...]:
    """Give the words of a run up to where its clause ends."""
    section, found = case.passage.section, list[str]()
    for at in range(first, last):
        if (
            found
            and not section.text[section.words[at - 1].end : section.words[at].start].isspace()
        ):
            break
        found.append(section.forms[at])
    return tuple(found)


def _is_no_denial(phrase: tuple[str, ...], behind: tuple[str, ...]) -> bool:
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


def _only_denied(case: Case, word: str, denied: list[str], run: Run) -> bool:
    """Whether a word stands in a run of words only where it is denied."""
    stem = case.language.stem
    wanted = stem(word)
    count = sum(stem(form) == wanted for form in case.passage.section.forms[run[0] : run[1]])
    return count == sum(stem(form) == wanted for form in denied)


def _has(case: Case, value: str, word: str) -> bool:
    return Extent(case.language, (forms(value),)).has_word(word)


def _shown(value: str, word: str) -> str:
    """Find the word of a text that begins as another does."""
    match = re.search(rf"\b{re.escape(word[:4])}\w*", value, re.IGNORECASE)
    return match.group() if match else ""

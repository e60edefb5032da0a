"""Wording and aliases: what stands for the source's words is needed, and the source says those."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.evidence.backing import all_backing
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import terms_of
from studyguide.finding import Finding
from studyguide.language.words import forms, windows


def declared_words_stand_in_the_passage(case: Case) -> Iterator[Finding]:
    """Report a declaration whose source's word the passage does not have."""
    for key, meaning in case.item.wording:
        if not _is_said(case.passage.stated, meaning):
            message = f"the passage does not say `{meaning.value}`"
            help = f"give the source's own word for `{key.value}`"
            finding = case.item.error(meaning, "wording-unsupported", message, help)
            yield _only_warning(finding) if _is_asked_with(case, key, meaning) else finding
        elif any(
            term.sort != "word" for term in terms_of(f"x {key.value}", case.source, case.language)
        ):
            message = f"`{key.value}` is a name or number: those are not a matter of wording"
            help = "write it as the source does, or add another name to `aliases` in deck.yaml"
            yield case.item.error(key, "wording-name", message, help)


def _is_said(extent: Extent, meaning: Text) -> bool:
    """Whether the source says some words, an elided last one included: bien qu'ils, for bien que."""
    run = forms(meaning.value)
    elided = (*run[:-1], run[-1][:-1]) if run and run[-1].endswith("e") else run
    return extent.has_run(run) or (elided != run and extent.has_run(elided, exactly=True))


def _is_asked_with(case: Case, key: Text, meaning: Text) -> bool:
    """Whether a declaration is for the question alone, and the paragraph says its words."""
    wanted = forms(key.value)
    answers = [forms(answer.value) for answer in case.item.answers]
    in_answer = any(wanted in [*windows(run, len(wanted))] for run in answers)
    return case.item.kind == "question" and not in_answer and _is_said(case.passage.around, meaning)


def _only_warning(finding: Finding) -> Finding:
    return replace(finding, severity="warning")


def declarations_are_used(case: Case) -> Iterator[Finding]:
    """Report a declaration that nothing needs: left-overs hide mistakes."""
    if not case.item.wording:
        return
    used = {each.key for each in all_backing(case) if each.by == "wording"}
    for key, meaning in case.item.wording:
        if key in used or _is_of_small_words(case, key) or _is_inflected(case, key, meaning):
            continue
        message = f"nothing in this item needs the declaration of `{key.value}`"
        yield case.item.error(key, "wording-unused", message, "remove it")


def _is_inflected(case: Case, key: Text, meaning: Text) -> bool:
    """Whether a word that the item has is declared to be a form of itself: filtered, a filter."""
    run, language = forms(key.value), case.language
    stands = any(run in [*windows(forms(value), len(run))] for _, value, _ in case.said)
    return stands and any(
        stem in (known := frozenset(language.stems(forms(meaning.value))))
        or language.has_paraphrase(stem, known)
        for stem in language.stems(run)
    )


def _is_of_small_words(case: Case, key: Text) -> bool:
    """Whether a declaration is about words that need none, and the item has them: would not."""
    run = forms(key.value)
    is_small = all(map(case.language.is_function_word, run))
    return is_small and any(run in [*windows(forms(value), len(run))] for _, value, _ in case.said)


def aliases_used(case: Case) -> Iterator[str]:
    """Yield each alias that an item needs, once."""
    yield from sorted(
        {each.key.value for each in all_backing(case) if each.by == "alias" and each.key}
    )


def aliases_are_used(deck: Deck, used: Collection[str]) -> Iterator[Finding]:
    """Report an alias that no item needs."""
    for key, _ in deck.aliases:
        if key.value not in used:
            message = f"no item needs the alias `{key.value}`"
            yield Finding(deck.file.within(key), "alias-unused", message, "remove it")

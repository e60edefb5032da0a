"""Answer: all that a learner must recall stands in the quotation, or is declared in `wording`."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from studyguide.deck.deck import Deck
from studyguide.evidence.backing import Backing, all_backing, backing, error_at
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.terms import Sort, names_in, terms_of
from studyguide.finding import Finding
from studyguide.language.words import forms

_TELLING = ("term", "person", "date")
"""Kinds whose answer tells of something: it may name what stands beside the quoted words."""


def answer_stands_in_the_quotation(case: Case) -> Iterator[Finding]:
    """Report numbers, names and words of the answer that nothing in the quotation supports."""
    for text in answer_texts(case.item):
        found = [*backing(case, text, text.value, case.passage.quoted)]
        unbacked = [each for each in found if not each.by]
        for each in unbacked:
            if each.term.sort == "number":
                yield _number(case, each)
            elif each.term.sort == "name":
                yield _name(case, each)
        plain = [each for each in unbacked if each.term.sort == "word"]
        if plain and case.language.has_lists and not _is_told_freely(case, plain, found):
            finding = _words(case, plain)
            is_grounded = 2 * len(plain) < len(found)
            if not case.language.is_english:  # other lists know no synonyms
                is_grounded = len(plain) < len(found)
            yield replace(finding, severity="warning") if is_grounded else finding


def _is_told_freely(case: Case, plain: list[Backing], found: list[Backing]) -> bool:
    """Whether a description has a few words of its own, where no list tells what they stand for."""
    is_telling = case.item.kind in _TELLING and not case.language.is_english
    return is_telling and 3 * len(plain) <= len(found)


def _number(case: Case, each: Backing) -> Finding:
    message = f"the number {each.term.shown} does not stand in the quoted words"
    help = f"the quotation has {_quoted(case, 'number') or 'no number'}"
    if each.term.form in case.passage.stated.numbers:
        help = "the sentence has it: quote up to it, with `…` for the words between"
    return error_at(case.item, each, "answer-number", message, help)


def _name(case: Case, each: Backing) -> Finding:
    message = f"the name {each.term.shown} does not stand in the quoted words"
    help = "correct it, or quote the words that name it"
    if names := _quoted(case, "name"):
        help = f"the quotation names {names}"
    if case.passage.stated.has_name(each.term.form):
        help = "the sentence has it: quote up to it, with `…` for the words between"
    elif case.passage.around.has_name(each.term.form):
        help = "the paragraph has it: add a quotation that holds it"
    finding = error_at(case.item, each, "answer-name", message, help)
    is_told_of = case.item.kind in _TELLING and case.passage.stated.has_name(each.term.form)
    return replace(finding, severity="warning") if is_told_of else finding


def _quoted(case: Case, sort: Sort) -> str:
    """List the names or numbers of the quoted spans, as the source writes them."""
    found: list[str] = []
    for span in case.passage.spans:
        terms = names_in(case.passage.section, span, case.source, case.language)
        found += [" ".join(term.shown.split()) for term in terms if term.sort == sort]
    return ", ".join(dict.fromkeys(found))


def _words(case: Case, unbacked: list[Backing]) -> Finding:
    shown = [each.term.shown for each in unbacked]
    listed = ", ".join(f"`{word}`" for word in dict.fromkeys(shown))
    verb = "stands" if len(set(shown)) == 1 else "stand"
    message = f"{listed} {verb} neither in the quoted words nor under `wording`"
    nearby = [each for each in unbacked if case.passage.stated.has_word(each.term.form)]
    help = f"use the source's words, or declare: wording: {{{shown[0]}: the source's word}}"
    if nearby:
        help = f"quote up to `{nearby[0].term.shown}`, with `…` for the words between"
    return error_at(case.item, unbacked[0], "answer-unsupported", message, help)


def declared_words_stand_in_the_passage(case: Case) -> Iterator[Finding]:
    """Report a declaration whose source's word the passage does not have."""
    for key, meaning in case.item.wording:
        if not case.passage.stated.has_run(forms(meaning.value)):
            message = f"the passage does not say `{meaning.value}`"
            help = f"give the source's own word for `{key.value}`"
            yield case.item.error(meaning, "wording-unsupported", message, help)
        elif any(
            term.sort != "word" for term in terms_of(f"x {key.value}", case.source, case.language)
        ):
            message = f"`{key.value}` is a name or number: those are not a matter of wording"
            help = "write it as the source does, or add another name to `aliases` in deck.yaml"
            yield case.item.error(key, "wording-name", message, help)


def declarations_are_used(case: Case) -> Iterator[Finding]:
    """Report a declaration that nothing needs: left-overs hide mistakes."""
    if not case.item.wording:
        return
    used = {each.key for each in all_backing(case) if each.by == "wording"}
    for key, _ in case.item.wording:
        if key not in used:
            message = f"nothing in this item needs the declaration of `{key.value}`"
            yield case.item.error(key, "wording-unused", message, "remove it")


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

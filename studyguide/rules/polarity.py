"""Polarity: an item denies what its passage denies, and affirms what it affirms."""

import re
from collections.abc import Iterator

from studyguide.evidence.case import Case, pointing_at
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import Term
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import forms


def negation_is_as_in_the_passage(case: Case) -> Iterator[Finding]:
    """Warn where only one of item and quotation has a "not", a "never", a "without"."""
    item, language = case.item, case.language
    spoken = [(text, form) for text, value, _ in case.said for form in forms(value)]
    denied = [(text, form) for text, form in spoken if language.is_negation(form)]
    quoted = _negations(case.passage.quoted, language)
    if len(denied) > len(quoted):
        text, form = denied[-1]
        message = f"the item says `{form}`, the quoted words deny nothing of the kind"
        help = "say it as the passage does, or quote the words that deny it"
        finding = item.warning(text, "polarity", message, help, form)
        if match := re.search(rf"\b{re.escape(form)}\b", text.value, re.IGNORECASE):
            finding = pointing_at(finding, item, text, match.start(), len(form))
        yield finding
    elif quoted and not denied:
        message = f"the quoted words say `{quoted[0]}`, the item does not"
        help = "quote without the words that are denied, or accept it in a review"
        yield item.warning(item.evidence[0], "polarity", message, help)


def no_word_is_the_opposite(case: Case) -> Iterator[Finding]:
    """Warn of a word whose opposite stands in the passage while it does not stand there itself."""
    item, language, stated = case.item, case.language, case.passage.stated
    for text, _, terms in case.said:
        for term in terms:
            opposite = _opposite(term, stated, language)
            if opposite and not stated.has_word(term.form):
                message = f"the passage says `{opposite}`, which is the opposite of `{term.shown}`"
                help = "say it as the passage does, or accept it in a review"
                yield item.warning(text, "opposite", message, help, term.shown)


def _opposite(term: Term, stated: Extent, language: Language) -> str:
    if term.sort != "word":
        return ""
    return next(
        (word for word in language.opposites(term.form) if stated.has_word(word)),
        "",
    )


def _negations(extent: Extent, language: Language) -> list[str]:
    return [form for part in extent.parts for form in part if language.is_negation(form)]

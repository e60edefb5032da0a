"""Planted errors: the answer, the evidence or the section of another item."""

import re
from collections.abc import Iterator

from studyguide.audit.specimen import Mutant, Specimen, outside
from studyguide.deck.item import Item
from studyguide.evidence.terms import terms_of
from studyguide.language.words import forms


def other_answer(specimen: Specimen) -> Iterator[Mutant]:
    """Give the answer of another item of the same kind."""
    item = specimen.item
    others = [
        other
        for other in specimen.case.deck.items
        if other.kind == item.kind
        and other.answers
        and other.answers != item.answers
        and other.is_list == item.is_list
        and not _says_the_same(item, other)
    ]
    if item.answers and others:
        other = specimen.chance.choice(others)
        yield Mutant(item._replace(answers=other.answers), f"the answer of {other.id.value}")


def _says_the_same(item: Item, other: Item) -> bool:
    """Whether one answer is a part of the other: "40" and "40 demands"."""
    one, two = (
        {form for text in each.answers for form in forms(text.value)} for each in (item, other)
    )
    return one <= two or two <= one


def other_evidence(specimen: Specimen) -> Iterator[Mutant]:
    """Give the evidence of another item of the same section."""
    item = specimen.item
    own = {quotation.value for quotation in item.evidence}
    others = [
        other
        for other in specimen.case.deck.items
        if other.section == item.section
        and not own & {each.value for each in other.evidence}
        and not _supports(other, item)
    ]
    if others:
        other = specimen.chance.choice(others)
        yield Mutant(item._replace(evidence=other.evidence), f"the evidence of {other.id.value}")


def _supports(other: Item, item: Item) -> bool:
    """Whether another item's evidence has all words of an answer: that would be no error."""
    quoted = {form for each in other.evidence for form in forms(each.value)}
    return {
        form for text in item.answers for form in forms(text.value)
    } <= quoted and item.kind != "cloze"


def wrong_section(specimen: Specimen) -> Iterator[Mutant]:
    """Put the item into another section."""
    numbers = [
        number for number in specimen.case.source.sections if number != specimen.item.section
    ]
    if numbers:
        number = specimen.chance.choice(numbers)
        yield Mutant(specimen.item._replace(section=number), f"in section {number}")


def evidence_misspelt(specimen: Specimen) -> Iterator[Mutant]:
    """Let two letters of a quoted word change places."""
    for index, quotation in enumerate(specimen.item.evidence):
        places = [
            match.start()
            for match in re.finditer(r"(?=[^\W\d_]{4})", quotation.value)
            if quotation.value[match.start() + 1] != quotation.value[match.start() + 2]
        ]
        if places:
            at = specimen.chance.choice(places) + 1
            value = quotation.value
            value = value[:at] + value[at + 1] + value[at] + value[at + 2 :]
            yield Mutant(_with_evidence(specimen.item, index, value), f"quotes {value}")


def evidence_changed(specimen: Specimen) -> Iterator[Mutant]:
    """Let the evidence quote another name or number than the source has."""
    case = specimen.case
    for index, quotation in enumerate(specimen.item.evidence):
        for term in terms_of(f"x {quotation.value}", case.source, case.language):
            if term.sort != "word":
                wrong = specimen.chance.choice(outside(term, case))
                at = term.offset - 2
                value = quotation.value[:at] + wrong + quotation.value[at + len(term.shown) :]
                yield Mutant(_with_evidence(specimen.item, index, value), f"{term.shown} → {wrong}")


def _with_evidence(item: Item, index: int, value: str) -> Item:
    evidence = list(item.evidence)
    evidence[index] = evidence[index]._replace(value=value)
    return item._replace(evidence=tuple(evidence))

"""Hold one item against the source: what every rule says of it."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.passage import locate, places_of
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.rules import ENGLISH_RULES, GATES, ITEM_RULES, PASSAGE_RULES, SOURCE_RULES
from studyguide.source.source import Source


def examine(
    item: Item, deck: Deck, source: Source, language: Language
) -> tuple[Case | None, tuple[Finding, ...]]:
    """Hold one item against the source; give it beside its passage, if found, and all findings about it."""
    findings = [*of_itself(item, language)]
    findings += chain.from_iterable(rule(item, source) for rule in SOURCE_RULES)
    section = source.sections.get(item.section)
    passage = locate(item, section, language) if section else None
    case = Case(item, deck, source, language, passage) if passage else None
    if case and not item.retired:
        for rule in PASSAGE_RULES:
            gate = GATES.get(rule)
            if not gate or gate.is_open(case):
                findings += rule(case)
    return case, tuple(findings)


def of_itself(item: Item, language: Language) -> Iterator[Finding]:
    """Report what is wrong with an item, whatever the source says."""
    return chain.from_iterable(rule(item) for rule in _item_rules(language))


@cache
def _item_rules(language: Language) -> tuple[Callable[[Item], Iterator[Finding]], ...]:
    return tuple(rule for rule in ITEM_RULES if language.is_english or rule not in ENGLISH_RULES)


def verdicts(case: Case) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield the name of each rule's module, which tells what it is about, and what the rule says."""
    for rule in _item_rules(case.language):
        yield _about(rule), tuple(rule(case.item))
    for look in SOURCE_RULES:
        yield _about(look), tuple(look(case.item, case.source))
    for each in PASSAGE_RULES:
        yield _about(each), tuple(each(case))


def _about(rule: Callable[..., object]) -> str:
    return rule.__module__.rpartition(".")[2]


def is_text_of(deck: Deck, source: Source) -> bool:
    """Whether any evidence of a deck stands in a text; if none does, it is another deck's text."""
    quotations = [quotation.value for item in deck.items for quotation in item.evidence]
    return not quotations or any(
        next(places_of(quotation, section), None)
        for quotation in quotations
        for section in source.sections.values()
    )

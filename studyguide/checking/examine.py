"""Hold one item against the source: what every rule says of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from studyguide.checking.receipts import Proof, places_in
from studyguide.checking.registry import (
    DECK_RULES,
    ENGLISH_RULES,
    GATED,
    ITEM_RULES,
    PASSAGE_RULES,
    SOURCE_RULES,
)
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.passage import locate, places_of
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.lock.review import fingerprint
from studyguide.rules.wording import aliases_used
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
        for rule in GATED.open_to(case):
            if found := [*rule(case)]:
                findings += _not_told(found, findings)
    return case, tuple(findings)


def _not_told(found: list[Finding], by_others: list[Finding]) -> list[Finding]:
    """Give of what a rule has found what no other has told of the same place."""
    told = {(each.code, each.location) for each in by_others}
    return [each for each in found if (each.code, each.location) not in told]


def examined(
    deck: Deck, items: Iterable[Item], source: Source, digests: Mapping[str, str]
) -> Iterator[tuple[str, Proof | None, tuple[Finding, ...]]]:
    """Hold items against the source; yield each one's id, what proves it, if anything does, and all findings about it.

    `digests` tells, by its id, of which content an item is proved.
    """
    language = Language(deck.language)
    for item in items:
        id = item.id.value
        case, found = examine(item, deck, source, language)
        yield id, _proof(item, case, found, digests[id]), found


def _proof(item: Item, case: Case | None, found: tuple[Finding, ...], digest: str) -> Proof | None:
    """Sum up what was found about an item; nothing proves one whose passage is not known."""
    warnings = tuple(sorted({fingerprint(finding) for finding in found if not finding.is_error}))
    if case is None:
        return Proof(digest, (), warnings) if item.retired else None
    used = tuple(aliases_used(case)) if case.deck.aliases else ()
    return Proof(digest, tuple(places_in(case.passage)), warnings, used)


def of_sections(deck: Deck, source: Source) -> Iterator[Finding]:
    """Report what is wrong with what a deck says of its sections and of the whole."""
    return chain.from_iterable(rule(deck, source) for rule in DECK_RULES)


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

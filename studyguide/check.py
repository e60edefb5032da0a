"""Hold a deck against its source, or against the receipts where there is no source at hand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from studyguide.deck import Deck, Item
from studyguide.digests import sections_that_differ
from studyguide.finding import Finding
from studyguide.language import Language
from studyguide.lock import Lock
from studyguide.passage import Passage, locate, places_of
from studyguide.receipts import (
    State,
    is_of_other_rules,
    items_have_receipts,
    places_in,
    renew,
    state_of,
)
from studyguide.review import is_settled
from studyguide.rules import (
    COMPARING_RULES,
    DECK_RULES,
    ENGLISH_RULES,
    IDENTITY_RULES,
    ITEM_RULES,
    PASSAGE_RULES,
)
from studyguide.rules.answer import aliases_are_used
from studyguide.rules.budget import Places, Quoted, quotation_stays_within_limits, quoted
from studyguide.rules.evidence import evidence_is_found
from studyguide.source import Source
from studyguide.support import Case


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of one deck came to.

    `lock` is the ledger as it should now be written; `held` what the deck was held against;
    `accepted` counts the warnings that are left out because a curator has settled them.
    """

    deck: Deck | None
    findings: tuple[Finding, ...]
    lock: Lock
    held: Literal["full", "receipts"]
    states: Mapping[State, int]
    quoted: Quoted
    accepted: int = 0

    @property
    def errors(self) -> int:
        """How many findings keep the deck from being built."""
        return sum(finding.is_error for finding in self.findings)


def check(
    deck: Deck, loaded: tuple[Finding, ...], source: Source | None, lock: Lock, now: int
) -> Report:
    """Check a deck; `loaded` is what was wrong with its files, `now` the second of this check."""
    findings = [*loaded, *_of_items(deck)]
    findings += chain.from_iterable(rule(deck) for rule in COMPARING_RULES)
    if not loaded:  # an item that could not be read has not vanished
        findings += chain.from_iterable(rule(deck, lock) for rule in IDENTITY_RULES)
    if source:
        findings, lock = _against_source(deck, findings, source, lock, now)
    else:
        findings += items_have_receipts(deck, lock)
    states = _count_states(deck, lock)
    words = lock.source.words if lock.source else 0
    if not source:
        findings += quotation_stays_within_limits(deck, _places_in_lock(deck, lock), words)
    found = {replace(finding, deck=deck.id) for finding in findings}
    settled = {finding for finding in found if _is_settled(finding, deck, lock)}
    held: Literal["full", "receipts"] = "full" if source else "receipts"
    return Report(
        deck,
        tuple(sorted(found - settled)),
        lock,
        held,
        states,
        quoted(_places_in_lock(deck, lock), words),
        len(settled),
    )


def _is_settled(finding: Finding, deck: Deck, lock: Lock) -> bool:
    """Whether a curator has accepted a warning about an item as it is now."""
    if not is_settled(finding, lock):
        return False
    item = next(item for item in deck.items if item.id.value == finding.item)
    return state_of(item, deck, lock) == "ok"


def unreadable(loaded: tuple[Finding, ...], lock: Lock) -> Report:
    """Report on a deck of whose `deck.yaml` nothing could be made."""
    states: dict[State, int] = {"ok": 0, "stale": 0, "unchecked": 0}
    return Report(None, tuple(sorted(loaded)), lock, "receipts", states, Quoted(0.0, 0))


def is_text_of(deck: Deck, source: Source) -> bool:
    """Whether any evidence of a deck stands in a text; if none does, it is another deck's text."""
    quotations = [quotation.value for item in deck.items for quotation in item.evidence]
    return not quotations or any(
        next(places_of(quotation, section), None)
        for quotation in quotations
        for section in source.sections.values()
    )


def _of_items(deck: Deck) -> Iterator[Finding]:
    rules = _item_rules(Language(deck.language))
    return (finding for item in deck.items for rule in rules for finding in rule(item))


def _item_rules(language: Language) -> tuple[Callable[[Item], Iterator[Finding]], ...]:
    return tuple(rule for rule in ITEM_RULES if language.has_lists or rule not in ENGLISH_RULES)


def examine(
    item: Item, deck: Deck, source: Source, language: Language
) -> tuple[Passage | None, tuple[Finding, ...]]:
    """Hold one item against the source; give its passage, if found, and all findings about it."""
    findings = [*chain.from_iterable(rule(item) for rule in _item_rules(language))]
    findings += evidence_is_found(item, source)
    passage = _passage(item, source, language)
    if passage and not item.retired:
        findings += _beside(Case(item, deck, source, language, passage))
    return passage, tuple(findings)


def _beside(case: Case) -> Iterator[Finding]:
    return chain.from_iterable(rule(case) for rule in PASSAGE_RULES)


def verdicts(case: Case) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield what each rule asks, by its own words, and what it says of an item."""
    for rule in _item_rules(case.language):
        yield _purpose(rule), tuple(rule(case.item))
    yield _purpose(evidence_is_found), tuple(evidence_is_found(case.item, case.source))
    for each in PASSAGE_RULES:
        yield _purpose(each), tuple(each(case))


def _purpose(rule: object) -> str:
    return (rule.__doc__ or "").split("\n")[0]


def _against_source(
    deck: Deck, findings: list[Finding], source: Source, lock: Lock, now: int
) -> tuple[list[Finding], Lock]:
    """Add what the source has to say; give all findings, and the lock with fresh receipts."""
    language = Language(deck.language)
    passages: dict[str, Passage | None] = {}
    for item in deck.items:
        passages[item.id.value] = passage = _passage(item, source, language)
        findings += evidence_is_found(item, source)
        if passage and not item.retired:
            findings += _beside(Case(item, deck, source, language, passage))
    findings += chain.from_iterable(rule(deck, source) for rule in DECK_RULES)
    findings += quotation_stays_within_limits(deck, _places_of(passages), source.words)
    if not any(
        finding.is_error for finding in findings
    ):  # an item that is wrong elsewhere may need the alias once it is mended
        findings += aliases_are_used(deck, source, language, passages)
    failed = {finding.item for finding in findings if finding.is_error}
    differing = sections_that_differ(source, lock.source) if lock.source else []
    if differing:
        findings.append(_another_edition(deck, differing))
    if not failed or not (differing or is_of_other_rules(lock)):
        failed |= {item.id.value for item in deck.items if not _was_held(item, passages)}
        passed = {id: passage for id, passage in passages.items() if id not in failed}
        lock = renew(deck, lock, source, passed, now)
    return findings, lock


def _was_held(item: Item, passages: Mapping[str, Passage | None]) -> bool:
    """Whether an item had a passage to be held against: it has none if its section is unknown."""
    return item.retired is not None or passages[item.id.value] is not None


def _passage(item: Item, source: Source, language: Language) -> Passage | None:
    section = source.sections.get(item.section)
    return locate(item, section, language) if section else None


def _another_edition(deck: Deck, sections: list[int]) -> Finding:
    listed = ", ".join(f"§{number}" for number in sections)
    message = f"this text is another edition than the one checked before: {listed} differ"
    help = "the receipts name this text once every item passes against it"
    return Finding(deck.file.at(0), "source-edition", message, help, severity="warning")


def _places_of(passages: Mapping[str, Passage | None]) -> Places:
    return {
        id: (passage.section.number, tuple(places_in(passage)))
        for id, passage in passages.items()
        if passage
    }


def _places_in_lock(deck: Deck, lock: Lock) -> Places:
    known = {item.id.value for item in deck.items}
    return {
        id: (receipt.section, receipt.places) for id, receipt in lock.items.items() if id in known
    }


def _count_states(deck: Deck, lock: Lock) -> dict[State, int]:
    states: dict[State, int] = {"ok": 0, "stale": 0, "unchecked": 0}
    for item in deck.items:
        states[state_of(item, deck, lock)] += 1
    return states

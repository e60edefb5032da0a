"""Hold a deck against its source, or against the receipts where there is no source at hand."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Literal, NamedTuple

from studyguide.checking.budget import Places, Quoted, quotation_stays_within_limits, quoted
from studyguide.checking.confusables import told
from studyguide.checking.receipts import (
    Proof,
    State,
    another_edition,
    counted,
    is_of_another_check,
    items_have_receipts,
    renew,
    states_of,
    without_vanished,
)
from studyguide.checking.sections import little_is_left_over, openings_are_found
from studyguide.checking.settled import (
    Class,
    classes_are_needed,
    classes_are_of_warnings,
    settled,
    settled_before,
)
from studyguide.checking.unused import aliases_are_used, themes_are_told
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.lock.digests import content_digest, head_digest, sections_that_differ
from studyguide.lock.lock import Lock
from studyguide.lock.review import is_settled
from studyguide.rules import COMPARING_RULES, IDENTITY_RULES
from studyguide.rules.identity import ids_stay_with_their_items
from studyguide.source.source import Source


class Report(NamedTuple):
    """What a check of one deck came to.

    `lock` is the ledger as it should now be written; `held` what the deck was held against;
    `accepted` counts the warnings that are left out because a curator has settled them one by one,
    `classes` those that `deck.yaml` settles, `examined` the items that were held against the text,
    the rest being vouched for as they are.
    """

    deck: Deck | None
    findings: tuple[Finding, ...]
    lock: Lock
    held: Literal["full", "receipts"]
    states: Mapping[State, int]
    quoted: Quoted
    accepted: int = 0
    examined: int = 0
    classes: tuple[Class, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings keep the deck from being built."""
        return sum(finding.is_error for finding in self.findings)


class _Held(NamedTuple):
    """What a deck is held against: a text, its last edition, and the second of the check.

    `digests` tells each item's content, by id, from what it was in the last edition.
    """

    source: Source
    lock: Lock
    now: int
    digests: Mapping[str, str]


def check(
    deck: Deck, loaded: tuple[Finding, ...], source: Source | None, lock: Lock, now: int
) -> Report:
    """Check a deck; `loaded` is what was wrong with its files, `now` the second of this check.

    An item is not held against the source again if the lock vouches for it: it has passed without
    a warning, the same rules on the same text, and has not changed since.
    """
    findings = [*loaded, *chain.from_iterable(rule(deck) for rule in COMPARING_RULES)]
    digests = {item.id.value: content_digest(item) for item in deck.items}
    if not any(each.is_error for each in loaded):  # an item that could not be read has not vanished
        findings += chain.from_iterable(rule(deck, lock) for rule in IDENTITY_RULES)
        findings += ids_stay_with_their_items(deck, lock, digests)
        lock = without_vanished(lock, deck)
    states = states_of(deck, digests, lock)
    held: Literal["full", "receipts"] = "full" if source else "receipts"
    changed = [item for item in deck.items if not _is_vouched_for(item, states, lock)]
    if source:
        if not _is_the_same(source, lock):
            changed = [*deck.items]
        findings, lock = _against_source(deck, changed, findings, _Held(source, lock, now, digests))
        states = states_of(deck, digests, lock)
    else:
        from studyguide.checking.examine import of_itself

        language = Language(deck.language)
        findings += chain.from_iterable(of_itself(item, language) for item in deck.items)
        findings += items_have_receipts(deck, states, lock)
    words, places = lock.source.words if lock.source else 0, _places_in_lock(deck.items, lock)
    if not source:
        findings += quotation_stays_within_limits(deck, places, words)
    findings += classes_are_of_warnings(deck)
    found = {finding._replace(deck=deck.id) for finding in findings}
    done = settled(found, states, deck, lock)
    if source:
        unused = classes_are_needed(deck, done.by_class)
        found |= {finding._replace(deck=deck.id) for finding in unused}
    alone = len(done.alone)
    return Report(
        deck,
        tuple(sorted(found - done.all)),
        lock,
        held,
        counted(states.values()),
        quoted(places, words),
        alone + settled_before(deck, changed, lock) if source else alone,
        len(changed) if source else 0,
        done.by_class,
    )


def unreadable(loaded: tuple[Finding, ...], lock: Lock) -> Report:
    """Report on a deck of whose `deck.yaml` nothing could be made."""
    return Report(None, tuple(sorted(loaded)), lock, "receipts", counted(()), Quoted(0.0, 0))


def _is_the_same(source: Source, lock: Lock) -> bool:
    """Whether a text is the very file that was checked against before."""
    return lock.source is not None and lock.source.raw == source.raw


def _is_vouched_for(item: Item, states: Mapping[str, State], lock: Lock) -> bool:
    """Whether the lock says that an item, as it is now, has no warning that is not settled."""
    if states[item.id.value] != "ok":
        return False
    receipt = lock.items[item.id.value]
    return not receipt.warnings or (
        receipt.review is not None and receipt.review.accepted.keys() >= set(receipt.warnings)
    )


def _against_source(
    deck: Deck, changed: list[Item], before: list[Finding], held: _Held
) -> tuple[list[Finding], Lock]:
    """Add what the source has to say; give all findings, and the lock with fresh receipts."""
    source, lock, findings = held.source, held.lock, [*before]
    is_same = _is_the_same(source, lock)
    differing = sections_that_differ(source, lock.source) if lock.source and not is_same else []
    proofs = {item.id.value: _vouched(item, lock) for item in deck.items}
    part = _only(deck, changed, lock) if len(changed) < len(deck.items) else deck
    if part.sections or part.parts:
        from studyguide.checking.examine import examined, of_sections  # all rules: long to load

        for id, proof, found in examined(deck, changed, source, held.digests):
            proofs[id] = proof
            findings += found
        findings += of_sections(part, source)
    places = {
        item.id.value: (item.section, proof.places)
        for item in deck.items
        if (proof := proofs[item.id.value])
    }
    edition = lock.source if lock.source and is_same else None
    words, outside = (edition or source).words, (edition or source).outside
    known = {*map(int, edition.sections)} if edition else source.sections
    findings += openings_are_found(deck, source, known)
    findings += little_is_left_over(deck, outside, words)
    findings += quotation_stays_within_limits(deck, places, words)
    if not any(finding.is_error for finding in findings):
        # An item that is wrong elsewhere may need the alias once it is mended.
        used = {key for proof in proofs.values() if proof for key in proof.aliases}
        findings += aliases_are_used(deck, used)
        findings += themes_are_told(deck)
    failed = {finding.item for finding in findings if finding.is_error}
    if differing:
        findings.append(another_edition(deck, source, differing))
    if not failed or not (differing or is_of_another_check(deck, lock)):
        passed = {id: proof for id, proof in proofs.items() if proof and id not in failed}
        lock = renew(deck, lock, source, passed, held.now)
        lock = _with_heads(deck, findings, lock)
    return told(findings, source), lock


def _vouched(item: Item, lock: Lock) -> Proof | None:
    """Take what an earlier check has found from the lock."""
    receipt = lock.items.get(item.id.value)
    if receipt is None:
        return None
    return Proof(receipt.digest, receipt.places, receipt.warnings, receipt.aliases)


def _only(deck: Deck, changed: list[Item], lock: Lock) -> Deck:
    """Give the part of a deck that has to be looked at again."""
    ids = {item.id.value for item in changed}
    changed_parts = {
        part.key for part in deck.parts if lock.heads.get(part.key) != head_digest(part)
    }
    return deck._replace(
        introduction=deck.introduction if "introduction" in changed_parts else None,
        discussion=deck.discussion if "discussion" in changed_parts else (),
        sections=tuple(
            section._replace(items=items)
            for section in deck.sections
            if (items := tuple(item for item in section.items if item.id.value in ids))
            or lock.heads.get(str(section.number)) != head_digest(section)
        ),
    )


def _with_heads(deck: Deck, findings: Iterable[Finding], lock: Lock) -> Lock:
    """Note titles and summaries of sections, and parts of the whole, of which nothing is left to say."""
    of_heads = [each for each in findings if not each.item and not is_settled(each, deck, lock)]
    open_ones = {str(each.section) for each in of_heads}
    open_ones |= {
        part.key for part in deck.parts if any(part.has(each.location) for each in of_heads)
    }
    digests = {str(section.number): head_digest(section) for section in deck.sections}
    digests |= {part.key: head_digest(part) for part in deck.parts}
    heads = {key: digest for key, digest in digests.items() if key not in open_ones}
    current = set(digests.values())
    kept = {digest: review for digest, review in lock.summaries.items() if digest in current}
    return lock._replace(heads=heads, summaries=kept)


def _places_in_lock(items: Iterable[Item], lock: Lock) -> Places:
    known = {item.id.value for item in items}
    return {
        id: (receipt.section, receipt.places) for id, receipt in lock.items.items() if id in known
    }

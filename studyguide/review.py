"""A curator's word that they have read an item beside its passage, and what they accepted there.

It is bound to the item's content and to the text of each finding: when either changes, the item
asks again. Errors cannot be accepted, only mended.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from studyguide.deck import Deck, Item
from studyguide.digests import content_digest
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.lock import Lock, Review


class Pending(NamedTuple):
    """An item that asks for a curator's eye: it has open findings, or nobody has read it yet."""

    item: Item
    findings: tuple[Finding, ...]


def fingerprint(finding: Finding) -> str:
    """Tell a finding by what it says, wherever it stands."""
    return sha256(f"{finding.code}\n{finding.message}".encode()).hexdigest()[:12]


def is_settled(finding: Finding, lock: Lock) -> bool:
    """Whether a curator has accepted a warning; the lock must vouch for the item as it is now."""
    receipt = lock.items.get(finding.item)
    review = receipt.review if receipt else None
    return not finding.is_error and review is not None and fingerprint(finding) in review.accepted


def pending(deck: Deck, findings: tuple[Finding, ...], lock: Lock) -> Iterator[Pending]:
    """Yield the items that ask for a review, in the curator's order."""
    for item in deck.items:
        receipt = lock.items.get(item.id.value)
        is_current = receipt is not None and receipt.digest == content_digest(item)
        is_read = is_current and receipt is not None and receipt.review is not None
        own = tuple(finding for finding in findings if finding.item == item.id.value)
        if own or not is_read:
            yield Pending(item, own)


def accept(lock: Lock, asked: Pending, reason: str, date: str) -> Lock:
    """Give the lock in which an item has been read, and its warnings accepted for a reason.

    Raises `StudyGuideError` if the item has errors, or warnings and no reason.
    """
    id = asked.item.id.value
    if any(finding.is_error for finding in asked.findings) or id not in lock.items:
        raise StudyGuideError(f"`{id}` has errors, which can only be mended")
    if asked.findings and not reason.strip():
        raise StudyGuideError(f"`{id}` has warnings: say why they are accepted (--reason)")
    receipt = lock.items[id]
    earlier = receipt.review.accepted if receipt.review else {}
    accepted = {fingerprint(finding): reason.strip() for finding in asked.findings}
    review = Review(date, {**earlier, **accepted})
    return replace(lock, items={**lock.items, id: replace(receipt, review=review)})

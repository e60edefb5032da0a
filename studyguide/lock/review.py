"""A curator's word that they have read an item beside its passage, and what they accepted there.

It is bound to the item's content and to the text of each finding: when either changes, the item
asks again. Errors cannot be accepted, only mended.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from studyguide.deck.deck import Deck, Part, Section
from studyguide.deck.item import Item
from studyguide.errors import StudyGuideError
from studyguide.finding import NO_SECTION, Finding, Location
from studyguide.lock.digests import content_digest, head_digest
from studyguide.lock.lock import Lock, Review


class Pending(NamedTuple):
    """What asks for a curator's eye: it has open findings, or is an item that nobody has read yet.

    Of a section only its title and summary are meant.
    """

    what: Item | Section | Part
    findings: tuple[Finding, ...]

    @property
    def id(self) -> str:
        """The item's id, or `section-3`, or `introduction`."""
        if isinstance(self.what, Part):
            return self.what.key
        return self.what.id.value if isinstance(self.what, Item) else f"section-{self.what.number}"

    @property
    def place(self) -> Location:
        """Where it stands."""
        if isinstance(self.what, Part):
            return self.what.file.within(self.what.texts[0])
        text = self.what.id if isinstance(self.what, Item) else self.what.title
        return self.what.file.within(text)


def fingerprint(finding: Finding) -> str:
    """Tell a finding by what it says, wherever it stands."""
    return sha256(f"{finding.code}\n{finding.message}".encode()).hexdigest()[:12]


def is_settled(finding: Finding, deck: Deck, lock: Lock) -> bool:
    """Whether a curator has settled a warning, alone or with all of its class.

    That the lock vouches for an item as it is now, `checking/settled.py` asks.
    """
    if finding.is_error:
        return False
    return finding.code in deck.accepted or is_accepted(finding, deck, lock)


def is_accepted(finding: Finding, deck: Deck, lock: Lock) -> bool:
    """Whether a curator has accepted this very warning in a review."""
    review = _review_of(finding, deck, lock)
    return not finding.is_error and review is not None and fingerprint(finding) in review.accepted


def _review_of(finding: Finding, deck: Deck, lock: Lock) -> Review | None:
    if finding.item:
        receipt = lock.items.get(finding.item)
        return receipt.review if receipt else None
    heads: Iterable[Section | Part] = (
        (section for section in deck.sections if section.number == finding.section)
        if finding.section != NO_SECTION
        else (part for part in deck.parts if part.has(finding.location))
    )
    return next((lock.summaries.get(head_digest(head)) for head in heads), None)


def pending(deck: Deck, findings: tuple[Finding, ...], lock: Lock) -> Iterator[Pending]:
    """Yield what asks for a review, in the curator's order, what stands above the items first."""
    for part in deck.parts:
        of_whole = (each for each in findings if not each.item and each.section == NO_SECTION)
        if own := tuple(each for each in of_whole if part.has(each.location)):
            yield Pending(part, own)
    for section in deck.sections:
        said = (each for each in findings if not each.item and each.section == section.number)
        if own := tuple(each for each in said if each.location.path == section.file.path):
            yield Pending(section, own)
    for item in deck.items:
        receipt = lock.items.get(item.id.value)
        is_current = receipt is not None and receipt.digest == content_digest(item)
        is_read = is_current and receipt is not None and receipt.review is not None
        own = tuple(finding for finding in findings if finding.item == item.id.value)
        if own or not is_read:
            yield Pending(item, own)


def accept(lock: Lock, asked: Pending, reason: str, date: str) -> Lock:
    """Give the lock in which something has been read, and its warnings accepted for a reason.

    Raises `StudyGuideError` if the item has errors, or warnings and no reason.
    """
    id, is_item = asked.id, isinstance(asked.what, Item)
    if any(finding.is_error for finding in asked.findings) or (is_item and id not in lock.items):
        raise StudyGuideError(f"`{id}` has errors, which can only be mended")
    if asked.findings and not reason.strip():
        raise StudyGuideError(f"`{id}` has warnings: say why they are accepted (--reason)")
    reason = reason.strip()
    accepted = {fingerprint(finding): reason for finding in asked.findings}
    new = Review(date, accepted, note="" if accepted else reason)
    if not isinstance(asked.what, Item):
        digest = head_digest(asked.what)
        review = _added(lock.summaries.get(digest), new)
        return lock._replace(summaries={**lock.summaries, digest: review})
    receipt = lock.items[id]
    review = _added(receipt.review, new)
    return lock._replace(items={**lock.items, id: receipt._replace(review=review)})


def _added(earlier: Review | None, new: Review) -> Review:
    if earlier is None:
        return new
    return new._replace(
        accepted={**earlier.accepted, **new.accepted}, note=new.note or earlier.note
    )

"""Receipts: which items the lock vouches for, and what it says of them after a check."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from studyguide import rules
from studyguide.deck.cloze import hidden_by_number
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.finding import Finding, Severity
from studyguide.lock.digests import content_digest, edition_of, shown_digest, terms_digest
from studyguide.lock.lock import LATEST, Lock, Place, Receipt, Sent, citation_of
from studyguide.source.source import Source

if TYPE_CHECKING:
    from studyguide.evidence.passage import Passage

_A_DAY = 24 * 60 * 60
_AN_AGE = 1_000_000_000

State = Literal["ok", "stale", "unchecked"]
STATES: tuple[State, ...] = ("ok", "stale", "unchecked")


class Proof(NamedTuple):
    """What came of holding an item of this content against the source.

    `places` is where its evidence stands, `warnings` the fingerprint of each warning, `aliases`
    which of the deck's aliases it needs.
    """

    digest: str
    places: tuple[Place, ...]
    warnings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def states_of(deck: Deck, digests: Mapping[str, str], lock: Lock) -> dict[str, State]:
    """Tell of each item whether the lock vouches for it; `digests` are those of their content."""
    is_current = not is_of_another_check(deck, lock)
    states: dict[str, State] = {}
    for id, digest in digests.items():
        receipt = lock.items.get(id)
        if receipt is None or not receipt.digest:
            states[id] = "unchecked"
        else:
            states[id] = "ok" if is_current and receipt.digest == digest else "stale"
    return states


def counted(found: Iterable[State]) -> dict[State, int]:
    """Count the items in each state."""
    states: dict[State, int] = {"ok": 0, "stale": 0, "unchecked": 0}
    for state in found:
        states[state] += 1
    return states


def is_of_another_check(deck: Deck, lock: Lock) -> bool:
    """Whether what the lock vouches for has passed other rules, or under another `deck.yaml`."""
    is_current = lock.rules == rules.VERSION and lock.terms == terms_digest(deck)
    return bool(lock.items) and not is_current


def items_have_receipts(deck: Deck, states: Mapping[str, State], lock: Lock) -> Iterator[Finding]:
    """Report each item that cannot be trusted without the source text."""
    for item in deck.items:
        state = "ok" if item.lacks_evidence else states[item.id.value]  # which is told already
        if state == "stale":
            message = "this item has changed since it was last checked"
            if lock.rules != rules.VERSION:
                message = "the rules have changed since this item was last checked"
            elif lock.terms != terms_digest(deck):
                message = "deck.yaml has changed since this item was last checked"
            help = "check it with the source text at hand: studyguide check --source FILE"
            yield item.error(item.id, "receipt-stale", message, help)
        elif state == "unchecked":
            message = "nothing says that this item has passed the check against the source"
            help = "check it with the source text at hand: studyguide check --source FILE"
            yield item.error(item.id, "receipt-missing", message, help)


def dates_have_come(deck: Deck, lock: Lock, now: int) -> Iterator[Finding]:
    """Warn of items that are dated after today: what a learner edits later is still overwritten.

    It is an error where hardly a date is left above.
    """
    dates = [receipt.modified for receipt in lock.items.values()]
    dates += [stamp.modified for stamp in lock.note_types.values()]
    late = [modified for modified in dates if modified > now + _A_DAY]
    if late:
        latest = f"{datetime.fromtimestamp(max(late), UTC):%Y-%m-%d}"
        message = f"deck.lock dates {len(late)} changes after today, the last one {latest}"
        help = (
            "set the clock right; if no edition has gone out since, restore deck.lock from version "
            "control, else leave it: what comes next is dated above"
        )
        severity: Severity = "error" if max(late) > LATEST - _AN_AGE else "warning"
        yield Finding(deck.file.at(0), "date-future", message, help, severity=severity)


def another_edition(deck: Deck, source: Source, sections: list[int]) -> Finding:
    """Report that a text differs from the one that the receipts are of, in these sections."""
    from studyguide.checking.examine import is_text_of

    listed = ", ".join(f"§{number}" for number in sections)
    verb = "differs" if len(sections) == 1 else "differ"
    message = f"this text is another edition than the one checked before: {listed} {verb}"
    help = "that is meant to be if you changed it: deck.lock, which every check writes, names this text once all items pass against it"
    if not is_text_of(deck, source):
        message = "this is another text than the one checked before: no quotation stands in it"
        help = "name the text of this deck with --source, or in $STUDYGUIDE_SOURCE"
    return Finding(deck.file.at(0), "source-edition", message, help, severity="warning")


def renew(deck: Deck, lock: Lock, source: Source, passed: Mapping[str, Proof], now: int) -> Lock:
    """Give the lock with a fresh receipt for each item that passed; `now` in seconds.

    An item that did not pass keeps its receipt, unless that vouched for the item as it is now.
    """
    items = dict(lock.items)
    for item in deck.items:
        known = items.get(item.id.value)
        if item.id.value not in passed:
            if known and known.digest == content_digest(item):
                items[item.id.value] = known._replace(digest="")
        else:
            ids = (item.id.value, *(old.value for old in item.was))
            earlier = _carried_on([items.pop(id) for id in ids if id in items])
            items[item.id.value] = _receipt(item, deck, passed[item.id.value], earlier, now)
    edition = lock.source
    is_known = bool(passed or items)  # a text in which nothing stands may be another's
    if is_known and (
        edition is None or edition.raw != source.raw or is_of_another_check(deck, lock)
    ):
        edition = edition_of(source)
    terms = terms_digest(deck)
    lock = lock._replace(rules=rules.VERSION, terms=terms, source=edition, items=items)
    return lock._replace(deck=(lock.deck if lock.is_published else "") or deck.id)


def _carried_on(known: list[Receipt]) -> Receipt | None:
    """Give the first of the receipts that an item has had under several ids, with their last date."""
    if not known:
        return None
    unpublished = all(receipt.unpublished for receipt in known)
    modified = max(receipt.modified for receipt in known)
    sent = known[0].sent if len(known) == 1 else None
    return known[0]._replace(modified=modified, unpublished=unpublished, sent=sent)


def without_vanished(lock: Lock, deck: Deck) -> Lock:
    """Give the lock without what is neither here nor renamed, and what no learner can have."""
    here = {item.id.value for item in deck.items}
    here |= {old.value for item in deck.items for old in item.was}
    kept = {id: each for id, each in lock.items.items() if id in here or not each.unpublished}
    return lock._replace(items=kept) if len(kept) < len(lock.items) else lock


def _receipt(item: Item, deck: Deck, proof: Proof, earlier: Receipt | None, now: int) -> Receipt:
    """Make a receipt; what `earlier` editions gave learners is carried on."""
    hidden = {str(number): text for number, text in hidden_by_number(item.pieces).items()}
    places = proof.places or (earlier.places if earlier else ())
    shown = shown_digest(item, deck, citation_of(item.section, places))
    is_unchanged = earlier is not None and earlier.shown == shown
    given = earlier if earlier and not earlier.unpublished else None
    return Receipt(
        digest=proof.digest,
        shown=shown,
        modified=_dated(shown, earlier, now),
        kind=item.kind,
        section=item.section,
        origin=earlier.origin if earlier else [*item.was, item.id][0].value,
        places=places,
        clozes={**(given.clozes if given else {}), **hidden},
        retired=item.retired is not None,
        review=earlier.review if earlier and earlier.digest == proof.digest else None,
        warnings=proof.warnings,
        aliases=proof.aliases,
        reverse=item.reverse or (given is not None and given.reverse),
        passage=earlier.passage if earlier else "",
        written=earlier.written if earlier and is_unchanged else "",
        unpublished=given is None,
        sent=_sent(earlier, is_unchanged=is_unchanged),
    )


def _sent(earlier: Receipt | None, *, is_unchanged: bool) -> Sent | None:
    """Tell how a note was last given to learners, if its item has changed since."""
    if earlier is None or is_unchanged or not earlier.written:
        return earlier.sent if earlier else None
    return Sent(earlier.modified, earlier.written, earlier.passage)


def _dated(shown: str, earlier: Receipt | None, now: int) -> int:
    """Give the second of the last change: Anki takes an update only if it rises."""
    if earlier is None:
        return now
    return earlier.modified if earlier.shown == shown else max(now, earlier.modified + 1)


def places_in(passage: "Passage") -> Iterator[Place]:
    """Yield where each quoted run of a passage stands."""
    for runs in passage.quotations:
        for first, last in runs:
            section = passage.section
            yield Place(section.paragraph_of(first).label, first, last, section.page_of(first))

"""Everything that is held against a deck, each rule one small generator of findings.

What every rule looks at stands where it is registered. Each check asks, and here stand, the `COMPARING_RULES`, which see
all items side by side, and the `IDENTITY_RULES`, which see the deck and its last edition in the lock. Those of an item, and of what the
deck says of its sections, are asked only where that has changed: `checking/registry.py`. So what they need is
loaded only then.

In: items, a `Case`, a `Deck` and its `Source`. Out: `Finding`s. Never: another rule's findings.
"""

from collections.abc import Callable, Iterator

from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.lock.lock import Lock
from studyguide.rules.formulation import dates_have_their_place, questions_differ
from studyguide.rules.giveaways import no_neighbour_gives_the_answer
from studyguide.rules.identity import (
    cards_do_not_drop_out,
    cloze_numbers_keep_their_meaning,
    deck_keeps_its_id,
    ids_are_not_used_again,
    ids_do_not_vanish,
    items_do_not_share_a_note,
    kinds_do_not_change,
    old_ids_are_known,
)

VERSION = 22
"""Raised whenever a rule changes what it lets pass: every receipt is stale then."""

COMPARING_RULES: tuple[Callable[[Deck], Iterator[Finding]], ...] = (
    questions_differ,
    no_neighbour_gives_the_answer,
    dates_have_their_place,
)

IDENTITY_RULES: tuple[Callable[[Deck, Lock], Iterator[Finding]], ...] = (
    deck_keeps_its_id,
    ids_do_not_vanish,
    old_ids_are_known,
    ids_are_not_used_again,
    items_do_not_share_a_note,
    kinds_do_not_change,
    cloze_numbers_keep_their_meaning,
    cards_do_not_drop_out,
)

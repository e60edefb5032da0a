"""Dates: each stands on the timeline of the guide."""

from collections.abc import Iterator

from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.language.dates import time_of

_LEAST_FOR_A_TIMELINE = 2


def dates_have_their_place(deck: Deck) -> Iterator[Finding]:
    """Warn of a date that the timeline of the others cannot show, since it names no year."""
    dates = [item for item in deck.items if item.kind == "date" and not item.retired]
    missing = [item for item in dates if time_of(item.prompt.value) is None]
    if len(dates) - len(missing) < _LEAST_FOR_A_TIMELINE:
        return
    for item in missing:
        message = f"the timeline cannot show `{item.prompt.value}`: it names no year"
        help = "name the year (years below 100 as AD 79), or accept in a review that it is left out"
        yield item.warning(item.prompt, "date-unplaced", message, help)

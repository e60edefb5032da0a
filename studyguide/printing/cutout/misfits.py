"""What an author is told of a text that does not fit its card, in the smallest size either."""

from collections.abc import Iterator, Sequence
from math import ceil

from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.printing.cutout.fit import Misfit
from studyguide.printing.cutout.imposition import Sheet


def findings_of(deck: Deck, misfits: Sequence[Misfit], sheet: Sheet) -> Iterator[Finding]:
    """Report each item of which a card does not fit, once, at the longest of its texts."""
    items = {item.id.value: item for item in deck.items}
    worst: dict[str, Misfit] = {}
    for misfit in sorted(misfits, key=lambda each: each.needed - each.room):
        worst[misfit.id] = misfit
    for id, misfit in worst.items():
        item = items[id]
        text = max(item.texts(), key=lambda each: len(each.value))
        message = (
            f"the {misfit.side} of a cut-out card takes {ceil(misfit.needed)} mm in the smallest "
            f"size, and a card of {sheet.card} has {int(misfit.room)} mm for it"
        )
        yield item.error(
            text,
            "card-overfull",
            message,
            f"shorten it{_or_else(misfit, sheet)}",
        )


def _or_else(misfit: Misfit, sheet: Sheet) -> str:
    """Say how large a card would do, if any would."""
    height = ceil(sheet.card.height + misfit.needed - misfit.room)
    if height > sheet.tallest:
        return ""
    size = f"--card-size {sheet.card.width:g}x{height}"
    grid = "--cards grid " if sheet.is_perforated else ""
    return f", or build with {grid}{size}"

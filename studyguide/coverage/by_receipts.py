"""Coverage without the source text: what `deck.lock` still knows of where evidence stands."""

import re
from collections.abc import Iterator, Mapping

from studyguide.coverage.coverage import Coverage, CoveredParagraph, CoveredSection
from studyguide.deck.deck import Deck
from studyguide.lock.lock import Lock, Place

_LABEL = re.compile(r"[¶•†](?P<number>[1-9]\d{0,3})")

Places = Mapping[str, tuple[Place, ...]]
"""Where the evidence of a section's items stands, by their ids."""


def cover_by_receipts(deck: Deck, lock: Lock) -> Coverage:
    """Tell how many items draw on each paragraph, as far as receipts say.

    A paragraph is known if an item draws on it or on a later one: what follows the last is not. Nor
    are names, numbers and dates.
    """
    places: dict[int, dict[str, tuple[Place, ...]]] = {}
    unplaced = []
    for item in (item for item in deck.items if not item.retired):
        receipt = lock.items.get(item.id.value)
        if receipt and receipt.places and receipt.section == item.section:
            places.setdefault(item.section, {})[item.id.value] = receipt.places
        else:
            unplaced.append(item.id.value)
    sections = (
        _section(section.number, section.title.value, places.get(section.number, {}))
        for section in deck.sections
    )
    return Coverage(
        deck.id, deck.title.value, deck.language, "receipts", tuple(sections), tuple(unplaced)
    )


def _section(number: int, title: str, places: Places) -> CoveredSection:
    paragraphs = (_paragraph(label, places) for label in _labels(places))
    return CoveredSection(number, title, tuple(places), tuple(paragraphs))


def _paragraph(label: str, places: Places) -> CoveredParagraph:
    here = {
        id: [(place.first, place.last) for place in found if place.label == label]
        for id, found in places.items()
    }
    quoted = sorted({run for runs in here.values() for run in runs})
    all_here = (place for found in places.values() for place in found if place.label == label)
    page = min(((place.first, place.page) for place in all_here), default=(0, ""))[1]
    ids = tuple(id for id, runs in here.items() if runs)
    return CoveredParagraph(label, ids, tuple(quoted), page=page)


def _labels(places: Places) -> list[str]:
    """List the labels in the order of the text, those that no item draws on filled in between."""
    at: dict[str, int] = {}
    for place in (place for found in places.values() for place in found):
        for label in _up_to(place.label):
            at[label] = min(place.first, at.get(label, place.first))
    return sorted(at, key=lambda label: (at[label], len(label), label))


def _up_to(label: str) -> Iterator[str]:
    """Count up to a label: ¶1, ¶2 and ¶3 for ¶3."""
    match = _LABEL.fullmatch(label)
    for number in range(1, int(match["number"]) if match else 1):
        yield f"{label[0]}{number}"
    yield label

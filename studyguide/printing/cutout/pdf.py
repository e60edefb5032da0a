"""The cut-out cards as a PDF: a test sheet, then fronts and backs, each where it belongs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from studyguide import __version__
from studyguide.guide.guide import Guide, pictures_of
from studyguide.printing.cutout.cards import Card, Face, cards_of_guide
from studyguide.printing.cutout.fit import (
    BORDER,
    FOOT,
    GAP,
    Fit,
    Misfit,
    fit,
    lines_of_foot,
    width_for_text,
)
from studyguide.printing.cutout.imposition import Sheet, Size, Spot
from studyguide.printing.press.html import render
from studyguide.printing.press.pdf import heights, write_page
from studyguide.printing.press.resources import Resources
from studyguide.system.atomic import replacing
from studyguide.templates import Templates


class Placed(NamedTuple):
    """A face on a page; `opening` is a bookmark, for the first front of a section.

    `place` names the spot: `front-2` is the third of the sheet.
    """

    face: Face
    place: str
    fit: Fit
    opening: str


class Page(NamedTuple):
    """A page of faces: fronts, backs, or both on either side of a fold."""

    side: Literal["fronts", "back", "folded"]
    cards: tuple[Placed, ...]


def write_cards(guide: Guide, templates: Templates, sheet: Sheet, path: Path) -> tuple[Misfit, ...]:
    """Write the cards of a guide to `path`, as PDF/UA-1; the same guide gives the same bytes.

    A card of which a text does not fit is left out, and given back; a file without cards is not written.
    Raises `StudyGuideError` for the same reasons as `pdf.write_guide`, and where it cannot write.
    """
    cards = cards_of_guide(guide)
    faces = [face for card in cards for face in card]
    values = _values(sheet)

    def measure(some: Sequence[Face], step: int) -> list[float]:
        page = render(
            templates, "cutout/measure.html", guide=guide, faces=some, step=step, **values
        )
        found = heights(page, _resources(guide, templates, sheet), "cutout/measure.html")
        return [found[str(index)] for index in range(len(some))]

    fits, misfits = fit(faces, sheet.card, measure)
    cards, fits = _fitting(cards, fits)
    if misfits and not cards:
        return misfits
    page = render(
        templates,
        "cutout/cutout.html",
        guide=guide,
        pages=tuple(_pages(guide, cards, fits, sheet)),
        modified=datetime.fromtimestamp(guide.modified, UTC),
        version=__version__,
        **values,
    )
    with replacing(path) as beside:
        write_page(page, _resources(guide, templates, sheet), "cutout/cutout.html", beside)
    return misfits


def _fitting(
    cards: Sequence[Card], fits: Mapping[int, Fit]
) -> tuple[tuple[Card, ...], dict[int, Fit]]:
    """Leave out each card of which a side does not fit."""
    kept = [number for number in range(len(cards)) if {2 * number, 2 * number + 1} <= fits.keys()]
    sides = (fits[2 * number + side] for number in kept for side in (0, 1))
    return tuple(cards[number] for number in kept), dict(enumerate(sides))


def _values(sheet: Sheet) -> dict[str, Any]:
    """Give the measures that every template of the cards knows, in millimetres."""
    return {
        "sheet": sheet,
        "room": width_for_text(sheet.card),
        "border": BORDER,
        "gap": GAP,
        "below": FOOT,
        "lines_of_foot": lines_of_foot,
        "spot": Spot,
        "size": Size,
    }


def _resources(guide: Guide, templates: Templates, sheet: Sheet) -> Resources:
    marks = render(templates, "cutout/marks.svg", sheet=sheet)
    images = [image for entry in guide.entries for image in pictures_of(entry)]
    return Resources.of(images, templates, {"/drawn/marks.svg": marks.encode()})


def _pages(
    guide: Guide, cards: Sequence[Card], fits: dict[int, Fit], sheet: Sheet
) -> Iterator[Page]:
    """Deal the cards out to sheets; a last sheet that is not full has its first places taken."""
    openings = _openings(guide, cards)
    last: list[Page] = []
    for start in range(0, len(cards), sheet.capacity):
        numbers = range(start, min(start + sheet.capacity, len(cards)))
        fronts, backs = [], []
        for place, number in enumerate(numbers):
            front, back = cards[number]
            opening = openings.get(number, "")
            fronts.append(Placed(front, f"front-{place}", fits[2 * number], opening))
            backs.append(Placed(back, f"back-{place}", fits[2 * number + 1], ""))
        if sheet.is_folded:
            yield Page("folded", (*fronts, *backs))
        elif sheet.backs_last:
            yield Page("fronts", tuple(fronts))
            last.append(Page("back", tuple(backs)))
        else:
            yield from (Page("fronts", tuple(fronts)), Page("back", tuple(backs)))
    yield from last


def _openings(guide: Guide, cards: Sequence[Card]) -> dict[int, str]:
    """Name the sections by the number of the card with which each begins."""
    titles = {section.number: f"{section.number} {section.title}" for section in guide.sections}
    first: dict[int, int] = {}
    for number, card in enumerate(cards):
        first.setdefault(card.front.section, number)
    return {number: titles[section] for section, number in first.items()}

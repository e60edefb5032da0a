"""The cut-out cards as a PDF: a test sheet, then fronts and backs, each where it belongs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from studyguide import __version__
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Guide, pictures_of
from studyguide.printing.cutout.balance import blank_for, fitted
from studyguide.printing.cutout.cards import Card, Face, cards_of_guide
from studyguide.printing.cutout.centring import in_the_middle
from studyguide.printing.cutout.fit import (
    BORDER,
    FOOT,
    GAP,
    SMALLEST_FOR_A_WORD,
    Fit,
    Misfit,
    fit,
    height_for_text,
    is_divided,
    largest,
    lines_of_foot,
    may_not_fit,
    width_for_text,
)
from studyguide.printing.cutout.imposition import Sheet, Size, Spot
from studyguide.printing.cutout.last_lines import kept_together
from studyguide.printing.cutout.tables import with_tables_set
from studyguide.printing.cutout.test_sheet import STEPS, closeness_of, most_lines_of_rights
from studyguide.printing.cutout.two_columns import in_two_columns
from studyguide.printing.lines.ink import with_ink
from studyguide.printing.press.html import render
from studyguide.printing.press.last_touches import Sides
from studyguide.printing.press.pdf import Press, identifier, open_press
from studyguide.printing.press.resources import Resources
from studyguide.system.atomic import replacing
from studyguide.templates import Templates


class Placed(NamedTuple):
    """A face on a page; `opening` is a bookmark, for the first front of a section.

    `place` names the spot: `front-2` is the third of the sheet. `number` is the face's among all.
    """

    face: Face
    place: str
    fit: Fit
    opening: str
    number: int


class Page(NamedTuple):
    """A page of faces: fronts, backs, or both on either side of a fold."""

    side: Literal["fronts", "back", "folded"]
    cards: tuple[Placed, ...]


def write_cards(guide: Guide, templates: Templates, sheet: Sheet, path: Path) -> tuple[Misfit, ...]:
    """Write the cards of a guide to `path`, as PDF/UA-1; the same guide gives the same bytes.

    Of plain words it is known how tall they are. Other texts that seem short enough are laid out in the largest size,
    and measured there: few are not. A card of which a text does not fit is left out, and given back; a file without
    cards is not written.
    Raises `StudyGuideError` for the same reasons as `pdf.write_guide`, and where it cannot write.
    """
    guide = with_ink(guide, templates)
    try:
        with open_press(_resources(guide, templates, sheet), "cutout/cutout.html") as press:
            setting = _Setting(guide, templates, sheet)
            room, has_own_faces = width_for_text(sheet.card), bool(templates.faces)
            cards = tuple(
                with_tables_set(card, room, has_own_faces=has_own_faces)
                for card in cards_of_guide(guide)
            )
            printed, misfits = _printed(press, cards, setting)
    except OSError as error:
        raise StudyGuideError(f"cannot write a temporary file: {error.strerror}") from error
    if printed:
        with replacing(path) as beside:
            beside.write_bytes(printed)
    return misfits


class _Setting(NamedTuple):
    """What decides on cards beside what they say."""

    guide: Guide
    templates: Templates
    sheet: Sheet

    def filled_in(self, template: str, **values: Any) -> str:
        """Fill in a template with that, and with the measures that it knows."""
        return render(self.templates, template, guide=self.guide, **_values(self.sheet), **values)


def _printed(
    press: Press, cards: tuple[Card, ...], setting: _Setting
) -> tuple[bytes, tuple[Misfit, ...]]:
    """Print the cards, but those of which a text does not fit; nothing where none is left of some."""
    size = setting.sheet.card
    faces = [face for card in cards for face in (card.front, card.back)]
    by_words = fitted(faces, size, setting.guide.vocabulary)
    fits, shown = dict[int, Fit](), dict[int, Face]()
    for number, face in enumerate(faces):
        known = by_words.get(number)
        fits[number], shown[number] = known or (largest(size), kept_together(face, size))
    rooms = {number: height_for_text(size, face) for number, face in enumerate(faces)}
    loose = [number for number, face in shown.items() if not face.is_balanced]
    doubtful = [number for number in loose if may_not_fit(faces[number], size)]
    misfits: tuple[Misfit, ...] = ()
    while True:
        shown |= {number: kept_together(faces[number], size) for number in doubtful}
        found, left = _measured(press, {each: shown[each] for each in doubtful}, setting)
        fits = {each: fits[each] for each in fits.keys() - {*doubtful}} | found
        tight = (each for each, it in fits.items() if it.step > SMALLEST_FOR_A_WORD)
        lists = {each: in_two_columns(faces[each], size) for each in (*tight, *left)}
        columns = {each: face for each, face in lists.items() if face}
        larger, still = _measured(press, columns, setting)
        for each, it in larger.items():
            if each in left or it.step < fits[each].step:
                fits[each], shown[each] = it, columns[each]
        misfits += tuple(still.get(each, it) for each, it in left.items() if each not in larger)
        kept = {
            at: card._replace(front=shown[2 * at], back=shown[2 * at + 1])
            for at, card in enumerate(cards)
            if {2 * at, 2 * at + 1} <= fits.keys()
        }
        if misfits and not kept:
            return b"", misfits
        pages = tuple(_pages(setting.guide, kept, fits, setting.sheet))
        left_out = dict.fromkeys(card.number for at, card in enumerate(cards) if at not in kept)
        page = _page(press, setting, pages, tuple(left_out))
        seen = {side for at in kept for side in (2 * at, 2 * at + 1) if fits[side].is_to_be_seen}
        document, doubtful = in_the_middle(
            press.laid_out(page), {each: rooms[each] for each in seen}
        )
        if not doubtful:
            printed = press.printed(
                document, _sides(setting.sheet), pdf_identifier=identifier(page)
            )
            return printed, misfits


def _sides(sheet: Sheet) -> Sides:
    """Tell on which sides a printer is to print; paper that is turned by hand is printed on one side twice."""
    if sheet.is_folded or sheet.backs_last:
        return "Simplex"
    return "DuplexFlipLongEdge" if sheet.flip == "long" else "DuplexFlipShortEdge"


def _page(
    press: Press, setting: _Setting, pages: tuple[Page, ...], left_out: tuple[str, ...]
) -> str:
    """Compose the cards as HTML, with the numbers of those that are left out."""
    more: dict[str, Any] = {"left_out": left_out, "pages": pages}

    def measure() -> dict[str, float]:
        return press.heights(setting.filled_in("cutout/measure-test.html", steps=STEPS, **more))

    more["closeness"] = closeness_of(setting.guide, setting.sheet, len(left_out), measure)
    more["most_lines_of_rights"] = most_lines_of_rights(setting.sheet)
    more["modified"] = datetime.fromtimestamp(setting.guide.modified, UTC)
    return setting.filled_in("cutout/cutout.html", version=__version__, **more)


def _measured(
    press: Press, faces: Mapping[int, Face], setting: _Setting
) -> tuple[dict[int, Fit], dict[int, Misfit]]:
    """Find the largest size in which faces fit, by their numbers, and which fit in none."""

    def measure(some: Sequence[Face], step: int) -> list[float]:
        found = press.heights(setting.filled_in("cutout/measure.html", faces=some, step=step))
        return [found[str(index)] for index in range(len(some))]

    if not faces:
        return {}, {}
    fits, misfits = fit([*faces.values()], setting.sheet.card, measure)
    numbers = [*faces]
    found = {numbers[index]: each for index, each in fits.items()}
    left = (number for number in numbers if number not in found)
    return found, dict(zip(left, misfits, strict=True))


def _values(sheet: Sheet) -> dict[str, Any]:
    """Give the measures that every template of the cards knows, in millimetres."""
    return {
        "sheet": sheet,
        "room": width_for_text(sheet.card),
        "border": BORDER,
        "gap": GAP,
        "below": FOOT,
        "lines_of_foot": lines_of_foot,
        "is_divided": is_divided,
        "blank_for": blank_for,
        "spot": Spot,
        "size": Size,
    }


def _resources(guide: Guide, templates: Templates, sheet: Sheet) -> Resources:
    marks = render(templates, "cutout/marks.svg", sheet=sheet)
    images = [image for entry in guide.entries for image in pictures_of(entry)]
    return Resources.of(images, templates, {"/drawn/marks.svg": marks.encode()})


def _pages(
    guide: Guide, cards: Mapping[int, Card], fits: Mapping[int, Fit], sheet: Sheet
) -> Iterator[Page]:
    """Deal the cards out to sheets."""
    openings = _openings(guide, cards)
    last: list[Page] = []
    numbers = [*cards]
    for dealt in sheet.dealt(len(numbers)):
        fronts, backs = [], []
        for place, nth in dealt.items():
            number = numbers[nth]
            front, back, _ = cards[number]
            opening, at = openings.get(number, ""), 2 * number
            fronts.append(Placed(front, f"front-{place}", fits[at], opening, at))
            backs.append(Placed(back, f"back-{place}", fits[at + 1], "", at + 1))
        if sheet.is_folded:
            yield Page("folded", (*fronts, *backs))
        elif sheet.backs_last:
            yield Page("fronts", tuple(fronts))
            last.append(Page("back", tuple(backs)))
        else:
            yield from (Page("fronts", tuple(fronts)), Page("back", tuple(backs)))
    yield from last


def _openings(guide: Guide, cards: Mapping[int, Card]) -> dict[int, str]:
    """Name the sections by the number of the card with which each begins."""
    titles = {section.number: f"{section.number} {section.title}" for section in guide.sections}
    first: dict[int, int] = {}
    for number, card in cards.items():
        first.setdefault(card.front.section, number)
    return {number: titles[section] for section, number in first.items()}

"""Texts that are laid out at the top of their cards, moved to the middle of the room that they have."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from studyguide.printing.cutout.fit import BORDER, top_for
from studyguide.printing.press.boxes import PIXELS, boxes_in, move
from studyguide.printing.press.page_numbers import again


def in_the_middle(document: Any, rooms: Mapping[int, float]) -> tuple[Any, list[int]]:
    """Give the document with texts in the middle of their rooms, heights in millimetres by number.

    A text is known by its number in `data-face`. Those that are not there, as in a template from before
    there were numbers, or are too tall are given instead, and the document is not to be used. One that goes on on the
    next page, from a card at the foot of its own, is too tall, whatever there is of it on each.
    """
    moved: set[int] = set()
    pages = [*document.pages]
    texts = [[*_texts(page._page_box)] for page in pages]  # noqa: SLF001, it is nowhere else
    parts = Counter(text.element.attrib["data-face"] for each in texts for text, _ in each)
    for at, page in enumerate(pages):
        _centre_lists(page._page_box)  # noqa: SLF001, it is nowhere else
        for text, below in texts[at]:
            number = int(text.element.attrib["data-face"])
            space = rooms[number] - text.height / PIXELS
            if space >= 0 and parts[text.element.attrib["data-face"]] == 1:
                moved.add(number)
                _put(text, below, space)
        pages[at] = again(page)
    return document.copy(pages), sorted(rooms.keys() - moved)


def _texts(page: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Yield each text that is to be moved, with what stands below it."""
    for box in boxes_in(page, positioned=True):
        children = getattr(box, "children", ())
        for at, child in enumerate(children):
            element = child.element
            if element is not None and element is not box.element and "data-face" in element.attrib:
                yield child, [each for each in children[at + 1 :] if each.is_in_normal_flow()]


def _put(text: Any, below: list[Any], space: float) -> None:
    """Move a text down by half of a space, and what stands below it by all: as paddings would, in thousandths."""
    top = round(top_for(space), 3)
    down = (top - BORDER) * PIXELS
    move(text, down)
    for each in below:
        move(each, down + round(top_for(space) - BORDER, 3) * PIXELS)


def _centre_lists(page: Any) -> None:
    """Put lists in the middle of their cards, by their longest line: they are laid out as wide as a card.

    Those of texts that are ranged stay.
    """
    for text in boxes_in(page, positioned=True):
        if text.element_tag != "div" or text.style["text_align_all"] != "center":
            continue
        for block in getattr(text, "children", ()):
            if block.element_tag == "ul" and (spans := [*_spans(block)]):
                left, right = min(first for first, _ in spans), max(last for _, last in spans)
                middle = text.content_box_x() + text.width / 2
                move(block, 0, middle - (left + right) / 2)


def _spans(block: Any) -> Iterator[tuple[float, float]]:
    """Yield where each word run, or picture, of a block begins and ends."""
    for box in boxes_in(block):
        if not getattr(box, "children", None):
            yield box.position_x, box.position_x + box.margin_width()

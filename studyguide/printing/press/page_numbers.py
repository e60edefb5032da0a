"""Numbers of pages inside a document that is laid out already.

CSS can tell the page of another place (`target-counter`), but lays out most pages three times over
for it, and takes time by the square of the number of places. So a template leaves room instead: an
element with `data-to="#place"` and figure spaces, as wide as figures, where its number will stand.

An element that stands on many pages, in their margins, may ask with `data-here="item-"` and
`data-there="key-"` for the pages of places `key-…` that belong to the places `item-…` of its page. It
says `data-one` for one page, `data-many` for a range, which stand where there is a `…` or else at the end; and
nothing where there is none. What belongs to a place and may go on overleaf says so with `data-of="key-…"`: its last page is
told, too. An `<a>` leads to the first of them. With `data-pages="key-"` it asks for those of all such places.

A link may name its place with `data-name`: an `id` would make a style of its own for it, and so cost a hundred values.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

from studyguide.errors import StudyGuideError
from studyguide.printing.engine.instead import instead
from studyguide.printing.press.boxes import boxes_in

_ROOM = re.compile("\u2007+")


def room_for(items: int) -> str:
    """Give room for the number of any page of a guide with so many items."""
    return "\u2007" * len(str(items + 20))


def named(page: Any) -> Any:
    """Give a page of which the places are known that its links name."""
    for _, _, place, box in page.links:
        if box.element is not None and (name := box.element.get("data-name")):
            page.anchors.setdefault(name, place)
    return page


def again(page: Any) -> Any:
    """Give a page anew, which knows where its links and places are now."""
    return named(type(page)(page._page_box))  # noqa: SLF001, it is nowhere else


def pages_of(document: Any) -> dict[str, int]:
    """Give the page, counted from 1, on which each named place of a laid out document is."""
    return {
        name: number
        for number, page in reversed([*enumerate(document.pages, start=1)])
        for name in page.anchors
    }


def number(document: Any, pages: Mapping[str, int], width_of: Callable[[Any], float]) -> None:
    """Write the number of its page into the room that was left for each place; `width_of` measures a line anew.

    Raises `StudyGuideError` where a place is on no page.
    """
    ends = _ends(document)
    for page, around, text in _rooms(document):
        asked = text.element.attrib
        if place := asked.get("data-to", "").removeprefix("#"):
            if place not in pages:
                raise StudyGuideError(f"a template tells the page of #{place}, which is on no page")
            text.text = text.pango_layout.text = _filled(text, str(pages[place]))
        elif "data-here" in asked:
            there = _there(asked, page.anchors, pages)
            found = {page for each in there for page in (pages[each], ends.get(each, pages[each]))}
            text.text = text.pango_layout.text = _told(asked, found)
            width = width_of(text)
            text.position_x += (text.width - width) / 2  # it takes less than its room
            if there and around.element_tag == "a":
                area = (
                    *(at := (text.position_x, text.position_y)),
                    at[0] + width,
                    at[1] + text.height,
                )
                page.links.append(("internal", min(there, key=pages.__getitem__), area, around))
        elif all_of := asked.get("data-pages"):
            found = {page for name, page in pages.items() if name.startswith(all_of)}
            text.text = text.pango_layout.text = _told(asked, found)


def _rooms(document: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Yield each line of text that has room, with its page, and before it the box that it begins, or else the one before it."""
    for page in document.pages:
        before = page._page_box  # noqa: SLF001, it is nowhere else
        for box in boxes_in(before, positioned=True):
            if "\u2007" in getattr(box, "text", ""):
                yield page, before, box
            before = box


def _ends(document: Any) -> dict[str, int]:
    """Give the last page, counted from 1, of what belongs to each place and may go on overleaf."""
    return {
        box.element.attrib["data-of"]: number
        for number, page in enumerate(document.pages, start=1)
        for box in boxes_in(page._page_box)  # noqa: SLF001, it is nowhere else
        if box.element is not None and "data-of" in box.element.attrib
    }


def _there(asked: Any, here: Iterable[str], pages: Mapping[str, int]) -> list[str]:
    """Name the places that belong to those here."""
    start, other = asked["data-here"], asked["data-there"]
    theirs = (other + name.removeprefix(start) for name in here if name.startswith(start))
    return [name for name in theirs if name in pages]


def _told(asked: Any, pages: Collection[int]) -> str:
    """Tell pages from the first to the last; nothing where there is none."""
    found = sorted(pages)
    if not found:
        return ""
    is_one = len(found) == 1
    told = f"{found[0]}" if is_one else f"{found[0]}–{found[-1]}"
    before, _, after = asked["data-one" if is_one else "data-many"].partition("…")
    return f"{before}{told}{after}"


def _filled(text: Any, told: str) -> str:
    """Keep the width of a line: what room is left goes to its loose end."""
    room = _ROOM.search(text.text)
    left = "\u2007" * (len(room.group()) - len(told)) if room else ""
    filled = _ROOM.sub(told, text.text)
    return left + filled if text.style["text_align_all"] in ("right", "end") else filled + left


class _References:
    """The references to the pages of a PDF, each made when it is asked for."""

    def __init__(self, pdf: Any) -> None:
        self._kids = pdf.pages["Kids"]

    def __getitem__(self, page: int) -> bytes:
        return b"%d 0 R" % self._kids[3 * page]


def references_made_once() -> AbstractContextManager[None]:
    """Keep pydyf from making the references to all pages anew for each box that stands on one, while a block runs.

    For 5,000 items it made 80 million of them, and their number grows by the square.
    """
    from pydyf import PDF  # type: ignore[import-untyped]

    return instead(PDF, "page_references", lambda _: property(_References))

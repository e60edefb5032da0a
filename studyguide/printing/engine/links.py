"""What a link of a page is called by a voice that reads it: WeasyPrint tells the name of the place that it leads to."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_FIGURES: Final = re.compile(r"\d+(?:–\d+)?")


def name_links(document: Any) -> None:
    """Name all that lead to a place of the same PDF: called with the document that WeasyPrint has drawn.

    What a link reads is its name. Where that is a number the page's `<body>` has the words for it, with a `…` where the
    number goes: `data-item` of a question, `data-key` of an answer, `data-on-page` and `data-on-pages`.
    """
    from pydyf import String  # type: ignore[import-untyped]

    words = _words(document)
    names, last = dict[tuple[str, str], Any](), dict[str, str]()
    for page in document.pages:
        for kind, place, _, box in page.links:
            annotation = box.link_annotation or {}
            if kind == "internal" and "Contents" in annotation and box.element is not None:
                is_told_here = (
                    "data-here" in box.element.attrib
                )  # its numbers stand in its box alone
                texts = (
                    (each.text for each in box.children) if is_told_here else _texts(box.element)
                )
                read = " ".join("".join(texts).split()) or last.get(place, place)
                if (place, read) not in names:
                    names[place, read] = String(read if is_told_here else _name(place, read, words))
                annotation["Contents"], last[place] = names[place, read], read


def _words(document: Any) -> Mapping[str, str]:
    whole = document.pages[0]._page_box.children[0].element  # noqa: SLF001, there is no other way
    body = whole.find("body") if whole is not None else None
    return {} if body is None else body.attrib


def _texts(element: Any) -> Iterator[str]:
    """Yield what is read in an element, with a space where a line ends."""
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _name(place: str, read: str, words: Mapping[str, str]) -> str:
    of, _, number = place.partition("-")
    if (number and of == "key") or (number == read and of == "item"):
        told = words.get(f"data-{of}", "")
    elif _FIGURES.fullmatch(read):
        told = words.get("data-on-pages" if "–" in read else "data-on-page", "")
    else:
        told = ""
    return told.replace("…", read) if "…" in told else read

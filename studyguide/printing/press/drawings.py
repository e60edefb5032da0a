"""What a drawing (SVG) refers to beyond itself, and what is written in it.

WeasyPrint passes over much of the former without a word.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from studyguide.loading.drawing_limits import fault_of_element
from studyguide.printing.drawings.undrawn import undrawn

_SVG: Final = "{http://www.w3.org/2000/svg}"
_HREFS: Final = ("href", "{http://www.w3.org/1999/xlink}href")
LETTERING: Final = {f"{_SVG}{name}" for name in ("text", "tspan", "textPath", "a")}
LETTERS: Final = {f"{_SVG}{name}" for name in ("text", "use")}
_SPEAKING: Final = {"a", "image"}
"""The first only names a page, and pictures are asked for anyway."""

_UNDRAWN: Final = {
    "foreignObject": "labels written in HTML (foreignObject)",
    "filter": "effects (filter)",
    "animate": "movement (animate)",
    "animateTransform": "movement (animateTransform)",
    "video": "a film (video)",
    "canvas": "a canvas",
}

_URL = re.compile(r"""(?:(?:@import\s+)?url\(\s*|@import\s+)["']?([^"')\s]+)""", re.IGNORECASE)


def refers_out(tree: Element) -> Iterator[str]:
    """Yield whatever the drawings of a page or file refer to that is not within themselves."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_SVG):
            yield from (url for url in _references(element) if not url.startswith("#"))


def fault_in_page(tree: Element) -> str:
    """Tell why a drawing that stands in a page cannot be drawn in good time; nothing if all can."""
    repeating = (svg for svg in tree.iter(f"{_SVG}svg") if len(svg) and _repeats(svg))
    return next(filter(None, map(fault_of_element, repeating)), "")


def _repeats(svg: Element) -> bool:
    return any("#" in value for each in svg.iter() for value in each.attrib.values())


def refers_out_of_file(content: bytes) -> tuple[str, ...]:
    """Do the same for the content of a file, which may turn out not to be a drawing at all."""
    try:
        return tuple(refers_out(fromstring(content)))  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):  # the last two: an encoding that nobody knows
        return ()


def asked_by(content: bytes) -> tuple[str, ...]:
    """Give all that a drawing asks for that is no part of it, pictures, too."""
    try:
        elements = [*fromstring(content).iter()]  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):
        return ()
    pictures = (
        each.get(key, "#") for each in elements if each.tag == f"{_SVG}image" for key in _HREFS
    )
    others = (url for each in elements if isinstance(each.tag, str) for url in _references(each))
    return tuple(url for url in (*pictures, *others) if not url.startswith("#"))


def lettering_of(content: bytes) -> str:
    """Give the words that a drawing shows; none if the content of this file is not a drawing."""
    try:
        tree = fromstring(content)  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):
        return ""
    return " ".join(words for text in tree.iter(f"{_SVG}text") for words in _words(text))


def undrawn_in(content: bytes) -> tuple[str, ...]:
    """Name what a drawing holds that browsers show and WeasyPrint leaves out without a word."""
    try:
        tree = fromstring(content)  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):
        return ()
    instead = {id(each) for switch in tree.iter(f"{_SVG}switch") for each in _replaced(switch)}
    names = {
        element.tag.removeprefix(_SVG)
        for element in tree.iter()
        if isinstance(element.tag, str) and id(element) not in instead
    }
    found = (shown for name, shown in _UNDRAWN.items() if name in names)
    return (*dict.fromkeys((*found, *undrawn(tree))),)


def _replaced(switch: Element) -> Iterator[Element]:
    """Yield what is not drawn, but beside which its words are written for those who cannot draw it."""
    written = " ".join(
        words for text in switch.iter(f"{_SVG}text") for words in _words(text)
    ).strip()
    if written and not written.endswith(("...", "…")):  # where it is cut short, it is not all
        yield from switch.iter(f"{_SVG}foreignObject")


def _words(element: Element) -> Iterator[str]:
    """Yield what is written in a text, leaving out titles and descriptions, which are not drawn."""
    waiting: list[Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif part.tag in LETTERING:
            yield part.text or ""
            inner = (each for child in part for each in (child, child.tail or ""))
            waiting.extend(reversed([*inner]))


def _references(element: Element) -> Iterator[str]:
    name = element.tag.removeprefix(_SVG)
    if name not in _SPEAKING:
        yield from (element.attrib[key] for key in _HREFS if key in element.attrib)
    if name == "style":
        yield from _URL.findall(element.text or "")
    for value in element.attrib.values():
        yield from _URL.findall(value) if "(" in value else ()

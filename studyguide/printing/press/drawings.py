"""What a drawing (SVG) refers to beyond itself, and what is written in it.

WeasyPrint passes over much of the former without a word.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from studyguide.guide.guide import Guide
from studyguide.loading.drawing_limits import fault_of_element
from studyguide.printing.press.options import Layout
from studyguide.system import files

_SVG: Final = "{http://www.w3.org/2000/svg}"
_HREFS: Final = ("href", "{http://www.w3.org/1999/xlink}href")
_LETTERING: Final = {f"{_SVG}{name}" for name in ("text", "tspan", "textPath", "a")}
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

_SIZE = re.compile(r"font-size:\s*(\d*\.?\d+)(?:px)?\s*(?:;|$)")
_URL = re.compile(r"""(?:(?:@import\s+)?url\(\s*|@import\s+)["']?([^"')\s]+)""", re.IGNORECASE)

_LARGEST = 50 * 1024 * 1024

_LEAST, _POINT = 16.0, 25.4 / 72
"""Of all other type in large print, in points; of one, in millimetres."""

_WIDE, _PAGE = (150.0, 150.0), {"a4": (240.0, 134.0), "letter": (224.0, 134.0)}
"""How wide and tall a picture of the whole is at most, in millimetres; one that lies on its side."""

_TURNED = 112.0
"""What is less tall than this, where it is as wide as the text, lies on its side."""

_STATE = (
    "_current_color",
    "_current_color_stroke",
    "_current_alpha",
    "_current_alpha_stroke",
    "_current_font",
)
"""What a stream of WeasyPrint's has set, and need not be set again."""


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


def lettered(content: bytes) -> tuple[float, float]:
    """Give the size of a drawing's smallest letters as a share of its width, and its width by its height.

    Both are 0 where they are not told in plain numbers, or nothing is written there.
    """
    try:
        tree = fromstring(content)  # noqa: S314, expat loads no entities
        _, _, wide, tall = map(float, tree.get("viewBox", "").replace(",", " ").split())
        sizes = [*_sizes(tree, 0.0)]
    except (ParseError, ValueError, LookupError):
        return 0.0, 0.0
    is_known = wide > 0 and tall > 0 and all(sizes) and sizes
    return (min(sizes) / wide, wide / tall) if is_known else (0.0, 0.0)


def _sizes(element: Element, inherited: float) -> Iterator[float]:
    """Yield the size of each text that says something, in units of the drawing."""
    told = _SIZE.search(f"{element.get('style', '')}; font-size: {element.get('font-size', '')}")
    size = float(told[1]) if told else inherited
    if element.tag in _LETTERING and (element.text or "").strip():
        yield size
    for child in element:
        yield from _sizes(child, size)


def told_of_lettering(guide: Guide, layout: Layout) -> Iterator[str]:
    """Yield a sentence for each drawing of the whole the letters of which are too small for large print."""
    for plate in guide.plates if layout.is_large and not layout.asks_all else ():
        path = plate.image.path
        is_drawing = path.suffix.lower() == ".svg"
        share, shape = lettered(files.read_whole(path, _LARGEST)) if is_drawing else (0.0, 0.0)
        if not share:
            continue
        wide, tall = _PAGE[layout.paper] if _WIDE[0] / shape < _TURNED else _WIDE
        size = share * min(wide, tall * shape) / _POINT
        if size < _LEAST:
            yield (
                f"{path.name}: its smallest letters are {size:.1f} pt in large print, "
                f"where nothing else is below {_LEAST:.0f} pt"
            )


def undrawn_in(content: bytes) -> tuple[str, ...]:
    """Name what a drawing holds that browsers show and WeasyPrint leaves out without a word."""
    try:
        tree = fromstring(content)  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):
        return ()
    names = {
        element.tag.removeprefix(_SVG) for element in tree.iter() if isinstance(element.tag, str)
    }
    return tuple(shown for name, shown in _UNDRAWN.items() if name in names)


def _words(element: Element) -> Iterator[str]:
    """Yield what is written in a text, leaving out titles and descriptions, which are not drawn."""
    waiting: list[Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif part.tag in _LETTERING:
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


def draw_once(images: Iterable[Any]) -> None:
    """Let WeasyPrint's drawings keep what they are drawn as, for all other places where they stand as large.

    Such as boxes beside each question, and marks on each sheet: each is drawn on a group of its own, so that
    nothing of what stood there before goes into it.
    """
    for image in images:
        if hasattr(image, "_svg"):
            image.draw = _drawn_once(image.draw)


def _drawn_once(draw: Callable[..., None]) -> Callable[..., None]:
    known: dict[tuple[float, float], tuple[list[Any], dict[str, Any]]] = {}

    def again(stream: Any, width: float, height: float, style: Any) -> None:
        is_new = all(vars(stream)[name] is None for name in _STATE)
        needed, opaque = _needed(stream)
        if is_new and (kept := known.get((width, height))):
            stream.stream.extend(kept[0])
            opaque.update(kept[1])
            return
        start, before = len(stream.stream), {*opaque}
        draw(stream, width, height, style)
        new = {name: each for name, each in opaque.items() if name not in before}
        is_plain = not any("SMask" in each for each in new.values())
        if is_new and is_plain and _needed(stream)[0] == needed:
            known[width, height] = stream.stream[start:], new

    return again


def _needed(stream: Any) -> tuple[list[int], dict[str, Any]]:
    """Count what a stream refers to, which another one does not have; and give how opaque its inks are."""
    of = vars(stream)["_resources"]
    return [len(of[kind]) for kind in ("XObject", "Pattern", "Shading")], of["ExtGState"]

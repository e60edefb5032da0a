"""Whether a file is a drawing, and how large that is once all that it repeats is drawn: `use` in `use` grows without bounds.

Each letter of a text counts as a part, since it takes as long to draw as a small shape.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from studyguide.patterns import lazy

MOST_PARTS: Final = 50_000
DEEPEST: Final = 100
_MOST_NESTED: Final = 20 * MOST_PARTS
_MOST_STYLED: Final = 10_000_000
"""Of selectors, each of which is held against each part: some five seconds of a processor."""

_NOT_DRAWN: Final = ("}style", "}script", "}title", "}desc", "}metadata")
"""What has a text that is not drawn."""

_PROLOG: Final = (("<?", "?>"), ("<!--", "-->"), ("<!DOCTYPE", ">"))
"""What may stand before the root element of an SVG picture: how each begins, and how it ends."""

_ROOT = lazy(r"<(?:(?P<prefix>[^\W\d][\w.-]*):)?svg(?=[\s/>])(?P<told>[^>]*)")
_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_WIDE: Final = (
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How XML begins that has two bytes for a sign, with its mark or without."""

_LONGEST_PROLOG: Final = 64 * 1024

_INNER = lazy(r"^#(\S+)$|url\(\s*[\"']?#([^\"')\s]+)")


def is_drawing(data: bytes) -> bool:
    """Whether the root element of some XML, read no further, is a picture's, under whatever prefix."""
    rest = _beginning(data[:_LONGEST_PROLOG])
    while ends := [end for start, end in _PROLOG if rest.startswith(start)]:
        part, _, rest = rest.partition(ends[0])
        if "[" in part and part.startswith("<!DOCTYPE"):
            return False  # declares entities, of which bombs are made
        rest = rest.lstrip()
    root = _ROOT.match(rest)
    if root is None or not root["prefix"]:
        return root is not None
    told = root["told"].split(f"xmlns:{root['prefix']}", 1)[-1].lstrip("= \t\r\n\"'")
    return told.startswith(_NAMESPACE)


def _beginning(data: bytes) -> str:
    """Decode the beginning of what may be XML, as far as its marks go."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    return data.removeprefix(BOM_UTF8).decode("latin-1").lstrip()


def declares_entities(data: bytes) -> bool:
    """Whether some XML declares entities, as programs do that keep their own data in a drawing."""
    return "<!ENTITY" in _beginning(data[:_LONGEST_PROLOG])


def fault_of_drawing(content: bytes) -> str:
    """Tell why a drawing cannot be drawn in good time, as a sentence's end; nothing if it can."""
    try:
        root = fromstring(content)  # noqa: S314, expat loads no entities
    except (ParseError, ValueError, LookupError):  # the last two: an encoding that nobody knows
        return "is no XML that is whole"
    return fault_of_element(root)


def fault_of_element(root: Element) -> str:
    """Tell the same of a drawing that has been read, as one that stands in a page."""
    with_ids: list[Element] = []
    parts, selectors = 0, 0
    for parts, (element, depth) in enumerate(_walk(root), start=1):
        if depth > DEEPEST:
            return f"is nested more than {DEEPEST} deep"
        if parts > MOST_PARTS:
            return f"has more than {MOST_PARTS:,} parts"
        if f"{element.tag}".endswith("}style") and element.text:
            selectors += element.text.count("{") + element.text.count(",")
        if element.get("id"):
            with_ids.append(element)
    if parts * selectors > _MOST_STYLED:
        return f"has a style sheet of {selectors:,} selectors for {parts:,} parts"
    named: dict[str, tuple[int, list[str]]] = {}
    looked_at = 0
    for element in with_ids:
        id = element.attrib["id"]
        if id in named:
            continue
        named[id] = _own(element)
        looked_at += named[id][0]
        if looked_at > _MOST_NESTED:
            return "has too many parts with ids in each other"
    try:
        drawn = _size(_own(root), named, {}, DEEPEST)
    except RecursionError:
        return "repeats itself in a circle, or too deeply"
    return (
        f"has more than {MOST_PARTS:,} parts, letters and repetitions counted"
        if drawn > MOST_PARTS
        else ""
    )


def _walk(root: Element) -> Iterator[tuple[Element, int]]:
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        yield element, depth
        waiting.extend((child, depth + 1) for child in element)


def _own(element: Element) -> tuple[int, list[str]]:
    """Count an element's parts and letters as they are written; list the ids that it draws again."""
    count, found = 0, list[str]()
    for each in element.iter():
        count += 1 + _letters(each.tail)
        if not (isinstance(each.tag, str) and each.tag.endswith(_NOT_DRAWN)):
            count += _letters(each.text)
        if not (isinstance(each.tag, str) and each.tag.endswith("}a")):
            for value in (value for value in each.attrib.values() if "#" in value):
                found += (one or other for one, other in _INNER.findall(value))
    return count, found


def _letters(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0


def _size(
    own: tuple[int, list[str]],
    named: dict[str, tuple[int, list[str]]],
    known: dict[str, int],
    deepest: int,
) -> int:
    """Count parts, those that are drawn again each time they are; raise `RecursionError` in a circle."""
    if deepest == 0:
        raise RecursionError
    size, found = own
    for id in found:
        if id in named:
            if id not in known:
                known[id] = _size(named[id], named, known, deepest - 1)
            size += known[id]
    return size

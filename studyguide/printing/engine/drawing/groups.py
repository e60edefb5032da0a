"""Groups: a drawing is one only where something shines through it.

WeasyPrint makes a transparency group, whose colours are those of a screen, of whatever it draws apart: what stands
behind boxes, each text of a drawing that is not set from its left. Black comes out of one in four inks.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

_COVERING: Final = {b"/a1 gs", b"/a1.0 gs"}
_COLOURED: Final = {
    *(b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN"),
    *(b"sh", b"Do"),
}
"""Signs behind which there may be a colour, as that of another drawing."""


def ungrouped(pdf: Any) -> None:
    """Make no group of what covers all that is behind it wherever it is drawn; a group of greys is in grey.

    Called when all is drawn. A mask, which nothing draws, stays as it is.
    """
    told = {
        each.reference: each
        for each in pdf.objects
        if isinstance(getattr(each, "extra", each), dict)
    }
    of_pages = next((each["Resources"] for each in told.values() if _is_page(each)), None)
    seen_through, covering = set[Any](), set[Any]()
    for each in told.values():
        stream = getattr(each, "stream", None)
        if isinstance(stream, list):
            resources = told.get(each.extra.get("Resources", of_pages), {})
            for drawn, covers in _drawn(stream, resources.get("XObject", {})):
                (covering if covers else seen_through).add(drawn)
    for drawn in covering | seen_through:
        form = told[drawn]
        if "Group" not in form.extra:
            continue
        if drawn not in seen_through and not _blends(form, told):
            del form.extra["Group"]
        elif _is_grey(form.stream):
            form.extra["Group"]["CS"] = "/DeviceGray"


def _is_page(each: Any) -> bool:
    return isinstance(each, dict) and each.get("Type") == "/Page"


def _drawn(stream: Iterable[Any], named: Mapping[str, Any]) -> Iterator[tuple[Any, bool]]:
    """Yield what a stream draws that has a name of its own, and whether it covers what is behind it."""
    drawing = {b"/%s Do" % name.encode(): drawn for name, drawn in named.items()}
    if drawing.keys().isdisjoint(each for each in stream if type(each) is bytes):
        return
    state, outer = (True, True), list[tuple[bool, bool]]()
    for part in stream:
        if part == b"q":
            outer.append(state)
        elif part == b"Q":
            state = outer.pop() if outer else (True, True)
        elif type(part) is bytes and part[-3:] == b" gs":
            is_opaque, is_plain = state
            if part[1:2] == b"a":
                is_opaque = part in _COVERING
            state = is_opaque, is_plain and part[1:2] in b"aA"
        elif type(part) is bytes and part in drawing:
            yield drawing[part], all(state)


def _blends(form: Any, told: Mapping[Any, Any]) -> bool:
    """Whether a form mixes colours with those behind it: without a group, with those of the page."""
    resources = told.get(form.extra.get("Resources"), {})
    return any("BM" in each for each in resources.get("ExtGState", {}).values())


def _is_grey(stream: Iterable[Any]) -> bool:
    """Whether all that a stream draws is grey, as is what has no colour of its own."""
    written = (part if type(part) is bytes else str(part).encode() for part in stream)
    return not any(part.rpartition(b" ")[2] in _COLOURED for part in written)

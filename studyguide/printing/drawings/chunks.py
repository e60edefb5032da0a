"""Lines of a text, each as a text of its own: WeasyPrint sets only the first span of a later one from its middle or end."""

from copy import deepcopy
from typing import Final
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.tree import (
    SPACE,
    SVG,
    USUAL_SIZE,
    Change,
    Placed,
    length,
    name_of,
    placed,
    plain,
    put_instead,
)

_PLACES: Final = ("x", "y", "dx", "dy", "rotate", "textLength", "lengthAdjust")
_ANCHOR: Final = "text-anchor"


def part(root: Element) -> bool:
    """Part texts that are not set from the beginning of their lines; tell whether there are any."""
    texts = [each for each in placed(root) if name_of(each.element) == "text"]
    parted = [_parted(each) for each in texts if len(each.element) > 1]
    return put_instead([each for each in parted if each])


def _parted(text: Placed) -> Change | None:
    if text.parent is None:
        return None
    usual = text.values.get(_ANCHOR, "start")
    if not any(
        len(line) > 1 and line[0].get(_ANCHOR, usual) != "start" and "x" in line[0].attrib
        for line in _lines(deepcopy(text.element))
    ):
        return None
    own = {key: value for key, value in text.element.attrib.items() if key not in _PLACES}
    size = length(text.values.get("font-size"), USUAL_SIZE, USUAL_SIZE)
    whole, below = Element(f"{SVG}g", own), length(text.element.get("y"), size)
    here = text.element.get("x", "0")
    for line in _lines(text.element):
        first = line[0].attrib
        below = length(first.pop("y", None), size, below) + length(first.pop("dy", None), size)
        here = first.pop("x", here)
        told = {key: first[key] for key in (_ANCHOR, SPACE) if key in first}
        written = Element(f"{SVG}text", {"x": here, "y": plain(below)} | told)
        written.extend(line)
        whole.append(written)
        below += sum(length(each.get("dy"), size) for each in line[1:])
    return Change(text.parent, text.element, whole)


def _lines(text: Element) -> list[list[Element]]:
    """Part the spans of a text where one has a place of its own."""
    lines = list[list[Element]]()
    if (text.text or "").strip():
        lines.append([_span(text.text)])
    for span in text:
        if not lines or {"x", "y"} & span.attrib.keys():
            lines.append([])
        lines[-1].append(span)
        if (span.tail or "").strip():
            lines[-1].append(_span(span.tail))
            span.tail = None
    return lines


def _span(told: str | None) -> Element:
    span = Element(f"{SVG}tspan")
    span.text = told
    return span

"""Texts of a drawing as spans beside each other: of spans in spans WeasyPrint loses what follows the inner ones.

It knows no shift of a baseline either, and no capitals that are only asked for, and joins what a new line parts.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.tree import (
    SPACE,
    SVG,
    USUAL_SIZE,
    Placed,
    length,
    name_of,
    number,
    placed,
    placed_in,
    plain,
)

_SPANS: Final = ("tspan", "a", "tref", "textPath")
_PLACES: Final = ("x", "y", "dx", "dy", "rotate", "textLength", "lengthAdjust")
_OWN: Final = (*_PLACES, "id", "baseline-shift", "opacity", "class")
"""What a span has for itself alone, or but once."""

_CASES: Final[dict[str, Callable[[str], str]]] = {
    "uppercase": str.upper,
    "lowercase": str.lower,
    "capitalize": lambda text: re.sub(r"\b\w", lambda first: first[0].upper(), text),
}
_SHIFTS: Final = {"sub": 0.2, "super": -0.36}
"""How far down a baseline is, as a share of the letters around it."""

_JOINED: Final = re.compile(r"\S[\r\n]+\S")
_AT_END: Final = re.compile(r"(?<![ \t])[\r\n]+$")


class _Run(NamedTuple):
    """Letters that stand on one baseline, and what holds for them; how far down that is."""

    values: dict[str, str]
    text: str
    down: float


def straighten(root: Element) -> bool:
    """Write texts so that all of them is drawn where browsers have it; tell whether any was other before."""
    texts = [each for each in placed(root) if name_of(each.element) == "text"]
    changed = [_straightened(each) for each in texts]
    return any(changed)


def _straightened(text: Placed) -> bool:
    element = text.element
    dropped = _drop_what_is_not_drawn(element)
    inner = placed_in(text)
    is_kept = text.values.get("white-space", "").startswith("pre")
    is_kept = is_kept or text.values.get(SPACE) == "preserve"
    cased = [_case(each) for each in inner]
    if any(name_of(each.element) == "textPath" for each in inner):
        return dropped or any(cased)
    is_nested = any(each.parent is not None and each.parent is not element for each in inner[1:])
    has_shifts = any("baseline-shift" in each.element.attrib for each in inner)
    is_broken = not is_kept and _joins(element)
    is_pre = is_kept and (SPACE not in element.attrib or len(element) > 0)
    if not (is_nested or has_shifts or is_broken or is_pre):
        return dropped or any(cased)
    _set(element, [*_runs(text)], is_kept=is_kept)
    return True


def _drop_what_is_not_drawn(text: Element) -> bool:
    """Take titles and the like out of a text, of which WeasyPrint would draw nothing at all."""
    changed = False
    for each in [*text.iter()]:
        behind: Element | None = None
        for child in [*each]:
            if name_of(child) in _SPANS:
                behind = child
                continue
            if behind is None:
                each.text = (each.text or "") + (child.tail or "")
            else:
                behind.tail = (behind.tail or "") + (child.tail or "")
            each.remove(child)
            changed = True
    return changed


def _case(each: Placed) -> bool:
    """Write a part of a text in the capitals that are asked for."""
    changed = False
    if case := _CASES.get(each.values.get("text-transform", "")):
        before, each.element.text = each.element.text, case(each.element.text or "")
        changed = before != each.element.text
        for child in each.element:
            child.tail = case(child.tail or "")
    return changed


def _joins(text: Element) -> bool:
    """Whether WeasyPrint, which drops new lines, would join what one parts."""
    followed = [*text, None]
    written = [text.text or "", *(each.tail or "" for each in text)]
    for part, behind in zip(written, followed, strict=True):
        goes_on = behind is not None and not {"x", "y"} & behind.attrib.keys()
        if _JOINED.search(part) or (goes_on and _AT_END.search(part)):
            return True
    first, last = (re.compile(each) for each in (r"^[\r\n]+\S", r"\S[\r\n]+$"))
    return any(first.search(each) for each in written[1:]) or any(
        _JOINED.search(each.text or "") or last.search(each.text or "") for each in text
    )


def _runs(text: Placed) -> Iterator[_Run]:
    """Yield the runs of a text in their order; where one stands is told of its first letter only."""
    size = length(text.values.get("font-size"), USUAL_SIZE, USUAL_SIZE)
    yield _Run({}, text.element.text or "", 0.0)
    for child in text.element:
        yield from _runs_of(child, {}, size, 0.0)
        yield _Run({}, child.tail or "", 0.0)


def _runs_of(span: Element, around: dict[str, str], size: float, down: float) -> Iterator[_Run]:
    outer, size = size, length(span.get("font-size"), size, size)
    down += _shift(span.get("baseline-shift", ""), outer, size)
    values = around | {key: value for key, value in span.attrib.items() if key != "baseline-shift"}
    if "font-size" in span.attrib:
        values["font-size"] = plain(size)
    later = {key: value for key, value in values.items() if key not in _OWN}
    yield _Run(values, span.text or "", down)
    for child in span:
        yield from _runs_of(child, later, size, down)
        yield _Run(later, child.tail or "", down)


def _shift(told: str, outer: float, own: float) -> float:
    """Tell how far down a baseline is moved, among larger letters; a share is one of its own."""
    if told.endswith("%"):
        return -(number(told[:-1]) or 0.0) / 100 * own
    return _SHIFTS[told] * outer if told in _SHIFTS else -(number(told) or 0.0)


def _set(element: Element, runs: list[_Run], *, is_kept: bool) -> None:
    """Have a text consist of these runs."""
    element[:] = []
    element.text = ""
    is_open, down = True, 0.0
    if is_kept:
        element.set(SPACE, "preserve")
    told = [*_with_places(runs)]
    for (run, places), (_, behind) in zip(told, [*told[1:], (None, {"x": ""})], strict=True):
        text = run.text
        if not is_kept:
            text = re.sub(r"[ \t\r\n]+", " ", text)
            text = text.lstrip(" ") if is_open or {"x", "y"} & places.keys() else text
            text = text.rstrip(" ") if {"x", "y"} & behind.keys() else text
        if not text:
            continue
        is_open = text.endswith(" ")
        span = _span(run, places, run.down - (0 if "y" in places else down))
        if is_kept:
            span.set(SPACE, "preserve")
        span.text = text
        element.append(span)
        down = run.down


def _with_places(runs: list[_Run]) -> Iterator[tuple[_Run, dict[str, str]]]:
    """Yield the runs that have letters, and where they are to be: what is told of none holds for the next."""
    carried = dict[str, str]()
    for run in runs:
        carried |= {key: run.values[key] for key in _PLACES if key in run.values}
        if run.text.strip() or (run.text and not carried):
            yield run, carried
            carried = {}


def _span(run: _Run, places: dict[str, str], down: float) -> Element:
    """Make a span for a run, so far below what stands before it."""
    own = {key: value for key, value in run.values.items() if key not in _PLACES}
    span = Element(f"{SVG}tspan", own | places)
    if down:
        first, *rest = span.get("dy", "0").replace(",", " ").split()
        span.set("dy", " ".join((plain((number(first) or 0.0) + down), *rest)))
    return span

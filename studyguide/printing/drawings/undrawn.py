"""What a drawing says that browsers show and WeasyPrint passes over, and that cannot be said in other words."""

from collections.abc import Callable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.shapes import extent_of, length_of
from studyguide.printing.drawings.styled import resolve
from studyguide.printing.drawings.tree import SVG, name_of

_DOWNWARDS: Final = ("tb", "tb-rl", "vertical-rl", "vertical-lr", "sideways-rl", "sideways-lr")
_RECKONED: Final = ("color-mix(", "light-dark(", "rgb(from", "hsl(from")
_PAINTS: Final = ("fill", "stroke", "stop-color")


def undrawn(root: Element) -> Iterator[str]:
    """Name each of them once; the tree is changed by that."""
    resolve(root)
    cut = {each.get("id", "") for each in root.iter(f"{SVG}clipPath") if _is_lost(each)}
    for said, is_so in _SAID.items():
        if any(is_so(each, cut) for each in root.iter()):
            yield said


def _is_lost(clip: Element) -> bool:
    """Whether a shape that others are cut to is one that WeasyPrint does not make."""
    inside = [*clip.iter()]
    return any(name_of(each) == "text" or each.get("clip-rule") == "evenodd" for each in inside)


def _told(key: str, *values: str) -> Callable[[Element, set[str]], bool]:
    """Tell of an element whether it has a key that begins with one of some values."""
    return lambda each, _: each.get(key, "").lower().startswith(values)


def _is_cut(each: Element, lost: set[str]) -> bool:
    told = each.get("clip-path", "none").replace('"', "").replace("'", "")
    if told.startswith("url(#"):
        return told[5:].partition(")")[0] in lost
    return told.endswith(")")


def _is_shared(each: Element, _: set[str]) -> bool:
    """Whether it is cut to a share of itself, or masked by one."""
    return "objectBoundingBox" in (each.get("clipPathUnits"), each.get("maskContentUnits"))


def _is_dashed(each: Element, _: set[str]) -> bool:
    return "pathLength" in each.attrib and not length_of(each) and "stroke-dasharray" in each.attrib


_SAID: Final[dict[str, Callable[[Element, set[str]], bool]]] = {
    "letters along a line (textPath)": lambda each, _: name_of(each) == "textPath",
    "letters downwards (writing-mode)": _told("writing-mode", *_DOWNWARDS),
    "lines under or through letters (text-decoration)": _told(
        "text-decoration", "underline", "overline", "line-through"
    ),
    "small capitals (font-variant)": _told("font-variant", "small-caps", "all-small-caps"),
    "colours mixed with those behind (mix-blend-mode)": lambda each, _: (
        each.get("mix-blend-mode", "normal") != "normal"
    ),
    "colours made of others (color-mix)": lambda each, _: any(
        each.get(key, "").startswith(_RECKONED) for key in _PAINTS
    ),
    "a shape of letters, of CSS or with holes that others are cut to (clip-path)": _is_cut,
    "what is cut to a share of itself (objectBoundingBox)": _is_shared,
    "parts that are turned about their own middle (transform-box)": lambda each, _: (
        each.get("transform-box") == "fill-box" and not extent_of(each)
    ),
    "dashes told as shares of a curve (pathLength)": _is_dashed,
    "effects (filter)": lambda each, _: (
        "filter" in each.attrib and "(" in each.get("filter", "").replace("url(", "")
    ),
}

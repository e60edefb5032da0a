"""Which parts of a drawing are drawn, and how large: of a `switch` the first, a symbol of no size as large as its drawing."""

from typing import Final
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.tree import SVG, led_to, name_of, named, numbers

_ASKED: Final = ("requiredExtensions", "systemLanguage")
_WIDER: Final = 3
"""A mask reaches as many times as far as the drawing: it may stand in a group that is moved."""


def choose(root: Element) -> bool:
    """Keep what browsers draw of each choice, and give sizes to what has none; tell whether there was any."""
    ids = named(root)
    switched = [_switched(each) for each in root.iter(f"{SVG}switch")]
    sized = [_sized(each, ids) for each in root.iter(f"{SVG}use")]
    spread = [_spread(each, root) for each in root.iter(f"{SVG}mask")]
    return any((*switched, *sized, *spread))


def _switched(switch: Element) -> bool:
    """Keep the first that asks for nothing, but for what is written in HTML."""
    drawn = [each for each in switch if name_of(each)]
    fit = (
        each
        for each in drawn
        if name_of(each) != "foreignObject" and not any(each.get(key) for key in _ASKED)
    )
    chosen = next(fit, None)
    for each in drawn:
        if each is not chosen:
            switch.remove(each)
    return len(drawn) > 1


def _sized(use: Element, ids: dict[str, Element]) -> bool:
    """Tell how large a symbol is drawn."""
    shown = led_to(use, ids)
    if shown is None or name_of(shown) not in ("symbol", "svg") or not shown.get("viewBox"):
        return False
    lacking = [key for key in ("width", "height") if key not in use.attrib]
    for key in lacking:
        use.set(key, shown.get(key, "100%"))
    return bool(lacking)


def _spread(mask: Element, root: Element) -> bool:
    """Have a mask reach everywhere: WeasyPrint knows the size of few things that have one."""
    if mask.get("maskUnits") == "userSpaceOnUse":
        return False
    told = [*numbers(root.get("viewBox"))]
    if len(told) != 4:
        return False
    left, top, wide, tall = told
    places = {
        "x": left - _WIDER * wide,
        "y": top - _WIDER * tall,
        "width": (2 * _WIDER + 1) * wide,
        "height": (2 * _WIDER + 1) * tall,
    }
    mask.set("maskUnits", "userSpaceOnUse")
    for key, value in places.items():
        mask.set(key, f"{value:g}")
    return True

"""Style sheets of a drawing: what they say stands on each element, with variables and short hands written out.

WeasyPrint reads no variable, of `font` but two words, and no size by a name.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from studyguide.printing.drawings.tree import SVG, placed

_IS_NAME: Final = re.compile(r"(?!xmlns)(?:--)?[A-Za-z][A-Za-z0-9_-]*$")
_STYLE: Final = f"{SVG}style"
_VARIABLE: Final = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_DEEPEST: Final = 9
"""Variables that name others."""

_FONT: Final = re.compile(
    r"(?P<before>(?:[a-z]+\s+|[1-9]00\s+)*)(?P<size>[\d.]+[a-z%]*|(?:xx?-)?(?:small|large)|medium|smaller|larger)"
    r"(?:\s*/\s*[\w.%]+)?\s+(?P<family>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SLANTS, _WEIGHTS = ("italic", "oblique"), ("bold", "bolder", "lighter")

_SIZES: Final = {
    "xx-small": "9px", "x-small": "10px", "small": "13px", "medium": "16px", "large": "18px",
    "x-large": "24px", "xx-large": "32px", "smaller": ".833em", "larger": "1.2em",
}  # fmt: skip
"""Of letters, by their names; browsers start from sixteen pixels."""

_NAMED: Final = {
    "font-size": _SIZES,
    "font-weight": {"bolder": "bold", "lighter": "normal"},
    "visibility": {"collapse": "hidden"},
}
_PAINTS: Final = ("fill", "stroke", "stop-color", "flood-color", "color")


def resolve(root: Element) -> bool:
    """Write onto each element what style sheets and `style` say of it; tell whether that says more to WeasyPrint."""
    told = (
        *(each.text or "" for each in root.iter(_STYLE)),
        *(each.get("style", "") for each in root.iter()),
    )
    changed = any("font:" in each.replace(" ", "") for each in told)
    known = dict[int, dict[str, str]]()
    _lay(root)
    for element, parent, _ in placed(root):
        above = known[id(parent)] if parent is not None else {}
        own = {name: value for name, value in element.attrib.items() if name.startswith("--")}
        known[id(element)] = above | own if own else above
        for name in own:
            del element.attrib[name]
        changed |= _written_out(element, known[id(element)])
    return changed


def _lay(root: Element) -> None:
    """Give each element the attributes that rules and its own style have for it."""
    from cssselect2 import ElementWrapper  # type: ignore[import-untyped]

    plain, strong = _rules(root)
    for wrapper in ElementWrapper.from_xml_root(root).iter_subtree():
        element = wrapper.etree_element
        own, own_strong = _declared(element.attrib.pop("style", ""))
        for matcher, told in ((plain, own), (strong, own_strong)):
            for *_, declared in matcher.match(wrapper):
                element.attrib.update(declared)
            element.attrib.update(told)
    for sheet in root.iter(_STYLE):
        sheet.text = "".join(re.findall(r"@font-face\s*\{[^}]*\}", sheet.text or ""))


def _rules(root: Element) -> tuple[Any, Any]:
    """Read the style sheets: what is said, and what is said to be important."""
    import tinycss2  # type: ignore[import-untyped]
    from cssselect2 import Matcher, SelectorError, compile_selector_list

    plain, strong = Matcher(), Matcher()
    for sheet in root.iter(_STYLE):
        for rule in tinycss2.parse_stylesheet(sheet.text or "", True, True):
            if rule.type != "qualified-rule":
                continue
            try:
                selectors = compile_selector_list(rule.prelude)
            except SelectorError:
                continue
            for matcher, declared in zip((plain, strong), _declared(rule.content), strict=True):
                for selector in selectors if declared else ():
                    if selector.pseudo_element is None and not selector.never_matches:
                        matcher.add_selector(selector, declared)
    return plain, strong


def _declared(told: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Read declarations, and those that are important."""
    import tinycss2

    plain, strong = dict[str, str](), dict[str, str]()
    for each in tinycss2.parse_blocks_contents(told) if told else ():
        if each.type == "declaration" and _IS_NAME.match(each.name):
            name = each.name if each.name.startswith("--") else each.lower_name
            value = tinycss2.serialize(each.value).strip()
            font = [*_of_font(value)] if name == "font" else []
            (strong if each.important else plain).update(font or {name: value})
    return plain, strong


def _written_out(element: Element, variables: dict[str, str]) -> bool:
    """Write out what an element says in short; tell whether it did."""
    attributes = element.attrib
    before = [*attributes.items()]
    for name, value in before:
        if "var(" in value:
            attributes[name] = _filled(value, variables)
        if attributes[name] in ("unset", "revert"):
            del attributes[name]
    attributes.update(_of_font(attributes.pop("font", "")))
    for name, words in _NAMED.items():
        if attributes.get(name, "") in words:
            attributes[name] = words[attributes[name]]
    for name in _PAINTS:
        if attributes.get(name, "").lower() == "currentcolor":
            attributes[name] = "currentColor"
    return before != [*attributes.items()]


def _filled(value: str, variables: dict[str, str]) -> str:
    for _ in range(_DEEPEST):
        value, found = _VARIABLE.subn(
            lambda told: variables.get(told[1], (told[2] or "").strip()), value
        )
        if not found:
            break
    return value


def _of_font(told: str) -> Iterable[tuple[str, str]]:
    if not (found := _FONT.fullmatch(told.strip())):
        return ()
    usual = (("font-style", "normal"), ("font-weight", "normal"))
    before = _before_size(found["before"].lower().split())
    return (*usual, *before, ("font-size", found["size"]), ("font-family", found["family"]))


def _before_size(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if word in _SLANTS:
            yield "font-style", word
        elif word in _WEIGHTS or word.isdigit():
            yield "font-weight", word

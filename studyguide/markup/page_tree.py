"""A page of HTML as the tree that WeasyPrint lays out, read by lexbor: a parser in Python takes ten times as long."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast
from xml.etree.ElementTree import Comment, Element

from studyguide.source.readers.tree import parse

if TYPE_CHECKING:
    from studyguide.source.readers.tree import Node

_DRAWING: Final = "{http://www.w3.org/2000/svg}"
_FORMULA: Final = "{http://www.w3.org/1998/Math/MathML}"
_OF: Final = {"svg": _DRAWING, "math": _FORMULA}
"""What an element begins, beside HTML; the names of all in it have that before them."""
_HOLDING_HTML: Final = frozenset(
    {f"{_DRAWING}foreignObject", f"{_DRAWING}desc", f"{_DRAWING}title"}
    | {f"{_FORMULA}{name}" for name in ("mi", "mn", "mo", "ms", "mtext", "annotation-xml")}
)
_PREFIXES: Final = {
    "xlink": "{http://www.w3.org/1999/xlink}",
    "xml": "{http://www.w3.org/XML/1998/namespace}",
    "xmlns": "{http://www.w3.org/2000/xmlns/}",
}


def tree_of(page: str) -> Element:
    """Give the tree of a page as a browser reads it, whatever is wrong with it."""
    root = parse(page).root
    assert root  # of whatever it is
    waiting = [(root, whole := _element(root, ""))]
    for node, element in waiting:  # which grows
        waiting += _filled(node, element)
    return whole


def _filled(node: "Node", element: Element) -> Iterator[tuple["Node", Element]]:
    """Put into an element what stands in its node; yield the elements that are to be filled."""
    last, outer = None, "" if element.tag in _HOLDING_HTML else _space(str(element.tag))
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            _add(child.text_content or "", element, last)
        else:
            last = _element(child, outer) if child.is_element_node else _comment()
            element.append(last)
            yield child, last
        child = child.next


def _add(text: str, element: Element, last: Element | None) -> None:
    """Add words behind the last of an element's parts."""
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _comment() -> Element:
    return cast(
        "Element", Comment()
    )  # whose tag is a function, so that nobody takes it for an element


def _space(tag: str) -> str:
    return tag[: tag.find("}") + 1]


def _element(node: "Node", outer: str) -> Element:
    name = node.tag or ""
    space = _OF.get(name, outer)
    attributes = {key: value or "" for key, value in node.attributes.items()}
    if space:
        attributes = {_foreign(key): value for key, value in attributes.items()}
    return Element(space + name, attributes)


def _foreign(key: str) -> str:
    prefix, _, name = key.partition(":")
    return f"{_PREFIXES[prefix]}{name or prefix}" if prefix in _PREFIXES else key

"""A page of HTML as a tree, read as XML where that gives the same: a parser of HTML takes thirty times as long.

It opens and closes what a page does not, and moves what stands where it must not. A page that is closed
properly, in which only the usual elements stand where they may, has nothing of that.
"""

import re
from html.entities import html5
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

_DOCTYPE: Final = "<!DOCTYPE html>"
_ALONE: Final = re.compile(r"<((?:br|img|meta|wbr)\b[^<>]*?)/?>")
_CLOSED: Final = re.compile(r"<(?!(?:br|img|meta|wbr|circle|line|path|rect)\b)[^<>]*/>")
_NAMED: Final = re.compile(r"&(\w+;)")
_ENTITIES: Final = frozenset({"amp;", "lt;", "gt;", "quot;"})
_IN_LINES: Final = re.compile(r"<\w[^<>]*[\n\t][^<>]*>")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_OTHERWISE: Final = re.compile(
    r"\r|<!(?!DOCTYPE html>)|<\?|<style\b[^<]*&|&#(?:1[2-5]\d|x[89][\da-f]);", re.IGNORECASE
)
"""What XML would understand otherwise: ends of lines, comments, entities in a style sheet, numbers of old."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_DRAWN: Final = frozenset(
    _SVG + name for name in ("circle", "g", "line", "path", "rect", "svg", "text", "title", "tspan")
)
_DRAWING: Final = f"{_SVG}svg"
_PHRASES: Final = frozenset(
    ("a", "b", "br", "code", "em", "i", "img", "span", "strong", "sub", "sup", "wbr", _DRAWING)
)
_FLOW: Final = _PHRASES | frozenset(
    ("div", "figcaption", "figure", "h1", "h2", "h3", "header", "ol", "p", "section", "table", "ul")
)
_LIST: Final = frozenset({"li"})
_ROWS: Final = frozenset({"tr"})
_WORDLESS: Final = frozenset({"html", "head", "table", "tbody", "tfoot", "thead", "tr"})
_SPELT_ANEW: Final = frozenset(
    ("viewbox", "lengthadjust", "pathlength", "preserveaspectratio", "textlength")
)
_HELD: Final[dict[str, frozenset[str]]] = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title", "style"}),
    "title": frozenset(),
    "style": frozenset(),
    "ol": _LIST,
    "ul": _LIST,
    "table": frozenset({"thead", "tbody", "tfoot"}),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "tr": frozenset({"td", "th"}),
    **dict.fromkeys(("body", "div", "figcaption", "figure", "header", "li", "section", "td", "th"), _FLOW),
    **dict.fromkeys((_PHRASES - {_DRAWING}) | {"h1", "h2", "h3", "meta", "p"}, _PHRASES),
    "a": _PHRASES - {"a"},
    **dict.fromkeys(_DRAWN, _DRAWN - {_DRAWING}),
    f"{_SVG}title": frozenset(),
}  # fmt: skip
"""What may stand in what, and is left there; a paragraph holds no other, and a link no link."""


def tree_of(page: str) -> Element | None:
    """Give the tree of a page, or nothing where a parser of HTML may give another."""
    if not page.startswith(_DOCTYPE) or _OTHERWISE.search(page) or _CLOSED.search(page):
        return None
    text = _ALONE.sub(r"<\1/>", page.removeprefix(_DOCTYPE))
    text = _IN_LINES.sub(_on_one_line, _NAMED.sub(_as_number, text))
    try:
        tree = fromstring(text)  # noqa: S314, a page that declares entities is not read here
    except ParseError:
        return None
    is_whole = tree.tag == "html" and [each.tag for each in tree] == ["head", "body"]
    if not is_whole or not _is_plain(tree):
        return None
    tree.text = tree[1].tail = None
    return tree


def _as_number(named: re.Match[str]) -> str:
    """Name a character by its number: XML knows few names."""
    if named[1] in _ENTITIES:
        return named[0]
    return "".join(f"&#{ord(each)};" for each in html5.get(named[1], "")) or named[0]


def _on_one_line(tag: re.Match[str]) -> str:
    """Keep ends of lines and tabs in attributes, which XML makes spaces of."""
    return _QUOTED.sub(lambda it: it[0].replace("\n", "&#10;").replace("\t", "&#9;"), tag[0])


def _is_plain(tree: Element) -> bool:
    """Whether all may stand where it does, under names that HTML writes so, too."""
    waiting = [(tree, False)]
    while waiting:
        element, in_link = waiting.pop()
        may_hold, in_link = _HELD[element.tag], in_link or element.tag == "a"
        if element.tag == "table":
            _put_into_body(element)
        if element.tag in _WORDLESS and not _is_wordless(element):
            return False
        if not all(map(_is_a_name, element.attrib)):
            return False
        for each in element:
            if each.tag not in may_hold or (in_link and each.tag == "a"):
                return False
            waiting.append((each, in_link))
    return True


def _put_into_body(table: Element) -> None:
    """Put the rows of a table into the body that HTML gives them."""
    if len(table) and all(each.tag == "tr" for each in table):
        body = Element("tbody")
        body.extend(table)
        table[:] = [body]


def _is_a_name(attribute: str) -> bool:
    return attribute == "viewBox" or (
        attribute.islower() and attribute[0] != "{" and attribute not in _SPELT_ANEW
    )


def _is_wordless(element: Element) -> bool:
    """Whether no text stands between the parts, as of a table, from where it would be moved."""
    return not any(
        text and text.strip() for text in (element.text, *(each.tail for each in element))
    )

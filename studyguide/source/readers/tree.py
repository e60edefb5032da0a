"""Markup as selectolax reads it: a tree."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from studyguide.source.readers.document import DocumentError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborCSSSelector, LexborHTMLParser, LexborNode

    Tree = LexborHTMLParser
    Node = LexborNode

DEEPEST: Final = 500
"""Elements in each other; browsers themselves keep about as many."""


def parse(markup: str) -> "Tree":
    """Read HTML as a browser does, whatever is wrong with it; no text in it has a zero."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(markup.replace("\0", ""))


@cache
def _finder() -> "LexborCSSSelector":
    """Give what finds elements: one for all trees, since to make one takes longer than to read a short page."""
    from selectolax.lexbor import LexborCSSSelector

    return LexborCSSSelector()  # type: ignore[no-untyped-call]


def found(node: "Node | None", selector: str) -> "list[Node]":
    """Give what is selected of an element and those in it, in order."""
    return _finder().find(selector, node) if node is not None else []


_VOID = frozenset(
    [
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img"),
        *("input", "keygen", "link", "meta", "param", "source", "track", "wbr"),
    ]
)
_NAME = re.compile(r"<([a-zA-Z][\w:.-]*)")
_LONGEST_TAG, _BEGINNING = 2000, 2000


def closed(xhtml: str) -> str:
    """Close the elements that XML closes as they open: HTML would have them go on, or swallow the page."""
    parts, last = [], 0
    for end in re.finditer("/>", xhtml):
        at = end.start()
        start = xhtml.rfind("<", max(last, at - _LONGEST_TAG), at)
        name = _NAME.match(xhtml, start) if start >= 0 else None
        if name and name[1] not in _VOID and xhtml.find(">", start, at) < 0:
            parts += [xhtml[last:at], f"></{name[1]}>"]
            last = end.end()
    return "".join([*parts, xhtml[last:]]) if parts else xhtml


_INSTRUCTION = re.compile(r"<\?(?:php\b|=).*?(?:\?>|\Z)|<\?[^<]*?\?>", re.DOTALL | re.IGNORECASE)
_SUBSET = re.compile(r"(<!DOCTYPE\s[^\[\]<>]*)\[.*?\]\s*(?=>)", re.DOTALL | re.IGNORECASE)


def without_instructions(markup: str) -> str:
    """Leave out what is for programs, and may have a `>` in it, where HTML would have it end."""
    if "<?" in markup:
        markup = _INSTRUCTION.sub("", markup)
    return _SUBSET.sub(r"\1", markup, count=1) if "[" in markup[:_BEGINNING] else markup


def told_by(tree: "Tree") -> dict[str, str]:
    """Give title, author and language as a page declares them."""
    drawn = {each.mem_id for each in tree.css("svg title")}
    title = next((each for each in tree.css("title") if each.mem_id not in drawn), None)
    language = tree.css_first("html[lang]")
    author = tree.css_first('meta[name="author" i], meta[name="dc.creator" i]')
    return {
        "title": " ".join(title.text().split()) if title else "",
        "author": (author.attributes.get("content") or "") if author else "",
        "language": (language.attributes.get("lang") or "") if language else "",
    }


def first_of(node: "Node", depth: int) -> "Node | None":
    """Give the first of what stands right below an element at some depth, text, too; the others are each the next."""
    if depth > DEEPEST:
        raise DocumentError("its markup is nested more deeply than a page can be")
    return node.first_child


def nav_links(markup: str) -> Iterator[tuple[str, str, int]]:
    """Yield whereto, how and at which depth the links of a table of contents lead."""
    for nav in parse(closed(markup)).css("nav"):
        if "toc" in (nav.attributes.get("epub:type") or "toc").split():
            yield from _links(nav, 0, 0)
            return


def _links(node: "Node", depth: int, rank: int) -> Iterator[tuple[str, str, int]]:
    """Yield the links below an element; `rank` counts the lists around it."""
    part = first_of(node, depth)
    while part is not None:
        if part.tag == "a" and (href := part.attributes.get("href")):
            yield href, part.text(), max(rank, 1)
        yield from _links(part, depth + 1, rank + (part.tag in ("ol", "ul")))
        part = part.next

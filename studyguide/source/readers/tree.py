"""Markup as selectolax reads it: a tree, walked in order."""

import re
from collections.abc import Callable, Container, Iterator
from typing import TYPE_CHECKING, Final, Literal

from studyguide.source.readers.document import DocumentError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    Tree = LexborHTMLParser
    Node = LexborNode

DEEPEST: Final = 500
"""Elements in each other; browsers themselves keep about as many."""

Event = Literal["open", "text", "close"]


def parse(markup: str) -> "Tree":
    """Read HTML as a browser does, whatever is wrong with it."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(markup)


_VOID = frozenset(
    [
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img"),
        *("input", "keygen", "link", "meta", "param", "source", "track", "wbr"),
    ]
)
_NAME = re.compile(r"<([a-zA-Z][\w:.-]*)")
_LONGEST_TAG = 2000


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


def told_by(tree: "Tree") -> dict[str, str]:
    """Give title, author and language as a page declares them."""
    told = {"title": tree.css_first("title"), "language": tree.css_first("html[lang]")}
    author = tree.css_first('meta[name="author" i], meta[name="dc.creator" i]')
    return {
        "title": " ".join(told["title"].text().split()) if told["title"] else "",
        "author": (author.attributes.get("content") or "") if author else "",
        "language": (told["language"].attributes.get("lang") or "") if told["language"] else "",
    }


def walk(
    root: "Node",
    hidden: Container[str],
    asked: Container[int],
    is_read: "Callable[[Node], bool]",
) -> "Iterator[tuple[Event, str, Node]]":
    """Yield the nodes below one with their tags, in order, elements when they open and close.

    Those of which `hidden` has the tag are left out, and what `is_read` says of those whose ids in
    memory are `asked`.
    """
    node = root.child
    above: list[tuple[str, Node]] = []
    while node is not None or above:
        if node is None:
            tag, parent = above.pop()
            yield "close", tag, parent
            node = parent.next
            continue
        tag = node.tag or "-"
        if tag == "-text":
            yield "text", tag, node
        elif tag[0] not in "-!" and tag not in hidden:
            if node.mem_id in asked and not is_read(node):
                node = node.next
                continue
            yield "open", tag, node
            if len(above) >= DEEPEST:
                raise DocumentError("its markup is nested more deeply than a page can be")
            above.append((tag, node))
            node = node.child
            continue
        node = node.next


def nav_links(markup: str) -> Iterator[tuple[str, str, int]]:
    """Yield whereto, how and at which depth the links of a table of contents lead."""
    for nav in parse(closed(markup)).css("nav"):
        if "toc" in (nav.attributes.get("epub:type") or "toc").split():
            depth = 0
            for event, tag, node in walk(nav, (), (), bool):
                if tag in ("ol", "ul"):
                    depth += 1 if event == "open" else -1
                elif event == "open" and tag == "a" and (href := node.attributes.get("href")):
                    yield href, node.text(), max(depth, 1)
            return

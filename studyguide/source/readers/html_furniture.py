"""What stands on a page but is no text: navigation, tables of contents, the marks of footnotes."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from studyguide.source.readers.tree import found

if TYPE_CHECKING:
    from studyguide.source.readers.tree import Node, Tree

HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "iframe",
        "object",
        "embed",
        "button",
        "select",
        "textarea",
        "canvas",
        "head",
        "title",
        "audio",
        "video",
        "rp",
        "rt",
        "del",
        "map",
        "datalist",
        "dialog",
        "menu",
    ]
)
_TYPES = re.compile(r"\b(?:toc|landmarks|page-list|index)\b")
_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "search", "doc-toc", "doc-pagelist", "doc-index"]
)
_CLASSES = frozenset(["toc", "mw-editsection", "screen-reader-text", "skip-link"])
_CLOAKED = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_LISTS = frozenset(["ul", "ol", "dl", "table"])
_MARK = re.compile(
    r"[\s\[(]*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#^↑↩⏎←🔗\uf0c1\ufe0e]{1,4})[\s\]).:]*",
    re.IGNORECASE,
)
_SIGNS = tuple("[(*†‡↩↑^¶#§🔗\uf0c1")
"""What the mark of a footnote begins with, or the link of a heading to itself."""

_STOPS = tuple(".,;:!?”»’\"'")
_LONGEST_MARK = 40
"""Letters, blanks included."""

_LONG = 4
"""Letters of a word too long for a unit: what is raised behind it is the mark of a footnote."""

_FEWEST_LINKS = 3
"""Links that make a list of contents."""

_LINKED = 0.8
LINKS, LINKS_OF_BOOK = "a[href^='#']", "a[href]:not([href*=':'])"
"""What leads to another place of a page; and of a book, which has many pages."""
_TELLING = (
    "[role],[epub\\:type],[hidden],[aria-hidden],[class~='toc' i],.mw-editsection,.screen-reader-text,.skip-link,"
    "[style*='none' i],[style*='hidden' i],sup,a[href*='#'],"
    "[class*='note' i],[id*='note' i],[id*='fn' i],[id*='ftn' i]"
)


def telling(tree: "Tree", links: str) -> frozenset[int]:
    """Give the ids in memory of the elements that may be more, or less, than their tags say.

    All others need not be asked: asking takes longer than all else that is done with an element.
    """
    asked = found(tree.root, _TELLING)
    if links == LINKS:  # which are among these
        leading = (node for node in asked if (node.attributes.get("href") or "")[:1] == "#")
        has_several = len([*islice(leading, _FEWEST_LINKS)]) == _FEWEST_LINKS
    else:
        has_several = len(found(tree.root, links)) >= _FEWEST_LINKS
    if has_several:
        asked += found(tree.root, ",".join(_LISTS))
    return frozenset(node.mem_id for node in asked)


def is_unread(node: "Node", tag: str, attributes: Mapping[str, str | None], links: str) -> bool:
    """Whether an element is navigation, or hidden."""
    if "hidden" in attributes or attributes.get("role") in _ROLES:
        return True
    if (types := attributes.get("epub:type")) and _TYPES.search(types):
        return True
    if tag != "span" and attributes.get("aria-hidden") == "true":
        return True
    if (style := attributes.get("style")) and _CLOAKED.search(style):
        return not found(node, "math")  # beside a picture of it
    if (classes := attributes.get("class")) and not _CLASSES.isdisjoint(classes.lower().split()):
        return True
    return tag in _LISTS and _is_list_of(node, links)


def _is_list_of(node: "Node", links: str) -> bool:
    """Whether a list is but links to other places of the document: its table of contents."""
    leading = found(node, links)
    if len(leading) < _FEWEST_LINKS:
        return False
    linked = sum(len(link.text(strip=True)) for link in leading)
    return linked > _LINKED * len("".join(node.text().split()))


def may_mark(text: str) -> bool:
    """Whether a text is like the mark of a footnote."""
    return len(text) <= _LONGEST_MARK and _MARK.fullmatch(text) is not None


def is_mark(node: "Node", tag: str, before: str, *, in_note: bool) -> bool:
    """Whether what is like the mark of a footnote is one, `before` being the last letters of the text."""
    if tag == "sup":
        is_link = bool(found(node, "a[href*='#']"))
        return is_link or before.endswith(_STOPS) or (len(before) == _LONG and before.isalpha())
    return in_note or node.text().strip().startswith(_SIGNS) or bool(found(node, "sup"))

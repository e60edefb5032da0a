"""What programs put around the text of a page: navigation, and what sites add to it, from share buttons to comments."""

from typing import TYPE_CHECKING, Final

from studyguide.source.readers.tree import found

if TYPE_CHECKING:
    from studyguide.source.readers.tree import Node, Tree

_BLOCKS: Final = frozenset(
    [
        "div",
        "section",
        "aside",
        "ul",
        "ol",
        "table",
        "header",
        "footer",
        "form",
        "p",
        "sup",
        "span",
        "a",
    ]
)
_CERTAIN: Final = frozenset(
    [
        *("navheader", "navfooter", "docnav", "breadcrumbs", "breadcrumb", "pagination", "post-navigation", "nav-links"),
        *("catlinks", "navbox", "noprint", "printfooter", "mw-jump-link", "mw-indicators", "mw-panel", "ambox"),
        *("sistersitebox", "cookie-banner", "cookie-notice", "cookie-consent", "share-buttons", "sharedaddy"),
        *("social-share", "advertisement", "ad-slot", "adsbygoogle", "newsletter", "newsletter-signup"),
        *("related-posts", "related-articles", "related-content", "related-stories", "jp-relatedposts"),
        *("comments-area", "comment-list", "comment-respond", "widget-area", "site-header", "site-footer"),
        "entry-footer",
    ]
)  # fmt: skip
"""Classes that only what is no text has."""

_IDS: Final = frozenset(
    [
        *("comments", "respond", "disqus_thread", "colophon", "masthead", "siteSub", "contentSub", "catlinks"),
        *("footer", "mw-panel", "mw-navigation", "cookie-banner", "onetrust-banner-sdk"),
    ]
)  # fmt: skip
_LEADING_AWAY: Final = ("related", "recommended", "social", "share", "sharing", "sidebar", "widget", "tags", "categories")  # fmt: skip
"""Classes that text may have, too: of these only what is mostly links."""

_FRAME: Final = ",".join(
    [
        *(f"[class~='{each}' i]" for each in (*sorted(_CERTAIN), *_LEADING_AWAY)),
        *(f"[id='{each}']" for each in sorted(_IDS)),
        "div[title='header'],div[title='footer'],[role='dialog'],[role='alertdialog'],body > footer,body > div > footer",
    ]
)
_NOTED: Final = "a[id^='cmnt'][href^='#cmnt_ref']"
"""Before a remark that somebody has made in a document of Google's."""

_TEXT: Final = "h1,main,article"
"""What no part of the frame holds."""

_MOST: Final = 1000
"""Elements with such names that are looked at: each is read for that, and a page may have them in each other."""

_MAIN: Final = 0.5
"""The share of a page that its main part has at least."""

_TURNING = (
    "a[rel~='next' i],a[rel~='prev' i],a[rel~='previous' i],a[rel~='up' i],"
    "a[accesskey='n'],a[accesskey='p'],a[accesskey='u']"
)
_LEADING_BLOCKS = frozenset(["p", "div", "table", "ul", "ol", "header", "footer", "body"])
_LEADING, _LONGEST_NAVIGATION = 0.4, 600
"""Of the letters of such a block those in links, at least; and how many it has at most."""


def framing(tree: "Tree") -> frozenset[int]:
    """Give the ids in memory of what is around the text of a page: known by its name or its links."""
    blocks = (_block_of(link) for link in found(tree.root, _TURNING))
    leading = (block for block in blocks if block is not None and _mostly_leads(block))
    notes = (note.parent for note in found(tree.root, _NOTED))
    named = [node for node in found(tree.root, _FRAME)[:_MOST] if node.tag in _BLOCKS]
    most = max(_LONGEST_NAVIGATION, _MAIN * _letters(tree.body)) if named and tree.body else 0
    around = (node for node in named if _letters(node) <= most and _is_around(node))
    return frozenset(block.mem_id for block in (*leading, *notes, *around) if block is not None)


def main_of(root: "Node | None", body: "Node") -> "Node":
    """Give what a page says to be its main part, or its only article, if that has most of its text, else all of it."""
    whole = len(body.text())
    for said in (found(root, "main,[role='main']"), found(root, "article")):
        if len(said) == 1 and len(said[0].text()) >= _MAIN * whole:
            return said[0]
    return body


def _is_around(node: "Node") -> bool:
    """Whether what bears a name of the frame is of it."""
    if found(node, _TEXT):
        return False
    classes = (node.attributes.get("class") or "").lower().split()
    if node.id in _IDS or not _CERTAIN.isdisjoint(classes):
        return True
    if node.attributes.get("role") or node.attributes.get("title"):
        return True
    if node.tag == "footer":
        return _letters(node) <= _LONGEST_NAVIGATION and (
            bool(found(node, "a")) or "©" in node.text()
        )
    return _mostly_leads(node)


def _block_of(link: "Node") -> "Node | None":
    above = link.parent
    while above is not None and above.tag not in _LEADING_BLOCKS:
        above = above.parent
    return above


def _mostly_leads(block: "Node") -> bool:
    """Whether a block is short, and much of it is links."""
    size = _letters(block)
    linked = sum(map(_letters, found(block, "a")))
    return size <= _LONGEST_NAVIGATION and linked >= _LEADING * size


def _letters(node: "Node") -> int:
    return sum(map(str.isalnum, node.text()))

"""HTML: what a browser shows as text, by blocks; selectolax reads the markup.

Inline tags never split a word, block tags always do. Scripts, navigation, tables of contents and the
marks of footnotes are no text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from studyguide.source.readers.document import Builder, Document, Kind
from studyguide.source.readers.hyphens import joined
from studyguide.source.readers.text import decoded

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HIDDEN = frozenset(
    "script style noscript template nav iframe object embed button select textarea canvas head title"
    " audio video rp rt del map datalist dialog menu".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody"
    " tfoot thead tr ul caption".split()
)
_KINDS: dict[str, Kind] = {"li": "entry", "dd": "entry"}
_HEADING = re.compile(r"h[1-6]")
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_NOT_READ = re.compile(r"\b(?:toc|landmarks|page-list|index)\b")
_NO_CONTENT = frozenset(
    ["navigation", "banner", "contentinfo", "search", "doc-toc", "doc-pagelist", "doc-index", "doc-backlink"]
)
_FOOTNOTE = re.compile(r"\b(?:footnote|endnote|rearnote|doc-footnote|doc-endnote)\b")
_FOOTNOTE_ID = re.compile(r"(?:_?ftn|fn|footnote|endnote|note|cite_note)[-_:]?\d", re.I)
_MARK = re.compile(r"[\s\[(]*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#^↑↩⏎←︎]{1,4})[\s\]).:]*", re.I)
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_FIGURES = re.compile(r"[0-9+\-−()n]+")
_BLANKS = re.compile(r"[ \t\r\n]+")
_PAGE = "\f"
"""Stands in a part that is not finished where a page begins."""

Event = Literal["open", "text", "close"]


def read_html(data: bytes) -> Document:
    """Read a page."""
    from selectolax.lexbor import LexborHTMLParser

    declared = _DECLARED.search(data, 0, 2048)
    tree = LexborHTMLParser(decoded(data, declared[1].decode() if declared else ""))
    builder = Builder()
    Page(builder).read(tree)
    return builder.document("html", **told_by(tree))


def told_by(tree: "LexborHTMLParser") -> dict[str, str]:
    """Give title, author and language as a page declares them."""
    told = {"title": tree.css_first("title"), "language": tree.css_first("html[lang]")}
    author = tree.css_first('meta[name="author" i], meta[name="dc.creator" i]')
    return {
        "title": _BLANKS.sub(" ", told["title"].text()) if told["title"] else "",
        "author": (author.attributes.get("content") or "") if author else "",
        "language": (told["language"].attributes.get("lang") or "") if told["language"] else "",
    }


@dataclass
class Page:
    """Turns the nodes of one page into parts of a document.

    `headings` tells what a table of contents says of elements of the page, by id; "" stands for
    its beginning.
    """

    builder: Builder
    headings: dict[str, str] = field(default_factory=dict)
    _text: list[str] = field(default_factory=list)
    _pages: list[str] = field(default_factory=list)
    _kinds: list[tuple[str, Kind, int]] = field(default_factory=list)

    def read(self, tree: "LexborHTMLParser") -> None:
        """Add all of a page."""
        if tree.body is None:
            return
        for event, node in _walk(tree.body, self._is_read):
            if event == "text":
                self._text.append(node.text_content or "")
            elif event == "open":
                self._open(node)
            else:
                self._close(node)
        self._flush()

    def _is_read(self, node: "LexborNode") -> bool:
        """Whether an element is gone into; a few are read here at once."""
        tag = node.tag
        if tag in _HIDDEN:
            return False
        attributes = node.attributes if tag not in ("p", "em", "i", "b") else {}
        if tag == "p":
            return True
        role, kind = attributes.get("role") or "", attributes.get("epub:type") or ""
        if "pagebreak" in kind or role == "doc-pagebreak":
            label = attributes.get("title") or attributes.get("aria-label") or node.text()
            self._pages.append((label or "").strip().rstrip("."))
            self._text.append(_PAGE)
            return False
        if role in _NO_CONTENT or _NOT_READ.search(kind) or "hidden" in attributes:
            return False
        if attributes.get("aria-hidden") == "true" and tag != "span":
            return False
        if tag in ("sup", "a", "span"):
            return not self._is_mark(node, role, kind)
        if tag in ("ul", "ol", "dl", "div", "table"):
            is_contents = "toc" in (attributes.get("class") or "").lower().split()
            return not (is_contents or (tag != "div" and _is_list_of_links(node)))
        return True

    def _is_mark(self, node: "LexborNode", role: str, kind: str) -> bool:
        """Whether an element is but the mark of a footnote; figures set high are written so."""
        if role == "doc-noteref" or "noteref" in kind or role == "doc-backlink" or "backlink" in kind:
            return True
        tag = node.tag
        if tag == "a":
            href = node.attributes.get("href") or ""
            is_near = "#" in href and bool(_MARK.fullmatch(node.text()))
            in_note = bool(self._kinds) and self._kinds[-1][1] == "footnote"
            is_raised = node.css_first("sup") is not None
            return is_near and (in_note or is_raised or node.text().strip()[:1] in "[(*†‡↩↑^")
        if tag == "sup":
            text = node.text()
            if node.css_first("a[href*='#']") is not None and _MARK.fullmatch(text):
                return True
            before = "".join(self._text[-2:]).rstrip()[-4:]
            if before[-1:] in tuple(".,;:!?”»’\"'") or (len(before) == 4 and before.isalpha()):
                return bool(before.strip()) and bool(_MARK.fullmatch(text))
            if _FIGURES.fullmatch(text) and before[-1:].isalnum():
                self._text.append(text.translate(_RAISED))
                return True
        return False

    def _open(self, node: "LexborNode") -> None:
        tag = node.tag
        attributes = node.attributes
        if self.headings and (id := attributes.get("id")) and id in self.headings:
            self._heading(self.headings.pop(id), node)
        if tag == "br":
            self._text.append("\n")
        elif tag in ("td", "th"):
            self._text.append("\t")
        elif tag == "q":
            self._text.append("“")
        elif tag == "img":
            letter = attributes.get("alt") or ""
            self._text.append(letter if len(letter) == 1 and letter.isalpha() else "")
        elif tag in _BLOCKS:
            self._flush()
            self._kinds.append((tag, *self._kind_of(tag, attributes)))

    def _heading(self, title: str, node: "LexborNode") -> None:
        """Open a part that only the table of contents gives a heading; unless one stands there."""
        if not _HEADING.fullmatch(node.tag or "") and node.css_first("h1,h2,h3,h4,h5,h6") is None:
            self._flush()
            self.builder.add("heading", title, 1)

    def _kind_of(self, tag: str, attributes: dict[str, str | None]) -> tuple[Kind, int]:
        if _HEADING.fullmatch(tag):
            return "heading", int(tag[1])
        mark = f"{attributes.get('epub:type') or ''} {attributes.get('role') or ''} {attributes.get('class') or ''}"
        above = self._kinds[-1][1] if self._kinds else "paragraph"
        if above == "footnote" or _FOOTNOTE.search(mark.lower()):
            return "footnote", 0
        if _FOOTNOTE_ID.match(attributes.get("id") or ""):
            return "footnote", 0
        if tag in _KINDS:
            return _KINDS[tag], 0
        return ("entry" if above == "entry" and tag in ("p", "div") else "paragraph"), 0

    def _close(self, node: "LexborNode") -> None:
        tag = node.tag
        if tag == "q":
            self._text.append("”")
        elif tag in _BLOCKS:
            self._flush()
            self._kinds.pop()

    def _flush(self) -> None:
        """End a part."""
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        if not text or text.isspace():
            self._note_pages("")
            return
        tag, kind, level = self._kinds[-1] if self._kinds else ("", "paragraph", 0)
        if tag == "pre":
            for part in re.split(r"\n[^\S\n]*\n", joined(text.replace(_PAGE, ""))):
                self.builder.add("text", part)
            self._note_pages("")
            return
        if "\n" in text or "\u00ad" in text:
            text = joined(text)
        text = _BLANKS.sub(" ", text).strip()
        self.builder.add(kind, self._note_pages(text), level)

    def _note_pages(self, text: str) -> str:
        """Tell the builder of the pages that begin inside a part; give the part without the marks."""
        for label in self._pages:
            before, _, after = text.partition(_PAGE)
            self.builder.page(label, len(before))
            text = before + after.lstrip() if before.endswith(" ") else before + after
        self._pages.clear()
        return text.replace(_PAGE, " ")


def _is_list_of_links(node: "LexborNode") -> bool:
    """Whether a list is but links to other places of the document: its table of contents."""
    links = node.css("a[href^='#']")
    if len(links) < 3:
        return False
    linked = sum(len(link.text(strip=True)) for link in links)
    return linked > 0.8 * len(_BLANKS.sub("", node.text()))


def _walk(
    root: "LexborNode", is_read: Callable[["LexborNode"], bool]
) -> "Iterator[tuple[Event, LexborNode]]":
    """Yield the nodes below one, in order, elements when they open and when they close."""
    node: LexborNode | None = root.child
    while node is not None:
        tag = node.tag
        child = None
        if tag == "-text":
            yield "text", node
        elif tag and tag[0] not in "-!" and is_read(node):
            yield "open", node
            child = node.child
            if child is None:
                yield "close", node
        if child is not None:
            node = child
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
            yield "close", node
        node = node.next if node is not None else None

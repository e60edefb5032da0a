"""HTML: what a browser shows as text, by blocks; selectolax reads the markup.

Inline tags never split a word, block tags always do. A term is one entry with what defines it. Scripts, navigation, tables of contents and the
marks of footnotes are no text.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyguide.language.keyboard import RAISED
from studyguide.source.readers.document import Builder, Document
from studyguide.source.readers.html_bold import bold_blocks
from studyguide.source.readers.html_frame import framing, main_of
from studyguide.source.readers.html_furniture import (
    HIDDEN,
    LINKS,
    is_mark,
    is_unread,
    may_mark,
    telling,
)
from studyguide.source.readers.html_notes import NotesOfPage, is_footnote
from studyguide.source.readers.html_parts import BREAK, PAGE, Frame, Parts, frame_in
from studyguide.source.readers.hyphens import CELL
from studyguide.source.readers.text import decoded
from studyguide.source.readers.tree import (
    closed,
    first_of,
    found,
    parse,
    told_by,
    without_instructions,
)

if TYPE_CHECKING:
    from studyguide.source.readers.tree import Node, Tree

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main"),
        *("ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead"),
        *("tr", "ul", "caption"),
    ]
)
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_SIGNS = {"br": (BREAK, ""), "td": (CELL, ""), "th": (CELL, ""), "q": ("“", "”")}
"""What stands for an element within a line, where it opens and where it closes."""

_DEFINING = ("dd", "dl")
_MORE_THAN_PROSE = "p :not(em,i,b,strong,span)"
_MARKING = frozenset(["sup", "a", "span"])
_REFERS = re.compile("noteref|backlink")
_FIGURES = re.compile(r"[0-9+\-−()n]+")


_LEVEL_UNSAID = 2
"""Of a heading that is one by its role alone, as browsers take it."""


def read_html(data: bytes) -> Document:
    """Read a page."""
    declared = _DECLARED.search(data, 0, 2048)
    text = decoded(data, declared[1].decode() if declared else "")
    markup = without_instructions(text)
    tree = parse(closed(markup) if text.startswith("<?xml") else markup)
    builder = Builder()
    Page(builder).read(tree)
    return builder.document("html", **told_by(tree))


@dataclass
class Page:
    """Turns the nodes of one page into parts of a document.

    `headings` tells what a table of contents calls elements of the page, by id, and how far below
    the page it has them; `links`, which links lead to another place of the document;
    `is_headed`, that the page has headings, and needs nothing that looks like one.
    """

    builder: Builder
    headings: dict[str, tuple[str, int]] = field(default_factory=dict)
    links: str = LINKS
    is_headed: bool = False
    _text: list[str] = field(default_factory=list)
    _frames: list[Frame] = field(default_factory=lambda: [Frame()])
    _first: int = 0
    _below: int = 0
    _telling: frozenset[int] = frozenset()
    _headed: frozenset[int] = frozenset()
    _navigation: frozenset[int] = frozenset()
    _bold: frozenset[int] = frozenset()
    _asked: frozenset[int] = frozenset()
    _is_prose: bool = False
    _notes: NotesOfPage = field(default_factory=lambda: NotesOfPage(None))
    _parts: Parts = field(init=False)

    def __post_init__(self) -> None:
        self._parts = Parts(self.builder)

    def read(self, tree: "Tree") -> None:
        """Add all of a page."""
        if tree.body is None:
            return
        is_book = self.links != LINKS  # all of whose pages are its own
        self._telling, self._notes = telling(tree, self.links), NotesOfPage(tree.root)
        with_id = found(tree.root, "[id]") if self.headings else ()
        self._headed = frozenset(each.mem_id for each in with_id if each.id in self.headings)
        main = tree.body if is_book else main_of(tree.root, tree.body)
        if not is_book:  # a page of a book leads to no other
            self._navigation = framing(tree)
        self._bold = frozenset() if self.is_headed else bold_blocks(tree)
        self._asked = self._telling | self._headed | self._navigation | self._bold
        self._is_prose = not self._asked and not found(tree.root, _MORE_THAN_PROSE)
        self._read(main, 0)
        self._parts.add(self._text, self._frames[-1])
        self._parts.end()

    def _read(self, element: "Node", depth: int) -> None:
        """Take what stands below an element."""
        text, asked, frames = self._text, self._asked, self._frames
        node = first_of(element, depth)
        while node is not None:
            if node.is_text_node:
                if (content := node.text_content) and (text or not content.isspace()):
                    text.append(content)
                node = node.next
                continue
            tag = node.tag or ""
            is_asked = bool(asked) and node.mem_id in asked
            if tag in HIDDEN or (is_asked and not self._is_read(node)):
                pass
            elif tag in _BLOCKS or (is_asked and node.mem_id in self._bold):
                if text:
                    self._parts.add(text, frames[-1])
                frame = frame_in(frames[-1], tag)
                if tag == "p" and self._is_prose:
                    self._parts.add_text(node.text_lexbor(), frame)
                else:
                    is_plain = not is_asked and tag not in _LEVELS
                    frames.append(frame if is_plain else self._framed(node, frame))
                    self._read(node, depth + 1)
                    self._close(tag)
            elif tag in _SIGNS:
                before, behind = _SIGNS[tag]
                text.append(before)
                self._read(node, depth + 1)
                text.append(behind)
            elif tag == "img":
                alt = node.attributes.get("alt") or ""
                is_title = frames[-1].kind == "heading" and not element.text(strip=True)
                text.append(alt if is_title or (len(alt) == 1 and alt.isalpha()) else "")
            elif (only := node.first_child) and only.is_text_node and only.next is None:
                text.append(only.text_content or "")
            else:
                self._read(node, depth + 1)
            node = node.next

    def _close(self, tag: str) -> None:
        """End a block."""
        frame = self._frames.pop()
        if self._text:
            self._parts.add(self._text, frame)
        if tag in _DEFINING:
            self._parts.end_term()

    def _is_read(self, node: "Node") -> bool:
        """Whether an element is gone into; a few are read here at once."""
        tag, attributes = node.tag or "", node.attributes
        role, type = attributes.get("role") or "", attributes.get("epub:type") or ""
        if "pagebreak" in type or role == "doc-pagebreak":
            label = attributes.get("title") or attributes.get("aria-label") or node.text()
            self._parts.page((label or "").strip().rstrip("."))
            self._text.append(PAGE)
            return False
        if node.mem_id in self._navigation or is_unread(node, tag, attributes, self.links):
            return False
        if tag in _MARKING:
            is_reference = (role or type) and _REFERS.search(f"{role} {type}")
            if is_reference or self._is_mark(node, tag, attributes.get("href") or ""):
                return False
        if node.mem_id in self._headed:
            self._head(node)
        return True

    def _is_mark(self, node: "Node", tag: str, href: str) -> bool:
        """Whether an element is the mark of a footnote; figures that are raised are read here, too."""
        if tag != "sup" and "#" not in href:
            return False
        text = node.text()
        is_like_one = may_mark(text)
        if tag != "sup" and not is_like_one:
            return False
        in_note = self._frames[-1].kind == "footnote"
        said = "".join(self._text[-2:])
        before = said.rstrip()[-4:]
        if is_like_one and (
            is_mark(node, tag, before, in_note=in_note)
            or self._notes.are_referred_to(node, href, said)
        ):
            return True
        if tag == "sup" and before[-1:].isalnum() and _FIGURES.fullmatch(text):
            self._text.append(text.translate(RAISED))
            return True
        return False

    def _head(self, node: "Node") -> None:
        """Rank a heading as the table of contents does; open a part that only this gives one."""
        title, below = self.headings.pop(node.id or "", ("", 0))
        if not title:
            return
        frame = self._frames[-1]
        if frame.kind == "heading":
            self._frames[-1] = frame._replace(level=self._ranked(frame.level, below))
        elif node.tag in _LEVELS or node.css_first("h1,h2,h3,h4,h5,h6"):
            self._below = below
        else:
            self._parts.add(self._text, frame)
            self._parts.head(title, self._ranked(1, below))

    def _ranked(self, level: int, below: int) -> int:
        return max(level, (self._first or 1) + below) if below > 0 else level

    def _framed(self, node: "Node", frame: Frame) -> Frame:
        """Give the frame of a heading, or of what may be a footnote."""
        if frame.tag in _LEVELS:
            level, self._below = self._ranked(_LEVELS[frame.tag], self._below), 0
            self._first = self._first or level
            return frame._replace(kind="heading", level=level)
        if node.mem_id in self._bold and frame.kind == "paragraph":
            frame = frame._replace(kind="title")
        if node.mem_id not in self._telling:
            return frame
        if node.attributes.get("role") == "heading":
            level = _LEVELS.get(f"h{node.attributes.get('aria-level')}", _LEVEL_UNSAID)
            return frame._replace(kind="heading", level=level)
        return frame._replace(kind="footnote") if is_footnote(node.attributes) else frame

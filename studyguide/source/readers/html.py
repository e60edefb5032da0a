"""HTML: what a browser shows as text, by blocks; selectolax reads the markup.

Inline tags never split a word, block tags always do. A term is one entry with what defines it. Scripts, navigation, tables of contents and the
marks of footnotes are no text.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyguide.source.readers.document import Builder, Document, Kind
from studyguide.source.readers.html_furniture import HIDDEN, is_mark, is_unread, may_mark, telling
from studyguide.source.readers.html_notes import NotesOfPage, is_footnote
from studyguide.source.readers.hyphens import in_one_line, joined
from studyguide.source.readers.text import decoded
from studyguide.source.readers.tree import closed, found, parse, parts_of, told_by

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
_KINDS: dict[str, Kind] = {"li": "entry", "dd": "entry"}
_HOLDERS = frozenset(["dt", "dd", "li", "tr", "pre"])
"""Of these the innermost tells whether a text is a term, or the first of what defines one."""

_ENDS = ".:;,!?…—–="
"""What parts a term from what defines it; else a colon does, so that a capital behind it makes no name."""

_LONGEST_TERM = 300
"""Characters; what is longer is a page on which a tag of a term is never closed."""

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_SIGNS = {"br": ("\n", ""), "td": ("\t", ""), "th": ("\t", ""), "q": ("“", "”")}
"""What stands for an element within a line, where it opens and where it closes."""

_MARKING = frozenset(["sup", "a", "span"])
_REFERS = re.compile("noteref|backlink")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_FIGURES = re.compile(r"[0-9+\-−()n]+")
_PAGE = "\f"
"""Stands in a part that is not finished where a page begins."""


def read_html(data: bytes) -> Document:
    """Read a page."""
    declared = _DECLARED.search(data, 0, 2048)
    text = decoded(data, declared[1].decode() if declared else "")
    tree = parse(closed(text) if text.startswith("<?xml") else text)
    builder = Builder()
    Page(builder).read(tree)
    return builder.document("html", **told_by(tree))


@dataclass
class Page:
    """Turns the nodes of one page into parts of a document.

    `headings` tells what a table of contents calls elements of the page, by id, and how far below
    the page it has them.
    """

    builder: Builder
    headings: dict[str, tuple[str, int]] = field(default_factory=dict)
    _text: list[str] = field(default_factory=list)
    _pages: list[str] = field(default_factory=list)
    _kinds: list[tuple[str, Kind, int]] = field(default_factory=list)
    _parts: list[tuple[Kind, str, int]] = field(default_factory=list)
    _term: str = ""
    _first: int = 0
    _below: int = 0
    _telling: frozenset[int] = frozenset()
    _headed: frozenset[int] = frozenset()
    _asked: frozenset[int] = frozenset()
    _notes: NotesOfPage = field(default_factory=lambda: NotesOfPage(None))

    def read(self, tree: "Tree") -> None:
        """Add all of a page."""
        if tree.body is None:
            return
        self._telling, self._notes = telling(tree), NotesOfPage(tree.root)
        with_id = found(tree.root, "[id]") if self.headings else ()
        self._headed = frozenset(each.mem_id for each in with_id if each.id in self.headings)
        self._asked = self._telling | self._headed
        self._read(tree.body, 0)
        self._flush()
        self._end_term()
        self._add_parts()

    def _read(self, element: "Node", depth: int) -> None:
        """Take what stands below an element."""
        text, asked = self._text, self._asked
        for node in parts_of(element, depth):
            tag = node.tag
            if tag == "-text":
                if (content := node.text_content) and (text or not content.isspace()):
                    text.append(content)
            elif tag in HIDDEN or (node.mem_id in asked and not self._is_read(node)):
                continue
            elif tag in _BLOCKS:
                if text:
                    self._flush()
                self._kinds.append((tag, *self._kind_of(tag, node)))
                self._read(node, depth + 1)
                if text:
                    self._flush()
                self._kinds.pop()
                if tag in ("dd", "dl"):
                    self._end_term()
            elif tag in _SIGNS:
                before, behind = _SIGNS[tag]
                text.append(before)
                self._read(node, depth + 1)
                text.append(behind)
            elif tag == "img":
                letter = node.attributes.get("alt") or ""
                text.append(letter if len(letter) == 1 and letter.isalpha() else "")
            else:
                self._read(node, depth + 1)

    def _is_read(self, node: "Node") -> bool:
        """Whether an element is gone into; a few are read here at once."""
        tag, attributes = node.tag or "", node.attributes
        role, type = attributes.get("role") or "", attributes.get("epub:type") or ""
        if "pagebreak" in type or role == "doc-pagebreak":
            label = attributes.get("title") or attributes.get("aria-label") or node.text()
            self._pages.append((label or "").strip().rstrip("."))
            self._text.append(_PAGE)
            return False
        if is_unread(node, tag, attributes):
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
        in_note = bool(self._kinds) and self._kinds[-1][1] == "footnote"
        said = "".join(self._text[-2:])
        before = said.rstrip()[-4:]
        if is_like_one and (
            is_mark(node, tag, before, in_note=in_note)
            or self._notes.are_referred_to(node, href, said)
        ):
            return True
        if tag == "sup" and before[-1:].isalnum() and _FIGURES.fullmatch(text):
            self._text.append(text.translate(_RAISED))
            return True
        return False

    def _head(self, node: "Node") -> None:
        """Rank a heading as the table of contents does; open a part that only this gives one."""
        title, below = self.headings.pop(node.id or "", ("", 0))
        if not title:
            return
        if self._kinds and self._kinds[-1][1] == "heading":
            tag, kind, level = self._kinds[-1]
            self._kinds[-1] = (tag, kind, self._ranked(level, below))
        elif node.tag in _LEVELS or node.css_first("h1,h2,h3,h4,h5,h6"):
            self._below = below
        else:
            self._flush()
            self._parts.append(("heading", title, self._ranked(1, below)))

    def _ranked(self, level: int, below: int) -> int:
        return max(level, (self._first or 1) + below) if below > 0 else level

    def _kind_of(self, tag: str, node: "Node") -> tuple[Kind, int]:
        if tag in _LEVELS:
            level, self._below = self._ranked(_LEVELS[tag], self._below), 0
            self._first = self._first or level
            return "heading", level
        above = self._kinds[-1][1] if self._kinds else "paragraph"
        if above == "footnote" or (node.mem_id in self._telling and is_footnote(node.attributes)):
            return "footnote", 0
        if tag in _KINDS:
            return _KINDS[tag], 0
        return ("entry" if above == "entry" and tag in ("p", "div") else "paragraph"), 0

    def _flush(self) -> None:
        """End a part."""
        text = "".join(self._text)
        self._text.clear()
        if not text or text.isspace():
            if self._pages:
                self._note_pages("")
            return
        tag, kind, level = self._kinds[-1] if self._kinds else ("", "paragraph", 0)
        holder = next((each for each, *_ in reversed(self._kinds) if each in _HOLDERS), "")
        is_term = holder == "dt" and len(self._term) + len(text) < _LONGEST_TERM
        if is_term and kind == "paragraph" and not self._pages:
            self._term += f", {text.strip()}" if self._term else text.strip()
            return
        if holder == "dd" and kind == "entry":
            mark = ":" if self._term and self._term[-1] not in _ENDS else ""
            text, self._term = f"{self._term}{mark} {text}", ""
        self._end_term()
        if tag != "pre" and not self._pages:
            self._parts.append((kind, text, level))
            return
        self._add_parts()
        if tag == "pre":
            for part in re.split(r"\n[^\S\n]*\n", joined(text.replace(_PAGE, ""))):
                self.builder.add("text", part)
            self._note_pages("")
        else:
            self.builder.add(kind, self._note_pages(in_one_line([text])[0].strip(" ")), level)

    def _end_term(self) -> None:
        """Let a term that nothing defines be a part of its own."""
        if self._term:
            self._parts.append(("paragraph", self._term, 0))
            self._term = ""

    def _add_parts(self) -> None:
        """Add the parts that have waited to be added together, which takes a fraction of the time."""
        if self._parts:
            kinds, texts, levels = zip(*self._parts, strict=True)
            self.builder.extend(zip(kinds, in_one_line(texts), levels, strict=True))
            self._parts.clear()

    def _note_pages(self, text: str) -> str:
        """Tell the builder of the pages that begin inside a part; give the part without the marks."""
        self._add_parts()
        for label in self._pages:
            before, _, after = text.partition(_PAGE)
            self.builder.page(label, len(before))
            text = before + after.lstrip() if before.endswith(" ") else before + after
        self._pages.clear()
        return text.replace(_PAGE, " ")

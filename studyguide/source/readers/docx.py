"""DOCX: paragraphs with their styles, as they read once every tracked change is accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from studyguide.source.readers.archive import Archive, local
from studyguide.source.readers.document import (
    LONGEST_BOLD,
    Builder,
    Document,
    DocumentError,
    Kind,
)
from studyguide.source.readers.docx_styles import Styles, attribute, is_bold, is_level

_SKIPPED = frozenset(["del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "sectPr"])
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_LINE_OF_CONTENTS = re.compile(r"\t\s*(?:\d{1,5}|[ivxlcdm]{1,7})\s*$", re.IGNORECASE)
_FEWEST_LEADING = 3
_FEWEST_CELLS, _LONGEST_ROW = 2, 300
"""Characters; what is longer is no table but text set side by side."""

_NOT_PLAIN = frozenset(
    ["numPr", "outlineLvl", "txbxContent", "footnoteReference", "endnoteReference"]
)
"""What makes a paragraph of a cell more than a line of text."""

_MARKS = frozenset(["pPr", "bookmarkStart", "bookmarkEnd", "proofErr"])


def read_docx(data: bytes) -> Document:
    """Read a document."""
    archive = Archive(data)
    root = archive.xml("word/document.xml")
    notes = {kind: _notes(archive, f"word/{kind}s.xml", kind) for kind in ("footnote", "endnote")}
    builder = Builder()
    reader = _Reader(builder, Styles.of(archive), notes)
    body = next((each for each in root if local(each.tag) == "body"), None)
    if body is None:
        raise DocumentError("the file is damaged: it has no text")
    reader.read(body)
    return builder.document("docx", **_told_by(archive))


@dataclass
class _Reader:
    builder: Builder
    styles: Styles
    notes: dict[str, dict[str, Element]]
    _noted: list[Element] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)
    _leading: list[tuple[Kind, str]] = field(default_factory=list)

    def read(self, parent: Element) -> None:
        """Add all paragraphs below an element, in order; a row of short cells is one, other tables go cell by cell.

        What stands in a box comes behind the paragraph that the box hangs on.
        """
        pending = [iter(parent)]
        while pending:
            element = next(pending[-1], None)
            if element is None:
                pending.pop()
                continue
            tag = local(element.tag)
            if tag == "p":
                self._paragraph(element)
                pending += map(iter, reversed(self._boxes))
                self._boxes.clear()
            elif tag == "tr" and (row := self._row(element)):
                self._end_contents()
                self.builder.add("paragraph", row)
            elif tag not in _SKIPPED and not (tag == "sdt" and _is_contents(element)):
                pending.append(iter(element))
        self._end_contents()

    def _paragraph(self, paragraph: Element) -> None:
        properties = next((each for each in paragraph if local(each.tag) == "pPr"), None)
        style, outline, is_entry = "", "", False
        for each in properties if properties is not None else ():
            tag = local(each.tag)
            if tag == "pStyle":
                style = attribute(each, "val")
            elif tag == "outlineLvl":
                outline = attribute(each, "val")
            elif tag == "numPr":
                is_entry = True
        if style in self.styles.skipped:
            return
        level = int(outline) + 2 if is_level(outline) else self.styles.levels.get(style, 0)
        text = self._text(paragraph)
        if _LINE_OF_CONTENTS.search(text) and _refers_to_a_page(paragraph):
            return
        kind: Kind = "entry" if is_entry or style in self.styles.lists else "paragraph"
        if not level and text.strip() and _only_leads_on(paragraph):
            self._leading.append((kind, text))
            return
        self._end_contents()
        if kind == "paragraph" and not level and 0 < len(text) <= LONGEST_BOLD:
            runs = (each for each in _below(paragraph) if local(each.tag) == "r")
            kind = "title" if is_bold(runs, style, self.styles) else kind
        self.builder.add("heading" if level else kind, text, level)
        noted, self._noted = self._noted, []
        for note in noted:
            self.builder.add("footnote", self._text(note))

    def _row(self, row: Element) -> str:
        """Give the cells of a row in one line, if each has one short paragraph of plain text."""
        cells = [[*cell] for cell in row if local(cell.tag) == "tc"]
        parts = [[each for each in cell if local(each.tag) != "tcPr"] for cell in cells]
        if len(parts) < _FEWEST_CELLS or not all(map(self._is_plain, parts)):
            return ""
        whole = "\t".join(self._text(cell[0]).strip() for cell in parts)
        return whole if len(whole) <= _LONGEST_ROW else ""

    def _is_plain(self, cell: list[Element]) -> bool:
        if len(cell) != 1 or local(cell[0].tag) != "p":
            return False
        for each in cell[0].iter():
            tag, style = local(each.tag), attribute(each, "val")
            if tag in _NOT_PLAIN or (tag == "pStyle" and style in self.styles.levels):
                return False
        return True

    def _end_contents(self) -> None:
        """Add paragraphs that only lead to another place, unless they are several: a table of contents."""
        if len(self._leading) < _FEWEST_LEADING:
            for kind, text in self._leading:
                self.builder.add(kind, text)
        self._leading.clear()

    def _text(self, parent: Element) -> str:
        """Give what is to be read below an element; its boxes, and notes that it refers to, are remembered."""
        parts: list[str] = []
        is_raised = False
        for element in _below(parent):
            tag = local(element.tag)
            if tag == "t":
                parts.append(_raised(element.text or "") if is_raised else element.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag == "r":
                is_raised = _is_raised(element)
            elif tag in ("footnoteReference", "endnoteReference"):
                note = self.notes[tag.removesuffix("Reference")].pop(attribute(element, "id"), None)
                if note is not None:
                    self._noted.append(note)
            elif tag == "p" and element is not parent:
                parts.append("\n")
            elif tag == "txbxContent":
                self._boxes.append(element)
        return "".join(parts)


def _is_contents(block: Element) -> bool:
    """Whether a block is a table of contents, as Word has it made."""
    galleries = (each for each in block.iter() if local(each.tag) == "docPartGallery")
    return any(attribute(each, "val") == "Table of Contents" for each in galleries)


def _refers_to_a_page(paragraph: Element) -> bool:
    """Whether a paragraph has the number of a page that Word has looked up."""
    fields = (each.text or "" for each in paragraph.iter() if local(each.tag) == "instrText")
    return any(field.split()[:1] == ["PAGEREF"] for field in fields)


def _only_leads_on(paragraph: Element) -> bool:
    """Whether all of a paragraph leads to another place of the document."""
    others = (each for each in paragraph if local(each.tag) not in _MARKS)
    links = [local(each.tag) == "hyperlink" and bool(attribute(each, "anchor")) for each in others]
    return bool(links) and all(links)


def _raised(text: str) -> str:
    """Write a raised text with raised figures, as far as it begins with figures."""
    rest = text.lstrip("0123456789+-−n")
    return text[: len(text) - len(rest)].translate(_RAISED) + rest


def _is_raised(run: Element) -> bool:
    for each in run:
        if local(each.tag) == "rPr":
            return any(
                local(mark.tag) == "vertAlign" and attribute(mark, "val") == "superscript"
                for mark in each
            )
    return False


def _below(parent: Element) -> Iterator[Element]:
    """Yield all elements below one, in order, but nothing that is not to be read, or stands in a box."""
    pending = [iter(parent)]
    while pending:
        element = next(pending[-1], None)
        if element is None:
            pending.pop()
        elif local(element.tag) not in _SKIPPED and not _is_hidden(element):
            yield element
            if local(element.tag) != "txbxContent":
                pending.append(iter(element))


def _is_hidden(element: Element) -> bool:
    if local(element.tag) != "r":
        return False
    return any(
        local(mark.tag) in ("vanish", "webHidden") and attribute(mark, "val") not in ("0", "false")
        for each in element
        if local(each.tag) == "rPr"
        for mark in each
    )


def _notes(archive: Archive, name: str, kind: str) -> dict[str, Element]:
    if name not in archive:
        return {}
    return {attribute(each, "id"): each for each in archive.xml(name) if local(each.tag) == kind}


def _told_by(archive: Archive) -> dict[str, str]:
    told: dict[str, str] = {}
    if "docProps/core.xml" in archive:
        for element in archive.xml("docProps/core.xml"):
            key = {"title": "title", "creator": "author", "language": "language"}.get(
                local(element.tag)
            )
            if key and element.text:
                told[key] = element.text
    if "language" not in told and "word/styles.xml" in archive:
        marks = (
            each for each in archive.xml("word/styles.xml").iter() if local(each.tag) == "lang"
        )
        told["language"] = next((attribute(mark, "val") for mark in marks), "")
    return told

"""DOCX: paragraphs with their styles, as they read once every tracked change is accepted."""

import re
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
from studyguide.source.readers.docx_elements import (
    SKIPPED,
    below,
    is_no_text,
    is_raised,
    only_leads_on,
    raised,
    refers_to_a_page,
)
from studyguide.source.readers.docx_styles import Styles, attribute, is_bold, is_level

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}
_LINE_OF_CONTENTS = re.compile(r"\t\s*(?:\d{1,5}|[ivxlcdm]{1,7})\s*$", re.IGNORECASE)
_FEWEST_LEADING = 3
_FEWEST_CELLS, _LONGEST_ROW = 2, 300
"""Characters; what is longer is no table but text set side by side."""

_NOT_PLAIN = frozenset(
    ["numPr", "outlineLvl", "txbxContent", "footnoteReference", "endnoteReference"]
)
"""What makes a paragraph of a cell more than a line of text."""


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
    _initial: str = ""

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
            elif tag == "altChunk":
                raise DocumentError(
                    "it holds another file that was never merged into it: open it in Word and save it again"
                )
            elif tag not in SKIPPED and not (tag == "sdt" and is_no_text(element)):
                pending.append(iter(element))
        self._end_contents()
        self.builder.add("paragraph", self._initial)

    def _paragraph(self, paragraph: Element) -> None:
        properties = next((each for each in paragraph if local(each.tag) == "pPr"), None)
        style, outline, is_entry, is_initial = "", "", False, False
        for each in properties if properties is not None else ():
            tag = local(each.tag)
            if tag == "pStyle":
                style = attribute(each, "val")
            elif tag == "outlineLvl":
                outline = attribute(each, "val")
            elif tag == "numPr":
                is_entry = True
            elif tag == "framePr":
                is_initial = attribute(each, "dropCap") in ("drop", "margin")
        if style in self.styles.skipped:
            return
        level = int(outline) + 2 if is_level(outline) else self.styles.levels.get(style, 0)
        text = self._initial + self._text(paragraph)
        self._initial = text.strip() if is_initial else ""
        if is_initial:
            return
        if _LINE_OF_CONTENTS.search(text) and refers_to_a_page(paragraph):
            return
        kind: Kind = "entry" if is_entry or style in self.styles.lists else "paragraph"
        if not level and text.strip() and only_leads_on(paragraph):
            self._leading.append((kind, text))
            return
        self._end_contents()
        if kind == "paragraph" and not level and 0 < len(text) <= LONGEST_BOLD:
            runs = (each for each in below(paragraph) if local(each.tag) == "r")
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
        is_high = False
        for element in below(parent):
            tag = local(element.tag)
            if tag == "t":
                parts.append(raised(element.text or "") if is_high else element.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag == "r":
                is_high = is_raised(element)
            elif tag in ("footnoteReference", "endnoteReference"):
                note = self.notes[tag.removesuffix("Reference")].pop(attribute(element, "id"), None)
                if note is not None:
                    self._noted.append(note)
            elif tag == "p" and element is not parent:
                parts.append("\n")
            elif tag == "txbxContent":
                self._boxes.append(element)
        return "".join(parts)


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

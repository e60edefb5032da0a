"""What the elements of a DOCX say of themselves: what is not to be read, raised, or leads to another place."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from studyguide.language.keyboard import RAISED
from studyguide.source.readers.archive import local
from studyguide.source.readers.docx_styles import attribute

SKIPPED = frozenset(["del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "sectPr", "rt"])
_MARKS = frozenset(["pPr", "bookmarkStart", "bookmarkEnd", "proofErr"])


def is_no_text(block: Element) -> bool:
    """Whether a block is a table of contents, as Word has it made, or a field that nobody has filled in."""
    said = [mark for each in block if local(each.tag) == "sdtPr" for mark in each.iter()]
    return any(
        local(mark.tag) == "showingPlcHdr"
        or (local(mark.tag) == "docPartGallery" and attribute(mark, "val") == "Table of Contents")
        for mark in said
    )


def refers_to_a_page(paragraph: Element) -> bool:
    """Whether a paragraph has the number of a page that Word has looked up."""
    fields = (each.text or "" for each in paragraph.iter() if local(each.tag) == "instrText")
    return any(field.split()[:1] == ["PAGEREF"] for field in fields)


def only_leads_on(paragraph: Element) -> bool:
    """Whether all of a paragraph leads to another place of the document."""
    others = (each for each in paragraph if local(each.tag) not in _MARKS)
    links = [local(each.tag) == "hyperlink" and bool(attribute(each, "anchor")) for each in others]
    return bool(links) and all(links)


def raised(text: str) -> str:
    """Write a raised text with raised figures, as far as it begins with figures."""
    rest = text.lstrip("0123456789+-−n")
    return text[: len(text) - len(rest)].translate(RAISED) + rest


def is_raised(run: Element) -> bool:
    """Whether a run is raised."""
    for each in run:
        if local(each.tag) == "rPr":
            return any(
                local(mark.tag) == "vertAlign" and attribute(mark, "val") == "superscript"
                for mark in each
            )
    return False


def below(parent: Element) -> Iterator[Element]:
    """Yield all elements below one, in order, but nothing that is not to be read, or stands in a box."""
    pending = [iter(parent)]
    while pending:
        element = next(pending[-1], None)
        if element is None:
            pending.pop()
        elif local(element.tag) not in SKIPPED and not _is_hidden(element):
            yield element
            if local(element.tag) != "txbxContent":
                pending.append(iter(element))


def _is_hidden(element: Element) -> bool:
    if local(element.tag) == "sdt":
        return is_no_text(element)
    if local(element.tag) != "r":
        return False
    return any(
        local(mark.tag) in ("vanish", "webHidden") and attribute(mark, "val") not in ("0", "false")
        for each in element
        if local(each.tag) == "rPr"
        for mark in each
    )

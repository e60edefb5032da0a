"""EPUB: the pages of a book in the order of its spine, with the page numbers of the printed book."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from studyguide.source.readers.archive import Archive, local
from studyguide.source.readers.document import Builder, Document, DocumentError

_PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of scrambling faces; what is encrypted in another way cannot be read."""


class _Entry(NamedTuple):
    path: str
    type: str
    properties: str


def read_epub(data: bytes) -> Document:
    """Read a book."""
    from selectolax.lexbor import LexborHTMLParser

    from studyguide.source.readers.html import Page
    from studyguide.source.readers.text import decoded

    archive = Archive(data)
    _refuse_encrypted(archive)
    root = _root_file(archive)
    package = archive.xml(root)
    entries = _manifest(package, dirname(root))
    titles = _contents(archive, package, entries)
    builder = Builder()
    for entry in _spine(package, entries):
        if entry.type in _PAGE_TYPES and "nav" not in entry.properties.split():
            tree = LexborHTMLParser(decoded(archive.read(entry.path), "utf-8"))
            headings = titles.get(entry.path, {})
            known = len(builder.blocks)
            Page(builder, {id: title for id, title in headings.items() if id}).read(tree)
            if title := headings.get(""):
                _head(builder, known, title)
    return builder.document("epub", **_told_by(package))


def _head(builder: Builder, known: int, title: str) -> None:
    """Take the first part of a page for the heading that the table of contents gives the page."""
    blocks = builder.blocks
    if any(block.kind == "heading" for block in blocks[known : known + 4]):
        return
    builder.head(known, title)


def _refuse_encrypted(archive: Archive) -> None:
    name = "META-INF/encryption.xml"
    if name not in archive:
        return
    for element in archive.xml(name).iter():
        way = element.get("Algorithm", "")
        if local(element.tag) == "EncryptionMethod" and way not in _FONTS:
            raise DocumentError("it is encrypted (DRM): a copy without that is needed")


def _root_file(archive: Archive) -> str:
    for element in archive.xml("META-INF/container.xml").iter():
        if local(element.tag) == "rootfile" and (path := element.get("full-path")):
            return path
    raise DocumentError("the file is damaged: it does not say where its text is")


def _manifest(package: Element, folder: str) -> dict[str, _Entry]:
    return {
        element.get("id", ""): _Entry(
            normpath(join(folder, unquote(element.get("href", "")))),
            element.get("media-type", ""),
            element.get("properties", ""),
        )
        for element in package.iter()
        if local(element.tag) == "item"
    }


def _spine(package: Element, entries: dict[str, _Entry]) -> Iterator[_Entry]:
    seen = set()
    for element in package.iter():
        if local(element.tag) == "itemref":
            entry = entries.get(element.get("idref", ""))
            if entry and entry.path not in seen:
                seen.add(entry.path)
                yield entry


def _told_by(package: Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in package.iter():
        key = {"title": "title", "creator": "author", "language": "language"}.get(local(element.tag))
        if key and element.text and key not in told:
            told[key] = " ".join(element.text.split())
    return told


def _contents(
    archive: Archive, package: Element, entries: dict[str, _Entry]
) -> dict[str, dict[str, str]]:
    """Give the titles of the table of contents: by page, then by the id of an element there."""
    found: dict[str, dict[str, str]] = {}
    for path, href, title in _links(archive, package, entries):
        file, _, id = href.partition("#")
        page = normpath(join(dirname(path), unquote(file))) if file else path
        if title := " ".join(title.split()):
            found.setdefault(page, {}).setdefault(id, title)
    return found


def _links(
    archive: Archive, package: Element, entries: dict[str, _Entry]
) -> Iterator[tuple[str, str, str]]:
    """Yield from where, whereto and how the table of contents leads, of whatever version."""
    for entry in entries.values():
        if "nav" in entry.properties.split() and entry.path in archive:
            from selectolax.lexbor import LexborHTMLParser

            tree = LexborHTMLParser(archive.read(entry.path).decode("utf-8", "replace"))
            for nav in tree.css("nav"):
                if "toc" in (nav.attributes.get("epub:type") or "toc").split():
                    for link in nav.css("a[href]"):
                        yield entry.path, link.attributes.get("href") or "", link.text()
                    return
    spine = next((each for each in package.iter() if local(each.tag) == "spine"), None)
    ncx = entries.get(spine.get("toc", "")) if spine is not None else None
    if ncx and ncx.path in archive:
        for point in archive.xml(ncx.path).iter():
            if local(point.tag) == "navPoint":
                label = next((each.text for each in point.iter() if local(each.tag) == "text"), "")
                target = next((each for each in point.iter() if local(each.tag) == "content"), None)
                if target is not None:
                    yield ncx.path, target.get("src", ""), label or ""
